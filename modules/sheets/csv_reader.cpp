// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sheets/readers.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>
#include <algorithm>
#include <optional>

namespace jubao {

namespace {

constexpr qint64 chunkBytes = 64 * 1024;

QString words(const char *text)
{
    return QCoreApplication::translate("Sheets", text);
}

/** The encoding by its mark, else strict UTF-8, else GB18030: never a guess that changes letters.
 */
QByteArray encodingOf(QFile &file)
{
    const QByteArray start = file.peek(3);
    if (start.startsWith("\xFF\xFE"))
        return "UTF-16LE";
    if (start.startsWith("\xFE\xFF"))
        return "UTF-16BE";
    if (start == "\xEF\xBB\xBF")
        return "UTF-8";
    QStringDecoder strict(QStringDecoder::Utf8);
    bool good = true;
    while (good && !file.atEnd()) {
        const QString decoded = strict.decode(file.read(chunkBytes));
        good = !strict.hasError() && !decoded.contains(QChar::ReplacementCharacter);
    }
    file.seek(0);
    return good ? "UTF-8" : "GB18030";
}

QChar separatorOf(const QString &start)
{
    const QString line = start.section(u'\n', 0, 0);
    QChar best = u',';
    for (const QChar each : {QChar(u'\t'), QChar(u';')}) {
        if (line.count(each) > line.count(best))
            best = each;
    }
    return best;
}

/** ="0123": how programs keep a spreadsheet from reading digits as a number. */
QString withoutGuard(const QString &cell)
{
    return cell.size() > 3 && cell.startsWith(QLatin1String("=\"")) && cell.endsWith(u'"')
        ? cell.mid(2, cell.size() - 3)
        : cell;
}

class CsvReader : public SheetReader {
public:
    explicit CsvReader(const QString &path) : m_file(path)
    {
        if (!m_file.open(QIODevice::ReadOnly))
            throw SheetError(m_file.errorString());
        m_decoder.emplace(encodingOf(m_file).constData());
        if (!m_decoder->isValid())
            throw SheetError(words(QT_TRANSLATE_NOOP(
                "Sheets", "This system cannot read GB18030. Save the file as UTF-8.")));
        fill();
        m_separator = separatorOf(m_text);
    }

    bool next(SheetRow &row) override;
    int permille() const override
    {
        return m_file.size() > 0 ? int(m_file.pos() * 1000 / m_file.size()) : 0;
    }

private:
    enum class State { Start, Plain, Quoted, AfterQuote };

    void fill();
    bool take(QChar &letter);
    void endCell(SheetRow &row, QString &cell) const;
    bool readRecord(SheetRow &row);

    QFile m_file;
    std::optional<QStringDecoder> m_decoder; ///< built in place: moved, it forgets its errors
    QString m_text;
    qsizetype m_place = 0;
    qint64 m_line = 1;
    QChar m_separator = u',';
};

void CsvReader::fill()
{
    m_place = 0;
    m_text.clear();
    while (m_text.isEmpty() && !m_file.atEnd()) {
        m_text = m_decoder->decode(m_file.read(chunkBytes));
        const qsizetype nul = m_text.indexOf(QChar(u'\0'));
        if (m_decoder->hasError() || nul >= 0)
            throw SheetError(
                words(QT_TRANSLATE_NOOP("Sheets",
                                        "The file is neither UTF-8 nor GB18030 text. Save it as "
                                        "CSV (UTF-8) or as .xlsx.")),
                m_line
                    + m_text.left(nul >= 0 ? nul : m_text.indexOf(QChar::ReplacementCharacter))
                          .count(u'\n'));
        if (m_text.startsWith(QChar(QChar::ByteOrderMark)))
            m_text.remove(0, 1);
    }
}

bool CsvReader::take(QChar &letter)
{
    if (m_place >= m_text.size())
        fill();
    if (m_place >= m_text.size())
        return false;
    letter = m_text.at(m_place++);
    if (letter == u'\n')
        ++m_line;
    return true;
}

void CsvReader::endCell(SheetRow &row, QString &cell) const
{
    if (row.cells.size() >= SheetLimits::columns)
        throw SheetError(
            words(QT_TRANSLATE_NOOP(
                "Sheets", "There are more columns or longer texts than an import can take.")),
            row.number);
    row.cells.append(withoutGuard(cell));
    cell.clear();
}

bool CsvReader::readRecord(SheetRow &row)
{
    row.number = m_line;
    row.cells.clear();
    row.lossy.clear();
    QString cell;
    State state = State::Start;
    QChar letter;
    bool any = false;
    while (take(letter)) {
        any = true;
        if (cell.size() > SheetLimits::cellCharacters)
            throw SheetError(words(QT_TRANSLATE_NOOP("Sheets", "A quotation mark is not closed.")),
                             row.number);
        if (state == State::Quoted) {
            if (letter == u'"')
                state = State::AfterQuote;
            else
                cell.append(letter);
            continue;
        }
        if (letter == u'"' && state != State::Plain) {
            if (state == State::AfterQuote)
                cell.append(letter);
            state = State::Quoted;
        } else if (letter == m_separator) {
            endCell(row, cell);
            state = State::Start;
        } else if (letter == u'\n') {
            break;
        } else if (letter != u'\r') {
            cell.append(letter);
            state = State::Plain;
        }
    }
    if (state == State::Quoted)
        throw SheetError(words(QT_TRANSLATE_NOOP("Sheets", "A quotation mark is not closed.")),
                         row.number);
    endCell(row, cell);
    return any;
}

bool CsvReader::next(SheetRow &row)
{
    while (readRecord(row)) {
        if (row.number > SheetLimits::rows)
            throw SheetError(words(QT_TRANSLATE_NOOP("Sheets", "The sheet has too many rows.")));
        const bool blank =
            std::all_of(row.cells.constBegin(), row.cells.constEnd(),
                        [](const QString &cell) { return cell.trimmed().isEmpty(); });
        if (!blank)
            return true;
    }
    return false;
}

} // namespace

std::unique_ptr<SheetReader> openCsv(const QString &path)
{
    return std::make_unique<CsvReader>(path);
}

} // namespace jubao

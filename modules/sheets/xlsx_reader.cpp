// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sheets/cell_text.h"
#include "sheets/readers.h"
#include "sheets/workbook.h"
#include <QCoreApplication>

namespace jubao {

namespace {

class XlsxReader : public SheetReader {
public:
    XlsxReader(const QString &path, const QString &sheet)
        : m_folder(path)
        , m_workbook(Workbook::read(m_folder, sheet))
    {
        if (m_folder.contains(m_workbook.sharedStringsPath))
            m_strings.read(XmlPart(m_folder.part(m_workbook.sharedStringsPath)));
        m_part = std::make_unique<XmlPart>(m_folder.part(m_workbook.sheetPath));
    }

    bool next(SheetRow &row) override
    {
        while (!m_ended) {
            if (m_part->next() == QXmlStreamReader::EndDocument) {
                m_ended = true;
            } else if (m_part->atStart(QLatin1String("row")) && readRow(row)) {
                return true;
            }
        }
        return false;
    }

    int permille() const override { return m_part->permille(); }

private:
    struct Cell {
        int column = 0;
        QString type;
        int style = 0;
        QString value;
    };

    /** False for a blank row. */
    bool readRow(SheetRow &row);
    void readCell(SheetRow &row, int &nextColumn);
    QString textOf(const Cell &cell, bool *lossy) const;

    ZipFolder m_folder;
    Workbook m_workbook;
    SharedStrings m_strings;
    std::unique_ptr<XmlPart> m_part;
    qint64 m_rowNumber = 0;
    bool m_ended = false;
};

bool XlsxReader::readRow(SheetRow &row)
{
    const qint64 given = m_part->attributes().value(QLatin1String("r")).toLongLong();
    m_rowNumber = given > 0 ? given : m_rowNumber + 1;
    if (m_rowNumber > SheetLimits::rows)
        throw SheetError(QCoreApplication::translate("Sheets", "The sheet has too many rows."));
    row.number = m_rowNumber;
    row.cells.clear();
    row.lossy.clear();
    int nextColumn = 0;
    for (;;) {
        m_part->next();
        if (m_part->atEnd(QLatin1String("row")))
            break;
        if (m_part->atStart(QLatin1String("c")))
            readCell(row, nextColumn);
    }
    return !row.cells.isEmpty();
}

void XlsxReader::readCell(SheetRow &row, int &nextColumn)
{
    const QXmlStreamAttributes attributes = m_part->attributes();
    Cell cell;
    const auto reference = attributes.value(QLatin1String("r"));
    cell.column = reference.isEmpty() ? nextColumn : columnOfReference(reference);
    if (cell.column < 0)
        cell.column = nextColumn;
    nextColumn = cell.column + 1;
    cell.type = attributes.value(QLatin1String("t")).toString();
    cell.style = attributes.value(QLatin1String("s")).toInt();
    int phonetic = 0;
    bool taking = false;
    for (;;) {
        m_part->next();
        if (m_part->atEnd(QLatin1String("c")))
            break;
        if (m_part->atStart(QLatin1String("rPh")))
            ++phonetic;
        else if (m_part->atEnd(QLatin1String("rPh")))
            --phonetic;
        else if (m_part->atStart(QLatin1String("v")) || m_part->atStart(QLatin1String("t")))
            taking = phonetic == 0;
        else if (m_part->atEnd(QLatin1String("v")) || m_part->atEnd(QLatin1String("t")))
            taking = false;
        else if (taking)
            cell.value += m_part->text();
    }
    bool lossy = false;
    const QString text = textOf(cell, &lossy);
    if (text.trimmed().isEmpty())
        return;
    if (cell.column >= SheetLimits::columns || text.size() > SheetLimits::cellCharacters)
        throw SheetError(
            QCoreApplication::translate(
                "Sheets", "There are more columns or longer texts than an import can take."),
            row.number);
    while (row.cells.size() <= cell.column)
        row.cells.append(QString());
    row.cells[cell.column] = text;
    if (lossy)
        row.lossy.insert(cell.column);
}

QString XlsxReader::textOf(const Cell &cell, bool *lossy) const
{
    if (cell.type == QLatin1String("s")) {
        bool good = false;
        const int place = cell.value.trimmed().toInt(&good);
        return cell.value.isEmpty() ? QString() : m_strings.at(good ? place : -1);
    }
    const bool number = cell.type.isEmpty() || cell.type == QLatin1String("n");
    if (!number)
        return cell.value;
    const bool date = m_workbook.styleIsDate.value(cell.style, false);
    const QString plain = plainNumber(cell.value, lossy);
    return date && !plain.isEmpty() ? serialDate(plain, m_workbook.from1904) : plain;
}

} // namespace

std::unique_ptr<SheetReader> openXlsx(const QString &path, const QString &sheet)
{
    return std::make_unique<XlsxReader>(path, sheet);
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/sheet_import.h"

#include "core/text.h"
#include "operations/crypto.h"
#include "operations/office.h"
#include "operations/payload.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("SheetImport", text);
}

/** Headings are compared without marks, brackets and spaces: "身份证号 *" is "身份证号". */
QString plainHeading(const QString &heading)
{
    static const QRegularExpression marks(QStringLiteral("[\\s*＊()（）]|必填|required"),
                                          QRegularExpression::CaseInsensitiveOption);
    QString plain = normaliseInput(heading).toLower();
    plain.remove(marks);
    return plain;
}

Finding unreadable(const Field &field, const QString &text)
{
    return error(QStringLiteral("CELL_UNREADABLE"), field.name, text, QStringLiteral("ENR-11"));
}

QDate dateOf(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?$"));
    const QRegularExpressionMatch match = shape.match(text);
    if (match.hasMatch())
        return {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
    return QDate::fromString(text, QStringLiteral("yyyyMMdd"));
}

QJsonValue choiceOf(const Field &field, const QString &text, Findings &findings)
{
    QStringList labels;
    for (const Choice &choice : field.choices) {
        if (choice.code == text || choice.label == text)
            return choice.code;
        labels.append(choice.label);
    }
    findings.append(unreadable(field,
                               words(QT_TRANSLATE_NOOP("SheetImport", "%1: “%2” is none of: %3"))
                                   .arg(field.label, text, labels.join(QStringLiteral(", ")))));
    return {};
}

QJsonValue numberOf(const Field &field, const QString &text, Findings &findings)
{
    bool good = false;
    const qint64 number = text.toLongLong(&good);
    if (!good)
        findings.append(
            unreadable(field,
                       words(QT_TRANSLATE_NOOP("SheetImport", "%1: “%2” is no whole number."))
                           .arg(field.label, text)));
    return good ? QJsonValue(number) : QJsonValue();
}

QList<SheetColumn> columnsOf(const QList<Field> &fields)
{
    QList<SheetColumn> columns;
    for (const Field &field : fields) {
        SheetColumn column;
        column.title = field.required ? field.label + QStringLiteral(" *") : field.label;
        column.width = field.kind == FieldKind::LongText ? 32
            : field.kind == FieldKind::IdNumber || field.kind == FieldKind::BankCard
            ? 22
            : std::max(12, int(field.label.size()) * 2 + 4);
        column.note = field.hint;
        for (const Choice &choice : field.choices)
            column.choices.append(choice.label);
        columns.append(column);
    }
    return columns;
}

/** A row as it came, or as it is staged. */
QVariantList cellsOf(const QList<Field> &fields, const BatchRow &row)
{
    QVariantList values;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString &name = fields.at(i).name;
        if (!row.cells.isEmpty())
            values.append(row.cells.value(i));
        else if (fields.at(i).kind == FieldKind::Money && row.values.contains(name))
            values.append(Money::fromFen(row.values[name].toInteger()).toYuanText());
        else
            values.append(row.values[name].toVariant().toString());
    }
    return values;
}

} // namespace

SheetImport::SheetImport(const OperationType &batch, const Reader &reader, const QString &path,
                         const QMap<QString, QString> &headings)
    : m_fields(batch.batch->rowFields)
    , m_path(path)
    , m_reader(SheetReader::open(path))
{
    readDivisions(reader);
    // Titles and notes may stand above the headings.
    constexpr int linesLookedAt = 20;
    bool found = false;
    for (int i = 0; i < linesLookedAt && !found && m_reader->next(m_row); ++i)
        found = findHeading(m_row, headings);
    QList<Refusal> missing;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const Field &field = m_fields.at(i);
        if (field.required && m_columns.value(i, -1) < 0)
            missing.append({QStringLiteral("COLUMN_MISSING"), field.name,
                            words(QT_TRANSLATE_NOOP("SheetImport", "The sheet has no column “%1”."))
                                .arg(field.label),
                            QStringLiteral("ENR-11")});
    }
    if (!missing.isEmpty())
        throw RefusedError(missing);
}

SheetImport::~SheetImport() = default;

bool SheetImport::findHeading(const SheetRow &row, const QMap<QString, QString> &headings)
{
    QHash<QString, int> places;
    for (int i = 0; i < row.cells.size(); ++i)
        places.insert(plainHeading(row.cells.at(i)), i);
    QHash<QString, int> mapped;
    for (auto it = headings.constBegin(); it != headings.constEnd(); ++it) {
        if (places.contains(plainHeading(it.key())))
            mapped.insert(it.value(), places.value(plainHeading(it.key())));
    }
    m_columns.clear();
    int known = 0;
    for (const Field &field : m_fields) {
        int place = mapped.value(field.name, -1);
        if (place < 0)
            place = places.value(plainHeading(field.label), -1);
        if (place < 0)
            place = places.value(plainHeading(field.name), -1);
        m_columns.append(place);
        known += place >= 0 ? 1 : 0;
    }
    return known > 1 || (known == 1 && m_fields.size() == 1);
}

void SheetImport::readDivisions(const Reader &reader)
{
    Query rows = reader.query(QStringLiteral("SELECT code, name FROM division"));
    while (rows.next()) {
        const QString name = rows.text(1);
        m_divisions.insert(name, m_divisions.contains(name) ? QString() : rows.text(0));
        m_divisions.insert(rows.text(0), rows.text(0));
    }
}

QJsonValue SheetImport::divisionOf(const Field &field, const QString &text,
                                   Findings &findings) const
{
    const auto known = m_divisions.constFind(text);
    if (known != m_divisions.constEnd() && !known->isEmpty())
        return *known;
    findings.append(unreadable(
        field,
        known == m_divisions.constEnd()
            ? words(QT_TRANSLATE_NOOP("SheetImport", "%1: the county has no “%2”."))
                  .arg(field.label, text)
            : words(QT_TRANSLATE_NOOP("SheetImport",
                                      "%1: there are several “%2”; use the division code."))
                  .arg(field.label, text)));
    return {};
}

QJsonValue SheetImport::valueOf(const Field &field, const QString &text, Findings &findings) const
{
    switch (field.kind) {
    case FieldKind::Money: {
        const std::optional<Money> money = Money::fromYuanText(text);
        if (!money)
            findings.append(unreadable(
                field,
                words(QT_TRANSLATE_NOOP("SheetImport",
                                        "%1: “%2” is no amount in yuan with at most two decimals."))
                    .arg(field.label, text)));
        return money ? QJsonValue(money->fen()) : QJsonValue();
    }
    case FieldKind::Date: {
        const QDate date = dateOf(text);
        if (!date.isValid())
            findings.append(
                unreadable(field,
                           words(QT_TRANSLATE_NOOP("SheetImport", "%1: “%2” is no date."))
                               .arg(field.label, text)));
        return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
    }
    case FieldKind::Integer:
    case FieldKind::Year:
    case FieldKind::Person:
        return numberOf(field, text, findings);
    case FieldKind::Flag:
        return text == words(QT_TRANSLATE_NOOP("SheetImport", "yes")) || text == QLatin1String("1")
            ? 1
            : 0;
    case FieldKind::Choice:
        return choiceOf(field, text, findings);
    case FieldKind::Division:
        return divisionOf(field, text, findings);
    case FieldKind::IdNumber:
        return text.toUpper();
    default:
        return text;
    }
}

bool SheetImport::next(BatchRow &row)
{
    if (!m_reader->next(m_row))
        return false;
    row.number = m_row.number;
    row.values = {};
    row.cells.clear();
    row.unreadable.clear();
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const Field &field = m_fields.at(i);
        const int place = m_columns.at(i);
        const QString text = place < 0 ? QString() : normaliseInput(m_row.cells.value(place));
        row.cells.append(text);
        if (text.isEmpty()) {
            if (field.required)
                row.unreadable.append(error(
                    QStringLiteral("FIELD_MISSING"), field.name,
                    words(QT_TRANSLATE_NOOP("SheetImport", "%1 is missing.")).arg(field.label),
                    QStringLiteral("ENR-11")));
            continue;
        }
        if (const auto unseen = unseenCharacter(text)) {
            row.unreadable.append(
                unreadable(field,
                           words(QT_TRANSLATE_NOOP(
                                     "SheetImport",
                                     "%1 holds a character that nobody sees (%2). Enter it anew."))
                               .arg(field.label, characterCode(*unseen))));
            continue;
        }
        const bool digits = field.kind == FieldKind::IdNumber || field.kind == FieldKind::BankCard;
        if (digits && m_row.lossy.contains(place)) {
            row.unreadable.append(unreadable(
                field,
                words(QT_TRANSLATE_NOOP("SheetImport",
                                        "%1: the sheet kept it as a number and lost its last "
                                        "digits. Format the column as text and enter it again."))
                    .arg(field.label)));
            continue;
        }
        const QJsonValue value = valueOf(field, text, row.unreadable);
        if (!value.isNull())
            row.values.insert(field.name, value);
    }
    return true;
}

RowSource SheetImport::rows()
{
    if (!m_ahead)
        m_ahead = std::make_unique<RowsAhead>(RowSource{[this](BatchRow &row) { return next(row); },
                                                        [this] { return m_reader->permille(); }});
    return {[this](BatchRow &row) { return m_ahead->next(row); },
            [this] { return m_ahead->permille(); }};
}

void SheetImport::addFileTo(QJsonObject &parameters) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        throw SheetError(file.errorString());
    Sm3 digest;
    constexpr qint64 piece = 1024 * 1024;
    while (!file.atEnd())
        digest.add(file.read(piece));
    parameters.insert(QStringLiteral("file"), QFileInfo(m_path).fileName());
    parameters.insert(QStringLiteral("file_digest"), digest.hex());
}

QString freeGivenBackPath(const QString &file)
{
    const QFileInfo info(file);
    const QString name =
        words(QT_TRANSLATE_NOOP("SheetImport", "%1-given-back")).arg(info.completeBaseName());
    QString path = info.absoluteDir().filePath(name + QStringLiteral(".xlsx"));
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = info.absoluteDir().filePath(QStringLiteral("%1-%2.xlsx").arg(name).arg(number));
    return path;
}

GivenBackSheet::GivenBackSheet(const OperationType &batch, QString path)
    : m_fields(batch.batch->rowFields)
    , m_path(std::move(path))
{
}

void GivenBackSheet::add(const BatchRow &row, const Findings &why)
{
    if (!m_writer) {
        QList<SheetColumn> columns = columnsOf(m_fields);
        columns.append({words(QT_TRANSLATE_NOOP("SheetImport", "Row in the file")),
                        SheetColumnKind::Integer, 12});
        columns.append({words(QT_TRANSLATE_NOOP("SheetImport", "Why it was given back")),
                        SheetColumnKind::Text, 60});
        m_writer = std::make_unique<SheetWriter>(
            m_path, words(QT_TRANSLATE_NOOP("SheetImport", "Given back")), columns);
    }
    QVariantList values = cellsOf(m_fields, row);
    QStringList reasons;
    for (const Finding &each : why)
        reasons.append(each.text);
    values.append(row.number);
    values.append(reasons.join(u' '));
    m_writer->addRow(values);
}

QString GivenBackSheet::finish()
{
    if (!m_writer)
        return {};
    m_writer->finish();
    m_writer.reset();
    return m_path;
}

qint64 writeRows(const OperationType &batch, const RowSource &rows, const QString &path,
                 const QString &mark)
{
    QList<SheetColumn> columns = columnsOf(batch.batch->rowFields);
    columns.append(
        {words(QT_TRANSLATE_NOOP("SheetImport", "Row in the file")), SheetColumnKind::Integer, 12});
    SheetWriter writer(path, batch.title, columns);
    writer.setMark(mark);
    qint64 count = 0;
    for (BatchRow row; rows.next(row); ++count) {
        QVariantList values = cellsOf(batch.batch->rowFields, row);
        values.append(row.number);
        writer.addRow(values);
    }
    writer.finish();
    return count;
}

void writeTemplate(const OperationType &batch, const QString &path)
{
    SheetWriter writer(path, batch.title, columnsOf(batch.batch->rowFields));
    writer.finish();
}

qint64 writeFilledTemplate(const OperationType &batch, const QJsonObject &parameters,
                           const QString &path, Office &office, const Session &session)
{
    const QString taken = QStringLiteral("export");
    office.requireRight(session, DataRight::Export, taken);
    QList<Refusal> wrong;
    // Whoever takes a list out need not be one who makes the batch, whose rules tell their maker.
    const Reader books = office.reader();
    const ReadPayload read = readPayload(batch, parameters);
    const Findings findings = judgedPayload(
        batch, read, completedPayload(batch, read.values, books), books, session.operatorId());
    for (const Finding &each : findings) {
        if (each.severity == Severity::Error)
            wrong.append({each.code, each.field, each.text, each.rule});
    }
    if (!wrong.isEmpty())
        throw RefusedError(wrong);
    const QString division = parameters[u"division"].toString();
    office.requireDivision(session, division, batch.id);
    office.requireRight(session, DataRight::Export, taken, division);
    const RowSource rows = batch.batch->templateRows(parameters, books);
    SheetWriter writer(path, batch.title, columnsOf(batch.batch->rowFields));
    writer.setMark(office.takenOutBy(session));
    qint64 count = 0;
    for (BatchRow row; rows.next(row); ++count)
        writer.addRow(cellsOf(batch.batch->rowFields, row));
    // The line first: a sheet of people never lies on a disk without one.
    office.look(session, DataRight::Export, taken, batch.id, QString::number(count));
    writer.finish();
    return count;
}

} // namespace jubao

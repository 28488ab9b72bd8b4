// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/id_number.h"
#include "core/person_name.h"
#include "core/pinyin.h"
#include "enrollment/domain/person_fields.h"
#include "enrollment/domain/types.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace jubao {

namespace {

constexpr int monthsInYear = 12;

const char *const balanceFields[]{"balance_personal", "balance_subsidy", "balance_collective",
                                  "balance_other", "balance_government"};

QString words(const char *text)
{
    return QCoreApplication::translate("TakeOver", text);
}

Field fieldOf(const char *name, FieldKind kind, const char *label, bool required = false)
{
    Field field;
    field.name = QString::fromLatin1(name);
    field.kind = kind;
    field.label = words(label);
    field.required = required;
    return field;
}

QList<Field> rowFields()
{
    QList<Field> fields;
    const QList<enrollment::PersonField> all = enrollment::personFields();
    for (const enrollment::PersonField &each : all) {
        // The birth date stands in the ID number; what people declared stayed on the old paper.
        if (each.table != QLatin1String("person") || each.field.kind == FieldKind::Date)
            continue;
        Field field = each.field;
        // Old systems wrote nation, relation and group in their own words: kept as they are.
        if (field.kind == FieldKind::Choice && field.name != QLatin1String("household_kind")) {
            field.kind = FieldKind::Text;
            field.choices.clear();
        }
        field.required = field.name == QLatin1String("id_number")
            || field.name == QLatin1String("name") || field.name == QLatin1String("division");
        fields.append(field);
    }
    fields += QList<Field>{
        fieldOf("enrolled_on", FieldKind::Date, QT_TRANSLATE_NOOP("TakeOver", "Enrolled on")),
        fieldOf("paid_months", FieldKind::Integer, QT_TRANSLATE_NOOP("TakeOver", "Months paid"),
                true),
        fieldOf("balance_personal", FieldKind::Money,
                QT_TRANSLATE_NOOP("TakeOver", "Balance: own contributions"), true),
        fieldOf("balance_subsidy", FieldKind::Money,
                QT_TRANSLATE_NOOP("TakeOver", "Balance: government subsidy")),
        fieldOf("balance_collective", FieldKind::Money,
                QT_TRANSLATE_NOOP("TakeOver", "Balance: collective aid")),
        fieldOf("balance_other", FieldKind::Money,
                QT_TRANSLATE_NOOP("TakeOver", "Balance: other aid")),
        fieldOf("balance_government", FieldKind::Money,
                QT_TRANSLATE_NOOP("TakeOver", "Balance: paid by the government"))};
    return fields;
}

/** Judges the rows of one take-over; what does not change from row to row is looked up once. */
class RowJudge {
public:
    RowJudge(const QJsonObject &parameters, const Reader &reader)
        : m_reader(reader)
        , m_balancesOn(QDate::fromString(parameters[u"balances_on"].toString(), Qt::ISODate))
    {
        Query places = reader.query(QStringLiteral("SELECT code FROM division"));
        while (places.next())
            m_divisions.insert(places.text(0));
    }

    Findings judge(const QJsonObject &row);
    /** Which of the persons of the next rows are enrolled. */
    void lookAhead(const QList<BatchRow> &rows);

private:
    void judgePerson(const QJsonObject &row, const IdNumberResult &id, Findings &findings);
    void judgeAccount(const QJsonObject &row, const IdNumberResult &id, Findings &findings);
    std::optional<qint64> youngest(const QString &division);

    const Reader &m_reader;
    QSet<QString> m_enrolled; ///< of the persons of the next rows
    QDate m_balancesOn;
    QSet<QString> m_divisions;
    QSet<qint64> m_seen; ///< the first 17 digits: the last one follows from them
    QHash<QString, std::optional<qint64>> m_youngest;
};

std::optional<qint64> RowJudge::youngest(const QString &division)
{
    const auto known = m_youngest.constFind(division);
    if (known != m_youngest.constEnd())
        return *known;
    const std::optional<qint64> age =
        m_reader.policy().figure(QStringLiteral("enrolment.age_from"), division, m_reader.today());
    m_youngest.insert(division, age);
    return age;
}

void RowJudge::judgePerson(const QJsonObject &row, const IdNumberResult &id, Findings &findings)
{
    const qint64 key = id.normalized.left(17).toLongLong();
    if (m_seen.contains(key))
        findings.append(
            error(QStringLiteral("ROW_TWICE"), QStringLiteral("id_number"),
                  words(QT_TRANSLATE_NOOP("TakeOver", "An earlier row has the same ID number."))));
    m_seen.insert(key);
    if (m_enrolled.contains(id.normalized))
        findings.append(
            error(QStringLiteral("ALREADY_ENROLLED"), QStringLiteral("id_number"),
                  words(QT_TRANSLATE_NOOP("TakeOver", "This ID number is in the books already.")),
                  QStringLiteral("ENR-08")));
    const QString division = row[u"division"].toString();
    if (!m_divisions.contains(division)) {
        findings.append(
            error(QStringLiteral("DIVISION_UNKNOWN"), QStringLiteral("division"),
                  words(QT_TRANSLATE_NOOP("TakeOver", "The county has no such village.")),
                  QStringLiteral("ENR-01")));
        return;
    }
    const int age = ageInYears(id.birth, m_reader.today());
    const std::optional<qint64> from = youngest(division);
    constexpr int hardlyAlive = 110;
    if (!from || age < *from)
        findings.append(error(
            QStringLiteral("AGE_TOO_LOW"), QStringLiteral("id_number"),
            from ? words(QT_TRANSLATE_NOOP("TakeOver",
                                           "The person is %1 years old; enrolment begins at %2."))
                       .arg(age)
                       .arg(*from)
                 : words(QT_TRANSLATE_NOOP("TakeOver",
                                           "The policy row “enrolment.age_from” is missing.")),
            QStringLiteral("ENR-08")));
    else if (age >= hardlyAlive)
        findings.append(warning(
            QStringLiteral("AGE_VERY_HIGH"), QStringLiteral("id_number"),
            words(QT_TRANSLATE_NOOP("TakeOver", "The person would be %1 years old.")).arg(age)));
}

void RowJudge::judgeAccount(const QJsonObject &row, const IdNumberResult &id, Findings &findings)
{
    qint64 total = 0;
    for (const char *name : balanceFields) {
        const qint64 fen = row[QLatin1String(name)].toInteger();
        total += fen;
        if (fen < 0)
            findings.append(
                error(QStringLiteral("BALANCE_NEGATIVE"), QString::fromLatin1(name),
                      words(QT_TRANSLATE_NOOP("TakeOver", "A balance cannot be below zero."))));
    }
    const qint64 months = row[u"paid_months"].toInteger();
    const int adult = ageInYears(id.birth, m_balancesOn)
        - int(youngest(row[u"division"].toString()).value_or(0)) + 1;
    if (months < 0 || months > qint64(std::max(0, adult)) * monthsInYear)
        findings.append(error(
            QStringLiteral("MONTHS_IMPLAUSIBLE"), QStringLiteral("paid_months"),
            words(QT_TRANSLATE_NOOP("TakeOver", "%1 months paid do not fit a person born on %2."))
                .arg(months)
                .arg(id.birth.toString(Qt::ISODate))));
    if (months == 0 && total > 0)
        findings.append(
            warning(QStringLiteral("BALANCE_WITHOUT_MONTHS"), QStringLiteral("paid_months"),
                    words(QT_TRANSLATE_NOOP("TakeOver", "There is a balance but no month paid."))));
    const QDate enrolled = QDate::fromString(row[u"enrolled_on"].toString(), Qt::ISODate);
    if (enrolled.isValid() && (enrolled > m_balancesOn || enrolled < id.birth))
        findings.append(error(
            QStringLiteral("ENROLLED_IMPLAUSIBLE"), QStringLiteral("enrolled_on"),
            words(QT_TRANSLATE_NOOP(
                "TakeOver", "The day of enrolment lies after the balances or before the birth."))));
}

void RowJudge::lookAhead(const QList<BatchRow> &rows)
{
    QStringList numbers;
    for (const BatchRow &row : rows)
        numbers.append(
            IdNumber::parse(row.values[u"id_number"].toString(), m_reader.today()).normalized);
    m_enrolled = m_reader.present(QStringLiteral("person"), QStringLiteral("id_number"), numbers);
}

Findings RowJudge::judge(const QJsonObject &row)
{
    const IdNumberResult id = IdNumber::parse(row[u"id_number"].toString(), m_reader.today());
    Findings findings = id.findings;
    if (row[u"name"].toString().trimmed().isEmpty())
        findings.append(error(QStringLiteral("FIELD_MISSING"), QStringLiteral("name"),
                              words(QT_TRANSLATE_NOOP("TakeOver", "The name is missing."))));
    findings.append(personNameFindings(row[u"name"].toString(), QStringLiteral("name"),
                                       mayHaveLatinName(id.normalized)));
    static const QRegularExpression phone(QStringLiteral("^(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8})?$"));
    if (!phone.match(row[u"phone"].toString()).hasMatch())
        findings.append(
            error(QStringLiteral("PHONE_MALFORMED"), QStringLiteral("phone"),
                  words(QT_TRANSLATE_NOOP(
                      "TakeOver",
                      "A mobile number has 11 digits; a fixed line begins with its area code."))));
    static const QRegularExpression card(QStringLiteral("^(\\d{12,19})?$"));
    if (!card.match(row[u"bank_card"].toString()).hasMatch())
        findings.append(
            error(QStringLiteral("BANK_CARD_MALFORMED"), QStringLiteral("bank_card"),
                  words(QT_TRANSLATE_NOOP("TakeOver", "A bank card has 12 to 19 digits."))));
    if (!id.valid)
        return findings;
    judgePerson(row, id, findings);
    judgeAccount(row, id, findings);
    return findings;
}

RowPoster beginPosting(const QJsonObject &parameters, Writer &writer)
{
    static const QStringList copied{
        "nation",  "division", "household", "household_relation", "household_kind",
        "address", "phone",    "bank_name", "bank_card",          "member_group"};
    auto insert = std::make_shared<RowInserter>(
        writer.inserter(QStringLiteral("person"),
                        QStringList{"id_number", "id_last_four", "name", "pinyin", "pinyin_other",
                                    "sex", "birth", "enrolled_on", "status", "imported"}
                            + copied));
    const QString balancesOn = parameters[u"balances_on"].toString();
    const QDate today = writer.today();
    return [insert, balancesOn, today](const QJsonObject &row) {
        const IdNumberResult id = IdNumber::parse(row[u"id_number"].toString(), today);
        const QString name = row[u"name"].toString();
        const QString enrolled = row[u"enrolled_on"].toString();
        const auto text = [&row](qsizetype place) { return row[copied.at(place)].toString(); };
        const PinyinKeys pinyin = pinyinKeys(name);
        const QVariant other = pinyin.other.isEmpty() ? QVariant() : pinyin.other;
        return insert->add({id.normalized,
                            id.normalized.right(4),
                            name,
                            pinyin.common,
                            other,
                            sexCode(id.sex),
                            id.birth,
                            enrolled.isEmpty() ? balancesOn : enrolled,
                            QStringLiteral("active"),
                            1,
                            text(0),
                            text(1),
                            text(2),
                            text(3),
                            text(4),
                            text(5),
                            text(6),
                            text(7),
                            text(8),
                            text(9)});
    };
}

qint64 balanceOfAll(const QJsonObject &payload)
{
    qint64 total = 0;
    for (const char *name : balanceFields)
        total += payload[QStringLiteral("sum_") + QLatin1String(name)].toInteger();
    return total;
}

/** What the section counted by itself must be what the file brought, or somebody says why. */
void compareControlTotals(const QJsonObject &payload, Findings &findings)
{
    if (!payload.contains(u"rows_count"))
        return;
    const qint64 rows = payload[u"rows_count"].toInteger();
    if (payload.contains(u"control_rows") && payload[u"control_rows"].toInteger() != rows)
        findings.append(warning(
            QStringLiteral("CONTROL_ROWS"), QStringLiteral("control_rows"),
            words(QT_TRANSLATE_NOOP("TakeOver", "%1 persons were announced and %2 are taken over."))
                .arg(payload[u"control_rows"].toInteger())
                .arg(rows)));
    const Money sum = Money::fromFen(balanceOfAll(payload));
    const Money announced = Money::fromFen(payload[u"control_sum"].toInteger());
    if (payload.contains(u"control_sum") && announced != sum)
        findings.append(
            warning(QStringLiteral("CONTROL_SUM"), QStringLiteral("control_sum"),
                    words(QT_TRANSLATE_NOOP("TakeOver",
                                            "Balances of %1 were announced and %2 are taken over."))
                        .arg(announced.toDisplay(), sum.toDisplay())));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const QDate on = QDate::fromString(payload[u"balances_on"].toString(), Qt::ISODate);
    if (!on.isValid() || on > reader.today())
        findings.append(error(QStringLiteral("DATE_FALSE"), QStringLiteral("balances_on"),
                              words(QT_TRANSLATE_NOOP(
                                  "TakeOver", "The balances stand as of a day that has passed."))));
    compareControlTotals(payload, findings);
    return findings;
}

} // namespace

OperationType takeOverType()
{
    OperationType type;
    type.id = QStringLiteral("enrollment.take_over");
    type.room = QStringLiteral("enrollment");
    type.family = QStringLiteral("accounts.takeover");
    type.part = ControlPart::Business;
    type.legalBasis = QStringLiteral("第十六条、第三十五条");
    type.title = words(QT_TRANSLATE_NOOP("TakeOver", "Opening take-over"));
    type.fields = {
        fieldOf("balances_on", FieldKind::Date, QT_TRANSLATE_NOOP("TakeOver", "Balances as of")),
        fieldOf("source", FieldKind::Text, QT_TRANSLATE_NOOP("TakeOver", "System before")),
        fieldOf("control_rows", FieldKind::Integer,
                QT_TRANSLATE_NOOP("TakeOver", "Persons announced")),
        fieldOf("control_sum", FieldKind::Money,
                QT_TRANSLATE_NOOP("TakeOver", "Balances announced"))};
    type.highRisk = true;
    BatchSpec batch;
    batch.rowFields = rowFields();
    batch.beginCheck = [](const QJsonObject &parameters, const Reader &reader, qint64) {
        const auto judge = std::make_shared<RowJudge>(parameters, reader);
        return RowCheck([judge](const QJsonObject &row) { return judge->judge(row); },
                        [judge](const QList<BatchRow> &rows) { judge->lookAhead(rows); });
    };
    batch.beginPosting = beginPosting;
    type.batch = batch;
    type.prefill = [](const QJsonObject &, const Reader &reader) {
        // Interest is credited at the year's end, so old books are closed there.
        return QJsonObject{{QStringLiteral("balances_on"),
                            QDate(reader.today().year() - 1, 12, 31).toString(Qt::ISODate)}};
    };
    type.check = check;
    type.amount = [](const QJsonObject &payload) { return Money::fromFen(balanceOfAll(payload)); };
    type.summary = [](const QJsonObject &payload, const Reader &) {
        return words(QT_TRANSLATE_NOOP("TakeOver", "Take over %1 persons as of %2"))
            .arg(payload[u"rows_count"].toInteger())
            .arg(payload[u"balances_on"].toString());
    };
    type.changes = [](const QJsonObject &payload, const Reader &) {
        QList<Change> changes{{QStringLiteral("balances_on"),
                               words(QT_TRANSLATE_NOOP("TakeOver", "Balances as of")),
                               {},
                               payload[u"balances_on"].toString()},
                              {QStringLiteral("balance"),
                               words(QT_TRANSLATE_NOOP("TakeOver", "All balances together")),
                               {},
                               Money::fromFen(balanceOfAll(payload)).toDisplay()}};
        if (!payload[u"source"].toString().isEmpty())
            changes.append({QStringLiteral("source"),
                            words(QT_TRANSLATE_NOOP("TakeOver", "System before")),
                            {},
                            payload[u"source"].toString()});
        return changes;
    };
    return type;
}

} // namespace jubao

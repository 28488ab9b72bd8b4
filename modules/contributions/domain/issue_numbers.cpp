// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/types.h"

#include "contributions/domain/words.h"
#include <QRegularExpression>

namespace jubao {

namespace {

constexpr int numberDigits = 8;
constexpr qint64 largestBlock = 10000;
constexpr qint64 largestNumber = 99'999'999; ///< what eight digits hold

QString words(const char *text)
{
    return contributionWords(text);
}

/** Whoever keeps the stock, under any account, takes no numbers out of it (SOD-15, SOD-23). */
bool isKeeper(const Reader &reader, qint64 holder)
{
    Query keeper = reader.query(QStringLiteral(
        "SELECT 1 FROM post_assignment p JOIN operator_account a ON a.id = p.operator "
        "WHERE p.post = 'CA' AND (p.valid_to IS NULL OR p.valid_to >= :today) "
        "AND a.person = (SELECT person FROM operator_account WHERE id = :holder)"));
    keeper.bind(QStringLiteral(":today"), reader.today());
    keeper.bind(QStringLiteral(":holder"), holder);
    return keeper.next();
}

bool isCollector(const Reader &reader, qint64 holder)
{
    Query collector = reader.query(QStringLiteral(
        "SELECT 1 FROM post_assignment WHERE operator = :holder AND post IN ('CO', 'TC') "
        "AND valid_from <= :today AND (valid_to IS NULL OR valid_to >= :today)"));
    collector.bind(QStringLiteral(":holder"), holder);
    collector.bind(QStringLiteral(":today"), reader.today());
    return collector.next();
}

QString numberText(const QString &prefix, qint64 number)
{
    return prefix + QStringLiteral("%1").arg(number, numberDigits, 10, QLatin1Char('0'));
}

bool isTaken(const Reader &reader, const QString &kind, const QString &number)
{
    Query used = reader.query(QStringLiteral(
        "SELECT 1 FROM receipt WHERE kind = :kind AND number = :number "
        "UNION ALL SELECT 1 FROM number_void WHERE kind = :kind AND number = :number"));
    used.bind(QStringLiteral(":kind"), kind);
    used.bind(QStringLiteral(":number"), number);
    return used.next();
}

/**
 * Letters, then eight digits: so no two blocks can spell the same number in different ways, and no
 * prefix looks like another on paper.
 */
void checkShape(const QJsonObject &payload, const QString &rule, Findings &findings)
{
    static const QRegularExpression letters(QStringLiteral("\\A[A-Z]{0,4}\\z"));
    if (!letters.match(payload[u"prefix"].toString()).hasMatch())
        findings.append(error(
            QStringLiteral("PREFIX_MALFORMED"), QStringLiteral("prefix"),
            words(QT_TRANSLATE_NOOP(
                "Contributions",
                "The prefix is what is printed before the digits: up to four capital letters A to Z, or nothing.")),
            rule));
    const qint64 first = payload[u"first_number"].toInteger();
    const qint64 last = payload[u"last_number"].toInteger();
    if (first < 1 || last < first || last - first >= largestBlock || last > largestNumber)
        findings.append(error(
            QStringLiteral("BLOCK_MALFORMED"), QStringLiteral("last_number"),
            words(
                QT_TRANSLATE_NOOP(
                    "Contributions",
                    "A block goes from a smaller to a larger number of at most eight digits and holds at most %1."))
                .arg(largestBlock),
            rule));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const QString rule = QStringLiteral("CON-09");
    checkShape(payload, rule, findings);
    const qint64 first = payload[u"first_number"].toInteger();
    const qint64 last = payload[u"last_number"].toInteger();
    if (payload[u"kind"].toString().isEmpty())
        findings.append(
            error(QStringLiteral("FIELD_MISSING"), QStringLiteral("kind"),
                  words(QT_TRANSLATE_NOOP("Contributions", "Choose the kind of receipt.")), rule));
    const qint64 holder = payload[u"holder"].toInteger();
    if (isKeeper(reader, holder))
        findings.append(
            error(QStringLiteral("HOLDER_IS_KEEPER"), QStringLiteral("holder"),
                  words(QT_TRANSLATE_NOOP("Contributions",
                                          "The cashier keeps the stock and never uses it.")),
                  QStringLiteral("SOD-15")));
    else if (!isCollector(reader, holder))
        findings.append(
            error(QStringLiteral("HOLDER_IS_NO_COLLECTOR"), QStringLiteral("holder"),
                  words(QT_TRANSLATE_NOOP("Contributions",
                                          "Numbers go to a collector: the post CO or TC.")),
                  rule));
    Query overlap = reader.query(QStringLiteral(
        "SELECT 1 FROM number_block WHERE kind = ? AND prefix = ? AND first_number <= ? AND last_number >= ?"));
    overlap.bindAll(payload[u"kind"].toString(), payload[u"prefix"].toString(), last, first);
    if (overlap.next())
        findings.append(error(
            QStringLiteral("BLOCK_OVERLAPS"), QStringLiteral("first_number"),
            words(QT_TRANSLATE_NOOP("Contributions", "Numbers of this block were issued before.")),
            rule));
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    writer.insert(QStringLiteral("number_block"),
                  {{QStringLiteral("kind"), payload[u"kind"].toString()},
                   {QStringLiteral("prefix"), payload[u"prefix"].toString()},
                   {QStringLiteral("first_number"), payload[u"first_number"].toInteger()},
                   {QStringLiteral("last_number"), payload[u"last_number"].toInteger()},
                   {QStringLiteral("holder"), payload[u"holder"].toInteger()},
                   {QStringLiteral("division"), payload[u"division"].toString()},
                   {QStringLiteral("state"), QStringLiteral("issued")}});
}

} // namespace

QString numberRefusal(const Reader &reader, const QString &kind, const QString &number,
                      qint64 collector)
{
    Query blocks = reader.query(QStringLiteral(
        "SELECT prefix, first_number, last_number, holder FROM number_block WHERE kind = ?"));
    blocks.bindAll(kind);
    bool issued = false;
    bool mine = false;
    while (blocks.next()) {
        const QString prefix = blocks.text(0);
        bool digits = false;
        const qint64 value = number.mid(prefix.size()).toLongLong(&digits);
        if (!digits || number != numberText(prefix, value) || value < blocks.integer(1)
            || value > blocks.integer(2))
            continue;
        issued = true;
        mine = blocks.integer(3) == collector;
    }
    if (!issued)
        return words(QT_TRANSLATE_NOOP("Contributions", "The number %1 was never issued."))
            .arg(number);
    if (!mine)
        return words(QT_TRANSLATE_NOOP("Contributions",
                                       "The number %1 was issued to another collector."))
            .arg(number);
    if (isTaken(reader, kind, number))
        return words(QT_TRANSLATE_NOOP("Contributions", "The number %1 is used, void or lost."))
            .arg(number);
    return {};
}

void checkNumber(const Reader &reader, const QString &kind, const QString &number, qint64 collector,
                 const QString &field, Findings &findings)
{
    const QString refused = numberRefusal(reader, kind, number, collector);
    if (!refused.isEmpty()) {
        findings.append(
            error(QStringLiteral("NUMBER_NOT_USABLE"), field, refused, QStringLiteral("CON-09")));
        return;
    }
    const QString next = nextNumber(reader, kind, collector);
    if (number != next)
        findings.append(warning(
            QStringLiteral("NUMBER_OUT_OF_ORDER"), field,
            words(
                QT_TRANSLATE_NOOP(
                    "Contributions",
                    "The next number of your stock is %1. Void what is spoilt, or write why %2 is taken."))
                .arg(next, number),
            QStringLiteral("SM-02")));
}

QString nextNumber(const Reader &reader, const QString &kind, qint64 collector)
{
    Query blocks = reader.query(QStringLiteral(
        "SELECT prefix, first_number, last_number FROM number_block WHERE kind = ? AND holder = ? ORDER BY id"));
    blocks.bindAll(kind, collector);
    while (blocks.next()) {
        const QString prefix = blocks.text(0);
        Query taken = reader.query(QStringLiteral(
            "SELECT number FROM receipt WHERE kind = :kind AND number BETWEEN :first AND :last UNION "
            "SELECT number FROM number_void WHERE kind = :kind AND number BETWEEN :first AND :last "
            "ORDER BY number"));
        taken.bind(QStringLiteral(":kind"), kind);
        taken.bind(QStringLiteral(":first"), numberText(prefix, blocks.integer(1)));
        taken.bind(QStringLiteral(":last"), numberText(prefix, blocks.integer(2)));
        qint64 value = blocks.integer(1);
        // Longer prefixes sort in between: what is smaller is none of this block's numbers.
        while (taken.next() && taken.text(0) <= numberText(prefix, value)) {
            if (taken.text(0) == numberText(prefix, value))
                ++value;
        }
        if (value <= blocks.integer(2))
            return numberText(prefix, value);
    }
    return {};
}

OperationType issueNumbersType()
{
    OperationType type;
    type.id = QStringLiteral("contributions.issue_numbers");
    type.room = QStringLiteral("contributions");
    type.family = QStringLiteral("bills.use");
    type.part = ControlPart::Finance;
    type.legalBasis = QStringLiteral("第二十五条");
    type.title = words(QT_TRANSLATE_NOOP("Contributions", "Issue of receipt numbers"));
    type.fields = {
        {QStringLiteral("kind"),
         FieldKind::Choice,
         words(QT_TRANSLATE_NOOP("Contributions", "Kind of receipt")),
         true,
         {{QStringLiteral("contribution"),
           words(QT_TRANSLATE_NOOP("Contributions", "Contribution receipt"))}}},
        {QStringLiteral("prefix"), FieldKind::Text,
         words(QT_TRANSLATE_NOOP("Contributions", "Prefix")), false},
        {QStringLiteral("first_number"), FieldKind::Integer,
         words(QT_TRANSLATE_NOOP("Contributions", "First number")), true},
        {QStringLiteral("last_number"), FieldKind::Integer,
         words(QT_TRANSLATE_NOOP("Contributions", "Last number")), true},
        {QStringLiteral("holder"), FieldKind::Operator,
         words(QT_TRANSLATE_NOOP("Contributions", "Collector")), true},
        {QStringLiteral("division"), FieldKind::Division,
         words(QT_TRANSLATE_NOOP("Contributions", "Division")), true},
    };
    type.check = check;
    type.apply = apply;
    type.summary = [](const QJsonObject &payload, const Reader &) {
        const QString prefix = payload[u"prefix"].toString();
        return words(QT_TRANSLATE_NOOP("Contributions", "Numbers %1 to %2"))
            .arg(numberText(prefix, payload[u"first_number"].toInteger()),
                 numberText(prefix, payload[u"last_number"].toInteger()));
    };
    return type;
}

} // namespace jubao

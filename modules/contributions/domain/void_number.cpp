// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/types.h"

#include "contributions/domain/words.h"

namespace jubao {

namespace {

QString words(const char *text)
{
    return contributionWords(text);
}

/** What a signed day close counted must not change behind the signature (CON-15). */
void refuseAfterClose(const Reader &reader, qint64 actor, const QString &field, Findings &findings)
{
    if (isDayClosedOrClosing(reader, actor, reader.today()))
        findings.append(error(
            QStringLiteral("DAY_CLOSED"), field,
            words(QT_TRANSLATE_NOOP(
                "Contributions", "Your day is closed with its numbers; report this one tomorrow.")),
            QStringLiteral("CON-15")));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    Findings findings;
    const QString refused =
        numberRefusal(reader, payload[u"kind"].toString(), payload[u"number"].toString(), actor);
    if (!refused.isEmpty())
        findings.append(error(QStringLiteral("NUMBER_NOT_USABLE"), QStringLiteral("number"),
                              refused, QStringLiteral("CON-09")));
    refuseAfterClose(reader, actor, QStringLiteral("number"), findings);
    if (payload[u"reason"].toString().trimmed().isEmpty())
        findings.append(
            error(QStringLiteral("FIELD_MISSING"), QStringLiteral("reason"),
                  words(QT_TRANSLATE_NOOP("Contributions", "Write why the number is void.")),
                  QStringLiteral("CON-09")));
    return findings;
}

void stateFacts(const QJsonObject &payload, Writer &writer)
{
    writer.insert(QStringLiteral("number_void"),
                  {{QStringLiteral("kind"), payload[u"kind"].toString()},
                   {QStringLiteral("number"), payload[u"number"].toString()},
                   {QStringLiteral("reason"), payload[u"reason"].toString()},
                   {QStringLiteral("collector"), writer.context().operatorId},
                   {QStringLiteral("voided_on"), writer.context().madeOn}});
}

QList<Field> numberFields(const QList<Field> &own)
{
    QList<Field> fields{{QStringLiteral("kind"),
                         FieldKind::Choice,
                         words(QT_TRANSLATE_NOOP("Contributions", "Kind of receipt")),
                         true,
                         {{QStringLiteral("contribution"),
                           words(QT_TRANSLATE_NOOP("Contributions", "Contribution receipt"))}}}};
    fields += own;
    fields.append({QStringLiteral("division"), FieldKind::Division,
                   words(QT_TRANSLATE_NOOP("Contributions", "Division")), true});
    return fields;
}

/** The numbers from first to last; empty where the two make no range of at most \a largestRange. */
QStringList rangeOf(const QJsonObject &payload)
{
    constexpr qint64 largestRange = 1000;
    constexpr qsizetype counterDigits = 8;
    const QString first = payload[u"first_number"].toString();
    const QString last = payload[u"last_number"].toString();
    if (first.size() != last.size() || first.size() < counterDigits)
        return {};
    const QString prefix = first.left(first.size() - counterDigits);
    bool firstGood = false;
    bool lastGood = false;
    const qint64 from = first.mid(prefix.size()).toLongLong(&firstGood);
    const qint64 to = last.mid(prefix.size()).toLongLong(&lastGood);
    if (!firstGood || !lastGood || !last.startsWith(prefix) || from < 1 || to < from
        || to - from >= largestRange)
        return {};
    QStringList numbers;
    for (qint64 value = from; value <= to; ++value)
        numbers.append(prefix
                       + QStringLiteral("%1").arg(value, int(counterDigits), 10, QLatin1Char('0')));
    return numbers;
}

Findings checkLost(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    Findings findings;
    const QString rule = QStringLiteral("SM-02");
    const QStringList numbers = rangeOf(payload);
    if (numbers.isEmpty())
        findings.append(
            error(QStringLiteral("BLOCK_MALFORMED"), QStringLiteral("last_number"),
                  words(QT_TRANSLATE_NOOP(
                      "Contributions",
                      "Enter the first and the last lost number; at most 1000 at once.")),
                  rule));
    for (const QString &number : numbers) {
        const QString refused = numberRefusal(reader, payload[u"kind"].toString(), number, actor);
        if (refused.isEmpty())
            continue;
        findings.append(error(QStringLiteral("NUMBER_NOT_USABLE"), QStringLiteral("first_number"),
                              refused, rule));
        break;
    }
    refuseAfterClose(reader, actor, QStringLiteral("first_number"), findings);
    if (payload[u"reason"].toString().trimmed().isEmpty())
        findings.append(
            error(QStringLiteral("FIELD_MISSING"), QStringLiteral("reason"),
                  words(QT_TRANSLATE_NOOP("Contributions", "Write how they were lost.")), rule));
    return findings;
}

void stateLost(const QJsonObject &payload, Writer &writer)
{
    const QStringList numbers = rangeOf(payload);
    for (const QString &number : numbers)
        writer.insert(QStringLiteral("number_void"),
                      {{QStringLiteral("kind"), payload[u"kind"].toString()},
                       {QStringLiteral("number"), number},
                       {QStringLiteral("reason"), payload[u"reason"].toString()},
                       {QStringLiteral("collector"), writer.context().operatorId},
                       {QStringLiteral("voided_on"), writer.context().madeOn},
                       {QStringLiteral("state"), QStringLiteral("lost")}});
}

} // namespace

OperationType lostNumbersType()
{
    OperationType type;
    type.id = QStringLiteral("contributions.lost_numbers");
    type.room = QStringLiteral("contributions");
    type.family = QStringLiteral("bills.use");
    type.part = ControlPart::Finance;
    type.legalBasis = QStringLiteral("第二十五条");
    type.title = words(QT_TRANSLATE_NOOP("Contributions", "Report of lost numbers"));
    type.fields =
        numberFields({{QStringLiteral("first_number"), FieldKind::ReceiptNumber,
                       words(QT_TRANSLATE_NOOP("Contributions", "First number")), true},
                      {QStringLiteral("last_number"), FieldKind::ReceiptNumber,
                       words(QT_TRANSLATE_NOOP("Contributions", "Last number")), true},
                      {QStringLiteral("reason"), FieldKind::LongText,
                       words(QT_TRANSLATE_NOOP("Contributions", "How they were lost")), true}});
    type.check = checkLost;
    type.stateFacts = stateLost;
    // The numbers are blocked from the report on; what follows from the loss is decided elsewhere.
    type.apply = [](const QJsonObject &, Writer &) {};
    type.summary = [](const QJsonObject &payload, const Reader &) {
        return words(QT_TRANSLATE_NOOP("Contributions", "Numbers %1 to %2 are lost: %3"))
            .arg(payload[u"first_number"].toString(), payload[u"last_number"].toString(),
                 payload[u"reason"].toString());
    };
    return type;
}

OperationType voidNumberType()
{
    OperationType type;
    type.id = QStringLiteral("contributions.void_number");
    type.room = QStringLiteral("contributions");
    type.family = QStringLiteral("bills.use");
    type.part = ControlPart::Finance;
    type.legalBasis = QStringLiteral("第二十五条");
    type.title = words(QT_TRANSLATE_NOOP("Contributions", "Void a blank number"));
    type.fields =
        numberFields({{QStringLiteral("number"), FieldKind::ReceiptNumber,
                       words(QT_TRANSLATE_NOOP("Contributions", "Receipt number")), true},
                      {QStringLiteral("reason"), FieldKind::Text,
                       words(QT_TRANSLATE_NOOP("Contributions", "Why it is void")), true}});
    type.check = check;
    type.stateFacts = stateFacts;
    // The paper is spoilt whatever the checker says: the fact stands, and there is nothing to post.
    type.apply = [](const QJsonObject &, Writer &) {};
    type.summary = [](const QJsonObject &payload, const Reader &) {
        return words(QT_TRANSLATE_NOOP("Contributions", "Number %1 is void: %2"))
            .arg(payload[u"number"].toString(), payload[u"reason"].toString());
    };
    return type;
}

} // namespace jubao

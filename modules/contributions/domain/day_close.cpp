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

const QString receiptKind = QStringLiteral("contribution");

QDate dayOf(const QJsonObject &payload)
{
    return QDate::fromString(payload[u"day"].toString(), Qt::ISODate);
}

Money difference(const QJsonObject &payload, const DayFigures &figures)
{
    // A negative count is refused by its own rule; here it must only not overflow.
    return Money::fromFen(std::max<qint64>(0, payload[u"counted"].toInteger())) - figures.due;
}

/** Null where the books have no founding. */
QDate foundedOn(const Reader &reader)
{
    Query office = reader.query(QStringLiteral("SELECT founded_on FROM office"));
    return office.next() ? QDate::fromString(office.text(0), Qt::ISODate) : QDate();
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    Findings findings;
    const QString rule = QStringLiteral("CON-15");
    const QDate day = dayOf(payload);
    // A day that is still to come has receipts where a clock was ahead: their cash is here now.
    if (!day.isValid()
        || (day > reader.today()
            && figuresOfDay(reader, receiptKind, actor, day).firstNumber.isEmpty())) {
        findings.append(
            error(QStringLiteral("DAY_MALFORMED"), QStringLiteral("day"),
                  words(QT_TRANSLATE_NOOP("Contributions",
                                          "Enter today or a past day, such as 2026-03-31.")),
                  rule));
        return findings;
    }
    if (const QDate founded = foundedOn(reader); founded.isValid() && day < founded) {
        findings.append(
            error(QStringLiteral("DAY_BEFORE_OFFICE"), QStringLiteral("day"),
                  words(QT_TRANSLATE_NOOP("Contributions", "The office was founded on %1 only."))
                      .arg(founded.toString(Qt::ISODate)),
                  rule));
        return findings;
    }
    Query closed =
        reader.query(QStringLiteral("SELECT 1 FROM day_close WHERE collector = ? AND day = ?"));
    closed.bindAll(actor, day);
    if (closed.next())
        findings.append(
            error(QStringLiteral("DAY_CLOSED"), QStringLiteral("day"),
                  words(QT_TRANSLATE_NOOP("Contributions", "This day is closed already.")), rule));
    if (payload[u"operator"].toInteger() != actor)
        findings.append(error(
            QStringLiteral("OWN_DAY_ONLY"), QStringLiteral("operator"),
            words(QT_TRANSLATE_NOOP("Contributions", "Each collector closes the own day.")), rule));
    if (payload[u"counted"].toInteger() < 0)
        findings.append(
            error(QStringLiteral("COUNT_NEGATIVE"), QStringLiteral("counted"),
                  words(QT_TRANSLATE_NOOP("Contributions", "The counted cash cannot be negative.")),
                  rule));
    const DayFigures figures = figuresOfDay(reader, receiptKind, actor, day);
    if (!figures.missing.isEmpty())
        findings.append(warning(
            QStringLiteral("NUMBERS_MISSING"), QStringLiteral("day"),
            words(QT_TRANSLATE_NOOP("Contributions", "Numbers are neither used nor void: %1"))
                .arg(figures.missing.mid(0, 10).join(QStringLiteral(", "))),
            rule));
    const Money gap = difference(payload, figures);
    if (gap.fen() != 0)
        findings.append(warning(
            QStringLiteral("CASH_DIFFERENCE"), QStringLiteral("counted"),
            words(QT_TRANSLATE_NOOP(
                      "Contributions",
                      "Counted %1, due %2: a difference of %3 yuan goes to the head of finance."))
                .arg(Money::fromFen(payload[u"counted"].toInteger()).toDisplay(),
                     figures.due.toDisplay(), gap.toDisplay()),
            rule));
    // The cash is due whatever becomes of the receipt: this stops nothing.
    if (figures.waiting > 0)
        findings.append(note(
            QStringLiteral("RECEIPTS_WAIT"), QStringLiteral("day"),
            words(QT_TRANSLATE_NOOP(
                      "Contributions",
                      "Receipts of this day that still wait for recheck: %1, together %2 yuan."))
                .arg(QString::number(figures.waiting), figures.waitingMoney.toDisplay()),
            rule));
    if (payload[u"deposit_slip"].toString().trimmed().isEmpty() && figures.due.fen() > 0)
        findings.append(error(QStringLiteral("FIELD_MISSING"), QStringLiteral("deposit_slip"),
                              words(QT_TRANSLATE_NOOP(
                                  "Contributions", "Enter the number of the bank's deposit slip.")),
                              rule));
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const DayFigures figures =
        figuresOfDay(writer, receiptKind, writer.context().operatorId, dayOf(payload));
    writer.insert(QStringLiteral("day_close"),
                  {{QStringLiteral("collector"), writer.context().operatorId},
                   {QStringLiteral("day"), dayOf(payload)},
                   {QStringLiteral("kind"), receiptKind},
                   {QStringLiteral("first_number"), figures.firstNumber},
                   {QStringLiteral("last_number"), figures.lastNumber},
                   {QStringLiteral("used"), figures.used},
                   {QStringLiteral("voided"), figures.voided},
                   {QStringLiteral("missing"), int(figures.missing.size())},
                   {QStringLiteral("due"), figures.due.fen()},
                   {QStringLiteral("counted"), payload[u"counted"].toInteger()},
                   {QStringLiteral("deposit_slip"), payload[u"deposit_slip"].toString()},
                   {QStringLiteral("journal_head"), writer.context().journalHead}});
}

QList<Change> changes(const QJsonObject &payload, const Reader &reader)
{
    const DayFigures figures =
        figuresOfDay(reader, receiptKind, payload[u"operator"].toInteger(), dayOf(payload));
    return {{QStringLiteral("numbers"),
             words(QT_TRANSLATE_NOOP("Contributions", "Numbers")),
             {},
             figures.firstNumber + QStringLiteral(" – ") + figures.lastNumber},
            {QStringLiteral("used"),
             words(QT_TRANSLATE_NOOP("Contributions", "Used")),
             {},
             QString::number(figures.used)},
            {QStringLiteral("voided"),
             words(QT_TRANSLATE_NOOP("Contributions", "Void")),
             {},
             QString::number(figures.voided)},
            {QStringLiteral("missing"),
             words(QT_TRANSLATE_NOOP("Contributions", "Missing")),
             {},
             figures.missing.isEmpty() ? QStringLiteral("0")
                                       : figures.missing.join(QStringLiteral(", "))},
            {QStringLiteral("due"),
             words(QT_TRANSLATE_NOOP("Contributions", "Due (yuan)")),
             {},
             figures.due.toDisplay()},
            {QStringLiteral("counted"),
             words(QT_TRANSLATE_NOOP("Contributions", "Counted (yuan)")),
             {},
             Money::fromFen(payload[u"counted"].toInteger()).toDisplay()},
            {QStringLiteral("deposit_slip"),
             words(QT_TRANSLATE_NOOP("Contributions", "Deposit slip")),
             {},
             payload[u"deposit_slip"].toString()}};
}

struct Counter {
    QString division;
    bool township = false;
};

/** Where the collector collects: the division of the post, the county's own where it has none. */
Counter counterOf(const QJsonObject &payload, const Reader &reader)
{
    Query post = reader.query(QStringLiteral(
        "SELECT division FROM post_assignment WHERE operator = :collector AND post IN ('CO', 'TC') "
        "AND valid_from <= :today AND (valid_to IS NULL OR valid_to >= :today) ORDER BY id"));
    post.bind(QStringLiteral(":collector"), payload[u"operator"].toInteger());
    post.bind(QStringLiteral(":today"), reader.today());
    if (post.next() && !post.text(0).isEmpty())
        return {post.text(0), true};
    Query county = reader.query(QStringLiteral("SELECT code FROM division WHERE parent = ''"));
    return {county.next() ? county.text(0) : QString(), false};
}

QString routeOf(const QJsonObject &payload, const Reader &reader)
{
    const DayFigures figures =
        figuresOfDay(reader, receiptKind, payload[u"operator"].toInteger(), dayOf(payload));
    const bool differs = difference(payload, figures).fen() != 0;
    const bool township = counterOf(payload, reader).township;
    QString key = QStringLiteral("contributions.day_close");
    if (township || differs)
        key += u'#';
    if (township)
        key += QStringLiteral("township");
    if (township && differs)
        key += u'_';
    if (differs)
        key += QStringLiteral("difference");
    return key;
}

/** The counter part of a number: what follows the prefix that the block names. */
void addMissing(const Reader &reader, const QString &kind, qint64 collector, DayFigures &figures)
{
    Query blocks = reader.query(
        QStringLiteral("SELECT prefix FROM number_block WHERE kind = ? AND holder = ?"));
    blocks.bindAll(kind, collector);
    QStringList prefixes;
    while (blocks.next())
        prefixes.append(blocks.text(0));
    prefixes.removeDuplicates();
    for (const QString &prefix : prefixes) {
        if (!figures.firstNumber.startsWith(prefix) || !figures.lastNumber.startsWith(prefix))
            continue;
        const qsizetype digits = figures.firstNumber.size() - prefix.size();
        const qint64 first = figures.firstNumber.mid(prefix.size()).toLongLong();
        const qint64 last = figures.lastNumber.mid(prefix.size()).toLongLong();
        for (qint64 value = first; value <= last; ++value) {
            const QString number =
                prefix + QStringLiteral("%1").arg(value, int(digits), 10, QLatin1Char('0'));
            if (numberRefusal(reader, kind, number, collector).isEmpty())
                figures.missing.append(number);
        }
    }
}

} // namespace

DayFigures figuresOfDay(const Reader &reader, const QString &kind, qint64 collector,
                        const QDate &day)
{
    DayFigures figures;
    Query used = reader.query(QStringLiteral(
        "SELECT count(*), coalesce(sum(CASE WHEN money_of IS NULL THEN amount ELSE 0 END), 0), "
        "coalesce(min(number), ''), coalesce(max(number), '') FROM receipt "
        "WHERE kind = ? AND collector = ? AND taken_on = ?"));
    used.bindAll(kind, collector, day);
    used.next();
    figures.used = int(used.integer(0));
    figures.due = Money::fromFen(used.integer(1));
    figures.firstNumber = used.text(2);
    figures.lastNumber = used.text(3);
    Query waiting = reader.query(QStringLiteral(
        "SELECT count(*), coalesce(sum(r.amount), 0) FROM receipt r "
        "JOIN operation o ON o.id = r.operation WHERE r.kind = ? AND r.collector = ? "
        "AND r.taken_on = ? AND o.state NOT IN ('posted', 'closed')"));
    waiting.bindAll(kind, collector, day);
    waiting.next();
    figures.waiting = int(waiting.integer(0));
    figures.waitingMoney = Money::fromFen(waiting.integer(1));
    Query voided = reader.query(QStringLiteral(
        "SELECT count(*), coalesce(min(number), ''), coalesce(max(number), ''), "
        "coalesce(sum(CASE WHEN state = 'lost' THEN 1 ELSE 0 END), 0) FROM number_void "
        "WHERE kind = ? AND collector = ? AND voided_on = ? AND receipt IS NULL"));
    voided.bindAll(kind, collector, day);
    voided.next();
    figures.lost = int(voided.integer(3));
    figures.voided = int(voided.integer(0)) - figures.lost;
    if (voided.integer(0) > 0) {
        figures.firstNumber =
            figures.used > 0 ? std::min(figures.firstNumber, voided.text(1)) : voided.text(1);
        figures.lastNumber = std::max(figures.lastNumber, voided.text(2));
    }
    if (!figures.firstNumber.isEmpty())
        addMissing(reader, kind, collector, figures);
    return figures;
}

bool isDayClosedOrClosing(const Reader &reader, qint64 collector, const QDate &day)
{
    Query closed =
        reader.query(QStringLiteral("SELECT 1 FROM day_close WHERE collector = ? AND day = ?"));
    closed.bindAll(collector, day);
    if (closed.next())
        return true;
    Query closing = reader.query(
        QStringLiteral("SELECT 1 FROM operation_lock WHERE subject = ? AND aspect = ?"));
    closing.bindAll(QStringLiteral("collector:%1").arg(collector),
                    QStringLiteral("day:") + day.toString(Qt::ISODate));
    return closing.next();
}

QDate unclosedDayBefore(const Reader &reader, qint64 collector, const QDate &day)
{
    Query days = reader.query(QStringLiteral(
        "SELECT DISTINCT taken_on FROM receipt WHERE collector = ? AND taken_on < ? ORDER BY taken_on DESC LIMIT 60"));
    days.bindAll(collector, day);
    while (days.next()) {
        if (!isDayClosedOrClosing(reader, collector, days.date(0)))
            return days.date(0);
    }
    return {};
}

OperationType dayCloseType()
{
    OperationType type;
    type.id = QStringLiteral("contributions.day_close");
    type.room = QStringLiteral("contributions");
    type.family = QStringLiteral("contributions.day_close");
    type.part = ControlPart::Finance;
    type.legalBasis = QStringLiteral("第二十三条");
    type.title = words(QT_TRANSLATE_NOOP("Contributions", "Day close of a collector"));
    type.fields = {
        {QStringLiteral("operator"), FieldKind::Operator,
         words(QT_TRANSLATE_NOOP("Contributions", "Collector")), true},
        {QStringLiteral("day"), FieldKind::Date, words(QT_TRANSLATE_NOOP("Contributions", "Day")),
         true},
        {QStringLiteral("counted"),
         FieldKind::Money,
         words(QT_TRANSLATE_NOOP("Contributions", "Counted (yuan)")),
         true,
         {},
         words(QT_TRANSLATE_NOOP("Contributions", "0 where there is no cash"))},
        {QStringLiteral("deposit_slip"), FieldKind::Text,
         words(QT_TRANSLATE_NOOP("Contributions", "Deposit slip")), true},
    };
    type.fields[0].preset = Preset::Maker;
    type.fields[1].preset = Preset::Today;
    type.check = check;
    type.apply = apply;
    type.changes = changes;
    type.documents = {daySheetDocument()};
    type.routeKey = routeOf;
    type.division = [](const QJsonObject &payload, const Reader &reader) {
        return counterOf(payload, reader).division;
    };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{{QStringLiteral("collector:%1").arg(payload[u"operator"].toInteger()),
                            QStringLiteral("day:") + payload[u"day"].toString()}};
    };
    type.amount = [](const QJsonObject &payload) {
        return Money::fromFen(payload[u"counted"].toInteger());
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        const DayFigures figures =
            figuresOfDay(reader, receiptKind, payload[u"operator"].toInteger(), dayOf(payload));
        return words(QT_TRANSLATE_NOOP("Contributions", "Day close %1: %2 receipts"))
            .arg(payload[u"day"].toString(), QString::number(figures.used));
    };
    return type;
}

} // namespace jubao

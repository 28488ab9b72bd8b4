// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/establishment.h"
#include "administration/domain/key_sticks.h"
#include "administration/domain/types.h"
#include "core/clock.h"
#include "operations/decision.h"

namespace jubao {

using namespace administration;

namespace {

QString endOf(const QDate &day)
{
    return QDateTime(day, QTime(23, 59, 59), Qt::OffsetFromUTC, officeOffsetSeconds)
        .toUTC()
        .toString(Qt::ISODate);
}

bool revokes(const QJsonObject &payload)
{
    return payload[u"action"].toString() == QLatin1String("revoke");
}

QStringList familiesIn(const QJsonObject &payload)
{
    QStringList families = payload[u"families"].toString().split(u' ', Qt::SkipEmptyParts);
    families.removeDuplicates();
    return families;
}

/** The delegation of this post between the two that is still to end; 0 where there is none. */
qint64 running(const QJsonObject &payload, const Reader &reader, const QString &after)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT id FROM delegation WHERE grantor = ? AND grantee = ? AND post = ? AND valid_to >= ? "
        "ORDER BY id DESC"));
    rows.bindAll(payload[u"grantor"].toInteger(), payload[u"grantee"].toInteger(),
                 payload[u"post"].toString(), after);
    return rows.next() ? rows.integer(0) : 0;
}

void checkPeople(const QJsonObject &payload, const Reader &reader, Findings &findings)
{
    const QString rule = QStringLiteral("ORG-04");
    QStringList persons;
    for (const char *name : {"grantor", "grantee"}) {
        const QString place = QString::fromLatin1(name);
        const std::optional<Row> account = accountIn(payload, place, reader);
        if (account && account->value(QStringLiteral("state")).toString() == QLatin1String("open"))
            persons.append(account->value(QStringLiteral("person")).toString());
        else
            findings.append(
                error(QStringLiteral("OPERATOR_UNKNOWN"), place,
                      words(QT_TRANSLATE_NOOP("Administration", "There is no such open account.")),
                      rule));
    }
    if (persons.size() == 2 && persons.first() == persons.last())
        findings.append(
            error(QStringLiteral("DELEGATION_TO_ONESELF"), QStringLiteral("grantee"),
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "Nobody delegates to himself, whatever the account.")),
                  rule));
}

void checkPeriod(const QJsonObject &payload, const Reader &reader, Findings &findings)
{
    const QDate from = dateIn(payload, QStringLiteral("valid_from"));
    const QDate to = dateIn(payload, QStringLiteral("valid_to"));
    const QString rule = QStringLiteral("ORG-04");
    if (!from.isValid())
        findings.append(error(QStringLiteral("FIELD_MISSING"), QStringLiteral("valid_from"),
                              words(QT_TRANSLATE_NOOP("Administration", "Enter the first day.")),
                              rule));
    if (!to.isValid())
        findings.append(error(
            QStringLiteral("FIELD_MISSING"), QStringLiteral("valid_to"),
            words(QT_TRANSLATE_NOOP("Administration", "A delegation has a last day. Enter it.")),
            rule));
    else if (to < from || to < reader.today())
        findings.append(
            error(QStringLiteral("PERIOD_ENDS_BEFORE_IT_BEGINS"), QStringLiteral("valid_to"),
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "The last day lies before the first, or in the past.")),
                  rule));
}

/** Power that the grantor does not hold himself, all the time, cannot be lent. */
void checkHeld(const QJsonObject &payload, const Establishment &staff, Findings &findings)
{
    const QDate from = dateIn(payload, QStringLiteral("valid_from"));
    const QDate to = dateIn(payload, QStringLiteral("valid_to"));
    const QString post = payload[u"post"].toString();
    for (const Holding &held : staff.ofAccount(payload[u"grantor"].toInteger())) {
        if (held.post == post && held.from <= from && held.holdsOn(to))
            return;
    }
    findings.append(
        error(QStringLiteral("POST_NOT_HELD"), QStringLiteral("post"),
              words(QT_TRANSLATE_NOOP(
                  "Administration",
                  "The grantor does not hold this post in own right over the whole period.")),
              QStringLiteral("ORG-04")));
}

void checkDuty(const QJsonObject &payload, const Reader &reader, const Establishment &staff,
               Findings &findings)
{
    const std::optional<Row> account = accountIn(payload, QStringLiteral("grantee"), reader);
    if (!account)
        return;
    Holding wanted;
    wanted.person = account->value(QStringLiteral("person")).toString();
    wanted.post = payload[u"post"].toString();
    wanted.from = dateIn(payload, QStringLiteral("valid_from"));
    wanted.to = dateIn(payload, QStringLiteral("valid_to"));
    const QStringList conflicts =
        staff.conflicts(wanted.person, wanted.post, wanted.from, wanted.to);
    if (!conflicts.isEmpty())
        findings.append(error(
            QStringLiteral("INCOMPATIBLE_POSTS"), QStringLiteral("grantee"),
            words(QT_TRANSLATE_NOOP("Administration",
                                    "This person would hold posts that exclude one another: %1."))
                .arg(conflicts.join(QStringLiteral("; "))),
            QStringLiteral("CTL-06")));
}

void checkScope(const QJsonObject &payload, const Reader &reader, Findings &findings)
{
    const QString today = reader.today().toString(Qt::ISODate);
    for (const QString &family : familiesIn(payload)) {
        Query power = reader.query(QStringLiteral(
            "SELECT 1 FROM power WHERE family = ? AND post = ? AND (valid_to IS NULL OR valid_to >= ?)"));
        power.bindAll(family, payload[u"post"].toString(), today);
        if (!power.next())
            findings.append(error(
                QStringLiteral("POWER_MISSING"), QStringLiteral("families"),
                words(QT_TRANSLATE_NOOP("Administration", "The post has no power “%1” to lend."))
                    .arg(family),
                QStringLiteral("ORG-04")));
    }
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    checkPeople(payload, reader, findings);
    if (hasErrors(findings))
        return findings;
    const QString now = startOf(reader.today());
    if (revokes(payload)) {
        if (running(payload, reader, now) == 0)
            findings.append(error(
                QStringLiteral("DELEGATION_UNKNOWN"), QStringLiteral("post"),
                words(QT_TRANSLATE_NOOP("Administration",
                                        "No delegation of this post between the two is running.")),
                QStringLiteral("ORG-04")));
        return findings;
    }
    checkPeriod(payload, reader, findings);
    if (hasErrors(findings))
        return findings;
    const Establishment staff = Establishment::read(reader);
    checkHeld(payload, staff, findings);
    checkDuty(payload, reader, staff, findings);
    checkScope(payload, reader, findings);
    if (running(payload, reader, startOf(dateIn(payload, QStringLiteral("valid_from")))) != 0)
        findings.append(
            error(QStringLiteral("DELEGATION_RUNNING"), QStringLiteral("post"),
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "This post is delegated between the two already.")),
                  QStringLiteral("ORG-04")));
    return findings;
}

Findings checkWithSticks(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    Findings findings = check(payload, reader, actor);
    if (!revokes(payload))
        checkStickFor(payload[u"post"].toString(), payload[u"grantee"].toInteger(),
                      QStringLiteral("grantee"), reader, findings);
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const QString validTo = QStringLiteral("valid_to");
    if (revokes(payload)) {
        const QString now = writer.context().at.toUTC().toString(Qt::ISODate);
        const qint64 id = running(payload, writer, now);
        if (id == 0)
            throw RefusedError({refusal(
                QStringLiteral("STALE_RECORD"),
                words(QT_TRANSLATE_NOOP("Administration", "The delegation ended meanwhile.")))});
        writer.update(QStringLiteral("delegation"), id, {{validTo, now}});
        return;
    }
    // Power begins with the posting, never before it.
    const QString posted = writer.context().at.toUTC().toString(Qt::ISODate);
    const qint64 id =
        writer.insert(QStringLiteral("delegation"),
                      {{QStringLiteral("grantor"), payload[u"grantor"].toInteger()},
                       {QStringLiteral("grantee"), payload[u"grantee"].toInteger()},
                       {QStringLiteral("post"), payload[u"post"].toString()},
                       {QStringLiteral("valid_from"),
                        std::max(posted, startOf(dateIn(payload, QStringLiteral("valid_from"))))},
                       {validTo, endOf(dateIn(payload, validTo))},
                       {QStringLiteral("reason"), payload[u"reason"].toString().trimmed()}});
    QStringList families = familiesIn(payload);
    const qint64 amount = boundIn(payload, QStringLiteral("amount_to"));
    if (families.isEmpty() && amount >= 0)
        families.append(QString());
    for (const QString &family : families)
        writer.insert(QStringLiteral("delegation_scope"),
                      {{QStringLiteral("delegation"), id},
                       {QStringLiteral("family"), family},
                       {QStringLiteral("amount_to"), amount >= 0 ? QVariant(amount) : QVariant()}});
}

QString nameOf(const QJsonObject &payload, const QString &field, const Reader &reader)
{
    const std::optional<Row> account = accountIn(payload, field, reader);
    return account ? account->value(QStringLiteral("display_name")).toString() : QString();
}

QString summary(const QJsonObject &payload, const Reader &reader)
{
    const char *text = revokes(payload)
        ? QT_TRANSLATE_NOOP("Administration", "Take back the post %2 that %1 delegated to %3")
        : QT_TRANSLATE_NOOP("Administration", "%1 delegates the post %2 to %3");
    return words(text).arg(nameOf(payload, QStringLiteral("grantor"), reader),
                           postTitle(payload[u"post"].toString()),
                           nameOf(payload, QStringLiteral("grantee"), reader));
}

/** Where leaders lend to one another, and to take back, the director decides at once. */
QString routeKey(const QJsonObject &payload, const Reader &reader)
{
    const QString id = QStringLiteral("administration.delegate");
    const std::optional<Row> grantee = accountIn(payload, QStringLiteral("grantee"), reader);
    const QStringList deputies =
        personsHolding(Establishment::read(reader), QStringLiteral("DEP"), reader.today());
    const bool leaders = payload[u"post"].toString() == QLatin1String("DIR")
        || payload[u"post"].toString() == QLatin1String("DEP")
        || (grantee && deputies.contains(grantee->value(QStringLiteral("person")).toString()));
    return leaders || revokes(payload) ? id + QStringLiteral("#director") : id;
}

QList<Field> fields()
{
    QList<Field> list{
        field("action", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "Action"), true),
        field("grantor", FieldKind::Operator, QT_TRANSLATE_NOOP("Administration", "Grantor"), true),
        field("grantee", FieldKind::Operator, QT_TRANSLATE_NOOP("Administration", "Grantee"), true),
        field("post", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "Post"), true),
        field("valid_from", FieldKind::Date, QT_TRANSLATE_NOOP("Administration", "First day")),
        field("valid_to", FieldKind::Date, QT_TRANSLATE_NOOP("Administration", "Last day")),
        field(
            "families", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Scope"), false,
            QT_TRANSLATE_NOOP("Administration",
                              "Codes of the powers, separated by spaces; empty: all of the post")),
        field("amount_to", FieldKind::Money, QT_TRANSLATE_NOOP("Administration", "Amount up to"),
              false, QT_TRANSLATE_NOOP("Administration", "Empty: the bound of the post")),
        field("reason", FieldKind::LongText, QT_TRANSLATE_NOOP("Administration", "Reason"), true)};
    list[0].choices = {
        {QStringLiteral("grant"), words(QT_TRANSLATE_NOOP("Administration", "Delegate"))},
        {QStringLiteral("revoke"), words(QT_TRANSLATE_NOOP("Administration", "Take back"))}};
    list[3].choices = postChoices();
    return list;
}

} // namespace

OperationType delegateType(int version)
{
    OperationType type;
    type.id = QStringLiteral("administration.delegate");
    type.version = version;
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("administration.people");
    type.part = ControlPart::Organisation;
    type.legalBasis = QStringLiteral("第十一条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Delegation of a post"));
    type.highRisk = true;
    type.evidence = {QStringLiteral("authorisation_letter")};
    type.fields = fields();
    type.check = version == 1 ? check : checkWithSticks;
    type.apply = apply;
    type.summary = summary;
    type.routeKey = routeKey;
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    // The grantor gives his own away and may decide it; who receives power has no step in it.
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> grantee = accountIn(payload, QStringLiteral("grantee"), reader);
        return grantee && !revokes(payload)
            ? QList<Subject>{{0, grantee->value(QStringLiteral("person")).toString()}}
            : QList<Subject>();
    };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{{QStringLiteral("operator:%1").arg(payload[u"grantee"].toInteger()),
                            QStringLiteral("post")}};
    };
    return type;
}

} // namespace jubao

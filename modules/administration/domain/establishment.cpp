// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/establishment.h"

#include "administration/domain/common.h"
#include "core/clock.h"
#include "core/resources.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace jubao {

using namespace administration;

const QList<PostInfo> &shippedPosts()
{
    static const QList<PostInfo> posts = [] {
        QList<PostInfo> list;
        const QJsonArray rows =
            QJsonDocument::fromJson(readResource(QStringLiteral(":/jubao/policy/posts.json")))
                .array();
        for (const QJsonValue &row : rows)
            list.append(
                {row[u"code"].toString(), row[u"title"].toString(), row[u"area"].toString()});
        return list;
    }();
    return posts;
}

namespace {

const PostInfo *findPost(const QString &code)
{
    for (const PostInfo &post : shippedPosts()) {
        if (post.code == code)
            return &post;
    }
    return nullptr;
}

bool overlap(const QDate &from, const QDate &to, const Holding &other)
{
    return (!to.isValid() || other.from <= to) && (!other.to.isValid() || from <= other.to);
}

bool isLeader(const QString &post)
{
    return post == QLatin1String("DIR") || post == QLatin1String("DEP");
}

/** Whether one of the two stands above the other: leaders above all, a head above his department,
 *  the head of finance above its posts, the township's checker above its clerk. */
bool standAboveOneAnother(const Holding &one, const Holding &other)
{
    if (isLeader(one.post) || isLeader(other.post))
        return true;
    if (one.department == other.department && (one.head || other.head)
        && (one.division.startsWith(other.division) || other.division.startsWith(one.division)))
        return true;
    const QStringList pair{one.post, other.post};
    if (pair.contains(QStringLiteral("FH")) && postArea(one.post) == postArea(other.post))
        return true;
    return pair.contains(QStringLiteral("TC")) && pair.contains(QStringLiteral("TR"))
        && one.division == other.division;
}

QList<Holding> readAssignments(const Reader &reader)
{
    QList<Holding> list;
    Query rows = reader.query(QStringLiteral(
        "SELECT p.id, p.operator, a.name, a.display_name, a.person, p.post, p.department, p.division, "
        "p.head, p.valid_from, p.valid_to FROM post_assignment p "
        "JOIN operator_account a ON a.id = p.operator ORDER BY a.name, p.post, p.valid_from"));
    while (rows.next()) {
        Holding held;
        held.assignment = rows.integer(0);
        held.operatorId = rows.integer(1);
        held.account = rows.text(2);
        held.displayName = rows.text(3);
        held.person = rows.text(4);
        held.post = rows.text(5);
        held.department = rows.text(6);
        held.division = rows.text(7);
        held.head = rows.integer(8) == 1;
        held.from = rows.date(9);
        held.to = rows.isNull(10) ? QDate() : rows.date(10);
        list.append(held);
    }
    return list;
}

/** The scope of a delegation: families and the bound of each; one bound for all is what the
 *  operation writes. */
void readScope(const Reader &reader, qint64 delegation, Holding &held)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT family, amount_to FROM delegation_scope WHERE delegation = ? ORDER BY family"));
    rows.bindAll(delegation);
    while (rows.next()) {
        if (!rows.text(0).isEmpty())
            held.delegatedFamilies.append(rows.text(0));
        held.delegatedAmountTo = rows.isNull(1) ? -1 : rows.integer(1);
    }
}

/** What a delegate holds: the grantor's assignments of that post, cut to the delegation's time. */
QList<Holding> readDelegations(const Reader &reader, const QList<Holding> &assignments)
{
    QList<Holding> list;
    Query rows = reader.query(QStringLiteral(
        "SELECT d.id, d.grantor, d.grantee, d.post, d.valid_from, d.valid_to, a.name, a.display_name, "
        "a.person FROM delegation d JOIN operator_account a ON a.id = d.grantee ORDER BY d.id"));
    while (rows.next()) {
        const auto day = [&rows](int column) {
            return officeDate(QDateTime::fromString(rows.text(column), Qt::ISODate));
        };
        for (const Holding &own : assignments) {
            if (own.operatorId != rows.integer(1) || own.post != rows.text(3))
                continue;
            Holding held = own;
            held.delegatedBy = own.displayName;
            held.operatorId = rows.integer(2);
            held.account = rows.text(6);
            held.displayName = rows.text(7);
            held.person = rows.text(8);
            held.from = std::max(own.from, day(4));
            held.to = own.to.isValid() ? std::min(own.to, day(5)) : day(5);
            readScope(reader, rows.integer(0), held);
            if (held.from <= held.to)
                list.append(held);
        }
    }
    return list;
}

} // namespace

QString postArea(const QString &code)
{
    const PostInfo *post = findPost(code);
    return post ? post->area : QString();
}

bool isKnownPost(const QString &code)
{
    return findPost(code) != nullptr;
}

bool isSeparateArea(const QString &area)
{
    static const QStringList five{QStringLiteral("relation"), QStringLiteral("benefits"),
                                  QStringLiteral("finance"), QStringLiteral("audit"),
                                  QStringLiteral("information")};
    return five.contains(area);
}

QList<Choice> postChoices()
{
    QList<Choice> choices;
    for (const PostInfo &post : shippedPosts())
        choices.append({post.code, post.code + u' ' + post.title});
    return choices;
}

Establishment Establishment::read(const Reader &reader)
{
    Establishment establishment;
    establishment.holdings = readAssignments(reader);
    establishment.holdings += readDelegations(reader, establishment.holdings);
    Query rows = reader.query(QStringLiteral(
        "SELECT post_a, post_b, rule FROM incompatible_post WHERE rule <> '' ORDER BY id"));
    while (rows.next())
        establishment.pairs.append({rows.text(0), rows.text(1), rows.text(2)});
    return establishment;
}

QList<Holding> Establishment::ofAccount(qint64 operatorId) const
{
    QList<Holding> list;
    for (const Holding &held : holdings) {
        if (held.operatorId == operatorId && held.delegatedBy.isEmpty())
            list.append(held);
    }
    return list;
}

QList<Holding> Establishment::onDay(const QDate &day) const
{
    QList<Holding> list;
    for (const Holding &held : holdings) {
        if (held.holdsOn(day))
            list.append(held);
    }
    return list;
}

QString Establishment::ruleAgainst(const QString &first, const QString &second) const
{
    for (const IncompatiblePair &pair : pairs) {
        if ((pair.first == first && pair.second == second)
            || (pair.first == second && pair.second == first))
            return pair.rule;
    }
    return {};
}

QStringList Establishment::conflicts(const QString &person, const QString &post, const QDate &from,
                                     const QDate &to, qint64 except) const
{
    QStringList list;
    for (const Holding &held : holdings) {
        if (held.person != person || held.assignment == except || !overlap(from, to, held))
            continue;
        const QString rule = ruleAgainst(post, held.post);
        if (!rule.isEmpty())
            list.append(
                QStringLiteral("%1 × %2 (%3)").arg(postTitle(post), postTitle(held.post), rule));
    }
    list.removeDuplicates();
    return list;
}

QStringList Establishment::kinConflicts(const Holding &proposed, const QStringList &kin) const
{
    QStringList list;
    for (const Holding &held : holdings) {
        if (!kin.contains(held.person) || held.person == proposed.person
            || !overlap(proposed.from, proposed.to, held))
            continue;
        if (standAboveOneAnother(proposed, held))
            list.append(QStringLiteral("%1 (%2)").arg(held.displayName, postTitle(held.post)));
    }
    list.removeDuplicates();
    return list;
}

QStringList kinOf(const Reader &reader, const QString &person, const QDate &day)
{
    QStringList list;
    Query rows = reader.query(QStringLiteral(
        "SELECT person, other FROM avoidance WHERE (person = :person OR other = :person) "
        "AND relation <> 'interest' AND (valid_to IS NULL OR valid_to >= :day)"));
    rows.bind(QStringLiteral(":person"), person);
    rows.bind(QStringLiteral(":day"), day.toString(Qt::ISODate));
    while (rows.next())
        list.append(rows.text(0) == person ? rows.text(1) : rows.text(0));
    return list;
}

QList<Choice> relationChoices()
{
    const auto choice = [](const char *code, const char *label) {
        return Choice{QString::fromLatin1(code), words(label)};
    };
    return {choice("spouse", QT_TRANSLATE_NOOP("Administration", "Spouse")),
            choice("parent", QT_TRANSLATE_NOOP("Administration", "Parent")),
            choice("child", QT_TRANSLATE_NOOP("Administration", "Child")),
            choice("sibling", QT_TRANSLATE_NOOP("Administration", "Brother or sister")),
            choice("in_law", QT_TRANSLATE_NOOP("Administration", "Relative by marriage")),
            choice("other_kin", QT_TRANSLATE_NOOP("Administration", "Other relative")),
            choice("interest", QT_TRANSLATE_NOOP("Administration", "Other interest"))};
}

QStringList personsHolding(const Establishment &establishment, const QString &post,
                           const QDate &day)
{
    QStringList persons;
    for (const Holding &held : establishment.holdings) {
        if (held.post == post && held.holdsOn(day) && !persons.contains(held.person))
            persons.append(held.person);
    }
    return persons;
}

bool isAdministrator(qint64 operatorId, const Reader &reader)
{
    Query posts = reader.query(QStringLiteral(
        "SELECT 1 FROM post_assignment WHERE operator = ? AND post IN ('SA', 'SE', 'AA')"));
    posts.bindAll(operatorId);
    return posts.next();
}

std::optional<Row> accountIn(const QJsonObject &payload, const QString &name, const Reader &reader)
{
    return reader.row(QStringLiteral("operator_account"), payload[name].toInteger());
}

void ofAccount(OperationType &type, const QString &aspect)
{
    const QString place = QStringLiteral("operator");
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.routeKey = [place, id = type.id](const QJsonObject &payload, const Reader &reader) {
        return isAdministrator(payload[place].toInteger(), reader)
            ? id + QStringLiteral("#administrator")
            : id;
    };
    type.subjects = [place](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> account = accountIn(payload, place, reader);
        return account ? QList<Subject>{{0, account->value(QStringLiteral("person")).toString()}}
                       : QList<Subject>();
    };
    type.locks = [place, aspect](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{{QStringLiteral("operator:%1").arg(payload[place].toInteger()), aspect}};
    };
}

} // namespace jubao

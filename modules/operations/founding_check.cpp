// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/id_number.h"
#include "core/text.h"
#include "operations/founding.h"
#include "operations/snapshot.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Founding", text);
}

/** One line of the plan's staff: an account and one of its posts. */
struct PlannedPost {
    QString account;
    QString person;
    QString post;
    QString department;
    QString division;
};

QList<PlannedPost> plannedPosts(const QJsonObject &plan)
{
    QList<PlannedPost> list;
    for (const char *part : {"signers", "staff"}) {
        const QJsonArray people = plan[QLatin1String(part)].toArray();
        for (const QJsonValue &row : people) {
            const QJsonArray posts = row[u"posts"].toArray();
            for (const QJsonValue &held : posts)
                list.append({row[u"name"].toString(), row[u"person"].toString(),
                             held[u"post"].toString(), held[u"department"].toString(),
                             held[u"division"].toString()});
        }
    }
    return list;
}

QMap<QString, QString> areasOf(const QJsonArray &rows)
{
    QMap<QString, QString> areas;
    for (const QJsonValue &row : rows)
        areas.insert(row[u"code"].toString(), row[u"area"].toString());
    return areas;
}

void checkSigners(const QJsonObject &plan, QStringList &errors)
{
    const QJsonArray signers = plan[u"signers"].toArray();
    QStringList persons;
    QStringList names;
    for (const QString &post : foundingPosts()) {
        bool found = false;
        for (const QJsonValue &signer : signers) {
            const QJsonArray posts = signer[u"posts"].toArray();
            for (const QJsonValue &held : posts)
                found = found || held[u"post"].toString() == post;
        }
        if (!found)
            errors.append(
                words(QT_TRANSLATE_NOOP("Founding", "No signer holds the post %1.")).arg(post));
    }
    for (const QJsonValue &signer : signers) {
        persons.append(signer[u"person"].toString());
        names.append(signer[u"name"].toString());
    }
    persons.removeDuplicates();
    if (signers.size() != foundingPosts().size() || persons.size() != signers.size())
        errors.append(
            words(QT_TRANSLATE_NOOP("Founding", "Four different persons sign the founding.")));
    const QJsonArray staff = plan[u"staff"].toArray();
    for (const QJsonValue &row : staff)
        names.append(row[u"name"].toString());
    const qsizetype all = names.size();
    names.removeDuplicates();
    if (names.size() != all || names.contains(QString()))
        errors.append(words(QT_TRANSLATE_NOOP("Founding", "Every account has a name of its own.")));
}

void checkPeople(const QJsonObject &plan, QStringList &errors)
{
    const QDate anyDay(9999, 12, 31); // a plan has no clock: only the form of the number is judged
    for (const char *part : {"signers", "staff"}) {
        const QJsonArray people = plan[QLatin1String(part)].toArray();
        for (const QJsonValue &row : people) {
            const IdNumberResult id = IdNumber::parse(row[u"person"].toString(), anyDay);
            if (!id.valid || id.normalized != row[u"person"].toString())
                errors.append(
                    words(QT_TRANSLATE_NOOP("Founding",
                                            "%1: the ID number is not valid with 18 characters."))
                        .arg(row[u"name"].toString()));
        }
    }
}

/** Relation, benefits, finance, audit and information stand apart (第九条, ORG-01). */
bool standsApart(const QString &area)
{
    static const QStringList five{QStringLiteral("relation"), QStringLiteral("benefits"),
                                  QStringLiteral("finance"), QStringLiteral("audit"),
                                  QStringLiteral("information")};
    return five.contains(area);
}

void checkPlaces(const QJsonObject &plan, QStringList &errors)
{
    const QMap<QString, QString> posts =
        areasOf(foundingPart(QJsonObject(), QStringLiteral("posts")));
    const QMap<QString, QString> departments =
        areasOf(foundingPart(plan, QStringLiteral("departments")));
    QStringList divisions{QString()};
    const QJsonArray places = plan[u"divisions"].toArray();
    for (const QJsonValue &row : places)
        divisions.append(row[u"code"].toString());
    const QList<PlannedPost> planned = plannedPosts(plan);
    for (const PlannedPost &each : planned) {
        const QString area = posts.value(each.post);
        if (!posts.contains(each.post))
            errors.append(words(QT_TRANSLATE_NOOP("Founding", "%1: there is no post “%2”."))
                              .arg(each.account, each.post));
        else if (!departments.contains(each.department))
            errors.append(words(QT_TRANSLATE_NOOP("Founding", "%1: there is no department “%2”."))
                              .arg(each.account, each.department));
        else if (standsApart(area) && departments.value(each.department) != area)
            errors.append(
                words(
                    QT_TRANSLATE_NOOP(
                        "Founding",
                        "%1: the post %2 cannot stand in the department %3; the five areas stand in departments of their own."))
                    .arg(each.account, postTitle(each.post), each.department));
        if (!divisions.contains(each.division))
            errors.append(words(QT_TRANSLATE_NOOP("Founding", "%1: there is no division “%2”."))
                              .arg(each.account, each.division));
    }
}

void checkPairs(const QJsonObject &plan, QStringList &errors)
{
    const QList<PlannedPost> planned = plannedPosts(plan);
    const QJsonArray pairs = foundingPart(plan, QStringLiteral("incompatible"));
    for (qsizetype first = 0; first < planned.size(); ++first) {
        for (qsizetype second = first + 1; second < planned.size(); ++second) {
            const PlannedPost &one = planned.at(first);
            const PlannedPost &other = planned.at(second);
            if (one.person != other.person)
                continue;
            for (const QJsonValue &pair : pairs) {
                const QStringList posts{pair[u"a"].toString(), pair[u"b"].toString()};
                if (one.post != other.post && posts.contains(one.post)
                    && posts.contains(other.post))
                    errors.append(words(QT_TRANSLATE_NOOP(
                                            "Founding",
                                            "%1: one person cannot hold the posts %2 and %3 (%4)."))
                                      .arg(other.account, postTitle(one.post),
                                           postTitle(other.post), pair[u"rule"].toString()));
            }
        }
    }
}

/** What the regulation sets, a plan may narrow and never widen (CTL-04). */
void checkBounds(const QJsonObject &plan, QStringList &errors)
{
    QMap<QString, QString> bounds;
    const QJsonArray shipped = foundingPart(QJsonObject(), QStringLiteral("powers"));
    for (const QJsonValue &row : shipped)
        bounds[row[u"family"].toString() + u' ' + row[u"post"].toString()] +=
            row[u"steps"].toString();
    const QJsonArray powers = plan[u"powers"].toArray();
    for (const QJsonValue &row : powers) {
        const QString cell = row[u"family"].toString() + u' ' + row[u"post"].toString();
        const QString steps = row[u"steps"].toString();
        for (const QChar letter : steps) {
            if (!bounds.value(cell).contains(letter))
                errors.append(words(QT_TRANSLATE_NOOP("Founding",
                                                      "The power “%1” of %2 is beyond the matrix."))
                                  .arg(QString(letter), cell));
        }
    }
    if (!plan.contains(u"incompatible"))
        return;
    QStringList kept;
    const QJsonArray pairs = plan[u"incompatible"].toArray();
    for (const QJsonValue &pair : pairs)
        kept += {pair[u"a"].toString() + u' ' + pair[u"b"].toString(),
                 pair[u"b"].toString() + u' ' + pair[u"a"].toString()};
    const QJsonArray needed = foundingPart(QJsonObject(), QStringLiteral("incompatible"));
    for (const QJsonValue &pair : needed) {
        const QString posts = pair[u"a"].toString() + u' ' + pair[u"b"].toString();
        if (!kept.contains(posts))
            errors.append(words(QT_TRANSLATE_NOOP(
                                    "Founding",
                                    "The posts %1 exclude one another and must stand in the plan."))
                              .arg(posts));
    }
}

/** Names that nobody can tell apart have no place in a founding. */
void checkTexts(const QJsonValue &value, QStringList &errors)
{
    if (const auto unseen = unseenCharacter(value.toString()))
        errors.append(
            words(QT_TRANSLATE_NOOP("Founding", "“%1” holds a character that nobody sees (%2)."))
                .arg(value.toString(), characterCode(*unseen)));
    const QJsonArray list = value.toArray();
    for (const QJsonValue &each : list)
        checkTexts(each, errors);
    const QJsonObject object = value.toObject();
    for (const QJsonValue &each : object)
        checkTexts(each, errors);
}

} // namespace

QStringList foundingPlanErrors(const QJsonObject &plan)
{
    QStringList errors;
    if (plan[u"office"][u"name"].toString().isEmpty())
        errors.append(words(QT_TRANSLATE_NOOP("Founding", "The plan names no office.")));
    if (!isPayable(plannedCost(plan)))
        errors.append(words(QT_TRANSLATE_NOOP(
            "Founding", "The cost of passwords in the plan is beyond what a PC can pay.")));
    checkTexts(plan, errors);
    checkSigners(plan, errors);
    checkPeople(plan, errors);
    checkPlaces(plan, errors);
    checkPairs(plan, errors);
    checkBounds(plan, errors);
    errors.removeDuplicates();
    return errors;
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/households.h"

#include "core/code_table.h"
#include "core/id_number.h"
#include "enrollment/domain/person_fields.h"
#include <algorithm>

namespace jubao {

namespace {

const QString head = QStringLiteral("0");
const QString son = QStringLiteral("2");
const QString daughter = QStringLiteral("3");

} // namespace

QList<HouseholdMember> householdMembers(const Reader &reader, const QString &household)
{
    QList<HouseholdMember> members;
    if (household.isEmpty())
        return members;
    Query rows = reader.query(QStringLiteral(
        "SELECT id, name, id_number, household_relation, birth, division, status FROM person "
        "WHERE household = ? ORDER BY birth, id"));
    rows.bindAll(household);
    while (rows.next())
        members.append({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.date(4),
                        rows.text(5), rows.text(6)});
    std::stable_partition(members.begin(), members.end(),
                          [](const HouseholdMember &one) { return one.relation == head; });
    return members;
}

bool mayHearOf(const Reader &reader, qint64 operatorId, const QString &division)
{
    const QString today = reader.today().toString(Qt::ISODate);
    Query posts = reader.query(QStringLiteral(
        "SELECT division FROM post_assignment WHERE operator = ? AND valid_from <= ? AND (valid_to "
        "IS NULL OR valid_to >= ?)"));
    posts.bindAll(operatorId, today, today);
    while (posts.next()) {
        if (division.startsWith(posts.text(0)))
            return true;
    }
    return false;
}

QString relationName(const QString &code)
{
    return codeName(QStringLiteral("relation"), code);
}

namespace enrollment {

Findings householdFindings(const Reader &reader, const QJsonObject &values, qint64 person,
                           qint64 actor)
{
    const QString rule = QStringLiteral("ENR-08");
    Findings findings;
    const QString relation = values[u"household_relation"].toString();
    const QList<HouseholdMember> members =
        householdMembers(reader, values[u"household"].toString());
    bool elsewhere = false;
    for (const HouseholdMember &member : members) {
        if (member.person == person || member.status != QLatin1String("active"))
            continue;
        const QString division = values[u"division"].toString();
        const QString unnamed = member.name.left(1) + QStringLiteral("**");
        const QString name = mayHearOf(reader, actor, member.division) ? member.name : unnamed;
        if (relation == head && member.relation == head) {
            const QString text =
                words(QT_TRANSLATE_NOOP("Enrollment", "The household has a head already: %1."));
            findings.append(error(QStringLiteral("HOUSEHOLD_HEAD_EXISTS"),
                                  QStringLiteral("household_relation"), text.arg(name), rule));
            findings.last().unnamed = text.arg(unnamed);
        }
        if (!elsewhere && !division.isEmpty() && member.division != division) {
            elsewhere = true;
            const QString text = words(QT_TRANSLATE_NOOP(
                "Enrollment", "This household register belongs to %1, where %2 lives."));
            const QString place = divisionName(reader, member.division);
            findings.append(warning(QStringLiteral("HOUSEHOLD_ELSEWHERE"),
                                    QStringLiteral("household"), text.arg(place, name), rule));
            findings.last().unnamed = text.arg(place, unnamed);
        }
    }
    const IdNumberResult id = IdNumber::parse(values[u"id_number"].toString(), reader.today());
    const bool contradicts =
        (relation == son && id.sex == Sex::Female) || (relation == daughter && id.sex == Sex::Male);
    if (id.valid && contradicts)
        findings.append(
            error(QStringLiteral("RELATION_AND_SEX"), QStringLiteral("household_relation"),
                  words(QT_TRANSLATE_NOOP(
                      "Enrollment", "The relation does not go with the sex in the ID number.")),
                  rule));
    return findings;
}

} // namespace enrollment

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/establishment.h"
#include "administration/domain/types.h"
#include "core/resources.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace jubao {

using namespace administration;

namespace {

/** Who holds both posts today: the pair would stop all their work at once. */
QStringList holdersOfBoth(const QJsonObject &payload, const Reader &reader)
{
    QStringList names;
    const QList<Holding> today = Establishment::read(reader).onDay(reader.today());
    for (const Holding &one : today) {
        if (one.post != payload[u"post_a"].toString())
            continue;
        for (const Holding &other : today) {
            if (other.post == payload[u"post_b"].toString() && other.person == one.person)
                names.append(one.displayName);
        }
    }
    names.removeDuplicates();
    return names;
}

bool ends(const QJsonObject &payload)
{
    return payload[u"action"].toString() == QLatin1String("end");
}

/** The row of the pair in force; 0 = there is none. An ended pair keeps its row without a rule, and
 * its history keeps the rule. */
qint64 pairOf(const QJsonObject &payload, const Reader &reader)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT id FROM incompatible_post WHERE rule <> '' AND ((post_a = :first AND post_b = :second) "
        "OR (post_a = :second AND post_b = :first)) ORDER BY id"));
    rows.bind(QStringLiteral(":first"), payload[u"post_a"].toString());
    rows.bind(QStringLiteral(":second"), payload[u"post_b"].toString());
    return rows.next() ? rows.integer(0) : 0;
}

/** The regulation's own pairs (part B1), which no county ends. */
bool isBuiltIn(const QJsonObject &payload)
{
    const QStringList asked{payload[u"post_a"].toString(), payload[u"post_b"].toString()};
    const QJsonArray rows =
        QJsonDocument::fromJson(readResource(QStringLiteral(":/jubao/policy/incompatible.json")))
            .array();
    return std::any_of(rows.begin(), rows.end(), [&asked](const QJsonValue &row) {
        return asked.contains(row[u"a"].toString()) && asked.contains(row[u"b"].toString());
    });
}

void checkEnd(const QJsonObject &payload, const Reader &reader, Findings &findings)
{
    if (pairOf(payload, reader) == 0)
        findings.append(error(
            QStringLiteral("PAIR_UNKNOWN"), QStringLiteral("post_b"),
            words(QT_TRANSLATE_NOOP("Administration", "These posts do not exclude one another.")),
            QStringLiteral("CTL-06")));
    else if (isBuiltIn(payload))
        findings.append(
            error(QStringLiteral("PAIR_BUILT_IN"), QStringLiteral("post_b"),
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "The regulation sets this pair; no county ends it.")),
                  QStringLiteral("CTL-04")));
}

void checkAdd(const QJsonObject &payload, const Reader &reader, Findings &findings)
{
    const QString rule = QStringLiteral("CTL-06");
    if (pairOf(payload, reader) != 0)
        findings.append(error(
            QStringLiteral("PAIR_STANDS"), QStringLiteral("post_b"),
            words(QT_TRANSLATE_NOOP("Administration", "These posts exclude one another already.")),
            rule));
    const QStringList holders = holdersOfBoth(payload, reader);
    if (!holders.isEmpty())
        findings.append(error(
            QStringLiteral("PAIR_IS_HELD"), QStringLiteral("post_b"),
            words(QT_TRANSLATE_NOOP("Administration",
                                    "One person holds both posts: %1. End one of them first."))
                .arg(holders.join(QStringLiteral(", "))),
            rule));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const QString rule = QStringLiteral("CTL-06");
    const QString first = payload[u"post_a"].toString();
    const QString second = payload[u"post_b"].toString();
    for (const char *name : {"post_a", "post_b"}) {
        if (!isKnownPost(payload[QLatin1String(name)].toString()))
            findings.append(
                error(QStringLiteral("POST_UNKNOWN"), QString::fromLatin1(name),
                      words(QT_TRANSLATE_NOOP("Administration", "There is no such post."))));
    }
    if (hasErrors(findings))
        return findings;
    if (first == second)
        findings.append(
            error(QStringLiteral("PAIR_OF_ONE"), QStringLiteral("post_b"),
                  words(QT_TRANSLATE_NOOP("Administration", "Choose two different posts.")), rule));
    else if (ends(payload))
        checkEnd(payload, reader, findings);
    else
        checkAdd(payload, reader, findings);
    requireText(payload, QStringLiteral("rule"),
                words(QT_TRANSLATE_NOOP("Administration", "Name the document it rests on.")),
                findings);
    return findings;
}

} // namespace

OperationType changeIncompatibleType()
{
    OperationType type;
    type.id = QStringLiteral("administration.change_incompatible");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("administration.powers");
    type.part = ControlPart::Organisation;
    type.legalBasis = QStringLiteral("第八条(二)");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Posts that exclude one another"));
    type.highRisk = true;
    type.evidence = {QStringLiteral("power_sheet")};
    type.fields = {
        field("post_a", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "One post"), true),
        field("post_b", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "Other post"), true),
        field("rule", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Basis"), true),
        field("action", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "Action"))};
    type.fields[0].choices = type.fields[1].choices = postChoices();
    type.fields[3].choices = {
        {QStringLiteral("add"), words(QT_TRANSLATE_NOOP("Administration", "Add the pair"))},
        {QStringLiteral("end"), words(QT_TRANSLATE_NOOP("Administration", "End the pair"))}};
    type.check = check;
    type.apply = [](const QJsonObject &payload, Writer &writer) {
        if (ends(payload)) {
            writer.update(QStringLiteral("incompatible_post"), pairOf(payload, writer),
                          {{QStringLiteral("rule"), QString()}});
            return;
        }
        writer.insert(QStringLiteral("incompatible_post"),
                      {{QStringLiteral("post_a"), payload[u"post_a"].toString()},
                       {QStringLiteral("post_b"), payload[u"post_b"].toString()},
                       {QStringLiteral("rule"), payload[u"rule"].toString().trimmed()}});
    };
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.locks = [](const QJsonObject &, const Reader &) {
        return QList<Lock>{{QStringLiteral("incompatible"), QStringLiteral("pairs")}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &) {
        const char *text = ends(payload)
            ? QT_TRANSLATE_NOOP("Administration", "%1 and %2 no longer exclude one another")
            : QT_TRANSLATE_NOOP("Administration", "%1 and %2 exclude one another");
        return words(text).arg(postTitle(payload[u"post_a"].toString()),
                               postTitle(payload[u"post_b"].toString()));
    };
    return type;
}

} // namespace jubao

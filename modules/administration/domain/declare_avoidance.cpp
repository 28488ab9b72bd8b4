// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/establishment.h"
#include "administration/domain/types.h"
#include "core/id_number.h"
#include "operations/decision.h"

namespace jubao {

using namespace administration;

namespace {

bool ends(const QJsonObject &payload)
{
    return payload[u"action"].toString() == QLatin1String("end");
}

QString declarant(const QJsonObject &payload, const Reader &reader)
{
    const std::optional<Row> account = accountIn(payload, QStringLiteral("operator"), reader);
    return account ? account->value(QStringLiteral("person")).toString() : QString();
}

QString otherIn(const QJsonObject &payload, const Reader &reader)
{
    const IdNumberResult id = IdNumber::parse(payload[u"other"].toString(), reader.today());
    return id.valid ? id.normalized : QString();
}

/** The declaration in force between the two, made by the declarant; 0 where there is none. */
qint64 standing(const QJsonObject &payload, const Reader &reader)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT id FROM avoidance WHERE person = ? AND other = ? AND (valid_to IS NULL OR valid_to >= ?)"));
    rows.bindAll(declarant(payload, reader), otherIn(payload, reader),
                 reader.today().toString(Qt::ISODate));
    return rows.next() ? rows.integer(0) : 0;
}

/** A declaration that shows kin in line is accepted and told: it is the posts that must change. */
void checkPosts(const QJsonObject &payload, const Reader &reader, Findings &findings)
{
    if (payload[u"relation"].toString() == QLatin1String("interest"))
        return;
    const Establishment staff = Establishment::read(reader);
    QStringList found;
    for (const Holding &held : staff.onDay(reader.today())) {
        if (held.person == declarant(payload, reader))
            found += staff.kinConflicts(held, {otherIn(payload, reader)});
    }
    found.removeDuplicates();
    if (!found.isEmpty())
        findings.append(warning(
            QStringLiteral("KIN_IN_LINE"), QStringLiteral("other"),
            words(
                QT_TRANSLATE_NOOP(
                    "Administration",
                    "The relative stands above or below: %1. One of the two must change the post."))
                .arg(found.join(QStringLiteral("; "))),
            QStringLiteral("SOD-17")));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const QString rule = QStringLiteral("CTL-29");
    if (declarant(payload, reader).isEmpty())
        findings.append(
            error(QStringLiteral("OPERATOR_UNKNOWN"), QStringLiteral("operator"),
                  words(QT_TRANSLATE_NOOP("Administration", "There is no such account.")), rule));
    const IdNumberResult id =
        IdNumber::parse(payload[u"other"].toString(), reader.today(), QStringLiteral("other"));
    findings.append(id.findings);
    if (!id.valid || hasErrors(findings))
        return findings;
    if (id.normalized == declarant(payload, reader))
        findings.append(error(
            QStringLiteral("DECLARES_HIMSELF"), QStringLiteral("other"),
            words(QT_TRANSLATE_NOOP(
                "Administration",
                "One's own matters are barred without a declaration. Enter the other person.")),
            rule));
    const bool stands = standing(payload, reader) != 0;
    if (ends(payload) && !stands)
        findings.append(
            error(QStringLiteral("DECLARATION_UNKNOWN"), QStringLiteral("other"),
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "No declaration about this person is in force.")),
                  rule));
    if (ends(payload)) {
        requireText(
            payload, QStringLiteral("reason"),
            words(QT_TRANSLATE_NOOP("Administration", "Write why the ground has fallen away.")),
            findings);
        return findings;
    }
    if (stands)
        findings.append(
            error(QStringLiteral("DECLARED_ALREADY"), QStringLiteral("other"),
                  words(QT_TRANSLATE_NOOP("Administration", "This is declared already.")), rule));
    requireText(payload, QStringLiteral("relation"),
                words(QT_TRANSLATE_NOOP("Administration", "Choose the relation.")), findings);
    checkPosts(payload, reader, findings);
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const QString table = QStringLiteral("avoidance");
    if (!ends(payload)) {
        writer.insert(table,
                      {{QStringLiteral("person"), declarant(payload, writer)},
                       {QStringLiteral("other"), otherIn(payload, writer)},
                       {QStringLiteral("relation"), payload[u"relation"].toString()}});
        return;
    }
    const qint64 id = standing(payload, writer);
    if (id == 0)
        throw RefusedError({refusal(
            QStringLiteral("STALE_RECORD"),
            words(QT_TRANSLATE_NOOP("Administration", "The declaration ended meanwhile.")))});
    writer.update(table, id, {{QStringLiteral("valid_to"), writer.today().addDays(-1)}});
}

QString routeKey(const QJsonObject &payload, const Reader &reader)
{
    const QString id = QStringLiteral("administration.declare_avoidance");
    const Establishment establishment = Establishment::read(reader);
    const auto declarantHolds = [&](const char *post) {
        return personsHolding(establishment, QString::fromLatin1(post), reader.today())
            .contains(declarant(payload, reader));
    };
    if (declarantHolds("DEP"))
        return id + QStringLiteral("#deputy");
    if (ends(payload) && declarantHolds("DIR"))
        return id + QStringLiteral("#director");
    return ends(payload) ? id + QStringLiteral("#end") : id;
}

QList<Field> fields()
{
    QList<Field> list{
        field("action", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "Action"), true),
        field("operator", FieldKind::Operator, QT_TRANSLATE_NOOP("Administration", "Declarant"),
              true),
        field("other", FieldKind::IdNumber,
              QT_TRANSLATE_NOOP("Administration", "ID number of the other"), true),
        field("relation", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "Relation")),
        field("reason", FieldKind::LongText, QT_TRANSLATE_NOOP("Administration", "Reason"))};
    list[0].choices = {
        {QStringLiteral("declare"), words(QT_TRANSLATE_NOOP("Administration", "Declare"))},
        {QStringLiteral("end"), words(QT_TRANSLATE_NOOP("Administration", "End"))}};
    list[2].sealed = true;
    list[3].choices = relationChoices();
    return list;
}

} // namespace

OperationType declareAvoidanceType()
{
    OperationType type;
    type.id = QStringLiteral("administration.declare_avoidance");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("administration.people");
    type.part = ControlPart::Organisation;
    type.legalBasis = QStringLiteral("第七条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Declaration of avoidance"));
    type.evidence = {QStringLiteral("avoidance_declaration")};
    type.fields = fields();
    type.check = check;
    type.apply = apply;
    type.routeKey = routeKey;
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    // Whoever declares binds himself and may do it with his own hand; to end a bar is another's.
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        if (!ends(payload))
            return QList<Subject>();
        return QList<Subject>{{0, declarant(payload, reader)}, {0, otherIn(payload, reader)}};
    };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{{QStringLiteral("operator:%1").arg(payload[u"operator"].toInteger()),
                            QStringLiteral("avoidance")}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> account = accountIn(payload, QStringLiteral("operator"), reader);
        const char *text = ends(payload)
            ? QT_TRANSLATE_NOOP("Administration", "End a declaration of %1")
            : QT_TRANSLATE_NOOP("Administration", "%1 declares a relative or an interest");
        return words(text).arg(account ? account->value(QStringLiteral("display_name")).toString()
                                       : QString());
    };
    return type;
}

} // namespace jubao

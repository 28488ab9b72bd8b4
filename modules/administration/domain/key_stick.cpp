// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/key_stick.h"

#include "administration/domain/common.h"
#include "administration/domain/establishment.h"
#include "administration/domain/key_sticks.h"
#include "administration/domain/types.h"

#include <QJsonArray>

namespace jubao {

using namespace administration;

namespace {

const QString table = QStringLiteral("key_stick");
const QString rule = QStringLiteral("SEC-10");

std::optional<Row> accountOf(const QJsonObject &payload, const Reader &reader)
{
    return reader.row(QStringLiteral("operator_account"), payload[u"operator"].toInteger());
}

bool registers(const QJsonObject &payload)
{
    return payload[u"action"].toString() == QLatin1String("register");
}

QString serialIn(const QJsonObject &payload)
{
    return payload[u"serial"].toString().simplified();
}

struct Registered {
    qint64 row = 0;
    QString serial;
};

/** The stick that is registered for the account now. */
std::optional<Registered> standing(qint64 operatorId, const Reader &reader)
{
    Query row = reader.query(
        QStringLiteral("SELECT id, serial FROM key_stick WHERE operator = ? AND state = 'open'"));
    row.bindAll(operatorId);
    return row.next() ? std::optional(Registered{row.integer(0), row.text(1)}) : std::nullopt;
}

bool isAnothers(const QString &serial, qint64 operatorId, const Reader &reader,
                Qt::CaseSensitivity letters)
{
    Query row = reader.query(
        QStringLiteral("SELECT serial FROM key_stick WHERE operator <> ? AND state = 'open'"));
    row.bindAll(operatorId);
    while (row.next()) {
        if (row.text(0).compare(serial, letters) == 0)
            return true;
    }
    return false;
}

/** Posts that cannot do without a stick, now or by a figure that is decided for later. */
QStringList postsWithSticks(const Reader &reader)
{
    QStringList posts;
    const QList<PolicyRow> rows = reader.policy().rows();
    for (const PolicyRow &row : rows) {
        const bool over = row.validTo.isValid() && row.validTo < reader.today();
        if (row.key == QLatin1String(stickPostsKey) && !over)
            posts += row.value[u"posts"].toVariant().toStringList();
    }
    return posts;
}

/** A post of the account that cannot do without a stick; empty = none. */
QString postThatNeedsIt(qint64 operatorId, const Reader &reader)
{
    const QStringList posts = postsWithSticks(reader);
    for (const QString &post : posts) {
        if (holdersOf(post, reader).contains(operatorId))
            return post;
    }
    return {};
}

QString accountTitle(const QJsonObject &payload, const Reader &reader)
{
    const std::optional<Row> account = accountOf(payload, reader);
    return account
        ? QStringLiteral("%1 (%2)").arg(account->value(QStringLiteral("display_name")).toString(),
                                        account->value(QStringLiteral("name")).toString())
        : QString();
}

Findings judged(const QJsonObject &payload, const Reader &reader, Qt::CaseSensitivity letters)
{
    Findings findings;
    const qint64 operatorId = payload[u"operator"].toInteger();
    if (!accountOf(payload, reader)) {
        findings.append(
            error(QStringLiteral("OPERATOR_UNKNOWN"), QStringLiteral("operator"),
                  words(QT_TRANSLATE_NOOP("Administration", "There is no such account.")), rule));
        return findings;
    }
    const std::optional<Registered> present = standing(operatorId, reader);
    if (!registers(payload)) {
        const QString post = postThatNeedsIt(operatorId, reader);
        if (!present)
            findings.append(
                error(QStringLiteral("NO_STICK"), QStringLiteral("operator"),
                      words(QT_TRANSLATE_NOOP("Administration",
                                              "No stick is registered for this account.")),
                      rule));
        else if (!post.isEmpty())
            findings.append(
                error(QStringLiteral("POST_NEEDS_STICK"), QStringLiteral("operator"),
                      words(QT_TRANSLATE_NOOP("Administration",
                                              "The post %1 signs with a key on a stick. Register "
                                              "the new stick in place of this one."))
                          .arg(postTitle(post)),
                      rule));
        return findings;
    }
    const QString serial = QStringLiteral("serial");
    requireText(payload, serial,
                words(QT_TRANSLATE_NOOP("Administration",
                                        "Enter the number that is written on the stick.")),
                findings);
    if (present && present->serial.compare(serialIn(payload), letters) == 0)
        findings.append(error(
            QStringLiteral("STICK_REGISTERED"), serial,
            words(QT_TRANSLATE_NOOP("Administration", "This stick is registered already.")), rule));
    if (isAnothers(serialIn(payload), operatorId, reader, letters))
        findings.append(error(QStringLiteral("STICK_OF_ANOTHER"), serial,
                              words(QT_TRANSLATE_NOOP(
                                  "Administration", "This stick is registered for somebody else.")),
                              rule));
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const qint64 operatorId = payload[u"operator"].toInteger();
    const QString state = QStringLiteral("state");
    if (const std::optional<Registered> before = standing(operatorId, writer))
        writer.update(table, before->row, {{state, QStringLiteral("closed")}});
    if (registers(payload))
        writer.insert(table,
                      {{QStringLiteral("operator"), operatorId},
                       {QStringLiteral("serial"), serialIn(payload)},
                       {state, QStringLiteral("open")}});
}

QList<Change> changes(const QJsonObject &payload, const Reader &reader)
{
    const std::optional<Registered> before = standing(payload[u"operator"].toInteger(), reader);
    // Two people may have one name, no two accounts do.
    const QString whose = accountTitle(payload, reader);
    return {{QStringLiteral("operator"), words(QT_TRANSLATE_NOOP("Administration", "Account")),
             whose, whose},
            {QStringLiteral("serial"),
             words(QT_TRANSLATE_NOOP("Administration", "Number of the stick")),
             before ? before->serial : QString(),
             registers(payload) ? serialIn(payload) : QString()}};
}

QString summary(const QJsonObject &payload, const Reader &reader)
{
    const std::optional<Row> account = accountOf(payload, reader);
    const QString name =
        account ? account->value(QStringLiteral("display_name")).toString() : QString();
    return registers(payload)
        ? words(QT_TRANSLATE_NOOP("Administration", "Register key stick %1 for %2"))
              .arg(serialIn(payload), name)
        : words(QT_TRANSLATE_NOOP("Administration", "Withdraw the key stick of %1")).arg(name);
}

QList<Field> fields()
{
    Field action =
        field("action", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "Action"), true);
    action.choices = {{QStringLiteral("register"),
                       words(QT_TRANSLATE_NOOP("Administration", "Register a stick"))},
                      {QStringLiteral("withdraw"),
                       words(QT_TRANSLATE_NOOP("Administration", "Withdraw the stick"))}};
    Field serial =
        field("serial", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Number of the stick"),
              false, QT_TRANSLATE_NOOP("Administration", "As it is written on the stick"));
    serial.besideChoice = QStringLiteral("action");
    serial.notAskedFor = {QStringLiteral("withdraw")};
    return {action,
            field("operator", FieldKind::Operator, QT_TRANSLATE_NOOP("Administration", "Account"),
                  true),
            serial};
}

} // namespace

namespace administration {

QList<qint64> holdersOf(const QString &post, const Reader &reader)
{
    QList<qint64> holders;
    const QString today = reader.today().toString(Qt::ISODate);
    Query rows = reader.query(QStringLiteral(
        "SELECT p.operator FROM post_assignment p JOIN operator_account a ON a.id = p.operator "
        "WHERE p.post = ? AND a.state = 'open' AND (p.valid_to IS NULL OR p.valid_to >= ?) "
        "UNION SELECT d.grantee FROM delegation d JOIN operator_account a ON a.id = d.grantee "
        "WHERE d.post = ? AND a.state = 'open' AND d.valid_to >= ? ORDER BY 1"));
    // A delegation ends at a moment.
    rows.bindAll(post, today, post, startOf(reader.today()));
    while (rows.next())
        holders.append(rows.integer(0));
    return holders;
}

QStringList holdersWithoutStick(const QString &post, const Reader &reader)
{
    QStringList names;
    const QList<qint64> holders = holdersOf(post, reader);
    for (const qint64 holder : holders) {
        const std::optional<Row> account = reader.row(QStringLiteral("operator_account"), holder);
        if (account && !standing(holder, reader))
            names.append(account->value(QStringLiteral("display_name")).toString());
    }
    return names;
}

void checkStickFor(const QString &post, qint64 operatorId, const QString &field,
                   const Reader &reader, Findings &findings)
{
    if (postsWithSticks(reader).contains(post) && !standing(operatorId, reader))
        findings.append(
            error(QStringLiteral("STICK_FIRST"), field,
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "The post %1 signs with a key on a stick, and none is "
                                          "registered for this account. Register it first."))
                      .arg(postTitle(post)),
                  rule));
}

} // namespace administration

OperationType keyStickType(int version)
{
    const Qt::CaseSensitivity letters = version == 1 ? Qt::CaseSensitive : Qt::CaseInsensitive;
    OperationType type;
    type.id = QStringLiteral("system.key_stick");
    type.version = version;
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("system.keys");
    type.part = ControlPart::Information;
    type.legalBasis = QStringLiteral("第四十二条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Key stick of an operator"));
    type.highRisk = true;
    type.fields = fields();
    type.check = [letters](const QJsonObject &payload, const Reader &reader, qint64) {
        return judged(payload, reader, letters);
    };
    type.apply = apply;
    type.changes = changes;
    type.routeKey = [](const QJsonObject &payload, const Reader &reader) {
        return isAdministrator(payload[u"operator"].toInteger(), reader)
            ? QStringLiteral("system.key_stick#administrator")
            : QStringLiteral("system.key_stick");
    };
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.locks = [version](const QJsonObject &payload, const Reader &) {
        const QString aspect = QStringLiteral("stick");
        QList<Lock> locks{
            {QStringLiteral("operator:%1").arg(payload[u"operator"].toInteger()), aspect}};
        if (version > 1 && registers(payload))
            locks.append({QStringLiteral("stick:%1").arg(serialIn(payload).toUpper()), aspect});
        return locks;
    };
    type.summary = summary;
    return type;
}

} // namespace jubao

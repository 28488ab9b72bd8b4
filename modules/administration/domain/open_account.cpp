// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/establishment.h"
#include "administration/domain/types.h"
#include "core/id_number.h"
#include <QRegularExpression>

namespace jubao {

using namespace administration;

namespace {

bool isDeveloper(const QJsonObject &payload)
{
    return payload[u"developer"].toInt() == 1;
}

/** Who develops the software does not run it (第三十七条): a mark beside a post would stop both. */
void checkDeveloper(const QString &person, const Reader &reader, Findings &findings)
{
    const Establishment staff = Establishment::read(reader);
    QStringList held;
    for (const Holding &each : staff.holdings) {
        if (each.person == person && each.post != QLatin1String(developerMark)
            && (!each.to.isValid() || each.to >= reader.today()))
            held.append(postTitle(each.post));
    }
    held.removeDuplicates();
    if (!held.isEmpty())
        findings.append(error(
            QStringLiteral("INCOMPATIBLE_POSTS"), QStringLiteral("developer"),
            words(QT_TRANSLATE_NOOP("Administration",
                                    "A developer of the software holds no post here; this person "
                                    "holds: %1."))
                .arg(held.join(QStringLiteral(", "))),
            QStringLiteral("SOD-10")));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const QString rule = QStringLiteral("SEC-17");
    const QString name = payload[u"name"].toString();
    static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9_.-]{1,31}$"));
    if (!form.match(name).hasMatch())
        findings.append(error(
            QStringLiteral("ACCOUNT_NAME_MALFORMED"), QStringLiteral("name"),
            words(QT_TRANSLATE_NOOP(
                "Administration",
                "A sign-in name has 2 to 32 small letters, digits, dots or hyphens and begins with a letter.")),
            rule));
    else if (reader.row(QStringLiteral("operator_account"), QStringLiteral("name"), name))
        findings.append(error(
            QStringLiteral("ACCOUNT_NAME_TAKEN"), QStringLiteral("name"),
            words(QT_TRANSLATE_NOOP(
                "Administration", "There is an account of this name. Names are never used again.")),
            rule));
    requireText(payload, QStringLiteral("display_name"),
                words(QT_TRANSLATE_NOOP("Administration", "Enter the person's name.")), findings);
    const IdNumberResult id =
        IdNumber::parse(payload[u"person"].toString(), reader.today(), QStringLiteral("person"));
    findings.append(id.findings);
    if (!id.valid)
        return findings;
    Query other = reader.query(QStringLiteral(
        "SELECT name FROM operator_account WHERE person = ? AND state = 'open' ORDER BY name"));
    other.bindAll(id.normalized);
    if (other.next())
        findings.append(warning(
            QStringLiteral("PERSON_HAS_ACCOUNT"), QStringLiteral("person"),
            words(QT_TRANSLATE_NOOP(
                      "Administration",
                      "This person has the account %1. Posts and duty are judged over both."))
                .arg(other.text(0)),
            QStringLiteral("CTL-09")));
    if (isDeveloper(payload))
        checkDeveloper(id.normalized, reader, findings);
    return findings;
}

QString personIn(const QJsonObject &payload, const Reader &reader)
{
    const IdNumberResult id = IdNumber::parse(payload[u"person"].toString(), reader.today());
    return id.valid ? id.normalized : payload[u"person"].toString();
}

QString informationDepartment(const Reader &reader)
{
    Query rows = reader.query(
        QStringLiteral("SELECT code FROM department WHERE area = 'information' ORDER BY id"));
    return rows.next() ? rows.text(0) : QString();
}

/** The mark, and with the first one the pairs that make it exclude every post. No county ends them:
 * the mark is no post that a change of pairs could name. */
void markDeveloper(qint64 account, Writer &writer)
{
    const QString mark = QString::fromLatin1(developerMark);
    const Establishment staff = Establishment::read(writer);
    for (const PostInfo &post : shippedPosts()) {
        if (staff.ruleAgainst(mark, post.code).isEmpty())
            writer.insert(QStringLiteral("incompatible_post"),
                          {{QStringLiteral("post_a"), mark},
                           {QStringLiteral("post_b"), post.code},
                           {QStringLiteral("rule"), QStringLiteral("SOD-10")}});
    }
    writer.insert(QStringLiteral("post_assignment"),
                  {{QStringLiteral("operator"), account},
                   {QStringLiteral("post"), mark},
                   {QStringLiteral("department"), informationDepartment(writer)},
                   {QStringLiteral("division"), QString()},
                   {QStringLiteral("head"), 0},
                   {QStringLiteral("valid_from"), writer.context().today}});
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const qint64 account = writer.insert(
        QStringLiteral("operator_account"),
        {{QStringLiteral("name"), payload[u"name"].toString()},
         {QStringLiteral("display_name"), payload[u"display_name"].toString().trimmed()},
         {QStringLiteral("person"), personIn(payload, writer)},
         {QStringLiteral("state"), QStringLiteral("open")},
         {QStringLiteral("created_on"), writer.context().today}});
    if (isDeveloper(payload))
        markDeveloper(account, writer);
}

} // namespace

OperationType openAccountType()
{
    OperationType type;
    type.id = QStringLiteral("administration.open_account");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("system.keys");
    type.part = ControlPart::Information;
    type.legalBasis = QStringLiteral("第三十四条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "New operator account"));
    type.highRisk = true;
    type.evidence = {QStringLiteral("id_card")};
    type.fields = {
        field("name", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Sign-in name"), true),
        field("display_name", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Person's name"),
              true),
        field("person", FieldKind::IdNumber, QT_TRANSLATE_NOOP("Administration", "ID number"),
              true),
        field("developer", FieldKind::Flag,
              QT_TRANSLATE_NOOP("Administration", "Developer or seller of the software"), false)};
    type.fields[2].sealed = true;
    type.check = check;
    type.apply = apply;
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        return QList<Subject>{{0, personIn(payload, reader)}};
    };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{{QStringLiteral("account-name:") + payload[u"name"].toString(),
                            QStringLiteral("identity")}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &) {
        return words(QT_TRANSLATE_NOOP("Administration", "Account %1 for %2"))
            .arg(payload[u"name"].toString(), payload[u"display_name"].toString());
    };
    return type;
}

} // namespace jubao

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
    return findings;
}

QString personIn(const QJsonObject &payload, const Reader &reader)
{
    const IdNumberResult id = IdNumber::parse(payload[u"person"].toString(), reader.today());
    return id.valid ? id.normalized : payload[u"person"].toString();
}

void apply(const QJsonObject &payload, Writer &writer)
{
    writer.insert(QStringLiteral("operator_account"),
                  {{QStringLiteral("name"), payload[u"name"].toString()},
                   {QStringLiteral("display_name"), payload[u"display_name"].toString().trimmed()},
                   {QStringLiteral("person"), personIn(payload, writer)},
                   {QStringLiteral("state"), QStringLiteral("open")},
                   {QStringLiteral("created_on"), writer.context().today}});
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
              true)};
    type.fields.last().sealed = true;
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

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/types.h"

#include "core/id_number.h"
#include "database/ids.h"
#include "operations/signers.h"
#include <QCoreApplication>

namespace jubao {

namespace {

DocumentData gather(qint64 operation, const QJsonObject &payload, const Reader &reader)
{
    const IdNumberResult id = IdNumber::parse(payload[u"id_number"].toString(), reader.today());
    const std::optional<Row> division = reader.row(
        QStringLiteral("division"), QStringLiteral("code"), payload[u"division"].toString());
    Query made = reader.query(QStringLiteral("SELECT made_on FROM operation WHERE id = ?"));
    made.bindAll(operation);
    made.next();
    DocumentData data;
    data.templateId = QStringLiteral("registration_form");
    data.title = QStringLiteral("城乡居民基本养老保险参保登记表");
    for (const char *copied : {"name", "id_number", "nation", "household", "household_relation",
                               "member_group", "phone", "bank_name", "bank_card", "address"})
        data.values.insert(QString::fromLatin1(copied),
                           payload[QString::fromLatin1(copied)].toString());
    data.values.insert(QStringLiteral("sex"),
                       id.sex == Sex::Male ? QStringLiteral("男") : QStringLiteral("女"));
    data.values.insert(QStringLiteral("birth"), id.birth.toString(QStringLiteral("yyyy年M月d日")));
    data.values.insert(QStringLiteral("household_kind"),
                       payload[u"household_kind"].toString() == QLatin1String("urban")
                           ? QStringLiteral("非农业户口")
                           : QStringLiteral("农业户口"));
    data.values.insert(QStringLiteral("division"),
                       division ? division->value(QStringLiteral("name")).toString() : QString());
    data.values.insert(QStringLiteral("made_on"), made.text(0));
    data.values.insert(QStringLiteral("number_line"),
                       QStringLiteral("业务流水号：%1").arg(shortNumber(operation)));
    data.values.insert(QStringLiteral("date_line"),
                       made.date(0).toString(QStringLiteral("yyyy年M月d日")));
    data.values.insert(QStringLiteral("maker"), signerOf(operation, ActionKind::Make, reader));
    data.values.insert(QStringLiteral("rechecker"),
                       signerOf(operation, ActionKind::Recheck, reader));
    data.values.insert(QStringLiteral("approver"),
                       signerOf(operation, ActionKind::Approve, reader));
    return data;
}

} // namespace

DocumentSpec registrationDocument()
{
    DocumentSpec document;
    document.id = QStringLiteral("enrollment.registration_form");
    document.title = QCoreApplication::translate("Enrollment", "Registration form");
    document.gather = gather;
    return document;
}

} // namespace jubao

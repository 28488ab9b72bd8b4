// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/types.h"

#include "core/capital_amount.h"
#include <QCoreApplication>

namespace jubao {

namespace {

DocumentData gather(qint64 operation, const QJsonObject &, const Reader &reader)
{
    const Row receipt =
        reader.row(QStringLiteral("receipt"), QStringLiteral("operation"), operation).value();
    const auto text = [&receipt](const char *name) {
        return receipt.value(QString::fromLatin1(name)).toString();
    };
    const Row person = reader.row(QStringLiteral("person"), text("person").toLongLong()).value();
    const Row collector =
        reader.row(QStringLiteral("operator_account"), text("collector").toLongLong()).value();
    const std::optional<Row> division =
        reader.row(QStringLiteral("division"), QStringLiteral("code"),
                   person.value(QStringLiteral("division")));
    const Money amount = Money::fromFen(text("amount").toLongLong());
    const QDate taken = QDate::fromString(text("taken_on"), Qt::ISODate);
    const QString payer = text("payer");
    DocumentData data;
    data.templateId = QStringLiteral("contribution_receipt");
    data.title = QStringLiteral("城乡居民基本养老保险缴费收据");
    data.number = text("number");
    data.values = {
        {QStringLiteral("number_line"), QStringLiteral("No. %1").arg(data.number)},
        {QStringLiteral("date_line"), taken.toString(QStringLiteral("yyyy年M月d日"))},
        {QStringLiteral("name"), person.value(QStringLiteral("name")).toString()},
        {QStringLiteral("id_number"), person.value(QStringLiteral("id_number")).toString()},
        {QStringLiteral("year"), text("year")},
        {QStringLiteral("tier"), amount.toDisplay()},
        {QStringLiteral("payer"),
         payer.isEmpty() ? person.value(QStringLiteral("name")).toString() : payer},
        {QStringLiteral("division"),
         division ? division->value(QStringLiteral("name")).toString() : QString()},
        {QStringLiteral("capitals"), QStringLiteral("人民币") + capitalAmount(amount)},
        {QStringLiteral("figures"), QStringLiteral("¥") + amount.toDisplay()},
        {QStringLiteral("collector_line"),
         QStringLiteral("收款人：%1")
             .arg(collector.value(QStringLiteral("display_name")).toString())}};
    return data;
}

} // namespace

DocumentSpec receiptDocument()
{
    DocumentSpec document;
    document.id = QStringLiteral("contributions.receipt");
    document.title = QCoreApplication::translate("Contributions", "Contribution receipt");
    document.ofFact = true;
    document.numbered = true;
    document.gather = gather;
    return document;
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/domain/statement.h"

#include "accounts/domain/balance.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <stdexcept>

namespace jubao {

namespace {

DocumentData gather(qint64 person, const QJsonObject &, const Reader &reader)
{
    const std::optional<Row> row = reader.row(QStringLiteral("person"), person);
    if (!row)
        throw std::invalid_argument("no such person");
    const auto text = [&row](const char *name) {
        return row->value(QString::fromLatin1(name)).toString();
    };
    const std::optional<Row> division =
        reader.row(QStringLiteral("division"), QStringLiteral("code"), text("division"));
    QJsonArray rows;
    Money balance;
    const QList<AccountLine> lines = accountLines(reader, accountOfPerson(reader, person), {}, {});
    for (const AccountLine &line : lines) {
        balance += line.amount;
        rows.append(QJsonObject{
            {QStringLiteral("value_date"), line.valueDate.toString(Qt::ISODate)},
            {QStringLiteral("booked_date"), line.bookedDate.toString(Qt::ISODate)},
            {QStringLiteral("kind"),
             line.kind == QLatin1String("contribution") ? QStringLiteral("个人缴费") : line.kind},
            {QStringLiteral("for_year"), QString::number(line.forYear)},
            {QStringLiteral("amount"), line.amount.toDisplay()},
            {QStringLiteral("balance"), balance.toDisplay()}});
    }
    DocumentData data;
    data.templateId = QStringLiteral("rights_statement");
    data.title = QStringLiteral("城乡居民基本养老保险个人权益记录单");
    data.values = {
        {QStringLiteral("name_line"), QStringLiteral("姓名：%1").arg(text("name"))},
        {QStringLiteral("id_line"), QStringLiteral("身份证号：%1").arg(text("id_number"))},
        {QStringLiteral("date_line"), reader.today().toString(QStringLiteral("yyyy年M月d日"))},
        {QStringLiteral("division_line"),
         QStringLiteral("所在村组：%1")
             .arg(division ? division->value(QStringLiteral("name")).toString() : QString())},
        {QStringLiteral("balance_line"), QStringLiteral("账户余额：%1元").arg(balance.toDisplay())},
        {QStringLiteral("rows"), rows}};
    return data;
}

} // namespace

DocumentSpec statementDocument()
{
    DocumentSpec document;
    document.id = QStringLiteral("accounts.statement");
    document.title = QCoreApplication::translate("Accounts", "Statement of rights");
    document.gather = gather;
    return document;
}

} // namespace jubao

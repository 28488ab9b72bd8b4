// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/types.h"

#include "contributions/domain/words.h"
#include "core/capital_amount.h"
#include "operations/decision.h"

namespace jubao {

namespace {

/** How the money came, in the words of the form. The counter takes cash alone. */
QString paymentKind(const QString &channel)
{
    static const QMap<QString, QString> kinds{{QStringLiteral("counter"), QStringLiteral("现金")}};
    return kinds.value(channel, channel);
}

DocumentData gather(qint64 operation, const Reader &reader, const QString &templateId)
{
    const std::optional<Row> found =
        reader.row(QStringLiteral("receipt"), QStringLiteral("operation"), operation);
    if (!found)
        throw RefusedError(
            {refusal(QStringLiteral("NOT_IN_THIS_STATE"), stateTitle(OperationState::InReview))});
    const Row &receipt = *found;
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
    data.templateId = templateId;
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
        {QStringLiteral("payment_kind"), paymentKind(text("channel"))},
        {QStringLiteral("collector_line"),
         QStringLiteral("收款人：%1")
             .arg(collector.value(QStringLiteral("display_name")).toString())}};
    return data;
}

DocumentSpec specOf(const char *id, const QString &title, const QString &templateId, bool ofFact)
{
    DocumentSpec document;
    document.id = QString::fromLatin1(id);
    document.title = title;
    document.ofFact = ofFact;
    document.numbered = true;
    document.gather = [templateId](qint64 operation, const QJsonObject &, const Reader &reader) {
        return gather(operation, reader, templateId);
    };
    return document;
}

} // namespace

DocumentSpec receiptDocument()
{
    return specOf("contributions.receipt",
                  contributionWords(QT_TRANSLATE_NOOP("Contributions", "Contribution receipt")),
                  QStringLiteral("contribution_receipt"), true);
}

DocumentSpec preprintedReceiptDocument()
{
    return specOf("contributions.receipt_preprinted",
                  contributionWords(
                      QT_TRANSLATE_NOOP("Contributions", "Contribution receipt, pre-printed form")),
                  QStringLiteral("contribution_receipt_preprinted"), true);
}

DocumentSpec replacementReceiptDocument()
{
    return specOf("contributions.replacement_receipt",
                  contributionWords(
                      QT_TRANSLATE_NOOP("Contributions", "Contribution receipt for a void one")),
                  QStringLiteral("contribution_receipt"), false);
}

} // namespace jubao

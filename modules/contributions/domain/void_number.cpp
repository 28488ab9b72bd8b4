// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/types.h"

#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Contributions", text);
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    Findings findings;
    const QString refused =
        numberRefusal(reader, payload[u"kind"].toString(), payload[u"number"].toString(), actor);
    if (!refused.isEmpty())
        findings.append(error(QStringLiteral("NUMBER_NOT_USABLE"), QStringLiteral("number"),
                              refused, QStringLiteral("CON-09")));
    if (payload[u"reason"].toString().trimmed().isEmpty())
        findings.append(
            error(QStringLiteral("FIELD_MISSING"), QStringLiteral("reason"),
                  words(QT_TRANSLATE_NOOP("Contributions", "Write why the number is void.")),
                  QStringLiteral("CON-09")));
    return findings;
}

void stateFacts(const QJsonObject &payload, Writer &writer)
{
    writer.insert(QStringLiteral("number_void"),
                  {{QStringLiteral("kind"), payload[u"kind"].toString()},
                   {QStringLiteral("number"), payload[u"number"].toString()},
                   {QStringLiteral("reason"), payload[u"reason"].toString()},
                   {QStringLiteral("collector"), writer.context().operatorId},
                   {QStringLiteral("voided_on"), writer.context().madeOn}});
}

} // namespace

OperationType voidNumberType()
{
    OperationType type;
    type.id = QStringLiteral("contributions.void_number");
    type.room = QStringLiteral("contributions");
    type.family = QStringLiteral("bills.use");
    type.part = ControlPart::Finance;
    type.legalBasis = QStringLiteral("第二十五条");
    type.title = words(QT_TRANSLATE_NOOP("Contributions", "Void a blank number"));
    type.fields = {
        {QStringLiteral("kind"),
         FieldKind::Choice,
         words(QT_TRANSLATE_NOOP("Contributions", "Kind of receipt")),
         true,
         {{QStringLiteral("contribution"),
           words(QT_TRANSLATE_NOOP("Contributions", "Contribution receipt"))}}},
        {QStringLiteral("number"), FieldKind::ReceiptNumber,
         words(QT_TRANSLATE_NOOP("Contributions", "Receipt number")), true},
        {QStringLiteral("reason"), FieldKind::Text,
         words(QT_TRANSLATE_NOOP("Contributions", "Why it is void")), true},
        {QStringLiteral("division"), FieldKind::Division,
         words(QT_TRANSLATE_NOOP("Contributions", "Division")), true},
    };
    type.check = check;
    type.stateFacts = stateFacts;
    // The paper is spoilt whatever the checker says: the fact stands, and there is nothing to post.
    type.apply = [](const QJsonObject &, Writer &) {};
    type.summary = [](const QJsonObject &payload, const Reader &) {
        return words(QT_TRANSLATE_NOOP("Contributions", "Number %1 is void: %2"))
            .arg(payload[u"number"].toString(), payload[u"reason"].toString());
    };
    return type;
}

} // namespace jubao

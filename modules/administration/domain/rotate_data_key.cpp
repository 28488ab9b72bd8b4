// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/types.h"
#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Administration", text);
}

} // namespace

OperationType rotateDataKeyType()
{
    OperationType type;
    type.id = QStringLiteral("system.rotate_data_key");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("system.node");
    type.part = ControlPart::Information;
    type.legalBasis = QStringLiteral("第三十八条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "New data key"));
    type.highRisk = true;
    type.fields = {
        {QStringLiteral("occasion"),
         FieldKind::Choice,
         words(QT_TRANSLATE_NOOP("Administration", "Occasion")),
         true,
         {{QStringLiteral("yearly"), words(QT_TRANSLATE_NOOP("Administration", "Yearly change"))},
          {QStringLiteral("left"),
           words(QT_TRANSLATE_NOOP("Administration", "Somebody who knew the key has left"))},
          {QStringLiteral("lost"),
           words(QT_TRANSLATE_NOOP("Administration", "A backup or computer was lost"))},
          {QStringLiteral("taken_out"),
           words(QT_TRANSLATE_NOOP("Administration", "The key was taken out for an inspection"))}}},
        {QStringLiteral("remark"), FieldKind::LongText,
         words(QT_TRANSLATE_NOOP("Administration", "Remark")), false},
    };
    const QList<Choice> occasions = type.fields.first().choices;
    type.check = [occasions](const QJsonObject &payload, const Reader &, qint64) {
        const QString given = payload[u"occasion"].toString();
        const bool known = std::any_of(occasions.begin(), occasions.end(),
                                       [&given](const Choice &each) { return each.code == given; });
        if (known)
            return Findings();
        return Findings{
            error(QStringLiteral("FIELD_MISSING"), QStringLiteral("occasion"),
                  words(QT_TRANSLATE_NOOP("Administration", "Say why a new data key is made.")))};
    };
    // The rows stay as they are: the office makes the new key and re-encrypts the whole file once
    // the operation is posted, and leaves an entry of its own.
    type.apply = [](const QJsonObject &, Writer &) {};
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.locks = [](const QJsonObject &, const Reader &) {
        return QList<Lock>{{QStringLiteral("office"), QStringLiteral("data_key")}};
    };
    type.summary = [occasions](const QJsonObject &payload, const Reader &) {
        QString occasion = payload[u"occasion"].toString();
        for (const Choice &choice : occasions) {
            if (choice.code == occasion)
                occasion = choice.label;
        }
        return words(QT_TRANSLATE_NOOP("Administration", "A new data key for the office: %1"))
            .arg(occasion);
    };
    return type;
}

} // namespace jubao

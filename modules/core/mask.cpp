// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mask.h"

#include <QMap>

namespace jubao {

namespace {

QString keepEnds(const QString &text, qsizetype front, qsizetype back)
{
    if (text.size() <= front + back)
        return QString(text.size(), u'*');
    return text.left(front) + QString(text.size() - front - back, u'*') + text.right(back);
}

} // namespace

QString maskIdNumber(const QString &number)
{
    return keepEnds(number, 6, 4);
}

QString maskPhone(const QString &phone)
{
    return keepEnds(phone, 3, 4);
}

QString maskBankCard(const QString &card)
{
    return card.isEmpty()
        ? QString()
        : QStringLiteral("****") + card.right(qMin<qsizetype>(4, card.size() / 2));
}

QString maskAddress(const QString &address)
{
    return address.size() <= 6 ? QString(address.size(), u'*')
                               : address.left(6) + QStringLiteral("****");
}

QString maskSealed(const QString &field, const QString &text)
{
    static const QMap<QString, QString (*)(const QString &)> masks{
        {QStringLiteral("id_number"), maskIdNumber},
        {QStringLiteral("phone"), maskPhone},
        {QStringLiteral("bank_card"), maskBankCard},
        {QStringLiteral("address"), maskAddress}};
    if (text.isEmpty())
        return text;
    const auto mask = masks.value(field);
    return mask ? mask(text) : QStringLiteral("****");
}

} // namespace jubao

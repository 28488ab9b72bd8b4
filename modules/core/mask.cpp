// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mask.h"

#include "core/id_number.h"
#include <QMap>
#include <QRegularExpression>

namespace jubao {

namespace {

QString keepEnds(const QString &text, qsizetype front, qsizetype back)
{
    if (text.size() <= front + back)
        return QString(text.size(), u'*');
    return text.left(front) + QString(text.size() - front - back, u'*') + text.right(back);
}

QString wholeText(const QString &text)
{
    return text;
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
        {QStringLiteral("beneficiary_id_number"), maskIdNumber},
        // A person of the office, the other one of an avoidance, who handed in, who delegated.
        {QStringLiteral("person"), maskIdNumber},
        {QStringLiteral("other"), maskIdNumber},
        {QStringLiteral("maker_person"), maskIdNumber},
        {QStringLiteral("delegated_by"), maskIdNumber},
        {QStringLiteral("id_last_four"), wholeText},
        {QStringLiteral("phone"), maskPhone},
        {QStringLiteral("bank_card"), maskBankCard},
        {QStringLiteral("address"), maskAddress}};
    if (text.isEmpty())
        return text;
    const auto mask = masks.value(field);
    return mask ? mask(text) : QStringLiteral("****");
}

QString maskIdNumbersIn(const QString &text)
{
    static const QRegularExpression number(
        QStringLiteral("(?<![0-9A-Za-z])([0-9]{6})([0-9]{8})([0-9]{3}[0-9Xx])(?![0-9A-Za-z])"));
    QString masked = text;
    QRegularExpressionMatchIterator each = number.globalMatch(text);
    while (each.hasNext()) {
        const QRegularExpressionMatch found = each.next();
        const QString whole = found.captured();
        const bool valid =
            QDate::fromString(found.captured(2), QStringLiteral("yyyyMMdd")).isValid()
            && IdNumber::checkCharacter(whole.chopped(1)) == whole.back().toUpper();
        if (valid)
            masked.replace(found.capturedStart(), whole.size(), maskIdNumber(whole));
    }
    return masked;
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/capital_amount.h"

#include <stdexcept>

namespace jubao {

namespace {

const QString digitSigns = QStringLiteral("零壹贰叁肆伍陆柒捌玖");
const QString placeSigns = QStringLiteral("\u0020拾佰仟"); // within a group of four
constexpr int tenThousandPlace = 4;
constexpr int groupSize = 4;
constexpr qint64 limitYuan = 1000000000000;

/** The yuan part: one 零 for each run of zeros between two other digits. `shortRun` leaves it out
 * where the run contains the place of 万 and thousands follow, which the rule allows. */
QString yuanPart(qint64 yuan, bool shortRun)
{
    const QString digits = QString::number(yuan);
    QString text;
    bool zeroPending = false;
    bool runHasTenThousand = false;
    bool groupWritten = false;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int place = int(digits.size() - 1 - i);
        const int digit = digits.at(i).digitValue();
        if (digit == 0) {
            zeroPending = true;
            runHasTenThousand = runHasTenThousand || place == tenThousandPlace;
        } else {
            const bool leaveOut = shortRun && runHasTenThousand && place == tenThousandPlace - 1;
            if (zeroPending && !text.isEmpty() && !leaveOut)
                text += digitSigns.at(0);
            zeroPending = false;
            runHasTenThousand = false;
            text += digitSigns.at(digit);
            if (place % groupSize != 0)
                text += placeSigns.at(place % groupSize);
            groupWritten = true;
        }
        if (place % groupSize == 0) {
            if (place > 0 && groupWritten)
                text += place == tenThousandPlace ? QStringLiteral("万") : QStringLiteral("亿");
            groupWritten = false;
        }
    }
    return text + QStringLiteral("元");
}

QString wholeAmount(Money amount, bool shortRun, bool zeroAfterYuan)
{
    const qint64 yuan = amount.fen() / 100;
    const int jiao = int(amount.fen() / 10 % 10);
    const int fen = int(amount.fen() % 10);
    if (amount.fen() == 0)
        return QStringLiteral("零元");
    QString text = yuan > 0 ? yuanPart(yuan, shortRun) : QString();
    if (jiao == 0 && fen > 0 && yuan > 0)
        text += digitSigns.at(0);
    if (jiao > 0) {
        if (zeroAfterYuan && yuan > 0 && yuan % 10 == 0)
            text += digitSigns.at(0);
        text += digitSigns.at(jiao);
        text += QStringLiteral("角");
    }
    if (fen > 0) {
        text += digitSigns.at(fen);
        text += QStringLiteral("分");
    }
    return text;
}

void checkRange(Money amount)
{
    if (amount.fen() < 0 || amount.fen() / 100 >= limitYuan)
        throw std::out_of_range("no capital form for this amount");
}

/** The value that the signs add up to, without asking whether they stand rightly. */
std::optional<qint64> roughValue(const QString &text)
{
    qint64 total = 0;
    qint64 group = 0;
    qint64 digit = 0;
    qint64 fen = 0;
    for (const QChar sign : text) {
        const qsizetype value = digitSigns.indexOf(sign);
        const qsizetype place = placeSigns.indexOf(sign);
        if (value >= 0) {
            digit = value;
        } else if (place > 0) {
            constexpr qint64 weights[]{1, 10, 100, 1000};
            group += digit * weights[place];
            digit = 0;
        } else if (sign == u'万') {
            total += (group + digit) * 10000;
            group = digit = 0;
        } else if (sign == u'亿') {
            constexpr qint64 hundredMillion = 100000000;
            if (total + group + digit >= limitYuan / hundredMillion)
                return std::nullopt;
            total = (total + group + digit) * hundredMillion;
            group = digit = 0;
        } else if (sign == u'元') {
            total += group + digit;
            group = digit = 0;
        } else if (sign == u'角') {
            fen += digit * 10;
            digit = 0;
        } else if (sign == u'分') {
            fen += digit;
            digit = 0;
        } else {
            return std::nullopt;
        }
        if (total >= limitYuan)
            return std::nullopt;
    }
    return total * 100 + fen;
}

} // namespace

QString capitalAmount(Money amount)
{
    checkRange(amount);
    const QString text = wholeAmount(amount, false, false);
    return text.endsWith(u'元') ? text + QStringLiteral("整") : text;
}

QStringList acceptedCapitalAmounts(Money amount)
{
    checkRange(amount);
    QStringList forms{capitalAmount(amount)};
    for (const bool shortRun : {false, true}) {
        for (const bool zeroAfterYuan : {false, true}) {
            const QString text = wholeAmount(amount, shortRun, zeroAfterYuan);
            if (text.endsWith(u'角'))
                forms.append(text);
            if (!text.endsWith(u'分'))
                forms += {text + QStringLiteral("整"), text + QStringLiteral("正")};
            else
                forms.append(text);
        }
    }
    forms.removeDuplicates();
    return forms;
}

std::optional<Money> readCapitalAmount(const QString &text)
{
    QString plain = text.trimmed();
    if (plain.startsWith(QStringLiteral("人民币")))
        plain.remove(0, 3);
    QString bare = plain;
    if (bare.endsWith(u'整') || bare.endsWith(u'正'))
        bare.chop(1);
    const std::optional<qint64> fen = bare.size() > 60 ? std::nullopt : roughValue(bare);
    if (!fen || *fen < 0 || *fen / 100 >= limitYuan)
        return std::nullopt;
    const Money amount = Money::fromFen(*fen);
    return acceptedCapitalAmounts(amount).contains(plain) ? std::optional(amount) : std::nullopt;
}

Money capitalAmountLimit()
{
    return Money::fromFen(limitYuan * 100);
}

QString capitalDate(const QDate &date)
{
    QString year;
    const QString digits = QString::number(date.year());
    for (const QChar digit : digits)
        year += digitSigns.at(digit.digitValue());
    const auto number = [](int value) {
        QString text;
        if (value >= 10) {
            text += digitSigns.at(value / 10);
            text += QStringLiteral("拾");
        }
        if (value % 10 > 0)
            text += digitSigns.at(value % 10);
        return text;
    };
    const bool zeroMonth = date.month() <= 2 || date.month() == 10;
    const bool zeroDay = date.day() < 10 || date.day() % 10 == 0;
    return year + QStringLiteral("年") + (zeroMonth ? QStringLiteral("零") : QString())
        + number(date.month()) + QStringLiteral("月") + (zeroDay ? QStringLiteral("零") : QString())
        + number(date.day()) + QStringLiteral("日");
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sheets/cell_text.h"

#include <QDate>
#include <QRegularExpression>

namespace jubao {

namespace {

constexpr int heldDigits = 15;

/** Half-up at the given number of digits; `digits` has no leading zeros. True on a new digit. */
bool roundDigits(QByteArray &digits, int keep)
{
    if (digits.size() <= keep)
        return false;
    const bool up = digits.at(keep) >= '5';
    digits.truncate(keep);
    if (!up)
        return false;
    for (qsizetype i = digits.size(); i-- > 0;) {
        if (digits.at(i) != '9') {
            digits[i] = char(digits.at(i) + 1);
            return false;
        }
        digits[i] = '0';
    }
    digits.prepend('1');
    digits.chop(1);
    return true;
}

/** Digits with the decimal point after the first `point` of them. */
QByteArray placePoint(QByteArray digits, int point)
{
    while (digits.size() > 1 && digits.endsWith('0') && digits.size() > point)
        digits.chop(1);
    if (point <= 0)
        return digits == "0" ? digits : "0." + QByteArray(-point, '0') + digits;
    if (point >= digits.size())
        return digits + QByteArray(point - digits.size(), '0');
    return digits.left(point) + '.' + digits.mid(point);
}

} // namespace

QString plainNumber(QStringView stored, bool *lossy)
{
    static const QRegularExpression shape(
        QStringLiteral("^([+-]?)(\\d{1,40})(?:\\.(\\d{0,40}))?(?:[eE]([+-]?\\d{1,3}))?$"));
    const QRegularExpressionMatch match = shape.match(stored);
    if (!match.hasMatch())
        return stored.toString();
    const QByteArray whole = match.captured(2).toLatin1();
    QByteArray digits = whole + match.captured(3).toLatin1();
    int point = int(whole.size()) + match.captured(4).toInt();
    while (digits.size() > 1 && digits.startsWith('0')) {
        digits.remove(0, 1);
        --point;
    }
    constexpr int longest = 60;
    if (point > longest || point < -longest)
        return stored.toString();
    if (digits == "0")
        return QStringLiteral("0");
    if (point > heldDigits)
        *lossy = true;
    if (roundDigits(digits, heldDigits))
        ++point;
    const QString sign = match.captured(1) == QLatin1String("-") ? QStringLiteral("-") : QString();
    return sign + QString::fromLatin1(placePoint(digits, point));
}

QString serialDate(const QString &plain, bool from1904)
{
    bool good = false;
    const int day = plain.section(u'.', 0, 0).toInt(&good);
    constexpr int lastDay = 2958465; // 9999-12-31
    if (!good || day < 0 || day > lastDay)
        return plain;
    // The format's first two months count a 29 February 1900 that never was.
    constexpr int phantomDay = 60;
    const QDate first = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, day < phantomDay ? 31 : 30);
    return first.addDays(day).toString(Qt::ISODate);
}

bool isDateFormat(int id, const QString &code)
{
    // Built-in formats; 27–36 and 50–58 are the East Asian dates.
    if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47)
        || (id >= 50 && id <= 58))
        return true;
    static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]"));
    QString bare = code;
    bare.remove(quoted);
    return bare.contains(u'y', Qt::CaseInsensitive) || bare.contains(u'd', Qt::CaseInsensitive);
}

int columnOfReference(QStringView reference)
{
    int column = 0;
    constexpr int tooFar = 100'000;
    for (const QChar letter : reference) {
        const char16_t upper = letter.toUpper().unicode();
        if (upper < u'A' || upper > u'Z')
            break;
        column = column * 26 + (upper - u'A' + 1);
        if (column > tooFar)
            break;
    }
    return column - 1;
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/id_number.h"

#include "core/text.h"
#include <QCoreApplication>
#include <QSet>
#include <array>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("IdNumber", text);
}

bool allDigits(const QString &text)
{
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return false;
    }
    return true;
}

bool knownProvince(const QString &code)
{
    static const QSet<QString> known = [] {
        QSet<QString> set;
        constexpr std::array<std::pair<int, int>, 8> ranges{
            {{11, 15}, {21, 23}, {31, 37}, {41, 46}, {50, 54}, {61, 65}, {71, 71}, {81, 83}}};
        for (const auto &[from, to] : ranges) {
            for (int value = from; value <= to; ++value)
                set.insert(QString::number(value));
        }
        return set;
    }();
    return known.contains(code);
}

} // namespace

QString sexCode(Sex sex)
{
    return QString::number(static_cast<int>(sex));
}

QChar IdNumber::checkCharacter(const QString &firstSeventeen)
{
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += (firstSeventeen.at(i).unicode() - '0') * weights[static_cast<size_t>(i)];
    return QLatin1Char("10X98765432"[sum % 11]);
}

IdNumberResult IdNumber::parse(const QString &text, const QDate &today, const QString &field)
{
    IdNumberResult result;
    const auto fail = [&](const char *code, const char *why) {
        result.findings.append(
            error(QString::fromLatin1(code), field, words(why), QStringLiteral("GB 11643-1999")));
        return result;
    };
    QString number = normaliseInput(text).toUpper();
    if (number.isEmpty())
        return fail("ID_LENGTH", QT_TRANSLATE_NOOP("IdNumber", "Enter the ID number."));
    if (number.size() == 15 && allDigits(number)) {
        number = number.left(6) + QStringLiteral("19") + number.mid(6);
        number += checkCharacter(number);
    }
    if (number.size() != 18)
        return fail(
            "ID_LENGTH",
            QT_TRANSLATE_NOOP("IdNumber", "An ID number has 18 characters (15 on old cards)."));
    if (!allDigits(number.left(17)) || (!allDigits(number.right(1)) && number.back() != u'X'))
        return fail("ID_CHARACTERS",
                    QT_TRANSLATE_NOOP(
                        "IdNumber", "An ID number is made of digits; only the last one may be X."));
    const QDate birth =
        QDate(QStringView(number).mid(6, 4).toInt(), QStringView(number).mid(10, 2).toInt(),
              QStringView(number).mid(12, 2).toInt());
    if (!birth.isValid() || birth > today || birth.year() < 1850)
        return fail(
            "ID_BIRTH",
            QT_TRANSLATE_NOOP("IdNumber", "The birth date in the ID number does not exist."));
    if (number.back() != checkCharacter(number.left(17)))
        return fail("ID_CHECK",
                    QT_TRANSLATE_NOOP("IdNumber",
                                      "The last character does not fit: one digit was mistyped."));
    if (!knownProvince(number.left(2)))
        return fail("ID_PROVINCE",
                    QT_TRANSLATE_NOOP("IdNumber", "There is no province with this code."));
    result.valid = true;
    result.normalized = number;
    result.birth = birth;
    result.sex = (number.at(16).unicode() - '0') % 2 == 1 ? Sex::Male : Sex::Female;
    result.issuingCode = number.left(6);
    return result;
}

int ageInYears(const QDate &birth, const QDate &day)
{
    QDate birthday(day.year(), birth.month(), birth.day());
    if (!birthday.isValid())
        birthday = QDate(day.year(), 3, 1);
    return day.year() - birth.year() - (day < birthday ? 1 : 0);
}

} // namespace jubao

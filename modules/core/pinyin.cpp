// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pinyin.h"

#include <QHash>
#include <array>

namespace jubao {

namespace {

struct Range {
    char32_t from;
    char32_t to;
    const char *initials;
};

constexpr std::array<Range, 3> ranges{{
#include "pinyin_table.inc"
}};

/** The character itself where it has no reading. */
QString initialOf(char32_t sign)
{
    for (const Range &range : ranges) {
        if (sign < range.from || sign > range.to)
            continue;
        const char initial = range.initials[sign - range.from];
        if (initial != '?')
            return QString(QLatin1Char(initial));
    }
    return QString::fromUcs4(&sign, 1);
}

struct Surname {
    const char *signs;
    const char *common;
    const char *other; ///< "" = none
};

/**
 * Surnames whose reading is not the character's common one, or of which families use two: after
 * the Xiandai Hanyu Cidian's readings marked as surname (姓).
 */
constexpr Surname surnames[]{
    {"单", "s", "d"},   {"曾", "z", "c"},   {"仇", "q", "c"},   {"区", "o", "q"},
    {"解", "x", "j"},   {"查", "z", "c"},   {"翟", "z", "d"},   {"召", "s", "z"},
    {"乐", "y", "l"},   {"折", "s", "z"},   {"种", "c", "z"},   {"覃", "q", "t"},
    {"郗", "x", "c"},   {"秘", "b", "m"},   {"繁", "p", "f"},   {"谌", "c", "s"},
    {"郇", "h", "x"},   {"隗", "w", "k"},   {"句", "g", "j"},   {"尉", "w", "y"},
    {"藏", "z", "c"},   {"祭", "z", "j"},   {"行", "x", "h"},   {"费", "f", "b"},
    {"莘", "s", "x"},   {"宓", "m", "f"},   {"么", "y", "m"},   {"贾", "j", "g"},
    {"重", "c", "z"},   {"乘", "c", "s"},   {"厘", "x", "l"},   {"佴", "n", "e"},
    {"乜", "n", "m"},   {"会", "g", "h"},   {"省", "x", "s"},   {"校", "j", "x"},
    {"万俟", "mq", ""}, {"尉迟", "yc", ""}, {"单于", "cy", ""}, {"澹台", "tt", ""},
};

const QHash<QString, const Surname *> &surnameTable()
{
    static const QHash<QString, const Surname *> table = [] {
        QHash<QString, const Surname *> made;
        for (const Surname &each : surnames)
            made.insert(QString::fromUtf8(each.signs), &each);
        return made;
    }();
    return table;
}

} // namespace

PinyinKeys pinyinKeys(const QString &name)
{
    const Surname *surname = nullptr;
    qsizetype read = 0;
    for (const qsizetype length : {2, 1}) { // a compound surname begins with another one's sign
        if (name.size() > length && (surname = surnameTable().value(name.left(length)))) {
            read = length;
            break;
        }
    }
    QString given;
    const QList<uint> signs = name.mid(read).toUcs4();
    for (const uint sign : signs)
        given += initialOf(sign).toLower();
    if (!surname)
        return {given, {}};
    const QString other = QString::fromLatin1(surname->other);
    return {QString::fromLatin1(surname->common) + given,
            other.isEmpty() ? QString() : other + given};
}

QString pinyinInitials(const QString &name)
{
    return pinyinKeys(name).common;
}

} // namespace jubao

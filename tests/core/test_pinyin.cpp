// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pinyin.h"
#include <catch2/catch.hpp>

using namespace jubao;

TEST_CASE("Names are found by the first letters of their syllables")
{
    const std::pair<const char *, const char *> samples[]{
        {"张三丰", "zsf"}, {"李秀英", "lxy"}, {"吕布", "lb"},    {"绿珠", "lz"},
        {"王芳", "wf"},    {"欧阳锋", "oyf"}, {"诸葛亮", "zgl"}, {"司马懿", "smy"},
        {"𠀀", "h"},       {"王𠀀", "wh"},    {"Li 明", "li m"}, {"买买提·艾力", "mmt·al"},
        {"", ""},          {"㐂某某", "㐂mm"}};
    for (const auto &[name, expected] : samples) {
        INFO(name);
        CHECK(pinyinInitials(QString::fromUtf8(name)).toStdString() == expected);
    }
}

TEST_CASE("Surnames are read as surnames, in both ways where families differ")
{
    struct Sample {
        const char *name;
        const char *common;
        const char *other;
    };
    const Sample samples[]{
        {"单小明", "sxm", "dxm"}, {"曾国藩", "zgf", "cgf"}, {"仇英", "qy", "cy"},
        {"解缙", "xj", "jj"},     {"查良镛", "zly", "cly"}, {"翟让", "zr", "dr"},
        {"朴正", "pz", ""},       {"缪荃孙", "mqs", ""},    {"洗星海", "xxh", ""},
        {"覃建国", "qjg", "tjg"}, {"万俟卨", "mqx", ""},    {"尉迟恭", "ycg", ""},
        {"单于鞮", "cyd", ""},    {"长孙无忌", "zswj", ""}, {"王单", "wd", ""},
        {"乐毅", "yy", "ly"}};
    for (const Sample &sample : samples) {
        INFO(sample.name);
        const PinyinKeys keys = pinyinKeys(QString::fromUtf8(sample.name));
        CHECK(keys.common.toStdString() == sample.common);
        CHECK(keys.other.toStdString() == sample.other);
    }
}

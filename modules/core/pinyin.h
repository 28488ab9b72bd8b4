// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace jubao {

/** Search keys of a name: the first letters of its syllables, lower case. */
struct PinyinKeys {
    QString common; ///< 单小明 → "sxm": surnames by the reading that surnames have
    QString other;  ///< "dxm": the second reading of the surname; empty where there is none
};

/**
 * What is no Han character stays as it is. Surnames are read as surnames (朴, 缪, 万俟 …), those
 * with two readings by both, because the clerk at the counter cannot know which one a family uses.
 */
PinyinKeys pinyinKeys(const QString &name);

/** The common key alone. */
QString pinyinInitials(const QString &name);

} // namespace jubao

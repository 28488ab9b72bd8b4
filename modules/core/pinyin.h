// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace jubao {

/** First letters of a name's syllables, lower case: 张三丰 → "zsf". What is no Han character stays
 * as it is. Surnames with a reading of their own (朴, 缪, 冼 …) are read as surnames. */
QString pinyinInitials(const QString &name);

} // namespace jubao

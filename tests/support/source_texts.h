// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <functional>

namespace jubao::test {

/** The beginnings of statements that a database above its own room is asked with, as they stand in
 * the program's sources; some are the first part of one that is put together. */
void eachStatementInSources(
    const std::function<void(const QString &file, const QString &sql)> &visit);

} // namespace jubao::test

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace jubao::test {

/** What somebody with the file and its key does with a tool of his own, past all our guards: runs
 * the statements. The office must be closed. */
void runWithTool(const QString &path, const QByteArray &rawKey, const QString &script);

} // namespace jubao::test

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/database_tool.h"

#include <QFile>
#include <catch2/catch.hpp>
#include <sqlite3.h>

namespace jubao::test {

void runWithTool(const QString &path, const QByteArray &rawKey, const QString &script)
{
    sqlite3 *tool = nullptr;
    REQUIRE(sqlite3_open(QFile::encodeName(path).constData(), &tool) == SQLITE_OK);
    CHECK(sqlite3_key(tool, rawKey.constData(), int(rawKey.size())) == SQLITE_OK);
    CHECK(sqlite3_exec(tool, script.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(tool);
}

} // namespace jubao::test

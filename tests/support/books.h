// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/catalogue.h"
#include "database/database.h"
#include "database/migrations.h"
#include <QTemporaryDir>
#include <memory>

namespace jubao::test {

/** Books with a small schema of their own that go away: a file, or a schema of the test server. */
struct Books {
    QTemporaryDir folder;
    Key key = Key::random();
    Catalogue catalogue;
    Migrations migrations;
    std::optional<ServerAddress> server;
    std::unique_ptr<Database> database;

    Books();
    QString path() const { return folder.filePath(QStringLiteral("office.jubao")); }
    Database::Options options(Database::Mode mode = Database::Mode::ReadWrite) const;
    void reopen();
    qint64 count(const QString &sql);
};

} // namespace jubao::test

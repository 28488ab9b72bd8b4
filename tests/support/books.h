// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/catalogue.h"
#include "database/database.h"
#include "database/migrations.h"
#include <QTemporaryDir>
#include <memory>

namespace jubao::test {

/** A file with a small schema of its own in a folder that goes away. */
struct Books {
    QTemporaryDir folder;
    Key key = Key::random();
    Catalogue catalogue;
    Migrations migrations;
    std::unique_ptr<Database> database;

    Books();
    QString path() const { return folder.filePath(QStringLiteral("office.jubao")); }
    Database::Options options(Database::Mode mode = Database::Mode::ReadWrite) const;
    void reopen();
    qint64 count(const QString &sql);
};

} // namespace jubao::test

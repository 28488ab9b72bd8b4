// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/key.h"
#include <QString>
#include <functional>

namespace jubao {

class Catalogue;
class Database;
class Migrations;

/** Told how much is done, in thousandths; answers false to cancel. */
using CopyProgress = std::function<bool(int permille)>;

/** Reads the finished copy before it gets its name. */
using LookAtCopy = std::function<void(Database &copy)>;

/**
 * Copies the open office file, page by page under one read transaction, so that it ends while
 * others write, and encrypts the copy with `key` (the same one for a backup, a new one for a
 * rotation). The copy is for its owner alone, synced, proved by opening and checking it, shown to
 * `look`, and only then given its name. Throws DatabaseError; TargetUnwritable where the copy
 * cannot be made there.
 */
void copyDatabase(Database &source, const QString &target, const Key &key,
                  const CopyProgress &progress = {}, const LookAtCopy &look = {});

/** The same from books on a server: every row, compared afterwards, in one file that opens as an
 * embedded office. Others write on. Both copy what a `ReadTransaction` of the source sees where the
 * caller has begun one. */
void copyServerBooks(Database &source, const QString &target, const Key &key,
                     const Migrations &migrations, const Catalogue &catalogue,
                     const CopyProgress &progress = {}, const LookAtCopy &look = {});

/** The file's content is on the disk, not on its way there. */
void syncFile(const QString &path);

/**
 * Puts a finished copy in the place of the books, in one step: killed at any moment, the old or the
 * new file is there whole. Nobody may have the books open. Throws DatabaseError: Busy while a log
 * of the old file shows that somebody has.
 */
void replaceDatabase(const QString &path, const QString &finishedCopy);

/** Removes a file of books that is not needed, with its companions. */
void removeDatabase(const QString &path);

} // namespace jubao

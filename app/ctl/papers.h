// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao::ctl {

/** Refuses, before anything is done, a folder that holds sheets already or cannot be written.
 * Throws UsageError. */
void requireSheetFolder(const QString &folder);
/** Writes each share's sheet as a PDF of its own, synced, for its owner alone; returns the files.
 */
QStringList writeRecoverySheets(const QString &folder, const QStringList &shares,
                                const Reader &books);
/** Draws a document into a file that must not exist. Throws DatabaseError. */
void writePaper(const QString &path, const DocumentData &document, const QString &foot);

} // namespace jubao::ctl

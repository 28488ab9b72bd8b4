// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"

#include <QCoreApplication>
#include <array>

namespace jubao {

DatabaseError::DatabaseError(Kind kind, const QString &detail)
    : std::runtime_error(detail.toStdString())
    , m_kind(kind)
    , m_detail(detail)
{
}

QString DatabaseError::text() const
{
    constexpr std::array texts{
        QT_TRANSLATE_NOOP(
            "Database",
            "The key does not open this office file: key file and office file are not of the same time, or the file's first page is damaged."),
        QT_TRANSLATE_NOOP("Database", "This is not an office file of this program."),
        QT_TRANSLATE_NOOP(
            "Database",
            "A newer version of the program has written this office file. Install that version."),
        QT_TRANSLATE_NOOP(
            "Database",
            "The office file is damaged. Restore the last backup; nothing is written to the damaged file."),
        QT_TRANSLATE_NOOP(
            "Database",
            "The office file or its folder cannot be written. Ask for the right to write there."),
        QT_TRANSLATE_NOOP("Database",
                          "The disk is full. Nothing was changed; make room and try again."),
        QT_TRANSLATE_NOOP(
            "Database",
            "Another program is writing to the office file and does not finish. Try again in a moment."),
        QT_TRANSLATE_NOOP(
            "Database",
            "The folder is on a network share, where an office file is not safe. Use a local disk, or the county server."),
        QT_TRANSLATE_NOOP(
            "Database",
            "The books do not allow this change: the row exists already or has been closed."),
        QT_TRANSLATE_NOOP("Database", "The books do not allow this statement."),
        QT_TRANSLATE_NOOP("Database", "The office file is not there."),
        QT_TRANSLATE_NOOP("Database", "The work was cancelled. Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Database",
            "The upgrade of the office file failed and nothing was changed. The former version of the program still opens it."),
        QT_TRANSLATE_NOOP(
            "Database",
            "The disk reports a failure. Nothing was changed; have the disk checked and keep the last backup safe."),
        QT_TRANSLATE_NOOP(
            "Database",
            "The key file office.slots is damaged or was edited, so nobody can sign in. Put the .slots file of the newest backup in its place; the books themselves are untouched."),
        QT_TRANSLATE_NOOP(
            "Database",
            "%1 cannot be written. Nothing was written; take a folder that is there and that you may write to."),
        QT_TRANSLATE_NOOP(
            "Database",
            "The county server does not answer. Nothing was changed; what you typed is kept. Try again when the network is back."),
        QT_TRANSLATE_NOOP("Database", "The county server does not let this account in."),
        QT_TRANSLATE_NOOP(
            "Database",
            "This is not the county server that this PC knows: its certificate is another one. No password was sent."),
        QT_TRANSLATE_NOOP(
            "Database",
            "The county server is there, but its service does not answer. What you typed is kept; hand in again in a moment: nothing is entered twice."),
        QT_TRANSLATE_NOOP(
            "Database",
            "The file office.county, which says where the county server is, is damaged or was edited. Copy it anew from the server."),
        QT_TRANSLATE_NOOP(
            "Database",
            "The county server runs another version of the program than this PC. Install the version that the server has; nothing was changed."),
        QT_TRANSLATE_NOOP("Database", "The office file could not be read or written."),
    };
    const QString text =
        QCoreApplication::translate("Database", texts[static_cast<size_t>(m_kind)]);
    return m_kind == Kind::TargetUnwritable ? text.arg(m_detail) : text;
}

} // namespace jubao

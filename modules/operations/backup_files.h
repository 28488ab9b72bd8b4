// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/backup.h"
#include "database/database.h"

namespace jubao {

class Catalogue;
class Migrations;

/** What lies in a backup, and what it can be known by. */
struct BackupFacts {
    QString file; ///< of the books; the key file is this one with ".slots"
    QString head; ///< hash of the newest entry in it
    qint64 entries = 0;
    QString digest; ///< SM3 over the file of the books, then over the key file
};

/** Books that are copied over a connection of their own, and the key file beside them. */
struct BackupSource {
    Database &books;
    Key key;
    const Migrations &migrations;
    const Catalogue &catalogue;
    QString slotPath;
    bool onServer = false;
};

/**
 * Makes the two files of a backup while others write on. The books get their name last: who finds
 * them finds a whole backup, whenever the program was killed. Where it fails neither file is there.
 * Throws DatabaseError as `copyDatabase`; Interrupted where `progress` says no.
 */
BackupFacts makeBackup(const BackupSource &source, const QString &file,
                       const CopyProgress &progress = {});

/**
 * Copies a file beside its name, reads it back from the disk, and names it only when it is the same
 * byte for byte. For its owner alone. Throws DatabaseError: Missing, TargetUnwritable, DiskFull,
 * DeviceFailed where it reads otherwise.
 */
void copyProved(const QString &from, const QString &to);

/** Copies both files of a backup into another folder and returns where its books are then. The
 * digest is that of the entry. Throws DatabaseError as `copyProved`; Damaged also where the backup
 * is not what was entered. */
QString copyBackup(const BackupFacts &backup, const QString &folder);

/** As `BackupFacts::digest`. Throws DatabaseError(Missing). */
QString digestOfBackup(const QString &file);

/** Where scheduled backups of one office lie. Another office's, and whatever else is there, it
 * never touches. */
class BackupFolder {
public:
    BackupFolder(QString folder, const QString &officeIdentity);

    /** The name of a backup that is made at that time. */
    QString fileFor(const QDateTime &at) const;
    /** Whole ones, oldest first. */
    QStringList backups() const;
    /** Removes what a killed program left of copies, and all but the newest so many. */
    void keepNewest(int count) const;
    /** Whether both folders lie on one and the same disk; also where one of them is not there. */
    bool onSameDisk(const QString &other) const;

private:
    QString m_folder;
    QString m_prefix;
};

} // namespace jubao

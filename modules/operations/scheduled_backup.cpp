// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Backups that the county's service makes by itself, and what people hear of them.

#include "operations/backup_plan.h"
#include "operations/office_private.h"

#include "database/transaction.h"
#include <QCoreApplication>

namespace jubao {

BackupState Office::backupState() const
{
    if (d->options.county)
        throw RefusedError({refusal(QStringLiteral("AT_THE_SERVER"))});
    return BackupState::of(*d->database);
}

std::function<BackupFacts(const CopyProgress &)> Office::backupWork(const QString &file) const
{
    // Everything is the thread's own; a key is not copied by accident, so it is handed on.
    const auto key = std::make_shared<Key>(d->dataKey.clone());
    const std::shared_ptr<Database::Options> opening =
        std::make_shared<Database::Options>(d->books(*key, Database::Mode::ReadOnly));
    return [key, opening, file, migrations = d->migrations, catalogue = d->catalogue,
            keyFile = d->slotPath(),
            onServer = d->options.server.has_value()](const CopyProgress &progress) {
        const std::unique_ptr<Database> own = Database::open(std::move(*opening));
        return makeBackup({*own, key->clone(), migrations, catalogue, keyFile, onServer}, file,
                          progress);
    };
}

JournalEntry Office::Private::enterByService(const QString &kind, QJsonObject detail)
{
    Query open = database->prepare(
        QStringLiteral("SELECT 1 FROM registrar_key WHERE id = ? AND state = 'open'"));
    open.bindAll(registrarKeyRow);
    if (!registrarKey || !open.next())
        refuse(0, kind, RefusedError({refusal(QStringLiteral("NO_REGISTRAR_KEY"))}));
    if (const QString fault = clockFault(); !fault.isEmpty())
        refuse(0, kind,
               RefusedError({refusal(
                   fault, officeTime(now()).toString(QStringLiteral("yyyy-MM-dd HH:mm")))}));
    Transaction transaction(*database);
    JournalEntry entry;
    entry.workstation = options.workstation;
    entry.kind = kind;
    entry.action = QString::fromLatin1(randomBytes(16).toHex());
    detail.insert(QStringLiteral("registrar"), registrarKeyRow);
    entry.detail = detail;
    const JournalEntry accepted = journal->append(entry, *registrarKey, now());
    transaction.commit();
    return accepted;
}

JournalEntry Office::enterScheduledBackup(const BackupPlan &plan, const BackupFacts &made)
{
    return d->enterByService(QStringLiteral("backup_scheduled"),
                             {{QStringLiteral("plan"), plan.entry},
                              {QStringLiteral("head"), made.head},
                              {QStringLiteral("entries"), made.entries},
                              {QStringLiteral("file"), made.file},
                              {QStringLiteral("digest"), made.digest}});
}

JournalEntry Office::enterBackupCopy(const BackupPlan &plan, qint64 backup, const QString &file)
{
    return d->enterByService(QStringLiteral("backup_copied"),
                             {{QStringLiteral("plan"), plan.entry},
                              {QStringLiteral("of"), backup},
                              {QStringLiteral("file"), file}});
}

void Office::noteBackupFailure(const QString &file, const QString &why)
{
    d->trail->add(0, QStringLiteral("backup_failed"), file, why, d->now());
}

void Office::Private::tellBackups(const Session &session)
{
    const QStringList posts = session.posts();
    if (!posts.contains(QStringLiteral("IT")) && !posts.contains(QStringLiteral("SA")))
        return;
    const BackupState state = BackupState::of(*database);
    QStringList warnings = state.warnings(now());
    if (!state.plan && registrarKey)
        warnings.append(QCoreApplication::translate(
            "Backup", "No plan says when the county's service makes backups."));
    for (const QString &each : std::as_const(warnings)) {
        if (!alarms.contains(each))
            alarms.append(each);
    }
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/backup.h"
#include "database/error.h"
#include "database/resealing.h"
#include "database/transaction.h"
#include "operations/office_private.h"
#include <QCoreApplication>

// The new data key, killed at any step (design: Keys):
//
//   sealed    the sidecar holds the next key beside the present one, in every slot
//   copied    a proven copy of the books under the next key lies beside them
//   closed    the books are closed, their log is empty
//   replaced  the copy has taken the books' place
//   promoted  the next key is the present one, the old one is gone
//   recorded  the entry stands
//
// On a county server there is no copy: every sealed cell is sealed anew in one transaction, whose
// end is "replaced".
//
// Before "replaced" the books open with the present key, and the next opening undoes what was
// begun; from then on they open with the next key, and the next opening completes it. The operation
// stays due until its entry stands.

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Keys", text);
}

QString rotateAction(qint64 operation)
{
    return QStringLiteral("rotate-%1").arg(operation);
}

} // namespace

void Office::Private::takeOfficeLock()
{
    constexpr int waitMs = 20000;
    if (!officeLock)
        officeLock = std::make_unique<FileLock>(folder + QStringLiteral("/office.lock"),
                                                FileLock::Mode::Shared, waitMs);
}

void Office::Private::openBooks(const QString &name, const KeyPair &pair)
{
    if (database)
        return;
    takeOfficeLock();
    // Another program may have changed the data key while this one waited.
    slotFile = SlotFile::load(slotPath());
    std::vector<DataKeyChoice> choices;
    const QList<Slot> all = slotFile.slotList() + slotFile.recoveringSlots();
    for (const Slot &slot : all) {
        if (slot.operatorName != name || slot.publicKey != pair.publicKeyHex())
            continue;
        try {
            choices.push_back({Key::fromBytes(pair.decrypt(slot.sealedDataKey)), false});
            if (!slot.nextSealedDataKey.isEmpty())
                choices.push_back({Key::fromBytes(pair.decrypt(slot.nextSealedDataKey)), true});
        } catch (const CryptoError &) {
            refuseDamaged(name);
        }
    }
    openBooks(choices);
}

void Office::Private::openBooks(const std::vector<DataKeyChoice> &choices)
{
    if (database)
        return;
    if (choices.empty()) // The slot went while its password was being tried.
        throw RefusedError({refusal(QStringLiteral("KEY_CLOSED"))});
    takeOfficeLock();
    for (size_t place = 0; place < choices.size(); ++place) {
        try {
            openDatabase(choices.at(place).key);
            settleRotation(choices.at(place).next);
            break;
        } catch (const DatabaseError &error) {
            if (error.kind() == DatabaseError::Kind::WrongKey && place + 1 < choices.size())
                continue;
            closeBooks();
            officeLock.reset();
            throw;
        }
    }
    settleRecovery();
    removeForeignSlots();
}

void Office::Private::closeBooks()
{
    trail.reset();
    journal.reset();
    database.reset();
}

void Office::Private::settleRotation(bool openedWithNext)
{
    if (!slotFile.rotationRuns())
        return;
    QStringList voided;
    changeSlots([&](SlotFile &file) {
        if (!file.rotationRuns())
            return;
        if (openedWithNext)
            voided = file.endRotation();
        else
            file.undoRotation();
    });
    removeDatabase(copyPath());
    for (const QString &name : voided)
        trail->add(0, QStringLiteral("invitation_void"), name, {}, now());
}

qint64 Office::Private::dueRotation() const
{
    Query posted = database->prepare(QStringLiteral(
        "SELECT id FROM operation WHERE state = 'posted' AND type = ? ORDER BY posted_seq"));
    posted.bindAll(QLatin1String(rotateDataKeyType));
    while (posted.next()) {
        Query done = database->prepare(
            QStringLiteral("SELECT 1 FROM journal WHERE action = ? AND kind = 'rotate'"));
        done.bindAll(rotateAction(posted.integer(0)));
        if (!done.next())
            return posted.integer(0);
    }
    return 0;
}

void Office::Private::rotateIfDue(const Session &session)
{
    const qint64 operation = dueRotation();
    if (operation == 0)
        return;
    try {
        if (slotFile.rotatedFor() != operation && !rotate(operation)) {
            alarms.append(
                options.server
                    ? words(QT_TRANSLATE_NOOP(
                        "Keys",
                        "A new data key is decided. Stop jubao-hub on the county's server, and sign in there with jubaoctl: it is made then."))
                    : words(QT_TRANSLATE_NOOP(
                        "Keys",
                        "A new data key is decided. It is made when no other program has the office open.")));
            return;
        }
    } catch (const DatabaseError &error) {
        if (!database)
            throw;
        // The operation is posted and stays due; what went wrong is told and traced.
        alarms.append(
            words(
                QT_TRANSLATE_NOOP(
                    "Keys",
                    "The new data key could not be made: %1 It is tried again at the next sign-in."))
                .arg(error.text()));
        trail->add(session.operatorId(), QStringLiteral("rotation_failed"),
                   QString::number(operation), error.detail(), now());
        return;
    }
    recordRotation(session, operation);
}

bool Office::Private::rotate(qint64 operation)
{
    if (!officeLock->becomeExclusive())
        return false;
    Key next = Key::random();
    bool replaced = false;
    try {
        changeSlots([&](SlotFile &file) { file.beginRotation(next, operation); });
        keyStep("sealed");
        if (options.server) {
            closeBooks();
            keyStep("closed");
            resealBooks(*options.server, dataKey, next);
        } else {
            removeDatabase(copyPath());
            copyDatabase(*database, copyPath(), next);
            keyStep("copied");
            closeBooks();
            keyStep("closed");
            replaceDatabase(databasePath(), copyPath());
        }
        replaced = true;
        dataKey = next.clone();
        keyStep("replaced");
        openDatabase(next);
        settleRotation(true);
        keyStep("promoted");
    } catch (const DatabaseError &) {
        if (!database)
            openDatabase(dataKey);
        if (!replaced)
            settleRotation(false);
        officeLock->becomeShared();
        throw;
    }
    officeLock->becomeShared();
    return true;
}

void Office::Private::recordRotation(const Session &session, qint64 operation)
{
    Transaction transaction(*database);
    JournalEntry entry;
    entry.operatorId = session.operatorId();
    entry.post = session.posts().value(0);
    entry.workstation = options.workstation;
    entry.kind = QStringLiteral("rotate");
    entry.action = rotateAction(operation);
    entry.detail = {{QStringLiteral("operation"), operation},
                    {QStringLiteral("generation"), slotFile.generation()}};
    journal->append(entry, session.signer(), now());
    transaction.commit();
    keyStep("recorded");
    remember(session, entry.action);
}

} // namespace jubao

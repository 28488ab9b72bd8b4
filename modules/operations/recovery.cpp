// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "database/error.h"
#include "database/transaction.h"
#include "operations/founding.h"
#include "operations/office_private.h"
#include <QJsonArray>

// Recovery with two envelopes (design: Keys), killed at any step:
//
//   sheets    three new envelopes are on disk or paper: the opened ones are worth nothing from now
//   on kept      the sidecar holds the coming slots beside the present ones entered   the books
//   know the new keys: one entry, signed by the key from the envelopes promoted  the coming slots
//   are the present ones
//
// Before "entered" nothing has changed; from then on the new passwords open the coming slots, and
// the next opening puts them in place.

namespace jubao {

namespace {

const QString recoverVersion = QStringLiteral("recover@1");

bool holdsFoundingPost(const QList<HeldPost> &posts)
{
    return std::any_of(posts.begin(), posts.end(), [](const HeldPost &held) {
        return held.delegatedBy.isEmpty() && foundingPosts().contains(held.post);
    });
}

bool holds(const QList<HeldPost> &posts, const char *post)
{
    return std::any_of(posts.begin(), posts.end(),
                       [post](const HeldPost &held) { return held.post == QLatin1String(post); });
}

} // namespace

QString recoveryKeyInBooks(Database &database)
{
    Query entries = database.prepare(
        QStringLiteral("SELECT detail FROM journal WHERE kind = 'recover' ORDER BY seq DESC"));
    if (entries.next())
        return parseCanonicalObject(entries.text(0).toUtf8())[u"next_recovery_public_key"]
            .toString();
    Query plan = database.prepare(QStringLiteral(
        "SELECT payload FROM operation_revision WHERE operation = 0 AND revision = 1"));
    return plan.next()
        ? parseCanonicalObject(plan.text(0).toUtf8())[u"recovery_public_key"].toString()
        : QString();
}

void Office::Private::settleRecovery()
{
    const QList<Slot> coming = slotFile.recoveringSlots();
    if (coming.isEmpty())
        return;
    const auto open = [this](const Slot &slot) {
        Query key = database->prepare(QStringLiteral(
            "SELECT 1 FROM operator_key WHERE operator = ? AND public_key = ? AND state = 'open'"));
        key.bindAll(slot.operatorId, slot.publicKey);
        return key.next();
    };
    const bool entered = std::all_of(coming.begin(), coming.end(), open);
    changeSlots([entered](SlotFile &file) {
        if (entered)
            file.endRecovery();
        else
            file.undoRecovery();
    });
}

std::shared_ptr<KeyPair> Office::Private::openEnvelopes(const RecoveryRequest &request)
{
    std::shared_ptr<KeyPair> pair;
    try {
        const Key scalar = joinKeyShares(request.shareOne, request.shareTwo);
        pair = KeyPair::fromPrivateScalar(scalar.bytes());
    } catch (const CryptoError &) {
        throw RefusedError({refusal(QStringLiteral("RECOVERY_SHARES_FALSE"))});
    }
    takeOfficeLock();
    slotFile = SlotFile::load(slotPath());
    std::vector<DataKeyChoice> choices;
    for (const auto &seal : {slotFile.recovery(), slotFile.recoveringSeal()}) {
        if (!seal || seal->publicKey != pair->publicKeyHex())
            continue;
        choices.push_back({Key::fromBytes(pair->decrypt(seal->sealedDataKey)), false});
        if (!seal->nextSealedDataKey.isEmpty())
            choices.push_back({Key::fromBytes(pair->decrypt(seal->nextSealedDataKey)), true});
    }
    if (choices.empty())
        throw RefusedError({refusal(QStringLiteral("RECOVERY_SHARES_OLD"))});
    openBooks(choices);
    if (recoveryKeyInBooks(*database) != pair->publicKeyHex())
        refuse(0, QStringLiteral("RECOVERY_SHARES_OLD"), QStringLiteral("recover"));
    return pair;
}

QList<Slot> Office::Private::newSlots(const RecoveryRequest &request)
{
    const Reader books(*database, catalogue, officeDate(now()));
    const SnapshotReader snapshots(books, *options.registry);
    QList<Slot> made;
    QStringList persons;
    QList<HeldPost> together;
    for (auto it = request.passwords.constBegin(); it != request.passwords.constEnd(); ++it) {
        const std::optional<qint64> id = operatorId(it.key());
        if (!id)
            refuse(0, QStringLiteral("OPERATOR_UNKNOWN"), it.key());
        const Actor actor = snapshots.actor(*id, now());
        if (!actor.accountOpen)
            refuse(*id, QStringLiteral("ACCOUNT_CLOSED"), it.key());
        if (!holdsFoundingPost(actor.posts))
            refuse(*id, QStringLiteral("POST_NOT_HELD"),
                   foundingPosts().join(QStringLiteral(", ")));
        const QStringList weaknesses = passwordWeaknesses(it.value(), it.key());
        if (!weaknesses.isEmpty())
            refuse(*id, QStringLiteral("PASSWORD_WEAK"), weaknesses.join(QStringLiteral("; ")));
        persons.append(actor.person);
        together += actor.posts;
        made.append(makeSlot(*id, it.key(), it.value(), passwordCost(), dataKey, nowText()));
    }
    persons.removeDuplicates();
    const bool enough = holds(together, "SA") && holds(together, "SE")
        && persons.size() == request.passwords.size();
    if (!enough)
        refuse(0, QStringLiteral("RECOVERY_NEEDS_TWO"), QStringLiteral("recover"));
    return made;
}

JournalEntry Office::Private::enterRecovery(const RecoveryRequest &request, const QList<Slot> &made,
                                            KeyPair &envelopes, const QString &nextRecoveryKey)
{
    Transaction transaction(*database);
    PostingContext context;
    context.node = node;
    context.opSeq = journal->headSeq() + 1;
    context.today = officeDate(now());
    context.madeOn = context.today;
    Writer writer(*database, catalogue, context, QStringLiteral("administration"));
    QJsonArray admitted;
    for (const Slot &slot : made) {
        Query open = database->prepare(
            QStringLiteral("SELECT id FROM operator_key WHERE operator = ? AND state = 'open'"));
        open.bindAll(slot.operatorId);
        QList<qint64> closing;
        while (open.next())
            closing.append(open.integer(0));
        for (const qint64 key : closing)
            writer.update(QStringLiteral("operator_key"), key,
                          {{QStringLiteral("state"), QStringLiteral("closed")}});
        writer.insert(QStringLiteral("operator_key"),
                      {{QStringLiteral("operator"), slot.operatorId},
                       {QStringLiteral("public_key"), slot.publicKey},
                       {QStringLiteral("state"), QStringLiteral("open")}});
        admitted.append(slot.operatorId);
    }
    JournalEntry entry;
    entry.workstation = options.workstation;
    entry.kind = QStringLiteral("recover");
    entry.action = QString::fromLatin1(randomBytes(16).toHex());
    entry.detail = {{QStringLiteral("reason"), request.reason},
                    {QStringLiteral("operators"), admitted},
                    {QStringLiteral("next_recovery_public_key"), nextRecoveryKey},
                    {QStringLiteral("type"), recoverVersion},
                    {QStringLiteral("effects"),
                     effectsDigest(*database, catalogue, context.opSeq, recoverVersion)}};
    const JournalEntry accepted = journal->append(entry, envelopes, now());
    transaction.commit();
    return accepted;
}

JournalEntry Office::recover(const RecoveryRequest &request)
{
    if (d->options.county)
        throw RefusedError({refusal(QStringLiteral("AT_THE_SERVER"))});
    const std::shared_ptr<KeyPair> envelopes = d->openEnvelopes(request);
    if (request.reason.trimmed().isEmpty())
        d->refuse(0, QStringLiteral("REASON_MISSING"), QStringLiteral("recover"));
    // Only a clock that is behind stops here: the other faults ask administrators who cannot sign.
    if (d->clockFault() == QLatin1String("CLOCK_STOPPED"))
        d->refuse(0, QStringLiteral("CLOCK_STOPPED"),
                  officeTime(d->now()).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    const QList<Slot> made = d->newSlots(request);
    const std::unique_ptr<KeyPair> next = KeyPair::generate();
    QByteArray scalar = next->privateScalar();
    const Key onPaper = Key::fromBytes(scalar);
    wipe(scalar);
    request.keepShares(splitKeyTwoOfThree(onPaper), reader());
    d->keyStep("sheets");
    const KeySeal seal{
        next->publicKeyHex(), encryptTo(next->publicKeyHex(), d->dataKey.bytes()), {}};
    for (const Slot &slot : made)
        d->noteSlot(slotComing, slot);
    d->changeSlots([&](SlotFile &file) { file.beginRecovery(made, seal); });
    d->keyStep("kept");
    const JournalEntry entry = d->enterRecovery(request, made, *envelopes, seal.publicKey);
    d->keyStep("entered");
    d->changeSlots([](SlotFile &file) { file.endRecovery(); });
    d->keyStep("promoted");
    for (const Slot &slot : made)
        d->noteSlot(slotKept, slot);
    const QStringList names = request.passwords.keys();
    d->trail->add(0, QStringLiteral("recovered"), names.join(QStringLiteral(", ")), request.reason,
                  d->now());
    return entry;
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/migrations.h"
#include "operations/office_private.h"
#include "operations/verify.h"

namespace jubao {

VerifyReport Office::verify(const VerifyOptions &options) const
{
    if (d->options.county)
        throw RefusedError({refusal(QStringLiteral("AT_THE_SERVER"))});
    const std::unique_ptr<Database> own =
        Database::open(d->books(d->dataKey, Database::Mode::ReadOnly));
    return verifyOffice(*own, d->catalogue, d->migrations, *d->options.registry, options);
}

VerifyOptions Office::verifyOptions() const
{
    VerifyOptions options;
    try {
        const SlotFile keys = SlotFile::load(d->slotPath());
        options.slotList = keys.slotList();
        options.slotOffice = keys.office();
        if (const std::optional<KeySeal> seal = keys.recovery())
            options.recoveryKey = seal->publicKey;
    } catch (const DatabaseError &) {
        options.keyFileDamaged = true;
    }
    // Whoever looked: all that was ever seen at this place counts, as at the sign-in.
    const QStringList files = Witness::filesOf(d->options.witnessFolder, identity());
    for (const QString &file : files) {
        if (const std::optional<WitnessState> state = Witness::readFile(file))
            options.witnesses.append(*state);
    }
    return options;
}

void Office::rememberVerified(const Session &session, const VerifyReport &report)
{
    if (!report.whole() || d->witnessAlarm)
        return;
    const Witness witness(d->options.witnessFolder, identity(), session.name());
    const std::optional<WitnessState> before = witness.read();
    if (before && before->seq >= report.entries)
        return;
    try {
        witness.add({report.entries, report.head, {}, identity()});
    } catch (const DatabaseError &error) {
        // What was found does not hang on it: the answer is told all the same.
        d->trail->add(session.operatorId(), QStringLiteral("witness_failed"), error.detail(),
                      error.text(), d->now());
    }
}

} // namespace jubao

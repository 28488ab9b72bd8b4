// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/migrations.h"
#include "operations/office_private.h"
#include "operations/verify.h"

namespace jubao {

VerifyReport Office::verify(VerifyOptions options) const
{
    Database::Options opening;
    opening.path = d->databasePath();
    opening.key = d->dataKey.clone();
    opening.mode = Database::Mode::ReadOnly;
    opening.knownSchema = d->migrations.latest();
    const std::unique_ptr<Database> own = Database::open(std::move(opening));
    return verifyOffice(*own, d->catalogue, d->migrations, *d->options.registry, options);
}

VerifyOptions Office::verifyOptions(const Session &session) const
{
    VerifyOptions options;
    options.slotList = d->slotFile.slotList();
    if (const std::optional<RecoverySeal> seal = d->slotFile.recovery())
        options.recoveryKey = seal->publicKey;
    options.witness = Witness(d->options.witnessFolder, identity(), session.name()).read();
    return options;
}

} // namespace jubao

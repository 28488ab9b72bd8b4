// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** system.founding_certificate: name, root fingerprint, signers and date of the founding. Its
 * fingerprint on paper is what `verify --root` compares with (SEC-02). The id is ignored. */
DocumentSpec foundingCertificateDocument();

/** system.key_slip: the public key that an operator made at admission, for the security
 * administrator to compare (SEC-17). The id is the account's. */
DocumentSpec keySlipDocument();

/** Three sheets for three sealed envelopes, any two of which open the office (design: Keys). Each
 * share is given to paper once; none of it is kept. */
QList<DocumentData> recoverySheets(const QStringList &shares, const Reader &reader);

} // namespace jubao

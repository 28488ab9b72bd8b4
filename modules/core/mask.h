// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace jubao {

/** Masks for what is sealed (SEC-16): enough to recognise, too little to copy. */
QString maskIdNumber(const QString &number); ///< "411024********0019"
QString maskPhone(const QString &phone);     ///< "138****5678"
QString maskBankCard(const QString &card);   ///< "****1234"
QString maskAddress(const QString &address); ///< first six characters, then "****"

/** The mask that belongs to a sealed field or column of this name; "****" where it has none of its
 * own, nothing for nothing. The last four of a number are what its mask shows, and stay. */
QString maskSealed(const QString &field, const QString &text);

/** A text that people or rules wrote, with every citizen ID number in it masked: 18 characters with
 * a birth date and a check character that are right. */
QString maskIdNumbersIn(const QString &text);

} // namespace jubao

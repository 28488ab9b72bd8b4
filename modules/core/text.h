// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace jubao {

/** What an input field hands on: trimmed, NFC, full-width letters and digits made half-width,
 * without control characters. Payloads are never normalised later: the hash covers what was
 * entered. */
QString normaliseInput(const QString &text);

/**
 * Behind every text that begins with \a prefix, in the order of bytes that both engines keep: so
 * "column >= prefix AND column < endOfPrefix(prefix)" finds them by an index, those with rare
 * characters outside the basic plane too.
 */
QString endOfPrefix(const QString &prefix);

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <optional>

namespace jubao {

/** What an input field hands on: trimmed, NFC, full-width letters and digits made half-width,
 * without control characters. Payloads are never normalised later: the hash covers what was
 * entered. */
QString normaliseInput(const QString &text);

/**
 * The first character that nobody sees: controls, marks that turn the direction of writing
 * (U+202E), characters without width, fillers. Two names that differ by one look alike, and one can
 * show another text than it holds. Line breaks and tabs pass where \a lines.
 */
std::optional<char32_t> unseenCharacter(const QString &text, bool lines = false);
/** As it is named in tables: "U+202E". */
QString characterCode(char32_t character);

/**
 * Behind every text that begins with \a prefix, in the order of bytes that both engines keep: so
 * "column >= prefix AND column < endOfPrefix(prefix)" finds them by an index, those with rare
 * characters outside the basic plane too.
 */
QString endOfPrefix(const QString &prefix);

} // namespace jubao

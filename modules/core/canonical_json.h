// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace jubao {

/**
 * The one byte sequence of a payload, to hash and to sign: keys sorted by code point, no spaces,
 * integers only, text as entered, UTF-8. Throws std::invalid_argument for a number that is no
 * integer below 2^53.
 */
QByteArray canonicalJson(const QJsonValue &value);

/** Appends UTF-8 text as canonical JSON writes it, quotes included. */
void appendCanonicalText(QByteArray &out, QByteArrayView utf8);

/** Reads an object that was written canonically; throws std::invalid_argument for anything else. */
QJsonObject parseCanonicalObject(const QByteArray &text);

} // namespace jubao

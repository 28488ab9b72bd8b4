// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSet>

namespace jubao {

/**
 * The same PDF with a text that searching and copying find as it was drawn. Qt names each glyph by
 * the lowest character that the font shows with it, so that 一 comes out as the radical ⼀ and a
 * blank as a tabulator; the characters that were drawn say which of them is meant. Throws
 * std::runtime_error where the PDF cannot be read.
 */
QByteArray withReadableText(const QByteArray &pdf, const QSet<uint> &drawn);

} // namespace jubao

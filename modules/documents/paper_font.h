// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

namespace jubao {

/** The font of every paper, `height` in the device's own dots. */
QFont paperFont(qreal height, bool bold);
/** Throws std::invalid_argument that names the character which no installed font has. */
void refuseMissingGlyphs(const QFont &font, const QString &text);

} // namespace jubao

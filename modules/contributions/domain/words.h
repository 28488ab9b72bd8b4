// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

namespace jubao {

/** A text of this room in the office's language; the source text is marked with QT_TRANSLATE_NOOP.
 */
inline QString contributionWords(const char *text)
{
    return QCoreApplication::translate("Contributions", text);
}

} // namespace jubao

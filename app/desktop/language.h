// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QObject;

namespace jubao {

/**
 * Puts the application into a language ("zh_CN", or another for the English source): the words of
 * Qt's own dialogs and standard buttons, then Jubao's. The translators live as long as \a owner.
 */
void speak(const QString &language, QObject *owner);

} // namespace jubao

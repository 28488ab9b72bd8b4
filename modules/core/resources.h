// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace jubao {

/** A file that ships inside the program; throws std::runtime_error where it is absent. */
QByteArray readResource(const QString &path);

} // namespace jubao

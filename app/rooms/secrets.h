// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <stdexcept>

namespace jubao {

/** Wrong use of a program without a window: exit status 2. */
class UsageError : public std::runtime_error {
public:
    explicit UsageError(const QString &text) : std::runtime_error(text.toStdString()) { }
};

// Secrets never come as arguments, which everybody on the machine can read. Each of these reads up
// to the first line end and throws UsageError where nothing is there.

QString secretFromDescriptor(const QString &number);
QString secretFromFile(const QString &path);
/** Asks without showing what is typed; \a name says whose it is. */
QString secretFromTerminal(const QString &name);

} // namespace jubao

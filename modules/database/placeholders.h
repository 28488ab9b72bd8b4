// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace jubao {

/** A statement whose "?" and ":name" became "$1", "$2" … */
struct NumberedStatement {
    QByteArray sql;
    /** Per position its ":name", empty for "?". A name used twice has one position. */
    QStringList names;
};

/** Throws std::logic_error where the text holds more than one statement. */
NumberedStatement numberPlaceholders(const QString &sql);

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace jubao {

/**
 * What a connection that reads for other people does with sealed columns of a server (SEC-16): in
 * place of a value it gives what this shows, and only for a cell that is that of a plain column of
 * the books, whatever a statement calls it. Any other throws DatabaseError(Denied). On such a
 * connection a statement that gives no rows is refused.
 */
class SealedReading {
public:
    virtual ~SealedReading() = default;
    /** What is given in place of the opened cell of this column; not asked for empty cells. */
    virtual QByteArray shown(const QString &table, const QString &column,
                             const QByteArray &opened) = 0;
    /** A text goes to the server as the cell that it would be, to be compared. May throw. */
    virtual void comparing() = 0;
};

} // namespace jubao

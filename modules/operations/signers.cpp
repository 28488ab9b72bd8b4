// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/signers.h"

namespace jubao {

QString signerOf(qint64 operation, ActionKind step, const Reader &reader)
{
    Query row = reader.query(QStringLiteral(
        "SELECT a.display_name, j.accepted_at FROM journal j JOIN operator_account a ON a.id = j.operator "
        "WHERE j.operation = ? AND j.kind = ? ORDER BY j.seq DESC LIMIT 1"));
    row.bindAll(operation, actionCode(step));
    return row.next() ? QStringLiteral("%1　%2").arg(row.text(0), row.text(1).left(10)) : QString();
}

} // namespace jubao

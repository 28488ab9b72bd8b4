// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/row_image.h"
#include "database/transaction.h"
#include "operations/office_private.h"
#include "operations/registrar.h"

namespace jubao {

namespace {

/** The column that a table's money stands in; empty where it holds none. */
QString moneyColumn(const Table &table)
{
    for (const Column &column : table.columns) {
        if (column.kind == ColumnKind::Fen)
            return column.name;
    }
    return {};
}

} // namespace

EffectsPreview Registrar::effects(qint64 operation)
{
    EffectsPreview preview;
    const OperationSnapshot snapshot = m_snapshots.operation(operation);
    const OperationType *type = m_setting.registry.find(snapshot.type);
    if (!type)
        return preview;
    if (type->batch) {
        preview.batch = true;
        return preview;
    }
    const qint64 opSeq = m_setting.journal.headSeq() + 2;
    Transaction trial(m_setting.database);
    preview.refused = dryRun(*type, m_snapshots.payload(operation, snapshot.revision),
                             contextOf(snapshot, opSeq));
    if (!preview.refused.isEmpty())
        return preview;
    // The dry run has rolled its own rows back; here they are wanted until this trial ends.
    m_effects.apply(*type, m_snapshots.payload(operation, snapshot.revision),
                    contextOf(snapshot, opSeq));
    eachWrittenBy(m_setting.database, m_setting.catalogue, opSeq,
                  [this, &preview](const WrittenRow &row) {
                      if (preview.lines.isEmpty() || preview.lines.last().table != row.table)
                          preview.lines.append({row.table});
                      EffectsPreview::Line &line = preview.lines.last();
                      ++line.rows;
                      const Table *table = m_setting.catalogue.find(row.table);
                      const QString money = table ? moneyColumn(*table) : QString();
                      line.hasAmount = !money.isEmpty();
                      line.amountFen += row.image[money].toInteger();
                  });
    return preview;
}

EffectsPreview Office::effects(const Session &session, qint64 operation) const
{
    if (d->options.county)
        return d->options.county->effects(session.name(), operation);
    requireSight(session, operation);
    return d->registrar(session).effects(operation);
}

bool Office::waitsFor(const Session &session, qint64 operation) const
{
    if (d->options.county)
        return d->options.county->waitsFor(session.name(), operation);
    return d->registrar(session).waitsForMe(operation);
}

} // namespace jubao

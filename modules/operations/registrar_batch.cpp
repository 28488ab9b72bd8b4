// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/transaction.h"
#include "operations/registrar_making.h"
#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Batch", text);
}

} // namespace

BatchJudge Registrar::judgeOf(const Making &making) const
{
    return {*making.type, making.payload, m_reader, m_session.operatorId(), actor().avoids};
}

RowSource Registrar::rowsFor(const Making &making, const MakeRequest &request) const
{
    RowSource rows = request.rows;
    if (!rows.next && making.snapshot.exists)
        rows = stagedRows(m_reader, making.snapshot.id, making.snapshot.revision);
    if (!rows.next)
        rows.next = [](BatchRow &) { return false; };
    return rows;
}

/** Stages exactly the good rows and gives the others back; then the payload knows what was taken.
 */
void Registrar::takeRows(Making &making, const MakeRequest &request)
{
    // Who may not make this at all does not wait for a million rows to hear it.
    making.findings.clear();
    judge(making, request);
    const OperationType &type = *making.type;
    if (request.rows.next && making.payload[u"file_digest"].toString().isEmpty())
        throw RefusedError({refusal(QStringLiteral("FILE_NOT_NAMED"), {}, QStringLiteral("file"))});
    const RowSource rows = rowsFor(making, request);
    BatchStaging staging(m_setting.database, type, making.snapshot.id, making.decision.revision);
    making.rows = judgeOf(making).run(
        rows,
        [&staging](const BatchRow &row, const QByteArray &canonical) {
            staging.add(row, canonical);
        },
        request.givenBack, request.progress);
    addBatchCount(making.payload, making.rows);
    declare(making, request);
    if (making.rows.good == 0)
        making.findings.append(error(QStringLiteral("ROWS_NONE"), QStringLiteral("rows"),
                                     words(QT_TRANSLATE_NOOP("Batch", "No row could be taken.")),
                                     QStringLiteral("ENR-11")));
    if (making.rows.warned > 0)
        making.findings.append(
            warning(QStringLiteral("ROWS_WARNED"), QStringLiteral("rows"),
                    words(QT_TRANSLATE_NOOP("Batch", "%1 rows carry a warning. %2"))
                        .arg(making.rows.warned)
                        .arg(making.rows.firstWarning),
                    QStringLiteral("ENR-11")));
}

/**
 * The dry run of a batch at *make*: every row has been judged, so the first thousand are enough to
 * learn whether a hook would refuse.
 */
QList<Refusal> Registrar::tryFirstRows(const Making &making, PostingContext context)
{
    constexpr qint64 tried = 1000;
    context.revision = making.decision.revision;
    Transaction trial(m_setting.database);
    QList<Refusal> bad;
    const QList<Refusal> refused = refusalsOf([&] {
        Writer writer(m_setting.database, m_setting.catalogue, context, making.type->room);
        RowSource rows = stagedRows(m_reader, making.snapshot.id, making.decision.revision);
        RowSource first;
        first.next = [&rows, left = tried](BatchRow &row) mutable {
            return left-- > 0 && rows.next(row);
        };
        bad = BatchPosting(*making.type, m_setting.registry, making.payload, writer)
                  .run(first, false, {});
        if (bad.isEmpty())
            m_effects.apply(*making.type, making.payload, context);
    });
    return refused.isEmpty() ? bad : refused;
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/decision.h"
#include "operations/type.h"

namespace jubao {

struct OperationView;

/** What somebody is asked to hand in stands on one list, told at once (一次性告知, OFF-11). */

/**
 * How the access trail names a notice that was given before its matter was handed in: document,
 * type and, where the form names somebody, a digest of who it is, so that no number stands there.
 */
QString noticeSubject(const QString &document, const OperationType &type,
                      const QJsonObject &payload, const Reader &reader);
/** What such a line keeps behind the print: what was asked for, and why some of it so late. */
QString noticeDetail(const QStringList &asked, const QStringList &late, const QString &lateReason);

/** A notice as the trail keeps it. */
struct NoticeLine {
    QStringList asked;
    QStringList late; ///< what an earlier notice did not name
    QString lateReason;
    static NoticeLine fromDetail(const QString &detail);
};

/** What notices have asked this person for since he last handed in a matter of this type. */
QStringList papersOfNotices(const OperationType &type, const TypeRegistry &registry,
                            const QJsonObject &payload, const Reader &reader);
/** The same, and what the returns of his matter asked for while it lies with its maker. */
QStringList papersNamedBefore(const OperationType &type, const TypeRegistry &registry,
                              const QJsonObject &payload, const Reader &reader);

/** Every paper that these actions asked for, each once; of a snapshot's or of a view's. */
template <typename Actions> QStringList papersNamedIn(const Actions &actions)
{
    QStringList named;
    for (const auto &each : actions)
        named += each.papers;
    named.removeDuplicates();
    return named;
}
/** What the return of the revision in hand asked for: the next one brings it. */
QStringList papersAskedAtReturn(const OperationSnapshot &operation);
QStringList papersAskedAtReturn(const OperationView &operation);

/** The kinds of evidence that a type needs and that are not among those seen. */
QStringList papersMissing(const OperationType &type, const QStringList &seen);
/** "ID card, Household register". */
QString papersInWords(const QStringList &papers);

} // namespace jubao

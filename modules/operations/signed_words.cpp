// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/signed_words.h"

#include "core/text.h"

namespace jubao {

namespace {

void requireSeen(const QString &text, const QString &field, QList<Refusal> &refusals)
{
    if (const auto unseen = unseenCharacter(text, true))
        refusals.append(refusal(QStringLiteral("TEXT_UNSEEN"), characterCode(*unseen), field));
}

void requireName(const QString &paper, const QString &field, QList<Refusal> &refusals)
{
    if (paper.trimmed().isEmpty())
        refusals.append(refusal(QStringLiteral("EVIDENCE_UNNAMED"), {}, field));
    requireSeen(paper, field, refusals);
}

} // namespace

QList<Refusal> refusedWords(const MakeRequest &request)
{
    QList<Refusal> refusals;
    const QString evidence = QStringLiteral("evidence");
    for (const Evidence &each : request.evidence) {
        requireName(each.kind, evidence, refusals);
        requireSeen(each.fileName, evidence, refusals);
    }
    requireSeen(request.reason, QStringLiteral("reason"), refusals);
    requireSeen(request.instructedBy, QStringLiteral("instructed_by"), refusals);
    requireSeen(request.objection, QStringLiteral("objection"), refusals);
    return refusals;
}

QList<Refusal> refusedWords(const Action &action)
{
    QList<Refusal> refusals;
    for (const QString &paper : action.papers)
        requireName(paper, QStringLiteral("papers"), refusals);
    requireSeen(action.reason, QStringLiteral("reason"), refusals);
    requireSeen(action.lateReason, QStringLiteral("late_reason"), refusals);
    return refusals;
}

} // namespace jubao

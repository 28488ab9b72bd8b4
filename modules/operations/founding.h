// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include "operations/reader_writer.h"

namespace jubao {

/** The plan with what the program ships where it was silent: the signers sign all of it, and
 * `replay` needs no more than what they signed. */
QJsonObject completedFoundingPlan(QJsonObject plan);

/** The rows that a founding plan stands for, all under one journal entry. Used by founding and
 * replay. */
void writeFoundingPlan(const QJsonObject &plan, const QString &identity, Writer &writer);

/**
 * Errors of a plan in words: missing parts, four signers in four different persons; unknown posts,
 * departments and divisions, areas in one department (ORG-01), posts of one person that exclude one
 * another over all his accounts (ORG-02), powers beyond the matrix and pairs left out (CTL-04).
 */
QStringList foundingPlanErrors(const QJsonObject &plan);

/** A part of the plan ("powers", "routes" …), or what the program ships where the plan is silent.
 */
QJsonArray foundingPart(const QJsonObject &plan, const QString &name);

/** The posts whose holders sign the founding, in the order of their signatures. */
const QStringList &foundingPosts();

/** The public half of the key that stands on paper: of the founding, or of the last recovery. */
QString recoveryKeyInBooks(Database &database);

} // namespace jubao

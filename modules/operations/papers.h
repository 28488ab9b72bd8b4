// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"
#include <QJsonArray>

namespace jubao {

/**
 * The layout of a paper (resources/templates, CTL-12). It carries its `code` and `version`;
 * versions before the newest stay beside it as ID.VERSION.json, so that a reprint looks as its
 * first print did. `version` 0 = the newest. Throws std::invalid_argument where there is no such
 * template.
 */
QJsonObject templateLayout(const QString &templateId, int version = 0);

/**
 * The lines of control for a form (CTL-15): 经办, 复核, 审核, 审批, each with `step`, `name`,
 * `post` and `at` (office time) of the action that counts, of the latest revision; empty while
 * nobody took it. A step that the route lacks has `rule` instead. Further steps of the route (执行,
 * 会签) follow.
 */
QJsonArray signOffLines(qint64 operation, const OperationType &type, const Reader &reader);

} // namespace jubao

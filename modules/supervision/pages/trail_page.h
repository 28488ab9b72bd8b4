// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/shell.h"

class QWidget;

namespace jubao {

/** Who did what at which time, to what and why: the access trail in the words of the office. */
QWidget *trailPage(Shell &shell);

/** The detail of a line as people read it: "3 failed tries before", "12 rows", the words of the
 * refusals; what has no words stays as it is written. */
QString traceDetail(const QString &kind, const QString &detail, const TypeRegistry &registry);

} // namespace jubao

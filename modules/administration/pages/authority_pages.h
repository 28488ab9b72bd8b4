// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/list_page.h"

namespace jubao {

/** Who could do what on a day, or ever (ORG-18): one row per person, post, business and step. */
QWidget *authorityPage(Shell &shell);

/** For each route and place, who could take each step, and whether they are enough different
 * persons (ORG-24). */
QWidget *handsPage(Shell &shell);

/** The case of a route that has one of its own, as the types tell them apart: "with a difference";
 * the code where no words are known. */
QString caseTitle(const QString &code);

/** The letters of the matrix in words: "make, recheck". */
QString stepWords(const QString &letters);

} // namespace jubao

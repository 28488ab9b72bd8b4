// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "documents/document.h"
#include "support/test_office.h"

namespace jubao::test {

/** The text of a PDF as a reader program finds it; blanks left out, for readers break lines where
 * they like. */
QString textOf(const Paper &paper);
/** Gives it out and draws; the paper must have that many pages. */
Office::Printable printed(TestOffice &county, const QString &name, const QString &document,
                          qint64 id, int pages = 1);
/** The text of a prepared paper with its foot and stamp. */
QString textOf(const Office::Printable &printable);

} // namespace jubao::test

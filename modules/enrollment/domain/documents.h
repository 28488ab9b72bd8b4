// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao::enrollment {

/** "城关镇东岗村" with its county before it: the names from the county down, none said twice. */
QString placeName(const Reader &reader, const QString &division);
/** A day as papers write it. */
QString paperDate(const QDate &day);
/** Names of the papers that the latest revision of an operation was made on, "、" between them. */
QString evidenceOf(qint64 operation, const Reader &reader);

} // namespace jubao::enrollment

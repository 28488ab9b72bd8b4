// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sheets/sheet_reader.h"

namespace jubao {

std::unique_ptr<SheetReader> openXlsx(const QString &path, const QString &sheet);
std::unique_ptr<SheetReader> openCsv(const QString &path);

} // namespace jubao

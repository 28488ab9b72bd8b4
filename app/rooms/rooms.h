// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"
#include <QTranslator>
#include <memory>

namespace jubao {

/** Every operation type and hook of this program. Built after the translation is installed: titles
 * and labels are in the office's language from the start. */
std::shared_ptr<const TypeRegistry> allRooms();

/** The office's language, whatever the terminal's: refusals and titles are read by the office. Of
 * programs without a window; JUBAO_LANGUAGE chooses another one. */
void speakOfficeLanguage(QTranslator &translator);

} // namespace jubao

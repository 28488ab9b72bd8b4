// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"
#include <QString>
#include <memory>

namespace jubao::ctl {

struct DemoOptions {
    QString folder;
    int persons = 200;
    unsigned seed = 1; ///< rules the data; keys and the office's identity are random
};

/** Founds a demo county that has lived some weeks through real operations, and writes its passwords
 * to demo-passwords.json in its folder. Returns how many operators it has. */
int makeDemoOffice(const DemoOptions &options, std::shared_ptr<const TypeRegistry> registry);

} // namespace jubao::ctl

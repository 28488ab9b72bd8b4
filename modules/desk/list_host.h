// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"

namespace jubao {

/** What a list may ask of whatever it stands in: the window, or a dialog over it. */
class ListHost {
public:
    virtual ~ListHost();

    virtual Office &office() = 0;
    virtual Session &session() = 0;
    /** One line of what happened, which stays until the next. */
    virtual void tell(const QString &text) = 0;
};

} // namespace jubao

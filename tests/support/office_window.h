// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/main_window.h"
#include "desktop/services.h"
#include "support/desk_driver.h"
#include "support/test_office.h"

namespace jubao::test {

/** The plugins of this build. */
inline const QString builtModules = QStringLiteral(JUBAO_BINARY_DIR "/lib/jubao/modules");

/** A folder without plugins, where the shell's own pages are all that is needed. */
inline const QString noModules = QStringLiteral("/nonexistent");

/** The main window of somebody who has signed in, shown and active; with plugins of a folder. */
inline std::unique_ptr<MainWindow> windowFor(TestOffice &county, const QString &name,
                                             const QString &modules = builtModules, QSize size = {})
{
    auto window = std::make_unique<MainWindow>(
        *county.office, county.office->signIn(name, TestOffice::password(name)), deskServices(),
        modules);
    if (size.isValid())
        window->resize(size);
    window->show();
    activate(*window);
    return window;
}

} // namespace jubao::test

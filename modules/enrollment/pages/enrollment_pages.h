// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/module_plugin.h"
#include <QObject>

namespace jubao {

class EnrollmentPages : public QObject, public ModulePlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID JubaoModulePlugin_iid FILE "module.json")
    Q_INTERFACES(jubao::ModulePlugin)

public:
    QList<ModulePage> pages() const override;
    QStringList dailyWork() const override;
};

} // namespace jubao

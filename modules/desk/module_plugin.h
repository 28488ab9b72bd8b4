// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/shell.h"
#include <QList>
#include <QtPlugin>
#include <functional>

class QWidget;

namespace jubao {

/** One page of a module. */
struct ModulePage {
    QString id; ///< "enrollment.persons"; also the object name of the page
    QString title;
    QStringList posts; ///< who finds it in the side bar; empty = every post
    std::function<QWidget *(Shell &)> create;
    bool personal = false; ///< shows people's data: only for whom it is open (SEC-03)
    /** The operation type that is made on this page: its plain form has no entry beside it. */
    QString makes = {};
};

/**
 * The pages of one business room. A plugin: the shell reads its name, title, icon, order, posts and
 * dependencies from the metadata (module.json, written by `jubao_pages`) before it loads it, and
 * one that cannot be loaded takes nothing away but its own pages. Operation types are no part of
 * it: they are the law and linked into every registrar.
 */
class ModulePlugin {
public:
    virtual ~ModulePlugin();

    /** In the order of the side bar. */
    virtual QList<ModulePage> pages() const = 0;
    /** Ids of the room's operation types in the order in which a day meets them; the rest follows.
     */
    virtual QStringList dailyWork() const { return {}; }
};

} // namespace jubao

#define JubaoModulePlugin_iid "org.jubao.ModulePlugin/2"
Q_DECLARE_INTERFACE(jubao::ModulePlugin, JubaoModulePlugin_iid)

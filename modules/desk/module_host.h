// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/module_plugin.h"
#include <QStringList>

namespace jubao {

/** A plugin as its metadata describes it, and what became of loading it. */
struct Module {
    QString name;
    QString title; ///< in the office's language
    QString icon;
    int order = 0;
    QStringList posts;   ///< who finds its pages; empty = every post
    QStringList depends; ///< rooms it stands on
    QString file;
    QString error; ///< words where it could not be loaded; its pages are missing then
    ModulePlugin *plugin = nullptr;
};

/** Finds and loads the plugins of pages. They are never unloaded: their texts and types live on. */
namespace ModuleHost {

/** Where programs of this build tree and of an installed one find their modules. */
QString defaultFolder();

/** What a business room is called, also where its module is missing. */
QString roomTitle(const QString &room);

/** Reads the metadata of every plugin in the folder, loading none, in the order of the side bar. */
QList<Module> scan(const QString &folder);

/** Scans and loads; a module that fails carries its error, the others are whole. */
QList<Module> load(const QString &folder);

} // namespace ModuleHost

} // namespace jubao

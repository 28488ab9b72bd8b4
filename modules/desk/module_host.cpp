// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/module_host.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QPluginLoader>

namespace jubao {

ListHost::~ListHost() = default;
Shell::~Shell() = default;
ModulePlugin::~ModulePlugin() = default;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ModuleHost", text);
}

QStringList list(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &each : array) {
        if (!each.toString().isEmpty())
            texts.append(each.toString());
    }
    return texts;
}

/** The rooms that this program brings along for a module to stand on. */
const QStringList groundRooms{QStringLiteral("core"),       QStringLiteral("database"),
                              QStringLiteral("operations"), QStringLiteral("documents"),
                              QStringLiteral("sheets"),     QStringLiteral("desk")};

/** Titles stand in the metadata in English; here they are for translators, and for a room whose
 * module is missing. */
const QMap<QString, const char *> roomTitles{
    {QStringLiteral("accounts"), QT_TRANSLATE_NOOP("Modules", "Personal accounts")},
    {QStringLiteral("administration"), QT_TRANSLATE_NOOP("Modules", "Posts and powers")},
    {QStringLiteral("contributions"), QT_TRANSLATE_NOOP("Modules", "Contributions")},
    {QStringLiteral("enrollment"), QT_TRANSLATE_NOOP("Modules", "Enrolment")},
    {QStringLiteral("finance"), QT_TRANSLATE_NOOP("Modules", "Fund accounting")},
    {QStringLiteral("supervision"), QT_TRANSLATE_NOOP("Modules", "Inspection")}};

Module describe(const QString &file)
{
    const QPluginLoader loader(file);
    const QJsonObject meta = loader.metaData();
    const QJsonObject own = meta[u"MetaData"].toObject();
    Module module;
    module.file = file;
    module.name = own[u"name"].toString(QFileInfo(file).completeBaseName());
    module.title = own.contains(u"title")
        ? QCoreApplication::translate("Modules", own[u"title"].toString().toUtf8().constData())
        : ModuleHost::roomTitle(module.name);
    module.icon = own[u"icon"].toString();
    module.order = own[u"order"].toInt();
    module.posts = list(own[u"posts"]);
    module.depends = list(own[u"depends"]);
    if (meta.isEmpty())
        module.error = words(QT_TRANSLATE_NOOP("ModuleHost", "The file is no module."));
    else if (meta[u"IID"].toString() != QLatin1String(JubaoModulePlugin_iid))
        module.error = words(QT_TRANSLATE_NOOP("ModuleHost", "It was made for another version."));
    for (const QString &room : module.depends) {
        if (module.error.isEmpty() && !groundRooms.contains(room))
            module.error =
                words(QT_TRANSLATE_NOOP("ModuleHost", "It needs %1, which this program lacks."))
                    .arg(room);
    }
    return module;
}

} // namespace

QString ModuleHost::defaultFolder()
{
    return QDir(QCoreApplication::applicationDirPath())
        .absoluteFilePath(QStringLiteral("../lib/jubao/modules"));
}

QString ModuleHost::roomTitle(const QString &room)
{
    const char *title = roomTitles.value(room);
    return title ? QCoreApplication::translate("Modules", title) : room;
}

QList<Module> ModuleHost::scan(const QString &folder)
{
    QList<Module> modules;
    const QFileInfoList files =
        QDir(folder).entryInfoList({QStringLiteral("*.so")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files)
        modules.append(describe(file.absoluteFilePath()));
    std::stable_sort(modules.begin(), modules.end(),
                     [](const Module &a, const Module &b) { return a.order < b.order; });
    return modules;
}

QList<Module> ModuleHost::load(const QString &folder)
{
    QList<Module> modules = scan(folder);
    for (Module &module : modules) {
        if (!module.error.isEmpty())
            continue;
        QPluginLoader loader(module.file);
        module.plugin = qobject_cast<ModulePlugin *>(loader.instance());
        if (!module.plugin)
            module.error = loader.errorString();
    }
    return modules;
}

} // namespace jubao

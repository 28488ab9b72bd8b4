// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace jubao {

void speak(const QString &language, QObject *owner)
{
    if (language != QLatin1String("zh_CN"))
        return;
    QLocale::setDefault(QLocale(language));
    // What is installed last is asked first: Jubao's words come before Qt's.
    const QString sources[][2]{
        {QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
        {QStringLiteral("jubao_") + language, QStringLiteral(":/jubao/i18n")}};
    for (const auto &[file, folder] : sources) {
        auto *translator = new QTranslator(owner);
        if (translator->load(file, folder))
            QCoreApplication::installTranslator(translator);
        else
            qWarning("The words of %s are not in %s", qPrintable(file), qPrintable(folder));
    }
}

} // namespace jubao

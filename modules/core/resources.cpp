// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/resources.h"

#include <QFile>
#include <stdexcept>

namespace jubao {

QByteArray readResource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("missing resource: " + path.toStdString());
    return file.readAll();
}

} // namespace jubao

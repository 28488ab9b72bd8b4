// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/reader_writer.h"
#include <QList>

namespace jubao {

struct FoundPerson {
    qint64 id = 0;
    QString name;
    QString idNumber; ///< whole: mask it before showing
    QString division;
};

/**
 * Persons by what a clerk types: a whole ID number, its last four, a telephone number, a bank card,
 * a household register, the beginning of a name or of its pinyin initials. Each way uses one index.
 */
QList<FoundPerson> findPersons(const Reader &reader, const QString &text, int limit);

} // namespace jubao

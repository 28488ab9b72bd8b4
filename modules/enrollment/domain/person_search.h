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
 * Persons by what a clerk types: a whole ID number, its last four, the birth date inside it, a
 * telephone number, a bank card, a household register, the beginning of a name or of its pinyin
 * initials in either reading of the surname. Each way uses one index.
 */
QList<FoundPerson> findPersons(const Reader &reader, const QString &text, int limit);

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/person_page.h"
#include <functional>

namespace jubao {

/** What the business rooms lend to the window without the window knowing them. */
struct DeskServices {
    struct Hit {
        qint64 id = 0;
        QString name;
        QString idNumber; ///< whole: mask it before showing
        QString division;
    };
    std::function<QList<Hit>(const Reader &, const QString &text, int limit)> findPersons;
    QList<PersonSection> personSections;
    PersonFigures personFigures; ///< may be empty
};

} // namespace jubao

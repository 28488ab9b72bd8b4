// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/form_page.h"
#include "desk/record_form.h"
#include "desktop/services.h"
#include "support/keyboard.h"
#include "support/test_office.h"
#include <QLineEdit>

namespace jubao::test {

/** A form page of its own, as a window. */
struct Page {
    Page(TestOffice &county, const QString &clerk, const QString &type)
        : page(*county.registry->find(type), *county.office, county.as(clerk), deskServices())
    {
        page.setAttribute(Qt::WA_StyledBackground);
        showActive(page);
        page.start();
    }

    QLineEdit *line(const char *name) { return page.findChild<QLineEdit *>(QLatin1String(name)); }
    QWidget *named(const char *name) { return page.findChild<QWidget *>(QLatin1String(name)); }
    QString message(const char *name)
    {
        return page.form().findChild<QWidget *>(QLatin1String(name))->accessibleDescription();
    }

    FormPage page;
    Keyboard keys;
};

} // namespace jubao::test

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/verify.h"
#include "support/test_office.h"

namespace jubao::test {

/** The test county with the living template's room beside those of the program. */
class TemplateOffice : public TestOffice {
public:
    TemplateOffice();

    /** A loan of 50 yuan to `co2`, by EN, back within the week. */
    QJsonObject loan(const QString &thing = "projector", const QString &holder = "co2");
    qint64 lent(const QJsonObject &payload, const QString &maker = "en1");
    /** Rechecked and approved. */
    qint64 lentAndPosted(const QJsonObject &payload, const QString &maker = "en1");
    /** Codes that verify and replay find, whole = empty. */
    QStringList violations();
};

} // namespace jubao::test

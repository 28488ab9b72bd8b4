// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace jubao {

/** An error blocks; a warning needs a typed reason that every later step sees (CTL-20). */
enum class Severity { Error, Warning };

/** What a business rule found: at which field, in words, and the requirement or article it comes
 * from. */
struct Finding {
    Severity severity = Severity::Error;
    QString code;
    QString field;
    QString text;
    QString rule;
};

using Findings = QList<Finding>;

bool hasErrors(const Findings &findings);
Finding error(const QString &code, const QString &field, const QString &text,
              const QString &rule = {});
Finding warning(const QString &code, const QString &field, const QString &text,
                const QString &rule = {});

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace jubao {

/** An error blocks; a warning needs a typed reason that every later step sees (CTL-20); a note is
 * a warning that stops nothing and asks for no reason. */
enum class Severity { Error, Warning, Note };
/** The number under which findings are stored and signed: 1 error, 0 warning, 2 note. */
int severityNumber(Severity severity);
Severity severityFromNumber(int number);

/** What a business rule found: at which field, in words, and the requirement or article it comes
 * from. */
struct Finding {
    Severity severity = Severity::Error;
    QString code;
    QString field;
    QString text;
    QString rule;
    /** Of a text that names somebody: the same without the name, for all who see what it was found
     * in; "" where it is the text. */
    QString unnamed = {};

    /** What is kept of it, or told to others than the maker. */
    const QString &lasting() const { return unnamed.isEmpty() ? text : unnamed; }
};

using Findings = QList<Finding>;

bool hasErrors(const Findings &findings);
Finding error(const QString &code, const QString &field, const QString &text,
              const QString &rule = {});
Finding warning(const QString &code, const QString &field, const QString &text,
                const QString &rule = {});
Finding note(const QString &code, const QString &field, const QString &text,
             const QString &rule = {});

} // namespace jubao

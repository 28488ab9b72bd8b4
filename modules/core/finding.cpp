// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/finding.h"

#include <algorithm>

namespace jubao {

bool hasErrors(const Findings &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.severity == Severity::Error; });
}

Finding error(const QString &code, const QString &field, const QString &text, const QString &rule)
{
    return {Severity::Error, code, field, text, rule};
}

Finding warning(const QString &code, const QString &field, const QString &text, const QString &rule)
{
    return {Severity::Warning, code, field, text, rule};
}

Finding note(const QString &code, const QString &field, const QString &text, const QString &rule)
{
    return {Severity::Note, code, field, text, rule};
}

int severityNumber(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return 1;
    case Severity::Warning:
        return 0;
    case Severity::Note:
        break;
    }
    return 2;
}

Severity severityFromNumber(int number)
{
    return number == 1 ? Severity::Error : number == 2 ? Severity::Note : Severity::Warning;
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"
#include <QDate>
#include <QString>

namespace jubao {

enum class Sex { Unknown, Male, Female };
QString sexCode(Sex sex); ///< GB/T 2261.1: "0", "1", "2"

/** What a citizen ID number (公民身份号码, GB 11643-1999) says, and what is wrong with it. */
struct IdNumberResult {
    bool valid = false;
    QString normalized; ///< 18 characters, X upper case
    QDate birth;
    Sex sex = Sex::Unknown;
    QString issuingCode; ///< six digits; old and abolished codes live on, so it is not looked up
    Findings findings;
};

class IdNumber {
public:
    /** Reads 18 characters, or 15 of an old card, which are made into 18. `today` bounds the birth
     * date. */
    static IdNumberResult parse(const QString &text, const QDate &today,
                                const QString &field = QStringLiteral("id_number"));
    /** The check character for the first 17 digits. */
    static QChar checkCharacter(const QString &firstSeventeen);
};

/** Full years on a day; born on 29 February counts from 1 March in common years. */
int ageInYears(const QDate &birth, const QDate &day);

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace jubao {

/** One row of a national code list: what is stored or sent, and what people read. */
struct CodeRow {
    QString code;
    QString name;
};

/**
 * A code list as the standards give it (SEC-08): "nation" GB/T 3304, "relation" GB/T 4761, "sex"
 * GB/T 2261.1, "group" AAC066. Throws std::logic_error for a list that does not exist.
 */
const QList<CodeRow> &codeTable(const QString &table);
/** The name behind a code; the code itself where the list does not know it (old records). */
QString codeName(const QString &table, const QString &code);

} // namespace jubao

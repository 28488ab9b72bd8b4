// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QString>
#include <QStringList>
#include <memory>
#include <stdexcept>

namespace jubao {

/** A file that cannot be read or written as a sheet: the text says what is wrong and what helps. */
class SheetError : public std::runtime_error {
public:
    explicit SheetError(const QString &text, qint64 row = 0);
    const QString text; ///< in the office's language, the row included
    const qint64 row;   ///< from 1; 0 = the file as a whole
};

/** One row as a person sees it in the sheet. */
struct SheetRow {
    qint64 number = 0; ///< as the spreadsheet program counts: from 1, blank rows included
    QStringList cells; ///< dates as yyyy-MM-dd, numbers in plain decimals
    QSet<int> lossy;   ///< columns kept as a number of more digits than a spreadsheet holds
};

/** What is taken from one file at most; beyond it the file is refused, not cut. */
namespace SheetLimits {
inline constexpr qint64 rows = 1'048'576;
inline constexpr int columns = 200;
inline constexpr int cellCharacters = 32'767;
inline constexpr int sheets = 100;
inline constexpr qint64 unpackedBytes = 1024LL * 1024 * 1024;
inline constexpr qint64 packingRatio = 200;
} // namespace SheetLimits

/**
 * Reads .xlsx and CSV (UTF-8, GB18030, UTF-16 with a mark) row by row, in constant memory but for
 * the shared strings of a workbook. The kind is told by the content, never by the name. Blank rows
 * are left out. Throws SheetError for what is damaged, too large, or of another kind (.xls, .ods).
 */
class SheetReader {
public:
    virtual ~SheetReader();

    /** `sheet` names one of a workbook's; "" takes the first visible one. */
    static std::unique_ptr<SheetReader> open(const QString &path, const QString &sheet = {});

    /** False at the end. */
    virtual bool next(SheetRow &row) = 0;
    /** How much of the file has been read, for a progress bar. */
    virtual int permille() const = 0;
};

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>
#include <memory>

namespace jubao {

/** How a column is written: text keeps every digit of ID numbers and cards; money is given in fen
 * and shown with two decimals. */
enum class SheetColumnKind { Text, Integer, Money, Date };

struct SheetColumn {
    QString title;
    SheetColumnKind kind = SheetColumnKind::Text;
    int width = 14;           ///< characters
    QStringList choices = {}; ///< offered as a list in the cells below
    QString note = {};        ///< comment at the title
};

/**
 * Writes one .xlsx sheet row by row in constant memory: title row frozen, with filters. Temporary
 * files lie beside the target, on the same disk, because the rows are personal data. Throws
 * SheetError.
 */
class SheetWriter {
public:
    SheetWriter(const QString &path, const QString &sheet, const QList<SheetColumn> &columns);
    ~SheetWriter();
    SheetWriter(const SheetWriter &) = delete;
    SheetWriter &operator=(const SheetWriter &) = delete;

    /** Who took it and when: in the margin of every printed page (SEC-16). */
    void setMark(const QString &mark);
    /** One value per column; an empty or null value leaves the cell blank. */
    void addRow(const QVariantList &values);
    /** Puts the file in its place; without it nothing is left behind. */
    void finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sheets/sheet_reader.h"

#include "sheets/readers.h"
#include <QCoreApplication>
#include <QFile>

namespace jubao {

namespace {

QString withRow(const QString &text, qint64 row)
{
    return row == 0 ? text : QCoreApplication::translate("Sheets", "Row %1: %2").arg(row).arg(text);
}

} // namespace

SheetError::SheetError(const QString &words, qint64 place)
    : std::runtime_error(withRow(words, place).toStdString())
    , text(withRow(words, place))
    , row(place)
{
}

SheetReader::~SheetReader() = default;

std::unique_ptr<SheetReader> SheetReader::open(const QString &path, const QString &sheet)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw SheetError(QCoreApplication::translate("Sheets", "The file cannot be opened: %1")
                             .arg(file.errorString()));
    const QByteArray start = file.peek(8);
    if (start.isEmpty())
        throw SheetError(QCoreApplication::translate("Sheets", "The file is empty."));
    if (start.startsWith("PK"))
        return openXlsx(path, sheet);
    if (start.startsWith("\xD0\xCF\x11\xE0"))
        throw SheetError(QCoreApplication::translate(
            "Sheets",
            "This is an old .xls workbook or one with a password. Open it and save it as .xlsx "
            "without a password."));
    return openCsv(path);
}

} // namespace jubao

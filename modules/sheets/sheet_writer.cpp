// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sheets/sheet_writer.h"

#include "sheets/sheet_reader.h"
#include <QCoreApplication>
#include <QDate>
#include <QFile>
#include <QFileInfo>
#include <xlsxwriter.h>

namespace jubao {

struct SheetWriter::Private {
    QString target;
    QString temporary;
    QList<SheetColumn> columns;
    QByteArray folder;
    lxw_workbook *workbook = nullptr;
    lxw_worksheet *sheet = nullptr;
    lxw_format *heading = nullptr;
    lxw_format *text = nullptr;
    lxw_format *integer = nullptr;
    lxw_format *money = nullptr;
    lxw_row_t row = 1;

    void makeFormats();
    void writeHead();
    void offerChoices(lxw_col_t column, const QStringList &choices) const;
    void close();
};

void SheetWriter::Private::makeFormats()
{
    heading = workbook_add_format(workbook);
    format_set_bold(heading);
    format_set_bg_color(heading, 0xE8EEF4);
    format_set_bottom(heading, LXW_BORDER_THIN);
    text = workbook_add_format(workbook);
    format_set_num_format(text, "@");
    integer = workbook_add_format(workbook);
    format_set_num_format(integer, "0");
    money = workbook_add_format(workbook);
    format_set_num_format(money, "#,##0.00");
}

void SheetWriter::Private::offerChoices(lxw_col_t column, const QStringList &choices) const
{
    QList<QByteArray> texts;
    qsizetype bytes = 0;
    for (const QString &choice : choices) {
        texts.append(choice.toUtf8());
        bytes += texts.last().size() + 1;
    }
    // A spreadsheet holds a list of up to 255 characters; the library counts characters but keeps
    // bytes, so a longer list of Han words would run over its buffer.
    constexpr qsizetype longestList = 255;
    if (bytes > longestList)
        return;
    std::vector<char *> list;
    for (QByteArray &each : texts)
        list.push_back(each.data());
    list.push_back(nullptr);
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    worksheet_data_validation_range(sheet, 1, column, lxw_row_t(SheetLimits::rows - 1), column,
                                    &validation);
}

void SheetWriter::Private::writeHead()
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const SheetColumn &column = columns.at(i);
        lxw_format *format = column.kind == SheetColumnKind::Money ? money
            : column.kind == SheetColumnKind::Integer              ? integer
                                                                   : text;
        worksheet_set_column(sheet, lxw_col_t(i), lxw_col_t(i), column.width, format);
        if (!column.choices.isEmpty())
            offerChoices(lxw_col_t(i), column.choices);
        if (!column.note.isEmpty())
            worksheet_write_comment(sheet, 0, lxw_col_t(i), column.note.toUtf8().constData());
    }
    for (qsizetype i = 0; i < columns.size(); ++i)
        worksheet_write_string(sheet, 0, lxw_col_t(i), columns.at(i).title.toUtf8().constData(),
                               heading);
}

void SheetWriter::Private::close()
{
    if (!workbook)
        return;
    if (row > 1)
        worksheet_autofilter(sheet, 0, 0, row - 1, lxw_col_t(columns.size() - 1));
    const lxw_error code = workbook_close(std::exchange(workbook, nullptr));
    if (code != LXW_NO_ERROR)
        throw SheetError(
            QCoreApplication::translate("Sheets", "The file cannot be written: %1 (%2)")
                .arg(target, QString::fromUtf8(lxw_strerror(code))));
}

SheetWriter::SheetWriter(const QString &path, const QString &sheet,
                         const QList<SheetColumn> &columns)
    : d(std::make_unique<Private>())
{
    d->target = path;
    d->temporary = path + QStringLiteral(".part");
    d->columns = columns;
    d->folder = QFile::encodeName(QFileInfo(path).absolutePath());
    // The library would find out only at the end that it may not write there.
    QFile probe(d->temporary);
    if (!probe.open(QIODevice::WriteOnly))
        throw SheetError(
            QCoreApplication::translate("Sheets", "The file cannot be written: %1 (%2)")
                .arg(path, probe.errorString()));
    probe.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    probe.close();
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = d->folder.data();
    d->workbook = workbook_new_opt(QFile::encodeName(d->temporary).constData(), &options);
    d->sheet = d->workbook
        ? workbook_add_worksheet(d->workbook, sheet.left(31).toUtf8().constData())
        : nullptr;
    if (!d->sheet)
        throw SheetError(
            QCoreApplication::translate("Sheets", "The file cannot be written: %1 (%2)")
                .arg(path, sheet));
    d->makeFormats();
    worksheet_freeze_panes(d->sheet, 1, 0);
    // Printed as it is it fits the width of A4, its titles on every page.
    constexpr uint8_t a4 = 9;
    worksheet_set_paper(d->sheet, a4);
    worksheet_set_landscape(d->sheet);
    worksheet_fit_to_pages(d->sheet, 1, 0);
    worksheet_repeat_rows(d->sheet, 0, 0);
    d->writeHead();
}

SheetWriter::~SheetWriter()
{
    if (d->workbook)
        workbook_close(d->workbook);
    QFile::remove(d->temporary);
}

void SheetWriter::setMark(const QString &mark)
{
    // A sheet's own words for the margin begin with an ampersand.
    constexpr qsizetype longest = 120;
    const QString text = mark.left(longest).replace(u'&', QStringLiteral("&&"));
    worksheet_set_header(d->sheet, (QStringLiteral("&L&A&R") + text).toUtf8().constData());
    worksheet_set_footer(d->sheet, (QStringLiteral("&C&P / &N&R") + text).toUtf8().constData());
}

void SheetWriter::addRow(const QVariantList &values)
{
    if (d->row >= SheetLimits::rows)
        throw SheetError(QCoreApplication::translate("Sheets", "The sheet has too many rows."));
    for (qsizetype i = 0; i < values.size() && i < d->columns.size(); ++i) {
        const QVariant &value = values.at(i);
        const auto column = lxw_col_t(i);
        if (value.isNull() || value.toString().isEmpty())
            continue;
        switch (d->columns.at(i).kind) {
        case SheetColumnKind::Money:
            // A cell has no other kind of number; up to 15 digits it keeps every fen.
            worksheet_write_number(d->sheet, d->row, column, qreal(value.toLongLong()) / 100,
                                   d->money);
            break;
        case SheetColumnKind::Integer:
            worksheet_write_number(d->sheet, d->row, column, qreal(value.toLongLong()), d->integer);
            break;
        case SheetColumnKind::Date:
        case SheetColumnKind::Text: {
            const QString words = value.typeId() == QMetaType::QDate
                ? value.toDate().toString(Qt::ISODate)
                : value.toString().left(SheetLimits::cellCharacters);
            worksheet_write_string(d->sheet, d->row, column, words.toUtf8().constData(), d->text);
            break;
        }
        }
    }
    ++d->row;
}

void SheetWriter::finish()
{
    d->close();
    QFile::remove(d->target);
    if (!QFile::rename(d->temporary, d->target))
        throw SheetError(
            QCoreApplication::translate("Sheets", "The file cannot be written: %1 (%2)")
                .arg(d->target, QString()));
}

} // namespace jubao

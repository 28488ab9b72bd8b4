// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/pages/code_slip.h"

#include "database/error.h"
#include "desk/preview_dialog.h"
#include "operations/slots.h"
#include <QApplication>
#include <QJsonArray>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("CodeSlip", text);
}

QJsonObject column(int key, const QString &title, int width)
{
    return {{QStringLiteral("key"), QString::number(key)},
            {QStringLiteral("title"), title},
            {QStringLiteral("w"), width},
            {QStringLiteral("align"), QStringLiteral("left")},
            {QStringLiteral("size"), 11}};
}

} // namespace

DocumentData codeSlip(const Office &office, const QString &maker, const QString &account,
                      const QString &code)
{
    const Reader reader = office.reader();
    const std::optional<Row> row =
        reader.row(QStringLiteral("operator_account"), QStringLiteral("name"), account);
    DocumentData slip;
    slip.templateId = QStringLiteral("record_list");
    slip.title = words(QT_TRANSLATE_NOOP("CodeSlip", "One-time code for the first sign-in"));
    QJsonArray rows;
    const auto add = [&rows](const QString &item, const QString &text) {
        rows.append(QJsonObject{{QStringLiteral("0"), item}, {QStringLiteral("1"), text}});
    };
    add(words(QT_TRANSLATE_NOOP("CodeSlip", "Account")), account);
    add(words(QT_TRANSLATE_NOOP("CodeSlip", "Name")),
        row ? row->value(QStringLiteral("display_name")).toString() : QString());
    add(words(QT_TRANSLATE_NOOP("CodeSlip", "One-time code")), code);
    add(words(QT_TRANSLATE_NOOP("CodeSlip", "Made on")), reader.today().toString(Qt::ISODate));
    add(words(QT_TRANSLATE_NOOP("CodeSlip", "What to do")),
        words(QT_TRANSLATE_NOOP(
            "CodeSlip",
            "Start the program, choose “First sign-in with a printed code”, type account and code, choose an own password.")));
    slip.values = {{QStringLiteral("office"), office.name()},
                   {QStringLiteral("title"), slip.title},
                   {QStringLiteral("counted"),
                    words(QT_TRANSLATE_NOOP(
                        "CodeSlip", "Give it to nobody but its holder; destroy it after use."))},
                   {QStringLiteral("sums"), QString()},
                   {QStringLiteral("maker_line"), QStringLiteral("制表人：") + maker},
                   {QStringLiteral("columns"),
                    QJsonArray{column(0, words(QT_TRANSLATE_NOOP("CodeSlip", "Item")), 60),
                               column(1, words(QT_TRANSLATE_NOOP("CodeSlip", "Content")), 213)}},
                   {QStringLiteral("rows"), rows}};
    return slip;
}

void printCode(Shell &shell, const QString &account)
{
    try {
        const QString code = shell.office().invite(shell.session(), account);
        PreviewDialog(
            DrawnPaper{codeSlip(shell.office(), shell.session().displayName(), account, code),
                       {shell.office().journal().witnessText(), {}}},
            QApplication::activeWindow())
            .exec();
        shell.tell(words(QT_TRANSLATE_NOOP("CodeSlip", "A code for %1 was made.")).arg(account));
    } catch (const RefusedError &error) {
        shell.tell(error.refusals.first().text);
    } catch (const DatabaseError &error) {
        shell.tell(error.text());
    }
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/pages/accounts_pages.h"

#include "core/mask.h"
#include "core/money.h"
#include "desk/list_page.h"
#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("AccountsPages", text);
}

QList<ListRow> accounts(const Reader &reader, const QString &filter, int limit)
{
    QList<ListRow> rows;
    Query found = reader.query(QStringLiteral(
        "SELECT p.name, p.id_number, d.name, c.opened_on, "
        "(SELECT coalesce(sum(e.amount), 0) FROM account_entry e WHERE e.account = c.id), "
        "(SELECT coalesce(sum(s.amount), 0) FROM subsidy_entitlement s WHERE s.account = c.id), p.id "
        "FROM account c JOIN person p ON p.id = c.person LEFT JOIN division d ON d.code = p.division "
        "WHERE ? = '' OR p.name = ? OR p.id_number = ? OR p.id_last_four = ? OR p.pinyin = ? "
        "ORDER BY c.id DESC LIMIT ?"));
    found.bindAll(filter, filter, filter.toUpper(), filter.toUpper(), filter.toLower(),
                  qint64(limit));
    while (found.next())
        rows.append({{found.text(0), maskIdNumber(found.text(1)), found.text(2), found.text(3),
                      Money::fromFen(found.integer(4)).toDisplay(),
                      Money::fromFen(found.integer(5)).toDisplay()},
                     found.integer(6)});
    return rows;
}

QWidget *accountsPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("accounts.list");
    spec.title = words(QT_TRANSLATE_NOOP("AccountsPages", "Accounts"));
    spec.placeholder =
        words(QT_TRANSLATE_NOOP("AccountsPages", "Name, ID number or its last four"));
    spec.headings = {
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Name"))},
        {words(QT_TRANSLATE_NOOP("AccountsPages", "ID number"))},
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Village or community")), false, true},
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Opened on"))},
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Balance (yuan)")), true, false, true},
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Subsidy not yet credited (yuan)")), true, false,
         true}};
    spec.rows = accounts;
    spec.personal = true;
    spec.open = [&shell](qint64 id) { shell.showPerson(id); };
    return new ListPage(shell, spec);
}

} // namespace

QList<ModulePage> AccountsPages::pages() const
{
    return {{QStringLiteral("accounts.list"),
             words(QT_TRANSLATE_NOOP("AccountsPages", "Accounts")),
             {},
             accountsPage,
             true}};
}

} // namespace jubao

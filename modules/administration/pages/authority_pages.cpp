// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/pages/authority_pages.h"

#include "administration/domain/authority.h"
#include "desk/words.h"
#include "operations/snapshot.h"
#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("AdministrationPages", text);
}

QStringList authorityCells(const AuthorityRow &row, const Reader &reader)
{
    QString holder = row.account.isEmpty()
        ? words(QT_TRANSLATE_NOOP("AdministrationPages", "nobody"))
        : words(QT_TRANSLATE_NOOP("AdministrationPages", "%1 (%2)"))
              .arg(row.displayName, row.account);
    if (!row.delegatedBy.isEmpty())
        holder += words(QT_TRANSLATE_NOOP("AdministrationPages", ", delegated by %1"))
                      .arg(row.delegatedBy);
    return {row.familyTitle,
            stepWords(QString(row.letter)),
            postTitle(row.post),
            holder,
            divisionTitle(reader, row.division),
            row.amountTo < 0 ? QStringLiteral("—") : Money::fromFen(row.amountTo).toDisplay(),
            row.from.toString(Qt::ISODate),
            row.to.isValid() ? row.to.toString(Qt::ISODate) : QStringLiteral("—")};
}

QList<ListRow> authorityList(const Office &office, const Reader &reader, const ListQuery &query,
                             int limit)
{
    AuthorityFilter filter;
    filter.day = query.day;
    const QList<AuthorityRow> all =
        authorityRows(Authority::read(reader, office.registry()), filter);
    QList<ListRow> rows;
    for (qsizetype i = query.after ? query.after->key + 1 : 0;
         i < all.size() && rows.size() < limit; ++i) {
        const QStringList cells = authorityCells(all.at(i), reader);
        if (rowMatches(cells, query.filter))
            rows.append({cells, all.at(i).operation, {}, {}, i});
    }
    return rows;
}

QString handsText(const RouteHands &hands)
{
    QStringList steps;
    for (const StepHands &step : hands.steps)
        steps.append(QStringLiteral("%1 %2").arg(
            actionTitle(step.kind),
            step.names.isEmpty()
                ? words(QT_TRANSLATE_NOOP("AdministrationPages", "nobody"))
                : step.names.join(words(QT_TRANSLATE_NOOP("AdministrationPages", "/")))));
    return steps.join(QStringLiteral(" → "));
}

QList<ListRow> handsList(const Office &office, const Reader &reader, const ListQuery &query,
                         int limit)
{
    const QDate day = query.day.isValid() ? query.day : reader.today();
    const QList<RouteHands> all = routeHands(Authority::read(reader, office.registry()), day);
    QList<ListRow> rows;
    for (qsizetype i = query.after ? query.after->key + 1 : 0;
         i < all.size() && rows.size() < limit; ++i) {
        const RouteHands &hands = all.at(i);
        const QStringList cells{
            hands.title, divisionTitle(reader, hands.division), handsText(hands),
            hands.enough ? words(QT_TRANSLATE_NOOP("AdministrationPages", "enough"))
                         : words(QT_TRANSLATE_NOOP("AdministrationPages", "too few persons"))};
        if (rowMatches(cells, query.filter))
            rows.append({cells,
                         0,
                         hands.enough ? QStringLiteral("success") : QStringLiteral("danger"),
                         {},
                         i});
    }
    return rows;
}

} // namespace

QString stepWords(const QString &letters)
{
    QStringList titles;
    for (const ActionKind kind : {ActionKind::Make, ActionKind::Recheck, ActionKind::Review,
                                  ActionKind::Approve, ActionKind::CarryOut, ActionKind::Joint}) {
        if (letters.contains(powerLetter(kind)))
            titles.append(actionTitle(kind));
    }
    if (letters.contains(u'V'))
        titles.append(words(QT_TRANSLATE_NOOP("AdministrationPages", "view")));
    return titles.join(words(QT_TRANSLATE_NOOP("AdministrationPages", ", ")));
}

QWidget *authorityPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("administration.authority");
    spec.title = words(QT_TRANSLATE_NOOP("AdministrationPages", "Who could do what"));
    spec.placeholder =
        words(QT_TRANSLATE_NOOP("AdministrationPages", "Person, post, business or step"));
    spec.byDay = true;
    spec.headings = {{words(QT_TRANSLATE_NOOP("AdministrationPages", "Business")), false, true},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "May"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Post"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Operator"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Division"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Up to (yuan)")), true},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "From"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "To"))}};
    spec.rowsAfter = [&shell](const Reader &reader, const ListQuery &query, int limit) {
        return authorityList(shell.office(), reader, query, limit);
    };
    // Which operation gave the power; what the founding gave has none.
    spec.open = [&shell](qint64 operation) {
        if (operation != 0)
            shell.showOperation(operation);
        else
            shell.tell(words(QT_TRANSLATE_NOOP("AdministrationPages",
                                               "This power stands in the founding plan.")));
    };
    return new ListPage(shell, spec);
}

QWidget *handsPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("administration.hands");
    spec.title = words(QT_TRANSLATE_NOOP("AdministrationPages", "Hands for each route"));
    spec.subtitle = words(
        QT_TRANSLATE_NOOP("AdministrationPages", "as many different persons as steps are needed"));
    spec.placeholder =
        words(QT_TRANSLATE_NOOP("AdministrationPages", "Person, business or division"));
    spec.byDay = true;
    spec.headings = {
        {words(QT_TRANSLATE_NOOP("AdministrationPages", "Business"))},
        {words(QT_TRANSLATE_NOOP("AdministrationPages", "Division"))},
        {words(QT_TRANSLATE_NOOP("AdministrationPages", "Who could take the steps")), false, true},
        {words(QT_TRANSLATE_NOOP("AdministrationPages", "State"))}};
    spec.pillColumn = 3;
    spec.rowsAfter = [&shell](const Reader &reader, const ListQuery &query, int limit) {
        return handsList(shell.office(), reader, query, limit);
    };
    return new ListPage(shell, spec);
}

} // namespace jubao

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

/** What one person may do in one business by one post: all its letters on one line. */
struct Held {
    AuthorityRow row;
    QString letters;
};

QList<Held> heldPowers(const QList<AuthorityRow> &rows)
{
    QList<Held> list;
    QHash<QString, qsizetype> places;
    for (const AuthorityRow &row : rows) {
        const QString key = QStringList{row.family,
                                        row.post,
                                        row.account,
                                        row.division,
                                        row.from.toString(Qt::ISODate),
                                        row.delegatedBy,
                                        row.to.toString(Qt::ISODate),
                                        QString::number(row.amountTo),
                                        QString::number(row.operation)}
                                .join(u'|');
        if (!places.contains(key)) {
            places.insert(key, list.size());
            list.append({row, {}});
        }
        list[places.value(key)].letters += row.letter;
    }
    return list;
}

QStringList authorityCells(const AuthorityRow &row, const QString &letters, const Reader &reader)
{
    QString holder = row.account.isEmpty()
        ? words(QT_TRANSLATE_NOOP("AdministrationPages", "nobody"))
        : words(QT_TRANSLATE_NOOP("AdministrationPages", "%1 (%2)"))
              .arg(row.displayName, row.account);
    if (!row.delegatedBy.isEmpty())
        holder += words(QT_TRANSLATE_NOOP("AdministrationPages", ", delegated by %1"))
                      .arg(row.delegatedBy);
    return {row.familyTitle,
            stepWords(letters),
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
    const QList<Held> all =
        heldPowers(authorityRows(Authority::read(reader, office.registry()), filter));
    QList<ListRow> rows;
    for (qsizetype i = query.after ? query.after->key + 1 : 0;
         i < all.size() && rows.size() < limit; ++i) {
        const AuthorityRow &row = all.at(i).row;
        const QStringList cells = authorityCells(row, all.at(i).letters, reader);
        if (rowMatches(cells, query.filter))
            rows.append({cells, row.operation, {}, {}, i});
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
            hands.title, caseTitle(hands.key.section(u'#', 1)),
            divisionTitle(reader, hands.division), handsText(hands),
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

QString caseTitle(const QString &code)
{
    if (code.isEmpty())
        return words(QT_TRANSLATE_NOOP("AdministrationPages", "usual case"));
    static const QMap<QString, const char *> titles{
        {QStringLiteral("deputy"), QT_TRANSLATE_NOOP("AdministrationPages", "about a deputy")},
        {QStringLiteral("administrator"),
         QT_TRANSLATE_NOOP("AdministrationPages", "about an administrator")},
        {QStringLiteral("director"), QT_TRANSLATE_NOOP("AdministrationPages", "by the director")},
        {QStringLiteral("end"), QT_TRANSLATE_NOOP("AdministrationPages", "taken back")},
        {QStringLiteral("difference"),
         QT_TRANSLATE_NOOP("AdministrationPages", "with a difference")},
        {QStringLiteral("township"), QT_TRANSLATE_NOOP("AdministrationPages", "of a township")},
        {QStringLiteral("township_difference"),
         QT_TRANSLATE_NOOP("AdministrationPages", "of a township, with a difference")}};
    const char *title = titles.value(code);
    return title ? words(title) : code;
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
    spec.headings = {{words(QT_TRANSLATE_NOOP("AdministrationPages", "Business"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Case"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Division"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Who could take the steps")),
                      false, true, false, true},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "State"))}};
    spec.pillColumn = 4;
    spec.rowsAfter = [&shell](const Reader &reader, const ListQuery &query, int limit) {
        return handsList(shell.office(), reader, query, limit);
    };
    return new ListPage(shell, spec);
}

} // namespace jubao

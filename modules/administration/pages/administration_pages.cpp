// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/pages/administration_pages.h"

#include "administration/domain/power_rules.h"
#include "administration/pages/authority_pages.h"
#include "administration/pages/code_slip.h"
#include "desk/list_page.h"
#include "operations/snapshot.h"
#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("AdministrationPages", text);
}

QString divisionName(const QString &name)
{
    return name.isEmpty() ? words(QT_TRANSLATE_NOOP("AdministrationPages", "whole county")) : name;
}

QList<ListRow> operators(const Reader &reader, const QString &filter, int limit)
{
    QList<ListRow> rows;
    Query found = reader.query(QStringLiteral(
        "SELECT a.id, a.name, a.display_name, a.state, a.created_on, "
        "(SELECT count(*) FROM operator_key k WHERE k.operator = a.id AND k.state = 'open') "
        "FROM operator_account a ORDER BY a.name"));
    while (found.next() && rows.size() < limit) {
        QStringList posts;
        Query held = reader.query(QStringLiteral(
            "SELECT post FROM post_assignment WHERE operator = ? AND (valid_to IS NULL OR valid_to >= ?) "
            "ORDER BY post"));
        held.bindAll(found.integer(0), reader.today().toString(Qt::ISODate));
        while (held.next())
            posts.append(postTitle(held.text(0)));
        const bool open = found.text(3) == QLatin1String("open");
        const bool hasKey = found.integer(5) > 0;
        const QStringList cells{
            found.text(1), found.text(2), posts.join(QStringLiteral(" · ")), found.text(4),
            !open        ? words(QT_TRANSLATE_NOOP("AdministrationPages", "closed"))
                : hasKey ? words(QT_TRANSLATE_NOOP("AdministrationPages", "may sign in"))
                         : words(QT_TRANSLATE_NOOP("AdministrationPages", "no key yet"))};
        if (rowMatches(cells, filter))
            rows.append({cells, found.integer(0),
                         open && hasKey ? QStringLiteral("success") : QStringLiteral("warning")});
    }
    return rows;
}

QString accountName(const Reader &reader, qint64 id)
{
    const std::optional<Row> row = reader.row(QStringLiteral("operator_account"), id);
    return row ? row->value(QStringLiteral("name")).toString() : QString();
}

bool hasOpenKey(const Reader &reader, qint64 id)
{
    Query key = reader.query(
        QStringLiteral("SELECT 1 FROM operator_key WHERE operator = ? AND state = 'open'"));
    key.bindAll(id);
    return key.next();
}

/** What the system administrator does for a new operator, or one who forgot the password (SEC-17).
 */
QList<ListSpec::Action> keyActions(Shell &shell)
{
    const auto waits = [&shell](qint64 id) { return !hasOpenKey(shell.office().reader(), id); };
    const auto madeKey = [&shell](qint64 id) {
        return shell.office().keyMadeBy(shell.session(), accountName(shell.office().reader(), id));
    };
    return {{QStringLiteral("administration.operators.invite"),
             words(QT_TRANSLATE_NOOP("AdministrationPages", "Print a one-time code…")), waits,
             [&shell](qint64 id) { printCode(shell, accountName(shell.office().reader(), id)); }},
            {QStringLiteral("administration.operators.confirm_key"),
             words(QT_TRANSLATE_NOOP("AdministrationPages", "Confirm the new key…")),
             [waits, madeKey](qint64 id) { return waits(id) && !madeKey(id).isEmpty(); },
             [&shell, madeKey](qint64 id) {
                 shell.startOperation(QStringLiteral("system.operator_key"),
                                      {{QStringLiteral("action"), QStringLiteral("open")},
                                       {QStringLiteral("operator"), id},
                                       {QStringLiteral("public_key"), madeKey(id)}});
             }}};
}

QWidget *operatorsPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("administration.operators");
    spec.title = words(QT_TRANSLATE_NOOP("AdministrationPages", "Operators"));
    spec.placeholder = words(QT_TRANSLATE_NOOP("AdministrationPages", "Filter the list"));
    spec.headings = {{words(QT_TRANSLATE_NOOP("AdministrationPages", "Account"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Name"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Posts")), false, true},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Since"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "State"))}};
    spec.pillColumn = 4;
    spec.rows = operators;
    if (shell.session().posts().contains(QStringLiteral("SA")))
        spec.actions = keyActions(shell);
    return new ListPage(shell, spec);
}

QList<ListRow> assignments(const Reader &reader, const QString &filter, int limit)
{
    QList<ListRow> rows;
    const QString today = reader.today().toString(Qt::ISODate);
    Query found = reader.query(QStringLiteral(
        "SELECT s.post, a.display_name, a.name, t.name, d.name, s.head, s.valid_from, s.valid_to, s.id "
        "FROM post_assignment s JOIN operator_account a ON a.id = s.operator "
        "LEFT JOIN department t ON t.code = s.department LEFT JOIN division d ON d.code = s.division "
        "ORDER BY s.post, s.valid_from DESC"));
    while (found.next() && rows.size() < limit) {
        const bool ended = !found.isNull(7) && found.text(7) < today;
        const QStringList cells{
            found.integer(5) == 1 ? words(QT_TRANSLATE_NOOP("AdministrationPages", "%1 (head)"))
                                        .arg(postTitle(found.text(0)))
                                  : postTitle(found.text(0)),
            words(QT_TRANSLATE_NOOP("AdministrationPages", "%1 (%2)"))
                .arg(found.text(1), found.text(2)),
            found.text(3),
            divisionName(found.text(4)),
            found.text(6),
            found.isNull(7) ? QStringLiteral("—") : found.text(7),
            ended ? words(QT_TRANSLATE_NOOP("AdministrationPages", "ended"))
                  : words(QT_TRANSLATE_NOOP("AdministrationPages", "in force"))};
        if (rowMatches(cells, filter))
            rows.append({cells, found.integer(8),
                         ended ? QStringLiteral("warning") : QStringLiteral("success")});
    }
    return rows;
}

QWidget *assignmentsPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("administration.assignments");
    spec.title = words(QT_TRANSLATE_NOOP("AdministrationPages", "Who holds which post"));
    spec.placeholder = words(QT_TRANSLATE_NOOP("AdministrationPages", "Filter the list"));
    spec.headings = {{words(QT_TRANSLATE_NOOP("AdministrationPages", "Post"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Operator")), false, true},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Department"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Division"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "From"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "To"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "State"))}};
    spec.pillColumn = 6;
    spec.rows = assignments;
    return new ListPage(shell, spec);
}

QList<ListRow> powers(const Reader &reader, const QString &filter, int limit)
{
    QList<ListRow> rows;
    Query found = reader.query(QStringLiteral(
        "SELECT id, family, post, steps, amount_to, division, valid_from, valid_to, basis FROM power "
        "ORDER BY family, post"));
    while (found.next() && rows.size() < limit) {
        const PowerFamily *family = findFamily(found.text(1));
        const QStringList cells{family ? family->title : found.text(1),
                                postTitle(found.text(2)),
                                stepWords(found.text(3)),
                                found.isNull(4) ? QStringLiteral("—")
                                                : Money::fromFen(found.integer(4)).toDisplay(),
                                found.text(6),
                                found.isNull(7) ? QStringLiteral("—") : found.text(7),
                                found.text(8)};
        if (rowMatches(cells, filter))
            rows.append({cells, found.integer(0)});
    }
    return rows;
}

QWidget *powersPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("administration.powers");
    spec.title = words(QT_TRANSLATE_NOOP("AdministrationPages", "Powers of the posts"));
    spec.subtitle = words(
        QT_TRANSLATE_NOOP("AdministrationPages", "changed only by an operation of their own"));
    spec.placeholder = words(QT_TRANSLATE_NOOP("AdministrationPages", "Filter the list"));
    spec.headings = {{words(QT_TRANSLATE_NOOP("AdministrationPages", "Business")), false, true},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Post"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "May"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Up to (yuan)")), true},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "From"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "To"))},
                     {words(QT_TRANSLATE_NOOP("AdministrationPages", "Basis"))}};
    spec.rows = powers;
    return new ListPage(shell, spec);
}

QList<ListRow> routes(const Reader &reader, const TypeRegistry &registry, const QString &filter,
                      int limit)
{
    QList<ListRow> rows;
    Query found = reader.query(QStringLiteral(
        "SELECT id, route_key, steps, valid_from, valid_to, basis FROM route ORDER BY route_key"));
    while (found.next() && rows.size() < limit) {
        const OperationType *type = registry.find(found.text(1).section(u'#', 0, 0));
        const Route route = Route::fromJson(found.text(2).toUtf8());
        QStringList steps;
        for (const RouteStep &step : route.steps) {
            QStringList posts;
            for (const QString &post : step.posts)
                posts.append(postTitle(post));
            steps.append(QStringLiteral("%1 %2").arg(actionTitle(step.kind),
                                                     posts.join(QStringLiteral("/"))));
        }
        QStringList filed;
        for (const QString &post : route.filedWith)
            filed.append(postTitle(post));
        const QStringList cells{
            type ? type->title : found.text(1),
            caseTitle(found.text(1).section(u'#', 1)),
            steps.join(QStringLiteral(" → ")),
            filed.isEmpty() ? QStringLiteral("—")
                            : filed.join(words(QT_TRANSLATE_NOOP("AdministrationPages", ", "))),
            found.text(3),
            found.text(5)};
        if (rowMatches(cells, filter))
            rows.append({cells, found.integer(0)});
    }
    return rows;
}

QWidget *routesPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("administration.routes");
    spec.title = words(QT_TRANSLATE_NOOP("AdministrationPages", "Routes of the operations"));
    spec.subtitle = words(
        QT_TRANSLATE_NOOP("AdministrationPages", "changed only by an operation of their own"));
    spec.placeholder = words(QT_TRANSLATE_NOOP("AdministrationPages", "Filter the list"));
    spec.headings = {
        {words(QT_TRANSLATE_NOOP("AdministrationPages", "Business"))},
        {words(QT_TRANSLATE_NOOP("AdministrationPages", "Case"))},
        {words(QT_TRANSLATE_NOOP("AdministrationPages", "Steps")), false, true, false, true},
        {words(QT_TRANSLATE_NOOP("AdministrationPages", "Filed with"))},
        {words(QT_TRANSLATE_NOOP("AdministrationPages", "From"))},
        {words(QT_TRANSLATE_NOOP("AdministrationPages", "Basis"))}};
    spec.rows = [&shell](const Reader &reader, const QString &filter, int limit) {
        return routes(reader, shell.office().registry(), filter, limit);
    };
    return new ListPage(shell, spec);
}

} // namespace

QList<ModulePage> AdministrationPages::pages() const
{
    return {
        {QStringLiteral("administration.operators"),
         words(QT_TRANSLATE_NOOP("AdministrationPages", "Operators")),
         {QStringLiteral("SA"), QStringLiteral("SE"), QStringLiteral("AA"), QStringLiteral("DIR"),
          QStringLiteral("DEP"), QStringLiteral("OF"), QStringLiteral("AU"), QStringLiteral("IT")},
         operatorsPage},
        {QStringLiteral("administration.assignments"),
         words(QT_TRANSLATE_NOOP("AdministrationPages", "Who holds which post")),
         {},
         assignmentsPage},
        {QStringLiteral("administration.powers"),
         words(QT_TRANSLATE_NOOP("AdministrationPages", "Powers of the posts")),
         {},
         powersPage},
        {QStringLiteral("administration.authority"),
         words(QT_TRANSLATE_NOOP("AdministrationPages", "Who could do what")),
         {},
         authorityPage},
        {QStringLiteral("administration.hands"),
         words(QT_TRANSLATE_NOOP("AdministrationPages", "Hands for each route")),
         {},
         handsPage},
        {QStringLiteral("administration.routes"),
         words(QT_TRANSLATE_NOOP("AdministrationPages", "Routes of the operations")),
         {},
         routesPage}};
}

} // namespace jubao

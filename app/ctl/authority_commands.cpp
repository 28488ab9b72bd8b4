// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/authority.h"
#include "command.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace jubao::ctl {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

QDate dayIn(const Call &call, const QDate &fallback)
{
    if (!call.has("at"))
        return fallback;
    const QDate day = QDate::fromString(call.option("at"), Qt::ISODate);
    if (!day.isValid())
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "A date looks like 2026-03-31.")));
    return day;
}

QString dateText(const QDate &day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

QJsonObject rowJson(const AuthorityRow &row)
{
    return {{"operator", row.account},
            {"name", row.displayName},
            {"post", row.post},
            {"family", row.family},
            {"title", row.familyTitle},
            {"step", QString(row.letter)},
            {"amount_to_yuan",
             row.amountTo < 0 ? QString() : Money::fromFen(row.amountTo).toYuanText()},
            {"division", row.division},
            {"from", dateText(row.from)},
            {"to", dateText(row.to)},
            {"delegated_by", row.delegatedBy},
            {"basis", row.basis},
            {"operation", row.operation}};
}

QString rowLine(const AuthorityRow &row)
{
    const QString holder = row.account.isEmpty()
        ? words(QT_TRANSLATE_NOOP("Ctl", "(nobody)"))
        : QStringLiteral("%1 %2").arg(row.account, row.displayName);
    QString line = QStringLiteral("%1  %2  %3  %4  %5..%6")
                       .arg(row.familyTitle, QString(row.letter), row.post, holder,
                            dateText(row.from), dateText(row.to));
    if (row.amountTo >= 0)
        line += QStringLiteral("  ≤ %1").arg(Money::fromFen(row.amountTo).toDisplay());
    if (!row.division.isEmpty())
        line += QStringLiteral("  %1").arg(row.division);
    if (!row.delegatedBy.isEmpty())
        line += QStringLiteral("  ")
            + words(QT_TRANSLATE_NOOP("Ctl", "delegated by %1")).arg(row.delegatedBy);
    return line;
}

QJsonArray postsJson(const Authority &authority, const QDate &day, QStringList &lines)
{
    QJsonArray list;
    for (const PostStaffing &row : postStaffing(authority, day)) {
        list.append(QJsonObject{{"post", row.post},
                                {"title", postTitle(row.post)},
                                {"holders", QJsonArray::fromStringList(row.holders)},
                                {"candidates", QJsonArray::fromStringList(row.candidates)}});
        if (row.holders.isEmpty())
            lines.append(
                words(QT_TRANSLATE_NOOP("Ctl", "%1 %2: vacant; could take it: %3"))
                    .arg(row.post, postTitle(row.post), row.candidates.join(QStringLiteral(", "))));
    }
    return list;
}

QJsonArray routesJson(const Authority &authority, const QDate &day, QStringList &lines)
{
    QJsonArray list;
    for (const RouteHands &row : routeHands(authority, day)) {
        QJsonArray steps;
        for (const StepHands &step : row.steps)
            steps.append(QJsonObject{{"step", actionCode(step.kind)},
                                     {"posts", QJsonArray::fromStringList(step.posts)},
                                     {"hands", QJsonArray::fromStringList(step.names)}});
        list.append(QJsonObject{{"route", row.key},
                                {"title", row.title},
                                {"division", row.division},
                                {"enough", row.enough},
                                {"steps", steps}});
        if (!row.enough)
            lines.append(words(QT_TRANSLATE_NOOP("Ctl", "%1 %2: not enough different persons"))
                             .arg(row.title, row.division));
    }
    return list;
}

QJsonArray fraudsJson(const Authority &authority, const QDate &day, QStringList &lines)
{
    QJsonArray list;
    for (const Collusion &row : smallestCollusions(authority, day)) {
        list.append(QJsonObject{{"fraud", row.id},
                                {"title", row.title},
                                {"persons", row.persons},
                                {"names", QJsonArray::fromStringList(row.names)},
                                {"routes", QJsonArray::fromStringList(row.routes)},
                                {"told", QJsonArray::fromStringList(row.told)}});
        lines.append(row.persons == 0
                         ? words(QT_TRANSLATE_NOOP("Ctl", "%1: cannot be done")).arg(row.title)
                         : words(QT_TRANSLATE_NOOP("Ctl", "%1: at least %2 persons, such as %3"))
                               .arg(row.title)
                               .arg(row.persons)
                               .arg(row.names.join(QStringLiteral(", "))));
    }
    return list;
}

} // namespace

Answer authorityCommand(Call &call)
{
    call.session();
    const Office &office = call.office();
    AuthorityFilter filter;
    filter.day = dayIn(call, {});
    filter.account = call.option("operator");
    if (!filter.account.isEmpty()
        && !office.reader().row(QStringLiteral("operator_account"), QStringLiteral("name"),
                                filter.account))
        throw RefusedError({refusal(QStringLiteral("OPERATOR_UNKNOWN"), filter.account)});
    Answer answer;
    QJsonArray list;
    for (const AuthorityRow &row :
         authorityRows(Authority::read(office.reader(), office.registry()), filter)) {
        list.append(rowJson(row));
        answer.lines.append(rowLine(row));
    }
    answer.json = list;
    return answer;
}

Answer staffingCommand(Call &call)
{
    call.session();
    const Office &office = call.office();
    const Reader reader = office.reader();
    const QDate day = dayIn(call, reader.today());
    const Authority authority = Authority::read(reader, office.registry());
    Answer answer;
    answer.json = QJsonObject{{"at", day.toString(Qt::ISODate)},
                              {"posts", postsJson(authority, day, answer.lines)},
                              {"routes", routesJson(authority, day, answer.lines)},
                              {"frauds", fraudsJson(authority, day, answer.lines)}};
    return answer;
}

} // namespace jubao::ctl

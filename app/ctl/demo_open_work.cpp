// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo_county.h"

namespace jubao::ctl {

void DemoCounty::leaveRegistrations()
{
    constexpr int made = 6;
    constexpr int rechecked = 5;
    for (int i = 0; i < made; ++i)
        registerPerson(m_people.next(), 1);
    for (int i = 0; i < rechecked; ++i)
        registerPerson(m_people.next(), 2);
    // One goes back to each township's clerk.
    QSet<QString> given;
    while (given.size() < m_people.townships().size()) {
        const DemoPerson person = m_people.next();
        const DemoTownship &township = townshipOf(person.record[u"division"].toString());
        if (given.contains(township.code))
            continue;
        given.insert(township.code);
        const qint64 operation = registerPerson(person, 1);
        decide(checkerOf(township, QStringLiteral("en3")), ActionKind::Return, operation,
               QStringLiteral("户口簿与身份证住址不一致，请核实"));
    }
}

void DemoCounty::leaveMoney()
{
    Query unpaid = m_office->database().prepare(QStringLiteral(
        "SELECT id, division FROM person WHERE id NOT IN (SELECT person FROM receipt) AND birth > ? "
        "ORDER BY id LIMIT 9"));
    constexpr int benefitAge = 60;
    unpaid.bindAll(officeDate(m_end).addYears(-benefitAge));
    QList<std::pair<qint64, QString>> people;
    while (unpaid.next())
        people.append({unpaid.integer(0), unpaid.text(1)});
    for (const auto &[person, division] : std::as_const(people)) {
        // The county's counter takes money too, and the other collector checks.
        const bool atCounty = person % 3 == 0;
        if (!atCounty)
            closeDayBefore(townshipOf(division));
        collect(atCounty ? QStringLiteral("co2") : townshipOf(division).clerk, person,
                tierOf(person));
    }
    const ActionKind route[]{ActionKind::Recheck, ActionKind::Approve};
    const char *const hands[]{"gl", "fh"};
    for (int waitsAt = 0; waitsAt < 3; ++waitsAt) {
        const qint64 operation =
            make(QStringLiteral("co2"), QStringLiteral("contributions.issue_numbers"),
                 {{"kind", "contribution"},
                  {"prefix", "E"},
                  {"first_number", 1 + waitsAt * 100},
                  {"last_number", 100 + waitsAt * 100},
                  {"holder", operatorId(QStringLiteral("co2"))},
                  {"division", "411024"}});
        for (int step = 0; step < waitsAt; ++step)
            decide(QString::fromLatin1(hands[step]), route[step], operation);
    }
}

/** A village hands in its list for next year; who has not chosen yet comes back. */
void DemoCounty::leaveRoster()
{
    Query first = m_office->database().prepare(QStringLiteral(
        "SELECT division FROM person GROUP BY division ORDER BY count(*) DESC, division LIMIT 1"));
    if (!first.next())
        return;
    const QString village = first.text(0);
    const OperationType &type = *m_registry->find(QStringLiteral("contributions.declare_roster"));
    MakeRequest request;
    request.type = type.id;
    request.payload = {{"division", village}, {"year", officeDate(m_end).year() + 1}};
    const QString path = m_options.folder + QStringLiteral("/整村申报.xlsx");
    const Reader reader = m_office->reader();
    fillInRoster(type, path, type.batch->templateRows(request.payload, reader));
    Session &clerk = as(townshipOf(village).clerk);
    SheetImport looked(type, reader, path);
    if (m_office->checkRows(clerk, type.id, request.payload, looked.rows(), {}).good == 0)
        return; // a hamlet of pensioners
    SheetImport sheet(type, m_office->reader(), path);
    sheet.addFileTo(request.payload);
    request.rows = sheet.rows();
    request.evidence = {{QStringLiteral("roster"), {}, {}}};
    m_office->make(clerk, request);
}

/** Late rows from the system before, one sheet at each step of the route. */
void DemoCounty::leaveTakeOvers()
{
    const std::pair<const char *, ActionKind> route[]{
        {"en3", ActionKind::Recheck}, {"fh", ActionKind::Review}, {"au", ActionKind::Joint}};
    for (int waitsAt = 0; waitsAt <= int(std::size(route)); ++waitsAt) {
        const qint64 operation = importSheet(QStringLiteral("期初补充%1.xlsx").arg(waitsAt + 1),
                                             {m_people.next(), m_people.next()});
        for (int step = 0; step < waitsAt; ++step)
            decide(QString::fromLatin1(route[step].first), route[step].second, operation);
    }
}

void DemoCounty::leaveAdministration()
{
    const QString year = QString::number(officeDate(m_clock->now()).year());
    // A policy figure of next year waits for another section.
    make(QStringLiteral("co1"), QStringLiteral("administration.policy_row"),
         {{"key", "password.days"},
          {"value", "60"},
          {"valid_from", officeDate(m_clock->now()).addDays(20).toString(Qt::ISODate)},
          {"source", QStringLiteral("示居保〔%1〕19号").arg(year)}},
         {QStringLiteral("policy_document")});
    // Sections drafted powers; the deputy sent them back.
    const std::pair<const char *, const char *> drafts[]{{"st1", "TR"}, {"ar1", "TC"}};
    for (const auto &[maker, post] : drafts) {
        const bool checker = qstrcmp(post, "TR") == 0;
        const qint64 operation =
            make(QString::fromLatin1(maker), QStringLiteral("administration.change_powers"),
                 {{"action", "set"},
                  {"family", "enrollment.ordinary"},
                  {"post", post},
                  {"steps", checker ? "C" : "M"},
                  {"division", "411024101"},
                  {"basis", QStringLiteral("科室会议纪要")}},
                 {QStringLiteral("power_sheet")});
        decide(QStringLiteral("dep"), ActionKind::Return, operation,
               QStringLiteral("请补充文号后再报"));
    }
    const auto appoint = [&](const char *name, const char *post) {
        return make(QStringLiteral("of1"), QStringLiteral("administration.assign_post"),
                    {{"action", "give"},
                     {"operator", operatorId(QString::fromLatin1(name))},
                     {"post", post}},
                    {QStringLiteral("appointment")});
    };
    decide(QStringLiteral("dep"), ActionKind::Recheck, appoint("st1", "AR"));
    decide(QStringLiteral("dep"), ActionKind::Return, appoint("ar1", "ST"),
           QStringLiteral("档案岗人手不足，暂缓"));
    const auto closeKey = [&](const char *name) {
        return make(QStringLiteral("sa"), QStringLiteral("system.operator_key"),
                    {{"action", "close"}, {"operator", operatorId(QString::fromLatin1(name))}});
    };
    closeKey("it1");
    decide(QStringLiteral("se"), ActionKind::Return, closeKey("of1"),
           QStringLiteral("该员未离岗，请说明原因"));
}

void DemoCounty::leaveOpenWork()
{
    // Step by step: in a small demo nothing happens for months, but passwords are still changed.
    constexpr int daysOfQuiet = 30;
    while (m_clock->now().daysTo(m_end) > daysOfQuiet)
        passUntil(m_clock->now().addDays(daysOfQuiet));
    m_clock->setNow(m_end);
    leaveRegistrations();
    leaveChanges();
    leaveMoney();
    leaveRoster();
    leaveTakeOvers();
    leaveAdministration();
}

} // namespace jubao::ctl

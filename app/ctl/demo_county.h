// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo.h"
#include "demo_people.h"
#include "operations/office.h"

namespace jubao::ctl {

/**
 * Builds the demo county: founded by four signers, opened by a take-over from a sheet, then some
 * months of real operations on a simulated clock, and work that waits at every post. One object per
 * call; every change goes through the registrar like any other.
 */
class DemoCounty {
public:
    DemoCounty(const DemoOptions &options, std::shared_ptr<const TypeRegistry> registry);
    int build();

private:
    // demo.cpp: the office and its staff
    QJsonObject account(const QString &name) const;
    FoundingPlan plan() const;
    void admitStaff();
    void changePasswords();
    void writePasswords() const;

    // demo_life.cpp: the months that have passed
    void takeOver();
    void issueNumbers();
    void adjustPowers();
    void liveThrough();
    void reverseSome();

    // demo_changes.cpp: what changes about people who are insured already
    struct Insured {
        qint64 id;
        QString name;
        QString division;
    };
    void enterSubsidySplit();
    void alterSome();
    void leaveChanges();
    QList<Insured> someInsured(int count);
    void changePhone(const Insured &person, bool rechecked);
    /** `steps`: how far along the route of key data. */
    void correctName(const Insured &person, int steps);
    void movePerson(const Insured &person, int steps);
    void declareNextYear(const Insured &person, bool rechecked);

    // demo_open_work.cpp: what waits
    void leaveOpenWork();
    void leaveRegistrations();
    void leaveMoney();
    void leaveRoster();
    void leaveTakeOvers();
    void leaveAdministration();

    void passTime(int minutes);
    void passUntil(QDateTime next);
    Session &as(const QString &name);
    qint64 operatorId(const QString &name) const;
    qint64 make(const QString &name, const QString &type, const QJsonObject &payload,
                const QStringList &papers = {}, const QString &reason = {});
    void decide(const QString &name, ActionKind kind, qint64 operation, const QString &reason = {});
    qint64 importSheet(const QString &fileName, const QList<DemoPerson> &people);
    const DemoTownship &townshipOf(const QString &division) const;
    /** Who checks what this township's clerk made: its own checker, else the county's post. */
    QString checkerOf(const DemoTownship &township, const QString &countyChecker) const;
    /** `steps`: 1 = made, 2 = rechecked, 3 = approved. */
    qint64 registerPerson(const DemoPerson &person, int steps);
    void closeDayBefore(const DemoTownship &township);
    qint64 collect(const QString &clerk, qint64 person, int yuan);
    void collectAndCheck(qint64 person, const QString &division);
    int tierOf(qint64 person);

    DemoOptions m_options;
    std::shared_ptr<const TypeRegistry> m_registry;
    std::shared_ptr<SimulatedClock> m_clock;
    std::unique_ptr<Office> m_office;
    QMap<QString, QString> m_passwords;
    QMap<QString, std::shared_ptr<Session>> m_sessions;
    QMap<QString, int> m_nextNumber;
    qint64 m_lastGivenOut = 0;
    QDateTime m_end;
    QDateTime m_passwordsSince;
    DemoPeople m_people;
    QMap<QString, QString> m_staffNumbers; ///< ID number by account
    QList<DemoPerson> m_old;               ///< in the system before
    QList<DemoPerson> m_new;               ///< enrolled since
};

} // namespace jubao::ctl

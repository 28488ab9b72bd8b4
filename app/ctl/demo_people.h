// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/sheet_import.h"
#include <QDate>
#include <QJsonObject>
#include <QSet>
#include <random>

namespace jubao::ctl {

struct DemoVillage {
    QString code;
    QString name; ///< with its township: "柳河镇东岗村"
};

struct DemoTownship {
    QString code;
    QString name;
    QString clerk;
    QString checker; ///< empty where one clerk works alone: the county checks
    QList<DemoVillage> villages;
};

/** One invented person of the demo county: valid numbers, nobody's. */
struct DemoPerson {
    QJsonObject record; ///< by the fields of the registration
    QDate birth;
    bool female = false;
    QDate enrolledOn;
    int paidMonths = 0;
    int tierYuan = 200;
    Money own;
    Money subsidy;
    Money collective;
};

/**
 * Households of a county, drawn from names, villages and banks in resources/demo. The same seed
 * gives the same people.
 */
class DemoPeople {
public:
    DemoPeople(quint32 seed, QDate today);

    const QList<DemoTownship> &townships() const { return m_townships; }
    /** People of whole households, one after another. */
    DemoPerson next();
    /** An ID number of this county; never the same twice. */
    QString idNumber(const QDate &birth, bool female);
    /** A bank card with its check digit. */
    QString bankCard(const QString &prefix);
    int below(int bound) { return int(m_random() % quint32(bound)); }

private:
    void drawHousehold();
    DemoPerson person(int age, bool female, const QString &surname, const QString &relation);
    QString givenName(int age, bool female);
    QString pick(const char *list);
    void openingAccount(DemoPerson &person, int age);

    QJsonObject m_lists;
    QList<DemoTownship> m_townships;
    QDate m_today;
    std::mt19937 m_random;
    QSet<QString> m_used;
    QList<DemoPerson> m_household;
    int m_households = 0;
};

/** The sheet that the system before leaves behind, with a few rows as old systems have them. */
void writeOpeningSheet(const OperationType &takeOver, const QString &path,
                       const QList<DemoPerson> &people);
/** A village's list as its aide brings it back: most tiers filled in, some not yet. */
void fillInRoster(const OperationType &roster, const QString &path, const RowSource &listed);

} // namespace jubao::ctl

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo_county.h"

namespace jubao::ctl {

namespace {

constexpr int fenPerYuan = 100;

const QStringList keyPapers{QStringLiteral("id_card"), QStringLiteral("change_proof")};
const QStringList movePapers{QStringLiteral("id_card"), QStringLiteral("household_register")};

struct Decision {
    const char *who;
    ActionKind kind;
};

const Decision keyRoute[]{
    {"", ActionKind::Recheck}, {"en1", ActionKind::Review}, {"dep", ActionKind::Approve}};
const Decision moveRoute[]{{"", ActionKind::Recheck}, {"dep", ActionKind::Approve}};

} // namespace

/** The next insured people of working age who are nobody's declared relatives. */
QList<DemoCounty::Insured> DemoCounty::someInsured(int count)
{
    constexpr int benefitAge = 60;
    Query rows = m_office->database().prepare(QStringLiteral(
        "SELECT id, name, division FROM person WHERE birth > ? AND id > ? AND id_number NOT IN "
        "(SELECT other FROM avoidance) ORDER BY id LIMIT ?"));
    rows.bindAll(officeDate(m_end).addYears(-benefitAge), m_lastGivenOut, count);
    QList<Insured> people;
    while (rows.next())
        people.append({rows.integer(0), rows.text(1), rows.text(2)});
    if (!people.isEmpty())
        m_lastGivenOut = people.last().id;
    return people;
}

/** The county says who pays which part of a subsidy: entitlements then name their payers. */
void DemoCounty::enterSubsidySplit()
{
    const qint64 operation =
        make(QStringLiteral("gl"), QStringLiteral("administration.policy_row"),
             {{"key", "subsidy.split"},
              {"value", QStringLiteral("省 60\n市 10\n县 30")},
              {"valid_from", officeDate(m_clock->now()).addDays(1).toString(Qt::ISODate)},
              {"source", QStringLiteral("示财社〔%1〕4号").arg(officeDate(m_clock->now()).year())}},
             {QStringLiteral("policy_document")});
    decide(QStringLiteral("co1"), ActionKind::Recheck, operation);
    passTime(30);
    decide(QStringLiteral("dep"), ActionKind::Review, operation);
    decide(QStringLiteral("dir"), ActionKind::Approve, operation);
    passTime(25 * 60);
}

void DemoCounty::changePhone(const Insured &person, bool rechecked)
{
    const DemoTownship &township = townshipOf(person.division);
    const QString phone =
        QStringLiteral("139%1").arg(m_people.below(100'000'000), 8, 10, QLatin1Char('0'));
    const qint64 operation =
        make(township.clerk, QStringLiteral("enrollment.change"),
             {{"person", person.id}, {"phone", phone}}, {QStringLiteral("id_card")});
    passTime(20);
    if (rechecked)
        decide(checkerOf(township, QStringLiteral("en3")), ActionKind::Recheck, operation);
}

/** The name on the ID card has another sign of the same sound than the old system knew. */
void DemoCounty::correctName(const Insured &person, int steps)
{
    const DemoTownship &township = townshipOf(person.division);
    static const QMap<QChar, QChar> sameSound{{u'英', u'瑛'}, {u'志', u'智'}, {u'明', u'铭'},
                                              {u'梅', u'玫'}, {u'红', u'虹'}, {u'伟', u'炜'}};
    QString name = person.name;
    const QChar last = name.back();
    name.back() = sameSound.value(last, last == u'林' ? u'琳' : u'林');
    const qint64 operation =
        make(township.clerk, QStringLiteral("enrollment.change_key"),
             {{"person", person.id},
              {"name", name},
              {"reason", QStringLiteral("原系统录入时用字有误，以身份证和派出所证明为准")}},
             keyPapers);
    for (int step = 0; step < steps; ++step) {
        const Decision &next = keyRoute[step];
        const QString who = qstrlen(next.who) == 0 ? checkerOf(township, QStringLiteral("en3"))
                                                   : QString::fromLatin1(next.who);
        passTime(45);
        decide(who, next.kind, operation);
    }
}

void DemoCounty::movePerson(const Insured &person, int steps)
{
    const QList<DemoTownship> &townships = m_people.townships();
    const DemoTownship &old = townshipOf(person.division);
    const auto other =
        std::find_if(townships.begin(), townships.end(), [&old](const DemoTownship &each) {
            return each.code != old.code && !each.checker.isEmpty();
        });
    const DemoVillage &village = other->villages.at(m_people.below(int(other->villages.size())));
    const qint64 operation = make(
        old.clerk, QStringLiteral("enrollment.move"),
        {{"person", person.id},
         {"division", village.code},
         {"household", QStringLiteral("4103%1").arg(person.id % 100'000, 5, 10, QLatin1Char('0'))},
         {"household_relation", "0"},
         {"address",
          QStringLiteral("%1%2组%3号")
              .arg(village.name)
              .arg(1 + m_people.below(9))
              .arg(1 + m_people.below(60))},
         {"applied_at", "giving"}},
        movePapers);
    for (int step = 0; step < steps; ++step) {
        passTime(40);
        decide(step == 0 ? checkerOf(old, QStringLiteral("en3"))
                         : QString::fromLatin1(moveRoute[step].who),
               moveRoute[step].kind, operation);
    }
}

void DemoCounty::declareNextYear(const Insured &person, bool rechecked)
{
    const DemoTownship &township = townshipOf(person.division);
    const qint64 operation = make(township.clerk, QStringLiteral("contributions.declare"),
                                  {{"person", person.id},
                                   {"year", officeDate(m_clock->now()).year() + 1},
                                   {"amount", qint64(tierOf(person.id)) * fenPerYuan}});
    passTime(10);
    if (rechecked)
        decide(checkerOf(township, QStringLiteral("co2")), ActionKind::Recheck, operation);
}

/** What changed in the months that have passed; small demos have few people to change. */
void DemoCounty::alterSome()
{
    for (const Insured &person : someInsured(3)) {
        changePhone(person, true);
        passTime(26 * 60);
    }
    for (const Insured &person : someInsured(1))
        correctName(person, int(std::size(keyRoute)));
    passTime(50 * 60);
    for (const Insured &person : someInsured(1))
        movePerson(person, int(std::size(moveRoute)));
}

void DemoCounty::leaveChanges()
{
    m_lastGivenOut = 0;
    for (const Insured &person : someInsured(4))
        declareNextYear(person, true);
    for (const Insured &person : someInsured(2))
        changePhone(person, false);
    for (int steps = 0; steps < int(std::size(keyRoute)); ++steps) {
        for (const Insured &person : someInsured(1))
            correctName(person, steps);
    }
    for (int steps = 0; steps < int(std::size(moveRoute)); ++steps) {
        for (const Insured &person : someInsured(1))
            movePerson(person, steps);
    }
    for (const Insured &person : someInsured(3))
        declareNextYear(person, false);
}

} // namespace jubao::ctl

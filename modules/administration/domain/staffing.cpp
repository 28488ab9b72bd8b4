// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/authority.h"
#include "administration/domain/common.h"

namespace jubao {

using namespace administration;

namespace {

bool covers(const QString &prefix, const QString &division)
{
    return prefix.isEmpty() || division.startsWith(prefix);
}

bool inForce(const QDate &from, const QDate &to, const QDate &day)
{
    return (!from.isValid() || from <= day) && (!to.isValid() || day <= to);
}

struct Person {
    QString person;
    QString name;
};

QList<Person> personsOn(const Authority &authority, const QDate &day)
{
    QList<Person> persons;
    for (const Holding &held : authority.staff.onDay(day)) {
        const auto same = [&held](const Person &one) { return one.person == held.person; };
        if (std::none_of(persons.begin(), persons.end(), same))
            persons.append({held.person, held.displayName});
    }
    return persons;
}

bool hasPower(const Authority &authority, const StaffRoute &route, const RouteStep &step,
              const Holding &held, const QString &place, const QDate &day)
{
    if (!held.delegatedFamilies.isEmpty() && !held.delegatedFamilies.contains(route.family))
        return false;
    return std::any_of(
        authority.powers.begin(), authority.powers.end(), [&](const PowerGrant &grant) {
            const Power &power = grant.power;
            return power.family == route.family && power.post == held.post
                && power.steps.contains(powerLetter(step.kind))
                && inForce(power.validFrom, power.validTo, day) && covers(power.division, place);
        });
}

/** The persons who could take the step of a matter at that place. */
QList<Person> handsOf(const Authority &authority, const StaffRoute &route, const RouteStep &step,
                      const QString &place, const QDate &day)
{
    QList<Person> hands;
    for (const Holding &held : authority.staff.onDay(day)) {
        const bool may = step.posts.contains(held.post) && (!step.head || held.head)
            && covers(held.division, place) && hasPower(authority, route, step, held, place, day);
        const auto same = [&held](const Person &one) { return one.person == held.person; };
        if (may && std::none_of(hands.begin(), hands.end(), same))
            hands.append({held.person, held.displayName});
    }
    return hands;
}

QStringList namesOf(const QList<Person> &persons)
{
    QStringList names;
    for (const Person &each : persons)
        names.append(each.name);
    return names;
}

/** Which steps one person could take; one bit per step of one route. */
using Abilities = QList<quint32>;

/** Whether the steps can be shared among the persons with nobody taking two (CTL-09). */
bool shared(const QList<quint32> &abilities, int steps, int step = 0, quint64 taken = 0)
{
    if (step == steps)
        return true;
    for (qsizetype one = 0; one < abilities.size(); ++one) {
        const quint64 bit = quint64(1) << one;
        if ((abilities.at(one) >> step & 1U) && !(taken & bit)
            && shared(abilities, steps, step + 1, taken | bit))
            return true;
    }
    return false;
}

bool routeIsShared(const QList<QStringList> &hands)
{
    QStringList persons;
    for (const QStringList &step : hands)
        persons += step;
    persons.removeDuplicates();
    // Persons with the same abilities are as good as one another: as many as steps suffice.
    QMap<quint32, int> kinds;
    QList<quint32> abilities;
    for (const QString &person : persons) {
        quint32 bits = 0;
        for (int step = 0; step < hands.size(); ++step)
            bits |= quint32(hands.at(step).contains(person)) << step;
        if (++kinds[bits] <= hands.size())
            abilities.append(bits);
    }
    return shared(abilities, int(hands.size()));
}

/** Where matters arise: the county, and each division that somebody works for. */
QStringList placesOf(const Authority &authority, const QDate &day)
{
    QStringList places{QString()};
    for (const Holding &held : authority.staff.onDay(day)) {
        if (!places.contains(held.division))
            places.append(held.division);
    }
    std::sort(places.begin(), places.end());
    return places;
}

const StaffRoute *routeInForce(const Authority &authority, const QString &key, const QString &place,
                               const QDate &day)
{
    const StaffRoute *best = nullptr;
    for (const StaffRoute &route : authority.routes) {
        if (route.key != key || !inForce(route.from, route.to, day)
            || !covers(route.division, place))
            continue;
        if (!best || route.division.size() > best->division.size()
            || (route.division.size() == best->division.size() && route.from >= best->from))
            best = &route;
    }
    return best;
}

QStringList keysOf(const Authority &authority, const QString &type)
{
    QStringList keys;
    for (const StaffRoute &route : authority.routes) {
        if (route.key.section(u'#', 0, 0) == type && !keys.contains(route.key))
            keys.append(route.key);
    }
    return keys;
}

/** The search for the smallest set of persons who together pass several routes. */
class CollusionSearch {
public:
    CollusionSearch(const Authority &authority, QString place, QDate day)
        : m_authority(authority)
        , m_place(std::move(place))
        , m_day(day)
    {
    }

    /** A set for these routes of at most `most` persons; empty where there is none. */
    QStringList smallest(const QList<const StaffRoute *> &routes, int most);

private:
    void gather(const QList<const StaffRoute *> &routes);
    bool passes(const QList<int> &chosen) const;
    bool extend(QList<int> &chosen, int from, int size) const;

    struct Candidate {
        QString name;
        Abilities abilities; ///< one mask per route
    };
    const Authority &m_authority;
    QString m_place;
    QDate m_day;
    QList<int> m_steps; ///< of each route
    QList<Candidate> m_candidates;
};

void CollusionSearch::gather(const QList<const StaffRoute *> &routes)
{
    m_steps.clear();
    m_candidates.clear();
    QMap<QString, Candidate> byPerson;
    for (qsizetype place = 0; place < routes.size(); ++place) {
        const StaffRoute &route = *routes.at(place);
        m_steps.append(int(route.route.steps.size()));
        for (int step = 0; step < route.route.steps.size(); ++step) {
            for (const Person &hand :
                 handsOf(m_authority, route, route.route.steps.at(step), m_place, m_day)) {
                Candidate &candidate = byPerson[hand.person];
                candidate.name = hand.name;
                candidate.abilities.resize(routes.size());
                candidate.abilities[place] |= quint32(1) << step;
            }
        }
    }
    // Persons with the same abilities are as good as one another: a few of each kind suffice.
    QMap<QList<quint32>, int> kinds;
    const int enough = m_steps.isEmpty() ? 0 : *std::max_element(m_steps.begin(), m_steps.end());
    for (const Candidate &candidate : std::as_const(byPerson)) {
        if (++kinds[candidate.abilities] <= enough)
            m_candidates.append(candidate);
    }
}

bool CollusionSearch::passes(const QList<int> &chosen) const
{
    for (qsizetype route = 0; route < m_steps.size(); ++route) {
        QList<quint32> abilities;
        for (const int one : chosen)
            abilities.append(m_candidates.at(one).abilities.at(route));
        if (!shared(abilities, m_steps.at(route)))
            return false;
    }
    return true;
}

bool CollusionSearch::extend(QList<int> &chosen, int from, int size) const
{
    if (chosen.size() == size)
        return passes(chosen);
    for (int next = from; next < m_candidates.size(); ++next) {
        chosen.append(next);
        if (extend(chosen, next + 1, size))
            return true;
        chosen.removeLast();
    }
    return false;
}

QStringList CollusionSearch::smallest(const QList<const StaffRoute *> &routes, int most)
{
    gather(routes);
    for (int size = 1; size <= std::min<int>(most, int(m_candidates.size())); ++size) {
        QList<int> chosen;
        if (!extend(chosen, 0, size))
            continue;
        QStringList names;
        for (const int one : chosen)
            names.append(m_candidates.at(one).name);
        return names;
    }
    return {};
}

/** Every choice of one variant per type. */
QList<QList<const StaffRoute *>> choices(const Authority &authority, const QStringList &types,
                                         const QString &place, const QDate &day)
{
    QList<QList<const StaffRoute *>> all{{}};
    for (const QString &type : types) {
        QList<QList<const StaffRoute *>> longer;
        for (const QString &key : keysOf(authority, type)) {
            const StaffRoute *route = routeInForce(authority, key, place, day);
            if (!route)
                continue;
            for (QList<const StaffRoute *> chosen : std::as_const(all)) {
                chosen.append(route);
                longer.append(chosen);
            }
        }
        all = longer;
    }
    return all;
}

} // namespace

QList<PostStaffing> postStaffing(const Authority &authority, const QDate &day)
{
    QList<PostStaffing> list;
    const QList<Person> persons = personsOn(authority, day);
    for (const PostInfo &post : shippedPosts()) {
        PostStaffing row{post.code, {}, {}};
        const QStringList holders = personsHolding(authority.staff, post.code, day);
        for (const Person &each : persons) {
            if (holders.contains(each.person))
                row.holders.append(each.name);
            else if (authority.staff.conflicts(each.person, post.code, day, day).isEmpty())
                row.candidates.append(each.name);
        }
        list.append(row);
    }
    return list;
}

QList<RouteHands> routeHands(const Authority &authority, const QDate &day)
{
    const QStringList places = placesOf(authority, day);
    QStringList keys;
    for (const StaffRoute &route : authority.routes) {
        if (!keys.contains(route.key))
            keys.append(route.key);
    }
    QList<RouteHands> list;
    for (const QString &key : keys) {
        for (const QString &place : places) {
            const StaffRoute *route = routeInForce(authority, key, place, day);
            if (!route)
                continue;
            RouteHands row{key, route->title, place, {}, false};
            QList<QStringList> hands;
            for (const RouteStep &step : route->route.steps) {
                const QList<Person> able = handsOf(authority, *route, step, place, day);
                row.steps.append({step.kind, step.posts, namesOf(able)});
                QStringList persons;
                for (const Person &each : able)
                    persons.append(each.person);
                hands.append(persons);
            }
            row.enough = routeIsShared(hands);
            if (place.isEmpty() || !hands.value(0).isEmpty())
                list.append(row);
        }
    }
    return list;
}

const QList<FraudKind> &fraudKinds()
{
    static const QList<FraudKind> kinds{
        {QStringLiteral("invent_operator"),
         words(QT_TRANSLATE_NOOP("Administration", "Invent an operator")),
         {QStringLiteral("administration.open_account"),
          QStringLiteral("administration.assign_post"), QStringLiteral("system.operator_key")}},
        {QStringLiteral("invent_person"),
         words(QT_TRANSLATE_NOOP("Administration", "Invent an insured person")),
         {QStringLiteral("enrollment.register")}},
        {QStringLiteral("credit_without_money"),
         words(QT_TRANSLATE_NOOP("Administration", "Credit an account without money")),
         {QStringLiteral("contributions.collect")}},
        {QStringLiteral("credit_invented_person"),
         words(QT_TRANSLATE_NOOP("Administration",
                                 "Invent an insured person and credit the account")),
         {QStringLiteral("enrollment.register"), QStringLiteral("contributions.collect")}},
        {QStringLiteral("change_route"),
         words(QT_TRANSLATE_NOOP("Administration", "Change a route")),
         {QStringLiteral("administration.change_route")}},
        {QStringLiteral("change_powers"),
         words(QT_TRANSLATE_NOOP("Administration", "Change a power")),
         {QStringLiteral("administration.change_powers")}},
        {QStringLiteral("change_policy"),
         words(QT_TRANSLATE_NOOP("Administration", "Change a policy figure")),
         {QStringLiteral("administration.policy_row")}},
        {QStringLiteral("service_key"),
         words(QT_TRANSLATE_NOOP("Administration", "Open a key of the county's service")),
         {QStringLiteral("system.registrar_key")}}};
    return kinds;
}

namespace {

/** Takes the set over where it is smaller than what was found so far. */
void consider(const Authority &authority, const QList<const StaffRoute *> &routes,
              const QString &place, const QDate &day, Collusion &found)
{
    constexpr int most = 12;
    CollusionSearch search(authority, place, day);
    const QStringList names =
        search.smallest(routes, found.persons == 0 ? most : found.persons - 1);
    if (names.isEmpty())
        return;
    found.persons = int(names.size());
    found.names = names;
    found.routes.clear();
    found.told.clear();
    for (const StaffRoute *route : routes) {
        found.routes.append(route->key);
        found.told += route->route.filedWith;
    }
    found.told.removeDuplicates();
}

} // namespace

QList<Collusion> smallestCollusions(const Authority &authority, const QDate &day)
{
    QList<Collusion> list;
    const QStringList places = placesOf(authority, day);
    for (const FraudKind &kind : fraudKinds()) {
        Collusion found{kind.id, kind.title, 0, {}, {}, {}};
        for (const QString &place : places) {
            for (const QList<const StaffRoute *> &routes :
                 choices(authority, kind.types, place, day))
                consider(authority, routes, place, day, found);
        }
        list.append(found);
    }
    return list;
}

} // namespace jubao

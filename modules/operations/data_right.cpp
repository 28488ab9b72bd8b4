// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/data_right.h"

#include "core/clock.h"
#include "core/division_code.h"
#include "core/mask.h"
#include "operations/office_private.h"
#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <algorithm>

namespace jubao {

namespace {

QStringList familiesOf(DataRight right)
{
    switch (right) {
    case DataRight::Reveal:
        return {QStringLiteral("data.sealed")};
    case DataRight::Export:
        return {QStringLiteral("data.export")};
    default:
        return {QStringLiteral("enrollment.ordinary"), QStringLiteral("contributions.collect"),
                QStringLiteral("accounts.yearly"), QStringLiteral("benefits.case")};
    }
}

/** Whether the first division is the second or lies below it. A null text begins with nothing. */
bool liesIn(const QString &division, const QString &code)
{
    return code.isEmpty() || division.startsWith(code);
}

QJsonValue maskedValue(const QString &name, const QJsonValue &value, const QStringList &sealed)
{
    if (value.isObject())
        return maskedPayload(value.toObject(), sealed);
    if (value.isArray()) {
        QJsonArray masked;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &each : list)
            masked.append(maskedValue(name, each, sealed));
        return masked;
    }
    return value.isString() && sealed.contains(name) ? maskSealed(name, value.toString()) : value;
}

bool gives(const Power &power, const HeldPost &held, const QStringList &families,
           const QDate &today)
{
    return power.post == held.post && families.contains(power.family) && !power.steps.isEmpty()
        && (held.delegatedFamilies.isEmpty() || held.delegatedFamilies.contains(power.family))
        && power.isInForce(today);
}

/** What was tried, for who reads the refusal: the title of a paper or of a type, or the way of
 * using the data. */
QString triedInWords(const TypeRegistry &registry, const QString &what)
{
    if (const DocumentSpec *document = registry.findDocument(what).first)
        return document->title;
    if (const OperationType *type = registry.find(what))
        return type->title;
    static const QHash<QString, const char *> ways{
        {QStringLiteral("search"), QT_TRANSLATE_NOOP("Refusals", "finding persons")},
        {QStringLiteral("person"), QT_TRANSLATE_NOOP("Refusals", "the record of a person")},
        {QStringLiteral("history"), QT_TRANSLATE_NOOP("Refusals", "the operations on a person")},
        {QStringLiteral("account"), QT_TRANSLATE_NOOP("Refusals", "the account of a person")},
        {QStringLiteral("reveal"), QT_TRANSLATE_NOOP("Refusals", "showing protected fields")},
        {QStringLiteral("export"), QT_TRANSLATE_NOOP("Refusals", "taking a list out")},
        {QStringLiteral("print"), QT_TRANSLATE_NOOP("Refusals", "printing a list")}};
    const char *way = ways.value(what);
    return way ? QCoreApplication::translate("Refusals", way) : what;
}

} // namespace

QStringList divisionsOfRight(const Actor &actor, const QList<Power> &powers, const QDateTime &now,
                             DataRight right)
{
    QStringList codes;
    if (!actor.incompatible.isEmpty())
        return codes;
    const QStringList families = familiesOf(right);
    const QDate today = officeDate(now);
    for (const HeldPost &held : actor.posts) {
        if (!held.isInForce(now, today))
            continue;
        const QString place = right == DataRight::Look ? QString() : held.division;
        for (const Power &power : powers) {
            if (!gives(power, held, families, today))
                continue;
            // Of two places of which one lies in the other, the smaller one.
            if (liesIn(power.division, place))
                codes.append(power.division);
            else if (liesIn(place, power.division))
                codes.append(place);
        }
    }
    codes.removeDuplicates();
    return codes;
}

QStringList divisionsInSight(const QList<HeldPost> &posts)
{
    QStringList codes;
    for (const HeldPost &held : posts) {
        if (held.division.size() <= countyDigits)
            return {QString()};
        codes.append(held.division);
    }
    // Of two places of which one lies in the other, the greater one.
    std::sort(codes.begin(), codes.end());
    codes.erase(
        std::unique(codes.begin(), codes.end(),
                    [](const QString &above, const QString &each) { return liesIn(each, above); }),
        codes.end());
    return codes;
}

bool coversDivision(const QStringList &codes, const QString &division)
{
    return std::any_of(codes.begin(), codes.end(),
                       [&division](const QString &code) { return liesIn(division, code); });
}

QJsonObject maskedPayload(QJsonObject payload, const QStringList &sealed)
{
    for (auto each = payload.begin(); each != payload.end(); ++each)
        *each = maskedValue(each.key(), *each, sealed);
    return payload;
}

const QStringList &roomsAboutPersons()
{
    static const QStringList rooms{QStringLiteral("enrollment"), QStringLiteral("contributions"),
                                   QStringLiteral("accounts"), QStringLiteral("benefits")};
    return rooms;
}

bool isAboutPersons(const QString &id)
{
    return roomsAboutPersons().contains(id.section(u'.', 0, 0));
}

QStringList Office::divisionsOfRight(const Session &session, DataRight right) const
{
    const Reader books = reader();
    const SnapshotReader snapshots(books, *d->options.registry);
    // Asked at each look at an operation: of some three hundred powers only those that count.
    QList<Power> powers;
    const QStringList families = familiesOf(right);
    for (const QString &family : families)
        powers += snapshots.powers(family);
    return jubao::divisionsOfRight(snapshots.actor(session.operatorId(), d->now()), powers,
                                   d->now(), right);
}

bool Office::mayUse(const Session &session, DataRight right,
                    const std::optional<QString> &division) const
{
    const QStringList codes = divisionsOfRight(session, right);
    return division ? coversDivision(codes, *division) : !codes.isEmpty();
}

void Office::hideSealed(const Session &session, OperationView &view) const
{
    const OperationType *type = d->options.registry->find(view.type);
    if (!type || !isAboutPersons(view.type) || mayUse(session, DataRight::Reveal, view.division))
        return;
    QStringList sealed;
    for (const Field &field : type->fields) {
        if (!field.sealed)
            continue;
        sealed.append(field.name);
        for (Change &change : view.changes) {
            if (change.field != field.name)
                continue;
            const bool differs = change.before != change.after;
            change.before = maskSealed(change.field, change.before);
            change.after = maskSealed(change.field, change.after);
            if (differs && change.before == change.after)
                change.after =
                    QCoreApplication::translate("Refusals", "%1 (another one)").arg(change.after);
        }
    }
    // The maker hands the same payload in again; what he typed is nothing new to him.
    if (view.maker != session.name())
        view.payload = maskedPayload(view.payload, sealed);
}

void Office::requireRight(const Session &session, DataRight right, const QString &what,
                          const std::optional<QString> &division) const
{
    if (!mayUse(session, right, division))
        d->refuse(session.operatorId(), what,
                  RefusedError({refusal(QStringLiteral("DATA_NOT_OPEN"),
                                        triedInWords(*d->options.registry, what))}));
    if (right != DataRight::Look)
        d->requireKeyMoved(session, what);
}

void Office::requireMaker(const Session &session, const QString &type) const
{
    const OperationType *found = d->options.registry->find(type);
    QStringList posts;
    const QList<HeldPost> held = d->postsNow(session);
    for (const HeldPost &each : held)
        posts.append(each.post);
    const Reader books = reader();
    if (found && !SnapshotReader(books, *d->options.registry).mayMake(*found, posts))
        d->refuse(session.operatorId(), type,
                  RefusedError({refusal(QStringLiteral("POST_NOT_HELD"), found->title)}));
}

void Office::requireDivision(const Session &session, const QString &division,
                             const QString &what) const
{
    const QList<HeldPost> posts = d->postsNow(session);
    const bool covered = std::any_of(posts.begin(), posts.end(), [&](const HeldPost &held) {
        return division.startsWith(held.division);
    });
    if (!covered)
        d->refuseDivision(session, what, division);
}

bool Office::takesPart(const Session &session, qint64 operation) const
{
    Query acted = d->database->prepare(
        QStringLiteral("SELECT 1 FROM journal WHERE operation = ? AND operator = ?"));
    acted.bindAll(operation, session.operatorId());
    if (acted.next())
        return true;
    const QStringList posts = session.posts();
    Query filed =
        d->database->prepare(QStringLiteral("SELECT post FROM filing WHERE operation = ?"));
    filed.bindAll(operation);
    while (filed.next()) {
        if (posts.contains(filed.text(0)))
            return true;
    }
    return waitsFor(session, operation);
}

bool Office::isInSight(const Session &session, qint64 operation, const QString &division) const
{
    return coversDivision(divisionsInSight(d->postsNow(session)), division)
        || takesPart(session, operation);
}

void Office::requireSight(const Session &session, qint64 operation) const
{
    Query row =
        d->database->prepare(QStringLiteral("SELECT type, division FROM operation WHERE id = ?"));
    row.bindAll(operation);
    if (!row.next())
        throw RefusedError(
            {refusal(QStringLiteral("OPERATION_UNKNOWN"), QString::number(operation))});
    const QString type = row.text(0);
    if (isAboutPersons(type))
        requireRight(session, DataRight::Look, type);
    if (!isInSight(session, operation, row.text(1)))
        d->refuseDivision(session, QString::number(operation), row.text(1));
}

void Office::requireSightOfPerson(const Session &session, qint64 person, const QString &what) const
{
    const std::optional<Row> row = reader().row(QStringLiteral("person"), person);
    const QString division = row ? row->value(QStringLiteral("division")).toString() : QString();
    if (row && !coversDivision(divisionsInSight(d->postsNow(session)), division))
        d->refuseDivision(session, what, division);
}

namespace {

QList<qint64> personsAbout(const OperationType &type, const QJsonObject &payload,
                           const Reader &books)
{
    QList<qint64> persons;
    const QList<Subject> subjects =
        type.subjects ? type.subjects(payload, books) : QList<Subject>();
    for (const Subject &subject : subjects) {
        if (subject.person != 0)
            persons.append(subject.person);
    }
    return persons;
}

} // namespace

QList<qint64> Office::personsOf(const QString &type, const QJsonObject &payload) const
{
    const OperationType *found = d->options.registry->find(type);
    return found ? personsAbout(*found, payload, reader()) : QList<qint64>();
}

/** What the rules find would tell of another township's matter, of whoever is to come from there,
 * or of persons to whom a payload leads that does not name them, as a receipt does (CTL-02). */
QList<Refusal> Office::Private::outOfSight(const Session &session, const OperationType &type,
                                           const QJsonObject &given) const
{
    const auto outside = [](const QString &field) {
        return QList<Refusal>{refusal(QStringLiteral("DIVISION_OUTSIDE"), {}, field)};
    };
    const Reader books(*database, catalogue, officeDate(now()));
    // As they are now: a session may be older than a post.
    const QStringList sight = divisionsInSight(
        heldNow(SnapshotReader(books, *options.registry).actor(session.operatorId(), now()).posts,
                now(), books.today()));
    const auto sees = [&books, &sight](qint64 person) {
        const auto row = books.row(QStringLiteral("person"), person);
        return !row || coversDivision(sight, row->value(QStringLiteral("division")).toString());
    };
    const qint64 named = given[u"person"].toInteger();
    if (named != 0 && !sees(named))
        return outside(QStringLiteral("person"));
    const bool namesDivision = given.contains(u"division");
    const QString division =
        type.division ? type.division(given, books) : given[u"division"].toString();
    // Of what is nowhere the rules say so.
    const auto isKnown = [&books](const QString &code) {
        return books.row(QStringLiteral("division"), QStringLiteral("code"), code).has_value();
    };
    const bool isThere =
        !division.isEmpty() && (isKnown(division) || isKnown(townshipOf(division)));
    const bool movesPerson = named != 0 && namesDivision;
    if (isThere && !movesPerson && !coversDivision(sight, division))
        return outside(namesDivision ? QStringLiteral("division") : QStringLiteral("person"));
    if (!type.prefill)
        return {};
    const QList<qint64> persons =
        personsAbout(type, given, books) + personsAbout(type, type.prefill(given, books), books);
    return std::all_of(persons.begin(), persons.end(), sees) ? QList<Refusal>()
                                                             : outside(QStringLiteral("person"));
}

QList<HeldPost> Office::Private::postsNow(const Session &session) const
{
    return heldNow(session.heldPosts(), now(), officeDate(now()));
}

void Office::Private::refuseDivision(const Session &session, const QString &subject,
                                     const QString &division)
{
    refuse(session.operatorId(), subject,
           RefusedError({refusal(QStringLiteral("DIVISION_OUTSIDE"), division,
                                 QStringLiteral("division"))}));
}

void Office::look(const Session &session, DataRight right, const QString &kind,
                  const QString &subject, const QString &detail)
{
    requireRight(session, right, kind);
    trace(session, kind, subject, detail);
}

void Office::lookAtPerson(const Session &session, DataRight right, const QString &kind,
                          qint64 person)
{
    const std::optional<Row> row = reader().row(QStringLiteral("person"), person);
    requireRight(session, right, kind,
                 row ? std::optional(row->value(QStringLiteral("division")).toString())
                     : std::nullopt);
    trace(session, kind, QString::number(person));
}

} // namespace jubao

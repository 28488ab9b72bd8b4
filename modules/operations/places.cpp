// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the places where people sign in say of themselves: program and network.

#include "operations/county_service.h"
#include "operations/office_private.h"

#include <QCoreApplication>

namespace jubao {

namespace {

constexpr auto programKind = "program_at";
constexpr auto networkKind = "public_network";

QString words(const char *text)
{
    return QCoreApplication::translate("Places", text);
}

/** The line's detail: "schema catalogue". */
QString detailOf(const PlaceFacts &facts)
{
    return QStringLiteral("%1 %2").arg(facts.schema).arg(facts.catalogue);
}

} // namespace

PlaceFacts Office::Private::placeFacts() const
{
    return {QCoreApplication::applicationVersion(), migrations.latest(),
            options.registry->digest().left(PlaceFacts::shortDigest),
            options.publicAddresses ? options.publicAddresses() : QStringList()};
}

void Office::Private::requireProgramOfCounty(const Session &session, const PlaceFacts &facts)
{
    const int books = database->schemaVersion();
    const bool tooOld = facts.schema < books && database->minCompatible() > facts.schema;
    if (tooOld || facts.schema > books)
        refuse(session.operatorId(), QStringLiteral("sign_in"),
               RefusedError({refusal(QStringLiteral("PROGRAM_NOT_OF_COUNTY"),
                                     QCoreApplication::applicationVersion())}));
}

void Office::Private::tell(const QString &alarm)
{
    if (!alarms.contains(alarm))
        alarms.append(alarm);
}

void Office::Private::noteProgramAt(const Session &session, const PlaceFacts &facts)
{
    const QString own = placeFacts().catalogue;
    if (facts.catalogue != own)
        tell(words(QT_TRANSLATE_NOOP(
            "Places",
            "The program at this computer is not the county's: forms may be refused. IT installs the same version everywhere.")));
    const QString said = facts.version + u' ' + detailOf(facts);
    if (programsTold.value(options.workstation) == said)
        return;
    programsTold.insert(options.workstation, said);
    trail->add(session.operatorId(), QLatin1String(programKind), facts.version, detailOf(facts),
               now());
}

void Office::Private::noteNetwork(const Session &session, const QStringList &publicAddresses)
{
    if (!publicAddresses.isEmpty()) {
        trail->add(session.operatorId(), QLatin1String(networkKind),
                   publicAddresses.join(QStringLiteral(", ")), {}, now());
        tell(
            words(
                QT_TRANSLATE_NOOP(
                    "Places",
                    "This computer is connected to a public network (%1). Take it off; the auditor is told."))
                .arg(publicAddresses.join(QStringLiteral(", "))));
    }
    const QStringList posts = session.posts();
    if (!posts.contains(QStringLiteral("AU")) && !posts.contains(QStringLiteral("AA")))
        return;
    constexpr int daysTold = 7;
    Query seen = database->prepare(QStringLiteral(
        "SELECT workstation, max(at) FROM access_trail WHERE kind = ? AND at >= ? AND workstation "
        "<> ? GROUP BY workstation ORDER BY workstation"));
    seen.bindAll(QLatin1String(networkKind), now().addDays(-daysTold).toString(Qt::ISODateWithMs),
                 options.workstation);
    while (seen.next()) {
        const QDateTime at = QDateTime::fromString(seen.text(1), Qt::ISODateWithMs);
        tell(
            words(QT_TRANSLATE_NOOP("Places", "Computer %1 was connected to a public network: %2."))
                .arg(seen.text(0), officeTime(at).toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
    }
}

QList<PlaceProgram> Office::programsOfPlaces(const Session &session)
{
    const QStringList posts = session.posts();
    const QStringList allowed{QStringLiteral("IT"), QStringLiteral("SA"), QStringLiteral("SE"),
                              QStringLiteral("AA"), QStringLiteral("AU")};
    if (std::none_of(posts.begin(), posts.end(),
                     [&allowed](const QString &post) { return allowed.contains(post); }))
        d->refuse(session.operatorId(), QStringLiteral("POST_NOT_HELD"),
                  allowed.join(QStringLiteral(", ")));
    d->requireOwnBooks(session.operatorId(), QStringLiteral("programs"));
    QMap<QString, PlaceProgram> newest;
    Query lines = d->database->prepare(QStringLiteral(
        "SELECT workstation, at, subject, detail FROM access_trail WHERE kind = ? ORDER BY seq"));
    lines.bindAll(QLatin1String(programKind));
    const QString own = d->placeFacts().catalogue;
    while (lines.next()) {
        const QString detail = lines.text(3);
        PlaceProgram program{
            lines.text(0),
            {lines.text(2), detail.section(u' ', 0, 0).toInt(), detail.section(u' ', 1), {}},
            QDateTime::fromString(lines.text(1), Qt::ISODateWithMs)};
        program.lags =
            program.facts.schema != d->migrations.latest() || program.facts.catalogue != own;
        newest.insert(program.workstation, program);
    }
    return newest.values();
}

} // namespace jubao

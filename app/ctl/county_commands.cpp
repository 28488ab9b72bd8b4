// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "operations/county_file.h"
#include "operations/crypto.h"
#include "operations/registrar_key_file.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHostInfo>
#include <QJsonArray>
#include <QSaveFile>

namespace jubao::ctl {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

QString typeOfKey()
{
    return QStringLiteral("system.registrar_key");
}

QJsonObject openingOf(const KeyPair &key)
{
    return {{QStringLiteral("action"), QStringLiteral("open")},
            {QStringLiteral("name"), QHostInfo::localHostName()},
            {QStringLiteral("public_key"), key.publicKeyHex()}};
}

/** Before there is a new key: an office whose service has an open one keeps it. */
void requireKeyWanted(Call &call)
{
    const Findings findings =
        call.office().check(call.session(), typeOfKey(), openingOf(*KeyPair::generate()));
    QList<Refusal> refusals;
    for (const Finding &each : findings) {
        if (each.severity == Severity::Error)
            refusals.append({each.code, each.field, each.text, each.rule});
    }
    if (!refusals.isEmpty())
        throw RefusedError(refusals);
}

/** The key in clear, for a program that seals it to this machine. */
void writeCredential(const QString &path, const KeyPair &key)
{
    QByteArray scalar = key.privateScalar();
    QByteArray text = scalar.toHex();
    wipe(scalar);
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.commit();
    wipe(text);
    if (!written)
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "The file cannot be written: %1")).arg(path));
}

Answer keyCommand(Call &call)
{
    const QStringList keepers = call.options("keeper");
    const QString credential = call.option("credential");
    if (credential.isEmpty() ? keepers.size() < 2 : !keepers.isEmpty())
        throw UsageError(words(QT_TRANSLATE_NOOP(
            "Ctl",
            "Who opens the service's key at each start? Two administrators: --keeper A --keeper B; or the machine alone: --credential FILE.")));
    const QString file = credential.isEmpty()
        ? QDir(call.office().folder()).filePath(QStringLiteral("registrar.key"))
        : credential;
    requireNewFile(file);
    Session &session = call.session();
    requireKeyWanted(call);
    const std::shared_ptr<KeyPair> key = call.office().makeRegistrarKey(session);
    if (credential.isEmpty()) {
        call.office().sealRegistrarKey(session, *key, keepers).save(file);
    } else {
        call.office().trace(session, QStringLiteral("registrar_key_given"),
                            keyFingerprint(key->publicKeyHex()), QStringLiteral("credential"));
        writeCredential(file, *key);
    }
    ActResult made;
    try {
        MakeRequest request;
        request.type = typeOfKey();
        request.payload = openingOf(*key);
        made = call.office().make(session, request);
    } catch (...) {
        QFile::remove(file); // a key that nobody can open the service with
        throw;
    }
    const QString fingerprint = keyFingerprint(key->publicKeyHex());
    return {
        QJsonObject{{"operation", made.operation},
                    {"fingerprint", fingerprint},
                    {"file", file},
                    {"waits_for", made.waitsFor}},
        {words(QT_TRANSLATE_NOOP("Ctl", "The service's key is in %1, fingerprint %2."))
             .arg(file, fingerprint),
         words(
             QT_TRANSLATE_NOOP(
                 "Ctl",
                 "It counts when operation %1 is posted, which waits for: %2. Then the office can move."))
             .arg(made.operation)
             .arg(made.waitsFor)},
        0};
}

Answer moveCommand(Call &call)
{
    if (!call.has("office"))
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "Which office? Use --office DIR.")));
    const QString folder = call.option("office");
    const JournalEntry entry = call.has("instead")
        ? Office::moveBack(folder, call.option("instead"), attendance(call), call.officeOptions())
        : Office::moveToServer(folder, placeAsked(call), attendance(call), call.officeOptions());
    const QString forDesks = CountyFile::load(folder).saveForDesks(folder);
    return {QJsonObject{{"office", folder},
                        {"entry", entry.seq},
                        {"entries", entry.detail[u"entries"]},
                        {"head", entry.detail[u"head"]},
                        {"for_desks", forDesks}},
            {words(QT_TRANSLATE_NOOP("Ctl",
                                     "The office is on the county server, whole up to entry %1."))
                 .arg(entry.detail[u"entries"].toInteger()),
             words(QT_TRANSLATE_NOOP(
                       "Ctl", "Its former file is %1; keep it like a backup, or destroy it."))
                 .arg(QDir(folder).filePath(QStringLiteral("office.jubao.moved"))),
             words(QT_TRANSLATE_NOOP("Ctl", "PCs of the office need this file: %1")).arg(forDesks)},
            0};
}

Answer programsCommand(Call &call)
{
    const QList<PlaceProgram> programs = call.office().programsOfPlaces(call.session());
    Answer answer;
    QJsonArray list;
    for (const PlaceProgram &each : programs) {
        const QString since = each.since.toUTC().toString(Qt::ISODateWithMs);
        list.append(QJsonObject{{"workstation", each.workstation},
                                {"version", each.facts.version},
                                {"schema", each.facts.schema},
                                {"catalogue", each.facts.catalogue},
                                {"since", since},
                                {"lags", each.lags}});
        answer.lines.append(
            QStringLiteral("%1  %2  %3  %4")
                .arg(each.workstation, each.facts.version,
                     officeTime(each.since).toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                     each.lags ? words(QT_TRANSLATE_NOOP("Ctl", "not the county's program"))
                               : QString())
                .trimmed());
    }
    answer.json = list;
    return answer;
}

} // namespace

CountyFile placeAsked(const Call &call)
{
    CountyFile place;
    const auto wanted = [&call](const char *option, const char *without) {
        if (call.has(option))
            return call.option(option);
        if (!without)
            throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "Missing: %1"))
                                 .arg(QStringLiteral("--") + QLatin1String(option)));
        return QString::fromLatin1(without);
    };
    constexpr qint64 usualPort = 5432;
    constexpr qint64 highestPort = 65535;
    place.host = wanted("host", nullptr);
    place.rootCertificate = readWhole(wanted("root-certificate", nullptr));
    place.port = int(call.number("port", usualPort, highestPort));
    place.database = wanted("database", "jubao");
    place.schema = wanted("schema", "jubao");
    place.ownNetworks = call.options("own-network");
    place.local =
        CountyFile::Local{wanted("socket", "/var/run/postgresql"), wanted("role", "jubao_service")};
    if (!place.rootCertificate.contains("-----BEGIN CERTIFICATE-----"))
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "%1 is no certificate in PEM form."))
                             .arg(call.option("root-certificate")));
    return place;
}

Answer countyCommand(Call &call)
{
    const QString what = call.argument(0, "key | move | programs");
    if (what == QLatin1String("key"))
        return keyCommand(call);
    if (what == QLatin1String("move"))
        return moveCommand(call);
    if (what == QLatin1String("programs"))
        return programsCommand(call);
    throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "There is no command “%1”. See --help."))
                         .arg(QStringLiteral("county ") + what));
}

} // namespace jubao::ctl

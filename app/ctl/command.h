// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/county_file.h"
#include "operations/office.h"
#include "rooms/secrets.h"
#include <QCommandLineParser>
#include <QJsonValue>
#include <limits>

namespace jubao::ctl {

/** What a command answers: one JSON document, or lines for people; status 1 where something is not
 * whole. */
struct Answer {
    QJsonValue json;
    QStringList lines;
    int status = 0;
};

/** One call: its options, and the office and sessions that it opens on demand. */
class Call {
public:
    Call(const QCommandLineParser &parser, std::shared_ptr<const TypeRegistry> registry);

    /** The positional argument after the command; throws UsageError where it is missing. */
    QString argument(int place, const char *what) const;
    /** All of them. */
    QStringList arguments() const { return m_parser.positionalArguments().mid(1); }
    bool has(const char *option) const { return m_parser.isSet(QLatin1String(option)); }
    QString option(const char *name) const { return m_parser.value(QLatin1String(name)); }
    QStringList options(const char *name) const { return m_parser.values(QLatin1String(name)); }

    const std::shared_ptr<const TypeRegistry> &registry() const { return m_registry; }
    Office &office();
    /** Signs in the n-th `--as` with the n-th password. */
    Session &session(int place = 0);
    QString operatorName(int place = 0) const;
    /** Of the n-th `--as`: read or asked for once. */
    QString password(int place) const;
    /** A number from 1 to `most`; `without` where the option is not given. Throws UsageError. */
    qint64 number(const char *name, qint64 without,
                  qint64 most = std::numeric_limits<qint64>::max()) const;
    /** Throws UsageError where more arguments were given than these. */
    void allowArguments(int most) const;
    /** The n-th `--new-password-fd` or `--new-password-file`; throws UsageError without one. */
    QString newPassword(int place) const;
    /** The n-th envelope, by `--share-file` or `--share-fd`; throws UsageError without one. */
    QString share(int place) const;
    Office::Options officeOptions() const;

private:
    QString givenPassword(int place) const;

    const QCommandLineParser &m_parser;
    std::shared_ptr<const TypeRegistry> m_registry;
    std::unique_ptr<Office> m_office;
    QMap<int, std::shared_ptr<Session>> m_sessions;
    mutable QMap<int, QString> m_passwords;
};

/** Who does it and who stands by: two `--as`, each with a password. Throws UsageError. */
Office::Attendance attendance(const Call &call);

/** The county server that the options name. Throws UsageError. */
CountyFile placeAsked(const Call &call);

/** Nothing that is there is written over. Throws RefusedError(FILE_EXISTS, FILE_IS_FOLDER). */
void requireNewFile(const QString &path);

/** The whole file; "-" is the standard input. Throws UsageError. */
QByteArray readWhole(const QString &path);
/** The JSON object in a file. Throws UsageError that names the file and what is wrong with it. */
QJsonObject objectIn(const QString &path);

/** As many as a province has. */
constexpr qint64 mostPersons = 100'000'000;

using Command = Answer (*)(Call &call);
struct NamedCommand {
    QString name;
    int places; ///< how many arguments it takes at most; one more is a mistake of the caller
    Command run;
};
/** In the order of the help. */
QList<NamedCommand> commands();

/** Draws a document into the file that -o names: `file`, `pages`, `stamp`. */
QJsonObject printDocument(Call &call, const QString &document, qint64 id);
QJsonObject operationJson(const OperationView &view);

Answer initCommand(Call &call);
Answer demoCommand(Call &call);
Answer admitCommand(Call &call);
Answer inviteCommand(Call &call);
Answer passwordCommand(Call &call);
Answer keyStickCommand(Call &call);
Answer typesCommand(Call &call);
Answer makeCommand(Call &call);
Answer importCommand(Call &call);
Answer benchCommand(Call &call);
Answer decideCommand(Call &call);
Answer withdrawCommand(Call &call);
Answer showCommand(Call &call);
Answer inboxCommand(Call &call);
Answer historyCommand(Call &call);
Answer findCommand(Call &call);
Answer personCommand(Call &call);
Answer accountCommand(Call &call);
Answer verifyCommand(Call &call);
Answer replayCommand(Call &call);
Answer checkpointCommand(Call &call);
Answer witnessCommand(Call &call);
Answer backupCommand(Call &call);
Answer backupsCommand(Call &call);
Answer restoreCommand(Call &call);
Answer drillCommand(Call &call);
Answer recoverCommand(Call &call);
Answer migrateCommand(Call &call);
Answer countyCommand(Call &call);
Answer acknowledgeCommand(Call &call);
Answer calcCommand(Call &call);
Answer trailCommand(Call &call);
Answer printCommand(Call &call);
Answer dataKeyCommand(Call &call);
Answer authorityCommand(Call &call);
Answer staffingCommand(Call &call);
Answer dayCloseCommand(Call &call);
Answer tiesCommand(Call &call);
Answer exceptionsCommand(Call &call);
Answer confirmClockCommand(Call &call);

} // namespace jubao::ctl

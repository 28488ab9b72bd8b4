// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/file_lock.h"
#include "database/key.h"
#include "hub/key_door.h"
#include "hub/service.h"
#include "operations/registrar_key_file.h"
#include "rooms/exit_status.h"
#include "rooms/rooms.h"
#include "rooms/secrets.h"
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHostInfo>
#include <QTranslator>
#include <cstdio>
#include <systemd/sd-daemon.h>

using namespace jubao;
using namespace jubao::exitStatus;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("HubProgram", text);
}

/** One line each, with the level in front by which the journal sorts them. */
void log(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    const char *level = SD_INFO;
    if (type == QtWarningMsg)
        level = SD_WARNING;
    if (type == QtCriticalMsg || type == QtFatalMsg)
        level = SD_ERR;
    const bool toJournal = qEnvironmentVariableIsSet("JOURNAL_STREAM");
    std::fprintf(stderr, "%s%s\n", toJournal ? level : "", qPrintable(text));
}

int fail(const QString &text, int status)
{
    qCritical("%s", qPrintable(text));
    return status;
}

/** What opens the service's key, and where the office is. */
struct Place {
    QString folder;
    CountyFile county;
    Office::Options options;

    explicit Place(const QCommandLineParser &parser)
        : folder(parser.value(QStringLiteral("office")))
        , options{allRooms(), std::make_shared<SystemClock>(), QHostInfo::localHostName(), {}}
    {
        if (folder.isEmpty())
            throw UsageError(
                words(QT_TRANSLATE_NOOP("HubProgram", "Which office? Use --office DIR.")));
        county = CountyFile::load(folder);
        options.server = county.fromServer();
    }
    QString keyFile() const { return QDir(folder).filePath(QStringLiteral("registrar.key")); }
};

QString passwordOf(const QCommandLineParser &parser, int place, const QString &name)
{
    const QStringList descriptors = parser.values(QStringLiteral("password-fd"));
    const QStringList files = parser.values(QStringLiteral("password-file"));
    if (place < descriptors.size())
        return secretFromDescriptor(descriptors.at(place));
    if (place < files.size())
        return secretFromFile(files.at(place));
    return secretFromTerminal(name);
}

std::shared_ptr<KeyPair> openedByTwo(const QCommandLineParser &parser, const Place &place)
{
    const QStringList names = parser.values(QStringLiteral("as"));
    if (names.size() != 2)
        throw UsageError(words(QT_TRANSLATE_NOOP(
            "HubProgram", "Two administrators open the service's key: --as A --as B.")));
    const RegistrarKeyFile file = RegistrarKeyFile::load(place.keyFile());
    const Office::Credentials first{names.at(0), passwordOf(parser, 0, names.at(0))};
    const Office::Credentials second{names.at(1), passwordOf(parser, 1, names.at(1))};
    return Office::open(place.folder, place.options)->openRegistrarKey(file, first, second);
}

/** What the service manager has opened for this program alone; nothing where it has not. */
std::shared_ptr<KeyPair> fromManager()
{
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    QFile file(QDir(folder).filePath(QStringLiteral("registrar-key")));
    if (folder.isEmpty() || !file.exists())
        return nullptr;
    if (!file.open(QIODevice::ReadOnly))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, file.fileName());
    QByteArray text = file.readAll().trimmed();
    QByteArray scalar = QByteArray::fromHex(text);
    wipe(text);
    std::shared_ptr<KeyPair> key = KeyPair::fromPrivateScalar(scalar);
    wipe(scalar);
    return key;
}

std::shared_ptr<KeyPair> keyFor(const QCommandLineParser &parser, const Place &place)
{
    if (std::shared_ptr<KeyPair> key = fromManager())
        return key;
    if (parser.isSet(QStringLiteral("as")))
        return openedByTwo(parser, place);
    RegistrarKeyFile::load(place.keyFile()); // without it nobody can ever open the door
    qInfo("waiting for two administrators: jubao-hub open --office %s --as A --as B",
          qPrintable(place.folder));
    tellManager("READY=1\nSTATUS=waiting for two administrators (jubao-hub open)");
    return keyDoor::wait(place.folder, place.county.serviceKey, [] {
        tellManager("WATCHDOG=1");
        return !isStopping();
    });
}

int serve(const QCommandLineParser &parser)
{
    const Place place(parser);
    stopOnSignals();
    std::unique_ptr<FileLock> alone;
    try {
        alone = std::make_unique<FileLock>(QDir(place.folder).filePath(QStringLiteral("hub.lock")),
                                           FileLock::Mode::Exclusive, 0);
    } catch (const DatabaseError &error) {
        if (error.kind() != DatabaseError::Kind::Busy)
            throw;
        return fail(
            words(QT_TRANSLATE_NOOP("HubProgram", "The service of this office runs already.")),
            couldNot);
    }
    const std::shared_ptr<KeyPair> key = keyFor(parser, place);
    if (key)
        serveOffice(place.folder, place.county, place.options, key);
    return done;
}

int open(const QCommandLineParser &parser)
{
    const Place place(parser);
    const std::shared_ptr<KeyPair> key = openedByTwo(parser, place);
    if (!keyDoor::handIn(place.folder, *key))
        return fail(words(QT_TRANSLATE_NOOP("HubProgram", "The service wants another key.")),
                    couldNot);
    std::fprintf(stdout, "%s\n",
                 qPrintable(words(QT_TRANSLATE_NOOP("HubProgram", "The service has its key."))));
    return done;
}

int run(const QCommandLineParser &parser)
{
    const QString what = parser.positionalArguments().value(0);
    try {
        if (what == QLatin1String("serve"))
            return serve(parser);
        if (what == QLatin1String("open"))
            return open(parser);
        return fail(words(QT_TRANSLATE_NOOP("HubProgram", "There is no command “%1”. See --help."))
                        .arg(what),
                    wrongUse);
    } catch (const RefusedError &error) {
        for (const Refusal &each : error.refusals)
            fail(each.text, refusedByRule);
        return refusedByRule;
    } catch (const UsageError &error) {
        return fail(QString::fromUtf8(error.what()), wrongUse);
    } catch (const DatabaseError &error) {
        // The engine's words may hold what a row holds; those about the way to it do not.
        using Kind = DatabaseError::Kind;
        const QList<Kind> aboutTheWay{Kind::Missing,       Kind::ReadOnly,
                                      Kind::ServerGone,    Kind::RoleRefused,
                                      Kind::ForeignServer, Kind::CountyFileDamaged};
        const QString detail =
            aboutTheWay.contains(error.kind()) ? u' ' + error.detail() : QString();
        return fail(error.text() + detail, couldNot);
    } catch (const std::exception &error) {
        return fail(QString::fromUtf8(error.what()), couldNot);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("jubao-hub"));
    QCoreApplication::setApplicationVersion(QStringLiteral(JUBAO_VERSION));
    qInstallMessageHandler(log);
    QTranslator translator;
    speakOfficeLanguage(translator);
    QCommandLineParser parser;
    parser.setApplicationDescription(words(
        QT_TRANSLATE_NOOP("HubProgram", "The service of a county office. Commands: serve, open")));
    parser.addPositionalArgument(QStringLiteral("command"),
                                 words(QT_TRANSLATE_NOOP("HubProgram", "What to do")));
    const auto value = [&parser](const char *name, const char *what) {
        parser.addOption({QString::fromLatin1(name), words(what), QStringLiteral("VALUE")});
    };
    value("office", QT_TRANSLATE_NOOP("HubProgram", "Folder of the office"));
    value("as", QT_TRANSLATE_NOOP("HubProgram", "Administrator; two open the service's key"));
    value("password-fd", QT_TRANSLATE_NOOP("HubProgram", "File descriptor with the password"));
    value("password-file", QT_TRANSLATE_NOOP("HubProgram", "File with the password"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    return run(parser);
}

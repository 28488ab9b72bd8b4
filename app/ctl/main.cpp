// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "database/error.h"
#include "rooms/exit_status.h"
#include "rooms/rooms.h"
#include <QFile>
#include <QGuiApplication>
#include <QHostInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTranslator>
#include <cstdio>
#include <optional>

using namespace jubao;
using namespace jubao::exitStatus;
using namespace jubao::ctl;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

void printJson(const QJsonValue &value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    const QByteArray text = document.toJson(QJsonDocument::Indented);
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
}

void printLine(FILE *stream, const QString &text)
{
    const QByteArray line = text.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stream);
}

int printRefusals(const QList<Refusal> &refusals, bool json)
{
    QJsonArray list;
    for (const Refusal &each : refusals) {
        list.append(QJsonObject{{"code", each.code}, {"field", each.field}, {"text", each.text}});
        if (!json)
            printLine(stderr,
                      each.field.isEmpty() ? each.text
                                           : each.field + QStringLiteral(": ") + each.text);
    }
    if (json)
        printJson(QJsonObject{{"refusals", list}});
    return refusedByRule;
}

int printFailure(const QString &text, int status, bool json)
{
    if (json)
        printJson(QJsonObject{{"error", text}});
    printLine(stderr, text);
    return status;
}

void addOptions(QCommandLineParser &parser)
{
    const auto value = [&parser](const char *name, const char *what) {
        parser.addOption({QString::fromLatin1(name), words(what), QStringLiteral("VALUE")});
    };
    const auto flag = [&parser](const char *name, const char *what) {
        parser.addOption({QString::fromLatin1(name), words(what)});
    };
    value("office", QT_TRANSLATE_NOOP("Ctl", "Folder of the office"));
    value("as", QT_TRANSLATE_NOOP("Ctl", "Operator; repeat where several sign"));
    value("password-fd", QT_TRANSLATE_NOOP("Ctl", "File descriptor with the password"));
    value("password-file", QT_TRANSLATE_NOOP("Ctl", "File with the password"));
    value("code-fd", QT_TRANSLATE_NOOP("Ctl", "File descriptor with the one-time code"));
    value("new-password-fd", QT_TRANSLATE_NOOP("Ctl", "File descriptor with the new password"));
    value("new-password-file", QT_TRANSLATE_NOOP("Ctl", "File with the new password"));
    value("key-folder", QT_TRANSLATE_NOOP("Ctl", "Folder with the key file of a USB stick"));
    value("share-fd", QT_TRANSLATE_NOOP("Ctl", "File descriptor with the code of an envelope"));
    value("share-file", QT_TRANSLATE_NOOP("Ctl", "File with the code of an envelope"));
    value("sheets", QT_TRANSLATE_NOOP("Ctl", "Folder for the three recovery sheets"));
    flag("even-if-not-whole",
         QT_TRANSLATE_NOOP("Ctl", "Restore the last backup there is, although it is not whole"));
    flag("replace", QT_TRANSLATE_NOOP("Ctl", "An office that is there gives way and is put aside"));
    value("slip", QT_TRANSLATE_NOOP("Ctl", "File for the key slip"));
    flag("json", QT_TRANSLATE_NOOP("Ctl", "Answer with one JSON document"));
    value("plan", QT_TRANSLATE_NOOP("Ctl", "Founding plan"));
    value("persons", QT_TRANSLATE_NOOP("Ctl", "How many persons"));
    value("seed", QT_TRANSLATE_NOOP("Ctl", "Seed of the demo data"));
    value("payload", QT_TRANSLATE_NOOP("Ctl", "Payload file, or - for the standard input"));
    value("evidence", QT_TRANSLATE_NOOP("Ctl", "KIND=FILE"));
    value("paper-seen", QT_TRANSLATE_NOOP("Ctl", "Kind of paper that was seen"));
    value("resubmit", QT_TRANSLATE_NOOP("Ctl", "Returned operation that is handed in again"));
    value("reason", QT_TRANSLATE_NOOP("Ctl", "Reason"));
    value("instructed-by", QT_TRANSLATE_NOOP("Ctl", "Leader who handed the matter down"));
    value("instructed-on", QT_TRANSLATE_NOOP("Ctl", "Day on which the leader did"));
    value("objection", QT_TRANSLATE_NOOP("Ctl", "Objection of the maker, kept with the operation"));
    value("seen", QT_TRANSLATE_NOOP("Ctl", "Digest of the view that was seen"));
    for (const char *step : {"recheck", "review", "approve", "carry-out", "joint", "return",
                             "reject", "attest", "acknowledge", "hold", "lift"})
        flag(step, QT_TRANSLATE_NOOP("Ctl", "Decision"));
    value("paper",
          QT_TRANSLATE_NOOP("Ctl", "Kind of paper that is to be handed in, with --return"));
    value("late-reason",
          QT_TRANSLATE_NOOP("Ctl", "Why a paper was not on the first list of what is needed"));
    flag("evidence-checked", QT_TRANSLATE_NOOP("Ctl", "The evidence is true, complete and valid"));
    flag("check", QT_TRANSLATE_NOOP("Ctl", "Only check the rows; nothing is made"));
    value("map", QT_TRANSLATE_NOOP("Ctl", "JSON file: heading in the sheet to field name"));
    value("template", QT_TRANSLATE_NOOP("Ctl", "Write an empty sheet to fill in"));
    value("rows",
          QT_TRANSLATE_NOOP("Ctl", "Write the rows of a batch to this sheet; leaves a trace"));
    value("year", QT_TRANSLATE_NOOP("Ctl", "Year of a roster or of a run of statements"));
    value("limit", QT_TRANSLATE_NOOP("Ctl", "At most so many"));
    flag("reveal", QT_TRANSLATE_NOOP("Ctl", "Show sealed fields; leaves a trace"));
    value("as-of", QT_TRANSLATE_NOOP("Ctl", "Value date up to"));
    value("known-at", QT_TRANSLATE_NOOP("Ctl", "As the books stood on"));
    value("witness", QT_TRANSLATE_NOOP("Ctl", "Witness file"));
    value("root", QT_TRANSLATE_NOOP("Ctl", "Fingerprint of the founding certificate"));
    flag("since-checkpoint",
         QT_TRANSLATE_NOOP("Ctl", "Trust the auditor's newest checkpoint for what lies before it"));
    flag("make", QT_TRANSLATE_NOOP("Ctl", "Hand in the day close"));
    value("counted", QT_TRANSLATE_NOOP("Ctl", "Counted cash in yuan"));
    value("deposit-slip", QT_TRANSLATE_NOOP("Ctl", "Number of the bank's deposit slip"));
    value("tier", QT_TRANSLATE_NOOP("Ctl", "Tier in yuan"));
    value("date", QT_TRANSLATE_NOOP("Ctl", "Date"));
    value("at", QT_TRANSLATE_NOOP("Ctl", "The day to look at; without it the complete history"));
    value("operator", QT_TRANSLATE_NOOP("Ctl", "Account to look at"));
    value("division", QT_TRANSLATE_NOOP("Ctl", "Division code"));
    parser.addOption({QStringList{QStringLiteral("o"), QStringLiteral("output")},
                      words(QT_TRANSLATE_NOOP("Ctl", "File to write")), QStringLiteral("FILE")});
    value(
        "keeper",
        QT_TRANSLATE_NOOP("Ctl", "Administrator who opens the service's key with another; repeat"));
    value("credential",
          QT_TRANSLATE_NOOP("Ctl",
                            "File for the service's key in clear, to be sealed by systemd-creds"));
    value("host", QT_TRANSLATE_NOOP("Ctl", "Name of the county server, as its certificate says"));
    value("port", QT_TRANSLATE_NOOP("Ctl", "Port of the county server"));
    value("root-certificate",
          QT_TRANSLATE_NOOP("Ctl", "PEM file of the certificate that signed the server's"));
    value("socket", QT_TRANSLATE_NOOP("Ctl", "Folder of the server's local socket"));
    value("role", QT_TRANSLATE_NOOP("Ctl", "The service's role on the server"));
    value("own-network",
          QT_TRANSLATE_NOOP("Ctl", "Network of the county with public addresses; repeat"));
    value("database", QT_TRANSLATE_NOOP("Ctl", "Database on the server"));
    value("schema", QT_TRANSLATE_NOOP("Ctl", "Name of the office's books in the database"));
    value("instead",
          QT_TRANSLATE_NOOP("Ctl", "Folder of the office whose place on the server it takes"));
    flag("county",
         QT_TRANSLATE_NOOP("Ctl",
                           "Measure a county on the server that --host names, or on its own"));
    value("seconds", QT_TRANSLATE_NOOP("Ctl", "How long each load is kept up"));
    value("read", QT_TRANSLATE_NOOP("Ctl", "Capital amount to read"));
    parser.addHelpOption();
    parser.addVersionOption();
}

/** An option without its value is a slip (an unset variable), never "not given"; a reason alone may
 * be empty: the rules say where one is needed. */
void requireValues(const QCommandLineParser &parser)
{
    const QStringList given = parser.optionNames();
    for (const QString &name : given) {
        const QStringList values = parser.values(name);
        const bool blank = std::any_of(values.begin(), values.end(), [](const QString &value) {
            return value.trimmed().isEmpty();
        });
        if (blank && name != QLatin1String("reason"))
            throw UsageError(
                words(QT_TRANSLATE_NOOP("Ctl", "The option %1 has an empty value.")).arg(name));
    }
}

int run(const QCommandLineParser &parser)
{
    const bool json = parser.isSet(QStringLiteral("json"));
    const QStringList positional = parser.positionalArguments();
    const QString name = positional.value(0);
    const auto known = commands();
    const auto command = std::find_if(known.begin(), known.end(),
                                      [&](const auto &each) { return each.name == name; });
    if (command == known.end())
        return printFailure(
            words(QT_TRANSLATE_NOOP("Ctl", "There is no command “%1”. See --help.")).arg(name),
            wrongUse, json);
    try {
        requireValues(parser);
        Call call(parser, allRooms());
        call.allowArguments(command->places);
        const Answer answer = command->run(call);
        if (json)
            printJson(answer.json);
        else
            for (const QString &line : answer.lines)
                printLine(stdout, line);
        if (std::fflush(stdout) != 0 || std::ferror(stdout))
            return printFailure(words(QT_TRANSLATE_NOOP("Ctl", "The answer could not be written.")),
                                couldNot, false);
        return answer.status;
    } catch (const RefusedError &error) {
        return printRefusals(error.refusals, json);
    } catch (const UsageError &error) {
        return printFailure(QString::fromUtf8(error.what()), wrongUse, json);
    } catch (const DatabaseError &error) {
        // Which statement met the damage helps nobody.
        return printFailure(error.kind() == DatabaseError::Kind::Damaged
                                ? error.text()
                                : error.text() + QStringLiteral(" (") + error.detail() + u')',
                            couldNot, json);
    } catch (const std::invalid_argument &error) {
        return printFailure(QString::fromUtf8(error.what()), wrongUse, json);
    } catch (const std::exception &error) {
        return printFailure(QString::fromUtf8(error.what()), couldNot, json);
    }
}

} // namespace

int main(int argc, char **argv)
{
    // Drawing papers needs fonts, never a display; everything else needs neither.
    const QList<QByteArray> drawing{"print", "day-close", "init", "recover", "admit"};
    const bool draws = std::any_of(
        argv, argv + argc, [&](const char *argument) { return drawing.contains(argument); });
    // Qt would tell on the standard error that it has no such folder and makes one of its own.
    std::optional<QTemporaryDir> runtime;
    if (draws) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
            qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.emplace().path()));
    }
    const std::unique_ptr<QCoreApplication> application(draws ? new QGuiApplication(argc, argv)
                                                              : new QCoreApplication(argc, argv));
    QCoreApplication::setApplicationName(QStringLiteral("jubaoctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(JUBAO_VERSION));
    QTranslator translator;
    speakOfficeLanguage(translator);
    QCommandLineParser parser;
    QStringList names;
    const auto known = commands();
    for (const auto &command : known)
        names.append(command.name);
    parser.setApplicationDescription(
        words(QT_TRANSLATE_NOOP("Ctl", "The office without a window. Commands: %1"))
            .arg(names.join(QStringLiteral(", "))));
    parser.addPositionalArgument(QStringLiteral("command"),
                                 words(QT_TRANSLATE_NOOP("Ctl", "What to do")));
    addOptions(parser);
    if (!parser.parse(QCoreApplication::arguments()))
        return printFailure(parser.errorText(), wrongUse,
                            QCoreApplication::arguments().contains(QStringLiteral("--json")));
    if (parser.isSet(QStringLiteral("help"))) {
        printLine(stdout, parser.helpText());
        return done;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        printLine(stdout, QStringLiteral(JUBAO_VERSION));
        return done;
    }
    return run(parser);
}

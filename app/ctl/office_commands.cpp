// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "demo.h"
#include "operations/verify.h"
#include "papers.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace jubao::ctl {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

} // namespace

QList<NamedCommand> commands()
{
    return {{QStringLiteral("init"), 1, initCommand},
            {QStringLiteral("demo"), 1, demoCommand},
            {QStringLiteral("invite"), 1, inviteCommand},
            {QStringLiteral("admit"), 0, admitCommand},
            {QStringLiteral("password"), 0, passwordCommand},
            {QStringLiteral("key-stick"), 1, keyStickCommand},
            {QStringLiteral("types"), 0, typesCommand},
            {QStringLiteral("make"), 1, makeCommand},
            {QStringLiteral("import"), 2, importCommand},
            {QStringLiteral("decide"), 1, decideCommand},
            {QStringLiteral("withdraw"), 1, withdrawCommand},
            {QStringLiteral("show"), 1, showCommand},
            {QStringLiteral("inbox"), 0, inboxCommand},
            {QStringLiteral("history"), 1, historyCommand},
            {QStringLiteral("find"), 1, findCommand},
            {QStringLiteral("person"), 1, personCommand},
            {QStringLiteral("account"), 1, accountCommand},
            {QStringLiteral("verify"), 0, verifyCommand},
            {QStringLiteral("replay"), 0, replayCommand},
            {QStringLiteral("checkpoint"), 0, checkpointCommand},
            {QStringLiteral("witness"), 0, witnessCommand},
            {QStringLiteral("backup"), 1, backupCommand},
            {QStringLiteral("backups"), 0, backupsCommand},
            {QStringLiteral("restore"), 2, restoreCommand},
            {QStringLiteral("drill"), 1, drillCommand},
            {QStringLiteral("recover"), 0, recoverCommand},
            {QStringLiteral("migrate"), 0, migrateCommand},
            {QStringLiteral("county"), 1, countyCommand},
            {QStringLiteral("acknowledge"), 1, acknowledgeCommand},
            {QStringLiteral("trail"), 0, trailCommand},
            {QStringLiteral("data-key"), 0, dataKeyCommand},
            {QStringLiteral("confirm-clock"), 0, confirmClockCommand},
            {QStringLiteral("print"), 2, printCommand},
            {QStringLiteral("authority"), 0, authorityCommand},
            {QStringLiteral("staffing"), 0, staffingCommand},
            {QStringLiteral("bench"), 6, benchCommand},
            {QStringLiteral("day-close"), 0, dayCloseCommand},
            {QStringLiteral("ties"), 0, tiesCommand},
            {QStringLiteral("exceptions"), 1, exceptionsCommand},
            {QStringLiteral("calc"), 3, calcCommand}};
}

Answer initCommand(Call &call)
{
    const QString folder = call.argument(0, "DIR");
    if (!call.has("plan"))
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "Missing: %1")).arg(QStringLiteral("--plan")));
    const FoundingPlan plan{objectIn(call.option("plan"))};
    // Before anybody types a password for nothing.
    if (QFileInfo::exists(folder + QStringLiteral("/office.jubao")))
        throw RefusedError({refusal(QStringLiteral("OFFICE_EXISTS"), folder)});
    QMap<QString, QString> passwords;
    const qsizetype signers = call.options("as").size();
    for (int place = 0; place < signers; ++place)
        passwords.insert(call.operatorName(place), call.password(place));
    const QString sheetFolder = call.option("sheets");
    requireSheetFolder(sheetFolder);
    QStringList sheets;
    const std::unique_ptr<Office> office =
        Office::found(folder, plan, passwords, call.officeOptions(),
                      [&](const QStringList &shares, const Reader &books) {
                          sheets = writeRecoverySheets(sheetFolder, shares, books);
                      });
    const QString root = rootFingerprint(office->identity());
    const QString certificate = folder + QStringLiteral("/founding-certificate.pdf");
    const auto document =
        call.registry()->findDocument(QStringLiteral("system.founding_certificate")).first;
    writePaper(certificate, document->gather(0, {}, office->reader()),
               office->journal().witnessText());
    Answer answer{
        QJsonObject{{"office", folder},
                    {"root", root},
                    {"certificate", certificate},
                    {"sheets", QJsonArray::fromStringList(sheets)}},
        {words(QT_TRANSLATE_NOOP("Ctl", "Founded in %1. Root: %2")).arg(folder, root),
         words(QT_TRANSLATE_NOOP("Ctl", "The certificate is in %1.")).arg(certificate),
         words(QT_TRANSLATE_NOOP(
             "Ctl",
             "Print the three sheets, seal each in an envelope of its own, give them to three persons, then delete the files:"))},
        0};
    answer.lines += sheets;
    return answer;
}

Answer demoCommand(Call &call)
{
    DemoOptions options;
    options.folder = call.argument(0, "DIR");
    options.persons = int(call.number("persons", options.persons, mostPersons));
    if (call.has("seed")) {
        bool good = false;
        options.seed = call.option("seed").toUInt(&good);
        if (!good)
            throw UsageError(
                words(QT_TRANSLATE_NOOP("Ctl", "%1 is no number.")).arg(call.option("seed")));
    }
    const int operators = makeDemoOffice(options, call.registry());
    return {
        QJsonObject{{"office", options.folder}, {"operators", operators}},
        {words(
             QT_TRANSLATE_NOOP(
                 "Ctl",
                 "A demo office with %1 persons is in %2. The passwords stand in demo-passwords.json."))
             .arg(options.persons)
             .arg(options.folder)},
        0};
}

Answer inviteCommand(Call &call)
{
    const QString name = call.argument(0, "OPERATOR");
    Session &session = call.session();
    const QString code = call.office().invite(session, name);
    return {QJsonObject{{"operator", name}, {"code", code}}, {code}, 0};
}

Answer admitCommand(Call &call)
{
    const QString name = call.operatorName();
    if (!call.has("code-fd"))
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "Missing: %1")).arg(QStringLiteral("--code-fd")));
    const QString code = secretFromDescriptor(call.option("code-fd"));
    const bool alone = call.has("new-password-fd") || call.has("new-password-file");
    call.office().admit(name, code, alone ? call.newPassword(0) : call.password(0));
    const Slot slot = call.office().slotFile().slot(name).value();
    const QString &key = slot.publicKey;
    if (call.has("slip")) {
        const auto document =
            call.registry()->findDocument(QStringLiteral("system.key_slip")).first;
        writePaper(call.option("slip"),
                   document->gather(slot.operatorId, {}, call.office().reader()),
                   call.office().journal().witnessText());
    }
    return {QJsonObject{{"operator", name},
                        {"id", slot.operatorId},
                        {"public_key", key},
                        {"fingerprint", keyFingerprint(key)},
                        {"slip", call.option("slip")}},
            {words(QT_TRANSLATE_NOOP("Ctl", "The key is made. Two administrators confirm it: %1"))
                 .arg(keyFingerprint(key))},
            0};
}

Answer passwordCommand(Call &call)
{
    const QString present = call.password(0);
    const QString name = call.operatorName();
    const auto session = call.office().signIn(name, present);
    call.office().changePassword(*session, present, call.newPassword(0));
    return {QJsonObject{{"operator", name}, {"changed", true}},
            {words(QT_TRANSLATE_NOOP("Ctl", "The password is changed."))},
            0};
}

Answer keyStickCommand(Call &call)
{
    const QString folder = call.argument(0, "FOLDER");
    const QString password = call.password(0);
    const QString name = call.operatorName();
    const auto session = call.office().signIn(name, password);
    const QString file = call.office().putKeyOnStick(*session, password, folder);
    return {QJsonObject{{"operator", name}, {"file", file}},
            {words(QT_TRANSLATE_NOOP("Ctl", "The key is on the stick, in %1.")).arg(file)},
            0};
}

} // namespace jubao::ctl

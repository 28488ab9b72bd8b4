// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "database/error.h"
#include "papers.h"
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

namespace jubao::ctl {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

} // namespace

Answer backupCommand(Call &call)
{
    const QString file = call.argument(0, "FILE");
    Session &session = call.session();
    if (!session.posts().contains(QStringLiteral("IT"))
        && !session.posts().contains(QStringLiteral("SA")))
        throw RefusedError({refusal(QStringLiteral("POST_NOT_HELD"), QStringLiteral("IT, SA"))});
    const QString post = session.posts().contains(QStringLiteral("IT")) ? QStringLiteral("IT")
                                                                        : QStringLiteral("SA");
    Office &office = call.office();
    const JournalEntry entry =
        office.housekeeping(session, QStringLiteral("backup"), post,
                            {{QStringLiteral("head"), office.journal().headHash()}});
    if (QFile::exists(file + QStringLiteral(".slots")))
        throw DatabaseError(DatabaseError::Kind::Constraint,
                            file + QStringLiteral(".slots exists"));
    office.copyTo(file);
    if (!QFile::copy(office.folder() + QStringLiteral("/office.slots"),
                     file + QStringLiteral(".slots")))
        throw DatabaseError(DatabaseError::Kind::DiskFull, file + QStringLiteral(".slots"));
    return {QJsonObject{{"file", file},
                        {"slots", file + QStringLiteral(".slots")},
                        {"head", entry.hash},
                        {"entries", entry.seq}},
            {words(QT_TRANSLATE_NOOP("Ctl", "Backed up to %1")).arg(file)},
            0};
}

Answer restoreCommand(Call &call)
{
    const QString file = call.argument(0, "FILE");
    const QString folder = call.argument(1, "DIR");
    if (QFile::exists(folder + QStringLiteral("/office.jubao"))
        || QFile::exists(folder + QStringLiteral("/office.slots")))
        throw DatabaseError(DatabaseError::Kind::Constraint,
                            folder + QStringLiteral(" holds an office"));
    if (!QDir().mkpath(folder))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, folder);
    const bool copied = QFile::copy(file, folder + QStringLiteral("/office.jubao"))
        && QFile::copy(file + QStringLiteral(".slots"), folder + QStringLiteral("/office.slots"));
    if (!copied)
        throw DatabaseError(DatabaseError::Kind::Missing, file);
    // Proof by opening: whoever restores signs in to what was restored.
    const std::unique_ptr<Office> office = Office::open(folder, call.officeOptions());
    const auto session = office->signIn(call.operatorName(), call.password(0));
    const JournalEntry entry =
        office->housekeeping(*session, QStringLiteral("recover"), session->posts().value(0),
                             {{QStringLiteral("restored"), 1}});
    return {QJsonObject{{"office", folder}, {"entries", entry.seq}},
            {words(QT_TRANSLATE_NOOP("Ctl", "Restored to %1")).arg(folder)},
            0};
}

Answer dataKeyCommand(Call &call)
{
    if (call.options("as").size() != 2)
        throw UsageError(words(QT_TRANSLATE_NOOP(
            "Ctl", "Two administrators sign: --as A --as B, each with a password.")));
    Session &first = call.session(0);
    Session &second = call.session(1);
    const QString key = QString::fromLatin1(call.office().rawDataKey(first, second));
    return {QJsonObject{{"key", key}}, {key}, 0};
}

Answer recoverCommand(Call &call)
{
    RecoveryRequest request;
    request.shareOne = call.share(0);
    request.shareTwo = call.share(1);
    request.reason = call.option("reason");
    const qsizetype administrators = call.options("as").size();
    for (int place = 0; place < administrators; ++place)
        request.passwords.insert(call.operatorName(place), call.newPassword(place));
    const QString folder = call.option("sheets");
    requireSheetFolder(folder);
    QStringList sheets;
    request.keepShares = [&](const QStringList &shares, const Reader &books) {
        sheets = writeRecoverySheets(folder, shares, books);
    };
    const JournalEntry entry = call.office().recover(request);
    Answer answer{
        QJsonObject{{"office", call.office().folder()},
                    {"operators", QJsonArray::fromStringList(request.passwords.keys())},
                    {"entry", entry.seq},
                    {"sheets", QJsonArray::fromStringList(sheets)}},
        {words(QT_TRANSLATE_NOOP("Ctl", "These administrators have new keys: %1"))
             .arg(request.passwords.keys().join(QStringLiteral(", "))),
         words(QT_TRANSLATE_NOOP(
             "Ctl",
             "The opened envelopes are void. Print the three new sheets, seal them, then delete the files:"))},
        0};
    answer.lines += sheets;
    return answer;
}

} // namespace jubao::ctl

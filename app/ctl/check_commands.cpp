// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "core/capital_amount.h"
#include "core/id_number.h"
#include "core/policy.h"
#include "core/working_days.h"
#include "database/error.h"
#include "database/migrations.h"
#include "operations/replay.h"
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QTextStream>
#include <cstdio>
#include <unistd.h>

namespace jubao::ctl {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

QDate dateOf(const QString &text)
{
    // Outside of these years no calendar and no policy says anything.
    constexpr int firstYear = 1900;
    constexpr int lastYear = 2199;
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid() || date.year() < firstYear || date.year() > lastYear)
        throw UsageError(words(QT_TRANSLATE_NOOP(
            "Ctl", "A date looks like 2026-03-31 and lies between 1900 and 2199.")));
    return date;
}

Money amountOf(const QString &text)
{
    const std::optional<Money> amount = Money::fromYuanText(text);
    if (!amount)
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "%1 is no amount.")).arg(text));
    return *amount;
}

/** The rows of the office that was given; nothing where the shipped ones serve. */
std::optional<Reader> booksOf(Call &call)
{
    if (!call.has("office"))
        return std::nullopt;
    call.session();
    return call.office().reader();
}

Answer calcCapitalAmount(Call &call)
{
    if (call.has("read")) {
        const std::optional<Money> amount = readCapitalAmount(call.option("read"));
        if (!amount)
            throw RefusedError(
                {refusal(QStringLiteral("RULE_BROKEN"),
                         words(QT_TRANSLATE_NOOP("Ctl", "This is no valid amount in capitals.")))});
        return {QJsonObject{{"amount", amount->toYuanText()}}, {amount->toYuanText()}, 0};
    }
    const Money amount = amountOf(call.argument(1, "AMOUNT"));
    if (amount < Money() || amount >= capitalAmountLimit())
        throw RefusedError({refusal(
            QStringLiteral("RULE_BROKEN"),
            words(QT_TRANSLATE_NOOP("Ctl", "Amounts in capitals go from 0 to below %1 yuan."))
                .arg(capitalAmountLimit().toDisplay()))});
    const QStringList accepted = acceptedCapitalAmounts(amount);
    return {QJsonObject{{"canonical", capitalAmount(amount)},
                        {"accepted", QJsonArray::fromStringList(accepted)}},
            {capitalAmount(amount)},
            0};
}

Answer calcIdNumber(Call &call)
{
    const IdNumberResult result =
        IdNumber::parse(call.argument(1, "NUMBER"), officeDate(QDateTime::currentDateTimeUtc()));
    QJsonArray findings;
    Answer answer;
    for (const Finding &each : result.findings) {
        findings.append(
            QJsonObject{{"code", each.code}, {"field", each.field}, {"text", each.text}});
        answer.lines.append(each.text);
    }
    const char *sexes[]{"unknown", "male", "female"};
    answer.json = QJsonObject{{"valid", result.valid},
                              {"normalized", result.normalized},
                              {"birth", result.birth.toString(Qt::ISODate)},
                              {"sex", sexes[int(result.sex)]},
                              {"findings", findings}};
    answer.lines.prepend(result.valid
                             ? result.normalized + u' ' + result.birth.toString(Qt::ISODate)
                             : words(QT_TRANSLATE_NOOP("Ctl", "not valid")));
    return answer;
}

Answer calcWorkingDays(Call &call)
{
    constexpr int mostDays = 10'000; // some forty years; no deadline is longer
    bool good = false;
    const int count = call.argument(2, "N").toInt(&good);
    if (!good || count < 0 || count > mostDays)
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "N is a number of working days from 0 to %1."))
                .arg(mostDays));
    const HolidayCalendar calendar =
        booksOf(call) ? booksOf(call)->calendar() : HolidayCalendar::shipped();
    const QDate end = calendar.addWorkingDays(dateOf(call.argument(1, "DATE")), count);
    return {QJsonObject{{"end", end.toString(Qt::ISODate)},
                        {"provisional", calendar.isProvisional(end)}},
            {end.toString(Qt::ISODate)},
            0};
}

Answer calcSubsidy(Call &call)
{
    if (!call.has("tier") || !call.has("date"))
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "Missing: %1")).arg(QStringLiteral("--tier, --date")));
    Findings findings;
    const std::optional<Subsidy> subsidy =
        contributionSubsidy(booksOf(call) ? booksOf(call)->policy() : PolicyTable::shipped(),
                            amountOf(call.option("tier")), call.option("division"),
                            dateOf(call.option("date")), &findings);
    if (!subsidy) {
        QList<Refusal> refusals;
        for (const Finding &each : findings)
            refusals.append({each.code, each.field, each.text, each.rule});
        throw RefusedError(refusals);
    }
    return {QJsonObject{{"yuan", subsidy->amount.toYuanText()}, {"policy", subsidy->policy}},
            {subsidy->amount.toDisplay()},
            0};
}

} // namespace

Answer calcCommand(Call &call)
{
    const QList<NamedCommand> kinds{
        {QStringLiteral("capital-amount"), call.has("read") ? 1 : 2, calcCapitalAmount},
        {QStringLiteral("id-number"), 2, calcIdNumber},
        {QStringLiteral("working-days"), 3, calcWorkingDays},
        {QStringLiteral("subsidy"), 1, calcSubsidy}};
    const QString name = call.argument(0, "capital-amount|id-number|working-days|subsidy");
    for (const NamedCommand &kind : kinds) {
        if (kind.name != name)
            continue;
        call.allowArguments(kind.places);
        return kind.run(call);
    }
    throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "There is no calculation “%1”.")).arg(name));
}

namespace {

Answer answerOf(const VerifyReport &report)
{
    QJsonArray violations;
    Answer answer;
    for (const Violation &each : report.violations) {
        violations.append(
            QJsonObject{{"code", each.code}, {"place", each.place}, {"text", each.text}});
        answer.lines.append(QStringLiteral("%1  %2  %3").arg(each.code, each.place, each.text));
    }
    QJsonArray notes;
    for (const Violation &each : report.notes) {
        notes.append(QJsonObject{{"code", each.code}, {"place", each.place}, {"text", each.text}});
        answer.lines.append(QStringLiteral("%1  %2").arg(each.place, each.text));
    }
    answer.lines.append(report.comparedWith);
    answer.lines.append(
        report.whole()
            ? words(QT_TRANSLATE_NOOP("Ctl", "Whole: entries 1 to %1.")).arg(report.entries)
            : words(QT_TRANSLATE_NOOP("Ctl", "NOT whole: %1 violations in %2 entries."))
                  .arg(report.violations.size())
                  .arg(report.entries));
    answer.json = QJsonObject{{"clean", report.whole()},
                              {"compared_with", report.comparedWith},
                              {"entries", report.entries},
                              {"head", report.head},
                              {"notes", notes},
                              {"violations", violations}};
    answer.status = report.whole() ? 0 : 1;
    return answer;
}

void requirePost(const Session &session, const QStringList &posts)
{
    const QStringList held = session.posts();
    if (std::none_of(posts.begin(), posts.end(),
                     [&held](const QString &post) { return held.contains(post); }))
        throw RefusedError(
            {refusal(QStringLiteral("POST_NOT_HELD"), posts.join(QStringLiteral(", ")))});
}

/** Who works at the terminal sees that it goes on; a script reads the standard output alone. */
bool showProgress(int permille)
{
    static int shown = -1;
    constexpr int permillePerPercent = 10;
    const int percent = permille / permillePerPercent;
    if (isatty(STDERR_FILENO) == 1 && percent != shown) {
        std::fprintf(stderr, percent < 100 ? "\r%3d %%" : "\r      \r", percent);
        shown = percent;
    }
    return true;
}

} // namespace

Answer verifyCommand(Call &call)
{
    Session &session = call.session();
    requirePost(session, {QStringLiteral("AU"), QStringLiteral("AA")});
    VerifyOptions options = call.office().verifyOptions();
    options.sinceCheckpoint = call.has("since-checkpoint");
    options.progress = showProgress;
    options.root = call.option("root");
    if (call.has("witness")) {
        const std::optional<WitnessState> named = Witness::readFile(call.option("witness"));
        if (!named)
            throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "The file cannot be read: %1"))
                                 .arg(call.option("witness")));
        options.witnesses.append(*named);
    }
    call.office().trace(session, QStringLiteral("verify"), {});
    const VerifyReport report = verifyOffice(call.office().database(), call.office().catalogue(),
                                             Migrations::shipped(), *call.registry(), options);
    call.office().rememberVerified(session, report);
    return answerOf(report);
}

Answer replayCommand(Call &call)
{
    Session &session = call.session();
    requirePost(session, {QStringLiteral("AU"), QStringLiteral("AA")});
    ReplayOptions options;
    options.progress = showProgress;
    call.office().trace(session, QStringLiteral("replay"), {});
    return answerOf(replayOffice(call.office().database(), call.office().catalogue(),
                                 Migrations::shipped(), *call.registry(), options));
}

Answer checkpointCommand(Call &call)
{
    Session &session = call.session();
    requirePost(session, {QStringLiteral("AU")});
    VerifyOptions options = call.office().verifyOptions();
    options.progress = showProgress;
    const VerifyReport report = verifyOffice(call.office().database(), call.office().catalogue(),
                                             Migrations::shipped(), *call.registry(), options);
    if (!report.whole())
        return answerOf(report); // An auditor does not sign what is not whole.
    const JournalEntry entry = call.office().housekeeping(
        session, QStringLiteral("checkpoint"), QStringLiteral("AU"), checkpointDetail(report));
    return {QJsonObject{{"checkpoint", entry.seq},
                        {"entries", report.entries},
                        {"head", report.head},
                        {"state", report.state}},
            {words(QT_TRANSLATE_NOOP("Ctl", "Checkpoint of %1 entries signed as entry %2."))
                 .arg(report.entries)
                 .arg(entry.seq)},
            0};
}

Answer witnessCommand(Call &call)
{
    if (call.has("acknowledge")) {
        Session &auditor = call.session();
        const JournalEntry entry = call.office().acknowledgeWitness(auditor, call.option("reason"));
        return {QJsonObject{{"acknowledged", entry.seq}, {"hash", entry.hash}},
                {words(QT_TRANSLATE_NOOP("Ctl", "Acknowledged with entry %1.")).arg(entry.seq)},
                0};
    }
    const Witness witness({}, call.office().identity(), call.operatorName());
    const std::optional<WitnessState> state = witness.read();
    if (!state)
        return {QJsonObject{{"file", witness.path()}, {"seq", 0}, {"hash", QString()}},
                {words(QT_TRANSLATE_NOOP("Ctl", "This place has seen nothing of the office yet."))},
                0};
    return {QJsonObject{{"file", witness.path()}, {"seq", state->seq}, {"hash", state->hash}},
            {QStringLiteral("%1  %2  %3").arg(state->seq).arg(state->hash, witness.path())},
            0};
}

Answer confirmClockCommand(Call &call)
{
    constexpr int signing = 2;
    if (call.options("as").size() != signing)
        throw UsageError(words(QT_TRANSLATE_NOOP(
            "Ctl", "Two administrators sign: --as A --as B, each with a password.")));
    Session &first = call.session(0);
    Session &second = call.session(1);
    call.office().confirmClock(first, second, call.option("reason"));
    const QString time = officeTime(call.office().clock().now()).toString(Qt::ISODate);
    return {QJsonObject{{"time", time}, {"entries", call.office().journal().headSeq()}},
            {words(QT_TRANSLATE_NOOP("Ctl", "The clock is trusted: %1")).arg(time)},
            0};
}

Answer trailCommand(Call &call)
{
    Session &session = call.session();
    requirePost(session, {QStringLiteral("AA"), QStringLiteral("AU")});
    constexpr int shippedLimit = 200;
    Query rows = call.office().database().prepare(QStringLiteral(
        "SELECT t.seq, t.at, coalesce(a.name, ''), t.kind, t.subject, t.detail FROM access_trail t "
        "LEFT JOIN operator_account a ON a.id = t.operator ORDER BY t.seq DESC LIMIT ?"));
    rows.bindAll(call.number("limit", shippedLimit));
    Answer answer;
    QJsonArray list;
    while (rows.next()) {
        list.append(QJsonObject{{"seq", rows.integer(0)},
                                {"at", rows.text(1)},
                                {"operator", rows.text(2)},
                                {"kind", rows.text(3)},
                                {"subject", rows.text(4)},
                                {"detail", rows.text(5)}});
        answer.lines.append(
            QStringLiteral("%1  %2  %3  %4  %5")
                .arg(rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5)));
    }
    answer.json = list;
    return answer;
}

} // namespace jubao::ctl

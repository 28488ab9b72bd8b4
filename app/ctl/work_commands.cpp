// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/domain/balance.h"
#include "command.h"
#include "core/mask.h"
#include "database/error.h"
#include "documents/document.h"
#include "enrollment/domain/person_search.h"
#include "operations/founding.h"
#include "operations/sheet_import.h"
#include "operations/snapshot.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace jubao::ctl {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

qint64 idArgument(const Call &call, const char *what)
{
    bool good = false;
    const qint64 id = call.argument(0, what).toLongLong(&good);
    if (!good)
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "%1 is no number.")).arg(call.argument(0, what)));
    return id;
}

QJsonArray findingsJson(const Findings &findings)
{
    QJsonArray list;
    for (const Finding &each : findings)
        list.append(
            QJsonObject{{"code", each.code},
                        {"field", each.field},
                        {"severity", each.severity == Severity::Error ? "error" : "warning"},
                        {"needs_reason", each.severity == Severity::Warning},
                        {"text", each.text}});
    return list;
}

Answer resultAnswer(const ActResult &result)
{
    const QJsonObject json{{"operation", result.operation},
                           {"state", stateCode(result.state)},
                           {"waits_for", result.waitsFor},
                           {"findings", findingsJson(result.findings)}};
    QStringList lines{QStringLiteral("%1  %2  %3")
                          .arg(result.operation)
                          .arg(stateTitle(result.state), result.waitsFor)};
    for (const Finding &each : result.findings)
        lines.append(each.text);
    const bool conflict = result.state == OperationState::Conflict;
    return {json, lines, conflict ? 1 : 0};
}

Answer listAnswer(const QList<OperationView> &views)
{
    Answer answer;
    QJsonArray list;
    for (const OperationView &view : views) {
        list.append(operationJson(view));
        answer.lines.append(QStringLiteral("%1  %2  %3  %4")
                                .arg(view.id)
                                .arg(stateTitle(view.state), view.summary, view.waitsFor));
    }
    answer.json = list;
    return answer;
}

/** The rows behind a batch as a sheet: whoever signs its sums can look through them (SEC-16). */
void addRows(Call &call, const OperationView &view, Answer &answer)
{
    const OperationType *type = call.registry()->find(view.type);
    if (!type || !type->batch)
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "This operation has no rows.")));
    const QString path = QFileInfo(call.option("rows")).absoluteFilePath();
    requireNewFile(path);
    call.office().requireRight(call.session(), DataRight::Export, QStringLiteral("export"),
                               view.division);
    call.office().trace(call.session(), QStringLiteral("export"), QString::number(view.id), path);
    const qint64 rows = writeRows(*type, call.office().rowsOf(view.id, view.revision), path,
                                  call.office().takenOutBy(call.session()));
    QJsonObject json = answer.json.toObject();
    json.insert(QStringLiteral("rows"), rows);
    json.insert(QStringLiteral("sheet"), path);
    answer.json = json;
    answer.lines.append(path);
}

} // namespace

QJsonObject operationJson(const OperationView &view)
{
    QJsonArray actions;
    for (const OperationView::Act &act : view.actions)
        actions.append(QJsonObject{{"operator", act.operatorName},
                                   {"post", act.post},
                                   {"step", act.step},
                                   {"at", act.at},
                                   {"reason", act.reason},
                                   {"papers", QJsonArray::fromStringList(act.papers)},
                                   {"late_papers", QJsonArray::fromStringList(act.latePapers)},
                                   {"late_reason", act.lateReason},
                                   {"revision", act.revision}});
    QJsonArray changes;
    for (const Change &change : view.changes)
        changes.append(QJsonObject{{"field", change.field},
                                   {"label", change.label},
                                   {"before", change.before},
                                   {"after", change.after}});
    return {{"operation", view.id},
            {"type", view.type},
            {"title", view.title},
            {"revision", view.revision},
            {"state", stateCode(view.state)},
            {"closed_by", view.closedBy},
            {"waits_for", view.waitsFor},
            {"summary", view.summary},
            {"division", view.division},
            {"maker", view.maker},
            {"made_on", view.madeOn.toString(Qt::ISODate)},
            {"due_on", view.dueOn.toString(Qt::ISODate)},
            {"amount_yuan", Money::fromFen(view.amountFen).toYuanText()},
            {"findings", findingsJson(view.findings)},
            {"evidence", QJsonArray::fromStringList(view.evidenceKinds)},
            {"changes", changes},
            {"instructed_by", view.instructedBy},
            {"instructed_on", view.instructedOn},
            {"objection", view.objection},
            {"digest", view.digest},
            {"actions", actions}};
}

namespace {

/** Steps by route key: as shipped, or the rows in force of the office that was given. */
QMap<QString, Route> routesOf(Call &call)
{
    QMap<QString, Route> routes;
    if (!call.has("office")) {
        const QJsonArray shipped = foundingPart(QJsonObject(), QStringLiteral("routes"));
        for (const QJsonValue &row : shipped)
            routes.insert(row[u"key"].toString(),
                          Route::fromJson(QJsonDocument(row[u"route"].toObject()).toJson()));
        return routes;
    }
    call.session();
    const Reader reader = call.office().reader();
    const SnapshotReader snapshots(reader, *call.registry());
    const QList<const OperationType *> types = call.registry()->types();
    for (const OperationType *type : types) {
        if (const std::optional<Route> route = snapshots.route(type->id, {}))
            routes.insert(type->id, *route);
    }
    return routes;
}

} // namespace

Answer typesCommand(Call &call)
{
    Answer answer;
    QJsonArray list;
    const QMap<QString, Route> routes = routesOf(call);
    const QList<const OperationType *> types = call.registry()->types();
    for (const OperationType *type : types) {
        QJsonArray fields;
        for (const Field &field : type->fields)
            fields.append(QJsonObject{{"name", field.name},
                                      {"kind", fieldKindCode(field.kind)},
                                      {"label", field.label},
                                      {"required", field.required}});
        QJsonArray steps;
        const Route route = routes.value(type->id);
        for (const RouteStep &step : route.steps)
            steps.append(
                QJsonObject{{"step", actionCode(step.kind)}, {"post", step.posts.join(u'/')}});
        list.append(QJsonObject{{"id", type->id},
                                {"version", type->version},
                                {"title", type->title},
                                {"part", controlPartCode(*type->part)},
                                {"legal_basis", type->legalBasis},
                                {"fields", fields},
                                {"route", steps}});
        answer.lines.append(type->id + QStringLiteral("  ") + type->title);
    }
    answer.json = list;
    return answer;
}

namespace {

QJsonObject payloadOption(Call &call)
{
    if (!call.has("payload"))
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "Missing: %1")).arg(QStringLiteral("--payload")));
    return objectIn(call.option("payload"));
}

} // namespace

Answer makeCommand(Call &call)
{
    MakeRequest request;
    request.type = call.argument(0, "TYPE");
    request.payload = payloadOption(call);
    request.reason = call.option("reason");
    request.instructedBy = call.option("instructed-by");
    request.objection = call.option("objection");
    if (const QString on = call.option("instructed-on"); !on.isEmpty()) {
        request.instructedOn = QDate::fromString(on, Qt::ISODate);
        if (!request.instructedOn.isValid())
            throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "%1 is no date.")).arg(on));
    }
    request.resubmits = call.number("resubmit", 0);
    const QStringList attached = call.options("evidence");
    for (const QString &pair : attached) {
        const qsizetype sign = pair.indexOf(u'=');
        if (sign < 1)
            throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "--evidence takes KIND=FILE.")));
        const QString path = pair.mid(sign + 1);
        request.evidence.append({pair.left(sign), QFileInfo(path).fileName(), readWhole(path)});
    }
    const QStringList seen = call.options("paper-seen");
    for (const QString &kind : seen)
        request.evidence.append({kind, {}, {}});
    Session &session = call.session();
    return resultAnswer(call.office().make(session, request));
}

Answer decideCommand(Call &call)
{
    static const QList<std::pair<const char *, ActionKind>> kinds{
        {"recheck", ActionKind::Recheck},
        {"review", ActionKind::Review},
        {"approve", ActionKind::Approve},
        {"carry-out", ActionKind::CarryOut},
        {"joint", ActionKind::Joint},
        {"return", ActionKind::Return},
        {"reject", ActionKind::Reject},
        {"attest", ActionKind::Attest},
        {"acknowledge", ActionKind::Acknowledge},
        {"hold", ActionKind::Hold},
        {"lift", ActionKind::Lift}};
    Action action;
    int chosen = 0;
    for (const auto &[name, kind] : kinds) {
        if (call.has(name)) {
            action.kind = kind;
            ++chosen;
        }
    }
    if (chosen != 1)
        throw UsageError(words(QT_TRANSLATE_NOOP(
            "Ctl",
            "Give exactly one decision: --recheck, --review, --approve, --return, --reject …")));
    action.operation = idArgument(call, "OPERATION");
    action.reason = call.option("reason");
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid =
        call.has("evidence-checked");
    action.papers = call.options("paper");
    action.lateReason = call.option("late-reason");
    if (!action.papers.isEmpty() && action.kind != ActionKind::Return)
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "--paper goes with --return.")));
    if (action.papers.isEmpty() && call.has("late-reason"))
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "--late-reason goes with --paper.")));
    Session &session = call.session();
    const OperationView view = call.office().view(session, action.operation);
    action.revision = view.revision;
    action.seenDigest = call.has("seen") ? call.option("seen") : view.digest;
    return resultAnswer(call.office().act(session, action));
}

Answer withdrawCommand(Call &call)
{
    Action action;
    action.kind = ActionKind::Withdraw;
    action.operation = idArgument(call, "OPERATION");
    action.reason = call.option("reason");
    Session &session = call.session();
    action.revision = call.office().view(session, action.operation).revision;
    return resultAnswer(call.office().act(session, action));
}

Answer showCommand(Call &call)
{
    const OperationView view = call.office().view(call.session(), idArgument(call, "OPERATION"));
    call.office().trace(call.session(), QStringLiteral("operation"), QString::number(view.id));
    Answer answer{
        operationJson(view),
        {view.title, view.summary, stateTitle(view.state) + QStringLiteral("  ") + view.waitsFor},
        0};
    QJsonArray responsible;
    const QList<Responsible> answering = call.office().responsibility(call.session(), view.id);
    for (const Responsible &each : answering)
        responsible.append(QJsonObject{{"step", each.step},
                                       {"operator", each.operatorName},
                                       {"post", each.post},
                                       {"at", each.at},
                                       {"delegated_by", each.delegatedBy},
                                       {"superior", each.superior},
                                       {"superior_post", each.superiorPost}});
    QJsonObject shown = answer.json.toObject();
    shown.insert(QStringLiteral("responsible"), responsible);
    answer.json = shown;
    for (const Change &change : view.changes)
        answer.lines.append(
            QStringLiteral("  %1: %2 → %3").arg(change.label, change.before, change.after));
    for (const OperationView::Act &act : view.actions)
        answer.lines.append(
            QStringLiteral("  %1  %2  %3  %4").arg(act.at, act.displayName, act.post, act.step));
    if (call.has("rows"))
        addRows(call, view, answer);
    return answer;
}

Answer inboxCommand(Call &call)
{
    return listAnswer(call.office().inbox(call.session()) + call.office().filings(call.session()));
}

Answer historyCommand(Call &call)
{
    const qint64 person = idArgument(call, "PERSON");
    Session &session = call.session();
    call.office().lookAtPerson(session, DataRight::Look, QStringLiteral("history"), person);
    return listAnswer(call.office().historyOf(session, person));
}

Answer findCommand(Call &call)
{
    constexpr int shippedLimit = 50;
    const int limit = int(call.number("limit", shippedLimit, mostPersons));
    Session &session = call.session();
    const QString text = call.argument(0, "TEXT");
    call.office().look(session, DataRight::Look, QStringLiteral("search"), {},
                       text.size() > 6 ? text.left(2) + QStringLiteral("…") : text);
    Answer answer;
    QJsonArray list;
    const QList<FoundPerson> found = findPersons(call.office().reader(), text, limit);
    for (const FoundPerson &person : found) {
        const QString number = maskIdNumber(person.idNumber);
        list.append(QJsonObject{{"id", person.id},
                                {"name", person.name},
                                {"id_number", number},
                                {"division", person.division}});
        answer.lines.append(QStringLiteral("%1  %2  %3  %4")
                                .arg(person.id)
                                .arg(person.name, number, person.division));
    }
    answer.json = list;
    return answer;
}

Answer personCommand(Call &call)
{
    const qint64 id = idArgument(call, "ID");
    Session &session = call.session();
    call.office().requireRight(session, DataRight::Look, QStringLiteral("person"));
    const std::optional<Row> row = call.office().reader().row(QStringLiteral("person"), id);
    if (!row)
        throw RefusedError({refusal(QStringLiteral("RULE_BROKEN"),
                                    words(QT_TRANSLATE_NOOP("Ctl", "There is no such person.")))});
    const bool reveal = call.has("reveal");
    QJsonObject json = QJsonObject::fromVariantMap(*row);
    if (reveal) {
        const QJsonObject clear = call.office().reveal(session, id);
        for (auto each = clear.begin(); each != clear.end(); ++each)
            json[each.key()] = each.value();
    } else {
        call.office().lookAtPerson(session, DataRight::Look, QStringLiteral("person"), id);
        for (const char *name : {"id_number", "phone", "bank_card", "address"}) {
            const QString field = QString::fromLatin1(name);
            json[field] = maskSealed(field, row->value(field).toString());
        }
    }
    Answer answer;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it)
        answer.lines.append(it.key() + QStringLiteral(": ") + it.value().toVariant().toString());
    answer.json = json;
    return answer;
}

namespace {

using Drawing = std::function<void(const QList<DrawnPaper> &)>;

/** Writes what `give` draws into the file of -o; a print that fails leaves no file and counts for
 * none. */
QJsonObject intoFile(Call &call, const std::function<void(const Drawing &)> &give)
{
    QFile file(call.option("output"));
    requireNewFile(file.fileName());
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        throw DatabaseError(DatabaseError::Kind::TargetUnwritable, file.fileName());
    // Papers carry personal data.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    try {
        int pages = 0;
        give([&](const QList<DrawnPaper> &papers) {
            const Paper paper = renderPapers(papers);
            if (file.write(paper.pdf) != paper.pdf.size() || !file.flush())
                throw DatabaseError(DatabaseError::Kind::DiskFull, file.errorString());
            pages = paper.pages;
        });
        return {{"file", file.fileName()}, {"pages", pages}};
    } catch (...) {
        file.remove();
        throw;
    }
}

QJsonObject printInto(Call &call,
                      const std::function<Office::Printable(const Office::HandOut &)> &give)
{
    QString stamp;
    QJsonObject printed = intoFile(call, [&](const Drawing &draw) {
        stamp = give([&](const Office::Printable &paper) { draw({drawnPaper(paper)}); }).stamp;
    });
    printed.insert(QStringLiteral("stamp"), stamp);
    return printed;
}

} // namespace

QJsonObject printDocument(Call &call, const QString &document, qint64 id)
{
    Session &session = call.session();
    return printInto(call, [&](const Office::HandOut &handOut) {
        return call.office().giveOut(session, document, id, handOut);
    });
}

namespace {

/** Everybody's paper of a division and a year in one file (ACC-07). */
Answer printRun(Call &call, const QString &document)
{
    if (!call.has("output") || !call.has("year"))
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "Missing: %1")).arg(QStringLiteral("--year, -o FILE")));
    Session &session = call.session();
    const Office::PaperRun run{document, call.option("division"), int(call.number("year", 0))};
    int papers = 0;
    QJsonObject printed = intoFile(call, [&](const Drawing &draw) {
        const auto given =
            call.office().giveOutRun(session, run, [&](const QList<Office::Printable> &printables) {
                QList<DrawnPaper> drawn;
                for (const Office::Printable &each : printables)
                    drawn.append(drawnPaper(each));
                draw(drawn);
            });
        papers = int(given.size());
    });
    printed.insert(QStringLiteral("papers"), papers);
    return {printed, {printed[u"file"].toString()}, 0};
}

} // namespace

Answer printCommand(Call &call)
{
    const QByteArray choices = "DOCUMENT ("
        + call.office().registry().documentIds().join(QStringLiteral(", ")).toLatin1() + ')';
    const QString document = call.argument(0, choices.constData());
    if (call.has("division"))
        return printRun(call, document);
    const QString subject = call.argument(1, "ID");
    bool good = false;
    const qint64 id = subject.toLongLong(&good);
    // Not handed in yet: a type stands where the operation would, with what its form holds.
    const bool beforeMaking = !good && call.office().registry().find(subject);
    if ((!good && !beforeMaking) || !call.has("output"))
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "Missing: %1")).arg(QStringLiteral("ID, -o FILE")));
    const QJsonObject printed = beforeMaking
        ? printInto(call,
                    [&](const Office::HandOut &handOut) {
                        return call.office().giveOutBeforeMaking(
                            call.session(), document, subject, payloadOption(call),
                            call.options("paper-seen"), handOut, call.option("reason"));
                    })
        : printDocument(call, document, id);
    return {printed, {printed[u"file"].toString()}, 0};
}

Answer accountCommand(Call &call)
{
    const qint64 person = idArgument(call, "ID");
    Session &session = call.session();
    const auto dateOption = [&call](const char *name) {
        const QDate date = QDate::fromString(call.option(name), Qt::ISODate);
        if (call.has(name) && !date.isValid())
            throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "A date looks like 2026-03-31.")));
        return date;
    };
    const Reader reader = call.office().reader();
    const qint64 account = accountOfPerson(reader, person);
    if (account == 0)
        throw RefusedError(
            {refusal(QStringLiteral("RULE_BROKEN"),
                     words(QT_TRANSLATE_NOOP("Ctl", "The person has no personal account.")))});
    call.office().lookAtPerson(session, DataRight::Look, QStringLiteral("account"), person);
    const QList<AccountLine> lines =
        accountLines(reader, account, dateOption("as-of"), dateOption("known-at"));
    Answer answer;
    QJsonArray entries;
    for (const AccountLine &line : lines) {
        entries.append(QJsonObject{{"id", line.id},
                                   {"kind", line.kind},
                                   {"sub_account", line.subAccount},
                                   {"amount_yuan", line.amount.toYuanText()},
                                   {"value_date", line.valueDate.toString(Qt::ISODate)},
                                   {"booked_date", line.bookedDate.toString(Qt::ISODate)},
                                   {"for_year", line.forYear}});
        answer.lines.append(
            QStringLiteral("%1  %2  %3")
                .arg(line.valueDate.toString(Qt::ISODate), line.kind, line.amount.toDisplay()));
    }
    const Money balance = balanceOf(lines);
    answer.lines.append(balance.toDisplay());
    answer.json = QJsonObject{
        {"account", account}, {"balance_yuan", balance.toYuanText()}, {"entries", entries}};
    return answer;
}

} // namespace jubao::ctl

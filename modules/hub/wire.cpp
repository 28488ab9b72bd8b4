// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire.h"

#include "database/error.h"
#include <QCborArray>
#include <QCborValue>
#include <QJsonObject>

namespace jubao::wire {

namespace {

const QByteArray questionBound = "jubao-question-1";
const QByteArray answerBound = "jubao-answer-1";

QCborArray toCbor(const QStringList &list)
{
    return QCborArray::fromStringList(list);
}

QStringList stringsFrom(const QCborValue &value)
{
    QStringList list;
    const QCborArray array = value.toArray();
    for (const QCborValue &each : array)
        list.append(each.toString());
    return list;
}

QCborArray toCbor(const Findings &findings)
{
    QCborArray array;
    for (const Finding &each : findings)
        array.append(QCborMap{{QStringLiteral("severity"), int(each.severity)},
                              {QStringLiteral("code"), each.code},
                              {QStringLiteral("field"), each.field},
                              {QStringLiteral("text"), each.text},
                              {QStringLiteral("rule"), each.rule}});
    return array;
}

Findings findingsFrom(const QCborValue &value)
{
    Findings findings;
    const QCborArray array = value.toArray();
    for (const QCborValue &each : array) {
        const qint64 severity = each[QStringLiteral("severity")].toInteger(-1);
        if (severity < int(Severity::Error) || severity > int(Severity::Note))
            throw WireError("a finding without severity");
        findings.append({Severity(severity), each[QStringLiteral("code")].toString(),
                         each[QStringLiteral("field")].toString(),
                         each[QStringLiteral("text")].toString(),
                         each[QStringLiteral("rule")].toString()});
    }
    return findings;
}

QCborMap toCbor(const Asked &asked)
{
    return {{QStringLiteral("at"), asked.at},
            {QStringLiteral("workstation"), asked.workstation},
            {QStringLiteral("post"), asked.post},
            {QStringLiteral("on_the_spot"), asked.onTheSpot},
            {QStringLiteral("signature"), asked.signature}};
}

Asked askedFrom(const QCborValue &value)
{
    return {value[QStringLiteral("at")].toString(), value[QStringLiteral("workstation")].toString(),
            value[QStringLiteral("post")].toString(), value[QStringLiteral("on_the_spot")].toBool(),
            value[QStringLiteral("signature")].toByteArray()};
}

QCborArray rowsToCbor(const RowSource &source)
{
    QCborArray rows;
    BatchRow row;
    while (source.next(row)) {
        rows.append(QCborMap{{QStringLiteral("number"), row.number},
                             {QStringLiteral("values"), QCborMap::fromJsonObject(row.values)},
                             {QStringLiteral("cells"), toCbor(row.cells)},
                             {QStringLiteral("unreadable"), toCbor(row.unreadable)}});
        row = {};
    }
    return rows;
}

RowSource sourceFrom(const QCborArray &rows)
{
    return {[rows, place = qsizetype(0)](BatchRow &row) mutable {
        if (place == rows.size())
            return false;
        const QCborValue each = rows.at(place++);
        row = {each[QStringLiteral("number")].toInteger(),
               each[QStringLiteral("values")].toMap().toJsonObject(),
               stringsFrom(each[QStringLiteral("cells")]),
               findingsFrom(each[QStringLiteral("unreadable")])};
        return true;
    }};
}

QCborMap toCbor(const MakeRequest &request)
{
    QCborArray evidence;
    for (const Evidence &each : request.evidence)
        evidence.append(QCborMap{{QStringLiteral("kind"), each.kind},
                                 {QStringLiteral("file"), each.fileName},
                                 {QStringLiteral("content"), each.content}});
    QCborMap map{{QStringLiteral("type"), request.type},
                 {QStringLiteral("payload"), QCborMap::fromJsonObject(request.payload)},
                 {QStringLiteral("evidence"), evidence},
                 {QStringLiteral("reason"), request.reason},
                 {QStringLiteral("instructed_by"), request.instructedBy},
                 {QStringLiteral("instructed_on"), request.instructedOn.toString(Qt::ISODate)},
                 {QStringLiteral("objection"), request.objection},
                 {QStringLiteral("resubmits"), request.resubmits},
                 {QStringLiteral("post"), request.post},
                 {QStringLiteral("action_id"), request.actionId}};
    if (request.rows.next)
        map.insert(QStringLiteral("rows"), rowsToCbor(request.rows));
    return map;
}

MakeRequest makeFrom(const QCborValue &value)
{
    MakeRequest request;
    request.type = value[QStringLiteral("type")].toString();
    request.payload = value[QStringLiteral("payload")].toMap().toJsonObject();
    const QCborArray evidence = value[QStringLiteral("evidence")].toArray();
    for (const QCborValue &each : evidence)
        request.evidence.append({each[QStringLiteral("kind")].toString(),
                                 each[QStringLiteral("file")].toString(),
                                 each[QStringLiteral("content")].toByteArray()});
    request.reason = value[QStringLiteral("reason")].toString();
    request.instructedBy = value[QStringLiteral("instructed_by")].toString();
    request.instructedOn =
        QDate::fromString(value[QStringLiteral("instructed_on")].toString(), Qt::ISODate);
    request.objection = value[QStringLiteral("objection")].toString();
    request.resubmits = value[QStringLiteral("resubmits")].toInteger();
    request.post = value[QStringLiteral("post")].toString();
    request.actionId = value[QStringLiteral("action_id")].toString();
    const QCborValue rows = value[QStringLiteral("rows")];
    if (rows.isArray())
        request.rows = sourceFrom(rows.toArray());
    return request;
}

QCborMap toCbor(const Action &action)
{
    return {{QStringLiteral("kind"), actionCode(action.kind)},
            {QStringLiteral("operation"), action.operation},
            {QStringLiteral("revision"), action.revision},
            {QStringLiteral("post"), action.post},
            {QStringLiteral("action_id"), action.actionId},
            {QStringLiteral("reason"), action.reason},
            {QStringLiteral("evidence_true"), action.evidenceTrue},
            {QStringLiteral("evidence_complete"), action.evidenceComplete},
            {QStringLiteral("evidence_valid"), action.evidenceValid},
            {QStringLiteral("seen"), action.seenDigest},
            {QStringLiteral("alone"), action.alone},
            {QStringLiteral("papers"), toCbor(action.papers)},
            {QStringLiteral("late_reason"), action.lateReason}};
}

Action actionFrom(const QCborValue &value)
{
    const std::optional<ActionKind> kind = actionFromCode(value[QStringLiteral("kind")].toString());
    if (!kind)
        throw WireError("an action of no kind");
    Action action;
    action.kind = *kind;
    action.operation = value[QStringLiteral("operation")].toInteger();
    action.revision = int(value[QStringLiteral("revision")].toInteger());
    action.post = value[QStringLiteral("post")].toString();
    action.actionId = value[QStringLiteral("action_id")].toString();
    action.reason = value[QStringLiteral("reason")].toString();
    action.evidenceTrue = value[QStringLiteral("evidence_true")].toBool();
    action.evidenceComplete = value[QStringLiteral("evidence_complete")].toBool();
    action.evidenceValid = value[QStringLiteral("evidence_valid")].toBool();
    action.seenDigest = value[QStringLiteral("seen")].toString();
    action.alone = value[QStringLiteral("alone")].toBool();
    action.papers = stringsFrom(value[QStringLiteral("papers")]);
    action.lateReason = value[QStringLiteral("late_reason")].toString();
    return action;
}

QCborMap toCbor(const Reading &reading)
{
    QCborArray values;
    for (const QVariant &each : reading.values)
        values.append(QCborValue::fromVariant(each));
    return {{QStringLiteral("sql"), reading.sql}, {QStringLiteral("values"), values}};
}

Reading readingFrom(const QCborValue &value)
{
    Reading reading{value[QStringLiteral("sql")].toString(), {}};
    const QCborArray values = value[QStringLiteral("values")].toArray();
    for (const QCborValue &each : values) {
        if (each.isInteger())
            reading.values.append(each.toInteger());
        else if (each.isString())
            reading.values.append(each.toString());
        else if (each.isByteArray())
            reading.values.append(each.toByteArray());
        else if (each.isNull())
            reading.values.append(QVariant());
        else
            throw WireError("a value of no kind");
    }
    return reading;
}

/** What an answer says instead of a result. */
void throwIfFailed(const QCborMap &answer)
{
    const QCborValue refusals = answer[QStringLiteral("refusals")];
    if (refusals.isArray()) {
        QList<Refusal> list;
        const QCborArray array = refusals.toArray();
        for (const QCborValue &each : array)
            list.append(
                {each[QStringLiteral("code")].toString(), each[QStringLiteral("field")].toString(),
                 each[QStringLiteral("text")].toString(), each[QStringLiteral("rule")].toString()});
        throw RefusedError(list);
    }
    const QCborValue failed = answer[QStringLiteral("failure")];
    if (failed.isInteger()) {
        const qint64 kind = failed.toInteger();
        const bool known = kind >= 0 && kind <= int(DatabaseError::Kind::Other);
        throw DatabaseError(known ? DatabaseError::Kind(kind) : DatabaseError::Kind::Other,
                            answer[QStringLiteral("detail")].toString());
    }
}

QCborMap mapFrom(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !value.isMap())
        throw WireError("no message");
    return value.toMap();
}

} // namespace

QCborMap toCbor(const Question &question)
{
    QCborMap map{{QStringLiteral("operator"), question.operatorName},
                 {QStringLiteral("asked"), toCbor(question.asked)}};
    if (question.make)
        map.insert(QStringLiteral("make"), toCbor(*question.make));
    if (question.act)
        map.insert(QStringLiteral("act"), toCbor(*question.act));
    if (question.read)
        map.insert(QStringLiteral("read"), toCbor(*question.read));
    if (question.call)
        map.insert(QStringLiteral("call"),
                   QCborMap{{QStringLiteral("name"), question.call->name},
                            {QStringLiteral("workstation"), question.call->workstation},
                            {QStringLiteral("with"), question.call->with}});
    return map;
}

Question questionFrom(const QCborMap &map)
{
    Question question;
    question.operatorName = map[QStringLiteral("operator")].toString();
    question.asked = askedFrom(map[QStringLiteral("asked")]);
    const QCborValue make = map[QStringLiteral("make")];
    const QCborValue act = map[QStringLiteral("act")];
    const QCborValue read = map[QStringLiteral("read")];
    const QCborValue call = map[QStringLiteral("call")];
    if (int(make.isMap()) + int(act.isMap()) + int(read.isMap()) + int(call.isMap()) != 1)
        throw WireError("one question at a time");
    if (call.isMap()) {
        question.call = {call[QStringLiteral("name")].toString(),
                         call[QStringLiteral("workstation")].toString(),
                         call[QStringLiteral("with")].toMap()};
        return question;
    }
    if (read.isMap()) {
        question.read = readingFrom(read);
        return question;
    }
    if (make.isMap())
        question.make = makeFrom(make);
    else
        question.act = actionFrom(act);
    // What arrives twice is accepted once; without an id nobody could tell.
    if ((question.make ? question.make->actionId : question.act->actionId).isEmpty())
        throw WireError("an action without id");
    return question;
}

QCborMap toCbor(const Rows &rows)
{
    QCborArray cells;
    for (const QList<QByteArray> &row : rows.cells) {
        QCborArray line;
        for (const QByteArray &cell : row)
            line.append(cell.isNull() ? QCborValue(nullptr) : QCborValue(cell));
        cells.append(line);
    }
    return {{QStringLiteral("columns"), toCbor(rows.columns)}, {QStringLiteral("rows"), cells}};
}

QCborValue valueFrom(const QCborMap &answer)
{
    throwIfFailed(answer);
    return answer[QStringLiteral("result")];
}

Rows rowsFrom(const QCborMap &answer)
{
    throwIfFailed(answer);
    Rows rows{stringsFrom(answer[QStringLiteral("columns")]), {}};
    const QCborArray cells = answer[QStringLiteral("rows")].toArray();
    for (const QCborValue &each : cells) {
        const QCborArray line = each.toArray();
        if (line.size() != rows.columns.size())
            throw WireError("a row with other columns");
        QList<QByteArray> row;
        for (const QCborValue &cell : line) {
            QByteArray bytes = cell.toByteArray();
            if (cell.isByteArray() && bytes.isNull())
                bytes = QByteArray("");
            row.append(cell.isNull() ? QByteArray() : bytes);
        }
        rows.cells.append(row);
    }
    return rows;
}

QCborMap toCbor(const ActResult &result)
{
    return {{QStringLiteral("operation"), result.operation},
            {QStringLiteral("state"), stateCode(result.state)},
            {QStringLiteral("waits_for"), result.waitsFor},
            {QStringLiteral("revision"), result.revision},
            {QStringLiteral("findings"), toCbor(result.findings)},
            {QStringLiteral("rows_taken"), result.rowsTaken},
            {QStringLiteral("rows_given_back"), result.rowsGivenBack}};
}

QCborMap toCbor(const QList<Refusal> &refusals)
{
    QCborArray array;
    for (const Refusal &each : refusals)
        array.append(QCborMap{{QStringLiteral("code"), each.code},
                              {QStringLiteral("field"), each.field},
                              {QStringLiteral("text"), each.text},
                              {QStringLiteral("rule"), each.rule}});
    return {{QStringLiteral("refusals"), array}};
}

QCborMap failure(int kind, const QString &detail)
{
    return {{QStringLiteral("failure"), kind}, {QStringLiteral("detail"), detail}};
}

ActResult resultFrom(const QCborMap &answer)
{
    throwIfFailed(answer);
    ActResult result;
    result.operation = answer[QStringLiteral("operation")].toInteger();
    result.state = stateFromCode(answer[QStringLiteral("state")].toString());
    result.waitsFor = answer[QStringLiteral("waits_for")].toString();
    result.revision = int(answer[QStringLiteral("revision")].toInteger());
    result.findings = findingsFrom(answer[QStringLiteral("findings")]);
    result.rowsTaken = answer[QStringLiteral("rows_taken")].toInteger();
    result.rowsGivenBack = answer[QStringLiteral("rows_given_back")].toInteger();
    return result;
}

Letter sealTo(const QString &servicePublicKey, const QCborMap &content)
{
    Letter letter{{}, Key::random()};
    letter.sealed =
        QCborMap{{QStringLiteral("key"), encryptTo(servicePublicKey, letter.answerKey.bytes())},
                 {QStringLiteral("content"),
                  sealUnder(letter.answerKey, content.toCborValue().toCbor(), questionBound)}}
            .toCborValue()
            .toCbor();
    return letter;
}

OpenedLetter open(const KeyPair &service, const QByteArray &sealed)
{
    const QCborMap letter = mapFrom(sealed);
    QByteArray secret = service.decrypt(letter[QStringLiteral("key")].toByteArray());
    OpenedLetter opened{{}, Key::fromBytes(secret)};
    const std::optional<QByteArray> content =
        openUnder(opened.answerKey, letter[QStringLiteral("content")].toByteArray(), questionBound);
    if (!content)
        throw WireError("a letter that was changed");
    opened.content = mapFrom(*content);
    return opened;
}

QByteArray sealAnswer(const Key &answerKey, const QCborMap &content)
{
    return sealUnder(answerKey, content.toCborValue().toCbor(), answerBound);
}

QCborMap openAnswer(const Key &answerKey, const QByteArray &sealed)
{
    const std::optional<QByteArray> content = openUnder(answerKey, sealed, answerBound);
    if (!content)
        throw WireError("an answer that was changed");
    return mapFrom(*content);
}

} // namespace jubao::wire

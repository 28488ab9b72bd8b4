// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire.h"

#include "database/error.h"
#include "hub/wire_fields.h"
#include "operations/decision.h"
#include <QCborStreamReader>
#include <algorithm>
#include <utility>

namespace jubao::wire {

namespace {

const QByteArray questionBound = "jubao-question-1";
const QByteArray answerBound = "jubao-answer-1";
const QString keyName = QStringLiteral("key");
const QString numberName = QStringLiteral("number");
const QString contentName = QStringLiteral("content");
constexpr int numberBytes = 16;
constexpr int keysKept = 1000;

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
        fromValue(refusals, list);
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

struct Most {
    qint64 values;
    qsizetype deep;
    quint64 inAMap; ///< names; rows stand in lists
    qsizetype bytes;
};

constexpr qsizetype mebibyte = 1 << 20;

/** An envelope anybody writes who has the county's file. */
constexpr Most inAnEnvelope{7, 1, 3, 64 * mebibyte};
/** Some eighty for each row of a batch; sealed it has to go into the table. */
constexpr Most inAQuestion{2'000'000, 32, 1000, 60 * mebibyte};
/** The service's own words. */
constexpr Most inAnAnswer{50'000'000, 32, 1'000'000, 1024 * mebibyte};

/** A few bytes can ask for very many values, for values within values, or for names that are sorted
 * one by one: they are counted before any is made. Gives their number. */
qint64 requireModest(const QByteArray &bytes, const Most &most)
{
    if (bytes.size() > most.bytes)
        throw WireError("more bytes than a message may have");
    QCborStreamReader reader(bytes);
    qint64 values = 0;
    while (reader.lastError() == QCborError::NoError) {
        if (!reader.hasNext()) {
            if (reader.containerDepth() == 0)
                return values;
            reader.leaveContainer();
            continue;
        }
        if (++values > most.values)
            throw WireError("more in a message than it may hold");
        if (reader.isMap() && (!reader.isLengthKnown() || reader.length() > most.inAMap))
            throw WireError("more names than a message may have");
        if (!reader.isContainer())
            reader.next();
        else if (reader.containerDepth() < most.deep)
            reader.enterContainer();
        else
            throw WireError("deeper than a message may be");
    }
    throw WireError("no message");
}

Message messageOf(const QByteArray &bytes, const Most &most)
{
    const qint64 values = requireModest(bytes, most);
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !value.isMap())
        throw WireError("no message");
    return {value.toMap(), values};
}

} // namespace

QCborMap toCbor(const Question &question)
{
    QCborMap map{{QStringLiteral("operator"), question.operatorName},
                 {QStringLiteral("asked"), toMap(question.asked)}};
    if (question.make) {
        QCborMap make = toMap(*question.make);
        if (question.make->rows.next)
            make.insert(QStringLiteral("rows"), toValue(listed(question.make->rows)));
        map.insert(QStringLiteral("make"), make);
    }
    if (question.act)
        map.insert(QStringLiteral("act"), toMap(*question.act));
    if (question.read)
        map.insert(QStringLiteral("read"), toCbor(*question.read));
    if (question.call)
        map.insert(QStringLiteral("call"), toMap(*question.call));
    if (!question.proof.isEmpty())
        map.insert(QStringLiteral("proof"), question.proof);
    return map;
}

void requireName(const QString &text)
{
    constexpr qsizetype longest = 100;
    const bool strange = std::any_of(text.begin(), text.end(), [](QChar each) {
        return each.category() == QChar::Other_Control || each.category() == QChar::Other_Format;
    });
    if (strange || text.size() > longest)
        throw WireError("a name that is none");
}

Question questionFrom(const QCborMap &map)
{
    Question question;
    question.operatorName = map[QStringLiteral("operator")].toString();
    question.proof = map[QStringLiteral("proof")].toByteArray();
    fromValue(map[QStringLiteral("asked")], question.asked);
    requireName(question.operatorName);
    requireName(question.asked.workstation);
    requireName(question.asked.post);
    const QCborValue make = map[QStringLiteral("make")];
    const QCborValue act = map[QStringLiteral("act")];
    const QCborValue read = map[QStringLiteral("read")];
    const QCborValue call = map[QStringLiteral("call")];
    if (int(make.isMap()) + int(act.isMap()) + int(read.isMap()) + int(call.isMap()) != 1)
        throw WireError("one question at a time");
    if (call.isMap()) {
        fromValue(call, question.call);
        requireName(question.call->name);
        requireName(question.call->workstation);
        return question;
    }
    if (read.isMap()) {
        question.read = readingFrom(read);
        return question;
    }
    if (make.isMap()) {
        fromValue(make, question.make);
        const QCborValue rows = make[QStringLiteral("rows")];
        if (rows.isArray()) {
            QList<BatchRow> list;
            fromValue(rows, list);
            question.make->rows = sourceOf(std::move(list));
        }
    } else {
        fromValue(act, question.act);
    }
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
    return {{QStringLiteral("columns"), toValue(rows.columns)}, {QStringLiteral("rows"), cells}};
}

QCborValue valueFrom(const QCborMap &answer)
{
    throwIfFailed(answer);
    return answer[QStringLiteral("result")];
}

Rows rowsFrom(const QCborMap &answer)
{
    throwIfFailed(answer);
    Rows rows;
    fromValue(answer[QStringLiteral("columns")], rows.columns);
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
    return toMap(result);
}

QCborMap toCbor(const QList<Refusal> &refusals)
{
    return {{QStringLiteral("refusals"), toValue(refusals)}};
}

QCborMap failure(int kind, const QString &detail)
{
    return {{QStringLiteral("failure"), kind}, {QStringLiteral("detail"), detail}};
}

bool isOfAnotherPassword(const QCborMap &answer)
{
    return answer[QStringLiteral("failure")].toInteger(-1) == int(DatabaseError::Kind::RoleRefused);
}

ActResult resultFrom(const QCborMap &answer)
{
    throwIfFailed(answer);
    ActResult result;
    fromMap(answer, result);
    return result;
}

LetterWriter::LetterWriter(QString servicePublicKey)
    : m_servicePublicKey(std::move(servicePublicKey))
{
}

Letter LetterWriter::sealed(const QCborMap &content)
{
    const QByteArray words = content.toCborValue().toCbor();
    try {
        requireModest(words, inAQuestion);
    } catch (const WireError &) {
        throw RefusedError({refusal(QStringLiteral("QUESTION_TOO_LARGE"))});
    }
    constexpr int mostOfOneKey = 1000;
    constexpr qint64 longestMs = 600'000;
    const std::lock_guard lock(m_guard);
    if (m_key.isEmpty() || m_written >= mostOfOneKey || m_since.hasExpired(longestMs)) {
        m_key = Key::random();
        m_sealedKey = encryptTo(m_servicePublicKey, m_key.bytes());
        m_written = 0;
        m_since.start();
    }
    ++m_written;
    const QByteArray number = randomBytes(numberBytes);
    const QByteArray under = sealUnder(m_key, words, questionBound + number);
    return {QCborMap{{keyName, m_sealedKey}, {numberName, number}, {contentName, under}}
                .toCborValue()
                .toCbor(),
            {m_key.clone(), number}};
}

LetterReader::LetterReader(std::shared_ptr<const KeyPair> service)
    : m_service(std::move(service))
    , m_keys(keysKept)
{
}

OpenedLetter LetterReader::open(const QByteArray &sealed)
{
    const QCborMap letter = messageOf(sealed, inAnEnvelope).map;
    const QByteArray sealedKey = letter[keyName].toByteArray();
    if (!m_keys.contains(sealedKey)) {
        QByteArray secret = m_service->decrypt(sealedKey);
        m_keys.insert(sealedKey, new Key(Key::fromBytes(secret)));
        wipe(secret);
    }
    const QByteArray number = letter[numberName].toByteArray();
    OpenedLetter opened{{}, {m_keys.object(sealedKey)->clone(), number}};
    const std::optional<QByteArray> content =
        openUnder(opened.answerKey.key, letter[contentName].toByteArray(), questionBound + number);
    if (!content || number.size() != numberBytes)
        throw WireError("a letter that was changed");
    opened.content = *content;
    return opened;
}

Message messageFrom(const QByteArray &content)
{
    return messageOf(content, inAQuestion);
}

QByteArray sealAnswer(const AnswerKey &key, const QCborMap &content)
{
    return sealUnder(key.key, content.toCborValue().toCbor(), answerBound + key.letter);
}

QCborMap openAnswer(const AnswerKey &key, const QByteArray &sealed)
{
    const std::optional<QByteArray> content = openUnder(key.key, sealed, answerBound + key.letter);
    if (!content)
        throw WireError("an answer that was changed");
    return messageOf(*content, inAnAnswer).map;
}

} // namespace jubao::wire

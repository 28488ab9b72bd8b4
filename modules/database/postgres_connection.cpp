// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/postgres_connection.h"

#include "database/postgres_connecting.h"
#include <QElapsedTimer>
#include <QRegularExpression>
#include <array>
#include <numeric>
#include <poll.h>
#include <utility>
#include <vector>

namespace jubao {

DatabaseError::Kind PostgresConnection::kindOf(const QByteArray &state)
{
    using Kind = DatabaseError::Kind;
    static const QList<std::pair<QByteArray, Kind>> kinds{
        {"08", Kind::ServerGone},     {"57P0", Kind::ServerGone},    {"28", Kind::RoleRefused},
        {"3D000", Kind::Missing},     {"53100", Kind::DiskFull},     {"53300", Kind::Busy},
        {"53400", Kind::Busy},        {"55P03", Kind::Busy},         {"40", Kind::Busy},
        {"23", Kind::Constraint},     {"42501", Kind::Denied},       {"25006", Kind::ReadOnly},
        {"57014", Kind::Interrupted}, {"42883", Kind::OtherVersion}, {"58030", Kind::DeviceFailed},
        {"XX001", Kind::Damaged},     {"XX002", Kind::Damaged},      {"JB", Kind::ServiceSilent}};
    for (const auto &[prefix, kind] : kinds) {
        if (state.startsWith(prefix))
            return kind;
    }
    return Kind::Other;
}

PostgresResult owned(PGresult *result)
{
    return {result, &PQclear};
}

int PostgresConnection::sendCall(const Call &call)
{
    return PQsendQueryPrepared(m_handle, call.name.constData(), call.count(), call.values.data(),
                               call.lengths.data(), call.formats.data(), 0);
}

bool PostgresConnection::mayPost() const
{
    // A copy goes on beside its program only inside a transaction.
    return !m_posted.empty() || !m_copying.isEmpty()
        || PQtransactionStatus(m_handle) == PQTRANS_INTRANS;
}

void PostgresConnection::keepWaiting(const std::shared_ptr<WaitingRows> &rows)
{
    m_waiting.append(rows);
}

void PostgresConnection::pack()
{
    for (const std::shared_ptr<WaitingRows> &each : std::exchange(m_waiting, {}))
        m_departing.enqueue({each->command, std::exchange(each->rows, {})});
}

void PostgresConnection::copy(const WaitingRows &portion)
{
    const bool inside = PQtransactionStatus(m_handle) == PQTRANS_INTRANS;
    const PostgresResult begun = owned(PQexec(m_handle, portion.command.constData()));
    const QString what = QString::fromUtf8(portion.command);
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
        fail(begun.get(), what);
    if (PQputCopyData(m_handle, portion.rows.constData(), int(portion.rows.size())) != 1
        || PQputCopyEnd(m_handle, nullptr) != 1)
        fail(nullptr, what);
    m_copying = portion.command;
    if (inside)
        return;
    finishCopy();
    if (const std::optional<DatabaseError> failure = std::exchange(m_failure, std::nullopt))
        throw DatabaseError(*failure);
}

void PostgresConnection::copyNext()
{
    try {
        if (!m_failure)
            copy(m_departing.dequeue());
    } catch (const DatabaseError &) {
        m_departing.clear();
        throw;
    }
    if (m_failure)
        m_departing.clear();
}

void PostgresConnection::finishCopy()
{
    if (m_copying.isEmpty())
        return;
    const PostgresResult result = receive();
    keepFailure(result, std::exchange(m_copying, {}));
}

void PostgresConnection::depart()
{
    constexpr qsizetype mostBytes = 4 << 20;
    pack();
    moveOn();
    const auto bytes = [this] {
        return std::accumulate(
            m_departing.begin(), m_departing.end(), qsizetype(0),
            [](qsizetype sum, const WaitingRows &each) { return sum + each.rows.size(); });
    };
    while (bytes() > mostBytes) {
        arrive();
        copyNext();
    }
}

void PostgresConnection::moveOn()
{
    if (m_departing.isEmpty())
        return;
    if (!m_copying.isEmpty() && (PQconsumeInput(m_handle) == 0 || PQisBusy(m_handle) == 1))
        return;
    arrive();
    copyNext();
}

/** The last of them may be on its way still. */
void PostgresConnection::sendWaiting()
{
    pack();
    while (!m_departing.isEmpty()) {
        arrive();
        copyNext();
    }
}

void PostgresConnection::post(const Call &call, std::shared_ptr<PostgresResult> answer)
{
    constexpr size_t most = 256;
    constexpr size_t sentAtOnce = 16;
    sendWaiting();
    finishCopy();
    if (m_posted.size() >= most)
        settle();
    if (m_posted.empty())
        send(PQenterPipelineMode(m_handle), call.sql);
    const int sent = sendCall(call);
    if (sent != 1 && m_posted.empty())
        PQexitPipelineMode(m_handle);
    send(sent, call.sql);
    m_posted.push_back({call.sql, std::move(answer)});
    // So that the server works while the next ones are put together.
    if (m_posted.size() % sentAtOnce == 0 && PQflush(m_handle) < 0)
        fail(nullptr, QString::fromUtf8(call.sql.left(200)));
}

/** The results of what is on its way; the server skips what comes behind a failure. */
void PostgresConnection::collect()
{
    for (const Posted &each : std::exchange(m_posted, {})) {
        PostgresResult result = receive();
        keepFailure(result, each.sql);
        if (each.answer)
            *each.answer = std::move(result);
    }
}

/** The first is the one that tells. */
void PostgresConnection::keepFailure(const PostgresResult &result, const QByteArray &what)
{
    try {
        if (!m_failure)
            check(result, QString::fromUtf8(what.left(200)));
    } catch (const DatabaseError &error) {
        m_failure = error;
    }
}

void PostgresConnection::arrive()
{
    finishCopy();
    if (m_posted.empty())
        return;
    PQpipelineSync(m_handle);
    collect();
    receive(); // where the server is in step again
    PQexitPipelineMode(m_handle);
}

void PostgresConnection::settle()
{
    sendWaiting();
    arrive();
    if (const std::optional<DatabaseError> failure = std::exchange(m_failure, std::nullopt))
        throw DatabaseError(*failure);
}

void PostgresConnection::abandon()
{
    pack();
    m_departing.clear();
    arrive();
    m_failure.reset();
}

PostgresResult PostgresConnection::run(const Call &call)
{
    PostgresResult result = owned(nullptr);
    sendWaiting();
    if (m_posted.empty()) {
        settle();
        send(sendCall(call), call.sql);
        result = receive();
    } else {
        send(sendCall(call), call.sql);
        send(PQpipelineSync(m_handle), call.sql);
        collect();
        result = receive();
        receive(); // where the server is in step again
        PQexitPipelineMode(m_handle);
        settle();
    }
    check(result, QString::fromUtf8(call.sql.left(200)));
    return result;
}

void PostgresConnection::run(const QByteArray &script)
{
    settle();
    send(PQsendQuery(m_handle, script.constData()), script);
    check(receive(), QString::fromUtf8(script.left(200)));
}

int PostgresConnection::sendQuestion(const QByteArray &sql, const QList<Value> &values, Cells cells)
{
    std::vector<const char *> data;
    std::vector<int> lengths;
    std::vector<int> formats;
    for (const Value &value : values) {
        data.push_back(value.data.constData());
        lengths.push_back(int(value.data.size()));
        formats.push_back(value.binary ? 1 : 0);
    }
    const QByteArray name = m_prepared.value(sql);
    const int format = cells == Cells::Binary ? 1 : 0;
    return name.isEmpty()
        ? PQsendQueryParams(m_handle, sql.constData(), int(values.size()), nullptr, data.data(),
                            lengths.data(), formats.data(), format)
        : PQsendQueryPrepared(m_handle, name.constData(), int(values.size()), data.data(),
                              lengths.data(), formats.data(), format);
}

void PostgresConnection::prepare(const QByteArray &sql)
{
    if (m_prepared.contains(sql))
        return;
    const QByteArray name = "again" + QByteArray::number(m_prepared.size());
    send(PQsendPrepare(m_handle, name.constData(), sql.constData(), 0, nullptr), sql);
    check(receive(), QString::fromUtf8(sql.left(200)));
    m_prepared.insert(sql, name);
}

PostgresResult PostgresConnection::ask(const QByteArray &sql, const QList<Value> &values,
                                       Cells cells)
{
    settle();
    send(sendQuestion(sql, values, cells), sql);
    PostgresResult result = receive();
    check(result, QString::fromUtf8(sql.left(200)));
    return result;
}

void PostgresConnection::askLater(const Question &question, Cells cells)
{
    settle();
    if (question.again)
        prepare(question.sql);
    send(sendQuestion(question.sql, question.values, cells), question.sql);
}

PostgresResult PostgresConnection::answerSoFar()
{
    const QString what = QStringLiteral("what was to come later");
    if (PQconsumeInput(m_handle) == 0)
        fail(nullptr, what);
    if (PQtransactionStatus(m_handle) != PQTRANS_ACTIVE || PQisBusy(m_handle) == 1)
        return owned(nullptr);
    PostgresResult result = receive();
    check(result, what);
    return result;
}

std::vector<PostgresResult> PostgresConnection::askAll(const QList<Question> &questions)
{
    settle();
    for (const Question &each : questions) {
        if (each.again)
            prepare(each.sql);
    }
    const QByteArray all = questions.first().sql;
    send(PQenterPipelineMode(m_handle), all);
    for (const Question &each : questions)
        send(sendQuestion(each.sql, each.values, Cells::Binary), each.sql);
    send(PQpipelineSync(m_handle), all);
    std::vector<PostgresResult> results;
    for (qsizetype i = 0; i < questions.size(); ++i)
        results.push_back(receive());
    receive(); // where the server is in step again
    PQexitPipelineMode(m_handle);
    for (qsizetype i = 0; i < questions.size(); ++i)
        check(results[size_t(i)], QString::fromUtf8(questions.at(i).sql.left(200)));
    return results;
}

PostgresResult PostgresConnection::receive()
{
    PostgresResult last = owned(nullptr);
    for (;;) {
        waitForAnswer();
        PGresult *next = PQgetResult(m_handle);
        if (!next)
            return last;
        const bool failedBefore = last && PQresultStatus(last.get()) == PGRES_FATAL_ERROR;
        PostgresResult held = owned(next);
        if (!failedBefore)
            last = std::move(held);
    }
}

void PostgresConnection::send(int sent, const QByteArray &what)
{
    if (sent != 1)
        fail(nullptr, QString::fromUtf8(what.left(200)));
}

void PostgresConnection::check(const PostgresResult &result, const QString &what) const
{
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_EMPTY_QUERY)
        fail(result.get(), what);
}

void PostgresConnection::fail(const PGresult *result, const QString &what) const
{
    const QByteArray state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const QString words =
        QString::fromUtf8(result ? PQresultErrorMessage(result) : PQerrorMessage(m_handle))
            .trimmed();
    const bool skipped = result && PQresultStatus(result) == PGRES_PIPELINE_ABORTED;
    // Somebody else changed the same role meanwhile; the server has no code of its own for it.
    const bool crossed = state == "XX000" && words.contains(QLatin1String("tuple concurrently"));
    const bool gone = (state.isEmpty() && !skipped) || PQstatus(m_handle) != CONNECTION_OK;
    const DatabaseError::Kind kind = crossed ? DatabaseError::Kind::Busy : kindOf(state);
    throw DatabaseError(gone ? DatabaseError::Kind::ServerGone : kind,
                        QStringLiteral("%1: %2 (%3)").arg(what, words, QString::fromLatin1(state)));
}

void PostgresConnection::waitForAnswer()
{
    if (!m_keepGoing)
        return;
    constexpr int millisecondsBetweenCalls = 50;
    bool cancelled = false;
    while (PQisBusy(m_handle) == 1) {
        pollfd wait{PQsocket(m_handle), POLLIN, 0};
        if (poll(&wait, 1, millisecondsBetweenCalls) > 0 && PQconsumeInput(m_handle) == 0)
            return;
        if (!cancelled && !m_keepGoing()) {
            cancelled = true;
            cancel();
        }
    }
}

void PostgresConnection::cancel()
{
    PGcancel *request = PQgetCancel(m_handle);
    std::array<char, 256> words{};
    if (PQcancel(request, words.data(), int(words.size())) != 1)
        qInfo("cancel: %s", words.data());
    PQfreeCancel(request);
}

std::shared_ptr<PostgresConnection> PostgresConnection::to(const Database::Options &options)
{
    return std::make_shared<PostgresConnection>(connectToServer(options));
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/intake.h"

#include "database/error.h"
#include "hub/calls.h"
#include "operations/decision.h"
#include <numeric>
#include <utility>

namespace jubao {

void TaskQueue::give(Task task)
{
    {
        const std::lock_guard lock(m_guard);
        m_tasks.push_back(std::move(task));
    }
    m_given.notify_one();
}

const Task *TaskQueue::next(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_guard);
    if (!m_given.wait_for(lock, patience, [this] { return !m_tasks.empty(); }))
        return nullptr;
    // Others are put behind it meanwhile, which leaves it in its place.
    return &m_tasks.front();
}

const Task *TaskQueue::behind(size_t places) const
{
    const std::lock_guard lock(m_guard);
    return places < m_tasks.size() ? &*std::next(m_tasks.begin(), std::ptrdiff_t(places)) : nullptr;
}

void TaskQueue::done(size_t tasks)
{
    const std::lock_guard lock(m_guard);
    m_tasks.erase(m_tasks.begin(), std::next(m_tasks.begin(), std::ptrdiff_t(tasks)));
}

void TaskQueue::drop(const QString &role, qint64 butRequest)
{
    const std::lock_guard lock(m_guard);
    m_tasks.remove_if([&](const Task &task) {
        return &task != &m_tasks.front() && task.request.role == role
            && task.request.id != butRequest;
    });
}

QList<qint64> TaskQueue::inHand() const
{
    const std::lock_guard lock(m_guard);
    QList<qint64> ids;
    for (const Task &task : m_tasks)
        ids.append(task.request.id);
    return ids;
}

qint64 TaskQueue::memory() const
{
    const std::lock_guard lock(m_guard);
    return std::accumulate(m_tasks.begin(), m_tasks.end(), qint64(0),
                           [](qint64 sum, const Task &task) { return sum + task.memory; });
}

Intake::Intake(std::shared_ptr<const KeyPair> key, const ServerAddress &books,
               const QString &keyFile)
    : m_letters(std::move(key))
    , m_schema(books.schema)
    , m_desk(books)
    , m_proofs(keyFile)
    , m_leftBehind(m_desk.begin())
    , m_worker([this] { work(); })
{
}

QCborMap Intake::refusedFor(const wire::Question &question, const QString &role) const
{
    const bool strange = question.operatorName.isEmpty();
    if (strange && !question.call)
        throw wire::WireError("a stranger asks for more than to be let in");
    if ((strange ? RequestDesk::greeterOf(m_schema)
                 : RequestDesk::roleOf(m_schema, question.operatorName))
        == role)
        return {};
    return wire::toCbor({refusal(QStringLiteral("OPERATOR_UNKNOWN"), question.operatorName)});
}

/** A change of the password brings its own proof, and may be asked for again when it is done. */
bool Intake::knowsThePassword(const wire::Question &question)
{
    return question.operatorName.isEmpty()
        || (question.call && wire::changesPassword(*question.call))
        || m_proofs.isProof(question.operatorName, question.proof);
}

/** What enters something waits in the table where little room is left, and what comes behind it
 * waits there too; what only reads is not held up by it, and holds nobody up. */
std::optional<QCborMap> Intake::given(Task task, bool reads)
{
    constexpr qint64 mostInHand = 64 << 20;
    constexpr qint64 mostOfAReading = 4 << 20;
    const auto failed = [](DatabaseError::Kind kind, const char *why) {
        return wire::failure(int(kind), QString::fromLatin1(why));
    };
    if (reads) {
        if (task.memory > mostOfAReading)
            return failed(DatabaseError::Kind::Denied, "a question of that size");
        if (m_reading.memory() > mostInHand)
            return failed(DatabaseError::Kind::ServiceSilent, "too many questions");
        m_reading.give(std::move(task));
        return std::nullopt;
    }
    const qint64 inHand = m_entering.memory();
    if (inHand > 0 && (inHand + task.memory > mostInHand || !m_later.isEmpty()))
        m_later.append(task.request.id);
    else
        m_entering.give(std::move(task));
    return std::nullopt;
}

std::optional<QCborMap> Intake::taken(const RequestDesk::Request &request,
                                      wire::OpenedLetter &letter)
{
    constexpr qint64 bytesForAValue = 256; // twice: as it came, and as the form's JSON
    const wire::Message message = wire::messageFrom(std::exchange(letter.content, {}));
    wire::Question question = wire::questionFrom(message.map);
    const bool reads = wire::onlyReads(question);
    const QCborMap refused = refusedFor(question, request.role);
    if (!refused.isEmpty())
        return refused;
    std::unique_lock proving(m_proving);
    if (!knowsThePassword(question)) {
        proving.unlock();
        qWarning("a session of %s is older than the password", qPrintable(request.role));
        noteImpostor(question.operatorName);
        m_desk.shutOut(request);
        return wire::failure(int(DatabaseError::Kind::RoleRefused), question.operatorName);
    }
    // It may be what ended the service; who still waits for it asks again.
    if (reads && request.id <= m_leftBehind)
        return wire::failure(int(DatabaseError::Kind::ServiceSilent),
                             QStringLiteral("asked before the service came back"));
    return given({{request.id, request.role, {}, request.process},
                  letter.answerKey.clone(),
                  std::move(question),
                  request.body.size() + bytesForAValue * message.values},
                 reads);
}

void Intake::drop(const QString &role, qint64 butRequest)
{
    const std::lock_guard lock(m_proving);
    m_entering.drop(role, butRequest);
    m_reading.drop(role, butRequest);
}

/** A desk that was left behind by a change of the password asks once; who guesses, often. */
void Intake::noteImpostor(const QString &operatorName)
{
    constexpr qint64 betweenMs = 60'000;
    const std::lock_guard lock(m_guard);
    QElapsedTimer &told = m_told[operatorName];
    if (told.isValid() && !told.hasExpired(betweenMs))
        return;
    told.start();
    m_impostors.append(operatorName);
}

QStringList Intake::takeImpostors()
{
    const std::lock_guard lock(m_guard);
    return std::exchange(m_impostors, {});
}

void Intake::take(const RequestDesk::Request &request)
{
    QByteArray answer; // Stays empty where nobody who can read an answer asked like that.
    try {
        wire::OpenedLetter letter = m_letters.open(request.body);
        QCborMap words;
        try {
            const std::optional<QCborMap> atOnce = taken(request, letter);
            if (!atOnce)
                return;
            words = *atOnce;
        } catch (const std::exception &error) {
            qWarning("a request of %s is none: %s", qPrintable(request.role), error.what());
            words = wire::failure(int(DatabaseError::Kind::Denied),
                                  QStringLiteral("the service does not take this question"));
        }
        answer = wire::sealAnswer(letter.answerKey, words);
    } catch (const std::exception &error) {
        qWarning("a request of %s cannot be opened: %s", qPrintable(request.role), error.what());
    }
    m_desk.answer(request, answer);
}

void Intake::work()
{
    if (!m_later.isEmpty() && m_entering.memory() == 0) {
        m_later.clear();
        m_desk.lookAtAll();
    }
    const QList<qint64> passed = m_entering.inHand() + m_reading.inHand() + m_later;
    if (const std::optional<RequestDesk::Request> request = m_desk.next(untilItLooksUp, passed))
        take(*request);
}

} // namespace jubao

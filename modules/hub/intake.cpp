// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/intake.h"

#include "database/error.h"
#include "hub/calls.h"
#include "operations/decision.h"

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
    return places < m_tasks.size() ? &m_tasks[places] : nullptr;
}

void TaskQueue::done(size_t tasks)
{
    const std::lock_guard lock(m_guard);
    m_tasks.erase(m_tasks.begin(), m_tasks.begin() + std::ptrdiff_t(tasks));
}

QList<qint64> TaskQueue::inHand() const
{
    const std::lock_guard lock(m_guard);
    QList<qint64> ids;
    for (const Task &task : m_tasks)
        ids.append(task.request.id);
    return ids;
}

Intake::Intake(std::shared_ptr<const KeyPair> key, const ServerAddress &books)
    : m_letters(std::move(key))
    , m_schema(books.schema)
    , m_desk(books)
    , m_leftBehind(m_desk.newest())
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

void Intake::take(const RequestDesk::Request &request)
{
    QByteArray answer; // Stays empty where nobody who can read an answer asked like that.
    try {
        wire::OpenedLetter letter = m_letters.open(request.body);
        wire::Question question = wire::questionFrom(letter.content);
        const bool reads = wire::onlyReads(question);
        QCborMap answered = refusedFor(question, request.role);
        // Its desk has given it up by now, and it may be what ended the service.
        if (answered.isEmpty() && reads && request.id <= m_leftBehind)
            answered = wire::failure(int(DatabaseError::Kind::ServiceSilent),
                                     QStringLiteral("asked before the service came back"));
        if (answered.isEmpty()) {
            TaskQueue &queue = reads ? m_reading : m_entering;
            queue.give({request, std::move(letter), std::move(question)});
            return;
        }
        answer = wire::sealAnswer(letter.answerKey, answered);
    } catch (const wire::WireError &error) {
        qWarning("a request of %s cannot be read: %s", qPrintable(request.role), error.what());
    } catch (const CryptoError &error) {
        qWarning("a request of %s cannot be opened: %s", qPrintable(request.role), error.what());
    } catch (const std::invalid_argument &error) {
        qWarning("a request of %s: %s", qPrintable(request.role), error.what());
    }
    m_desk.answer(request, answer);
}

void Intake::work()
{
    const QList<qint64> inHand = m_entering.inHand() + m_reading.inHand();
    if (const std::optional<RequestDesk::Request> request = m_desk.next(untilItLooksUp, inHand))
        take(*request);
}

} // namespace jubao

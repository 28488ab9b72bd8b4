// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/reading_desk.h"

#include "database/error.h"
#include "database/transaction.h"
#include "hub/calls.h"

namespace jubao {

QByteArray answering(const wire::AnswerKey &key, const QString &name,
                     const std::function<QCborMap()> &work)
{
    QCborMap instead;
    try {
        return wire::sealAnswer(key, work());
    } catch (const RefusedError &error) {
        instead = wire::toCbor(error.refusals);
    } catch (const DatabaseError &error) {
        if (error.kind() == DatabaseError::Kind::ServerGone)
            throw;
        instead = wire::failure(int(error.kind()), error.detail());
    } catch (const std::exception &error) {
        // One request that the program cannot stand must not stop the work of all others.
        qCritical("a request of %s failed: %s", qPrintable(name), error.what());
        instead = wire::failure(int(DatabaseError::Kind::Other), QString::fromUtf8(error.what()));
    }
    return wire::sealAnswer(key, instead);
}

ReadingDesk::ReadingDesk(std::unique_ptr<Office> office, const ServerAddress &books,
                         TaskQueue &tasks)
    : m_office(std::move(office))
    , m_readings(*m_office, books)
    , m_desk(books)
    , m_tasks(tasks)
    , m_worker([this] { work(); })
{
}

QByteArray ReadingDesk::answerTo(const Task &task)
{
    const wire::Question &question = task.question;
    const QString &name = question.operatorName;
    return answering(task.answerKey, name, [&]() -> QCborMap {
        if (question.read)
            return wire::toCbor(m_readings.read(name, *question.read));
        // The rules of a form say whether a number is known.
        if (wire::checksNumber(*question.call))
            count(name);
        return answerTo(name, *question.call);
    });
}

/** From one state of the books, in which what seldom changes is not asked again. */
QCborMap ReadingDesk::answerTo(const QString &name, const wire::Call &call)
{
    try {
        const ReadTransaction books(m_office->database());
        return wire::answerTo(*m_office, name, call);
    } catch (const DatabaseError &error) {
        // It wanted to leave a line, for which it needs the writer's place.
        if (error.kind() != DatabaseError::Kind::ReadOnly)
            throw;
    }
    return wire::answerTo(*m_office, name, call);
}

void ReadingDesk::count(const QString &name)
{
    const std::lock_guard lock(m_guard);
    ++m_checked[name];
}

QHash<QString, int> ReadingDesk::takeChecked()
{
    const std::lock_guard lock(m_guard);
    return std::exchange(m_checked, {});
}

void ReadingDesk::work()
{
    const Task *task = m_tasks.next(untilItLooksUp);
    if (!task)
        return;
    m_desk.answer(task->request, answerTo(*task));
    m_tasks.done();
}

} // namespace jubao

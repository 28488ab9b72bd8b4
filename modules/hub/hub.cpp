// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/hub.h"

#include "database/error.h"
#include "database/query.h"
#include "hub/calls.h"
#include <QScopeGuard>
#include <algorithm>
#include <utility>

namespace jubao {

namespace {

constexpr std::chrono::seconds timeToConnect(60);
/** Every window waits for it, and looks no more often than each second and a half. */
constexpr std::chrono::milliseconds betweenNews(250);

} // namespace

Hub::Hub(Office &office, std::unique_ptr<Office> forReading,
         const std::shared_ptr<const KeyPair> &key, const ServerAddress &books)
    : m_office(office)
    , m_desk(books)
    , m_door(books, key->publicKeyHex())
    , m_intake(key, books, SlotFile::pathIn(office.folder()))
    , m_readings(std::move(forReading), books, m_intake.reading())
    , m_seen(office.journal().head())
    , m_told(m_seen.seq)
{
    // What one that was killed left unsigned.
    signTrail(true);
}

/** Behind a right proof the server lets him in: with the proof as the password of his role, which
 * is good for as long as it takes to connect. Nobody tries passwords at the server itself. */
QCborMap Hub::answerStranger(const wire::Call &call)
{
    return wire::answerStranger(m_office, call, [this](const Slot &slot, const QByteArray &proof) {
        m_desk.admit(slot.operatorName, proof.toHex(), timeToConnect);
    });
}

void Hub::answerCall(const Task &task)
{
    const wire::Question &question = task.question;
    const QString &name = question.operatorName;
    const QByteArray answer = answering(task.answerKey, name, [&] {
        if (name.isEmpty())
            return answerStranger(*question.call);
        // Before the key file says so: killed in between, everybody proves the old password again.
        // And behind it, since until then the old one was right, whatever comes of the rest.
        bool changes = false;
        const auto closeOthers = [&] {
            changes = true;
            const auto queued =
                qScopeGuard([&] { m_intake.drop(task.request.role, task.request.id); });
            m_desk.closeOthers(task.request);
        };
        const auto behind = qScopeGuard([&] {
            try {
                if (changes)
                    closeOthers();
            } catch (const std::exception &error) {
                qWarning("lines that an old password opened may stand: %s", error.what());
            }
        });
        return wire::answerTo(m_office, name, *question.call, closeOthers);
    });
    m_desk.answer(task.request, answer);
    m_intake.entering().done();
}

bool Hub::takesLong(const wire::Question &question)
{
    const OperationType *type = m_office.registry().find(
        question.make ? question.make->type : typeOf(question.act->operation));
    return !type || type->batch;
}

QList<const Task *> Hub::tasksFrom(const Task &first)
{
    constexpr size_t most = 8; // the first does not wait long for the last
    QList<const Task *> tasks{&first};
    const Task *next = m_intake.entering().behind(1);
    if (!next || takesLong(first.question))
        return tasks;
    for (; next && size_t(tasks.size()) < most; next = m_intake.entering().behind(tasks.size())) {
        if (next->question.call || takesLong(next->question))
            break;
        tasks.append(next);
    }
    return tasks;
}

QCborMap Hub::entered(const wire::Question &question)
{
    const QString &name = question.operatorName;
    try {
        return wire::toCbor(question.make ? m_office.makeFor(name, *question.make, question.asked)
                                          : m_office.actFor(name, *question.act, question.asked));
    } catch (const RefusedError &error) {
        return wire::toCbor(error.refusals);
    }
}

QList<QCborMap> Hub::entered(const QList<const Task *> &tasks)
{
    QList<QCborMap> results;
    m_office.together([&] {
        for (const Task *task : tasks)
            results.append(entered(task->question));
    });
    return results;
}

/** One flush of the disk for all of them. Nobody is answered before it stands; where one of them
 * cannot, each is tried by itself, so that it fails alone. */
void Hub::enter(const QList<const Task *> &tasks)
{
    QList<QCborMap> results;
    if (tasks.size() > 1) {
        try {
            results = entered(tasks);
        } catch (const DatabaseError &error) {
            if (error.kind() == DatabaseError::Kind::ServerGone)
                throw;
            qWarning("each by itself: %s", qPrintable(error.detail()));
        } catch (const std::exception &error) {
            qWarning("each by itself: %s", error.what());
        }
        if (results.isEmpty()) {
            for (const Task *task : tasks)
                enter({task});
            return;
        }
    }
    QList<RequestDesk::Answer> answers;
    for (qsizetype place = 0; place < tasks.size(); ++place) {
        const Task &task = *tasks.at(place);
        answers.append({task.request, answering(task.answerKey, task.question.operatorName, [&] {
                            return results.isEmpty() ? entered(tasks).first() : results.at(place);
                        })});
    }
    follow();
    m_desk.answer(answers);
    m_intake.entering().done(size_t(tasks.size()));
}

QString Hub::typeOf(qint64 operation)
{
    Query row =
        m_office.database().prepare(QStringLiteral("SELECT type FROM operation WHERE id = ?"));
    row.bindAll(operation);
    return row.next() ? row.text(0) : QString();
}

/** False where another program keeps what is wanted: then it is done at a later look. */
bool Hub::unlessBusy(const std::function<void()> &work)
{
    try {
        work();
        return true;
    } catch (const DatabaseError &error) {
        if (error.kind() != DatabaseError::Kind::Busy)
            throw;
        qWarning("done later: %s", qPrintable(error.text()));
        return false;
    }
}

void Hub::signTrail(bool whateverTheTime)
{
    unlessBusy([&] { m_office.signTrail(whateverTheTime); });
}

void Hub::dismissWhoLeft()
{
    const QDate today = officeDate(m_office.clock().now());
    m_lookedOn = {};
    try {
        if (unlessBusy([this] { m_desk.dismissAllBut(m_office.mayAsk()); }))
            m_lookedOn = today;
    } catch (const DatabaseError &error) {
        // Whoever waits for an answer gets it; it is tried again at the next look.
        if (error.kind() == DatabaseError::Kind::ServerGone)
            throw;
        qCritical("a role that is to go stays: %s", qPrintable(error.detail()));
    }
}

bool Hub::serve(std::chrono::milliseconds patience)
{
    if (m_lookedOn != officeDate(m_office.clock().now()))
        dismissWhoLeft();
    m_door.check();
    m_intake.check();
    m_readings.check();
    const Task *task =
        m_intake.entering().next(m_owesNews ? std::min(patience, betweenNews) : patience);
    const bool enters = task && !task->question.call;
    if (enters)
        enter(tasksFrom(*task));
    else if (task)
        answerCall(*task);
    if (!enters)
        follow();
    signTrail(false);
    noteTries();
    tellOfNewEntries();
    return task != nullptr;
}

void Hub::end()
{
    m_triedLines.invalidate();
    noteTries();
    signTrail(true);
}

void Hub::noteTries()
{
    const QDate today = officeDate(m_office.clock().now());
    const QHash<QString, int> checked = m_readings.takeChecked();
    for (auto each = checked.constBegin(); each != checked.constEnd(); ++each) {
        if (const auto values = m_checked.add(each.key(), each.value(), today))
            m_owedLines.append({each.key(), QStringLiteral("sealed_compared"),
                                QString::number(*values), today.toString(Qt::ISODate)});
    }
    const QStringList impostors = m_intake.takeImpostors();
    for (const QString &name : impostors)
        m_owedLines.append({name, QStringLiteral("refused"), QStringLiteral("sign_in"),
                            QStringLiteral("SIGN_IN_FAILED")});
    writeOwedLines();
}

void Hub::writeOwedLines()
{
    constexpr qint64 betweenMs = 1000;
    if (m_owedLines.isEmpty() || (m_triedLines.isValid() && !m_triedLines.hasExpired(betweenMs)))
        return;
    m_triedLines.invalidate();
    m_owedLines.removeIf([this](const OwedLine &line) {
        if (m_triedLines.isValid()) // what hindered one hinders the next
            return false;
        try {
            m_office.traceFor(line.operatorName, line.kind, line.subject, line.detail);
        } catch (const DatabaseError &error) {
            if (error.kind() == DatabaseError::Kind::ServerGone)
                throw;
            qWarning("a line of the trail comes later: %s", qPrintable(error.detail()));
            m_triedLines.start();
            return false;
        } catch (const RefusedError &) {
            qWarning("%s has no account any more", qPrintable(line.operatorName));
        }
        return true;
    });
}

void Hub::follow()
{
    const JournalHead newest = m_office.journal().head();
    if (newest.seq == m_seen.seq)
        return;
    if (!m_office.journal().onlyPersonsSince(m_seen.seq, m_seen.hash.toLatin1()))
        dismissWhoLeft();
    m_seen = newest;
}

void Hub::tellOfNewEntries()
{
    const qint64 newest = m_seen.seq;
    m_owesNews = newest != m_told;
    if (!m_owesNews || (m_toldAt.isValid() && !m_toldAt.hasExpired(betweenNews.count())))
        return;
    m_desk.tellEverybody();
    m_told = newest;
    m_toldAt.start();
    m_owesNews = false;
}

} // namespace jubao

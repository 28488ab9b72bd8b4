// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/request_channel.h"
#include "hub/proofs.h"
#include "hub/wire.h"
#include "hub/worker.h"
#include "operations/crypto.h"
#include <QElapsedTimer>
#include <QHash>
#include <condition_variable>
#include <list>
#include <mutex>

namespace jubao {

/** What was asked, and under which key the answer goes back. */
struct Task {
    RequestDesk::Request request; ///< without its body
    wire::AnswerKey answerKey;
    wire::Question question;
    qint64 memory = 0; ///< that it takes at most, bytes
};

/** Tasks in the order in which they came, from one thread to another. */
class TaskQueue {
public:
    void give(Task task);
    /** The oldest one, which stays in hand until it is done; null when the time is over. */
    const Task *next(std::chrono::milliseconds patience);
    /** The one so many places behind the oldest; null where none is yet. */
    const Task *behind(size_t places) const;
    void done(size_t tasks = 1);
    /** What that role asked and nobody has begun with, but the request of that number. */
    void drop(const QString &role, qint64 butRequest);
    /** Requests that are not done. */
    QList<qint64> inHand() const;
    /** That they take together, bytes. */
    qint64 memory() const;

private:
    mutable std::mutex m_guard;
    std::condition_variable m_given;
    std::list<Task> m_tasks; ///< each stays in its place whatever goes
};

/**
 * Takes requests in, opens their letters, and puts them where they belong: what enters something
 * waits for its turn, what only reads does not wait for it. A request stays in the server's table
 * until it was answered, so nothing is lost with the program.
 */
class Intake {
public:
    /** \a keyFile says who knows the password of today. */
    Intake(std::shared_ptr<const KeyPair> key, const ServerAddress &books, const QString &keyFile);
    Intake(const Intake &) = delete;
    Intake &operator=(const Intake &) = delete;

    TaskQueue &entering() { return m_entering; }
    TaskQueue &reading() { return m_reading; }
    /** As `Worker::check`. */
    void check() const { m_worker.check(); }
    /** Of whose password there is a new one: what he asked with the old one and nobody has begun
     * with is not done any more, but the request of that number. */
    void drop(const QString &role, qint64 butRequest);
    /** Who has asked since with a password that is none of his, each once in a while. */
    QStringList takeImpostors();

private:
    void work();
    void take(const RequestDesk::Request &request);
    /** Gives the question to whom it belongs, or answers it at once; does neither where there is no
     * room for it yet. */
    std::optional<QCborMap> taken(const RequestDesk::Request &request, wire::OpenedLetter &letter);
    /** Where somebody asks in another's name; else empty. */
    QCborMap refusedFor(const wire::Question &question, const QString &role) const;
    bool knowsThePassword(const wire::Question &question);
    void noteImpostor(const QString &operatorName);
    std::optional<QCborMap> given(Task task, bool reads);

    wire::LetterReader m_letters;
    QString m_schema;
    RequestDesk m_desk;
    Proofs m_proofs;
    qint64 m_leftBehind;   ///< up to this number they waited when the service came
    QList<qint64> m_later; ///< requests that wait in the table until there is room
    TaskQueue m_entering;
    TaskQueue m_reading;
    std::mutex m_proving;    ///< from the proof until the question lies where `drop` finds it
    std::mutex m_guard;      ///< of the next
    QStringList m_impostors; ///< names in which they asked
    QHash<QString, QElapsedTimer> m_told;
    Worker m_worker;
};

} // namespace jubao

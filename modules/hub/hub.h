// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/request_channel.h"
#include "hub/door_keeper.h"
#include "hub/reading_desk.h"
#include "operations/office.h"
#include <QElapsedTimer>

namespace jubao {

/**
 * The county registrar as a service: takes requests one after another and enters them, each in the
 * name of who signed in to the server. A kill between any two statements leaves a request that was
 * entered, or one that is asked again.
 */
class Hub {
public:
    /** Both offices were opened by `Office::openAsRegistrar` with this key, the second for what is
     * read meanwhile; `books` says where. */
    Hub(Office &office, std::unique_ptr<Office> forReading,
        const std::shared_ptr<const KeyPair> &key, const ServerAddress &books);

    /** Answers the next request, and with it those behind it that can stand in one transaction with
     * it; false where none came in that time. Throws DatabaseError where the server is gone. */
    bool serve(std::chrono::milliseconds patience);
    /** What is owed to the trail, and its signed head. Throws as `serve`. */
    void end();

private:
    void tellOfNewEntries();
    /** Looks at what was entered since, here and by other programs beside the service. */
    void follow();
    QCborMap answerStranger(const wire::Call &call);
    void answerCall(const Task &task);
    /** The oldest tasks that enter something each, and none of which takes long. */
    QList<const Task *> tasksFrom(const Task &first);
    bool takesLong(const wire::Question &question);
    void enter(const QList<const Task *> &tasks);
    QList<QCborMap> entered(const QList<const Task *> &tasks);
    QCborMap entered(const wire::Question &question);
    QString typeOf(qint64 operation);
    static bool unlessBusy(const std::function<void()> &work);
    void signTrail(bool whateverTheTime);
    /** Whoever has no open account, key or post any more loses his role, and his sessions end. */
    void dismissWhoLeft();
    /** Who asked a form's rules about ID numbers, or without the password of today. */
    void noteTries();
    void writeOwedLines();

    Office &m_office;
    RequestDesk m_desk;
    DoorKeeper m_door;
    Intake m_intake;
    ReadingDesk m_readings;
    ComparedValues m_checked;
    struct OwedLine {
        QString operatorName;
        QString kind;
        QString subject;
        QString detail;
    };
    QList<OwedLine> m_owedLines; ///< that the trail could not take yet
    QElapsedTimer m_triedLines;  ///< in vain
    JournalHead m_seen;
    qint64 m_told; ///< newest entry that the desks were told of
    QElapsedTimer m_toldAt;
    bool m_owesNews = false;
    QDate m_lookedOn; ///< posts end with a day, too
};

} // namespace jubao

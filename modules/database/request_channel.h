// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/server_address.h"
#include <QByteArray>
#include <QElapsedTimer>
#include <QStringList>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace jubao {

class PostgresConnection;

/**
 * How people's programs reach the service of a county server: by two tables beside the books, over
 * the connections that the server has anyway. No port is opened; who asks is who signed in to the
 * server (`session_user`), encrypted and with the server's certificate checked. The tables are
 * unlogged: what was not answered when the server stopped is asked again, under the same action id.
 */

/** The service's end. Its role owns the tables and gives people their roles. */
class RequestDesk {
public:
    struct Request {
        qint64 id = 0;
        QString role;
        QByteArray body;
        qint64 process = 0; ///< of the server, behind the line of who asks
    };

    /** Makes the tables where they are missing or of another version. Throws DatabaseError. */
    explicit RequestDesk(const ServerAddress &service);
    ~RequestDesk();
    RequestDesk(const RequestDesk &) = delete;
    RequestDesk &operator=(const RequestDesk &) = delete;

    /** The oldest request without an answer that nobody has in hand; nothing when the time is over.
     */
    std::optional<Request> next(std::chrono::milliseconds patience,
                                const QList<qint64> &inHand = {});
    /** Of a service that comes: number of the newest request that waits; 0 where none does. What
     * was there when five services came has ended them, or nobody waits for it any more: it is
     * given up. */
    qint64 begin();
    /** Also by another object than the one that took it. */
    void answer(const Request &request, const QByteArray &body);
    struct Answer {
        Request request;
        QByteArray body;
    };
    /** Several on one way to the server and back, all of them or none. */
    void answer(const QList<Answer> &answers);

    /** The server's role of somebody: lets him ask and read his answers, and nothing else. One that
     * is there gets the new password. The server takes the password for so long; a connection that
     * stands by then stays. Throws std::invalid_argument for a name that cannot be one. */
    void admit(const QString &name, const QByteArray &password, std::chrono::seconds openFor);
    /** Where the server listens, as it says. */
    static QString listenAddresses(const ServerAddress &service);
    /** The role by which whoever is not signed in asks to be let in. Its password is known to all
     * PCs of the county, and whoever comes in by it can change it and keep settings: from then on
     * it is as it should be again. */
    void admitGreeter(const QByteArray &password);
    void dismissGreeter();
    /** Tells whoever waits for it that the books have grown (`NewsLine`). */
    void tellEverybody();
    /** Ends all sessions of whoever asks this but the one that asks, and the password of his role:
     * until he is admitted anew nobody comes in by it. One that was just being opened the
     * server does not show, and it stays. */
    void closeOthers(const Request &request);
    /** Of who asks without the password of today: his session goes with what it handed in, and the
     * password of his role. Whoever knows today's comes in again by it. */
    void shutOut(const Request &request);
    /** Sessions of people that keep a transaction open for longer hold up what others do. Where the
     * service may not see how long, none ends. */
    void endLongTransactions(std::chrono::seconds most);
    /** Whether the service may see that (`pg_read_all_stats`). */
    bool seesTransactions();
    /** The next look is at all that waits, also what was passed over. */
    void lookAtAll() { m_lookedAtAll.invalidate(); }
    /** Takes the role away and ends its sessions at once. */
    void dismiss(const QString &name);
    /** Likewise everybody who has a role and is not among these. */
    void dismissAllBut(const QStringList &names);

    /** The server's role of that name in the office with these books. */
    static QString roleOf(const QString &schema, const QString &name);
    static QString greeterOf(const QString &schema);
    /** Made of what stands in the county's file of every PC: no secret. */
    static QByteArray greeterPassword(const QString &servicePublicKey);

private:
    void forgetOldAnswers();
    void takeRole(const QString &roleName);
    bool isOfPeople(const QString &role);
    void forgetSettings(const QString &role);
    void endSessions(const QString &role, qint64 butProcess);
    void changing(const QString &role, const std::function<void()> &work, qint64 butProcess = 0);
    void takePassword(const QString &role, qint64 butProcess);
    void giveRole(const QString &role, const QByteArray &password, std::chrono::seconds openFor,
                  int mostConnections);

    ServerAddress m_service;
    std::shared_ptr<PostgresConnection> m_connection;
    QString m_schema;
    QElapsedTimer m_forgot;
    QElapsedTimer m_lookedAtAll;
    qint64 m_newest = 0;    ///< request that was taken
    bool m_listens = false; ///< whoever answers only would never take what it is told
};

/** A person's end of the news that the books have grown, a quarter of a second later at most.
 * Nothing but that is said: it is a reason to ask the service and no answer. */
class NewsLine {
public:
    explicit NewsLine(const ServerAddress &person);
    ~NewsLine();
    NewsLine(const NewsLine &) = delete;
    NewsLine &operator=(const NewsLine &) = delete;

    /** Becomes readable when there may be something to take. */
    int socket() const;
    /** Whether anything was told since the last time. Does not wait. Throws DatabaseError where
     * the server is gone, or tells this role nothing. */
    bool take();

private:
    void wait();

    std::shared_ptr<PostgresConnection> m_connection;
    QByteArray m_desk;             ///< the schema with the tables
    std::optional<qint64> m_known; ///< how often it was told
};

/** A person's end: asks and waits. One question at a time. */
class RequestLine {
public:
    explicit RequestLine(const ServerAddress &person);
    ~RequestLine();
    RequestLine(const RequestLine &) = delete;
    RequestLine &operator=(const RequestLine &) = delete;

    /** Throws DatabaseError, of kind ServiceSilent where no answer came in time, or none after
     * \a away while the service has no line to the server. */
    QByteArray ask(const QByteArray &body, std::chrono::milliseconds patience,
                   std::optional<std::chrono::milliseconds> away = {});

private:
    std::shared_ptr<PostgresConnection> m_connection;
    QByteArray m_desk; ///< the schema with the tables
};

} // namespace jubao

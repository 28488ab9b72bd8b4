// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "operations/office.h"
#include <QJsonArray>
#include <QTemporaryDir>

namespace jubao::test {

/** A founded office that goes away, in a folder or on the test server (engine_choice.h): cheap
 * passwords come from its own founding plan. */
class TestOffice {
public:
    /** What a room that is being built brings along: its tables, routes and policy rows. */
    struct Additions {
        Catalogue catalogue = Catalogue::shipped();
        Migrations migrations = Migrations::shipped();
        QJsonArray routes = {};
        QJsonArray policy = {};
        /** Where the simulated clock begins; the real time where another program works too. */
        QDateTime start = QDateTime(QDate(2026, 3, 2), QTime(1, 0), Qt::UTC);
    };
    explicit TestOffice(std::shared_ptr<const TypeRegistry> registry);
    TestOffice(std::shared_ptr<const TypeRegistry> registry, Additions additions);

    ~TestOffice();
    TestOffice(const TestOffice &) = delete;
    TestOffice &operator=(const TestOffice &) = delete;

    std::unique_ptr<Office> office;
    QStringList publicAddresses; ///< of the computer
    QStringList drives;          ///< where key files of sticks lie
    std::shared_ptr<SimulatedClock> clock;
    std::shared_ptr<const TypeRegistry> registry;
    QStringList shares; ///< what went into the three envelopes at the founding

    static QString password(const QString &name);
    QString folder() const { return m_folder.filePath(QStringLiteral("office")); }
    QString witnessFolder() const { return m_folder.filePath(QStringLiteral("witness")); }
    /** Signs in once and keeps the session. */
    Session &as(const QString &name);
    qint64 operatorId(const QString &name);
    void reopen();
    /** From here on a service enters what the operators ask for: the office of this program only
     * reads and signs. */
    void serve();
    /** The same service, started anew with its key. */
    void restartService();
    std::unique_ptr<Office> service;
    /** The books by the connection of whoever enters. */
    Database &enteredBooks() { return (service ? service : office)->database(); }
    std::shared_ptr<KeyPair> serviceKey;
    /** By another way to it than a call. */
    void askBy(std::shared_ptr<RegistrarPort> port);
    /** From here on this program is a desk of the county: it has neither books nor key file. */
    void deskBy(std::shared_ptr<CountyService> county);
    /** The service's own office, for another thread. */
    std::unique_ptr<Office> openService(const std::optional<ServerAddress> &by = {}) const;
    std::optional<ServerAddress> server() const { return m_server; }

    ActResult make(const QString &name, const QString &type, const QJsonObject &payload,
                   const QStringList &papers = {}, const QString &reason = {});
    ActResult act(const QString &name, ActionKind kind, qint64 operation,
                  const QString &reason = {});
    /** Gives, changes or ends a post, through all its steps. */
    ActResult assignPost(const QJsonObject &payload, const QString &reason = {});
    QStringList refused(const std::function<void()> &call);
    /** Codes of what the rules find for this payload, as a clerk sees it while typing. */
    QStringList found(const QString &type, const QJsonObject &payload, const QString &name = "tc");
    /** One column of a person's row. */
    QString valueOf(qint64 person, const QString &column) const;
    /** Of a question in clear words, also about what is sealed. */
    qint64 number(const QString &sql);
    /** What a person with the key and a database tool does: drops the guards, edits, puts them
     * back.
     */
    void tamper(const QStringList &statements);
    /** The same by a call; on a server those tables lose their guards whose names stand in
     * `tables`. */
    void unguarded(const QString &tables, const std::function<void(Database &)> &change);
    /** Keeps the office file as it is now, and later puts it in the place of the newer one: the
     * office is closed then. */
    void keepFile();
    void putOlderFileBack();
    /** The same person leaves one guard out for good. */
    void dropGuard(const QString &name);

    /** A valid ID number of somebody born on that day. */
    static QString idNumber(const QDate &birth, int sequence);
    /** A name that no other number has; a clerk could have typed it. */
    static QString personName(int sequence);
    /** The number of a household register. */
    static QString household(int number);
    QJsonObject newPerson(int sequence) const;
    /** Registered and approved; returns the person's id. */
    qint64 enrol(int sequence);
    /** Numbers 1 to 100 with prefix for a collector, through the whole route. */
    void issueNumbers(const QString &collector, const QString &prefix);
    /** A key stick for an account; `approver` is SE, or DIR for an administrator's. */
    void registerStick(const QString &name, const QString &serial,
                       const QString &approver = QStringLiteral("se"));
    /** Takes the contribution of 2026 at the counter, 200 yuan where nothing else is said; it waits
     * for recheck. */
    qint64 collectAtCounter(qint64 person, const QString &receipt, qint64 fen = 20000,
                            const QString &collector = QStringLiteral("tc"));
    /** Declares 300 yuan for 2026, posted, and asks to lower it to 200: an exception that waits for
     * recheck. */
    void declareAndLower(qint64 person, const QString &reason);

    /** Invites, admits and confirms the key of an account that has none. */
    void admit(const QString &name);

protected:
    Office::Options options() const;

private:
    /** Where a test may look at everything: a desk of the county may not. */
    Database &books();
    std::unique_ptr<Database> openedCopy();
    void tamperInClear(const QStringList &statements);

    std::shared_ptr<RegistrarPort> m_port;
    std::shared_ptr<CountyService> m_county;

    QTemporaryDir m_folder;
    Additions m_additions;
    std::optional<ServerAddress> m_server;
    QMap<QString, std::shared_ptr<Session>> m_sessions;
    int m_copies = 0;
};

} // namespace jubao::test

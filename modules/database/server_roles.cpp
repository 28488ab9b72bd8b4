// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/server_roles.h"

#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QThread>
#include <stdexcept>

namespace jubao {

std::shared_ptr<PostgresConnection> connectionTo(const ServerAddress &address)
{
    Database::Options options;
    options.server = address;
    return PostgresConnection::to(options);
}

QString serverName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9_]{0,62}$"));
    if (!form.match(name).hasMatch())
        throw std::invalid_argument("no name for the server: " + name.toStdString());
    return name;
}

void makeRole(PostgresConnection &connection, const QString &role, const QByteArray &password)
{
    const QByteArray name = serverName(role).toUtf8();
    // The verifier is made here, so that the password stands in no statement and no log.
    char *verifier = PQencryptPasswordConn(connection.handle(), password.constData(),
                                           name.constData(), "scram-sha-256");
    if (!verifier)
        connection.fail(nullptr, QStringLiteral("password of a role"));
    const QByteArray signsIn = " LOGIN PASSWORD '" + QByteArray(verifier) + "'";
    PQfreemem(verifier);
    // What a role may never do it lacks from its making on; a superuser alone could say so again.
    connection.run("DO $$BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '" + name
                   + "') THEN ALTER ROLE " + name + signsIn + "; ELSE CREATE ROLE " + name
                   + " NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS" + signsIn
                   + "; END IF; END$$");
}

void givingWay(PostgresConnection &connection, std::chrono::milliseconds patience,
               const std::function<void()> &work)
{
    constexpr unsigned long millisecondsBetweenTries = 100;
    const QDeadlineTimer deadline(patience);
    for (;;) {
        try {
            ServerTransaction transaction(connection);
            connection.run("SET LOCAL lock_timeout = '300ms'");
            work();
            transaction.commit();
            return;
        } catch (const DatabaseError &error) {
            if (error.kind() != DatabaseError::Kind::Busy || deadline.hasExpired())
                throw;
        }
        QThread::msleep(millisecondsBetweenTries);
    }
}

} // namespace jubao

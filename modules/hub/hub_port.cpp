// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/hub_port.h"

#include "database/error.h"
#include "hub/reading_engine.h"
#include <QDeadlineTimer>
#include <QThread>

namespace jubao {

HubPort::HubPort(ServerAddress server, QString servicePublicKey, std::chrono::milliseconds patience)
    : m_server(std::move(server))
    , m_serviceKey(std::move(servicePublicKey))
    , m_patience(patience)
{
}

HubPort::~HubPort() = default;

void HubPort::letIn(const QString &operatorName, const QByteArray &rolePassword)
{
    ServerAddress address = m_server;
    address.role = RequestDesk::roleOf(m_server.schema, operatorName);
    address.password = rolePassword;
    m_people.insert(operatorName, address);
    m_lines.erase(operatorName);
}

void HubPort::letOut(const QString &operatorName)
{
    m_people.remove(operatorName);
    m_lines.erase(operatorName);
}

RequestLine &HubPort::lineOf(const QString &operatorName)
{
    if (!m_people.contains(operatorName))
        throw DatabaseError(DatabaseError::Kind::RoleRefused, operatorName);
    std::unique_ptr<RequestLine> &line = m_lines[operatorName];
    if (!line)
        line = std::make_unique<RequestLine>(m_people.value(operatorName));
    return *line;
}

ActResult HubPort::make(const QString &operatorName, const MakeRequest &request, const Asked &asked)
{
    return wire::resultFrom(ask({operatorName, asked, request, {}, {}}));
}

ActResult HubPort::act(const QString &operatorName, const Action &action, const Asked &asked,
                       const Progress &)
{
    return wire::resultFrom(ask({operatorName, asked, {}, action, {}}));
}

std::unique_ptr<Database> HubPort::booksFor(const QString &operatorName)
{
    return Database::over(
        std::make_unique<ReadingEngine>([this, operatorName](const wire::Reading &reading) {
            return wire::rowsFrom(ask({operatorName, {}, {}, {}, reading}));
        }),
        m_server.text());
}

QCborMap HubPort::ask(const wire::Question &question)
{
    const wire::Letter letter = wire::sealTo(m_serviceKey, wire::toCbor(question));
    const QDeadlineTimer deadline(m_patience);
    for (;;) {
        try {
            const QByteArray answer =
                lineOf(question.operatorName)
                    .ask(letter.sealed, std::chrono::milliseconds(deadline.remainingTime()));
            return wire::openAnswer(letter.answerKey, answer);
        } catch (const DatabaseError &error) {
            if (error.kind() != DatabaseError::Kind::ServerGone)
                throw;
            m_lines.erase(question.operatorName);
            if (deadline.hasExpired())
                throw;
            constexpr int millisecondsBetweenTries = 200;
            QThread::msleep(millisecondsBetweenTries);
        }
    }
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/database.h"
#include "database/request_channel.h"
#include "operations/asked.h"
#include <QCborMap>
#include <map>

namespace jubao {

namespace wire {
struct Question;
}

/**
 * A desk's way to the county's service. Where the server goes away in between, the same question
 * is asked again when it is back, until the patience is over: its action id makes sure that it is
 * entered once. Throws DatabaseError(ServerGone, ServiceSilent, …), RefusedError.
 */
class HubPort : public RegistrarPort {
public:
    /** Where the server is, without a role; the service's public key stands in the office's file.
     */
    HubPort(ServerAddress server, QString servicePublicKey,
            std::chrono::milliseconds patience = std::chrono::seconds(30));
    ~HubPort() override;

    /** From here on this operator asks by a connection of his own: whoever is called on the spot
     * does not ask by the maker's. */
    void letIn(const QString &operatorName, const QByteArray &rolePassword);
    void letOut(const QString &operatorName);

    ActResult make(const QString &operatorName, const MakeRequest &request,
                   const Asked &asked) override;
    ActResult act(const QString &operatorName, const Action &action, const Asked &asked,
                  const Progress &progress) override;

    /** The books as this operator may read them. Lives no longer than the port. */
    std::unique_ptr<Database> booksFor(const QString &operatorName);

private:
    QCborMap ask(const wire::Question &question);
    RequestLine &lineOf(const QString &operatorName);

    ServerAddress m_server;
    QString m_serviceKey;
    std::chrono::milliseconds m_patience;
    QMap<QString, ServerAddress> m_people;
    std::map<QString, std::unique_ptr<RequestLine>> m_lines;
};

} // namespace jubao

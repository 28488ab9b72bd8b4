// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/request_channel.h"
#include "hub/readings.h"
#include "operations/crypto.h"
#include "operations/office.h"

namespace jubao {

/**
 * The county registrar as a service: takes requests one after another and enters them, each in the
 * name of who signed in to the server. A kill between any two statements leaves a request that was
 * entered, or one that is asked again.
 */
class Hub {
public:
    /** `office` was opened by `Office::openAsRegistrar` with this key; `books` says where. */
    Hub(Office &office, std::shared_ptr<const KeyPair> key, const ServerAddress &books);

    /** Answers the next request; false where none came in that time. Throws DatabaseError where the
     * server is gone. */
    bool serve(std::chrono::milliseconds patience);
    /** Gives an operator his role on the server, or takes it. */
    RequestDesk &desk() { return m_desk; }

private:
    void tellOfNewEntries();
    QByteArray answerTo(const RequestDesk::Request &request);
    QCborMap answerStranger(const wire::Call &call);
    QCborMap resultOf(const wire::Question &question);

    Office &m_office;
    std::shared_ptr<const KeyPair> m_key;
    QString m_schema;
    RequestDesk m_desk;
    Readings m_readings;
    qint64 m_told; ///< newest entry that the desks were told of
};

} // namespace jubao

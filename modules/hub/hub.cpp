// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/hub.h"

#include "database/error.h"
#include "hub/calls.h"

namespace jubao {

namespace {

constexpr std::chrono::seconds timeToConnect(60);

} // namespace

Hub::Hub(Office &office, std::shared_ptr<const KeyPair> key, const ServerAddress &books)
    : m_office(office)
    , m_key(std::move(key))
    , m_schema(books.schema)
    , m_desk(books)
    , m_readings(office, books)
    , m_told(office.journal().headSeq())
{
    m_desk.admitGreeter(RequestDesk::greeterPassword(m_key->publicKeyHex()));
}

/** Behind a right proof the server lets him in: with the proof as the password of his role, which
 * is good for as long as it takes to connect. Nobody tries passwords at the server itself. */
QCborMap Hub::answerStranger(const wire::Call &call)
{
    return wire::answerStranger(m_office, call, [this](const Slot &slot, const QByteArray &proof) {
        m_desk.admit(slot.operatorName, proof.toHex(), timeToConnect);
    });
}

QCborMap Hub::resultOf(const wire::Question &question)
{
    const QString &name = question.operatorName;
    try {
        if (question.call)
            return name.isEmpty() ? answerStranger(*question.call)
                                  : wire::answerTo(m_office, name, *question.call);
        if (question.read)
            return wire::toCbor(m_readings.read(name, *question.read));
        return wire::toCbor(question.make ? m_office.makeFor(name, *question.make, question.asked)
                                          : m_office.actFor(name, *question.act, question.asked));
    } catch (const RefusedError &error) {
        return wire::toCbor(error.refusals);
    } catch (const DatabaseError &error) {
        // Without the server there is nobody to answer to either.
        if (error.kind() == DatabaseError::Kind::ServerGone)
            throw;
        return wire::failure(int(error.kind()), error.detail());
    } catch (const std::exception &error) {
        // One request that the program cannot stand must not stop the work of all others.
        qCritical("a request of %s failed: %s", qPrintable(name), error.what());
        return wire::failure(int(DatabaseError::Kind::Other), QString::fromUtf8(error.what()));
    }
}

QByteArray Hub::answerTo(const RequestDesk::Request &request)
{
    try {
        const wire::OpenedLetter letter = wire::open(*m_key, request.body);
        const wire::Question question = wire::questionFrom(letter.content);
        const bool strange = question.operatorName.isEmpty();
        if (strange && !question.call)
            throw wire::WireError("a stranger asks for more than to be let in");
        if ((strange ? RequestDesk::greeterOf(m_schema)
                     : RequestDesk::roleOf(m_schema, question.operatorName))
            != request.role)
            return wire::sealAnswer(
                letter.answerKey,
                wire::toCbor({refusal(QStringLiteral("OPERATOR_UNKNOWN"), question.operatorName)}));
        return wire::sealAnswer(letter.answerKey, resultOf(question));
    } catch (const wire::WireError &error) {
        qWarning("a request of %s cannot be read: %s", qPrintable(request.role), error.what());
    } catch (const CryptoError &error) {
        qWarning("a request of %s cannot be opened: %s", qPrintable(request.role), error.what());
    } catch (const std::invalid_argument &error) {
        qWarning("a request of %s: %s", qPrintable(request.role), error.what());
    }
    return {}; // Nobody who can read an answer asked like that.
}

bool Hub::serve(std::chrono::milliseconds patience)
{
    const std::optional<RequestDesk::Request> request = m_desk.next(patience);
    if (request)
        m_desk.answer(*request, answerTo(*request));
    // Also of entries that another program made beside the service.
    tellOfNewEntries();
    return request.has_value();
}

void Hub::tellOfNewEntries()
{
    const qint64 newest = m_office.journal().headSeq();
    if (newest == m_told)
        return;
    m_desk.tellEverybody();
    m_told = newest;
}

} // namespace jubao

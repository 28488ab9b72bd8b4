// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/hub.h"

#include "database/error.h"
#include "database/query.h"
#include "hub/calls.h"
#include "operations/data_right.h"

namespace jubao {

namespace {

constexpr std::chrono::seconds timeToConnect(60);

} // namespace

Hub::Hub(Office &office, std::unique_ptr<Office> forReading,
         const std::shared_ptr<const KeyPair> &key, const ServerAddress &books)
    : m_office(office)
    , m_desk(books)
    , m_intake(key, books)
    , m_readings(std::move(forReading), books, m_intake.reading())
    , m_told(office.journal().headSeq())
{
    m_desk.admitGreeter(RequestDesk::greeterPassword(key->publicKeyHex()));
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

QCborMap Hub::resultOf(const wire::Question &question)
{
    const QString &name = question.operatorName;
    return answering(name, [&]() -> QCborMap {
        if (question.call)
            return name.isEmpty() ? answerStranger(*question.call)
                                  : wire::answerTo(m_office, name, *question.call);
        const ActResult done = question.make
            ? m_office.makeFor(name, *question.make, question.asked)
            : m_office.actFor(name, *question.act, question.asked);
        if (done.state == OperationState::Posted && !isAboutPersons(typeOf(done.operation)))
            dismissWhoLeft();
        return wire::toCbor(done);
    });
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
    if (unlessBusy([this] { m_desk.dismissAllBut(m_office.mayAsk()); }))
        m_lookedOn = today;
    else
        m_lookedOn = {};
}

bool Hub::serve(std::chrono::milliseconds patience)
{
    if (m_lookedOn != officeDate(m_office.clock().now()))
        dismissWhoLeft();
    m_intake.check();
    m_readings.check();
    const Task *task = m_intake.entering().next(patience);
    if (task) {
        m_desk.answer(task->request,
                      wire::sealAnswer(task->letter.answerKey, resultOf(task->question)));
        m_intake.entering().done();
    }
    signTrail(false);
    // Also of entries that another program made beside the service.
    tellOfNewEntries();
    return task != nullptr;
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

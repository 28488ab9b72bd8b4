// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/asked.h"
#include "operations/crypto.h"
#include <QCborMap>
#include <QVariant>

/** The words between a desk and the service. Whatever cannot be read throws WireError. */
namespace jubao::wire {

class WireError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/** A statement that reads, and its bound values in order: null, whole numbers, text, bytes. */
struct Reading {
    QString sql;
    QList<QVariant> values;
};

/** Rows as they come of it; a cell is null or its bytes (a number's digits, a text's UTF-8). */
struct Rows {
    QStringList columns;
    QList<QList<QByteArray>> cells; ///< null array = NULL
};

/** Anything else that a desk asks: a call of `CountyService` with its arguments (calls.h). */
struct Call {
    QString name;
    QString workstation;
    QCborMap with;
};

/** What is asked, and in whose name; the service holds the name against the role that asked. */
struct Question {
    QString operatorName; ///< empty: of somebody who is not signed in yet
    Asked asked;
    /** One of the four. */
    std::optional<MakeRequest> make;
    std::optional<Action> act;
    std::optional<Reading> read;
    std::optional<Call> call = {};
};

/** The rows of a batch are read to their end. */
QCborMap toCbor(const Question &question);
Question questionFrom(const QCborMap &map);

QCborMap toCbor(const ActResult &result);
QCborMap toCbor(const QList<Refusal> &refusals);
QCborMap failure(int kind, const QString &detail);
QCborMap toCbor(const Rows &rows);
/** Gives the result, or throws what stands in the answer: RefusedError, DatabaseError. */
ActResult resultFrom(const QCborMap &answer);
Rows rowsFrom(const QCborMap &answer);
/** Of a call. */
QCborValue valueFrom(const QCborMap &answer);

/**
 * A letter to the service: the content under a key of its own, that key to the service's public
 * key. Who keeps the server's tables reads neither question nor answer.
 */
struct Letter {
    QByteArray sealed;
    Key answerKey; ///< opens the answer
};
Letter sealTo(const QString &servicePublicKey, const QCborMap &content);
struct OpenedLetter {
    QCborMap content;
    Key answerKey;
};
OpenedLetter open(const KeyPair &service, const QByteArray &sealed);
QByteArray sealAnswer(const Key &answerKey, const QCborMap &content);
QCborMap openAnswer(const Key &answerKey, const QByteArray &sealed);

} // namespace jubao::wire

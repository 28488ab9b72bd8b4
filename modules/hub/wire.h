// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/asked.h"
#include "operations/crypto.h"
#include <QCache>
#include <QCborMap>
#include <QElapsedTimer>
#include <QVariant>
#include <mutex>

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
    /** That the password of today is known (`StretchedPassword::proof`). */
    QByteArray proof = {};
};

/** A name that goes into the trail or the journal as it is: short, and nothing in it that nobody
 * sees. Throws WireError. */
void requireName(const QString &text);

/** The rows of a batch are read to their end. */
QCborMap toCbor(const Question &question);
Question questionFrom(const QCborMap &map);

QCborMap toCbor(const ActResult &result);
QCborMap toCbor(const QList<Refusal> &refusals);
QCborMap failure(int kind, const QString &detail);
/** Whether the service says that the proof is not that of today's password. */
bool isOfAnotherPassword(const QCborMap &answer);
QCborMap toCbor(const Rows &rows);
/** Gives the result, or throws what stands in the answer: RefusedError, DatabaseError. */
ActResult resultFrom(const QCborMap &answer);
Rows rowsFrom(const QCborMap &answer);
/** Of a call. */
QCborValue valueFrom(const QCborMap &answer);

/** Seals one answer: to one letter, and to no other under the same key. */
struct AnswerKey {
    Key key;
    QByteArray letter; ///< its number, drawn by whoever wrote it

    AnswerKey clone() const { return {key.clone(), letter}; }
};

/**
 * A letter to the service: the content under a key of the writer, that key to the service's public
 * key. Who keeps the server's tables reads neither question nor answer.
 */
struct Letter {
    QByteArray sealed;
    AnswerKey answerKey;
};

/** Writes letters. Sealing a key to the service, and opening it there, takes longer than all else
 * that is done for a small question, so one serves for a while. From any thread. */
class LetterWriter {
public:
    explicit LetterWriter(QString servicePublicKey);

    /** Throws RefusedError (QUESTION_TOO_LARGE) for what the service would not read. */
    Letter sealed(const QCborMap &content);

private:
    const QString m_servicePublicKey;
    std::mutex m_guard;
    Key m_key;
    QByteArray m_sealedKey;
    int m_written = 0;
    QElapsedTimer m_since;
};

struct OpenedLetter {
    QByteArray content;
    AnswerKey answerKey;
};

/** What a letter says, and how much there is of it. */
struct Message {
    QCborMap map;
    qint64 values = 0;
};

/** Throws WireError for what is none, or more than a question may be: looked through before a value
 * of it is made. */
Message messageFrom(const QByteArray &content);

/** Opens letters with the service's key, and keeps the keys of the newest writers. */
class LetterReader {
public:
    explicit LetterReader(std::shared_ptr<const KeyPair> service);

    /** Throws WireError, CryptoError. */
    OpenedLetter open(const QByteArray &sealed);

private:
    std::shared_ptr<const KeyPair> m_service;
    QCache<QByteArray, Key> m_keys; ///< by the sealed key
};

QByteArray sealAnswer(const AnswerKey &key, const QCborMap &content);
QCborMap openAnswer(const AnswerKey &key, const QByteArray &sealed);

} // namespace jubao::wire

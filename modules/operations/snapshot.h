// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/decision.h"
#include "operations/type.h"

namespace jubao {

/** Reads out of the books what `decide` must know. Reading only; the decision itself reads nothing.
 */
class SnapshotReader {
public:
    SnapshotReader(const Reader &reader, const TypeRegistry &registry);
    /** The same as it stood before the journal entry of that number, out of rows and history. */
    SnapshotReader(const Reader &reader, const TypeRegistry &registry, qint64 beforeEntry);

    /** `exists` is false where there is no such operation. */
    OperationSnapshot operation(qint64 id) const;
    Actor actor(qint64 operatorId, const QDateTime &now) const;
    /** Of one family of operations; "" = all. */
    QList<Power> powers(const QString &family = {}) const;
    /** Display name and post of who led an operator (主管领导): the head of his department, above
     * the head the deputy director, above him the director; empty for the director (CTL-25). */
    std::pair<QString, QString> superiorOf(qint64 operatorId, const QString &post) const;
    /** Display name behind an ID number; empty where there is none. */
    QString displayNameOf(const QString &person) const;
    /** What others did in the matter: the makers; in the types that this one names, everybody. */
    QList<PastAction> matterPast(qint64 matter, qint64 except, const OperationType *type) const;
    /** Whether a posted collective decision names the operation (CTL-27). */
    bool isDecided(qint64 operation) const;
    /** The route in force for a key and division; nothing where none is (CTL-07). */
    std::optional<Route> route(const QString &key, const QString &division) const;
    /** Whether one of these posts opens a route of the type and may make it (CTL-05); the registrar
     * judges again when it is handed in. */
    bool mayMake(const OperationType &type, const QStringList &posts) const;
    /** An open operation that locks one of these aspects, other than `except`; 0 = none. */
    qint64 lockHolder(const QList<Lock> &locks, qint64 except) const;
    /** The latest payload, as canonical JSON. */
    QJsonObject payload(qint64 operation, int revision) const;

private:
    struct Row {
        OperationSnapshot snapshot;
        const OperationType *type = nullptr;
        qint64 matter = 0;
    };
    Row rowOf(qint64 id) const;
    /** Replaces each "{table}" by the rows that stood then, and binds what that needs. */
    Query ask(const QString &sql) const;
    Query entriesOf(qint64 operation) const;
    static QList<PastAction> past(Query entries);
    Query othersOf(qint64 matter, qint64 except) const;
    QList<PastAction> matterPast(Query others, const OperationType *type) const;
    bool holdsHead(qint64 operatorId, const QString &post) const;
    /** Every post of an account, in own right and by delegation, whatever its time. */
    QList<HeldPost> postsOf(qint64 operatorId) const;
    QString incompatiblePair(const QList<HeldPost> &posts) const;
    /** What a delegation is limited to: families of powers and an amount (ORG-04). */
    void readScope(qint64 delegation, HeldPost &held) const;
    QStringList avoidedBy(const QString &person) const;

    const Reader &m_reader;
    const TypeRegistry &m_registry;
    qint64 m_beforeEntry = 0; ///< 0 = as they stand now
};

/** What an action's detail says of the matter: handed down by a leader, of importance, which papers
 * were asked for. */
void readMark(const QJsonObject &detail, PastAction &action);

/** What a post is called in words; the code itself where it is unknown. */
QString postTitle(const QString &code);

/**
 * Those persons of the revision in hand whom some operator must avoid: operators themselves and
 * declared relatives and interests. A batch is about a million persons; nobody else matters here.
 */
QStringList subjectsOf(const Reader &reader, qint64 operation, int revision);

/** Whom a revision is about, for people to read. */
struct SubjectsShown {
    qint64 count = 0;
    QString only; ///< ID number where it is one person
};
SubjectsShown subjectsShown(const Reader &reader, qint64 operation, int revision);

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/journal.h"
#include "operations/snapshot.h"
#include <QHash>
#include <map>

namespace jubao {

/** An operation as the journal alone makes it. */
struct FoldedOperation {
    OperationSnapshot snapshot;
    int typeVersion = 0;
    QString closedBy;
    qint64 maker = 0;
    qint64 postedSeq = 0;
    qint64 matter = 0;
    QString madeOn;
    QJsonObject make; ///< detail of the newest `make`
    /** The last step is in; the entry "posted" must be the very next one. */
    qint64 postingDue = 0;

    bool isFinal() const
    {
        return snapshot.state == OperationState::Posted || snapshot.state == OperationState::Closed;
    }
};

/** What only the books hold and `decide` wants to know of a `make`. */
struct MakeCircumstances {
    QStringList subjects; ///< ID numbers
    bool warned = false;  ///< the findings hold a warning
};

/**
 * Goes through the journal and judges each action by the registrar's own law: `decide`, asked with
 * the posts, powers, delegations and avoidances as they stood before that entry. So there is one
 * law for accepting and for proving.
 */
class JournalFold {
public:
    JournalFold(Database &database, const Catalogue &catalogue, const TypeRegistry &registry);

    struct Step {
        QList<Refusal> refusals;          ///< what `decide` would have said: must be empty
        std::optional<Decision> decision; ///< nothing for entries that are no actions
        FoldedOperation *operation = nullptr;
    };
    /** Takes the next entry of an operation; `make` is asked for at each "make". */
    Step take(const JournalEntry &entry,
              const std::function<MakeCircumstances(const JournalEntry &)> &make);
    /** Forgets an operation that is final; it is folded again should an entry still come. */
    void release(qint64 operation) { m_operations.erase(operation); }
    /** Somebody may hold other posts or powers from here on: for books that grow while folding. */
    void authorityChanged();
    const std::map<qint64, FoldedOperation> &open() const { return m_operations; }

    /** True where the route that was signed stood in the books for this type then. */
    bool routeStood(const JournalEntry &make, const FoldedOperation &operation);
    /** Whether the post of a housekeeping entry was held then. */
    bool holdsPost(const JournalEntry &entry);
    /** Natural person behind an account before that entry. */
    QString personOf(qint64 operatorId, qint64 beforeEntry);

private:
    struct RouteRow {
        QString key, division, steps;
        QDate from, to;
    };

    FoldedOperation &operation(const JournalEntry &entry);
    void beginMake(FoldedOperation &folded, const JournalEntry &entry,
                   const MakeCircumstances &circumstances);
    Circumstances circumstances(const JournalEntry &entry, const FoldedOperation &folded,
                                const MakeCircumstances &make);
    void settle(FoldedOperation &folded, const JournalEntry &entry, const Action &action,
                const Actor &actor, const Decision &decision);
    const Actor &actor(const JournalEntry &entry);
    const QList<Power> &powers(qint64 beforeEntry);
    const QList<RouteRow> &routes(qint64 beforeEntry);
    /** Between two changes of authority nothing of it changes: what was read is kept. */
    qint64 epoch(qint64 beforeEntry);

    Database &m_database;
    const Catalogue &m_catalogue;
    const TypeRegistry &m_registry;
    std::map<qint64, FoldedOperation> m_operations;
    QList<qint64> m_changes; ///< entries that changed who may do what, ascending
    qint64 m_epoch = -1;
    QHash<QString, Actor> m_actors;
    QList<Power> m_powers;
    QList<RouteRow> m_routes;
};

/** The action that an entry records. */
Action actionOf(const JournalEntry &entry, ActionKind kind);
/** The calendar time at which the registrar decided: the workstation's claim, which is signed. */
QDateTime decidedAt(const JournalEntry &entry);

} // namespace jubao

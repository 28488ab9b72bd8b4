// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/engine.h"
#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace jubao {

/**
 * Answers about tables that seldom change (who may do what, figures, places), kept from one
 * transaction to the next while the books stand where they stood, or have moved by nothing that
 * matters to them. Where they stand one question tells (the newest entry of the journal), asked
 * once in a transaction that needs an answer: in one that writes nobody else moves it. A statement
 * that changes such a table, whether or not it is rolled back, ends the keeping until the
 * transaction is over, and nothing is kept outside one, nor longer than a minute.
 */
class KeptAnswers : public std::enable_shared_from_this<KeptAnswers> {
public:
    struct Terms {
        QStringList tables; ///< whose rows are kept; a statement about any other is only passed on
        QString stand;      ///< the question that tells where the books stand: one row
        QString standsIn;   ///< the table that it looks at
        /** Whether what was kept where the books stood then is still so where they stand now. */
        std::function<bool(const QList<QByteArray> &before)> stillSo = {};
    };
    /** The row of `Terms::stand`, cell by cell. */
    using Stand = std::optional<QList<QByteArray>>;
    struct Rows {
        QStringList names;
        std::vector<std::vector<std::optional<QByteArray>>> cells;
    };
    using Answer = std::shared_ptr<const Rows>;
    /** A value that is bound; its kind is kept, since 1 and "1" are two questions. */
    struct Value {
        enum class Kind : char { Null = 'n', Integer = 'i', Text = 't', Bytes = 'b' };
        Kind kind = Kind::Null;
        QByteArray data = {};
    };

    explicit KeptAnswers(Terms terms);

    std::shared_ptr<Statement> prepare(const QString &sql, Engine &engine);
    bool keeps(const QString &table) const { return m_terms.tables.contains(table); }

    /** The outermost transaction began, or is over. */
    void begin();
    void end(bool committed);
    /** Whoever moved the books says where they stand now, so that nobody has to ask, and whether
     * what was learnt before may be so no longer. */
    void standsAt(const QList<QByteArray> &stand, bool matters = false);
    /** Another number than before where what was learnt from the tables then may be so no longer.
     */
    qint64 generation(Engine &engine);
    struct Place {
        Stand stand;
        int moves = 0;
    };
    Place place() const { return {m_stand, m_moves}; }
    /** What was done since was rolled back. */
    void backTo(const Place &place);

    /** From what is kept, or from the engine. */
    Answer answer(const QString &sql, const std::vector<Value> &values, Engine &engine);
    /** Before a statement runs that changes one of the tables, or what is looked at for the stand.
     */
    void changes(bool stand);

private:
    enum class Kind { Other, Asks, AsksForStand, Changes, MovesStand };
    struct Known {
        Kind kind = Kind::Other;
        QStringList names = {}; ///< of its parameters, by position
        QHash<QByteArray, Answer> answers = {};
    };

    Known &known(const QString &sql);
    Kind kindOf(const QString &sql) const;
    /** Asks where the books stand, once in a transaction; elsewhere than before, nothing is kept.
     */
    void look(Engine &engine);
    void forget();
    static Answer ask(const QString &sql, const std::vector<Value> &values, Engine &engine);

    Terms m_terms;
    QHash<QString, Known> m_known;
    qsizetype m_kept = 0;
    Stand m_keptAt; ///< where the books stood when what is kept was read
    Stand m_stand;
    int m_moves = 0;
    int m_movesBefore = 0; ///< the present transaction
    bool m_inside = false; ///< a transaction
    bool m_looked = false;
    bool m_changed = false;
    qint64 m_generation = 0;
    QElapsedTimer m_since; ///< when what is kept was looked at for the first time
};

} // namespace jubao

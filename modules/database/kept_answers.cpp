// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/kept_answers.h"

#include "database/error.h"
#include "database/placeholders.h"
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <stdexcept>
#include <utility>

namespace jubao {

namespace {

constexpr qsizetype mostRows = 20'000; ///< of all answers; one without rows counts as well
constexpr size_t mostOfOne = 2000;

/** Reads from an answer that was kept, or is asked for at the first step. */
class KeptStatement : public Statement {
public:
    KeptStatement(std::shared_ptr<KeptAnswers> kept, QString sql, QStringList names, Engine &engine)
        : m_kept(std::move(kept))
        , m_sql(std::move(sql))
        , m_names(std::move(names))
        , m_engine(engine)
        , m_values(size_t(m_names.size()))
    {
    }

    int position(const QString &name) const override { return int(m_names.indexOf(name)) + 1; }
    void bindNull(int position) override { at(position) = {}; }
    void bindInteger(int position, qint64 value) override
    {
        at(position) = {KeptAnswers::Value::Kind::Integer, QByteArray::number(value)};
    }
    void bindText(int position, const QString &value) override
    {
        at(position) = {KeptAnswers::Value::Kind::Text, value.toUtf8()};
    }
    void bindBytes(int position, const QByteArray &value) override
    {
        at(position) = {KeptAnswers::Value::Kind::Bytes, value};
    }
    bool step() override
    {
        if (!m_rows) {
            m_rows = m_kept->answer(m_sql, m_values, m_engine);
            m_next = 0;
        }
        if (m_next < m_rows->cells.size()) {
            ++m_next;
            return true;
        }
        m_rows.reset();
        return false;
    }
    void reset() override
    {
        m_rows.reset();
        std::fill(m_values.begin(), m_values.end(), KeptAnswers::Value());
    }
    qint64 integer(int column) const override
    {
        const std::optional<QByteArray> found = cell(column);
        if (!found)
            return 0;
        bool whole = false;
        const qint64 value = found->toLongLong(&whole);
        if (!whole)
            throw DatabaseError(DatabaseError::Kind::Other,
                                QStringLiteral("no whole number: ") + text(column));
        return value;
    }
    QString text(int column) const override { return QString::fromUtf8(bytes(column)); }
    QByteArray bytes(int column) const override { return cell(column).value_or(QByteArray()); }
    bool isNull(int column) const override { return !cell(column); }
    int columnCount() const override { return m_rows ? int(m_rows->names.size()) : 0; }
    QString columnName(int column) const override
    {
        return m_rows ? m_rows->names.value(column) : QString();
    }

private:
    KeptAnswers::Value &at(int position) { return m_values.at(size_t(position) - 1); }
    /** Null before the first row and behind the last, as with an engine's own statement. */
    std::optional<QByteArray> cell(int column) const
    {
        return m_rows && m_next > 0 ? m_rows->cells.at(m_next - 1).at(size_t(column))
                                    : std::nullopt;
    }

    std::shared_ptr<KeptAnswers> m_kept;
    QString m_sql;
    QStringList m_names;
    Engine &m_engine;
    std::vector<KeptAnswers::Value> m_values;
    KeptAnswers::Answer m_rows;
    size_t m_next = 0;
};

/** Passes everything on, and says so before it changes something. */
class ChangingStatement : public Statement {
public:
    ChangingStatement(std::shared_ptr<KeptAnswers> kept, bool movesStand,
                      std::shared_ptr<Statement> real)
        : m_kept(std::move(kept))
        , m_movesStand(movesStand)
        , m_real(std::move(real))
    {
    }
    ~ChangingStatement() override = default;

    int position(const QString &name) const override { return m_real->position(name); }
    void bindNull(int position) override { m_real->bindNull(position); }
    void bindInteger(int position, qint64 value) override { m_real->bindInteger(position, value); }
    void bindText(int position, const QString &value) override
    {
        m_real->bindText(position, value);
    }
    void bindBytes(int position, const QByteArray &value) override
    {
        m_real->bindBytes(position, value);
    }
    bool step() override
    {
        m_kept->changes(m_movesStand);
        return m_real->step();
    }
    void reset() override { m_real->reset(); }
    qint64 integer(int column) const override { return m_real->integer(column); }
    QString text(int column) const override { return m_real->text(column); }
    QByteArray bytes(int column) const override { return m_real->bytes(column); }
    bool isNull(int column) const override { return m_real->isNull(column); }
    int columnCount() const override { return m_real->columnCount(); }
    QString columnName(int column) const override { return m_real->columnName(column); }

private:
    std::shared_ptr<KeptAnswers> m_kept;
    bool m_movesStand;
    std::shared_ptr<Statement> m_real;
};

/** What stands behind one of these words. */
QSet<QString> tablesIn(const QString &sql, const QString &words)
{
    const QRegularExpression named(QStringLiteral("\\b(?:%1)\\s+(?:ONLY\\s+)?(\\w+)").arg(words),
                                   QRegularExpression::CaseInsensitiveOption);
    QSet<QString> tables;
    for (auto found = named.globalMatch(sql); found.hasNext();)
        tables.insert(found.next().captured(1).toLower());
    return tables;
}

/** A comma between FROM and what follows the tables may join another one. */
bool joinsByComma(const QString &sql)
{
    static const QRegularExpression tables(
        QStringLiteral(
            "\\bFROM\\b(.*?)(?:\\bWHERE\\b|\\bORDER\\b|\\bGROUP\\b|\\bUNION\\b|\\bLIMIT\\b|$)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    for (auto found = tables.globalMatch(sql); found.hasNext();) {
        if (found.next().captured(1).contains(u','))
            return true;
    }
    return false;
}

} // namespace

KeptAnswers::KeptAnswers(Terms terms) : m_terms(std::move(terms)) { }

std::shared_ptr<Statement> KeptAnswers::prepare(const QString &sql, Engine &engine)
{
    const Known &statement = known(sql);
    switch (statement.kind) {
    case Kind::Asks:
    case Kind::AsksForStand:
        return std::make_shared<KeptStatement>(shared_from_this(), sql, statement.names, engine);
    case Kind::Changes:
    case Kind::MovesStand:
        return std::make_shared<ChangingStatement>(
            shared_from_this(), statement.kind == Kind::MovesStand, engine.prepare(sql));
    case Kind::Other:
        break;
    }
    return engine.prepare(sql);
}

KeptAnswers::Known &KeptAnswers::known(const QString &sql)
{
    const auto found = m_known.find(sql);
    if (found != m_known.end())
        return *found;
    constexpr qsizetype mostStatements = 2000;
    if (m_known.size() >= mostStatements) {
        m_known.clear();
        m_kept = 0;
    }
    Known statement;
    statement.kind = kindOf(sql);
    if (statement.kind == Kind::Asks || statement.kind == Kind::AsksForStand)
        statement.names = numberPlaceholders(sql).names;
    return *m_known.insert(sql, statement);
}

KeptAnswers::Kind KeptAnswers::kindOf(const QString &sql) const
{
    if (sql == m_terms.stand)
        return Kind::AsksForStand;
    const auto isKept = [this](const QString &table) { return m_terms.tables.contains(table); };
    if (!sql.trimmed().startsWith(QLatin1String("SELECT"), Qt::CaseInsensitive)) {
        const QSet<QString> changed =
            tablesIn(sql, QStringLiteral("INTO|UPDATE|FROM|TABLE|TRUNCATE"));
        if (std::any_of(changed.begin(), changed.end(), isKept))
            return Kind::Changes;
        return changed.contains(m_terms.standsIn) ? Kind::MovesStand : Kind::Other;
    }
    const QSet<QString> asked = tablesIn(sql, QStringLiteral("FROM|JOIN"));
    const bool keeps = !asked.isEmpty() && std::all_of(asked.begin(), asked.end(), isKept);
    return keeps && !joinsByComma(sql) ? Kind::Asks : Kind::Other;
}

void KeptAnswers::begin()
{
    m_inside = true;
    m_looked = false;
    m_changed = false;
    m_movesBefore = m_moves;
    m_stand.reset();
}

void KeptAnswers::end(bool committed)
{
    if (!committed && m_moves != m_movesBefore)
        ++m_generation;
    if (m_changed)
        forget();
    else if (committed && m_looked)
        m_keptAt = m_stand;
    m_inside = false;
}

void KeptAnswers::forget()
{
    for (Known &each : m_known)
        each.answers.clear();
    m_kept = 0;
    m_keptAt.reset();
    ++m_generation;
}

void KeptAnswers::standsAt(const QList<QByteArray> &stand, bool matters)
{
    m_stand = stand;
    ++m_moves;
    if (matters)
        ++m_generation;
}

qint64 KeptAnswers::generation(Engine &engine)
{
    if (!m_inside)
        m_looked = false;
    look(engine);
    return m_generation;
}

void KeptAnswers::backTo(const Place &place)
{
    if (m_moves != place.moves || m_changed)
        ++m_generation;
    if (m_moves == place.moves)
        return;
    m_stand = place.stand;
    ++m_moves;
}

void KeptAnswers::changes(bool stand)
{
    if (stand) {
        m_stand.reset();
        ++m_moves;
    } else {
        m_changed = true;
        ++m_generation;
    }
    if (!m_inside)
        forget();
}

void KeptAnswers::look(Engine &engine)
{
    constexpr qint64 longestMs = 60'000;
    if (m_looked)
        return;
    const Answer rows = ask(m_terms.stand, {}, engine);
    Stand stand(QList<QByteArray>{});
    if (!rows->cells.empty()) {
        for (const std::optional<QByteArray> &cell : rows->cells.front())
            stand->append(cell.value_or(QByteArray()));
    }
    const auto isStillSo = [&] {
        return m_keptAt && !m_since.hasExpired(longestMs)
            && (stand == m_keptAt
                || (m_terms.stillSo && !m_keptAt->isEmpty() && m_terms.stillSo(*m_keptAt)));
    };
    if (!m_since.isValid() || !isStillSo()) {
        forget();
        m_since.start();
    }
    m_keptAt = stand;
    m_stand = stand;
    m_looked = true;
}

KeptAnswers::Answer KeptAnswers::ask(const QString &sql, const std::vector<Value> &values,
                                     Engine &engine)
{
    const std::shared_ptr<Statement> real = engine.prepare(sql);
    int position = 0;
    for (const Value &value : values) {
        ++position;
        switch (value.kind) {
        case Value::Kind::Null:
            real->bindNull(position);
            break;
        case Value::Kind::Integer:
            real->bindInteger(position, value.data.toLongLong());
            break;
        case Value::Kind::Text:
            real->bindText(position, QString::fromUtf8(value.data));
            break;
        case Value::Kind::Bytes:
            real->bindBytes(position, value.data);
            break;
        }
    }
    auto rows = std::make_shared<Rows>();
    while (real->step()) {
        const int columns = real->columnCount();
        if (rows->names.isEmpty()) {
            for (int column = 0; column < columns; ++column)
                rows->names.append(real->columnName(column));
        }
        std::vector<std::optional<QByteArray>> row(static_cast<size_t>(columns));
        for (int column = 0; column < columns; ++column) {
            if (!real->isNull(column))
                row[size_t(column)] = real->bytes(column);
        }
        rows->cells.push_back(std::move(row));
    }
    return rows;
}

KeptAnswers::Answer KeptAnswers::answer(const QString &sql, const std::vector<Value> &values,
                                        Engine &engine)
{
    if (!m_inside)
        return ask(sql, values, engine);
    look(engine);
    if (known(sql).kind == Kind::AsksForStand) {
        // Asked again behind an entry whose writer did not say where the books stand now.
        if (!m_stand)
            return ask(sql, values, engine);
        auto rows = std::make_shared<Rows>();
        if (!m_stand->isEmpty())
            rows->cells.emplace_back(m_stand->begin(), m_stand->end());
        return rows;
    }
    if (m_changed)
        return ask(sql, values, engine);
    QByteArray key;
    for (const Value &value : values)
        key += char(value.kind) + QByteArray::number(value.data.size()) + ' ' + value.data;
    if (const Answer before = known(sql).answers.value(key))
        return before;
    const Answer now = ask(sql, values, engine);
    if (now->cells.size() > mostOfOne)
        return now;
    if (m_kept >= mostRows) {
        const Stand keptAt = m_keptAt;
        forget();
        m_keptAt = keptAt;
    }
    known(sql).answers.insert(key, now);
    m_kept += qsizetype(now->cells.size()) + 1;
    return now;
}

} // namespace jubao

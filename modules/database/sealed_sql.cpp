// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/sealed_sql.h"

#include <QMultiHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace jubao {

namespace {

/** Words, numbers, signs and how texts begin, without comments. */
QStringList tokensOf(const QString &sql)
{
    static const QRegularExpression token(
        QStringLiteral("--[^\\n]*|'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_]*|[0-9]+|::|\\S"));
    QStringList tokens;
    QRegularExpressionMatchIterator each = token.globalMatch(sql);
    while (each.hasNext()) {
        const QString text = each.next().captured();
        if (!text.startsWith(QLatin1String("--")))
            tokens.append(text.startsWith(u'\'') ? text.left(3) : text.toLower());
    }
    return tokens;
}

bool isWord(const QString &token)
{
    return !token.isEmpty() && (token.at(0).isLetter() || token.at(0) == u'_');
}

/** Where a list of columns ends that stands in the same brackets. */
const QSet<QString> &endsOfList()
{
    static const QSet<QString> ends{
        QStringLiteral("from"),      QStringLiteral("where"), QStringLiteral("group"),
        QStringLiteral("having"),    QStringLiteral("order"), QStringLiteral("limit"),
        QStringLiteral("offset"),    QStringLiteral("union"), QStringLiteral("except"),
        QStringLiteral("intersect"), QStringLiteral("for"),   QStringLiteral("on"),
        QStringLiteral("returning"), QStringLiteral("rows"),  QStringLiteral("range"),
        QStringLiteral("window"),    QStringLiteral("fetch"), QStringLiteral(";")};
    return ends;
}

class Examination {
public:
    Examination(const QString &sql, const SealedColumns &sealed, const QStringList &results)
        : m_tokens(tokensOf(sql))
        , m_sealed(sealed)
        , m_results(results)
    {
        findAliases();
    }

    QString run()
    {
        for (qsizetype i = 0; i < m_tokens.size(); ++i) {
            const QString &word = m_tokens.at(i);
            if (word == QLatin1String("by") && i > 0
                && m_tokens.at(i - 1) == QLatin1String("order"))
                examineOrder(i + 1);
            else if (word == QLatin1String("by") && i > 0
                     && m_tokens.at(i - 1) == QLatin1String("group"))
                examineOnce(i + 1, "groups by");
            else if (word == QLatin1String("distinct"))
                examineOnce(i + 1, "takes the distinct of");
            else if (word == QLatin1String("select"))
                examineUnion(i + 1);
            else if (word == QLatin1String("in"))
                examineList(i);
            else if (word == QLatin1String("cast") && at(i + 1) == QLatin1String("("))
                examineCast(i + 2);
            else if (word == QLatin1String("::") && i > 0)
                examineCast(i - 1);
        }
        return m_misuse;
    }

private:
    QString at(qsizetype i) const { return m_tokens.value(i); }

    void findAliases()
    {
        for (qsizetype i = 0; i < m_tokens.size(); ++i) {
            const QString &table = m_tokens.at(i);
            if (!m_sealed.contains(table) || at(i + 1) == QLatin1String("."))
                continue;
            m_tables.insert(table, table);
            const QString next = at(i + 1) == QLatin1String("as") ? at(i + 2) : at(i + 1);
            if (isWord(next))
                m_tables.insert(next, table);
        }
    }

    /** The way of a column name, with its table's name or alias where it has one. */
    std::optional<CellCodec::Way> wayAt(qsizetype place) const
    {
        const QString &column = m_tokens.at(place);
        if (!isWord(column) || at(place + 1) == QLatin1String(".")
            || at(place + 1) == QLatin1String("("))
            return std::nullopt;
        const bool qualified = place > 1 && m_tokens.at(place - 1) == QLatin1String(".");
        const QList<QString> tables =
            qualified ? m_tables.values(m_tokens.at(place - 2)) : m_tables.values();
        for (const QString &table : tables) {
            const auto &columns = m_sealed[table];
            const auto found = columns.constFind(column);
            if (found != columns.constEnd())
                return *found;
        }
        return std::nullopt;
    }

    /** Past the list that begins here; gives each place of it that is in no inner brackets. */
    template <typename Visit> qsizetype eachInList(qsizetype from, const Visit &visit) const
    {
        int depth = 0;
        qsizetype i = from;
        for (; i < m_tokens.size(); ++i) {
            const QString &token = m_tokens.at(i);
            if (token == QLatin1String(")") && --depth < 0)
                break;
            if (token == QLatin1String("("))
                ++depth;
            if (depth == 0 && endsOfList().contains(token))
                break;
            visit(i, depth);
        }
        return i;
    }

    /** Inside an expression too: what is made of a cell has no order that means anything. */
    void examineOrder(qsizetype from)
    {
        eachInList(from, [this](qsizetype i, int depth) {
            const bool alone = depth == 0 && at(i - 1) != QLatin1String(".");
            const bool isResult =
                m_results.contains(at(i)) || !m_results.value(at(i).toInt() - 1).isEmpty();
            if (wayAt(i) || (alone && isResult))
                say("orders by", i);
        });
    }

    void examineOnce(qsizetype from, const char *what)
    {
        eachInList(from, [this, what](qsizetype i, int depth) {
            if (depth == 0 && wayAt(i) == CellCodec::Way::Once)
                say(what, i);
        });
    }

    /** UNION without ALL compares rows, and so do EXCEPT and INTERSECT. */
    void examineUnion(qsizetype from)
    {
        qsizetype end = eachInList(from, [](qsizetype, int) {});
        while (end < m_tokens.size() && !isSetWord(end) && at(end) != QLatin1String(")"))
            end = eachInList(end + 1, [](qsizetype, int) {});
        const bool before = from > 1
            && (isSetWord(from - 2)
                || (at(from - 2) == QLatin1String("distinct") && from > 2 && isSetWord(from - 3)));
        if (before || comparesRows(end))
            examineOnce(from, "unites");
    }

    bool isSetWord(qsizetype i) const
    {
        return at(i) == QLatin1String("union") || at(i) == QLatin1String("except")
            || at(i) == QLatin1String("intersect");
    }
    bool comparesRows(qsizetype i) const
    {
        return isSetWord(i) && at(i + 1) != QLatin1String("all");
    }

    /** Among several values the server takes a literal for bytes; alone it refuses it. */
    void examineList(qsizetype in)
    {
        const qsizetype column = at(in - 1) == QLatin1String("not") ? in - 2 : in - 1;
        if (column < 0 || !wayAt(column) || at(in + 1) != QLatin1String("("))
            return;
        for (qsizetype i = in + 2; i < m_tokens.size() && at(i) != QLatin1String(")"); ++i) {
            if (at(i).startsWith(u'\'') && at(i) != QLatin1String("''"))
                say("compares with a literal", column);
        }
    }

    void examineCast(qsizetype column)
    {
        if (at(column + 1) == QLatin1String("."))
            column += 2;
        if (column < m_tokens.size() && wayAt(column))
            say("casts", column);
    }

    void say(const char *what, qsizetype place)
    {
        if (m_misuse.isEmpty())
            m_misuse = QStringLiteral("%1 %2, which is sealed")
                           .arg(QLatin1String(what), m_tokens.at(place));
    }

    const QStringList m_tokens;
    const SealedColumns &m_sealed;
    const QStringList &m_results;
    QMultiHash<QString, QString> m_tables; ///< alias → table
    QString m_misuse;
};

} // namespace

bool mayMisuseSealed(const QString &sql)
{
    static const QRegularExpression words(
        QStringLiteral("\\b(?:order|group|distinct|union|except|intersect|cast|in)\\b|::"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(sql).hasMatch();
}

QString misuseOfSealed(const QString &sql, const SealedColumns &sealed,
                       const QStringList &sealedResults)
{
    return Examination(sql, sealed, sealedResults).run();
}

} // namespace jubao

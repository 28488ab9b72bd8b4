// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/placeholders.h"

#include <stdexcept>

namespace jubao {

namespace {

bool isNamePart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/** Goes through a statement once and copies it, with other placeholders. */
class Numbering {
public:
    explicit Numbering(const QString &sql) : m_sql(sql) { }

    NumberedStatement run()
    {
        while (m_at < m_sql.size()) {
            const QChar c = m_sql.at(m_at);
            if (c == u'\'' || c == u'"')
                copyQuoted(c);
            else if (c == u'-' && m_sql.mid(m_at, 2) == QLatin1String("--"))
                copyTo(lineEnd());
            else if (c == u'?')
                place({}, m_at + 1);
            else if (c == u':' && m_sql.mid(m_at, 2) == QLatin1String("::"))
                copyTo(m_at + 2);
            else if (c == u':' && m_at + 1 < m_sql.size() && isNamePart(m_sql.at(m_at + 1)))
                placeNamed();
            else if (c == u';' && !m_sql.mid(m_at + 1).trimmed().isEmpty())
                throw std::logic_error("one statement at a time: " + m_sql.toStdString());
            else
                copyTo(m_at + 1);
        }
        return {m_result.toUtf8(), m_names};
    }

private:
    void copyTo(qsizetype end)
    {
        m_result += QStringView(m_sql).mid(m_at, end - m_at);
        m_at = end;
    }
    /** A doubled quote closes one and opens the next, which comes to the same. */
    void copyQuoted(QChar quote)
    {
        const qsizetype end = m_sql.indexOf(quote, m_at + 1);
        copyTo(end < 0 ? m_sql.size() : end + 1);
    }
    qsizetype lineEnd() const
    {
        const qsizetype end = m_sql.indexOf(u'\n', m_at);
        return end < 0 ? m_sql.size() : end;
    }
    void placeNamed()
    {
        qsizetype end = m_at + 1;
        while (end < m_sql.size() && isNamePart(m_sql.at(end)))
            ++end;
        place(m_sql.mid(m_at, end - m_at), end);
    }
    void place(const QString &name, qsizetype end)
    {
        qsizetype index = name.isEmpty() ? -1 : m_names.indexOf(name);
        if (index < 0) {
            index = m_names.size();
            m_names.append(name);
        }
        m_result += u'$' + QString::number(index + 1);
        m_at = end;
    }

    const QString &m_sql;
    qsizetype m_at = 0;
    QString m_result;
    QStringList m_names;
};

} // namespace

NumberedStatement numberPlaceholders(const QString &sql)
{
    return Numbering(sql).run();
}

} // namespace jubao

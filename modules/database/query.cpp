// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/query.h"

#include <stdexcept>

namespace jubao {

namespace {

/** As Qt::ISODate writes it, without its format machinery: dates are bound a million times. */
QString isoDate(const QDate &date)
{
    if (date.year() < 1000 || date.year() > 9999)
        return date.toString(Qt::ISODate);
    QString text(QStringLiteral("0000-00-00"));
    const auto put = [&text](qsizetype place, int digits, int value) {
        for (; digits > 0; --digits, value /= 10)
            text[place + digits - 1] = QChar(u'0' + value % 10);
    };
    put(0, 4, date.year());
    put(5, 2, date.month());
    put(8, 2, date.day());
    return text;
}

/** Gives the value to `taker` as the kind that it has in the books. */
template <typename Taker> void give(const QVariant &value, Taker &&taker)
{
    if (value.isNull() && value.typeId() != QMetaType::QString
        && value.typeId() != QMetaType::QByteArray) {
        taker.null();
        return;
    }
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::Long:
        taker.integer(value.toLongLong());
        return;
    case QMetaType::QString:
        taker.text(value.toString());
        return;
    case QMetaType::QByteArray:
        taker.bytes(value.toByteArray());
        return;
    case QMetaType::QDate:
        taker.text(isoDate(value.toDate()));
        return;
    default:
        throw std::logic_error(std::string("no such type in the books: ") + value.typeName());
    }
}

struct Binding {
    Statement &statement;
    int position;
    void null() { statement.bindNull(position); }
    void integer(qint64 value) { statement.bindInteger(position, value); }
    void text(const QString &value) { statement.bindText(position, value); }
    void bytes(const QByteArray &value) { statement.bindBytes(position, value); }
};

struct Adding {
    BulkInsert &rows;
    void null() { rows.addNull(); }
    void integer(qint64 value) { rows.addInteger(value); }
    void text(const QString &value) { rows.addText(value.toUtf8()); }
    void bytes(const QByteArray &value) { rows.addBytes(value); }
};

} // namespace

void addValue(BulkInsert &rows, const QVariant &value)
{
    give(value, Adding{rows});
}

Query &Query::bind(const QString &name, const QVariant &value)
{
    const int position = m_statement->position(name);
    if (position == 0)
        throw std::logic_error("the statement has no parameter " + name.toStdString());
    give(value, Binding{*m_statement, position});
    return *this;
}

Query &Query::bind(int position, const QVariant &value)
{
    give(value, Binding{*m_statement, position});
    return *this;
}

Query &Query::ask()
{
    m_statement->ask();
    return *this;
}

bool Query::next()
{
    return m_statement->step();
}

void Query::run()
{
    while (m_statement->step()) { }
}

Query &Query::reset()
{
    m_statement->reset();
    return *this;
}

std::optional<qint64> Query::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

} // namespace jubao

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

void bindValue(Statement &statement, int position, const QVariant &value)
{
    if (value.isNull() && value.typeId() != QMetaType::QString
        && value.typeId() != QMetaType::QByteArray) {
        statement.bindNull(position);
        return;
    }
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::Long:
        statement.bindInteger(position, value.toLongLong());
        return;
    case QMetaType::QString:
        statement.bindText(position, value.toString());
        return;
    case QMetaType::QByteArray:
        statement.bindBytes(position, value.toByteArray());
        return;
    case QMetaType::QDate:
        statement.bindText(position, isoDate(value.toDate()));
        return;
    default:
        throw std::logic_error(std::string("no such type in the books: ") + value.typeName());
    }
}

} // namespace

Query &Query::bind(const QString &name, const QVariant &value)
{
    const int position = m_statement->position(name);
    if (position == 0)
        throw std::logic_error("the statement has no parameter " + name.toStdString());
    bindValue(*m_statement, position, value);
    return *this;
}

Query &Query::bind(int position, const QVariant &value)
{
    bindValue(*m_statement, position, value);
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

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/transaction.h"

#include "database/database.h"
#include "database/error.h"
#include <QDebug>
#include <stdexcept>

namespace jubao {

namespace {

QString savepoint(int depth)
{
    return QStringLiteral("level_%1").arg(depth);
}

} // namespace

Transaction::Transaction(Database &database) : m_database(database), m_depth(database.m_depth)
{
    if (m_depth == 0)
        m_database.m_engine->begin();
    else
        m_database.execute(QStringLiteral("SAVEPOINT ") + savepoint(m_depth));
    ++m_database.m_depth;
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        rollback();
    } catch (const DatabaseError &error) {
        // The engine has rolled back by itself after a failure such as a full disk.
        qInfo("rollback: %s", qPrintable(error.detail()));
    }
}

void Transaction::commit()
{
    m_database.execute(m_depth == 0 ? QStringLiteral("COMMIT")
                                    : QStringLiteral("RELEASE ") + savepoint(m_depth));
    m_open = false;
    m_database.m_depth = m_depth;
}

void Transaction::rollback()
{
    m_open = false;
    m_database.m_depth = m_depth;
    if (m_depth == 0) {
        m_database.execute(QStringLiteral("ROLLBACK"));
        return;
    }
    m_database.execute(QStringLiteral("ROLLBACK TO ") + savepoint(m_depth));
    m_database.execute(QStringLiteral("RELEASE ") + savepoint(m_depth));
}

ReadTransaction::ReadTransaction(Database &database) : m_database(database)
{
    if (m_database.m_depth > 0)
        throw std::logic_error("a reading transaction inside another one");
    m_database.m_engine->beginReading();
    ++m_database.m_depth;
}

ReadTransaction::~ReadTransaction()
{
    m_database.m_depth = 0;
    try {
        m_database.execute(QStringLiteral("ROLLBACK"));
    } catch (const DatabaseError &error) {
        qInfo("end of reading: %s", qPrintable(error.detail()));
    }
}

} // namespace jubao

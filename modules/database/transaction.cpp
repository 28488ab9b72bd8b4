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
    KeptAnswers *kept = m_database.keptAnswers();
    if (m_depth == 0) {
        m_database.m_engine->begin();
        m_database.m_written.clear();
        if (kept)
            kept->begin();
    } else {
        m_database.settle(); // what went wrong before is no part of this one
        m_database.execute(QStringLiteral("SAVEPOINT ") + savepoint(m_depth));
        if (kept)
            m_keptAt = kept->place();
    }
    m_idsBefore = m_database.m_ids;
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
    // A COMMIT waits for what is on its way by itself.
    if (m_depth > 0)
        m_database.settle();
    else
        IdGiver::giveBack(m_database);
    m_database.execute(m_depth == 0 ? QStringLiteral("COMMIT")
                                    : QStringLiteral("RELEASE ") + savepoint(m_depth));
    m_open = false;
    m_database.m_depth = m_depth;
    if (m_depth == 0 && m_database.keptAnswers())
        m_database.keptAnswers()->end(true);
}

void Transaction::rollback()
{
    m_open = false;
    m_database.m_depth = m_depth;
    m_database.m_ids = m_idsBefore;
    if (KeptAnswers *kept = m_database.keptAnswers()) {
        if (m_depth == 0)
            kept->end(false);
        else
            kept->backTo(m_keptAt);
    }
    m_database.engine().abandon();
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
    if (m_database.keptAnswers())
        m_database.keptAnswers()->begin();
    ++m_database.m_depth;
}

ReadTransaction::~ReadTransaction()
{
    m_database.m_depth = 0;
    if (m_database.keptAnswers())
        m_database.keptAnswers()->end(true);
    try {
        m_database.engine().abandon();
        m_database.execute(QStringLiteral("ROLLBACK"));
    } catch (const DatabaseError &error) {
        qInfo("end of reading: %s", qPrintable(error.detail()));
    }
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace jubao {

/**
 * Notices what others enter on the same books: at once where the county's service tells of it, else
 * by looking every few seconds.
 */
class BooksWatch : public QObject {
    Q_OBJECT

public:
    BooksWatch(Office &office, Session &session, QObject *parent = nullptr);
    ~BooksWatch() override;

    /** Number of the newest entry that was seen. */
    qint64 seen() const { return m_seen; }
    /** Whether the books could be reached when they were last looked at. */
    bool reached() const { return m_reached; }
    /** Something was done in this window: whatever was entered until now is seen with it. */
    void catchUp();
    /** Looks now. Does not wait where nobody answers. */
    void look();

signals:
    /** There are entries after \a since; some of them may be own ones. */
    void grew(qint64 since);
    /** The window has not shown yet what the last `grew` was about. */
    void othersActed();
    void reachedChanged();

private:
    void lookSoon();
    void see(qint64 newest, bool byOthers);

    Office &m_office;
    Session &m_session;
    QTimer m_regular;
    QTimer m_soon;
    QElapsedTimer m_sinceLast;
    qint64 m_seen = 0;
    bool m_reached = true;
};

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/books_watch.h"

#include "desk/background.h"
#include <algorithm>

namespace jubao {

namespace {

constexpr int regularMs = 4000;
/** Where news come by themselves, looking only finds out that they have stopped. */
constexpr int toldMs = 10'000;
/** Asked less often while nobody answers, so that typing goes on. */
constexpr int silentMs = 15'000;
constexpr int soonMs = 100;
/** Fifty desks that are told of every entry of each other must not keep the service busy. */
constexpr int leastBetweenMs = 1500;

} // namespace

BooksWatch::BooksWatch(Office &office, Session &session, QObject *parent)
    : QObject(parent)
    , m_office(office)
    , m_session(session)
{
    m_soon.setSingleShot(true);
    connect(&m_regular, &QTimer::timeout, this, &BooksWatch::look);
    connect(&m_soon, &QTimer::timeout, this, &BooksWatch::look);
    m_regular.start(regularMs);
    m_sinceLast.start();
    m_office.listen([this] { lookSoon(); });
}

BooksWatch::~BooksWatch()
{
    m_office.listen({});
}

void BooksWatch::lookSoon()
{
    if (m_soon.isActive())
        return;
    const int left = leastBetweenMs - int(std::min<qint64>(m_sinceLast.elapsed(), leastBetweenMs));
    m_soon.start(std::max(soonMs, left));
}

void BooksWatch::look()
{
    if (m_session.isLocked())
        return;
    if (officeIsBusy()) {
        lookSoon();
        return;
    }
    const std::optional<qint64> newest = m_office.glance();
    m_sinceLast.restart();
    m_regular.setInterval(!newest ? silentMs : m_office.listens() ? toldMs : regularMs);
    if (m_reached != newest.has_value()) {
        m_reached = newest.has_value();
        emit reachedChanged();
    }
    if (newest)
        see(*newest, true);
}

void BooksWatch::catchUp()
{
    see(m_office.journal().headSeq(), false);
}

void BooksWatch::see(qint64 newest, bool byOthers)
{
    const qint64 since = m_seen;
    m_seen = newest;
    if (since == newest || since == 0)
        return;
    emit grew(since);
    if (byOthers)
        emit othersActed();
}

} // namespace jubao

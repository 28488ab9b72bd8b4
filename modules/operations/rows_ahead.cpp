// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/rows_ahead.h"

namespace jubao {

namespace {

constexpr qsizetype rowsInPart = 256;
constexpr size_t partsAhead = 8;

} // namespace

RowsAhead::RowsAhead(RowSource source) : m_source(std::move(source)), m_thread([this] { read(); })
{
}

RowsAhead::~RowsAhead()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void RowsAhead::read()
{
    try {
        Part part;
        for (BatchRow row; m_source.next(row);) {
            part.append(row);
            if (part.size() < rowsInPart)
                continue;
            if (!handOver(std::exchange(part, {})))
                return;
        }
        handOver(part);
        end(nullptr);
    } catch (...) {
        end(std::current_exception());
    }
}

bool RowsAhead::handOver(Part part)
{
    if (m_source.permille)
        m_permille = m_source.permille();
    std::deque<Part> used;
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_stopped || m_parts.size() < partsAhead; });
        if (m_stopped)
            return false;
        m_parts.push_back(std::move(part));
        used.swap(m_used);
    }
    m_changed.notify_all();
    return true;
}

void RowsAhead::end(std::exception_ptr why)
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_failure = std::move(why);
    }
    m_changed.notify_all();
}

bool RowsAhead::next(BatchRow &row)
{
    while (m_place >= m_current.size()) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_ended || !m_parts.empty(); });
        if (m_parts.empty()) {
            if (m_failure)
                std::rethrow_exception(std::exchange(m_failure, nullptr));
            return false;
        }
        m_used.push_back(std::exchange(m_current, std::move(m_parts.front())));
        m_parts.pop_front();
        m_place = 0;
        m_changed.notify_all();
    }
    std::swap(row, m_current[m_place++]);
    return true;
}

} // namespace jubao

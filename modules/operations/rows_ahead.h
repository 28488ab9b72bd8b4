// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace jubao {

/**
 * Reads a source in a thread of its own, some parts ahead of whoever takes the rows: a sheet is
 * read while the rows before are judged and staged. The source must not touch the books. What it
 * throws is thrown to the taker in its turn.
 */
class RowsAhead {
public:
    explicit RowsAhead(RowSource source);
    ~RowsAhead();
    RowsAhead(const RowsAhead &) = delete;
    RowsAhead &operator=(const RowsAhead &) = delete;

    bool next(BatchRow &row);
    int permille() const { return m_permille; }

private:
    using Part = QList<BatchRow>;

    void read();
    /** False when nobody takes rows any more. */
    bool handOver(Part part);
    void end(std::exception_ptr why);

    RowSource m_source;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Part> m_parts;
    std::deque<Part> m_used; ///< freed where they were made: threads then do not wait for memory
    bool m_ended = false;
    bool m_stopped = false;
    std::exception_ptr m_failure;
    std::atomic<int> m_permille{0};
    Part m_current;
    qsizetype m_place = 0;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace jubao

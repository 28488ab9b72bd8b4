// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace jubao {

/** How long whoever works beside others waits for something to do before he looks whether he is to
 * stop. */
constexpr std::chrono::milliseconds untilItLooksUp{50};

/**
 * One of the service's hands: does `round` again and again in a thread of its own until it is
 * destroyed or `round` throws. The last member of whatever it works for.
 */
class Worker {
public:
    explicit Worker(std::function<void()> round);

    /** Throws what ended the work (the server is gone), if anything did. */
    void check() const;

private:
    mutable std::mutex m_guard; ///< of what ended it
    std::exception_ptr m_ended;
    std::jthread m_thread;
};

} // namespace jubao

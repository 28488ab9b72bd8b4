// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/worker.h"

#include <utility>

namespace jubao {

Worker::Worker(std::function<void()> round)
    : m_thread([this, round = std::move(round)](const std::stop_token &stopping) {
        try {
            while (!stopping.stop_requested())
                round();
        } catch (...) {
            const std::lock_guard lock(m_guard);
            m_ended = std::current_exception();
        }
    })
{
}

void Worker::check() const
{
    const std::lock_guard lock(m_guard);
    if (m_ended)
        std::rethrow_exception(m_ended);
}

} // namespace jubao

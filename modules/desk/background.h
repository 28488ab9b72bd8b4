// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QObject;
class QTimer;

namespace jubao {

class Office;

/**
 * Runs `work` in a thread of its own while the windows stay alive (painted, but deaf to keys), and
 * throws here what it throws. The office belongs to that thread until it ends: whatever runs by a
 * timer asks `officeIsBusy` first.
 */
void runBeside(const std::function<void()> &work);
bool officeIsBusy();

/**
 * Runs what enters something. At a desk of the county it runs beside the window, for the service
 * may take its time or be away; \a waiting is called once a second has passed without an answer.
 */
void enterBeside(const Office &office, const std::function<void()> &work,
                 const std::function<void()> &waiting);

/** Calls \a work when the timer is over; while the office is busy, a pause later. */
void whenFree(QTimer &timer, QObject *context, const std::function<void()> &work);

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/background.h"

#include "operations/office.h"
#include <QEventLoop>
#include <QThread>
#include <QTimer>
#include <exception>
#include <memory>

namespace jubao {

namespace {

int running = 0;

} // namespace

void runBeside(const std::function<void()> &work)
{
    std::exception_ptr thrown;
    const std::unique_ptr<QThread> thread(QThread::create([&work, &thrown] {
        try {
            work();
        } catch (...) {
            thrown = std::current_exception();
        }
    }));
    QEventLoop loop;
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    ++running;
    thread->start();
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    thread->wait();
    --running;
    if (thrown)
        std::rethrow_exception(thrown);
}

bool officeIsBusy()
{
    return running > 0;
}

void enterBeside(const Office &office, const std::function<void()> &work,
                 const std::function<void()> &waiting)
{
    if (!office.isCountyDesk()) {
        work();
        return;
    }
    constexpr int untilItIsToldMs = 1000;
    QTimer late;
    late.setSingleShot(true);
    QObject::connect(&late, &QTimer::timeout, &late, waiting);
    late.start(untilItIsToldMs);
    runBeside(work);
}

void whenFree(QTimer &timer, QObject *context, const std::function<void()> &work)
{
    QObject::connect(&timer, &QTimer::timeout, context, [&timer, work] {
        if (officeIsBusy())
            timer.start();
        else
            work();
    });
}

} // namespace jubao

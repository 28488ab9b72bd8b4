// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/background.h"

#include <QEventLoop>
#include <QThread>
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

} // namespace jubao

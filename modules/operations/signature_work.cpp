// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/verifier.h"
#include <atomic>
#include <thread>

namespace jubao {

using CheckerByKey = QHash<QString, std::shared_ptr<SignatureChecker>>;

struct SignatureWork::Private {
    std::vector<Item> items;
    std::atomic<size_t> next{0};
    std::vector<CheckerByKey> checkers; ///< one set per worker: a checker is not shared
    std::vector<std::thread> threads;

    void work(size_t worker);
    void check(Item &item, CheckerByKey &own);
};

void SignatureWork::Private::check(Item &item, CheckerByKey &own)
{
    const QByteArray message = item.entry->canonical();
    item.hashGood = sm3Hex(message) == item.entry->hash;
    if (!item.wanted || item.publicKey.isEmpty()) {
        item.signatureGood = !item.wanted;
        return;
    }
    try {
        std::shared_ptr<SignatureChecker> &checker = own[item.publicKey];
        if (!checker)
            checker = std::make_shared<SignatureChecker>(item.publicKey);
        item.signatureGood =
            checker->check(message, QByteArray::fromHex(item.entry->signature.toLatin1()));
    } catch (const std::exception &) {
        item.signatureGood = false; // A malformed key or signature proves nothing.
    }
}

void SignatureWork::Private::work(size_t worker)
{
    for (size_t place = next++; place < items.size(); place = next++)
        check(items[place], checkers[worker]);
}

SignatureWork::SignatureWork(int workers) : d(std::make_unique<Private>())
{
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    d->checkers.resize(workers > 0 ? size_t(workers) : size_t(cores));
}

SignatureWork::~SignatureWork()
{
    d->next = d->items.size();
    for (std::thread &thread : d->threads)
        thread.join();
}

void SignatureWork::begin(std::vector<Item> items)
{
    d->items = std::move(items);
    d->next = 0;
    // The first set of checkers is the caller's, who comes back in `finish`.
    for (size_t worker = 1; worker < d->checkers.size(); ++worker)
        d->threads.emplace_back([this, worker] { d->work(worker); });
}

const std::vector<SignatureWork::Item> &SignatureWork::finish()
{
    d->work(0);
    for (std::thread &thread : d->threads)
        thread.join();
    d->threads.clear();
    return d->items;
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/asked.h"
#include "operations/verifier.h"
#include <atomic>
#include <thread>

namespace jubao {

struct SignatureWork::Private {
    std::vector<Item> items;
    std::atomic<size_t> next{0};
    std::vector<SignatureCheckers> checkers; ///< one set per worker: they are not shared
    std::vector<std::thread> threads;

    QString officeIdentity;

    void work(size_t worker);
    void check(Item &item, SignatureCheckers &own) const;
};

void SignatureWork::Private::check(Item &item, SignatureCheckers &own) const
{
    const JournalEntry &entry = *item.entry;
    const QByteArray message = entry.canonical();
    item.hashGood = sm3Hex(message) == entry.hash;
    if (!item.wanted || item.publicKey.isEmpty() || (item.asked && item.operatorKey.isEmpty())) {
        item.signatureGood = !item.wanted;
        return;
    }
    try {
        item.signatureGood =
            own.check(item.publicKey, message, QByteArray::fromHex(entry.signature.toLatin1()))
            && (!item.asked
                || own.check(item.operatorKey, askedMessage(entry, officeIdentity),
                             askedSignature(entry)));
    } catch (const std::exception &) {
        item.signatureGood = false; // A malformed key or signature proves nothing.
    }
}

void SignatureWork::Private::work(size_t worker)
{
    for (size_t place = next++; place < items.size(); place = next++)
        check(items[place], checkers[worker]);
}

SignatureWork::SignatureWork(int workers, QString officeIdentity) : d(std::make_unique<Private>())
{
    d->officeIdentity = std::move(officeIdentity);
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

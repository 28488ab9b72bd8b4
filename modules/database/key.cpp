// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/key.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <stdexcept>
#include <utility>

namespace jubao {

namespace {

constexpr int keyBytes = 32;

} // namespace

void wipe(QByteArray &secret)
{
    if (!secret.isEmpty())
        OPENSSL_cleanse(secret.data(), size_t(secret.size()));
    secret.clear();
}

Key::~Key()
{
    wipe(m_bytes);
}

Key::Key(Key &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) { }

Key &Key::operator=(Key &&other) noexcept
{
    if (this != &other) {
        wipe(m_bytes);
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Key Key::random()
{
    Key key;
    key.m_bytes.resize(keyBytes);
    if (RAND_bytes(reinterpret_cast<unsigned char *>(key.m_bytes.data()), keyBytes) != 1)
        throw std::runtime_error("no random numbers");
    return key;
}

Key Key::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() != keyBytes)
        throw std::invalid_argument("a data key has 32 bytes");
    Key key;
    key.m_bytes = QByteArray(bytes.constData(), bytes.size());
    return key;
}

QByteArray Key::rawKeyText() const
{
    return "x'" + m_bytes.toHex() + '\'';
}

} // namespace jubao

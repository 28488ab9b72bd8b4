// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace jubao {

/** The 32-byte data key of an office file. Moved, not copied by accident; wiped when it goes. */
class Key {
public:
    Key() = default;
    ~Key();
    Key(Key &&other) noexcept;
    Key &operator=(Key &&other) noexcept;
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;

    static Key random();
    /** Throws std::invalid_argument unless there are 32 bytes. */
    static Key fromBytes(const QByteArray &bytes);

    Key clone() const { return fromBytes(m_bytes); }
    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray &bytes() const { return m_bytes; }
    /** x'…64 hex…', the form that any SQLCipher 4 tool takes. */
    QByteArray rawKeyText() const;

private:
    QByteArray m_bytes;
};

/** Overwrites a buffer that held a secret. */
void wipe(QByteArray &secret);

} // namespace jubao

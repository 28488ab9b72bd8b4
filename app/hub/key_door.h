// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <functional>
#include <memory>

namespace jubao {

class KeyPair;

/**
 * Where the running service gets its key when two administrators open it: a local socket in the
 * office's folder that the service's own account and root alone can reach. The key goes over it,
 * never a password.
 */
namespace keyDoor {

/** Waits until the key with this public half comes in; nothing where `goOn` says no, which is asked
 * every second. Throws std::runtime_error where the socket cannot be made. */
std::shared_ptr<KeyPair> wait(const QString &folder, const QString &publicKey,
                              const std::function<bool()> &goOn);
/** False where the service took another key. Throws std::runtime_error where none waits. */
bool handIn(const QString &folder, const KeyPair &key);

} // namespace keyDoor

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/slots.h"
#include <QDateTime>

namespace jubao {

/** How an account stands with failed tries. */
struct FailedTries {
    int count = 0;       ///< since the last good sign-in or lock
    QString lockedUntil; ///< ISO UTC or empty
    int sinceSignIn = 0; ///< told at the next good sign-in
};

/** One wrong password before the books were open. */
struct FailedTry {
    QString at; ///< ISO UTC
    QString name;
    QString workstation;
};

/**
 * The counter file beside the slots. Before an office is open its access trail cannot be written;
 * so wrong passwords stand here, and go into the trail at the next good sign-in of anybody. Whoever
 * can write the folder can delete the file: the lock is a brake and a trace, not a wall (SM-13).
 */
class FailedTriesFile {
public:
    explicit FailedTriesFile(QString path);

    FailedTries of(const QString &name) const;
    /** Counts a wrong password and locks the account where the limit is reached. With `traced` the
     * trail has its line already. Throws DatabaseError. */
    void count(const FailedTry &tried, const QDateTime &now, const SignInLimits &limits,
               bool traced);
    /** What the trail does not know yet, oldest first. */
    QList<FailedTry> untraced() const;
    /** After a good sign-in: the account begins anew, and the trail has all. */
    void clear(const QString &name);

private:
    QJsonObject read() const;
    void write(const QJsonObject &content) const;

    QString m_path;
};

} // namespace jubao

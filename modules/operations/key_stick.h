// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/key.h"
#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>

namespace jubao {

/**
 * The second factor (SEC-10): one operator's private key in a file on a USB stick. The file alone
 * opens nothing, whatever password is tried: what opens the key stands in the slot. Slot and
 * password alone open nothing either: the stick's secret is mixed into what the password gives, so
 * that what is said to a county's service needs both as well.
 */
struct KeyStick {
    /** Random, hexadecimal; the slot names it. Made anew with each move, so that the file of a
     * former stick is told from the present one. */
    QString id;
    QString officeIdentity;
    QString operatorName;
    QString publicKey;
    std::shared_ptr<const Key> secret; ///< mixed with the password
    QByteArray sealedPrivateKey;

    /** `NAME-1A2B3C4D.jubao-key` */
    QString fileName() const;
    /** Writes it into the folder and reads it back. Throws DatabaseError(DiskFull, ReadOnly). */
    void writeTo(const QString &folder) const;
};

/** The policy row that names the posts whose keys lie on sticks: `posts`, a list of codes. */
inline constexpr const char *stickPostsKey = "sign_in.stick_posts";

/** The file with this id in one of the folders; empty where there is none that can be read. */
QString findKeyStick(const QStringList &folders, const QString &id);
/** Throws CryptoError for a file that is damaged. */
KeyStick readKeyStick(const QString &file);

/** The roots of all drives that are plugged in: not the one that the system runs from. */
QStringList pluggedDrives();

} // namespace jubao

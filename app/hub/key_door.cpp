// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/key_door.h"

#include "database/key.h"
#include "operations/crypto.h"
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <stdexcept>

namespace jubao {

namespace {

constexpr int patienceMs = 5000;
constexpr qint64 lineLength = 65; ///< 32 bytes in digits, and the line's end

QString placeIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("hub.socket"));
}

std::shared_ptr<KeyPair> keyFrom(QLocalSocket &visitor, const QString &publicKey)
{
    while (!visitor.canReadLine() && visitor.bytesAvailable() < lineLength) {
        if (!visitor.waitForReadyRead(patienceMs))
            return nullptr;
    }
    QByteArray line = visitor.readLine(lineLength + 1);
    QByteArray scalar = QByteArray::fromHex(line);
    wipe(line);
    std::shared_ptr<KeyPair> key;
    try {
        key = KeyPair::fromPrivateScalar(scalar);
    } catch (const CryptoError &) {
        key = nullptr;
    }
    wipe(scalar);
    return key && key->publicKeyHex() == publicKey ? key : nullptr;
}

} // namespace

std::shared_ptr<KeyPair> keyDoor::wait(const QString &folder, const QString &publicKey,
                                       const std::function<bool()> &goOn)
{
    constexpr int millisecondsBetweenCalls = 1000;
    const QString place = placeIn(folder);
    QLocalServer door;
    door.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(place); // left by one that was killed
    if (!door.listen(place))
        throw std::runtime_error((place + QStringLiteral(": ") + door.errorString()).toStdString());
    while (goOn()) {
        if (!door.waitForNewConnection(millisecondsBetweenCalls))
            continue;
        const std::unique_ptr<QLocalSocket> visitor(door.nextPendingConnection());
        const std::shared_ptr<KeyPair> key = keyFrom(*visitor, publicKey);
        visitor->write(key ? "yes\n" : "no\n");
        visitor->waitForBytesWritten(patienceMs);
        if (key)
            return key;
    }
    return nullptr;
}

bool keyDoor::handIn(const QString &folder, const KeyPair &key)
{
    QLocalSocket door;
    door.connectToServer(placeIn(folder));
    if (!door.waitForConnected(patienceMs))
        throw std::runtime_error(
            (placeIn(folder) + QStringLiteral(": ") + door.errorString()).toStdString());
    QByteArray scalar = key.privateScalar();
    QByteArray line = scalar.toHex() + '\n';
    door.write(line);
    door.waitForBytesWritten(patienceMs);
    wipe(line);
    wipe(scalar);
    while (!door.canReadLine() && door.waitForReadyRead(patienceMs)) { }
    return door.readLine() == "yes\n";
}

} // namespace jubao

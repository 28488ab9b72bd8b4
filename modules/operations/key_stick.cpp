// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/key_stick.h"

#include "core/canonical_json.h"
#include "database/backup.h"
#include "database/error.h"
#include "operations/crypto.h"
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStorageInfo>
#include <algorithm>
#include <optional>

namespace jubao {

namespace {

const QString format = QStringLiteral("jubao-key-1");
const QString digestName = QStringLiteral("digest");
constexpr qint64 largestFile = 1 << 16;

QJsonObject contentOf(const QString &file)
{
    QFile stick(file);
    if (!stick.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject content = QJsonDocument::fromJson(stick.read(largestFile)).object();
    return content[u"format"].toString() == format ? content : QJsonObject();
}

QString digestOf(QJsonObject content)
{
    content.remove(digestName);
    return sm3Hex(canonicalJson(content));
}

/** A flipped bit is told from a wrong password. */
bool isWhole(const QJsonObject &content)
{
    return content[digestName].toString() == digestOf(content);
}

} // namespace

QString KeyStick::fileName() const
{
    constexpr qsizetype shortPrint = 8;
    return QStringLiteral("%1-%2.jubao-key").arg(operatorName, id.left(shortPrint).toUpper());
}

void KeyStick::writeTo(const QString &folder) const
{
    const QString path = QDir(folder).filePath(fileName());
    QJsonObject said{
        {QStringLiteral("format"), format},
        {QStringLiteral("id"), id},
        {QStringLiteral("office"), officeIdentity},
        {QStringLiteral("operator"), operatorName},
        {QStringLiteral("public_key"), publicKey},
        {QStringLiteral("secret"), QString::fromLatin1(secret->bytes().toHex())},
        {QStringLiteral("sealed_private_key"), QString::fromLatin1(sealedPrivateKey.toHex())}};
    said.insert(digestName, digestOf(said));
    const QByteArray content = canonicalJson(said);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, file.errorString());
    // A stick's file system may have no owners.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(content) != content.size() || !file.commit())
        throw DatabaseError(DatabaseError::Kind::DiskFull, file.errorString());
    // The slot that the key leaves is replaced next: the stick has it for good by then.
    syncFile(path);
    syncFile(folder);
    const KeyStick written = readKeyStick(path);
    if (written.sealedPrivateKey != sealedPrivateKey || written.secret->bytes() != secret->bytes())
        throw DatabaseError(DatabaseError::Kind::Other, path);
}

QString findKeyStick(const QStringList &folders, const QString &id)
{
    QString damaged;
    for (const QString &folder : folders) {
        const QDir place(folder);
        const QStringList names = place.entryList({QStringLiteral("*.jubao-key")}, QDir::Files);
        for (const QString &name : names) {
            const QJsonObject content = contentOf(place.filePath(name));
            if (content[u"id"].toString() != id)
                continue;
            if (isWhole(content))
                return place.filePath(name);
            damaged = place.filePath(name); // another drive may have a copy
        }
    }
    return damaged;
}

KeyStick readKeyStick(const QString &file)
{
    const QJsonObject content = contentOf(file);
    if (!isWhole(content))
        throw CryptoError("the key file of a stick was changed");
    const auto bytes = [&content](const char *name) {
        return QByteArray::fromHex(content[QLatin1String(name)].toString().toLatin1());
    };
    KeyStick stick;
    stick.id = content[u"id"].toString();
    stick.officeIdentity = content[u"office"].toString();
    stick.operatorName = content[u"operator"].toString();
    stick.publicKey = content[u"public_key"].toString();
    stick.sealedPrivateKey = bytes("sealed_private_key");
    try {
        stick.secret = std::make_shared<Key>(Key::fromBytes(bytes("secret")));
    } catch (const std::invalid_argument &) {
        throw CryptoError("the key file of a stick cannot be right");
    }
    return stick;
}

QStringList pluggedDrives()
{
    QStringList roots;
    const QList<QStorageInfo> volumes = QStorageInfo::mountedVolumes();
    for (const QStorageInfo &volume : volumes) {
        // Where desktops mount what somebody plugs in; on Windows every other drive is one.
        static const QStringList places{QStringLiteral("/media/"), QStringLiteral("/run/media/")};
        const QString root = volume.rootPath();
        const bool plugged = root.startsWith(u'/')
            ? std::any_of(places.begin(), places.end(),
                          [&root](const QString &place) { return root.startsWith(place); })
            : !volume.isRoot();
        if (plugged && volume.isReady())
            roots.append(root);
    }
    return roots;
}

} // namespace jubao

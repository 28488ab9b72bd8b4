// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/registrar_key_file.h"

#include "core/canonical_json.h"
#include "database/error.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <stdexcept>

namespace jubao {

namespace {

const QString format = QStringLiteral("jubao-registrar-key-1");

QByteArray together(const QByteArray &one, const QByteArray &other)
{
    QByteArray result = one;
    for (qsizetype i = 0; i < result.size(); ++i)
        result[i] = char(result.at(i) ^ other.at(i));
    return result;
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray unhex(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

} // namespace

RegistrarKeyFile RegistrarKeyFile::seal(const KeyPair &key, const QList<Keeper> &keepers)
{
    QJsonArray pairs;
    QByteArray scalar = key.privateScalar();
    for (qsizetype i = 0; i < keepers.size(); ++i) {
        for (qsizetype j = i + 1; j < keepers.size(); ++j) {
            const Keeper &one = keepers.at(i);
            const Keeper &other = keepers.at(j);
            if (one.name == other.name)
                throw std::invalid_argument("a keeper is named twice");
            QByteArray half = randomBytes(int(scalar.size()));
            QByteArray rest = together(scalar, half);
            pairs.append(QJsonObject{
                {QStringLiteral("first"), one.name},
                {QStringLiteral("second"), other.name},
                {QStringLiteral("first_half"), hex(encryptTo(one.publicKey, half))},
                {QStringLiteral("second_half"), hex(encryptTo(other.publicKey, rest))}});
            wipe(half);
            wipe(rest);
        }
    }
    wipe(scalar);
    if (pairs.isEmpty())
        throw std::invalid_argument("two keepers at least");
    RegistrarKeyFile file;
    file.m_content = {{QStringLiteral("format"), format},
                      {QStringLiteral("public_key"), key.publicKeyHex()},
                      {QStringLiteral("pairs"), pairs}};
    return file;
}

RegistrarKeyFile RegistrarKeyFile::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw DatabaseError(
            file.exists() ? DatabaseError::Kind::ReadOnly : DatabaseError::Kind::Missing, path);
    RegistrarKeyFile result;
    result.m_content = QJsonDocument::fromJson(file.readAll()).object();
    if (result.m_content[u"format"].toString() != format || !result.m_content[u"pairs"].isArray())
        throw DatabaseError(DatabaseError::Kind::KeyFileDamaged, path);
    return result;
}

void RegistrarKeyFile::save(const QString &path) const
{
    if (QFile::exists(path))
        throw DatabaseError(DatabaseError::Kind::TargetUnwritable, path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw DatabaseError(DatabaseError::Kind::TargetUnwritable, path);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray content = canonicalJson(m_content);
    if (file.write(content) != content.size() || !file.commit())
        throw DatabaseError(DatabaseError::Kind::DiskFull, file.errorString());
}

QString RegistrarKeyFile::publicKey() const
{
    return m_content[u"public_key"].toString();
}

QStringList RegistrarKeyFile::keepers() const
{
    QStringList names;
    const QJsonArray pairs = m_content[u"pairs"].toArray();
    for (const QJsonValue &pair : pairs)
        names << pair[u"first"].toString() << pair[u"second"].toString();
    names.removeDuplicates();
    return names;
}

std::shared_ptr<KeyPair> RegistrarKeyFile::open(const QString &first, const KeyPair &firstKey,
                                                const QString &second,
                                                const KeyPair &secondKey) const
{
    const QJsonArray pairs = m_content[u"pairs"].toArray();
    for (const QJsonValue &pair : pairs) {
        const QString one = pair[u"first"].toString();
        const QString other = pair[u"second"].toString();
        const bool turned = one == second && other == first;
        if (!turned && (one != first || other != second))
            continue;
        QByteArray half = (turned ? secondKey : firstKey).decrypt(unhex(pair[u"first_half"]));
        QByteArray rest = (turned ? firstKey : secondKey).decrypt(unhex(pair[u"second_half"]));
        if (half.size() != rest.size())
            throw CryptoError("the halves do not fit");
        QByteArray scalar = together(half, rest);
        wipe(half);
        wipe(rest);
        std::shared_ptr<KeyPair> key = KeyPair::fromPrivateScalar(scalar);
        wipe(scalar);
        if (key->publicKeyHex() != publicKey())
            throw CryptoError("the halves do not belong to this key");
        return key;
    }
    return nullptr;
}

} // namespace jubao

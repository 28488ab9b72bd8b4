// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/county_file.h"

#include "database/error.h"
#include "operations/crypto.h"
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace jubao {

namespace {

constexpr int format = 1;
constexpr int highestPort = 65535;

QString textIn(const QJsonObject &content, const char *name)
{
    return content[QLatin1String(name)].toString();
}

/** What is wrong with it; empty where nothing is. */
QString faultOf(const CountyFile &file)
{
    if (file.host.isEmpty() || file.database.isEmpty() || file.schema.isEmpty())
        return QStringLiteral("host, database, schema");
    if (file.port < 1 || file.port > highestPort)
        return QStringLiteral("port");
    if (!file.rootCertificate.contains("-----BEGIN CERTIFICATE-----"))
        return QStringLiteral("root_certificate");
    if (file.identity.isEmpty())
        return QStringLiteral("identity");
    if (file.local && (!file.local->socketFolder.startsWith(u'/') || file.local->role.isEmpty()))
        return QStringLiteral("local");
    try {
        const SignatureChecker key(file.serviceKey);
    } catch (const CryptoError &) {
        return QStringLiteral("service_key");
    }
    return {};
}

} // namespace

QString CountyFile::pathIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("office.county"));
}

bool CountyFile::isIn(const QString &folder)
{
    return QFile::exists(pathIn(folder));
}

CountyFile CountyFile::load(const QString &folder)
{
    const QString path = pathIn(folder);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw DatabaseError(
            file.exists() ? DatabaseError::Kind::ReadOnly : DatabaseError::Kind::Missing, path);
    const auto damaged = [&path](const QString &what) {
        return DatabaseError(DatabaseError::Kind::CountyFileDamaged,
                             path + QStringLiteral(": ") + what);
    };
    QJsonParseError error;
    const QJsonObject content = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (content.isEmpty())
        throw damaged(error.errorString());
    const int written = content[u"format"].toInt();
    if (written > format)
        throw DatabaseError(DatabaseError::Kind::NewerSchema, path);
    if (written < 1)
        throw damaged(QStringLiteral("format"));
    CountyFile result;
    result.officeName = textIn(content, "name");
    result.identity = textIn(content, "identity");
    result.demo = content[u"demo"].toInt() == 1;
    result.host = textIn(content, "host");
    result.port = content[u"port"].toInt();
    result.database = textIn(content, "database");
    result.schema = textIn(content, "schema");
    result.rootCertificate = textIn(content, "root_certificate").toUtf8();
    result.serviceKey = textIn(content, "service_key");
    result.ownNetworks = content[u"own_networks"].toVariant().toStringList();
    if (const QJsonObject local = content[u"local"].toObject(); !local.isEmpty())
        result.local = Local{textIn(local, "socket"), textIn(local, "role")};
    if (const QString fault = faultOf(result); !fault.isEmpty())
        throw damaged(fault);
    return result;
}

void CountyFile::save(const QString &folder) const
{
    if (const QString fault = faultOf(*this); !fault.isEmpty())
        throw std::invalid_argument("office.county: " + fault.toStdString());
    QJsonObject content{{QStringLiteral("format"), format},
                        {QStringLiteral("name"), officeName},
                        {QStringLiteral("identity"), identity},
                        {QStringLiteral("demo"), demo ? 1 : 0},
                        {QStringLiteral("host"), host},
                        {QStringLiteral("port"), port},
                        {QStringLiteral("database"), database},
                        {QStringLiteral("schema"), schema},
                        {QStringLiteral("root_certificate"), QString::fromUtf8(rootCertificate)},
                        {QStringLiteral("service_key"), serviceKey}};
    if (!ownNetworks.isEmpty())
        content.insert(QStringLiteral("own_networks"), QJsonArray::fromStringList(ownNetworks));
    if (local)
        content.insert(QStringLiteral("local"),
                       QJsonObject{{QStringLiteral("socket"), local->socketFolder},
                                   {QStringLiteral("role"), local->role}});
    QSaveFile file(pathIn(folder));
    if (!file.open(QIODevice::WriteOnly))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, file.errorString());
    // Everybody who signs in on the PC reads it, also from a folder of the system's.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    const QByteArray text = QJsonDocument(content).toJson();
    if (file.write(text) != text.size() || !file.commit())
        throw DatabaseError(DatabaseError::Kind::DiskFull, file.errorString());
}

QString CountyFile::saveForDesks(const QString &folder) const
{
    const QString place = QDir(folder).filePath(QStringLiteral("for-desks"));
    if (!QDir().mkpath(place))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, place);
    CountyFile file = *this;
    file.local.reset();
    file.save(place);
    return pathIn(place);
}

ServerAddress CountyFile::fromDesk() const
{
    return {host, port, database, schema, {}, {}, rootCertificate};
}

ServerAddress CountyFile::fromServer() const
{
    if (!local)
        throw DatabaseError(DatabaseError::Kind::Missing, QStringLiteral("office.county: local"));
    return {local->socketFolder, port, database, schema, local->role, {}, {}};
}

} // namespace jubao

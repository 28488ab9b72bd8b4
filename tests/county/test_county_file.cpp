// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "operations/county_file.h"
#include "operations/registrar_key_file.h"
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace jubao;

namespace {

CountyFile sample()
{
    CountyFile file;
    file.officeName = QStringLiteral("某县");
    file.identity = QString(64, 'a');
    file.demo = true;
    file.host = "county.lan";
    file.port = 5433;
    file.database = "jubao";
    file.schema = "books";
    file.rootCertificate = "-----BEGIN CERTIFICATE-----\nxyz\n-----END CERTIFICATE-----\n";
    file.serviceKey = KeyPair::generate()->publicKeyHex();
    file.local = CountyFile::Local{"/var/run/postgresql", "jubao_service"};
    return file;
}

DatabaseError::Kind kindOf(const QString &folder)
{
    try {
        CountyFile::load(folder);
    } catch (const DatabaseError &error) {
        CHECK_FALSE(error.text().isEmpty());
        return error.kind();
    }
    return DatabaseError::Kind::Other;
}

void write(const QString &folder, const QByteArray &content)
{
    QFile file(CountyFile::pathIn(folder));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QJsonObject readBack(const QString &folder)
{
    QFile file(CountyFile::pathIn(folder));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

TEST_CASE("The file of a county office says where its server is")
{
    const QTemporaryDir folder;
    CHECK_FALSE(CountyFile::isIn(folder.path()));
    CHECK(kindOf(folder.path()) == DatabaseError::Kind::Missing);
    const CountyFile file = sample();
    file.save(folder.path());
    CHECK(CountyFile::isIn(folder.path()));
    const CountyFile read = CountyFile::load(folder.path());
    CHECK(read.officeName == file.officeName);
    CHECK(read.identity == file.identity);
    CHECK(read.demo);
    CHECK(read.serviceKey == file.serviceKey);
    const ServerAddress desk = read.fromDesk();
    CHECK(desk.host == "county.lan");
    CHECK(desk.port == 5433);
    CHECK(desk.rootCertificate == file.rootCertificate);
    CHECK(desk.role.isEmpty());
    const ServerAddress own = read.fromServer();
    CHECK(own.isLocalSocket());
    CHECK(own.role == "jubao_service");
    CHECK(own.schema == "books");

    CountyFile ofPc = file;
    ofPc.local.reset();
    ofPc.save(folder.path());
    CHECK_THROWS_AS(CountyFile::load(folder.path()).fromServer(), DatabaseError);
}

TEST_CASE("A damaged or newer file of a county office is told as such")
{
    const QTemporaryDir folder;
    sample().save(folder.path());
    const QJsonObject good = readBack(folder.path());
    write(folder.path(), "{\"format\": 1, ");
    CHECK(kindOf(folder.path()) == DatabaseError::Kind::CountyFileDamaged);
    for (const char *name : {"host", "database", "schema", "root_certificate", "service_key",
                             "port", "identity", "format"}) {
        INFO(name);
        QJsonObject without = good;
        without.remove(QLatin1String(name));
        write(folder.path(), QJsonDocument(without).toJson());
        CHECK(kindOf(folder.path()) == DatabaseError::Kind::CountyFileDamaged);
    }
    QJsonObject newer = good;
    newer["format"] = 2;
    write(folder.path(), QJsonDocument(newer).toJson());
    CHECK(kindOf(folder.path()) == DatabaseError::Kind::NewerSchema);
    // What cannot be read is never written, and the file that is there stays.
    sample().save(folder.path());
    CountyFile bad = sample();
    bad.serviceKey = "04";
    CHECK_THROWS_AS(bad.save(folder.path()), std::invalid_argument);
    CHECK(kindOf(folder.path()) == DatabaseError::Kind::Other);
}

TEST_CASE("Any two keepers open the service's key together, and none alone [SEC-17]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("registrar.key");
    const auto key = KeyPair::generate();
    const auto sa = KeyPair::generate();
    const auto se = KeyPair::generate();
    const auto dir = KeyPair::generate();
    const auto other = KeyPair::generate();
    RegistrarKeyFile::seal(
        *key,
        {{"sa", sa->publicKeyHex()}, {"se", se->publicKeyHex()}, {"dir", dir->publicKeyHex()}})
        .save(path);
    const RegistrarKeyFile file = RegistrarKeyFile::load(path);
    CHECK(file.keepers() == QStringList{"sa", "se", "dir"});
    CHECK(file.publicKey() == key->publicKeyHex());
    const auto opens = [&](const char *one, const KeyPair &oneKey, const char *two,
                           const KeyPair &twoKey) {
        const std::shared_ptr<KeyPair> opened = file.open(one, oneKey, two, twoKey);
        return opened && opened->publicKeyHex() == key->publicKeyHex();
    };
    CHECK(opens("sa", *sa, "se", *se));
    CHECK(opens("se", *se, "sa", *sa));
    CHECK(opens("dir", *dir, "se", *se));
    CHECK_FALSE(opens("sa", *sa, "sa", *sa));
    CHECK_FALSE(opens("sa", *sa, "it", *other));
    CHECK_THROWS_AS(opens("sa", *sa, "se", *other), CryptoError);
    CHECK_THROWS_AS(opens("sa", *se, "se", *sa), CryptoError);
    CHECK_THROWS_AS(RegistrarKeyFile::seal(*key, {{"sa", sa->publicKeyHex()}}),
                    std::invalid_argument);
    CHECK_THROWS_AS(
        RegistrarKeyFile::seal(*key, {{"sa", sa->publicKeyHex()}, {"sa", se->publicKeyHex()}}),
        std::invalid_argument);

    CHECK_THROWS_AS(file.save(path), DatabaseError);
    CHECK((QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    QFile damaged(path);
    REQUIRE(damaged.open(QIODevice::WriteOnly));
    damaged.write("{}");
    damaged.close();
    CHECK_THROWS_AS(RegistrarKeyFile::load(path), DatabaseError);
}

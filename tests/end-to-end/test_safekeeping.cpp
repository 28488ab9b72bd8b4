// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/id_number.h"
#include "operations/slots.h"
#include "support/program.h"
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

QJsonObject person(const QString &name, const QString &post, int sequence)
{
    const QString number = QStringLiteral("41102419800101%1").arg(sequence, 3, 10, QChar(u'0'));
    return {{"name", name},
            {"display_name", name.toUpper()},
            {"person", number + IdNumber::checkCharacter(number)},
            {"posts",
             QJsonArray{QJsonObject{{"post", post},
                                    {"department", post == "AU" ? "AD" : "IF"},
                                    {"division", ""},
                                    {"head", 1}}}}};
}

/** A real office, founded by four with files for everything that is secret. */
class RealOffice {
public:
    RealOffice()
    {
        const QJsonObject plan{
            {"office", QJsonObject{{"name", "真实县"}, {"node", 1}}},
            {"password_cost",
             QJsonObject{{"memory_kib", 64}, {"iterations", 1}, {"parallelism", 1}}},
            {"divisions",
             QJsonArray{QJsonObject{{"code", "411024"}, {"name", "真实县"}, {"parent", ""}}}},
            {"signers",
             QJsonArray{person("sa", "SA", 1), person("se", "SE", 2), person("aa", "AA", 3),
                        person("dir", "DIR", 4)}},
            {"staff", QJsonArray{person("it", "IT", 5), person("au", "AU", 6)}}};
        write("plan.json", QJsonDocument(plan).toJson());
        for (const char *name : {"sa", "se", "aa", "dir", "it", "au"})
            write(QString(name) + ".password", "Kx7!Vb%9#Qm0\n");
        write("new.password", "Neues?Wort77\n");
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString office() const { return path("office"); }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    ProgramResult run(const QStringList &arguments) const
    {
        return runJubaoctl(arguments + QStringList{"--json"}, path("state"));
    }

    ProgramResult as(const QStringList &names, QStringList arguments) const
    {
        arguments += {"--office", office()};
        for (const QString &name : names)
            arguments += {"--as", name, "--password-file", path(name + ".password")};
        return run(arguments);
    }

    ProgramResult found(const QString &sheets) const
    {
        QStringList arguments{"init", office(), "--plan", path("plan.json"), "--sheets", sheets};
        for (const char *name : {"sa", "se", "aa", "dir"})
            arguments += {"--as", name, "--password-file", path(QString(name) + ".password")};
        return run(arguments);
    }

private:
    QTemporaryDir m_folder;
};

QString textOf(const QString &file)
{
    QPdfDocument document;
    REQUIRE(document.load(file) == QPdfDocument::Error::None);
    // Readers break lines where they like, and the font's tables name some signs by their radicals.
    return document.getAllText(0)
        .text()
        .normalized(QString::NormalizationForm_KC)
        .remove(QRegularExpression(QStringLiteral("\\s")));
}

/** The code as somebody types it off the sheet. */
QString codeOn(const QString &sheet)
{
    static const QRegularExpression code("共3份([0-9A-HJKMNP-TV-Z-]+)根指纹");
    const QRegularExpressionMatch match = code.match(textOf(sheet));
    REQUIRE(match.hasMatch());
    return match.captured(1);
}

} // namespace

TEST_CASE("Founded with certificate and envelopes, opened again with two of them [SEC-17]")
{
    const RealOffice county;
    const ProgramResult founded = county.found(county.path("sheets"));
    REQUIRE(founded.status == 0);
    CHECK(founded.json["office"].toString() == county.office());
    const QString certificate = textOf(founded.json["certificate"].toString());
    CHECK(certificate.contains(founded.json["root"].toString()));
    for (const char *part : {"真实县", "系统管理员", "初始化证书"})
        CHECK(certificate.contains(QString::fromUtf8(part)));
    const QStringList sheets{county.path("sheets/recovery-1.pdf"),
                             county.path("sheets/recovery-2.pdf"),
                             county.path("sheets/recovery-3.pdf")};
    QStringList codes;
    for (const QString &sheet : sheets) {
        codes.append(codeOn(sheet));
        CHECK_FALSE(founded.output.contains(codes.last().left(20).toUtf8()));
        CHECK((QFileInfo(sheet).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    }
    CHECK_NOTHROW(joinKeyShares(codes.at(0), codes.at(2)));
    CHECK(county.found(county.path("sheets")).status == 1);
    CHECK(county.found(county.path("other")).code() == "OFFICE_EXISTS");
    CHECK_FALSE(QFile::exists(county.path("other/recovery-1.pdf")));

    county.write("one", codes.at(1).toUtf8());
    county.write("two", codes.at(2).toUtf8());
    QStringList recover{"recover",          "--office",     county.office(),     "--reason",
                        "forgotten",        "--share-file", county.path("one"),  "--share-file",
                        county.path("two"), "--sheets",     county.path("again")};
    for (const char *name : {"sa", "se"})
        recover += {"--as", name, "--new-password-file", county.path("new.password")};
    const ProgramResult recovered = county.run(recover);
    REQUIRE(recovered.status == 0);
    CHECK(recovered.json["sheets"].toArray().size() == 3);
    CHECK(county.as({"sa"}, {"inbox"}).code() == "SIGN_IN_FAILED");
    county.write("sa.password", "Neues?Wort77\n");
    CHECK(county.as({"sa"}, {"inbox"}).status == 0);
    recover[recover.indexOf("--sheets") + 1] = county.path("third");
    CHECK(county.run(recover).code() == "RECOVERY_SHARES_OLD");
    const ProgramResult proved =
        county.as({"aa"}, {"verify", "--root", founded.json["root"].toString()});
    CHECK(proved.json["clean"].toBool());
    CHECK(proved.json["notes"][0]["code"].toString() == "RECOVERED");
}

TEST_CASE("A forgotten password: key closed, invited, admitted, confirmed by two [SEC-17] [SEC-19]")
{
    const RealOffice county;
    REQUIRE(county.found(county.path("sheets")).status == 0);
    const auto keyOperation = [&](const QJsonObject &payload, const QString &approver) {
        county.write("payload.json", QJsonDocument(payload).toJson());
        const ProgramResult made = county.as(
            {"sa"}, {"make", "system.operator_key", "--payload", county.path("payload.json")});
        INFO(made.output.toStdString());
        REQUIRE(made.status == 0);
        return county.as({approver},
                         {"decide", QString::number(made.json["operation"].toInteger()),
                          "--approve", "--evidence-checked"});
    };
    const auto admit = [&](const QString &name, const QString &slip) {
        const ProgramResult invited = county.as({"sa"}, {"invite", name});
        REQUIRE(invited.status == 0);
        const ProgramResult admitted = runJubaoctl(
            {"admit", "--office", county.office(), "--as", name, "--code-fd", "0",
             "--password-file", county.path(name + ".password"), "--slip", slip, "--json"},
            county.path("state"), invited.json["code"].toString().toUtf8());
        REQUIRE(admitted.status == 0);
        return admitted.json.object();
    };
    const QJsonObject first = admit("it", county.path("slip-1.pdf"));
    const QString slip = textOf(county.path("slip-1.pdf"));
    CHECK(slip.contains(first["fingerprint"].toString()));
    CHECK(slip.contains("密钥确认单"));
    CHECK(county.as({"it"}, {"inbox"}).code() == "KEY_NOT_CONFIRMED");
    const qint64 it = first["id"].toInteger();
    const QJsonObject open{
        {"action", "open"}, {"operator", it}, {"public_key", first["public_key"]}};
    CHECK(keyOperation(open, "se").status == 0);
    CHECK(county.as({"it"}, {"inbox"}).status == 0);

    // Forgotten: the old key is closed for good, the old slot is refused.
    CHECK(keyOperation({{"action", "close"}, {"operator", it}}, "se").status == 0);
    CHECK(county.as({"it"}, {"inbox"}).code() == "KEY_CLOSED");
    county.write("it.password", "Neues?Wort77\n");
    const QJsonObject second = admit("it", county.path("slip-2.pdf"));
    CHECK(second["public_key"] != first["public_key"]);
    CHECK(keyOperation({{"action", "open"}, {"operator", it}, {"public_key", second["public_key"]}},
                       "se")
              .status
          == 0);
    CHECK(county.as({"it"}, {"inbox"}).status == 0);
    const ProgramResult again = county.as(
        {"sa"}, {"print", "system.key_slip", QString::number(it), "-o", county.path("slip-3.pdf")});
    CHECK(again.status == 0);
    CHECK(textOf(county.path("slip-3.pdf")).contains(second["fingerprint"].toString()));
    CHECK(county.as({"sa"}, {"print", "system.key_slip", "1", "-o", county.path("none.pdf")}).code()
          == "NO_KEY_MADE");

    // An administrator's own key goes to the director.
    const ProgramResult shown = county.as({"sa"}, {"trail"});
    CHECK(shown.code() == "POST_NOT_HELD");
    CHECK(county.as({"aa"}, {"verify"}).json["clean"].toBool());
}

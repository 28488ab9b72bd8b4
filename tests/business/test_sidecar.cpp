// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/transaction.h"
#include "support/worked_office.h"
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QString newPassword = QStringLiteral("Xq4?Lm82$Tw");

/** An office whose key file is edited as by somebody who finds it on the disk. */
struct WithKeyFile : WorkedOffice {
    WithKeyFile() { reopen(); }

    QString path() const { return folder() + "/office.slots"; }

    QByteArray content() const
    {
        QFile file(path());
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    void edit(const std::function<void(QJsonObject &)> &change) const
    {
        QJsonObject all = QJsonDocument::fromJson(content()).object();
        change(all);
        write(QJsonDocument(all).toJson());
    }

    void editSlot(const QString &name, const std::function<void(QJsonObject &)> &change) const
    {
        edit([&](QJsonObject &all) {
            QJsonArray list = all["slots"].toArray();
            int changed = 0;
            for (QJsonValueRef each : list) {
                QJsonObject slot = each.toObject();
                if (slot["name"] != name)
                    continue;
                change(slot);
                each = slot;
                ++changed;
            }
            REQUIRE(changed == 1);
            all["slots"] = list;
        });
    }

    QStringList found()
    {
        as("au");
        QStringList list;
        const VerifyReport report = verify(office->verifyOptions());
        for (const Violation &each : report.violations) {
            CHECK_FALSE(each.text.isEmpty());
            list.append(each.code + u' ' + each.place);
        }
        return list;
    }

    QStringList refusalOf(const QString &name)
    {
        return refused([&] { office->signIn(name, password(name)); });
    }
};

} // namespace

TEST_CASE("A key file that nobody edited is whole, after a new password and a new key too [SEC-17]")
{
    WithKeyFile county;
    CHECK(county.found().isEmpty());
    county.office->changePassword(county.as("tc"), county.password("tc"), newPassword);
    CHECK(county.found().isEmpty());
    county.reopen();
    CHECK_NOTHROW(county.office->signIn("tc", newPassword));
    CHECK(county.office->alarms().isEmpty());
    CHECK(county.found().isEmpty());
}

TEST_CASE("A slot that was taken out or edited is named by verify [SEC-10] [SEC-17]")
{
    WithKeyFile county;
    using Edit = std::function<void(QJsonObject &)>;
    const auto cost = [](const char *field, int value) {
        return Edit([=](QJsonObject &slot) {
            QJsonObject changed = slot["cost"].toObject();
            changed[QLatin1String(field)] = value;
            slot["cost"] = changed;
        });
    };
    const QList<Edit> edits{
        [](QJsonObject &slot) { slot["former_passwords"] = QJsonArray(); },
        [](QJsonObject &slot) { slot.remove("former_passwords"); },
        [](QJsonObject &slot) { slot["password_changed_at"] = "2027-01-01T00:00:00.000Z"; },
        [](QJsonObject &slot) { slot["salt"] = QString(32, u'0'); },
        [](QJsonObject &slot) { slot["wrapped_private_key"] = "00"; },
        [](QJsonObject &slot) { slot["wrap_nonce"] = ""; },
        cost("memory_kib", 8),
        cost("memory_kib", 2147483647),
        cost("iterations", 0),
        cost("parallelism", -5),
        [](QJsonObject &slot) { slot = QJsonObject(); },
    };
    const QByteArray honest = county.content();
    for (qsizetype i = 0; i < edits.size(); ++i) {
        CAPTURE(i);
        county.write(honest);
        county.editSlot("tc", edits.at(i));
        const QStringList found = county.found();
        const bool emptied = i == edits.size() - 1;
        CHECK(found.contains(emptied ? QString("SLOT_MISSING slot tc") : "SLOT_CHANGED slot tc"));
        CHECK(found.filter("slot tr").isEmpty());
    }
    county.write(honest);
    county.edit([](QJsonObject &all) {
        QJsonArray kept;
        for (const QJsonValue &each : all["slots"].toArray()) {
            if (each["name"] != "tc")
                kept.append(each);
        }
        all["slots"] = kept;
    });
    CHECK(county.found() == QStringList{"SLOT_MISSING slot tc"});
    county.write(honest);
    CHECK(county.found().isEmpty());
}

TEST_CASE("An older key file put back is told at the sign-in and named until it is mended [SEC-10]")
{
    WithKeyFile county;
    const QByteArray before = county.content();
    county.office->changePassword(county.as("tc"), county.password("tc"), newPassword);
    county.write(before);
    CHECK(county.found() == QStringList{"SLOT_CHANGED slot tc"});
    county.reopen();
    const auto session = county.office->signIn("tc", county.password("tc"));
    CHECK(county.office->alarms().join(u' ').contains("tc"));
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'slot_alarm'") == 1);
    CHECK(county.found() == QStringList{"SLOT_CHANGED slot tc"});
    county.office->changePassword(*session, county.password("tc"), newPassword);
    CHECK(county.found().isEmpty());
}

TEST_CASE("A change of password that was killed half-way is no tampering [SEC-10]")
{
    WithKeyFile county;
    const QByteArray before = county.content();
    county.office->changePassword(county.as("tc"), county.password("tc"), newPassword);
    const QByteArray after = county.content();
    const QString last = "SELECT max(seq) FROM access_trail WHERE kind = '%1' AND subject = 'tc'";
    const qint64 coming = county.number(last.arg("slot_coming"));
    // Killed behind the first line: the rest of the trail is not there, the file is old or new.
    county.tamper({QStringLiteral("DELETE FROM access_trail WHERE seq > %1").arg(coming)});
    for (const bool written : {false, true}) {
        CAPTURE(written);
        county.write(written ? after : before);
        county.reopen();
        CHECK(county.found().filter("SLOT").isEmpty());
    }
    CHECK_NOTHROW(county.office->signIn("tc", newPassword));
    CHECK(county.number(last.arg("slot_kept")) > coming);
    // From that sign-in on the former one is an older slot again.
    county.write(before);
    CHECK(county.found().contains("SLOT_CHANGED slot tc"));
}

TEST_CASE(
    "A slot that no password can open says so, at once and for its own account alone [SEC-17]")
{
    WithKeyFile county;
    const QByteArray honest = county.content();
    const std::vector<std::pair<QString, int>> costs{{"memory_kib", 2147483647}, {"memory_kib", 0},
                                                     {"memory_kib", -1},         {"iterations", 0},
                                                     {"iterations", 2147483647}, {"parallelism", 0},
                                                     {"parallelism", 2147483647}};
    for (const std::pair<QString, int> &each : costs) {
        CAPTURE(each.first.toStdString(), each.second);
        county.write(honest);
        county.editSlot("tc", [&each](QJsonObject &slot) {
            QJsonObject cost = slot["cost"].toObject();
            cost[each.first] = each.second;
            slot["cost"] = cost;
        });
        QElapsedTimer timer;
        timer.start();
        CHECK(county.refusalOf("tc") == QStringList{"SLOT_DAMAGED"});
        constexpr int atOnceMs = 5000;
        CHECK(timer.elapsed() < atOnceMs);
        CHECK_NOTHROW(county.office->signIn("tr", county.password("tr")));
        CHECK(county.found().contains("SLOT_CHANGED slot tc"));
    }
    county.write(honest);
    CHECK(county.found().isEmpty());
}

TEST_CASE("A sealed data key that was broken says so and is no wrong password [SEC-17]")
{
    WithKeyFile county;
    county.editSlot("tc", [](QJsonObject &slot) { slot["sealed_data_key"] = "00ff"; });
    for (int i = 0; i < 8; ++i) // no try that failed, so no lock either
        CHECK(county.refusalOf("tc") == QStringList{"SLOT_DAMAGED"});
}

TEST_CASE("A key file that is none is refused in words, and by verify while an office is open")
{
    WithKeyFile county;
    const QByteArray honest = county.content();
    county.as("au");
    for (const QByteArray &text :
         {QByteArray("This is no key file."), QByteArray(), QByteArray("[]"), QByteArray("{}"),
          QByteArray(R"({"format":"jubao-slots-1","slots":"none"})")}) {
        CAPTURE(text.toStdString());
        county.write(text);
        const VerifyReport report = county.verify(county.office->verifyOptions());
        REQUIRE(report.violations.size() == 1);
        CHECK(report.violations.first().code == "SLOTS_DAMAGED");
        try {
            county.reopen();
            FAIL("the office opened");
        } catch (const DatabaseError &error) {
            CHECK(error.kind() == DatabaseError::Kind::KeyFileDamaged);
            CHECK(error.text().contains("office.slots"));
        }
        county.write(honest);
        county.reopen();
        county.as("au");
    }
}

TEST_CASE("What the key file says of the office is held against the founding [SEC-17]")
{
    WithKeyFile county;
    const std::tuple<QString, QJsonValue> said = GENERATE(table<QString, QJsonValue>(
        {{"demo", 0},
         {"name", "Another county"},
         {"identity", "00"},
         {"cost", QJsonObject{{"memory_kib", 8}, {"iterations", 1}, {"parallelism", 1}}}}));
    CAPTURE(std::get<QString>(said).toStdString());
    const auto office = [&said](QJsonObject &all) {
        QJsonObject facts = all["office"].toObject();
        facts[std::get<QString>(said)] = std::get<QJsonValue>(said);
        all["office"] = facts;
    };
    county.as("tc");
    county.edit(office);
    CHECK(county.found() == QStringList{"SLOT_CHANGED office.slots"});
    // Nobody makes the next password cheaper by it.
    county.office->changePassword(county.as("tc"), county.password("tc"), newPassword);
    CHECK(county.office->slotFile().slot("tc")->cost.memoryKib == 64);
}

TEST_CASE("A slot that stands in the key file twice is named [SEC-17]")
{
    WithKeyFile county;
    county.as("tc");
    county.edit([](QJsonObject &all) {
        QJsonArray list = all["slots"].toArray();
        const auto own = std::find_if(list.begin(), list.end(),
                                      [](const QJsonValue &each) { return each["name"] == "tc"; });
        REQUIRE(own != list.end());
        list.append(QJsonValue(*own));
        all["slots"] = list;
    });
    CHECK(county.found() == QStringList{"SLOT_CHANGED slot tc"});
}

TEST_CASE("Signed heads of the trail cannot be taken out together [SEC-16]")
{
    WorkedOffice county;
    county.as("en3");
    county.office->lock(county.as("en3"));
    county.office->lock(county.as("tr"));
    REQUIRE(county.number("SELECT count(*) FROM access_trail_head") >= 2);
    CHECK(county.codes().isEmpty());
    const QStringList edits{
        "DELETE FROM access_trail_head",
        "DELETE FROM access_trail_head WHERE seq = (SELECT max(seq) FROM access_trail_head)",
        "UPDATE access_trail_head SET at = '2026-01-01T00:00:00.000Z'",
        "UPDATE access_trail_head SET seq = seq + 1 WHERE seq = (SELECT max(seq) FROM "
        "access_trail_head)"};
    for (const QString &statement : edits) {
        const Transaction undone(county.office->database());
        CAPTURE(statement.toStdString());
        county.tamper({statement});
        CHECK(county.codes().contains("TRAIL_CHANGED"));
    }
    CHECK(county.codes().isEmpty()); // nothing of them is left
}

TEST_CASE("A signed head that no line of the trail tells of is named [SEC-16]")
{
    WorkedOffice county;
    county.as("en3");
    county.office->lock(county.as("en3"));
    const qint64 last = county.number("SELECT max(seq) FROM access_trail");
    REQUIRE(county.number("SELECT count(*) FROM access_trail_head") > 0);
    REQUIRE(county.number(QStringLiteral("SELECT count(*) FROM access_trail WHERE kind = "
                                         "'head_signed' AND seq = %1")
                              .arg(last))
            == 1);
    // The chain before it is whole, and so is the signature.
    county.tamper({QStringLiteral("DELETE FROM access_trail WHERE seq = %1").arg(last)});
    QStringList places;
    const QList<Violation> found = county.verify().violations;
    for (const Violation &each : found)
        places.append(each.code + u' ' + each.place);
    CHECK(places.contains(QStringLiteral("TRAIL_CHANGED access_trail_head %1").arg(last - 1)));
}

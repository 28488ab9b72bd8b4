// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/worked_office.h"
#include <QDir>
#include <QFile>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

TEST_CASE("A tail that was cut and a founding anew are found by witness and certificate [SEC-02]")
{
    WorkedOffice county;
    const qint64 head = county.office->journal().headSeq();
    VerifyOptions options;
    options.witnesses = {{head, county.office->journal().headHash(), {}, {}}};
    options.root = rootFingerprint(county.office->identity());
    CHECK(county.codes(options).isEmpty());
    CHECK(county.verify(options).comparedOutside);
    WorkedOffice other;
    CHECK(other.codes(options).contains("FOUNDED_ANEW"));
    CHECK(other.codes(options).contains("REPLACED"));
    options.root.clear();
    county.tamper({QStringLiteral("DELETE FROM journal WHERE seq > %1").arg(head - 2)});
    CHECK(county.codes(options).contains("ROLLED_BACK"));
}

TEST_CASE("Every witness of the place counts for verify, and a whole one leaves its own [SEC-02]",
          "[file]")
{
    WorkedOffice county;
    county.reopen();
    county.keepFile();
    county.enrol(3); // others see it; the auditor was not there
    const VerifyOptions options = county.office->verifyOptions();
    CHECK(options.witnesses.size() > 3);
    const VerifyReport whole = county.verify(options);
    CHECK(whole.whole());
    CHECK(whole.comparedWith.contains(QStringLiteral("%1 witnesses, the newest of entry %2")
                                          .arg(options.witnesses.size())
                                          .arg(whole.entries)));
    QDir(county.witnessFolder()).removeRecursively();
    CHECK(county.office->verifyOptions().witnesses.isEmpty());
    VerifyReport broken = whole;
    broken.violations.append({"EFFECTS_CHANGED", "journal 9", "x"});
    county.office->rememberVerified(county.as("au"), broken);
    CHECK(county.office->verifyOptions().witnesses.isEmpty());
    county.office->rememberVerified(county.as("au"), whole);
    REQUIRE(county.office->verifyOptions().witnesses.size() == 1);
    CHECK(county.office->verifyOptions().witnesses.first().seq == whole.entries);
    CHECK(county.office->verifyOptions().witnesses.first().hash == whole.head);
    VerifyReport older = whole;
    older.entries = 7;
    county.office->rememberVerified(county.as("au"), older);
    CHECK(county.office->verifyOptions().witnesses.first().seq == whole.entries);
    county.putOlderFileBack();
    county.reopen();
    county.as("au");
    CHECK(county.codes(county.office->verifyOptions()).contains("ROLLED_BACK"));
    CHECK(county.codes().isEmpty()); // the file alone cannot tell
}

TEST_CASE(
    "An older file put back is noticed at sign-in and stops work until it is cleared [SEC-02]",
    "[file]")
{
    WorkedOffice county;
    county.reopen();
    county.keepFile();
    county.enrol(3);
    county.reopen();
    county.putOlderFileBack();
    county.reopen();
    CHECK(county
              .refused([&] {
                  county.make("tc", "enrollment.register", county.newPerson(4),
                              {"id_card", "household_register"});
              })
              .contains("WITNESS_ALARM"));
    CHECK_FALSE(county.office->alarms().isEmpty());
}

TEST_CASE("An older file is noticed although the sidecar names another office [SEC-02]", "[file]")
{
    WorkedOffice county;
    county.reopen();
    county.keepFile();
    county.enrol(3);
    const QByteArray identity = county.office->identity().toLatin1();
    county.putOlderFileBack();
    QFile sidecar(county.folder() + "/office.slots");
    REQUIRE(sidecar.open(QIODevice::ReadWrite));
    QByteArray content = sidecar.readAll();
    REQUIRE(content.contains(identity));
    content.replace(identity, QByteArray(identity.size(), '0'));
    sidecar.resize(0);
    sidecar.write(content);
    sidecar.close();
    county.reopen();
    CHECK(county
              .refused([&] {
                  county.make("tc", "enrollment.register", county.newPerson(4),
                              {"id_card", "household_register"});
              })
              .contains("WITNESS_ALARM"));
}

TEST_CASE("What is signed and stored is not called failed where no witness can be written [SEC-02]")
{
    WorkedOffice county;
    QDir(county.witnessFolder()).removeRecursively();
    QFile blocked(county.witnessFolder());
    REQUIRE(blocked.open(QIODevice::WriteOnly));
    blocked.close();
    CHECK_NOTHROW(county.enrol(3));
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'witness_failed'") > 0);
}

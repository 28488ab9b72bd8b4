// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/sealed_county.h"

#include "operations/sheet_import.h"
#include <QFile>
#include <catch2/catch.hpp>

namespace jubao::test {

void SealedCounty::work()
{
    enrolWithScan();
    changeKey();
    collectAndRefund();
    takeOver();
    avoidAndBeRefused();
}

MakeRequest SealedCounty::registration() const
{
    MakeRequest request;
    request.type = QStringLiteral("enrollment.register");
    request.payload = newPerson(1);
    request.payload["name"] = name;
    request.payload["id_number"] = number(1);
    request.payload["phone"] = phone;
    request.payload["address"] = address;
    request.payload["bank_name"] = QStringLiteral("农村信用社");
    request.payload["bank_card"] = card;
    request.payload["beneficiary_name"] = QStringLiteral("司马春");
    request.payload["beneficiary_relation"] = QStringLiteral("子");
    request.payload["beneficiary_id_number"] = number(2);
    request.evidence = {
        {QStringLiteral("id_card"), number(1) + QStringLiteral(".jpg"),
         QByteArray("a scan that says ") + number(1).toUtf8() + ' ' + address.toUtf8()},
        {QStringLiteral("household_register"), {}, {}}};
    return request;
}

void SealedCounty::enrolWithScan()
{
    const qint64 operation = office->make(as("tc"), registration()).operation;
    act("tr", ActionKind::Return, operation,
        QStringLiteral("ring %1, the card of %2 is hard to read").arg(phone, number(1)));
    MakeRequest again = registration();
    again.resubmits = operation;
    again.reason = QStringLiteral("%1 read again").arg(number(1));
    office->make(as("tc"), again);
    act("tr", ActionKind::Recheck, operation);
    act("dep", ActionKind::Approve, operation);
    person = office->reader().row("person", "id_number", number(1)).value()["id"].toLongLong();
}

void SealedCounty::changeKey()
{
    const qint64 ordinary = make("tc", "enrollment.change",
                                 {{"person", person}, {"phone", newPhone}, {"address", newAddress}},
                                 {"id_card"}, "told by phone")
                                .operation;
    act("tr", ActionKind::Recheck, ordinary);
    const qint64 key = make("tc", "enrollment.change_key",
                            {{"person", person},
                             {"id_number", number(3)},
                             {"reason", number(1) + " was a mistake of the police"}},
                            {"id_card", "change_proof"}, "instead of " + number(1))
                           .operation;
    act("tr", ActionKind::Recheck, key);
    act("en1", ActionKind::Review, key);
    act("dep", ActionKind::Approve, key);
}

void SealedCounty::collectAndRefund()
{
    issueNumbers("tc", "S");
    const qint64 collection = make("tc", "contributions.collect",
                                   {{"person", person},
                                    {"year", 2026},
                                    {"amount", 20000},
                                    {"number", "S00000001"},
                                    {"payer", ""}})
                                  .operation;
    act("tr", ActionKind::Recheck, collection);
    const qint64 refund = make("tc", "contributions.refund",
                               {{"receipt", "S00000001"},
                                {"reason", "paid for " + number(4)},
                                {"bank_name", "Bank"},
                                {"bank_card", refundCard}},
                               {"receipt_copies", "refund_application"}, "asked for")
                              .operation;
    act("co1", ActionKind::Recheck, refund);
    act("fh", ActionKind::Review, refund);
    act("dep", ActionKind::Approve, refund);
}

void SealedCounty::takeOver()
{
    const QString path = sheets.filePath("old.csv");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("id_number,name,division,household_kind,enrolled_on,paid_months,balance_personal,"
               "balance_subsidy,balance_collective,phone\n");
    file.write(QStringLiteral("%1,欧阳丰收,Village,rural,2012-03-01,120,2400.50,360,,%2\n")
                   .arg(number(5), rosterPhone)
                   .toUtf8());
    file.close();
    SheetImport sheet(*registry->find("enrollment.take_over"), office->reader(), path);
    MakeRequest request;
    request.type = QStringLiteral("enrollment.take_over");
    sheet.addFileTo(request.payload);
    request.rows = sheet.rows();
    request.reason = QStringLiteral("as the old system has it");
    request.evidence = {{QStringLiteral("roster"), {}, {}}};
    const qint64 operation = office->make(as("en1"), request).operation;
    act("en2", ActionKind::Recheck, operation);
    act("fh", ActionKind::Review, operation);
    act("au", ActionKind::Joint, operation);
}

void SealedCounty::avoidAndBeRefused()
{
    const qint64 declared = make("of", "administration.declare_avoidance",
                                 {{"action", "declare"},
                                  {"operator", operatorId("tr")},
                                  {"other", number(6)},
                                  {"relation", "sibling"}},
                                 {"avoidance_declaration"}, "declared")
                                .operation;
    act("dep", ActionKind::Recheck, declared);
    QJsonObject kin = newPerson(7);
    kin["id_number"] = number(6);
    const qint64 pending =
        make("tc", "enrollment.register", kin, {"id_card", "household_register"}, "seen").operation;
    CHECK(refused([&] { act("tr", ActionKind::Recheck, pending); }) == QStringList{"AVOIDANCE"});
    QJsonObject twice = newPerson(8);
    twice["id_number"] = number(3);
    CHECK_FALSE(refused([&] {
                    make("tc", "enrollment.register", twice, {"id_card", "household_register"},
                         "not " + number(7));
                }).isEmpty());
}

} // namespace jubao::test

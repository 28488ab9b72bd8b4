// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/many_persons.h"

#include "operations/sheet_import.h"
#include <QFile>
#include <catch2/catch.hpp>

namespace jubao::test::many {

QString idNumber(int person)
{
    constexpr int perDay = 200;
    return TestOffice::idNumber(QDate(1970, 1, 1).addDays(person / perDay), person % perDay);
}

QString phone(int person)
{
    constexpr qint64 first = 13'900'000'000;
    return QString::number(first + person);
}

void takeOver(TestOffice &office, int persons)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("old.csv");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("id_number,name,division,household,household_relation,household_kind,enrolled_on,"
               "paid_months,balance_personal,balance_subsidy,balance_collective,phone\n");
    for (int i = 0; i < persons; ++i)
        file.write(
            QStringLiteral("%1,%2,%3,%4,0,rural,2012-03-01,120,2400.50,360,,%5\n")
                .arg(idNumber(i), TestOffice::personName(i),
                     i % 4 == 0 ? QStringLiteral("411024900201") : QStringLiteral("411024100201"),
                     TestOffice::household(i), phone(i))
                .toUtf8());
    file.close();
    MakeRequest request;
    request.type = QStringLiteral("enrollment.take_over");
    SheetImport sheet(*office.registry->find(request.type), office.office->reader(), path);
    sheet.addFileTo(request.payload);
    request.rows = sheet.rows();
    request.reason = QStringLiteral("as the old system has it");
    request.evidence = {{QStringLiteral("roster"), {}, {}}};
    const qint64 operation = office.office->make(office.as("en1"), request).operation;
    office.act("en2", ActionKind::Recheck, operation);
    office.act("fh", ActionKind::Review, operation);
    const ActResult joint = office.act("au", ActionKind::Joint, operation);
    if (joint.state != OperationState::Posted)
        office.act("dir", ActionKind::Approve, operation);
    REQUIRE(office.number("SELECT count(*) FROM person") >= persons);
}

} // namespace jubao::test::many

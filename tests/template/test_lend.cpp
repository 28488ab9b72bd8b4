// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "template/template_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

// The test to copy with lend.cpp: every rule both ways, the fact, the effect, the way back, the
// hook, and that verify and replay agree with what was written.

TEST_CASE("A loan is a fact at once and an effect when it is approved [CTL-07] [CTL-19]")
{
    TemplateOffice county;
    const qint64 operation = county.lent(county.loan());
    CHECK(county.number("SELECT count(*) FROM template_line WHERE kind = 'handed_out'") == 1);
    CHECK(county.number("SELECT count(*) FROM template_thing") == 0);
    const OperationView view = county.office->view(county.as("dep"), operation);
    CHECK(view.summary == "projector is lent to CO2");
    CHECK(view.amountFen == 5000);
    CHECK(view.dueOn == QDate(2026, 3, 5));
    REQUIRE(view.changes.size() == 1);
    CHECK(view.changes.first().after == "CO2");
    county.act("of", ActionKind::Recheck, operation);
    CHECK(county.act("dep", ActionKind::Approve, operation).state == OperationState::Posted);
    CHECK(county.number("SELECT count(*) FROM template_thing WHERE state = 'out'") == 1);
    // Whoever loses his post still answers for what he holds: the hook wrote a line.
    county.assignPost({{"action", "end"}, {"operator", county.operatorId("co2")}, {"post", "CO"}});
    CHECK(county.number("SELECT count(*) FROM template_line WHERE kind = 'still_held'") == 1);
    CHECK(county.violations().isEmpty());
}

TEST_CASE("A loan that is refused leaves its fact, and the line that takes it back")
{
    TemplateOffice county;
    const qint64 operation = county.lent(county.loan());
    county.act("en1", ActionKind::Withdraw, operation);
    CHECK(county.number("SELECT count(*) FROM template_line") == 2);
    CHECK(county.number("SELECT count(*) FROM template_line WHERE kind = 'taken_back'") == 1);
    CHECK(county.number("SELECT count(*) FROM template_thing") == 0);
    CHECK(county.violations().isEmpty());
}

TEST_CASE("Each rule of the loan refuses what it is for and lets the rest pass [CTL-20]")
{
    TemplateOffice county;
    const auto refused = [&county](const QString &field, const QJsonValue &value) {
        QJsonObject payload = county.loan();
        payload.insert(field, value);
        return county.refused([&] { county.lent(payload); });
    };
    CHECK(refused("thing", " ") == QStringList{"THING_MISSING"});
    CHECK(refused("holder", 17) == QStringList{"HOLDER_UNKNOWN"});
    CHECK(refused("back_on", "2026-03-01") == QStringList{"DAY_IS_PAST"});
    CHECK(refused("back_on", "soon") == QStringList{"FIELD_MALFORMED"});
    CHECK(refused("back_on", "2026-06-01") == QStringList{"WARNING_UNANSWERED"});
    QJsonObject longLoan = county.loan();
    longLoan.insert("back_on", "2026-06-01");
    const Findings found = county.office->check(county.as("en1"), "template.lend", longLoan);
    REQUIRE(found.size() == 1);
    CHECK(found.first().code == "LONG_LOAN");
    CHECK(county.refused([&] { county.make("en1", "template.lend", county.loan()); })
          == QStringList{"EVIDENCE_MISSING"});
    county.lent(county.loan());
    CHECK(county.refused([&] { county.lent(county.loan("projector", "co1")); })
          == QStringList{"OTHER_OPERATION_OPEN"});
    county.lentAndPosted(county.loan("ladder"));
    CHECK(county.refused([&] { county.lent(county.loan("ladder", "co1")); })
          == QStringList{"THING_IS_OUT"});
}

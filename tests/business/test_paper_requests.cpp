// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/verify.h"
#include "rooms/rooms.h"
#include "supervision/domain/exceptions.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QString notice = "enrollment.missing_papers";
const QString enrolment = "enrollment.register";
const QStringList bothPapers{"id_card", "household_register"};

class Counter : public TestOffice {
public:
    Counter() : TestOffice(allRooms()) { }

    void tell(const QJsonObject &person, const QStringList &seen, const QString &why = {})
    {
        office->giveOutBeforeMaking(
            as("tc"), notice, enrolment, person, seen, [](const Office::Printable &) {}, why);
    }
    qint64 handIn(const QJsonObject &person)
    {
        return make("tc", enrolment, person, bothPapers).operation;
    }
    ActResult giveBack(qint64 operation, const QStringList &papers, const QString &why = {})
    {
        Action action;
        action.kind = ActionKind::Return;
        action.operation = operation;
        action.revision = office->view(as("tr"), operation).revision;
        action.reason = QStringLiteral("材料不全");
        action.papers = papers;
        action.lateReason = why;
        return office->act(as("tr"), action);
    }
    qint64 again(qint64 operation, const QJsonObject &person, const QStringList &more = {})
    {
        MakeRequest request;
        request.type = enrolment;
        request.payload = person;
        request.resubmits = operation;
        const QStringList kinds = bothPapers + more;
        for (const QString &kind : kinds)
            request.evidence.append({kind, {}, {}});
        return office->make(as("tc"), request).operation;
    }
    QList<ExceptionLine> exceptions()
    {
        return exceptionsOf(office->reader(), *registry, office->reader().today());
    }
};

} // namespace

TEST_CASE("A paper that the first notice did not name is asked for with a reason [OFF-11]")
{
    Counter county;
    const QJsonObject person = county.newPerson(1);
    county.tell(person, {"id_card"});
    const qint64 operation = county.handIn(person);
    // What the notice named may be asked for again.
    CHECK(county.giveBack(operation, {"household_register"}).state == OperationState::Returned);
    county.again(operation, person);
    try {
        county.giveBack(operation, {"household_register", QStringLiteral("居住证明")});
        FAIL("a late paper was taken without a word");
    } catch (const RefusedError &error) {
        REQUIRE(error.refusals.size() == 1);
        CHECK(error.refusals.first().code == "PAPER_NOT_NAMED_FIRST");
        CHECK(error.refusals.first().field == "late_reason");
        CHECK(error.refusals.first().text.contains(QStringLiteral("居住证明")));
        CHECK_FALSE(error.refusals.first().text.contains("Household register"));
    }
    CHECK(county.refused([&] { county.giveBack(operation, {"id_card"}, "  "); })
          == QStringList{"PAPER_NOT_NAMED_FIRST"});
    CHECK(county.exceptions().isEmpty());
    county.giveBack(operation, {QStringLiteral("居住证明")}, QStringLiteral("户籍在外县"));
    const OperationView view = county.office->view(county.as("tr"), operation);
    CHECK(view.actions.last().latePapers == QStringList{QStringLiteral("居住证明")});
    CHECK(view.actions.last().lateReason == QStringLiteral("户籍在外县"));
    CHECK(view.papersNamed() == QStringList{"household_register", QStringLiteral("居住证明")});
    // What it was returned for comes with it, by the name that it was asked for.
    try {
        county.again(operation, person);
        FAIL("handed in again without the paper that was asked for");
    } catch (const RefusedError &error) {
        REQUIRE(error.refusals.size() == 1);
        CHECK(error.refusals.first().code == "PAPERS_ASKED_MISSING");
        CHECK(error.refusals.first().field == "evidence");
        CHECK(error.refusals.first().text.contains(QStringLiteral("居住证明")));
    }
    CHECK(county.refused([&] { county.again(operation, person, {"residence"}); })
          == QStringList{"PAPERS_ASKED_MISSING"});
    // Named now, it may be asked for again.
    county.again(operation, person, {QStringLiteral("居住证明")});
    CHECK(county.giveBack(operation, {QStringLiteral("居住证明")}).state
          == OperationState::Returned);
    const QList<ExceptionLine> lines = county.exceptions();
    REQUIRE(lines.size() == 1);
    CHECK(lines.first().operation == operation);
    CHECK(lines.first().answer == QStringLiteral("户籍在外县"));
    CHECK(lines.first().found.contains(QStringLiteral("居住证明")));
    CHECK(county.office->verify({}).violations.isEmpty());
}

TEST_CASE("Where nothing was named before, a return is the first list [OFF-11]")
{
    Counter county;
    const QJsonObject person = county.newPerson(1);
    const qint64 operation = county.handIn(person);
    CHECK(county.giveBack(operation, {"id_card"}).state == OperationState::Returned);
    county.again(operation, person);
    CHECK(county.refused([&] { county.giveBack(operation, {"household_register"}); })
          == QStringList{"PAPER_NOT_NAMED_FIRST"});
    // Without papers a return asks for nothing.
    CHECK(county.giveBack(operation, {}).state == OperationState::Returned);
}

TEST_CASE("A second notice at the counter is held against the first of that person [OFF-11]")
{
    Counter county;
    const QJsonObject person = county.newPerson(1);
    county.tell(person, {"id_card"});
    county.tell(person, {"id_card"});
    CHECK(county.refused([&] { county.tell(person, {"household_register"}); })
          == QStringList{"PAPER_NOT_NAMED_FIRST"});
    CHECK(county.refused([&] {
        county.office->prepareBeforeMaking(county.as("tc"), notice, enrolment, person, {});
    }) == QStringList{"PAPER_NOT_NAMED_FIRST"});
    // Another person has a list of his own.
    county.tell(county.newPerson(2), {"household_register"});
    county.tell(person, {"household_register"}, QStringLiteral("身份证到期"));
    const QList<ExceptionLine> lines = county.exceptions();
    REQUIRE(lines.size() == 1);
    CHECK(lines.first().operation == 0);
    CHECK(lines.first().answer == QStringLiteral("身份证到期"));
    // Handed in, the matter has used up its notices: the next one of this person begins anew.
    const qint64 operation = county.handIn(person);
    CHECK(county.office->view(county.as("tr"), operation).papersNamed()
          == QStringList{"household_register", "id_card"});
    county.act("tc", ActionKind::Withdraw, operation);
    county.tell(person, {"household_register"});
}

TEST_CASE(
    "A notice tells nothing of the books, and whoever may not make the form gets none [CTL-02] "
    "[OFF-11]")
{
    Counter county;
    county.enrol(1);
    const auto noticeFor = [&county](const QString &name, const QString &type,
                                     const QJsonObject &payload) {
        return county.office->prepareBeforeMaking(county.as(name), notice, type, payload, {})
            .data.values;
    };
    // Of the other township's clerk, who has the number and wants the name.
    const QJsonObject asks{{"id_number", county.newPerson(1)["id_number"]},
                           {"name", "x"},
                           {"division", "411024900201"}};
    for (const char *type : {"enrollment.register", "enrollment.take_in"})
        CHECK(noticeFor("tc9", type, asks)["name"] == "x");
    CHECK(county.refused([&] { noticeFor("tc9", enrolment, county.newPerson(1)); })
          == QStringList{"DIVISION_OUTSIDE"});
    CHECK(county.refused([&] { noticeFor("au", enrolment, asks); })
          == QStringList{"POST_NOT_HELD"});
}

TEST_CASE("A notice for a matter that came back is held against its returns [OFF-11]")
{
    Counter county;
    const QJsonObject person = county.newPerson(1);
    const qint64 operation = county.handIn(person);
    county.giveBack(operation, {"id_card"});
    county.clock->setNow(county.clock->now().addSecs(60));
    county.tell(person, {"household_register"}); // the card is missing: it was asked for
    CHECK(county.refused([&] { county.tell(person, {"id_card"}); })
          == QStringList{"PAPER_NOT_NAMED_FIRST"});
    county.tell(person, {"id_card"}, QStringLiteral("户口簿换发"));
    county.again(operation, person);
    // What that notice named is signed with the new revision and may be asked for again.
    CHECK(county.giveBack(operation, {"household_register"}).state == OperationState::Returned);
    CHECK(county.exceptions().size() == 1);
    CHECK(county.office->verify({}).violations.isEmpty());
}

TEST_CASE("The list of exceptions holds every answered warning and its month [CON-08]")
{
    Counter county;
    const qint64 person = county.enrol(1);
    const ActResult declared = county.make("tc", "contributions.declare",
                                           {{"person", person}, {"year", 2026}, {"amount", 30000}});
    county.act("tr", ActionKind::Recheck, declared.operation);
    const QJsonObject lower{{"person", person}, {"year", 2026}, {"amount", 20000}};
    CHECK(county.refused([&] {
        county.make("tc", "contributions.declare_change", lower, {"tier_application"});
    }) == QStringList{"WARNING_UNANSWERED"});
    CHECK(county.exceptions().isEmpty());
    const qint64 change =
        county.make("tc", "contributions.declare_change", lower, {"tier_application"}, "poor")
            .operation;
    const QList<ExceptionLine> lines = county.exceptions();
    REQUIRE(lines.size() == 1);
    CHECK(lines.first().kind == "Tier lowered");
    CHECK(lines.first().operation == change);
    CHECK(lines.first().answer == "poor");
    const QDate today = county.office->reader().today();
    CHECK(exceptionsOf(county.office->reader(), *county.registry, today.addMonths(-1)).isEmpty());
    CHECK(exceptionsOf(county.office->reader(), *county.registry, today, today).size() == 1);
    CHECK(
        exceptionsOf(county.office->reader(), *county.registry, today.addDays(1), today.addDays(9))
            .isEmpty());
}

TEST_CASE("A contribution that is taken back is an exception of its month [CON-08]")
{
    Counter county;
    county.issueNumbers("tc", "A");
    const qint64 person = county.enrol(1);
    const qint64 taken = county.collectAtCounter(person, "A00000001");
    county.act("tr", ActionKind::Recheck, taken);
    CHECK(county.exceptions().isEmpty());
    const ActResult back =
        county.make("tc", "contributions.void_receipt",
                    {{"receipt", "A00000001"}, {"reason", "wrong"}}, {"receipt_copies"});
    CHECK(county.exceptions().isEmpty());
    county.act("co1", ActionKind::Recheck, back.operation);
    county.act("fh", ActionKind::Review, back.operation);
    county.act("dep", ActionKind::Approve, back.operation);
    const QList<ExceptionLine> lines = county.exceptions();
    REQUIRE(lines.size() == 1);
    CHECK(lines.first().operation == back.operation);
    CHECK(lines.first().found.contains("-200.00"));
    CHECK(lines.first().answer == "wrong");
}

TEST_CASE("The auditor alone signs that he has read a month, and later lines show [CON-08]")
{
    Counter county;
    const QJsonObject person = county.newPerson(1);
    const QDate today = county.office->reader().today();
    county.tell(person, {"id_card"});
    county.tell(person, {}, QStringLiteral("身份证到期"));
    CHECK_FALSE(exceptionsRead(county.office->reader(), *county.registry, today));
    for (const char *other : {"tc", "dep", "aa"})
        CHECK(county.refused([&] {
            acknowledgeExceptions(*county.office, county.as(QLatin1String(other)), today);
        }) == QStringList{"POST_NOT_HELD"});
    acknowledgeExceptions(*county.office, county.as("au"), today);
    const auto read = exceptionsRead(county.office->reader(), *county.registry, today);
    REQUIRE(read);
    CHECK(read->count == 1);
    CHECK(read->same);
    CHECK(read->who == county.as("au").displayName());
    CHECK_FALSE(exceptionsRead(county.office->reader(), *county.registry, today.addMonths(-1)));
    county.tell(county.newPerson(2), {"id_card"});
    county.tell(county.newPerson(2), {}, QStringLiteral("身份证到期"));
    CHECK_FALSE(exceptionsRead(county.office->reader(), *county.registry, today)->same);
    CHECK(county.office->verify({}).violations.isEmpty());
}

TEST_CASE("A paper has a name wherever it is named, and one that can be seen [CTL-11] [OFF-11]")
{
    Counter county;
    const QJsonObject person = county.newPerson(1);
    for (const char *name : {"", "  "}) {
        CHECK(county.refused([&] {
            county.make("tc", enrolment, person, bothPapers + QStringList{name});
        }) == QStringList{"EVIDENCE_UNNAMED"});
    }
    CHECK(county.refused([&] {
        county.make("tc", enrolment, person, bothPapers + QStringList{QStringLiteral("x\u200b")});
    }) == QStringList{"TEXT_UNSEEN"});
    const qint64 operation = county.handIn(person);
    CHECK(county.refused([&] {
        county.giveBack(operation, {"id_card", " "});
    }) == QStringList{"EVIDENCE_UNNAMED"});
    CHECK(county.refused([&] {
        county.act("tr", ActionKind::Return, operation, QStringLiteral("a\u202eb"));
    }) == QStringList{"TEXT_UNSEEN"});
    CHECK(county.number("SELECT count(*) FROM operation WHERE state = 'in_review'") == 1);
}

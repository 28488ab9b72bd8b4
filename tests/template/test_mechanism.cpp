// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/transaction.h"
#include "template/template_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

// What the requirements ask of the mechanism where the room that will use it is not there yet,
// shown with the types of the living template.

namespace {

qint64 dutyLine(TemplateOffice &county, const QString &maker, const QJsonObject &more = {})
{
    QJsonObject payload{{"happened_on", "2026-03-02"}, {"noted", "windows locked"}};
    for (auto it = more.begin(); it != more.end(); ++it)
        payload.insert(it.key(), it.value());
    return county.make(maker, "template.duty_line", payload).operation;
}

QList<qint64> filedFor(TemplateOffice &county, const QString &name)
{
    QList<qint64> list;
    const QList<OperationView> filed = county.office->filings(county.as(name));
    for (const OperationView &each : filed)
        list.append(each.id);
    return list;
}

OperationType line()
{
    OperationType type;
    type.id = "template.plain";
    type.room = "template";
    type.family = "office.meetings";
    type.part = ControlPart::Organisation;
    type.legalBasis = "x";
    type.title = "x";
    type.check = [](const QJsonObject &, const Reader &, qint64) { return Findings(); };
    type.summary = [](const QJsonObject &, const Reader &) { return QString(); };
    type.apply = [](const QJsonObject &, Writer &) {};
    return type;
}

} // namespace

TEST_CASE("A successor starts only from a posted predecessor [CTL-08]")
{
    TemplateOffice county;
    const auto discard = [&county](qint64 loan) {
        return county.make("ca", "template.discard", {{"loan", loan}}).operation;
    };
    CHECK(county.refused([&] { discard(17); }) == QStringList{"PREDECESSOR_NOT_POSTED"});
    const qint64 open = county.lent(county.loan());
    CHECK(county.refused([&] { discard(open); }) == QStringList{"PREDECESSOR_NOT_POSTED"});
    county.act("en1", ActionKind::Withdraw, open);
    CHECK(county.refused([&] { discard(open); }) == QStringList{"PREDECESSOR_NOT_POSTED"});
    const qint64 posted = county.lentAndPosted(county.loan());
    const qint64 discarded = discard(posted);
    county.act("gl", ActionKind::Joint, discarded);
    CHECK(county.act("fh", ActionKind::Review, discarded).state == OperationState::Posted);
    CHECK(county.refused([&] { discard(posted); }) == QStringList{"THING_NOT_OUT"});
    CHECK(county.violations().isEmpty());
}

TEST_CASE("Who had a hand in the keeping does not watch the destruction [SOD-19] [CTL-09]")
{
    TemplateOffice county;
    const qint64 byWatcher = county.lentAndPosted(county.loan(), "gl");
    const qint64 first = county.make("ca", "template.discard", {{"loan", byWatcher}}).operation;
    CHECK(county.refused([&] { county.act("gl", ActionKind::Joint, first); })
          == QStringList{"SOD_MATTER"});
    CHECK_NOTHROW(county.act("au", ActionKind::Joint, first));
    // Nor does the keeper himself, whatever his post.
    const qint64 heldByWatcher = county.lentAndPosted(county.loan("safe", "au"));
    const qint64 second =
        county.make("ca", "template.discard", {{"loan", heldByWatcher}}).operation;
    CHECK(county.refused([&] { county.act("au", ActionKind::Joint, second); })
          == QStringList{"AVOIDANCE"});
    CHECK_NOTHROW(county.act("gl", ActionKind::Joint, second));
    CHECK(county.violations().isEmpty());
}

TEST_CASE("Whom a case concerns takes no step in it, not even the clerk who keeps it [SOD-18]")
{
    TemplateOffice county;
    const qint64 aboutClerk = county.lent(county.loan("file", "of"));
    CHECK(county.refused([&] { county.act("of", ActionKind::Recheck, aboutClerk); })
          == QStringList{"AVOIDANCE"});
    const qint64 aboutOther = county.lent(county.loan("file 2", "co2"));
    CHECK_NOTHROW(county.act("of", ActionKind::Recheck, aboutOther));
}

TEST_CASE("Things that are kept apart are never with one person [SOD-16]")
{
    TemplateOffice county;
    const auto seal = [&county](const QString &name, const QString &holder) {
        QJsonObject payload = county.loan(name, holder);
        payload.insert("kept_apart", "bank seals");
        return payload;
    };
    county.lentAndPosted(seal("finance seal", "co1"));
    CHECK(county.refused([&] { county.lent(seal("personal seal", "co1")); })
          == QStringList{"HOLDER_HAS_COUNTERPART"});
    CHECK_NOTHROW(county.lentAndPosted(county.loan("umbrella", "co1")));
    // Two that were on their way at once: the second does not post.
    const qint64 third = county.lent(seal("third seal", "co2"));
    county.lentAndPosted(seal("personal seal", "co2"));
    CHECK(county.act("of", ActionKind::Recheck, third).state == OperationState::Conflict);
    CHECK(county.number("SELECT count(*) FROM template_thing WHERE kept_apart = 'bank seals'")
          == 2);
}

TEST_CASE(
    "Whoever is marked a developer can act under no post, by rows like any other pair [SOD-10]")
{
    TemplateOffice county;
    const QString developer = "DV";
    const auto lay = [&county](const QString &table, const Row &row) {
        Transaction transaction(county.office->database());
        PostingContext context;
        context.opSeq = 1;
        Writer(county.office->database(), county.office->catalogue(), context, "administration")
            .insert(table, row);
        transaction.commit();
    };
    lay("post_assignment",
        {{"operator", county.operatorId("en1")},
         {"post", developer},
         {"department", "IF"},
         {"division", ""},
         {"head", 0},
         {"valid_from", "2026-03-02"}});
    CHECK_NOTHROW(county.lent(county.loan()));
    for (const char *post : {"IT", "EN", "CO", "BE", "FH", "GL", "CA", "AU"})
        lay("incompatible_post",
            {{"post_a", developer}, {"post_b", QString::fromLatin1(post)}, {"rule", "SOD-10"}});
    // What he holds stops, what he does not hold is not given, and verify names it.
    CHECK(county.refused([&] { county.lent(county.loan("ladder")); })
          == QStringList{"INCOMPATIBLE_POSTS"});
    CHECK_NOTHROW(county.lent(county.loan("ladder"), "co1"));
    const auto give = [&county](const QString &name) {
        return county.refused([&] {
            county.make("of", "administration.assign_post",
                        {{"action", "give"}, {"operator", county.operatorId(name)}, {"post", "IT"}},
                        {"appointment"});
        });
    };
    CHECK(give("en1") == QStringList{"INCOMPATIBLE_POSTS"});
    CHECK(county.violations().contains("INCOMPATIBLE_POSTS"));
}

TEST_CASE("A matter handed down by a leader is flagged, and the handler may refuse it [CTL-24]")
{
    TemplateOffice county;
    MakeRequest request;
    request.type = "template.lend";
    request.payload = county.loan();
    request.evidence = {{"authorisation_letter", {}, {}}};
    request.instructedBy = "DIR";
    request.instructedOn = QDate(2026, 2, 27);
    request.objection = "not urgent";
    const qint64 operation = county.office->make(county.as("en1"), request).operation;
    const OperationView view = county.office->view(county.as("of"), operation);
    CHECK(view.instructedBy == "DIR");
    CHECK(view.instructedOn == "2026-02-27");
    CHECK(view.objection == "not urgent");
    CHECK(filedFor(county, "au").isEmpty());
    CHECK(county.refused([&] { county.act("of", ActionKind::Return, operation); })
          == QStringList{"REASON_MISSING"});
    county.act("of", ActionKind::Return, operation, "第三十一条: not without handover");
    // It is told to the leader and to audit, and nobody takes the step in the handler's place.
    CHECK(filedFor(county, "au") == QList<qint64>{operation});
    CHECK(filedFor(county, "dir") == QList<qint64>{operation});
    CHECK(county.refused([&] { county.act("dir", ActionKind::Approve, operation); })
          == QStringList{"NOT_IN_THIS_STATE"});
    const OperationView returned = county.office->view(county.as("au"), operation);
    CHECK(returned.actions.last().reason == "第三十一条: not without handover");
    for (const char *name : {"dir", "au"})
        county.act(name, ActionKind::Acknowledge, operation);
    CHECK(filedFor(county, "au").isEmpty());
    // What no leader handed down is returned between maker and checker alone.
    const qint64 plain = county.lent(county.loan("ladder"));
    county.act("of", ActionKind::Return, plain, "x");
    CHECK(filedFor(county, "au").isEmpty());
    CHECK(county.refused([&] { county.act("au", ActionKind::Acknowledge, plain); })
          == QStringList{"POST_NOT_HELD"});
    CHECK(county.violations().isEmpty());
}

TEST_CASE("A matter of importance passes only with a posted decision that names it [CTL-27]")
{
    TemplateOffice county;
    QJsonObject dear = county.loan();
    dear.insert("value", 1000000);
    const qint64 operation = county.lent(dear);
    county.act("of", ActionKind::Recheck, operation);
    const auto approve = [&] { county.act("dep", ActionKind::Approve, operation); };
    CHECK(county.refused(approve) == QStringList{"DECISION_MISSING"});

    const auto decided = [&county](qint64 about) {
        return county
            .make("of", "template.decide",
                  {{"about", about}, {"attended", "DIR, DEP, FH"}, {"resolution", "agreed"}})
            .operation;
    };
    CHECK(county.refused([&] { decided(17); }) == QStringList{"MATTER_UNKNOWN"});
    CHECK(county.refused([&] {
        county.make("of", "template.decide", {{"about", operation}, {"attended", "DIR"}});
    }) == QStringList{"MINUTES_INCOMPLETE"});
    const qint64 other = county.lent(county.loan("ladder"));
    county.act("dir", ActionKind::Approve, decided(other));
    CHECK(county.refused(approve) == QStringList{"DECISION_MISSING"});
    const qint64 decision = decided(operation);
    CHECK(county.refused(approve) == QStringList{"DECISION_MISSING"});
    county.act("dir", ActionKind::Approve, decision);
    CHECK(county.refused(approve).isEmpty());
    // Below the limit nothing is asked.
    QJsonObject cheap = county.loan("chair");
    cheap.insert("value", 999999);
    county.lentAndPosted(cheap);
    CHECK(county.violations().isEmpty());
    // verify asks the same question as of each entry's time.
    county.tamper(
        {QStringLiteral("UPDATE operation SET posted_seq = posted_seq + 100 WHERE id = %1")
             .arg(decision)});
    CHECK(county.violations().contains("DECISION_MISSING"));
}

TEST_CASE("A register line stands from its making and is attested by a second person [CTL-31]")
{
    TemplateOffice county;
    const qint64 first = dutyLine(county, "en1");
    CHECK(county.number("SELECT count(*) FROM template_line WHERE kind = 'duty'") == 1);
    CHECK(county.office->view(county.as("of"), first).waitsForStep == ActionKind::Attest);
    CHECK(county.refused([&] { county.act("en1", ActionKind::Attest, first); }).first()
          == "SOD_SAME_PERSON");
    CHECK(county.refused([&] { county.act("of", ActionKind::Recheck, first); })
          == QStringList{"NOT_THIS_STEP"});
    CHECK(county.refused([&] {
        dutyLine(county, "en1", {{"noted", " "}});
    }) == QStringList{"LINE_EMPTY"});
    CHECK(county.refused([&] {
        dutyLine(county, "en1", {{"happened_on", "2026-03-03"}});
    }) == QStringList{"LINE_NOT_YET"});
    CHECK(county.refused([&] {
        dutyLine(county, "en1", {{"corrects", 5}});
    }) == QStringList{"LINE_UNKNOWN"});

    // The day's lines in one list: what was not attested is due the next working day, and one
    // signing takes them all, each with a signature of its own.
    const qint64 id = county.number("SELECT id FROM template_line WHERE kind = 'duty'");
    const qint64 counter = dutyLine(county, "co1", {{"corrects", id}, {"noted", "one was open"}});
    const QList<OperationView> waiting = county.office->inbox(county.as("of"));
    QList<Action> actions;
    for (const OperationView &each : waiting) {
        if (each.type != "template.duty_line")
            continue;
        CHECK(each.dueOn == QDate(2026, 3, 3));
        Action action;
        action.kind = ActionKind::Attest;
        action.operation = each.id;
        action.seenDigest = county.office->view(county.as("of"), each.id).digest;
        actions.append(action);
    }
    REQUIRE(actions.size() == 2);
    const auto results = county.office->actMany(county.as("of"), actions);
    for (const auto &result : results)
        CHECK(std::get<ActResult>(result).state == OperationState::Posted);
    CHECK(county.number("SELECT count(*) FROM template_line WHERE corrects IS NOT NULL") == 1);
    CHECK(county.number(QStringLiteral("SELECT count(*) FROM journal WHERE kind = 'attest' AND "
                                       "operation IN (%1, %2)")
                            .arg(first)
                            .arg(counter))
          == 2);
    CHECK(county.violations().isEmpty());
}

TEST_CASE("A register line can change nothing, by its declaration [CTL-31]")
{
    TypeRegistry registry;
    OperationType type = line();
    type.registerLine = true;
    CHECK_THROWS(registry.add(type)); // it has an effect and states nothing
    type.apply = {};
    CHECK_THROWS(registry.add(type));
    type.stateFacts = [](const QJsonObject &, Writer &) {};
    for (int wrong = 0; wrong < 3; ++wrong) {
        OperationType bad = type;
        if (wrong == 0)
            bad.amount = [](const QJsonObject &) { return Money(); };
        else if (wrong == 1)
            bad.locks = [](const QJsonObject &, const Reader &) { return QList<Lock>(); };
        else
            bad.applyRefused = [](const QJsonObject &, Writer &) {};
        CHECK_THROWS(registry.add(bad));
    }
    CHECK_NOTHROW(registry.add(type));
    CHECK_THROWS(
        registry.add(Hook{type.id, "template", "moves", [](const QJsonObject &, Writer &) {}}));
    // And where its facts try to touch a record, they cannot.
    TemplateOffice county;
    PostingContext context;
    context.linesOnly = true;
    Writer writer(county.office->database(), county.office->catalogue(), context, "template");
    CHECK_THROWS_AS(writer.insert("template_thing", {{"name", "x"}}), std::logic_error);
    CHECK_THROWS_AS(writer.update("template_thing", 1, {{"state", "in"}}), std::logic_error);
}

TEST_CASE("A type without a part of control or a legal basis is no type [CTL-01]")
{
    TypeRegistry registry;
    OperationType type = line();
    type.part = std::nullopt;
    CHECK_THROWS_AS(registry.add(type), std::logic_error);
    type = line();
    type.legalBasis.clear();
    CHECK_THROWS_AS(registry.add(type), std::logic_error);
    CHECK_NOTHROW(registry.add(line()));
    TemplateOffice county;
    QMap<QString, int> perPart;
    for (const OperationType *each : county.registry->types()) {
        CAPTURE(each->id.toStdString());
        REQUIRE(each->part.has_value());
        CHECK_FALSE(each->legalBasis.isEmpty());
        CHECK_FALSE(controlPartTitle(*each->part).isEmpty());
        ++perPart[controlPartCode(*each->part)];
    }
    CHECK(perPart.size() == 4);
}

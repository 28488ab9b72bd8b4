// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "hub/calls.h"
#include "hub/intake.h"
#include "hub/wire.h"
#include <QCborArray>
#include <QJsonArray>
#include <QSet>
#include <catch2/catch.hpp>
#include <random>

using namespace jubao;

namespace {

wire::Question question()
{
    wire::Question question;
    question.operatorName = "tc";
    question.asked = {"2026-03-02T01:00:00.000Z", "pc-7", "TC", true, QByteArray(64, 's')};
    MakeRequest make;
    make.type = "enrollment.register";
    make.payload = {{"name", "张三"},
                    {"amount", qint64(9007199254740991)},
                    {"list", QJsonArray{1, "b"}},
                    {"empty", ""}};
    make.evidence = {{"id_card", "a.png", QByteArray("\0\1\2", 3)}, {"form", {}, {}}};
    make.reason = "w";
    make.instructedBy = "DIR";
    make.instructedOn = QDate(2026, 3, 1);
    make.objection = "no";
    make.resubmits = 1099511627777;
    make.post = "TC";
    make.actionId = "a-1";
    question.make = make;
    return question;
}

} // namespace

TEST_CASE("A question comes over the wire as it was asked")
{
    const wire::Question asked = question();
    const wire::Question read = wire::questionFrom(wire::toCbor(asked));
    CHECK(read.operatorName == asked.operatorName);
    CHECK(read.asked.at == asked.asked.at);
    CHECK(read.asked.workstation == asked.asked.workstation);
    CHECK(read.asked.post == asked.asked.post);
    CHECK(read.asked.onTheSpot);
    CHECK(read.asked.signature == asked.asked.signature);
    REQUIRE(read.make);
    CHECK(read.make->payload == asked.make->payload);
    REQUIRE(read.make->evidence.size() == 2);
    CHECK(read.make->evidence.at(0).content == asked.make->evidence.at(0).content);
    CHECK(read.make->evidence.at(0).fileName == "a.png");
    CHECK(read.make->evidence.at(1).kind == "form");
    CHECK(read.make->reason == "w");
    CHECK(read.make->instructedBy == "DIR");
    CHECK(read.make->instructedOn == QDate(2026, 3, 1));
    CHECK(read.make->objection == "no");
    CHECK(read.make->resubmits == 1099511627777);
    CHECK(read.make->post == "TC");
    CHECK(read.make->actionId == "a-1");
    CHECK_FALSE(read.make->rows.next);
}

TEST_CASE("The rows of a batch come over the wire whole and in order")
{
    wire::Question asked = question();
    asked.make->rows.next = [place = 0](BatchRow &row) mutable {
        if (place == 3)
            return false;
        row = {++place + 1, {{"n", place}}, {"c", QString::number(place)}, {}};
        if (place == 2)
            row.unreadable = {{Severity::Warning, "FIELD_MALFORMED", "n", "text", "rule"}};
        return true;
    };
    const wire::Question read = wire::questionFrom(wire::toCbor(asked));
    REQUIRE(read.make->rows.next);
    BatchRow row;
    for (int place = 1; place <= 3; ++place) {
        REQUIRE(read.make->rows.next(row));
        CHECK(row.number == place + 1);
        CHECK(row.values == QJsonObject{{"n", place}});
        CHECK(row.cells == QStringList{"c", QString::number(place)});
        CHECK(row.unreadable.size() == (place == 2 ? 1 : 0));
    }
    CHECK_FALSE(read.make->rows.next(row));
}

TEST_CASE("A decision comes over the wire as it was taken")
{
    wire::Question asked;
    asked.operatorName = "tr";
    Action action;
    action.kind = ActionKind::Return;
    action.operation = 42;
    action.revision = 3;
    action.post = "TR";
    action.actionId = "a-2";
    action.reason = "why";
    action.evidenceTrue = action.evidenceValid = true;
    action.seenDigest = "d";
    action.alone = false;
    action.papers = {"id_card", "其他"};
    action.lateReason = "late";
    asked.act = action;
    const Action read = wire::questionFrom(wire::toCbor(asked)).act.value();
    CHECK(read.kind == action.kind);
    CHECK(read.operation == 42);
    CHECK(read.revision == 3);
    CHECK(read.post == "TR");
    CHECK(read.actionId == "a-2");
    CHECK(read.reason == "why");
    CHECK(read.evidenceTrue);
    CHECK_FALSE(read.evidenceComplete);
    CHECK(read.evidenceValid);
    CHECK(read.seenDigest == "d");
    CHECK_FALSE(read.alone);
    CHECK(read.papers == action.papers);
    CHECK(read.lateReason == "late");
}

TEST_CASE("What is no question is none: both kinds, none, no id, no kind")
{
    QCborMap map = wire::toCbor(question());
    map.insert(QStringLiteral("act"), QCborMap());
    CHECK_THROWS_AS(wire::questionFrom(map), wire::WireError);
    CHECK_THROWS_AS(wire::questionFrom({}), wire::WireError);
    wire::Question nameless = question();
    nameless.make->actionId.clear();
    CHECK_THROWS_AS(wire::questionFrom(wire::toCbor(nameless)), wire::WireError);
    CHECK_THROWS_AS(wire::questionFrom({{QStringLiteral("act"), QCborMap()}}), wire::WireError);
}

TEST_CASE("An answer gives the result, the refusals or the failure")
{
    ActResult result;
    result.operation = 7;
    result.state = OperationState::Posted;
    result.waitsFor = "nobody";
    result.findings = {{Severity::Error, "CODE", "field", "t", "r"}};
    result.rowsTaken = 5;
    result.rowsGivenBack = 2;
    const ActResult read = wire::resultFrom(wire::toCbor(result));
    CHECK(read.operation == 7);
    CHECK(read.state == OperationState::Posted);
    CHECK(read.waitsFor == "nobody");
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings.first().code == "CODE");
    CHECK(read.rowsTaken == 5);
    CHECK(read.rowsGivenBack == 2);
    try {
        wire::resultFrom(wire::toCbor(QList<Refusal>{{"A", "f", "t", "r"}, {"B", {}, {}, {}}}));
        FAIL("no refusal");
    } catch (const RefusedError &refused) {
        REQUIRE(refused.refusals.size() == 2);
        CHECK(refused.refusals.first().field == "f");
    }
    for (const auto &[kind, expected] :
         {std::pair(int(DatabaseError::Kind::DiskFull), DatabaseError::Kind::DiskFull),
          std::pair(4711, DatabaseError::Kind::Other)}) {
        try {
            wire::resultFrom(wire::failure(kind, "words"));
            FAIL("no failure");
        } catch (const DatabaseError &failed) {
            CHECK(failed.kind() == expected);
            CHECK(failed.detail() == "words");
        }
    }
}

TEST_CASE("A letter opens for the service alone, and not when one byte of it was changed")
{
    const std::shared_ptr<KeyPair> service = KeyPair::generate();
    wire::LetterReader reader(service);
    wire::LetterReader another(KeyPair::generate());
    wire::LetterWriter writer(service->publicKeyHex());
    const wire::Letter letter = writer.sealed({{QStringLiteral("a"), QStringLiteral("b")}});
    CHECK_FALSE(letter.sealed.contains("a\x61"
                                       "b"));
    const wire::OpenedLetter opened = reader.open(letter.sealed);
    CHECK(wire::messageFrom(opened.content).map[QStringLiteral("a")].toString() == "b");
    const QByteArray answer = wire::sealAnswer(opened.answerKey, {{QStringLiteral("c"), 1}});
    CHECK(wire::openAnswer(letter.answerKey, answer)[QStringLiteral("c")].toInteger() == 1);
    CHECK_THROWS(another.open(letter.sealed));
    CHECK_THROWS(wire::openAnswer({Key::random(), letter.answerKey.letter}, answer));
    std::mt19937 random(20261125);
    for (int round = 0; round < 300; ++round) {
        QByteArray changed = letter.sealed;
        const qsizetype place = qsizetype(random() % quint32(changed.size()));
        changed[place] = char(changed.at(place) ^ (1 << (random() % 8)));
        CHECK_THROWS(reader.open(changed));
        CHECK_THROWS(reader.open(letter.sealed.left(place)));
    }
    CHECK(reader.open(letter.sealed).content == opened.content);
}

TEST_CASE("A letter that asks for more values than it may hold is turned away before any is made")
{
    const QByteArray field("\xa1\x61r", 3);
    const QByteArray many("\x9a\x00\x4c\x4b\x40", 5); // five million values
    const QByteArray chain = QByteArray(20, '\x81') + '\x01';
    CHECK(wire::messageFrom(field + chain).values == 23);
    QByteArray names("\xb9\x03\xe8", 3); // a thousand, the most
    for (int name = 0; name < 1000; ++name)
        names += QCborValue(QString::number(name)).toCbor() + '\x01';
    CHECK(wire::messageFrom(names).map.size() == 1000);
    const QByteArrayList wrong{field + QByteArray(1'000'000, '\x81') + '\x01',
                               field + many + QByteArray(5'000'000, '\x80'),
                               field + many,
                               {},
                               field,
                               QByteArray(1'000'000, '\x9f'),
                               "\xb9\x03\xe9" + names.mid(3) + QCborValue("x").toCbor() + '\x01',
                               QByteArray("\xbf\xff", 2)};
    for (const QByteArray &content : wrong)
        CHECK_THROWS_AS(wire::messageFrom(content), wire::WireError);
    // An envelope, which nobody has opened yet, holds three parts and nothing in them.
    wire::LetterReader reader(KeyPair::generate());
    for (const QByteArray &envelope : wrong
             + QByteArrayList{field + chain,
                              QCborMap{{1, 1}, {2, 2}, {3, 3}, {4, 4}}.toCborValue().toCbor()})
        CHECK_THROWS_AS(reader.open(envelope), wire::WireError);
}

TEST_CASE("What the service would not read is refused at the desk, in words")
{
    const auto refusedAs = [](const QCborValue &rows) {
        try {
            wire::LetterWriter(KeyPair::generate()->publicKeyHex())
                .sealed({{QStringLiteral("rows"), rows}});
        } catch (const RefusedError &error) {
            return error.refusals.first().code;
        }
        return QString();
    };
    QCborArray rows;
    for (int row = 0; row < 2'000'000; ++row)
        rows.append(1);
    CHECK(refusedAs(rows) == "QUESTION_TOO_LARGE");
    CHECK(refusedAs(QByteArray(61 << 20, 's')) == "QUESTION_TOO_LARGE");
    CHECK(refusedAs(QByteArray(59 << 20, 's')).isEmpty());
}

TEST_CASE("Letters share a key for a while, and an answer is one to its own letter")
{
    const std::shared_ptr<KeyPair> service = KeyPair::generate();
    wire::LetterReader reader(service);
    wire::LetterWriter writer(service->publicKeyHex());
    const auto written = [&writer](int number) {
        return writer.sealed({{QStringLiteral("n"), number}});
    };
    const auto keyOf = [](const wire::Letter &letter) {
        return QCborValue::fromCbor(letter.sealed).toMap()[QStringLiteral("key")].toByteArray();
    };
    const wire::Letter first = written(1);
    const wire::Letter second = written(2);
    CHECK(keyOf(first) == keyOf(second));
    CHECK(first.answerKey.letter != second.answerKey.letter);
    CHECK(wire::messageFrom(reader.open(first.sealed).content).map[QStringLiteral("n")].toInteger()
          == 1);
    const wire::OpenedLetter opened = reader.open(second.sealed);
    CHECK(wire::messageFrom(opened.content).map[QStringLiteral("n")].toInteger() == 2);
    // Whoever keeps the tables cannot give one question the answer to another.
    const QByteArray answer = wire::sealAnswer(opened.answerKey, {{QStringLiteral("c"), 2}});
    CHECK_THROWS(wire::openAnswer(first.answerKey, answer));
    CHECK(wire::openAnswer(second.answerKey, answer)[QStringLiteral("c")].toInteger() == 2);
    // Nor the number of one letter to the content of another.
    QCborMap mixed = QCborValue::fromCbor(first.sealed).toMap();
    mixed[QStringLiteral("number")] = second.answerKey.letter;
    CHECK_THROWS(reader.open(mixed.toCborValue().toCbor()));

    QSet<QByteArray> keys;
    for (int n = 0; n < 2001; ++n)
        keys.insert(keyOf(written(n)));
    CHECK(keys.size() == 3);
    // More writers than the reader keeps keys of.
    for (int n = 0; n < 1200; ++n)
        reader.open(wire::LetterWriter(service->publicKeyHex()).sealed({}).sealed);
    CHECK(wire::messageFrom(reader.open(first.sealed).content).map[QStringLiteral("n")].toInteger()
          == 1);
}

TEST_CASE("Numbers are counted in whatever form they come")
{
    const QByteArray number = "411024196503120019";
    const QCborValue forms[]{
        QString::fromLatin1(number),
        QCborValue(QCborKnownTags::ExpectedBase16, QByteArray::fromHex(number)),
        QCborValue(QCborKnownTags::Url, QString::fromLatin1(number)), qint64(411024196503120019)};
    for (const QCborValue &form : forms) {
        const QCborMap payload{{QStringLiteral("id_number"), form}};
        CHECK(wire::checksNumber(
            {QStringLiteral("check"), {}, {{QStringLiteral("payload"), payload}}}));
    }
    const QCborMap none{{QStringLiteral("id_number"), QString()}, {QStringLiteral("name"), "x"}};
    CHECK_FALSE(
        wire::checksNumber({QStringLiteral("check"), {}, {{QStringLiteral("payload"), none}}}));
}

TEST_CASE("What somebody asked with the old password is dropped, but what is in hand and others'")
{
    TaskQueue tasks;
    const auto give = [&tasks](qint64 id, const QString &role) {
        tasks.give({{id, role, {}, 0}, {}, {}, 0});
    };
    tasks.drop("a", 1);
    give(1, "a");
    give(2, "a");
    give(3, "b");
    give(4, "a");
    give(5, "a");
    const Task *first = tasks.next(std::chrono::milliseconds(0));
    const Task *third = tasks.behind(2);
    tasks.drop("a", 4);
    CHECK(tasks.inHand() == QList<qint64>{1, 3, 4});
    CHECK(first->request.id == 1);
    CHECK(third->request.id == 3);
    CHECK(tasks.behind(2)->request.id == 4);
    CHECK_FALSE(tasks.behind(3));
    tasks.done(2);
    CHECK(tasks.inHand() == QList<qint64>{4});
}

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/domain/balance.h"
#include "core/policy.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QJsonArray>
#include <catch2/catch.hpp>
#include <random>

using namespace jubao;
using namespace jubao::test;

namespace {

const QStringList money{"contributions.collect", "contributions.credit_suspense",
                        "contributions.refund",  "contributions.void_receipt",
                        "contributions.declare", "contributions.declare_change"};

/** A counter where everything happens in random order, and everything must tie after each step. */
struct RandomCounter : TestOffice {
    explicit RandomCounter(unsigned seed) : TestOffice(allRooms()), random(seed)
    {
        issueNumbers("tc", "A");
        for (int i = 1; i <= 3; ++i)
            persons.append(enrol(i));
    }

    int below(int bound) { return int(random() % unsigned(bound)); }
    qint64 somebody() { return persons.at(below(int(persons.size()))); }
    QString someReceipt()
    {
        return QStringLiteral("A%1").arg(1 + below(next), 8, 10, QLatin1Char('0'));
    }

    QJsonObject payment(bool withNumber)
    {
        constexpr qint64 tiers[]{20000, 30000, 50000};
        QJsonObject payment{{"person", somebody()}, {"year", 2026}, {"amount", tiers[below(3)]}};
        if (withNumber)
            payment.insert("number", QStringLiteral("A%1").arg(next, 8, 10, QLatin1Char('0')));
        return payment;
    }

    QJsonObject payload(const QString &type)
    {
        if (type.contains("declare") || type.endsWith("collect"))
            return payment(type.endsWith("collect"));
        QJsonObject reversal{{"receipt", someReceipt()}, {"reason", "wrong"}};
        if (type.endsWith("refund")) {
            reversal.insert("bank_name", "Bank");
            reversal.insert("bank_card", "6217991000000001");
        }
        if (!type.endsWith("credit_suspense"))
            return reversal;
        QJsonObject credit{{"receipt", someReceipt()}, {"person", somebody()}};
        if (below(2) == 0)
            credit.insert("number", QStringLiteral("A%1").arg(next, 8, 10, QLatin1Char('0')));
        return credit;
    }

    /** One operation to some end; a refusal is an end too. */
    void step()
    {
        const QString type = money.at(below(int(money.size())));
        const QJsonObject wanted = payload(type);
        refused([&] {
            const ActResult made =
                make("tc", type, wanted,
                     {"receipt_copies", "refund_application", "tier_application"}, "random");
            if (below(4) == 0) {
                act("tc", ActionKind::Withdraw, made.operation);
                return;
            }
            const bool takesBack = type.endsWith("refund") || type.endsWith("void_receipt");
            const OperationState state =
                act(takesBack ? "co1" : "tr", ActionKind::Recheck, made.operation).state;
            if (state == OperationState::Posted || state == OperationState::Conflict)
                return;
            act("fh", ActionKind::Review, made.operation);
            act("dep", ActionKind::Approve, made.operation);
        });
        while (number(QStringLiteral("SELECT count(*) FROM receipt WHERE number = 'A%1'")
                          .arg(next, 8, 10, QLatin1Char('0')))
               > 0)
            ++next;
    }

    void checkTies()
    {
        for (const Tie *tie : registry->ties()) {
            const QList<TieBreak> breaks = tie->breaks(office->reader());
            CAPTURE(tie->id.toStdString());
            CHECK(breaks.isEmpty());
        }
        CHECK(number("SELECT count(*) FROM (SELECT 1 FROM contribution_entry GROUP BY person, year "
                     "HAVING sum(amount) < 0) negative")
              == 0);
    }

    /** On each day of the year, with either knowledge, the parts make the whole (ACC-02). */
    void checkBalances()
    {
        const Reader reader = office->reader();
        for (const qint64 person : std::as_const(persons)) {
            const qint64 account = accountOfPerson(reader, person);
            for (int days = -1; days <= 30; days += 5) {
                const QDate day = QDate(2026, 3, 2).addDays(days);
                const QList<AccountLine> lines = accountLines(reader, account, day, day);
                QMap<QString, Money> parts;
                for (const AccountLine &line : lines)
                    parts[line.subAccount] += line.amount;
                Money sum;
                for (const Money &part : std::as_const(parts))
                    sum += part;
                CHECK(sum == balanceOf(lines));
                CHECK(sum.fen() >= 0);
            }
        }
    }

    /** Each year of a statement begins with what the one before left, and the last leaves the
     * balance (ACC-07). */
    void checkStatements()
    {
        const Reader reader = office->reader();
        const DocumentSpec *statement = registry->findDocument("accounts.statement").first;
        REQUIRE(statement);
        for (const qint64 person : std::as_const(persons)) {
            const QJsonObject values = statement->gather(person, {}, reader).values;
            const auto fen = [](const QJsonValue &text) {
                return Money::fromYuanText(text.toString().remove(u','))->fen();
            };
            qint64 carried = 0;
            const QJsonArray years = values[u"years"].toArray();
            for (const QJsonValue &year : years) {
                CHECK(fen(year[u"opening"]) == carried);
                carried += fen(year[u"personal"]) + fen(year[u"subsidy"]) + fen(year[u"collective"])
                    + fen(year[u"other"]) + fen(year[u"interest"]) - fen(year[u"paid"]);
                CHECK(fen(year[u"closing"]) == carried);
            }
            CHECK(values[u"balance"].toString().remove(QStringLiteral(" 元")).remove(u',')
                  == Money::fromFen(carried).toYuanText());
        }
    }

    std::mt19937 random;
    QList<qint64> persons;
    int next = 1;
};

QJsonValue anything(std::mt19937 &random)
{
    switch (random() % 9) {
    case 0:
        return QJsonValue(qint64(random()) - qint64(random()));
    case 1:
        return QJsonValue(std::numeric_limits<qint64>::max());
    case 2:
        return QJsonValue(std::numeric_limits<qint64>::min());
    case 3:
        return QJsonValue(QString());
    case 4:
        return QJsonValue(QStringLiteral("A0000000%1").arg(random() % 12));
    case 5:
        return QJsonValue(QString(int(random() % 40), QChar(char16_t(random() % 0xffff))));
    case 6:
        return QJsonArray{1, "x"};
    case 7:
        return QJsonValue(2026);
    default:
        return QJsonValue();
    }
}

} // namespace

TEST_CASE(
    "Whatever happens at the counter, the books tie [TIE-01] [TIE-03] [TIE-04] [ACC-02] [ACC-07]")
{
    for (const unsigned seed : {1u, 7u}) {
        RandomCounter county(seed);
        for (int i = 0; i < 40; ++i) {
            county.step();
            county.checkTies();
            if (i % 10 == 9)
                county.clock->advance(qint64(24) * 3600 * 1000);
        }
        county.checkBalances();
        county.checkStatements();
        CHECK(county.number("SELECT count(*) FROM contribution_entry") > 0);
        CHECK(county.number("SELECT count(*) FROM contribution_entry WHERE reverses IS NOT NULL")
              > 0);
    }
}

TEST_CASE("No payload makes a rule of money crash [CTL-20]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 person = county.enrol(1);
    county.collectAtCounter(person, "A00000001");
    std::mt19937 random(11);
    const QStringList types = money
        + QStringList{"contributions.day_close", "contributions.issue_numbers",
                      "contributions.void_number", "contributions.lost_numbers"};
    const Reader reader = county.office->reader();
    // As for any payload.
    const int cases = county.server() ? 2'000 : 10'000;
    qint64 answered = 0;
    for (const QString &name : types) {
        const OperationType &type = *county.registry->find(name);
        for (int i = 0; i < cases; ++i) {
            QJsonObject payload;
            for (const Field &field : type.fields) {
                if (random() % 8 != 0)
                    payload.insert(field.name,
                                   random() % 5 == 0 ? QJsonValue(person) : anything(random));
            }
            const Findings findings = type.check(payload, reader, county.operatorId("tc"));
            answered += hasErrors(findings) ? 1 : 0;
            type.summary(payload, reader);
        }
    }
    CHECK(answered > cases);
}

TEST_CASE("A subsidy is split over its payers to the fen [ACC-03] [CTL-16]")
{
    PolicyTable policy = PolicyTable::shipped();
    const QDate day(2026, 3, 2);
    CHECK(subsidyShares(policy, Money::fromFen(3000), "411024", day).isEmpty());
    PolicyRow row;
    row.key = "subsidy.split";
    row.validFrom = QDate(2026, 1, 1);
    const auto shares = [](int province, int city, int county) {
        return QJsonObject{{"shares",
                            QJsonArray{QJsonObject{{"payer", "province"}, {"ppm", province}},
                                       QJsonObject{{"payer", "city"}, {"ppm", city}},
                                       QJsonObject{{"payer", "county"}, {"ppm", county}}}}};
    };
    row.value = shares(333'333, 333'333, 333'334);
    PolicyTable split = policy;
    split.add(row);
    for (qint64 fen = 0; fen < 40000; fen += 7) {
        Money sum;
        const QList<SubsidyShare> parts = subsidyShares(split, Money::fromFen(fen), "411024", day);
        REQUIRE(parts.size() == 3);
        for (const SubsidyShare &part : parts)
            sum += part.amount;
        CHECK(sum.fen() == fen);
    }
    row.value = shares(600'000, 200'000, 199'999);
    PolicyTable broken = policy;
    broken.add(row);
    CHECK(subsidyShares(broken, Money::fromFen(3000), "411024", day).isEmpty());
}

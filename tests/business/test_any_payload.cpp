// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <catch2/catch.hpp>
#include <random>

using namespace jubao;
using namespace jubao::test;

namespace {

/** Draws values that no form would send: wrong kinds, huge numbers, long texts, signs of SQL. */
class Nonsense {
public:
    explicit Nonsense(const TestOffice &county) : m_county(county) { }

    QJsonObject payloadFor(const OperationType &type)
    {
        QJsonObject payload;
        for (const Field &field : type.fields) {
            if (below(5) > 0)
                payload.insert(field.name, below(2) ? likely(field) : anything(3));
        }
        if (below(20) == 0)
            payload.insert(QStringLiteral("not_a_field"), anything(3));
        return payload;
    }
    int below(int bound) { return int(m_random() % quint32(bound)); }

private:
    QJsonValue likely(const Field &field)
    {
        switch (field.kind) {
        case FieldKind::Person:
            return below(4);
        case FieldKind::Year:
            return 2024 + below(5);
        case FieldKind::Money:
        case FieldKind::Integer:
            return below(3) ? QJsonValue(below(10) * 10000) : QJsonValue(-below(100));
        case FieldKind::Date:
            return QDate(2026, 1, 1).addDays(below(900) - 450).toString(Qt::ISODate);
        case FieldKind::Choice:
            return field.choices.isEmpty()
                ? anything(0)
                : QJsonValue(field.choices.at(below(int(field.choices.size()))).code);
        case FieldKind::Division:
            return QStringLiteral("41102410020%1").arg(below(4));
        default:
            return field.name == QLatin1String("id_number") ? QJsonValue(
                       TestOffice::idNumber(QDate(1960, 1, 1).addDays(below(20000)), below(999)))
                                                            : anything(0);
        }
    }

    QJsonValue anything(int depth)
    {
        static const QStringList texts{QString(),
                                       QStringLiteral(" "),
                                       QStringLiteral("张三"),
                                       QStringLiteral("0"),
                                       QStringLiteral("2026-02-30"),
                                       QStringLiteral("9999-12-31"),
                                       QStringLiteral("'; DROP TABLE person; --"),
                                       QStringLiteral("𠀀𠀁"),
                                       QString(5000, u'长'),
                                       QString(QChar(0xD800)),
                                       QString(QChar(0)),
                                       QStringLiteral("-1"),
                                       QStringLiteral("1e99"),
                                       QStringLiteral("NaN"),
                                       QStringLiteral("A00000001"),
                                       QStringLiteral("18446744073709551616"),
                                       QStringLiteral("411024100201"),
                                       QStringLiteral("省 60\n县 40")};
        switch (below(depth > 0 ? 9 : 7)) {
        case 0:
            return QJsonValue();
        case 1:
            return below(2) == 0;
        case 2:
            return std::numeric_limits<qint64>::max() - below(2);
        case 3:
            return std::numeric_limits<qint64>::min() + below(2);
        case 4:
            return below(1000) - 500;
        case 7:
            return QJsonArray{anything(depth - 1), anything(depth - 1)};
        case 8:
            return QJsonObject{{QStringLiteral("x"), anything(depth - 1)}};
        default:
            return texts.at(below(int(texts.size())));
        }
    }

    const TestOffice &m_county;
    std::mt19937 m_random{17};
};

} // namespace

TEST_CASE("A hundred thousand payloads of all types: an answer each, and the books stay whole")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    county.enrol(1);
    county.enrol(2);
    Nonsense nonsense(county);
    const QStringList actors{"tc", "en1", "co1", "of", "sa", "dep", "fh", "tr"};
    const QList<const OperationType *> types = county.registry->types();
    const qint64 before = county.number("SELECT count(*) FROM operation");
    // On the server, where each question takes longer, for what that engine takes differently.
    const int cases = county.server() ? 20'000 : 100'000;
    int good = 0;
    int accepted = 0;
    for (int i = 0; i < cases; ++i) {
        const OperationType &type = *types.at(i % types.size());
        const QString actor = actors.at(nonsense.below(int(actors.size())));
        const QJsonObject payload = nonsense.payloadFor(type);
        Findings findings;
        try {
            findings = county.office->check(county.as(actor), type.id, payload);
        } catch (const std::exception &thrown) {
            FAIL(type.id.toStdString() << ": " << thrown.what() << "\n"
                                       << QJsonDocument(payload).toJson().toStdString());
        }
        good += findings.isEmpty() ? 1 : 0;
        // Making signs and writes, so only what is good, and some of the rest, goes that far.
        if (!findings.isEmpty() && i % 100 != 0)
            continue;
        try {
            county.make(actor, type.id, payload, type.evidence);
            ++accepted;
        } catch (const RefusedError &) {
        }
    }
    CHECK(good > 0);
    CHECK(county.number("SELECT count(*) FROM operation") == before + accepted);
    CHECK(county.office->verify({}).whole());
}

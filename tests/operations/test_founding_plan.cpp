// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/id_number.h"
#include "operations/founding.h"
#include <QDate>
#include <QJsonArray>
#include <catch2/catch.hpp>

using namespace jubao;

namespace {

QString idNumber(int sequence)
{
    const QString first = QStringLiteral("41102419800101%1").arg(sequence, 3, 10, QChar(u'0'));
    return first + IdNumber::checkCharacter(first);
}

QJsonObject account(const QString &name, int person, const QString &post, const QString &department,
                    const QString &division = {})
{
    return {{"name", name},
            {"display_name", name},
            {"person", idNumber(person)},
            {"posts",
             QJsonArray{
                 QJsonObject{{"post", post}, {"department", department}, {"division", division}}}}};
}

QJsonObject plan(const QJsonArray &staff)
{
    return {{"office", QJsonObject{{"name", "County"}}},
            {"divisions", QJsonArray{QJsonObject{{"code", "411024"}, {"name", "County"}}}},
            {"signers",
             QJsonArray{account("sa", 1, "SA", "IF"), account("se", 2, "SE", "IF"),
                        account("aa", 3, "AA", "AD"), account("dir", 4, "DIR", "LD")}},
            {"staff", staff}};
}

QString only(const QJsonObject &given)
{
    const QStringList errors = foundingPlanErrors(given);
    CAPTURE(errors.join(u'\n').toStdString());
    CHECK(errors.size() == 1);
    return errors.value(0);
}

} // namespace

TEST_CASE("A founding plan seats its people as the regulation does [ORG-01] [ORG-02] [CTL-06]")
{
    CHECK(foundingPlanErrors(plan({account("en", 5, "EN", "RL"), account("au", 6, "AU", "AD")}))
              .isEmpty());
    CHECK(only(plan({account("en", 5, "ZZ", "RL")})).contains("no post"));
    CHECK(only(plan({account("en", 5, "EN", "QQ")})).contains("no department"));
    CHECK(only(plan({account("en", 5, "EN", "RL", "999")})).contains("no division"));
    CHECK(only(plan({account("gl", 5, "GL", "RL")})).contains("departments of their own"));
    QJsonObject dear = plan({});
    dear["password_cost"] = QJsonObject{{"memory_kib", 2147483647}};
    CHECK(only(dear).contains("cost of passwords"));
    // Two accounts of one natural person are one person, a signer's as well.
    CHECK(only(plan({account("en", 5, "EN", "RL"), account("gl", 5, "GL", "FN")}))
              .contains("one person cannot hold"));
    CHECK(only(plan({account("gl", 1, "GL", "FN")})).contains("one person cannot hold"));
    QJsonObject wrong = account("en", 5, "EN", "RL");
    wrong["person"] = "411024198001010051";
    CHECK(only(plan({wrong})).contains("ID number"));
    CHECK(only(plan({account("sa", 5, "EN", "RL")})).contains("name of its own"));
}

TEST_CASE("A founding plan narrows the regulation and never widens it [CTL-04] [CTL-14]")
{
    QJsonObject given = plan({});
    const QJsonArray shipped = foundingPart({}, "incompatible");
    given["powers"] =
        QJsonArray{QJsonObject{{"family", "enrollment.ordinary"}, {"post", "EN"}, {"steps", "M"}}};
    given["incompatible"] = shipped;
    CHECK(foundingPlanErrors(given).isEmpty());
    given["powers"] =
        QJsonArray{QJsonObject{{"family", "finance.payment"}, {"post", "EN"}, {"steps", "M"}}};
    CHECK(only(given).contains("beyond the matrix"));
    given.remove("powers");
    QJsonArray fewer = shipped;
    fewer.removeFirst();
    given["incompatible"] = fewer;
    CHECK(only(given).contains("must stand in the plan"));
}

TEST_CASE("A founding names nobody with characters that nobody sees [CTL-20]")
{
    const auto errorsOf = [](const QString &name) {
        return foundingPlanErrors(plan({account(name, 5, "DEP", "LD")})).join(u'\n');
    };
    CHECK_FALSE(errorsOf(QStringLiteral("dep")).contains("U+"));
    CHECK(errorsOf(QStringLiteral("de\u200bp")).contains("U+200B"));
    CHECK(errorsOf(QStringLiteral("\u202edep")).contains("U+202E"));
}

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/evidence_card.h"
#include "desk/form_page.h"
#include "desk/record_form.h"
#include "desktop/services.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/keyboard.h"
#include "support/test_office.h"
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** What is said at a field of a form. */
QString messageAt(FormPage &page, const char *field)
{
    return page.form().findChild<QWidget *>(QLatin1String(field))->accessibleDescription();
}

/** The words of the rules at a field of an enrolment. */
QString wordsAt(TestOffice &county, const QString &field, const QString &value)
{
    QJsonObject person = county.newPerson(1);
    person[field] = value;
    const Findings findings =
        county.office->check(county.as("tc"), QStringLiteral("enrollment.register"), person);
    QStringList texts;
    for (const Finding &each : findings) {
        if (each.field == field)
            texts.append(each.text);
    }
    return texts.join(u'|');
}

} // namespace

TEST_CASE("A change form tells that nothing is changed when it is handed in, not before [ENR-02]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    FormPage page(*county.registry->find("enrollment.change"), *county.office, county.as("tc"),
                  deskServices());
    showActive(page);
    page.start();
    page.form().begin({{"person", person}});
    page.findChild<QCheckBox *>("paper_id_card")->setChecked(true);
    page.form().findChild<QWidget *>("person")->setFocus();
    Keyboard().press(Qt::Key_Return);
    page.form().checkWhileTyping();
    CHECK(messageAt(page, "person").isEmpty());
    Keyboard().press(Qt::Key_F9);
    page.form().checkWhileTyping();
    CHECK_FALSE(messageAt(page, "person").isEmpty());
}

TEST_CASE("The day close speaks of a difference only once cash was counted [CON-15]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    county.make("tc", "contributions.collect",
                {{"person", county.enrol(1)},
                 {"year", 2026},
                 {"amount", 20000},
                 {"number", "A00000001"},
                 {"payer", "x"}});
    FormPage page(*county.registry->find("contributions.day_close"), *county.office,
                  county.as("tc"), deskServices());
    showActive(page);
    page.start();
    page.form().setPayload({{"operator", county.operatorId("tc")},
                            {"day", county.office->reader().today().toString(Qt::ISODate)}});
    page.form().checkWhileTyping();
    auto *warnings = page.findChild<QLabel *>("warnings");
    CHECK(warnings->text().isEmpty());
    auto *counted = page.findChild<QLineEdit *>("counted");
    counted->setText(QStringLiteral("150"));
    page.form().checkWhileTyping();
    CHECK(warnings->text().contains("50.00"));
    // Whoever passed it by or hands in without a count is asked for it, not told of a difference.
    counted->clear();
    page.form().checkWhileTyping();
    CHECK(warnings->text().isEmpty());
    Keyboard().press(Qt::Key_F9);
    page.form().checkWhileTyping();
    CHECK(warnings->text().isEmpty());
    CHECK(messageAt(page, "counted").contains(QStringLiteral("请填写")));
    CHECK(Keyboard::focus() == "counted");
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'contributions.day_close'")
          == 0);
    CHECK(county.registry->find("contributions.day_close")->fields.last().required);
}

TEST_CASE("An empty field is asked for by its name, a wrong one told what is right [ENR-01]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    CHECK(wordsAt(county, "division", "") == QStringLiteral("请选择村（社区）。"));
    CHECK(wordsAt(county, "id_number", " ") == QStringLiteral("请填写公民身份号码。"));
    CHECK(wordsAt(county, "phone", "1380000").contains(QStringLiteral("手机号码应为11位数字")));
    try {
        county.make("tc", "enrollment.register", county.newPerson(1), {});
        FAIL("no paper was seen");
    } catch (const RefusedError &error) {
        CHECK(error.refusals.first().text.contains(QStringLiteral("、")));
        CHECK_FALSE(error.refusals.first().text.contains(QStringLiteral(", ")));
    }
}

TEST_CASE("The title of a paper wraps, and a click on it marks the paper as seen")
{
    dress(Theme::Face::Light);
    const QString kind = QStringLiteral("household_register");
    EvidenceCard card({kind});
    card.setFixedWidth(280);
    card.show();
    auto *title = card.findChild<QLabel *>(QStringLiteral("title_") + kind);
    title->setText(QStringLiteral("户口簿首页、本人页以及户主页的复印件，加盖公章"));
    card.resize(card.width(), card.heightForWidth(card.width()));
    QTest::qWait(20);
    CHECK(title->height() >= title->heightForWidth(title->width()));
    CHECK(title->height() > 2 * title->fontMetrics().height() - 4);
    auto *seen = card.findChild<QCheckBox *>(QStringLiteral("paper_") + kind);
    QTest::mouseClick(title, Qt::LeftButton);
    CHECK(seen->isChecked());
    QTest::mouseClick(title, Qt::LeftButton);
    CHECK_FALSE(seen->isChecked());
}

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/elided_label.h"
#include "desk/evidence_card.h"
#include "desk/form_page.h"
#include "desk/record_form.h"
#include "desktop/services.h"
#include "end-to-end/form_window.h"
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
    county.collectAtCounter(county.enrol(1), "A00000001");
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

TEST_CASE("What a field's own line cuts is said whole in the foot, beside what is said of the form")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "enrollment.register");
    auto *message = form.page.findChild<QLabel *>("message");
    auto *explanation = form.page.findChild<QLabel *>("explanation");
    REQUIRE(explanation);
    form.line("phone")->setFocus();
    form.keys.type("1380000");
    form.keys.press(Qt::Key_Return);
    const QString whole = form.message("phone");
    REQUIRE(whole.size() > 12);
    CHECK(explanation->isVisible());
    CHECK(explanation->text().endsWith(whole));
    CHECK(explanation->text().startsWith(form.line("phone")->accessibleName()));
    // The field that has the focus comes first; back in the wrong one it is told again.
    form.line("phone")->setFocus();
    CHECK(explanation->text().endsWith(whole));
    // What is said of the whole form keeps nothing back, and is not kept back.
    form.keys.press(Qt::Key_Escape);
    CHECK(message->isVisible());
    CHECK_FALSE(message->text().isEmpty());
    CHECK(explanation->isVisible());
    CHECK(explanation->text().endsWith(whole));
    shot(form.page, "form-explained");
    // Whether it is cut follows the window.
    form.page.resize(3200, form.page.height());
    QTest::qWait(20);
    CHECK_FALSE(explanation->isVisible());
    form.page.resize(1146, form.page.height());
    QTest::qWait(20);
    CHECK(explanation->isVisible());
}

TEST_CASE("A short form has two lines for the message of a field")
{
    dress(Theme::Face::Light);
    ElidedLabel label(2);
    label.setFixedSize(120, 32);
    label.setText(QStringLiteral("二〇二六年"));
    CHECK_FALSE(label.isCut());
    label.setText(QStringLiteral("二〇二六年度缴费档次没有申报"));
    CHECK_FALSE(label.isCut());
    label.setText(QStringLiteral("二〇二六年度缴费档次没有申报").repeated(3));
    CHECK(label.isCut());
    ElidedLabel line;
    line.setFixedSize(120, 16);
    line.setText(QStringLiteral("二〇二六年度缴费档次没有申报"));
    CHECK(line.isCut());
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    Page form(county, "tc", "contributions.declare_change");
    form.page.form().begin({{"person", person}});
    form.line("year")->setFocus();
    form.keys.press(Qt::Key_Return);
    const QString told = form.message("year");
    CHECK_FALSE(told.isEmpty());
    bool whole = false;
    const QList<ElidedLabel *> labels = form.page.findChildren<ElidedLabel *>();
    for (const ElidedLabel *each : labels)
        whole = whole || (each->text() == told && !each->isCut() && each->height() >= 32);
    CHECK(whole);
    shot(form.page, "form-two-lines");
}

TEST_CASE("A field that is wrong shows whether it has the focus")
{
    for (const Theme::Face face : {Theme::Face::Light, Theme::Face::Dark}) {
        dress(face);
        TestOffice county(allRooms());
        Page form(county, "tc", "enrollment.register");
        QLineEdit *phone = form.line("phone");
        const auto border = [phone] {
            return phone->grab().toImage().pixelColor(0, phone->height() / 2);
        };
        phone->setFocus();
        form.keys.type("1380000");
        form.keys.press(Qt::Key_Return);
        REQUIRE(phone->property("invalid").toBool());
        REQUIRE_FALSE(phone->hasFocus());
        CHECK(border() == Theme::color(QStringLiteral("danger")));
        phone->setFocus();
        CHECK(border() == Theme::color(QStringLiteral("primary")));
        shot(form.page, face == Theme::Face::Light ? "form-wrong-focus" : "form-wrong-focus-dark");
    }
}

TEST_CASE("Nothing wrong is carried over, and no amount that nobody pinned [CON-01]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    CHECK_FALSE(Page(county, "tc", "enrollment.register").page.form().pinned().contains("tier"));
    CHECK_FALSE(
        Page(county, "tc", "contributions.collect").page.form().pinned().contains("amount"));
    Page form(county, "tc", "contributions.declare");
    CHECK(form.page.form().pinned() == QStringList{"year"});
    form.page.form().begin({{"person", person}});
    form.line("amount")->setFocus();
    form.keys.press(Qt::Key_P, Qt::ControlModifier);
    form.keys.type("300");
    form.keys.press(Qt::Key_Return);
    form.keys.pressTimes(2, Qt::Key_Escape);
    CHECK(form.line("amount")->text() == "300.00"); // pinned by hand, and a tier
    form.page.form().begin({{"person", person}});
    form.line("amount")->setFocus();
    form.line("amount")->selectAll();
    form.keys.type("250");
    form.keys.press(Qt::Key_Return);
    REQUIRE(form.line("amount")->property("invalid").toBool());
    form.keys.pressTimes(2, Qt::Key_Escape);
    CHECK(form.line("amount")->text().isEmpty());
    CHECK_FALSE(form.line("amount")->property("invalid").toBool());
    CHECK(form.page.form().pinned().contains("amount"));
    // The same of what cannot be read at all.
    form.line("year")->setFocus();
    form.line("year")->selectAll();
    form.keys.type("20x");
    form.keys.press(Qt::Key_Return);
    form.keys.pressTimes(2, Qt::Key_Escape);
    CHECK(form.line("year")->text() == "2026"); // as a new form begins
}

TEST_CASE("Who changes a declared tier sees what is due now [CON-08]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const ActResult declared = county.make("tc", "contributions.declare",
                                           {{"person", person}, {"year", 2026}, {"amount", 30000}});
    county.act("tr", ActionKind::Recheck, declared.operation);
    Page form(county, "tc", "contributions.declare_change");
    form.page.form().begin({{"person", person}, {"year", 2026}});
    CHECK(form.line("amount")->text() == "300.00");
    form.page.form().checkWhileTyping();
    CHECK(form.message("amount").isEmpty()); // that nothing is changed yet is no fault
    form.line("amount")->setFocus(Qt::TabFocusReason);
    form.keys.type("200");
    form.keys.press(Qt::Key_Return);
    CHECK(form.message("amount").contains("300.00"));
}

TEST_CASE(
    "A person who is not of one's own is refused at the field, without a box before it [CTL-02]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    FormPage page(*county.registry->find("enrollment.move"), *county.office, county.as("tc9"),
                  deskServices());
    showActive(page);
    page.start();
    CHECK_NOTHROW(page.form().begin({{"person", person}}));
    CHECK(messageAt(page, "person") == refusal("DIVISION_OUTSIDE").text);
}

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/drafts.h"
#include "desk/evidence_card.h"
#include "desk/form_page.h"
#include "desk/record_form.h"
#include "desk/sheet_card.h"
#include "desk/theme.h"
#include "desktop/services.h"
#include "end-to-end/form_window.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/keyboard.h"
#include "support/test_office.h"
#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPdfWriter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** A type with one field of every kind that no shipped type combines. */
OperationType allKinds()
{
    OperationType type;
    type.id = QStringLiteral("test.kinds");
    type.title = QStringLiteral("Kinds");
    const auto add = [&type](const char *name, FieldKind kind) {
        type.fields.append({QLatin1String(name), kind, QLatin1String(name)});
    };
    add("day", FieldKind::Date);
    add("sum", FieldKind::Money);
    add("year", FieldKind::Year);
    add("count", FieldKind::Integer);
    add("kind", FieldKind::Choice);
    add("place", FieldKind::Division);
    add("who", FieldKind::Person);
    add("colleague", FieldKind::Operator);
    add("agreed", FieldKind::Flag);
    add("card", FieldKind::BankCard);
    type.fields[4].choices = {{QStringLiteral("rural"), QStringLiteral("农业")},
                              {QStringLiteral("urban"), QStringLiteral("城镇")}};
    return type;
}

QString pngFile(const QString &folder, const QString &name)
{
    QImage image(300, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillRect(20, 20, 200, 60, Qt::darkBlue);
    painter.end();
    const QString path = folder + u'/' + name;
    REQUIRE(image.save(path, "PNG"));
    return path;
}

QByteArray everythingBelow(const QString &folder)
{
    QByteArray all;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        all += file.fileName().toUtf8() + file.readAll();
    }
    return all;
}

} // namespace

TEST_CASE("What every enrolment needs stands on a small screen without scrolling")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "enrollment.register");
    QApplication::processEvents();
    auto *scroll = form.page.findChild<QScrollArea *>("form_scroll");
    QWidget *card = form.named("bank_card");
    CHECK(scroll->viewport()->rect().contains(
        QRect(card->mapTo(scroll->viewport(), QPoint()), card->size())));
    CHECK(scroll->horizontalScrollBar()->maximum() == 0);
    CHECK(form.page.rect().contains(form.named("hand_in")->geometry()));
    const int before = form.line("phone")->mapTo(&form.page, QPoint()).y();
    QStringList rest;
    CHECK(form.page.form().showFindings(
        {{"X", "id_number", "Long words about what is wrong with it", {}}, {"Y", {}, "rest", {}}},
        rest));
    CHECK(rest == QStringList{"rest"});
    QApplication::processEvents();
    CHECK(form.line("phone")->mapTo(&form.page, QPoint()).y() == before);
    shot(form.page, "form-empty");
}

TEST_CASE("Enter goes on and Shift+Enter back and an input method keeps its own Enter [ENR-01]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "enrollment.register");
    CHECK(Keyboard::focus() == "id_number");
    form.keys.type(TestOffice::idNumber(QDate(1985, 5, 5), 2));
    // Told at once, while the number still has the focus: nothing was left, nothing was waited for.
    CHECK(form.message("id_number").startsWith("1985-05-05"));
    CHECK(form.message("id_number").contains("40"));
    form.keys.press(Qt::Key_Return);
    CHECK(Keyboard::focus() == "name");
    form.keys.press(Qt::Key_Return, Qt::ShiftModifier);
    CHECK(Keyboard::focus() == "id_number");
    form.keys.press(Qt::Key_Enter);
    form.keys.type(QStringLiteral("单秀英"));
    CHECK(Keyboard::focus() == "name");
    CHECK(form.line("name")->text() == QStringLiteral("单秀英"));
}

TEST_CASE("A choice of long words has a line of its own, where none is cut")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    RecordForm form(*county.registry->find("administration.policy_row"), county.as("fh"),
                    {*county.office, deskServices()});
    form.resize(900, 600);
    showActive(form);
    auto *figure = form.findChild<QComboBox *>("key");
    int widest = 0;
    for (int i = 0; i < figure->count(); ++i)
        widest = qMax(widest, figure->fontMetrics().horizontalAdvance(figure->itemText(i)));
    CHECK(figure->width() > widest);
    CHECK(figure->width() > form.findChild<QLineEdit *>("valid_from")->width());
}

TEST_CASE("Each kind of field is typed as a clerk writes it")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 person = county.enrol(7);
    const OperationType type = allKinds();
    RecordForm form(type, county.as("tc"), {*county.office, deskServices()});
    showActive(form);
    form.focusFirst();
    Keyboard keys;
    const auto value = [&form](const char *name) -> QJsonValue {
        return form.payload()[QLatin1String(name)];
    };

    for (const char *written :
         {"20261125", "2026-11-25", "2026.11.25", "2026/11/25", "11.25", "1125"}) {
        form.findChild<QLineEdit *>("day")->clear();
        keys.type(written);
        CHECK(value("day") == "2026-11-25");
    }
    keys.press(Qt::Key_Return);
    CHECK(form.findChild<QLineEdit *>("day")->text() == "2026-11-25");
    keys.type("12,345.6");
    CHECK(value("sum").toInteger() == 1234560);
    keys.press(Qt::Key_Return);
    CHECK(form.findChild<QLineEdit *>("sum")->text() == "12,345.60");
    CHECK(form.findChild<QLineEdit *>("sum")->alignment() & Qt::AlignRight);
    keys.type("26");
    keys.press(Qt::Key_Return);
    CHECK(form.findChild<QWidget *>("year")->property("invalid").toBool());
    keys.type("12x");
    keys.press(Qt::Key_Return);
    CHECK(form.findChild<QWidget *>("count")->property("invalid").toBool());

    keys.type("2");
    CHECK(value("kind") == "urban");
    keys.type("n");
    CHECK(value("kind") == "rural");
    keys.press(Qt::Key_Return);
    keys.type("vill");
    keys.press(Qt::Key_Return);
    CHECK(value("place") == "411024100201");
    CHECK(Keyboard::focus() == "who");
    keys.type(TestOffice::idNumber(QDate(1985, 5, 5), 7).right(4));
    QTest::qWait(200);
    CHECK(form.findChild<QListWidget *>("who_suggestions")->isVisible());
    keys.press(Qt::Key_Return);
    CHECK(value("who").toInteger() == person);
    CHECK(form.findChild<QLineEdit *>("who")->text().contains("********"));
    keys.type("tr");
    keys.press(Qt::Key_Return);
    CHECK(value("colleague").toInteger() == county.operatorId("tr"));
    keys.press(Qt::Key_Space);
    CHECK(value("agreed").toInteger() == 1);
    keys.press(Qt::Key_Return);
    keys.type("6217 9949 1000 2345");
    CHECK(value("card") == "6217994910002345");
}

TEST_CASE("What cannot be read is told at its field and never handed in")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "contributions.collect");
    form.keys.type("nobody");
    form.keys.press(Qt::Key_F9);
    CHECK(form.named("person")->property("invalid").toBool());
    CHECK(form.message("person").contains("nobody"));
    CHECK(form.line("person")->text() == "nobody");
    form.line("person")->clear();
    form.line("amount")->setFocus();
    form.keys.type("1.234");
    form.keys.press(Qt::Key_F9);
    CHECK(form.named("amount")->property("invalid").toBool());
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'contributions.collect'")
          == 0);
}

TEST_CASE("A warning is amber and asks for a reason and with it the form is handed in [CTL-20]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "enrollment.register");
    CHECK_FALSE(form.line("reason")->isVisible());
    QJsonObject person = county.newPerson(4);
    person["id_number"] = TestOffice::idNumber(QDate(1960, 1, 1), 4);
    form.page.form().setPayload(person);
    form.line("id_number")->setFocus();
    form.keys.press(Qt::Key_Return);
    CHECK(form.named("id_number")->property("warned").toBool());
    CHECK_FALSE(form.named("id_number")->property("invalid").toBool());
    CHECK_FALSE(form.page.findChild<QLabel *>("warnings")->text().isEmpty());
    CHECK(form.line("reason")->isVisible());
    shot(form.page, "form-warning");
    for (const char *paper : {"paper_id_card", "paper_household_register"}) {
        form.named(paper)->setFocus();
        form.keys.press(Qt::Key_Return);
    }
    form.keys.press(Qt::Key_F9);
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'") == 0);
    CHECK(Keyboard::focus() == "reason");
    form.keys.type(QStringLiteral("补登"));
    form.keys.press(Qt::Key_F9);
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'") == 1);
    CHECK_FALSE(form.line("reason")->isVisible());
}

TEST_CASE("Pinned fields carry over, are passed by Enter, and each operator keeps his own pins")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    {
        Page form(county, "tc", "enrollment.register");
        form.page.form().setPayload(county.newPerson(1));
        form.line("division")->setFocus();
        form.keys.press(Qt::Key_P, Qt::ControlModifier);
        form.page.form().clearForNext();
        CHECK(form.line("division")->text().isEmpty());
        form.page.form().setPayload(county.newPerson(1));
        form.line("division")->setFocus();
        form.keys.press(Qt::Key_P, Qt::ControlModifier);
        form.page.form().clearForNext();
        CHECK(form.line("division")->text() == "Township Village");
        form.named("nation")->setFocus();
        form.keys.press(Qt::Key_Return);
        CHECK(Keyboard::focus() == "household");
        form.line("bank_name")->setFocus();
        form.keys.press(Qt::Key_P, Qt::ControlModifier);
    }
    CHECK(Page(county, "tc", "enrollment.register").page.form().pinned()
          == QStringList{"division", "bank_name"});
    CHECK(Page(county, "tr", "enrollment.register").page.form().pinned()
          == QStringList{"division"});
}

TEST_CASE("Esc twice clears, once does not")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "enrollment.register");
    form.keys.type("411024");
    form.keys.press(Qt::Key_Escape);
    CHECK(form.line("id_number")->text() == "411024");
    form.keys.press(Qt::Key_Escape);
    CHECK(form.line("id_number")->text().isEmpty());
}

TEST_CASE(
    "What was typed survives a kill, for its operator alone and unreadable on the disk [SEC-16]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const QString drafts = qEnvironmentVariable("XDG_STATE_HOME") + "/jubao/drafts";
    auto killed = std::make_unique<Page>(county, "tc", "enrollment.register");
    killed->keys.type("411024198505");
    killed->line("name")->setFocus();
    killed->keys.type(QStringLiteral("欧阳文华"));
    killed->page.papers().attach("id_card", pngFile(county.folder(), "card.png"));
    QTest::qWait(1500);
    const QByteArray disk = everythingBelow(drafts);
    REQUIRE_FALSE(disk.isEmpty());
    for (const QString &secret : {QStringLiteral("411024198505"), QStringLiteral("欧阳文华"),
                                  QStringLiteral("enrollment"), QStringLiteral("card.png")})
        CHECK_FALSE(disk.contains(secret.toUtf8()));

    // The next start finds what lies on the disk while the first window never closed: as after a
    // kill.
    Page again(county, "tc", "enrollment.register");
    CHECK(again.named("draft_banner")->isVisible());
    CHECK(Keyboard::focus() == "draft_continue");
    shot(again.page, "form-draft");
    again.keys.press(Qt::Key_Space);
    CHECK(again.line("id_number")->text() == "411024198505");
    CHECK(again.line("name")->text() == QStringLiteral("欧阳文华"));
    REQUIRE(again.page.papers().evidence().size() == 1);
    CHECK(again.page.papers().evidence().first().content.startsWith("\x89PNG"));
    CHECK_FALSE(Page(county, "en1", "enrollment.register").named("draft_banner")->isVisible());

    // Another operator who copies the file under his own name reads nothing of it.
    const DraftStore own(*county.office, county.as("tc"));
    const DraftStore other(*county.office, county.as("en1"));
    const QString matter = QStringLiteral("enrollment.register");
    QFile::remove(other.path(matter));
    REQUIRE(QFile::copy(own.path(matter), other.path(matter)));
    CHECK(own.find(matter));
    CHECK_FALSE(other.find(matter));
    other.discard(matter);
}

TEST_CASE("A draft is gone after the form was handed in or thrown away")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const QString matter = QStringLiteral("enrollment.register");
    const DraftStore drafts(*county.office, county.as("tc"));
    Page form(county, "tc", matter);
    form.page.form().setPayload(county.newPerson(8));
    form.line("address")->setFocus();
    form.keys.type("9");
    QTest::qWait(1200);
    CHECK(drafts.find(matter));
    for (const char *paper : {"paper_id_card", "paper_household_register"}) {
        form.named(paper)->setFocus();
        form.keys.press(Qt::Key_Return);
    }
    form.keys.press(Qt::Key_F9);
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'") == 1);
    QTest::qWait(1200);
    CHECK_FALSE(drafts.find(matter));

    form.line("name")->setFocus();
    form.keys.type("x");
    QTest::qWait(1200);
    CHECK(drafts.find(matter));
    Page next(county, "tc", matter);
    static_cast<QAbstractButton *>(next.named("draft_discard"))->click();
    CHECK_FALSE(drafts.find(matter));
    CHECK(next.line("name")->text().isEmpty());
}

TEST_CASE("Scans are attached with their content and a bad file is told in words [CTL-11]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "enrollment.register");
    EvidenceCard &papers = form.page.papers();
    const QString folder = county.folder();
    QFile text(folder + "/notes.png");
    REQUIRE(text.open(QIODevice::WriteOnly));
    text.write("this is no picture");
    text.close();
    papers.attach("id_card", text.fileName());
    CHECK(papers.evidence().isEmpty());
    QFile broken(pngFile(folder, "broken.png"));
    REQUIRE(broken.resize(broken.size() / 2));
    papers.attach("id_card", broken.fileName());
    CHECK(papers.evidence().isEmpty());
    QFile large(folder + "/large.pdf");
    REQUIRE(large.open(QIODevice::WriteOnly));
    large.write("%PDF-1.4");
    REQUIRE(large.resize(6 * 1024 * 1024));
    papers.attach("id_card", large.fileName());
    CHECK(papers.evidence().isEmpty());
    papers.attach("id_card", folder + "/nowhere.png");
    CHECK(papers.evidence().isEmpty());

    papers.attach("id_card", pngFile(folder, "front.png"));
    const QString pdf = folder + "/book.pdf";
    {
        QPdfWriter writer(pdf);
        QPainter painter(&writer);
        painter.drawText(100, 100, "page");
    }
    papers.attach("household_register", pdf);
    REQUIRE(papers.evidence().size() == 2);
    shot(form.page, "form-scans");
    form.page.form().setPayload(county.newPerson(9));
    form.line("address")->setFocus();
    form.keys.press(Qt::Key_F9);
    CHECK(county.number("SELECT count(*) FROM operation_evidence WHERE kind = 'id_card' AND "
                        "file_name = 'front.png' AND length(content) > 100")
          == 1);
    CHECK(papers.evidence().isEmpty());
}

TEST_CASE("A record that is chosen fills the form and what it was based on goes on untouched")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 person = county.enrol(6);
    OperationType type = allKinds();
    type.prefill = [](const QJsonObject &payload, const Reader &reader) -> QJsonObject {
        const std::optional<Row> row = reader.row("person", payload[u"who"].toInteger());
        if (!row)
            return {};
        return {{"place", row->value("division").toString()},
                {"before", QJsonObject{{"place", row->value("division").toString()}}}};
    };
    RecordForm form(type, county.as("tc"), {*county.office, deskServices()});
    showActive(form);
    form.findChild<QLineEdit *>("who")->setFocus();
    Keyboard keys;
    keys.type(TestOffice::idNumber(QDate(1985, 5, 5), 6));
    keys.press(Qt::Key_Return);
    CHECK(form.payload()["who"].toInteger() == person);
    CHECK(form.payload()["place"] == "411024100201");
    CHECK(form.payload()["before"].toObject()["place"] == "411024100201");
    form.clearForNext();
    CHECK_FALSE(form.payload().contains("before"));
}

TEST_CASE("What came back to its maker is corrected in the form and handed in anew [SM-01]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const ActResult made = county.make("tc", "enrollment.register", county.newPerson(5),
                                       {"id_card", "household_register"});
    county.act("tr", ActionKind::Return, made.operation, QStringLiteral("门牌号有误"));
    Page form(county, "tc", "enrollment.register");
    form.page.resubmit(county.office->view(county.as("tc"), made.operation));
    CHECK(form.line("name")->text() == QStringLiteral("张三春"));
    CHECK(form.page.findChild<QLabel *>("banner_text")
              ->text()
              .contains(QStringLiteral("门牌号有误")));
    CHECK(form.named("draft_banner")->property("notice").toString() == "warning");
    form.line("address")->setText(QStringLiteral("测试村50号"));
    for (const char *paper : {"paper_id_card", "paper_household_register"}) {
        form.named(paper)->setFocus();
        form.keys.press(Qt::Key_Return);
    }
    form.keys.press(Qt::Key_F9);
    const OperationView view = county.office->view(county.as("tr"), made.operation);
    CHECK(view.revision == 2);
    CHECK(view.state == OperationState::InReview);
    CHECK(view.payload["address"] == QStringLiteral("测试村50号"));
}

TEST_CASE("A field that is wrong leads the focus before a paper that is missing")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "enrollment.register");
    QJsonObject person = county.newPerson(3);
    person["address"] = "";
    form.page.form().setPayload(person);
    form.keys.press(Qt::Key_F9);
    CHECK(Keyboard::focus() == "address");
    CHECK_FALSE(form.page.findChild<QLabel *>("message")->text().isEmpty()); // the papers
    form.keys.type(QStringLiteral("三组27号"));
    form.keys.press(Qt::Key_F9);
    CHECK(Keyboard::focus() == "paper_id_card");
}

TEST_CASE("The field that has the focus is in sight, however small the screen")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "enrollment.register");
    form.page.resize(1100, 420);
    QApplication::processEvents();
    auto *scroll = form.page.findChild<QScrollArea *>("form_scroll");
    REQUIRE(scroll->verticalScrollBar()->maximum() > 0);
    const auto inSight = [scroll] {
        const QWidget *now = QApplication::focusWidget();
        return scroll->viewport()->rect().contains(
            QRect(now->mapTo(scroll->viewport(), QPoint()), now->size()));
    };
    constexpr int fields = 16;
    for (int i = 0; i < fields; ++i) {
        CAPTURE(Keyboard::focus().toStdString());
        CHECK(inSight());
        form.keys.press(Qt::Key_Return);
    }
}

TEST_CASE("Clearing wants to be said twice by the button too, and Tab meets handing in first")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "enrollment.register");
    form.keys.type("410322");
    form.named("hand_in")->setFocus();
    form.keys.press(Qt::Key_Tab);
    REQUIRE(Keyboard::focus() == "clear");
    form.keys.press(Qt::Key_Return);
    CHECK(form.line("id_number")->text() == "410322");
    form.keys.press(Qt::Key_Return);
    CHECK(form.line("id_number")->text().isEmpty());
}

TEST_CASE("Checking while typing keeps the window free")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "enrollment.register");
    form.page.form().setPayload(county.newPerson(3));
    constexpr int rounds = 50;
    constexpr int budgetMs = 16;
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < rounds; ++i)
        form.page.form().checkWhileTyping();
    CHECK(clock.elapsed() < rounds * budgetMs);
}

TEST_CASE("Every widget of a form that takes the focus has a name for tests and for readers")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    for (const char *type : {"enrollment.register", "contributions.collect"}) {
        Page form(county, "tc", type);
        const QList<QWidget *> all = form.page.findChildren<QWidget *>();
        for (QWidget *widget : all) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
                || widget->objectName().startsWith("qt_"))
                continue;
            INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
            CHECK_FALSE(widget->objectName().isEmpty());
            CHECK_FALSE(widget->accessibleName().isEmpty());
        }
    }
}

TEST_CASE("A roster comes from a sheet and its bad rows are given back [ENR-11]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const QString folder = county.folder();
    const QString path = folder + "/roster.xlsx";
    const QList<Field> &fields = county.registry->find("enrollment.roster")->batch->rowFields;
    {
        QList<SheetColumn> columns;
        for (const Field &field : fields)
            columns.append({field.name == "name" ? QStringLiteral("户主姓名") : field.label});
        SheetWriter writer(path, "roster", columns);
        for (int i = 1; i <= 3; ++i) {
            QJsonObject person = county.newPerson(30 + i);
            if (i == 3)
                person["id_number"] = "411024198505050011";
            QVariantList cells;
            for (const Field &field : fields)
                cells.append(person[field.name].toString());
            writer.addRow(cells);
        }
        writer.finish();
    }
    Page form(county, "tc", "enrollment.roster");
    SheetCard &sheet = *form.page.sheet();
    form.keys.type("vill");
    form.keys.press(Qt::Key_Return);
    sheet.take(folder + "/nowhere.xlsx");
    CHECK_FALSE(sheet.hasFile());
    sheet.take(path);
    // One heading is another word: the clerk says which column it is.
    auto *column = form.page.findChild<QComboBox *>("column_name");
    REQUIRE(column);
    column->setCurrentIndex(column->findData(QStringLiteral("户主姓名")));
    static_cast<QAbstractButton *>(form.named("sheet_check"))->click();
    CHECK(sheet.count().good == 2);
    CHECK(sheet.count().bad == 1);
    CHECK(QFile::exists(sheet.givenBack()));
    CHECK(form.page.findChild<QTableView *>("sheet_findings")->model()->rowCount() == 1);
    shot(form.page, "form-roster");
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.roster'") == 0);
    form.named("paper_roster")->setFocus();
    form.keys.press(Qt::Key_Return);
    form.keys.press(Qt::Key_F9);
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.roster'") == 1);
    CHECK_FALSE(sheet.hasFile());
    form.keys.press(Qt::Key_F9);
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.roster'") == 1);
}

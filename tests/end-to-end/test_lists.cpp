// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/column_fit.h"
#include "desk/list_page.h"
#include "desk/preview_dialog.h"
#include "desk/record_table.h"
#include "desk/theme.h"
#include "desktop/language.h"
#include "documents/document.h"
#include "rooms/rooms.h"
#include "sheets/sheet_reader.h"
#include "support/desk_driver.h"
#include "support/keyboard.h"
#include "support/test_office.h"
#include <QAbstractButton>
#include <QDialog>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** A window that only lends its office. */
class BareShell : public Shell {
public:
    explicit BareShell(TestOffice &county) : m_county(county) { }
    Office &office() override { return *m_county.office; }
    Session &session() override { return m_county.as("tc"); }
    void showPerson(qint64 person) override { opened = person; }
    void showOperation(qint64) override { }
    void startOperation(const QString &, const QJsonObject &) override { }
    void showDocument(const QString &, qint64) override { }
    QString pageTitle(const QString &) const override { return {}; }
    void tell(const QString &text) override { told = text; }

    qint64 opened = 0;
    QString told;

private:
    TestOffice &m_county;
};

constexpr int allRows = 1200;

/** Numbers 1 to 1200, every third of another township; amounts whose text sorts wrongly. */
ListSpec numbers(BareShell &shell, qint64 all = allRows)
{
    ListSpec spec;
    spec.id = "test.numbers";
    spec.title = QStringLiteral("清单");
    spec.placeholder = "filter";
    spec.headings = {{"No."}, {QStringLiteral("姓名"), false, true}, {"Amount", true, false, true}};
    spec.byDivision = true;
    spec.rowsAfter = [all](const Reader &, const ListQuery &query, int limit) {
        QList<ListRow> rows;
        for (qint64 i = query.after ? query.after->id + 1 : 1; i <= all; ++i) {
            const QString division = i % 3 == 0 ? "411024200" : "411024100";
            if (!query.filter.isEmpty() && !QString::number(i).contains(query.filter))
                continue;
            if (!division.startsWith(query.division.left(9)))
                continue;
            if (rows.size() == limit)
                break;
            rows.append(
                {{QString::number(i), QStringLiteral("张三"), Money::fromFen(i * 100).toDisplay()},
                 i,
                 {},
                 division});
        }
        return rows;
    };
    spec.open = [&shell](qint64 id) { shell.showPerson(id); };
    return spec;
}

QList<QStringList> rowsOf(const QString &path)
{
    QList<QStringList> rows;
    SheetRow row;
    const auto reader = SheetReader::open(path);
    while (reader->next(row))
        rows.append(row.cells);
    return rows;
}

} // namespace

TEST_CASE("Qt's own dialogs speak the language of the desk")
{
    const QLocale before;
    {
        QObject owner;
        speak(QStringLiteral("zh_CN"), &owner);
        const QDialogButtonBox box(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
        CHECK(box.button(QDialogButtonBox::Ok)->text().contains(QStringLiteral("确定")));
        CHECK(box.button(QDialogButtonBox::Cancel)->text().contains(QStringLiteral("取消")));
        CHECK(QCoreApplication::translate("QFileDialog", "Look in:") != QStringLiteral("Look in:"));
        CHECK(QLocale().language() == QLocale::Chinese);
    }
    QLocale::setDefault(before);
}

TEST_CASE("A wrong field stays red under the mouse")
{
    dress(Theme::Face::Light);
    QLineEdit line;
    line.setAttribute(Qt::WA_UnderMouse);
    line.resize(200, 36);
    const auto frame = [&line] {
        line.ensurePolished();
        return line.grab().toImage().pixelColor(0, line.height() / 2);
    };
    const QColor plain = frame();
    CHECK(plain != Theme::color(QStringLiteral("danger")));
    Theme::setProperty(&line, "invalid", true);
    CHECK(frame() == Theme::color(QStringLiteral("danger")));
    Theme::setProperty(&line, "invalid", false);
    Theme::setProperty(&line, "warned", true);
    CHECK(frame() == Theme::color(QStringLiteral("warning")));
}

TEST_CASE("A list reads on as one scrolls, sorts amounts as amounts and sums them")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    BareShell shell(county);
    ListPage page(shell, numbers(shell));
    showActive(page);
    QAbstractItemModel *model = page.table()->model();
    CHECK(model->rowCount() == 500);
    page.table()->verticalScrollBar()->setValue(page.table()->verticalScrollBar()->maximum());
    CHECK(model->rowCount() == 1000);
    page.table()->sortByColumn(2, Qt::DescendingOrder);
    emit page.table()->horizontalHeader()->sectionClicked(2);
    CHECK(model->rowCount() == allRows);
    CHECK(model->index(0, 2).data().toString() == "1,200.00");
    CHECK(page.findChild<QLabel *>("test.numbers.sums")->text().contains("720,600.00"));
    page.table()->setFocus();
    QTest::keyClicks(page.table(), "119");
    CHECK(Keyboard::focus() == "test.numbers.filter");
    page.refresh();
    CHECK(model->rowCount() == 12); // 119, 1119 and 1190 to 1199
    shot(page, "list");
    page.table()->setFocus();
    QTest::keyClick(page.table(), Qt::Key_Return);
    CHECK(shell.opened > 0);
}

TEST_CASE("A list counts its rows and keeps the widths that were dragged")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    BareShell shell(county);
    int dragged = 0;
    {
        ListPage page(shell, numbers(shell));
        page.resize(1100, 600);
        showActive(page);
        CHECK(page.table()->verticalHeader()->isVisible());
        CHECK(page.findChild<QLabel *>("test.numbers.count")->text().contains("500"));
        QHeaderView *header = page.table()->horizontalHeader();
        // No room is left over, and what stands in a column is seen whole.
        CHECK(header->length() == page.table()->viewport()->width());
        CHECK(header->sectionSize(0)
              >= static_cast<QAbstractItemView *>(page.table())->sizeHintForColumn(0));
        const int edge = header->sectionViewportPosition(0) + header->sectionSize(0) - 1;
        const int before = header->sectionSize(0);
        const int y = header->height() / 2;
        QTest::mousePress(header->viewport(), Qt::LeftButton, {}, QPoint(edge, y));
        QTest::mouseMove(header->viewport(), QPoint(edge + 40, y));
        QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, QPoint(edge + 70, y));
        dragged = header->sectionSize(0);
        CHECK(dragged > before);
        QTest::qWait(500);
        shot(page, "list-numbered");
    }
    ListPage again(shell, numbers(shell));
    again.resize(1100, 600);
    showActive(again);
    CHECK(again.table()->columnWidth(0) == dragged);
}

TEST_CASE("A list too long to be sorted whole says so, and one without rows too")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    BareShell shell(county);
    constexpr qint64 tooMany = 5600;
    ListPage page(shell, numbers(shell, tooMany));
    showActive(page);
    const auto *count = page.findChild<QLabel *>("test.numbers.count");
    CHECK(count->text().contains(QStringLiteral("500")));
    CHECK_FALSE(count->text().contains(QStringLiteral("排序")));
    page.table()->sortByColumn(2, Qt::DescendingOrder);
    emit page.table()->horizontalHeader()->sectionClicked(2);
    CHECK(page.table()->model()->rowCount() == 5000);
    CHECK(count->text().contains(QStringLiteral("5000")));
    CHECK(count->text().contains(QStringLiteral("排序")));
    page.findChild<QLineEdit *>("test.numbers.filter")->setText("none");
    page.refresh();
    CHECK(page.table()->model()->rowCount() == 0);
    CHECK(count->text().contains(ListPage::tr("Nothing to show")));
}

TEST_CASE("A list is exported whole or by township, with amounts as numbers and a trace")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    BareShell shell(county);
    ListPage page(shell, numbers(shell));
    showActive(page);
    QSignalSpy done(&page, &ListPage::exported);
    const QString path = county.folder() + "/list.xlsx";
    page.exportTo(path, false);
    REQUIRE(done.wait(20000));
    const QList<QStringList> rows = rowsOf(path);
    REQUIRE(rows.size() == allRows + 1);
    CHECK(rows.last() == QStringList{"1200", QStringLiteral("张三"), "1200"});
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'export'") == 1);

    page.exportTo(path, true);
    REQUIRE(done.wait(20000));
    const QStringList files = done.last().first().toStringList();
    REQUIRE(files.size() == 2);
    CHECK(rowsOf(files.at(0)).size() + rowsOf(files.at(1)).size() == allRows + 2);
    CHECK(files.join(u' ').contains("list-Township.xlsx"));
    for (const QString &file : files)
        CHECK_FALSE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther));
    // The dialog asked about the name that was typed; those made of it are not written over.
    page.exportTo(path, true);
    REQUIRE(done.wait(20000));
    CHECK(done.last().at(1).toString().contains("list-Township.xlsx"));

    const QString stopped = county.folder() + "/stopped.xlsx";
    page.exportTo(stopped, false);
    static_cast<QAbstractButton *>(page.findChild<QWidget *>("test.numbers.stop"))->click();
    CHECK_FALSE(QFile::exists(stopped));
    page.exportTo("/nowhere/list.xlsx", false);
    REQUIRE((done.count() > 4 || done.wait(20000)));
    CHECK_FALSE(done.last().at(1).toString().isEmpty());
}

TEST_CASE("A township's clerk takes the township's people out, not the county's [SEC-03] [SEC-16]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    BareShell shell(county);
    ListSpec spec = numbers(shell, 20);
    spec.personal = true;
    spec.byDivision = GENERATE(true, false);
    ListPage page(shell, spec);
    showActive(page);
    int shown = 0;
    const auto print = [&] {
        inNextDialog([&shown](QDialog &dialog) {
            ++shown;
            QTest::keyClick(&dialog, Qt::Key_Escape);
        });
        page.findChild<QAbstractButton *>("test.numbers.print")->click();
    };
    page.findChild<QAbstractButton *>("test.numbers.print")->click();
    CHECK_FALSE(shell.told.isEmpty());
    CHECK(shown == 0);
    if (!spec.byDivision)
        return;
    auto *division = page.findChild<QLineEdit *>("test.numbers.division");
    REQUIRE(division);
    division->setFocus();
    QTest::keyClicks(division, "411024900");
    QTest::keyClick(division, Qt::Key_Return);
    shell.told.clear();
    page.findChild<QAbstractButton *>("test.numbers.print")->click();
    CHECK_FALSE(shell.told.isEmpty());
    division->setFocus();
    division->selectAll();
    QTest::keyClicks(division, "411024100");
    QTest::keyClick(division, Qt::Key_Return);
    shell.told.clear();
    print();
    CHECK(shell.told.isEmpty());
    CHECK(shown == 1);
}

TEST_CASE("A list is printed as it is shown")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    BareShell shell(county);
    ListPage page(shell, numbers(shell));
    showActive(page);
    const QTemporaryDir folder;
    const QString prints = "SELECT count(*) FROM access_trail WHERE kind = 'print'";
    QList<qint64> counted;
    inNextDialog([&](QDialog &dialog) {
        auto *preview = qobject_cast<PreviewDialog *>(&dialog);
        if (!preview)
            return;
        counted.append(county.number(prints));
        preview->saveTo("/nowhere/list.pdf");
        counted.append(county.number(prints));
        preview->saveTo(folder.filePath("list.pdf"));
        counted.append(county.number(prints));
        QTest::keyClick(preview, Qt::Key_Escape);
    });
    page.findChild<QAbstractButton *>("test.numbers.print")->click();
    CHECK(counted == QList<qint64>{0, 0, 1});
    CHECK(QFile::exists(folder.filePath("list.pdf")));
    CHECK(county.number(prints) == 1);
    const Paper paper = renderPaper(page.paper(), {});
    CHECK(paper.pages > 10);
    CHECK(paper.pdf.startsWith("%PDF"));
}

TEST_CASE("A list scrolls sideways only where its columns cannot give way")
{
    dress(Theme::Face::Light);
    const QString words = QStringLiteral("本人已在户籍地参加职工养老保险");
    const auto sideways = [&words](int columns) {
        QTableView *table = newTable(QStringLiteral("fitted"), QStringLiteral("fitted"));
        QStandardItemModel model(3, columns);
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < columns; ++column)
                model.setItem(row, column, new QStandardItem(words));
        }
        table->setModel(&model);
        auto *fit = new ColumnFit(table, QStringLiteral("fitted"), {});
        table->resize(1000, 300);
        table->show();
        fit->fit();
        QTest::qWait(20);
        const int over = table->horizontalScrollBar()->maximum();
        CHECK(table->columnWidth(0) >= 150);
        delete table;
        return over;
    };
    CHECK(sideways(6) == 0);
    CHECK(sideways(12) > 0);
}

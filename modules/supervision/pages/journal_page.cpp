// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "supervision/pages/journal_page.h"

#include "database/ids.h"
#include "desk/column_fit.h"
#include "desk/list_page.h"
#include "desk/preview_dialog.h"
#include "desk/record_table.h"
#include "desk/sign_in_parts.h"
#include "desk/theme.h"
#include "sheets/sheet_writer.h"
#include "supervision/pages/purpose_dialog.h"
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int shownLines = 1000;
constexpr int usualDays = 30;
constexpr qsizetype longestMatter = 240;

QDateEdit *dayField(const char *name, const QString &title, const QDate &day)
{
    auto *field = new QDateEdit(day);
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(title);
    field->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    field->setCalendarPopup(true);
    field->setFixedWidth(136);
    return field;
}

QStringList cellsOf(const JournalLine &line)
{
    return {QString::number(line.seq),
            line.at,
            line.who,
            line.post,
            line.what,
            line.business,
            line.matter,
            line.operation ? QString::number(shortNumber(line.operation)) : QStringLiteral("—"),
            line.workstation};
}

QStringList headings()
{
    return {JournalPage::tr("Entry"),  JournalPage::tr("Time"),   JournalPage::tr("Operator"),
            JournalPage::tr("Post"),   JournalPage::tr("Action"), JournalPage::tr("Business"),
            JournalPage::tr("Matter"), JournalPage::tr("No."),    JournalPage::tr("Workstation")};
}

} // namespace

JournalPage::JournalPage(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 18, 24, 16);
    column->setSpacing(12);
    addHead(column);
    addFilters(column);
    addTables(column);
    fillFilters();
}

void JournalPage::addHead(QVBoxLayout *column)
{
    m_count = Theme::label({}, "label");
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(Theme::label(tr("Journal of operations"), "title"));
    titles->addWidget(m_count);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addLayout(titles, 1);
    auto *print = new QPushButton(tr("Print …"));
    print->setObjectName(QStringLiteral("journal_print"));
    auto *sheet = new QPushButton(tr("To a sheet (.xlsx) …"));
    sheet->setObjectName(QStringLiteral("journal_export"));
    connect(print, &QPushButton::clicked, this, &JournalPage::askAndPrint);
    connect(sheet, &QPushButton::clicked, this, &JournalPage::askAndExport);
    for (QPushButton *button : {print, sheet}) {
        button->setAutoDefault(false);
        head->addWidget(button);
    }
    column->addLayout(head);
}

void JournalPage::addFilters(QVBoxLayout *column)
{
    const QDate today = m_shell.office().reader().today();
    m_from = dayField("journal_from", tr("From"), today.addDays(-usualDays));
    m_to = dayField("journal_to", tr("To"), today);
    m_operator = new QComboBox;
    m_operator->setObjectName(QStringLiteral("journal_operator"));
    m_operator->setAccessibleName(tr("Operator"));
    m_operator->setMinimumWidth(170);
    m_type = new QComboBox;
    m_type->setObjectName(QStringLiteral("journal_type"));
    m_type->setAccessibleName(tr("Business"));
    m_type->setMinimumWidth(170);
    m_person = new QLineEdit;
    m_person->setObjectName(QStringLiteral("journal_person"));
    m_person->setAccessibleName(tr("Insured person"));
    m_person->setPlaceholderText(tr("Whole name or ID number, Enter"));
    m_person->setClearButtonEnabled(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(Theme::label(tr("Period"), "label"));
    row->addWidget(m_from);
    row->addWidget(Theme::label(QStringLiteral("–"), "label"));
    row->addWidget(m_to);
    row->addWidget(m_operator);
    row->addWidget(m_type);
    row->addWidget(m_person, 1);
    column->addLayout(row);
    for (QDateEdit *field : {m_from, m_to})
        connect(field, &QDateEdit::dateChanged, this, &JournalPage::refresh);
    for (QComboBox *box : {m_operator, m_type})
        connect(box, &QComboBox::currentIndexChanged, this, &JournalPage::refresh);
    connect(m_person, &QLineEdit::returnPressed, this, &JournalPage::refresh);
    connect(m_person, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            refresh();
    });
}

void JournalPage::addTables(QVBoxLayout *column)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    m_table = newTable(QStringLiteral("journal"), tr("Journal of operations"));
    m_table->setModel(m_model);
    m_table->setSortingEnabled(false);
    constexpr int matterColumn = 6;
    m_columns = new ColumnFit(m_table, QStringLiteral("supervision.journal"), {matterColumn});
    m_table->verticalHeader()->setDefaultSectionSize(34);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &JournalPage::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JournalPage::showDetail);
    inside->addWidget(m_table);
    column->addWidget(card, 3);

    auto *lower = new QFrame;
    lower->setProperty("card", true);
    auto *below = new QVBoxLayout(lower);
    below->setContentsMargins(16, 10, 16, 10);
    m_detailTitle = Theme::label({}, "label");
    m_detailTitle->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detailTitle->setObjectName(QStringLiteral("journal_detail_title"));
    m_detailTitle->setAccessibleName(tr("The chosen entry"));
    m_detailTitle->setWordWrap(true);
    below->addWidget(m_detailTitle, 0, Qt::AlignTop);
    m_detail = new QTableWidget(0, 4);
    m_detail->setObjectName(QStringLiteral("journal_detail"));
    m_detail->setAccessibleName(tr("What the entry wrote"));
    m_detail->setHorizontalHeaderLabels({tr("Record"), tr("Item"), tr("Before"), tr("After")});
    dressTable(m_detail);
    m_detail->verticalHeader()->setDefaultSectionSize(30);
    below->addWidget(m_detail);
    column->addWidget(lower, 2);
}

void JournalPage::fillFilters()
{
    const QSignalBlocker quietOperator(m_operator);
    const QSignalBlocker quietType(m_type);
    m_operator->addItem(tr("Every operator"), qint64(0));
    Query accounts = m_shell.office().reader().query(
        QStringLiteral("SELECT id, display_name, name FROM operator_account ORDER BY name"));
    while (accounts.next())
        m_operator->addItem(QStringLiteral("%1 (%2)").arg(accounts.text(1), accounts.text(2)),
                            accounts.integer(0));
    m_type->addItem(tr("Every business"), QString());
    const QList<const OperationType *> types = m_shell.office().registry().types();
    for (const OperationType *type : types)
        m_type->addItem(type->title, type->id);
}

JournalFilter JournalPage::filter() const
{
    return {m_from->date(), m_to->date(), m_operator->currentData().toLongLong(),
            m_type->currentData().toString(), m_person->text().trimmed()};
}

void JournalPage::refresh()
{
    m_lines = journalLines(m_shell.office(), filter(), shownLines);
    m_model->clear();
    m_model->setHorizontalHeaderLabels(headings());
    for (const JournalLine &line : std::as_const(m_lines)) {
        QList<QStandardItem *> items;
        const QStringList cells = cellsOf(line);
        for (const QString &text : cells) {
            auto *item = new QStandardItem(text);
            item->setData(line.operation, CellRole::Id);
            item->setToolTip(text);
            items.append(item);
        }
        m_model->appendRow(items);
    }
    m_columns->fit();
    m_count->setText(m_lines.size() < shownLines ? tr("%n entries", nullptr, int(m_lines.size()))
                                                 : tr("The newest %n entries; narrow the search",
                                                      nullptr, int(m_lines.size())));
    if (!m_lines.isEmpty())
        m_table->selectRow(0);
    showDetail();
}

void JournalPage::showDetail()
{
    const int row = m_table->currentIndex().row();
    m_detail->setRowCount(0);
    if (row < 0 || row >= m_lines.size()) {
        m_detailTitle->setText(tr("Choose an entry to see what it wrote."));
        return;
    }
    const JournalLine &line = m_lines.at(row);
    QString words = tr("Entry %1, hash %2").arg(line.seq).arg(line.hash.left(16));
    // Whole, where the row above has room for its beginning.
    if (!line.matter.isEmpty())
        words += QStringLiteral("  ·  ")
            + (line.matter.size() > longestMatter
                   ? line.matter.left(longestMatter) + QStringLiteral("…")
                   : line.matter);
    if (!line.reason.isEmpty())
        words += QStringLiteral("  ·  ") + tr("Reason: %1").arg(line.reason);
    const QList<EntryChange> changes = entryChanges(m_shell.office(), line.seq);
    if (changes.isEmpty())
        words += QStringLiteral("  ·  ") + tr("wrote no record of the books");
    m_detailTitle->setText(words);
    m_detail->setHidden(changes.isEmpty());
    m_detail->setRowCount(int(changes.size()));
    for (int i = 0; i < changes.size(); ++i) {
        const EntryChange &change = changes.at(i);
        const QStringList cells{change.table, change.item,
                                change.before.isEmpty() ? QStringLiteral("—") : change.before,
                                change.after};
        for (int cell = 0; cell < cells.size(); ++cell)
            m_detail->setItem(i, cell, new QTableWidgetItem(cells.at(cell)));
        m_detail->item(i, 3)->setForeground(Theme::color(QStringLiteral("success")));
    }
    m_detail->resizeColumnsToContents();
}

void JournalPage::openCurrent()
{
    const qint64 operation = m_table->currentIndex().data(CellRole::Id).toLongLong();
    if (operation != 0)
        m_shell.showOperation(operation);
}

QString JournalPage::markOf(const QString &purpose) const
{
    return tr("Taken out by %1 on %2 for: %3")
        .arg(
            m_shell.session().displayName(),
            officeTime(m_shell.office().clock().now()).toString(QStringLiteral("yyyy-MM-dd HH:mm")),
            purpose);
}

void JournalPage::exportTo(const QString &path, const QString &purpose)
{
    QList<SheetColumn> columns;
    const QStringList titles = headings();
    for (const QString &title : titles)
        columns.append({title, SheetColumnKind::Text, title == tr("Matter") ? 40 : 18});
    SheetWriter sheet(path, tr("Journal of operations"), columns);
    sheet.setMark(m_shell.office().takenOutBy(m_shell.session()));
    for (const JournalLine &line : std::as_const(m_lines)) {
        QVariantList values;
        const QStringList cells = cellsOf(line);
        for (const QString &cell : cells)
            values.append(cell);
        sheet.addRow(values);
    }
    QVariantList mark{markOf(purpose)};
    while (mark.size() < columns.size())
        mark.append(QVariant());
    sheet.addRow(mark);
    sheet.finish();
    m_shell.office().trace(m_shell.session(), QStringLiteral("export"), QStringLiteral("journal"),
                           QStringLiteral("%1 (%2)").arg(purpose).arg(m_lines.size()));
}

void JournalPage::askAndExport()
{
    PurposeDialog ask(m_shell, tr("Take the journal out to a sheet"), this);
    if (ask.exec() != QDialog::Accepted)
        return;
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Take the journal out to a sheet"),
                                     tr("journal.xlsx"), QStringLiteral("Excel (*.xlsx)"));
    if (path.isEmpty())
        return;
    try {
        exportTo(path, ask.purpose());
        m_shell.tell(tr("%n entries stand in %1", nullptr, int(m_lines.size())).arg(path));
    } catch (const std::exception &error) {
        m_shell.tell(tr("The sheet could not be written: %1").arg(QString::fromUtf8(error.what())));
    }
}

void JournalPage::askAndPrint()
{
    PurposeDialog ask(m_shell, tr("Print the journal"), this);
    if (ask.exec() != QDialog::Accepted)
        return;
    Office &office = m_shell.office();
    QJsonArray rows;
    for (const JournalLine &line : std::as_const(m_lines))
        rows.append(QJsonObject{{QStringLiteral("no"), QString::number(rows.size() + 1)},
                                {QStringLiteral("seq"), QString::number(line.seq)},
                                {QStringLiteral("at"), line.at},
                                {QStringLiteral("who"), line.who + u' ' + line.post},
                                {QStringLiteral("what"), line.what},
                                {QStringLiteral("business"), line.business},
                                {QStringLiteral("matter"), line.matter},
                                {QStringLiteral("workstation"), line.workstation}});
    DocumentData paper;
    paper.templateId = QStringLiteral("journal_extract");
    paper.title = tr("Journal of operations");
    paper.values = {
        {QStringLiteral("office"), office.name()},
        {QStringLiteral("period_line"),
         QStringLiteral("期间：%1 至 %2")
             .arg(m_from->date().toString(Qt::ISODate), m_to->date().toString(Qt::ISODate))},
        {QStringLiteral("count_line"), QStringLiteral("共 %1 条").arg(rows.size())},
        {QStringLiteral("mark"), markOf(ask.purpose())},
        {QStringLiteral("rows"), rows}};
    const DrawnPaper shown{
        paper, {office.paperFoot(m_shell.session()), {}, {}, office.takenOutBy(m_shell.session())}};
    try {
        PreviewDialog preview(shown, this);
        preview.setGiving([&](const PreviewDialog::HandOut &handOut) {
            office.traced(m_shell.session(), QStringLiteral("print"), QStringLiteral("journal"),
                          ask.purpose(), [&] { handOut({shown}); });
        });
        preview.exec();
    } catch (const std::invalid_argument &error) {
        m_shell.tell(QString::fromUtf8(error.what()));
    }
}

void JournalPage::showEvent(QShowEvent *event)
{
    refresh();
    m_table->setFocus();
    QWidget::showEvent(event);
}

bool JournalPage::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/list_page.h"

#include "desk/background.h"
#include "desk/column_fit.h"
#include "desk/field_editor.h"
#include "desk/list_export.h"
#include "desk/preview_dialog.h"
#include "desk/record_table.h"
#include "desk/theme.h"
#include <QDateEdit>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <stdexcept>

namespace jubao {

namespace {

constexpr int shownRows = 500;
constexpr int typingPauseMs = 180;
/** A click on a heading sorts what is read; up to this many are read for it. */
constexpr int sortedRows = 5000;
constexpr int sortRole = Qt::UserRole + 10; // beyond the roles of CellRole

/** Figures are sorted by what they are, not by how they are written. */
QVariant sortValue(const ListSpec::Heading &heading, const QString &cell)
{
    if (heading.money) {
        if (const std::optional<Money> amount = Money::fromYuanText(cell))
            return amount->fen();
    }
    bool isFigure = false;
    const qint64 figure = heading.right ? cell.toLongLong(&isFigure) : 0;
    return isFigure ? QVariant(figure) : QVariant(cell);
}

} // namespace

bool rowMatches(const QStringList &cells, const QString &filter)
{
    return filter.isEmpty()
        || std::any_of(cells.begin(), cells.end(), [&filter](const QString &cell) {
               return cell.contains(filter, Qt::CaseInsensitive);
           });
}

ListPage::ListPage(ListHost &host, ListSpec spec, QWidget *parent)
    : QWidget(parent)
    , m_host(host)
    , m_spec(std::move(spec))
    , m_count(Theme::label({}, "label"))
    , m_table(newTable(m_spec.id + QStringLiteral(".table"), m_spec.title))
    , m_model(new QStandardItemModel(this))
    , m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("page"));
    m_count->setObjectName(m_spec.id + QStringLiteral(".count"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    addHead(column);
    addTable(column);
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPauseMs);
    whenFree(*m_pause, this, [this] { refresh(); });
}

void ListPage::addHead(QVBoxLayout *column)
{
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(Theme::label(m_spec.title, "title"));
    if (!m_spec.subtitle.isEmpty()) {
        QLabel *subtitle = Theme::label(m_spec.subtitle, "label");
        subtitle->setWordWrap(true);
        titles->addWidget(subtitle);
    }
    auto *head = new QHBoxLayout;
    head->addLayout(titles, 1);
    addDivision(head);
    addDay(head);
    if (!m_spec.placeholder.isEmpty()) {
        m_filter = new QLineEdit;
        m_filter->setObjectName(m_spec.id + QStringLiteral(".filter"));
        m_filter->setPlaceholderText(m_spec.placeholder);
        m_filter->setAccessibleName(m_spec.placeholder);
        m_filter->setClearButtonEnabled(true);
        m_filter->setFixedWidth(340);
        connect(m_filter, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
        connect(m_filter, &QLineEdit::returnPressed, this, [this] {
            refresh();
            m_table->setFocus();
        });
        head->addWidget(m_filter, 0, Qt::AlignBottom);
    }
    column->addLayout(head);
}

void ListPage::addTable(QVBoxLayout *column)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    QStringList titles;
    for (const ListSpec::Heading &heading : m_spec.headings)
        titles.append(heading.title);
    m_model->setHorizontalHeaderLabels(titles);
    for (int i = 0; i < m_spec.headings.size(); ++i) {
        if (m_spec.headings.at(i).right)
            m_model->horizontalHeaderItem(i)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_model->setSortRole(sortRole);
    m_table->setModel(m_model);
    new RowNumbers(m_table);
    m_table->setWordWrap(std::any_of(m_spec.headings.begin(), m_spec.headings.end(),
                                     [](const ListSpec::Heading &each) { return each.wraps; }));
    QList<int> wide;
    for (int i = 0; i < m_spec.headings.size(); ++i) {
        if (m_spec.headings.at(i).wide)
            wide.append(i);
    }
    m_columns = new ColumnFit(m_table, m_spec.id, wide);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ListPage::updateActions);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value >= m_table->verticalScrollBar()->maximum())
            readOn();
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this,
            &ListPage::readForSorting);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &ListPage::openCurrent);
    inside->addWidget(m_table);
    column->addWidget(card, 1);
    column->addLayout(buildFoot());
}

void ListPage::addDivision(QHBoxLayout *row)
{
    if (!m_spec.byDivision)
        return;
    Field field;
    field.name = m_spec.id + QStringLiteral(".division");
    field.kind = FieldKind::Division;
    field.label = tr("Township or village");
    field.hint = field.label;
    m_division = FieldEditor::make(field, {m_host.office(), {}}, this);
    m_division->widget()->setFixedWidth(200);
    m_division->widget()->installEventFilter(this);
    connect(m_division, &FieldEditor::edited, m_pause, qOverload<>(&QTimer::start));
    row->addWidget(m_division->widget(), 0, Qt::AlignBottom);
}

void ListPage::addDay(QHBoxLayout *row)
{
    if (!m_spec.byDay)
        return;
    const QDate allOfTheTime(2000, 1, 1);
    m_day = new QDateEdit(m_host.office().reader().today());
    m_day->setObjectName(m_spec.id + QStringLiteral(".day"));
    m_day->setAccessibleName(tr("As of"));
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_day->setCalendarPopup(true);
    m_day->setMinimumDate(allOfTheTime);
    m_day->setSpecialValueText(tr("all of the time"));
    m_day->setFixedWidth(150);
    connect(m_day, &QDateEdit::dateChanged, m_pause, qOverload<>(&QTimer::start));
    row->addWidget(Theme::label(m_day->accessibleName(), "label"), 0,
                   Qt::AlignBottom | Qt::AlignRight);
    row->addWidget(m_day, 0, Qt::AlignBottom);
    auto *all = new QPushButton(tr("All of the time"));
    all->setObjectName(m_spec.id + QStringLiteral(".all_days"));
    all->setAccessibleName(all->text());
    all->setAutoDefault(false);
    connect(all, &QPushButton::clicked, this, [this] { m_day->setDate(m_day->minimumDate()); });
    row->addWidget(all, 0, Qt::AlignBottom);
}

QLayout *ListPage::buildFoot()
{
    m_sums = Theme::label({}, "label");
    m_sums->setObjectName(m_spec.id + QStringLiteral(".sums"));
    m_sums->setWordWrap(true);
    const auto button = [this](const QString &text, const char *name) {
        auto *made = new QPushButton(text);
        made->setObjectName(m_spec.id + QLatin1String(name));
        made->setAccessibleName(text);
        made->setAutoDefault(false);
        return made;
    };
    m_stop = button(tr("Stop the export"), ".stop");
    m_stop->hide();
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_export)
            m_export->stop();
    });
    for (const ListSpec::Action &action : std::as_const(m_spec.actions)) {
        auto *made = button(action.title, "");
        made->setObjectName(action.name);
        connect(made, &QPushButton::clicked, this, [this, run = action.run] {
            run(currentId());
            refresh();
        });
        m_actions.append(made);
    }
    auto *print = button(tr("Print…"), ".print");
    connect(print, &QPushButton::clicked, this, &ListPage::print);
    auto *write = button(tr("Export…"), ".export");
    if (m_spec.byDivision) {
        auto *menu = new QMenu(write);
        menu->addAction(tr("One sheet"), this, [this] { askForExport(false); });
        menu->addAction(tr("One sheet for each township"), this, [this] { askForExport(true); });
        write->setMenu(menu);
        Theme::setProperty(write, "kind", QStringLiteral("menu"));
    } else {
        connect(write, &QPushButton::clicked, this, [this] { askForExport(false); });
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addWidget(m_sums, 1);
    row->addWidget(m_stop);
    for (QPushButton *action : std::as_const(m_actions))
        row->addWidget(action);
    row->addWidget(print);
    row->addWidget(write);
    return row;
}

QList<ListRow> ListPage::read(const std::optional<ListRow> &after, int limit) const
{
    const Reader reader = m_host.office().reader();
    const QString filter = m_filter ? m_filter->text().trimmed() : QString();
    if (!m_spec.rowsAfter)
        return after ? QList<ListRow>() : m_spec.rows(reader, filter, limit);
    const QString division = m_division ? m_division->value().toString() : QString();
    const QDate day = m_day && m_day->date() > m_day->minimumDate() ? m_day->date() : QDate();
    return m_spec.rowsAfter(reader, {filter, division, day, after}, limit);
}

void ListPage::append(const QList<ListRow> &rows)
{
    for (const ListRow &row : rows) {
        QList<QStandardItem *> items;
        for (int i = 0; i < row.cells.size(); ++i) {
            const ListSpec::Heading &heading = m_spec.headings.at(i);
            auto *item = new QStandardItem(row.cells.at(i));
            item->setData(row.id, CellRole::Id);
            item->setToolTip(row.cells.at(i));
            item->setData(sortValue(heading, row.cells.at(i)), sortRole);
            if (heading.right || heading.money)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (heading.wraps)
                item->setData(true, CellRole::Wraps);
            if (i == m_spec.pillColumn && !row.tone.isEmpty())
                item->setData(row.tone, CellRole::Pill);
            items.append(item);
        }
        m_model->appendRow(items);
    }
    m_rows.append(rows);
    showCount();
}

void ListPage::refresh()
{
    show(read({}, shownRows));
}

void ListPage::booksGrew()
{
    if (!isVisible() || m_export)
        return;
    if (m_rows.size() > shownRows) {
        m_old = true;
        showCount();
        return;
    }
    QHash<qint64, QStringList> before;
    for (const ListRow &row : std::as_const(m_rows))
        before.insert(row.id, row.cells);
    const QList<ListRow> rows = read({}, shownRows);
    QSet<qint64> other;
    for (const ListRow &row : rows) {
        if (before.value(row.id) != row.cells)
            other.insert(row.id);
    }
    if (other.isEmpty() && rows.size() == m_rows.size())
        return;
    QScrollBar *bar = m_table->verticalScrollBar();
    const int place = bar->value();
    show(rows);
    bar->setValue(place);
    mark(other);
}

void ListPage::mark(const QSet<qint64> &ids)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!ids.contains(m_model->item(row)->data(CellRole::Id).toLongLong()))
            continue;
        for (int column = 0; column < m_model->columnCount(); ++column)
            m_model->item(row, column)->setData(QStringLiteral("warningBg"), CellRole::Ground);
    }
    if (!ids.isEmpty())
        m_count->setText(m_count->text() + QStringLiteral(" · ")
                         + tr("%n changed just now", nullptr, int(ids.size())));
}

void ListPage::show(const QList<ListRow> &rows)
{
    const qint64 before = currentId();
    m_old = false;
    m_model->removeRows(0, m_model->rowCount());
    m_rows.clear();
    m_whole = rows.size() < shownRows;
    append(rows);
    if (const QHeaderView *heads = m_table->horizontalHeader(); heads->sortIndicatorSection() >= 0)
        m_model->sort(heads->sortIndicatorSection(), heads->sortIndicatorOrder());
    m_columns->fit();
    int row = 0;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (before != 0 && m_model->item(i)->data(CellRole::Id).toLongLong() == before)
            row = i;
    }
    if (!rows.isEmpty())
        m_table->selectRow(row);
    updateActions();
}

void ListPage::readOn()
{
    if (m_whole || m_rows.isEmpty() || !m_spec.rowsAfter)
        return;
    const QList<ListRow> rows = read(m_rows.last(), shownRows);
    m_whole = rows.size() < shownRows;
    append(rows);
}

void ListPage::readForSorting()
{
    const qsizetype before = m_rows.size();
    while (!m_whole && m_spec.rowsAfter && m_rows.size() < sortedRows)
        readOn();
    if (m_rows.size() > before)
        m_model->sort(m_table->horizontalHeader()->sortIndicatorSection(),
                      m_table->horizontalHeader()->sortIndicatorOrder());
    showCount();
}

void ListPage::showCount()
{
    const int shown = int(m_rows.size());
    const bool sorted = m_table->horizontalHeader()->sortIndicatorSection() >= 0;
    const QString counted = m_whole && shown == 0 ? tr("Nothing to show")
        : m_whole                                 ? tr("%n row(s)", nullptr, shown)
        : m_spec.rowsAfter && sorted
        ? tr("The first %n, sorted among themselves; narrow the list to sort it whole", nullptr,
             shown)
        : m_spec.rowsAfter ? tr("The first %n; scroll for more", nullptr, shown)
                           : tr("The first %n; narrow the list by its filter", nullptr, shown);
    m_count->setText(m_old ? counted + QStringLiteral(" · ")
                             + tr("changed since it was read; F5 reads it again")
                           : counted);
    QStringList sums;
    for (int i = 0; i < m_spec.headings.size(); ++i) {
        if (!m_spec.headings.at(i).money)
            continue;
        Money sum;
        for (const ListRow &row : std::as_const(m_rows))
            sum += Money::fromYuanText(row.cells.at(i)).value_or(Money());
        sums.append(tr("%1 together %2").arg(m_spec.headings.at(i).title, sum.toDisplay()));
    }
    if (!sums.isEmpty() && !m_whole)
        sums.append(tr("sums of the rows shown"));
    m_sums->setText(shown == 0 ? QString() : sums.join(QStringLiteral("  ·  ")));
}

bool ListPage::mayTakeOut(const QString &how)
{
    if (!m_spec.personal)
        return true;
    try {
        m_host.office().requireRight(m_host.session(), DataRight::Export, how);
        // A township's clerk takes the township's people out, not the county's.
        const QStringList codes =
            m_host.office().divisionsOfRight(m_host.session(), DataRight::Export);
        if (coversDivision(codes, m_division ? m_division->value().toString() : m_spec.division))
            return true;
        m_host.tell(m_division ? tr("Choose your township first: people of others are not yours "
                                    "to take out.")
                               : tr("The list holds people of other townships, who are not yours "
                                    "to take out."));
        return false;
    } catch (const RefusedError &refused) {
        m_host.tell(refused.refusals.first().text);
        return false;
    }
}

void ListPage::askForExport(bool split)
{
    if (!mayTakeOut(QStringLiteral("export")))
        return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the list"),
                                                      m_spec.title + QStringLiteral(".xlsx"),
                                                      QStringLiteral("Excel (*.xlsx)"));
    if (!path.isEmpty())
        exportTo(path, split);
}

void ListPage::exportTo(const QString &path, bool split)
{
    if (m_export)
        return;
    m_export = new ListExport(
        m_spec, path, split,
        [this](const std::optional<ListRow> &after, int limit) { return read(after, limit); },
        m_host.office().reader(), m_host.office().takenOutBy(m_host.session()), this);
    m_stop->show();
    connect(m_export, &ListExport::progressed, this, [this](qint64 rows) {
        m_host.tell(tr("%1: %2 rows exported …").arg(m_spec.title).arg(rows));
    });
    connect(m_export, &ListExport::finished, this,
            [this](const QStringList &files, qint64 rows, const QString &failed) {
                m_stop->hide();
                m_export->deleteLater();
                m_export = nullptr;
                // Who takes personal data out of the books leaves a line.
                if (failed.isEmpty())
                    m_host.office().trace(m_host.session(), QStringLiteral("export"), subject(),
                                          QString::number(rows));
                m_host.tell(
                    failed.isEmpty()
                        ? tr("%1 rows exported: %2").arg(rows).arg(files.join(QStringLiteral(", ")))
                        : failed);
                emit exported(files, failed);
            });
    m_export->start();
}

DocumentData ListPage::paper() const
{
    DocumentData made;
    made.templateId = QStringLiteral("record_list");
    made.title = m_spec.title;
    constexpr int paperWidthMm = 273;
    constexpr int numberWidthMm = 13;
    int shares = 0;
    for (int i = 0; i < m_spec.headings.size(); ++i)
        shares += m_table->columnWidth(i);
    QJsonArray columns{QJsonObject{{QStringLiteral("key"), QStringLiteral("no")},
                                   {QStringLiteral("title"), tr("Row")},
                                   {QStringLiteral("w"), numberWidthMm},
                                   {QStringLiteral("align"), QStringLiteral("center")},
                                   {QStringLiteral("size"), 9}}};
    for (int i = 0; i < m_spec.headings.size(); ++i) {
        const ListSpec::Heading &heading = m_spec.headings.at(i);
        columns.append(QJsonObject{
            {QStringLiteral("key"), QString::number(i)},
            {QStringLiteral("title"), heading.title},
            {QStringLiteral("w"),
             qreal(paperWidthMm - numberWidthMm) * m_table->columnWidth(i) / std::max(1, shares)},
            {QStringLiteral("align"),
             heading.right || heading.money ? QStringLiteral("right") : QStringLiteral("left")},
            {QStringLiteral("size"), 9}});
    }
    QJsonArray rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QJsonObject cells{{QStringLiteral("no"), QString::number(row + 1)}};
        for (int i = 0; i < m_spec.headings.size(); ++i)
            cells.insert(QString::number(i), m_model->item(row, i)->text());
        rows.append(cells);
    }
    made.values = {
        {QStringLiteral("office"), m_host.office().name()},
        {QStringLiteral("title"), m_spec.title},
        {QStringLiteral("counted"),
         m_whole ? tr("%n row(s)", nullptr, int(m_rows.size()))
                 : tr("The first %n row(s); the exported sheet has all of them", nullptr,
                      int(m_rows.size()))},
        {QStringLiteral("maker_line"), QStringLiteral("制表人：") + m_host.session().displayName()},
        {QStringLiteral("sums"), m_sums->text()},
        {QStringLiteral("columns"), columns},
        {QStringLiteral("rows"), rows}};
    return made;
}

void ListPage::print()
{
    if (!mayTakeOut(QStringLiteral("print")))
        return;
    try {
        // A paper does not end where the screen does.
        readForSorting();
        const Office &office = m_host.office();
        const DrawnPaper shown{
            paper(),
            {office.paperFoot(m_host.session()), {}, {}, office.takenOutBy(m_host.session())}};
        const qsizetype rows = m_rows.size();
        PreviewDialog preview(shown, this);
        preview.setGiving([&](const PreviewDialog::HandOut &handOut) {
            m_host.office().traced(m_host.session(), QStringLiteral("print"), subject(),
                                   QString::number(rows), [&] { handOut({shown}); });
        });
        preview.exec();
    } catch (const std::invalid_argument &error) {
        m_host.tell(QString::fromUtf8(error.what()));
    }
}

void ListPage::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
    m_table->setFocus();
}

QString ListPage::subject() const
{
    return m_spec.subject.isEmpty() ? m_spec.id : m_spec.subject;
}

qint64 ListPage::currentId() const
{
    return m_table->currentIndex().data(CellRole::Id).toLongLong();
}

void ListPage::updateActions()
{
    for (qsizetype i = 0; i < m_actions.size(); ++i)
        m_actions.at(i)->setEnabled(m_table->currentIndex().isValid()
                                    && m_spec.actions.at(i).possible(currentId()));
}

void ListPage::openCurrent()
{
    if (m_spec.open && m_table->currentIndex().isValid())
        m_spec.open(currentId());
}

bool ListPage::takeTableKey(const QKeyEvent &key)
{
    if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
        openCurrent();
        return true;
    }
    const bool letter = !key.text().isEmpty() && key.text().front().isPrint()
        && !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!letter || !m_filter)
        return false;
    m_filter->setFocus();
    m_filter->insert(key.text());
    return true;
}

bool ListPage::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (object == m_table && takeTableKey(key))
            return true;
        if (m_division && object == m_division->widget()
            && m_division->takeKey(key.key(), key.text()))
            return true;
    }
    if (m_division && object == m_division->widget() && event->type() == QEvent::FocusOut)
        m_division->settle();
    return QWidget::eventFilter(object, event);
}

} // namespace jubao

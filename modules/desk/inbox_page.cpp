// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/inbox_page.h"

#include "core/mask.h"
#include "database/error.h"
#include "database/ids.h"
#include "desk/column_fit.h"
#include "desk/list_page.h"
#include "desk/record_table.h"
#include "desk/theme.h"
#include "desk/words.h"
#include "operations/snapshot.h"
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace jubao {

namespace {

/** A deadline within so many days is near. */
constexpr int nearDays = 3;
constexpr int remembered = 200;

enum Column { Number, Business, Matter, IdNumberColumn, Amount, Maker, HandedIn, Due, State };

/** Sorts figures and days by what they are, not by how they are written. */
constexpr int sortRole = Qt::UserRole + 10;
constexpr int typeRole = Qt::UserRole + 11;
constexpr int reasonRole = Qt::UserRole + 12;
constexpr int fenRole = Qt::UserRole + 13;

class InboxFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setType(const QString &type)
    {
        m_type = type;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QString type = sourceModel()->index(row, Number, parent).data(typeRole).toString();
        return (m_type.isEmpty() || type == m_type)
            && QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

private:
    QString m_type;
};

QStandardItem *cell(const QString &text, const OperationView &view, const QVariant &sort = {})
{
    auto *item = new QStandardItem(text);
    item->setData(view.id, CellRole::Id);
    item->setToolTip(text);
    item->setData(sort.isValid() ? sort : QVariant(text), sortRole);
    item->setEditable(false);
    return item;
}

bool isNear(const OperationView &view, const QDate &today)
{
    const bool open = view.state != OperationState::Posted && view.state != OperationState::Closed;
    return open && view.dueOn.isValid() && view.dueOn <= today.addDays(nearDays);
}

QString handedIn(const OperationView &view)
{
    if (view.actions.isEmpty())
        return view.madeOn.toString(QStringLiteral("MM-dd"));
    return officeTime(QDateTime::fromString(view.actions.last().at, Qt::ISODateWithMs))
        .toString(QStringLiteral("MM-dd HH:mm"));
}

QString wordsOf(InboxPage::Part part, int rows)
{
    switch (part) {
    case InboxPage::Part::Waiting:
        return InboxPage::tr("%n operation(s) wait for you", nullptr, rows);
    case InboxPage::Part::Mine:
        return InboxPage::tr("The latest %n operation(s) made by you", nullptr, rows);
    case InboxPage::Part::Returned:
        return InboxPage::tr("%n operation(s) returned to you", nullptr, rows);
    case InboxPage::Part::Due:
        return InboxPage::tr("%n operation(s) near the deadline", nullptr, rows);
    case InboxPage::Part::Filed:
        return InboxPage::tr("%n filing(s) to be read", nullptr, rows);
    }
    return {};
}

QString emptyWordsOf(InboxPage::Part part)
{
    switch (part) {
    case InboxPage::Part::Waiting:
        return InboxPage::tr("Nothing waits for you.");
    case InboxPage::Part::Mine:
        return InboxPage::tr("You have made nothing yet.");
    case InboxPage::Part::Returned:
        return InboxPage::tr("Nothing was returned to you.");
    case InboxPage::Part::Due:
        return InboxPage::tr("Nothing that waits for you is near its deadline.");
    case InboxPage::Part::Filed:
        return InboxPage::tr("No filing is to be read.");
    }
    return {};
}

} // namespace

InboxPage::InboxPage(Office &office, Session &session, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_session(session)
    , m_model(new QStandardItemModel(this))
    , m_sorted(new InboxFilter(this))
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 18, 24, 16);
    column->setSpacing(12);
    addHead(column);
    addTable(column);
}

void InboxPage::addHead(QVBoxLayout *column)
{
    m_subtitle = Theme::label({}, "label");
    m_subtitle->setObjectName(QStringLiteral("inbox_words"));
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(Theme::label(tr("Inbox"), "title"));
    titles->addWidget(m_subtitle);
    m_acknowledge = new QPushButton(tr("Read and acknowledge"));
    m_acknowledge->setObjectName(QStringLiteral("acknowledge"));
    connect(m_acknowledge, &QPushButton::clicked, this, &InboxPage::acknowledge);
    m_open = new QPushButton(tr("Open"));
    m_open->setObjectName(QStringLiteral("open"));
    Theme::setProperty(m_open, "kind", QStringLiteral("primary"));
    connect(m_open, &QPushButton::clicked, this, &InboxPage::openCurrent);
    m_sign = new QPushButton;
    m_sign->setObjectName(QStringLiteral("sign_marked"));
    auto *key = new QShortcut(QKeySequence(Qt::Key_F9), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, [this] {
        if (!m_marks.isEmpty())
            emit signWanted();
    });
    connect(m_sign, &QPushButton::clicked, this, &InboxPage::signWanted);
    m_call = new QPushButton;
    m_call->setObjectName(QStringLiteral("call_chosen"));
    connect(m_call, &QPushButton::clicked, this, &InboxPage::callWanted);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addLayout(titles, 1);
    for (QPushButton *button : {m_acknowledge, m_call, m_sign, m_open}) {
        button->setAutoDefault(false);
        head->addWidget(button);
    }
    column->addLayout(head);
}

void InboxPage::addFilters(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(17, 12, 17, 12);
    row->setSpacing(8);
    m_parts = new QButtonGroup(this);
    const std::pair<Part, QString> parts[]{{Part::Waiting, tr("Waits for me")},
                                           {Part::Mine, tr("Made by me")},
                                           {Part::Returned, tr("Returned to me")},
                                           {Part::Due, tr("Deadline near")},
                                           {Part::Filed, tr("Filed, to be read")}};
    for (const auto &[part, title] : parts) {
        auto *chip = new QPushButton(title);
        chip->setObjectName(QStringLiteral("part_%1").arg(int(part)));
        chip->setCheckable(true);
        chip->setAutoDefault(false);
        chip->setProperty("kind", QStringLiteral("chip"));
        m_parts->addButton(chip, int(part));
        row->addWidget(chip);
    }
    m_parts->button(int(Part::Waiting))->setChecked(true);
    connect(m_parts, &QButtonGroup::idClicked, this, [this](int part) {
        showPart(Part(part));
        m_table->setFocus();
    });
    row->addStretch(1);
    m_type = new QComboBox;
    m_type->setObjectName(QStringLiteral("inbox_type"));
    m_type->setAccessibleName(tr("Kind of business"));
    m_type->setFixedWidth(160);
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("inbox_filter"));
    m_filter->setAccessibleName(tr("Filter the list"));
    m_filter->setPlaceholderText(tr("Filter the list"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(190);
    row->addWidget(m_type);
    row->addWidget(m_filter);
    column->addLayout(row);
}

void InboxPage::addTable(QVBoxLayout *column)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->setSpacing(0);
    addFilters(inside);
    m_sorted->setSourceModel(m_model);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setSortRole(sortRole);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table = newTable(QStringLiteral("inbox"), tr("Inbox"));
    m_table->setModel(m_sorted);
    m_columns = new ColumnFit(m_table, QStringLiteral("inbox"), {Matter});
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->installEventFilter(this);
    m_empty = Theme::label({}, "label");
    m_empty->setObjectName(QStringLiteral("inbox_empty"));
    auto *over = new QVBoxLayout(m_table->viewport());
    over->addWidget(m_empty, 0, Qt::AlignCenter);
    connect(m_table, &QTableView::doubleClicked, this, &InboxPage::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &InboxPage::updateFoot);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_sorted->setFilterFixedString(text);
        m_table->selectRow(0);
        updateFoot();
    });
    connect(m_type, &QComboBox::currentIndexChanged, this, [this] {
        static_cast<InboxFilter *>(m_sorted)->setType(m_type->currentData().toString());
        updateFoot();
    });
    inside->addWidget(m_table, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(17, 9, 17, 9);
    m_sums = Theme::label({}, "label");
    m_reason = Theme::label({}, "hint");
    foot->addWidget(m_sums);
    foot->addStretch(1);
    foot->addWidget(m_reason);
    inside->addLayout(foot);
    column->addWidget(card, 1);
}

QList<OperationView> InboxPage::viewsOf(const QString &sql, const QVariant &argument) const
{
    QList<OperationView> list;
    Query rows = m_office.reader().query(sql);
    rows.bindAll(argument);
    while (rows.next())
        list.append(m_office.view(m_session, rows.integer(0)));
    return list;
}

void InboxPage::readBooks()
{
    m_waiting = m_office.inbox(m_session);
    m_mine = viewsOf(QStringLiteral("SELECT id FROM operation WHERE maker = ? ORDER BY id DESC "
                                    "LIMIT %1")
                         .arg(remembered),
                     m_session.operatorId());
    m_filed = m_office.filings(m_session);
}

QList<OperationView> InboxPage::partViews() const
{
    const QDate today = officeDate(m_office.clock().now());
    const auto select = [](const QList<OperationView> &list, const auto &wanted) {
        QList<OperationView> chosen;
        std::copy_if(list.begin(), list.end(), std::back_inserter(chosen), wanted);
        return chosen;
    };
    switch (m_part) {
    case Part::Waiting:
        return m_waiting;
    case Part::Mine:
        return m_mine;
    case Part::Returned:
        return select(m_mine, [](const OperationView &view) {
            return view.state == OperationState::Returned || view.state == OperationState::Conflict;
        });
    case Part::Due:
        return select(m_waiting,
                      [&today](const OperationView &view) { return isNear(view, today); });
    case Part::Filed:
        return m_filed;
    }
    return {};
}

void InboxPage::refresh()
{
    readBooks();
    QMap<qint64, Action> still;
    for (const OperationView &view : std::as_const(m_waiting)) {
        if (m_marks.contains(view.id))
            still.insert(view.id, m_marks.value(view.id));
    }
    m_marks = still;
    fill();
    emit counted(count());
}

void InboxPage::showPart(Part part)
{
    m_part = part;
    m_parts->button(int(part))->setChecked(true);
    fill();
}

void InboxPage::fillTypes(const QList<OperationView> &list)
{
    const QString before = m_type->currentData().toString();
    const QSignalBlocker quiet(m_type);
    m_type->clear();
    m_type->addItem(tr("All business"), QString());
    QMap<QString, QString> titles;
    for (const OperationView &view : list)
        titles.insert(view.type, view.title);
    for (auto it = titles.cbegin(); it != titles.cend(); ++it)
        m_type->addItem(it.value(), it.key());
    m_type->setCurrentIndex(std::max(0, m_type->findData(before)));
    static_cast<InboxFilter *>(m_sorted)->setType(m_type->currentData().toString());
}

void InboxPage::fill()
{
    const QDate today = officeDate(m_office.clock().now());
    const QList<OperationView> list = partViews();
    const qint64 before = m_table->currentIndex().data(CellRole::Id).toLongLong();
    fillTypes(list);
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("No."), tr("Business"), tr("Matter"), tr("ID number"),
                                        tr("Amount (yuan)"), tr("Maker"), tr("Handed in"),
                                        tr("Due"), tr("State")});
    m_model->horizontalHeaderItem(Amount)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const OperationView &view : list)
        addRow(view, today);
    // Where nothing has a deadline the matter has the room.
    m_table->setColumnHidden(Due, std::none_of(list.begin(), list.end(), [](const auto &view) {
                                 return view.dueOn.isValid();
                             }));
    m_columns->fit();
    int row = 0;
    for (int i = 0; i < m_sorted->rowCount(); ++i) {
        if (m_sorted->index(i, 0).data(CellRole::Id).toLongLong() == before)
            row = i;
    }
    m_table->selectRow(row);
    updateHead(today, int(list.size()));
    m_acknowledge->setVisible(m_part == Part::Filed);
    updateFoot();
}

void InboxPage::updateHead(const QDate &today, int rows)
{
    QString words = rows == 0 ? emptyWordsOf(m_part) : wordsOf(m_part, rows);
    if (m_part == Part::Waiting) {
        const int due =
            int(std::count_if(m_waiting.begin(), m_waiting.end(),
                              [&today](const OperationView &view) { return isNear(view, today); }));
        if (due > 0)
            words += tr(", %n of them near the deadline", nullptr, due);
    }
    m_subtitle->setText(words);
}

void InboxPage::addRow(const OperationView &view, const QDate &today)
{
    auto *number = cell(QString::number(shortNumber(view.id)), view, view.id);
    number->setData(view.type, typeRole);
    number->setData(view.amountFen, fenRole);
    number->setData(view.waitsFor.isEmpty() ? stateTitle(view.state)
                                            : tr("Waits for: %1").arg(view.waitsFor),
                    reasonRole);
    auto *matter = cell(view.summary, view);
    QFont bold = m_table->font();
    bold.setBold(true);
    matter->setFont(bold);
    const SubjectsShown subjects = subjectsShown(m_office.reader(), view.id, view.revision);
    const QString who = subjects.count == 0 ? QStringLiteral("—")
        : subjects.count == 1               ? maskIdNumber(subjects.only)
                                            : tr("%n person(s)", nullptr, int(subjects.count));
    auto *amount =
        cell(view.amountFen ? Money::fromFen(view.amountFen).toDisplay() : QStringLiteral("—"),
             view, view.amountFen);
    amount->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const bool open = view.state != OperationState::Posted && view.state != OperationState::Closed;
    QString state = stateWords(view);
    QString tone = stateTone(view);
    if (open && view.dueOn.isValid() && view.dueOn <= today) {
        const int late = int(view.dueOn.daysTo(today));
        state = late == 0 ? tr("due today") : tr("%n day(s) late", nullptr, late);
        tone = QStringLiteral("danger");
    } else if (isNear(view, today) && view.state == OperationState::InReview) {
        tone = QStringLiteral("warning");
    }
    if (m_marks.contains(view.id) || (m_part == Part::Mine && m_chosen.contains(view.id))) {
        state = tr("marked");
        tone = QStringLiteral("success");
    }
    auto *pill = cell(state, view);
    pill->setData(tone, CellRole::Pill);
    m_model->appendRow(
        {number, cell(view.title, view), matter, cell(who, view), amount,
         cell(view.actions.isEmpty() ? view.maker : view.actions.first().displayName, view),
         cell(handedIn(view), view, view.actions.isEmpty() ? QString() : view.actions.last().at),
         cell(view.dueOn.isValid() ? view.dueOn.toString(QStringLiteral("MM-dd"))
                                   : QStringLiteral("—"),
              view, view.dueOn),
         pill});
}

void InboxPage::updateFoot()
{
    qint64 sum = 0;
    const int rows = m_sorted->rowCount();
    m_empty->setVisible(rows == 0);
    m_empty->setText(m_model->rowCount() == 0 ? emptyWordsOf(m_part)
                                              : tr("Nothing in this list fits the filter."));
    for (int i = 0; i < rows; ++i)
        sum += m_sorted->index(i, Number).data(fenRole).toLongLong();
    m_sums->setText(sum == 0 ? tr("%n operation(s)", nullptr, rows)
                             : tr("%n operation(s), together %1 yuan", nullptr, rows)
                                   .arg(Money::fromFen(sum).toDisplay()));
    const QModelIndex current = m_table->currentIndex();
    m_reason->setText(current.isValid()
                          ? m_sorted->index(current.row(), Number).data(reasonRole).toString()
                          : QString());
    m_sign->setVisible(!m_marks.isEmpty());
    m_sign->setText(tr("Sign the %n marked (F9)", nullptr, int(m_marks.size())));
    const QList<qint64> called = chosenForCall();
    m_call->setVisible(!called.isEmpty());
    m_call->setText(called.size() > 1
                        ? tr("Decide %n on the spot (F10)", nullptr, int(called.size()))
                        : tr("Decide on the spot (F10)"));
    m_open->setEnabled(current.isValid());
    m_acknowledge->setEnabled(current.isValid());
}

QList<qint64> InboxPage::shown() const
{
    QList<qint64> ids;
    for (int i = 0; i < m_sorted->rowCount(); ++i)
        ids.append(m_sorted->index(i, Number).data(CellRole::Id).toLongLong());
    return ids;
}

void InboxPage::openCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    if (index.isValid())
        emit opened(index.data(CellRole::Id).toLongLong());
}

void InboxPage::setMarks(const QMap<qint64, Action> &marks)
{
    m_marks = marks;
    fill();
}

bool InboxPage::mayBeCalled(qint64 operation) const
{
    return std::any_of(m_mine.begin(), m_mine.end(), [operation](const OperationView &view) {
        return view.id == operation && view.state == OperationState::InReview;
    });
}

QList<qint64> InboxPage::chosenForCall() const
{
    QList<qint64> list;
    if (m_part != Part::Mine)
        return list;
    const QList<qint64> rows = shown();
    for (const qint64 operation : rows) {
        if (m_chosen.contains(operation) && mayBeCalled(operation))
            list.append(operation);
    }
    const qint64 current = m_table->currentIndex().data(CellRole::Id).toLongLong();
    if (list.isEmpty() && mayBeCalled(current))
        list.append(current);
    return list;
}

void InboxPage::toggleChosen(qint64 operation)
{
    if (!m_chosen.remove(operation)) {
        if (!mayBeCalled(operation)) {
            emit told(tr("Only what waits for somebody else can be decided on the spot."));
            return;
        }
        m_chosen.insert(operation);
    }
    const int row = m_table->currentIndex().row();
    fill();
    m_table->selectRow(std::min(row + 1, m_sorted->rowCount() - 1));
}

void InboxPage::toggleMark()
{
    const qint64 operation = m_table->currentIndex().data(CellRole::Id).toLongLong();
    if (m_part == Part::Mine) {
        toggleChosen(operation);
        return;
    }
    if (m_marks.remove(operation) > 0)
        fill();
    else if (operation != 0)
        emit told(tr("Open it and tick what you have checked; there F8 marks it to be signed "
                     "together with others."));
}

void InboxPage::acknowledge()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    Action action;
    action.kind = ActionKind::Acknowledge;
    action.operation = index.data(CellRole::Id).toLongLong();
    for (const OperationView &view : std::as_const(m_filed)) {
        if (view.id == action.operation)
            action.revision = view.revision;
    }
    try {
        m_office.act(m_session, action);
        emit told(tr("No. %1 is acknowledged.").arg(shortNumber(action.operation)));
    } catch (const RefusedError &error) {
        emit told(error.refusals.first().text);
    } catch (const DatabaseError &error) {
        emit told(error.text());
    }
    refresh();
    m_table->setFocus();
}

bool InboxPage::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
        if (key == Qt::Key_Space) {
            toggleMark();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/person_page.h"

#include "core/id_number.h"
#include "core/mask.h"
#include "database/ids.h"
#include "desk/icon.h"
#include "desk/sign_in_parts.h"
#include "desk/theme.h"
#include "desk/words.h"
#include "operations/snapshot.h"
#include <QDateEdit>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int tableRow = 36;

QVBoxLayout *addCard(QVBoxLayout *column)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 14, 20, 14);
    column->addWidget(card);
    return inside;
}

QPushButton *plainButton(const QString &text, const char *name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    return button;
}

/** A table of the page; where it has no row, a sentence stands in its place. */
struct SectionTable {
    QTableWidget *table = nullptr;
    QLabel *none = nullptr;
};

void fillTable(const SectionTable &section, const QList<int> &right, const QList<QStringList> &rows)
{
    QTableWidget *table = section.table;
    section.none->setVisible(rows.isEmpty());
    table->setVisible(!rows.isEmpty());
    table->setRowCount(int(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        for (int cell = 0; cell < rows.at(row).size(); ++cell) {
            auto *item = new QTableWidgetItem(rows.at(row).at(cell));
            item->setToolTip(rows.at(row).at(cell));
            if (right.contains(cell))
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table->setItem(row, cell, item);
        }
    }
    table->resizeColumnsToContents();
    constexpr int shownRows = 8;
    constexpr int headHeight = 40;
    table->setFixedHeight(headHeight + tableRow * std::clamp(int(rows.size()), 1, shownRows));
}

SectionTable addTable(QVBoxLayout *inside, const QString &name, const QString &title,
                      const QStringList &headings, const QList<int> &right,
                      const QList<QStringList> &rows)
{
    auto *table = new QTableWidget(0, int(headings.size()));
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setHorizontalHeaderLabels(headings);
    for (const int column : right)
        table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    dressTable(table);
    table->verticalHeader()->setDefaultSectionSize(tableRow);
    // Where both are shown or hidden before they have a parent, they would be windows.
    inside->addWidget(table);
    const SectionTable section{table, Theme::label(PersonPage::tr("Nothing yet."), "hint")};
    inside->addWidget(section.none);
    fillTable(section, right, rows);
    // Figures stay together: the last column of words takes the room that is left.
    int wide = int(headings.size()) - 1;
    while (wide > 0 && right.contains(wide))
        --wide;
    table->horizontalHeader()->setStretchLastSection(false);
    table->horizontalHeader()->setSectionResizeMode(wide, QHeaderView::Stretch);
    return section;
}

QString peopleOf(const OperationView &view)
{
    QStringList people;
    for (const OperationView::Act &act : view.actions) {
        const std::optional<ActionKind> kind = actionFromCode(act.step);
        people.append(
            QStringLiteral("%1 %2").arg(kind ? actionTitle(*kind) : act.step, act.displayName));
    }
    return people.join(QStringLiteral(" → "));
}

bool isOpen(const OperationView &view)
{
    return view.state != OperationState::Posted && view.state != OperationState::Closed;
}

QDateEdit *dayField(const QString &name, const QString &title, const QDate &today)
{
    auto *field = new QDateEdit(today);
    field->setObjectName(name);
    field->setAccessibleName(title);
    field->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    field->setCalendarPopup(true);
    field->setFixedWidth(140);
    return field;
}

} // namespace

PersonPage::PersonPage(Shell &shell, qint64 person, const QList<PersonSection> &sections,
                       const PersonFigures &figures, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_person(person)
    , m_figures(figures)
    , m_operations(shell.office().historyOf(shell.session(), person))
{
    setObjectName(QStringLiteral("page"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("person_scroll"));
    scroll->setAccessibleName(tr("Person"));
    scroll->setWidgetResizable(true);
    auto *scrolled = new QWidget;
    scrolled->setObjectName(QStringLiteral("scrolled"));
    auto *column = new QVBoxLayout(scrolled);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    addPending(column);
    addRecord(column);
    for (const PersonSection &section : sections)
        addSection(column, section);
    addHousehold(column);
    addChanges(column);
    addOperations(column);
    addPapers(column);
    column->addStretch(1);
    scroll->setWidget(scrolled);
    outer->addWidget(scroll);
    // Who came here by key goes on by key: what may be started, else the page to be read.
    if (!focusProxy())
        setFocusProxy(scroll);
}

void PersonPage::addPending(QVBoxLayout *column)
{
    for (const OperationView &view : std::as_const(m_operations)) {
        if (!isOpen(view))
            continue;
        auto *banner = new QFrame;
        banner->setObjectName(QStringLiteral("pending_banner"));
        auto *row = new QHBoxLayout(banner);
        row->setContentsMargins(16, 8, 12, 8);
        row->setSpacing(10);
        row->addWidget(new IconLabel(QStringLiteral("clock"), QStringLiteral("warning"), 18));
        row->addWidget(wrappedLabel(tr("A change is open: %1, no. %2, waits for %3")
                                        .arg(view.title)
                                        .arg(shortNumber(view.id))
                                        .arg(view.waitsFor),
                                    "pending"),
                       1);
        QPushButton *button = plainButton(tr("Open it"), "");
        button->setObjectName(QStringLiteral("pending_%1").arg(view.id));
        Theme::setProperty(button, "kind", QStringLiteral("link"));
        connect(button, &QPushButton::clicked, this,
                [this, id = view.id] { m_shell.showOperation(id); });
        row->addWidget(button);
        column->addWidget(banner);
    }
}

void PersonPage::addRecord(QVBoxLayout *column)
{
    QVBoxLayout *inside = addCard(column);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    const Row person = m_shell.office().reader().row(QStringLiteral("person"), m_person).value();
    head->addLayout(buildTitle(person), 1);
    QPushButton *button = plainButton(tr("Reveal"), "reveal");
    button->setToolTip(tr("Shows the sealed fields; leaves a trace"));
    connect(button, &QPushButton::clicked, this, [this] {
        m_clear = m_clear.isEmpty() ? m_shell.office().reveal(m_shell.session(), m_person)
                                    : QJsonObject();
        fillRecord();
    });
    head->addWidget(button);
    if (!m_shell.office().mayUse(m_shell.session(), DataRight::Reveal,
                                 person.value(QStringLiteral("division")).toString()))
        button->hide();
    QPushButton *statement = plainButton(tr("Statement of rights"), "statement");
    connect(statement, &QPushButton::clicked, this,
            [this] { m_shell.showDocument(QStringLiteral("accounts.statement"), m_person); });
    head->addWidget(statement);
    inside->addLayout(head);
    if (m_figures)
        inside->addLayout(buildFigures());
    m_record = new QGridLayout;
    m_record->setHorizontalSpacing(24);
    m_record->setVerticalSpacing(3);
    inside->addLayout(m_record);
    fillRecord();
    addActions(inside);
}

/** Who it is: name, sex, age, and whether the insurance runs. */
QLayout *PersonPage::buildTitle(const Row &person)
{
    const QDate birth =
        QDate::fromString(person.value(QStringLiteral("birth")).toString(), Qt::ISODate);
    const QString sex = person.value(QStringLiteral("sex")).toString() == QLatin1String("1")
        ? tr("male")
        : tr("female");
    const bool active =
        person.value(QStringLiteral("status")).toString() == QLatin1String("active");
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(Theme::label(person.value(QStringLiteral("name")).toString(), "title"));
    auto *about = Theme::label(
        tr("%1 · %2 years old").arg(sex).arg(ageInYears(birth, m_shell.office().reader().today())),
        "name");
    about->setObjectName(QStringLiteral("person_about"));
    line->addWidget(about);
    auto *state = Theme::label(active ? tr("insured") : tr("not active"), "pill");
    state->setObjectName(QStringLiteral("person_state"));
    Theme::setProperty(state, "tone",
                       active ? QStringLiteral("success") : QStringLiteral("warning"));
    line->addWidget(state, 0, Qt::AlignVCenter);
    line->addStretch(1);
    return line;
}

QLayout *PersonPage::buildFigures() const
{
    auto *strip = new QHBoxLayout;
    strip->setSpacing(36);
    strip->setContentsMargins(0, 2, 0, 8);
    const QList<PersonFigure> figures = m_figures(m_shell.office().reader(), m_person);
    for (const PersonFigure &figure : figures) {
        auto *cell = new QVBoxLayout;
        cell->setSpacing(1);
        cell->addWidget(Theme::label(figure.title, "hint"));
        auto *value = Theme::label(figure.value, "amount");
        value->setObjectName(QStringLiteral("figure_%1").arg(strip->count()));
        value->setAccessibleName(figure.title);
        Theme::setProperty(value, "tone", figure.tone);
        cell->addWidget(value);
        cell->addWidget(Theme::label(figure.note, "hint"));
        strip->addLayout(cell);
    }
    strip->addStretch(1);
    return strip;
}

void PersonPage::addActions(QVBoxLayout *column)
{
    const Reader reader = m_shell.office().reader();
    const SnapshotReader snapshots(reader, m_shell.office().registry());
    auto *lines = new QVBoxLayout;
    lines->setSpacing(8);
    lines->setContentsMargins(0, 8, 0, 0);
    QHBoxLayout *chips = nullptr;
    constexpr int chipsInRow = 5;
    int key = 0;
    const QList<const OperationType *> types = m_shell.office().registry().types();
    for (const OperationType *type : types) {
        const auto field =
            std::find_if(type->fields.begin(), type->fields.end(),
                         [](const Field &each) { return each.kind == FieldKind::Person; });
        constexpr int lastKey = 9;
        if (field == type->fields.end() || key == lastKey
            || !snapshots.mayMake(*type, m_shell.session().posts()))
            continue;
        if (key++ % chipsInRow == 0) {
            chips = new QHBoxLayout;
            chips->setSpacing(8);
            chips->addStretch(1);
            lines->addLayout(chips);
        }
        auto *button = plainButton(tr("%1 (Alt+%2)").arg(type->title).arg(key), "");
        button->setObjectName(QStringLiteral("start_") + type->id);
        button->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + key)));
        Theme::setProperty(button, "kind", QStringLiteral("chip"));
        connect(button, &QPushButton::clicked, this, [this, id = type->id, name = field->name] {
            m_shell.startOperation(id, {{name, m_person}});
        });
        chips->insertWidget(chips->count() - 1, button);
        if (key == 1)
            setFocusProxy(button);
    }
    column->addLayout(lines);
}

void PersonPage::fillRecord()
{
    while (QLayoutItem *item = m_record->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Reader reader = m_shell.office().reader();
    const Row row = reader.row(QStringLiteral("person"), m_person).value();
    const auto sealed = [this, &row](const char *name) {
        const QString field = QString::fromLatin1(name);
        return m_clear.isEmpty() ? maskSealed(field, row.value(field).toString())
                                 : m_clear[field].toString();
    };
    const auto text = [&row](const char *name) {
        return row.value(QString::fromLatin1(name)).toString();
    };
    const QList<std::pair<QString, QString>> fields{
        {tr("ID number"), sealed("id_number")},
        {tr("Birth"), text("birth")},
        {tr("Village or community"), divisionTitle(reader, text("division"))},
        {tr("Household register number"), text("household")},
        {tr("Address"), sealed("address")},
        {tr("Telephone"), sealed("phone")},
        {tr("Bank card"), sealed("bank_card")},
        {tr("Enrolled on"), text("enrolled_on")}};
    for (int i = 0; i < fields.size(); ++i) {
        constexpr int columns = 4;
        const int line = i / columns * 2;
        m_record->addWidget(Theme::label(fields.at(i).first, "hint"), line, i % columns);
        auto *value =
            new QLabel(fields.at(i).second.isEmpty() ? QStringLiteral("—") : fields.at(i).second);
        value->setObjectName(QStringLiteral("record_%1").arg(i));
        value->setAccessibleName(fields.at(i).first);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_record->addWidget(value, line + 1, i % columns);
    }
}

void PersonPage::addSection(QVBoxLayout *column, const PersonSection &section)
{
    QVBoxLayout *inside = addCard(column);
    const Reader reader = m_shell.office().reader();
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(Theme::label(section.title, "card"), 1);
    inside->addLayout(head);
    const QString name = QStringLiteral("section_%1").arg(column->count());
    const SectionTable table = addTable(inside, name, section.title, section.headings,
                                        section.rightAligned, section.rows(reader, m_person));
    if (!section.rowsAt)
        return;
    QDateEdit *asOf =
        dayField(name + QStringLiteral("_as_of"), tr("Value dates up to"), reader.today());
    QDateEdit *knownAt =
        dayField(name + QStringLiteral("_known_at"), tr("As known on"), reader.today());
    for (QDateEdit *field : {asOf, knownAt}) {
        head->addWidget(Theme::label(field->accessibleName(), "label"));
        head->addWidget(field);
        connect(field, &QDateEdit::dateChanged, this, [this, table, section, asOf, knownAt] {
            fillTable(
                table, section.rightAligned,
                section.rowsAt(m_shell.office().reader(), m_person, asOf->date(), knownAt->date()));
        });
    }
}

void PersonPage::addHousehold(QVBoxLayout *column)
{
    const Reader reader = m_shell.office().reader();
    const Row row = reader.row(QStringLiteral("person"), m_person).value();
    const QString household = row.value(QStringLiteral("household")).toString();
    if (household.isEmpty())
        return;
    QList<QStringList> rows;
    QList<qint64> ids;
    Query others = reader.query(QStringLiteral(
        "SELECT id, name, id_number, birth, enrolled_on FROM person WHERE household = ? AND division = ? "
        "AND id <> ? ORDER BY birth"));
    others.bindAll(household, row.value(QStringLiteral("division")), m_person);
    while (others.next()) {
        ids.append(others.integer(0));
        rows.append({others.text(1), maskIdNumber(others.text(2)), others.text(3), others.text(4)});
    }
    if (rows.isEmpty())
        return;
    QVBoxLayout *inside = addCard(column);
    const QString title = tr("Household %1").arg(household);
    inside->addWidget(Theme::label(title, "card"));
    const SectionTable shown =
        addTable(inside, QStringLiteral("household"), title,
                 {tr("Name"), tr("ID number"), tr("Birth"), tr("Enrolled on")}, {}, rows);
    connect(shown.table, &QTableWidget::cellActivated, this,
            [this, ids](int line) { m_shell.showPerson(ids.at(line)); });
}

void PersonPage::addChanges(QVBoxLayout *column)
{
    const QList<RecordChange> changes =
        recordChanges(m_shell.office(), QStringLiteral("person"), m_person);
    if (changes.isEmpty())
        return;
    QList<QStringList> rows;
    for (const RecordChange &change : changes)
        rows.append({change.day, change.label, change.before, change.after, change.people,
                     QString::number(shortNumber(change.operation))});
    QVBoxLayout *inside = addCard(column);
    inside->addWidget(Theme::label(tr("Changes of the record"), "card"));
    const SectionTable shown =
        addTable(inside, QStringLiteral("record_changes"), tr("Changes of the record"),
                 {tr("Day"), tr("Item"), tr("Before"), tr("After"), tr("Who did what"), tr("No.")},
                 {}, rows);
    connect(shown.table, &QTableWidget::cellActivated, this,
            [this, changes](int line) { m_shell.showOperation(changes.at(line).operation); });
}

void PersonPage::addOperations(QVBoxLayout *column)
{
    QList<QStringList> rows;
    for (const OperationView &view : std::as_const(m_operations))
        rows.append({QString::number(shortNumber(view.id)), view.madeOn.toString(Qt::ISODate),
                     view.title, stateWords(view), peopleOf(view)});
    QVBoxLayout *inside = addCard(column);
    inside->addWidget(Theme::label(tr("Operations"), "card"));
    const SectionTable shown =
        addTable(inside, QStringLiteral("operations"), tr("Operations"),
                 {tr("No."), tr("Day"), tr("Business"), tr("State"), tr("Who did what")}, {}, rows);
    connect(shown.table, &QTableWidget::cellActivated, this,
            [this](int line) { m_shell.showOperation(m_operations.at(line).id); });
}

void PersonPage::addPapers(QVBoxLayout *column)
{
    QList<QStringList> rows;
    QList<std::pair<QString, qint64>> papers;
    for (const OperationView &view : std::as_const(m_operations)) {
        const OperationType *type = m_shell.office().registry().find(view.type);
        const QList<const DocumentSpec *> printable = type
            ? m_shell.office().registry().documentsOf(*type, view.state)
            : QList<const DocumentSpec *>();
        for (const DocumentSpec *document : printable) {
            papers.append({document->id, view.id});
            rows.append({document->title, view.madeOn.toString(Qt::ISODate), view.title,
                         QString::number(shortNumber(view.id))});
        }
    }
    if (rows.isEmpty())
        return;
    QVBoxLayout *inside = addCard(column);
    inside->addWidget(Theme::label(tr("Papers"), "card"));
    const SectionTable shown =
        addTable(inside, QStringLiteral("papers"), tr("Papers"),
                 {tr("Paper"), tr("Day"), tr("Business"), tr("No.")}, {}, rows);
    shown.table->setToolTip(tr("Enter shows and prints it; a reprint says so"));
    connect(shown.table, &QTableWidget::cellActivated, this, [this, papers](int line) {
        m_shell.showDocument(papers.at(line).first, papers.at(line).second);
    });
}

} // namespace jubao

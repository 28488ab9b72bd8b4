// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/operation_pane.h"

#include "database/error.h"
#include "desk/batch_rows.h"
#include "desk/course_view.h"
#include "desk/evidence_viewer.h"
#include "desk/record_table.h"
#include "desk/theme.h"
#include "desk/words.h"
#include "operations/paper_request.h"
#include "operations/snapshot.h"
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int rowHeight = 34;

QLabel *wrapped(const QString &text, const char *role)
{
    QLabel *label = Theme::label(text, role);
    label->setWordWrap(true);
    return label;
}

QVBoxLayout *scrollColumn(QHBoxLayout *row, int stretch, int fixedWidth, const char *name)
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QString::fromLatin1(name));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    if (fixedWidth > 0)
        scroll->setFixedWidth(fixedWidth);
    auto *inside = new QWidget;
    inside->setObjectName(QStringLiteral("dialog_inside"));
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(6);
    scroll->setWidget(inside);
    row->addWidget(scroll, stretch);
    return column;
}

/** As high as its rows, which are as high as their words need at the width it has. */
class ChangesTable : public QTableWidget {
public:
    using QTableWidget::QTableWidget;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QTableWidget::resizeEvent(event);
        fit();
    }
    void showEvent(QShowEvent *event) override
    {
        QTableWidget::showEvent(event);
        fit();
    }

private:
    void fit()
    {
        setColumnWidth(0, std::min(labelWidth(), width() * 2 / 5));
        resizeRowsToContents();
        setFixedHeight(horizontalHeader()->height() + verticalHeader()->length()
                       + 2 * frameWidth());
    }

    int labelWidth() const
    {
        constexpr int shortest = 150;
        return std::max(shortest, sizeHintForColumn(0));
    }
};

/** Reason, the papers that were asked for, and why some of them so late. */
QString wordsOf(const OperationView::Act &act)
{
    QStringList lines;
    if (!act.reason.isEmpty())
        lines.append(act.reason);
    if (!act.papers.isEmpty())
        lines.append((act.step == actionCode(ActionKind::Make)
                          ? OperationPane::tr("Named by notices before: %1")
                          : OperationPane::tr("To be handed in: %1"))
                         .arg(papersInWords(act.papers)));
    if (!act.latePapers.isEmpty())
        lines.append(OperationPane::tr("Not named the first time: %1 (%2)")
                         .arg(papersInWords(act.latePapers), act.lateReason));
    return lines.join(u'\n');
}

QTableWidgetItem *textCell(const QString &text)
{
    auto *item = new QTableWidgetItem(text.isEmpty() ? QStringLiteral("—") : text);
    item->setData(CellRole::Wraps, true);
    // A change carries words alone; an amount is what Money writes.
    static const QRegularExpression amount(QStringLiteral("^-?[0-9,]+\\.[0-9]{2}$"));
    if (amount.match(text).hasMatch())
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

void fillChange(QTableWidget *table, int row, const Change &change, bool key, bool isNew)
{
    auto *item = textCell(key ? OperationPane::tr("%1 · key").arg(change.label) : change.label);
    item->setForeground(Theme::color(key ? QStringLiteral("warning") : QStringLiteral("text2")));
    table->setItem(row, 0, item);
    QTableWidgetItem *after = textCell(change.after);
    QFont bold = table->font();
    bold.setBold(true);
    after->setFont(bold);
    if (!isNew) {
        QTableWidgetItem *before = textCell(change.before);
        QFont struck = table->font();
        struck.setStrikeOut(!change.before.isEmpty());
        before->setFont(struck);
        before->setForeground(Theme::color(QStringLiteral("text3")));
        table->setItem(row, 1, before);
        after->setForeground(Theme::color(QStringLiteral("success")));
        after->setData(CellRole::Ground, QStringLiteral("successBg"));
    }
    table->setItem(row, isNew ? 1 : 2, after);
}

QTableWidget *changesTable(const QList<Change> &changes, const QStringList &keyFields, bool isNew)
{
    auto *table = new ChangesTable(int(changes.size()), isNew ? 2 : 3);
    table->setObjectName(QStringLiteral("changes"));
    table->setHorizontalHeaderLabels(
        isNew ? QStringList{OperationPane::tr("Item"), OperationPane::tr("Handed in")}
              : QStringList{OperationPane::tr("Item"), OperationPane::tr("Before"),
                            OperationPane::tr("After")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setFocusPolicy(Qt::NoFocus);
    table->setShowGrid(false);
    table->setItemDelegate(new TableDelegate(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(rowHeight);
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int row = 0; row < changes.size(); ++row) {
        const Change &change = changes.at(row);
        // What changes who somebody is, or where the money goes, meets the eye first.
        fillChange(table, row, change, !isNew && keyFields.contains(change.field), isNew);
    }
    return table;
}

} // namespace

OperationPane::OperationPane(Office &office, Session &session, const OperationView &view,
                             bool deciding, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_session(session)
    , m_view(view)
    , m_type(office.registry().find(view.type))
    , m_deciding(deciding)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(10);
    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    whole->addLayout(row, 1);
    QVBoxLayout *left = scrollColumn(row, 1, 0, "operation_left");
    addChanges(left);
    addRows(left);
    addInstruction(left);
    addFindings(left);
    addEffects(left);
    left->addStretch(1);
    constexpr int rightWidth = 336;
    QVBoxLayout *right = scrollColumn(row, 0, rightWidth, "operation_right");
    addEvidence(right);
    addCourse(right);
    addResponsible(right);
    addDocuments(right);
    right->addStretch(1);
    if (m_deciding)
        addDecision(whole);
}

void OperationPane::addChanges(QVBoxLayout *column)
{
    const QList<Change> changes = readableChanges(m_view, m_type, m_office.reader());
    const bool isNew = std::all_of(changes.begin(), changes.end(),
                                   [](const Change &change) { return change.before.isEmpty(); });
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(Theme::label(isNew ? tr("What was handed in") : tr("What changes"), "card"));
    head->addWidget(Theme::label(tr("%n item(s)", nullptr, int(changes.size())), "hint"), 1);
    column->addLayout(head);
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    QStringList keyFields;
    for (const Field &field : m_type ? m_type->fields : QList<Field>()) {
        if (field.key)
            keyFields.append(field.name);
    }
    QTableWidget *table = changesTable(changes, keyFields, isNew);
    table->setAccessibleName(isNew ? tr("What was handed in") : tr("What changes"));
    inside->addWidget(table);
    column->addWidget(card);
}

/** Counts and sums vouch for rows that whoever signs them must be able to read. */
void OperationPane::addRows(QVBoxLayout *column)
{
    if (!m_type || !m_type->batch)
        return;
    const int rows = int(m_view.payload[u"rows_count"].toInteger());
    auto *look = new QPushButton(tr("Look at the %n row(s) (F4)", nullptr, rows));
    look->setObjectName(QStringLiteral("look_at_rows"));
    look->setAutoDefault(false);
    Theme::setProperty(look, "kind", QStringLiteral("link"));
    connect(look, &QPushButton::clicked, this,
            [this] { BatchRowsDialog(m_office, m_session, m_view, this).exec(); });
    connect(new QShortcut(QKeySequence(Qt::Key_F4), this), &QShortcut::activated, look,
            &QPushButton::click);
    column->addWidget(look, 0, Qt::AlignLeft);
}

/** A leader's instruction gives no power: whoever checks it may refuse it with the rule (CTL-24).
 */
void OperationPane::addInstruction(QVBoxLayout *column)
{
    QStringList lines;
    if (!m_view.instructedBy.isEmpty())
        lines.append(
            tr("Handed down by %1 on %2. It may be refused with the rule; the refusal is told "
               "to the director and to audit.")
                .arg(m_view.instructedBy, m_view.instructedOn));
    if (!m_view.objection.isEmpty())
        lines.append(tr("Objection of the maker: %1").arg(m_view.objection));
    if (lines.isEmpty())
        return;
    column->addSpacing(8);
    auto *notice = wrapped(lines.join(u'\n'), "notice");
    notice->setObjectName(QStringLiteral("instruction"));
    column->addWidget(notice);
}

void OperationPane::addFindings(QVBoxLayout *column)
{
    QStringList lines;
    for (const Finding &finding : m_view.findings)
        lines.append(finding.text);
    if (lines.isEmpty())
        return;
    column->addSpacing(8);
    column->addWidget(Theme::label(tr("What the rules found"), "card"));
    column->addWidget(wrapped(lines.join(u'\n'), "notice"));
}

void OperationPane::addEffects(QVBoxLayout *column)
{
    const bool open =
        m_view.state != OperationState::Posted && m_view.state != OperationState::Closed;
    if (!open)
        return;
    column->addSpacing(8);
    column->addWidget(Theme::label(tr("What the last approval will write"), "card"));
    const EffectsPreview preview = m_office.effects(m_session, m_view.id);
    QStringList lines;
    for (const EffectsPreview::Line &line : preview.lines)
        lines.append(QStringLiteral("·  ") + effectText(line));
    if (preview.batch)
        column->addWidget(
            wrapped(tr("What each row of the batch says, row by row; count and sums stand above."),
                    "label"));
    else if (!preview.refused.isEmpty())
        column->addWidget(wrapped(tr("As the books stand now it could not be posted: %1")
                                      .arg(preview.refused.first().text),
                                  "alarm"));
    else if (lines.isEmpty())
        column->addWidget(wrapped(tr("No row of the books."), "label"));
    else
        column->addWidget(wrapped(lines.join(u'\n'), "label"));
}

void OperationPane::addDocuments(QVBoxLayout *column)
{
    const QList<const DocumentSpec *> printable = m_type
        ? m_office.registry().documentsOf(*m_type, m_view.state)
        : QList<const DocumentSpec *>();
    if (printable.isEmpty())
        return;
    column->addSpacing(8);
    column->addWidget(Theme::label(tr("Papers that it prints"), "card"));
    for (const DocumentSpec *document : printable) {
        auto *button = new QPushButton(document->title);
        button->setObjectName(QStringLiteral("print_") + document->id);
        button->setAutoDefault(false);
        Theme::setProperty(button, "kind", QStringLiteral("link"));
        connect(button, &QPushButton::clicked, this,
                [this, id = document->id] { emit documentWanted(id, m_view.id); });
        column->addWidget(button, 0, Qt::AlignLeft);
    }
}

void OperationPane::addEvidence(QVBoxLayout *column)
{
    column->addWidget(Theme::label(tr("Evidence"), "card"));
    if (m_view.evidenceKinds.isEmpty())
        column->addWidget(Theme::label(tr("None is asked for."), "hint"));
    for (const QString &each : std::as_const(m_view.evidenceKinds)) {
        const QString kind = each.section(u'=', 0, 0);
        const QString fileName = each.section(u'=', 1);
        auto *row = new QHBoxLayout;
        row->addWidget(new QLabel(evidenceTitle(kind)), 1);
        if (fileName.isEmpty()) {
            row->addWidget(Theme::label(tr("seen on paper"), "hint"));
        } else {
            auto *button = new QPushButton(tr("Look at it"));
            button->setObjectName(QStringLiteral("look_") + kind);
            button->setAccessibleName(tr("Look at %1").arg(evidenceTitle(kind)));
            button->setAutoDefault(false);
            Theme::setProperty(button, "kind", QStringLiteral("link"));
            connect(button, &QPushButton::clicked, this,
                    [this, kind, fileName] { showEvidence(kind, fileName); });
            row->addWidget(button);
        }
        column->addLayout(row);
    }
}

void OperationPane::showEvidence(const QString &kind, const QString &fileName)
{
    const QByteArray content =
        m_office.evidence(m_session, m_view.id, m_view.revision, kind, fileName);
    if (!content.isEmpty())
        EvidenceViewer(evidenceTitle(kind), fileName, content, this).exec();
}

void OperationPane::addCourse(QVBoxLayout *column)
{
    column->addSpacing(8);
    column->addWidget(Theme::label(tr("Course"), "card"));
    const Reader reader = m_office.reader();
    QList<CourseView::Stop> stops;
    for (const OperationView::Act &act : std::as_const(m_view.actions)) {
        const std::optional<ActionKind> kind = actionFromCode(act.step);
        const bool back = kind == ActionKind::Return || kind == ActionKind::Reject
            || kind == ActionKind::Withdraw || kind == ActionKind::Hold;
        stops.append(
            {back ? CourseView::Kind::Back : CourseView::Kind::Done,
             tr("%1 %2 (%3)")
                 .arg(kind ? actionTitle(*kind) : act.step, act.displayName, postTitle(act.post)),
             shortTime(act.at, reader.today()), wordsOf(act)});
    }
    const OperationSnapshot snapshot =
        SnapshotReader(reader, m_office.registry()).operation(m_view.id);
    const bool open =
        m_view.state != OperationState::Posted && m_view.state != OperationState::Closed;
    if (open)
        stops.append({CourseView::Kind::Now,
                      m_deciding ? tr("waits for your %1").arg(actionTitle(m_view.waitsForStep))
                                 : tr("waits for %1").arg(m_view.waitsFor),
                      {},
                      {}});
    for (int i = snapshot.step + 1; open && i < snapshot.route.steps.size(); ++i) {
        QStringList posts;
        for (const QString &post : snapshot.route.steps.at(i).posts)
            posts.append(postTitle(post));
        stops.append({CourseView::Kind::Later,
                      tr("%1 (%2)").arg(actionTitle(snapshot.route.steps.at(i).kind),
                                        posts.join(tr(", ", "between posts"))),
                      {},
                      {}});
    }
    column->addWidget(new CourseView(stops));
}

/** Who answers for what was done: each with the superior in charge at that time (CTL-25). */
void OperationPane::addResponsible(QVBoxLayout *column)
{
    const QList<Responsible> list = m_office.responsibility(m_session, m_view.id);
    QStringList lines;
    for (const Responsible &each : list) {
        const std::optional<ActionKind> kind = actionFromCode(each.step);
        QString line =
            tr("%1: %2 (%3)")
                .arg(kind ? actionTitle(*kind) : each.step, each.displayName, postTitle(each.post));
        if (!each.delegatedBy.isEmpty())
            line += tr(", delegated by %1").arg(each.delegatedBy);
        if (!each.superior.isEmpty())
            line += tr("; superior then %1 (%2)").arg(each.superior, postTitle(each.superiorPost));
        lines.append(line);
    }
    if (lines.isEmpty())
        return;
    column->addSpacing(8);
    column->addWidget(Theme::label(tr("Who answers for it"), "card"));
    QLabel *responsible = wrapped(lines.join(u'\n'), "label");
    responsible->setObjectName(QStringLiteral("responsible"));
    column->addWidget(responsible);
}

bool OperationPane::hasNoPapers() const
{
    return m_view.evidenceKinds.isEmpty() && (!m_type || m_type->evidence.isEmpty());
}

/** Outside of what scrolls: whoever decides has the ticks and the words in view at any time. */
void OperationPane::addDecision(QVBoxLayout *column)
{
    QList<std::pair<const char *, QString>> ticks{
        {"evidence_true", tr("The evidence is true")},
        {"evidence_complete", tr("The evidence is complete")},
        {"evidence_valid", tr("The evidence is valid")}};
    if (hasNoPapers())
        ticks = {{"evidence_none", tr("It has no papers; what it says is true, complete, valid")}};
    auto *boxes = new QHBoxLayout;
    boxes->setSpacing(16);
    for (const auto &[name, text] : std::as_const(ticks)) {
        auto *box = new QCheckBox(text);
        box->setObjectName(QString::fromLatin1(name));
        boxes->addWidget(box);
        m_ticks.append(box);
        // Three presses of the space bar are enough: the next tick has the focus at once.
        connect(box, &QCheckBox::clicked, this, &OperationPane::touched);
        connect(box, &QCheckBox::clicked, this, [this, place = m_ticks.size()](bool on) {
            if (on && place < m_ticks.size())
                m_ticks.at(place)->setFocus();
        });
    }
    auto *left = new QVBoxLayout;
    left->setSpacing(6);
    left->addWidget(Theme::label(tr("Decision"), "card"));
    left->addLayout(boxes);
    m_reason = new QPlainTextEdit;
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Opinion"));
    m_reason->setPlaceholderText(tr("Opinion; needed when it is returned"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(64);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &OperationPane::touched);
    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    row->addLayout(left);
    row->addWidget(m_reason, 1);
    column->addLayout(row);
    if (!hasNoPapers())
        column->addLayout(newPapersRow());
}

/** What is missing is named once, all of it; a paper that comes later is asked why (OFF-11). */
QLayout *OperationPane::newPapersRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    QLabel *title = Theme::label(tr("To be handed in when it is returned:"), "label");
    row->addWidget(title);
    for (const QString &kind : m_type ? m_type->evidence : QStringList()) {
        auto *box = new QCheckBox(evidenceTitle(kind));
        box->setObjectName(QStringLiteral("ask_") + kind);
        connect(box, &QCheckBox::toggled, this, &OperationPane::showLateness);
        m_papers.insert(kind, box);
        row->addWidget(box);
    }
    const auto line = [this](const char *name, const QString &hint) {
        auto *edit = new QLineEdit;
        edit->setObjectName(QString::fromLatin1(name));
        edit->setPlaceholderText(hint);
        edit->setAccessibleName(hint);
        connect(edit, &QLineEdit::textChanged, this, &OperationPane::showLateness);
        return edit;
    };
    m_otherPaper = line("ask_other", tr("Other papers, by commas"));
    m_lateReason = line("late_reason", tr("Why it was not named the first time"));
    row->addWidget(m_otherPaper, 1);
    row->addWidget(m_lateReason, 1);
    showLateness();
    return row;
}

QStringList OperationPane::askedPapers() const
{
    QStringList asked;
    for (auto each = m_papers.begin(); each != m_papers.end(); ++each) {
        if (each.value()->isChecked())
            asked.append(each.key());
    }
    static const QRegularExpression between(QStringLiteral("[,，、;；]"));
    const QStringList others =
        m_otherPaper ? m_otherPaper->text().split(between, Qt::SkipEmptyParts) : QStringList();
    for (const QString &other : others) {
        if (!other.trimmed().isEmpty())
            asked.append(other.trimmed());
    }
    return asked;
}

void OperationPane::showLateness()
{
    if (!m_lateReason)
        return;
    const QStringList late = notNamedFirst(askedPapers(), m_view.papersNamed());
    m_lateReason->setVisible(!late.isEmpty());
    m_lateReason->setToolTip(
        late.isEmpty() ? QString()
                       : tr("Named already: %1").arg(papersInWords(m_view.papersNamed())));
}

Action OperationPane::action(ActionKind kind) const
{
    Action action;
    action.kind = kind;
    action.operation = m_view.id;
    action.revision = m_view.revision;
    action.seenDigest = m_view.digest;
    if (!m_deciding)
        return action;
    action.reason = m_reason->toPlainText().trimmed();
    // Without papers one tick speaks the three words of the form.
    action.evidenceTrue = m_ticks.first()->isChecked();
    action.evidenceComplete = m_ticks.at(m_ticks.size() / 2)->isChecked();
    action.evidenceValid = m_ticks.last()->isChecked();
    if (kind == ActionKind::Return) {
        action.papers = askedPapers();
        action.lateReason = m_lateReason ? m_lateReason->text().trimmed() : QString();
    }
    return action;
}

bool OperationPane::allTicked() const
{
    return std::all_of(m_ticks.begin(), m_ticks.end(),
                       [](const QCheckBox *box) { return box->isChecked(); });
}

void OperationPane::focusTicks()
{
    const auto open = std::find_if(m_ticks.begin(), m_ticks.end(),
                                   [](const QCheckBox *box) { return !box->isChecked(); });
    if (open != m_ticks.end())
        (*open)->setFocus();
}

void OperationPane::focusField(const QString &field)
{
    if (field == QLatin1String("evidence"))
        focusTicks();
    else if (m_reason && field == QLatin1String("reason"))
        m_reason->setFocus();
    else if (m_lateReason && field == QLatin1String("late_reason"))
        m_lateReason->setFocus();
}

} // namespace jubao

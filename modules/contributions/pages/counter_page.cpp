// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/pages/counter_page.h"

#include "contributions/domain/receipts.h"
#include "contributions/domain/types.h"
#include "contributions/pages/day_card.h"
#include "core/mask.h"
#include "core/text.h"
#include "database/error.h"
#include "desk/theme.h"
#include "operations/witness.h"
#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace jubao {

namespace {

const QString receiptKind = QStringLiteral("contribution");
const QString collectId = QStringLiteral("contributions.collect");
/** More hits than digits cannot be chosen by a digit. */
constexpr int mostChoices = 9;
constexpr int panelHeight = 96;
constexpr int messageHeight = 18;
constexpr int tiersInARow = 8;

} // namespace

CounterPage::CounterPage(Shell &shell, QWidget *parent) : QWidget(parent), m_shell(shell)
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addLayout(buildTitle());
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("counter_scroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *scrolled = new QWidget;
    scrolled->setObjectName(QStringLiteral("scrolled"));
    auto *row = new QHBoxLayout(scrolled);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(buildSteps(), 1);
    m_day = new DayCard(shell);
    row->addWidget(m_day);
    scroll->setWidget(scrolled);
    column->addWidget(scroll, 1);
    startNext();
}

QLayout *CounterPage::buildTitle()
{
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(Theme::label(
        tr("Counter, contribution of %1").arg(m_shell.office().reader().today().year()), "title"));
    titles->addWidget(Theme::label(
        tr("Number pad: Enter goes on, - goes back, * voids a spoilt form, . stands for X"),
        "label"));
    m_paper = new QComboBox;
    m_paper->setObjectName(QStringLiteral("counter_paper"));
    m_paper->setAccessibleName(tr("Paper of the receipt"));
    m_paper->setFocusPolicy(Qt::ClickFocus);
    for (const DocumentSpec &document : m_shell.office().registry().find(collectId)->documents) {
        if (document.ofFact)
            m_paper->addItem(document.title, document.id);
    }
    const auto settings = [] {
        return std::make_unique<QSettings>(stateFolder() + QStringLiteral("/counter.ini"),
                                           QSettings::IniFormat);
    };
    m_paper->setCurrentIndex(
        std::max(0, m_paper->findData(settings()->value(QStringLiteral("paper")))));
    connect(m_paper, &QComboBox::activated, this, [this, settings] {
        settings()->setValue(QStringLiteral("paper"), m_paper->currentData());
        go(m_step);
    });
    auto *row = new QHBoxLayout;
    row->addLayout(titles, 1);
    row->addWidget(m_paper, 0, Qt::AlignBottom);
    return row;
}

QLineEdit *CounterPage::addStep(QVBoxLayout *column, const char *name, const QString &title,
                                const QString &hint)
{
    auto *line = new QLineEdit;
    line->setObjectName(QLatin1String(name));
    line->setAccessibleName(title);
    line->setPlaceholderText(hint);
    line->setAttribute(Qt::WA_InputMethodEnabled, false);
    line->installEventFilter(this);
    auto *label = Theme::label(title, "label");
    label->setBuddy(line);
    auto *message = Theme::label({}, "error");
    message->setObjectName(QLatin1String(name) + QStringLiteral("_message"));
    message->setFixedHeight(messageHeight);
    m_messages.insert(line, message);
    column->addWidget(label);
    column->addWidget(line);
    column->addWidget(message);
    return line;
}

QWidget *CounterPage::buildSteps()
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(4);
    m_personLine = addStep(column, "counter_person", tr("Insured person"),
                           tr("Last four of the ID number, all of it, or the name"));
    connect(m_personLine, &QLineEdit::textEdited, this, [this](QString text) {
        if (text.contains(u'.'))
            m_personLine->setText(text.replace(u'.', u'X'));
    });
    column->addWidget(buildPersonPanel());
    m_tierLine = addStep(column, "counter_tier", tr("Tier (number or amount)"), {});
    addTiers(column);
    m_cashLine = addStep(column, "counter_cash", tr("Cash received (yuan)"), {});
    connect(m_cashLine, &QLineEdit::textEdited, this, &CounterPage::showChange);
    m_change = Theme::label({}, "figure");
    m_change->setObjectName(QStringLiteral("counter_change"));
    column->addWidget(m_change);
    m_reasonBox = new QWidget;
    auto *reason = new QVBoxLayout(m_reasonBox);
    reason->setContentsMargins(0, 0, 0, 0);
    reason->setSpacing(4);
    m_reasonLine = addStep(reason, "counter_reason", tr("Reason"), {});
    m_reasonLine->setAttribute(Qt::WA_InputMethodEnabled, true);
    m_reasonBox->hide();
    column->addWidget(m_reasonBox);
    column->addStretch(1);
    column->addWidget(buildFormPanel());
    return card;
}

QWidget *CounterPage::buildPersonPanel()
{
    m_panel = new QStackedWidget;
    m_panel->setFixedHeight(panelHeight);
    auto *shown = new QWidget;
    auto *lines = new QVBoxLayout(shown);
    lines->setContentsMargins(0, 0, 0, 4);
    lines->setSpacing(2);
    m_name = Theme::label({}, "figure");
    m_name->setObjectName(QStringLiteral("counter_name"));
    m_detail = Theme::label({}, "label");
    m_last = Theme::label({}, "label");
    for (QLabel *label : {m_name, m_detail, m_last})
        lines->addWidget(label);
    lines->addStretch(1);
    m_choices = new QListWidget;
    m_choices->setObjectName(QStringLiteral("counter_choices"));
    m_choices->setAccessibleName(tr("Persons with this number"));
    m_choices->installEventFilter(this);
    m_panel->addWidget(shown);
    m_panel->addWidget(m_choices);
    return m_panel;
}

void CounterPage::addTiers(QVBoxLayout *column)
{
    m_tierBox = new QWidget;
    m_tierBox->setObjectName(QStringLiteral("counter_tiers"));
    auto *grid = new QGridLayout(m_tierBox);
    grid->setContentsMargins(0, 2, 0, 6);
    grid->setSpacing(6);
    column->addWidget(m_tierBox);
}

QWidget *CounterPage::buildFormPanel()
{
    m_form = new QFrame;
    m_form->setObjectName(QStringLiteral("counter_form"));
    m_form->setAccessibleName(tr("The form in the printer"));
    m_form->setProperty("notice", true);
    m_form->setFocusPolicy(Qt::StrongFocus);
    m_form->installEventFilter(this);
    auto *lines = new QVBoxLayout(m_form);
    lines->setContentsMargins(16, 10, 16, 10);
    m_formQuestion = Theme::label({}, "card");
    m_formQuestion->setObjectName(QStringLiteral("counter_question"));
    m_formKeys = Theme::label({}, "hint");
    lines->addWidget(m_formQuestion);
    lines->addWidget(m_formKeys);
    return m_form;
}

void CounterPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_day->refresh();
    go(m_step);
}

QLineEdit *CounterPage::lineOf(Step step) const
{
    switch (step) {
    case Step::Person:
    case Step::Choose:
        return m_personLine;
    case Step::Tier:
        return m_tierLine;
    case Step::Reason:
        return m_reasonLine;
    case Step::Cash:
    case Step::Form:
        break;
    }
    return m_cashLine;
}

void CounterPage::say(const QString &text)
{
    // Under the line that it is about; a step that is left says nothing any more.
    for (auto each = m_messages.cbegin(); each != m_messages.cend(); ++each) {
        const QString own = each.key() == lineOf(m_step) ? text : QString();
        each.value()->setText(own);
        each.value()->setToolTip(own);
    }
}

void CounterPage::go(Step step)
{
    m_step = step;
    m_voiding = false;
    m_panel->setCurrentIndex(step == Step::Choose ? 1 : 0);
    m_reasonBox->setVisible(step == Step::Reason || !m_reasonLine->text().isEmpty());
    m_tierLine->setEnabled(step >= Step::Tier);
    m_cashLine->setEnabled(step >= Step::Cash);
    showForm();
    QWidget *wanted = m_personLine;
    if (step == Step::Choose)
        wanted = m_choices;
    else if (step == Step::Tier)
        wanted = m_tierLine;
    else if (step == Step::Cash)
        wanted = m_cashLine;
    else if (step == Step::Reason)
        wanted = m_reasonLine;
    else if (step == Step::Form)
        wanted = m_form;
    wanted->setFocus();
    if (auto *line = qobject_cast<QLineEdit *>(wanted))
        line->selectAll();
}

void CounterPage::back()
{
    if (m_step == Step::Form)
        go(Step::Cash);
    else if (m_step == Step::Reason || m_step == Step::Cash)
        go(Step::Tier);
    else
        go(Step::Person);
    say({});
}

void CounterPage::enter()
{
    switch (m_step) {
    case Step::Person:
        takePerson();
        break;
    case Step::Choose:
        choosePerson(m_found.at(std::max(0, m_choices->currentRow())));
        break;
    case Step::Tier:
        takeTier();
        break;
    case Step::Cash:
        takeCash();
        break;
    case Step::Reason:
        takeReason();
        break;
    case Step::Form:
        handIn();
        break;
    }
}

void CounterPage::takePerson()
{
    const QString typed = normaliseInput(m_personLine->text());
    if (typed.isEmpty())
        return;
    m_found = personsAtCounter(m_shell.office().reader(), typed, mostChoices + 1);
    if (m_found.isEmpty()) {
        say(tr("Nobody is enrolled under “%1”.").arg(typed));
        m_personLine->selectAll();
    } else if (m_found.size() == 1) {
        choosePerson(m_found.first());
    } else if (m_found.size() > mostChoices) {
        say(tr("More than %1 persons end on “%2”. Type the whole ID number.")
                .arg(mostChoices)
                .arg(typed));
        m_personLine->selectAll();
    } else {
        m_choices->clear();
        for (int i = 0; i < m_found.size(); ++i)
            m_choices->addItem(QStringLiteral("%1   %2   %3   %4")
                                   .arg(i + 1)
                                   .arg(m_found.at(i).name, maskIdNumber(m_found.at(i).idNumber),
                                        m_found.at(i).divisionName));
        m_choices->setCurrentRow(0);
        go(Step::Choose);
        say({});
    }
}

void CounterPage::choosePerson(const CounterPerson &person)
{
    const Reader reader = m_shell.office().reader();
    m_person = person;
    m_declared = declaredTier(reader, person.id, reader.today().year());
    m_proposed = m_declared ? m_declared : lastPaid(reader, person.id);
    m_number = nextNumber(reader, receiptKind, m_shell.session().operatorId());
    m_name->setText(person.name);
    m_detail->setText(
        QStringLiteral("%1    %2").arg(maskIdNumber(person.idNumber), person.divisionName));
    m_last->setText(m_declared ? tr("Declared for this year: %1 yuan").arg(m_declared->toDisplay())
                        : m_proposed ? tr("Paid last: %1 yuan").arg(m_proposed->toDisplay())
                                     : tr("Has not paid yet."));
    m_tiers = contributionTiers(reader.policy(), person.division, reader.today());
    showTiers();
    // Who cannot pay is told before money is counted.
    m_amount = m_proposed.value_or(m_tiers.value(0));
    const Findings findings = m_shell.office().check(m_shell.session(), collectId, payload());
    QString refused;
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Error && finding.field != QLatin1String("amount"))
            refused = m_number.isEmpty()
                ? tr("Your receipt numbers are used up. Ask for a new block before you take money.")
                : finding.text;
    }
    if (!servesDivision(person.division))
        refused = refusal(QStringLiteral("DIVISION_OUTSIDE")).text;
    go(refused.isEmpty() ? Step::Tier : Step::Person);
    say(refused);
}

bool CounterPage::servesDivision(const QString &division) const
{
    const QList<HeldPost> posts = m_shell.session().heldPosts();
    return std::any_of(posts.begin(), posts.end(), [&division](const HeldPost &post) {
        return division.startsWith(post.division);
    });
}

void CounterPage::showTiers()
{
    qDeleteAll(m_tierLabels);
    m_tierLabels.clear();
    auto *grid = static_cast<QGridLayout *>(m_tierBox->layout());
    for (int i = 0; i < m_tiers.size(); ++i) {
        auto *label = Theme::label(
            QStringLiteral("%1 · %2").arg(i + 1).arg(m_tiers.at(i).fen() / 100), "tier");
        grid->addWidget(label, i / tiersInARow, i % tiersInARow);
        m_tierLabels.append(label);
    }
    m_tierLine->setPlaceholderText(
        m_proposed ? tr("Enter takes %1 yuan as last time").arg(m_proposed->toDisplay())
                   : QString());
}

void CounterPage::takeTier()
{
    const QString typed = normaliseInput(m_tierLine->text());
    const std::optional<Money> tier = typed.isEmpty() ? m_proposed : tierFromText(typed, m_tiers);
    if (!tier) {
        say(typed.isEmpty() ? tr("Type the number of a tier or its amount.")
                            : tr("“%1” is no tier.").arg(typed));
        m_tierLine->selectAll();
        return;
    }
    m_amount = *tier;
    showPicked();
    m_cashLine->setPlaceholderText(tr("Enter takes exactly %1 yuan").arg(m_amount.toDisplay()));
    say({});
    go(Step::Cash);
    say({});
    showChange();
}

void CounterPage::showPicked()
{
    for (int i = 0; i < m_tierLabels.size(); ++i)
        Theme::setProperty(m_tierLabels.at(i), "picked",
                           m_step >= Step::Tier && m_tiers.at(i) == m_amount);
}

void CounterPage::showChange()
{
    const std::optional<Money> cash = Money::fromYuanText(normaliseInput(m_cashLine->text()));
    if (m_step < Step::Cash)
        m_change->setText({});
    else if (cash && *cash > m_amount)
        m_change->setText(tr("Change: %1 yuan").arg((*cash - m_amount).toDisplay()));
    else
        m_change->setText(tr("To pay: %1 yuan").arg(m_amount.toDisplay()));
}

void CounterPage::takeCash()
{
    const QString typed = normaliseInput(m_cashLine->text());
    const std::optional<Money> cash = typed.isEmpty() ? m_amount : Money::fromYuanText(typed);
    if (!cash || *cash < m_amount) {
        say(cash ? tr("%1 yuan are less than %2 yuan.").arg(cash->toDisplay(), m_amount.toDisplay())
                 : tr("“%1” is no amount.").arg(typed));
        m_cashLine->selectAll();
        return;
    }
    const Findings findings = m_shell.office().check(m_shell.session(), collectId, payload());
    say({});
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Warning && m_reasonLine->text().trimmed().isEmpty()) {
            go(Step::Reason);
            say(finding.text);
            return;
        }
    }
    go(Step::Form);
}

void CounterPage::takeReason()
{
    if (m_reasonLine->text().trimmed().isEmpty())
        return;
    go(Step::Form);
    say({});
}

void CounterPage::showForm()
{
    if (m_step != Step::Form) {
        m_formQuestion->setText(m_number.isEmpty() ? tr("No receipt number is free.")
                                                   : tr("Next receipt: %1").arg(m_number));
        m_formKeys->setText(QStringLiteral(" "));
        return;
    }
    m_formQuestion->setText(m_voiding
                                ? tr("Is form %1 spoilt, never to be used?").arg(m_number)
                                : tr("Has the form in the printer the number %1?").arg(m_number));
    m_formKeys->setText(m_voiding ? tr("* once more: void it and take the next · -: no")
                                  : tr("Enter: yes, hand in and print · *: spoilt · -: back"));
}

void CounterPage::voidNumber()
{
    if (!m_voiding) {
        m_voiding = true;
        showForm();
        return;
    }
    m_voiding = false;
    MakeRequest request;
    request.type = QStringLiteral("contributions.void_number");
    request.payload = {{QStringLiteral("kind"), receiptKind},
                       {QStringLiteral("number"), m_number},
                       {QStringLiteral("reason"), tr("Spoilt in the printer")},
                       {QStringLiteral("division"), m_person.division}};
    try {
        m_shell.office().make(m_shell.session(), request);
        m_shell.tell(tr("Number %1 is void; keep the form.").arg(m_number));
        m_number =
            nextNumber(m_shell.office().reader(), receiptKind, m_shell.session().operatorId());
        say(m_number.isEmpty()
                ? tr("Your receipt numbers are used up. Ask for a new block before you take money.")
                : QString());
    } catch (const RefusedError &error) {
        say(error.refusals.first().text);
    } catch (const DatabaseError &error) {
        say(error.text());
    }
    m_day->refresh();
    showForm();
}

QJsonObject CounterPage::payload() const
{
    return {{QStringLiteral("person"), m_person.id},
            {QStringLiteral("year"), m_shell.office().reader().today().year()},
            {QStringLiteral("amount"), m_amount.fen()},
            {QStringLiteral("number"), m_number},
            {QStringLiteral("payer"), m_person.name}};
}

void CounterPage::handIn()
{
    if (m_voiding) {
        m_voiding = false;
        showForm();
        return;
    }
    MakeRequest request;
    request.type = collectId;
    request.payload = payload();
    request.reason = m_reasonLine->text().trimmed();
    try {
        const ActResult result = m_shell.office().make(m_shell.session(), request);
        m_shell.tell(tr("%1: %2 yuan, receipt %3. Waits for: %4")
                         .arg(m_person.name, m_amount.toDisplay(), m_number, result.waitsFor));
        startNext();
        m_day->refresh();
        m_shell.showDocument(m_paper->currentData().toString(), result.operation);
        go(Step::Person);
    } catch (const RefusedError &error) {
        refused(error.refusals);
    } catch (const DatabaseError &error) {
        say(error.text());
    }
}

void CounterPage::refused(const QList<Refusal> &refusals)
{
    const Refusal &first = refusals.first();
    if (first.field == QLatin1String("amount"))
        go(Step::Tier);
    else if (first.field == QLatin1String("reason"))
        go(Step::Reason);
    else if (first.field == QLatin1String("number")) {
        // Another window took it meanwhile.
        m_number =
            nextNumber(m_shell.office().reader(), receiptKind, m_shell.session().operatorId());
        go(Step::Form);
    } else if (first.field == QLatin1String("person") || first.field == QLatin1String("year"))
        go(Step::Person);
    say(first.text);
}

void CounterPage::startNext()
{
    m_person = {};
    m_proposed.reset();
    m_tiers.clear();
    for (QLineEdit *line : {m_personLine, m_tierLine, m_cashLine, m_reasonLine})
        line->clear();
    for (QLabel *label : {m_name, m_detail, m_last, m_change})
        label->clear();
    m_cashLine->setPlaceholderText({});
    m_number = nextNumber(m_shell.office().reader(), receiptKind, m_shell.session().operatorId());
    showTiers();
    go(Step::Person);
    say({});
}

bool CounterPage::takeKey(int key, const QString &text)
{
    if (key == Qt::Key_Return || key == Qt::Key_Enter
        || (key == Qt::Key_F9 && m_step == Step::Form)) {
        enter();
        return true;
    }
    if (m_step == Step::Reason)
        return false;
    if (key == Qt::Key_Minus || key == Qt::Key_Escape) {
        if (m_voiding) {
            m_voiding = false;
            showForm();
        } else {
            back();
        }
        return true;
    }
    if (key == Qt::Key_Asterisk) {
        if (m_step == Step::Form)
            voidNumber();
        return true;
    }
    if (m_step == Step::Choose && text.size() == 1 && text.front().isDigit()) {
        const int place = text.front().digitValue();
        if (place >= 1 && place <= m_found.size())
            choosePerson(m_found.at(place - 1));
        return true;
    }
    return false;
}

bool CounterPage::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        // A click into an earlier step goes back to it.
        const QList<std::pair<QObject *, Step>> lines{
            {m_personLine, Step::Person}, {m_tierLine, Step::Tier}, {m_cashLine, Step::Cash}};
        for (const auto &[line, step] : lines) {
            if (line == object && m_step > step) {
                m_step = step;
                showForm();
            }
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (takeKey(key->key(), key->text()))
            return true;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace jubao

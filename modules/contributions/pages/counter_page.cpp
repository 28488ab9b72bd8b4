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
#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace jubao {

namespace {

const QString receiptKind = QStringLiteral("contribution");
const QString collectId = QStringLiteral("contributions.collect");
/** More hits than digits cannot be chosen by a digit. */
constexpr int mostChoices = 9;

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

void CounterPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_day->refresh();
    // The day may have been closed meanwhile, or a block issued.
    if (m_step == Step::Person)
        m_number = freeNumber();
    go(m_step);
}

bool CounterPage::isDayClosed() const
{
    const Reader reader = m_shell.office().reader();
    return isDayClosedOrClosing(reader, m_shell.session().operatorId(), reader.today());
}

QString CounterPage::freeNumber() const
{
    if (isDayClosed())
        return {};
    return nextNumber(m_shell.office().reader(), receiptKind, m_shell.session().operatorId());
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
    // What is shown belongs to the one found last: a search that fails leaves nobody.
    if (m_found.size() != 1)
        clearPerson();
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
    if (person.id != m_person.id)
        clearPerson();
    const Reader reader = m_shell.office().reader();
    m_person = person;
    m_declared = declaredTier(reader, person.id, reader.today().year());
    m_proposed = m_declared ? m_declared : lastPaid(reader, person.id);
    m_number = freeNumber();
    m_name->setText(person.name);
    m_detail->setText(
        QStringLiteral("%1    %2").arg(maskIdNumber(person.idNumber), person.divisionName));
    m_last->setText(yearWaitsForRecheck(reader, person.id, reader.today().year(), 0)
                        ? tr("Collected for this year; waits for recheck.")
                        : m_declared
                        ? tr("Declared for this year: %1 yuan").arg(m_declared->toDisplay())
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
            refused = m_number.isEmpty() && !isDayClosed()
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
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        label->setFixedHeight(tierHeight);
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
    const QString due = tr("To pay: %1 yuan").arg(m_amount.toDisplay());
    const bool change = m_step >= Step::Cash && cash && *cash > m_amount;
    m_due->setText(change ? due : QString());
    m_change->setText(m_step < Step::Cash ? QString()
                          : change ? tr("Change: %1 yuan").arg((*cash - m_amount).toDisplay())
                                   : due);
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
        m_formQuestion->setText(isDayClosed()
                                    ? tr("Your day is closed; money is taken again tomorrow.")
                                    : m_number.isEmpty() ? tr("No receipt number is free.")
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
        m_number = freeNumber();
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
        m_number = freeNumber();
        go(Step::Form);
    } else if (first.field == QLatin1String("person") || first.field == QLatin1String("year"))
        go(Step::Person);
    say(first.text);
}

void CounterPage::clearPerson()
{
    m_person = {};
    m_declared.reset();
    m_proposed.reset();
    m_amount = {};
    m_tiers.clear();
    for (QLineEdit *line : {m_tierLine, m_cashLine, m_reasonLine})
        line->clear();
    for (QLabel *label : {m_name, m_detail, m_last, m_due, m_change})
        label->clear();
    m_reasonBox->hide();
    m_cashLine->setPlaceholderText({});
    showTiers();
}

void CounterPage::startNext()
{
    clearPerson();
    m_personLine->clear();
    m_number = freeNumber();
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

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/form_page.h"

#include "core/clock.h"
#include "database/error.h"
#include "database/ids.h"
#include "desk/background.h"
#include "desk/evidence_card.h"
#include "desk/form_foot.h"
#include "desk/instruction_card.h"
#include "desk/meanwhile_bar.h"
#include "desk/preview_dialog.h"
#include "desk/record_form.h"
#include "desk/scroll.h"
#include "desk/sheet_card.h"
#include "desk/theme.h"
#include "operations/paper_request.h"
#include "operations/witness.h"
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QShortcut>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int draftDelayMs = 1000;
constexpr int escapeWindowMs = 2000;
constexpr int sideWidth = 280;
/** Beside a form of four columns. */
constexpr int narrowSide = 240;
constexpr qsizetype fieldsOfWideForm = 12;

QFrame *newCard()
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    return card;
}

} // namespace

FormPage::FormPage(const OperationType &type, Office &office, Session &session,
                   const DeskServices &services, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_office(office)
    , m_session(session)
    , m_drafts(office, session)
{
    setObjectName(QStringLiteral("page"));
    build(services);
    addShortcuts();
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelayMs);
    m_escape.setSingleShot(true);
    m_escape.setInterval(escapeWindowMs);
    whenFree(m_draftTimer, this, [this] { keepDraft(); });
    connect(m_form, &RecordForm::changed, this, &FormPage::touched);
    connect(m_papers, &EvidenceCard::changed, this, &FormPage::touched);
    connect(m_papers, &EvidenceCard::filesChanged, this, &FormPage::keepFiles);
    connect(m_reason, &QLineEdit::textEdited, this, &FormPage::touched);
    connect(m_instruction, &InstructionCard::changed, this, &FormPage::touched);
    connect(m_instruction, &InstructionCard::completed, m_button, [this] { m_button->setFocus(); });
    connect(m_form, &RecordForm::explained, m_foot, &FormFoot::explain);
    connect(m_form, &RecordForm::completed, this, [this] {
        if (!m_papers->focusFirstMissing())
            m_button->setFocus();
    });
    connect(m_papers, &EvidenceCard::completed, this, [this] {
        if (m_reasonCard->isVisible() && m_reason->text().isEmpty())
            m_reason->setFocus();
        else
            m_button->setFocus();
    });
    connect(m_reason, &QLineEdit::returnPressed, m_button, [this] { m_button->setFocus(); });
    connect(m_form, &RecordForm::warned, this, [this](const QStringList &warnings) {
        m_warned = warnings;
        showReasons();
    });
    connect(m_form, &RecordForm::pinsChanged, this, &FormPage::keepPins);
    connect(m_meanwhile, &MeanwhileBar::readAgainWanted, this,
            [this] { told([this] { m_form->readAgain(); }); });
    loadPins();
}

FormPage::~FormPage()
{
    // The form still speaks while it loses the focus for good.
    m_form->disconnect(this);
    if (m_draftTimer.isActive())
        keepDraft();
}

void FormPage::build(const DeskServices &services)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 14, 24, 12);
    column->setSpacing(8);
    auto *titles = new QHBoxLayout;
    titles->setSpacing(12);
    titles->addWidget(Theme::label(m_type.title, "title"));
    // Beside the title, not below it: that line is one field more on a small screen.
    titles->addWidget(
        Theme::label(
            tr("Basis: %1. What is handed in waits for another person.").arg(m_type.legalBasis),
            "label"),
        1, Qt::AlignBottom);
    column->addLayout(titles);
    column->addWidget(buildBanner());
    m_meanwhile = new MeanwhileBar(m_type, m_office, m_session, m_type.prefill != nullptr);
    column->addWidget(m_meanwhile);

    m_body = new QWidget;
    auto *row = new QHBoxLayout(m_body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(buildFields(services), 1);
    // Papers and reason stay in sight while the fields are scrolled.
    QScrollArea *side = followingScroll("side_scroll", buildSide());
    side->setFixedWidth(m_type.fields.size() > fieldsOfWideForm ? narrowSide : sideWidth);
    row->addWidget(side);
    column->addWidget(m_body, 1);
    m_foot = new FormFoot;
    m_button = m_foot->handInButton();
    connect(m_foot->clearButton(), &QPushButton::clicked, this, &FormPage::askToClear);
    connect(m_button, &QPushButton::clicked, this, &FormPage::handIn);
    column->addWidget(m_foot);
    // Tab meets the button that goes on first; clearing wants to be said twice, as by key.
    setTabOrder(m_button, m_foot->clearButton());
}

QWidget *FormPage::buildFields(const DeskServices &services)
{
    auto *fields = new QWidget;
    auto *left = new QVBoxLayout(fields);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(16);
    auto *card = newCard();
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 8, 20, 0);
    m_form = new RecordForm(m_type, m_session, {m_office, services});
    inside->addWidget(m_form);
    inside->addStretch(1);
    left->addWidget(card);
    if (m_type.batch) {
        m_sheet = new SheetCard(m_type, m_office, m_session);
        connect(m_sheet, &SheetCard::checkWanted, this, &FormPage::checkSheet);
        connect(m_sheet, &SheetCard::listWanted, this, [this] {
            if (!m_form->showUnreadable())
                told([this] { m_sheet->saveList(m_form->payload()); });
        });
        left->addWidget(m_sheet);
    }
    left->addStretch(1);
    return followingScroll("form_scroll", fields);
}

QWidget *FormPage::buildBanner()
{
    m_banner = new QFrame;
    m_banner->setObjectName(QStringLiteral("draft_banner"));
    m_banner->setProperty("notice", QStringLiteral("true"));
    auto *row = new QHBoxLayout(m_banner);
    row->setContentsMargins(16, 8, 8, 8);
    m_bannerText = new QLabel;
    m_bannerText->setObjectName(QStringLiteral("banner_text"));
    row->addWidget(m_bannerText, 1);
    m_bannerText->setWordWrap(true);
    m_goOn = Theme::button(tr("Continue"), "draft_continue");
    m_discard = Theme::button(tr("Discard"), "draft_discard");
    connect(m_goOn, &QPushButton::clicked, this, [this] { answerDraft(true); });
    connect(m_discard, &QPushButton::clicked, this, [this] { answerDraft(false); });
    row->addWidget(m_discard);
    row->addWidget(m_goOn);
    m_banner->hide();
    return m_banner;
}

QWidget *FormPage::buildSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_papers = new EvidenceCard(m_type.evidence);
    column->addWidget(m_papers);
    const QList<const DocumentSpec *> printable = m_office.registry().documentsOf(m_type);
    for (const DocumentSpec *document : printable) {
        if (!document->beforeMaking)
            continue;
        m_noticeId = document->id;
        auto *notice = Theme::button(tr("%1 (F7)").arg(document->title), "notice");
        notice->setFocusPolicy(Qt::ClickFocus);
        Theme::setProperty(notice, "kind", QStringLiteral("link"));
        connect(notice, &QPushButton::clicked, this, &FormPage::printBeforeMaking);
        column->addWidget(notice, 0, Qt::AlignLeft);
    }
    m_reasonCard = newCard();
    auto *inside = new QVBoxLayout(m_reasonCard);
    inside->setContentsMargins(20, 16, 20, 16);
    inside->setSpacing(6);
    inside->addWidget(Theme::label(tr("Reason"), "card"));
    m_warnings = Theme::label({}, "warning");
    m_warnings->setObjectName(QStringLiteral("warnings"));
    auto *why =
        Theme::label(tr("Write why it is right all the same; every later step reads it."), "hint");
    for (QLabel *label : {m_warnings, why}) {
        label->setWordWrap(true);
        inside->addWidget(label);
    }
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    inside->addWidget(m_reason);
    m_reasonCard->hide();
    column->addWidget(m_reasonCard);
    auto *handedDown = Theme::button(tr("Handed down by a leader (F6)"), "handed_down");
    handedDown->setFocusPolicy(Qt::ClickFocus);
    Theme::setProperty(handedDown, "kind", QStringLiteral("link"));
    column->addWidget(handedDown, 0, Qt::AlignLeft);
    m_instruction = new InstructionCard(m_office.reader().today());
    connect(handedDown, &QPushButton::clicked, m_instruction, &InstructionCard::open);
    column->addWidget(m_instruction);
    column->addStretch(1);
    return side;
}

void FormPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, const std::function<void()> &call) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, call);
    };
    add(QKeySequence(Qt::Key_F9), [this] { handIn(); });
    add(QKeySequence(Qt::Key_F7), [this] { printBeforeMaking(); });
    add(QKeySequence(Qt::Key_F6), [this] {
        if (m_body->isEnabled())
            m_instruction->open();
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_P), [this] { m_form->togglePin(); });
}

void FormPage::start()
{
    if (!m_asked) {
        m_asked = true;
        offerDraft();
    }
    if (m_body->isEnabled())
        m_form->focusFirst();
    else
        m_goOn->setFocus();
}

void FormPage::booksGrew(qint64 since)
{
    if (!m_form->typed().isEmpty())
        told([&] { m_meanwhile->look(m_form->payload(), since); });
}

void FormPage::resubmit(const OperationView &returned)
{
    m_meanwhile->clear();
    m_asked = true;
    m_body->setEnabled(true);
    m_button->setEnabled(true);
    m_form->clearAll();
    m_form->setPayload(returned.payload);
    m_instruction->setInstruction({returned.instructedBy,
                                   QDate::fromString(returned.instructedOn, Qt::ISODate),
                                   returned.objection});
    m_resubmits = returned.id;
    m_papers->ask(papersAskedAtReturn(returned));
    QString why;
    for (const OperationView::Act &act : returned.actions) {
        if (act.reason.isEmpty())
            continue;
        why = tr("No. %1 was returned by %2: %3")
                  .arg(shortNumber(returned.id))
                  .arg(act.displayName, act.reason);
        if (!act.papers.isEmpty())
            why += u'\n' + tr("To be handed in: %1").arg(papersInWords(act.papers));
    }
    m_form->checkWhileTyping();
    m_bannerText->setText(why);
    Theme::setProperty(m_banner, "notice", QStringLiteral("warning"));
    m_banner->setVisible(!why.isEmpty());
    m_goOn->hide();
    m_discard->hide();
    say({}, "error");
}

void FormPage::say(const QString &text, const char *role)
{
    m_foot->say(text, role);
}

void FormPage::handIn()
{
    if (!m_body->isEnabled() || m_form->showUnreadable() || m_instruction->showUnreadable())
        return;
    const Instruction instruction = m_instruction->instruction();
    MakeRequest request;
    request.type = m_type.id;
    request.payload = m_form->payload();
    request.reason = m_reason->text().trimmed();
    request.evidence = m_papers->evidence();
    request.instructedBy = instruction.by;
    request.instructedOn = instruction.on;
    request.objection = instruction.objection;
    request.resubmits = m_resubmits;
    if (m_sheet && !m_sheet->hasFile() && m_resubmits == 0) {
        say(tr("Choose the sheet with the rows first."), "error");
        return;
    }
    told([&] {
        const bool fromSheet = m_sheet && m_sheet->hasFile();
        ActResult result;
        if (fromSheet)
            result = m_sheet->make(request);
        else
            enterBeside(
                m_office, [&] { result = m_office.make(m_session, request); },
                [this] {
                    say(tr("Handed in; the county's service has not answered yet …"), "warning");
                });
        const QString back = fromSheet ? m_sheet->givenBack() : QString();
        clearAfterwards();
        emit handedIn(result, m_type.id);
        if (!back.isEmpty())
            say(tr("%1 rows were taken; %2 are given back with reasons in %3")
                    .arg(result.rowsTaken)
                    .arg(result.rowsGivenBack)
                    .arg(back),
                "warning");
    });
}

void FormPage::printBeforeMaking()
{
    if (m_noticeId.isEmpty() || !m_body->isEnabled())
        return;
    QStringList seen;
    const QList<Evidence> evidence = m_papers->evidence();
    for (const Evidence &each : evidence)
        seen.append(each.kind);
    told([&] {
        const QJsonObject payload = m_form->payload();
        const QString lateReason = m_reason->text().trimmed();
        const Office::Printable shown = m_office.prepareBeforeMaking(
            m_session, m_noticeId, m_type.id, payload, seen, lateReason);
        PreviewDialog preview(drawnPaper(shown), this);
        preview.setGiving([&](const PreviewDialog::HandOut &handOut) {
            m_office.giveOutBeforeMaking(
                m_session, m_noticeId, m_type.id, payload, seen,
                [&](const Office::Printable &paper) { handOut({drawnPaper(paper)}); }, lateReason);
        });
        preview.exec();
    });
}

void FormPage::checkSheet()
{
    if (!m_form->showUnreadable())
        told([this] { m_sheet->check(m_form->payload()); });
}

bool FormPage::told(const std::function<void()> &work)
{
    try {
        work();
        return true;
    } catch (const RefusedError &error) {
        refused(error.refusals);
    } catch (const DatabaseError &error) {
        say(error.text(), "error");
    } catch (const SheetError &error) {
        say(error.text, "error");
    } catch (const std::invalid_argument &error) {
        say(QString::fromUtf8(error.what()), "error");
    } catch (const StoppedError &) {
        say(tr("Stopped. Nothing has changed."), "error");
    }
    return false;
}

/** What asks for a reason: warnings of the rules, and a paper that an earlier notice did not name.
 */
void FormPage::showReasons()
{
    QStringList all = m_warned;
    if (!m_lateNotice.isEmpty())
        all.append(m_lateNotice);
    m_warnings->setText(all.join(u'\n'));
    m_reasonCard->setVisible(!all.isEmpty());
}

void FormPage::refused(const QList<Refusal> &refusals)
{
    QStringList rest;
    const bool fieldIsBad = m_form->showFindings(refusals, rest);
    say(rest.join(u' '), "error");
    for (const Refusal &each : refusals) {
        if (each.code == QLatin1String("PAPER_NOT_NAMED_FIRST"))
            m_lateNotice = each.text;
        if (each.field == QLatin1String("reason")) {
            showReasons();
            m_form->checkWhileTyping();
            m_reasonCard->show();
        }
        // Whoever goes on typing types into the first field that is wrong.
        if (fieldIsBad)
            continue;
        if (each.field == QLatin1String("evidence"))
            m_papers->focusFirstMissing();
        else if (each.field == QLatin1String("reason"))
            m_reason->setFocus();
    }
}

void FormPage::clearAfterwards()
{
    say({}, "error");
    m_reason->clear();
    m_lateNotice.clear();
    m_instruction->clear();
    m_papers->clear();
    m_papers->ask({});
    if (m_sheet)
        m_sheet->clear();
    m_form->clearForNext();
    m_resubmits = 0;
    m_banner->hide();
    m_meanwhile->clear();
    discardDraft();
}

void FormPage::clearByHand()
{
    clearAfterwards();
    m_form->focusFirst();
}

void FormPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !m_body->isEnabled()) {
        QWidget::keyPressEvent(event);
        return;
    }
    askToClear();
}

void FormPage::askToClear()
{
    if (!m_body->isEnabled())
        return;
    if (m_escape.isActive()) {
        m_escape.stop();
        clearByHand();
    } else {
        m_escape.start();
        say(tr("Once more clears the form."), "hint");
    }
}

void FormPage::touched()
{
    // Not started anew by the next key: who types without a pause is kept as well.
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
}

void FormPage::keepDraft()
{
    m_draftTimer.stop();
    const QJsonObject typed = m_form->typed();
    const QJsonObject marks = m_papers->marks();
    try {
        const QJsonObject instruction = m_instruction->typed();
        if (typed.isEmpty() && marks.isEmpty() && instruction.isEmpty()) {
            discardDraft();
            return;
        }
        m_drafts.keep(m_type.id,
                      {m_office.clock().now(),
                       {{QStringLiteral("typed"), typed},
                        {QStringLiteral("unshown"), m_form->unshown()},
                        {QStringLiteral("papers"), marks},
                        {QStringLiteral("reason"), m_reason->text()},
                        {QStringLiteral("instruction"), instruction},
                        {QStringLiteral("resubmits"), QString::number(m_resubmits)}}});
    } catch (const DatabaseError &error) {
        say(tr("What you type cannot be kept on this disk: %1").arg(error.text()), "error");
    }
}

void FormPage::keepFiles()
{
    try {
        m_drafts.keep(m_type.id + QStringLiteral("#files"),
                      {m_office.clock().now(), m_papers->files()});
    } catch (const DatabaseError &error) {
        say(tr("What you type cannot be kept on this disk: %1").arg(error.text()), "error");
    }
    touched();
}

void FormPage::discardDraft()
{
    m_draftTimer.stop();
    m_drafts.discard(m_type.id);
    m_drafts.discard(m_type.id + QStringLiteral("#files"));
}

void FormPage::offerDraft()
{
    const std::optional<Draft> draft = m_drafts.find(m_type.id);
    if (!draft)
        return;
    const QDateTime at = officeTime(draft->at);
    const bool today = at.date() == officeDate(m_office.clock().now());
    const QJsonObject typed = draft->content[u"typed"].toObject();
    Theme::setProperty(m_banner, "notice", QStringLiteral("true"));
    m_bannerText->setText(
        tr("A form of %1 was not handed in: %2")
            .arg(at.toString(today ? QStringLiteral("HH:mm") : QStringLiteral("MM-dd HH:mm")),
                 typed[u"name"].toString(tr("%n field(s) filled", nullptr, int(typed.size())))));
    m_goOn->show();
    m_discard->show();
    m_banner->show();
    m_body->setEnabled(false);
    m_button->setEnabled(false);
}

void FormPage::answerDraft(bool goOn)
{
    m_banner->hide();
    m_body->setEnabled(true);
    m_button->setEnabled(true);
    const std::optional<Draft> draft = m_drafts.find(m_type.id);
    if (goOn && draft) {
        const std::optional<Draft> files = m_drafts.find(m_type.id + QStringLiteral("#files"));
        m_form->setTyped(draft->content[u"typed"].toObject());
        m_form->setPayload(draft->content[u"unshown"].toObject());
        m_resubmits = draft->content[u"resubmits"].toString().toLongLong();
        if (m_resubmits != 0)
            m_papers->ask(papersAskedAtReturn(m_office.view(m_session, m_resubmits)));
        m_papers->restore(draft->content[u"papers"].toObject(),
                          files ? files->content : QJsonObject());
        m_reason->setText(draft->content[u"reason"].toString());
        m_instruction->setTyped(draft->content[u"instruction"].toObject());
        m_form->checkWhileTyping();
    } else {
        discardDraft();
    }
    m_form->focusEmpty();
}

void FormPage::loadPins()
{
    const QSettings pins(stateFolder() + QStringLiteral("/pins.ini"), QSettings::IniFormat);
    const QVariant kept = pins.value(
        QStringLiteral("%1-%2/%3")
            .arg(m_office.identity().left(16), QString::number(m_session.operatorId()), m_type.id));
    if (kept.isValid())
        m_form->setPinned(kept.toStringList());
}

void FormPage::keepPins()
{
    QSettings pins(stateFolder() + QStringLiteral("/pins.ini"), QSettings::IniFormat);
    pins.setValue(
        QStringLiteral("%1-%2/%3")
            .arg(m_office.identity().left(16), QString::number(m_session.operatorId()), m_type.id),
        m_form->pinned());
}

} // namespace jubao

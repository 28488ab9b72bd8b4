// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/main_window.h"

#include "database/ids.h"
#include "desk/approval_dialog.h"
#include "desk/background.h"
#include "desk/books_watch.h"
#include "desk/form_page.h"
#include "desk/icon.h"
#include "desk/inbox_page.h"
#include "desk/key_stick_dialog.h"
#include "desk/keys_dialog.h"
#include "desk/list_page.h"
#include "desk/lock_screen.h"
#include "desk/notice_bar.h"
#include "desk/on_the_spot.h"
#include "desk/person_page.h"
#include "desk/preview_dialog.h"
#include "desk/record_form.h"
#include "desk/search_line.h"
#include "desk/sidebar.h"
#include "desk/sign_in_dialog.h"
#include "desk/sign_many_dialog.h"
#include "desk/status_strip.h"
#include "desk/theme.h"
#include "desk/words.h"
#include "operations/snapshot.h"
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int headerHeight = 56;
constexpr int statusHeight = 28;

const QString inboxId = QStringLiteral("inbox");

/** Where a business room lends no module, its operations stand under this title. */
Module nameless(const QString &room)
{
    Module module;
    module.name = room;
    module.title = ModuleHost::roomTitle(room);
    module.icon = QStringLiteral("file");
    module.order = 900;
    return module;
}

/** To the first thing on the page that keys can do something with. */
void focusInto(QWidget *page)
{
    for (QWidget *next = page->nextInFocusChain(); next != page; next = next->nextInFocusChain()) {
        if (page->isAncestorOf(next) && next->isVisibleTo(page) && next->isEnabledTo(page)
            && next->focusPolicy() & Qt::TabFocus) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

QStringList postTitles(const Session &session)
{
    QStringList titles;
    const QStringList posts = session.posts();
    for (const QString &post : posts)
        titles.append(postTitle(post));
    return titles;
}

} // namespace

MainWindow::MainWindow(Office &office, std::shared_ptr<Session> session, DeskServices services,
                       const QString &moduleFolder)
    : m_office(office)
    , m_session(std::move(session))
    , m_services(std::move(services))
    , m_modules(ModuleHost::load(moduleFolder))
    , m_pages(new QStackedWidget)
    , m_sidebar(new Sidebar)
{
    setWindowTitle(office.name());
    resize(1366, 768);
    m_inbox = new InboxPage(office, *m_session);
    m_pages->addWidget(m_inbox);
    auto *central = new QWidget;
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    buildSidebar();
    row->addWidget(m_sidebar);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(buildHeader());
    m_notices = new NoticeBar(m_office, *m_session, missingPages());
    connect(m_notices, &NoticeBar::told, this, &MainWindow::tell);
    right->addWidget(m_notices);
    right->addWidget(m_pages, 1);
    row->addLayout(right, 1);
    setCentralWidget(central);
    watchBooks();
    buildStatusBar();
    addShortcuts();
    connect(m_sidebar, &Sidebar::chosen, this, &MainWindow::open);
    connect(m_inbox, &InboxPage::opened, this, &MainWindow::openOperation);
    connect(m_inbox, &InboxPage::callWanted, this, &MainWindow::callSomebody);
    connect(m_inbox, &InboxPage::signWanted, this, &MainWindow::signMarked);
    m_idle = new IdleWatch(m_office.idleLimit(), this, [this] {
        return m_session->isLocked() || m_office.keyIsThere(*m_session);
    });
    connect(m_idle, &IdleWatch::idle, this, &MainWindow::lock);
    connect(m_inbox, &InboxPage::told, this, &MainWindow::tell);
    connect(m_inbox, &InboxPage::counted, this,
            [this](int count) { m_sidebar->setCount(inboxId, count); });
    showInbox();
}

/** The pages ask for the session to the last event, and a field that loses the focus is one. */
MainWindow::~MainWindow()
{
    delete takeCentralWidget();
}

void MainWindow::watchBooks()
{
    m_watch = new BooksWatch(m_office, *m_session, this);
    connect(m_watch, &BooksWatch::reachedChanged, this, &MainWindow::showSeen);
    connect(m_watch, &BooksWatch::grew, this, [this](qint64 since) {
        showSeen();
        for (FormPage *form : std::as_const(m_forms))
            form->booksGrew(since);
    });
    // What another window or program makes and decides shows here by itself.
    connect(m_watch, &BooksWatch::othersActed, this, [this] {
        m_inbox->refresh();
        if (ListPage *list = listInSight())
            list->booksGrew();
    });
}

ListPage *MainWindow::listInSight() const
{
    QWidget *page = m_pages->currentWidget();
    auto *list = qobject_cast<ListPage *>(page);
    return list ? list : page->findChild<ListPage *>();
}

void MainWindow::addShortcuts()
{
    const auto shortcut = [this](const QKeySequence &keys, const std::function<void()> &call) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, call);
    };
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_K), [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_I), [this] { showInbox(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_L), [this] { lock(); });
    shortcut(QKeySequence(Qt::Key_F1), [this] { showKeys(); });
    shortcut(QKeySequence(Qt::Key_F10), [this] { callSomebody(); });
    shortcut(QKeySequence(Qt::Key_F5), [this] {
        m_inbox->refresh();
        if (ListPage *list = listInSight())
            list->refresh();
        m_notices->refresh();
    });
}

void MainWindow::buildSidebar()
{
    m_sidebar->addGroup(tr("My work"));
    m_sidebar->addPage(inboxId, tr("Inbox"), QStringLiteral("inbox"));
    m_sidebar->addGroup(tr("Business"));
    const Reader reader = m_office.reader();
    const SnapshotReader snapshots(reader, m_office.registry());
    QMap<QString, QList<const OperationType *>> mine;
    const QList<const OperationType *> types = m_office.registry().types();
    for (const OperationType *type : types) {
        if (!type->byProgram && snapshots.mayMake(*type, m_session->posts()))
            mine[type->room].append(type);
    }
    for (const Module &module : std::as_const(m_modules))
        addModule(module, mine.take(module.name));
    for (auto it = mine.cbegin(); it != mine.cend(); ++it)
        addModule(nameless(it.key()), it.value());
}

void MainWindow::addModule(const Module &module, const QList<const OperationType *> &types)
{
    const QStringList posts = m_session->posts();
    const auto allowed = [&posts](const QStringList &wanted) {
        return wanted.isEmpty()
            || std::any_of(wanted.begin(), wanted.end(),
                           [&posts](const QString &post) { return posts.contains(post); });
    };
    const bool people = m_office.mayUse(*m_session, DataRight::Look);
    QList<ModulePage> pages;
    if (module.plugin && allowed(module.posts))
        pages = module.plugin->pages();
    pages.erase(std::remove_if(pages.begin(), pages.end(),
                               [&](const ModulePage &page) {
                                   return !allowed(page.posts) || (page.personal && !people);
                               }),
                pages.end());
    if (pages.isEmpty() && types.isEmpty())
        return;
    m_sidebar->addModule(module.name, module.title, module.icon);
    // What one looks into comes first, then what is made, the daily work before the rest.
    for (const ModulePage &page : std::as_const(pages)) {
        m_modulePages.insert(page.id, page);
        m_sidebar->addChild(module.name, page.id, page.title);
    }
    QList<const OperationType *> sorted = types;
    for (const ModulePage &page : std::as_const(pages))
        sorted.removeIf([&page](const OperationType *type) { return type->id == page.makes; });
    const QStringList daily = module.plugin ? module.plugin->dailyWork() : QStringList();
    const auto place = [&daily](const OperationType *type) {
        const qsizetype at = daily.indexOf(type->id);
        return at < 0 ? daily.size() : at;
    };
    std::stable_sort(
        sorted.begin(), sorted.end(),
        [&place](const OperationType *a, const OperationType *b) { return place(a) < place(b); });
    for (const OperationType *type : std::as_const(sorted))
        m_sidebar->addChild(module.name, type->id, type->title);
}

QWidget *MainWindow::buildHeader()
{
    auto *header = new QFrame;
    header->setObjectName(QStringLiteral("header"));
    header->setFixedHeight(headerHeight);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(20);
    row->addWidget(Theme::label(m_office.name(), "brand"));
    m_search = new SearchLine(m_office, m_services, m_office.mayUse(*m_session, DataRight::Look));
    m_search->setPlaces(m_sidebar->places());
    m_search->setFixedWidth(400);
    connect(m_search, &SearchLine::personChosen, this, &MainWindow::showPerson);
    connect(m_search, &SearchLine::placeChosen, this, &MainWindow::open);
    row->addWidget(m_search);
    row->addStretch(1);
    if (m_office.isDemo())
        row->addWidget(Theme::label(tr("Demo"), "demo"), 0, Qt::AlignVCenter);
    auto *avatar = Theme::label(m_session->displayName().left(1), "avatar");
    avatar->setFixedSize(32, 32);
    avatar->setAlignment(Qt::AlignCenter);
    row->addWidget(avatar);
    auto *who = new QVBoxLayout;
    who->setSpacing(0);
    who->addStretch(1);
    who->addWidget(Theme::label(m_session->displayName(), "name"));
    who->addWidget(Theme::label(postTitles(*m_session).join(QStringLiteral(" · ")), "hint"));
    who->addStretch(1);
    row->addLayout(who);
    row->addWidget(buildAccountButton());
    return header;
}

QToolButton *MainWindow::buildAccountButton()
{
    auto *button = new QToolButton;
    button->setObjectName(QStringLiteral("account"));
    button->setAccessibleName(tr("Own account"));
    button->setToolTip(tr("Own account"));
    button->setIcon(themedIcon(QStringLiteral("chevron_down")));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->addAction(themedIcon(QStringLiteral("lock")), tr("Lock the window (Ctrl+L)"), this,
                    &MainWindow::lock);
    menu->addAction(themedIcon(QStringLiteral("key")), tr("Change the password …"), this,
                    &MainWindow::changePassword);
    menu->addAction(themedIcon(QStringLiteral("shield")), tr("Key on a USB stick …"), this,
                    &MainWindow::moveKey);
    menu->addAction(themedIcon(QStringLiteral("file")), tr("Keys (F1)"), this,
                    &MainWindow::showKeys);
    menu->addAction(themedIcon(QStringLiteral("moon")), tr("Light or dark"), this,
                    &MainWindow::switchFace);
    menu->addSeparator();
    menu->addAction(themedIcon(QStringLiteral("sign_out")), tr("Sign out"), this,
                    &MainWindow::signOutWanted);
    button->setMenu(menu);
    return button;
}

QStringList MainWindow::missingPages() const
{
    QStringList texts;
    for (const Module &module : m_modules) {
        if (!module.error.isEmpty())
            texts.append(tr("The pages of “%1” could not be loaded; everything else works. %2")
                             .arg(module.title, module.error));
    }
    return texts;
}

void MainWindow::buildStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    m_seen = new QLabel;
    m_seen->setObjectName(QStringLiteral("seen"));
    statusBar()->addPermanentWidget(m_seen);
    QStringList parts;
    if (m_session->lastSignIn().isValid())
        parts.append(tr("Last sign-in %1")
                         .arg(officeTime(m_session->lastSignIn())
                                  .toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
    if (m_session->failedTriesSince() > 0)
        parts.append(tr("%n failed try(ies) since then", nullptr, m_session->failedTriesSince()));
    if (m_session->passwordDue())
        parts.append(tr("The password ends in %n day(s)", nullptr, m_session->passwordDaysLeft()));
    m_status = new StatusStrip(parts.join(QStringLiteral("  ·  ")));
    connect(m_status, &StatusStrip::callWanted, this, &MainWindow::callSomebody);
    connect(m_status, &StatusStrip::lookWanted, this, [this] { showOperation(m_lastMade); });
    statusBar()->addWidget(m_status, 1);
    // As high with its buttons as without: no field moves when something was handed in.
    statusBar()->setFixedHeight(statusHeight);
    m_watch->catchUp();
    showSeen();
}

void MainWindow::showSeen()
{
    m_seen->setText(!m_watch->reached()
                        ? tr("The county server does not answer; what is typed stays here")
                        : m_office.isCountyDesk()
                        ? tr("Books on the county server · entry %1").arg(m_watch->seen())
                        : tr("Books on this computer · entry %1").arg(m_watch->seen()));
}

QString MainWindow::pageTitle(const QString &id) const
{
    for (const Module &module : m_modules) {
        const QList<ModulePage> pages =
            module.plugin ? module.plugin->pages() : QList<ModulePage>();
        for (const ModulePage &page : pages) {
            if (page.id == id)
                return page.title;
        }
    }
    return {};
}

void MainWindow::tell(const QString &text)
{
    m_status->tell(text);
    m_watch->catchUp();
}

void MainWindow::open(const QString &id)
{
    if (id == inboxId)
        showInbox();
    else if (m_modulePages.contains(id))
        showModulePage(id);
    else
        showForm(id);
    if (m_search->hasFocus())
        focusInto(m_pages->currentWidget());
}

void MainWindow::showPage(QWidget *page)
{
    if (m_pages->indexOf(page) < 0)
        m_pages->addWidget(page);
    // What happened last concerns the page it happened on.
    if (page != m_pages->currentWidget() && m_status)
        m_status->clear();
    m_pages->setCurrentWidget(page);
}

void MainWindow::showInbox()
{
    m_sidebar->setCurrent(inboxId);
    m_inbox->refresh();
    showPage(m_inbox);
    m_inbox->table()->setFocus();
    m_watch->catchUp();
    m_notices->refresh();
}

void MainWindow::showModulePage(const QString &id)
{
    QWidget *&page = m_builtPages[id];
    if (!page) {
        page = m_modulePages.value(id).create(*this);
        m_pages->addWidget(page);
    }
    m_sidebar->setCurrent(id);
    showPage(page);
}

void MainWindow::showForm(const QString &type)
{
    FormPage *&page = m_forms[type];
    if (!page) {
        page = new FormPage(*m_office.registry().find(type), m_office, *m_session, m_services);
        connect(page, &FormPage::handedIn, this, &MainWindow::handedIn);
    }
    m_sidebar->setCurrent(type);
    showPage(page);
    page->start();
}

void MainWindow::startOperation(const QString &type, const QJsonObject &payload)
{
    showForm(type);
    if (!payload.isEmpty())
        m_forms.value(type)->form().begin(payload);
}

void MainWindow::showPerson(qint64 person)
{
    try {
        m_office.lookAtPerson(*m_session, DataRight::Look, QStringLiteral("person"), person);
    } catch (const RefusedError &refused) {
        tell(refused.refusals.first().text);
        return;
    }
    QWidget *before = m_person;
    auto *page = new PersonPage(*this, person, m_services.personSections, m_services.personFigures);
    m_person = page;
    showPage(m_person);
    if (before) {
        m_pages->removeWidget(before);
        before->deleteLater();
    }
    m_sidebar->setCurrent({});
    m_person->setFocus(Qt::TabFocusReason);
}

void MainWindow::showOperation(qint64 operation)
{
    openOperation(operation);
}

void MainWindow::openOperation(qint64 operation)
{
    const OperationView view = m_office.view(*m_session, operation);
    const bool cameBack =
        view.state == OperationState::Returned || view.state == OperationState::Conflict;
    if (cameBack && view.maker == m_session->name()) {
        showForm(view.type);
        m_forms.value(view.type)->resubmit(view);
        return;
    }
    ApprovalDialog dialog(m_office, *m_session, operation, this);
    connect(&dialog, &ApprovalDialog::documentWanted, this, &MainWindow::showDocument);
    connect(m_watch, &BooksWatch::othersActed, &dialog, &ApprovalDialog::booksGrew);
    const bool fromInbox = m_pages->currentWidget() == m_inbox;
    if (fromInbox && m_inbox->part() == InboxPage::Part::Waiting) {
        dialog.setList(m_inbox->shown());
        dialog.setMarks(m_inbox->marks());
    }
    dialog.exec();
    if (fromInbox && m_inbox->part() == InboxPage::Part::Waiting)
        m_inbox->setMarks(dialog.marks());
    if (dialog.decided() > 0)
        tell(dialog.decided() == 1
                 ? dialog.outcome()
                 : tr("%n signed. The journal has it.", nullptr, dialog.decided()));
    m_inbox->refresh();
    if (fromInbox)
        m_inbox->table()->setFocus();
}

void MainWindow::signMarked()
{
    SignManyDialog dialog(m_office, *m_session, m_inbox->marks().values(), this);
    dialog.exec();
    if (!dialog.signedOperations().isEmpty())
        tell(tr("%n signed. The journal has it.", nullptr, int(dialog.signedOperations().size())));
    if (!dialog.signedOperations().isEmpty() || !dialog.refusedOperations().isEmpty())
        m_inbox->setMarks({});
    m_inbox->refresh();
    m_inbox->table()->setFocus();
}

void MainWindow::handedIn(const ActResult &result, const QString &type)
{
    m_lastMade = result.operation;
    const QString words = tr("Handed in as no. %1; waits for: %2")
                              .arg(shortNumber(result.operation))
                              .arg(result.waitsFor);
    m_status->showMade(words);
    m_watch->catchUp();
    // A correction of what came back issues no paper anew.
    if (result.revision == 1)
        offerReceipt(type, result.operation);
    m_inbox->refresh();
}

void MainWindow::callSomebody()
{
    const bool own = m_pages->currentWidget() == m_inbox;
    const QList<qint64> operations = own ? m_inbox->chosenForCall()
        : m_status->offersMade()         ? QList<qint64>{m_lastMade}
                                         : QList<qint64>();
    if (operations.isEmpty())
        return;
    QWidget *before = focusWidget();
    const int signedNow = decideOnTheSpot(m_office, *m_session, operations, this);
    if (signedNow > 0) {
        if (own)
            tell(tr("%n signed. The journal has it.", nullptr, signedNow));
        else
            showMade();
        m_inbox->refresh();
        m_watch->catchUp();
    }
    activateWindow();
    if (before)
        before->setFocus();
}

void MainWindow::showMade()
{
    const OperationView view = m_office.view(*m_session, m_lastMade);
    m_status->showMade(
        view.waitsFor.isEmpty()
            ? tr("No. %1: %2").arg(shortNumber(m_lastMade)).arg(stateWords(view))
            : tr("No. %1 waits for: %2").arg(shortNumber(m_lastMade)).arg(view.waitsFor));
}

void MainWindow::lock()
{
    if (m_session->isLocked() || officeIsBusy())
        return;
    m_office.lock(*m_session);
    // Dialogs that stand open keep their state; nobody reads in them meanwhile.
    QWidgetList hidden;
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *each : all) {
        if (each != this && each->isVisible()) {
            each->setWindowOpacity(0);
            hidden.append(each);
        }
    }
    LockScreen screen(m_office, *m_session, this);
    screen.exec();
    for (QWidget *each : std::as_const(hidden))
        each->setWindowOpacity(1);
    m_idle->restart();
    if (screen.signOutChosen())
        emit signOutWanted();
}

void MainWindow::offerReceipt(const QString &type, qint64 operation)
{
    // A paper of the fact is handed over at once: the money lies on the counter.
    for (const DocumentSpec &document : m_office.registry().find(type)->documents) {
        if (!document.ofFact)
            continue;
        // The first is the paper; others are the same number on another form.
        showDocument(document.id, operation);
        return;
    }
}

void MainWindow::showDocument(const QString &document, qint64 id)
{
    try {
        const Office::Printable printable = m_office.prepareToPrint(*m_session, document, id);
        PreviewDialog preview(drawnPaper(printable), this);
        preview.setGiving([&](const PreviewDialog::HandOut &handOut) {
            m_office.giveOut(*m_session, document, id,
                             [&](const Office::Printable &paper) { handOut({drawnPaper(paper)}); });
        });
        preview.exec();
    } catch (const RefusedError &error) {
        tell(error.refusals.first().text);
    } catch (const std::invalid_argument &error) {
        tell(QString::fromUtf8(error.what()));
    }
}

void MainWindow::switchFace()
{
    const bool dark = Theme::face() == Theme::Face::Light;
    Theme::apply(dark ? Theme::Face::Dark : Theme::Face::Light);
    QSettings().setValue(QStringLiteral("dark"), dark);
}

void MainWindow::showKeys()
{
    KeysDialog(this).exec();
}

void MainWindow::changePassword()
{
    if (PasswordDialog(m_office, *m_session, this).exec() == QDialog::Accepted)
        tell(tr("The password is changed."));
}

void MainWindow::moveKey()
{
    if (KeyStickDialog(m_office, *m_session, this).exec() == QDialog::Accepted)
        tell(tr("The key is on the stick. You sign in with it from now on."));
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/main_window.h"

#include "core/mask.h"
#include "database/ids.h"
#include "desk/approval_dialog.h"
#include "desk/form_page.h"
#include "desk/inbox_page.h"
#include "desk/preview_dialog.h"
#include "desk/sign_in_dialog.h"
#include "desk/theme.h"
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableView>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int sidebarWidth = 220;
constexpr int headerHeight = 56;

} // namespace

MainWindow::MainWindow(Office &office, std::shared_ptr<Session> session, DeskServices services)
    : m_office(office)
    , m_session(std::move(session))
    , m_services(std::move(services))
    , m_pages(new QStackedWidget)
    , m_navigation(new QButtonGroup(this))
{
    setWindowTitle(tr("%1 – Jubao").arg(office.name()));
    resize(1366, 768);
    m_inbox = new InboxPage(office, *m_session);
    m_pages->addWidget(m_inbox);
    auto *central = new QWidget;
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildSidebar());
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(buildHeader());
    const QStringList alarms = office.alarms();
    for (const QString &alarm : alarms) {
        auto *label = Theme::label(alarm, "alarm");
        label->setWordWrap(true);
        label->setMargin(8);
        right->addWidget(label);
    }
    right->addWidget(m_pages, 1);
    row->addLayout(right, 1);
    setCentralWidget(central);
    buildStatusBar();

    m_hits = new QListWidget(this);
    m_hits->hide();
    m_hits->installEventFilter(this);
    connect(m_hits, &QListWidget::itemActivated, this, &MainWindow::chooseHit);
    connect(m_inbox, &InboxPage::opened, this, &MainWindow::openOperation);
    connect(m_inbox, &InboxPage::counted, this, [this](int count) {
        m_inboxButton->setText(count > 0 ? tr("Inbox (%1)").arg(count) : tr("Inbox"));
    });
    const auto shortcut = [this](const QKeySequence &keys, const std::function<void()> &call) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, call);
    };
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_K), [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_I), [this] { showInbox(); });
    shortcut(QKeySequence(Qt::Key_F5), [this] { m_inbox->refresh(); });
    showInbox();
}

MainWindow::~MainWindow() = default;

QPushButton *MainWindow::navigationButton(const QString &text)
{
    auto *button = new QPushButton;
    button->setText(text);
    button->setCheckable(true);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setProperty("kind", QStringLiteral("nav"));
    m_navigation->addButton(button);
    return button;
}

bool MainWindow::mayMake(const OperationType &type) const
{
    // The route in force says which posts may make it; the registrar judges again when it is handed
    // in.
    Query routes =
        m_office.reader().query(QStringLiteral("SELECT steps FROM route WHERE route_key = ?"));
    routes.bindAll(type.id);
    const QStringList posts = m_session->posts();
    while (routes.next()) {
        const Route route = Route::fromJson(routes.text(0).toUtf8());
        for (const QString &post : route.steps.first().posts) {
            if (posts.contains(post))
                return true;
        }
    }
    return false;
}

void MainWindow::addNavigation(QVBoxLayout *column)
{
    m_inboxButton = navigationButton(tr("Inbox"));
    connect(m_inboxButton, &QPushButton::clicked, this, &MainWindow::showInbox);
    column->addWidget(Theme::label(tr("My work"), "group"));
    column->addWidget(m_inboxButton);
    bool titled = false;
    const QList<const OperationType *> types = m_office.registry().types();
    for (const OperationType *type : types) {
        if (!mayMake(*type))
            continue;
        if (!titled) {
            column->addSpacing(10);
            column->addWidget(Theme::label(tr("Business"), "group"));
            titled = true;
        }
        QPushButton *button = navigationButton(type->title);
        button->setObjectName(QStringLiteral("nav_") + type->id);
        connect(button, &QPushButton::clicked, this, [this, id = type->id] { showForm(id); });
        column->addWidget(button);
    }
}

QWidget *MainWindow::buildSidebar()
{
    auto *sidebar = new QFrame;
    sidebar->setObjectName(QStringLiteral("sidebar"));
    sidebar->setFixedWidth(sidebarWidth);
    auto *column = new QVBoxLayout(sidebar);
    column->setContentsMargins(12, 16, 12, 12);
    column->setSpacing(2);
    QLabel *brand = Theme::label(tr("Residents' pension"), "brand");
    brand->setContentsMargins(12, 0, 0, 12);
    column->addWidget(brand);
    addNavigation(column);
    column->addStretch(1);
    return sidebar;
}

QWidget *MainWindow::buildHeader()
{
    auto *header = new QFrame;
    header->setObjectName(QStringLiteral("header"));
    header->setFixedHeight(headerHeight);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(16);
    row->addWidget(Theme::label(m_office.name(), "brand"));
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setFixedWidth(400);
    m_search->setPlaceholderText(tr("Name, pinyin initials, ID number or its last four (Ctrl+K)"));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &MainWindow::search);
    row->addWidget(m_search);
    row->addStretch(1);
    auto *avatar = Theme::label(m_session->displayName().left(1), "avatar");
    avatar->setFixedSize(32, 32);
    avatar->setAlignment(Qt::AlignCenter);
    row->addWidget(avatar);
    auto *who = new QVBoxLayout;
    who->setSpacing(0);
    who->addStretch(1);
    who->addWidget(new QLabel(m_session->displayName()));
    who->addWidget(Theme::label(m_session->posts().join(QStringLiteral(" · ")), "hint"));
    who->addStretch(1);
    row->addLayout(who);
    return header;
}

void MainWindow::buildStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    m_seen = new QLabel;
    statusBar()->addPermanentWidget(m_seen);
    QStringList parts;
    if (m_session->lastSignIn().isValid())
        parts.append(tr("Last sign-in %1")
                         .arg(officeTime(m_session->lastSignIn())
                                  .toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
    if (m_session->failedTriesSince() > 0)
        parts.append(tr("%n failed try(ies) since then", nullptr, m_session->failedTriesSince()));
    constexpr int warnDays = 10;
    if (m_session->passwordDaysLeft() <= warnDays)
        parts.append(tr("The password ends in %n day(s)", nullptr, m_session->passwordDaysLeft()));
    statusBar()->addWidget(new QLabel(parts.join(QStringLiteral("  ·  "))), 1);
    updateSeen();
}

void MainWindow::updateSeen()
{
    m_seen->setText(tr("Books on this computer · entry %1").arg(m_office.journal().headSeq()));
}

void MainWindow::tell(const QString &text)
{
    statusBar()->showMessage(text, 8000);
    updateSeen();
}

void MainWindow::showPage(QWidget *page)
{
    if (m_pages->indexOf(page) < 0)
        m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
}

void MainWindow::showInbox()
{
    m_inboxButton->setChecked(true);
    m_inbox->refresh();
    showPage(m_inbox);
    m_inbox->table()->setFocus();
    updateSeen();
}

void MainWindow::showForm(const QString &type)
{
    FormPage *&page = m_forms[type];
    if (!page) {
        page = new FormPage(*m_office.registry().find(type), m_office, *m_session, m_services);
        connect(page, &FormPage::handedIn, this,
                [this](const ActResult &result, const QString &made) {
                    tell(tr("Handed in as no. %1; waits for: %2")
                             .arg(shortNumber(result.operation))
                             .arg(result.waitsFor));
                    offerReceipt(made, result.operation);
                });
    }
    showPage(page);
    if (auto *button = findChild<QPushButton *>(QStringLiteral("nav_") + type))
        button->setChecked(true);
    page->start();
}

void MainWindow::showPerson(qint64 person)
{
    QWidget *before = m_person;
    m_person = new PersonPage(m_office, *m_session, person, m_services.personSections);
    connect(static_cast<PersonPage *>(m_person), &PersonPage::documentWanted, this,
            &MainWindow::showDocument);
    showPage(m_person);
    if (before) {
        m_pages->removeWidget(before);
        before->deleteLater();
    }
    if (QAbstractButton *checked = m_navigation->checkedButton()) {
        m_navigation->setExclusive(false);
        checked->setChecked(false);
        m_navigation->setExclusive(true);
    }
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
    if (dialog.exec() == QDialog::Accepted)
        tell(tr("Signed. The journal has it."));
    m_inbox->refresh();
    m_inbox->table()->setFocus();
}

void MainWindow::offerReceipt(const QString &type, qint64 operation)
{
    // A paper of the fact is handed over at once: the money lies on the counter.
    for (const DocumentSpec &document : m_office.registry().find(type)->documents) {
        if (document.ofFact)
            showDocument(document.id, operation);
    }
}

void MainWindow::showDocument(const QString &document, qint64 id)
{
    try {
        const Office::Printable printable = m_office.prepareToPrint(*m_session, document, id);
        PreviewDialog(printable.data, {printable.foot, printable.stamp}, this).exec();
    } catch (const RefusedError &error) {
        tell(error.refusals.first().text);
    } catch (const std::invalid_argument &error) {
        tell(QString::fromUtf8(error.what()));
    }
}

void MainWindow::search()
{
    constexpr int shownHits = 12;
    m_hits->clear();
    const QString text = m_search->text().trimmed();
    const QList<DeskServices::Hit> hits = text.isEmpty()
        ? QList<DeskServices::Hit>()
        : m_services.findPersons(m_office.reader(), text, shownHits);
    for (const DeskServices::Hit &hit : hits) {
        auto *item =
            new QListWidgetItem(QStringLiteral("%1    %2    %3")
                                    .arg(hit.name, maskIdNumber(hit.idNumber), hit.division),
                                m_hits);
        item->setData(Qt::UserRole, hit.id);
    }
    m_hits->setVisible(!hits.isEmpty());
    if (hits.isEmpty())
        return;
    m_hits->setCurrentRow(0);
    constexpr int rowHeight = 38;
    const QPoint below = m_search->mapTo(this, QPoint(0, m_search->height() + 4));
    m_hits->setGeometry(below.x(), below.y(), m_search->width() + 120,
                        std::min(int(hits.size()), 9) * rowHeight + 4);
    m_hits->raise();
}

void MainWindow::chooseHit()
{
    const QListWidgetItem *item = m_hits->currentItem();
    if (!item)
        return;
    const qint64 person = item->data(Qt::UserRole).toLongLong();
    m_hits->hide();
    m_search->clear();
    showPerson(person);
}

bool MainWindow::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int next = m_hits->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_hits->setCurrentRow(std::clamp(next, 0, std::max(0, m_hits->count() - 1)));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            chooseHit();
            return true;
        }
        if (key == Qt::Key_Escape) {
            m_hits->hide();
            m_search->clear();
            return true;
        }
    }
    return QMainWindow::eventFilter(object, event);
}

} // namespace jubao

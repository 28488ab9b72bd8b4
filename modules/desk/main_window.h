// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/module_host.h"
#include "desk/services.h"
#include "desk/shell.h"
#include <QMainWindow>

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace jubao {

class BooksWatch;
class FormPage;
class IdleWatch;
class InboxPage;
class ListPage;
class NoticeBar;
class SearchLine;
class Sidebar;
class StatusStrip;

/**
 * The window: side bar by post, search for a person (Ctrl+K), inbox, forms, person pages, and the
 * pages of the modules. It hosts the modules and knows none of them.
 */
class MainWindow : public QMainWindow, public Shell {
    Q_OBJECT

public:
    MainWindow(Office &office, std::shared_ptr<Session> session, DeskServices services,
               const QString &moduleFolder = ModuleHost::defaultFolder());
    ~MainWindow() override;

    void showInbox();
    void showForm(const QString &type);
    /** A page of the side bar, by the id that its module gave it. */
    void showModulePage(const QString &id);

    Office &office() override { return m_office; }
    Session &session() override { return *m_session; }
    void showPerson(qint64 person) override;
    void showOperation(qint64 operation) override;
    void startOperation(const QString &type, const QJsonObject &payload) override;
    void showDocument(const QString &document, qint64 id) override;
    QString pageTitle(const QString &id) const override;
    void tell(const QString &text) override;
    /** Wipes the key and lies over the window until the password is given again. */
    void lock();

signals:
    void signOutWanted();

private:
    void buildSidebar();
    void addModule(const Module &module, const QList<const OperationType *> &types);
    QWidget *buildHeader();
    QToolButton *buildAccountButton();
    QStringList missingPages() const;
    void buildStatusBar();
    void addShortcuts();
    void open(const QString &id);
    void showPage(QWidget *page);
    void openOperation(qint64 operation);
    void offerReceipt(const QString &type, qint64 operation);
    void handedIn(const ActResult &result, const QString &type);
    void callSomebody();
    void showMade();
    void signMarked();
    void switchFace();
    void showKeys();
    void changePassword();
    void moveKey();
    void watchBooks();
    ListPage *listInSight() const;
    void showSeen();

    Office &m_office;
    std::shared_ptr<Session> m_session;
    DeskServices m_services;
    QList<Module> m_modules;
    QMap<QString, ModulePage> m_modulePages;
    QMap<QString, QWidget *> m_builtPages;
    QMap<QString, FormPage *> m_forms;
    QStackedWidget *m_pages;
    Sidebar *m_sidebar;
    NoticeBar *m_notices = nullptr;
    InboxPage *m_inbox = nullptr;
    QWidget *m_person = nullptr;
    SearchLine *m_search = nullptr;
    StatusStrip *m_status = nullptr;
    QLabel *m_seen = nullptr;
    BooksWatch *m_watch = nullptr;
    qint64 m_lastMade = 0; ///< what the status bar offers to decide here
    IdleWatch *m_idle = nullptr;
};

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/services.h"
#include "operations/office.h"
#include <QMainWindow>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QPushButton;
class QVBoxLayout;

namespace jubao {

class FormPage;
class InboxPage;

/** The shell: side bar by post, search for a person (Ctrl+K), inbox, forms, person pages. */
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Office &office, std::shared_ptr<Session> session, DeskServices services);
    ~MainWindow() override;

    void showInbox();
    void showForm(const QString &type);
    void showPerson(qint64 person);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *buildSidebar();
    QWidget *buildHeader();
    void buildStatusBar();
    void addNavigation(QVBoxLayout *column);
    QPushButton *navigationButton(const QString &text);
    bool mayMake(const OperationType &type) const;
    void search();
    void chooseHit();
    void openOperation(qint64 operation);
    void showPage(QWidget *page);
    void tell(const QString &text);
    /** Prepares a paper, which counts as given, and shows it. */
    void showDocument(const QString &document, qint64 id);
    void offerReceipt(const QString &type, qint64 operation);
    void updateSeen();

    Office &m_office;
    std::shared_ptr<Session> m_session;
    DeskServices m_services;
    QStackedWidget *m_pages;
    InboxPage *m_inbox = nullptr;
    QMap<QString, FormPage *> m_forms;
    QWidget *m_person = nullptr;
    QButtonGroup *m_navigation;
    QPushButton *m_inboxButton = nullptr;
    QLineEdit *m_search = nullptr;
    QListWidget *m_hits = nullptr;
    QLabel *m_seen = nullptr;
};

} // namespace jubao

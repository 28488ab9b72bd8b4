// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/sign_in_dialog.h"

#include "core/text.h"
#include "database/error.h"
#include "desk/background.h"
#include "desk/icon.h"
#include "desk/sign_in_parts.h"
#include "desk/theme.h"
#include "operations/office.h"
#include "operations/snapshot.h"
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int innerWidth = 420 - 2 * 32;

/** The operators of a demo office as its maker wrote them down; nothing where the file is gone. */
QJsonArray demoOperators(const Office &office)
{
    QFile file(QDir(office.folder()).filePath(QStringLiteral("demo-passwords.json")));
    if (!office.isDemo() || !file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[u"operators"].toArray();
}

} // namespace

SignInDialog::SignInDialog(Office &office, QWidget *parent) : QDialog(parent), m_office(office)
{
    setObjectName(QStringLiteral("sign_in_dialog"));
    setWindowTitle(tr("Sign in"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildForm());
    if (QWidget *demo = buildDemo())
        row->addWidget(demo, 1);
    m_name->setFocus();
}

QWidget *SignInDialog::buildForm()
{
    auto *form = new QWidget;
    constexpr int formWidth = 400;
    form->setFixedWidth(formWidth);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(32, 32, 32, 24);
    column->setSpacing(5);
    auto *brand = new QHBoxLayout;
    brand->setSpacing(12);
    brand->addWidget(new IconLabel(QStringLiteral("shield"), QStringLiteral("primary"), 36));
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(Theme::label(tr("Residents' pension insurance"), "title"));
    titles->addWidget(Theme::label(m_office.name(), "label"));
    brand->addLayout(titles, 1);
    column->addLayout(brand);
    const QStringList alarms = m_office.alarms();
    for (const QString &alarm : alarms) {
        column->addSpacing(8);
        column->addWidget(boxedLabel(alarm, "alarm", formWidth - 2 * 32));
    }
    column->addSpacing(20);
    m_name = addLine(column, tr("Account"), "name", false);
    m_password = addLine(column, tr("Password"), "password", true);
    m_message = addMessage(column);
    m_button = addMainButton(column, tr("Sign in"));
    m_button->setObjectName(QStringLiteral("sign_in"));
    connect(m_button, &QPushButton::clicked, this, &SignInDialog::signIn);
    column->addStretch(1);
    auto *first = new QPushButton(tr("First sign-in with a printed code …"));
    first->setObjectName(QStringLiteral("admit"));
    first->setAutoDefault(false);
    Theme::setProperty(first, "kind", QStringLiteral("link"));
    connect(first, &QPushButton::clicked, this, &SignInDialog::admitSomeone);
    column->addWidget(first, 0, Qt::AlignLeft);
    return form;
}

QWidget *SignInDialog::buildDemo()
{
    const QJsonArray operators = demoOperators(m_office);
    if (operators.isEmpty())
        return nullptr;
    auto *side = new QFrame;
    side->setObjectName(QStringLiteral("demo_side"));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(10);
    column->addWidget(
        wrappedLabel(tr("Demo office: invented people. Choose one, Enter signs in."), "notice"));
    m_operators = new QTableWidget(int(operators.size()), 3);
    m_operators->setObjectName(QStringLiteral("operators"));
    m_operators->setAccessibleName(tr("Operators of the demo office"));
    m_operators->setHorizontalHeaderLabels({tr("Account"), tr("Posts"), tr("Password")});
    for (int i = 0; i < operators.size(); ++i) {
        const QJsonObject each = operators.at(i).toObject();
        QStringList posts;
        const QJsonArray held = each[u"posts"].toArray();
        for (const QJsonValue &post : held)
            posts.append(postTitle(post.toString()));
        const QStringList cells{each[u"name"].toString(), posts.join(QStringLiteral(" · ")),
                                each[u"password"].toString()};
        for (int cell = 0; cell < cells.size(); ++cell)
            m_operators->setItem(i, cell, new QTableWidgetItem(cells.at(cell)));
    }
    dressTable(m_operators);
    const auto take = [this](int line) {
        m_name->setText(m_operators->item(line, 0)->text());
        m_password->setText(m_operators->item(line, 2)->text());
    };
    connect(m_operators, &QTableWidget::itemSelectionChanged, this, [this, take] {
        if (m_operators->currentRow() >= 0)
            take(m_operators->currentRow());
    });
    connect(m_operators, &QTableWidget::itemActivated, this, &SignInDialog::signIn);
    column->addWidget(m_operators, 1);
    side->setMinimumWidth(440);
    setMinimumHeight(560);
    return side;
}

void SignInDialog::reject()
{
    if (!officeIsBusy())
        QDialog::reject();
}

void SignInDialog::signIn()
{
    const QString name = normaliseInput(m_name->text());
    if (name.isEmpty()) {
        m_message->setText(tr("Enter the account."));
        m_name->setFocus();
        return;
    }
    if (officeIsBusy())
        return;
    const Waiting waiting(m_button, tr("Opening …"));
    m_message->clear();
    try {
        const QString password = m_password->text();
        runBeside([this, &name, &password] { m_session = m_office.signIn(name, password); });
        accept();
    } catch (const RefusedError &error) {
        m_message->setText(error.refusals.first().text);
        m_password->selectAll();
        m_password->setFocus();
    } catch (const DatabaseError &error) {
        m_message->setText(error.text());
    }
}

void SignInDialog::admitSomeone()
{
    AdmissionDialog admission(m_office, normaliseInput(m_name->text()), this);
    if (admission.exec() != QDialog::Accepted)
        return;
    m_name->setText(admission.name());
    m_password->clear();
    m_password->setFocus();
    Theme::setProperty(m_message, "role", QStringLiteral("success"));
    m_message->setText(
        tr("Your key is made. You can sign in when the security administrator has confirmed it."));
}

PasswordDialog::PasswordDialog(Office &office, Session &session, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_session(session)
{
    setObjectName(QStringLiteral("password_dialog"));
    setWindowTitle(tr("Change the password"));
    setFixedWidth(420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 24, 32, 24);
    column->setSpacing(5);
    column->addWidget(Theme::label(tr("Change the password"), "title"));
    if (session.passwordMustChange())
        column->addWidget(boxedLabel(
            tr("The password has run out or your posts have changed: choose a new one first."),
            "notice", innerWidth));
    column->addSpacing(8);
    m_present = addLine(column, tr("Present password"), "present", true);
    m_next = new NewPassword(session.name());
    column->addWidget(m_next);
    m_message = addMessage(column);
    m_button = addMainButton(column, tr("Change"));
    m_button->setObjectName(QStringLiteral("change"));
    connect(m_button, &QPushButton::clicked, this, &PasswordDialog::change);
}

void PasswordDialog::reject()
{
    if (!officeIsBusy())
        QDialog::reject();
}

void PasswordDialog::change()
{
    if (!m_next->fault().isEmpty()) {
        m_next->focusFirst(); // which rule is missing stands there already
        return;
    }
    const Waiting waiting(m_button, tr("Changing …"));
    try {
        const QString present = m_present->text();
        const QString next = m_next->password();
        runBeside([this, &present, &next] { m_office.changePassword(m_session, present, next); });
        accept();
    } catch (const RefusedError &error) {
        m_message->setText(error.refusals.first().text);
        m_present->selectAll();
        m_present->setFocus();
    } catch (const DatabaseError &error) {
        m_message->setText(error.text());
    }
}

AdmissionDialog::AdmissionDialog(Office &office, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
{
    setObjectName(QStringLiteral("admission"));
    setWindowTitle(tr("First sign-in"));
    setFixedWidth(420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 24, 32, 24);
    column->setSpacing(5);
    column->addWidget(Theme::label(tr("First sign-in"), "title"));
    column->addWidget(wrappedLabel(
        tr("The system administrator has printed a code for you. With it you make your own key; "
           "the security administrator confirms it."),
        "label"));
    column->addSpacing(8);
    m_name = addLine(column, tr("Account"), "name", false);
    m_name->setText(name);
    m_code = addLine(column, tr("Printed code"), "code", false);
    m_next = new NewPassword(name);
    column->addWidget(m_next);
    connect(m_name, &QLineEdit::textChanged, m_next, &NewPassword::setOperatorName);
    m_message = addMessage(column);
    m_button = addMainButton(column, tr("Make the key"));
    m_button->setObjectName(QStringLiteral("make_key"));
    connect(m_button, &QPushButton::clicked, this, &AdmissionDialog::admit);
    (name.isEmpty() ? m_name : m_code)->setFocus();
}

QString AdmissionDialog::name() const
{
    return normaliseInput(m_name->text());
}

void AdmissionDialog::reject()
{
    if (!officeIsBusy())
        QDialog::reject();
}

void AdmissionDialog::admit()
{
    if (!m_next->fault().isEmpty()) {
        m_next->focusFirst(); // which rule is missing stands there already
        return;
    }
    const Waiting waiting(m_button, tr("Making the key …"));
    try {
        const QString code = normaliseInput(m_code->text()).toUpper();
        const QString next = m_next->password();
        runBeside([this, &code, &next] { m_office.admit(name(), code, next); });
        accept();
    } catch (const RefusedError &error) {
        m_message->setText(error.refusals.first().text);
        m_code->selectAll();
        m_code->setFocus();
    } catch (const DatabaseError &error) {
        m_message->setText(error.text());
    }
}

} // namespace jubao

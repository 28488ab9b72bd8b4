// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/sign_in_dialog.h"

#include "core/text.h"
#include "desk/background.h"
#include "desk/care_dialogs.h"
#include "desk/icon.h"
#include "desk/preview_dialog.h"
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

/** The operators of a demo office as its maker wrote them down; nothing where the file is gone. */
QJsonArray demoOperators(const Office &office)
{
    QFile file(QDir(office.folder()).filePath(QStringLiteral("demo-passwords.json")));
    if (!office.isDemo() || !file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[u"operators"].toArray();
}

} // namespace

SignInDialog::SignInDialog(Office &office, RecoverySheets sheets, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_sheets(std::move(sheets))
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
    m_form = new SignForm;
    m_name = m_form->addLine(tr("Account"), "name", false);
    m_password = m_form->addLine(tr("Password"), "password", true);
    m_form->addButton(tr("Sign in"), "sign_in", tr("Opening …"));
    connect(m_form, &SignForm::confirmed, this, &SignInDialog::signIn);
    column->addWidget(m_form);
    m_upgrade = new QPushButton(tr("Upgrade this office …"));
    m_upgrade->setObjectName(QStringLiteral("upgrade"));
    m_upgrade->setAutoDefault(true);
    m_upgrade->hide();
    connect(m_upgrade, &QPushButton::clicked, this, &SignInDialog::upgrade);
    column->addWidget(m_upgrade);
    column->addStretch(1);
    const auto addLink = [this, column](const QString &text, const char *name,
                                        const std::function<void()> &call) {
        auto *link = new QPushButton(text);
        link->setObjectName(QLatin1String(name));
        link->setAutoDefault(true); // Enter on a link follows it
        Theme::setProperty(link, "kind", QStringLiteral("link"));
        connect(link, &QPushButton::clicked, this, call);
        column->addWidget(link, 0, Qt::AlignLeft);
    };
    addLink(tr("First sign-in with a printed code …"), "admit", [this] { admitSomeone(); });
    if (m_sheets)
        addLink(tr("Nobody can sign in: open two recovery envelopes …"), "recover",
                [this] { recover(); });
    addLink(tr("Another office, or a backup to restore …"), "other_office", [this] {
        m_other = true;
        reject();
    });
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
        m_form->want(m_name, tr("Enter the account."));
        return;
    }
    const QString password = m_password->text();
    if (m_form->run([this, &name, &password] { m_session = m_office.signIn(name, password); })) {
        accept();
        return;
    }
    m_upgrade->setVisible(m_form->refusedCode() == QLatin1String("SCHEMA_WAITS"));
}

void SignInDialog::upgrade()
{
    TwoPersonsDialog dialog(upgradeTask(m_office), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_upgrade->hide();
    m_form->takeEnter();
    m_password->clear();
    m_password->setFocus();
    m_form->say(tr("The office is upgraded. Sign in now."), "success");
}

void SignInDialog::recover()
{
    RecoverDialog dialog(m_office, m_sheets, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_name->setFocus();
    m_form->say(tr("The administrators have new keys. Sign in with the new passwords."), "success");
}

void SignInDialog::admitSomeone()
{
    AdmissionDialog admission(m_office, normaliseInput(m_name->text()), this);
    if (admission.exec() != QDialog::Accepted)
        return;
    m_name->setText(admission.name());
    m_password->clear();
    m_password->setFocus();
    m_form->say(
        tr("Your key is made. You can sign in when the security administrator has confirmed it."),
        "success");
}

PasswordDialog::PasswordDialog(Office &office, Session &session, QWidget *parent)
    : SignDialog("password_dialog", tr("Change the password"), parent)
    , m_office(office)
    , m_session(session)
{
    if (session.passwordMustChange())
        addNotice(
            tr("The password has run out or your posts have changed: choose a new one first."),
            "notice");
    m_present = form().addLine(tr("Present password"), "present", true);
    m_next = new NewPassword(session.name());
    form().addWidget(m_next);
    form().addButton(tr("Change"), "change", tr("Changing …"));
    connect(&form(), &SignForm::confirmed, this, &PasswordDialog::change);
}

void PasswordDialog::change()
{
    if (!m_next->fault().isEmpty()) {
        m_next->focusFirst(); // which rule is missing stands there already
        return;
    }
    const QString present = m_present->text();
    const QString next = m_next->password();
    if (form().run([this, &present, &next] { m_office.changePassword(m_session, present, next); }))
        accept();
}

AdmissionDialog::AdmissionDialog(Office &office, const QString &name, QWidget *parent)
    : SignDialog("admission", tr("First sign-in"), parent)
    , m_office(office)
{
    addNotice(
        tr("The system administrator has printed a code for you. With it you make your own key; "
           "the security administrator confirms it."),
        "label");
    m_name = form().addLine(tr("Account"), "name", false);
    m_name->setText(name);
    m_code = form().addLine(tr("Printed code"), "code", false);
    m_next = new NewPassword(name);
    form().addWidget(m_next);
    connect(m_name, &QLineEdit::textChanged, m_next, &NewPassword::setOperatorName);
    form().addButton(tr("Make the key"), "make_key", tr("Making the key …"));
    connect(&form(), &SignForm::confirmed, this, &AdmissionDialog::admit);
    (name.isEmpty() ? m_name : m_code)->setFocus();
}

QString AdmissionDialog::name() const
{
    return normaliseInput(m_name->text());
}

void AdmissionDialog::admit()
{
    if (!m_next->fault().isEmpty()) {
        m_next->focusFirst(); // which rule is missing stands there already
        return;
    }
    const QString code = normaliseInput(m_code->text()).toUpper();
    const QString next = m_next->password();
    if (!form().run([this, &code, &next] { m_office.admit(name(), code, next); })) {
        m_code->selectAll();
        m_code->setFocus();
        return;
    }
    showSlip();
    accept();
}

void AdmissionDialog::showSlip()
{
    const DocumentSpec *slip =
        m_office.registry().findDocument(QStringLiteral("system.key_slip")).first;
    const std::optional<Slot> own = m_office.slotFile().slot(name());
    if (!slip || !own)
        return;
    try {
        PreviewDialog(DrawnPaper{slip->gather(own->operatorId, {}, m_office.reader()),
                                 {m_office.journal().witnessText(), {}}},
                      this)
            .exec();
    } catch (const std::invalid_argument &error) {
        form().say(QString::fromUtf8(error.what()));
    }
}

} // namespace jubao

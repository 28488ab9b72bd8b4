// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/founding_pages.h"

#include "core/division_code.h"
#include "core/id_number.h"
#include "core/resources.h"
#include "core/text.h"
#include "database/network_share.h"
#include "desk/edit_table.h"
#include "desk/founding_wizard.h"
#include "desk/preview_dialog.h"
#include "desk/theme.h"
#include "operations/founding.h"
#include "operations/slots.h"
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace jubao {

namespace {

QLineEdit *newLine(const QString &title, const QString &name)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setAccessibleName(title);
    return line;
}

QLineEdit *addLine(QVBoxLayout *column, const QString &title, const QString &name)
{
    QLineEdit *line = newLine(title, name);
    QLabel *label = Theme::label(title, "label");
    label->setBuddy(line);
    column->addWidget(label);
    column->addWidget(line);
    column->addSpacing(8);
    return line;
}

/** Empty where the number is right. */
QString numberFault(const QString &number, const QString &whose)
{
    const IdNumberResult result = IdNumber::parse(number, QDate::currentDate());
    if (result.valid)
        return {};
    return whose + QStringLiteral(": ")
        + (result.findings.isEmpty() ? number : result.findings.first().text);
}

bool isCode(const QString &text, qsizetype digits)
{
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](QChar letter) {
               return letter >= u'0' && letter <= u'9';
           });
}

} // namespace

QList<QPair<QString, QString>> shippedChoices(const QString &resource)
{
    QList<QPair<QString, QString>> choices;
    const QJsonArray rows = QJsonDocument::fromJson(readResource(resource)).array();
    for (const auto &row : rows) {
        const QString title =
            row[row.toObject().contains(u"title") ? u"title" : u"name"].toString();
        choices.append({title, row[u"code"].toString()});
    }
    return choices;
}

FoundingPage::FoundingPage(const QString &title, const QString &subtitle)
    : m_message(Theme::label({}, "error"))
    , m_column(new QVBoxLayout(this))
{
    setTitle(title);
    setSubTitle(subtitle);
    m_column->setSpacing(5);
    m_message->setWordWrap(true);
    constexpr int roomForWords = 40;
    m_message->setMinimumHeight(roomForWords);
}

bool FoundingPage::clean(const QString &words)
{
    m_message->setText(words);
    return words.isEmpty();
}

PlacePage::PlacePage()
    : FoundingPage(tr("A new office"),
                   tr("Its name stands on every paper, the county code before every village."))
{
    m_name = addLine(m_column, tr("Name of the office"), QStringLiteral("office_name"));
    m_code = addLine(m_column, tr("Code of the county (6 digits)"), QStringLiteral("county_code"));
    m_county = addLine(m_column, tr("Name of the county"), QStringLiteral("county_name"));
    m_folder = addLine(m_column, tr("Folder for the books, on a disk of this computer"),
                       QStringLiteral("folder"));
    m_folder->setText(QStandardPaths::writableLocation(QStandardPaths::HomeLocation)
                      + QStringLiteral("/jubao"));
    auto *choose = new QPushButton(tr("Choose a folder …"));
    choose->setObjectName(QStringLiteral("choose_folder"));
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString chosen =
            QFileDialog::getExistingDirectory(this, tr("Folder for the books"), m_folder->text());
        if (!chosen.isEmpty())
            m_folder->setText(chosen);
    });
    m_column->addWidget(choose, 0, Qt::AlignLeft);
    m_column->addStretch(1);
    m_column->addWidget(m_message);
}

bool PlacePage::validatePage()
{
    if (officeName().isEmpty() || normaliseInput(m_county->text()).isEmpty())
        return clean(tr("The office and the county have a name."));
    if (!isCode(countyCode(), countyDigits))
        return clean(tr("The code of the county has six digits."));
    if (QDir(folder()).exists(QStringLiteral("office.jubao"))
        || QDir(folder()).exists(QStringLiteral("office.slots")))
        return clean(tr("There is an office in this folder already. Choose another one."));
    if (isOnNetworkShare(QFileInfo(folder()).absolutePath()))
        return clean(tr("This folder lies on another computer; there the books are not safe. "
                        "Choose a disk of this computer."));
    return clean({});
}

QString PlacePage::officeName() const
{
    return normaliseInput(m_name->text());
}

QString PlacePage::countyCode() const
{
    return normaliseInput(m_code->text());
}

QString PlacePage::folder() const
{
    return m_folder->text().trimmed();
}

QJsonObject PlacePage::county() const
{
    return {{"code", countyCode()}, {"name", normaliseInput(m_county->text())}, {"parent", ""}};
}

DivisionsPage::DivisionsPage(const PlacePage &place)
    : FoundingPage(tr("Townships and villages"),
                   tr("A township has 9 digits, a village 12. The list can be pasted from a "
                      "spreadsheet: code, name."))
    , m_place(place)
    , m_table(new EditTable({{tr("Code"), 180}, {tr("Name"), 300}}))
{
    m_table->setObjectName(QStringLiteral("divisions"));
    m_table->setAccessibleName(tr("Townships and villages"));
    m_column->addWidget(m_table, 1);
    m_column->addWidget(m_message);
}

QJsonArray DivisionsPage::divisions() const
{
    QJsonArray list{m_place.county()};
    const QList<QStringList> rows = m_table->filledRows();
    for (const QStringList &row : rows) {
        const QString &code = row.at(0);
        list.append(QJsonObject{
            {"code", code},
            {"name", row.at(1)},
            {"parent", code.left(code.size() > townshipDigits ? townshipDigits : countyDigits)}});
    }
    return list;
}

bool DivisionsPage::validatePage()
{
    QStringList codes;
    const QJsonArray list = divisions();
    for (const auto &row : list)
        codes.append(row[u"code"].toString());
    for (const auto &row : list) {
        const QString code = row[u"code"].toString();
        if (code == m_place.countyCode())
            continue;
        if (!isCode(code, townshipDigits) && !isCode(code, villageDigits))
            return clean(tr("“%1” has neither 9 nor 12 digits.").arg(code));
        if (row[u"name"].toString().isEmpty())
            return clean(tr("“%1” has no name.").arg(code));
        if (!codes.contains(row[u"parent"].toString()))
            return clean(tr("“%1” lies in %2, which is not in the list.")
                             .arg(code, row[u"parent"].toString()));
        if (codes.count(code) > 1)
            return clean(tr("“%1” stands twice in the list.").arg(code));
    }
    if (list.size() < 2)
        return clean(tr("Enter at least one township."));
    return clean({});
}

SignersPage::SignersPage()
    : FoundingPage(tr("Who signs the founding"),
                   tr("Three administrators and the director: four different persons, so that "
                      "none has the system alone."))
{
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(10);
    const QStringList heads{tr("Post"), tr("Account"), tr("Name"), tr("ID number")};
    for (int i = 0; i < heads.size(); ++i)
        grid->addWidget(Theme::label(heads.at(i), "label"), 0, i);
    const auto posts = shippedChoices(QStringLiteral(":/jubao/policy/posts.json"));
    for (const QString &post : foundingPosts()) {
        QString title = post;
        for (const auto &choice : posts)
            title = choice.second == post ? choice.first : title;
        const QString key = QStringLiteral("signer_") + post;
        Line line{post, newLine(title + u' ' + heads.at(1), key + QStringLiteral("_account")),
                  newLine(title + u' ' + heads.at(2), key + QStringLiteral("_name")),
                  newLine(title + u' ' + heads.at(3), key + QStringLiteral("_person"))};
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(title), row, 0);
        grid->addWidget(line.account, row, 1);
        grid->addWidget(line.name, row, 2);
        grid->addWidget(line.person, row, 3);
        line.account->setText(post.toLower());
        m_lines.append(line);
    }
    grid->setColumnStretch(3, 1);
    m_column->addLayout(grid);
    m_column->addStretch(1);
    m_column->addWidget(m_message);
}

QJsonArray SignersPage::signers() const
{
    QJsonArray list;
    for (const Line &line : m_lines) {
        const bool director = line.post == QLatin1String("DIR");
        list.append(QJsonObject{
            {"name", normaliseInput(line.account->text())},
            {"display_name", normaliseInput(line.name->text())},
            {"person",
             IdNumber::parse(normaliseInput(line.person->text()), QDate::currentDate()).normalized},
            {"posts",
             QJsonArray{QJsonObject{{"post", line.post},
                                    {"department", director ? "LD" : "IF"},
                                    {"division", ""},
                                    {"head", director ? 1 : 0}}}}});
    }
    return list;
}

bool SignersPage::validatePage()
{
    QStringList persons;
    QStringList accounts;
    for (const Line &line : m_lines) {
        const QString account = normaliseInput(line.account->text());
        if (account.isEmpty() || normaliseInput(line.name->text()).isEmpty())
            return clean(tr("Each signer has an account and a name."));
        const QString fault =
            numberFault(normaliseInput(line.person->text()), normaliseInput(line.name->text()));
        if (!fault.isEmpty())
            return clean(fault);
        persons.append(normaliseInput(line.person->text()).toUpper());
        accounts.append(account);
    }
    if (persons.removeDuplicates() > 0 || accounts.removeDuplicates() > 0)
        return clean(tr("Four different persons sign, each with an account of their own."));
    return clean({});
}

StaffPage::StaffPage(const FoundingWizard &wizard, const DivisionsPage &divisions)
    : FoundingPage(tr("First staff"),
                   tr("One line for each post. Who holds two posts stands twice, with the same "
                      "account. They make their own keys at their first sign-in."))
    , m_wizard(wizard)
    , m_divisions(divisions)
    , m_table(new EditTable(
          {{tr("Account"), 90},
           {tr("Name"), 90},
           {tr("ID number"), 170},
           {tr("Post"), 120, shippedChoices(QStringLiteral(":/jubao/policy/posts.json"))},
           {tr("Department"), 120,
            shippedChoices(QStringLiteral(":/jubao/policy/departments.json"))},
           {tr("Division"), 120},
           {tr("Head of the post"),
            80,
            {{tr("yes"), QStringLiteral("1")}, {tr("no"), QStringLiteral("0")}}}}))
{
    m_table->setObjectName(QStringLiteral("staff"));
    m_table->setAccessibleName(tr("First staff"));
    m_column->addWidget(m_table, 1);
    m_column->addWidget(m_message);
}

void StaffPage::initializePage()
{
    QList<QPair<QString, QString>> places{{tr("Whole county"), QString()}};
    const QJsonArray divisions = m_divisions.divisions();
    for (const auto &row : divisions) {
        if (row[u"code"].toString().size() == townshipDigits)
            places.append({row[u"name"].toString(), row[u"code"].toString()});
    }
    constexpr int divisionColumn = 5;
    m_table->setChoices(divisionColumn, places);
}

QJsonArray StaffPage::staff() const
{
    QStringList order;
    QMap<QString, QJsonObject> people;
    const QList<QStringList> rows = m_table->filledRows();
    for (const QStringList &row : rows) {
        const QString &account = row.at(0);
        QJsonObject &person = people[account];
        if (person.isEmpty()) {
            order.append(account);
            person = {{"name", account},
                      {"display_name", row.at(1)},
                      {"person", IdNumber::parse(row.at(2), QDate::currentDate()).normalized},
                      {"posts", QJsonArray()}};
        }
        QJsonArray posts = person[u"posts"].toArray();
        posts.append(QJsonObject{{"post", row.at(3)},
                                 {"department", row.at(4)},
                                 {"division", row.at(5)},
                                 {"head", row.at(6) == QLatin1String("1") ? 1 : 0}});
        person.insert(QStringLiteral("posts"), posts);
    }
    QJsonArray list;
    for (const QString &account : order)
        list.append(people.value(account));
    return list;
}

bool StaffPage::validatePage()
{
    const QList<QStringList> rows = m_table->filledRows();
    for (const QStringList &row : rows) {
        if (row.at(0).isEmpty() || row.at(1).isEmpty() || row.at(3).isEmpty()
            || row.at(4).isEmpty())
            return clean(tr("Each line has an account, a name, a post and a department."));
        const QString fault = numberFault(row.at(2), row.at(1));
        if (!fault.isEmpty())
            return clean(fault);
    }
    return clean(foundingPlanErrors(m_wizard.plan()).join(u'\n'));
}

PasswordsPage::PasswordsPage(FoundingWizard &wizard, const SignersPage &signers)
    : FoundingPage(tr("Passwords of the signers"),
                   tr("Each signer comes to the keyboard and types an own password. Nobody else "
                      "may know it: it opens the key that signs."))
    , m_wizard(wizard)
    , m_signers(signers)
{
    setCommitPage(true);
    setButtonText(QWizard::CommitButton, tr("Found the office"));
    m_column->addStretch(1);
    m_column->addWidget(m_message);
}

void PasswordsPage::initializePage()
{
    delete m_lines;
    m_fields.clear();
    m_lines = new QWidget;
    auto *grid = new QGridLayout(m_lines);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(10);
    const QStringList heads{tr("Signer"), tr("Password"), tr("Once more")};
    for (int i = 0; i < heads.size(); ++i)
        grid->addWidget(Theme::label(heads.at(i), "label"), 0, i);
    const QJsonArray signers = m_signers.signers();
    for (const auto &signer : signers) {
        const QString account = signer[u"name"].toString();
        const QString name = signer[u"display_name"].toString();
        Line line{account,
                  newLine(name + u' ' + heads.at(1), QStringLiteral("password_") + account),
                  newLine(name + u' ' + heads.at(2), QStringLiteral("again_") + account)};
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(QStringLiteral("%1 (%2)").arg(name, account)), row, 0);
        int column = 1;
        for (QLineEdit *field : {line.first, line.second}) {
            field->setEchoMode(QLineEdit::Password);
            grid->addWidget(field, row, column++);
        }
        connect(line.first, &QLineEdit::editingFinished, this, [this, line] {
            if (!line.first->text().isEmpty())
                clean(passwordWeaknesses(line.first->text(), line.account).join(u'\n'));
        });
        m_fields.append(line);
    }
    m_column->insertWidget(0, m_lines);
}

QMap<QString, QString> PasswordsPage::passwords() const
{
    QMap<QString, QString> map;
    for (const Line &line : m_fields)
        map.insert(line.account, line.first->text());
    return map;
}

bool PasswordsPage::validatePage()
{
    for (const Line &line : m_fields) {
        const QStringList weak = passwordWeaknesses(line.first->text(), line.account);
        if (!weak.isEmpty()) {
            line.first->setFocus();
            return clean(line.account + QStringLiteral(": ") + weak.join(QStringLiteral("; ")));
        }
        if (line.first->text() != line.second->text()) {
            line.second->setFocus();
            return clean(tr("The two passwords of %1 differ.").arg(line.account));
        }
    }
    return clean(m_wizard.found());
}

PapersPage::PapersPage(const FoundingWizard &wizard)
    : FoundingPage(tr("The office stands"),
                   tr("Put this on paper before you go on. The recovery sheets are never shown "
                      "again."))
    , m_wizard(wizard)
    , m_root(new QLabel)
{
    m_root->setObjectName(QStringLiteral("papers"));
    m_root->setWordWrap(true);
    m_root->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_column->addWidget(m_root);
    auto *print = new QPushButton(tr("Print the certificate and the three sheets …"));
    print->setObjectName(QStringLiteral("print_papers"));
    connect(print, &QPushButton::clicked, this, &PapersPage::showPapers);
    m_column->addWidget(print, 0, Qt::AlignLeft);
    m_column->addStretch(1);
    m_column->addWidget(m_message);
}

void PapersPage::initializePage()
{
    m_root->setText(
        tr("Fingerprint of the founding, for the certificate and the audit office:") + u'\n'
        + m_wizard.root() + QStringLiteral("\n\n")
        + tr("Three recovery sheets, one to an envelope, sealed and kept by three persons; any two "
             "give the administrators new keys when nobody can sign any more."));
}

void PapersPage::showPapers()
{
    const QList<DocumentData> papers = m_wizard.papers();
    for (const DocumentData &paper : papers) {
        try {
            PreviewDialog(DrawnPaper{paper, {}}, this).exec();
        } catch (const std::invalid_argument &error) {
            clean(QString::fromUtf8(error.what()));
        }
    }
}

} // namespace jubao

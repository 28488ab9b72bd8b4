// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/care_dialogs.h"

#include "core/clock.h"
#include "core/text.h"
#include "database/error.h"
#include "desk/icon.h"
#include "desk/preview_dialog.h"
#include "desk/sign_in_dialog.h"
#include "desk/sign_in_parts.h"
#include "desk/theme.h"
#include <QAction>
#include <QCheckBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSaveFile>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int envelopes = 3;
constexpr int wideDialog = 760;

QString words(const char *text)
{
    return QCoreApplication::translate("Care", text);
}

QString accountIn(const QLineEdit *line)
{
    return normaliseInput(line->text());
}

/** A button inside the line opens the chooser; the path may be typed as well. */
void offerChoice(QLineEdit *line, bool isFolder)
{
    QAction *choose =
        line->addAction(themedIcon(isFolder ? QStringLiteral("archive") : QStringLiteral("file")),
                        QLineEdit::TrailingPosition);
    choose->setToolTip(words(QT_TRANSLATE_NOOP("Care", "Choose …")));
    QObject::connect(choose, &QAction::triggered, line, [line, isFolder] {
        const QString title = line->accessibleName();
        const QString path = isFolder ? QFileDialog::getExistingDirectory(line->window(), title)
                                      : QFileDialog::getOpenFileName(line->window(), title);
        if (!path.isEmpty())
            line->setText(path);
    });
}

QString sheetPath(const QString &folder, int place)
{
    return QStringLiteral("%1/recovery-%2.pdf").arg(folder).arg(place);
}

} // namespace

TwoPersonsTask upgradeTask(Office &office)
{
    return {
        words(QT_TRANSLATE_NOOP("Care", "Upgrade this office")),
        words(QT_TRANSLATE_NOOP(
            "Care",
            "The books were written by an older program. IT or the system administrator upgrades them while the security administrator, a deputy or the director stands by. Make a backup before. Close the program at all other places.")),
        words(QT_TRANSLATE_NOOP("Care", "Account of IT or the system administrator")),
        words(QT_TRANSLATE_NOOP("Care", "Account of the second person present")),
        words(QT_TRANSLATE_NOOP("Care", "Upgrade")),
        {},
        [&office](const Office::Attendance &both, const QString &) { office.upgrade(both); }};
}

TwoPersonsTask clockTask(Office &office)
{
    const auto shown = [](const QDateTime &time) {
        return officeTime(time).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    };
    const bool ahead = office.clockFault() == QLatin1String("CLOCK_STOPPED");
    const QString compare = words(QT_TRANSLATE_NOOP(
        "Care",
        "This computer shows %1. Two administrators compare it with another clock and say that it is right; both stand in the journal."));
    const QString entriesAhead = words(QT_TRANSLATE_NOOP(
        "Care",
        "This computer shows %1, the newest entry %2. If this computer is wrong, set its clock right. If it is right, the entries were made with a clock that was ahead: two administrators compare it with another clock and say why. Those entries keep their time, the journal names them and both persons, and work goes on with the present time."));
    return {words(QT_TRANSLATE_NOOP("Care", "The clock is right")),
            ahead ? entriesAhead.arg(shown(office.clock().now()), shown(office.lastEntryAt()))
                  : compare.arg(shown(office.clock().now())),
            words(QT_TRANSLATE_NOOP("Care", "Account of an administrator")),
            words(QT_TRANSLATE_NOOP("Care", "Account of another administrator")),
            words(QT_TRANSLATE_NOOP("Care", "The clock is right")),
            ahead ? words(QT_TRANSLATE_NOOP("Care", "Why the entries are ahead")) : QString(),
            [&office](const Office::Attendance &both, const QString &reason) {
                const auto first = office.signIn(both.maintainer.name, both.maintainer.password);
                const auto second = office.signIn(both.second.name, both.second.password);
                office.confirmClock(*first, *second, reason);
                office.signOut(second);
                office.signOut(first);
            }};
}

TwoPersonsDialog::TwoPersonsDialog(TwoPersonsTask task, QWidget *parent)
    : SignDialog("two_persons", task.title, parent)
    , m_task(std::move(task))
{
    addNotice(m_task.words, "label");
    if (!m_task.reason.isEmpty())
        m_reason = form().addLine(m_task.reason, "reason", false);
    m_firstName = form().addLine(m_task.first, "first_name", false);
    m_firstPassword = form().addLine(tr("Password of the first"), "first_password", true);
    m_secondName = form().addLine(m_task.second, "second_name", false);
    m_secondPassword = form().addLine(tr("Password of the second"), "second_password", true);
    form().addButton(m_task.button, "confirm", tr("Opening …"));
    connect(&form(), &SignForm::confirmed, this, &TwoPersonsDialog::confirm);
    (m_reason ? m_reason : m_firstName)->setFocus();
}

void TwoPersonsDialog::confirm()
{
    for (QLineEdit *line :
         {m_reason, m_firstName, m_firstPassword, m_secondName, m_secondPassword}) {
        if (line && line->text().trimmed().isEmpty()) {
            form().want(line, tr("Missing: %1").arg(line->accessibleName()));
            return;
        }
    }
    const Office::Attendance both{{accountIn(m_firstName), m_firstPassword->text()},
                                  {accountIn(m_secondName), m_secondPassword->text()}};
    const QString reason = m_reason ? m_reason->text() : QString();
    if (form().run([this, &both, &reason] { m_task.work(both, reason); }))
        accept();
}

WitnessDialog::WitnessDialog(Office &office, Session &auditor, QWidget *parent)
    : SignDialog("witness_dialog", tr("Not the office seen before"), parent)
    , m_office(office)
    , m_auditor(auditor)
{
    addNotice(
        tr("You say in the journal why this office is not the one this computer saw last, such "
           "as a restored backup. Work goes on at this place afterwards; what had been seen is "
           "kept."),
        "label");
    m_reason = form().addLine(tr("Reason"), "reason", false);
    form().addButton(tr("Acknowledge"), "confirm", tr("Signing …"));
    connect(&form(), &SignForm::confirmed, this, &WitnessDialog::confirm);
    m_reason->setFocus();
}

void WitnessDialog::confirm()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty())
        form().want(m_reason, tr("Write the reason."));
    else if (form().run([this, &reason] { m_office.acknowledgeWitness(m_auditor, reason); }))
        accept();
}

RestoreDialog::RestoreDialog(Office::Options options, QWidget *parent)
    : SignDialog("restore_dialog", tr("Restore a backup"), parent, wideDialog)
    , m_options(std::move(options))
{
    addNotice(
        tr("A backup is two files that belong together, NAME and NAME.slots. It is copied into a "
           "new folder, proven whole, and opened with the passwords of its own time. IT or the "
           "system administrator restores; the security administrator, a deputy or the director "
           "stands by."),
        "label");
    m_backup = addPath(tr("Backup"), "backup", false);
    m_folder = addPath(tr("New folder for the office"), "folder", true);
    m_firstName =
        form().addLine(tr("Account of IT or the system administrator"), "first_name", false);
    m_firstPassword = form().addLine(tr("Password of the first"), "first_password", true);
    m_secondName = form().addLine(tr("Account of the second person present"), "second_name", false);
    m_secondPassword = form().addLine(tr("Password of the second"), "second_password", true);
    m_evenIfNotWhole = new QCheckBox(tr("Restore it all the same: it is the last that there is"));
    m_evenIfNotWhole->setObjectName(QStringLiteral("even_if_not_whole"));
    m_evenIfNotWhole->hide();
    form().addWidget(m_evenIfNotWhole);
    form().addButton(tr("Restore"), "confirm", tr("Copying and proving …"));
    connect(&form(), &SignForm::confirmed, this, &RestoreDialog::confirm);
    m_backup->setFocus();
}

QLineEdit *RestoreDialog::addPath(const QString &title, const char *name, bool isFolder)
{
    QLineEdit *line = form().addLine(title, name, false);
    offerChoice(line, isFolder);
    return line;
}

QString RestoreDialog::folder() const
{
    return m_folder->text().trimmed();
}

void RestoreDialog::confirm()
{
    for (QLineEdit *line :
         {m_backup, m_folder, m_firstName, m_firstPassword, m_secondName, m_secondPassword}) {
        if (line->text().isEmpty()) {
            form().want(line, tr("Missing: %1").arg(line->accessibleName()));
            return;
        }
    }
    const Office::Attendance both{{accountIn(m_firstName), m_firstPassword->text()},
                                  {accountIn(m_secondName), m_secondPassword->text()}};
    const bool anyway = m_evenIfNotWhole->isChecked();
    if (form().run([&] {
            Office::restore(m_backup->text().trimmed(), folder(), both, {anyway}, m_options);
        })) {
        accept();
        return;
    }
    if (form().refusedCode() == QLatin1String("BACKUP_NOT_WHOLE"))
        m_evenIfNotWhole->show();
}

RecoverDialog::RecoverDialog(Office &office, SheetMaker sheets, QWidget *parent)
    : SignDialog("recover_dialog", tr("New keys with two recovery envelopes"), parent, wideDialog)
    , m_office(office)
    , m_sheets(std::move(sheets))
{
    addNotice(
        tr("For when the administrators can no longer sign in. Their old keys are closed; the "
           "opened envelopes are void, three new sheets take their place. All of it stands in "
           "the journal."),
        "notice");
    m_shareOne = form().addLine(tr("Code on the first sheet"), "share_one", false);
    m_shareTwo = form().addLine(tr("Code on the second sheet"), "share_two", false);
    form().addWidget(buildReason());
    form().addWidget(buildAdministrators());
    form().addButton(tr("Make new keys"), "confirm", tr("Making the keys …"));
    connect(&form(), &SignForm::confirmed, this, &RecoverDialog::confirm);
    m_shareOne->setFocus();
}

QWidget *RecoverDialog::buildReason()
{
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    const auto half = [row] {
        auto *column = new QVBoxLayout;
        column->setSpacing(5);
        row->addLayout(column, 1);
        return column;
    };
    m_reason = addLine(half(), tr("Reason"), "reason", false);
    m_folder = addLine(half(), tr("Folder for the three new sheets"), "sheets_folder", false);
    offerChoice(m_folder, true);
    return both;
}

QWidget *RecoverDialog::buildAdministrators()
{
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    const std::pair<QString, QString> places[]{
        {tr("Account of the system administrator"), QStringLiteral("first")},
        {tr("Account of the security administrator"), QStringLiteral("second")}};
    for (const auto &[title, name] : places) {
        auto *box = new QWidget;
        box->setObjectName(name);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(5);
        Administrator each;
        each.name = addLine(column, title, "name", false);
        each.password = new NewPassword({});
        connect(each.name, &QLineEdit::textChanged, each.password, &NewPassword::setOperatorName);
        column->addWidget(each.password);
        row->addWidget(box, 1);
        m_administrators.append(each);
    }
    return both;
}

bool RecoverDialog::isComplete()
{
    QList<QLineEdit *> lines{m_shareOne, m_shareTwo, m_reason, m_folder};
    for (const Administrator &each : std::as_const(m_administrators))
        lines.append(each.name);
    for (QLineEdit *line : std::as_const(lines)) {
        if (line->text().trimmed().isEmpty()) {
            form().want(line, tr("Missing: %1").arg(line->accessibleName()));
            return false;
        }
    }
    for (const Administrator &each : std::as_const(m_administrators)) {
        if (!each.password->fault().isEmpty()) {
            form().say(each.password->fault());
            each.password->focusFirst();
            return false;
        }
    }
    const QFileInfo folder(m_folder->text().trimmed());
    if (!QDir().mkpath(folder.filePath()) || !QFileInfo(folder.filePath()).isWritable()) {
        form().want(m_folder, tr("The folder cannot be written: %1").arg(folder.filePath()));
        return false;
    }
    for (int place = 1; place <= envelopes; ++place) {
        if (QFile::exists(sheetPath(folder.filePath(), place))) {
            form().want(m_folder,
                        tr("There are recovery sheets already in %1").arg(folder.filePath()));
            return false;
        }
    }
    return true;
}

void RecoverDialog::keepSheets(const QList<DocumentData> &sheets) const
{
    int place = 0;
    for (const DocumentData &sheet : sheets) {
        const Paper paper = renderPaper(sheet, {});
        // On the disk before the office relies on them; for nobody but who does this.
        QSaveFile file(sheetPath(m_folder->text().trimmed(), ++place));
        if (!file.open(QIODevice::WriteOnly))
            throw DatabaseError(DatabaseError::Kind::ReadOnly, file.errorString());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (file.write(paper.pdf) != paper.pdf.size() || !file.commit())
            throw DatabaseError(DatabaseError::Kind::DiskFull, file.errorString());
    }
}

void RecoverDialog::confirm()
{
    if (!isComplete())
        return;
    RecoveryRequest request;
    request.shareOne = m_shareOne->text().simplified();
    request.shareTwo = m_shareTwo->text().simplified();
    request.reason = m_reason->text().trimmed();
    for (const Administrator &each : std::as_const(m_administrators))
        request.passwords.insert(accountIn(each.name), each.password->password());
    QList<DocumentData> papers;
    request.keepShares = [this, &papers](const QStringList &shares, const Reader &books) {
        papers = m_sheets(shares, books);
        keepSheets(papers);
    };
    if (!form().run([this, &request] { m_office.recover(request); }))
        return;
    for (const DocumentData &paper : std::as_const(papers))
        PreviewDialog(DrawnPaper{paper, {}}, this).exec();
    accept();
}

} // namespace jubao

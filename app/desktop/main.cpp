// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/key_papers.h"
#include "database/error.h"
#include "desk/key_stick_dialog.h"
#include "desk/sign_in_dialog.h"
#include "desk/start_dialog.h"
#include "desk/theme.h"
#include "desktop/desk_application.h"
#include "desktop/language.h"
#include "desktop/services.h"
#include "hub/county_office.h"
#include "rooms/rooms.h"
#include <QApplication>
#include <QCommandLineParser>
#include <QHostInfo>
#include <QMessageBox>
#include <QSettings>

using namespace jubao;

namespace {

enum class Next { SignIn, AnotherOffice, End };

/** From one sign-in to its sign-out. */
Next work(Office &office)
{
    SignInDialog signIn(office, recoverySheets);
    if (signIn.exec() != QDialog::Accepted)
        return signIn.otherWanted() ? Next::AnotherOffice : Next::End;
    const std::shared_ptr<Session> session = signIn.session();
    if (session->passwordMustChange()
        && PasswordDialog(office, *session).exec() != QDialog::Accepted)
        return Next::End;
    // Whoever has no stick yet may look at everything; what he hands in says what is missing.
    if (session->keyMustMove())
        KeyStickDialog(office, *session).exec();
    MainWindow window(office, session, deskServices());
    Next next = Next::End;
    QObject::connect(&window, &MainWindow::signOutWanted, &window, [&next, &window] {
        next = Next::SignIn;
        window.close();
    });
    const QString place = QStringLiteral("window");
    // An office PC has one window for this work: as large as the screen until somebody sizes it.
    if (!window.restoreGeometry(QSettings().value(place).toByteArray()))
        window.setWindowState(Qt::WindowMaximized);
    window.show();
    QApplication::exec();
    QSettings().setValue(place, window.saveGeometry());
    office.signOut(session);
    return next;
}

Office::Options officeOptions()
{
    return {allRooms(), std::make_shared<SystemClock>(), QHostInfo::localHostName(), {}};
}

/** The office to open: as asked for, else the one opened last, else what the person chooses. */
QString chosenOffice(const QString &asked, bool askAnyway)
{
    QSettings settings;
    const QString key = QStringLiteral("offices");
    QStringList known = settings.value(key).toStringList();
    QString folder = asked.isEmpty() ? known.value(0) : asked;
    if (askAnyway || (asked.isEmpty() && !StartDialog::holdsOffice(folder))) {
        StartDialog start(known, officeOptions(), recoverySheets);
        if (start.exec() != QDialog::Accepted)
            return {};
        folder = start.folder();
    }
    known.removeAll(folder);
    known.prepend(folder);
    constexpr qsizetype remembered = 8;
    settings.setValue(key, known.mid(0, remembered));
    return folder;
}

/** Works in the office until somebody ends it or wants another one. */
Next openOffice(const QString &folder)
{
    const std::unique_ptr<Office> office =
        Office::open(folder, reachingBooks(folder, officeOptions()));
    Next next = Next::SignIn;
    while (next == Next::SignIn)
        next = work(*office);
    return next;
}

int workInOffices(const QString &asked, bool askAnyway)
{
    QString folder = chosenOffice(asked, askAnyway);
    while (!folder.isEmpty()) {
        try {
            if (openOffice(folder) == Next::End)
                return 0;
        } catch (const DatabaseError &error) {
            QMessageBox::critical(nullptr, QApplication::applicationDisplayName(),
                                  error.text() + QStringLiteral("\n\n") + error.detail());
            // Asked for by name, it is that one or none; else another may be chosen.
            if (!asked.isEmpty())
                return 3;
        } catch (const RefusedError &error) {
            QMessageBox::critical(nullptr, QApplication::applicationDisplayName(),
                                  error.refusals.first().text);
            if (!asked.isEmpty())
                return 3;
        }
        folder = chosenOffice({}, true);
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    DeskApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("jubao"));
    QApplication::setOrganizationName(QStringLiteral("jubao"));
    QApplication::setApplicationVersion(QStringLiteral(JUBAO_VERSION));
    speak(qEnvironmentVariable("JUBAO_LANGUAGE", QStringLiteral("zh_CN")), &application);
    QApplication::setApplicationDisplayName(
        QApplication::translate("Desktop", "Residents' pension"));

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("dark"), QApplication::translate("Desktop", "Dark face")});
    parser.addOption({QStringLiteral("choose"),
                      QApplication::translate("Desktop", "Ask which office, or found a new one")});
    parser.addPositionalArgument(QStringLiteral("office"),
                                 QApplication::translate("Desktop", "Folder of the office"));
    parser.process(application);
    const bool dark = parser.isSet(QStringLiteral("dark"))
        || QSettings().value(QStringLiteral("dark"), false).toBool();
    Theme::apply(dark ? Theme::Face::Dark : Theme::Face::Light);
    return workInOffices(parser.positionalArguments().value(0),
                         parser.isSet(QStringLiteral("choose")));
}

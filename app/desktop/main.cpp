// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/key_papers.h"
#include "database/error.h"
#include "desk/sign_in_dialog.h"
#include "desk/start_dialog.h"
#include "desk/theme.h"
#include "desktop/services.h"
#include "rooms/rooms.h"
#include <QApplication>
#include <QCommandLineParser>
#include <QHostInfo>
#include <QMessageBox>
#include <QSettings>
#include <QTranslator>

using namespace jubao;

namespace {

/** From one sign-in to its sign-out; false where nobody signed in. */
bool work(Office &office)
{
    SignInDialog signIn(office);
    if (signIn.exec() != QDialog::Accepted)
        return false;
    const std::shared_ptr<Session> session = signIn.session();
    if (session->passwordMustChange()
        && PasswordDialog(office, *session).exec() != QDialog::Accepted)
        return false;
    MainWindow window(office, session, deskServices());
    bool another = false;
    QObject::connect(&window, &MainWindow::signOutWanted, &window, [&another, &window] {
        another = true;
        window.close();
    });
    window.show();
    QApplication::exec();
    office.signOut(session);
    return another;
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

int openOffice(const QString &folder)
{
    try {
        const std::unique_ptr<Office> office = Office::open(folder, officeOptions());
        while (work(*office)) { }
        return 0;
    } catch (const DatabaseError &error) {
        QMessageBox::critical(nullptr, QApplication::applicationDisplayName(),
                              error.text() + QStringLiteral("\n\n") + error.detail());
    }
    return 3;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("jubao"));
    QApplication::setOrganizationName(QStringLiteral("jubao"));
    QApplication::setApplicationVersion(QStringLiteral(JUBAO_VERSION));
    QTranslator translator;
    const QString language = qEnvironmentVariable("JUBAO_LANGUAGE", QStringLiteral("zh_CN"));
    if (language == QLatin1String("zh_CN")
        && translator.load(QStringLiteral(":/jubao/i18n/jubao_zh_CN.qm")))
        QApplication::installTranslator(&translator);
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
    const QString folder =
        chosenOffice(parser.positionalArguments().value(0), parser.isSet(QStringLiteral("choose")));
    return folder.isEmpty() ? 0 : openOffice(folder);
}

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/form_page.h"
#include "desk/inbox_page.h"
#include "support/keyboard.h"
#include "support/office_window.h"
#include <QDialog>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <catch2/catch.hpp>

namespace jubao::test {

/** One PC of a county: an office of its own over a wire of its own, and the window of who has
 * signed in there. */
struct DeskWindow {
    DeskWindow(std::unique_ptr<Office> own, const QString &name)
        : office(std::move(own))
        , window(std::make_unique<MainWindow>(*office,
                                              office->signIn(name, TestOffice::password(name)),
                                              deskServices(), builtModules))
    {
        window->show();
        activate(*window);
    }

    static void tick(QWidget &dialog)
    {
        for (const char *tick :
             {"evidence_true", "evidence_complete", "evidence_valid", "evidence_none"}) {
            if (auto *box = dialog.findChild<QWidget *>(tick))
                QTest::keyClick(box, Qt::Key_Space);
        }
    }
    /** Opens the first of what waits, ticks and signs; \a atTheSignature is done just before. */
    void decideFirst(const char *screen, const std::function<void()> &atTheSignature = {})
    {
        activate(*window);
        QTest::keyClick(window.get(), Qt::Key_I, Qt::ControlModifier);
        auto *inbox = window->findChild<InboxPage *>();
        inbox->refresh();
        REQUIRE(inbox->count() > 0);
        inNextDialog([&](QDialog &dialog) {
            tick(dialog);
            QTest::qWait(20);
            shot(dialog, screen);
            if (atTheSignature)
                atTheSignature();
            QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
            told = dialog.findChild<QLabel *>("message")->text();
            dialog.reject();
        });
        inbox->table()->setFocus();
        QTest::keyClick(inbox->table(), Qt::Key_Return);
    }
    /** `drawn`: its paper is shown, and closed. */
    void handIn(const QString &type, const QJsonObject &payload, const QStringList &papers,
                bool drawn)
    {
        if (drawn)
            inNextDialog([](QDialog &paper) { QTest::keyClick(&paper, Qt::Key_Escape); });
        activate(*window);
        window->startOperation(type, payload);
        QTest::qWait(20);
        auto *form = window->findChild<FormPage *>();
        REQUIRE(form);
        for (const QString &paper : papers) {
            form->findChild<QWidget *>("paper_" + paper)->setFocus();
            hands.press(Qt::Key_Return);
        }
        hands.press(Qt::Key_F9);
        QTest::qWait(20);
    }

    std::unique_ptr<Office> office;
    std::unique_ptr<MainWindow> window;
    Keyboard hands;
    QString told;
};

} // namespace jubao::test

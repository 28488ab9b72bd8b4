// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/keyboard.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>
#include <catch2/catch.hpp>

namespace jubao::test {

namespace {

QWidget *focused()
{
    QWidget *widget = QApplication::focusWidget();
    REQUIRE(widget);
    return widget;
}

} // namespace

void Keyboard::type(const QString &text)
{
    constexpr int keysPerHan = 3;
    for (const QChar letter : text) {
        if (letter.unicode() < 128) {
            QTest::keyClick(focused(), letter.toLatin1());
            ++m_content;
            continue;
        }
        QInputMethodEvent composing(QStringLiteral("pin"), {});
        QApplication::sendEvent(focused(), &composing);
        QInputMethodEvent committed;
        committed.setCommitString(letter);
        QApplication::sendEvent(focused(), &committed);
        m_content += keysPerHan;
    }
}

void Keyboard::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(focused(), key, modifiers);
    ++m_moving;
}

void Keyboard::pressTimes(int times, Qt::Key key)
{
    for (int i = 0; i < times; ++i)
        press(key);
}

QString Keyboard::focus()
{
    return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
}

void showActive(QWidget &widget, QSize size)
{
    widget.resize(size);
    widget.show();
    QApplication::setActiveWindow(&widget);
    REQUIRE(QTest::qWaitForWindowActive(&widget));
}

} // namespace jubao::test

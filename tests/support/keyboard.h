// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace jubao::test {

/** A clerk's hands: keys go to whatever has the focus, and are counted. */
class Keyboard {
public:
    Keyboard() = default;

    /** Letters and digits of the paper, or Han text as an input method commits it. */
    void type(const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void pressTimes(int times, Qt::Key key);

    /** Keys beyond the paper's own letters: what the window costs. */
    int movingKeys() const { return m_moving; }
    /** The paper's letters; a Han character counts as three (two of pinyin and a choice). */
    int contentKeys() const { return m_content; }
    /** Object name of the widget that has the focus. */
    static QString focus();

private:
    int m_moving = 0;
    int m_content = 0;
};

/** Shows a widget as the active window of 1366 × 768 or the size given. */
void showActive(QWidget &widget, QSize size = QSize(1146, 689));

} // namespace jubao::test

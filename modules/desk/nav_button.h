// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace jubao {

/** One line of the side bar: icon, words, count; a bar at the left where it is the present page. */
class NavButton : public QPushButton {
    Q_OBJECT

public:
    enum class Level { Page, Module, Child };

    NavButton(Level level, const QString &text, const QString &icon, QWidget *parent = nullptr);

    /** A red count at the right; nothing for 0. */
    void setCount(int count);
    int count() const { return m_count; }
    /** Modules alone: whether their pages are unfolded. */
    void setUnfolded(bool unfolded);
    bool isUnfolded() const { return m_unfolded; }

    QSize sizeHint() const override;
    /** A long title takes a second line; it never widens the side bar. */
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void paintCount(QPainter &painter) const;
    QFont writtenFont(bool bold) const;
    int wantedHeight() const;
    /** Where the words stand. */
    QRect wordsRoom() const;

    Level m_level;
    QString m_icon;
    int m_count = 0;
    bool m_twoLines = false;
    bool m_unfolded = false;
};

} // namespace jubao

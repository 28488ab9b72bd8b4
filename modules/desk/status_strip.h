// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace jubao {

/**
 * The one line that says what happened last, in the status bar. It stays until something else
 * happens or another page is opened: a clerk who counts money reads it when the hands are free.
 * After something was handed in it offers the ways to go on with that.
 */
class StatusStrip : public QFrame {
    Q_OBJECT

public:
    /** \a idle stands where nothing has happened yet. */
    explicit StatusStrip(const QString &idle, QWidget *parent = nullptr);

    void tell(const QString &text);
    /** What became of the operation that was made last, and the ways to decide it here. */
    void showMade(const QString &text);
    /** Back to the idle words. */
    void clear();
    bool offersMade() const { return m_offersMade; }
    QString text() const;

signals:
    void callWanted();
    void lookWanted();

private:
    void show(const QString &text, bool made);
    QPushButton *addButton(const QString &text, const char *name);

    QString m_idle;
    QLabel *m_text; ///< one line, its whole text by tool tip
    QWidget *m_mark;
    QList<QPushButton *> m_ways;
    bool m_offersMade = false;
};

} // namespace jubao

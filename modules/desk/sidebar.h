// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/search_line.h"
#include <QFrame>
#include <QMap>

class QVBoxLayout;

namespace jubao {

class NavButton;

/**
 * The way to every page: one's own work above, the modules below. A module unfolds to its pages and
 * operations, one at a time, so that twenty operations fit the smallest office screen; what does
 * not fit scrolls. Up and Down go from line to line.
 */
class Sidebar : public QFrame {
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void addGroup(const QString &title);
    NavButton *addPage(const QString &id, const QString &title, const QString &icon);
    void addModule(const QString &module, const QString &title, const QString &icon);
    void addChild(const QString &module, const QString &id, const QString &title);
    /** Marks the present page and unfolds its module; an unknown id marks nothing. */
    void setCurrent(const QString &id);
    void setCount(const QString &id, int count);
    /** All that it leads to, from top to bottom, for the search by keys. */
    QList<Place> places() const { return m_places; }

signals:
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    struct Unfolding {
        NavButton *button = nullptr;
        QWidget *children = nullptr;
        QVBoxLayout *column = nullptr;
    };

    void unfold(const QString &module);
    NavButton *enlist(const QString &id, NavButton *button);

    QVBoxLayout *m_column;
    QMap<QString, NavButton *> m_pages;
    QList<Place> m_places;
    QMap<QString, QString> m_moduleOf;
    QMap<QString, Unfolding> m_modules;
};

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/services.h"
#include <QLineEdit>

class QListWidget;

namespace jubao {

/** A page or form that the side bar leads to. */
struct Place {
    QString id;
    QString title;
    QString module; ///< in words; empty where it belongs to none
};

/**
 * Finds a person, or a kind of business by its name or the pinyin initials of it, while one types;
 * Down and Up choose, Enter opens, Esc gives up. Persons come first; behind a “/” there is business
 * alone.
 */
class SearchLine : public QLineEdit {
    Q_OBJECT

public:
    /** \a people: whether persons are open to this session; else it finds business alone. */
    SearchLine(const Office &office, const DeskServices &services, bool people,
               QWidget *parent = nullptr);

    void setPlaces(const QList<Place> &places) { m_places = places; }

signals:
    void personChosen(qint64 person);
    void placeChosen(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search();
    void addPersons(const QString &typed, int limit);
    void addHit(const QString &text, const QVariant &meaning);
    QList<Place> placesOf(const QString &typed) const;
    void showHits();
    void choose();
    void giveUp();

    const Office &m_office;
    const DeskServices &m_services;
    bool m_people;
    QList<Place> m_places;
    QListWidget *m_hits = nullptr;
};

} // namespace jubao

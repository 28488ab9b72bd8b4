// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QWidget>
#include <functional>

class QGridLayout;
class QVBoxLayout;

namespace jubao {

/** A part of the person page that a business room adds: rows of cells under headings. */
struct PersonSection {
    QString title;
    QStringList headings;
    QList<int> rightAligned;
    std::function<QList<QStringList>(const Reader &, qint64 person)> rows;
};

/** One person: record (sealed fields masked until revealed), the rooms' parts, every change and its
 * people. */
class PersonPage : public QWidget {
    Q_OBJECT

public:
    PersonPage(Office &office, Session &session, qint64 person,
               const QList<PersonSection> &sections, QWidget *parent = nullptr);

signals:
    void documentWanted(const QString &document, qint64 id);

private:
    void addRecord(QVBoxLayout *column);
    void addTable(QVBoxLayout *column, const QString &title, const QStringList &headings,
                  const QList<int> &right, const QList<QStringList> &rows);
    void reveal();

    Office &m_office;
    Session &m_session;
    qint64 m_person;
    bool m_revealed = false;
    QGridLayout *m_record = nullptr;
};

} // namespace jubao

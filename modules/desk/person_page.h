// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/shell.h"
#include <QDate>
#include <QWidget>
#include <functional>

class QGridLayout;
class QTableWidget;
class QVBoxLayout;

namespace jubao {

/** A part of the person page that a business room adds: rows of cells under headings. */
struct PersonSection {
    QString title;
    QStringList headings;
    QList<int> rightAligned;
    std::function<QList<QStringList>(const Reader &, qint64 person)> rows;
    /** Where the part can be seen as of another day: value dates up to `asOf`, as the books stood
     * at the end of `knownAt` (invalid = now). */
    std::function<QList<QStringList>(const Reader &, qint64 person, const QDate &asOf,
                                     const QDate &knownAt)>
        rowsAt = {};
};

/** A figure of a person that is seen at a glance: "Balance", "1,234.00 yuan". */
struct PersonFigure {
    QString title;
    QString value;
    QString note = {}; ///< what the value rests on: a receipt, a declaration
    QString tone = {}; ///< of the value: "success", "warning", "primary"; empty = plain
};
using PersonFigures = std::function<QList<PersonFigure>(const Reader &, qint64 person)>;

/**
 * One person: what is open, the record (sealed fields masked until revealed), the household, the
 * rooms' parts, every change with its people, papers to print again, and what may be started.
 */
class PersonPage : public QWidget {
    Q_OBJECT

public:
    PersonPage(Shell &shell, qint64 person, const QList<PersonSection> &sections,
               const PersonFigures &figures, QWidget *parent = nullptr);

private:
    void addPending(QVBoxLayout *column);
    void addRecord(QVBoxLayout *column);
    QLayout *buildTitle(const Row &person);
    QLayout *buildFigures() const;
    void addActions(QVBoxLayout *column);
    void addHousehold(QVBoxLayout *column);
    void addSection(QVBoxLayout *column, const PersonSection &section);
    void addChanges(QVBoxLayout *column);
    void addOperations(QVBoxLayout *column);
    void addPapers(QVBoxLayout *column);
    void fillRecord();

    Shell &m_shell;
    qint64 m_person;
    PersonFigures m_figures;
    QList<OperationView> m_operations;
    QJsonObject m_clear; ///< the sealed fields while they are revealed
    QGridLayout *m_record = nullptr;
};

} // namespace jubao

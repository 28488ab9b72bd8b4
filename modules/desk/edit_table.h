// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QTableWidget>

namespace jubao {

/**
 * A short list that is typed or pasted from a spreadsheet: Enter goes to the next cell and opens a
 * new row after the last one, Ctrl+V pastes rows of cells, Ctrl+Delete takes a row out.
 */
class EditTable : public QTableWidget {
    Q_OBJECT

public:
    struct Column {
        QString title;
        int width = 120;
        /** Texts to choose from, with what each stands for; empty where the cell is free text. */
        QList<QPair<QString, QString>> choices = {};
    };

    explicit EditTable(const QList<Column> &columns, QWidget *parent = nullptr);

    void addRow(const QStringList &cells = {});
    /** Rows with at least one filled cell; a choice gives what it stands for. */
    QList<QStringList> filledRows() const;
    /** New choices for a column whose rows depend on what was typed elsewhere. */
    void setChoices(int column, const QList<QPair<QString, QString>> &choices);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paste();
    void goOn();

    QList<Column> m_columns;
};

} // namespace jubao

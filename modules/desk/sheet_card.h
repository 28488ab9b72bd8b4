// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include "operations/sheet_import.h"
#include <QFrame>

class QComboBox;
class QGridLayout;
class QLabel;
class QProgressDialog;
class QPushButton;
class QStandardItemModel;
class QTableView;
class QVBoxLayout;

namespace jubao {

/**
 * The rows of a batch from a sheet: choose the file, say which column is which where its headings
 * do not, look at what was found row by row, get the bad rows back as a sheet. Work shows its
 * progress and can be stopped; then nothing has changed.
 */
class SheetCard : public QFrame {
    Q_OBJECT

public:
    SheetCard(const OperationType &batch, Office &office, Session &session,
              QWidget *parent = nullptr);

    bool hasFile() const { return !m_path.isEmpty(); }
    void take(const QString &path);
    /** Runs the rules over all rows; nothing is written. Throws RefusedError, SheetError,
     * StoppedError. */
    void check(const QJsonObject &parameters);
    /** Makes the operation with the sheet's rows. Throws as `check` and as Office::make. */
    ActResult make(MakeRequest request);
    /** Asks where to, then `saveListTo`. */
    void saveList(const QJsonObject &parameters);
    /** Writes the template with the rows that the type knows beforehand. Throws RefusedError,
     * SheetError. */
    void saveListTo(const QString &path, const QJsonObject &parameters);
    void clear();
    const BatchCount &count() const { return m_count; }
    QString givenBack() const { return m_givenBack; }

signals:
    /** "Check" was pressed: the parameters stand in the form. */
    void checkWanted();
    /** The list to fill in is wanted, with whom these parameters name (CON-01). */
    void listWanted();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildHead(QVBoxLayout *column);
    void buildFindings(QVBoxLayout *column);
    void choose();
    void saveTemplate();
    void readHeadings();
    void showMapping();
    QMap<QString, QString> mapping() const;
    Progress progressIn(QProgressDialog &dialog) const;
    void addFinding(const BatchRow &row, const Findings &why);
    void showCount();
    void say(const QString &text, bool bad);
    QString givenBackPath() const;
    void keepGivenBack(GivenBackSheet &sheet);

    const OperationType &m_type;
    Office &m_office;
    Session &m_session;
    QString m_path;
    QStringList m_headings;
    BatchCount m_count;
    QString m_givenBack;
    QDateTime m_givenBackAt; ///< when it was written; later than that somebody worked on it
    QLabel *m_file = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_check = nullptr;
    QWidget *m_mapping = nullptr;
    QGridLayout *m_mappingGrid = nullptr;
    QMap<QString, QComboBox *> m_columns; ///< by field name
    QStandardItemModel *m_findings = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace jubao

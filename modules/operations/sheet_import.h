// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/batch.h"
#include "operations/rows_ahead.h"
#include "sheets/sheet_reader.h"
#include "sheets/sheet_writer.h"
#include <QMap>

namespace jubao {

class Office;
class Session;

/**
 * A sheet read as rows of a batch type, by its row declaration: columns are found by the label or
 * the name of a field, or by a heading that `headings` maps to a field name; choices and divisions
 * by code or by name; dates in the ways that people write them.
 */
class SheetImport {
public:
    /** Throws SheetError, and RefusedError(COLUMN_MISSING) for required columns that are not there.
     */
    SheetImport(const OperationType &batch, const Reader &reader, const QString &path,
                const QMap<QString, QString> &headings = {});
    ~SheetImport();

    /** Reads on from where it is; valid as long as this object. */
    RowSource rows();
    /** Adds the file's name and SM3 digest to the parameters, so that *make* signs them. */
    void addFileTo(QJsonObject &parameters) const;

private:
    bool next(BatchRow &row);
    bool findHeading(const SheetRow &row, const QMap<QString, QString> &headings);
    void readDivisions(const Reader &reader);
    QJsonValue valueOf(const Field &field, const QString &text, Findings &findings) const;
    QJsonValue divisionOf(const Field &field, const QString &text, Findings &findings) const;

    const QList<Field> m_fields;
    QString m_path;
    std::unique_ptr<SheetReader> m_reader;
    QList<int> m_columns; ///< by field; -1 where the sheet has none
    SheetRow m_row;
    QHash<QString, QString> m_divisions; ///< code or name → code; "" where a name is used twice
    std::unique_ptr<RowsAhead> m_ahead;  ///< last: its thread reads by all of the above
};

/** Where the rows that `file` gets back are written unless somebody names another place: beside it,
 * under a name that nothing has yet. What was corrected in an earlier one is not lost. */
QString freeGivenBackPath(const QString &file);

/** Writes the rows that *make* gave back, with the reasons, in the columns of the template: what is
 * corrected in it can be imported again. The file is made with the first row. */
class GivenBackSheet {
public:
    GivenBackSheet(const OperationType &batch, QString path);

    void add(const BatchRow &row, const Findings &why);
    /** The file, finished; "" where no row was given back. */
    QString finish();

private:
    const QList<Field> m_fields;
    QString m_path;
    std::unique_ptr<SheetWriter> m_writer;
};

/** All rows of a source in the columns of the template: what a checker looks through. Returns how
 * many. \a mark stands in the margin of what is printed (SEC-16). */
qint64 writeRows(const OperationType &batch, const RowSource &rows, const QString &path,
                 const QString &mark);

/** A sheet to fill in: one column per field, required ones marked, choices offered. */
void writeTemplate(const OperationType &batch, const QString &path);
/** The same with the rows that the type knows beforehand for these parameters, for who may take
 * people out of the books: needs the right and leaves a trace (SEC-16). Returns how many rows. */
qint64 writeFilledTemplate(const OperationType &batch, const QJsonObject &parameters,
                           const QString &path, Office &office, const Session &session);

} // namespace jubao

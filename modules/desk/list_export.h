// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/list_page.h"
#include "sheets/sheet_writer.h"
#include <QObject>
#include <QTimer>
#include <map>

namespace jubao {

/**
 * Writes all rows of a list to .xlsx, some hundred rows at a time between the window's own events;
 * it can be stopped, and then leaves no file behind.
 */
class ListExport : public QObject {
    Q_OBJECT

public:
    using Read = std::function<QList<ListRow>(const std::optional<ListRow> &after, int limit)>;

    /** \a split: one file per township, its name behind the file's. \a mark stands in the margin of
     * what is printed (SEC-16). */
    ListExport(const ListSpec &spec, const QString &path, bool split, Read read,
               const Reader &reader, const QString &mark, QObject *parent);

    void start();
    void stop();

signals:
    void progressed(qint64 rows);
    void finished(const QStringList &files, qint64 rows, const QString &failed);

private:
    void writeSome();
    void writeRow(const ListRow &row);
    SheetWriter &writerFor(const ListRow &row);
    void end(const QString &failed);

    QString m_title;
    QList<ListSpec::Heading> m_headings;
    QString m_path;
    QString m_mark;
    bool m_split;
    Read m_read;
    QHash<QString, QString> m_townships; ///< name by code
    std::map<QString, std::unique_ptr<SheetWriter>> m_writers;
    QStringList m_files;
    std::optional<ListRow> m_last;
    qint64 m_rows = 0;
    QTimer m_timer;
};

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/list_export.h"

#include "core/division_code.h"
#include "database/error.h"
#include "desk/background.h"
#include "sheets/sheet_reader.h"
#include <QFileInfo>

namespace jubao {

namespace {

constexpr int rowsAtATime = 500;

} // namespace

ListExport::ListExport(const ListSpec &spec, const QString &path, bool split, Read read,
                       const Reader &reader, const QString &mark, QObject *parent)
    : QObject(parent)
    , m_title(spec.title)
    , m_headings(spec.headings)
    , m_path(path)
    , m_mark(mark)
    , m_split(split)
    , m_read(std::move(read))
{
    if (split) {
        Query rows = reader.query(QStringLiteral("SELECT code, name FROM division"));
        while (rows.next())
            m_townships.insert(rows.text(0), rows.text(1));
    }
    whenFree(m_timer, this, [this] { writeSome(); });
}

void ListExport::start()
{
    m_timer.start(0);
}

void ListExport::stop()
{
    if (m_timer.isActive())
        end(tr("The export was stopped; no file was written."));
}

SheetWriter &ListExport::writerFor(const ListRow &row)
{
    const QString township = m_split ? townshipOf(row.division) : QString();
    std::unique_ptr<SheetWriter> &writer = m_writers[township];
    if (!writer) {
        QList<SheetColumn> columns;
        for (const ListSpec::Heading &heading : m_headings)
            columns.append(
                {heading.title, heading.money ? SheetColumnKind::Money : SheetColumnKind::Text});
        const QFileInfo info(m_path);
        const QString file = township.isEmpty()
            ? m_path
            : QStringLiteral("%1/%2-%3.xlsx")
                  .arg(info.absolutePath(), info.completeBaseName(),
                       m_townships.value(township, township));
        // The dialog asked about the name that was typed, not about those made of it.
        if (file != m_path && QFileInfo::exists(file))
            throw SheetError(tr("%1 exists. Take another name; no file was written.").arg(file));
        writer = std::make_unique<SheetWriter>(file, m_title, columns);
        writer->setMark(m_mark);
        m_files.append(file);
    }
    return *writer;
}

void ListExport::writeRow(const ListRow &row)
{
    QVariantList values;
    for (int i = 0; i < row.cells.size(); ++i) {
        const std::optional<Money> amount =
            m_headings.at(i).money ? Money::fromYuanText(row.cells.at(i)) : std::nullopt;
        if (m_headings.at(i).money)
            values.append(amount ? QVariant(amount->fen()) : QVariant());
        else
            values.append(row.cells.at(i));
    }
    writerFor(row).addRow(values);
    ++m_rows;
}

void ListExport::writeSome()
{
    try {
        const QList<ListRow> rows = m_read(m_last, rowsAtATime);
        for (const ListRow &row : rows)
            writeRow(row);
        if (!rows.isEmpty())
            m_last = rows.last();
        emit progressed(m_rows);
        if (rows.size() < rowsAtATime)
            end({});
    } catch (const SheetError &error) {
        end(error.text);
    } catch (const DatabaseError &error) {
        end(error.text());
    }
}

void ListExport::end(const QString &failed)
{
    m_timer.stop();
    QString words = failed;
    try {
        if (words.isEmpty() && m_writers.empty())
            writerFor({});
        for (const auto &[township, writer] : m_writers) {
            if (words.isEmpty())
                writer->finish();
        }
    } catch (const SheetError &error) {
        words = error.text;
    }
    m_writers.clear();
    emit finished(words.isEmpty() ? m_files : QStringList(), m_rows, words);
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/sheet_card.h"

#include "desk/record_table.h"
#include "desk/theme.h"
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QProgressDialog>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int shownFindings = 500;
constexpr int shownCells = 4;
/** Larger files are kept by their digest, which the payload carries, and by the staged rows. */
constexpr qint64 keptWhole = 16 * 1024 * 1024;

} // namespace

SheetCard::SheetCard(const OperationType &batch, Office &office, Session &session, QWidget *parent)
    : QFrame(parent)
    , m_type(batch)
    , m_office(office)
    , m_session(session)
{
    setProperty("card", true);
    setObjectName(QStringLiteral("sheet"));
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(8);
    buildHead(column);
    buildFindings(column);
    m_mapping = new QWidget;
    m_mappingGrid = new QGridLayout(m_mapping);
    m_mappingGrid->setContentsMargins(0, 0, 0, 0);
    m_mapping->hide();
    column->addWidget(m_mapping);
}

void SheetCard::buildHead(QVBoxLayout *column)
{
    column->addWidget(Theme::label(tr("Sheet"), "card"));
    const auto button = [](const QString &text, const char *name) {
        auto *made = new QPushButton(text);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(text);
        made->setAutoDefault(true);
        return made;
    };
    m_file = Theme::label(tr("Choose a sheet (.xlsx or CSV), or drop it here."), "label");
    m_file->setObjectName(QStringLiteral("sheet_file"));
    auto *choose = button(tr("Choose…"), "sheet_choose");
    auto *model = button(tr("Empty template…"), "sheet_template");
    m_check = button(tr("Check"), "sheet_check");
    m_check->setEnabled(false);
    connect(choose, &QPushButton::clicked, this, &SheetCard::choose);
    connect(model, &QPushButton::clicked, this, &SheetCard::saveTemplate);
    connect(m_check, &QPushButton::clicked, this, &SheetCard::checkWanted);
    auto *row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    if (m_type.batch->templateRows) {
        auto *list = button(tr("List to fill in…"), "sheet_list");
        connect(list, &QPushButton::clicked, this, &SheetCard::listWanted);
        row->addWidget(list);
    }
    row->addWidget(model);
    row->addWidget(choose);
    row->addWidget(m_check);
    column->addLayout(row);
    m_message = Theme::label({}, "label");
    m_message->setObjectName(QStringLiteral("sheet_message"));
    m_message->setWordWrap(true);
    column->addWidget(m_message);
}

void SheetCard::buildFindings(QVBoxLayout *column)
{
    m_findings = new QStandardItemModel(this);
    m_table = newTable(QStringLiteral("sheet_findings"), tr("Rows with findings"));
    m_table->setModel(m_findings);
    constexpr int leastHeight = 200;
    m_table->setMinimumHeight(leastHeight);
    m_table->hide();
    column->addWidget(m_table, 1);
}

void SheetCard::say(const QString &text, bool bad)
{
    Theme::setProperty(m_message, "role", bad ? QStringLiteral("error") : QStringLiteral("label"));
    m_message->setText(text);
}

void SheetCard::choose()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a sheet"), {},
                                                      tr("Sheets (*.xlsx *.csv *.txt)"));
    if (!path.isEmpty())
        take(path);
}

void SheetCard::saveTemplate()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the empty template"),
                                                      m_type.title + QStringLiteral(".xlsx"),
                                                      QStringLiteral("Excel (*.xlsx)"));
    if (path.isEmpty())
        return;
    try {
        writeTemplate(m_type, path);
        say(tr("Saved: %1").arg(path), false);
    } catch (const SheetError &error) {
        say(error.text, true);
    }
}

void SheetCard::saveList(const QJsonObject &parameters)
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the list to fill in"),
                                                      m_type.title + QStringLiteral(".xlsx"),
                                                      QStringLiteral("Excel (*.xlsx)"));
    if (!path.isEmpty())
        saveListTo(path, parameters);
}

void SheetCard::saveListTo(const QString &path, const QJsonObject &parameters)
{
    const qint64 rows = writeFilledTemplate(m_type, parameters, path, m_office, m_session);
    say(tr("%1 persons stand in %2").arg(rows).arg(path), rows == 0);
}

void SheetCard::take(const QString &path)
{
    clear();
    m_path = path;
    m_file->setText(QFileInfo(path).fileName());
    m_file->setToolTip(path);
    try {
        readHeadings();
        const SheetImport tried(m_type, m_office.reader(), path, {});
        say(tr("The columns are known by their headings. Check the rows next."), false);
    } catch (const RefusedError &error) {
        showMapping();
        say(error.refusals.first().text, true);
    } catch (const SheetError &error) {
        clear();
        say(error.text, true);
        return;
    }
    m_check->setEnabled(true);
    m_check->setFocus();
}

void SheetCard::readHeadings()
{
    // A title may stand above the headings, in a cell of its own.
    constexpr int linesLookedAt = 20;
    const std::unique_ptr<SheetReader> reader = SheetReader::open(m_path);
    SheetRow row;
    for (int i = 0; i < linesLookedAt && reader->next(row); ++i) {
        m_headings = row.cells;
        m_headings.removeAll(QString());
        if (m_headings.size() > 1)
            return;
    }
}

void SheetCard::showMapping()
{
    constexpr int fieldsInARow = 3;
    const QList<Field> &fields = m_type.batch->rowFields;
    for (int i = 0; i < fields.size(); ++i) {
        const Field &field = fields.at(i);
        auto *box = new QComboBox;
        box->setObjectName(QStringLiteral("column_") + field.name);
        box->setAccessibleName(tr("Column of “%1”").arg(field.label));
        box->addItem(tr("not in the sheet"), QString());
        for (const QString &heading : std::as_const(m_headings)) {
            if (heading.trimmed().isEmpty())
                continue;
            box->addItem(heading, heading);
            if (heading.trimmed() == field.label || heading.trimmed() == field.name)
                box->setCurrentIndex(box->count() - 1);
        }
        auto *cell = new QVBoxLayout;
        cell->setSpacing(2);
        cell->addWidget(Theme::label(
            field.required ? field.label + QStringLiteral(" *") : field.label, "label"));
        cell->addWidget(box);
        m_mappingGrid->addLayout(cell, i / fieldsInARow, i % fieldsInARow);
        m_columns.insert(field.name, box);
    }
    m_mapping->show();
}

QMap<QString, QString> SheetCard::mapping() const
{
    QMap<QString, QString> fieldOfHeading;
    for (auto each = m_columns.begin(); each != m_columns.end(); ++each) {
        const QString heading = each.value()->currentData().toString();
        if (!heading.isEmpty())
            fieldOfHeading.insert(heading, each.key());
    }
    return fieldOfHeading;
}

Progress SheetCard::progressIn(QProgressDialog &dialog) const
{
    constexpr int whole = 1000;
    constexpr int patienceMs = 400;
    dialog.setObjectName(QStringLiteral("sheet_progress"));
    dialog.setWindowModality(Qt::WindowModal);
    dialog.setRange(0, whole);
    dialog.setMinimumDuration(patienceMs);
    return [&dialog](int permille) {
        // Keeps the window alive; being modal, it lets nothing through but "stop".
        dialog.setValue(std::min(permille, whole - 1));
        return !dialog.wasCanceled();
    };
}

QString SheetCard::givenBackPath() const
{
    // The sheet of the check before is written anew, unless somebody has worked on it since.
    const QFileInfo own(m_givenBack);
    const bool untouched = own.exists() && own.lastModified() == m_givenBackAt;
    return untouched ? m_givenBack : freeGivenBackPath(m_path);
}

void SheetCard::keepGivenBack(GivenBackSheet &sheet)
{
    m_givenBack = sheet.finish();
    m_givenBackAt = QFileInfo(m_givenBack).lastModified();
}

void SheetCard::addFinding(const BatchRow &row, const Findings &why)
{
    if (m_findings->rowCount() >= shownFindings)
        return;
    QStringList reasons;
    for (const Finding &finding : why)
        reasons.append(finding.text);
    QList<QStandardItem *> items{new QStandardItem(QString::number(row.number)),
                                 new QStandardItem(row.cells.mid(0, shownCells).join(u' ')),
                                 new QStandardItem(reasons.join(u' '))};
    items.last()->setToolTip(items.last()->text());
    m_findings->appendRow(items);
}

void SheetCard::check(const QJsonObject &parameters)
{
    m_findings->clear();
    m_count = {};
    QProgressDialog dialog(tr("Checking the rows…"), tr("Stop"), 0, 1, this);
    const Progress progress = progressIn(dialog);
    SheetImport sheet(m_type, m_office.reader(), m_path, mapping());
    GivenBackSheet back(m_type, givenBackPath());
    m_count = m_office.checkRows(
        m_session, m_type.id, parameters, sheet.rows(),
        [this, &back](const BatchRow &row, const Findings &why) {
            back.add(row, why);
            addFinding(row, why);
        },
        progress);
    keepGivenBack(back);
    showCount();
}

ActResult SheetCard::make(MakeRequest request)
{
    m_findings->clear();
    QProgressDialog dialog(tr("Handing in…"), tr("Stop"), 0, 1, this);
    request.progress = progressIn(dialog);
    SheetImport sheet(m_type, m_office.reader(), m_path, mapping());
    GivenBackSheet back(m_type, givenBackPath());
    sheet.addFileTo(request.payload);
    QFile file(m_path);
    if (file.size() <= keptWhole && file.open(QIODevice::ReadOnly))
        request.evidence.append(
            {QStringLiteral("import_file"), QFileInfo(m_path).fileName(), file.readAll()});
    request.rows = sheet.rows();
    request.givenBack = [this, &back](const BatchRow &row, const Findings &why) {
        back.add(row, why);
        addFinding(row, why);
    };
    try {
        const ActResult result = m_office.make(m_session, request);
        m_count = {};
        m_count.good = result.rowsTaken;
        m_count.bad = result.rowsGivenBack;
        keepGivenBack(back);
        return result;
    } catch (const RefusedError &) {
        keepGivenBack(back);
        throw;
    }
}

void SheetCard::showCount()
{
    QStringList parts{tr("%1 rows: %2 good, %3 given back")
                          .arg(m_count.good + m_count.bad)
                          .arg(m_count.good)
                          .arg(m_count.bad)};
    for (auto sum = m_count.sums.begin(); sum != m_count.sums.end(); ++sum) {
        for (const Field &field : m_type.batch->rowFields) {
            if (field.name == sum.key())
                parts.append(
                    tr("%1: %2 yuan").arg(field.label, Money::fromFen(sum.value()).toDisplay()));
        }
    }
    if (!m_givenBack.isEmpty())
        parts.append(tr("with reasons in %1").arg(QFileInfo(m_givenBack).fileName()));
    say(parts.join(QStringLiteral("  ·  ")), m_count.bad > 0);
    m_findings->setHorizontalHeaderLabels({tr("Row"), tr("Content"), tr("What was found")});
    m_table->setVisible(m_findings->rowCount() > 0);
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
}

void SheetCard::clear()
{
    m_path.clear();
    m_headings.clear();
    m_count = {};
    m_givenBack.clear();
    m_findings->clear();
    m_table->hide();
    m_mapping->hide();
    qDeleteAll(m_mapping->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    while (QLayoutItem *item = m_mappingGrid->takeAt(0))
        delete item;
    m_columns.clear();
    m_file->setText(tr("Choose a sheet (.xlsx or CSV), or drop it here."));
    m_check->setEnabled(false);
    say({}, false);
}

void SheetCard::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->urls().size() == 1)
        event->acceptProposedAction();
}

void SheetCard::dropEvent(QDropEvent *event)
{
    take(event->mimeData()->urls().first().toLocalFile());
    event->acceptProposedAction();
}

} // namespace jubao

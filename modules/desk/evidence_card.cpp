// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/evidence_card.h"

#include "desk/scan.h"
#include "desk/theme.h"
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int pictureHeight = 44;
constexpr int mostFiles = 4;

} // namespace

EvidenceCard::EvidenceCard(const QStringList &kinds, QWidget *parent) : QFrame(parent)
{
    setProperty("card", true);
    setObjectName(QStringLiteral("papers"));
    setAccessibleName(tr("Papers"));
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 12);
    column->setSpacing(6);
    column->addWidget(Theme::label(tr("Papers seen"), "card"));
    m_none = Theme::label(tr("No paper is asked for."), "hint");
    column->addWidget(m_none);
    m_column = column;
    m_message = Theme::label(tr("Scans: PNG, JPEG, PDF; drop them here."), "hint");
    m_message->setWordWrap(true);
    column->addWidget(m_message);
    for (const QString &kind : kinds)
        addRow(kind);
    m_own = m_rows.size();
    showWhetherAsked();
}

void EvidenceCard::showWhetherAsked()
{
    m_none->setVisible(m_rows.isEmpty());
    m_message->setVisible(!m_rows.isEmpty());
}

void EvidenceCard::ask(const QStringList &kinds)
{
    while (m_rows.size() > m_own)
        delete m_rows.takeLast().whole;
    for (const QString &kind : kinds) {
        if (!rowOf(kind))
            addRow(kind);
    }
    showWhetherAsked();
}

void EvidenceCard::addRow(const QString &kind)
{
    Row row;
    row.kind = kind;
    row.whole = new QWidget;
    auto *lines = new QVBoxLayout(row.whole);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    row.seen = new QCheckBox;
    row.seen->setObjectName(QStringLiteral("paper_") + kind);
    row.seen->setAccessibleName(tr("Seen: %1").arg(evidenceTitle(kind)));
    row.seen->installEventFilter(this);
    connect(row.seen, &QCheckBox::toggled, this, &EvidenceCard::changed);
    // The words stand beside the box, for only a label wraps.
    auto *title = new QLabel(evidenceTitle(kind));
    title->setObjectName(QStringLiteral("title_") + kind);
    title->setWordWrap(true);
    title->setBuddy(row.seen);
    title->installEventFilter(this);
    auto *attach = new QToolButton;
    attach->setText(tr("Attach"));
    attach->setObjectName(QStringLiteral("attach_") + kind);
    attach->setAccessibleName(tr("Attach a scan: %1").arg(evidenceTitle(kind)));
    attach->setFocusPolicy(Qt::ClickFocus);
    Theme::setProperty(attach, "kind", QStringLiteral("link"));
    connect(attach, &QToolButton::clicked, this, [this, kind] { choose(*rowOf(kind)); });
    auto *first = new QHBoxLayout;
    first->addWidget(row.seen);
    first->addWidget(title, 1);
    first->addWidget(attach);
    lines->addLayout(first);
    row.pictures = new QHBoxLayout;
    row.pictures->setSpacing(6);
    lines->addLayout(row.pictures);
    m_column->insertWidget(m_column->indexOf(m_message), row.whole);
    m_rows.append(row);
}

EvidenceCard::Row *EvidenceCard::rowOf(const QString &kind)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row &row) { return row.kind == kind; });
    return found == m_rows.end() ? nullptr : &*found;
}

QList<Evidence> EvidenceCard::evidence() const
{
    QList<Evidence> list;
    for (const Row &row : m_rows) {
        if (row.files.isEmpty() && row.seen->isChecked())
            list.append({row.kind, {}, {}});
        list.append(row.files);
    }
    return list;
}

void EvidenceCard::clear()
{
    for (Row &row : m_rows) {
        row.files.clear();
        row.seen->setChecked(false);
        showFiles(row);
    }
}

QJsonObject EvidenceCard::marks() const
{
    QJsonObject object;
    for (const Row &row : m_rows) {
        if (row.seen->isChecked())
            object.insert(row.kind, 1);
    }
    return object;
}

QJsonObject EvidenceCard::files() const
{
    QJsonObject object;
    for (const Row &row : m_rows) {
        QJsonArray list;
        for (const Evidence &file : row.files)
            list.append(QJsonObject{
                {QStringLiteral("name"), file.fileName},
                {QStringLiteral("content"), QString::fromLatin1(file.content.toBase64())}});
        if (!list.isEmpty())
            object.insert(row.kind, list);
    }
    return object;
}

void EvidenceCard::restore(const QJsonObject &marks, const QJsonObject &files)
{
    for (Row &row : m_rows) {
        const QJsonArray list = files[row.kind].toArray();
        for (const QJsonValue &file : list)
            row.files.append({row.kind, file[u"name"].toString(),
                              QByteArray::fromBase64(file[u"content"].toString().toLatin1())});
        showFiles(row);
        row.seen->setChecked(marks[row.kind].toInt() == 1);
    }
}

bool EvidenceCard::focusFirstMissing()
{
    for (const Row &row : m_rows) {
        if (row.seen->isChecked())
            continue;
        row.seen->setFocus();
        return true;
    }
    return false;
}

void EvidenceCard::choose(Row &row)
{
    const QStringList paths =
        QFileDialog::getOpenFileNames(this, tr("Attach a scan: %1").arg(evidenceTitle(row.kind)),
                                      {}, tr("Scans (*.png *.jpg *.jpeg *.pdf)"));
    for (const QString &path : paths)
        attach(row.kind, path);
}

void EvidenceCard::attach(const QString &kind, const QString &path)
{
    Row *row = rowOf(kind);
    if (!row)
        return;
    const Scan scan = readScan(path);
    QString refused = scan.refused;
    for (const Evidence &file : row->files) {
        if (file.content == scan.content)
            refused = tr("“%1” is attached already.").arg(scan.fileName);
    }
    if (refused.isEmpty() && row->files.size() >= mostFiles)
        refused = tr("A paper has at most %1 scans.").arg(mostFiles);
    m_message->setText(refused.isEmpty() ? tr("Attached: %1").arg(scan.fileName) : refused);
    Theme::setProperty(m_message, "role",
                       refused.isEmpty() ? QStringLiteral("hint") : QStringLiteral("error"));
    if (!refused.isEmpty())
        return;
    row->files.append({kind, scan.fileName, scan.content});
    showFiles(*row);
    row->seen->setChecked(true);
    emit filesChanged();
}

void EvidenceCard::showFiles(Row &row)
{
    while (QLayoutItem *item = row.pictures->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Evidence &file : row.files) {
        auto *picture = new QPushButton;
        picture->setProperty("kind", QStringLiteral("picture"));
        picture->setIcon(QPixmap::fromImage(scanFromContent(file.fileName, file.content).picture));
        picture->setIconSize(QSize(pictureHeight, pictureHeight));
        picture->setFixedSize(pictureHeight + 8, pictureHeight + 8);
        picture->setFocusPolicy(Qt::ClickFocus);
        picture->setObjectName(QStringLiteral("scan_") + row.kind);
        picture->setAccessibleName(tr("Remove the scan “%1”").arg(file.fileName));
        picture->setToolTip(tr("%1 – click to remove").arg(file.fileName));
        connect(
            picture, &QPushButton::clicked, this, [this, kind = row.kind, content = file.content] {
                Row &own = *rowOf(kind);
                own.files.removeIf([&](const Evidence &each) { return each.content == content; });
                own.seen->setChecked(!own.files.isEmpty());
                // The button is still in its own click.
                QMetaObject::invokeMethod(
                    this, [this, kind] { showFiles(*rowOf(kind)); }, Qt::QueuedConnection);
                emit filesChanged();
            });
        row.pictures->addWidget(picture);
    }
    if (!row.files.isEmpty())
        row.pictures->addStretch(1);
}

bool EvidenceCard::eventFilter(QObject *object, QEvent *event)
{
    if (auto *title = qobject_cast<QLabel *>(object);
        title && event->type() == QEvent::MouseButtonRelease) {
        title->buddy()->setFocus();
        qobject_cast<QCheckBox *>(title->buddy())->toggle();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QFrame::eventFilter(object, event);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).seen != object)
            continue;
        if (key->modifiers() & Qt::ShiftModifier) {
            if (i > 0)
                m_rows.at(i - 1).seen->setFocus();
            return true;
        }
        m_rows.at(i).seen->setChecked(true);
        if (i + 1 < m_rows.size())
            m_rows.at(i + 1).seen->setFocus();
        else
            emit completed();
        return true;
    }
    return QFrame::eventFilter(object, event);
}

void EvidenceCard::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !m_rows.isEmpty())
        event->acceptProposedAction();
}

void EvidenceCard::dropEvent(QDropEvent *event)
{
    const QPoint at = event->position().toPoint();
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        Row *target = nullptr;
        for (Row &row : m_rows) {
            if (row.whole->geometry().contains(at))
                target = &row;
        }
        // Beside the rows: to the first paper that has nothing yet.
        for (Row &row : m_rows) {
            if (!target && row.files.isEmpty() && !row.seen->isChecked())
                target = &row;
        }
        attach((target ? *target : m_rows.first()).kind, url.toLocalFile());
    }
    event->acceptProposedAction();
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/person_search.h"

#include "core/mask.h"
#include "desk/icon.h"
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>

namespace jubao {

namespace {

constexpr int shownHits = 12;
constexpr int visibleHits = 9;
constexpr int rowHeight = 38;

} // namespace

PersonSearch::PersonSearch(const Office &office, const DeskServices &services, QWidget *parent)
    : QLineEdit(parent)
    , m_office(office)
    , m_services(services)
{
    setObjectName(QStringLiteral("search"));
    setAccessibleName(tr("Find a person"));
    setPlaceholderText(tr("Name, pinyin initials, ID number or its last four (Ctrl+K)"));
    setTextMargins(24, 0, 0, 0);
    connect(this, &QLineEdit::textChanged, this, &PersonSearch::search);
}

void PersonSearch::search()
{
    if (!m_hits) {
        m_hits = new QListWidget(window());
        m_hits->setObjectName(QStringLiteral("search_hits"));
        m_hits->setAccessibleName(tr("Persons found"));
        m_hits->setFocusPolicy(Qt::NoFocus);
        connect(m_hits, &QListWidget::itemClicked, this, &PersonSearch::choose);
    }
    m_hits->clear();
    const QString typed = text().trimmed();
    const QList<DeskServices::Hit> hits = typed.isEmpty()
        ? QList<DeskServices::Hit>()
        : m_services.findPersons(m_office.reader(), typed, shownHits);
    for (const DeskServices::Hit &hit : hits) {
        auto *item =
            new QListWidgetItem(QStringLiteral("%1    %2    %3")
                                    .arg(hit.name, maskIdNumber(hit.idNumber), hit.division),
                                m_hits);
        item->setData(Qt::UserRole, hit.id);
    }
    if (hits.isEmpty() && !typed.isEmpty()) {
        auto *none = new QListWidgetItem(tr("Nobody is found by “%1”").arg(typed), m_hits);
        none->setFlags(Qt::NoItemFlags);
    }
    showHits();
}

void PersonSearch::showHits()
{
    m_hits->setVisible(m_hits->count() > 0);
    if (m_hits->count() == 0)
        return;
    m_hits->setCurrentRow(0);
    const QPoint below = mapTo(window(), QPoint(0, height() + 4));
    m_hits->setGeometry(below.x(), below.y(), width() + 120,
                        std::min(m_hits->count(), visibleHits) * rowHeight + 4);
    m_hits->raise();
}

void PersonSearch::choose()
{
    const QListWidgetItem *item = m_hits ? m_hits->currentItem() : nullptr;
    if (!item || !item->data(Qt::UserRole).isValid())
        return;
    const qint64 person = item->data(Qt::UserRole).toLongLong();
    giveUp();
    emit chosen(person);
}

void PersonSearch::giveUp()
{
    clear();
    if (m_hits)
        m_hits->hide();
}

void PersonSearch::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (m_hits && m_hits->count() > 0)
            m_hits->setCurrentRow(
                std::clamp(m_hits->currentRow() + (event->key() == Qt::Key_Down ? 1 : -1), 0,
                           m_hits->count() - 1));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return;
    case Qt::Key_Escape:
        giveUp();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void PersonSearch::focusOutEvent(QFocusEvent *event)
{
    if (m_hits && event->reason() != Qt::ActiveWindowFocusReason)
        m_hits->hide();
    QLineEdit::focusOutEvent(event);
}

void PersonSearch::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    constexpr int size = 16;
    paintIcon(&painter, QRect(12, (height() - size) / 2, size, size), QStringLiteral("search"),
              QStringLiteral("text3"));
}

} // namespace jubao

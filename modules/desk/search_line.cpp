// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/search_line.h"

#include "core/mask.h"
#include "core/pinyin.h"
#include "desk/icon.h"
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>

namespace jubao {

namespace {

constexpr int shownHits = 12;
constexpr int visibleHits = 9;
constexpr int shownPlaces = 6;
constexpr int rowHeight = 38;

/** The slash of a keyboard, with an input method on and off. */
const QString onlyPlaces = QStringLiteral("/、／");

} // namespace

SearchLine::SearchLine(const Office &office, const DeskServices &services, bool people,
                       QWidget *parent)
    : QLineEdit(parent)
    , m_office(office)
    , m_services(services)
    , m_people(people)
{
    setObjectName(QStringLiteral("search"));
    setAccessibleName(people ? tr("Find a person or a business") : tr("Find a business"));
    setPlaceholderText(people ? tr("Name, initials, ID number or business (Ctrl+K)")
                              : tr("Business: name or pinyin initials (Ctrl+K)"));
    setTextMargins(24, 0, 0, 0);
    connect(this, &QLineEdit::textChanged, this, &SearchLine::search);
}

QList<Place> SearchLine::placesOf(const QString &typed) const
{
    QList<Place> found;
    const QString wanted = typed.toLower();
    // One letter is the beginning of a name, and of half of all business.
    const bool initials = wanted.size() > 1;
    for (const Place &each : m_places) {
        if (each.title.contains(typed, Qt::CaseInsensitive)
            || (initials && pinyinInitials(each.title).contains(wanted)))
            found.append(each);
    }
    std::stable_sort(found.begin(), found.end(), [&wanted](const Place &a, const Place &b) {
        return pinyinInitials(a.title).startsWith(wanted)
            > pinyinInitials(b.title).startsWith(wanted);
    });
    return found;
}

void SearchLine::addHit(const QString &text, const QVariant &meaning)
{
    auto *item = new QListWidgetItem(text, m_hits);
    item->setData(Qt::UserRole, meaning);
}

void SearchLine::addPersons(const QString &typed, int limit)
{
    const QList<DeskServices::Hit> hits = m_services.findPersons(m_office.reader(), typed, limit);
    for (const DeskServices::Hit &hit : hits)
        addHit(QStringLiteral("%1    %2    %3")
                   .arg(hit.name, maskIdNumber(hit.idNumber), hit.division),
               hit.id);
}

void SearchLine::search()
{
    if (!m_hits) {
        m_hits = new QListWidget(window());
        m_hits->setObjectName(QStringLiteral("search_hits"));
        m_hits->setAccessibleName(tr("What was found"));
        m_hits->setFocusPolicy(Qt::NoFocus);
        connect(m_hits, &QListWidget::itemClicked, this, &SearchLine::choose);
    }
    m_hits->clear();
    QString typed = text().trimmed();
    const bool placesAlone = !m_people || (!typed.isEmpty() && onlyPlaces.contains(typed.front()));
    if (!typed.isEmpty() && onlyPlaces.contains(typed.front()))
        typed = typed.mid(1).trimmed();
    // Behind the slash alone stands everything that there is.
    QList<Place> places;
    if (!typed.isEmpty() || placesAlone)
        places = text().isEmpty() ? QList<Place>() : placesOf(typed);
    if (!placesAlone) {
        places = places.mid(0, shownPlaces);
        if (!typed.isEmpty())
            addPersons(typed, shownHits - int(places.size()));
    }
    for (const Place &each : std::as_const(places))
        addHit(each.module.isEmpty() ? each.title
                                     : QStringLiteral("%1    %2").arg(each.title, each.module),
               each.id);
    if (m_hits->count() == 0 && !typed.isEmpty()) {
        auto *none = new QListWidgetItem(tr("Nothing is found by “%1”").arg(typed), m_hits);
        none->setFlags(Qt::NoItemFlags);
    }
    showHits();
}

void SearchLine::showHits()
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

void SearchLine::choose()
{
    const QListWidgetItem *item = m_hits ? m_hits->currentItem() : nullptr;
    const QVariant meaning = item ? item->data(Qt::UserRole) : QVariant();
    if (!meaning.isValid())
        return;
    giveUp();
    if (meaning.typeId() == QMetaType::QString)
        emit placeChosen(meaning.toString());
    else
        emit personChosen(meaning.toLongLong());
}

void SearchLine::giveUp()
{
    clear();
    if (m_hits)
        m_hits->hide();
}

void SearchLine::keyPressEvent(QKeyEvent *event)
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

void SearchLine::focusOutEvent(QFocusEvent *event)
{
    if (m_hits && event->reason() != Qt::ActiveWindowFocusReason)
        m_hits->hide();
    QLineEdit::focusOutEvent(event);
}

void SearchLine::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    constexpr int size = 16;
    paintIcon(&painter, QRect(12, (height() - size) / 2, size, size), QStringLiteral("search"),
              QStringLiteral("text3"));
}

} // namespace jubao

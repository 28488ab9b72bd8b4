// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/icon.h"

#include "core/resources.h"
#include "desk/theme.h"
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace jubao {

namespace {

/** Asks the theme at each drawing, so that an icon follows when the face changes. */
class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(QString name, QString token)
        : m_name(std::move(name))
        , m_token(std::move(token))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_name,
                  mode == QIcon::Disabled ? QStringLiteral("disabledText") : m_token);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return drawn;
    }
    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }

private:
    QString m_name;
    QString m_token;
};

} // namespace

QIcon themedIcon(const QString &name, const QString &token)
{
    return QIcon(new ThemedIconEngine(name, token));
}

void paintIcon(QPainter *painter, const QRect &where, const QString &name, const QString &token)
{
    const QString path = QStringLiteral(":/jubao/icons/%1.svg").arg(name);
    if (!QFile::exists(path))
        return;
    QByteArray drawing = readResource(path);
    drawing.replace("currentColor", Theme::color(token).name().toLatin1());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QSvgRenderer(drawing).render(painter, where);
    painter->restore();
}

IconLabel::IconLabel(QString name, QString token, int size, QWidget *parent)
    : QWidget(parent)
    , m_name(std::move(name))
    , m_token(std::move(token))
{
    setFixedSize(size, size);
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(&painter, rect(), m_name, m_token);
}

} // namespace jubao

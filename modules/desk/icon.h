// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QWidget>

class QPainter;

namespace jubao {

/**
 * The house's own line icons (resources/icons, drawn on a grid of 24 with a stroke of 1.75), drawn
 * at any size in the colour of a theme token. An unknown name draws nothing.
 */
QIcon themedIcon(const QString &name, const QString &token = QStringLiteral("text2"));

/** Draws one icon into `where` with the token's present colour. */
void paintIcon(QPainter *painter, const QRect &where, const QString &name, const QString &token);

/** An icon that stands by itself; it says nothing to a screen reader, the words beside it do. */
class IconLabel : public QWidget {
    Q_OBJECT

public:
    IconLabel(QString name, QString token, int size, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_token;
};

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace jubao {

/** The way of one operation from top to bottom: done, where it waits now, what is still to come. */
class CourseView : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Done, Back, Now, Later };
    struct Stop {
        Kind kind = Kind::Done;
        QString text;
        QString time;
        QString reason;
    };

    explicit CourseView(QList<Stop> stops, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int stopHeight(const Stop &stop, int width) const;

    QList<Stop> m_stops;
};

} // namespace jubao

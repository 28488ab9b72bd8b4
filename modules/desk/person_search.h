// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/services.h"
#include <QLineEdit>

class QListWidget;

namespace jubao {

/** Finds a person while one types; Down and Up choose, Enter opens, Esc gives up. */
class PersonSearch : public QLineEdit {
    Q_OBJECT

public:
    PersonSearch(const Office &office, const DeskServices &services, QWidget *parent = nullptr);

signals:
    void chosen(qint64 person);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search();
    void showHits();
    void choose();
    void giveUp();

    const Office &m_office;
    const DeskServices &m_services;
    QListWidget *m_hits = nullptr;
};

} // namespace jubao

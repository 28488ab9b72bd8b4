// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace jubao {

/** The small pin beside a label: upright and in the accent colour while the field is kept. */
class PinButton : public QToolButton {
    Q_OBJECT

public:
    explicit PinButton(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace jubao {

/** A label of one line, or of some, that never widens its column: what does not fit ends in an
 * ellipsis, and the whole text is its tool tip. */
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(int lines = 1, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;
    /** Whether it shows less than its text at the width that it has. */
    bool isCut() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /** The lines that the text breaks into, as many as it needs. */
    QStringList broken() const;

    int m_lines;
};

} // namespace jubao

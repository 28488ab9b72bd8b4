// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QWidget>

class QVBoxLayout;

namespace jubao {

/**
 * What the window must say above every page: not the office seen before, a clock that is not
 * trusted, an upgrade or restore that nobody has acknowledged, a module that did not load. Beside
 * each stands the way to end it, for those whose post may.
 */
class NoticeBar : public QWidget {
    Q_OBJECT

public:
    NoticeBar(Office &office, Session &session, QStringList lasting, QWidget *parent = nullptr);

    /** Reads again what the office has to say; nothing to say takes no room. */
    void refresh();

signals:
    void told(const QString &text);

private:
    void add(const QString &text, const char *role, const QString &button, const QString &name,
             const std::function<void()> &call);
    void addAlarms();
    void acknowledge(qint64 seq);

    Office &m_office;
    Session &m_session;
    QStringList m_lasting;
    QVBoxLayout *m_column;
};

} // namespace jubao

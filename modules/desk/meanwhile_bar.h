// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QFrame>

class QLabel;
class QPushButton;

namespace jubao {

/**
 * Says above a form what others have done with its record since it was opened, before it is handed
 * in and refused. Nothing that was typed changes by it.
 */
class MeanwhileBar : public QFrame {
    Q_OBJECT

public:
    /** `canReadAgain`: the form was filled in from the books. */
    MeanwhileBar(const OperationType &type, Office &office, Session &session, bool canReadAgain);

    /** Asks what was done after that entry about what the form holds now; adds to what is said. */
    void look(const QJsonObject &payload, qint64 after);
    void clear();

signals:
    /** The form is to show what the books say now, but for what was typed. */
    void readAgainWanted();

private:
    const OperationType &m_type;
    Office &m_office;
    Session &m_session;
    QMap<qint64, QString> m_lines; ///< by operation
    QLabel *m_text;
    QPushButton *m_again;
};

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/desk_application.h"

#include "database/error.h"
#include "operations/decision.h"
#include <QMessageBox>
#include <QScopeGuard>

namespace jubao {

bool DeskApplication::notify(QObject *receiver, QEvent *event)
{
    try {
        return QApplication::notify(receiver, event);
    } catch (const DatabaseError &error) {
        qWarning("an event met: %s", qPrintable(error.detail()));
        tell(error.text());
    } catch (const RefusedError &error) {
        tell(error.refusals.first().text);
    }
    return true;
}

void DeskApplication::tell(const QString &text)
{
    // Behind the first one come others: the list that could not be read is drawn again.
    if (m_telling)
        return;
    m_telling = true;
    const auto told = qScopeGuard([this] { m_telling = false; });
    QMessageBox::warning(activeWindow(), applicationDisplayName(), text);
}

} // namespace jubao

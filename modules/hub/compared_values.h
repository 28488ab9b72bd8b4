// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QHash>
#include <QString>
#include <optional>

namespace jubao {

/** How many values somebody has held against what is sealed, day by day. From one thread. */
class ComparedValues {
public:
    /** The day's number where a line of the trail is due: at the first value and whenever their
     * number has doubled. Who tries numbers one after another stands out, and a list of ten
     * thousand gives fourteen lines. */
    std::optional<qint64> add(const QString &operatorName, int values, const QDate &today);

private:
    struct Compared {
        QDate day;
        qint64 values = 0;
    };
    QHash<QString, Compared> m_compared; ///< by operator
};

} // namespace jubao

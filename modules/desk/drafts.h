// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/key.h"
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <optional>

namespace jubao {

class Office;
class Session;

/** What was typed and not handed in. */
struct Draft {
    QDateTime at; ///< UTC, by the office's clock
    QJsonObject content;
};

/**
 * Drafts of one operator on this computer, below the user's state folder: one file per matter,
 * encrypted under a key that only this operator's key yields, bound to the office and the matter.
 * A draft is nobody else's business and no part of the books (SEC-16).
 */
class DraftStore {
public:
    /** \a folder empty: $XDG_STATE_HOME/jubao/drafts. */
    DraftStore(const Office &office, const Session &session, const QString &folder = {});

    /** Replaces the matter's draft; the old one stays whole until the new one is. Throws
     * DatabaseError when the disk refuses. */
    void keep(const QString &matter, const Draft &draft) const;
    /** Nothing where there is none, or where it was made with another key. */
    std::optional<Draft> find(const QString &matter) const;
    void discard(const QString &matter) const;
    QString path(const QString &matter) const;

private:
    QByteArray binding(const QString &matter) const;

    Key m_key;
    QString m_office;
    QString m_operator;
    QString m_folder;
};

} // namespace jubao

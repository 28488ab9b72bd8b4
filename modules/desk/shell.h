// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/list_host.h"

namespace jubao {

/** What a page may ask of the window it stands in; pages know nothing else of the window. */
class Shell : public ListHost {
public:
    ~Shell() override;

    virtual void showPerson(qint64 person) = 0;
    /** The operation's page: its course and effects, and the way to decide it. */
    virtual void showOperation(qint64 operation) = 0;
    /** Opens the form of a type with these values filled in; what was typed there before is kept
     * where the payload is empty. */
    virtual void startOperation(const QString &type, const QJsonObject &payload) = 0;
    /** Prepares a paper, which leaves its trace, and shows it. */
    virtual void showDocument(const QString &document, qint64 id) = 0;
    /** What a page or list is called in the side bar; empty where no room lends it. */
    virtual QString pageTitle(const QString &id) const = 0;
};

} // namespace jubao

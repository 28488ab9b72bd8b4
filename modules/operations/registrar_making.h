// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/payload.h"
#include "operations/registrar.h"
#include <QJsonArray>

namespace jubao {

/** What `make` gathers on its way; one per call. */
struct Registrar::Making {
    bool asksOnly = false; ///< another program will enter it: no id is taken
    const OperationType *type = nullptr;
    OperationSnapshot snapshot;
    Action action;
    ReadPayload given; ///< as the maker handed it in
    QJsonObject payload;
    QByteArray canonical;
    QString digest;
    QList<Refusal> outOfSight;
    Findings findings;
    QList<Subject> subjects;
    QList<Lock> locks;
    Decision decision;
    qint64 matter = 0;
    QDate madeOn;
    std::optional<QDate> dueOn;
    QString summary;
    QJsonArray evidence;
    QByteArray storedFindings;
    BatchCount rows; ///< of a batch: what was taken
};

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire.h"
#include "operations/county_service.h"

/** What a desk asks the service besides actions and readings: `CountyService`, call by call. */
namespace jubao::wire {

/** One row that was not taken, and why. */
struct GivenBack {
    BatchRow row;
    Findings why;
};

/** What `checkRows` gives, at once. */
struct Checked {
    BatchCount count;
    QList<GivenBack> givenBack;
};

/** Whether somebody who is signed in asks for what enters nothing. A refusal leaves its line all
 * the same. */
bool onlyReads(const Question &question);

/** Whether it asks a form's rules about a number that one person has. */
bool checksNumber(const Call &call);

QList<BatchRow> listed(const RowSource &source);
RowSource sourceOf(QList<BatchRow> rows);

/** Whether it puts another password, or a stick, before somebody's key. */
bool changesPassword(const Call &call);
/** The service's answer. Where it puts another password, or a stick, before somebody's key,
 * \a beforeNewPassword is done first. Throws as `Office` does, and WireError for a call that is
 * none. */
QCborMap answerTo(
    Office &office, const QString &operatorName, const Call &call,
    const std::function<void()> &beforeNewPassword = [] {});
/** What is answered before anybody is signed in, and nothing else of strangers. */
QCborMap answerStranger(Office &office, const Call &call,
                        const std::function<void(const Slot &, const QByteArray &proof)> &letIn);

} // namespace jubao::wire

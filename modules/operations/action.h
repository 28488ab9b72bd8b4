// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace jubao {

/**
 * What one operator does to an operation (design: actions). The power letters are those of the
 * posts × powers matrix: M make, C recheck, R review, A approve, X carry out, J joint statement, V
 * view.
 */
enum class ActionKind {
    Make,
    Recheck,
    Review,
    Approve,
    CarryOut,
    Joint,
    Return,
    Reject,
    Withdraw,
    Acknowledge,
    Attest,
    Hold,
    Lift
};

/** The stable code that journal, routes and `jubaoctl` use: "make", "recheck", "carry_out" … */
QString actionCode(ActionKind kind);
std::optional<ActionKind> actionFromCode(const QString &code);

/** What the button and the history say, in the office's language (经办, 复核, 审核, 审批 …). */
QString actionTitle(ActionKind kind);

/** The letter of the powers matrix that the action needs; none for withdraw and acknowledge. */
QChar powerLetter(ActionKind kind);

/** True for the actions that move an operation along its route. */
bool isRouteStep(ActionKind kind);

/** States of an operation (SM-01). `Posted` and `Closed` are final. */
enum class OperationState { Draft, InReview, Returned, Conflict, Held, Posted, Closed };
QString stateCode(OperationState state);
OperationState stateFromCode(const QString &code);
QString stateTitle(OperationState state);

/** One step of a route: which action, by which of these posts, and whether only by a post's head.
 */
struct RouteStep {
    ActionKind kind = ActionKind::Make;
    QStringList posts;
    bool head = false;
};

/**
 * The way of an operation: steps in order, the first one is `make`; `filedWith` are posts that get
 * an item to acknowledge without power to stop (备案, CTL-14).
 */
struct Route {
    QList<RouteStep> steps;
    QStringList filedWith;

    /** Reads the JSON text of a route row; throws std::invalid_argument where it is malformed. */
    static Route fromJson(const QByteArray &text);
    QByteArray toJson() const;
};

} // namespace jubao

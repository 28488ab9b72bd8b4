// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/action.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>
#include <stdexcept>

namespace jubao {

namespace {

struct ActionRow {
    ActionKind kind;
    const char *code;
    const char *title;
    char letter;
};

constexpr std::array actionRows{
    ActionRow{ActionKind::Make, "make", QT_TRANSLATE_NOOP("Actions", "Make"), 'M'},
    ActionRow{ActionKind::Recheck, "recheck", QT_TRANSLATE_NOOP("Actions", "Recheck"), 'C'},
    ActionRow{ActionKind::Review, "review", QT_TRANSLATE_NOOP("Actions", "Review"), 'R'},
    ActionRow{ActionKind::Approve, "approve", QT_TRANSLATE_NOOP("Actions", "Approve"), 'A'},
    ActionRow{ActionKind::CarryOut, "carry_out", QT_TRANSLATE_NOOP("Actions", "Carry out"), 'X'},
    ActionRow{ActionKind::Joint, "joint", QT_TRANSLATE_NOOP("Actions", "Joint statement"), 'J'},
    ActionRow{ActionKind::Return, "return", QT_TRANSLATE_NOOP("Actions", "Return"), 0},
    ActionRow{ActionKind::Reject, "reject", QT_TRANSLATE_NOOP("Actions", "Reject"), 0},
    ActionRow{ActionKind::Withdraw, "withdraw", QT_TRANSLATE_NOOP("Actions", "Withdraw"), 0},
    ActionRow{ActionKind::Acknowledge, "acknowledge", QT_TRANSLATE_NOOP("Actions", "Acknowledge"),
              0},
    ActionRow{ActionKind::Attest, "attest", QT_TRANSLATE_NOOP("Actions", "Attest"), 'C'},
    ActionRow{ActionKind::Hold, "hold", QT_TRANSLATE_NOOP("Actions", "Hold"), 0},
    ActionRow{ActionKind::Lift, "lift", QT_TRANSLATE_NOOP("Actions", "Lift the hold"), 0},
};

struct StateRow {
    OperationState state;
    const char *code;
    const char *title;
};

constexpr std::array stateRows{
    StateRow{OperationState::Draft, "draft", QT_TRANSLATE_NOOP("Actions", "Draft")},
    StateRow{OperationState::InReview, "in_review", QT_TRANSLATE_NOOP("Actions", "In review")},
    StateRow{OperationState::Returned, "returned", QT_TRANSLATE_NOOP("Actions", "Returned")},
    StateRow{OperationState::Conflict, "conflict", QT_TRANSLATE_NOOP("Actions", "Conflict")},
    StateRow{OperationState::Held, "held", QT_TRANSLATE_NOOP("Actions", "On hold")},
    StateRow{OperationState::Posted, "posted", QT_TRANSLATE_NOOP("Actions", "Posted")},
    StateRow{OperationState::Closed, "closed", QT_TRANSLATE_NOOP("Actions", "Closed")},
};

const ActionRow &rowOf(ActionKind kind)
{
    return actionRows[static_cast<size_t>(kind)];
}

const StateRow &rowOf(OperationState state)
{
    return stateRows[static_cast<size_t>(state)];
}

} // namespace

QString actionCode(ActionKind kind)
{
    return QString::fromLatin1(rowOf(kind).code);
}

std::optional<ActionKind> actionFromCode(const QString &code)
{
    for (const ActionRow &row : actionRows) {
        if (code == QLatin1String(row.code))
            return row.kind;
    }
    return std::nullopt;
}

QString actionTitle(ActionKind kind)
{
    return QCoreApplication::translate("Actions", rowOf(kind).title);
}

QChar powerLetter(ActionKind kind)
{
    return QChar::fromLatin1(rowOf(kind).letter);
}

bool isRouteStep(ActionKind kind)
{
    return kind == ActionKind::Recheck || kind == ActionKind::Review || kind == ActionKind::Approve
        || kind == ActionKind::CarryOut || kind == ActionKind::Joint || kind == ActionKind::Attest;
}

QString stateCode(OperationState state)
{
    return QString::fromLatin1(rowOf(state).code);
}

OperationState stateFromCode(const QString &code)
{
    for (const StateRow &row : stateRows) {
        if (code == QLatin1String(row.code))
            return row.state;
    }
    throw std::invalid_argument("no such operation state: " + code.toStdString());
}

QString stateTitle(OperationState state)
{
    return QCoreApplication::translate("Actions", rowOf(state).title);
}

Route Route::fromJson(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        throw std::invalid_argument("a route is a JSON object");
    Route route;
    const QJsonArray steps = document[u"steps"].toArray();
    for (const QJsonValue &value : steps) {
        const QJsonObject object = value.toObject();
        const std::optional<ActionKind> kind = actionFromCode(object[u"step"].toString());
        if (!kind)
            throw std::invalid_argument("a route step has an unknown action");
        RouteStep step{*kind, {}, object[u"head"].toInt() == 1};
        const QJsonArray posts = object[u"posts"].toArray();
        for (const QJsonValue &post : posts)
            step.posts.append(post.toString());
        if (step.posts.isEmpty())
            throw std::invalid_argument("a route step names no post");
        route.steps.append(step);
    }
    if (route.steps.isEmpty() || route.steps.first().kind != ActionKind::Make)
        throw std::invalid_argument("a route begins with make");
    const QJsonArray filed = document[u"filed_with"].toArray();
    for (const QJsonValue &post : filed)
        route.filedWith.append(post.toString());
    return route;
}

QByteArray Route::toJson() const
{
    QJsonArray stepArray;
    for (const RouteStep &step : steps) {
        QJsonObject object{{QStringLiteral("posts"), QJsonArray::fromStringList(step.posts)},
                           {QStringLiteral("step"), actionCode(step.kind)}};
        if (step.head)
            object.insert(QStringLiteral("head"), 1);
        stepArray.append(object);
    }
    QJsonObject object{{QStringLiteral("steps"), stepArray}};
    if (!filedWith.isEmpty())
        object.insert(QStringLiteral("filed_with"), QJsonArray::fromStringList(filedWith));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"
#include <QJsonObject>

namespace jubao {

class Reader;
struct OperationType;

/** A payload as its type declares it, and what had to be left out. */
struct ReadPayload {
    QJsonObject values;
    QJsonObject strangers; ///< what the type does not declare
    Findings findings;     ///< FIELD_MALFORMED, FIELD_TOO_LONG, at the field
};

/**
 * Takes over of a payload what fits the declaration: known fields, each in the kind of its field
 * (text without characters that nobody sees; days that exist; whole numbers that JSON carries
 * exactly). Everything else is left out, so that no rule meets a list where it expects a number,
 * whichever door the payload came in by. Null stands for empty.
 */
ReadPayload readPayload(const OperationType &type, const QJsonObject &payload);

/**
 * What was wrong with the payload as it came, what the type's rules find in it, and, where they say
 * nothing of their own, answers that are not offered (FIELD_NOT_OFFERED) and fields that the type
 * does not have (FIELD_UNKNOWN). A field that could not be read is not called empty as well.
 */
Findings judgedPayload(const OperationType &type, const ReadPayload &read,
                       const QJsonObject &completed, const Reader &reader, qint64 actor);

} // namespace jubao

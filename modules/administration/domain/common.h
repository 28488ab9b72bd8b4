// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

/** What the operation types of this room share: words, fields, dates. Private to the room. */
namespace jubao::administration {

/** The text in the office's language, context "Administration". */
QString words(const char *text);
Field field(const char *name, FieldKind kind, const char *label, bool required = false,
            const char *hint = nullptr);
/** The date in a payload's field; null where it is empty or none. */
/** A delegation's times stand in the books as moments: it ends at a second, not with a day. */
constexpr int officeOffsetSeconds = 8 * 3600;
QString startOf(const QDate &day);
QDate dateIn(const QJsonObject &payload, const QString &name);
/** The county ("") or a division of the table. */
void checkDivision(const QJsonObject &payload, const Reader &reader, Findings &findings);
/** Text that must not be blank. */
void requireText(const QJsonObject &payload, const QString &name, const QString &text,
                 Findings &findings);
/** The lines of a list field; a semicolon ends a line as well. */
QStringList linesIn(const QString &text);
/** An amount that bounds a power, in fen; -1 where the field is empty or zero: no bound. */
qint64 boundIn(const QJsonObject &payload, const QString &name);
/** A period in words; an open end says so. */
QString periodText(const QDate &from, const QDate &to);

/** Whether a key is opened or closed, as the payload says under "action". */
Field keyActionField();
bool opensKey(const QJsonObject &payload);
/** A public key that is one, and that nobody had before, operator or registrar (SEC-17). */
void checkNewKey(const QString &publicKey, const Reader &reader, Findings &findings);

} // namespace jubao::administration

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao::enrollment {

/** A text of this room in the office's language. */
QString words(const char *text);

/** Which part of a record a field belongs to: an open change of one part does not stop another. */
namespace aspect {
inline const QString identity = QStringLiteral("identity");
inline const QString relation = QStringLiteral("relation");
inline const QString bankCard = QStringLiteral("bank_card");
inline const QString contact = QStringLiteral("contact");
} // namespace aspect

/** The group of whom no certificate is asked for (AAC066). */
inline const QString ordinaryGroup = QStringLiteral("011");

/** One field of a person's record: how it is typed, where it is kept, which route changes it. */
struct PersonField {
    Field field;
    QString table;    ///< "person", "person_declaration"; empty for what is asked but not kept
    QString aspect;   ///< what an open change of it locks
    bool key = false; ///< changed only by enrollment.change_key (ENR-02)
};

/** All fields in the order of the registration form (domain 3.4, no. 1). */
QList<PersonField> personFields();
/** Those that registration asks for: all but the birth date, which the ID number says. */
QStringList registrationFields();
/** Declarations of the named fields, in this order. */
QList<Field> fieldsNamed(const QStringList &names);
/** The person whom a change is about, and why it is made. */
Field personField();
Field reasonField(bool required);
/** Names of the fields that a change of the ordinary or of the key data may touch. */
QStringList changeableFields(bool key);

/** What the books hold of a person, by field name; empty for nobody. */
QJsonObject recordOf(const Reader &reader, qint64 person);
/** Writes the given fields of a person (0 = a new one, then all of them) with everything that
 * follows from them: last four, sex, birth, pinyin. Returns the id. */
qint64 writeRecord(Writer &writer, qint64 person, const QJsonObject &values);

/** A value as people read it: the label of a choice, the name of a division, yes or no. */
QString displayOf(const Field &field, const QJsonValue &value, const Reader &reader);
/** The same for texts that go to journal and lists: sealed values masked (SEC-16). */
QString maskedDisplayOf(const Field &field, const QJsonValue &value, const Reader &reader);
/** "东岗村" for a code; the code itself where the county has no such division. */
QString divisionName(const Reader &reader, const QString &code);

} // namespace jubao::enrollment

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "enrollment/domain/person_fields.h"
#include "operations/decision.h"

namespace jubao::enrollment {

/** One field that a change touches: what the form was based on, what it wants, what stands now. */
struct Alteration {
    PersonField field;
    QJsonValue before; ///< payload's "before": what the clerk saw
    QJsonValue after;
    QJsonValue now;
    /** Somebody else changed this field since the form was filled in. */
    bool stale() const { return now != before && now != after; }
};

/** The person that the payload names and all values that the form shows, with "before". */
QJsonObject prefilled(const QJsonObject &payload, const Reader &reader, const QStringList &fields);
/** The fields among `fields` in which the payload differs from what it was based on. */
QList<Alteration> alterations(const QJsonObject &payload, const Reader &reader,
                              const QStringList &fields);
/** The fields that an operation of this type (change, change_key, move, take_in) changes; a new ID
 * number brings its birth date along, and of who is taken in no value shows that stood before. */
QList<Alteration> alterationsBy(const QString &type, const QJsonObject &payload,
                                const Reader &reader);
/** A new ID number brings its birth date along, unless the clerk gave another one himself. */
QJsonObject withBirthOfNumber(QJsonObject payload, const Reader &reader);
/** What a move to another place may change. */
QStringList movedFields();
/** The words of PERSON_NOT_ACTIVE. */
QString notActive();
/** A change of nobody, of somebody whose insurance is not active, of nothing, of what has changed
 * meanwhile (STALE_RECORD). */
Findings alterationFindings(const QJsonObject &payload, const Reader &reader,
                            const QList<Alteration> &altered);
/** STALE_RECORD with both sides for each field that somebody else changed; sealed values masked. */
QList<Refusal> staleRefusals(const QList<Alteration> &altered, const Reader &reader);

QList<Change> changesOf(const QList<Alteration> &altered, const Reader &reader);
QList<Lock> locksOf(qint64 person, const QList<Alteration> &altered);
QList<Subject> subjectsOf(const QJsonObject &payload, const Reader &reader);
QString nameOf(const QJsonObject &payload, const Reader &reader);
QString labelsOf(const QList<Alteration> &altered);
/** Writes the altered fields; throws RefusedError(STALE_RECORD). */
void writeAlterations(const QJsonObject &payload, const QList<Alteration> &altered, Writer &writer);

} // namespace jubao::enrollment

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// What `Office` is asked with and what it answers.

#include "operations/batch.h"
#include "operations/decision.h"
#include "operations/journal.h"
#include "operations/type.h"
#include <QDateTime>
#include <QJsonObject>

namespace jubao {

struct Evidence {
    QString kind;
    QString fileName; ///< empty: paper seen, no scan
    QByteArray content;
};

struct MakeRequest {
    QString type;
    QJsonObject payload;
    QList<Evidence> evidence;
    QString reason;       ///< answers warnings (CTL-20)
    QString instructedBy; ///< "handled on instruction of …" (CTL-24)
    QDate instructedOn;   ///< null = the day of `make`
    QString objection;    ///< the maker's own, which every later step sees
    qint64 resubmits = 0; ///< operation returned to this maker
    QString post;         ///< "" = the registrar chooses
    QString actionId;     ///< "" = a new one
    /** Batches: the rows, read once. None at a resubmission: the staged ones that still pass. */
    RowSource rows = {};
    RowReturn givenBack = {}; ///< gets every row that is not taken, with the reasons
    Progress progress = {};
};

/** How an operation stands, for lists and dialogs. */
struct OperationView {
    qint64 id = 0;
    QString type;
    QString title;
    int revision = 1;
    OperationState state = OperationState::InReview;
    QString closedBy;
    QString waitsFor; ///< words: "recheck by TR or EN" in the office's language
    QStringList waitsForPosts;
    ActionKind waitsForStep = ActionKind::Make;
    QString summary;
    QString division;
    QString maker; ///< login name
    QDate madeOn;
    QDate dueOn;
    QDateTime waitsSince; ///< the last action, UTC; null when nothing is waited for
    /** Waits longer than policy `operation.waiting_hours` (48): whoever it waits for is reminded.
     */
    bool overdue = false;
    qint64 amountFen = 0;
    QJsonObject payload;
    QList<Change> changes;
    Findings findings;
    QString digest;            ///< of this view; what a decision signs
    QStringList evidenceKinds; ///< "kind" or "kind=file"
    QString instructedBy;      ///< the leader who handed it down (领导交办), else empty
    QString instructedOn;      ///< ISO date
    QString objection;
    struct Act {
        qint64 seq = 0;
        QString operatorName;
        QString displayName;
        QString post;
        QString step; ///< action code
        QString at;   ///< ISO UTC
        QString reason;
        int revision = 1;
        QStringList papers = {};     ///< asked for with a return, or by notices before `make`
        QStringList latePapers = {}; ///< of those, what the first list did not name (OFF-11)
        QString lateReason = {};
    };
    QList<Act> actions;
    /** Every paper that was asked for so far (OFF-11). */
    QStringList papersNamed() const;
};

/** Who answers for one step of an operation (CTL-25): the person, and who led him then. */
struct Responsible {
    qint64 seq = 0;
    QString step; ///< action code
    QString operatorName;
    QString displayName;
    QString post;
    QString at;          ///< ISO UTC
    QString delegatedBy; ///< display name of who delegated the post, else empty
    QString superior;    ///< display name of the superior in charge (主管领导) then, else empty
    QString superiorPost; ///< the post by which he led
};

/** What posting an operation would write now: tried out and rolled back. */
struct EffectsPreview {
    struct Line {
        QString table;
        int rows = 0;
        qint64 amountFen = 0; ///< sum of the table's money, where it holds any
        bool hasAmount = false;
    };
    QList<Line> lines;
    QList<Refusal> refused; ///< why it could not be posted as the books stand
    bool batch = false;     ///< a batch is not tried out: its rows stand in the staging table
};

struct ActResult {
    qint64 operation = 0;
    int revision = 1; ///< a first `make` gives 1: the fact's paper is issued by it, and by no later
    OperationState state = OperationState::InReview;
    QString waitsFor;
    Findings findings;
    qint64 rowsTaken = 0; ///< of a batch
    qint64 rowsGivenBack = 0;
    JournalHead head = {}; ///< with this action; number 0 where it was not told
};

/** An entry of the journal that a restored backup does not have. */
struct LostEntry {
    qint64 seq = 0;
    QString kind;
    QString operatorName; ///< empty for the county's service
    QString at;           ///< ISO UTC
    qint64 operation = 0; ///< 0 = of none
    QString type;
};

/** What somebody else did last with one operation. */
struct Meanwhile {
    qint64 seq = 0;
    ActionKind kind = ActionKind::Make;
    QString displayName;
    qint64 operation = 0;
    QString title; ///< of its type
    bool posted = false;
};

/** What the place where somebody signs in says of itself (SEC-07, SEC-11). */
struct PlaceFacts {
    static constexpr int shortDigest = 16;

    QString version;             ///< of the program
    int schema = 0;              ///< the newest that it knows
    QString catalogue;           ///< the start of its TypeRegistry::digest
    QStringList publicAddresses; ///< of this computer on a network that is not the office's
};

/** The program that a PC of the county last signed in with. */
struct PlaceProgram {
    QString workstation;
    PlaceFacts facts;
    QDateTime since;
    bool lags = false; ///< it is not the service's
};

/** Which rows of a batch somebody looks at. */
struct RowsLook {
    qint64 operation = 0;
    int revision = 1;
    qint64 after = -1;     ///< row number
    int limit = 0;         ///< more than 5000 are not given at once
    QString number = {};   ///< marks rows in which a sealed field has just this value
    bool judged = false;   ///< says of each what the rules say now
    bool revealed = false; ///< sealed fields whole (SEC-16)
};

/** One of these rows. */
struct SeenRow {
    qint64 number = 0;
    QJsonObject values = {}; ///< by field name; sealed ones masked unless revealed
    Findings findings = {};
    bool hasNumber = false;
};

} // namespace jubao

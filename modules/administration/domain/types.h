// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** system.operator_key: opens a new operator's key, or closes one (SEC-17, SEC-19). */
OperationType operatorKeyType();

/** system.registrar_key: opens the key of the registrar as a service, or closes it; at most one is
 *  open (design: the registrar). */
OperationType registrarKeyType();
/** system.key_stick: registers the USB stick that an operator keeps his key on, or withdraws it
 *  (SEC-10, SEC-12). From version 2 on two sticks are not told apart by small letters alone, and
 * one that is handed in for somebody is kept for him until that is decided. */
OperationType keyStickType(int version);
/** administration.open_account: an account for a natural person; it may do nothing until it has a
 *  post and a confirmed key (SEC-17). */
OperationType openAccountType();
/** administration.close_account: closes account and key; its posts must have ended (SEC-19). */
OperationType closeAccountType();
/** administration.assign_post: gives, changes or ends a post (SM-12; ORG-01, ORG-02, SOD-01 to
 *  SOD-17, SOD-29). */
/** From version 2 on a post that signs with a key on a stick wants one that is registered. */
OperationType assignPostType(int version);
/** administration.delegate: lends a post to another operator for a time and a scope, or takes it
 *  back (ORG-04, ORG-05). */
/** As `assignPostType`. */
OperationType delegateType(int version);
/** administration.declare_avoidance: declares kin or an interest, or ends it (CTL-29, REG-37). */
OperationType declareAvoidanceType();
/** system.unlock_account: ends the lock after failed tries before its time (SM-13, SOD-29). */
OperationType unlockAccountType();
/** system.rotate_data_key: the books under a new data key; every operator's slot opens it, old
 * backups keep the old one (SEC-17). */
OperationType rotateDataKeyType();
/** system.backup_plan: when the county's service makes backups, where they lie and from which age
 *  on somebody is told (SEC-09). */
OperationType backupPlanType();
/** system.restore_drill: the certificate that a backup was restored somewhere else, opened,
 * verified and compared (SEC-09). */
OperationType restoreDrillType();
/** administration.change_powers: sets or withdraws what a post may do, inside the matrix as shipped
 *  (CTL-14, ORG-18). */
OperationType changePowersType();
/** administration.change_route: another way for a kind of operations, never below the minimum
 *  (CTL-04, CTL-14, CTL-30). The registry must outlive the type: it says what a route is for. */
OperationType changeRouteType(const TypeRegistry &registry);
/** administration.change_incompatible: adds a pair of posts that exclude one another, or ends one
 *  that the county added; the regulation's own pairs never end (CTL-04, CTL-06). */
OperationType changeIncompatibleType();
/** administration.policy_row: a policy figure from a day on (CTL-04). */
OperationType policyRowType();
/** administration.calendar: days off and make-up days of a year. */
OperationType calendarType();

} // namespace jubao

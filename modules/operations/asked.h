// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/journal.h"
#include "operations/office.h"

namespace jubao {

/**
 * An operator's word for one action that another program enters (design: the registrar as a
 * service). The registrar's key signs the entry; this signature, of the operator's own key, says
 * what was wanted, so that the registrar can make nobody do anything.
 */
struct Asked {
    QString at; ///< the workstation's clock, ISO UTC
    QString workstation;
    QString post; ///< "" = the registrar chooses
    bool onTheSpot = false;
    QByteArray signature; ///< over `askedMessage`
};

/**
 * What the operator signs: all of an entry that he knows before it is entered, and the office it is
 * meant for. The same bytes come of the entry as it stands in the journal, which is how `verify`
 * checks the signature; the number of a new operation, its place in the chain and what the rules
 * found are the registrar's.
 */
QByteArray askedMessage(const JournalEntry &entry, const QString &officeIdentity);

/** An action's own id, by which its second arrival is known. */
QString newActionId();

/** What an entry keeps of it, under "asked". */
QJsonObject askedDetail(const Asked &asked);
/** The signature in an entry; empty where none stands. */
QByteArray askedSignature(const JournalEntry &entry);
/** The row of `registrar_key` whose key signed the entry; 0 = the operator's own. */
qint64 registrarKeyOf(const JournalEntry &entry);

/** What the registrar as a service enters although nobody asked: that a backup was made by the plan
 * or copied. Nothing else counts by its key alone. */
bool isServiceEntry(const JournalEntry &entry);

/** Where the actions of an office are entered when this program does not do it. */
class RegistrarPort {
public:
    virtual ~RegistrarPort();
    /** Throws RefusedError; then nothing changed, and the refusal stands in the trail. */
    virtual ActResult make(const QString &operatorName, const MakeRequest &request,
                           const Asked &asked) = 0;
    virtual ActResult act(const QString &operatorName, const Action &action, const Asked &asked,
                          const Progress &progress) = 0;
};

} // namespace jubao

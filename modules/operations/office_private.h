// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/migrations.h"
#include "operations/access_trail.h"
#include "operations/office.h"
#include "operations/registrar.h"
#include "operations/witness.h"
#include <optional>

namespace jubao {

struct Office::Private {
    QString folder;
    Office::Options options;
    SlotFile slotFile = SlotFile::create({});
    Catalogue catalogue = Catalogue::shipped();
    Migrations migrations = Migrations::shipped();
    Key dataKey;
    std::unique_ptr<Database> database;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<AccessTrail> trail;
    QStringList recoveryShares;
    QHash<qint64, QStringList> acknowledged; ///< per operator: action ids of this run
    bool witnessAlarm = false;
    bool clockStopped = false;
    QStringList alarms;

    static constexpr int node = 1;

    QString databasePath() const { return folder + QStringLiteral("/office.jubao"); }
    QString slotPath() const { return folder + QStringLiteral("/office.slots"); }
    QDateTime now() const { return options.clock->now().toUTC(); }
    QString nowText() const { return now().toString(Qt::ISODateWithMs); }
    QString identity() const { return slotFile.office()[u"identity"].toString(); }

    void openDatabase(const Key &key);
    void useDatabase(std::unique_ptr<Database> opened);
    void removeForeignSlots();
    void compareWithWitness(const QString &operatorName);
    void watchClock();
    void remember(const Session &session, const QString &actionId);
    Registrar registrar(const Session &session);
    /** Writes the refusals into the access trail and throws them on. */
    [[noreturn]] void refuse(qint64 operatorId, const QString &subject, const RefusedError &error);
    [[noreturn]] void refuse(qint64 operatorId, const QString &code, const QString &subject);

    std::optional<qint64> operatorId(const QString &name) const;
    void countFailedTry(const QString &name);
    PasswordCost passwordCost() const;
};

} // namespace jubao

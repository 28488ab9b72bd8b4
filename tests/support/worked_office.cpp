// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/worked_office.h"

#include "core/canonical_json.h"
#include "database/migrations.h"
#include "operations/effects.h"
#include "rooms/rooms.h"
#include <catch2/catch.hpp>

namespace jubao::test {

WorkedOffice::WorkedOffice() : TestOffice(allRooms())
{
    work();
}

WorkedOffice::WorkedOffice(std::shared_ptr<const TypeRegistry> types) : TestOffice(std::move(types))
{
    work();
}

void WorkedOffice::work()
{
    first = enrol(1);
    enrol(2);
    issueNumbers("tc", "A");
    collection = make("tc", "contributions.collect",
                      {{"person", first},
                       {"year", 2026},
                       {"amount", 20000},
                       {"number", "A00000001"},
                       {"payer", "self"}})
                     .operation;
    act("tr", ActionKind::Recheck, collection);
}

VerifyReport WorkedOffice::verify(const VerifyOptions &options)
{
    return verifyOffice(office->database(), office->catalogue(), Migrations::shipped(), *registry,
                        options);
}

QStringList WorkedOffice::codes(const VerifyOptions &options)
{
    QStringList list;
    const VerifyReport report = verify(options);
    for (const Violation &each : report.violations) {
        CHECK_FALSE(each.place.isEmpty());
        CHECK_FALSE(each.text.isEmpty());
        list.append(each.code);
    }
    return list;
}

void WorkedOffice::tamperAndSignAnew(const QStringList &statements)
{
    tamper(statements);
    QMap<qint64, QString> names;
    QList<JournalEntry> entries;
    {
        Query rows = office->database().prepare("SELECT id, name FROM operator_account");
        while (rows.next())
            names.insert(rows.integer(0), rows.text(1));
        Query journal = office->database().prepare(Journal::selectSql() + "ORDER BY seq");
        while (journal.next())
            entries.append(Journal::fromRow(journal));
    }
    QString previous(64, u'0');
    QMap<qint64, QString> types;
    for (JournalEntry &entry : entries) {
        QString type = entry.detail["type"].toString();
        if (entry.kind == "make")
            types.insert(entry.operation, type);
        if (type.isEmpty())
            type = entry.kind == "founded" ? QString("founding@1") : types.value(entry.operation);
        if (entry.detail.contains("effects"))
            entry.detail["effects"] =
                effectsDigest(office->database(), office->catalogue(), entry.seq, type);
        entry.previousHash = previous;
        entry.hash = entry.computeHash();
        previous = entry.hash;
        entry.signature = QString::fromLatin1(
            as(names.value(entry.operatorId)).signer().sign(entry.canonical()).toHex());
    }
    unguarded(QStringLiteral("journal"), [&entries](Database &database) {
        Query anew =
            database.prepare(QStringLiteral("UPDATE journal SET detail = ?, previous_hash = ?, "
                                            "hash = ?, signature = ? WHERE seq = ?"));
        for (const JournalEntry &entry : entries) {
            anew.bindAll(QString::fromUtf8(canonicalJson(entry.detail)), entry.previousHash,
                         entry.hash, entry.signature, entry.seq);
            anew.run();
        }
    });
}

} // namespace jubao::test

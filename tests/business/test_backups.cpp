// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/transaction.h"
#include "operations/asked.h"
#include "operations/backup_plan.h"
#include "operations/drill.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QDir>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QJsonObject usualPlan{{"action", "set"},
                            {"at", "02:00"},
                            {"workdays", 0},
                            {"place", "/srv/backups"},
                            {"second_place", "/mnt/second"},
                            {"keep", 7},
                            {"warn_hours", 30}};

constexpr qint64 hours(int count)
{
    return qint64(count) * 3600 * 1000;
}

class County : public TestOffice {
public:
    County() : TestOffice(allRooms()) { }

    qint64 post(const QString &type, const QJsonObject &payload, const QString &reason = {})
    {
        const qint64 operation = make("it", type, payload, {}, reason).operation;
        act("sa", ActionKind::Recheck, operation);
        act("dir", ActionKind::Approve, operation);
        return operation;
    }
    QStringList findings(const QJsonObject &payload, const QString &type = "system.backup_plan")
    {
        QStringList codes;
        const Findings all = office->check(as("it"), type, payload);
        for (const Finding &each : all)
            codes << each.code << each.field;
        return codes;
    }
    QStringList warnings() { return BackupState::of(office->database()).warnings(clock->now()); }
    QStringList violations()
    {
        const VerifyReport report = verifyOffice(office->database(), office->catalogue(),
                                                 Migrations::shipped(), *registry, {});
        QStringList codes;
        for (const Violation &each : report.violations)
            codes.append(each.code);
        return codes;
    }
};

QJsonObject with(QJsonObject payload, const char *name, const QJsonValue &value)
{
    payload.insert(QString::fromLatin1(name), value);
    return payload;
}

Office::Credentials of(const QString &name)
{
    return {name, TestOffice::password(name)};
}

} // namespace

TEST_CASE("The plan of the backups is made by IT and approved, and ended the same way [SEC-09]")
{
    County county;
    CHECK(county.findings(usualPlan).isEmpty());
    CHECK(county.findings(with(usualPlan, "at", "25:00")) == QStringList{"TIME_UNREADABLE", "at"});
    CHECK(county.findings(with(usualPlan, "place", "backups"))
          == QStringList{"PLACE_NOT_WHOLE", "place"});
    CHECK(county.findings(with(usualPlan, "second_place", "/srv/backups/"))
          == QStringList{"SECOND_PLACE_IS_THE_FIRST", "second_place"});
    CHECK(county.findings(with(usualPlan, "second_place", ""))
          == QStringList{"NO_SECOND_PLACE", "second_place"});
    CHECK(county.findings(with(usualPlan, "keep", 1))
          == QStringList{"NUMBER_OUT_OF_BOUNDS", "keep"});
    CHECK(county.findings(with(usualPlan, "warn_hours", 0))
          == QStringList{"NUMBER_OUT_OF_BOUNDS", "warn_hours"});
    CHECK(county.findings({{"action", "end"}}) == QStringList{"NO_BACKUP_PLAN", "action"});
    CHECK(county.warnings().isEmpty());

    county.post("system.backup_plan", usualPlan);
    Database &books = county.office->database();
    std::optional<BackupPlan> plan = BackupPlan::inForce(books);
    REQUIRE(plan);
    CHECK(plan->at == QTime(2, 0));
    CHECK(plan->keep == 7);
    CHECK(plan->secondPlace == "/mnt/second");
    county.post("system.backup_plan", with(usualPlan, "keep", 9));
    CHECK(BackupPlan::inForce(books)->keep == 9);
    CHECK(BackupPlan::inForce(books)->entry > plan->entry);
    county.post("system.backup_plan", {{"action", "end"}});
    CHECK_FALSE(BackupPlan::inForce(books));
    CHECK(county.violations().isEmpty());
}

TEST_CASE("Whoever keeps the system is told of backups that are old, missing or failed [SEC-09]")
{
    County county;
    county.post("system.backup_plan", usualPlan);
    CHECK(county.warnings().isEmpty());
    county.clock->advance(hours(31));
    CHECK(county.warnings().size() == 2); // neither here nor at the second place
    county.reopen();
    county.as("tc");
    CHECK(county.office->alarms().isEmpty());
    county.as("it");
    CHECK(county.office->alarms().size() == 2);

    QTemporaryDir place;
    county.office->backup(county.as("it"), place.filePath("one"));
    CHECK(county.warnings().size() == 1);
    county.office->noteBackupFailure("/srv/backups/two", "the disk is full");
    CHECK(county.warnings().last().contains("the disk is full"));
    county.clock->advance(hours(31));
    CHECK(county.warnings().first().contains("30"));
    CHECK(county.violations().isEmpty());
}

TEST_CASE("The service enters its own backups, and nothing else by its key alone [SEC-09]")
{
    County county;
    county.post("system.backup_plan", usualPlan);
    county.enrol(1);
    county.serve();
    Office &service = *county.service;
    const BackupPlan plan = *BackupPlan::inForce(service.database());
    QTemporaryDir place;
    const QString file = place.filePath("one.jubao");
    // Others work on while the copy is made over a connection of its own.
    const auto work = service.backupWork(file);
    const BackupFacts made = work([&](int) { return true; });
    CHECK(made.head == service.journal().hashAt(made.entries));
    const JournalEntry entry = service.enterScheduledBackup(plan, made);
    CHECK(entry.operatorId == 0);
    service.enterBackupCopy(plan, entry.seq, "/mnt/second/one.jubao");
    CHECK(county.violations().isEmpty());
    const BackupState state = BackupState::of(county.office->database());
    CHECK(state.scheduledEntry == entry.seq);
    CHECK(state.scheduled.digest == made.digest);
    CHECK_FALSE(state.copyIsDue());
    CHECK(state.warnings(county.clock->now()).isEmpty());
    CHECK_FALSE(state.isDue(county.clock->now()));
    county.clock->advance(hours(24));
    CHECK(state.isDue(county.clock->now()));

    SECTION("a backup that there never was")
    {
        BackupFacts invented = made;
        invented.entries -= 1;
        service.enterScheduledBackup(plan, invented);
        CHECK(county.violations() == QStringList{"SERVICE_ENTRY_FALSE"});
    }
    SECTION("another plan than the one in force")
    {
        BackupPlan other = plan;
        other.entry -= 1;
        service.enterScheduledBackup(other, made);
        CHECK(county.violations() == QStringList{"SERVICE_ENTRY_FALSE"});
    }
    SECTION("a copy of what is no backup")
    {
        service.enterBackupCopy(plan, plan.entry, "/mnt/second/one.jubao");
        CHECK(county.violations() == QStringList{"SERVICE_ENTRY_FALSE"});
    }
    SECTION("any other kind of entry, and anything more in its own")
    {
        const auto append = [&](const QString &kind, const QJsonObject &more) {
            Transaction transaction(service.database());
            JournalEntry own;
            own.kind = kind;
            own.action = newActionId();
            own.detail = entry.detail;
            for (auto each = more.begin(); each != more.end(); ++each)
                own.detail.insert(each.key(), each.value());
            service.journal().append(own, *county.serviceKey, county.clock->now());
            transaction.commit();
        };
        append("backup_scheduled", {{"effects", QString(64, '0')}});
        CHECK(county.violations().contains("SERVICE_ENTRY_FALSE"));
        const qsizetype before = county.violations().size();
        append("backup", {});
        append("witness_acknowledged", {});
        CHECK(county.violations().count("SIGNATURE_FALSE") == 2);
        CHECK(county.violations().size() > before);
    }
}

TEST_CASE("A restore drill opens and compares a backup, its certificate is an operation [SEC-09]")
{
    County county;
    county.issueNumbers("tc", "A");
    county.act("tr", ActionKind::Recheck, county.collectAtCounter(county.enrol(1), "A00000001"));
    QTemporaryDir place;
    const QString file = place.filePath("one");
    county.office->backup(county.as("it"), file);
    county.enrol(2);
    county.declareAndLower(county.enrol(3), "r");
    CHECK(county.refused([&] {
        county.office->drill(county.as("sa"), file, {of("sa"), of("se")});
    }) == QStringList{"POST_NOT_HELD"});
    CHECK(county.refused([&] {
        county.office->drill(county.as("it"), file, {of("it"), of("tc")});
    }) == QStringList{"POST_NOT_HELD"});
    const DrillReport report = county.office->drill(county.as("it"), file, {of("it"), of("se")});
    CHECK(report.whole());
    CHECK(report.differing.isEmpty());
    CHECK(report.figures.amountFen > 0);
    CHECK(report.figures.rows > 0);
    CHECK(report.backupEntry == report.entries + 1);
    CHECK(QDir(county.folder()).entryList({"drill-*"}, QDir::Dirs).isEmpty());

    QJsonObject payload{{"backup", file},
                        {"drilled_on", officeDate(county.clock->now()).toString(Qt::ISODate)},
                        {"entries", report.entries},
                        {"head", report.head},
                        {"rows", report.figures.rows},
                        {"amount", report.figures.amountFen},
                        {"violations", 0},
                        {"differences", ""},
                        {"seconds", 1},
                        {"second", report.second}};
    const auto findings = [&](const QJsonObject &of) {
        return county.findings(of, "system.restore_drill");
    };
    CHECK(findings(payload).isEmpty());
    CHECK(findings(with(payload, "head", QString(64, '0')))
          == QStringList{"BACKUP_UNKNOWN", "head"});
    CHECK(findings(with(payload, "second", county.operatorId("it")))
          == QStringList{"SECOND_IS_THE_MAKER", "second"});
    CHECK(findings(with(payload, "second", 1)) == QStringList{"OPERATOR_UNKNOWN", "second"});
    CHECK(findings(with(payload, "violations", 2)) == QStringList{"DRILL_FAILED", "violations"});
    CHECK(findings(with(payload, "drilled_on", "2031-01-01"))
          == QStringList{"DRILL_AHEAD", "drilled_on"});
    CHECK(findings(with(payload, "rows", -3)) == QStringList{"FIGURE_NEGATIVE", "rows"});
    CHECK_FALSE(BackupState::of(county.office->database()).drilledAt.isValid());
    county.post("system.restore_drill", payload);
    CHECK(BackupState::of(county.office->database()).drilledAt == county.clock->now());
    CHECK(county.violations().isEmpty());

    // A year later it is due again, and a backup of before a change of the books shows it.
    county.post("system.backup_plan", usualPlan);
    county.clock->advance(hours(24 * 367));
    CHECK(county.warnings().size() == 3);
    county.tamper({"DELETE FROM account_entry"});
    CHECK_FALSE(figuresUpTo(county.office->database(), county.office->catalogue(), report.entries)
                == QMap<QString, BookFigures>());
}

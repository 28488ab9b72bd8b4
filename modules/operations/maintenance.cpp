// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/backup.h"
#include "database/error.h"
#include "database/transaction.h"
#include "operations/backup_files.h"
#include "operations/county_service.h"
#include "operations/office_private.h"
#include <QCoreApplication>
#include <QFile>

namespace jubao {

namespace {

const QStringList maintainers{QStringLiteral("IT"), QStringLiteral("SA")};
/** Who may stand by: not those who acknowledge it afterwards. */
const QStringList witnesses{QStringLiteral("SE"), QStringLiteral("DEP"), QStringLiteral("DIR")};
const QStringList acknowledgers{QStringLiteral("SA"), QStringLiteral("AA")};

QString words(const char *text)
{
    return QCoreApplication::translate("Maintenance", text);
}

QString acknowledgement(const QString &post, qint64 seq)
{
    return QStringLiteral("acknowledge-%1-%2").arg(post).arg(seq);
}

QString maintenanceLine(const JournalEntry &entry)
{
    const QString day = officeTime(QDateTime::fromString(entry.acceptedAt, Qt::ISODateWithMs))
                            .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    const QString text = entry.kind == QLatin1String("restore")
        ? words(QT_TRANSLATE_NOOP(
            "Maintenance", "This office was restored from a backup at %1. Acknowledge entry %2."))
        : entry.kind == QLatin1String("migrate")
        ? words(QT_TRANSLATE_NOOP("Maintenance",
                                  "This office was upgraded at %1. Acknowledge entry %2."))
        : words(QT_TRANSLATE_NOOP(
            "Maintenance",
            "Administrators got new keys with two envelopes at %1. Acknowledge entry %2."));
    return text.arg(day).arg(entry.seq);
}

} // namespace

QString Office::Private::heldAmong(qint64 operatorId, const QStringList &posts) const
{
    // Reads the first schema's columns alone: it also runs before an upgrade.
    Query rows = database->prepare(
        QStringLiteral("SELECT post FROM post_assignment WHERE operator = ? AND valid_from <= ? "
                       "AND (valid_to IS NULL OR valid_to >= ?)"));
    const QString today = officeDate(now()).toString(Qt::ISODate);
    rows.bindAll(operatorId, today, today);
    while (rows.next()) {
        if (posts.contains(rows.text(0)))
            return rows.text(0);
    }
    return {};
}

Office::Private::Attended Office::Private::attend(const Attendance &attendance, bool gapExpected)
{
    Attended attended;
    QString persons[2];
    const Credentials *both[]{&attendance.maintainer, &attendance.second};
    const QStringList *allowed[]{&maintainers, &witnesses};
    for (int place = 0; place < 2; ++place) {
        const QString &name = both[place]->name;
        const OpenedAccount opened = openAccount(name, both[place]->password);
        openBooks(name, *opened.keys.keyPair);
        const qint64 id = operatorId(name).value_or(0);
        requireOpenKey(id, opened.slot);
        // Books of an older schema have no such figure, nor all tables that posts are read from.
        const Reader books(*database, catalogue, officeDate(now()));
        if (books.policy().find(QString::fromLatin1(stickPostsKey), {}, books.today())) {
            Session present;
            present.m_operatorId = id;
            present.m_stick = opened.slot.stick;
            present.m_posts = SnapshotReader(books, *options.registry).actor(id, now()).posts;
            present.m_keyMustMove = keyMustMove(present);
            requireKeyMoved(present, name);
        }
        const QString post = heldAmong(id, *allowed[place]);
        if (post.isEmpty())
            refuse(id, QStringLiteral("POST_NOT_HELD"), allowed[place]->join(QStringLiteral(", ")));
        Query person = database->prepare(
            QStringLiteral("SELECT person FROM operator_account WHERE id = ? AND state = 'open'"));
        person.bindAll(id);
        if (!person.next())
            refuse(id, QStringLiteral("ACCOUNT_CLOSED"), name);
        persons[place] = person.text(0);
        if (place == 0) {
            attended.entry.operatorId = id;
            attended.entry.post = post;
            attended.signer = opened.keys.keyPair;
        } else {
            attended.entry.detail = {{QStringLiteral("second"), id},
                                     {QStringLiteral("second_post"), post}};
        }
    }
    if (persons[0] == persons[1])
        refuse(attended.entry.operatorId, QStringLiteral("SOD_SAME_PERSON"), {});
    const QString fault = clockFault();
    if (!fault.isEmpty() && !(gapExpected && fault == QLatin1String("CLOCK_GAP")))
        refuse(attended.entry.operatorId, fault,
               officeTime(now()).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    attended.entry.workstation = options.workstation;
    attended.entry.action = QString::fromLatin1(randomBytes(16).toHex());
    return attended;
}

Office::Upgrade Office::Private::upgradeBooks(const Attended &attended)
{
    Upgrade done;
    done.from = database->schemaVersion();
    done.to = qMax(done.from, migrations.latest());
    if (migrations.stateOf(*database) != SchemaState::WaitsForUpgrade)
        return done;
    if (!officeLock->becomeExclusive())
        throw RefusedError({refusal(QStringLiteral("OFFICE_IN_USE"))});
    try {
        Transaction transaction(*database);
        migrations.apply(*database, catalogue);
        JournalEntry entry = attended.entry;
        entry.kind = QStringLiteral("migrate");
        entry.action = QString::fromLatin1(randomBytes(16).toHex());
        entry.detail.insert(QStringLiteral("from"), done.from);
        entry.detail.insert(QStringLiteral("to"), done.to);
        done.entry = journal->append(entry, *attended.signer, now()).seq;
        transaction.commit();
    } catch (const DatabaseError &error) {
        officeLock->becomeShared();
        throw DatabaseError(DatabaseError::Kind::UpgradeFailed, error.detail());
    }
    officeLock->becomeShared();
    return done;
}

Office::Upgrade Office::upgrade(const Attendance &attendance)
{
    if (d->options.county)
        throw RefusedError({refusal(QStringLiteral("AT_THE_SERVER"))});
    d->upgrading = true;
    try {
        const Upgrade done = d->upgradeBooks(d->attend(attendance));
        d->upgrading = false;
        return done;
    } catch (...) {
        // Nobody works on with books that still wait.
        d->upgrading = false;
        d->closeBooks();
        d->officeLock.reset();
        throw;
    }
}

void Office::Private::requireCurrentSchema()
{
    const SchemaState state = migrations.stateOf(*database);
    if (state == SchemaState::WaitsForUpgrade && !upgrading) {
        closeBooks();
        officeLock.reset();
        throw RefusedError({refusal(QStringLiteral("SCHEMA_WAITS"))});
    }
    if (state == SchemaState::NewerUsable)
        alarms.append(words(QT_TRANSLATE_NOOP(
            "Maintenance",
            "A newer version of the program has written this office. This one may go on; install the newer one soon.")));
}

JournalEntry Office::backup(Session &session, const QString &file)
{
    const QString post = d->heldAmong(session.operatorId(), maintainers);
    if (post.isEmpty())
        d->refuse(session.operatorId(), QStringLiteral("POST_NOT_HELD"),
                  maintainers.join(QStringLiteral(", ")));
    d->requireOwnBooks(session.operatorId(), QStringLiteral("backup"));
    if (QFileInfo(file).isDir() || file.endsWith(u'/'))
        d->refuse(session.operatorId(), QStringLiteral("FILE_IS_FOLDER"), file);
    for (const char *end : {"", ".slots"}) {
        if (QFile::exists(file + QLatin1String(end)))
            d->refuse(session.operatorId(), QStringLiteral("FILE_EXISTS"),
                      file + QLatin1String(end));
    }
    const auto failed = [&](const QString &why) {
        removeDatabase(file);
        QFile::remove(file + QStringLiteral(".slots"));
        d->trail->add(session.operatorId(), QStringLiteral("backup_failed"), file, why, d->now());
    };
    try {
        const BackupFacts made =
            makeBackup({*d->database, d->dataKey.clone(), d->migrations, d->catalogue,
                        d->slotPath(), d->options.server.has_value()},
                       file);
        const QJsonObject detail{{QStringLiteral("head"), made.head},
                                 {QStringLiteral("entries"), made.entries},
                                 {QStringLiteral("digest"), made.digest}};
        // Only what is there is entered; killed in between, a backup is there that nobody claims.
        return housekeeping(session, QStringLiteral("backup"), post, detail);
    } catch (const DatabaseError &error) {
        failed(error.detail());
        throw;
    } catch (const RefusedError &error) {
        failed(error.refusals.first().code);
        throw;
    }
}

QList<JournalEntry> Office::unacknowledged(const Session &session) const
{
    QList<JournalEntry> list;
    if (d->heldAmong(session.operatorId(), acknowledgers).isEmpty())
        return list;
    for (const QString &post : acknowledgers) {
        if (d->heldAmong(session.operatorId(), {post}).isEmpty())
            continue;
        Query rows = d->database->prepare(
            Journal::selectSql()
            + QStringLiteral(
                "WHERE operation = 0 AND kind IN ('restore', 'migrate', 'recover') ORDER BY seq"));
        while (rows.next()) {
            const JournalEntry entry = Journal::fromRow(rows);
            Query done = d->database->prepare(QStringLiteral(
                "SELECT 1 FROM journal WHERE action = ? AND kind = 'acknowledge_entry'"));
            done.bindAll(acknowledgement(post, entry.seq));
            if (entry.operatorId != session.operatorId() && !done.next())
                list.append(entry);
        }
    }
    return list;
}

JournalEntry Office::Private::enterAcknowledgement(const Session &session, const QString &post,
                                                   qint64 seq)
{
    const QJsonObject detail{{QStringLiteral("entry"), seq}};
    const QString kind = QStringLiteral("acknowledge_entry");
    if (options.county)
        return enterAtService(session, kind, post, detail, acknowledgement(post, seq));
    Transaction transaction(*database);
    JournalEntry entry;
    entry.operatorId = session.operatorId();
    entry.post = post;
    entry.workstation = options.workstation;
    entry.kind = kind;
    entry.action = acknowledgement(post, seq);
    entry.detail = detail;
    const JournalEntry accepted = served ? appendServed(*journal, std::move(entry), *served, now())
                                         : journal->append(entry, session.signer(), now());
    transaction.commit();
    return accepted;
}

QString Office::alarmOf(const JournalEntry &entry)
{
    return maintenanceLine(entry);
}

JournalEntry Office::acknowledge(Session &session, qint64 seq)
{
    const QList<JournalEntry> waiting = unacknowledged(session);
    const auto waits = std::find_if(waiting.begin(), waiting.end(),
                                    [seq](const JournalEntry &each) { return each.seq == seq; });
    const QString post = d->heldAmong(session.operatorId(), acknowledgers);
    if (post.isEmpty())
        d->refuse(session.operatorId(), QStringLiteral("POST_NOT_HELD"),
                  acknowledgers.join(QStringLiteral(", ")));
    if (waits == waiting.end())
        d->refuse(session.operatorId(), QStringLiteral("NOTHING_TO_ACKNOWLEDGE"),
                  QString::number(seq));
    requireAwake(session);
    const JournalEntry accepted = d->enterAcknowledgement(session, post, seq);
    d->remember(session, accepted.action);
    d->alarms.removeAll(maintenanceLine(*waits));
    return accepted;
}

void Office::Private::tellUnacknowledged(const QList<JournalEntry> &entries)
{
    for (const JournalEntry &entry : entries) {
        const QString line = maintenanceLine(entry);
        if (!alarms.contains(line))
            alarms.append(line);
    }
}

} // namespace jubao

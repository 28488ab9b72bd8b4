// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/backup.h"
#include "database/error.h"
#include "database/transaction.h"
#include "operations/office_private.h"
#include "operations/verify.h"
#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <filesystem>

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

void copySynced(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        throw DatabaseError(DatabaseError::Kind::Missing, from);
    QSaveFile target(to);
    if (!target.open(QIODevice::WriteOnly))
        throw DatabaseError(DatabaseError::Kind::TargetUnwritable, to);
    // Whoever can read a sidecar can try passwords at it.
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    constexpr qint64 chunk = 1 << 20;
    while (!source.atEnd()) {
        const QByteArray part = source.read(chunk);
        if (part.isEmpty() || target.write(part) != part.size())
            throw DatabaseError(DatabaseError::Kind::DiskFull, target.errorString());
    }
    if (!target.commit())
        throw DatabaseError(DatabaseError::Kind::DiskFull, target.errorString());
}

/** A folder that is made, filled and then named in one step; what is left of it goes with it. */
class WorkingFolder {
public:
    explicit WorkingFolder(const QString &final)
        : m_final(final)
        , m_path(final + QStringLiteral(".restoring"))
    {
        const QDir folder(m_final);
        if (folder.exists()
            && !folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
            throw RefusedError({refusal(QStringLiteral("OFFICE_EXISTS"), m_final)});
        QDir(m_path).removeRecursively();
        if (!QDir().mkpath(m_path))
            throw DatabaseError(DatabaseError::Kind::ReadOnly, m_path);
    }
    ~WorkingFolder() { QDir(m_path).removeRecursively(); }
    WorkingFolder(const WorkingFolder &) = delete;
    WorkingFolder &operator=(const WorkingFolder &) = delete;

    QString path() const { return m_path; }
    void giveName() const
    {
        std::error_code failure;
        std::filesystem::rename(QFile::encodeName(m_path).constData(),
                                QFile::encodeName(m_final).constData(), failure);
        if (failure)
            throw DatabaseError(DatabaseError::Kind::ReadOnly,
                                m_final + QStringLiteral(": ")
                                    + QString::fromStdString(failure.message()));
    }

private:
    QString m_final;
    QString m_path;
};

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

Office::Private::Attended Office::Private::attend(const Attendance &attendance)
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
    if (!fault.isEmpty())
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

Office::Restored Office::restore(const QString &backup, const QString &folder,
                                 const Attendance &attendance, bool evenIfNotWhole, Options options)
{
    const WorkingFolder working(folder);
    for (const char *end : {"", ".slots"}) {
        if (!QFile::exists(backup + QLatin1String(end)))
            throw DatabaseError(DatabaseError::Kind::Missing, backup + QLatin1String(end));
    }
    copySynced(backup, working.path() + QStringLiteral("/office.jubao"));
    copySynced(backup + QStringLiteral(".slots"), working.path() + QStringLiteral("/office.slots"));
    Restored done;
    {
        const std::unique_ptr<Office> office = open(working.path(), std::move(options));
        Private &books = *office->d;
        books.upgrading = true;
        Private::Attended attended = books.attend(attendance);
        done.entries = books.journal->headSeq();
        done.head = books.journal->headHash();
        done.upgraded = books.upgradeBooks(attended).entry > 0;
        VerifyOptions checks;
        checks.slotList = books.slotFile.slotList();
        const VerifyReport report = verifyOffice(*books.database, books.catalogue, books.migrations,
                                                 *books.options.registry, checks);
        done.violations = report.violations.size();
        if (!report.whole() && !evenIfNotWhole)
            throw RefusedError({refusal(QStringLiteral("BACKUP_NOT_WHOLE"),
                                        report.violations.first().place + QStringLiteral(": ")
                                            + report.violations.first().text)});
        Transaction transaction(*books.database);
        JournalEntry entry = attended.entry;
        entry.kind = QStringLiteral("restore");
        entry.detail.insert(QStringLiteral("entries"), done.entries);
        entry.detail.insert(QStringLiteral("head"), done.head);
        entry.detail.insert(QStringLiteral("violations"), done.violations);
        done.entry = books.journal->append(entry, *attended.signer, books.now()).seq;
        transaction.commit();
    }
    working.giveName();
    return done;
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
    constexpr int waitForSlotsMs = 10000;
    const auto failed = [&](const QString &why) {
        removeDatabase(file);
        QFile::remove(file + QStringLiteral(".slots"));
        d->trail->add(session.operatorId(), QStringLiteral("backup_failed"), file, why, d->now());
    };
    QJsonObject detail;
    try {
        {
            // Nobody writes a slot between the two copies: the books of the one know the slots of
            // the other.
            const FileLock slotsStay(d->slotPath() + QStringLiteral(".lock"),
                                     FileLock::Mode::Exclusive, waitForSlotsMs);
            const LookAtCopy look = [&detail](Database &copy) {
                const Journal journal(copy, Private::node);
                detail = {{QStringLiteral("head"), journal.headHash()},
                          {QStringLiteral("entries"), journal.headSeq()}};
            };
            if (d->options.server)
                copyServerBooks(*d->database, file, d->dataKey, d->migrations, d->catalogue, {},
                                look);
            else
                copyDatabase(*d->database, file, d->dataKey, {}, look);
            copySynced(d->slotPath(), file + QStringLiteral(".slots"));
        }
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
    Transaction transaction(*d->database);
    JournalEntry entry;
    entry.operatorId = session.operatorId();
    entry.post = post;
    entry.workstation = d->options.workstation;
    entry.kind = QStringLiteral("acknowledge_entry");
    entry.action = acknowledgement(post, seq);
    entry.detail = {{QStringLiteral("entry"), seq}};
    const JournalEntry accepted = d->journal->append(entry, session.signer(), d->now());
    transaction.commit();
    d->remember(session, entry.action);
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

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done with a backup: it takes the place of an office, or shows in a drill that it could.

#include "core/canonical_json.h"
#include "database/error.h"
#include "database/transaction.h"
#include "operations/backup_files.h"
#include "operations/drill.h"
#include "operations/office_private.h"
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <filesystem>
#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace jubao {

namespace {

void rename(const QString &from, const QString &to)
{
    std::error_code failure;
    std::filesystem::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData(),
                            failure);
    if (failure)
        throw DatabaseError(DatabaseError::Kind::ReadOnly,
                            to + QStringLiteral(": ") + QString::fromStdString(failure.message()));
}

bool isEmptyPlace(const QString &path)
{
    const QDir folder(path);
    return !folder.exists()
        || folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/** A folder that is made, filled and then named in one step; what is left of it goes with it. */
class WorkingFolder {
public:
    explicit WorkingFolder(const QString &final)
        : m_final(QDir::cleanPath(final))
        , m_path(m_final + QStringLiteral(".restoring"))
    {
        QDir(m_path).removeRecursively();
        if (!QDir().mkpath(m_path))
            throw DatabaseError(DatabaseError::Kind::ReadOnly, m_path);
    }
    ~WorkingFolder() { QDir(m_path).removeRecursively(); }
    WorkingFolder(const WorkingFolder &) = delete;
    WorkingFolder &operator=(const WorkingFolder &) = delete;

    QString path() const { return m_path; }
    void giveName() const { rename(m_path, m_final); }
    /** The folder that is there is put aside under this name. Killed at any moment, one of both has
     * the name whole, and the other is there. */
    void giveNameInsteadOf(const QString &aside) const
    {
        // From here on it is nothing that a next try would take away.
        rename(m_path, aside);
#ifdef Q_OS_LINUX
        if (::syscall(SYS_renameat2, AT_FDCWD, QFile::encodeName(aside).constData(), AT_FDCWD,
                      QFile::encodeName(m_final).constData(), RENAME_EXCHANGE)
            == 0)
            return;
#endif
        const QString before = aside + QStringLiteral("~");
        rename(m_final, before);
        rename(aside, m_final);
        rename(before, aside);
    }

private:
    QString m_final;
    QString m_path;
};

QJsonArray lostJson(const QList<LostEntry> &lost, qsizetype most)
{
    QJsonArray list;
    for (const LostEntry &each : lost.mid(0, most))
        list.append(QJsonObject{{QStringLiteral("seq"), each.seq},
                                {QStringLiteral("kind"), each.kind},
                                {QStringLiteral("operator"), each.operatorName},
                                {QStringLiteral("at"), each.at},
                                {QStringLiteral("operation"), each.operation},
                                {QStringLiteral("type"), each.type}});
    return list;
}

QList<LostEntry> entriesAfter(Database &books, qint64 seq)
{
    QList<LostEntry> list;
    Query rows = books.prepare(QStringLiteral(
        "SELECT j.seq, j.kind, a.name, j.accepted_at, j.operation, o.type FROM journal j LEFT JOIN "
        "operator_account a ON a.id = j.operator LEFT JOIN operation o ON o.id = j.operation WHERE "
        "j.seq > ? ORDER BY j.seq"));
    rows.bindAll(seq);
    while (rows.next())
        list.append({rows.integer(0), rows.text(1), rows.isNull(2) ? QString() : rows.text(2),
                     rows.text(3), rows.integer(4), rows.isNull(5) ? QString() : rows.text(5)});
    return list;
}

/** The newest entry that both journals have alike; each hash stands for all before it. */
qint64 lastCommonEntry(const Journal &one, const Journal &other)
{
    qint64 common = 0;
    qint64 differs = qMin(one.headSeq(), other.headSeq()) + 1;
    while (differs - common > 1) {
        const qint64 middle = common + (differs - common) / 2;
        if (one.hashAt(middle) == other.hashAt(middle))
            common = middle;
        else
            differs = middle;
    }
    return common;
}

} // namespace

/** A backup, opened in a folder of its own by who must be present, brought up and verified. */
struct Office::Private::OpenedBackup {
    std::unique_ptr<Office> office;
    Attended attended;
    Restored done;
    QList<Violation> violations;

    OpenedBackup(const QString &backup, const QString &folder, const Attendance &attendance,
                 Options options)
    {
        for (const char *end : {"", ".slots"}) {
            if (!QFile::exists(backup + QLatin1String(end)))
                throw DatabaseError(DatabaseError::Kind::Missing, backup + QLatin1String(end));
        }
        copyProved(backup, folder + QStringLiteral("/office.jubao"));
        copyProved(backup + QStringLiteral(".slots"), folder + QStringLiteral("/office.slots"));
        options.server.reset();
        options.county.reset();
        options.registrar.reset();
        office = open(folder, std::move(options));
        Private &books = *office->d;
        books.upgrading = true;
        // A backup may be old, and two persons who look at the clock are present.
        attended = books.attend(attendance, true);
        done.entries = books.journal->headSeq();
        done.head = books.journal->headHash();
        done.upgraded = books.upgradeBooks(attended).entry > 0;
        VerifyOptions checks;
        checks.slotList = books.slotFile.slotList();
        violations = verifyOffice(*books.database, books.catalogue, books.migrations,
                                  *books.options.registry, checks)
                         .violations;
        done.violations = violations.size();
    }
};

/** The office in whose place a backup comes: nobody works in it, and what it knows is read. */
class Office::Private::Replaced {
public:
    Replaced(const QString &folder, const Attendance &attendance, Options options)
    {
        if (CountyFile::isIn(folder)) {
            const CountyFile county = CountyFile::load(folder);
            if (!county.local)
                throw RefusedError({refusal(QStringLiteral("AT_THE_SERVER"))});
            options.server = county.fromServer();
            m_service = lock(folder + QStringLiteral("/hub.lock"));
        }
        m_books = lock(folder + QStringLiteral("/office.lock"));
        try {
            m_office = open(folder, std::move(options));
            // Its lock is the one above: a second one would wait for it.
            m_office->d->officeLock = std::move(m_books);
            m_office->d->upgrading = true;
            m_office->d->attend(attendance);
        } catch (const DatabaseError &error) {
            // The usual occasion of a restore: then nobody can say what is lost.
            m_office.reset();
            if (!m_books)
                m_books = lock(folder + QStringLiteral("/office.lock"));
            m_unreadable = error.text();
        }
    }

    /** Into the entry, and into the answer. */
    void compare(Office &restored, Restored &done, QJsonObject &detail)
    {
        if (!m_office) {
            detail.insert(QStringLiteral("present_unreadable"), m_unreadable);
            done.presentUnreadable = m_unreadable;
            return;
        }
        Private &present = *m_office->d;
        const qint64 common = lastCommonEntry(*present.journal, *restored.d->journal);
        done.lost = entriesAfter(*present.database, common);
        constexpr qsizetype mostNamed = 500;
        detail.insert(QStringLiteral("present_head"), present.journal->headHash());
        detail.insert(QStringLiteral("lost_after"), common);
        detail.insert(QStringLiteral("lost_count"), done.lost.size());
        detail.insert(QStringLiteral("lost"), lostJson(done.lost, mostNamed));
        detail.insert(
            QStringLiteral("lost_digest"),
            sm3Hex(canonicalJson(QJsonObject{{QStringLiteral("lost"), lostJson(done.lost, -1)}})));
        present.closeBooks();
    }

private:
    static std::unique_ptr<FileLock> lock(const QString &path)
    {
        try {
            return std::make_unique<FileLock>(path, FileLock::Mode::Exclusive, 0);
        } catch (const DatabaseError &error) {
            if (error.kind() != DatabaseError::Kind::Busy)
                throw;
            throw RefusedError({refusal(QStringLiteral("OFFICE_IN_USE"))});
        }
    }

    std::unique_ptr<FileLock> m_service;
    std::unique_ptr<FileLock> m_books;
    std::unique_ptr<Office> m_office;
    QString m_unreadable;
};

Office::Restored Office::restore(const QString &backup, const QString &folder,
                                 const Attendance &attendance, const RestoreWish &wish,
                                 Options options)
{
    const bool replaces = !isEmptyPlace(folder);
    const bool isOffice =
        QFile::exists(folder + QStringLiteral("/office.slots")) || CountyFile::isIn(folder);
    if (replaces && !(wish.replacing && isOffice))
        throw RefusedError({refusal(QStringLiteral("OFFICE_EXISTS"), folder)});
    std::unique_ptr<Private::Replaced> present;
    if (replaces)
        present = std::make_unique<Private::Replaced>(folder, attendance, options);
    const QString cleaned = QDir::cleanPath(folder);
    const WorkingFolder working(cleaned);
    Restored done;
    {
        Private::OpenedBackup opened(backup, working.path(), attendance, std::move(options));
        if (!opened.violations.isEmpty() && !wish.evenIfNotWhole)
            throw RefusedError({refusal(QStringLiteral("BACKUP_NOT_WHOLE"),
                                        opened.violations.first().place + QStringLiteral(": ")
                                            + opened.violations.first().text)});
        Private &books = *opened.office->d;
        done = opened.done;
        JournalEntry entry = opened.attended.entry;
        entry.kind = QStringLiteral("restore");
        entry.detail.insert(QStringLiteral("entries"), done.entries);
        entry.detail.insert(QStringLiteral("head"), done.head);
        entry.detail.insert(QStringLiteral("violations"), done.violations);
        if (present) {
            done.putAside = cleaned + QStringLiteral(".before-")
                + books.now().toString(QStringLiteral("yyyyMMdd'T'HHmmss"));
            entry.detail.insert(QStringLiteral("put_aside"), done.putAside);
            present->compare(*opened.office, done, entry.detail);
        }
        Transaction transaction(*books.database);
        done.entry = books.journal->append(entry, *opened.attended.signer, books.now()).seq;
        transaction.commit();
    }
    if (!present) {
        working.giveName();
        return done;
    }
    // The service's key belongs to the office wherever its books are.
    const QString key = QStringLiteral("/registrar.key");
    if (QFile::exists(cleaned + key))
        copyProved(cleaned + key, working.path() + key);
    working.giveNameInsteadOf(done.putAside);
    return done;
}

DrillReport Office::drill(Session &session, const QString &backup, const Attendance &attendance)
{
    const QString maker = QStringLiteral("IT");
    if (d->heldAmong(session.operatorId(), {maker}).isEmpty())
        d->refuse(session.operatorId(), QStringLiteral("POST_NOT_HELD"), maker);
    d->requireOwnBooks(session.operatorId(), QStringLiteral("drill"));
    requireAwake(session);
    d->trail->add(session.operatorId(), QStringLiteral("restore_drill"), backup, {}, d->now());
    const QDir own(d->folder);
    const QStringList left =
        own.entryList({QStringLiteral("drill-??????")}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : left) // by a program that was killed
        QDir(own.filePath(name)).removeRecursively();
    const QTemporaryDir place(own.filePath(QStringLiteral("drill-XXXXXX")));
    if (!place.isValid())
        throw DatabaseError(DatabaseError::Kind::ReadOnly, own.path());
    QElapsedTimer timer;
    timer.start();
    Options options = d->options;
    options.witnessFolder = place.filePath(QStringLiteral("witness"));
    DrillReport report;
    report.backup = backup;
    Private::OpenedBackup opened(backup, place.path(), attendance, std::move(options));
    Private &copy = *opened.office->d;
    report.entries = opened.done.entries;
    report.head = opened.done.head;
    report.violations = opened.violations;
    report.second = opened.attended.entry.detail[u"second"].toInteger();
    report.backupEntry = backupEntryWith(*d->database, report.head, report.entries);
    if (report.backupEntry == 0)
        d->refuse(session.operatorId(), QStringLiteral("drill"),
                  RefusedError({refusal(QStringLiteral("BACKUP_UNKNOWN"), backup)}));
    const auto then = figuresUpTo(*copy.database, d->catalogue, report.entries);
    const auto now = figuresUpTo(*d->database, d->catalogue, report.entries);
    for (auto each = then.begin(); each != then.end(); ++each) {
        report.figures.rows += each->rows;
        report.figures.amountFen += each->amountFen;
        if (now.value(each.key()) != each.value())
            report.differing.append(each.key());
    }
    report.milliseconds = timer.elapsed();
    return report;
}

} // namespace jubao

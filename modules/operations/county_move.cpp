// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/moving.h"
#include "database/server_books.h"
#include "database/transaction.h"
#include "operations/office_private.h"
#include "operations/registrar_key_file.h"
#include "operations/verify.h"
#include <QFile>
#include <QRegularExpression>
#include <filesystem>

// An office moves to the county server, killed at any step:
//
//   copied    the server has the books and the entry "moved", not yet for anybody to see
//   told      office.county stands in the folder: nobody works in the office file any more
//   moved     the server's books count
//   put away  office.jubao is office.jubao.moved
//
// Between "told" and "put away" the move is done again by whoever began it: where the server's
// books say that they are this office's, what is left of it is completed.

namespace jubao {

namespace {

const QString movedKind = QStringLiteral("moved");
const QStringList keeperPosts{QStringLiteral("SA"), QStringLiteral("SE"), QStringLiteral("AA"),
                              QStringLiteral("DIR")};

void putAway(const QString &file)
{
    std::error_code failure;
    std::filesystem::rename(QFile::encodeName(file).constData(),
                            QFile::encodeName(file + QStringLiteral(".moved")).constData(),
                            failure);
    if (failure)
        throw DatabaseError(DatabaseError::Kind::ReadOnly,
                            file + QStringLiteral(": ")
                                + QString::fromStdString(failure.message()));
}

/** The entry by which these books came from the office with that head; seq 0 = they did not. */
JournalEntry movedFrom(Database &books, const QString &head)
{
    Query rows = books.prepare(
        Journal::selectSql()
        + QStringLiteral("WHERE operation = 0 AND kind = 'moved' ORDER BY seq DESC LIMIT 1"));
    if (!rows.next())
        return {};
    const JournalEntry entry = Journal::fromRow(rows);
    return entry.previousHash == head ? entry : JournalEntry();
}

} // namespace

QString Office::Private::openRegistrarKeyOf(const std::optional<KeySeal> &seal) const
{
    Query open = database->prepare(
        QStringLiteral("SELECT 1 FROM registrar_key WHERE public_key = ? AND state = 'open'"));
    open.bindAll(seal ? seal->publicKey : QString());
    if (!open.next())
        throw RefusedError({refusal(QStringLiteral("NO_REGISTRAR_KEY"))});
    return seal->publicKey;
}

/** Copies, compares, proves and enters; `tell` runs when the copy stands and before it counts. */
JournalEntry Office::Private::copyToServer(const ServerAddress &server, const Attended &attended,
                                           const std::function<void()> &tell)
{
    clearUnfinished(server);
    Database::Options creating;
    creating.server = server;
    creating.key = dataKey.clone();
    creating.mode = Database::Mode::Create;
    const std::unique_ptr<Database> target = Database::open(std::move(creating));
    Transaction all(*target);
    moveBooks(*database, *target, migrations, catalogue);
    VerifyOptions checks;
    checks.slotList = slotFile.slotList();
    const VerifyReport report =
        verifyOffice(*target, catalogue, migrations, *options.registry, checks);
    if (!report.whole())
        throw RefusedError({refusal(QStringLiteral("OFFICE_NOT_WHOLE"),
                                    report.violations.first().place + QStringLiteral(": ")
                                        + report.violations.first().text)});
    JournalEntry entry = attended.entry;
    entry.kind = movedKind;
    entry.detail.insert(QStringLiteral("entries"), journal->headSeq());
    entry.detail.insert(QStringLiteral("head"), journal->headHash());
    entry.detail.insert(QStringLiteral("server"), server.database + u' ' + server.schema);
    const JournalEntry accepted = Journal(*target, node).append(entry, *attended.signer, now());
    tell();
    all.commit();
    return accepted;
}

void Office::Private::undoMove(const ServerAddress &server) const
{
    QFile::remove(CountyFile::pathIn(folder));
    clearUnfinished(server);
}

/** The books that stand where others shall: their folder says under which name they are. */
class Office::Private::BooksAside {
public:
    BooksAside(QString folder, const QDateTime &now)
        : m_folder(std::move(folder))
        , m_before(CountyFile::load(m_folder))
        , m_aside(m_before)
    {
        static const QRegularExpression aside(QStringLiteral("_before_\\d{14}$"));
        constexpr qsizetype longestName = 63;
        m_areAside = m_before.schema.contains(aside);
        m_before.schema.remove(aside);
        const QString end =
            QStringLiteral("_before_") + now.toUTC().toString(QStringLiteral("yyyyMMddHHmmss"));
        if (!m_areAside)
            m_aside.schema = m_before.schema.left(longestName - end.size()) + end;
    }
    /** By a move that did not come to its end. */
    bool areAside() const { return m_areAside; }
    const CountyFile &place() const { return m_before; }

    void goAside()
    {
        m_aside.save(m_folder);
        m_saved = true;
        renameBooks(m_before.fromServer(), m_aside.schema);
        m_renamed = true;
    }
    /** Where the server went away they stay aside, and their folder says so. */
    void comeBack() noexcept
    {
        try {
            if (m_renamed && lookAtServer(m_before.fromServer()) == ServerPlace::Free) {
                renameBooks(m_aside.fromServer(), m_before.schema);
                m_renamed = false;
            }
            if (m_saved && !m_renamed)
                m_before.save(m_folder);
        } catch (const std::exception &error) {
            qCritical("the books of before are in %s: %s", qPrintable(m_aside.schema),
                      error.what());
        }
    }

private:
    QString m_folder;
    CountyFile m_before;
    CountyFile m_aside;
    bool m_areAside = false;
    bool m_saved = false;
    bool m_renamed = false;
};

/** The entry by which this office's books came to the place; seq 0 where others stand there. */
JournalEntry Office::Private::movedTo(const ServerAddress &server)
{
    Database::Options opening;
    opening.server = server;
    opening.key = dataKey.clone();
    try {
        return movedFrom(*Database::open(std::move(opening)), journal->headHash());
    } catch (const DatabaseError &error) {
        if (error.kind() != DatabaseError::Kind::WrongKey)
            throw;
    }
    return {};
}

JournalEntry Office::Private::moveTo(CountyFile place, const Attended &attended, BooksAside *others)
{
    const ServerAddress server = place.fromServer();
    place.officeName = slotFile.office()[u"name"].toString();
    place.identity = identity();
    place.demo = slotFile.office()[u"demo"].toInt() == 1;
    place.serviceKey = openRegistrarKeyOf(slotFile.registrar());
    if (!officeLock->becomeExclusive())
        throw RefusedError({refusal(QStringLiteral("OFFICE_IN_USE"))});
    const bool taken = lookAtServer(server) == ServerPlace::Books;
    if (taken) {
        if (const JournalEntry moved = movedTo(server); moved.seq != 0) {
            place.save(folder);
            return moved;
        }
        if (!others || others->areAside())
            throw RefusedError({refusal(QStringLiteral("SERVER_PLACE_TAKEN"), server.schema)});
    }
    try {
        if (taken)
            others->goAside();
        return copyToServer(server, attended, [&] { place.save(folder); });
    } catch (const DatabaseError &error) {
        // Where the server went away, the next try looks what became of it.
        if (error.kind() != DatabaseError::Kind::ServerGone)
            undoMove(server);
        if (taken)
            others->comeBack();
        throw;
    } catch (...) {
        undoMove(server);
        if (taken)
            others->comeBack();
        throw;
    }
}

JournalEntry Office::Private::moveFrom(const QString &folder, const CountyFile &place,
                                       const Attendance &attendance, Options options,
                                       BooksAside *others)
{
    options.server.reset();
    options.registrar.reset();
    const std::unique_ptr<Office> office = openSidecar(folder, std::move(options));
    Private &books = *office->d;
    const Attended attended = books.attend(attendance);
    try {
        const JournalEntry entry = books.moveTo(place, attended, others);
        books.closeBooks();
        putAway(books.databasePath());
        return entry;
    } catch (const RefusedError &error) {
        books.refuse(attended.entry.operatorId, QStringLiteral("move"), error);
    }
}

JournalEntry Office::moveToServer(const QString &folder, const CountyFile &place,
                                  const Attendance &attendance, Options options)
{
    return Private::moveFrom(folder, place, attendance, std::move(options), nullptr);
}

JournalEntry Office::moveBack(const QString &folder, const QString &putAside,
                              const Attendance &attendance, Options options)
{
    Private::BooksAside others(putAside, options.clock->now());
    return Private::moveFrom(folder, others.place(), attendance, std::move(options), &others);
}

RegistrarKeyFile Office::sealRegistrarKey(Session &administrator, const KeyPair &key,
                                          const QStringList &keepers)
{
    QList<RegistrarKeyFile::Keeper> list;
    QStringList persons;
    for (const QString &name : keepers) {
        const std::optional<Slot> slot = d->slotFile.slot(name);
        const std::optional<qint64> id = d->operatorId(name);
        if (!slot || !id)
            d->refuse(administrator.operatorId(), QStringLiteral("OPERATOR_UNKNOWN"), name);
        d->requireOpenKey(*id, *slot);
        if (d->heldAmong(*id, keeperPosts).isEmpty())
            d->refuse(*id, QStringLiteral("POST_NOT_HELD"), keeperPosts.join(QStringLiteral(", ")));
        Query person = d->database->prepare(
            QStringLiteral("SELECT person FROM operator_account WHERE id = ?"));
        person.bindAll(*id);
        person.next();
        if (persons.contains(person.text(0)))
            d->refuse(*id, QStringLiteral("SOD_SAME_PERSON"), name);
        persons.append(person.text(0));
        list.append({name, slot->publicKey});
    }
    RegistrarKeyFile file = RegistrarKeyFile::seal(key, list);
    trace(administrator, QStringLiteral("registrar_key_sealed"), keyFingerprint(key.publicKeyHex()),
          keepers.join(QStringLiteral(", ")));
    return file;
}

std::shared_ptr<KeyPair> Office::openRegistrarKey(const RegistrarKeyFile &file,
                                                  const Credentials &first,
                                                  const Credentials &second)
{
    const Private::OpenedAccount one = d->openAccount(first.name, first.password);
    const Private::OpenedAccount other = d->openAccount(second.name, second.password);
    try {
        if (std::shared_ptr<KeyPair> key =
                file.open(first.name, *one.keys.keyPair, second.name, *other.keys.keyPair))
            return key;
    } catch (const CryptoError &) {
        // A keeper has another key than when the file was made.
    }
    throw RefusedError(
        {refusal(QStringLiteral("KEEPERS_OTHERS"), file.keepers().join(QStringLiteral(", ")))});
}

} // namespace jubao

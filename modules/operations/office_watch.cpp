// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "database/error.h"
#include "operations/office_private.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace jubao {

namespace {

constexpr int millisecondsPerSecond = 1000;
constexpr qint64 trailSignedEveryMs = qint64(15) * 60 * millisecondsPerSecond;

QString postAmong(const Session &session, const QStringList &posts)
{
    const QStringList held = session.posts();
    for (const QString &post : held) {
        if (posts.contains(post))
            return post;
    }
    return {};
}

} // namespace

void Office::Private::beginClockWatch()
{
    const Reader books(*database, catalogue, officeDate(now()));
    ClockWatch::Limits limits;
    const auto figure = [&books](const char *key, int shipped) {
        return int(
            books.policy().figure(QString::fromLatin1(key), {}, books.today()).value_or(shipped));
    };
    limits.toleranceMinutes = figure("clock.tolerance_minutes", limits.toleranceMinutes);
    limits.gapDays = figure("clock.gap_days", limits.gapDays);
    knownHead = journal->head();
    clockWatch.begin(now(), options.clock->elapsedMs(), knownHead.acceptedAt, limits);
    trailSignedMs = options.clock->elapsedMs();
}

QString Office::Private::clockFault()
{
    // A desk of the county asks nobody for this: the service holds its time against its own.
    const QDateTime last = options.county ? knownHead.acceptedAt : journal->lastAcceptedAt();
    return clockWatch.look(now(), options.clock->elapsedMs(), last);
}

QString Office::clockFault() const
{
    return d->clockFault();
}

QDateTime Office::lastEntryAt() const
{
    return d->journal->lastAcceptedAt();
}

/** Which entries bear a time that has not come yet. Refuses a time before what is beyond doubt: the
 * founding, and the last time that two administrators set. */
QJsonObject Office::Private::spanAhead(const Session &session)
{
    const QString present = nowText();
    JournalEntry beyondDoubt;
    Query rows = database->prepare(
        Journal::selectSql()
        + QStringLiteral(
            "WHERE operation = 0 AND kind IN ('founded', 'clock_confirmed') ORDER BY seq"));
    while (rows.next()) {
        const JournalEntry entry = Journal::fromRow(rows);
        if (entry.kind == QLatin1String("founded") || entry.setsTimeBack())
            beyondDoubt = entry;
    }
    if (beyondDoubt.acceptedAt > present)
        refuse(session.operatorId(), QStringLiteral("CLOCK_TOO_EARLY"),
               officeTime(now()).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    Query ahead = database->prepare(
        QStringLiteral("SELECT min(seq) FROM journal WHERE seq > ? AND accepted_at > ?"));
    ahead.bindAll(beyondDoubt.seq, present);
    ahead.next();
    return {{QStringLiteral("ahead_from"), ahead.integer(0)},
            {QStringLiteral("ahead_until"), journal->headSeq()}};
}

void Office::confirmClock(Session &first, Session &second, const QString &reason)
{
    const QStringList administrators{QStringLiteral("SA"), QStringLiteral("SE"),
                                     QStringLiteral("AA")};
    for (const Session *session : {&first, &second}) {
        if (postAmong(*session, administrators).isEmpty())
            d->refuse(session->operatorId(), QStringLiteral("POST_NOT_HELD"),
                      administrators.join(QStringLiteral(", ")));
    }
    if (first.person() == second.person())
        d->refuse(second.operatorId(), QStringLiteral("SOD_SAME_PERSON"), {});
    const QString fault = d->clockFault();
    if (fault.isEmpty())
        return;
    const QString lastEntry = d->journal->lastAcceptedAt().toUTC().toString(Qt::ISODateWithMs);
    QJsonObject detail{{QStringLiteral("second"), second.operatorId()},
                       {QStringLiteral("second_post"), postAmong(second, administrators)},
                       {QStringLiteral("fault"), fault},
                       {QStringLiteral("last_entry"), lastEntry}};
    if (!reason.trimmed().isEmpty())
        detail.insert(QStringLiteral("reason"), reason.trimmed());
    if (fault == QLatin1String("CLOCK_STOPPED")) {
        if (reason.trimmed().isEmpty())
            d->refuse(first.operatorId(), QStringLiteral("REASON_MISSING"), {});
        const QJsonObject span = d->spanAhead(first);
        for (auto each = span.begin(); each != span.end(); ++each)
            detail.insert(each.key(), each.value());
    }
    requireAwake(second);
    housekeeping(first, QStringLiteral("clock_confirmed"), postAmong(first, administrators),
                 detail);
    d->clockWatch.confirm(d->now(), d->options.clock->elapsedMs());
    d->alarms.removeAll(d->clockAlarm);
}

QList<std::pair<WitnessState, WitnessVerdict>> Office::Private::contradictions() const
{
    const auto hashAt = [this](qint64 seq) {
        return options.county ? options.county->hashAt(readsAs, seq) : journal->hashAt(seq);
    };
    QList<std::pair<WitnessState, WitnessVerdict>> list;
    const QStringList files = Witness::filesOf(options.witnessFolder, identity());
    for (const QString &file : files) {
        const std::optional<WitnessState> state = Witness::readFile(file);
        const WitnessVerdict verdict = compareWitness(state, hashAt);
        if (verdict == WitnessVerdict::RolledBack || verdict == WitnessVerdict::Forked)
            list.append({*state, verdict});
    }
    return list;
}

void Office::Private::compareWithWitness(const QString &operatorName)
{
    // Whoever signs in, all that was ever seen at this place counts: a file that was put back is
    // not right again because somebody else opens it.
    const auto found = contradictions();
    if (found.isEmpty())
        return;
    witnessAlarm = true;
    const QString alarm = witnessText(found.first().second, found.first().first);
    if (!alarms.contains(alarm))
        alarms.append(alarm);
    trail->add(operatorId(operatorName).value_or(0), QStringLiteral("witness_alarm"), operatorName,
               alarm, now());
}

JournalHead Office::Private::remember(const Session &session, const QString &actionId,
                                      JournalHead told)
{
    try {
        if (!witnessAlarm) {
            // Number and hash of one look: others enter between two.
            if (told.seq == 0)
                told = journal->head();
            Witness(options.witnessFolder, identity(), session.name())
                .add({told.seq, told.hash,
                      actionId.isEmpty() ? QStringList() : QStringList{actionId}, identity()});
            knownHead = told;
        }
    } catch (const DatabaseError &error) {
        // The entry is signed and stored: whoever made it must not be told that it failed.
        if (options.county) // It is entered; the desk that hears no more of it learns it by itself.
            qWarning("no witness of an action: %s", qPrintable(error.detail()));
        else
            trail->add(session.operatorId(), QStringLiteral("witness_failed"), error.detail(),
                       error.text(), now());
    }
    signTrailWhenDue(session);
    return told;
}

bool Office::isNotSeenBefore() const
{
    return d->witnessAlarm;
}

JournalEntry Office::acknowledgeWitness(Session &auditor, const QString &reason)
{
    const QString auditing = QStringLiteral("AU");
    if (!auditor.posts().contains(auditing))
        d->refuse(auditor.operatorId(), QStringLiteral("POST_NOT_HELD"), auditing);
    const auto found = d->contradictions();
    if (found.isEmpty())
        d->refuse(auditor.operatorId(), QStringLiteral("WITNESS_NO_ALARM"), {});
    if (reason.trimmed().isEmpty())
        d->refuse(auditor.operatorId(), QStringLiteral("REASON_MISSING"), {});
    QJsonArray seen;
    for (const auto &[state, verdict] : found) {
        seen.append(
            QJsonObject{{QStringLiteral("seq"), state.seq},
                        {QStringLiteral("hash"), state.hash},
                        {QStringLiteral("forked"), verdict == WitnessVerdict::Forked ? 1 : 0}});
        d->alarms.removeAll(witnessText(verdict, state));
    }
    const QString kind = QStringLiteral("witness_acknowledged");
    const QJsonObject detail{{QStringLiteral("seen"), seen}, {QStringLiteral("reason"), reason}};
    const JournalEntry entry = d->options.county
        ? d->enterAtService(auditor, kind, auditing, detail, newActionId())
        : housekeeping(auditor, kind, auditing, detail);
    // From here on this place holds the office to what it is now.
    const QStringList files = Witness::filesOf(d->options.witnessFolder, d->identity());
    for (const QString &file : files)
        Witness::rememberIn(file, {entry.seq, entry.hash, {}, d->identity()});
    d->witnessAlarm = false;
    d->remember(auditor, entry.action);
    return entry;
}

void Office::Private::signTrailWhenDue(const Session &session)
{
    const qint64 elapsed = options.clock->elapsedMs();
    if (registrarKey) {
        signTrailAsRegistrar(false);
        return;
    }
    if (session.onTheSpot() || session.isLocked() || elapsed - trailSignedMs < trailSignedEveryMs)
        return;
    trail->signHead({session.operatorId(), session.signer()}, now());
    trailSignedMs = elapsed;
}

void Office::Private::signTrailAsRegistrar(bool whateverTheTime)
{
    const qint64 elapsed = options.clock->elapsedMs();
    if (!whateverTheTime && elapsed - trailSignedMs < trailSignedEveryMs)
        return;
    Query open = database->prepare(
        QStringLiteral("SELECT 1 FROM registrar_key WHERE id = ? AND state = 'open'"));
    open.bindAll(registrarKeyRow);
    if (open.next())
        trail->signHead({registrarKeyRow, *registrarKey, true}, now());
    trailSignedMs = elapsed;
}

void Office::signTrail(bool whateverTheTime)
{
    if (d->registrarKey)
        d->signTrailAsRegistrar(whateverTheTime);
}

std::shared_ptr<Session> Office::signInOnTheSpot(const QString &name, const QString &password,
                                                 const QString &purpose)
{
    std::shared_ptr<Session> session = signIn(name, password);
    session->m_idleLimitSeconds = onTheSpotSeconds;
    session->m_lastUsedMs = d->options.clock->elapsedMs();
    d->trail->add(session->operatorId(), QStringLiteral("on_the_spot"), name, purpose, d->now());
    return session;
}

void Office::touch(Session &session)
{
    if (!hasEnded(session))
        session.m_lastUsedMs = d->options.clock->elapsedMs();
}

bool Office::hasEnded(Session &session)
{
    const qint64 idle = d->options.clock->elapsedMs() - session.m_lastUsedMs;
    if (session.m_signer && session.onTheSpot()
        && idle > qint64(session.m_idleLimitSeconds) * millisecondsPerSecond) {
        session.m_signer.reset();
        d->noteLeaving(session, QStringLiteral("on_the_spot_ended"));
    }
    return session.onTheSpot() && session.isLocked();
}

void Office::requireAwake(Session &session)
{
    if (hasEnded(session))
        d->refuse(session.operatorId(), QStringLiteral("SESSION_ENDED"),
                  QString::number(onTheSpotSeconds));
    touch(session);
}

QString Office::Private::programInJournal() const
{
    Query row = database->prepare(QStringLiteral(
        "SELECT detail FROM journal WHERE operation = 0 AND kind = 'program' ORDER BY seq DESC LIMIT 1"));
    return row.next() ? parseCanonicalObject(row.text(0).toUtf8())[u"catalogue"].toString()
                      : QString();
}

void Office::noteProgram(Session &session)
{
    const QString post = postAmong(session, {QStringLiteral("IT"), QStringLiteral("SA")});
    const QString before = d->programInJournal();
    const QString now = d->options.registry->digest();
    const bool stopped = d->witnessAlarm || !d->clockFault().isEmpty() || session.keyMustMove();
    if (post.isEmpty() || before == now || stopped)
        return;
    housekeeping(session, QStringLiteral("program"), post,
                 {{QStringLiteral("before"), before},
                  {QStringLiteral("catalogue"), now},
                  {QStringLiteral("version"), QCoreApplication::applicationVersion()},
                  {QStringLiteral("schema"), d->database->schemaVersion()}});
}

} // namespace jubao

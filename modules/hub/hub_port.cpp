// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/hub_port.h"

#include "database/error.h"
#include "hub/calls.h"
#include "hub/reading_engine.h"
#include "hub/wire_fields.h"
#include "operations/county_file.h"
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>
#include <utility>

namespace jubao {

/** A call's arguments, by name. */
struct HubPort::Arguments {
    QCborMap map;

    Arguments(std::initializer_list<std::pair<QCborValue, QCborValue>> list) : map(list) { }
};

/** The line of the news, and who wakes up by it. */
struct HubPort::News {
    NewsLine line;
    QSocketNotifier readable;

    explicit News(const ServerAddress &person)
        : line(person)
        , readable(line.socket(), QSocketNotifier::Read)
    {
    }
    bool stands() const { return readable.isEnabled(); }
    /** That the line has broken is news as well. */
    bool hasSomething()
    {
        try {
            return line.take();
        } catch (const DatabaseError &error) {
            qInfo("the news have stopped: %s", qPrintable(error.detail()));
            readable.setEnabled(false);
            worthAnother = error.kind() == DatabaseError::Kind::ServerGone
                || error.kind() == DatabaseError::Kind::RoleRefused;
            return true;
        }
    }
    /** Whether a new line may hear more than this one, which the server may have refused to tell
     * anything (an older service). */
    bool worthAnother = true;
};

namespace {

/** Whoever is not signed in yet. */
const QString stranger;

template <typename T> std::pair<QCborValue, QCborValue> with(const char *name, const T &value)
{
    return {QString::fromLatin1(name), wire::toValue(value)};
}

} // namespace

HubPort::County countyOf(const CountyFile &file)
{
    return {file.fromDesk(),
            file.serviceKey,
            {{QStringLiteral("name"), file.officeName},
             {QStringLiteral("identity"), file.identity},
             {QStringLiteral("demo"), file.demo ? 1 : 0}}};
}

HubPort::HubPort(County county, QString workstation, std::chrono::milliseconds patience)
    : m_county(std::move(county))
    , m_letters(m_county.servicePublicKey)
    , m_workstation(std::move(workstation))
    , m_patience(patience)
{
}

HubPort::~HubPort() = default;

void HubPort::letIn(const QString &operatorName, const QByteArray &proof)
{
    m_proofs.insert(operatorName, proof);
    m_lines.erase(operatorName);
}

ServerAddress HubPort::addressOf(const QString &operatorName) const
{
    ServerAddress address = m_county.server;
    if (operatorName == stranger) {
        address.role = RequestDesk::greeterOf(address.schema);
        address.password = RequestDesk::greeterPassword(m_county.servicePublicKey);
    } else if (m_proofs.contains(operatorName)) {
        address.role = RequestDesk::roleOf(address.schema, operatorName);
        address.password = m_proofs.value(operatorName).toHex();
    } else {
        throw DatabaseError(DatabaseError::Kind::RoleRefused, operatorName);
    }
    return address;
}

RequestLine &HubPort::lineOf(const QString &operatorName)
{
    std::unique_ptr<RequestLine> &line = m_lines[operatorName];
    if (!line)
        line = std::make_unique<RequestLine>(addressOf(operatorName));
    return *line;
}

void HubPort::listen(const QString &name, const std::function<void()> &heard)
{
    m_news.reset();
    m_listener = name;
    m_heard = heard;
    if (m_heard)
        drawNewsLine();
}

bool HubPort::listens() const
{
    return m_news && m_news->stands();
}

void HubPort::drawNewsLine()
{
    const auto draw = [this] {
        m_news = std::make_unique<News>(addressOf(m_listener));
        News *news = m_news.get();
        QObject::connect(&news->readable, &QSocketNotifier::activated, &news->readable,
                         [this, news] {
                             // Whoever hears may well draw the line anew: not while it speaks.
                             if (news->hasSomething())
                                 QTimer::singleShot(0, &news->readable, m_heard);
                         });
    };
    try {
        try {
            draw();
        } catch (const DatabaseError &error) {
            if (error.kind() != DatabaseError::Kind::RoleRefused)
                throw;
            letInAgain(m_listener);
            draw();
        }
    } catch (const DatabaseError &error) {
        // Without news the desk looks by itself, as often as it did before there were any.
        qInfo("no news of the county: %s", qPrintable(error.detail()));
    }
}

void HubPort::letInAgain(const QString &operatorName)
{
    try {
        call<Slot>(stranger, "slot",
                   {with("name", operatorName), with("proof", m_proofs.value(operatorName))});
    } catch (const RefusedError &) {
        // The password was changed elsewhere: asked again and again the old proof would lock the
        // account. Whoever sits here unlocks the window with the new one.
        m_proofs.remove(operatorName);
        throw DatabaseError(DatabaseError::Kind::RoleRefused, operatorName);
    }
    m_lines.erase(stranger); // the server keeps one line for each who is signed in
}

QCborMap HubPort::ask(wire::Question question)
{
    constexpr std::chrono::milliseconds forReading(8000);
    constexpr std::chrono::milliseconds forItsComing(3000); ///< a window stands still meanwhile
    constexpr std::chrono::milliseconds whileAway(1000);
    // What enters something may have been taken in already: giving up early would leave it unclear.
    if (!wire::onlyReads(question))
        return ask(std::move(question), {m_patience, m_patience});
    const auto most = std::min(m_away ? whileAway : forReading, m_patience);
    return ask(std::move(question), {most, std::min(most, forItsComing)});
}

QCborMap HubPort::ask(wire::Question question, const Patience &patience)
{
    question.proof = m_proofs.value(question.operatorName);
    try {
        const QCborMap answer = askPatiently(question, patience);
        m_away = false;
        return answer;
    } catch (const DatabaseError &error) {
        using Kind = DatabaseError::Kind;
        m_away = error.kind() == Kind::ServiceSilent || error.kind() == Kind::ServerGone;
        throw;
    }
}

QCborMap HubPort::askPatiently(const wire::Question &question, const Patience &patience)
{
    const wire::Letter letter = m_letters.sealed(wire::toCbor(question));
    const QDeadlineTimer deadline(patience.answer);
    const QDeadlineTimer away(patience.away);
    const auto left = [](const QDeadlineTimer &timer) {
        return std::chrono::milliseconds(timer.remainingTime());
    };
    bool proved = false;
    for (;;) {
        try {
            const QByteArray answer =
                lineOf(question.operatorName).ask(letter.sealed, left(deadline), left(away));
            // An empty answer says that the service would not read the question.
            if (answer.isEmpty())
                throw DatabaseError(DatabaseError::Kind::Denied,
                                    QStringLiteral("the service does not take this question"));
            QCborMap opened = wire::openAnswer(letter.answerKey, answer);
            if (wire::isOfAnotherPassword(opened))
                throw DatabaseError(DatabaseError::Kind::RoleRefused, question.operatorName);
            return opened;
        } catch (const wire::WireError &error) {
            throw DatabaseError(DatabaseError::Kind::Other, QString::fromUtf8(error.what()));
        } catch (const DatabaseError &error) {
            m_lines.erase(question.operatorName);
            // The server lets somebody in for a while behind his proof, and not for ever.
            const bool proveAgain = error.kind() == DatabaseError::Kind::RoleRefused && !proved
                && m_proofs.contains(question.operatorName);
            const bool gone = error.kind() == DatabaseError::Kind::ServerGone;
            if ((!gone && !proveAgain) || away.hasExpired())
                throw;
            if (proveAgain) {
                proved = true;
                letInAgain(question.operatorName);
                continue;
            }
            constexpr int millisecondsBetweenTries = 200;
            QThread::msleep(millisecondsBetweenTries);
        }
    }
}

template <typename T>
T HubPort::call(const QString &operatorName, const char *what, const Arguments &arguments)
{
    wire::Question question{operatorName, {}, {}, {}, {}};
    question.call = {QString::fromLatin1(what), m_workstation, arguments.map};
    T result{};
    wire::fromValue(wire::valueFrom(ask(question)), result);
    return result;
}

void HubPort::tell(const QString &operatorName, const char *what, const Arguments &arguments)
{
    call<bool>(operatorName, what, arguments);
}

ActResult HubPort::make(const QString &operatorName, const MakeRequest &request, const Asked &asked)
{
    return wire::resultFrom(ask({operatorName, asked, request, {}, {}}));
}

ActResult HubPort::act(const QString &operatorName, const Action &action, const Asked &asked,
                       const Progress &)
{
    return wire::resultFrom(ask({operatorName, asked, {}, action, {}}));
}

PasswordGround HubPort::groundOf(const QString &name, bool invited)
{
    return call<PasswordGround>(stranger, "ground", {with("name", name), with("invited", invited)});
}

Slot HubPort::slotOf(const QString &name, const QByteArray &proof)
{
    const auto slot = call<Slot>(stranger, "slot", {with("name", name), with("proof", proof)});
    m_lines.erase(stranger);
    if (m_proofs.value(name) != proof)
        letIn(name, proof);
    return slot;
}

void HubPort::admit(const QString &name, const QByteArray &codeProof, const Slot &made)
{
    tell(stranger, "admit", {with("name", name), with("proof", codeProof), with("slot", made)});
}

SignedIn HubPort::signedIn(const QString &name, SignInWay way, const PlaceFacts &place)
{
    return call<SignedIn>(name, "signed_in", {with("way", way), with("place", place)});
}

void HubPort::changeSlot(const QString &name, const QByteArray &proof, const Slot &changed,
                         const QByteArray &next)
{
    tell(name, "change_slot", {with("proof", proof), with("slot", changed)});
    m_proofs.insert(name, next); // a line that breaks is drawn anew with it
}

QString HubPort::invite(const QString &name, const QString &operatorName, const QString &actionId,
                        const Asked &asked)
{
    return call<QString>(
        name, "invite",
        {with("operator", operatorName), with("action", actionId), with("asked", asked)});
}

JournalHead HubPort::enter(const QString &name, const QString &kind, const QJsonObject &detail,
                           const QString &actionId, const Asked &asked)
{
    return call<JournalHead>(name, "enter",
                             {with("kind", kind), with("detail", detail), with("action", actionId),
                              with("asked", asked)});
}

QString HubPort::madeKey(const QString &name, const QString &operatorName)
{
    return call<QString>(name, "made_key", {with("operator", operatorName)});
}

void HubPort::note(const QString &name, const QString &kind, const QString &subject,
                   const QString &detail)
{
    tell(name, "note", {with("kind", kind), with("subject", subject), with("detail", detail)});
}

JournalHead HubPort::head(const QString &name)
{
    return call<JournalHead>(name, "head", {});
}

std::optional<JournalHead> HubPort::glance(const QString &name)
{
    constexpr std::chrono::milliseconds atOnce(500);
    wire::Question question{name, {}, {}, {}, {}};
    question.call = {QStringLiteral("head"), m_workstation, {}};
    try {
        JournalHead head;
        wire::fromValue(wire::valueFrom(ask(question, {atOnce, atOnce})), head);
        if (m_heard && !listens() && (!m_news || m_news->worthAnother))
            drawNewsLine();
        return head;
    } catch (const DatabaseError &error) {
        using Kind = DatabaseError::Kind;
        if (error.kind() == Kind::ServiceSilent || error.kind() == Kind::ServerGone
            || error.kind() == Kind::RoleRefused)
            return std::nullopt;
        throw;
    }
}

QString HubPort::hashAt(const QString &name, qint64 seq)
{
    return call<QString>(name, "hash_at", {with("seq", seq)});
}

QJsonObject HubPort::prefill(const QString &name, const QString &type, const QJsonObject &payload)
{
    return call<QJsonObject>(name, "prefill", {with("type", type), with("payload", payload)});
}

Findings HubPort::check(const QString &name, const QString &type, const QJsonObject &payload)
{
    return call<Findings>(name, "check", {with("type", type), with("payload", payload)});
}

BatchCount HubPort::checkRows(const QString &name, const QString &type,
                              const QJsonObject &parameters, const RowSource &rows,
                              qint64 resubmits, const RowReturn &givenBack)
{
    const auto checked = call<wire::Checked>(
        name, "check_rows",
        {with("type", type), with("parameters", parameters), with("rows", wire::listed(rows)),
         with("resubmits", rows.next ? qint64(0) : resubmits)});
    for (const wire::GivenBack &each : checked.givenBack) {
        if (givenBack)
            givenBack(each.row, each.why);
    }
    return checked.count;
}

OperationView HubPort::view(const QString &name, qint64 operation)
{
    return call<OperationView>(name, "view", {with("operation", operation)});
}

QList<OperationView> HubPort::list(const QString &name, Listing listing, qint64 person)
{
    const char *what = listing == Listing::Inbox ? "inbox"
        : listing == Listing::Filings            ? "filings"
                                                 : "history";
    return call<QList<OperationView>>(name, what, {with("person", person)});
}

QList<Responsible> HubPort::responsibility(const QString &name, qint64 operation)
{
    return call<QList<Responsible>>(name, "responsibility", {with("operation", operation)});
}

bool HubPort::waitsFor(const QString &name, qint64 operation)
{
    return call<bool>(name, "waits_for", {with("operation", operation)});
}

EffectsPreview HubPort::effects(const QString &name, qint64 operation)
{
    return call<EffectsPreview>(name, "effects", {with("operation", operation)});
}

QByteArray HubPort::evidence(const QString &name, qint64 operation, int revision,
                             const QString &kind, const QString &fileName)
{
    return call<QByteArray>(name, "evidence",
                            {with("operation", operation), with("revision", revision),
                             with("kind", kind), with("file", fileName)});
}

QJsonObject HubPort::reveal(const QString &name, qint64 person)
{
    return call<QJsonObject>(name, "reveal", {with("person", person)});
}

QList<SeenRow> HubPort::lookAtRows(const QString &name, const RowsLook &look)
{
    return call<QList<SeenRow>>(name, "rows", {with("look", look)});
}

QList<Office::Printable> HubPort::papers(const QString &name, const PaperOrder &order)
{
    return call<QList<Office::Printable>>(name, "papers", {with("order", order)});
}

void HubPort::notGiven(const QString &name, const PaperOrder &order)
{
    tell(name, "not_given", {with("order", order)});
}

std::unique_ptr<Database> HubPort::booksFor(const QString &name)
{
    return Database::over(
        std::make_unique<ReadingEngine>([this, name](const wire::Reading &reading) {
            return wire::rowsFrom(ask({name, {}, {}, {}, reading}));
        }),
        m_county.server.text());
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "supervision/domain/exceptions.h"

#include "core/canonical_json.h"
#include "core/money.h"
#include "database/ids.h"
#include "operations/crypto.h"
#include "operations/paper_request.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace jubao {

namespace {

const QString auditor = QStringLiteral("AU");
const QString readKind = QStringLiteral("exceptions_read");

QString words(const char *text)
{
    return QCoreApplication::translate("Supervision", text);
}

/** First moment of that office day, as the journal writes times. */
QString beginOf(const QDate &officeDay)
{
    constexpr int officeAheadSeconds = 8 * 60 * 60;
    return QDateTime(officeDay, QTime(0, 0), Qt::UTC)
        .addSecs(-officeAheadSeconds)
        .toString(Qt::ISODateWithMs);
}

struct Span {
    QString from;
    QString to; ///< the first moment that is no longer in it
};

QString dayOf(const QString &at)
{
    return officeDate(QDateTime::fromString(at, Qt::ISODateWithMs)).toString(Qt::ISODate);
}

QString kindOfWarning(const QString &code)
{
    if (code == QLatin1String("TIER_LOWERED"))
        return words(QT_TRANSLATE_NOOP("Supervision", "Tier lowered"));
    return words(QT_TRANSLATE_NOOP("Supervision", "Warning answered"));
}

QString businessOf(const TypeRegistry &registry, const QString &type, qint64 operation)
{
    const OperationType *known = registry.find(type);
    const QString title = known ? known->title : type;
    return operation == 0 ? title
                          : words(QT_TRANSLATE_NOOP("Supervision", "No. %1 %2"))
                                .arg(QString::number(shortNumber(operation)), title);
}

/** What an entry of the journal says of the operation it belongs to. */
constexpr const char *entryColumns =
    "SELECT j.seq, j.accepted_at, a.display_name, o.id, o.type, o.summary, o.state, j.detail ";

ExceptionLine lineOf(const Query &row, const TypeRegistry &registry)
{
    ExceptionLine line;
    line.entry = row.integer(0);
    line.at = dayOf(row.text(1));
    line.who = row.text(2);
    line.operation = row.integer(3);
    line.business = businessOf(registry, row.text(4), line.operation);
    line.matter = row.text(5);
    line.state = stateTitle(stateFromCode(row.text(6)));
    return line;
}

/** Each warning that was handed in with an answer; the same one of a later revision again. */
void addWarnings(const Reader &reader, const TypeRegistry &registry, const Span &span,
                 QList<ExceptionLine> &lines)
{
    Query rows = reader.query(
        QString::fromLatin1(entryColumns)
        + QStringLiteral(
            ", r.findings FROM journal j JOIN operation o ON o.id = j.operation "
            "JOIN operation_revision r ON r.operation = o.id AND r.revision = j.revision "
            "JOIN operator_account a ON a.id = j.operator WHERE j.kind = ? "
            "AND j.accepted_at >= ? AND j.accepted_at < ? ORDER BY j.seq"));
    rows.bindAll(actionCode(ActionKind::Make), span.from, span.to);
    while (rows.next()) {
        const QJsonArray findings = QJsonDocument::fromJson(rows.text(8).toUtf8()).array();
        for (const QJsonValue &finding : findings) {
            if (severityFromNumber(finding[u"severity"].toInt()) != Severity::Warning)
                continue;
            ExceptionLine line = lineOf(rows, registry);
            line.kind = kindOfWarning(finding[u"code"].toString());
            line.found = finding[u"text"].toString();
            line.answer = parseCanonicalObject(rows.text(7).toUtf8())[u"reason"].toString();
            lines.append(line);
        }
    }
}

/** Contributions that were taken back: the receivable of a year stands open again or is gone. */
void addReversals(const Reader &reader, const TypeRegistry &registry, const Span &span,
                  QList<ExceptionLine> &lines)
{
    Query rows = reader.query(
        QString::fromLatin1(entryColumns)
        + QStringLiteral(
            ", e.year, e.amount, p.name, r.payload FROM contribution_entry e "
            "JOIN journal j ON j.seq = e.op_seq JOIN operation o ON o.id = j.operation "
            "JOIN journal m ON m.operation = o.id AND m.kind = 'make' AND m.revision = o.revision "
            "JOIN operation_revision r ON r.operation = o.id AND r.revision = o.revision "
            "JOIN operator_account a ON a.id = m.operator JOIN person p ON p.id = e.person "
            "WHERE e.reverses IS NOT NULL AND j.accepted_at >= ? AND j.accepted_at < ? "
            "ORDER BY j.seq, e.id"));
    rows.bindAll(span.from, span.to);
    while (rows.next()) {
        ExceptionLine line = lineOf(rows, registry);
        line.kind = words(QT_TRANSLATE_NOOP("Supervision", "Contribution taken back"));
        line.found = words(QT_TRANSLATE_NOOP("Supervision", "%1, contribution of %2: %3 yuan"))
                         .arg(rows.text(10), QString::number(rows.integer(8)),
                              Money::fromFen(rows.integer(9)).toDisplay());
        line.answer = parseCanonicalObject(rows.text(11).toUtf8())[u"reason"].toString();
        lines.append(line);
    }
}

QString latePapers(const QStringList &papers)
{
    return words(QT_TRANSLATE_NOOP("Supervision", "Not named the first time: %1"))
        .arg(papersInWords(papers));
}

void addLateReturns(const Reader &reader, const TypeRegistry &registry, const Span &span,
                    QList<ExceptionLine> &lines)
{
    Query rows = reader.query(
        QString::fromLatin1(entryColumns)
        + QStringLiteral("FROM journal j JOIN operation o ON o.id = j.operation "
                         "JOIN operator_account a ON a.id = j.operator WHERE j.kind = ? "
                         "AND j.accepted_at >= ? AND j.accepted_at < ? ORDER BY j.seq"));
    rows.bindAll(actionCode(ActionKind::Return), span.from, span.to);
    while (rows.next()) {
        const QJsonObject detail = parseCanonicalObject(rows.text(7).toUtf8());
        const QStringList late = detail[u"late_papers"].toVariant().toStringList();
        if (late.isEmpty())
            continue;
        ExceptionLine line = lineOf(rows, registry);
        line.kind = words(QT_TRANSLATE_NOOP("Supervision", "Paper asked for late"));
        line.found = latePapers(late);
        line.answer = detail[u"late_reason"].toString();
        lines.append(line);
    }
}

/** Notices that were given before the matter was handed in stand in the access trail. */
void addLateNotices(const Reader &reader, const TypeRegistry &registry, const Span &span,
                    QList<ExceptionLine> &lines)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT t.seq, t.at, a.display_name, t.subject, t.detail FROM access_trail t "
        "JOIN operator_account a ON a.id = t.operator WHERE t.kind = 'print' AND t.at >= ? "
        "AND t.at < ? ORDER BY t.seq"));
    rows.bindAll(span.from, span.to);
    while (rows.next()) {
        const NoticeLine notice = NoticeLine::fromDetail(rows.text(4));
        if (notice.late.isEmpty())
            continue;
        ExceptionLine line;
        line.entry = -rows.integer(0);
        line.at = dayOf(rows.text(1));
        line.who = rows.text(2);
        line.business = businessOf(registry, rows.text(3).section(u' ', 1, 1), 0);
        line.matter = words(QT_TRANSLATE_NOOP("Supervision", "Notice %1"))
                          .arg(rows.text(4).section(u' ', 0, 0));
        line.kind = words(QT_TRANSLATE_NOOP("Supervision", "Paper asked for late"));
        line.found = latePapers(notice.late);
        line.answer = notice.lateReason;
        lines.append(line);
    }
}

QJsonArray rowsOf(const QList<ExceptionLine> &lines)
{
    QJsonArray rows;
    for (const ExceptionLine &line : lines)
        rows.append(QJsonObject{{QStringLiteral("no"), QString::number(rows.size() + 1)},
                                {QStringLiteral("at"), line.at},
                                {QStringLiteral("kind"), line.kind},
                                {QStringLiteral("business"), line.business},
                                {QStringLiteral("matter"), line.matter},
                                {QStringLiteral("found"), line.found},
                                {QStringLiteral("answer"), line.answer},
                                {QStringLiteral("who"), line.who},
                                {QStringLiteral("state"), line.state}});
    return rows;
}

/** Over what does not change any more: which state an operation is in by now stands beside it. */
QString digestOf(const QList<ExceptionLine> &lines)
{
    Sm3 digest;
    for (const ExceptionLine &line : lines)
        digest.add(
            (QStringList{QString::number(line.entry), line.kind, line.found, line.answer}.join(
                 u'\n')
             + u'\n')
                .toUtf8());
    return digest.hex();
}

DocumentData gather(qint64 month, const Reader &reader, const TypeRegistry &registry)
{
    const QDate day(int(month / 100), int(month % 100), 1);
    if (!day.isValid() || day > reader.today())
        throw RefusedError({Refusal{
            QStringLiteral("RULE_BROKEN"), QStringLiteral("month"),
            words(QT_TRANSLATE_NOOP(
                "Supervision", "A month is written as a number, 202603, and has begun already.")),
            QStringLiteral("CON-08")}});
    const QList<ExceptionLine> lines = exceptionsOf(reader, registry, day);
    const std::optional<ExceptionsRead> read = exceptionsRead(reader, registry, day);
    DocumentData data;
    data.templateId = QStringLiteral("exceptions");
    data.title = QStringLiteral("业务例外事项月报");
    data.values = {{QStringLiteral("month_line"), day.toString(QStringLiteral("yyyy年M月"))},
                   {QStringLiteral("count_line"), QStringLiteral("共 %1 项").arg(lines.size())},
                   {QStringLiteral("read_line"),
                    !read            ? QStringLiteral("系统签阅：尚未签阅")
                        : read->same ? QStringLiteral("系统签阅：%1　%2").arg(read->who, read->at)
                                     : QStringLiteral("系统签阅：%1　%2（当时 %3 项，其后有变动）")
                                           .arg(read->who, read->at)
                                           .arg(read->count)},
                   {QStringLiteral("rows"), rowsOf(lines)}};
    return data;
}

} // namespace

QList<ExceptionLine> exceptionsOf(const Reader &reader, const TypeRegistry &registry,
                                  const QDate &from, const QDate &to)
{
    const Span span{beginOf(from), beginOf(to.addDays(1))};
    QList<ExceptionLine> lines;
    addWarnings(reader, registry, span, lines);
    addReversals(reader, registry, span, lines);
    addLateReturns(reader, registry, span, lines);
    addLateNotices(reader, registry, span, lines);
    std::stable_sort(lines.begin(), lines.end(),
                     [](const ExceptionLine &a, const ExceptionLine &b) { return a.at < b.at; });
    return lines;
}

QList<ExceptionLine> exceptionsOf(const Reader &reader, const TypeRegistry &registry,
                                  const QDate &month)
{
    const QDate first(month.year(), month.month(), 1);
    return exceptionsOf(reader, registry, first, first.addMonths(1).addDays(-1));
}

qint64 monthNumber(const QDate &day)
{
    return qint64(day.year()) * 100 + day.month();
}

DocumentSpec exceptionsDocument(const TypeRegistry &registry)
{
    DocumentSpec document;
    document.id = QStringLiteral("supervision.exceptions");
    document.title = words(QT_TRANSLATE_NOOP("Supervision", "Exceptions of a month"));
    document.posts = {auditor, QStringLiteral("DIR"), QStringLiteral("DEP")};
    // The registry holds this document: it is there as long as anybody can ask for it.
    document.gather = [&registry](qint64 month, const QJsonObject &, const Reader &reader) {
        return gather(month, reader, registry);
    };
    return document;
}

std::optional<ExceptionsRead> exceptionsRead(const Reader &reader, const TypeRegistry &registry,
                                             const QDate &day)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT a.display_name, j.accepted_at, j.detail FROM journal j "
        "JOIN operator_account a ON a.id = j.operator WHERE j.kind = ? ORDER BY j.seq DESC"));
    rows.bindAll(readKind);
    while (rows.next()) {
        const QJsonObject detail = parseCanonicalObject(rows.text(2).toUtf8());
        if (detail[u"month"].toInteger() != monthNumber(day))
            continue;
        return ExceptionsRead{rows.text(0),
                              officeTime(QDateTime::fromString(rows.text(1), Qt::ISODateWithMs))
                                  .toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                              detail[u"count"].toInteger(),
                              detail[u"digest"].toString()
                                  == digestOf(exceptionsOf(reader, registry, day))};
    }
    return std::nullopt;
}

JournalEntry acknowledgeExceptions(Office &office, Session &session, const QDate &day)
{
    const QList<HeldPost> posts = session.heldPosts();
    const Reader reader = office.reader();
    const bool holds = std::any_of(posts.begin(), posts.end(), [&](const HeldPost &held) {
        return held.post == auditor && held.isInForce(office.clock().now(), reader.today());
    });
    if (!holds)
        throw RefusedError({refusal(QStringLiteral("POST_NOT_HELD"), auditor)});
    const QList<ExceptionLine> lines = exceptionsOf(reader, office.registry(), day);
    return office.housekeeping(session, readKind, auditor,
                               {{QStringLiteral("month"), monthNumber(day)},
                                {QStringLiteral("count"), lines.size()},
                                {QStringLiteral("digest"), digestOf(lines)}});
}

} // namespace jubao

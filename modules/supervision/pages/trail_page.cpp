// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "supervision/pages/trail_page.h"

#include "database/ids.h"
#include "desk/list_page.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("SupervisionPages", text);
}

QString traceTitle(const QString &kind)
{
    static const QMap<QString, const char *> titles{
        {QStringLiteral("sign_in"), QT_TRANSLATE_NOOP("SupervisionPages", "Signed in")},
        {QStringLiteral("sign_out"), QT_TRANSLATE_NOOP("SupervisionPages", "Signed out")},
        {QStringLiteral("sign_in_failed"), QT_TRANSLATE_NOOP("SupervisionPages", "Wrong password")},
        {QStringLiteral("lock"), QT_TRANSLATE_NOOP("SupervisionPages", "Locked")},
        {QStringLiteral("unlock"), QT_TRANSLATE_NOOP("SupervisionPages", "Password confirmed")},
        {QStringLiteral("on_the_spot"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Called on the spot")},
        {QStringLiteral("on_the_spot_ended"),
         QT_TRANSLATE_NOOP("SupervisionPages", "On the spot: time over")},
        {QStringLiteral("person"), QT_TRANSLATE_NOOP("SupervisionPages", "Looked at a person")},
        {QStringLiteral("operation"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Looked at an operation")},
        {QStringLiteral("reveal"), QT_TRANSLATE_NOOP("SupervisionPages", "Revealed sealed fields")},
        {QStringLiteral("evidence"), QT_TRANSLATE_NOOP("SupervisionPages", "Looked at a scan")},
        {QStringLiteral("preview"), QT_TRANSLATE_NOOP("SupervisionPages", "Looked at a paper")},
        {QStringLiteral("print"), QT_TRANSLATE_NOOP("SupervisionPages", "Printed")},
        {QStringLiteral("print_failed"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Did not come out of the printer")},
        {QStringLiteral("prefill"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Filled in a form with a record")},
        {QStringLiteral("export"), QT_TRANSLATE_NOOP("SupervisionPages", "Took a list out")},
        {QStringLiteral("history"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Looked at a person's operations")},
        {QStringLiteral("search"), QT_TRANSLATE_NOOP("SupervisionPages", "Looked for a person")},
        {QStringLiteral("sealed_compared"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Protected values compared this day")},
        {QStringLiteral("account"), QT_TRANSLATE_NOOP("SupervisionPages", "Looked at an account")},
        {QStringLiteral("ties"), QT_TRANSLATE_NOOP("SupervisionPages", "Compared the ties")},
        {QStringLiteral("replay"), QT_TRANSLATE_NOOP("SupervisionPages", "Replayed the journal")},
        {QStringLiteral("witness_failed"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Witness not written")},
        {QStringLiteral("verify"), QT_TRANSLATE_NOOP("SupervisionPages", "Verified")},
        {QStringLiteral("refused"), QT_TRANSLATE_NOOP("SupervisionPages", "Refused")},
        {QStringLiteral("backup_failed"), QT_TRANSLATE_NOOP("SupervisionPages", "Backup failed")},
        {QStringLiteral("rotation_failed"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Change of the data key failed")},
        {QStringLiteral("invitation_void"), QT_TRANSLATE_NOOP("SupervisionPages", "Code void")},
        {QStringLiteral("recovered"), QT_TRANSLATE_NOOP("SupervisionPages", "Recovered")},
        {QStringLiteral("slot_removed"),
         QT_TRANSLATE_NOOP("SupervisionPages", "False key slot removed")},
        {QStringLiteral("slot_coming"), QT_TRANSLATE_NOOP("SupervisionPages", "Key slot prepared")},
        {QStringLiteral("slot_kept"), QT_TRANSLATE_NOOP("SupervisionPages", "Key slot written")},
        {QStringLiteral("slot_alarm"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Key slot older or edited")},
        {QStringLiteral("head_signed"), QT_TRANSLATE_NOOP("SupervisionPages", "Trail signed")},
        {QStringLiteral("witness_alarm"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Not the office seen before")},
        {QStringLiteral("admitted"), QT_TRANSLATE_NOOP("SupervisionPages", "Key made")},
        {QStringLiteral("program_at"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Program at a computer")},
        {QStringLiteral("public_network"),
         QT_TRANSLATE_NOOP("SupervisionPages", "On a public network")},
        {QStringLiteral("key_on_stick"), QT_TRANSLATE_NOOP("SupervisionPages", "Key on a stick")},
        {QStringLiteral("password_changed"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Changed the password")}};
    const char *title = titles.value(kind);
    return title ? words(title) : kind;
}

QString operationText(const Reader &reader, const TypeRegistry &registry, qint64 id)
{
    const std::optional<Row> row = reader.row(QStringLiteral("operation"), id);
    const OperationType *type =
        row ? registry.find(row->value(QStringLiteral("type")).toString()) : nullptr;
    return words(QT_TRANSLATE_NOOP("SupervisionPages", "No. %1 %2"))
        .arg(shortNumber(id))
        .arg(type ? type->title : QString())
        .trimmed();
}

/** "contributions.receipt 1099511630284", "make enrollment.register", "enrollment.persons": the
 * words that it stands for; what is unknown stays as it is written. */
QString partText(const Shell &shell, const Reader &reader, const TypeRegistry &registry,
                 const QString &part)
{
    bool isId = false;
    const qint64 id = part.toLongLong(&isId);
    if (isId && reader.row(QStringLiteral("operation"), id))
        return operationText(reader, registry, id);
    if (const auto person = isId ? reader.row(QStringLiteral("person"), id) : std::nullopt)
        return person->value(QStringLiteral("name")).toString();
    if (isId && id != shortNumber(id)) // whose role may not see what it is
        return operationText(reader, registry, id);
    if (const OperationType *type = registry.find(part))
        return type->title;
    if (const DocumentSpec *document = registry.findDocument(part).first)
        return document->title;
    if (const std::optional<ActionKind> action = actionFromCode(part))
        return actionTitle(*action);
    if (part == QLatin1String("journal"))
        return words(QT_TRANSLATE_NOOP("SupervisionPages", "Journal of operations"));
    const QString page = shell.pageTitle(part);
    return page.isEmpty() ? traceTitle(part) : page; // also what somebody was refused to do
}

QString subjectText(const Shell &shell, const Reader &reader, const TypeRegistry &registry,
                    const QString &subject)
{
    const auto account =
        reader.row(QStringLiteral("operator_account"), QStringLiteral("name"), subject);
    if (account)
        return words(QT_TRANSLATE_NOOP("SupervisionPages", "account %1")).arg(subject);
    QStringList parts;
    const QStringList written = subject.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : written) {
        if (!part.startsWith(u'#')) // the mark of a person (paper_request.h)
            parts.append(partText(shell, reader, registry, part));
    }
    return parts.isEmpty() ? QStringLiteral("—") : parts.join(u' ');
}

/** The words of refusals that the trail keeps by their codes. */
QString refusalsText(const QString &codes)
{
    QStringList texts;
    const QStringList written = codes.split(QStringLiteral(", "), Qt::SkipEmptyParts);
    for (const QString &code : written) {
        const bool known = std::any_of(
            refusalCatalogue().begin(), refusalCatalogue().end(),
            [&code](const RefusalRule &rule) { return code == QLatin1String(rule.code); });
        texts.append(known ? refusal(code, QStringLiteral("…")).text : code);
    }
    texts.removeDuplicates();
    return texts.join(u' ');
}

/** "YW-… registration_form@1 original": the number, and whether it was a copy. */
QString printText(const QString &detail)
{
    static const QRegularExpression shape(
        QStringLiteral("^(\\S*) \\S+@\\d+ (original|reprint|copy|draft)(?: (\\S+))?$"));
    const auto match = shape.match(detail);
    if (!match.hasMatch())
        return detail;
    static const QMap<QString, const char *> kinds{
        {QStringLiteral("original"), QT_TRANSLATE_NOOP("SupervisionPages", "original")},
        {QStringLiteral("reprint"), QT_TRANSLATE_NOOP("SupervisionPages", "reprint")},
        {QStringLiteral("copy"), QT_TRANSLATE_NOOP("SupervisionPages", "file copy")},
        {QStringLiteral("draft"), QT_TRANSLATE_NOOP("SupervisionPages", "draft")}};
    return QStringList{match.captured(1), words(kinds.value(match.captured(2))), match.captured(3)}
        .join(u' ')
        .trimmed();
}

/** A failed try before the office was open is written down at the next good sign-in. */
QString failedTryText(const QString &detail)
{
    const QDateTime at = QDateTime::fromString(detail.section(u' ', 0, 0), Qt::ISODateWithMs);
    return at.isValid() ? words(QT_TRANSLATE_NOOP("SupervisionPages", "tried on %1 at %2"))
                              .arg(officeTime(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                                   detail.section(u' ', 1))
                        : detail;
}

/** A refusal that only asks for a reason: whoever tries gets on by writing one. */
bool isPrompt(const QString &kind, const QString &codes)
{
    static const QStringList prompts{QStringLiteral("WARNING_UNANSWERED"),
                                     QStringLiteral("PAPER_NOT_NAMED_FIRST")};
    const QStringList written = codes.split(QStringLiteral(", "), Qt::SkipEmptyParts);
    return kind == QLatin1String("refused") && !written.isEmpty()
        && std::all_of(written.begin(), written.end(),
                       [](const QString &code) { return prompts.contains(code); });
}

QString toneOf(const QString &kind, const QString &detail)
{
    if (isPrompt(kind, detail))
        return QStringLiteral("warning");
    const bool bad = kind == QLatin1String("refused") || kind == QLatin1String("sign_in_failed");
    return bad ? QStringLiteral("danger") : QStringLiteral("primary");
}

QList<ListRow> trail(const Shell &shell, const Reader &reader, const TypeRegistry &registry,
                     const QString &filter, int limit)
{
    QList<ListRow> rows;
    Query lines = reader.query(QStringLiteral(
        "SELECT t.seq, t.at, a.display_name, t.kind, t.subject, t.detail, t.workstation "
        "FROM access_trail t LEFT JOIN operator_account a ON a.id = t.operator "
        "ORDER BY t.seq DESC"));
    while (lines.next() && rows.size() < limit) {
        const QStringList cells{QString::number(lines.integer(0)),
                                officeTime(QDateTime::fromString(lines.text(1), Qt::ISODateWithMs))
                                    .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                                lines.isNull(2) ? QStringLiteral("—") : lines.text(2),
                                isPrompt(lines.text(3), lines.text(5)) ? words(
                                    QT_TRANSLATE_NOOP("SupervisionPages", "Asked for a reason"))
                                                                       : traceTitle(lines.text(3)),
                                subjectText(shell, reader, registry, lines.text(4)),
                                traceDetail(lines.text(3), lines.text(5), registry),
                                lines.text(6)};
        if (rowMatches(cells, filter))
            rows.append({cells, lines.integer(0), toneOf(lines.text(3), lines.text(5))});
    }
    return rows;
}

} // namespace

QString traceDetail(const QString &kind, const QString &detail, const TypeRegistry &registry)
{
    if (detail.isEmpty())
        return QStringLiteral("—");
    if (kind == QLatin1String("refused"))
        return refusalsText(detail);
    if (kind == QLatin1String("sign_in_failed"))
        return failedTryText(detail);
    if (kind == QLatin1String("sign_in") || kind == QLatin1String("unlock"))
        return words(QT_TRANSLATE_NOOP("SupervisionPages", "failed tries before: %1"))
            .arg(detail.section(u' ', -1));
    if (kind == QLatin1String("print") || kind == QLatin1String("preview"))
        return printText(detail);
    if (kind == QLatin1String("on_the_spot"))
        return words(QT_TRANSLATE_NOOP("SupervisionPages", "to decide no. %1"))
            .arg(detail.section(u' ', 1).split(u' ').join(QStringLiteral(", ")));
    if (kind == QLatin1String("admitted"))
        return words(QT_TRANSLATE_NOOP("SupervisionPages", "public key %1 …")).arg(detail.left(16));
    bool isCount = false;
    detail.toLongLong(&isCount);
    if (kind == QLatin1String("export") && isCount)
        return words(QT_TRANSLATE_NOOP("SupervisionPages", "%1 rows")).arg(detail);
    const OperationType *type = registry.find(detail);
    return type ? type->title : detail;
}

QWidget *trailPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("supervision.trail");
    spec.title = words(QT_TRANSLATE_NOOP("SupervisionPages", "Access trail"));
    spec.subtitle = words(QT_TRANSLATE_NOOP(
        "SupervisionPages", "who did or looked at what, when and why; newest first"));
    spec.placeholder = words(QT_TRANSLATE_NOOP("SupervisionPages", "Filter the list"));
    spec.headings = {{words(QT_TRANSLATE_NOOP("SupervisionPages", "Trail no."))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Time"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Operator"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "What"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Of what"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Why and how")), false, true},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Workstation"))}};
    spec.pillColumn = 3;
    spec.rows = [&shell](const Reader &reader, const QString &filter, int limit) {
        return trail(shell, reader, shell.office().registry(), filter, limit);
    };
    return new ListPage(shell, spec);
}

} // namespace jubao

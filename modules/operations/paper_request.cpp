// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/paper_request.h"

#include "core/canonical_json.h"
#include "operations/crypto.h"
#include "operations/office.h"
#include <QCoreApplication>

namespace jubao {

namespace {

const QString askedMark = QStringLiteral(" papers=");
const QString lateMark = QStringLiteral(" late=");

/** The one who stands at the counter; empty where the form does not say yet. */
QString applicantOf(const OperationType &type, const QJsonObject &payload, const Reader &reader)
{
    const QList<Subject> subjects =
        type.subjects ? type.subjects(payload, reader) : QList<Subject>();
    return subjects.isEmpty() ? QString() : subjects.first().idNumber;
}

/** When this person's last matter of this type was handed in, as the journal writes times. */
QString lastHandedIn(const OperationType &type, const QString &idNumber, const Reader &reader)
{
    Query row = reader.query(QStringLiteral(
        "SELECT coalesce(max(j.accepted_at), '') FROM operation_subject s "
        "JOIN operation o ON o.id = s.operation JOIN journal j ON j.operation = o.id "
        "WHERE s.id_number = ? AND o.type = ? AND j.kind = ?"));
    row.bindAll(idNumber, type.id, actionCode(ActionKind::Make));
    return row.next() ? row.text(0) : QString();
}

} // namespace

QString noticeSubject(const QString &document, const OperationType &type,
                      const QJsonObject &payload, const Reader &reader)
{
    constexpr qsizetype digits = 16;
    const QString idNumber = applicantOf(type, payload, reader);
    const QString subject = document + u' ' + type.id;
    return idNumber.isEmpty() ? subject
                              : subject + QStringLiteral(" #")
            + sm3Hex((type.id + u'\n' + idNumber).toUtf8()).left(digits);
}

QString noticeDetail(const QStringList &asked, const QStringList &late, const QString &lateReason)
{
    QString detail = askedMark + asked.join(u',');
    if (!late.isEmpty())
        detail += lateMark + late.join(u',') + u' ' + lateReason;
    return detail;
}

NoticeLine NoticeLine::fromDetail(const QString &detail)
{
    NoticeLine line;
    const qsizetype asked = detail.indexOf(askedMark);
    if (asked < 0)
        return line;
    const QString rest = detail.mid(asked + askedMark.size());
    line.asked = rest.section(u' ', 0, 0).split(u',', Qt::SkipEmptyParts);
    const qsizetype late = rest.indexOf(lateMark);
    if (late >= 0) {
        const QString after = rest.mid(late + lateMark.size());
        line.late = after.section(u' ', 0, 0).split(u',', Qt::SkipEmptyParts);
        line.lateReason = after.section(u' ', 1);
    }
    return line;
}

QStringList papersOfNotices(const OperationType &type, const TypeRegistry &registry,
                            const QJsonObject &payload, const Reader &reader)
{
    QStringList named;
    const QString idNumber = applicantOf(type, payload, reader);
    if (idNumber.isEmpty())
        return named;
    const QString since = lastHandedIn(type, idNumber, reader);
    const QList<const DocumentSpec *> documents = registry.documentsOf(type);
    for (const DocumentSpec *document : documents) {
        if (!document->beforeMaking)
            continue;
        Query rows = reader.query(QStringLiteral(
            "SELECT detail FROM access_trail WHERE kind = 'print' AND subject = ? AND at > ? "
            "ORDER BY seq"));
        rows.bindAll(noticeSubject(document->id, type, payload, reader), since);
        while (rows.next())
            named += NoticeLine::fromDetail(rows.text(0)).asked;
    }
    named.removeDuplicates();
    return named;
}

QStringList papersNamedBefore(const OperationType &type, const TypeRegistry &registry,
                              const QJsonObject &payload, const Reader &reader)
{
    QStringList named = papersOfNotices(type, registry, payload, reader);
    Query rows =
        reader.query(QStringLiteral("SELECT j.detail FROM operation_subject s JOIN operation o "
                                    "ON o.id = s.operation AND o.revision = s.revision "
                                    "JOIN journal j ON j.operation = o.id WHERE s.id_number = ? "
                                    "AND o.type = ? AND o.state IN (?, ?) ORDER BY j.seq"));
    rows.bindAll(applicantOf(type, payload, reader), type.id, stateCode(OperationState::Returned),
                 stateCode(OperationState::Conflict));
    while (rows.next())
        named += parseCanonicalObject(rows.text(0).toUtf8())[u"papers"].toVariant().toStringList();
    named.removeDuplicates();
    return named;
}

QStringList papersAskedAtReturn(const OperationSnapshot &operation)
{
    QStringList asked;
    for (const PastAction &each : operation.past) {
        if (each.kind == ActionKind::Return && each.revision == operation.revision)
            asked = each.papers;
    }
    return asked;
}

QStringList papersAskedAtReturn(const OperationView &operation)
{
    QStringList asked;
    for (const OperationView::Act &each : operation.actions) {
        if (each.step == actionCode(ActionKind::Return) && each.revision == operation.revision)
            asked = each.papers;
    }
    return asked;
}

QStringList papersMissing(const OperationType &type, const QStringList &seen)
{
    QStringList missing = type.evidence;
    missing.removeIf([&seen](const QString &kind) { return seen.contains(kind); });
    return missing;
}

QString papersInWords(const QStringList &papers)
{
    QStringList titles;
    for (const QString &paper : papers)
        titles.append(evidenceTitle(paper));
    return titles.join(QCoreApplication::translate("Refusals", ", "));
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/types.h"

#include "database/ids.h"
#include "enrollment/domain/alteration.h"
#include "enrollment/domain/documents.h"
#include <QJsonArray>

namespace jubao {

using namespace enrollment;

namespace {

/** A value as the form knew it, else as the record has it. */
QString known(const QString &name, const QJsonObject &payload, const QJsonObject &record)
{
    const QString before = payload[u"before"][name].toString();
    return before.isEmpty() ? record[name].toString() : before;
}

qint64 personOf(const DocumentSource &source, const Reader &reader)
{
    if (source.payload.contains(u"person"))
        return source.payload[u"person"].toInteger();
    // His number here is the other township's until he has come.
    Query subject = reader.query(QStringLiteral(
        "SELECT s.person FROM operation_subject s JOIN operation o ON o.id = s.operation "
        "WHERE s.operation = ? AND o.state = ? ORDER BY s.revision DESC LIMIT 1"));
    subject.bindAll(source.operation, stateCode(OperationState::Posted));
    return subject.next() ? subject.integer(0) : 0;
}

DocumentData gather(const DocumentSource &source, const Reader &reader)
{
    const QJsonObject &payload = source.payload;
    const qint64 person = personOf(source, reader);
    // Of who is taken in the form knows what it says itself.
    const QJsonObject record = payload.contains(u"person") ? recordOf(reader, person) : payload;
    QJsonArray rows;
    const QList<Alteration> list = alterationsBy(source.type.id, payload, reader);
    for (const Alteration &one : list)
        rows.append(
            QJsonObject{{QStringLiteral("no"), QString::number(rows.size() + 1)},
                        {QStringLiteral("item"), one.field.field.label},
                        {QStringLiteral("before"), displayOf(one.field.field, one.before, reader)},
                        {QStringLiteral("after"), displayOf(one.field.field, one.after, reader)}});
    Query made = reader.query(QStringLiteral("SELECT made_on FROM operation WHERE id = ?"));
    made.bindAll(source.operation);
    made.next();
    DocumentData data;
    data.templateId = QStringLiteral("change_form");
    data.title = QStringLiteral("城乡居民基本养老保险变更登记表");
    data.values = {
        {QStringLiteral("personal_number"),
         person == 0 ? QString() : QString::number(shortNumber(person))},
        {QStringLiteral("name"), known(QStringLiteral("name"), payload, record)},
        {QStringLiteral("id_number"), known(QStringLiteral("id_number"), payload, record)},
        {QStringLiteral("place"),
         placeName(reader, known(QStringLiteral("division"), payload, record))},
        {QStringLiteral("matter"), source.type.title},
        {QStringLiteral("date_line"), QStringLiteral("填表日期：") + paperDate(made.date(0))},
        {QStringLiteral("reason"), payload[u"reason"].toString()},
        {QStringLiteral("evidence"), evidenceOf(source.operation, reader)},
        {QStringLiteral("rows"), rows}};
    return data;
}

} // namespace

DocumentSpec changeDocument()
{
    DocumentSpec document;
    document.id = QStringLiteral("enrollment.change_form");
    document.title = words(QT_TRANSLATE_NOOP("Enrollment", "Change form"));
    document.serves = [](const OperationType &type) {
        return type.id == QLatin1String("enrollment.change")
            || type.id == QLatin1String("enrollment.change_key")
            || type.id == QLatin1String("enrollment.move")
            || type.id == QLatin1String("enrollment.take_in");
    };
    document.gatherFor = gather;
    return document;
}

} // namespace jubao

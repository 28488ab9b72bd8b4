// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/types.h"
#include "operations/batch.h"
#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Enrollment", text);
}

/** The single registration's rules, and the roster's own: all its villages lie where it was made.
 */
RowCheck beginCheck(const BatchSpec &singles, const QJsonObject &parameters, const Reader &reader,
                    qint64 maker)
{
    const QString division = parameters[u"division"].toString();
    return [check = singles.beginCheck(parameters, reader, maker),
            division](const QJsonObject &row) {
        if (!row[u"division"].toString().startsWith(division))
            return Findings{
                error(QStringLiteral("DIVISION_OUTSIDE"), QStringLiteral("division"),
                      words(QT_TRANSLATE_NOOP(
                          "Enrollment", "The village lies outside the division of this roster.")),
                      QStringLiteral("CTL-02"))};
        return check(row);
    };
}

} // namespace

OperationType rosterType()
{
    const BatchSpec singles = batchOf(registerPersonType());
    OperationType type;
    type.id = QStringLiteral("enrollment.roster");
    type.room = QStringLiteral("enrollment");
    type.family = QStringLiteral("enrollment.ordinary");
    type.part = ControlPart::Business;
    type.legalBasis = QStringLiteral("第十六条、参保岗 3");
    type.title = words(QT_TRANSLATE_NOOP("Enrollment", "Enrolment of a roster"));
    Field division;
    division.name = QStringLiteral("division");
    division.kind = FieldKind::Division;
    division.label = words(QT_TRANSLATE_NOOP("Enrollment", "Division of the roster"));
    type.fields = {division};
    type.evidence = {QStringLiteral("roster")};
    constexpr int promisedWorkingDays = 5;
    type.limitDaysWorking = promisedWorkingDays;
    type.batch = singles;
    type.batch->beginCheck = [singles](const QJsonObject &parameters, const Reader &reader,
                                       qint64 maker) {
        return beginCheck(singles, parameters, reader, maker);
    };
    type.check = [](const QJsonObject &, const Reader &, qint64) { return Findings(); };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> place = reader.row(
            QStringLiteral("division"), QStringLiteral("code"), payload[u"division"].toString());
        return words(QT_TRANSLATE_NOOP("Enrollment", "Enrol %1 persons by roster %2"))
            .arg(payload[u"rows_count"].toInteger())
            .arg(place ? place->value(QStringLiteral("name")).toString() : QString())
            .trimmed();
    };
    return type;
}

} // namespace jubao

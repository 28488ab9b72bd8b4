// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/person_search.h"

#include "core/text.h"
#include <QRegularExpression>
#include <QSet>
#include <utility>

namespace jubao {

namespace {

constexpr int wholeIdNumber = 18;
constexpr int birthDate = 8; ///< as it stands inside an ID number

struct Way {
    QString condition;
    QStringList values;
    QString order; ///< what the hits stand in order of, beside their ids
};

Way equal(const char *column, const QString &text)
{
    return {QStringLiteral("%1 = ?").arg(QLatin1String(column)), {text}, QStringLiteral("''")};
}

/** A prefix as a range, so that the index is used in both engines. */
Way prefix(const char *column, const QString &text)
{
    return {QStringLiteral("%1 >= ? AND %1 < ?").arg(QLatin1String(column)),
            {text, endOfPrefix(text)},
            QLatin1String(column)};
}

/** The first hits of one way, each from its own index. */
QString hitsOf(const Way &way, qsizetype number, int limit)
{
    const QString sorted =
        way.values.size() == 1 ? QStringLiteral("id") : way.order + QStringLiteral(", id");
    return QStringLiteral("SELECT * FROM (SELECT id, %1 AS way, %2 AS place FROM person WHERE %3 "
                          "ORDER BY %4 LIMIT %5) way%1")
        .arg(number)
        .arg(way.order, way.condition, sorted)
        .arg(limit);
}

QList<Way> waysFor(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^[0-9]+X?$"));
    static const QRegularExpression letters(QStringLiteral("^[a-z]+$"));
    const QString upper = text.toUpper();
    QList<Way> ways;
    if (number.match(upper).hasMatch()) {
        if (upper.size() == wholeIdNumber)
            ways.append(equal("id_number", upper));
        if (upper.size() == 4)
            ways.append(equal("id_last_four", upper));
        if (upper.size() == birthDate) {
            const QDate birth = QDate::fromString(upper, QStringLiteral("yyyyMMdd"));
            if (birth.isValid())
                ways.append(equal("birth", birth.toString(Qt::ISODate)));
        }
        if (upper.size() == 11)
            ways.append(equal("phone", upper));
        if (upper.size() >= 12)
            ways.append(equal("bank_card", upper));
    } else if (letters.match(text.toLower()).hasMatch()) {
        ways.append(prefix("pinyin", text.toLower()));
        ways.append(prefix("pinyin_other", text.toLower()));
    } else {
        ways.append(prefix("name", text));
    }
    ways.append(equal("household", text));
    return ways;
}

} // namespace

QList<FoundPerson> findPersons(const Reader &reader, const QString &text, int limit)
{
    const QString typed = normaliseInput(text);
    QList<FoundPerson> found;
    QSet<qint64> seen;
    if (typed.isEmpty())
        return found;
    const QList<Way> ways = waysFor(typed);
    QStringList hits;
    QStringList values;
    for (const Way &way : ways) {
        hits.append(hitsOf(way, hits.size(), limit));
        values.append(way.values);
    }
    // One question for all of them: at a desk of a county each is a way to the service and back.
    Query rows = reader.query(
        QStringLiteral(
            "SELECT p.id, p.name, p.id_number, p.division FROM person p JOIN (%1) hit ON "
            "hit.id = p.id ORDER BY hit.way, hit.place, p.id")
            .arg(hits.join(QStringLiteral(" UNION ALL "))));
    int position = 0;
    for (const QString &value : std::as_const(values))
        rows.bind(++position, value);
    while (rows.next() && found.size() < limit) {
        if (seen.contains(rows.integer(0)))
            continue;
        seen.insert(rows.integer(0));
        found.append({rows.integer(0), rows.text(1), rows.text(2), rows.text(3)});
    }
    return found;
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/policy_catalogue.h"

#include "administration/domain/common.h"
#include "core/rate.h"
#include "core/resources.h"
#include "operations/snapshot.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace jubao {

using namespace administration;

namespace {

Finding wrong(const QString &text)
{
    return error(QStringLiteral("POLICY_VALUE_MALFORMED"), QStringLiteral("value"), text,
                 QStringLiteral("CTL-04"));
}

Finding notReadable(const PolicyKey &key, const QString &text)
{
    return wrong(words(QT_TRANSLATE_NOOP("Administration", "“%1” cannot be read. Write: %2"))
                     .arg(text.trimmed(), key.unit));
}

QStringList partsOf(const QString &line)
{
    static const QRegularExpression spaces(QStringLiteral("[\\s,，]+"));
    return line.split(spaces, Qt::SkipEmptyParts);
}

QJsonObject readFigure(const PolicyKey &key, const QString &text, Findings &findings)
{
    bool number = false;
    const qint64 value = text.trimmed().toLongLong(&number);
    if (!number)
        findings.append(notReadable(key, text));
    else if (value < key.least || value > key.most)
        findings.append(wrong(words(QT_TRANSLATE_NOOP("Administration", "From %1 to %2."))
                                  .arg(key.least)
                                  .arg(key.most)));
    return {{QStringLiteral("value"), value}};
}

QJsonObject readMonthDay(const PolicyKey &key, const QString &text, Findings &findings)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{1,2})-(\\d{1,2})(?:\\s*\\+(\\d))?$"));
    const QRegularExpressionMatch match = form.match(text.trimmed());
    const int month = match.captured(1).toInt();
    const int day = match.captured(2).toInt();
    constexpr int commonYear = 2025;
    if (!match.hasMatch() || !QDate(commonYear, month, day).isValid())
        findings.append(notReadable(key, text));
    QJsonObject value{{QStringLiteral("month"), month}, {QStringLiteral("day"), day}};
    if (!match.captured(3).isEmpty())
        value.insert(QStringLiteral("years_later"), match.captured(3).toInt());
    return value;
}

QJsonObject readTiers(const PolicyKey &key, const QString &text, Findings &findings)
{
    QJsonArray tiers;
    qint64 before = 0;
    for (const QString &line : linesIn(text)) {
        const QStringList parts = partsOf(line);
        const std::optional<Money> tier = Money::fromYuanText(parts.value(0));
        const std::optional<Money> subsidy = Money::fromYuanText(parts.value(1));
        const bool unknown = parts.size() == 1;
        if (!tier || parts.size() > 2 || (!unknown && (!subsidy || subsidy->fen() < 0))) {
            findings.append(notReadable(key, line));
            continue;
        }
        if (tier->fen() <= before)
            findings.append(
                wrong(words(QT_TRANSLATE_NOOP("Administration", "Tiers rise from line to line: %1"))
                          .arg(line.trimmed())));
        before = tier->fen();
        QJsonObject row{{QStringLiteral("tier_fen"), tier->fen()}};
        if (!unknown)
            row.insert(QStringLiteral("subsidy_fen"), subsidy->fen());
        tiers.append(row);
    }
    if (tiers.isEmpty() && findings.isEmpty())
        findings.append(notReadable(key, text));
    return {{QStringLiteral("tiers"), tiers}};
}

QJsonObject readShares(const PolicyKey &key, const QString &text, Findings &findings)
{
    QJsonArray shares;
    QStringList payers;
    Rate sum;
    for (const QString &line : linesIn(text)) {
        const QStringList parts = partsOf(line);
        const std::optional<Rate> rate = Rate::fromPercentText(parts.value(1));
        if (parts.size() != 2 || !rate || payers.contains(parts.value(0))) {
            findings.append(notReadable(key, line));
            continue;
        }
        payers.append(parts.first());
        sum = sum + *rate;
        shares.append(QJsonObject{{QStringLiteral("payer"), parts.first()},
                                  {QStringLiteral("ppm"), rate->ppm()}});
    }
    if (findings.isEmpty() && sum != Rate::whole())
        findings.append(
            wrong(words(QT_TRANSLATE_NOOP("Administration", "The shares make 100 % together."))));
    return {{QStringLiteral("shares"), shares}};
}

const QString noPost = QStringLiteral("无");

QJsonObject readPosts(const PolicyKey &key, const QString &text, Findings &findings)
{
    QJsonArray posts;
    QStringList codes = partsOf(text.toUpper());
    if (codes == QStringList{noPost})
        codes.clear();
    else if (codes.isEmpty())
        findings.append(notReadable(key, text));
    codes.removeDuplicates();
    for (const QString &code : std::as_const(codes)) {
        if (postTitle(code) == code)
            findings.append(notReadable(key, code));
        posts.append(code);
    }
    return {{QStringLiteral("posts"), posts}};
}

} // namespace

const QList<PolicyKey> &policyKeys()
{
    static const QList<PolicyKey> keys = [] {
        QList<PolicyKey> list;
        const QJsonArray rows =
            QJsonDocument::fromJson(readResource(QStringLiteral(":/jubao/policy/policy_keys.json")))
                .array();
        for (const QJsonValue &row : rows)
            list.append({row[u"key"].toString(), row[u"title"].toString(), row[u"kind"].toString(),
                         row[u"unit"].toString(), row[u"min"].toInteger(), row[u"max"].toInteger(),
                         row[u"division"].toBool()});
        return list;
    }();
    return keys;
}

const PolicyKey *findPolicyKey(const QString &key)
{
    for (const PolicyKey &each : policyKeys()) {
        if (each.key == key)
            return &each;
    }
    return nullptr;
}

QJsonObject policyValue(const PolicyKey &key, const QString &text, Findings &findings)
{
    if (key.kind == QLatin1String("figure"))
        return readFigure(key, text, findings);
    if (key.kind == QLatin1String("month_day"))
        return readMonthDay(key, text, findings);
    if (key.kind == QLatin1String("posts"))
        return readPosts(key, text, findings);
    return key.kind == QLatin1String("tiers") ? readTiers(key, text, findings)
                                              : readShares(key, text, findings);
}

QString policyText(const PolicyKey &key, const QJsonObject &value)
{
    if (key.kind == QLatin1String("figure"))
        return QString::number(value[u"value"].toInteger());
    QStringList lines;
    if (key.kind == QLatin1String("posts")) {
        const QStringList posts = value[u"posts"].toVariant().toStringList();
        return posts.isEmpty() ? noPost : posts.join(u' ');
    }
    if (key.kind == QLatin1String("month_day")) {
        const QString day = QStringLiteral("%1-%2")
                                .arg(value[u"month"].toInt(), 2, 10, QLatin1Char('0'))
                                .arg(value[u"day"].toInt(), 2, 10, QLatin1Char('0'));
        const int later = value[u"years_later"].toInt();
        return later > 0 ? day + QStringLiteral(" +%1").arg(later) : day;
    }
    if (key.kind == QLatin1String("tiers")) {
        const QJsonArray tiers = value[u"tiers"].toArray();
        for (const QJsonValue &tier : tiers) {
            QString line = Money::fromFen(tier[u"tier_fen"].toInteger()).toYuanText();
            if (tier[u"subsidy_fen"].isDouble())
                line += u' ' + Money::fromFen(tier[u"subsidy_fen"].toInteger()).toYuanText();
            lines.append(line);
        }
        return lines.join(u'\n');
    }
    const QJsonArray shares = value[u"shares"].toArray();
    for (const QJsonValue &share : shares)
        lines.append(share[u"payer"].toString() + u' '
                     + Rate::fromPpm(share[u"ppm"].toInteger()).toPercentText());
    return lines.join(u'\n');
}

} // namespace jubao

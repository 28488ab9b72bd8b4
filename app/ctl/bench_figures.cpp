// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench_figures.h"

#include <QVariant>
#include <algorithm>

namespace jubao::ctl {

qint64 at(QList<qint64> values, int perCent)
{
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, values.size() * perCent / 100));
}

qint64 median(const QList<qint64> &values)
{
    constexpr int half = 50;
    return at(values, half);
}

QJsonObject json(const Figure &figure)
{
    const qint64 ratio = figure.median * thousand / std::max<qint64>(1, figure.yardstick);
    const bool time = qstrcmp(figure.unit, "s") == 0;
    const auto shown = [time](qint64 value) {
        return time ? QJsonValue(qreal(value) / million) : QJsonValue(value);
    };
    return {{"name", figure.name},
            {"unit", figure.unit},
            {"median", shown(figure.median)},
            {"yardstick", shown(figure.yardstick)},
            {"ratio", qreal(ratio) / thousand},
            {"target", qreal(figure.targetPerMille) / thousand},
            {"met", ratio <= figure.targetPerMille}};
}

QString line(const Figure &figure)
{
    const QJsonObject each = json(figure);
    return QStringLiteral("%1  %2 %3  (%4 : 1, target %5 : 1)%6")
        .arg(figure.name)
        .arg(each[u"median"].toVariant().toString(), QLatin1String(figure.unit),
             each[u"ratio"].toVariant().toString(), each[u"target"].toVariant().toString(),
             each[u"met"].toBool() ? QString() : QStringLiteral("  !"));
}

} // namespace jubao::ctl

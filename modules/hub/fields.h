// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire.h"
#include <QCborArray>
#include <QJsonObject>
#include <type_traits>

/**
 * What goes over the wire as a map of its fields is described once, by a function
 * `fields(auto &on, T &value)` that names each; `toMap` and `fromMap` are both made of it.
 */
namespace jubao::wire {

/** The last value of an enum, so that no other one comes in. */
template <typename T> inline constexpr T lastOf = T();

template <typename T> QCborMap toMap(const T &value);
template <typename T> void fromMap(const QCborMap &map, T &value);

inline QCborValue toValue(const QString &value)
{
    return value;
}
inline QCborValue toValue(const QByteArray &value)
{
    return value;
}
inline QCborValue toValue(bool value)
{
    return value;
}
inline QCborValue toValue(int value)
{
    return value;
}
inline QCborValue toValue(qint64 value)
{
    return value;
}
inline QCborValue toValue(const QDate &value)
{
    return value.toString(Qt::ISODate);
}
inline QCborValue toValue(const QDateTime &value)
{
    return value.isValid() ? value.toUTC().toString(Qt::ISODateWithMs) : QString();
}
inline QCborValue toValue(const QCborMap &value)
{
    return value;
}
inline QCborValue toValue(const QJsonObject &value)
{
    return QCborMap::fromJsonObject(value);
}
inline QCborValue toValue(const QStringList &value)
{
    return QCborArray::fromStringList(value);
}
template <typename T>
requires std::is_enum_v<T> QCborValue toValue(T value)
{
    return int(value);
}
template <typename T>
requires std::is_class_v<T> QCborValue toValue(const T &value)
{
    return toMap(value);
}
template <typename T> QCborValue toValue(const QList<T> &value)
{
    QCborArray array;
    for (const T &each : value)
        array.append(toValue(each));
    return array;
}
template <typename T> QCborValue toValue(const QMap<QString, T> &value)
{
    QCborMap map;
    for (auto each = value.constBegin(); each != value.constEnd(); ++each)
        map.insert(each.key(), toValue(each.value()));
    return map;
}
template <typename T> QCborValue toValue(const std::optional<T> &value)
{
    return value ? toValue(*value) : QCborValue(nullptr);
}

inline void fromValue(const QCborValue &from, QString &value)
{
    value = from.toString();
}
inline void fromValue(const QCborValue &from, QByteArray &value)
{
    value = from.toByteArray();
}
inline void fromValue(const QCborValue &from, bool &value)
{
    value = from.toBool();
}
inline void fromValue(const QCborValue &from, int &value)
{
    value = int(from.toInteger());
}
inline void fromValue(const QCborValue &from, qint64 &value)
{
    value = from.toInteger();
}
inline void fromValue(const QCborValue &from, QDate &value)
{
    value = QDate::fromString(from.toString(), Qt::ISODate);
}
inline void fromValue(const QCborValue &from, QDateTime &value)
{
    value = QDateTime::fromString(from.toString(), Qt::ISODateWithMs);
}
inline void fromValue(const QCborValue &from, QCborMap &value)
{
    value = from.toMap();
}
inline void fromValue(const QCborValue &from, QJsonObject &value)
{
    value = from.toMap().toJsonObject();
}
inline void fromValue(const QCborValue &from, QStringList &value)
{
    const QCborArray array = from.toArray();
    for (const QCborValue &each : array)
        value.append(each.toString());
}
template <typename T>
requires std::is_enum_v<T>
void fromValue(const QCborValue &from, T &value)
{
    const qint64 number = from.toInteger(-1);
    if (number < 0 || number > int(lastOf<T>))
        throw WireError("a value that is none of its kind");
    value = T(number);
}
template <typename T>
requires std::is_class_v<T>
void fromValue(const QCborValue &from, T &value)
{
    fromMap(from.toMap(), value);
}
template <typename T> void fromValue(const QCborValue &from, QList<T> &value)
{
    const QCborArray array = from.toArray();
    for (const QCborValue &each : array) {
        T one{};
        fromValue(each, one);
        value.append(one);
    }
}
template <typename T> void fromValue(const QCborValue &from, QMap<QString, T> &value)
{
    const QCborMap map = from.toMap();
    for (auto each = map.constBegin(); each != map.constEnd(); ++each) {
        T one{};
        fromValue(each.value(), one);
        value.insert(each.key().toString(), one);
    }
}
template <typename T> void fromValue(const QCborValue &from, std::optional<T> &value)
{
    if (from.isNull() || from.isUndefined())
        return;
    T one{};
    fromValue(from, one);
    value = one;
}

struct Putting {
    QCborMap map;
    template <typename T> void operator()(const char *name, const T &value)
    {
        map.insert(QString::fromLatin1(name), toValue(value));
    }
};

struct Taking {
    const QCborMap &map;
    template <typename T> void operator()(const char *name, T &value)
    {
        fromValue(map[QString::fromLatin1(name)], value);
    }
};

template <typename T> QCborMap toMap(const T &value)
{
    Putting putting;
    fields(putting, const_cast<T &>(value)); // `fields` only hands them on
    return putting.map;
}

template <typename T> void fromMap(const QCborMap &map, T &value)
{
    Taking taking{map};
    fields(taking, value);
}

} // namespace jubao::wire

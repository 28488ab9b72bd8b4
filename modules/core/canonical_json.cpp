// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <stdexcept>

namespace jubao {

namespace {

constexpr qint64 largestExact = qint64(1) << 53;

void appendText(QByteArray &out, const QString &text)
{
    appendCanonicalText(out, text.toUtf8());
}

void append(QByteArray &out, const QJsonValue &value);

void appendNumber(QByteArray &out, const QJsonValue &value)
{
    const qint64 whole = value.toInteger(largestExact + 1);
    if (whole > largestExact || whole < -largestExact)
        throw std::invalid_argument("canonical JSON holds integers below 2^53 only");
    out += QByteArray::number(whole);
}

void appendObject(QByteArray &out, const QJsonObject &object)
{
    QList<QByteArray> keys;
    const QStringList names = object.keys();
    for (const QString &name : names)
        keys.append(name.toUtf8());
    // UTF-8 bytes sort as code points do; QString would sort by UTF-16 units.
    std::sort(keys.begin(), keys.end());
    out += '{';
    bool first = true;
    for (const QByteArray &key : keys) {
        if (!first)
            out += ',';
        first = false;
        const QString name = QString::fromUtf8(key);
        appendText(out, name);
        out += ':';
        append(out, object.value(name));
    }
    out += '}';
}

void append(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        break;
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double:
        appendNumber(out, value);
        break;
    case QJsonValue::String:
        appendText(out, value.toString());
        break;
    case QJsonValue::Object:
        appendObject(out, value.toObject());
        break;
    case QJsonValue::Array: {
        out += '[';
        bool first = true;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array) {
            if (!first)
                out += ',';
            first = false;
            append(out, element);
        }
        out += ']';
        break;
    }
    }
}

} // namespace

void appendCanonicalText(QByteArray &out, const QByteArray &utf8)
{
    out += '"';
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += "\\u00" + QByteArray(1, c).toHex();
            else
                out += c;
        }
    }
    out += '"';
}

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    append(out, value);
    return out;
}

QJsonObject parseCanonicalObject(const QByteArray &text)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        throw std::invalid_argument("not a JSON object: " + error.errorString().toStdString());
    if (canonicalJson(document.object()) != text)
        throw std::invalid_argument("JSON is not in its canonical form");
    return document.object();
}

} // namespace jubao

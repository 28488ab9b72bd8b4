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

void appendEscaped(QByteArray &out, char c)
{
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
        out += "\\u00" + QByteArray(1, c).toHex();
    }
}

void append(QByteArray &out, const QJsonValue &value);

void appendNumber(QByteArray &out, const QJsonValue &value)
{
    const qint64 whole = value.toInteger(largestExact + 1);
    if (whole > largestExact || whole < -largestExact)
        throw std::invalid_argument("canonical JSON holds integers below 2^53 only");
    out += QByteArray::number(whole);
}

void appendMember(QByteArray &out, const QString &name, const QJsonValue &value)
{
    appendText(out, name);
    out += ':';
    append(out, value);
    out += ',';
}

/** UTF-8 bytes sort as code points do; QJsonObject sorts by UTF-16 units, which differs above the
 * basic plane. */
void appendSorted(QByteArray &out, const QJsonObject &object)
{
    QList<std::pair<QByteArray, QString>> keys;
    const QStringList names = object.keys();
    for (const QString &name : names)
        keys.append({name.toUtf8(), name});
    std::sort(keys.begin(), keys.end());
    for (const auto &[utf8, name] : std::as_const(keys))
        appendMember(out, name, object.value(name));
}

void appendObject(QByteArray &out, const QJsonObject &object)
{
    const qsizetype begin = out.size();
    out += '{';
    bool sorted = true;
    QString last;
    for (auto it = object.constBegin(); it != object.constEnd() && sorted; ++it) {
        const QString name = it.key();
        sorted = last < name || it == object.constBegin();
        for (const QChar unit : name)
            sorted = sorted && !unit.isSurrogate();
        if (sorted)
            appendMember(out, name, it.value());
        last = name;
    }
    if (!sorted) {
        out.truncate(begin + 1);
        appendSorted(out, object);
    }
    if (out.endsWith(','))
        out.chop(1);
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

void appendCanonicalText(QByteArray &out, QByteArrayView utf8)
{
    out += '"';
    const char *plain = utf8.begin();
    for (const char *at = plain; at != utf8.end(); ++at) {
        const auto c = static_cast<unsigned char>(*at);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(plain, at - plain);
        plain = at + 1;
        appendEscaped(out, *at);
    }
    out.append(plain, utf8.end() - plain);
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

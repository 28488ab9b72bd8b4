// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text.h"
#include "operations/slots.h"

#include <array>

namespace jubao {

namespace {

// Crockford's base 32: of each pair that looks alike on paper (0 O, 1 I L, U V) one alone is used.
const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int bitsPerCharacter = 5;

QString encode(const QByteArray &bytes)
{
    QString text;
    quint32 buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8) | quint8(byte);
        bits += 8;
        while (bits >= bitsPerCharacter) {
            bits -= bitsPerCharacter;
            text.append(alphabet.at((buffer >> bits) & 31));
        }
    }
    if (bits > 0)
        text.append(alphabet.at((buffer << (bitsPerCharacter - bits)) & 31));
    return text;
}

std::optional<QByteArray> decode(const QString &text)
{
    QByteArray bytes;
    quint32 buffer = 0;
    int bits = 0;
    for (const QChar character : text) {
        const qsizetype value = alphabet.indexOf(character);
        if (value < 0)
            return std::nullopt;
        buffer = (buffer << bitsPerCharacter) | quint32(value);
        bits += bitsPerCharacter;
        if (bits >= 8) {
            bits -= 8;
            bytes.append(char((buffer >> bits) & 0xff));
        }
    }
    return bytes;
}

QString grouped(const QString &text)
{
    QStringList groups;
    for (qsizetype i = 0; i < text.size(); i += 5)
        groups.append(text.mid(i, 5));
    return groups.join(u'-');
}

/** Multiplication in GF(256) with the polynomial of AES. */
quint8 multiply(quint8 a, quint8 b)
{
    quint8 product = 0;
    for (int bit = 0; bit < 8; ++bit) {
        if (b & 1)
            product ^= a;
        const bool carry = a & 0x80;
        a = quint8(a << 1);
        if (carry)
            a ^= 0x1b;
        b >>= 1;
    }
    return product;
}

quint8 inverse(quint8 a)
{
    quint8 result = 1;
    for (int i = 0; i < 254; ++i)
        result = multiply(result, a);
    return result;
}

constexpr qsizetype keyBytes = 32;
constexpr qsizetype headBytes =
    3; // which of the three, and the number that the three have in common
constexpr qsizetype checkBytes = 3;

struct Share {
    quint8 place = 0;
    QByteArray set;
    QByteArray values;
};

QByteArray checkOf(const QByteArray &content)
{
    return QByteArray::fromHex(sm3Hex(content).left(checkBytes * 2).toLatin1());
}

Share readShare(const QString &text)
{
    const std::optional<QByteArray> bytes = decode(typedCode(text));
    const qsizetype contentBytes = headBytes + keyBytes;
    if (!bytes || bytes->size() < contentBytes + checkBytes)
        throw CryptoError("the share is not complete");
    const QByteArray content = bytes->left(contentBytes);
    if (bytes->mid(contentBytes, checkBytes) != checkOf(content))
        throw CryptoError("a character of the share was misread");
    return {quint8(content.at(0)), content.mid(1, 2), content.mid(headBytes)};
}

} // namespace

QString typedCode(const QString &text)
{
    QString code;
    const QString plain = normaliseInput(text).toUpper();
    for (const QChar character : plain) {
        const QChar::Category category = character.category();
        if (character.isSpace() || category == QChar::Punctuation_Dash)
            continue;
        if (character == u'O')
            code.append(u'0');
        else if (character == u'I' || character == u'L')
            code.append(u'1');
        else
            code.append(character);
    }
    return code;
}

QString newOneTimeCode()
{
    constexpr int codeLength = 20;
    const QByteArray random = randomBytes(codeLength);
    QString code;
    for (const char byte : random)
        code.append(alphabet.at(quint8(byte) & 31));
    return grouped(code);
}

QStringList splitKeyTwoOfThree(const Key &key)
{
    const QByteArray set = randomBytes(2);
    const QByteArray slope = randomBytes(keyBytes);
    QStringList shares;
    for (quint8 place = 1; place <= 3; ++place) {
        QByteArray content;
        content.append(char(place));
        content.append(set);
        for (qsizetype i = 0; i < keyBytes; ++i)
            content.append(char(quint8(key.bytes().at(i)) ^ multiply(quint8(slope.at(i)), place)));
        shares.append(grouped(encode(content + checkOf(content))));
    }
    return shares;
}

Key joinKeyShares(const QString &shareOne, const QString &shareTwo)
{
    const Share one = readShare(shareOne);
    const Share two = readShare(shareTwo);
    if (one.set != two.set || one.place == two.place)
        throw CryptoError("these two shares do not belong together");
    // Lagrange at zero: in this field, minus is plus.
    const quint8 divisor = inverse(one.place ^ two.place);
    const quint8 weightOne = multiply(two.place, divisor);
    const quint8 weightTwo = multiply(one.place, divisor);
    QByteArray bytes;
    for (qsizetype i = 0; i < keyBytes; ++i)
        bytes.append(char(multiply(quint8(one.values.at(i)), weightOne)
                          ^ multiply(quint8(two.values.at(i)), weightTwo)));
    Key joined = Key::fromBytes(bytes);
    wipe(bytes);
    return joined;
}

} // namespace jubao

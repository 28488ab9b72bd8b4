// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/slots.h"

#include "core/canonical_json.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <botan/aead.h>
#include <botan/kdf.h>
#include <botan/pwdhash.h>

namespace jubao {

namespace {

constexpr int saltBytes = 16;
constexpr int nonceBytes = 12;

const uint8_t *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const uint8_t *>(array.constData());
}

QByteArray wrap(const QByteArray &key, const QByteArray &nonce, const QByteArray &bound,
                const QByteArray &plain)
{
    const auto cipher = Botan::AEAD_Mode::create_or_throw("AES-256/GCM", Botan::ENCRYPTION);
    cipher->set_key(bytesOf(key), size_t(key.size()));
    cipher->set_associated_data(bytesOf(bound), size_t(bound.size()));
    cipher->start(bytesOf(nonce), size_t(nonce.size()));
    Botan::secure_vector<uint8_t> buffer(plain.begin(), plain.end());
    cipher->finish(buffer);
    return QByteArray(reinterpret_cast<const char *>(buffer.data()), qsizetype(buffer.size()));
}

std::optional<QByteArray> unwrap(const QByteArray &key, const QByteArray &nonce,
                                 const QByteArray &bound, const QByteArray &wrapped)
{
    const auto cipher = Botan::AEAD_Mode::create_or_throw("AES-256/GCM", Botan::DECRYPTION);
    cipher->set_key(bytesOf(key), size_t(key.size()));
    cipher->set_associated_data(bytesOf(bound), size_t(bound.size()));
    try {
        cipher->start(bytesOf(nonce), size_t(nonce.size()));
        Botan::secure_vector<uint8_t> buffer(wrapped.begin(), wrapped.end());
        cipher->finish(buffer);
        return QByteArray(reinterpret_cast<const char *>(buffer.data()), qsizetype(buffer.size()));
    } catch (const Botan::Exception &) {
        return std::nullopt; // A wrong password and a forged slot look alike: both are "does not
                             // open".
    }
}

/** What the wrapped key is bound to: a slot copied under another name or key, or with a password
 * that was made younger, does not open. */
QByteArray slotBinding(const Slot &slot)
{
    return slot.operatorName.toUtf8() + '\n' + slot.publicKey.toLatin1() + '\n'
        + slot.passwordChangedAt.toLatin1()
        + (slot.stick.isEmpty() ? QByteArray() : "\nstick " + slot.stick.toLatin1());
}

QByteArray invitationBinding(const Invitation &invitation)
{
    return invitation.operatorName.toUtf8() + '\n' + invitation.expiresAt.toLatin1();
}

Botan::secure_vector<uint8_t> derived(const Botan::secure_vector<uint8_t> &from,
                                      const QByteArray &mixedIn, const QByteArray &label,
                                      size_t size)
{
    const auto kdf = Botan::KDF::create_or_throw("HKDF(SHA-256)");
    return kdf->derive_key(size, from.data(), from.size(), bytesOf(mixedIn), size_t(mixedIn.size()),
                           bytesOf(label), size_t(label.size()));
}

QByteArray asBytes(const Botan::secure_vector<uint8_t> &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

/** What the slot wraps: the private key, or what opens it on its stick. */
std::optional<QByteArray> unwrapped(const Slot &slot, const StretchedPassword &password)
{
    return unwrap(password.part("key-wrap", 32), slot.wrapNonce, slotBinding(slot),
                  slot.wrappedPrivateKey);
}

/** What the sealed key on a stick is bound to. */
QByteArray stickBinding(const Slot &slot)
{
    return "jubao-stick-1\n" + slot.operatorName.toUtf8() + '\n' + slot.publicKey.toLatin1();
}

} // namespace

struct StretchedPassword::Output {
    Botan::secure_vector<uint8_t> bytes = Botan::secure_vector<uint8_t>(64);
};

StretchedPassword::StretchedPassword(const QString &password, const QByteArray &salt,
                                     const PasswordCost &cost, const KeyStick *stick)
    : m_mixedIn(stick ? stick->secret : nullptr)
{
    if (!isPayable(cost) || salt.size() != saltBytes)
        throw CryptoError("salt or cost of a password cannot be right");
    const auto family = Botan::PasswordHashFamily::create_or_throw("Argon2id");
    const auto hash = family->from_params(size_t(cost.memoryKib), size_t(cost.iterations),
                                          size_t(cost.parallelism));
    QByteArray utf8 = password.normalized(QString::NormalizationForm_C).toUtf8();
    const auto output = std::make_shared<Output>();
    hash->derive_key(output->bytes.data(), output->bytes.size(), utf8.constData(),
                     size_t(utf8.size()), bytesOf(salt), size_t(salt.size()));
    wipe(utf8);
    m_output = output;
}

QByteArray StretchedPassword::part(const char *label, size_t size) const
{
    return asBytes(
        derived(m_output->bytes, m_mixedIn ? m_mixedIn->bytes() : QByteArray(), label, size));
}

QByteArray StretchedPassword::tag() const
{
    constexpr size_t tagBytes = 16;
    return asBytes(derived(m_output->bytes, {}, "password-tag", tagBytes));
}

QByteArray proofDigest(const QByteArray &proof)
{
    return QByteArray::fromHex(sm3Hex("jubao-proof-1" + proof).toLatin1());
}

bool isPayable(const PasswordCost &cost)
{
    constexpr int leastPerLane = 8; // Argon2's own law
    constexpr int mostLanes = 16;
    constexpr int mostMemoryKib = 1024 * 1024;
    constexpr qint64 mostWorkKib = qint64(4) * mostMemoryKib;
    return cost.parallelism >= 1 && cost.parallelism <= mostLanes && cost.iterations >= 1
        && cost.memoryKib >= leastPerLane * cost.parallelism && cost.memoryKib <= mostMemoryKib
        && qint64(cost.memoryKib) * cost.iterations <= mostWorkKib;
}

PasswordCost plannedCost(const QJsonObject &plan)
{
    const QJsonValue cost = plan[u"password_cost"];
    PasswordCost result;
    result.memoryKib = cost[u"memory_kib"].toInt(result.memoryKib);
    result.iterations = cost[u"iterations"].toInt(result.iterations);
    result.parallelism = cost[u"parallelism"].toInt(result.parallelism);
    return result;
}

void KeptSlot::take(const QString &kind, const QString &digest)
{
    if (kind == QLatin1String(slotComing)) {
        m_coming.append(digest);
    } else {
        m_kept = digest;
        m_coming.clear();
    }
}

QString slotDigest(const Slot &slot)
{
    QJsonArray tags;
    for (const QByteArray &tag : slot.lastPasswordTags)
        tags.append(QString::fromLatin1(tag.toHex()));
    QJsonObject covered{{QStringLiteral("operator"), slot.operatorId},
                        {QStringLiteral("name"), slot.operatorName},
                        {QStringLiteral("memory_kib"), slot.cost.memoryKib},
                        {QStringLiteral("iterations"), slot.cost.iterations},
                        {QStringLiteral("parallelism"), slot.cost.parallelism},
                        {QStringLiteral("salt"), QString::fromLatin1(slot.salt.toHex())},
                        {QStringLiteral("public_key"), slot.publicKey},
                        {QStringLiteral("wrapped_private_key"),
                         QString::fromLatin1(slot.wrappedPrivateKey.toHex())},
                        {QStringLiteral("wrap_nonce"), QString::fromLatin1(slot.wrapNonce.toHex())},
                        {QStringLiteral("former_passwords"), tags},
                        {QStringLiteral("password_changed_at"), slot.passwordChangedAt}};
    // Slots of before have none, and lines of the trail that speak of them.
    if (!slot.proofDigest.isEmpty())
        covered.insert(QStringLiteral("proof_digest"),
                       QString::fromLatin1(slot.proofDigest.toHex()));
    if (!slot.stick.isEmpty())
        covered.insert(QStringLiteral("stick"), slot.stick);
    return sm3Hex(canonicalJson(covered));
}

Slot makeSlot(qint64 operatorId, const QString &operatorName, const QString &password,
              PasswordCost cost, const Key &dataKey, const QString &nowIso)
{
    const std::unique_ptr<KeyPair> pair = KeyPair::generate();
    Slot slot;
    slot.operatorId = operatorId;
    slot.operatorName = operatorName;
    slot.cost = cost;
    slot.salt = randomBytes(saltBytes);
    slot.publicKey = pair->publicKeyHex();
    slot.wrapNonce = randomBytes(nonceBytes);
    if (!dataKey.isEmpty())
        slot.sealedDataKey = encryptTo(slot.publicKey, dataKey.bytes());
    slot.passwordChangedAt = nowIso;
    const StretchedPassword stretched(password, slot.salt, cost);
    QByteArray scalar = pair->privateScalar();
    slot.wrappedPrivateKey =
        wrap(stretched.part("key-wrap", 32), slot.wrapNonce, slotBinding(slot), scalar);
    wipe(scalar);
    slot.lastPasswordTags = {stretched.tag()};
    slot.proofDigest = proofDigest(stretched.proof());
    return slot;
}

std::optional<OpenedSlot> openSlot(const Slot &slot, const QString &password, const KeyStick *stick)
{
    return openSlot(slot, StretchedPassword(password, slot.salt, slot.cost, stick), stick);
}

std::optional<OpenedSlot> openSlot(const Slot &slot, const StretchedPassword &password,
                                   const KeyStick *stick)
{
    if (slot.wrapNonce.size() != nonceBytes || slot.wrappedPrivateKey.isEmpty()
        || slot.stick != (stick ? stick->id : QString()))
        throw CryptoError("the wrapped key of a slot cannot be right");
    std::optional<QByteArray> scalar = unwrapped(slot, password);
    if (!scalar)
        return std::nullopt;
    if (stick) {
        const Key opens = Key::fromBytes(*scalar);
        wipe(*scalar);
        scalar = openUnder(opens, stick->sealedPrivateKey, stickBinding(slot));
        if (!scalar)
            throw CryptoError("the key on a stick cannot be right");
    }
    OpenedSlot opened;
    opened.keyPair = KeyPair::fromPrivateScalar(*scalar);
    wipe(*scalar);
    if (slot.sealedDataKey.isEmpty())
        return opened;
    try {
        opened.dataKey = Key::fromBytes(opened.keyPair->decrypt(slot.sealedDataKey));
    } catch (const std::invalid_argument &) {
        throw CryptoError("the sealed data key of a slot cannot be right");
    }
    return opened;
}

Slot changePassword(const Slot &slot, const QString &oldPassword, const QString &newPassword,
                    PasswordCost cost, const QString &nowIso, const KeyStick *stick)
{
    std::optional<QByteArray> wrapped =
        unwrapped(slot, StretchedPassword(oldPassword, slot.salt, slot.cost, stick));
    if (!wrapped)
        throw CryptoError("the present password does not open the slot");
    Slot changed = slot;
    changed.cost = cost;
    changed.wrapNonce = randomBytes(nonceBytes);
    changed.passwordChangedAt = nowIso;
    const StretchedPassword after(newPassword, changed.salt, cost, stick);
    changed.wrappedPrivateKey =
        wrap(after.part("key-wrap", 32), changed.wrapNonce, slotBinding(changed), *wrapped);
    wipe(*wrapped);
    changed.proofDigest = proofDigest(after.proof());
    changed.lastPasswordTags.prepend(after.tag());
    while (changed.lastPasswordTags.size() > formerPasswords + 1)
        changed.lastPasswordTags.removeLast();
    return changed;
}

StickMade putOnStick(const Slot &slot, const KeyPair &pair, const QString &password,
                     const QString &officeIdentity)
{
    const Key opens = Key::random();
    QByteArray scalar = pair.privateScalar();
    StickMade made;
    constexpr int idBytes = 16;
    made.stick = {QString::fromLatin1(randomBytes(idBytes).toHex()),
                  officeIdentity,
                  slot.operatorName,
                  slot.publicKey,
                  std::make_shared<Key>(Key::random()),
                  sealUnder(opens, scalar, stickBinding(slot))};
    wipe(scalar);
    made.slot = slot;
    made.slot.stick = made.stick.id;
    made.slot.wrapNonce = randomBytes(nonceBytes);
    const StretchedPassword stretched(password, slot.salt, slot.cost, &made.stick);
    made.slot.wrappedPrivateKey = wrap(stretched.part("key-wrap", 32), made.slot.wrapNonce,
                                       slotBinding(made.slot), opens.bytes());
    made.proof = stretched.proof();
    made.slot.proofDigest = proofDigest(made.proof);
    return made;
}

bool passwordWasUsed(const Slot &slot, const QString &password)
{
    return slot.lastPasswordTags.contains(StretchedPassword(password, slot.salt, slot.cost).tag());
}

QStringList passwordWeaknesses(const QString &password, const QString &operatorName)
{
    const auto words = [](const char *text) {
        return QCoreApplication::translate("Passwords", text);
    };
    QStringList list;
    constexpr int leastLength = 10;
    if (password.size() < leastLength)
        list.append(words(QT_TRANSLATE_NOOP("Passwords", "at least 10 characters")));
    int classes = 0;
    classes += std::any_of(password.begin(), password.end(), [](QChar c) { return c.isLower(); });
    classes += std::any_of(password.begin(), password.end(), [](QChar c) { return c.isUpper(); });
    classes += std::any_of(password.begin(), password.end(), [](QChar c) { return c.isDigit(); });
    classes += std::any_of(password.begin(), password.end(),
                           [](QChar c) { return !c.isLetterOrNumber(); });
    if (classes < 3)
        list.append(words(QT_TRANSLATE_NOOP(
            "Passwords", "three of: small letters, capital letters, digits, signs")));
    if (!operatorName.isEmpty() && password.contains(operatorName, Qt::CaseInsensitive))
        list.append(words(QT_TRANSLATE_NOOP("Passwords", "not the name of the account")));
    int run = 1;
    int longest = 1;
    for (qsizetype i = 1; i < password.size(); ++i) {
        const int step = password.at(i).unicode() - password.at(i - 1).unicode();
        run = step >= 0 && step <= 1 ? run + 1 : 1;
        longest = std::max(longest, run);
    }
    constexpr int longestRun = 4;
    if (longest > longestRun)
        list.append(words(QT_TRANSLATE_NOOP("Passwords", "no run such as 12345 or aaaaa")));
    return list;
}

Invitation makeInvitation(qint64 operatorId, const QString &operatorName, const QString &code,
                          PasswordCost cost, const Key &dataKey, const QString &expiresIso)
{
    Invitation invitation;
    invitation.operatorId = operatorId;
    invitation.operatorName = operatorName;
    invitation.cost = cost;
    invitation.salt = randomBytes(saltBytes);
    invitation.wrapNonce = randomBytes(nonceBytes);
    invitation.expiresAt = expiresIso;
    const StretchedPassword stretched(typedCode(code), invitation.salt, cost);
    invitation.wrappedDataKey = wrap(stretched.part("invitation", 32), invitation.wrapNonce,
                                     invitationBinding(invitation), dataKey.bytes());
    invitation.proofDigest = proofDigest(stretched.proof());
    return invitation;
}

std::optional<Key> openInvitation(const Invitation &invitation, const QString &code)
{
    const StretchedPassword stretched(typedCode(code), invitation.salt, invitation.cost);
    const std::optional<QByteArray> plain =
        unwrap(stretched.part("invitation", 32), invitation.wrapNonce,
               invitationBinding(invitation), invitation.wrappedDataKey);
    return plain ? std::optional(Key::fromBytes(*plain)) : std::nullopt;
}

} // namespace jubao

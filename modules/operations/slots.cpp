// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/slots.h"

#include "core/canonical_json.h"
#include "database/error.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <algorithm>
#include <botan/aead.h>
#include <botan/kdf.h>
#include <botan/pwdhash.h>

namespace jubao {

namespace {

constexpr int saltBytes = 16;
constexpr int formerPasswords = 5;

const uint8_t *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const uint8_t *>(array.constData());
}

/** Argon2id once; its output is split by labels, so that one secret never serves two purposes. */
class StretchedPassword {
public:
    StretchedPassword(const QString &password, const QByteArray &salt, const PasswordCost &cost)
    {
        const auto family = Botan::PasswordHashFamily::create_or_throw("Argon2id");
        const auto hash = family->from_params(size_t(cost.memoryKib), size_t(cost.iterations),
                                              size_t(cost.parallelism));
        QByteArray utf8 = password.normalized(QString::NormalizationForm_C).toUtf8();
        m_output.resize(64);
        hash->derive_key(m_output.data(), m_output.size(), utf8.constData(), size_t(utf8.size()),
                         bytesOf(salt), size_t(salt.size()));
        wipe(utf8);
    }

    QByteArray part(const char *label, size_t size) const
    {
        const auto kdf = Botan::KDF::create_or_throw("HKDF(SHA-256)");
        const Botan::secure_vector<uint8_t> out =
            kdf->derive_key(size, m_output, std::string(), label);
        return QByteArray(reinterpret_cast<const char *>(out.data()), qsizetype(out.size()));
    }

private:
    Botan::secure_vector<uint8_t> m_output;
};

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
        + slot.passwordChangedAt.toLatin1();
}

QByteArray invitationBinding(const Invitation &invitation)
{
    return invitation.operatorName.toUtf8() + '\n' + invitation.expiresAt.toLatin1();
}

QByteArray tagOf(const StretchedPassword &stretched)
{
    return stretched.part("password-tag", 16);
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray unhex(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

QJsonObject costAsJson(const PasswordCost &cost)
{
    return {{QStringLiteral("memory_kib"), cost.memoryKib},
            {QStringLiteral("iterations"), cost.iterations},
            {QStringLiteral("parallelism"), cost.parallelism}};
}

PasswordCost costFromJson(const QJsonValue &value)
{
    return {value[u"memory_kib"].toInt(), value[u"iterations"].toInt(),
            value[u"parallelism"].toInt()};
}

QJsonObject slotAsJson(const Slot &slot)
{
    QJsonArray tags;
    for (const QByteArray &tag : slot.lastPasswordTags)
        tags.append(hex(tag));
    return {{QStringLiteral("operator"), slot.operatorId},
            {QStringLiteral("name"), slot.operatorName},
            {QStringLiteral("cost"), costAsJson(slot.cost)},
            {QStringLiteral("salt"), hex(slot.salt)},
            {QStringLiteral("public_key"), slot.publicKey},
            {QStringLiteral("wrapped_private_key"), hex(slot.wrappedPrivateKey)},
            {QStringLiteral("wrap_nonce"), hex(slot.wrapNonce)},
            {QStringLiteral("sealed_data_key"), hex(slot.sealedDataKey)},
            {QStringLiteral("generation"), slot.generation},
            {QStringLiteral("next_sealed_data_key"), hex(slot.nextSealedDataKey)},
            {QStringLiteral("former_passwords"), tags},
            {QStringLiteral("password_changed_at"), slot.passwordChangedAt}};
}

Slot slotFromJson(const QJsonValue &value)
{
    Slot slot;
    slot.operatorId = value[u"operator"].toInteger();
    slot.operatorName = value[u"name"].toString();
    slot.cost = costFromJson(value[u"cost"]);
    slot.salt = unhex(value[u"salt"]);
    slot.publicKey = value[u"public_key"].toString();
    slot.wrappedPrivateKey = unhex(value[u"wrapped_private_key"]);
    slot.wrapNonce = unhex(value[u"wrap_nonce"]);
    slot.sealedDataKey = unhex(value[u"sealed_data_key"]);
    slot.generation = value[u"generation"].toInt();
    slot.nextSealedDataKey = unhex(value[u"next_sealed_data_key"]);
    const QJsonArray tags = value[u"former_passwords"].toArray();
    for (const QJsonValue &tag : tags)
        slot.lastPasswordTags.append(unhex(tag));
    slot.passwordChangedAt = value[u"password_changed_at"].toString();
    return slot;
}

QJsonObject invitationAsJson(const Invitation &invitation)
{
    return {{QStringLiteral("operator"), invitation.operatorId},
            {QStringLiteral("name"), invitation.operatorName},
            {QStringLiteral("cost"), costAsJson(invitation.cost)},
            {QStringLiteral("salt"), hex(invitation.salt)},
            {QStringLiteral("wrapped_data_key"), hex(invitation.wrappedDataKey)},
            {QStringLiteral("wrap_nonce"), hex(invitation.wrapNonce)},
            {QStringLiteral("expires_at"), invitation.expiresAt}};
}

Invitation invitationFromJson(const QJsonValue &value)
{
    Invitation invitation;
    invitation.operatorId = value[u"operator"].toInteger();
    invitation.operatorName = value[u"name"].toString();
    invitation.cost = costFromJson(value[u"cost"]);
    invitation.salt = unhex(value[u"salt"]);
    invitation.wrappedDataKey = unhex(value[u"wrapped_data_key"]);
    invitation.wrapNonce = unhex(value[u"wrap_nonce"]);
    invitation.expiresAt = value[u"expires_at"].toString();
    return invitation;
}

/** Replaces the element with the same operator, or appends. */
QJsonArray withElement(const QJsonArray &list, const QJsonObject &element)
{
    QJsonArray result;
    bool replaced = false;
    for (const QJsonValue &each : list) {
        const bool same = each[u"operator"] == element[u"operator"];
        result.append(same ? QJsonValue(element) : each);
        replaced = replaced || same;
    }
    if (!replaced)
        result.append(element);
    return result;
}

QJsonArray withoutElement(const QJsonArray &list, qint64 operatorId)
{
    QJsonArray result;
    for (const QJsonValue &each : list) {
        if (each[u"operator"].toInteger() != operatorId)
            result.append(each);
    }
    return result;
}

} // namespace

SlotFile SlotFile::create(const QString &path)
{
    SlotFile file;
    file.m_path = path;
    file.m_content = {{QStringLiteral("format"), QStringLiteral("jubao-slots-1")}};
    return file;
}

SlotFile SlotFile::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw DatabaseError(DatabaseError::Kind::Missing, path);
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (document[u"format"].toString() != QLatin1String("jubao-slots-1"))
        throw DatabaseError(DatabaseError::Kind::Damaged, path);
    SlotFile result;
    result.m_path = path;
    result.m_content = document.object();
    return result;
}

void SlotFile::save() const
{
    // QSaveFile writes beside the file, syncs and renames: a kill leaves the old or the new one.
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray content = canonicalJson(m_content);
    if (file.write(content) != content.size() || !file.commit())
        throw DatabaseError(DatabaseError::Kind::DiskFull, file.errorString());
}

QJsonObject SlotFile::office() const
{
    return m_content[u"office"].toObject();
}

void SlotFile::setOffice(const QJsonObject &office)
{
    m_content.insert(QStringLiteral("office"), office);
}

QList<Slot> SlotFile::slotList() const
{
    QList<Slot> list;
    const QJsonArray values = m_content[u"slots"].toArray();
    for (const QJsonValue &value : values)
        list.append(slotFromJson(value));
    return list;
}

std::optional<Slot> SlotFile::slot(const QString &operatorName) const
{
    const QList<Slot> list = slotList();
    for (const Slot &each : list) {
        if (each.operatorName == operatorName)
            return each;
    }
    return std::nullopt;
}

void SlotFile::put(const Slot &slot)
{
    m_content.insert(QStringLiteral("slots"),
                     withElement(m_content[u"slots"].toArray(), slotAsJson(slot)));
}

void SlotFile::remove(qint64 operatorId)
{
    m_content.insert(QStringLiteral("slots"),
                     withoutElement(m_content[u"slots"].toArray(), operatorId));
}

QList<Invitation> SlotFile::invitations() const
{
    QList<Invitation> list;
    const QJsonArray values = m_content[u"invitations"].toArray();
    for (const QJsonValue &value : values)
        list.append(invitationFromJson(value));
    return list;
}

void SlotFile::put(const Invitation &invitation)
{
    m_content.insert(
        QStringLiteral("invitations"),
        withElement(m_content[u"invitations"].toArray(), invitationAsJson(invitation)));
}

void SlotFile::removeInvitation(qint64 operatorId)
{
    m_content.insert(QStringLiteral("invitations"),
                     withoutElement(m_content[u"invitations"].toArray(), operatorId));
}

SignInLimits SlotFile::limits() const
{
    const QJsonValue value = m_content[u"limits"];
    SignInLimits limits;
    limits.tries = value[u"tries"].toInt(limits.tries);
    limits.lockMinutes = value[u"lock_minutes"].toInt(limits.lockMinutes);
    limits.passwordDays = value[u"password_days"].toInt(limits.passwordDays);
    limits.idleMinutes = value[u"idle_minutes"].toInt(limits.idleMinutes);
    return limits;
}

void SlotFile::setLimits(const SignInLimits &limits)
{
    m_content.insert(QStringLiteral("limits"),
                     QJsonObject{{QStringLiteral("tries"), limits.tries},
                                 {QStringLiteral("lock_minutes"), limits.lockMinutes},
                                 {QStringLiteral("password_days"), limits.passwordDays},
                                 {QStringLiteral("idle_minutes"), limits.idleMinutes}});
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
    slot.wrapNonce = randomBytes(12);
    slot.sealedDataKey = encryptTo(slot.publicKey, dataKey.bytes());
    slot.passwordChangedAt = nowIso;
    const StretchedPassword stretched(password, slot.salt, cost);
    QByteArray scalar = pair->privateScalar();
    slot.wrappedPrivateKey =
        wrap(stretched.part("key-wrap", 32), slot.wrapNonce, slotBinding(slot), scalar);
    wipe(scalar);
    slot.lastPasswordTags = {tagOf(stretched)};
    return slot;
}

std::optional<OpenedSlot> openSlot(const Slot &slot, const QString &password)
{
    const StretchedPassword stretched(password, slot.salt, slot.cost);
    std::optional<QByteArray> scalar = unwrap(stretched.part("key-wrap", 32), slot.wrapNonce,
                                              slotBinding(slot), slot.wrappedPrivateKey);
    if (!scalar)
        return std::nullopt;
    OpenedSlot opened;
    opened.keyPair = KeyPair::fromPrivateScalar(*scalar);
    wipe(*scalar);
    opened.dataKey = Key::fromBytes(opened.keyPair->decrypt(slot.sealedDataKey));
    opened.generation = slot.generation;
    return opened;
}

Slot changePassword(const Slot &slot, const QString &oldPassword, const QString &newPassword,
                    PasswordCost cost, const QString &nowIso)
{
    const StretchedPassword before(oldPassword, slot.salt, slot.cost);
    std::optional<QByteArray> scalar = unwrap(before.part("key-wrap", 32), slot.wrapNonce,
                                              slotBinding(slot), slot.wrappedPrivateKey);
    if (!scalar)
        throw CryptoError("the present password does not open the slot");
    Slot changed = slot;
    changed.cost = cost;
    changed.wrapNonce = randomBytes(12);
    changed.passwordChangedAt = nowIso;
    const StretchedPassword after(newPassword, changed.salt, cost);
    changed.wrappedPrivateKey =
        wrap(after.part("key-wrap", 32), changed.wrapNonce, slotBinding(changed), *scalar);
    wipe(*scalar);
    changed.lastPasswordTags.prepend(tagOf(after));
    while (changed.lastPasswordTags.size() > formerPasswords + 1)
        changed.lastPasswordTags.removeLast();
    return changed;
}

bool passwordWasUsed(const Slot &slot, const QString &password)
{
    return slot.lastPasswordTags.contains(tagOf(StretchedPassword(password, slot.salt, slot.cost)));
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
    invitation.wrapNonce = randomBytes(12);
    invitation.expiresAt = expiresIso;
    const StretchedPassword stretched(code, invitation.salt, cost);
    invitation.wrappedDataKey = wrap(stretched.part("invitation", 32), invitation.wrapNonce,
                                     invitationBinding(invitation), dataKey.bytes());
    return invitation;
}

std::optional<Key> openInvitation(const Invitation &invitation, const QString &code)
{
    const StretchedPassword stretched(code, invitation.salt, invitation.cost);
    const std::optional<QByteArray> plain =
        unwrap(stretched.part("invitation", 32), invitation.wrapNonce,
               invitationBinding(invitation), invitation.wrappedDataKey);
    return plain ? std::optional(Key::fromBytes(*plain)) : std::nullopt;
}

} // namespace jubao

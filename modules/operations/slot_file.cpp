// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "database/error.h"
#include "operations/slots.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <sys/stat.h>

namespace jubao {

namespace {

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

QJsonObject invitationAsJson(const Invitation &invitation)
{
    return {{QStringLiteral("operator"), invitation.operatorId},
            {QStringLiteral("name"), invitation.operatorName},
            {QStringLiteral("cost"), costAsJson(invitation.cost)},
            {QStringLiteral("salt"), hex(invitation.salt)},
            {QStringLiteral("wrapped_data_key"), hex(invitation.wrappedDataKey)},
            {QStringLiteral("wrap_nonce"), hex(invitation.wrapNonce)},
            {QStringLiteral("expires_at"), invitation.expiresAt},
            {QStringLiteral("proof_digest"), hex(invitation.proofDigest)}};
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
    invitation.proofDigest = unhex(value[u"proof_digest"]);
    return invitation;
}

const QString recoverySeal = QStringLiteral("recovery");
const QString registrarSeal = QStringLiteral("registrar");

QJsonObject sealAsJson(const KeySeal &seal)
{
    return {{QStringLiteral("public_key"), seal.publicKey},
            {QStringLiteral("sealed_data_key"), hex(seal.sealedDataKey)},
            {QStringLiteral("next_sealed_data_key"), hex(seal.nextSealedDataKey)}};
}

std::optional<KeySeal> sealFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    return KeySeal{value[u"public_key"].toString(), unhex(value[u"sealed_data_key"]),
                   unhex(value[u"next_sealed_data_key"])};
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

QJsonObject slotAsJson(const Slot &slot)
{
    QJsonArray tags;
    for (const QByteArray &tag : slot.lastPasswordTags)
        tags.append(hex(tag));
    QJsonObject json{{QStringLiteral("operator"), slot.operatorId},
                     {QStringLiteral("name"), slot.operatorName},
                     {QStringLiteral("cost"), costAsJson(slot.cost)},
                     {QStringLiteral("salt"), hex(slot.salt)},
                     {QStringLiteral("public_key"), slot.publicKey},
                     {QStringLiteral("wrapped_private_key"), hex(slot.wrappedPrivateKey)},
                     {QStringLiteral("wrap_nonce"), hex(slot.wrapNonce)},
                     {QStringLiteral("sealed_data_key"), hex(slot.sealedDataKey)},
                     {QStringLiteral("next_sealed_data_key"), hex(slot.nextSealedDataKey)},
                     {QStringLiteral("former_passwords"), tags},
                     {QStringLiteral("password_changed_at"), slot.passwordChangedAt},
                     {QStringLiteral("proof_digest"), hex(slot.proofDigest)}};
    if (!slot.stick.isEmpty())
        json.insert(QStringLiteral("stick"), slot.stick);
    return json;
}

Slot slotFromJson(const QJsonObject &value)
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
    slot.nextSealedDataKey = unhex(value[u"next_sealed_data_key"]);
    const QJsonArray tags = value[u"former_passwords"].toArray();
    for (const QJsonValue &tag : tags)
        slot.lastPasswordTags.append(unhex(tag));
    slot.passwordChangedAt = value[u"password_changed_at"].toString();
    slot.proofDigest = unhex(value[u"proof_digest"]);
    slot.stick = value[u"stick"].toString();
    return slot;
}

SlotFile SlotFile::create(const QString &path)
{
    SlotFile file;
    file.m_path = path;
    file.m_content = {{QStringLiteral("format"), QStringLiteral("jubao-slots-1")}};
    return file;
}

QByteArray SlotFile::stampOf(const QString &path)
{
    struct stat file = {};
    if (stat(QFile::encodeName(path).constData(), &file) != 0)
        throw DatabaseError(DatabaseError::Kind::Missing, path);
    return QByteArray::number(quint64(file.st_ino)) + ' '
        + QByteArray::number(qint64(file.st_mtim.tv_sec)) + ' '
        + QByteArray::number(qint64(file.st_mtim.tv_nsec));
}

SlotFile SlotFile::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw DatabaseError(QFile::exists(path) ? DatabaseError::Kind::ReadOnly
                                                : DatabaseError::Kind::Missing,
                            path);
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    const auto isList = [&document](const char *name) {
        const QJsonValue value = document[QLatin1String(name)];
        return value.isArray() || value.isUndefined();
    };
    if (document[u"format"].toString() != QLatin1String("jubao-slots-1") || !isList("slots")
        || !isList("invitations"))
        throw DatabaseError(DatabaseError::Kind::KeyFileDamaged, path);
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
        list.append(slotFromJson(value.toObject()));
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

int SlotFile::generation() const
{
    return m_content[u"generation"].toInt(1);
}

void SlotFile::beginRotation(const Key &next, qint64 operation)
{
    const QList<Slot> list = slotList();
    for (Slot slot : list) {
        slot.nextSealedDataKey = encryptTo(slot.publicKey, next.bytes());
        put(slot);
    }
    changeSeals([&next](KeySeal &seal) {
        seal.nextSealedDataKey = encryptTo(seal.publicKey, next.bytes());
    });
    m_content.insert(QStringLiteral("rotation"), operation);
}

bool SlotFile::rotationRuns() const
{
    return m_content.contains(u"rotation");
}

QStringList SlotFile::endRotation()
{
    const QList<Slot> list = slotList();
    for (Slot slot : list) {
        slot.sealedDataKey = std::exchange(slot.nextSealedDataKey, {});
        put(slot);
    }
    changeSeals(
        [](KeySeal &seal) { seal.sealedDataKey = std::exchange(seal.nextSealedDataKey, {}); });
    QStringList voided;
    const QList<Invitation> open = invitations();
    for (const Invitation &each : open)
        voided.append(each.operatorName);
    m_content.insert(QStringLiteral("invitations"), QJsonArray());
    m_content.insert(QStringLiteral("generation"), generation() + 1);
    m_content.insert(QStringLiteral("rotated_for"), m_content.take(QStringLiteral("rotation")));
    return voided;
}

void SlotFile::undoRotation()
{
    const QList<Slot> list = slotList();
    for (Slot slot : list) {
        slot.nextSealedDataKey.clear();
        put(slot);
    }
    changeSeals([](KeySeal &seal) { seal.nextSealedDataKey.clear(); });
    m_content.remove(QStringLiteral("rotation"));
}

qint64 SlotFile::rotatedFor() const
{
    return m_content[u"rotated_for"].toInteger();
}

void SlotFile::changeSeals(const std::function<void(KeySeal &)> &change)
{
    for (const QString &name : {recoverySeal, registrarSeal}) {
        if (std::optional<KeySeal> seal = sealFromJson(m_content[name])) {
            change(*seal);
            m_content.insert(name, sealAsJson(*seal));
        }
    }
}

std::optional<KeySeal> SlotFile::registrar() const
{
    return sealFromJson(m_content[registrarSeal]);
}

void SlotFile::setRegistrar(const KeySeal &seal)
{
    m_content.insert(registrarSeal, sealAsJson(seal));
}

std::optional<KeySeal> SlotFile::recovery() const
{
    return sealFromJson(m_content[recoverySeal]);
}

void SlotFile::setRecovery(const KeySeal &seal)
{
    m_content.insert(recoverySeal, sealAsJson(seal));
}

void SlotFile::beginRecovery(const QList<Slot> &slotList, const KeySeal &seal)
{
    QJsonArray coming;
    for (const Slot &slot : slotList)
        coming.append(slotAsJson(slot));
    m_content.insert(QStringLiteral("recovering"),
                     QJsonObject{{QStringLiteral("slots"), coming},
                                 {QStringLiteral("recovery"), sealAsJson(seal)}});
}

QList<Slot> SlotFile::recoveringSlots() const
{
    QList<Slot> list;
    const QJsonArray values = m_content[u"recovering"][u"slots"].toArray();
    for (const QJsonValue &value : values)
        list.append(slotFromJson(value.toObject()));
    return list;
}

std::optional<KeySeal> SlotFile::recoveringSeal() const
{
    return sealFromJson(m_content[u"recovering"][u"recovery"]);
}

void SlotFile::endRecovery()
{
    const std::optional<KeySeal> seal = recoveringSeal();
    if (!seal)
        return;
    const QList<Slot> coming = recoveringSlots();
    for (const Slot &slot : coming)
        put(slot);
    setRecovery(*seal);
    undoRecovery();
}

void SlotFile::undoRecovery()
{
    m_content.remove(QStringLiteral("recovering"));
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

} // namespace jubao

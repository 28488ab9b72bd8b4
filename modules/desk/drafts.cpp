// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/drafts.h"

#include "database/error.h"
#include "operations/office.h"
#include "operations/witness.h"
#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

namespace jubao {

DraftStore::DraftStore(const Office &office, const Session &session, const QString &folder)
    : m_key(session.signer().deriveKey(QByteArrayLiteral("jubao draft 1")))
    , m_office(office.identity())
    , m_operator(QString::number(session.operatorId()))
    , m_folder(folder.isEmpty() ? stateFolder() + QStringLiteral("/drafts") : folder)
{
}

QByteArray DraftStore::binding(const QString &matter) const
{
    return (m_office + u'\n' + m_operator + u'\n' + matter).toUtf8();
}

QString DraftStore::path(const QString &matter) const
{
    // The name tells nothing: neither whose draft it is nor of what.
    constexpr int nameLength = 32;
    return QStringLiteral("%1/%2.draft").arg(m_folder, sm3Hex(binding(matter)).left(nameLength));
}

void DraftStore::keep(const QString &matter, const Draft &draft) const
{
    QJsonObject all{{QStringLiteral("at"), draft.at.toString(Qt::ISODateWithMs)},
                    {QStringLiteral("content"), draft.content}};
    const QByteArray sealed =
        sealUnder(m_key, QJsonDocument(all).toJson(QJsonDocument::Compact), binding(matter));
    if (!QDir().mkpath(m_folder))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, m_folder);
    QSaveFile file(path(matter));
    if (!file.open(QIODevice::WriteOnly))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(sealed) != sealed.size() || !file.commit())
        throw DatabaseError(DatabaseError::Kind::DiskFull, file.errorString());
}

std::optional<Draft> DraftStore::find(const QString &matter) const
{
    QFile file(path(matter));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const std::optional<QByteArray> plain = openUnder(m_key, file.readAll(), binding(matter));
    if (!plain)
        return std::nullopt;
    const QJsonObject all = QJsonDocument::fromJson(*plain).object();
    return Draft{QDateTime::fromString(all[u"at"].toString(), Qt::ISODateWithMs),
                 all[u"content"].toObject()};
}

void DraftStore::discard(const QString &matter) const
{
    QFile::remove(path(matter));
}

} // namespace jubao

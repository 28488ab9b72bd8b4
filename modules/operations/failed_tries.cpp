// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/failed_tries.h"

#include "core/canonical_json.h"
#include "database/error.h"
#include "database/file_lock.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace jubao {

namespace {

constexpr int waitMs = 5000;

} // namespace

FailedTriesFile::FailedTriesFile(QString path) : m_path(std::move(path)) { }

QJsonObject FailedTriesFile::read() const
{
    QFile file(m_path);
    // No file, or one that somebody spoilt, counts nothing: it is a brake, and must not lock out.
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

void FailedTriesFile::write(const QJsonObject &content) const
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(canonicalJson(content));
    if (!file.commit())
        throw DatabaseError(DatabaseError::Kind::DiskFull, file.errorString());
}

FailedTries FailedTriesFile::of(const QString &name) const
{
    const QJsonValue value = read()[u"accounts"][name];
    return {value[u"count"].toInt(), value[u"locked_until"].toString(),
            value[u"since_sign_in"].toInt()};
}

void FailedTriesFile::count(const FailedTry &tried, const QDateTime &now,
                            const SignInLimits &limits, bool traced)
{
    constexpr qsizetype mostAccounts = 1000;
    constexpr qsizetype mostLines = 1000;
    const FileLock lock(m_path + QStringLiteral(".lock"), FileLock::Mode::Exclusive, waitMs);
    QJsonObject content = read();
    QJsonObject accounts = content[u"accounts"].toObject();
    const QJsonValue before = accounts[tried.name];
    int count = before[u"count"].toInt() + 1;
    QString lockedUntil;
    if (count >= limits.tries) {
        lockedUntil = now.addSecs(qint64(limits.lockMinutes) * 60).toString(Qt::ISODateWithMs);
        count = 0;
    }
    // Invented names are traced below, but do not fill the disk.
    if (accounts.contains(tried.name) || accounts.size() < mostAccounts)
        accounts.insert(
            tried.name,
            QJsonObject{{QStringLiteral("count"), count},
                        {QStringLiteral("locked_until"), lockedUntil},
                        {QStringLiteral("since_sign_in"), before[u"since_sign_in"].toInt() + 1}});
    content.insert(QStringLiteral("accounts"), accounts);
    QJsonArray lines = content[u"untraced"].toArray();
    if (!traced && lines.size() < mostLines)
        lines.append(QJsonObject{{QStringLiteral("at"), tried.at},
                                 {QStringLiteral("name"), tried.name},
                                 {QStringLiteral("workstation"), tried.workstation}});
    content.insert(QStringLiteral("untraced"), lines);
    write(content);
}

QList<FailedTry> FailedTriesFile::untraced() const
{
    QList<FailedTry> list;
    const QJsonArray lines = read()[u"untraced"].toArray();
    for (const QJsonValue &line : lines)
        list.append(
            {line[u"at"].toString(), line[u"name"].toString(), line[u"workstation"].toString()});
    return list;
}

void FailedTriesFile::clear(const QString &name)
{
    const FileLock lock(m_path + QStringLiteral(".lock"), FileLock::Mode::Exclusive, waitMs);
    QJsonObject content = read();
    QJsonObject accounts = content[u"accounts"].toObject();
    if (!accounts.contains(name) && content[u"untraced"].toArray().isEmpty())
        return;
    accounts.remove(name);
    content.insert(QStringLiteral("accounts"), accounts);
    content.insert(QStringLiteral("untraced"), QJsonArray());
    write(content);
}

} // namespace jubao

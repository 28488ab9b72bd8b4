// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/witness.h"

#include "core/canonical_json.h"
#include "database/error.h"
#include "operations/crypto.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace jubao {

WitnessVerdict compareWitness(const std::optional<WitnessState> &state,
                              const std::function<QString(qint64)> &hashAt)
{
    if (!state || state->seq == 0)
        return WitnessVerdict::Nothing;
    const QString present = hashAt(state->seq);
    if (present.isEmpty())
        return WitnessVerdict::RolledBack;
    return present == state->hash ? WitnessVerdict::Matches : WitnessVerdict::Forked;
}

QString witnessText(WitnessVerdict verdict, const WitnessState &state)
{
    switch (verdict) {
    case WitnessVerdict::Nothing:
        return QCoreApplication::translate("Witness", "Compared with nothing outside the file.");
    case WitnessVerdict::Matches:
        return QCoreApplication::translate("Witness", "Entry %1 is the one seen before.")
            .arg(state.seq);
    case WitnessVerdict::RolledBack:
        return QCoreApplication::translate(
                   "Witness",
                   "Entry %1 was seen before and is gone: the journal is shorter than it was.")
            .arg(state.seq);
    case WitnessVerdict::Forked:
        return QCoreApplication::translate(
                   "Witness", "Entry %1 is not the one seen before: the journal was replaced.")
            .arg(state.seq);
    }
    return {};
}

QString stateFolder()
{
    const QString state =
        qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + QStringLiteral("/.local/state"));
    return state + QStringLiteral("/jubao");
}

QString defaultWitnessFolder()
{
    return stateFolder() + QStringLiteral("/witness");
}

namespace {

constexpr int shownOfDigest = 16;

QStringList newest(const QStringList &actions)
{
    constexpr qsizetype keptActions = 200;
    return actions.mid(qMax<qsizetype>(0, actions.size() - keptActions));
}

QByteArray lineOf(const WitnessState &state)
{
    return canonicalJson(
               QJsonObject{{QStringLiteral("seq"), state.seq},
                           {QStringLiteral("hash"), state.hash},
                           {QStringLiteral("root"), state.root},
                           {QStringLiteral("actions"),
                            QJsonArray::fromStringList(newest(state.acknowledgedActions))}})
        + '\n';
}

QString folderOr(const QString &folder)
{
    return folder.isEmpty() ? defaultWitnessFolder() : folder;
}

} // namespace

Witness::Witness(const QString &folder, const QString &officeIdentity, const QString &operatorName)
{
    m_path = QStringLiteral("%1/%2-%3.json")
                 .arg(folderOr(folder), officeIdentity.left(shownOfDigest),
                      sm3Hex(operatorName.toUtf8()).left(shownOfDigest));
}

QStringList Witness::filesOf(const QString &folder, const QString &officeIdentity)
{
    QStringList paths;
    const QDir place(folderOr(folder));
    const QStringList names = place.entryList(
        {officeIdentity.left(shownOfDigest) + QStringLiteral("-*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        paths.append(place.filePath(name));
    return paths;
}

std::optional<WitnessState> Witness::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    std::optional<WitnessState> state;
    while (!file.atEnd()) {
        // A line that a loss of power cut short says nothing; those before it still do.
        const QJsonDocument line = QJsonDocument::fromJson(file.readLine());
        if (!line.isObject())
            continue;
        if (!state)
            state.emplace();
        state->seq = line[u"seq"].toInteger();
        state->hash = line[u"hash"].toString();
        state->root = line[u"root"].toString();
        const QJsonArray actions = line[u"actions"].toArray();
        for (const QJsonValue &action : actions)
            state->acknowledgedActions.append(action.toString());
    }
    if (state)
        state->acknowledgedActions = newest(state->acknowledgedActions);
    return state;
}

std::optional<WitnessState> Witness::read() const
{
    return readFile(m_path);
}

void Witness::remember(const WitnessState &state) const
{
    rememberIn(m_path, state);
}

void Witness::rememberIn(const QString &path, const WitnessState &state)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, path);
    file.write(lineOf(state));
    if (!file.commit())
        throw DatabaseError(DatabaseError::Kind::DiskFull, path);
}

void Witness::add(const WitnessState &state) const
{
    constexpr qint64 longFile = 64 * 1024;
    QFile file(m_path);
    if (!file.exists() || file.size() > longFile) {
        WitnessState whole = state;
        if (const std::optional<WitnessState> before = read())
            whole.acknowledgedActions = before->acknowledgedActions + state.acknowledgedActions;
        remember(whole);
        return;
    }
    if (!file.open(QIODevice::ReadWrite))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, m_path);
    file.seek(file.size() - 1);
    const QByteArray line =
        (file.read(1) == "\n" ? QByteArray() : QByteArray("\n")) + lineOf(state);
    if (file.write(line) != line.size() || !file.flush())
        throw DatabaseError(DatabaseError::Kind::DiskFull, m_path);
}

} // namespace jubao

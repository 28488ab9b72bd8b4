// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/effects.h"

namespace jubao {

QString typeVersion(const OperationType &type)
{
    return QStringLiteral("%1@%2").arg(type.id).arg(type.version);
}

EffectsHash::EffectsHash(const QString &version)
{
    m_hash.add("catalogue 1\n" + version.toUtf8() + '\n');
}

QString effectsDigest(Database &database, const Catalogue &catalogue, qint64 opSeq,
                      const QString &version)
{
    EffectsHash hash(version);
    eachLineWrittenBy(database, catalogue, opSeq,
                      [&hash](const QByteArray &line) { hash.add(line); });
    return hash.hex();
}

EffectsRunner::EffectsRunner(Database &database, const Catalogue &catalogue,
                             const TypeRegistry &registry)
    : m_database(database)
    , m_catalogue(catalogue)
    , m_registry(registry)
{
}

void EffectsRunner::runHooks(const QString &key, bool onRefusal, const QJsonObject &payload,
                             const Writer &writer)
{
    const QList<const Hook *> hooks = m_registry.hooks(key, onRefusal);
    for (const Hook *hook : hooks) {
        if (!hook->run)
            continue;
        Writer own = writer.forRoom(hook->room);
        hook->run(payload, own);
    }
}

void EffectsRunner::stateFacts(const OperationType &type, const QJsonObject &payload,
                               const PostingContext &context)
{
    Writer writer(m_database, m_catalogue, context, type.room);
    type.stateFacts(payload, writer);
    runHooks(type.id + QStringLiteral("!fact"), false, payload, writer);
}

void EffectsRunner::apply(const OperationType &type, const QJsonObject &payload,
                          const PostingContext &context)
{
    Writer writer(m_database, m_catalogue, context, type.room);
    if (type.apply)
        type.apply(payload, writer);
    runHooks(type.id, false, payload, writer);
}

void EffectsRunner::applyRefused(const OperationType &type, const QJsonObject &payload,
                                 const PostingContext &context)
{
    Writer writer(m_database, m_catalogue, context, type.room);
    if (type.applyRefused)
        type.applyRefused(payload, writer);
    runHooks(type.id, true, payload, writer);
}

} // namespace jubao

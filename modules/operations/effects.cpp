// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/effects.h"

#include "database/error.h"
#include "database/transaction.h"

namespace jubao {

QString typeVersion(const OperationType &type)
{
    return QStringLiteral("%1@%2").arg(type.id).arg(type.version);
}

EffectsHash::EffectsHash(const QString &version)
{
    m_hash.add(QByteArray("catalogue 1\n" + version.toUtf8() + '\n'));
}

QString effectsDigest(Database &database, const Catalogue &catalogue, qint64 opSeq,
                      const QString &version, const QSet<QString> *among)
{
    EffectsHash hash(version);
    eachLineWrittenBy(
        database, catalogue, opSeq, [&hash](const QByteArray &line) { hash.add(line); }, among);
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
    PostingContext stating = context;
    stating.linesOnly = type.registerLine;
    Writer writer(m_database, m_catalogue, stating, type.room);
    type.stateFacts(payload, writer);
    runHooks(type.id + QStringLiteral("!fact"), false, payload, writer);
    m_database.settle();
}

void EffectsRunner::apply(const OperationType &type, const QJsonObject &payload,
                          const PostingContext &context)
{
    Writer writer(m_database, m_catalogue, context, type.room);
    if (type.apply)
        type.apply(payload, writer);
    runHooks(type.id, false, payload, writer);
    m_database.settle();
}

void EffectsRunner::applyRefused(const OperationType &type, const QJsonObject &payload,
                                 const PostingContext &context)
{
    Writer writer(m_database, m_catalogue, context, type.room);
    if (type.applyRefused)
        type.applyRefused(payload, writer);
    runHooks(type.id, true, payload, writer);
    m_database.settle();
}

QList<Refusal> refusalsOf(const std::function<void()> &effects)
{
    try {
        effects();
    } catch (const RefusedError &error) {
        return error.refusals;
    } catch (const DatabaseError &error) {
        if (error.kind() != DatabaseError::Kind::Constraint)
            throw;
        return {refusal(QStringLiteral("STALE_RECORD"), error.text())};
    }
    return {};
}

QList<Refusal> EffectsRunner::brokenRules(const OperationType &type, const QJsonObject &payload,
                                          const PostingContext &context) const
{
    // A fact has happened: its rules were asked before it was stated.
    if (type.stateFacts)
        return {};
    QList<Refusal> broken;
    const Reader reader(m_database, m_catalogue, context.today);
    const Findings findings = rulesOf(type, payload, reader, context.operatorId);
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Error)
            broken.append({finding.code, finding.field, finding.lasting(), finding.rule});
    }
    return broken;
}

QList<Refusal> EffectsRunner::post(const OperationType &type, const QJsonObject &payload,
                                   const PostingContext &context, const Progress &progress)
{
    Transaction attempt(m_database);
    QList<Refusal> bad;
    const QList<Refusal> refused = refusalsOf([&] {
        bad = brokenRules(type, payload, context);
        if (bad.isEmpty() && type.batch) {
            const Writer writer(m_database, m_catalogue, context, type.room);
            const Reader reader(m_database, m_catalogue, context.today);
            bad = BatchPosting(type, m_registry, payload, writer)
                      .run(stagedRows(reader, context.operation, context.revision), true, progress);
        }
        if (bad.isEmpty())
            apply(type, payload, context);
    });
    if (!refused.isEmpty() || !bad.isEmpty())
        return refused.isEmpty() ? bad : refused;
    attempt.commit();
    return {};
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/row_image.h"
#include "operations/batch.h"
#include "operations/crypto.h"
#include "operations/type.h"

namespace jubao {

/** "contributions.collect@1": the words under which an entry names the type and its version. */
QString typeVersion(const OperationType &type);

/**
 * SM3 over the canonical images of the row versions that one entry wrote (table, key, named
 * non-default fields, in the order of table and key), the catalogue's version and `type@version`.
 */
class EffectsHash {
public:
    explicit EffectsHash(const QString &typeVersion);
    /** A line of `eachLineWrittenBy`. */
    void add(QByteArrayView line) { m_hash.add(line); }
    QString hex() { return m_hash.hex(); }

private:
    Sm3Stream m_hash;
};

/** The same for what the entry `opSeq` wrote into these books. */
QString effectsDigest(Database &database, const Catalogue &catalogue, qint64 opSeq,
                      const QString &typeVersion, const QSet<QString> *among = nullptr);

/** Runs effects; a rule's no or a constraint of the books comes back as refusals. */
QList<Refusal> refusalsOf(const std::function<void()> &effects);

/**
 * Runs what a type writes, with the hooks that other rooms hang on it. The registrar does it once
 * and signs the digest; `replay` does it again and compares.
 */
class EffectsRunner {
public:
    EffectsRunner(Database &database, const Catalogue &catalogue, const TypeRegistry &registry);

    void stateFacts(const OperationType &type, const QJsonObject &payload,
                    const PostingContext &context);
    void apply(const OperationType &type, const QJsonObject &payload,
               const PostingContext &context);
    /** The operation is closed although its fact stands. */
    void applyRefused(const OperationType &type, const QJsonObject &payload,
                      const PostingContext &context);
    /**
     * Posting: the rules once more, the rows of a batch, then `apply` and hooks. What it returns is
     * why nothing was written: the rule's words, or that the record has gone stale.
     */
    QList<Refusal> post(const OperationType &type, const QJsonObject &payload,
                        const PostingContext &context, const Progress &progress);

private:
    QList<Refusal> brokenRules(const OperationType &type, const QJsonObject &payload,
                               const PostingContext &context) const;
    void runHooks(const QString &key, bool onRefusal, const QJsonObject &payload,
                  const Writer &writer);

    Database &m_database;
    const Catalogue &m_catalogue;
    const TypeRegistry &m_registry;
};

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/type.h"

#include "operations/crypto.h"
#include "operations/decision.h"
#include <QCoreApplication>
#include <QMap>
#include <algorithm>
#include <array>
#include <stdexcept>

namespace jubao {

QString controlPartTitle(ControlPart part)
{
    constexpr std::array titles{
        QT_TRANSLATE_NOOP("Actions", "Control of organisation"),
        QT_TRANSLATE_NOOP("Actions", "Control of business"),
        QT_TRANSLATE_NOOP("Actions", "Control of fund finance"),
        QT_TRANSLATE_NOOP("Actions", "Control of the information system"),
    };
    return QCoreApplication::translate("Actions", titles[static_cast<size_t>(part)]);
}

QString controlPartCode(ControlPart part)
{
    constexpr std::array codes{"organisation", "business", "finance", "information"};
    return QString::fromLatin1(codes[static_cast<size_t>(part)]);
}

QString fieldKindCode(FieldKind kind)
{
    constexpr std::array codes{"text",      "integer",   "money",    "date",      "year",
                               "id_number", "choice",    "division", "person",    "operator",
                               "phone",     "bank_card", "flag",     "long_text", "receipt_number"};
    return QString::fromLatin1(codes[static_cast<size_t>(kind)]);
}

QString evidenceTitle(const QString &kind)
{
    static const QMap<QString, const char *> titles{
        {QStringLiteral("id_card"), QT_TRANSLATE_NOOP("Evidence", "ID card")},
        {QStringLiteral("household_register"), QT_TRANSLATE_NOOP("Evidence", "Household register")},
        {QStringLiteral("change_proof"),
         QT_TRANSLATE_NOOP("Evidence", "Proof of the change (police certificate or bank card)")},
        {QStringLiteral("appointment"), QT_TRANSLATE_NOOP("Evidence", "Appointment document")},
        {QStringLiteral("authorisation_letter"),
         QT_TRANSLATE_NOOP("Evidence", "Letter of authorisation")},
        {QStringLiteral("avoidance_declaration"),
         QT_TRANSLATE_NOOP("Evidence", "Declaration of avoidance")},
        {QStringLiteral("power_sheet"), QT_TRANSLATE_NOOP("Evidence", "Approval sheet of powers")},
        {QStringLiteral("policy_document"), QT_TRANSLATE_NOOP("Evidence", "Policy document")},
        {QStringLiteral("receipt_copies"),
         QT_TRANSLATE_NOOP("Evidence", "All copies of the receipt")},
        {QStringLiteral("refund_application"),
         QT_TRANSLATE_NOOP("Evidence", "Signed application for the refund")},
        {QStringLiteral("roster"), QT_TRANSLATE_NOOP("Evidence", "Roster on paper, signed")},
        {QStringLiteral("import_file"), QT_TRANSLATE_NOOP("Evidence", "Sheet that was imported")},
        {QStringLiteral("tier_application"),
         QT_TRANSLATE_NOOP("Evidence", "Signed application for another tier")}};
    const char *title = titles.value(kind);
    return title ? QCoreApplication::translate("Evidence", title) : kind;
}

QJsonObject completedPayload(const OperationType &type, const QJsonObject &payload,
                             const Reader &reader)
{
    if (!type.prefill)
        return payload;
    QJsonObject whole = type.prefill(payload, reader);
    for (auto it = payload.constBegin(); it != payload.constEnd(); ++it)
        whole.insert(it.key(), it.value());
    return whole;
}

Findings rulesOf(const OperationType &type, const QJsonObject &payload, const Reader &reader,
                 qint64 actor)
{
    Findings findings;
    const QList<qint64> before = type.follows ? type.follows(payload, reader) : QList<qint64>();
    for (const qint64 operation : before) {
        const std::optional<Row> row = reader.row(QStringLiteral("operation"), operation);
        if (row
            && row->value(QStringLiteral("state")).toString() == stateCode(OperationState::Posted))
            continue;
        const Refusal waits =
            refusal(QStringLiteral("PREDECESSOR_NOT_POSTED"), QString::number(operation));
        findings.append(error(waits.code, waits.field, waits.text, waits.rule));
    }
    // What follows an operation reads what that one wrote: without it there is nothing to judge.
    return findings.isEmpty() ? type.check(payload, reader, actor) : findings;
}

namespace {

/** A register line notes and does nothing else (CTL-31). */
bool isPureLine(const OperationType &type)
{
    return type.stateFacts && !type.apply && !type.applyRefused && !type.batch && !type.locks
        && !type.amount;
}

} // namespace

void TypeRegistry::add(OperationType type)
{
    if (find(type.id, type.version))
        throw std::logic_error("operation type declared twice: " + type.id.toStdString());
    if (type.id.isEmpty() || type.room.isEmpty() || type.family.isEmpty()
        || type.legalBasis.isEmpty() || type.title.isEmpty() || !type.check || !type.summary
        || !type.part
        || !(type.registerLine ? isPureLine(type)
                 : type.batch  ? type.batch->beginCheck && type.batch->beginPosting
                               : bool(type.apply)))
        throw std::logic_error("operation type declared incompletely: " + type.id.toStdString());
    m_types.append(std::make_shared<OperationType>(std::move(type)));
}

void TypeRegistry::add(Hook hook)
{
    if (hook.type.isEmpty() || hook.room.isEmpty() || hook.name.isEmpty()
        || (!hook.run && !hook.beginRows))
        throw std::logic_error("hook declared incompletely: " + hook.name.toStdString());
    if (const OperationType *type = find(hook.type.section(u'!', 0, 0)); type && type->registerLine)
        throw std::logic_error("a register line moves nothing, so no hook follows it: "
                               + hook.name.toStdString());
    m_hooks.append(std::make_shared<Hook>(std::move(hook)));
}

const OperationType *TypeRegistry::find(const QString &id) const
{
    const OperationType *newest = nullptr;
    for (const auto &type : m_types) {
        if (type->id == id && (!newest || type->version > newest->version))
            newest = type.get();
    }
    return newest;
}

const OperationType *TypeRegistry::find(const QString &id, int version) const
{
    for (const auto &type : m_types) {
        if (type->id == id && type->version == version)
            return type.get();
    }
    return nullptr;
}

QList<const OperationType *> TypeRegistry::types() const
{
    QList<const OperationType *> result;
    for (const auto &type : m_types) {
        if (find(type->id) == type.get())
            result.append(type.get());
    }
    std::sort(result.begin(), result.end(),
              [](const OperationType *a, const OperationType *b) { return a->id < b->id; });
    return result;
}

QList<const Hook *> TypeRegistry::hooks(const QString &type, bool onRefusal) const
{
    QList<const Hook *> result;
    for (const auto &hook : m_hooks) {
        if (hook->type == type && hook->onRefusal == onRefusal)
            result.append(hook.get());
    }
    std::stable_sort(result.begin(), result.end(), [](const Hook *a, const Hook *b) {
        return a->room == b->room ? a->name < b->name : a->room < b->room;
    });
    return result;
}

void TypeRegistry::add(DocumentSpec document)
{
    const bool gathers = document.serves ? bool(document.gatherFor) : bool(document.gather);
    if (document.id.isEmpty() || !gathers || findDocument(document.id).first)
        throw std::logic_error("document declared twice or incompletely: "
                               + document.id.toStdString());
    m_documents.append(std::make_shared<DocumentSpec>(std::move(document)));
}

void TypeRegistry::add(Tie tie)
{
    if (tie.id.isEmpty() || tie.room.isEmpty() || tie.title.isEmpty() || !tie.breaks)
        throw std::logic_error("tie declared incompletely: " + tie.id.toStdString());
    m_ties.append(std::make_shared<Tie>(std::move(tie)));
}

QList<const Tie *> TypeRegistry::ties() const
{
    QList<const Tie *> result;
    for (const auto &tie : m_ties)
        result.append(tie.get());
    std::stable_sort(result.begin(), result.end(), [](const Tie *a, const Tie *b) {
        return a->id == b->id ? a->room < b->room : a->id < b->id;
    });
    return result;
}

std::pair<const DocumentSpec *, const OperationType *>
TypeRegistry::findDocument(const QString &id) const
{
    for (const auto &type : m_types) {
        for (const DocumentSpec &document : type->documents) {
            if (document.id == id)
                return {&document, type.get()};
        }
    }
    for (const auto &document : m_documents) {
        if (document->id == id)
            return {document.get(), nullptr};
    }
    return {nullptr, nullptr};
}

QStringList TypeRegistry::sealedNames() const
{
    QStringList names;
    for (const auto &type : m_types) {
        const QList<Field> fields =
            type->fields + (type->batch ? type->batch->rowFields : QList<Field>());
        for (const Field &field : fields) {
            if (field.sealed)
                names.append(field.name);
        }
    }
    names.removeDuplicates();
    return names;
}

QStringList TypeRegistry::documentIds() const
{
    QStringList ids;
    for (const auto &type : m_types) {
        for (const DocumentSpec &document : type->documents)
            ids.append(document.id);
    }
    for (const auto &document : m_documents)
        ids.append(document->id);
    ids.sort();
    return ids;
}

QList<const DocumentSpec *> TypeRegistry::documentsOf(const OperationType &type,
                                                      std::optional<OperationState> state) const
{
    QList<const DocumentSpec *> list;
    const auto take = [&](const DocumentSpec &document) {
        if (!state || !document.onlyWhile || document.onlyWhile == state)
            list.append(&document);
    };
    for (const DocumentSpec &own : type.documents)
        take(own);
    for (const auto &shared : m_documents) {
        if (shared->serves && shared->serves(type))
            take(*shared);
    }
    return list;
}

QString TypeRegistry::digest() const
{
    QStringList lines;
    for (const auto &type : m_types)
        lines.append(
            QStringLiteral("type %1@%2 %3").arg(type->id).arg(type->version).arg(type->family));
    for (const auto &hook : m_hooks)
        lines.append(QStringLiteral("hook %1 %2 %3").arg(hook->type, hook->room, hook->name));
    lines.sort();
    return sm3Hex(lines.join(u'\n').toUtf8());
}

} // namespace jubao

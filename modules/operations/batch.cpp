// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/batch.h"

#include "core/canonical_json.h"
#include "operations/crypto.h"
#include "operations/snapshot.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>
#include <utility>
#include <vector>

namespace jubao {

namespace {

constexpr qint64 rowsBetweenCalls = 256;
constexpr qsizetype rowsInPart = 1024;

QString words(const char *text)
{
    return QCoreApplication::translate("Batch", text);
}

QString rowText(qint64 number, const QString &text)
{
    return words(QT_TRANSLATE_NOOP("Batch", "Row %1: %2")).arg(number).arg(text);
}

void report(const Progress &progress, int permille)
{
    if (progress && !progress(permille))
        throw StoppedError();
}

QStringList fieldNames(const QList<Field> &fields, FieldKind kind)
{
    QStringList names;
    for (const Field &field : fields) {
        if (field.kind == kind)
            names.append(field.name);
    }
    return names;
}

QString sumName(const QString &field)
{
    return QStringLiteral("sum_") + field;
}

} // namespace

StoppedError::StoppedError()
    : std::runtime_error(
        words(QT_TRANSLATE_NOOP("Batch", "Stopped. Nothing has changed.")).toStdString())
{
}

BatchJudge::BatchJudge(const OperationType &type, const QJsonObject &parameters,
                       const Reader &reader, qint64 maker, const QStringList &avoided)
    : m_type(type)
    , m_parameters(parameters)
    , m_reader(reader)
    , m_maker(maker)
    , m_avoided(avoided.constBegin(), avoided.constEnd())
{
}

Findings BatchJudge::judge(const BatchRow &row, const RowCheck &check) const
{
    Findings findings = row.unreadable;
    if (!hasErrors(findings))
        findings += check.judgeSeen(row.values);
    for (const Field &field : m_type.batch->rowFields) {
        if (field.kind != FieldKind::IdNumber
            || !m_avoided.contains(row.values[field.name].toString()))
            continue;
        const Refusal avoided =
            refusal(QStringLiteral("AVOIDANCE"), row.values[field.name].toString(), field.name);
        findings.append(error(avoided.code, avoided.field, avoided.text, avoided.rule));
    }
    return findings;
}

BatchCount BatchJudge::run(const RowSource &source, const Taken &taken, const RowReturn &returned,
                           const Progress &progress) const
{
    BatchCount count;
    const QStringList money = fieldNames(m_type.batch->rowFields, FieldKind::Money);
    for (const QString &field : money)
        count.sums.insert(field, 0);
    const RowCheck check = m_type.batch->beginCheck(m_parameters, m_reader, m_maker);
    RowsInParts rows(source, check);
    // Handed on some at once: a question about the next row would send staged ones one by one. And
    // after the question about the next ones: a server works on these while those are judged.
    std::vector<std::pair<BatchRow, QByteArray>> good;
    const auto handOn = [&] {
        for (const auto &[row, canonical] : std::exchange(good, {}))
            taken(row, canonical);
    };
    Sm3Stream digest;
    Sm3Stream numbers;
    for (BatchRow row; rows.next(row);) {
        if (good.size() >= size_t(rowsInPart))
            handOn();
        if (count.rows++ % rowsBetweenCalls == 0)
            report(progress, source.permille ? source.permille() : 0);
        const Findings findings = judge(row, check);
        if (hasErrors(findings)) {
            ++count.bad;
            if (returned)
                returned(row, findings);
            continue;
        }
        ++count.good;
        const auto warned = std::find_if(findings.begin(), findings.end(), [](const Finding &each) {
            return each.severity == Severity::Warning;
        });
        if (warned != findings.end()) {
            ++count.warned;
            if (count.firstWarning.isEmpty())
                count.firstWarning = rowText(row.number, warned->lasting());
        }
        for (const QString &field : money)
            count.sums[field] += row.values[field].toInteger();
        const QByteArray canonical = canonicalJson(row.values);
        digest.add(canonical);
        digest.add("\n");
        numbers.add(QByteArray(QByteArray::number(row.number) + '\n'));
        if (!taken)
            continue;
        good.emplace_back(std::exchange(row, {}), canonical);
    }
    handOn();
    count.digest = digest.hex();
    count.numbers = numbers.hex();
    return count;
}

RowsInParts::RowsInParts(const RowSource &source, const RowCheck &check)
    : m_source(source)
    , m_check(check)
{
}

bool RowsInParts::next(BatchRow &row)
{
    if (!m_check.looksAhead())
        return m_source.next(row);
    if (m_place == m_part.size()) {
        m_part.clear();
        m_place = 0;
        BatchRow each;
        while (!m_ended && m_part.size() < rowsInPart) {
            m_ended = !m_source.next(each);
            if (!m_ended)
                m_part.append(std::exchange(each, {}));
        }
        if (m_part.isEmpty())
            return false;
        m_check.lookAhead(m_part);
    }
    std::swap(row, m_part[m_place++]);
    return true;
}

RowSource stagedRows(const Reader &reader, qint64 operation, int revision, qint64 after)
{
    // In parts, so that a million rows are never held all at once.
    constexpr int rowsInPart = 1000;
    auto rows = std::make_shared<Query>(
        reader.query(QStringLiteral("SELECT row_no, payload FROM staging_row WHERE operation = ? "
                                    "AND revision = ? AND row_no > ? ORDER BY row_no LIMIT %1")
                         .arg(rowsInPart)));
    RowSource source;
    source.next = [rows, operation, revision, last = after, left = 0](BatchRow &row) mutable {
        constexpr int atTheEnd = -1;
        if (left == 0) {
            rows->reset();
            rows->bindAll(operation, qint64(revision), last);
            left = rowsInPart;
        }
        if (left == atTheEnd || !rows->next()) {
            left = atTheEnd;
            return false;
        }
        --left;
        last = row.number = rows->integer(0);
        row.values = QJsonDocument::fromJson(rows->bytes(1)).object();
        return true;
    };
    return source;
}

BatchStaging::BatchStaging(Database &database, const OperationType &type, qint64 operation,
                           int revision)
    : m_rows(database.bulkInsert(QStringLiteral("staging_row"),
                                 {QStringLiteral("operation"), QStringLiteral("revision"),
                                  QStringLiteral("row_no"), QStringLiteral("payload")}))
    , m_subjects(database.bulkInsert(QStringLiteral("operation_subject"),
                                     {QStringLiteral("operation"), QStringLiteral("revision"),
                                      QStringLiteral("person"), QStringLiteral("id_number")}))
    , m_known(database.prepare(
          QStringLiteral("SELECT 1 FROM operation_subject WHERE operation = ? AND revision = ? "
                         "AND id_number = ?")))
    , m_operation(operation)
    , m_revision(revision)
    , m_idFields(fieldNames(type.batch->rowFields, FieldKind::IdNumber))
{
}

void BatchStaging::addSubject(const QString &idNumber)
{
    const qsizetype before = m_seen.size();
    m_seen.insert(qHash(idNumber));
    if (m_seen.size() == before) {
        m_known.bindAll(m_operation, qint64(m_revision), idNumber);
        const bool known = m_known.next();
        m_known.reset();
        if (known)
            return;
    }
    m_subjects->addInteger(m_operation);
    m_subjects->addInteger(m_revision);
    m_subjects->addInteger(0);
    m_subjects->addText(idNumber.toUtf8());
    m_subjects->endRow();
}

void BatchStaging::add(const BatchRow &row, const QByteArray &canonical)
{
    m_rows->addInteger(m_operation);
    m_rows->addInteger(m_revision);
    m_rows->addInteger(row.number);
    m_rows->addText(canonical);
    m_rows->endRow();
    for (const QString &field : m_idFields) {
        const QString idNumber = row.values[field].toString();
        if (!idNumber.isEmpty())
            addSubject(idNumber);
    }
}

BatchPosting::BatchPosting(const OperationType &type, const TypeRegistry &registry,
                           const QJsonObject &payload, const Writer &writer)
    : m_type(type)
    , m_registry(registry)
    , m_payload(payload)
    , m_writer(writer)
{
    m_post = type.batch->beginPosting(payload, m_writer);
    const QList<const Hook *> own = registry.hooks(type.id, false);
    for (const Hook *hook : own) {
        if (!hook->beginRows)
            continue;
        m_hookWriters.push_back(writer.forRoom(hook->room));
        m_hooks.append(hook->beginRows(payload, m_hookWriters.back()));
    }
    const QList<const Hook *> single = registry.hooks(type.batch->rowType, false);
    for (const Hook *hook : single) {
        m_hookWriters.push_back(writer.forRoom(hook->room));
        Writer &its = m_hookWriters.back();
        m_hooks.append([hook, &its](const QJsonObject &row, qint64) { hook->run(row, its); });
    }
}

void BatchPosting::postRow(const QJsonObject &row)
{
    const qint64 record = m_post(row);
    for (const RowHook &hook : m_hooks)
        hook(row, record);
}

QList<Refusal> BatchPosting::run(const RowSource &rows, bool judgeAgain, const Progress &progress)
{
    constexpr qsizetype listed = 100;
    QList<Refusal> bad;
    qint64 more = 0;
    const RowCheck check = judgeAgain
        ? m_type.batch->beginCheck(m_payload, m_writer, m_writer.context().operatorId)
        : RowCheck();
    const qint64 total = std::max<qint64>(1, m_payload[u"rows_count"].toInteger());
    qint64 done = 0;
    RowsInParts parts(rows, check);
    for (BatchRow row; parts.next(row); ++done) {
        if (done % rowsBetweenCalls == 0)
            report(progress, int(std::min<qint64>(1000, done * 1000 / total)));
        const Findings findings = check ? check.judgeSeen(row.values) : Findings();
        const auto wrong = std::find_if(findings.begin(), findings.end(), [](const Finding &each) {
            return each.severity == Severity::Error;
        });
        if (wrong == findings.end()) {
            if (bad.isEmpty())
                postRow(row.values);
        } else if (bad.size() < listed) {
            bad.append(
                {wrong->code, wrong->field, rowText(row.number, wrong->lasting()), wrong->rule});
        } else {
            ++more;
        }
    }
    if (more > 0)
        bad.append({QStringLiteral("ROWS_BAD"),
                    {},
                    words(QT_TRANSLATE_NOOP("Batch", "And %1 more rows.")).arg(more),
                    {}});
    return bad;
}

void addBatchCount(QJsonObject &payload, const BatchCount &count)
{
    payload.insert(QStringLiteral("rows_count"), count.good);
    payload.insert(QStringLiteral("rows_given_back"), count.bad);
    payload.insert(QStringLiteral("rows_digest"), count.digest);
    payload.insert(QStringLiteral("rows_numbers"), count.numbers);
    for (auto it = count.sums.constBegin(); it != count.sums.constEnd(); ++it)
        payload.insert(sumName(it.key()), it.value());
}

QList<Change> batchTotals(const OperationType &type, const QJsonObject &payload)
{
    QList<Change> changes;
    const auto add = [&changes](const QString &field, const QString &label, const QString &value) {
        changes.append({field, label, {}, value});
    };
    add(QStringLiteral("rows_count"), words(QT_TRANSLATE_NOOP("Batch", "Rows taken")),
        QString::number(payload[u"rows_count"].toInteger()));
    add(QStringLiteral("rows_given_back"), words(QT_TRANSLATE_NOOP("Batch", "Rows given back")),
        QString::number(payload[u"rows_given_back"].toInteger()));
    for (const Field &field : type.batch->rowFields) {
        if (field.kind == FieldKind::Money)
            add(sumName(field.name), words(QT_TRANSLATE_NOOP("Batch", "Sum: %1")).arg(field.label),
                Money::fromFen(payload[sumName(field.name)].toInteger()).toDisplay());
    }
    if (payload.contains(u"file"))
        add(QStringLiteral("file"), words(QT_TRANSLATE_NOOP("Batch", "From the file")),
            payload[u"file"].toString());
    constexpr qsizetype shownDigits = 16;
    add(QStringLiteral("rows_digest"), words(QT_TRANSLATE_NOOP("Batch", "Digest of the rows")),
        payload[u"rows_digest"].toString().left(shownDigits));
    return changes;
}

BatchSpec batchOf(const OperationType &single)
{
    const auto type = std::make_shared<const OperationType>(single);
    BatchSpec spec;
    spec.rowFields = type->fields;
    spec.rowType = type->id;
    spec.beginCheck = [type](const QJsonObject &, const Reader &reader, qint64 maker) {
        return [type, &reader, maker, seen = QSet<QString>()](const QJsonObject &row) mutable {
            Findings findings = type->check(row, reader, maker);
            const QList<Lock> locks =
                type->locks && !hasErrors(findings) ? type->locks(row, reader) : QList<Lock>();
            for (const Lock &lock : locks) {
                const QString key = lock.subject + u'\n' + lock.aspect;
                if (seen.contains(key))
                    findings.append(
                        error(QStringLiteral("ROW_TWICE"), {},
                              words(QT_TRANSLATE_NOOP(
                                  "Batch", "An earlier row is about the same record."))));
                seen.insert(key);
            }
            return findings;
        };
    };
    spec.beginPosting = [type](const QJsonObject &, Writer &writer) {
        return [type, &writer](const QJsonObject &row) {
            type->apply(row, writer);
            return qint64(0);
        };
    };
    return spec;
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/key_papers.h"

#include "administration/domain/common.h"
#include "core/canonical_json.h"
#include "operations/crypto.h"
#include "operations/founding.h"
#include "operations/snapshot.h"
#include "operations/verify.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace jubao {

namespace {

using administration::words;

/** The first and only founding: what the certificate and the sheets name. */
struct OfficeFacts {
    QString name;
    QString identity;
    QDate foundedOn;
};

OfficeFacts factsOf(const Reader &reader)
{
    Query row = reader.query(QStringLiteral("SELECT name, identity, founded_on FROM office"));
    if (!row.next())
        throw std::logic_error("the books have no founding");
    return {row.text(0), row.text(1), row.date(2)};
}

QString chineseDate(const QDate &date)
{
    return date.toString(QStringLiteral("yyyy年M月d日"));
}

DocumentData certificate(const Reader &reader)
{
    const OfficeFacts facts = factsOf(reader);
    QJsonArray signers;
    Query entries = reader.query(QStringLiteral(
        "SELECT j.post, j.detail, a.display_name, a.name FROM journal j "
        "JOIN operator_account a ON a.id = j.operator WHERE j.seq <= :last ORDER BY j.seq"));
    entries.bind(QStringLiteral(":last"), qint64(foundingPosts().size()));
    while (entries.next()) {
        const QString key =
            parseCanonicalObject(entries.text(1).toUtf8())[u"public_key"].toString();
        signers.append(QJsonObject{{QStringLiteral("post"), postTitle(entries.text(0))},
                                   {QStringLiteral("name"), entries.text(2)},
                                   {QStringLiteral("account"), entries.text(3)},
                                   {QStringLiteral("fingerprint"), keyFingerprint(key)}});
    }
    DocumentData data;
    data.templateId = QStringLiteral("founding_certificate");
    data.title = QStringLiteral("业务系统初始化证书");
    data.values = {
        {QStringLiteral("office"), facts.name},
        {QStringLiteral("root"), rootFingerprint(facts.identity)},
        {QStringLiteral("date_line"), chineseDate(facts.foundedOn)},
        {QStringLiteral("recovery"), keyFingerprint(recoveryKeyInBooks(reader.database()))},
        {QStringLiteral("signers"), signers}};
    return data;
}

/** A long key in lines that an eye can compare. */
QStringList keyLines(const QString &hex)
{
    constexpr qsizetype perGroup = 4;
    constexpr qsizetype perLine = 40;
    QStringList lines;
    for (qsizetype start = 0; start < hex.size(); start += perLine) {
        const QString line = hex.mid(start, perLine).toUpper();
        QStringList groups;
        for (qsizetype i = 0; i < line.size(); i += perGroup)
            groups.append(line.mid(i, perGroup));
        lines.append(groups.join(u' '));
    }
    return lines;
}

DocumentData keySlip(qint64 operatorId, const Reader &reader)
{
    Query made = reader.query(QStringLiteral(
        "SELECT t.detail, t.at, a.name, a.display_name FROM access_trail t "
        "JOIN operator_account a ON a.id = t.operator "
        "WHERE t.operator = :operator AND t.kind = 'admitted' ORDER BY t.seq DESC LIMIT 1"));
    made.bind(QStringLiteral(":operator"), operatorId);
    if (!made.next())
        throw RefusedError({refusal(QStringLiteral("NO_KEY_MADE"))});
    const QString key = made.text(0);
    const QStringList lines = keyLines(key);
    DocumentData data;
    data.templateId = QStringLiteral("key_slip");
    data.title = QStringLiteral("操作员密钥确认单");
    data.values = {{QStringLiteral("office"), factsOf(reader).name},
                   {QStringLiteral("account"), made.text(2)},
                   {QStringLiteral("name"), made.text(3)},
                   {QStringLiteral("made_at"),
                    officeTime(QDateTime::fromString(made.text(1), Qt::ISODateWithMs))
                        .toString(QStringLiteral("yyyy年M月d日 HH:mm"))},
                   {QStringLiteral("fingerprint"), keyFingerprint(key)}};
    for (qsizetype i = 0; i < lines.size(); ++i)
        data.values.insert(QStringLiteral("key_%1").arg(i + 1), lines.at(i));
    return data;
}

} // namespace

DocumentSpec foundingCertificateDocument()
{
    DocumentSpec document;
    document.id = QStringLiteral("system.founding_certificate");
    document.title = words(QT_TRANSLATE_NOOP("Administration", "Founding certificate"));
    document.gather = [](qint64, const QJsonObject &, const Reader &reader) {
        return certificate(reader);
    };
    return document;
}

DocumentSpec keySlipDocument()
{
    DocumentSpec document;
    document.id = QStringLiteral("system.key_slip");
    document.title = words(QT_TRANSLATE_NOOP("Administration", "Key slip of an operator"));
    document.gather = [](qint64 id, const QJsonObject &, const Reader &reader) {
        return keySlip(id, reader);
    };
    return document;
}

QList<DocumentData> recoverySheets(const QStringList &shares, const Reader &reader)
{
    const OfficeFacts facts = factsOf(reader);
    constexpr qsizetype groupsPerLine = 5;
    QList<DocumentData> sheets;
    for (qsizetype place = 0; place < shares.size(); ++place) {
        DocumentData data;
        data.templateId = QStringLiteral("recovery_sheet");
        data.title = QStringLiteral("密钥恢复凭证");
        data.values = {{QStringLiteral("office"), facts.name},
                       {QStringLiteral("place"),
                        QStringLiteral("第 %1 份，共 %2 份").arg(place + 1).arg(shares.size())},
                       {QStringLiteral("root"), rootFingerprint(facts.identity)},
                       {QStringLiteral("date_line"), chineseDate(reader.today())}};
        const QStringList groups = shares.at(place).split(u'-');
        for (qsizetype i = 0; i < groups.size(); i += groupsPerLine)
            data.values.insert(QStringLiteral("line_%1").arg(1 + i / groupsPerLine),
                               groups.mid(i, groupsPerLine).join(u'-'));
        sheets.append(data);
    }
    return sheets;
}

} // namespace jubao

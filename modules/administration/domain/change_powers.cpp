// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/establishment.h"
#include "administration/domain/power_rules.h"
#include "administration/domain/types.h"
#include "operations/decision.h"

namespace jubao {

using namespace administration;

namespace {

bool withdraws(const QJsonObject &payload)
{
    return payload[u"action"].toString() == QLatin1String("withdraw");
}

/** Each letter once, in the order of the matrix. */
QString lettersIn(const QJsonObject &payload)
{
    const QString given = payload[u"steps"].toString().toUpper();
    QString letters;
    for (const QChar letter : QStringLiteral("MCRAXJV")) {
        if (given.contains(letter))
            letters.append(letter);
    }
    return letters;
}

struct PowerRow {
    qint64 id = 0;
    QString steps;
    qint64 amountTo = -1;
    QDate from;
};

/** The rows that the change replaces: same family, post and division, not yet ended. */
QList<PowerRow> present(const QJsonObject &payload, const Reader &reader)
{
    QList<PowerRow> list;
    Query rows = reader.query(QStringLiteral(
        "SELECT id, steps, amount_to, valid_from FROM power WHERE family = ? AND post = ? "
        "AND division = ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY id"));
    rows.bindAll(payload[u"family"].toString(), payload[u"post"].toString(),
                 payload[u"division"].toString(), reader.today().toString(Qt::ISODate));
    while (rows.next())
        list.append(
            {rows.integer(0), rows.text(1), rows.isNull(2) ? -1 : rows.integer(2), rows.date(3)});
    return list;
}

QDate startIn(const QJsonObject &payload, const Reader &reader)
{
    const QDate asked = dateIn(payload, QStringLiteral("valid_from"));
    return asked.isValid() ? std::max(asked, reader.today()) : reader.today();
}

/** After the change somebody must still hold what the family's routes cannot omit. */
void checkRemaining(const QJsonObject &payload, const Reader &reader, const PowerFamily &family,
                    Findings &findings)
{
    const QString approve = QStringLiteral("A");
    if (family.approvers.isEmpty() || (!withdraws(payload) && lettersIn(payload).contains(approve)))
        return;
    const QString post = payload[u"post"].toString();
    const QList<Power> powers = powersInForce(reader, reader.today());
    for (const Power &power : powers) {
        if (power.family == family.code && power.post != post
            && family.approvers.contains(power.post) && power.steps.contains(approve))
            return;
    }
    findings.append(
        error(QStringLiteral("BELOW_MINIMUM"), QStringLiteral("steps"),
              words(QT_TRANSLATE_NOOP("Administration", "Then nobody could approve “%1” any more."))
                  .arg(family.title),
              QStringLiteral("CTL-04")));
}

void checkLetters(const QJsonObject &payload, const PowerFamily &family, Findings &findings)
{
    const QString place = QStringLiteral("steps");
    const QString post = payload[u"post"].toString();
    const QString letters = lettersIn(payload);
    if (letters.isEmpty() || letters.size() != payload[place].toString().size())
        findings.append(error(
            QStringLiteral("STEPS_MALFORMED"), place,
            words(QT_TRANSLATE_NOOP(
                "Administration",
                "Write letters: M make, C recheck, R review, A approve, X carry out, J joint statement, V look into.")),
            QStringLiteral("ORG-18")));
    QString beyond;
    for (const QChar letter : letters) {
        if (!boundOf(family.code, post).contains(letter))
            beyond.append(letter);
    }
    if (!beyond.isEmpty())
        findings.append(error(
            QStringLiteral("POWER_BEYOND_BOUND"), place,
            words(QT_TRANSLATE_NOOP(
                      "Administration",
                      "The regulation keeps the post %1 from “%2” in “%3”; no county may give it."))
                .arg(postTitle(post), beyond, family.title),
            QStringLiteral("CTL-14")));
    if (payload[u"amount_to"].toInteger() < 0)
        findings.append(
            error(QStringLiteral("AMOUNT_MALFORMED"), QStringLiteral("amount_to"),
                  words(QT_TRANSLATE_NOOP("Administration", "An amount is not negative."))));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const PowerFamily *family = findFamily(payload[u"family"].toString());
    if (!family)
        findings.append(
            error(QStringLiteral("FAMILY_UNKNOWN"), QStringLiteral("family"),
                  words(QT_TRANSLATE_NOOP("Administration", "Choose the kind of operations."))));
    if (!isKnownPost(payload[u"post"].toString()))
        findings.append(
            error(QStringLiteral("POST_UNKNOWN"), QStringLiteral("post"),
                  words(QT_TRANSLATE_NOOP("Administration", "There is no such post."))));
    checkDivision(payload, reader, findings);
    requireText(payload, QStringLiteral("basis"),
                words(QT_TRANSLATE_NOOP("Administration", "Name the document it rests on.")),
                findings);
    if (hasErrors(findings))
        return findings;
    if (!withdraws(payload))
        checkLetters(payload, *family, findings);
    else if (present(payload, reader).isEmpty())
        findings.append(
            error(QStringLiteral("POWER_MISSING"), QStringLiteral("post"),
                  words(QT_TRANSLATE_NOOP("Administration", "The post has no such power.")),
                  QStringLiteral("CTL-14")));
    checkRemaining(payload, reader, *family, findings);
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const QDate from = startIn(payload, writer);
    const QString table = QStringLiteral("power");
    const qint64 bound = boundIn(payload, QStringLiteral("amount_to"));
    Row row{{QStringLiteral("steps"), lettersIn(payload)},
            {QStringLiteral("amount_to"), bound < 0 ? QVariant() : QVariant(bound)},
            {QStringLiteral("valid_from"), from},
            {QStringLiteral("basis"), payload[u"basis"].toString().trimmed()}};
    const QList<PowerRow> before = present(payload, writer);
    bool written = withdraws(payload);
    for (const PowerRow &old : before) {
        // A row that begins on the same day is replaced; every other one keeps its past.
        if (old.from >= from && !written) {
            row.insert(QStringLiteral("valid_to"), QVariant());
            writer.update(table, old.id, row);
            written = true;
            continue;
        }
        writer.update(table, old.id, {{QStringLiteral("valid_to"), from.addDays(-1)}});
    }
    if (written)
        return;
    for (const char *name : {"family", "post", "division"})
        row.insert(QString::fromLatin1(name), payload[QLatin1String(name)].toString());
    writer.insert(table, row);
}

QString bandText(const QString &steps, qint64 amountTo)
{
    if (steps.isEmpty() || amountTo < 0)
        return steps;
    return words(QT_TRANSLATE_NOOP("Administration", "%1 up to %2"))
        .arg(steps, Money::fromFen(amountTo).toDisplay());
}

QList<Change> changes(const QJsonObject &payload, const Reader &reader)
{
    QStringList before;
    for (const PowerRow &row : present(payload, reader))
        before.append(bandText(row.steps, row.amountTo));
    const qint64 amount = boundIn(payload, QStringLiteral("amount_to"));
    return {{QStringLiteral("steps"), words(QT_TRANSLATE_NOOP("Administration", "Steps")),
             before.join(QStringLiteral("; ")),
             withdraws(payload) ? QString() : bandText(lettersIn(payload), amount)}};
}

/** Nobody has a step on his own powers: a leader's are approved by the other one (SOD-29). */
QString routeKey(const QJsonObject &payload, const Reader &)
{
    const QString id = QStringLiteral("administration.change_powers");
    return payload[u"post"].toString() == QLatin1String("DEP") ? id + QStringLiteral("#deputy")
                                                               : id;
}

QList<Subject> holders(const QString &post, const Reader &reader)
{
    QList<Subject> list;
    for (const QString &person : personsHolding(Establishment::read(reader), post, reader.today()))
        list.append({0, person});
    return list;
}

QList<Field> fields()
{
    QList<Field> list{
        field("action", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "Action"), true),
        field("family", FieldKind::Choice,
              QT_TRANSLATE_NOOP("Administration", "Kind of operations"), true),
        field("post", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "Post"), true),
        field("steps", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Steps"), false,
              QT_TRANSLATE_NOOP("Administration", "Letters of the matrix, such as MC")),
        field("amount_to", FieldKind::Money, QT_TRANSLATE_NOOP("Administration", "Amount up to"),
              false, QT_TRANSLATE_NOOP("Administration", "Empty: without a bound")),
        field("division", FieldKind::Division, QT_TRANSLATE_NOOP("Administration", "Division"),
              false, QT_TRANSLATE_NOOP("Administration", "Empty: the whole county")),
        field("valid_from", FieldKind::Date, QT_TRANSLATE_NOOP("Administration", "First day"),
              false,
              QT_TRANSLATE_NOOP("Administration",
                                "Empty: the day of posting; never before that day")),
        field("basis", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Basis"), true)};
    list[0].choices = {
        {QStringLiteral("set"), words(QT_TRANSLATE_NOOP("Administration", "Set the power"))},
        {QStringLiteral("withdraw"),
         words(QT_TRANSLATE_NOOP("Administration", "Withdraw the power"))}};
    list[1].choices = familyChoices();
    list[2].choices = postChoices();
    return list;
}

} // namespace

OperationType changePowersType()
{
    OperationType type;
    type.id = QStringLiteral("administration.change_powers");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("administration.powers");
    type.part = ControlPart::Organisation;
    type.legalBasis = QStringLiteral("第十八条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Change of powers"));
    type.highRisk = true;
    type.evidence = {QStringLiteral("power_sheet")};
    type.fields = fields();
    type.check = check;
    type.apply = apply;
    type.changes = changes;
    type.routeKey = routeKey;
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        return holders(payload[u"post"].toString(), reader);
    };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{{QStringLiteral("power:%1:%2")
                                .arg(payload[u"family"].toString(), payload[u"post"].toString()),
                            QStringLiteral("power")}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &) {
        const PowerFamily *family = findFamily(payload[u"family"].toString());
        const char *text = withdraws(payload)
            ? QT_TRANSLATE_NOOP("Administration", "Withdraw the powers of %1 in “%2”")
            : QT_TRANSLATE_NOOP("Administration", "Powers of %1 in “%2”");
        return words(text).arg(postTitle(payload[u"post"].toString()),
                               family ? family->title : QString());
    };
    return type;
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/receipts.h"
#include "contributions/domain/types.h"
#include "contributions/domain/words.h"

namespace jubao {

namespace {

constexpr qsizetype shortestCard = 12;
constexpr qsizetype longestCard = 19;

QString words(const char *text)
{
    return contributionWords(text);
}

std::optional<ReceiptStanding> standingOf(const QJsonObject &payload, const Reader &reader)
{
    return receiptStanding(reader, payload[u"receipt"].toString());
}

Money amountOf(const QJsonObject &payload)
{
    return Money::fromFen(payload[u"amount"].toInteger());
}

void refuse(Findings &findings, const char *code, const char *field, const QString &text,
            const char *rule = "CON-14")
{
    findings.append(error(QString::fromLatin1(code), QString::fromLatin1(field), text,
                          QString::fromLatin1(rule)));
}

/** Rules of void and refund alike; nothing where no receipt can be judged. */
std::optional<ReceiptStanding> checkReceipt(const QJsonObject &payload, const Reader &reader,
                                            Findings &findings)
{
    const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
    if (!standing) {
        refuse(findings, "RECEIPT_UNKNOWN", "receipt",
               words(QT_TRANSLATE_NOOP("Contributions", "There is no receipt of this number.")));
        return std::nullopt;
    }
    if (standing->underReview()) {
        refuse(findings, "RECEIPT_IN_REVIEW", "receipt",
               words(QT_TRANSLATE_NOOP(
                         "Contributions",
                         "The collection of receipt %1 is still open. Withdraw it first."))
                   .arg(standing->number));
        return std::nullopt;
    }
    if (payload[u"reason"].toString().trimmed().isEmpty())
        refuse(findings, "FIELD_MISSING", "reason",
               words(QT_TRANSLATE_NOOP("Contributions", "Write what was wrong.")));
    return standing;
}

Findings checkVoid(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const std::optional<ReceiptStanding> standing = checkReceipt(payload, reader, findings);
    if (!standing)
        return findings;
    if (standing->isVoid)
        refuse(findings, "RECEIPT_VOID", "receipt",
               words(QT_TRANSLATE_NOOP("Contributions", "Receipt %1 is void already."))
                   .arg(standing->number),
               "SM-02");
    if (amountOf(payload) != standing->amount)
        refuse(findings, "AMOUNT_FOREIGN", "amount",
               words(QT_TRANSLATE_NOOP("Contributions", "Receipt %1 is for %2 yuan."))
                   .arg(standing->number, standing->amount.toDisplay()),
               "CTL-16");
    return findings;
}

void checkRefundedSum(const QJsonObject &payload, const ReceiptStanding &standing,
                      Findings &findings)
{
    const bool replaced = standing.entry != 0 && standing.isVoid && !standing.inForce.isEmpty();
    if (replaced)
        refuse(findings, "RECEIPT_REPLACED", "receipt",
               words(QT_TRANSLATE_NOOP("Contributions",
                                       "Receipt %1 stands for this money now; name that one."))
                   .arg(standing.inForce));
    else if (standing.entry == 0 && standing.waiting.fen() <= 0)
        refuse(findings, "NOTHING_TO_REFUND", "receipt",
               words(QT_TRANSLATE_NOOP("Contributions",
                                       "The money of receipt %1 was refunded already."))
                   .arg(standing.number));
    else if (amountOf(payload) > standing.amount)
        refuse(findings, "REFUND_ABOVE_ORIGINAL", "amount",
               words(QT_TRANSLATE_NOOP(
                         "Contributions",
                         "Receipt %1 brought %2 yuan; more than that is never paid back."))
                   .arg(standing.number, standing.amount.toDisplay()));
    else if (amountOf(payload) != standing.amount)
        refuse(findings, "REFUND_NOT_WHOLE", "amount",
               words(QT_TRANSLATE_NOOP(
                         "Contributions",
                         "Receipt %1 brought %2 yuan; the named entry is reversed whole."))
                   .arg(standing.number, standing.amount.toDisplay()));
}

void checkPayee(const QJsonObject &payload, const ReceiptStanding &standing, const Reader &reader,
                Findings &findings)
{
    const Row person = reader.row(QStringLiteral("person"), standing.person).value();
    const QString name = person.value(QStringLiteral("name")).toString();
    const QString payee = payload[u"payee"].toString().trimmed();
    if (payee.isEmpty() || (payee != standing.payer.trimmed() && payee != name))
        refuse(findings, "PAYEE_IS_NOT_PAYER", "payee",
               words(QT_TRANSLATE_NOOP("Contributions", "The money goes back to who paid: %1."))
                   .arg(standing.payer.isEmpty() ? name : standing.payer));
    if (payload[u"bank_name"].toString().trimmed().isEmpty())
        refuse(findings, "FIELD_MISSING", "bank_name",
               words(QT_TRANSLATE_NOOP("Contributions", "Enter the bank of the payer's account.")));
    const QString card = payload[u"bank_card"].toString();
    const bool digits =
        std::all_of(card.begin(), card.end(), [](QChar one) { return one >= u'0' && one <= u'9'; });
    if (!digits || card.size() < shortestCard || card.size() > longestCard)
        refuse(findings, "CARD_MALFORMED", "bank_card",
               words(QT_TRANSLATE_NOOP("Contributions", "An account number has 12 to 19 digits.")));
    const QString known = person.value(QStringLiteral("bank_card")).toString();
    if (payee == name && !known.isEmpty() && known != card)
        findings.append(warning(
            QStringLiteral("CARD_IS_NOT_ON_FILE"), QStringLiteral("bank_card"),
            words(QT_TRANSLATE_NOOP("Contributions",
                                    "Another account is on file for %1. Write why it goes here."))
                .arg(name),
            QStringLiteral("CON-14")));
}

Findings checkRefund(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const std::optional<ReceiptStanding> standing = checkReceipt(payload, reader, findings);
    if (!standing)
        return findings;
    checkRefundedSum(payload, *standing, findings);
    checkPayee(payload, *standing, reader, findings);
    if (standing->takenOn.year() < reader.today().year())
        findings.append(warning(
            QStringLiteral("EARLIER_YEAR"), QStringLiteral("receipt"),
            words(
                QT_TRANSLATE_NOOP(
                    "Contributions",
                    "The money came in %1; a wrong payment is refunded within its year. Write on what ground."))
                .arg(standing->takenOn.year()),
            QStringLiteral("CON-14")));
    return findings;
}

void endPaper(const ReceiptStanding &standing, const QString &reason, Writer &writer)
{
    if (standing.isVoid)
        return;
    writer.insert(QStringLiteral("number_void"),
                  {{QStringLiteral("kind"), QStringLiteral("contribution")},
                   {QStringLiteral("number"), standing.number},
                   {QStringLiteral("reason"), reason},
                   {QStringLiteral("collector"), standing.collector},
                   {QStringLiteral("voided_on"), writer.today()},
                   {QStringLiteral("receipt"), standing.paper},
                   {QStringLiteral("state"), QStringLiteral("void")}});
}

/** The red entry that names the one it takes back. */
void reverseEntry(const ReceiptStanding &standing, Writer &writer)
{
    if (standing.entry == 0)
        return;
    const Row entry = writer.row(QStringLiteral("contribution_entry"), standing.entry).value();
    writer.insert(QStringLiteral("contribution_entry"),
                  {{QStringLiteral("person"), entry.value(QStringLiteral("person"))},
                   {QStringLiteral("year"), entry.value(QStringLiteral("year"))},
                   {QStringLiteral("amount"), -entry.value(QStringLiteral("amount")).toLongLong()},
                   {QStringLiteral("receipt"), standing.money},
                   {QStringLiteral("booked_on"), writer.today()},
                   {QStringLiteral("reverses"), standing.entry}});
}

void applyVoid(const QJsonObject &payload, Writer &writer)
{
    const ReceiptStanding standing = standingOf(payload, writer).value();
    endPaper(standing, payload[u"reason"].toString(), writer);
    reverseEntry(standing, writer);
}

void applyRefund(const QJsonObject &payload, Writer &writer)
{
    const ReceiptStanding standing = standingOf(payload, writer).value();
    endPaper(standing, payload[u"reason"].toString(), writer);
    reverseEntry(standing, writer);
    writer.insert(QStringLiteral("contribution_refund"),
                  {{QStringLiteral("receipt"), standing.money},
                   {QStringLiteral("amount"), payload[u"amount"].toInteger()},
                   {QStringLiteral("payee"), payload[u"payee"].toString().trimmed()},
                   {QStringLiteral("bank_name"), payload[u"bank_name"].toString().trimmed()},
                   {QStringLiteral("bank_card"), payload[u"bank_card"].toString()},
                   {QStringLiteral("decided_on"), writer.today()},
                   {QStringLiteral("operation"), writer.context().operation}});
}

QJsonObject prefill(const QJsonObject &payload, const Reader &reader)
{
    const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
    if (!standing)
        return {};
    return {{QStringLiteral("amount"), standing->amount.fen()}};
}

QJsonObject prefillRefund(const QJsonObject &payload, const Reader &reader)
{
    QJsonObject known = prefill(payload, reader);
    const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
    const std::optional<Row> person =
        standing ? reader.row(QStringLiteral("person"), standing->person) : std::nullopt;
    if (!person)
        return known;
    const QString name = person->value(QStringLiteral("name")).toString();
    if (!standing->payer.isEmpty() && standing->payer != name) {
        known.insert(QStringLiteral("payee"), standing->payer);
        return known;
    }
    known.insert(QStringLiteral("payee"), name);
    for (const char *field : {"bank_name", "bank_card"})
        known.insert(QLatin1String(field), person->value(QLatin1String(field)).toString());
    return known;
}

QList<Change> changesOf(const QJsonObject &payload, const Reader &reader, bool refund)
{
    const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
    if (!standing)
        return {};
    const QString nothing = Money().toDisplay();
    const QString credited = standing->entry != 0 ? standing->amount.toDisplay() : nothing;
    const Money waitsAfter = refund ? Money() : standing->amount;
    QList<Change> list{
        {QStringLiteral("receipt"), words(QT_TRANSLATE_NOOP("Contributions", "Receipt")),
         standing->isVoid ? words(QT_TRANSLATE_NOOP("Contributions", "void"))
                          : words(QT_TRANSLATE_NOOP("Contributions", "in force")),
         words(QT_TRANSLATE_NOOP("Contributions", "void"))},
        {QStringLiteral("credited"),
         words(QT_TRANSLATE_NOOP("Contributions", "Credited for %1 (yuan)")).arg(standing->year),
         credited, nothing},
        {QStringLiteral("waiting"),
         words(QT_TRANSLATE_NOOP("Contributions", "Received, not credited (yuan)")),
         standing->waiting.toDisplay(), waitsAfter.toDisplay()}};
    if (refund)
        list.append(
            {QStringLiteral("payee"),
             words(QT_TRANSLATE_NOOP("Contributions", "To be paid back (yuan)")), nothing,
             amountOf(payload).toDisplay() + QStringLiteral(" → ") + payload[u"payee"].toString()});
    return list;
}

OperationType commonType()
{
    OperationType type;
    type.room = QStringLiteral("contributions");
    type.family = QStringLiteral("contributions.reversal");
    type.part = ControlPart::Finance;
    type.highRisk = true;
    type.fields = {
        {QStringLiteral("receipt"), FieldKind::ReceiptNumber,
         words(QT_TRANSLATE_NOOP("Contributions", "Receipt number")), true},
        {QStringLiteral("amount"), FieldKind::Money,
         words(QT_TRANSLATE_NOOP("Contributions", "Amount of the receipt")), true},
        {QStringLiteral("reason"), FieldKind::LongText,
         words(QT_TRANSLATE_NOOP("Contributions", "What was wrong")), true},
    };
    type.prefill = prefill;
    type.amount = amountOf;
    type.division = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
        return standing ? divisionOfPerson(reader, standing->person) : QString();
    };
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
        return standing ? subjectsOfPerson(reader, standing->person) : QList<Subject>();
    };
    type.locks = moneyLock;
    type.matter = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
        return standing ? standing->matter : 0;
    };
    // Whoever checked the collection would be checking his own work (SOD-37).
    type.dutyOver = {QStringLiteral("contributions.collect"),
                     QStringLiteral("contributions.credit_suspense")};
    return type;
}

QString summaryOf(const char *pattern, const QJsonObject &payload, const Reader &reader)
{
    const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
    return words(pattern).arg(payload[u"receipt"].toString(),
                              standing ? nameOfPerson(reader, standing->person) : QString());
}

} // namespace

QList<Lock> moneyLock(const QJsonObject &payload, const Reader &reader)
{
    const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
    if (!standing)
        return {};
    return {{QStringLiteral("receipt:%1").arg(standing->money), QStringLiteral("money")}};
}

OperationType voidReceiptType()
{
    OperationType type = commonType();
    type.id = QStringLiteral("contributions.void_receipt");
    type.legalBasis = QStringLiteral("第二十七条");
    type.title = words(QT_TRANSLATE_NOOP("Contributions", "Void of a receipt handed out"));
    type.evidence = {QStringLiteral("receipt_copies")};
    type.check = checkVoid;
    type.apply = applyVoid;
    type.changes = [](const QJsonObject &payload, const Reader &reader) {
        return changesOf(payload, reader, false);
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        return summaryOf(QT_TRANSLATE_NOOP("Contributions", "Void of receipt %1 of %2"), payload,
                         reader);
    };
    return type;
}

OperationType refundType()
{
    OperationType type = commonType();
    type.id = QStringLiteral("contributions.refund");
    type.legalBasis = QStringLiteral("责任追究 一(一)");
    type.title = words(QT_TRANSLATE_NOOP("Contributions", "Refund of a wrong payment"));
    type.fields += {{QStringLiteral("payee"), FieldKind::Text,
                     words(QT_TRANSLATE_NOOP("Contributions", "Payer who gets it back")), true},
                    {QStringLiteral("bank_name"), FieldKind::Text,
                     words(QT_TRANSLATE_NOOP("Contributions", "Bank")), true},
                    {QStringLiteral("bank_card"), FieldKind::BankCard,
                     words(QT_TRANSLATE_NOOP("Contributions", "Account of the payer")), true}};
    type.fields.last().sealed = true;
    type.evidence = {QStringLiteral("refund_application"), QStringLiteral("receipt_copies")};
    type.prefill = prefillRefund;
    type.check = checkRefund;
    type.apply = applyRefund;
    type.changes = [](const QJsonObject &payload, const Reader &reader) {
        return changesOf(payload, reader, true);
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        return summaryOf(QT_TRANSLATE_NOOP("Contributions", "Refund of receipt %1 of %2"), payload,
                         reader);
    };
    return type;
}

} // namespace jubao

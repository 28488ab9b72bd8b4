// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/receipts.h"

#include "contributions/domain/words.h"
#include "core/policy.h"
#include "operations/decision.h"

namespace jubao {

namespace {

const QString kind = QStringLiteral("contribution");

QString text(const char *source)
{
    return contributionWords(source);
}

void loadPaper(const Reader &reader, ReceiptStanding &standing, const Query &row)
{
    standing.paper = row.integer(0);
    standing.money = row.isNull(1) ? standing.paper : row.integer(1);
    standing.operation = row.integer(2);
    standing.number = row.text(3);
    standing.person = row.integer(4);
    standing.year = int(row.integer(5));
    standing.amount = Money::fromFen(row.integer(6));
    standing.payer = row.text(7);
    standing.collector = row.integer(8);
    standing.state = stateFromCode(row.text(9));
    Query ended = reader.query(QStringLiteral("SELECT 1 FROM number_void WHERE receipt = ?"));
    ended.bindAll(standing.paper);
    standing.isVoid = ended.next();
}

Money sumOf(const Reader &reader, const QString &table, qint64 receipt)
{
    Query sum = reader.query(
        QStringLiteral("SELECT coalesce(sum(amount), 0) FROM %1 WHERE receipt = ?").arg(table));
    sum.bindAll(receipt);
    sum.next();
    return Money::fromFen(sum.integer(0));
}

void loadMoney(const Reader &reader, ReceiptStanding &standing)
{
    Query origin = reader.query(QStringLiteral(
        "SELECT r.taken_on, o.matter FROM receipt r JOIN operation o ON o.id = r.operation WHERE r.id = ?"));
    origin.bindAll(standing.money);
    if (origin.next()) {
        standing.takenOn = origin.date(0);
        standing.matter = origin.integer(1);
    }
    Query entry = reader.query(QStringLiteral(
        "SELECT e.id FROM contribution_entry e WHERE e.receipt = ? AND e.reverses IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM contribution_entry r WHERE r.reverses = e.id)"));
    entry.bindAll(standing.money);
    if (entry.next())
        standing.entry = entry.integer(0);
    standing.waiting = sumOf(reader, QStringLiteral("suspense_money"), standing.money);
    standing.refunded = sumOf(reader, QStringLiteral("contribution_refund"), standing.money);
    Query paper = reader.query(
        QStringLiteral("SELECT number FROM receipt r WHERE (r.id = :money OR r.money_of = :money) "
                       "AND NOT EXISTS (SELECT 1 FROM number_void v WHERE v.receipt = r.id)"));
    paper.bind(QStringLiteral(":money"), standing.money);
    if (paper.next())
        standing.inForce = paper.text(0);
}

void checkPerson(const ContributionClaim &claim, const Reader &reader, Findings &findings)
{
    const Row person = reader.row(QStringLiteral("person"), claim.person).value();
    if (person.value(QStringLiteral("status")).toString() != QLatin1String("active"))
        findings.append(error(
            QStringLiteral("PERSON_NOT_ACTIVE"), QStringLiteral("person"),
            text(QT_TRANSLATE_NOOP("Contributions", "This person's insurance is not active.")),
            QStringLiteral("CON-02")));
    const QString division = person.value(QStringLiteral("division")).toString();
    const std::optional<qint64> age =
        reader.policy().figure(QStringLiteral("benefit.age"), division, reader.today());
    const QDate birth =
        QDate::fromString(person.value(QStringLiteral("birth")).toString(), Qt::ISODate);
    if (age && birth.isValid() && birth.addYears(int(*age)) <= reader.today())
        findings.append(warning(
            QStringLiteral("OVER_AGE"), QStringLiteral("person"),
            text(
                QT_TRANSLATE_NOOP(
                    "Contributions",
                    "The person is %1 or older and may draw a benefit already. Write why money is taken."))
                .arg(*age),
            QStringLiteral("CON-13")));
}

void checkYear(const ContributionClaim &claim, const Reader &reader, Findings &findings)
{
    const QString division = divisionOfPerson(reader, claim.person);
    const bool present = claim.year == reader.today().year();
    const bool lastStillOpen = claim.year == reader.today().year() - 1
        && reader.today() <= contributionYearClose(reader.policy(), division, int(claim.year));
    if (!present && !lastStillOpen)
        findings.append(error(
            QStringLiteral("YEAR_OUTSIDE"), QStringLiteral("year"),
            text(QT_TRANSLATE_NOOP(
                "Contributions",
                "At the counter the contribution of the present year is taken; a back-payment is another operation.")),
            QStringLiteral("CON-02")));
    const QString taken = yearTakenBy(reader, claim.person, claim.year, claim.receipt);
    if (!taken.isEmpty())
        findings.append(error(
            QStringLiteral("ALREADY_PAID"), QStringLiteral("year"),
            text(yearWaitsForRecheck(reader, claim.person, claim.year, claim.receipt)
                     ? QT_TRANSLATE_NOOP(
                         "Contributions",
                         "The year %1 is collected with receipt %2, which waits for recheck.")
                     : QT_TRANSLATE_NOOP("Contributions", "The year %1 was paid with receipt %2."))
                .arg(QString::number(claim.year), taken),
            QStringLiteral("CON-13")));
}

void checkTier(const ContributionClaim &claim, const Reader &reader, Findings &findings)
{
    const QString division = divisionOfPerson(reader, claim.person);
    const QList<Money> tiers = contributionTiers(reader.policy(), division, reader.today());
    if (!tiers.contains(claim.amount)) {
        QStringList known;
        for (const Money &tier : tiers)
            known.append(tier.toDisplay());
        findings.append(error(
            QStringLiteral("NOT_A_TIER"), claim.amountField,
            text(QT_TRANSLATE_NOOP("Contributions", "%1 yuan is no tier. The tiers in force: %2."))
                .arg(claim.amount.toDisplay(), known.join(QStringLiteral(", "))),
            QStringLiteral("CON-01")));
        return;
    }
    const std::optional<Money> declared = declaredTier(reader, claim.person, claim.year);
    if (declared && *declared != claim.amount)
        findings.append(error(
            claim.amount < *declared ? QStringLiteral("BELOW_DECLARED_TIER")
                                     : QStringLiteral("NOT_THE_DECLARED_TIER"),
            claim.amountField,
            text(
                QT_TRANSLATE_NOOP(
                    "Contributions",
                    "%1 yuan is declared for %2. Change the declaration first; less is not taken."))
                .arg(declared->toDisplay(), QString::number(claim.year)),
            QStringLiteral("CON-08")));
    Findings unknown;
    contributionSubsidy(reader.policy(), claim.amount, division, reader.today(), &unknown);
    for (Finding &each : unknown) {
        each.field = claim.amountField;
        findings.append(each);
    }
}

} // namespace

std::optional<ReceiptStanding> receiptStanding(const Reader &reader, const QString &number)
{
    Query row = reader.query(QStringLiteral(
        "SELECT r.id, r.money_of, r.operation, r.number, r.person, r.year, r.amount, r.payer, r.collector, o.state "
        "FROM receipt r JOIN operation o ON o.id = r.operation WHERE r.kind = ? AND r.number = ?"));
    row.bindAll(kind, number);
    if (!row.next())
        return std::nullopt;
    ReceiptStanding standing;
    loadPaper(reader, standing, row);
    loadMoney(reader, standing);
    return standing;
}

Money creditedFor(const Reader &reader, qint64 person, qint64 year)
{
    Query sum = reader.query(QStringLiteral(
        "SELECT coalesce(sum(amount), 0) FROM contribution_entry WHERE person = ? AND year = ?"));
    sum.bindAll(person, year);
    sum.next();
    return Money::fromFen(sum.integer(0));
}

QString yearTakenBy(const Reader &reader, qint64 person, qint64 year, qint64 exceptReceipt)
{
    Query open = reader.query(QStringLiteral(
        "SELECT r.number FROM receipt r JOIN operation o ON o.id = r.operation "
        "WHERE r.person = ? AND r.year = ? AND r.id <> ? AND o.state NOT IN ('posted', 'closed')"));
    open.bindAll(person, year, exceptReceipt);
    if (open.next())
        return open.text(0);
    if (creditedFor(reader, person, year).fen() <= 0)
        return {};
    Query paid = reader.query(QStringLiteral(
        "SELECT r.number FROM contribution_entry e JOIN receipt r ON r.id = e.receipt OR r.money_of = e.receipt "
        "WHERE e.person = ? AND e.year = ? AND e.reverses IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM contribution_entry x WHERE x.reverses = e.id) "
        "AND NOT EXISTS (SELECT 1 FROM number_void v WHERE v.receipt = r.id)"));
    paid.bindAll(person, year);
    return paid.next() ? paid.text(0) : text(QT_TRANSLATE_NOOP("Contributions", "(taken over)"));
}

bool yearWaitsForRecheck(const Reader &reader, qint64 person, qint64 year, qint64 exceptReceipt)
{
    return creditedFor(reader, person, year).fen() <= 0
        && !yearTakenBy(reader, person, year, exceptReceipt).isEmpty();
}

std::optional<Money> declaredTier(const Reader &reader, qint64 person, qint64 year)
{
    Query due = reader.query(
        QStringLiteral("SELECT amount FROM contribution_due WHERE person = ? AND year = ?"));
    due.bindAll(person, year);
    return due.next() ? std::optional(Money::fromFen(due.integer(0))) : std::nullopt;
}

/** The county has not said who pays the subsidy: it is owed as one sum until then, and nothing
 * stops (ACC-03). */
void noteMissingSplit(const ContributionClaim &claim, const Reader &reader, Findings &findings)
{
    const QString division = divisionOfPerson(reader, claim.person);
    const std::optional<Subsidy> subsidy =
        contributionSubsidy(reader.policy(), claim.amount, division, reader.today());
    if (subsidy
        && subsidyShares(reader.policy(), subsidy->amount, division, reader.today()).isEmpty())
        findings.append(
            note(QStringLiteral("PAYER_SPLIT_MISSING"), claim.amountField,
                 text(QT_TRANSLATE_NOOP(
                          "Contributions",
                          "Payer split not entered: the subsidy of %1 yuan is owed as one sum."))
                     .arg(subsidy->amount.toDisplay()),
                 QStringLiteral("ACC-03")));
}

void checkClaim(const ContributionClaim &claim, const Reader &reader, Findings &findings)
{
    if (!reader.row(QStringLiteral("person"), claim.person)) {
        findings.append(
            error(QStringLiteral("PERSON_UNKNOWN"), QStringLiteral("person"),
                  text(QT_TRANSLATE_NOOP("Contributions", "Choose an enrolled person.")),
                  QStringLiteral("CON-02")));
        return;
    }
    checkPerson(claim, reader, findings);
    checkYear(claim, reader, findings);
    checkTier(claim, reader, findings);
    noteMissingSplit(claim, reader, findings);
}

void creditContribution(Writer &writer, qint64 person, qint64 year, qint64 fen, qint64 receipt)
{
    // Facts are not checked again at posting: whatever paid the year in between wins.
    if (creditedFor(writer, person, year).fen() > 0)
        throw RefusedError(
            {{QStringLiteral("ALREADY_PAID"), QStringLiteral("year"),
              text(QT_TRANSLATE_NOOP("Contributions", "The year %1 was paid with receipt %2."))
                  .arg(QString::number(year), yearTakenBy(writer, person, year, receipt)),
              QStringLiteral("CON-13")}});
    writer.insert(QStringLiteral("contribution_entry"),
                  {{QStringLiteral("person"), person},
                   {QStringLiteral("year"), year},
                   {QStringLiteral("amount"), fen},
                   {QStringLiteral("receipt"), receipt},
                   {QStringLiteral("booked_on"), writer.today()}});
}

QString nameOfPerson(const Reader &reader, qint64 person)
{
    const std::optional<Row> row = reader.row(QStringLiteral("person"), person);
    return row ? row->value(QStringLiteral("name")).toString() : QString();
}

QString divisionOfPerson(const Reader &reader, qint64 person)
{
    const std::optional<Row> row = reader.row(QStringLiteral("person"), person);
    return row ? row->value(QStringLiteral("division")).toString() : QString();
}

QList<Subject> subjectsOfPerson(const Reader &reader, qint64 person)
{
    const std::optional<Row> row = reader.row(QStringLiteral("person"), person);
    return row ? QList<Subject>{{person, row->value(QStringLiteral("id_number")).toString()}}
               : QList<Subject>();
}

} // namespace jubao

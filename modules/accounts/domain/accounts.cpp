// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/domain/accounts.h"

#include "accounts/domain/balance.h"
#include "accounts/domain/statement.h"
#include "accounts/domain/ties.h"
#include "operations/decision.h"
#include "operations/type.h"
#include <QCoreApplication>

namespace jubao {

namespace {

void openAccount(const QJsonObject &payload, Writer &writer)
{
    const std::optional<Row> person = writer.row(
        QStringLiteral("person"), QStringLiteral("id_number"), payload[u"id_number"].toString());
    writer.insert(QStringLiteral("account"),
                  {{QStringLiteral("person"), person.value().value(QStringLiteral("id"))},
                   {QStringLiteral("opened_on"), writer.today()},
                   {QStringLiteral("state"), QStringLiteral("open")},
                   {QStringLiteral("opening_paid_months"), 0}});
}

QString words(const char *text)
{
    return QCoreApplication::translate("Accounts", text);
}

/** A contribution as its room booked it in this posting. */
struct BookedContribution {
    qint64 person = 0;
    qint64 year = 0;
    Money amount;
    QDate arrivedOn;     ///< bears interest from (2.2)
    qint64 reverses = 0; ///< the entry that is taken back; 0 = none
};

/** The contribution entry that the posting at hand wrote; rooms share tables, never code. */
std::optional<BookedContribution> bookedNow(const Writer &writer)
{
    Query row = writer.query(QStringLiteral(
        "SELECT e.person, e.year, e.amount, r.taken_on, e.reverses FROM contribution_entry e "
        "JOIN receipt r ON r.id = e.receipt WHERE e.op_seq = ?"));
    row.bindAll(writer.context().opSeq);
    if (!row.next())
        return std::nullopt;
    return BookedContribution{row.integer(0), row.integer(1), Money::fromFen(row.integer(2)),
                              row.date(3), row.isNull(4) ? 0 : row.integer(4)};
}

void addEntitlement(Writer &writer, qint64 account, qint64 year, const QString &payer, Money amount,
                    const QString &policy)
{
    writer.insert(QStringLiteral("subsidy_entitlement"),
                  {{QStringLiteral("account"), account},
                   {QStringLiteral("for_year"), year},
                   {QStringLiteral("payer"), payer},
                   {QStringLiteral("amount"), amount.fen()},
                   {QStringLiteral("policy"), policy}});
}

/** Owed, not credited: the subsidy is booked when the payers' money has arrived (ACC-03). */
void entitle(Writer &writer, qint64 account, const BookedContribution &paid)
{
    const QString division = writer.context().division;
    // Only what is paid for the year within the year earns the subsidy (1.2).
    if (paid.arrivedOn > contributionYearClose(writer.policy(), division, int(paid.year)))
        return;
    const QDate day = std::min(paid.arrivedOn, QDate(int(paid.year), 12, 31));
    Findings unknown;
    const std::optional<Subsidy> subsidy =
        contributionSubsidy(writer.policy(), paid.amount, division, day, &unknown);
    if (!subsidy) {
        QList<Refusal> refusals;
        for (const Finding &each : unknown)
            refusals.append({each.code, QStringLiteral("amount"), each.text, each.rule});
        throw RefusedError(refusals);
    }
    const QList<SubsidyShare> shares =
        subsidyShares(writer.policy(), subsidy->amount, division, day);
    for (const SubsidyShare &share : shares)
        addEntitlement(writer, account, paid.year, share.payer, share.amount, subsidy->policy);
    if (shares.isEmpty())
        addEntitlement(writer, account, paid.year, QStringLiteral("unsplit"), subsidy->amount,
                       subsidy->policy);
}

void creditContribution(const QJsonObject &, Writer &writer)
{
    const BookedContribution paid = bookedNow(writer).value();
    const qint64 account = accountOfPerson(writer, paid.person);
    if (account == 0)
        throw RefusedError(
            {refusal(QStringLiteral("RULE_BROKEN"),
                     words(QT_TRANSLATE_NOOP("Accounts", "The person has no personal account.")))});
    writer.insert(QStringLiteral("account_entry"),
                  {{QStringLiteral("account"), account},
                   {QStringLiteral("kind"), QStringLiteral("contribution")},
                   {QStringLiteral("sub_account"), QStringLiteral("personal")},
                   {QStringLiteral("amount"), paid.amount.fen()},
                   {QStringLiteral("value_date"), paid.arrivedOn},
                   {QStringLiteral("booked_date"), writer.today()},
                   {QStringLiteral("for_year"), paid.year},
                   {QStringLiteral("caused_by"), writer.context().operation}});
    entitle(writer, account, paid);
}

/** Red entries for all that the posting of one contribution wrote in these tables. */
void reverseRows(Writer &writer, const QString &table, qint64 opSeq, const Row &own)
{
    Query rows = writer.query(
        QStringLiteral("SELECT id FROM %1 WHERE op_seq = ? AND reverses IS NULL").arg(table));
    rows.bindAll(opSeq);
    QList<qint64> ids;
    while (rows.next())
        ids.append(rows.integer(0));
    for (const qint64 id : ids) {
        Row red = writer.row(table, id).value();
        red.remove(QStringLiteral("id"));
        red.insert(QStringLiteral("amount"), -red.value(QStringLiteral("amount")).toLongLong());
        red.insert(QStringLiteral("reverses"), id);
        for (auto it = own.constBegin(); it != own.constEnd(); ++it)
            red.insert(it.key(), it.value());
        writer.insert(table, red);
    }
}

/**
 * A contribution that is taken back leaves no trace of interest: the red entry has the value date
 * of the one it reverses, and today's booked date, so that what was known then stays (ACC-05).
 */
void reverseContribution(const QJsonObject &, Writer &writer)
{
    const std::optional<BookedContribution> taken = bookedNow(writer);
    if (!taken || taken->reverses == 0)
        return;
    const qint64 opSeq = writer.row(QStringLiteral("contribution_entry"), taken->reverses)
                             .value()
                             .value(QStringLiteral("op_seq"))
                             .toLongLong();
    reverseRows(writer, QStringLiteral("account_entry"), opSeq,
                {{QStringLiteral("booked_date"), writer.today()},
                 {QStringLiteral("caused_by"), writer.context().operation}});
    reverseRows(writer, QStringLiteral("subsidy_entitlement"), opSeq, {});
}

/** An account for every person taken over, with what each sub-account held (期初). */
RowHook beginTakeOver(const QJsonObject &parameters, Writer &writer)
{
    const QString balancesOn = parameters[u"balances_on"].toString();
    const QString today = writer.today().toString(Qt::ISODate);
    const int year = balancesOn.left(4).toInt();
    const qint64 operation = writer.context().operation;
    auto accounts = std::make_shared<RowInserter>(
        writer.inserter(QStringLiteral("account"),
                        {QStringLiteral("person"), QStringLiteral("opened_on"),
                         QStringLiteral("state"), QStringLiteral("opening_paid_months")}));
    auto entries = std::make_shared<RowInserter>(writer.inserter(
        QStringLiteral("account_entry"),
        {QStringLiteral("account"), QStringLiteral("kind"), QStringLiteral("sub_account"),
         QStringLiteral("amount"), QStringLiteral("value_date"), QStringLiteral("booked_date"),
         QStringLiteral("for_year"), QStringLiteral("caused_by")}));
    return [=](const QJsonObject &row, qint64 person) {
        static const QList<std::pair<QString, QString>> subAccounts{
            {QStringLiteral("balance_personal"), QStringLiteral("personal")},
            {QStringLiteral("balance_subsidy"), QStringLiteral("subsidy")},
            {QStringLiteral("balance_collective"), QStringLiteral("collective")},
            {QStringLiteral("balance_other"), QStringLiteral("other")},
            {QStringLiteral("balance_government"), QStringLiteral("government")}};
        const qint64 account =
            accounts->add({person, today, QStringLiteral("open"), row[u"paid_months"].toInteger()});
        for (const auto &[field, subAccount] : subAccounts) {
            const qint64 fen = row[field].toInteger();
            if (fen != 0)
                entries->add({account, QStringLiteral("opening"), subAccount, fen, balancesOn,
                              today, year, operation});
        }
    };
}

} // namespace

void addAccountsTypes(TypeRegistry &registry)
{
    addAccountsTies(registry);
    registry.add(statementDocument());
    registry.add(yearlyStatementDocument());
    const QString room = QStringLiteral("accounts");
    registry.add(
        Hook{QStringLiteral("enrollment.register"), room, QStringLiteral("open"), openAccount});
    for (const char *type : {"contributions.collect", "contributions.credit_suspense"})
        registry.add(
            Hook{QString::fromLatin1(type), room, QStringLiteral("credit"), creditContribution});
    for (const char *type : {"contributions.refund", "contributions.void_receipt"})
        registry.add(
            Hook{QString::fromLatin1(type), room, QStringLiteral("reverse"), reverseContribution});
    Hook takeOver{QStringLiteral("enrollment.take_over"), room, QStringLiteral("opening"), {}};
    takeOver.beginRows = beginTakeOver;
    registry.add(takeOver);
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/decision.h"
#include "operations/snapshot.h"

#include <QCoreApplication>

namespace jubao {

const QList<RefusalRule> &refusalCatalogue()
{
    // The order is the order of precedence: first what makes any answer worthless, then who, then
    // separation of duty, then what the action lacks, then what the business rules say.
    static const QList<RefusalRule> catalogue{
        {"CLOCK_STOPPED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The clock of this computer shows %1, earlier than the newest entry. Set it right if it is wrong; if it is right, two administrators say why the entries are ahead."),
         "design: Time"},
        {"CLOCK_TOO_EARLY",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The clock of this computer is wrong: %1 is before a time that is beyond doubt. Set it right."),
         "design: Time"},
        {"CLOCK_JUMPED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The clock of this computer was set while the office was open: it shows %1. Work stops until two administrators have confirmed the time."),
         "design: Time"},
        {"CLOCK_GAP",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The last entry is long ago and the clock of this computer shows %1. Work stops until two administrators have confirmed the time."),
         "design: Time"},
        {"CLOCK_SKEWED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The clock of this computer shows %1, that of the office's server another time. Set it right and hand in again."),
         "design: Time"},
        {"SIGNED_OTHERWISE",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "What was signed is not what would be entered: the records changed meanwhile. Look again and hand in again."),
         "design: the registrar"},
        {"NO_REGISTRAR_KEY",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The key of the registrar is not open in the journal: two administrators open it first."),
         "SEC-17"},
        {"WITNESS_ALARM",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This office file is not the one this computer saw last. Work stops until an auditor has acknowledged it."),
         "SEC-02"},
        {"WITNESS_NO_ALARM",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This place saw nothing that the office file does not hold. There is nothing to acknowledge."),
         "SEC-02"},
        {"DATA_NOT_OPEN",
         QT_TRANSLATE_NOOP("Refusals", "No post of yours gives the right to people's data: %1."),
         "SEC-03"},
        {"SESSION_ENDED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This sign-in on the spot ended after %1 seconds without use. Give the password again."),
         "design: on the spot"},
        {"SIGN_IN_FAILED", QT_TRANSLATE_NOOP("Refusals", "The name or the password is wrong."),
         "SEC-10"},
        {"KEY_STICK_MISSING",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The key of “%1” is on a USB stick. Plug the stick in, then enter the password."),
         "SEC-10"},
        {"KEY_STICK_DAMAGED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The key file on the stick, %1, is damaged. Without another copy of it a new key is made by two administrators."),
         "SEC-10"},
        {"STICK_NOT_REGISTERED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "No USB stick is registered for “%1”. The system administrator registers the one that is handed out (Key stick of an operator)."),
         "SEC-10"},
        {"SLOT_DAMAGED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The key slot of “%1” in office.slots is damaged or was edited; no password opens it. Put the .slots file of the newest backup in its place, or have a new key made by two administrators."),
         "SEC-17"},
        {"ACCOUNT_LOCKED",
         QT_TRANSLATE_NOOP("Refusals", "Too many failed tries. The account is locked until %1."),
         "SEC-10"},
        {"SESSION_LOCKED",
         QT_TRANSLATE_NOOP("Refusals",
                           "The window is locked. Enter the password, then do it again."),
         "SEC-10"},
        {"KEY_NOT_CONFIRMED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The key of this account is not confirmed yet. The security administrator confirms the printed slip."),
         "SEC-17"},
        {"ACCOUNT_CLOSED", QT_TRANSLATE_NOOP("Refusals", "This account is closed."), "SEC-19"},
        {"KEY_CLOSED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The key of this account is closed. A new key is made by two administrators."),
         "SEC-19"},
        {"INVITATION_VOID",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This one-time code is void since the data key was changed. Ask the system administrator for a new one."),
         "SEC-17"},
        {"OFFICE_EXISTS",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "There is an office or something else in %1 already. Take a new, empty folder; nothing was changed in this one."),
         "SEC-09"},
        {"FILE_EXISTS", QT_TRANSLATE_NOOP("Refusals", "The file %1 exists. Take another name."),
         "SEC-09"},
        {"FILE_IS_FOLDER",
         QT_TRANSLATE_NOOP("Refusals",
                           "%1 is a folder. Name the file that is to be written in it."),
         "SEC-09"},
        {"SCHEMA_WAITS",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This office waits for its upgrade. IT or the system administrator does it, with a second person present."),
         "SEC-13"},
        {"OFFICE_IN_USE",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "Another program has this office open. Close it there, then do this again."),
         "SEC-13"},
        {"OFFICE_MOVED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The office in %1 is on the county server now. Sign in there; nobody works in its former file."),
         "design: moving"},
        {"OFFICE_NOT_WHOLE",
         QT_TRANSLATE_NOOP("Refusals", "This office does not prove whole, so it was not moved. %1"),
         "design: moving"},
        {"SERVER_PLACE_TAKEN",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "Another office, or a later state of this one, is on the county server under the name %1. Take another name; nothing was changed."),
         "design: moving"},
        {"KEEPERS_OTHERS",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The key of the service is kept by %1: two of them open it together. Where one has a new key, the service needs a new one too."),
         "SEC-17"},
        {"BACKUP_NOT_WHOLE",
         QT_TRANSLATE_NOOP("Refusals",
                           "This backup does not prove whole, so nothing was restored. %1"),
         "SEC-09"},
        {"BACKUP_UNKNOWN",
         QT_TRANSLATE_NOOP("Refusals",
                           "The journal of this office knows no such backup: %1. Is it another "
                           "office's, or has this office been set back?"),
         "SEC-09"},
        {"NOTHING_TO_ACKNOWLEDGE",
         QT_TRANSLATE_NOOP("Refusals", "Entry %1 does not wait for you to acknowledge it."),
         "SEC-13"},
        {"NO_KEY_MADE",
         QT_TRANSLATE_NOOP(
             "Refusals", "The account has made no key with a one-time code, so there is no slip."),
         "SEC-17"},
        {"RECOVERY_SHARES_FALSE",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The two sheets do not belong together, or a character was misread. Compare them with the paper."),
         "SEC-17"},
        {"RECOVERY_SHARES_OLD",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "These sheets do not open this office: newer ones took their place, or they are of another office."),
         "SEC-17"},
        {"RECOVERY_NEEDS_TWO",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "A recovery is for the system administrator and the security administrator together, as different persons."),
         "SEC-17"},
        {"KEY_NOT_ON_STICK",
         QT_TRANSLATE_NOOP("Refusals",
                           "A post of yours signs with a key on a USB stick. Put the key onto the "
                           "registered stick first."),
         "SEC-10"},
        {"PASSWORD_MUST_CHANGE", QT_TRANSLATE_NOOP("Refusals", "Change the password first."),
         "SEC-10"},
        {"PASSWORD_WEAK", QT_TRANSLATE_NOOP("Refusals", "This password is too weak: %1"), "SEC-10"},
        {"PASSWORD_USED_BEFORE",
         QT_TRANSLATE_NOOP(
             "Refusals", "This password is the present one or one of the last five. Take another."),
         "SEC-10"},
        {"DOCUMENT_UNKNOWN", QT_TRANSLATE_NOOP("Refusals", "There is no document “%1” for this."),
         "CTL-12"},
        {"AT_THE_SERVER",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This is done at the county's server, not at a desk: there the office is opened with its key file."),
         "SEC-07"},
        {"QUESTION_TOO_LARGE",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This is more than goes to the county's server at once. Divide the sheet into parts of some ten thousand rows, or make the scans smaller."),
         "CTL-20"},
        {"PUBLIC_SERVER",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The database server listens on a public network (%1). The service does not run there: set listen_addresses to the office's own address, or name the network in office.county (own_networks)."),
         "SEC-11"},
        {"ADDRESSES_UNSEEN",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The service cannot see which addresses the database server listens on (%1), so nobody can say whether that is a public network. Write addresses or * into listen_addresses, not names; the service's unit must allow AF_NETLINK and have no PrivateNetwork."),
         "SEC-11"},
        {"PROGRAM_NOT_OF_COUNTY",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The program at this computer does not fit the county's books. Install version %1, the county's, here."),
         "SEC-07"},
        {"OPERATOR_UNKNOWN", QT_TRANSLATE_NOOP("Refusals", "There is no account “%1”."), "SEC-19"},
        {"KEY_STILL_OPEN",
         QT_TRANSLATE_NOOP("Refusals",
                           "The account “%1” has an open key. Two administrators close it first."),
         "SEC-19"},
        {"TYPE_UNKNOWN", QT_TRANSLATE_NOOP("Refusals", "There is no operation type “%1”."),
         "CTL-07"},
        {"ROUTE_MISSING",
         QT_TRANSLATE_NOOP("Refusals", "No route is in force for “%1”, so it cannot be made."),
         "CTL-07"},
        {"OPERATION_UNKNOWN", QT_TRANSLATE_NOOP("Refusals", "There is no operation no. %1."),
         "CTL-03"},
        {"SOD_SAME_PERSON",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "One person never takes two steps of one operation, under any account, post or delegation."),
         "CTL-09, SOD-20"},
        {"SOD_MATTER",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "Whoever had a hand in the operation that this one continues may not check it."),
         "CTL-09, SOD-37"},
        {"AVOIDANCE",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This concerns yourself, a relative or a declared interest. Another person must take this step."),
         "CTL-29, SOD-31"},
        {"NOT_IN_THIS_STATE",
         QT_TRANSLATE_NOOP("Refusals",
                           "The operation is in the state “%1”; this step is not possible there."),
         "SM-01"},
        {"NOT_THIS_STEP",
         QT_TRANSLATE_NOOP("Refusals", "The operation waits for another step: %1."), "SM-01"},
        {"REVISION_STALE",
         QT_TRANSLATE_NOOP(
             "Refusals", "The operation has been handed in again since. Look at the new version."),
         "SM-01"},
        {"INCOMPATIBLE_POSTS",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "You hold posts that exclude one another: %1. Nothing can be done under them."),
         "CTL-06"},
        {"POST_NOT_HELD",
         QT_TRANSLATE_NOOP("Refusals", "This step belongs to the post %1, which you do not hold."),
         "CTL-05"},
        {"POST_EXPIRED",
         QT_TRANSLATE_NOOP("Refusals", "Your time in the post %1 has ended or not begun."),
         "ORG-04"},
        {"DIVISION_OUTSIDE",
         QT_TRANSLATE_NOOP("Refusals", "The matter belongs to another division than yours."),
         "CTL-02"},
        {"HEAD_ONLY",
         QT_TRANSLATE_NOOP("Refusals", "Only the head of the post %1 may take this step."),
         "CTL-10"},
        {"POWER_MISSING", QT_TRANSLATE_NOOP("Refusals", "The post %1 has no power for this step."),
         "CTL-05"},
        {"AMOUNT_ABOVE_POWER",
         QT_TRANSLATE_NOOP("Refusals", "The amount is above your power. The post that may: %1."),
         "CTL-10"},
        {"MAKER_ONLY", QT_TRANSLATE_NOOP("Refusals", "Only the maker may do this."), "SM-01"},
        {"REASON_MISSING", QT_TRANSLATE_NOOP("Refusals", "Write the reason."), "SM-01"},
        {"TEXT_UNSEEN",
         QT_TRANSLATE_NOOP("Refusals",
                           "The text holds a character that nobody sees (%1). Type it anew."),
         "CTL-20"},
        {"EVIDENCE_UNNAMED",
         QT_TRANSLATE_NOOP("Refusals", "A paper has no name. Say which one it is."), "CTL-11"},
        {"PAPERS_ASKED_MISSING",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "It was returned for these papers, which are missing: %1. Attach them or mark them as seen."),
         "OFF-11"},
        {"EVIDENCE_MISSING",
         QT_TRANSLATE_NOOP("Refusals",
                           "Evidence is missing: %1. Attach it or mark the paper as seen."),
         "CTL-11"},
        {"EVIDENCE_EMPTY",
         QT_TRANSLATE_NOOP("Refusals",
                           "The file is empty: %1. Scan the paper again or mark it as seen."),
         "CTL-11"},
        {"EVIDENCE_NOT_CHECKED",
         QT_TRANSLATE_NOOP("Refusals", "Confirm that the evidence is true, complete and valid."),
         "CTL-11"},
        {"PAPER_NOT_NAMED_FIRST",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The first notice did not name: %1. What is needed is named once; write why it comes only now."),
         "OFF-11"},
        {"NOTHING_TO_PRINT",
         QT_TRANSLATE_NOOP("Refusals", "There is nobody whose %1 could be printed."), "ACC-07"},
        {"WARNING_UNANSWERED",
         QT_TRANSLATE_NOOP("Refusals", "There is a warning: write the reason why it may go on."),
         "CTL-20"},
        {"DECISION_MISSING",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This is a matter of importance. A collective decision that names operation no. %1 must be posted first."),
         "CTL-27"},
        {"HIGH_RISK_ALONE",
         QT_TRANSLATE_NOOP("Refusals", "Operations of this kind are decided one by one."),
         "design: decide many"},
        {"VIEW_CHANGED",
         QT_TRANSLATE_NOOP("Refusals", "The record changed while you looked. Look again."),
         "design: decide many"},
        {"OTHER_OPERATION_OPEN",
         QT_TRANSLATE_NOOP("Refusals", "Another operation is open on the same record: %1."),
         "SM-01"},
        {"PREDECESSOR_NOT_POSTED",
         QT_TRANSLATE_NOOP(
             "Refusals", "This follows operation no. %1, which is not posted. It waits for that."),
         "CTL-08"},
        {"FILE_NOT_NAMED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "Rows from outside come in by the import of a file, whose digest is signed with them."),
         "SEC-20"},
        {"STALE_RECORD",
         QT_TRANSLATE_NOOP("Refusals", "The record changed since the form was filled in: %1"),
         "SM-01"},
        {"RULE_BROKEN", QT_TRANSLATE_NOOP("Refusals", "%1"), "CTL-20"},
    };
    return catalogue;
}

namespace {

/** "CO, TC" as the office calls these posts; whatever else a refusal is about stays as it is. */
QString postsInWords(const QString &subject)
{
    QStringList titles;
    const QStringList parts = subject.split(QStringLiteral(", "));
    for (const QString &part : parts) {
        titles.append(postTitle(part));
        if (titles.last() == part)
            return subject;
    }
    return titles.join(QCoreApplication::translate("Refusals", " or "));
}

} // namespace

Refusal refusal(const QString &code, const QString &subject, const QString &field)
{
    for (const RefusalRule &rule : refusalCatalogue()) {
        if (code != QLatin1String(rule.code))
            continue;
        QString text = QCoreApplication::translate("Refusals", rule.text);
        if (text.contains(QLatin1String("%1")))
            text = text.arg(postsInWords(subject));
        return {code, field, text, QString::fromLatin1(rule.rule)};
    }
    throw std::logic_error("no such refusal: " + code.toStdString());
}

RefusedError::RefusedError(QList<Refusal> list)
    : std::runtime_error(list.isEmpty() ? "refused" : list.first().code.toStdString())
    , refusals(std::move(list))
{
}

} // namespace jubao

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/transaction.h"
#include "operations/sheet_import.h"
#include "rooms/rooms.h"
#include "support/program.h"
#include "support/test_office.h"
#include <QFile>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QString secondPassword = QStringLiteral("Zw9#Rand?Kim");

/** How a type is made in the test county: by whom, with what. */
struct Sample {
    QString maker;
    std::function<QJsonObject()> payload;
    QString sheet = {}; ///< text of the sheet of a batch
};

/** The county with one of everything at hand, so that each type can be made. */
class County : public TestOffice {
public:
    explicit County(Additions additions = {}) : TestOffice(allRooms(), std::move(additions))
    {
        issueNumbers("tc", "A");
        for (int sequence = 1; sequence <= 4; ++sequence)
            persons.append(enrol(sequence));
        act("tr", ActionKind::Recheck, take(persons[0], "A00000001"));
        act("tc", ActionKind::Withdraw, take(persons[1], "A00000002"));
        const ActResult declared =
            make("tc", "contributions.declare", declaration(persons[3], 20000));
        act("tr", ActionKind::Recheck, declared.operation);
    }

    QMap<QString, Sample> samples();
    qint64 makeSample(const QString &type, const Sample &sample);
    /** A second account of the same natural person, without a post. */
    QString twinOf(const QString &name);
    QStringList tries(const std::shared_ptr<Session> &session, ActionKind kind, qint64 operation,
                      bool many = false);
    /** Lets somebody who may take the waiting step; empty where nobody could. */
    QString advance(qint64 operation);

private:
    QDate day() const { return officeDate(clock->now()); }
    static QString text(const QDate &date) { return date.toString(Qt::ISODate); }
    QJsonObject collection(qint64 person, const QString &number) const
    {
        return {{"person", person},
                {"year", day().year()},
                {"amount", 20000},
                {"number", number},
                {"payer", ""}};
    }
    QJsonObject declaration(qint64 person, int fen) const
    {
        return {{"person", person}, {"year", day().year()}, {"amount", fen}};
    }
    qint64 take(qint64 person, const QString &number)
    {
        return make("tc", "contributions.collect", collection(person, number)).operation;
    }

    QList<qint64> persons; ///< paid, refused and waiting, fresh, declared
    QStringList m_twins;
};

QMap<QString, Sample> County::samples()
{
    const auto fixed = [](const QJsonObject &payload) { return [payload] { return payload; }; };
    const QString en3 = "en3";
    const QString roster = "id_number,name,division,household,household_kind,address\n"
        + idNumber(QDate(1988, 8, 8), 88) + QStringLiteral(",张三,Village,H9,rural,一组\n");
    const QString takeOver =
        "id_number,name,division,household_kind,enrolled_on,paid_months,balance_personal\n"
        + idNumber(QDate(1977, 7, 7), 77)
        + QStringLiteral(",李四,Village,rural,2012-03-01,12,200\n");
    const QJsonObject refund{{"receipt", "A00000001"},
                             {"reason", "wrong person"},
                             {"bank_name", "Bank"},
                             {"bank_card", "6217991000000001"}};
    return {
        {"enrollment.register", {"tc", [this] { return newPerson(7); }}},
        {"enrollment.change", {"tc", fixed({{"person", persons[2]}, {"phone", "13911112222"}})}},
        {"enrollment.change_key",
         {"tc", fixed({{"person", persons[2]}, {"name", "李四"}, {"reason", "police"}})}},
        {"enrollment.move",
         {"tc",
          fixed({{"person", persons[2]},
                 {"division", "411024900201"},
                 {"address", "x"},
                 {"applied_at", "giving"}})}},
        {"enrollment.take_in",
         {"tc9",
          fixed({{"id_number", newPerson(3)["id_number"]},
                 {"name", newPerson(3)["name"]},
                 {"division", "411024900201"},
                 {"household", "410229999"},
                 {"household_relation", "0"},
                 {"address", "x"}})}},
        {"enrollment.roster", {"en1", fixed({{"division", "411024100201"}}), roster}},
        {"enrollment.take_over", {"en1", fixed({}), takeOver}},
        {"contributions.declare", {"tc", fixed(declaration(persons[2], 30000))}},
        {"contributions.declare_roster",
         {"tc",
          [this] {
              return QJsonObject{{"division", "411024100201"}, {"year", day().year()}};
          },
          "id_number,name,amount\n" + newPerson(3)["id_number"].toString() + u','
              + newPerson(3)["name"].toString() + ",200\n"}},
        {"contributions.declare_change", {"tc", fixed(declaration(persons[3], 30000))}},
        {"contributions.collect", {"tc", fixed(collection(persons[2], "A00000003"))}},
        {"contributions.credit_suspense", {"tc", fixed({{"receipt", "A00000002"}})}},
        {"contributions.refund", {"tc", fixed(refund)}},
        {"contributions.void_receipt",
         {"tc", fixed({{"receipt", "A00000001"}, {"reason", "wrong"}})}},
        {"contributions.void_number",
         {"tc",
          fixed({{"kind", "contribution"},
                 {"number", "A00000009"},
                 {"reason", "jam"},
                 {"division", "411024100"}})}},
        {"contributions.lost_numbers",
         {"tc",
          fixed({{"kind", "contribution"},
                 {"first_number", "A00000010"},
                 {"last_number", "A00000011"},
                 {"reason", "bag stolen"},
                 {"division", "411024100"}})}},
        {"contributions.issue_numbers",
         {"co1",
          [this] {
              return QJsonObject{{"kind", "contribution"},      {"prefix", "Q"},
                                 {"first_number", 1},           {"last_number", 9},
                                 {"holder", operatorId("co2")}, {"division", "411024"}};
          }}},
        {"contributions.day_close",
         {"tc",
          [this] {
              return QJsonObject{{"operator", operatorId("tc")},
                                 {"day", text(day())},
                                 {"counted", 40000},
                                 {"deposit_slip", "B-7"}};
          }}},
        {"system.operator_key",
         {"sa",
          [this, en3] {
              return QJsonObject{{"action", "close"}, {"operator", operatorId(en3)}};
          }}},
        {"system.registrar_key",
         {"sa",
          [this] {
              if (service)
                  return QJsonObject{{"action", "close"}};
              return QJsonObject{{"action", "open"},
                                 {"name", "server"},
                                 {"public_key", KeyPair::generate()->publicKeyHex()}};
          }}},
        {"system.key_stick",
         {"sa",
          [this, en3] {
              return QJsonObject{
                  {"action", "register"}, {"operator", operatorId(en3)}, {"serial", "KP-1"}};
          }}},
        {"system.unlock_account",
         {"sa",
          [this] {
              for (int i = 0; i < 5; ++i)
                  refused([this] { office->signIn("tc9", "wrong"); });
              return QJsonObject{{"operator", operatorId("tc9")}, {"reason", "came in person"}};
          }}},
        {"system.rotate_data_key", {"sa", fixed({{"occasion", "yearly"}})}},
        {"administration.open_account",
         {"sa",
          fixed({{"name", "fresh"},
                 {"display_name", "F"},
                 {"person", idNumber(QDate(1991, 1, 1), 66)}})}},
        {"administration.close_account",
         {"sa",
          [this] {
              return QJsonObject{{"operator", operatorId(twinOf("en3"))}};
          }}},
        {"administration.assign_post",
         {"of",
          [this, en3] {
              return QJsonObject{{"action", "give"}, {"operator", operatorId(en3)}, {"post", "ST"}};
          }}},
        {"administration.delegate",
         {"of",
          [this, en3] {
              return QJsonObject{{"action", "grant"},          {"grantor", operatorId("en1")},
                                 {"grantee", operatorId(en3)}, {"post", "EN"},
                                 {"valid_from", text(day())},  {"valid_to", text(day().addDays(7))},
                                 {"reason", "leave"}};
          }}},
        {"administration.declare_avoidance",
         {"of",
          [this, en3] {
              return QJsonObject{{"action", "declare"},
                                 {"operator", operatorId(en3)},
                                 {"other", idNumber(QDate(1991, 1, 1), 67)},
                                 {"relation", "interest"}};
          }}},
        {"system.backup_plan",
         {"it",
          fixed({{"action", "set"},
                 {"at", "02:00"},
                 {"place", "/srv/backups"},
                 {"second_place", "/mnt/backups"},
                 {"keep", 7},
                 {"warn_hours", 30}})}},
        {"system.restore_drill",
         {"it",
          [this] {
              QTemporaryDir place;
              const JournalEntry made = office->backup(as("it"), place.filePath("one"));
              return QJsonObject{{"backup", "one"},
                                 {"drilled_on", text(day())},
                                 {"entries", made.detail["entries"]},
                                 {"head", made.detail["head"]},
                                 {"rows", 1},
                                 {"second", operatorId("se")}};
          }}},
        {"administration.change_powers",
         {"of",
          fixed({{"action", "set"},
                 {"family", "contributions.collect"},
                 {"post", "CO"},
                 {"steps", "M"},
                 {"basis", "x"}})}},
        {"administration.change_route",
         {"of",
          fixed({{"route_key", "contributions.collect"},
                 {"steps", "make TC CO;recheck TR"},
                 {"basis", "x"}})}},
        {"administration.change_incompatible",
         {"of", fixed({{"post_a", "CO"}, {"post_b", "AR"}, {"rule", "x"}})}},
        {"administration.policy_row",
         {"fh",
          fixed({{"key", "password.days"},
                 {"value", "60"},
                 {"valid_from", text(day().addDays(180))},
                 {"source", "x"}})}},
        {"administration.calendar",
         {"fh",
          fixed({{"year", day().year() + 2},
                 {"days", QStringLiteral("%1-01-01 off").arg(day().year() + 2)},
                 {"source", "x"}})}}};
}

qint64 County::makeSample(const QString &type, const Sample &sample)
{
    MakeRequest request;
    request.type = type;
    request.payload = sample.payload();
    request.reason = "for the test";
    for (const QString &paper : registry->find(type)->evidence)
        request.evidence.append({paper, {}, {}});
    std::unique_ptr<SheetImport> sheet;
    QTemporaryDir folder;
    if (!sample.sheet.isEmpty()) {
        QFile file(folder.filePath("rows.csv"));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(sample.sheet.toUtf8());
        file.close();
        sheet =
            std::make_unique<SheetImport>(*registry->find(type), office->reader(), file.fileName());
        sheet->addFileTo(request.payload);
        request.rows = sheet->rows();
    }
    return office->make(as(sample.maker), request).operation;
}

QString County::twinOf(const QString &name)
{
    const QString twin = name + "-twin";
    if (m_twins.contains(twin))
        return twin;
    m_twins.append(twin);
    const QString person =
        office->reader().row("operator_account", "name", name).value().value("person").toString();
    // The administrators cannot make or confirm their own second account: the rows are laid in.
    const auto lay = [this](const QString &table, const Row &row) {
        Transaction transaction(office->database());
        Writer(office->database(), office->catalogue(), PostingContext{}, "administration")
            .insert(table, row);
        transaction.commit();
    };
    lay("operator_account",
        {{"name", twin},
         {"display_name", twin},
         {"person", person},
         {"state", "open"},
         {"created_on", text(day())}});
    office->admit(twin, office->invite(as("sa"), twin), secondPassword);
    lay("operator_key",
        {{"operator", operatorId(twin)},
         {"public_key", office->slotFile().slot(twin)->publicKey},
         {"state", "open"}});
    return twin;
}

QStringList County::tries(const std::shared_ptr<Session> &session, ActionKind kind,
                          qint64 operation, bool many)
{
    const OperationView view = office->view(as("au"), operation);
    Action action;
    action.kind = kind;
    action.operation = operation;
    action.revision = view.revision;
    action.reason = "x";
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    action.seenDigest = view.digest;
    if (many) {
        action.alone = false;
        const auto answers = office->actMany(*session, {action});
        REQUIRE(answers.size() == 1);
        QStringList codes;
        if (const auto *refusals = std::get_if<QList<Refusal>>(&answers.first())) {
            for (const Refusal &each : *refusals)
                codes.append(each.code);
        }
        return codes;
    }
    return TestOffice::refused([&] { office->act(*session, action); });
}

QString County::advance(qint64 operation)
{
    const OperationView view = office->view(as("au"), operation);
    for (const char *name :
         {"tr", "en2", "en1", "co2", "co1", "gl", "fh", "dep", "sa", "se", "ca", "au", "dir"}) {
        const QStringList codes = TestOffice::refused(
            [&] { act(QString::fromLatin1(name), view.waitsForStep, operation, "x"); });
        if (codes.isEmpty())
            return QString::fromLatin1(name);
    }
    return {};
}

} // namespace

namespace {

/** The actors whose step the operation has passed may not take the waiting one: asked through each
 * entry that a program has. */
using Entry = std::function<QString(const QString &actor, ActionKind step, qint64 operation)>;

void tryEveryType(County &county, const QList<std::pair<QString, Entry>> &entries)
{
    const QMap<QString, Sample> samples = county.samples();
    for (const OperationType *type : county.registry->types()) {
        INFO("A new type needs a sample here: " << type->id.toStdString());
        REQUIRE(samples.contains(type->id));
        const Sample sample = samples.value(type->id);
        const qint64 operation = county.makeSample(type->id, sample);
        QStringList actors{sample.maker};
        for (;;) {
            const OperationView view = county.office->view(county.as("au"), operation);
            REQUIRE(view.state == OperationState::InReview);
            const ActionKind step = view.waitsForStep;
            for (const QString &name : std::as_const(actors)) {
                for (const auto &[entry, attempt] : entries) {
                    CAPTURE(actionCode(step).toStdString(), name.toStdString(),
                            entry.toStdString());
                    CHECK(attempt(name, step, operation) == "SOD_SAME_PERSON");
                }
            }
            const Route route = Route::fromJson(county.office->reader()
                                                    .row("operation", "id", operation)
                                                    .value()
                                                    .value("route")
                                                    .toString()
                                                    .toUtf8());
            if (actors.size() + 1 >= route.steps.size())
                break;
            const QString next = county.advance(operation);
            CAPTURE(actionCode(step).toStdString());
            REQUIRE_FALSE(next.isEmpty());
            actors.append(next);
        }
        county.act(sample.maker, ActionKind::Withdraw, operation);
    }
}

} // namespace

TEST_CASE("No type lets one person take two steps, by form, on the spot, decide many or second "
          "account, nor where rows were imported [CTL-09] [SOD-20]")
{
    County county;
    const auto signedIn = [](const QString &name) { return TestOffice::password(name); };
    tryEveryType(
        county,
        {{"form",
          [&](const QString &name, ActionKind step, qint64 operation) {
              return county.tries(county.office->signIn(name, signedIn(name)), step, operation)
                  .value(0);
          }},
         {"decide many",
          [&](const QString &name, ActionKind step, qint64 operation) {
              return county
                  .tries(county.office->signIn(name, signedIn(name)), step, operation, true)
                  .value(0);
          }},
         {"on the spot",
          [&](const QString &name, ActionKind step, qint64 operation) {
              return county
                  .tries(county.office->signInOnTheSpot(name, signedIn(name), "a try"), step,
                         operation)
                  .value(0);
          }},
         {"second account", [&](const QString &name, ActionKind step, qint64 operation) {
              return county
                  .tries(county.office->signIn(county.twinOf(name), secondPassword), step,
                         operation)
                  .value(0);
          }}});
}

TEST_CASE("No type lets one person take two steps without a window [CTL-09] [SOD-20]", "[file]")
{
    // Another program on the same office, so both go by the real time.
    TestOffice::Additions additions;
    additions.start = SystemClock().now().toUTC();
    County county(additions);
    const QTemporaryDir folder;
    const auto passwordFile = [&folder](const QString &name) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(TestOffice::password(name).toUtf8());
        return file.fileName();
    };
    tryEveryType(county, {{"jubaoctl", [&](const QString &name, ActionKind step, qint64 operation) {
                               const QString option = "--" + actionCode(step).replace('_', '-');
                               const ProgramResult tried = runJubaoctl(
                                   {"decide", QString::number(operation), option,
                                    "--evidence-checked", "--office", county.folder(), "--as", name,
                                    "--password-file", passwordFile(name), "--json"},
                                   folder.filePath("state"));
                               CHECK(tried.status == 1);
                               return tried.code();
                           }}});
}

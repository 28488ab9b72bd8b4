// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl_desk.h"

using namespace jubao::test;

namespace {

const QStringList states{"draft", "in_review", "returned", "conflict", "held", "posted", "closed"};
const QStringList operationKeys{"operation", "type", "state", "waits_for", "summary", "actions"};

/** The whole standard output is one JSON document. */
QJsonDocument onlyDocument(const Result &result)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(result.output, &error);
    CHECK(error.error == QJsonParseError::NoError);
    return document;
}

/** The first object of an answer that is a list, else the answer. */
QJsonObject objectOf(const Result &result)
{
    const QJsonDocument document = onlyDocument(result);
    return document.isArray() ? document[0].toObject() : document.object();
}

void holds(const Result &result, const QStringList &keys)
{
    CAPTURE(result.output.toStdString(), result.errors.toStdString());
    REQUIRE(result.status == 0);
    const QJsonObject object = objectOf(result);
    for (const QString &key : keys) {
        CAPTURE(key.toStdString());
        CHECK(object.contains(key));
    }
}

/** The demo, and the same question asked with the options before and after the command. */
class Asked : public Desk {
public:
    Result both(const QString &name, const QStringList &command,
                const QStringList &options = {}) const
    {
        QStringList all = options;
        all += {"--office", office(), "--as", name, "--password-file", path(name + ".password"),
                "--json"};
        const Result after = run(command + all);
        const Result before = run(all + command);
        CHECK(before.status == after.status);
        CHECK(onlyDocument(before).isNull() == onlyDocument(after).isNull());
        return after;
    }
    /** An operation in this person's inbox that waits for that step. */
    QString waiting(const QString &name, const QString &type) const
    {
        for (const QJsonValue &each : as(name, {"inbox"}).json.array()) {
            if (each["type"].toString() == type && each["state"].toString() == "in_review")
                return QString::number(each["operation"].toInteger());
        }
        return {};
    }
};

QJsonObject person(const QString &number)
{
    return {{"id_number", number},      {"name", "甲乙丙"},          {"division", "411024100201"},
            {"household", "410220001"}, {"household_kind", "rural"}, {"address", "一组1号"},
            {"household_relation", "0"}};
}

void askReadings(const Asked &desk)
{
    const QString who = desk.somebody();
    holds(desk.both("en1", {"find", desk.surname()}, {"--limit", "1"}),
          {"id", "name", "id_number", "division"});
    CHECK(desk.as("en1", {"find", desk.surname(), "--limit", "1"}).json.array().size() == 1);
    CHECK(desk.as("en1", {"find", desk.surname(), "--limit", "abc"}).status == 2);
    CHECK(desk.as("en1", {"history", "0"}).json.array().isEmpty());
    holds(desk.both("en1", {"person", who}), {"id", "name", "id_number", "division", "phone"});
    CHECK(desk.as("en1", {"person", who}).json["id_number"].toString().contains('*'));
    CHECK_FALSE(
        desk.as("en1", {"person", who, "--reveal"}).json["id_number"].toString().contains('*'));
    holds(desk.both("en1", {"account", who}, {"--as-of", "2026-06-30"}),
          {"balance_yuan", "entries"});
    holds(desk.both("en1", {"account", who}, {"--known-at", "2026-06-30"}),
          {"balance_yuan", "entries"});
    holds(desk.both("en1", {"history", who}), operationKeys);
    holds(desk.both("dep", {"inbox"}), operationKeys);
    for (const QJsonValue &each : desk.as("dep", {"inbox"}).json.array()) {
        CHECK(states.contains(each["state"].toString()));
        for (const char *key : {"operator", "post", "step", "at"})
            CHECK_FALSE(each["actions"][0][QLatin1String(key)].toString().isEmpty());
    }
    const QString operation =
        QString::number(desk.as("dep", {"inbox"}).json[0]["operation"].toInteger());
    holds(desk.both("dep", {"show", operation}), operationKeys + QStringList{"digest", "findings"});
    holds(desk.both("au", {"verify"}), {"clean", "compared_with", "entries", "head", "violations"});
    holds(desk.both("au", {"replay"}), {"clean", "compared_with", "entries", "head", "violations"});
    holds(desk.both("au", {"trail"}, {"--limit", "5"}), {"at", "operator", "kind", "subject"});
    holds(desk.both("au", {"witness"}), {"file", "seq", "hash"});
    holds(desk.both("au", {"ties"}), {"clean", "ties"});
    const QJsonArray ties = desk.as("au", {"ties"}).json["ties"].toArray();
    CHECK(ties.size() >= 5);
    for (const QJsonValue &tie : ties) {
        CAPTURE(tie["id"].toString().toStdString());
        CHECK(tie["id"].toString().startsWith("TIE-"));
        CHECK(tie["breaks"].toArray().isEmpty());
    }
    const QJsonArray types = desk.run({"types", "--json"}).json.array();
    for (const QJsonValue &type : types) {
        CAPTURE(type["id"].toString().toStdString());
        CHECK(type["version"].toInt() > 0);
        for (const char *key : {"title", "part", "legal_basis"})
            CHECK_FALSE(type[QLatin1String(key)].toString().isEmpty());
        CHECK(type["route"].toArray().size() >= 2);
        for (const QJsonValue &field : type["fields"].toArray()) {
            CHECK_FALSE(field["name"].toString().isEmpty());
            CHECK_FALSE(field["kind"].toString().isEmpty());
            CHECK_FALSE(field["label"].toString().isEmpty());
            CHECK(field["required"].isBool());
        }
    }
    CHECK(desk.both("au", {"types"}).json.array().size() == types.size());
}

void act(const Asked &desk)
{
    const QString file = desk.payload(person("11010519491231002X"));
    const QStringList papers{"--paper-seen",       "id_card",  "--paper-seen",
                             "household_register", "--reason", "x"};
    const Result made =
        desk.as("en2",
                QStringList{"make", "enrollment.register", "--payload", file, "--instructed-by",
                            "DIR", "--instructed-on", "2026-11-02", "--objection", "too early"}
                    + papers);
    holds(made, {"operation", "state", "waits_for", "findings"});
    const QString operation = QString::number(made.json["operation"].toInteger());
    const Result shown = desk.as("en3", {"show", operation});
    CHECK(shown.json["instructed_by"].toString() == "DIR");
    CHECK(shown.json["instructed_on"].toString() == "2026-11-02");
    CHECK(shown.json["objection"].toString() == "too early");
    CHECK(desk.as("en2",
                  QStringList{"make", "enrollment.register", "--payload", file, "--instructed-on",
                              "some day"}
                      + papers)
              .status
          == 2);

    const Result refused = desk.as("en3", {"decide", operation, "--recheck"});
    CHECK(refused.status == 1);
    const QJsonValue refusal = onlyDocument(refused)["refusals"][0];
    for (const char *key : {"code", "field", "text"})
        CHECK(refusal[QLatin1String(key)].isString());
    CHECK(refused.code() == "EVIDENCE_NOT_CHECKED");
    CHECK(
        desk.as("en3", {"decide", operation, "--recheck", "--evidence-checked", "--seen", "other"})
            .code()
        == "VIEW_CHANGED");
    const QString digest = shown.json["digest"].toString();
    holds(
        desk.as("en3", {"decide", operation, "--recheck", "--evidence-checked", "--seen", digest}),
        {"operation", "state", "waits_for"});
    CHECK(desk.as("dep", {"decide", operation, "--return"}).code() == "REASON_MISSING");
    const Result returned =
        desk.as("dep", {"decide", operation, "--return", "--reason", "which household?"});
    CHECK(returned.json["state"].toString() == "returned");
    // What a leader handed down and a handler sent back waits at the leader's desk and at audit's.
    for (const char *name : {"dir", "au"})
        CHECK(desk.as(name, {"decide", operation, "--acknowledge"}).status == 0);
    const Result again = desk.as(
        "en2",
        QStringList{"make", "enrollment.register", "--payload", file, "--resubmit", operation}
            + papers);
    CHECK(again.json["state"].toString() == "in_review");
    const Result held = desk.as("au", {"decide", operation, "--hold", "--reason", "looked at"});
    CHECK(held.json["state"].toString() == "held");
    for (const char *name : {"dir", "au"})
        CHECK(desk.as(name, {"decide", operation, "--lift", "--reason", "seen"}).status == 0);
    const Result withdrawn = desk.as("en2", {"withdraw", operation});
    CHECK(withdrawn.json["state"].toString() == "closed");
    CHECK(desk.as("en2", {"show", operation}).json["closed_by"].toString() == "withdraw");

    holds(desk.as("au", {"checkpoint"}), {"checkpoint", "entries", "head"});
    CHECK(desk.as("tc1", {"checkpoint"}).code() == "POST_NOT_HELD");
    CHECK(desk.as("au", {"verify", "--since-checkpoint"}).json["clean"].toBool());
}

void closeDay(const Asked &desk)
{
    const Result day = desk.both("tc1", {"day-close"});
    holds(day,
          {"day", "first_number", "last_number", "used", "void", "lost", "missing", "due_yuan"});
    CHECK(desk.as("tc1", {"day-close", "--date", "yesterday"}).status == 2);
    CHECK(desk.as("tc1", {"day-close", "--make"}).status == 2);
    CHECK(desk.as("tc1", {"day-close", "--make", "--counted", "x"}).status == 2);
    CHECK(desk.as("gl", {"day-close", "--make", "--counted", "0", "--date", "2026-01-05"}).status
          == 1);
}

void askPapers(const Asked &desk)
{
    const QString who = desk.somebody();
    const QString pdf = desk.path("statement.pdf");
    const Result printed = desk.as("en1", {"print", "accounts.statement", who, "-o", pdf});
    holds(printed, {"file", "pages"});
    CHECK(printed.json["pages"].toInt() >= 1);
    CHECK(QFile::exists(pdf));
    CHECK(desk.as("en1", {"print", "no.such_paper", who, "-o", desk.path("x.pdf")}).code()
          == "DOCUMENT_UNKNOWN");
    CHECK_FALSE(QFile::exists(desk.path("x.pdf")));
    CHECK(desk.as("en1", {"print", "accounts.statement", who}).status == 2);
    holds(desk.as("it1", {"backup", desk.path("b.jubao")}), {"file", "head", "entries"});
    const auto two = [&desk](QStringList command, const QString &one, const QString &other) {
        for (const QString &name : {one, other})
            command += {"--as", name, "--password-file", desk.path(name + ".password")};
        return desk.run(command << "--json");
    };
    holds(two({"restore", desk.path("b.jubao"), desk.path("again")}, "it1", "dep"),
          {"office", "entries", "head", "violations"});
    holds(two({"migrate", "--office", desk.office()}, "it1", "dep"), {"office", "from", "to"});
    holds(two({"data-key", "--office", desk.office()}, "sa", "se"), {"key"});
    holds(
        desk.as("au", {"verify", "--witness", desk.as("au", {"witness"}).json["file"].toString()}),
        {"clean", "compared_with"});
}

void calculate(const Asked &desk)
{
    const QStringList subsidy{"calc", "subsidy", "--tier", "200", "--date", "2026-03-01"};
    holds(desk.run(QStringList(subsidy) << "--json"), {"yuan", "policy"});
    const QStringList days{"calc", "working-days", "2026-02-13", "3"};
    holds(desk.run(QStringList(days) << "--json"), {"end"});
    CHECK(desk.run({"--json", "calc", "working-days", "2026-02-13", "0"}).json["end"].toString()
          == "2026-02-13");
    holds(desk.run({"--json", "calc", "capital-amount", "107000.53"}), {"canonical", "accepted"});
    holds(desk.run({"calc", "id-number", "123", "--json"}), {"valid", "birth", "sex", "findings"});
    CHECK_FALSE(desk.run({"calc", "id-number", "123", "--json"}).json["valid"].toBool());
    CHECK(desk.run({"calc", "subsidy", "--tier", "200", "--json"}).status == 2);
    CHECK(desk.run({"calc", "capital-amount", "ten", "--json"}).status == 2);
    CHECK(desk.run({"calc", "nonsense", "--json"}).status == 2);

    // The office changes its calendar by operation; its own rows rule from then on.
    const QString calendar =
        desk.payload({{"year", 2029}, {"days", "2029-03-05 off"}, {"source", "a test"}});
    const Result made = desk.as("fh",
                                {"make", "administration.calendar", "--payload", calendar,
                                 "--paper-seen", "policy_document", "--reason", "x"});
    REQUIRE(made.status == 0);
    const QString operation = QString::number(made.json["operation"].toInteger());
    const QList<QPair<QString, QString>> route{
        {"en1", "--recheck"}, {"dep", "--review"}, {"dir", "--approve"}};
    for (const auto &[name, step] : route)
        REQUIRE(desk.as(name, {"decide", operation, step, "--evidence-checked"}).status == 0);
    const QStringList march{"calc", "working-days", "2029-03-02", "1"};
    CHECK(desk.run(QStringList(march) << "--json").json["end"].toString() == "2029-03-05");
    CHECK(desk.both("au", march).json["end"].toString() == "2029-03-06");
    holds(desk.both("au", {"calc", "subsidy"}, {"--tier", "200", "--date", "2026-03-01"}),
          {"yuan", "policy"});
}

void useWrongly(const Asked &desk)
{
    for (const QStringList &wrong : {QStringList{"--json"},
                                     {"nothing", "--json"},
                                     {"--json", "--no-such-option"},
                                     {"make", "--json"},
                                     {"decide", "x", "--json"},
                                     {"find", "--json"},
                                     {"--json", "restore"},
                                     {"recover", "--json"},
                                     {"import", "x", "--json"}}) {
        const Result result = desk.run(wrong);
        CAPTURE(wrong.join(' ').toStdString(), result.output.toStdString());
        CHECK(result.status == 2);
        CHECK(onlyDocument(result).isObject());
        CHECK(result.json["error"].isString());
    }
    const Result absent = desk.run({"inbox", "--json", "--office", desk.path("nowhere"), "--as",
                                    "x", "--password-file", "/dev/null"});
    CHECK(absent.status == 3);
    CHECK(onlyDocument(absent)["error"].isString());
}

void importAndDecide(const Asked &desk)
{
    const QString path = desk.path("roster.csv");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("id_number,name,division,household,household_kind,address\n"
               "110105199003072215,张三,柳河镇东岗村,H9,rural,一组\n");
    file.close();
    const Result checked =
        desk.as("en1", {"import", "enrollment.roster", path, "--division", "411024100", "--check"});
    holds(checked, {"rows", "good", "bad", "sheet"});
    CHECK(checked.json["good"].toInt() == 1);
    const Result imported = desk.as(
        "en1",
        {"import", "enrollment.roster", path, "--division", "411024100", "--paper-seen", "roster"});
    holds(imported, {"rows", "good", "bad", "sheet", "operation", "state"});
    const QString operation = QString::number(imported.json["operation"].toInteger());
    CHECK(desk.as("en1", {"decide", operation, "--recheck", "--evidence-checked"}).code()
          == "SOD_SAME_PERSON");
    const Result shown = desk.as("en3", {"show", operation});
    CHECK(shown.json["changes"].toArray().size() >= 3);
    CHECK(desk.as("en3", {"decide", operation, "--recheck", "--evidence-checked"}).status == 0);
    CHECK(desk.as("en1", {"decide", operation, "--approve", "--evidence-checked"}).code()
          == "SOD_SAME_PERSON");
}

void askDemo(const Asked &desk)
{
    QFile passwords(desk.office() + "/demo-passwords.json");
    REQUIRE(passwords.open(QIODevice::ReadOnly));
    const QJsonArray operators =
        QJsonDocument::fromJson(passwords.readAll())["operators"].toArray();
    CHECK(operators.size() > 18);
    for (const QJsonValue &each : operators) {
        CAPTURE(each["name"].toString().toStdString());
        CHECK(each["person"].toString().size() == 18);
        CHECK_FALSE(each["password"].toString().isEmpty());
        CHECK(each["posts"].isArray());
    }
    // Made once, it stands: nothing is written over it.
    const Result again = desk.run({"demo", desk.office(), "--persons", "3", "--json"});
    CHECK(again.status != 0);
    CHECK(onlyDocument(again).isObject());
    CHECK(desk.as("au", {"inbox"}).status == 0);
}

void changePassword(const Asked &desk)
{
    const auto write = [&desk](const QString &name, const QByteArray &text) {
        QFile file(desk.path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    };
    const auto change = [&](const QByteArray &next) {
        return desk.as("gl", {"password", "--new-password-file", write("next", next)});
    };
    CHECK(change("short").code() == "PASSWORD_WEAK");
    const QByteArray good = "Zq8!Lantern#52";
    holds(change(good), {"operator", "changed"});
    CHECK(desk.as("gl", {"inbox"}).code() == "SIGN_IN_FAILED");
    write("gl.password", good);
    CHECK(desk.as("gl", {"inbox"}).status == 0);
    // A password is no argument.
    CHECK(desk.run({"inbox", "--office", desk.office(), "--as", "gl", "--password", "x", "--json"})
              .status
          == 2);
}

void reject(const Asked &desk)
{
    const QString operation = desk.waiting("dep", "enrollment.register");
    REQUIRE_FALSE(operation.isEmpty());
    CHECK(desk.as("dep", {"decide", operation, "--reject"}).code() == "REASON_MISSING");
    CHECK(desk.as("dep", {"decide", operation, "--reject", "--approve"}).status == 2);
    CHECK(desk.as("dep", {"decide", operation}).status == 2);
    const Result rejected =
        desk.as("dep", {"decide", operation, "--reject", "--reason", "not of this county"});
    CHECK(rejected.json["state"].toString() == "closed");
    CHECK(desk.as("dep", {"show", operation}).json["closed_by"].toString() == "reject");
    CHECK(desk.as("dep", {"decide", operation, "--approve", "--evidence-checked"}).code()
          == "NOT_IN_THIS_STATE");
    CHECK(desk.as("dep", {"decide", "4711", "--approve"}).code() == "OPERATION_UNKNOWN");
}

} // namespace

// One demo for each case: making it takes longer than asking it.
TEST_CASE("What reads answers with its keys and in either order of options, and wrong use in one "
          "document [CTL-01] [CTL-12] [SEC-02]")
{
    const Asked desk;
    askDemo(desk);
    useWrongly(desk);
    askReadings(desk);
    calculate(desk);
    askPapers(desk);
}

TEST_CASE(
    "What acts answers with its keys, refusals with code and field and text and nobody decides "
    "what he imported [CON-15] [CTL-09] [CTL-24] [SEC-20] [SOD-20]")
{
    const Asked desk;
    act(desk);
    closeDay(desk);
    importAndDecide(desk);
    reject(desk);
    changePassword(desk);
}

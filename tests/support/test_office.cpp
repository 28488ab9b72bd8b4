// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/test_office.h"

#include "core/id_number.h"
#include "database/error.h"
#include "database/moving.h"
#include "database/protection.h"
#include "database/transaction.h"
#include "operations/asked.h"
#include "operations/founding.h"
#include "support/engine_choice.h"
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <catch2/catch.hpp>

namespace jubao::test {

namespace {

struct Person {
    const char *name;
    const char *post;
    const char *division;
    bool head;
};

constexpr Person signers[]{{"sa", "SA", "", false},
                           {"se", "SE", "", false},
                           {"aa", "AA", "", false},
                           {"dir", "DIR", "", true}};
constexpr Person staff[]{{"dep", "DEP", "", true},
                         {"en1", "EN", "", true},
                         {"en2", "EN", "", false},
                         {"en3", "EN", "", false},
                         {"co1", "CO", "", true},
                         {"co2", "CO", "", false},
                         {"fh", "FH", "", true},
                         {"gl", "GL", "", false},
                         {"ca", "CA", "", false},
                         {"au", "AU", "", true},
                         {"tc", "TC", "411024100", false},
                         {"tr", "TR", "411024100", false},
                         {"tc9", "TC", "411024900", false},
                         {"of", "OF", "", false},
                         {"it", "IT", "", false}};

QString departmentOf(const QString &post)
{
    static const QMap<QString, QString> departments{
        {"DIR", "LD"}, {"DEP", "LD"}, {"FH", "FN"}, {"GL", "FN"}, {"CA", "FN"},
        {"AU", "AD"},  {"AA", "AD"},  {"BE", "BF"}, {"IT", "IF"}, {"SA", "IF"},
        {"SE", "IF"},  {"OF", "OF"},  {"TC", "TW"}, {"TR", "TW"}};
    return departments.value(post, "RL");
}

QJsonObject personOf(const Person &person, int sequence)
{
    return {{"name", person.name},
            {"display_name", QString::fromLatin1(person.name).toUpper()},
            {"person", TestOffice::idNumber(QDate(1980, 1, 1), sequence)},
            {"posts",
             QJsonArray{QJsonObject{{"post", person.post},
                                    {"department", departmentOf(person.post)},
                                    {"division", person.division},
                                    {"head", person.head ? 1 : 0}}}}};
}

} // namespace

QString TestOffice::idNumber(const QDate &birth, int sequence)
{
    const QString first = QStringLiteral("411024%1%2")
                              .arg(birth.toString("yyyyMMdd"))
                              .arg(sequence % 1000, 3, 10, QChar(u'0'));
    return first + IdNumber::checkCharacter(first);
}

QString TestOffice::password(const QString &name)
{
    int sum = 0;
    for (const QChar letter : name)
        sum = sum * 7 + letter.unicode();
    return QStringLiteral("Kx7!Vb%1#Qm").arg(sum);
}

Office::Options TestOffice::options() const
{
    return {registry,
            clock,
            QStringLiteral("test-pc"),
            witnessFolder(),
            {},
            m_additions.catalogue,
            m_additions.migrations,
            m_server,
            m_port,
            m_county,
            [this] { return drives; },
            [this] { return publicAddresses; }};
}

Database &TestOffice::books()
{
    return m_county ? service->database() : office->database();
}

namespace {

/** The plan with rows of its own behind the shipped ones. */
QJsonObject extended(const QJsonObject &content, const TestOffice::Additions &additions)
{
    if (additions.routes.isEmpty() && additions.policy.isEmpty())
        return content;
    QJsonObject plan = completedFoundingPlan(content);
    const auto append = [&plan](const char *part, const QJsonArray &rows) {
        QJsonArray all = plan[QLatin1String(part)].toArray();
        for (const QJsonValue &row : rows)
            all.append(row);
        plan[QLatin1String(part)] = all;
    };
    append("routes", additions.routes);
    append("policy", additions.policy);
    return plan;
}

} // namespace

TestOffice::TestOffice(std::shared_ptr<const TypeRegistry> types)
    : TestOffice(std::move(types), Additions())
{
}

TestOffice::TestOffice(std::shared_ptr<const TypeRegistry> types, Additions additions)
    : clock(std::make_shared<SimulatedClock>(additions.start))
    , registry(std::move(types))
    , m_additions(std::move(additions))
    , m_server(chosenServer())
{
    QJsonArray signing;
    QJsonArray working;
    QMap<QString, QString> passwords;
    int sequence = 1;
    for (const Person &person : signers) {
        signing.append(personOf(person, sequence++));
        passwords.insert(person.name, password(person.name));
    }
    for (const Person &person : staff)
        working.append(personOf(person, sequence++));
    FoundingPlan plan;
    plan.content = {
        {"office", QJsonObject{{"name", "Test county"}, {"demo", 1}, {"node", 1}}},
        {"password_cost", QJsonObject{{"memory_kib", 64}, {"iterations", 1}, {"parallelism", 1}}},
        {"divisions",
         QJsonArray{
             QJsonObject{{"code", "411024"}, {"name", "County"}, {"parent", ""}},
             QJsonObject{{"code", "411024100"}, {"name", "Township"}, {"parent", "411024"}},
             QJsonObject{{"code", "411024100201"}, {"name", "Village"}, {"parent", "411024100"}},
             QJsonObject{{"code", "411024900"}, {"name", "Far township"}, {"parent", "411024"}},
             QJsonObject{
                 {"code", "411024900201"}, {"name", "Far village"}, {"parent", "411024900"}}}},
        {"signers", signing},
        {"staff", working}};
    plan.content = extended(plan.content, m_additions);
    office = Office::found(folder(), plan, passwords, options(),
                           [this](const QStringList &list, const Reader &) { shares = list; });
    for (const Person &person : staff)
        admit(person.name);
    if (qEnvironmentVariableIsSet("JUBAO_TEST_SERVICE"))
        serve();
}

TestOffice::~TestOffice()
{
    m_sessions.clear();
    office.reset();
    service.reset();
    if (m_server)
        leaveServer(*m_server);
}

void TestOffice::admit(const QString &name)
{
    const QString code = office->invite(as("sa"), name);
    office->admit(name, code, password(name));
    const QString key = office->keyMadeBy(as("sa"), name);
    const ActResult made =
        make("sa", "system.operator_key",
             {{"action", "open"}, {"operator", operatorId(name)}, {"public_key", key}});
    act("se", ActionKind::Approve, made.operation);
}

qint64 TestOffice::operatorId(const QString &name)
{
    // A desk of the county reads nothing before somebody has signed in there.
    return (m_county ? *service : *office)
        .reader()
        .row("operator_account", "name", name)
        .value()
        .value("id")
        .toLongLong();
}

Session &TestOffice::as(const QString &name)
{
    if (!m_sessions.contains(name))
        m_sessions.insert(name, office->signIn(name, password(name)));
    return *m_sessions.value(name);
}

void TestOffice::reopen()
{
    m_sessions.clear();
    office.reset();
    office = Office::open(m_county ? QString() : folder(), options());
}

namespace {

/** The way to the service without a wire. */
class DirectPort : public RegistrarPort {
public:
    explicit DirectPort(std::unique_ptr<Office> &service) : m_service(service) { }
    ActResult make(const QString &name, const MakeRequest &request, const Asked &asked) override
    {
        return m_service->makeFor(name, request, asked);
    }
    ActResult act(const QString &name, const Action &action, const Asked &asked,
                  const Progress &progress) override
    {
        return m_service->actFor(name, action, asked, progress);
    }

private:
    std::unique_ptr<Office> &m_service;
};

} // namespace

void TestOffice::serve()
{
    if (service)
        return;
    serviceKey = office->makeRegistrarKey(as("sa"));
    const ActResult made = make("sa", "system.registrar_key",
                                {{"action", "open"},
                                 {"name", "county-server"},
                                 {"public_key", serviceKey->publicKeyHex()}});
    act("dir", ActionKind::Approve, made.operation);
    restartService();
    askBy(std::make_shared<DirectPort>(service));
}

void TestOffice::askBy(std::shared_ptr<RegistrarPort> port)
{
    m_port = std::move(port);
    reopen();
    as("sa");
}

void TestOffice::deskBy(std::shared_ptr<CountyService> county)
{
    m_port.reset();
    m_county = std::move(county);
    reopen();
}

std::unique_ptr<Office> TestOffice::openService(const std::optional<ServerAddress> &by) const
{
    Office::Options own = options();
    if (by)
        own.server = by;
    own.registrar.reset();
    own.county.reset();
    return Office::openAsRegistrar(folder(), own, serviceKey);
}

void TestOffice::restartService()
{
    service.reset();
    service = openService();
}

ActResult TestOffice::make(const QString &name, const QString &type, const QJsonObject &payload,
                           const QStringList &papers, const QString &reason)
{
    MakeRequest request;
    request.type = type;
    request.payload = payload;
    request.reason = reason;
    for (const QString &paper : papers)
        request.evidence.append({paper, {}, {}});
    return office->make(as(name), request);
}

ActResult TestOffice::assignPost(const QJsonObject &payload, const QString &reason)
{
    const ActResult made =
        make("of", "administration.assign_post", payload, {"appointment"}, reason);
    // A deputy's own post is not rechecked by the deputy.
    if (office->view(as("of"), made.operation).waitsForStep == ActionKind::Recheck)
        act("dep", ActionKind::Recheck, made.operation);
    return act("dir", ActionKind::Approve, made.operation);
}

ActResult TestOffice::act(const QString &name, ActionKind kind, qint64 operation,
                          const QString &reason)
{
    Session &session = as(name);
    const OperationView view = office->view(session, operation);
    Action action;
    action.kind = kind;
    action.operation = operation;
    action.revision = view.revision;
    action.reason = reason;
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    action.seenDigest = view.digest;
    return office->act(session, action);
}

QStringList TestOffice::found(const QString &type, const QJsonObject &payload, const QString &name)
{
    QStringList codes;
    const Findings findings = office->check(as(name), type, payload);
    for (const Finding &each : findings) {
        CHECK_FALSE(each.text.isEmpty());
        CHECK_FALSE(each.rule.isEmpty());
        codes.append(each.code);
    }
    return codes;
}

QString TestOffice::valueOf(qint64 person, const QString &column) const
{
    return office->reader().row("person", person).value().value(column).toString();
}

QStringList TestOffice::refused(const std::function<void()> &call)
{
    QStringList codes;
    try {
        call();
    } catch (const RefusedError &error) {
        for (const Refusal &each : error.refusals)
            codes.append(each.code);
    }
    return codes;
}

namespace {

qint64 numberIn(Database &database, const QString &sql)
{
    Query query = database.prepare(sql);
    return query.next() ? query.integer(0) : -1;
}

} // namespace

/** The books in a file, where what is sealed on a server can be asked for in clear. */
std::unique_ptr<Database> TestOffice::openedCopy()
{
    Database::Options creating;
    creating.path = m_folder.filePath(QStringLiteral("opened-%1.jubao").arg(++m_copies));
    creating.key = Key::random();
    creating.mode = Database::Mode::Create;
    creating.passing = true;
    std::unique_ptr<Database> copy = Database::open(std::move(creating));
    moveBooks(books(), *copy, m_additions.migrations, m_additions.catalogue);
    return copy;
}

qint64 TestOffice::number(const QString &sql)
{
    if (!m_server)
        return numberIn(books(), sql);
    try {
        // A statement that fails would take an open transaction with it.
        std::optional<Transaction> inside;
        if (books().inTransaction())
            inside.emplace(books());
        return numberIn(books(), sql);
    } catch (const DatabaseError &) {
        return numberIn(*openedCopy(), sql);
    }
}

namespace {

QStringList guardDrops(Database &database)
{
    QStringList drops;
    Query guards = database.prepare(database.dialect().dropGuardsQuery());
    while (guards.next())
        drops.append(guards.text(0));
    return drops;
}

/**
 * The server's tables that `statements` name are without guards while it lives; `commit` puts those
 * back that there were. To drop and make all of them takes longer than what is tried with it.
 */
class Unguarded {
public:
    Unguarded(Database &database, const QString &statements) : m_database(database), m_all(database)
    {
        Query guards = database.prepare(QStringLiteral(
            "SELECT c.relname, t.tgname, pg_get_triggerdef(t.oid), t.tgenabled::text "
            "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = "
            "to_regnamespace(current_schema()) AND NOT t.tgisinternal"));
        QString drops;
        while (guards.next()) {
            const QString table = guards.text(0);
            const QString name = guards.text(1);
            if (!QRegularExpression(QStringLiteral("\\b%1\\b").arg(table))
                     .match(statements)
                     .hasMatch())
                continue;
            drops += QStringLiteral("DROP TRIGGER %1 ON %2;\n").arg(name, table);
            m_guards += guards.text(2) + QStringLiteral(";\n");
            if (guards.text(3) == u"A")
                m_guards +=
                    QStringLiteral("ALTER TABLE %1 ENABLE ALWAYS TRIGGER %2;\n").arg(table, name);
        }
        database.engine().executeScript(drops);
    }
    void commit()
    {
        m_database.engine().executeScript(m_guards);
        m_all.commit();
    }

private:
    Database &m_database;
    Transaction m_all;
    QString m_guards;
};

} // namespace

void TestOffice::unguarded(const QString &tables, const std::function<void(Database &)> &change)
{
    Database &database = office->database();
    if (m_server) {
        Unguarded all(database, tables);
        change(database);
        all.commit();
        return;
    }
    database.engine().allowSchemaChanges(true);
    const QStringList drops = guardDrops(database);
    for (const QString &drop : drops)
        database.execute(drop);
    change(database);
    generateProtection(database, m_additions.catalogue);
    database.engine().allowSchemaChanges(false);
}

void TestOffice::tamper(const QStringList &statements)
{
    try {
        unguarded(statements.join(u'\n'), [&statements](Database &database) {
            for (const QString &statement : statements)
                database.execute(statement);
        });
    } catch (const DatabaseError &) {
        if (!m_server)
            throw;
        tamperInClear(statements);
    }
}

/** With the data key in hand what is sealed is changed as well: out of the server, changed, and in
 * again. */
void TestOffice::tamperInClear(const QStringList &statements)
{
    Database &database = office->database();
    const std::unique_ptr<Database> copy = openedCopy();
    copy->engine().allowSchemaChanges(true);
    const QStringList drops = guardDrops(*copy);
    for (const QString &statement : drops + statements)
        copy->execute(statement);
    QStringList truncates;
    for (const Table &table : m_additions.catalogue.tables()) {
        truncates += QStringLiteral("TRUNCATE %1").arg(table.name);
        if (table.kind == TableKind::Record)
            truncates += QStringLiteral("TRUNCATE %1").arg(historyOf(table).name);
    }
    Transaction all(database);
    dropProtection(database); // filling them makes it anew
    for (const QString &truncate : truncates)
        database.execute(truncate);
    moveBooks(*copy, database, m_additions.migrations, m_additions.catalogue);
    all.commit();
}

void TestOffice::dropGuard(const QString &name)
{
    Database &database = office->database();
    database.engine().allowSchemaChanges(true);
    database.execute(guardDrops(database).filter(name).value(0));
    database.engine().allowSchemaChanges(false);
}

QString TestOffice::personName(int sequence)
{
    static const QString digits = QStringLiteral("东南西北中春夏秋冬安");
    QString name = QStringLiteral("张三");
    const QString number = QString::number(sequence);
    for (const QChar digit : number)
        name += digits.at(digit.digitValue());
    return name;
}

QString TestOffice::household(int number)
{
    return QStringLiteral("%1").arg(410'220'000 + number);
}

QJsonObject TestOffice::newPerson(int sequence) const
{
    return {{"id_number", idNumber(QDate(1985, 5, 5), sequence)},
            {"name", personName(sequence)},
            {"division", "411024100201"},
            {"household", household(sequence)},
            {"household_relation", "0"},
            {"household_kind", "rural"},
            {"address", QStringLiteral("测试村%1号").arg(sequence)},
            {"phone", QStringLiteral("138%1").arg(sequence, 8, 10, QChar(u'0'))}};
}

qint64 TestOffice::enrol(int sequence)
{
    const QJsonObject person = newPerson(sequence);
    const ActResult made =
        make("tc", "enrollment.register", person, {"id_card", "household_register"});
    act("tr", ActionKind::Recheck, made.operation);
    act("dep", ActionKind::Approve, made.operation);
    return office->reader()
        .row("person", "id_number", person["id_number"].toString())
        .value()
        .value("id")
        .toLongLong();
}

void TestOffice::declareAndLower(qint64 person, const QString &reason)
{
    const auto yuan = [person](qint64 fen) {
        return QJsonObject{{"person", person}, {"year", 2026}, {"amount", fen}};
    };
    act(QStringLiteral("tr"), ActionKind::Recheck,
        make(QStringLiteral("tc"), QStringLiteral("contributions.declare"), yuan(30000)).operation);
    make(QStringLiteral("tc"), QStringLiteral("contributions.declare_change"), yuan(20000),
         {QStringLiteral("tier_application")}, reason);
}

void TestOffice::keepFile()
{
    const QString path = folder() + QStringLiteral("/office.jubao");
    QFile::copy(path, path + QStringLiteral(".old"));
}

void TestOffice::putOlderFileBack()
{
    office.reset();
    const QString path = folder() + QStringLiteral("/office.jubao");
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(end));
    QFile::copy(path + QStringLiteral(".old"), path);
}

qint64 TestOffice::collectAtCounter(qint64 person, const QString &receipt, qint64 fen,
                                    const QString &collector)
{
    return make(collector, QStringLiteral("contributions.collect"),
                {{"person", person},
                 {"year", 2026},
                 {"amount", fen},
                 {"number", receipt},
                 {"payer", "self"}})
        .operation;
}

void TestOffice::registerStick(const QString &name, const QString &serial, const QString &approver)
{
    const qint64 operation =
        make("sa", "system.key_stick",
             {{"action", "register"}, {"operator", operatorId(name)}, {"serial", serial}})
            .operation;
    act(approver, ActionKind::Approve, operation);
}

void TestOffice::issueNumbers(const QString &collector, const QString &prefix)
{
    const ActResult made = make("co1", "contributions.issue_numbers",
                                {{"kind", "contribution"},
                                 {"prefix", prefix},
                                 {"first_number", 1},
                                 {"last_number", 100},
                                 {"holder", operatorId(collector)},
                                 {"division", "411024100"}});
    act("gl", ActionKind::Recheck, made.operation);
    act("fh", ActionKind::Approve, made.operation);
    act("ca", ActionKind::CarryOut, made.operation);
}

} // namespace jubao::test

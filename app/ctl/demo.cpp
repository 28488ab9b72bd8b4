// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo.h"

#include "contributions/domain/types.h"
#include "core/id_number.h"
#include "database/error.h"
#include "operations/office.h"
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <random>

namespace jubao::ctl {

namespace {

struct Staff {
    const char *name;
    const char *title;
    const char *post;
    const char *department;
    const char *division;
    bool head;
    int person; ///< who it is: two accounts with one number are one natural person
};

constexpr int signerCount = 4;
constexpr const char *township = "411024100";
constexpr const char *secondTownship = "411024101";

const Staff staff[]{
    {"dir", "周明远", "DIR", "LD", "", true, 1},
    {"sa", "郑凯", "SA", "IF", "", false, 2},
    {"se", "吴珊", "SE", "IF", "", false, 3},
    {"aa", "冯蕾", "AA", "AD", "", false, 4},
    {"dep", "王建国", "DEP", "LD", "", true, 5},
    {"fh", "孙丽华", "FH", "FN", "", true, 6},
    {"gl", "钱学文", "GL", "FN", "", false, 7},
    {"ca", "李娟", "CA", "FN", "", false, 8},
    {"au", "陈志强", "AU", "AD", "", true, 9},
    {"en1", "赵文静", "EN", "RL", "", true, 10},
    {"en2", "刘洋", "EN", "RL", "", false, 11},
    {"en3", "黄蓉蓉", "EN", "RL", "", false, 12},
    {"en2b", "刘洋", "EN", "RL", "", false, 11},
    {"co1", "徐海峰", "CO", "RL", "", true, 13},
    {"co2", "马晓燕", "CO", "RL", "", false, 14},
    {"be1", "朱红梅", "BE", "BF", "", true, 15},
    {"st1", "胡斌", "ST", "OF", "", false, 16},
    {"ar1", "郭敏", "AR", "OF", "", false, 17},
    {"of1", "何静", "OF", "OF", "", true, 18},
    {"it1", "高翔", "IT", "IF", "", true, 19},
    {"tc1", "林小雨", "TC", "TW", township, false, 20},
    {"tr1", "罗军", "TR", "TW", township, true, 21},
    {"tc2", "梁志远", "TC", "TW", secondTownship, false, 22},
    {"tr2", "宋玉兰", "TR", "TW", secondTownship, true, 23},
};

const char *const divisions[][3]{{"411024", "示范县", ""},
                                 {township, "柳河镇", "411024"},
                                 {secondTownship, "青石乡", "411024"},
                                 {"411024100201", "柳河镇东岗村", township},
                                 {"411024100202", "柳河镇西岗村", township},
                                 {"411024100203", "柳河镇河湾村", township},
                                 {"411024101201", "青石乡石桥村", secondTownship},
                                 {"411024101202", "青石乡杨树村", secondTownship}};
const char *const villages[]{"411024100201", "411024100202", "411024100203", "411024101201",
                             "411024101202"};

/** Builds the county; one object per call. */
class Builder {
public:
    Builder(const DemoOptions &options, std::shared_ptr<const TypeRegistry> registry);
    int build();

private:
    QString idNumber(const QDate &birth, int sequence) const;
    static QString newPassword(const QString &name);
    QJsonObject account(const Staff &who) const;
    FoundingPlan plan() const;
    void admitStaff();
    void issueNumbers();
    void liveThrough();
    void leaveOpenWork();
    void changePasswords();
    void writePasswords() const;
    void passTime(int minutes);

    Session &as(const QString &name);
    qint64 operatorId(const QString &name) const;
    qint64 make(const QString &name, const QString &type, const QJsonObject &payload,
                const QStringList &papers = {}, const QString &reason = {});
    void decide(const QString &name, ActionKind kind, qint64 operation, const QString &reason = {});
    QJsonObject newPerson(int sequence);
    qint64 registerPerson(int sequence, int steps);
    void closeDayBefore(const QString &clerk, const QString &checker);
    qint64 collect(qint64 person, const QString &division, bool recheck);

    DemoOptions m_options;
    std::shared_ptr<const TypeRegistry> m_registry;
    std::shared_ptr<SimulatedClock> m_clock;
    std::unique_ptr<Office> m_office;
    QMap<QString, QString> m_passwords;
    QMap<QString, std::shared_ptr<Session>> m_sessions;
    QMap<QString, int> m_nextNumber;
    std::mt19937 m_random;
    QDateTime m_end;
};

Builder::Builder(const DemoOptions &options, std::shared_ptr<const TypeRegistry> registry)
    : m_options(options)
    , m_registry(std::move(registry))
    , m_random(options.seed)
    , m_end(QDateTime::currentDateTimeUtc().addSecs(-40 * 60))
{
    constexpr int livedDays = 70;
    m_clock = std::make_shared<SimulatedClock>(m_end.addDays(-livedDays));
    for (const Staff &who : staff)
        m_passwords.insert(QString::fromLatin1(who.name),
                           newPassword(QString::fromLatin1(who.name)));
}

QString Builder::newPassword(const QString &name)
{
    // Account names are short and turn up in random letters: draw until the office's own rule is
    // content.
    for (;;) {
        const QString drawn =
            QStringLiteral("Jb") + newOneTimeCode().left(11).toLower() + QStringLiteral("#7K");
        if (passwordWeaknesses(drawn, name).isEmpty())
            return drawn;
    }
}

QString Builder::idNumber(const QDate &birth, int sequence) const
{
    const QString first = QStringLiteral("411024%1%2")
                              .arg(birth.toString(QStringLiteral("yyyyMMdd")))
                              .arg(sequence % 1000, 3, 10, QLatin1Char('0'));
    return first + IdNumber::checkCharacter(first);
}

QJsonObject Builder::account(const Staff &who) const
{
    return {{"name", who.name},
            {"display_name", QString::fromUtf8(who.title)},
            {"person", idNumber(QDate(1970, 1, 1).addDays(who.person * 217), 900 + who.person)},
            {"posts",
             QJsonArray{QJsonObject{{"post", who.post},
                                    {"department", who.department},
                                    {"division", who.division},
                                    {"head", who.head ? 1 : 0}}}}};
}

FoundingPlan Builder::plan() const
{
    QJsonArray signing;
    QJsonArray working;
    int place = 0;
    for (const Staff &who : staff)
        (place++ < signerCount ? signing : working).append(account(who));
    QJsonArray places;
    for (const auto &row : divisions)
        places.append(
            QJsonObject{{"code", row[0]}, {"name", QString::fromUtf8(row[1])}, {"parent", row[2]}});
    const QJsonArray kin{QJsonObject{{"person", account(staff[9])[u"person"]},
                                     {"other", idNumber(QDate(1960, 1, 1).addDays(37), 1)},
                                     {"relation", "parent"}}};
    return {QJsonObject{{"office",
                         QJsonObject{{"name", QStringLiteral("示范县城乡居民养老保险中心")},
                                     {"demo", 1},
                                     {"node", 1}}},
                        {"password_cost",
                         QJsonObject{{"memory_kib", 19456}, {"iterations", 2}, {"parallelism", 1}}},
                        {"divisions", places},
                        {"avoidance", kin},
                        {"signers", signing},
                        {"staff", working}}};
}

Session &Builder::as(const QString &name)
{
    if (!m_sessions.contains(name))
        m_sessions.insert(name, m_office->signIn(name, m_passwords.value(name)));
    return *m_sessions.value(name);
}

qint64 Builder::operatorId(const QString &name) const
{
    return m_office->reader()
        .row(QStringLiteral("operator_account"), QStringLiteral("name"), name)
        .value()
        .value(QStringLiteral("id"))
        .toLongLong();
}

/** Office hours pass: evenings and days off are skipped. */
void Builder::passTime(int minutes)
{
    QDateTime next = m_clock->now().addSecs(minutes * 60);
    const HolidayCalendar &calendar = HolidayCalendar::shipped();
    constexpr int opens = 9;
    constexpr int closes = 17;
    for (;;) {
        const QDateTime local = officeTime(next);
        if (local.time().hour() >= closes || !calendar.isWorkingDay(local.date()))
            next = next.addSecs((24 - local.time().hour() + opens) * 3600);
        else if (local.time().hour() < opens)
            next = next.addSecs((opens - local.time().hour()) * 3600);
        else
            break;
    }
    m_clock->setNow(std::min(next, m_end));
}

qint64 Builder::make(const QString &name, const QString &type, const QJsonObject &payload,
                     const QStringList &papers, const QString &reason)
{
    MakeRequest request;
    request.type = type;
    request.payload = payload;
    request.reason = reason;
    for (const QString &paper : papers)
        request.evidence.append({paper, {}, {}});
    return m_office->make(as(name), request).operation;
}

void Builder::decide(const QString &name, ActionKind kind, qint64 operation, const QString &reason)
{
    Session &session = as(name);
    const OperationView view = m_office->view(session, operation);
    Action action;
    action.kind = kind;
    action.operation = operation;
    action.revision = view.revision;
    action.reason = reason;
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    action.seenDigest = view.digest;
    m_office->act(session, action);
}

void Builder::admitStaff()
{
    int place = 0;
    for (const Staff &who : staff) {
        if (place++ < signerCount)
            continue;
        const QString name = QString::fromLatin1(who.name);
        const QString code = m_office->invite(as(QStringLiteral("sa")), name);
        m_office->admit(name, code, m_passwords.value(name));
        const QString key = m_office->slotFile().slot(name)->publicKey;
        const qint64 operation =
            make(QStringLiteral("sa"), QStringLiteral("system.operator_key"),
                 {{"action", "open"}, {"operator", operatorId(name)}, {"public_key", key}});
        decide(QStringLiteral("se"), ActionKind::Approve, operation);
        passTime(4);
    }
}

void Builder::issueNumbers()
{
    const std::pair<const char *, const char *> holders[]{
        {"tc1", "A"}, {"tc2", "B"}, {"co1", "C"}, {"co2", "D"}};
    for (const auto &[holder, prefix] : holders) {
        const qint64 operation =
            make(QStringLiteral("co1"), QStringLiteral("contributions.issue_numbers"),
                 {{"kind", "contribution"},
                  {"prefix", prefix},
                  {"first_number", 1},
                  {"last_number", 9000},
                  {"holder", operatorId(QString::fromLatin1(holder))},
                  {"division", "411024"}});
        decide(QStringLiteral("gl"), ActionKind::Recheck, operation);
        decide(QStringLiteral("fh"), ActionKind::Approve, operation);
        decide(QStringLiteral("ca"), ActionKind::CarryOut, operation);
        passTime(15);
    }
}

QJsonObject Builder::newPerson(int sequence)
{
    static const QStringList surnames{
        QStringLiteral("王"),   QStringLiteral("李"), QStringLiteral("张"), QStringLiteral("刘"),
        QStringLiteral("陈"),   QStringLiteral("杨"), QStringLiteral("赵"), QStringLiteral("黄"),
        QStringLiteral("周"),   QStringLiteral("吴"), QStringLiteral("徐"), QStringLiteral("孙"),
        QStringLiteral("欧阳"), QStringLiteral("单")};
    static const QStringList given{
        QStringLiteral("秀英"), QStringLiteral("桂兰"), QStringLiteral("建军"),
        QStringLiteral("玉梅"), QStringLiteral("志强"), QStringLiteral("海燕"),
        QStringLiteral("国强"), QStringLiteral("丽"),   QStringLiteral("磊"),
        QStringLiteral("春花"), QStringLiteral("振华"), QStringLiteral("淑珍"),
        QStringLiteral("永福"), QStringLiteral("小芳")};
    const QString village = QString::fromLatin1(villages[m_random() % std::size(villages)]);
    // Births are spread without repeating: one step of 37 days per person keeps every number
    // unique.
    const QDate birth = QDate(1968, 1, 1).addDays((sequence * 37) % 14000);
    return {
        {"id_number", idNumber(birth, sequence)},
        {"name", surnames.at(m_random() % surnames.size()) + given.at(m_random() % given.size())},
        {"nation", QStringLiteral("汉族")},
        {"division", village},
        {"household", QStringLiteral("H%1").arg(100000 + sequence / 3)},
        {"household_relation",
         sequence % 3 == 0 ? QStringLiteral("户主") : QStringLiteral("家庭成员")},
        {"household_kind", m_random() % 5 == 0 ? "urban" : "rural"},
        {"address", QStringLiteral("%1组%2号").arg(1 + m_random() % 9).arg(1 + m_random() % 120)},
        {"phone", QStringLiteral("138%1").arg(10000000 + m_random() % 89999999)},
        {"bank_name", QStringLiteral("农村信用社")},
        {"bank_card", QStringLiteral("621799%1").arg(1000000000 + sequence)}};
}

/** `steps`: 1 = made, 2 = rechecked, 3 = approved. */
qint64 Builder::registerPerson(int sequence, int steps)
{
    const QJsonObject person = newPerson(sequence);
    const bool first = person[u"division"].toString().startsWith(QLatin1String(township));
    const qint64 operation =
        make(first ? QStringLiteral("tc1") : QStringLiteral("tc2"),
             QStringLiteral("enrollment.register"), person,
             {QStringLiteral("id_card"), QStringLiteral("household_register")});
    if (steps > 1)
        decide(first ? QStringLiteral("tr1") : QStringLiteral("tr2"), ActionKind::Recheck,
               operation);
    if (steps > 2)
        decide(QStringLiteral("dep"), ActionKind::Approve, operation);
    return operation;
}

/** A collector closes the last day before taking money again; the township's checker signs. */
void Builder::closeDayBefore(const QString &clerk, const QString &checker)
{
    const Reader reader = m_office->reader();
    const qint64 collector = operatorId(clerk);
    const QDate day = unclosedDayBefore(reader, collector, reader.today());
    if (!day.isValid())
        return;
    const DayFigures figures = figuresOfDay(reader, QStringLiteral("contribution"), collector, day);
    const qint64 operation =
        make(clerk, QStringLiteral("contributions.day_close"),
             {{"operator", collector},
              {"day", day.toString(Qt::ISODate)},
              {"counted", figures.due.fen()},
              {"deposit_slip", QStringLiteral("J%1").arg(day.toString(QStringLiteral("yyyyMMdd")))},
              {"division",
               QString::fromLatin1(clerk == QLatin1String("tc1") ? township : secondTownship)}});
    decide(checker, ActionKind::Recheck, operation);
}

qint64 Builder::collect(qint64 person, const QString &division, bool recheck)
{
    const bool first = division.startsWith(QLatin1String(township));
    const QString clerk = first ? QStringLiteral("tc1") : QStringLiteral("tc2");
    constexpr int tiersFen[]{20000, 20000, 20000, 30000, 50000, 100000, 200000};
    closeDayBefore(clerk, first ? QStringLiteral("tr1") : QStringLiteral("tr2"));
    const QString number = QStringLiteral("%1%2")
                               .arg(QLatin1Char(first ? 'A' : 'B'))
                               .arg(++m_nextNumber[clerk], 8, 10, QLatin1Char('0'));
    const qint64 operation = make(clerk, QStringLiteral("contributions.collect"),
                                  {{"person", person},
                                   {"year", officeDate(m_clock->now()).year()},
                                   {"amount", tiersFen[m_random() % std::size(tiersFen)]},
                                   {"number", number},
                                   {"payer", QStringLiteral("本人")}});
    if (recheck)
        decide(first ? QStringLiteral("tr1") : QStringLiteral("tr2"), ActionKind::Recheck,
               operation);
    return operation;
}

void Builder::liveThrough()
{
    const int minutes =
        std::max(1, int(m_clock->now().secsTo(m_end) / 60 / 4 / std::max(1, m_options.persons)));
    for (int sequence = 1; sequence <= m_options.persons; ++sequence) {
        registerPerson(sequence, 3);
        passTime(std::min(minutes, 120));
        if (sequence % 4 == 0)
            continue;
        const std::optional<Row> person = m_office->reader().row(
            QStringLiteral("person"), QStringLiteral("id_number"),
            idNumber(QDate(1968, 1, 1).addDays((sequence * 37) % 14000), sequence));
        collect(person.value().value(QStringLiteral("id")).toLongLong(),
                person->value(QStringLiteral("division")).toString(), true);
    }
}

void Builder::leaveOpenWork()
{
    m_clock->setNow(m_end);
    int sequence = m_options.persons;
    for (int i = 0; i < 6; ++i)
        registerPerson(++sequence, 1);
    for (int i = 0; i < 5; ++i)
        registerPerson(++sequence, 2);
    const qint64 returned = registerPerson(++sequence, 1);
    const OperationView view = m_office->view(as(QStringLiteral("tr1")), returned);
    decide(view.maker == QLatin1String("tc1") ? QStringLiteral("tr1") : QStringLiteral("tr2"),
           ActionKind::Return, returned, QStringLiteral("户口簿与身份证住址不一致，请核实"));
    Query unpaid = m_office->database().prepare(QStringLiteral(
        "SELECT id, division FROM person WHERE id NOT IN (SELECT person FROM receipt) ORDER BY id LIMIT 8"));
    QList<std::pair<qint64, QString>> people;
    while (unpaid.next())
        people.append({unpaid.integer(0), unpaid.text(1)});
    for (const auto &[person, division] : people)
        collect(person, division, false);
    const ActionKind route[]{ActionKind::Recheck, ActionKind::Approve};
    const char *const hands[]{"gl", "fh"};
    for (int waitsAt = 0; waitsAt < 3; ++waitsAt) {
        const qint64 operation =
            make(QStringLiteral("co2"), QStringLiteral("contributions.issue_numbers"),
                 {{"kind", "contribution"},
                  {"prefix", "E"},
                  {"first_number", 1 + waitsAt * 100},
                  {"last_number", 100 + waitsAt * 100},
                  {"holder", operatorId(QStringLiteral("co2"))},
                  {"division", "411024"}});
        for (int step = 0; step < waitsAt; ++step)
            decide(QString::fromLatin1(hands[step]), route[step], operation);
    }
    make(QStringLiteral("sa"), QStringLiteral("system.operator_key"),
         {{"action", "close"}, {"operator", operatorId(QStringLiteral("ar1"))}});
    make(QStringLiteral("sa"), QStringLiteral("system.operator_key"),
         {{"action", "close"}, {"operator", operatorId(QStringLiteral("aa"))}});
}

void Builder::changePasswords()
{
    for (const Staff &who : staff) {
        const QString name = QString::fromLatin1(who.name);
        const QString next = newPassword(name);
        m_office->changePassword(as(name), m_passwords.value(name), next);
        m_passwords.insert(name, next);
        m_office->signOut(m_sessions.value(name));
    }
}

void Builder::writePasswords() const
{
    QJsonArray list;
    for (const Staff &who : staff)
        list.append(QJsonObject{{"name", who.name},
                                {"display_name", QString::fromUtf8(who.title)},
                                {"person", account(who)[u"person"]},
                                {"posts", QJsonArray{who.post}},
                                {"password", m_passwords.value(QString::fromLatin1(who.name))}});
    QFile file(m_options.folder + QStringLiteral("/demo-passwords.json"));
    if (!file.open(QIODevice::WriteOnly))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, file.fileName());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(QJsonObject{{"operators", list}}).toJson());
}

int Builder::build()
{
    QMap<QString, QString> signing;
    for (int place = 0; place < signerCount; ++place) {
        const QString name = QString::fromLatin1(staff[place].name);
        signing.insert(name, m_passwords.value(name));
    }
    passTime(0);
    m_office = Office::found(m_options.folder, plan(), signing,
                             {m_registry, m_clock, QStringLiteral("demo"), {}});
    admitStaff();
    issueNumbers();
    liveThrough();
    leaveOpenWork();
    changePasswords();
    writePasswords();
    return int(std::size(staff));
}

} // namespace

int makeDemoOffice(const DemoOptions &options, std::shared_ptr<const TypeRegistry> registry)
{
    if (QFileInfo::exists(options.folder + QStringLiteral("/office.jubao")))
        throw DatabaseError(DatabaseError::Kind::Constraint,
                            options.folder + QStringLiteral(" holds an office"));
    try {
        return Builder(options, std::move(registry)).build();
    } catch (...) {
        for (const char *file :
             {"office.jubao", "office.jubao-wal", "office.jubao-shm", "office.slots"})
            QFile::remove(options.folder + u'/' + QLatin1String(file));
        throw;
    }
}

} // namespace jubao::ctl

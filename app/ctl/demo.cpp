// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo_county.h"

#include "database/error.h"
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

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
constexpr const char *thirdTownship = "411024102";

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
    {"tc3", "董秀峰", "TC", "TW", thirdTownship, true, 24},
};

constexpr const char *county = "411024";
constexpr const char *declaredBy = "en1"; ///< has a relative among the insured

QString newPassword(const QString &name)
{
    // Account names are short and turn up in random letters: draw until the office's own rule is
    // content.
    for (;;) {
        QString drawn =
            QStringLiteral("Jb") + newOneTimeCode().left(11).toLower() + QStringLiteral("#7K");
        if (passwordWeaknesses(drawn, name).isEmpty())
            return drawn;
    }
}

QString nameOf(const Staff &who)
{
    return QString::fromLatin1(who.name);
}

} // namespace

DemoCounty::DemoCounty(const DemoOptions &options, std::shared_ptr<const TypeRegistry> registry)
    : m_options(options)
    , m_registry(std::move(registry))
    , m_end(QDateTime::currentDateTimeUtc().addSecs(-40LL * 60))
    , m_people(options.seed, officeDate(m_end))
{
    constexpr int livedDays = 130;
    m_clock = std::make_shared<SimulatedClock>(m_end.addDays(-livedDays));
    QMap<int, QString> persons;
    for (const Staff &who : staff) {
        m_passwords.insert(nameOf(who), newPassword(nameOf(who)));
        QString &number = persons[who.person];
        if (number.isEmpty())
            number = m_people.idNumber(QDate(1970, 1, 1).addDays(qint64(who.person) * 217),
                                       who.person % 2 == 0);
        m_staffNumbers.insert(nameOf(who), number);
    }
    // Most were in the system before; the others have come since.
    constexpr int mostNew = 40;
    const int fresh = std::min(mostNew, std::max(1, options.persons / 6));
    for (int i = 0; i < options.persons; ++i)
        (i < options.persons - fresh ? m_old : m_new).append(m_people.next());
}

QJsonObject DemoCounty::account(const QString &name) const
{
    const Staff &who = *std::find_if(std::begin(staff), std::end(staff),
                                     [&name](const Staff &each) { return nameOf(each) == name; });
    return {{"name", name},
            {"display_name", QString::fromUtf8(who.title)},
            {"person", m_staffNumbers.value(name)},
            {"posts",
             QJsonArray{QJsonObject{{"post", who.post},
                                    {"department", who.department},
                                    {"division", who.division},
                                    {"head", who.head ? 1 : 0}}}}};
}

FoundingPlan DemoCounty::plan() const
{
    QJsonArray signing;
    QJsonArray working;
    int place = 0;
    for (const Staff &who : staff)
        (place++ < signerCount ? signing : working).append(account(nameOf(who)));
    QJsonArray places{
        QJsonObject{{"code", county}, {"name", QStringLiteral("示范县")}, {"parent", ""}}};
    for (const DemoTownship &township : m_people.townships()) {
        places.append(
            QJsonObject{{"code", township.code}, {"name", township.name}, {"parent", county}});
        for (const DemoVillage &village : township.villages)
            places.append(QJsonObject{
                {"code", village.code}, {"name", village.name}, {"parent", township.code}});
    }
    QJsonArray kin;
    if (!m_old.isEmpty())
        kin.append(QJsonObject{{"person", m_staffNumbers.value(declaredBy)},
                               {"other", m_old.first().record[u"id_number"]},
                               {"relation", "parent"}});
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

Session &DemoCounty::as(const QString &name)
{
    if (!m_sessions.contains(name))
        m_sessions.insert(name, m_office->signIn(name, m_passwords.value(name)));
    return *m_sessions.value(name);
}

qint64 DemoCounty::operatorId(const QString &name) const
{
    return m_office->reader()
        .row(QStringLiteral("operator_account"), QStringLiteral("name"), name)
        .value()
        .value(QStringLiteral("id"))
        .toLongLong();
}

void DemoCounty::passTime(int minutes)
{
    passUntil(m_clock->now().addSecs(qint64(minutes) * 60));
}

/** Office hours pass: evenings and days off are skipped; passwords are changed before they end. */
void DemoCounty::passUntil(QDateTime next)
{
    const HolidayCalendar &calendar = HolidayCalendar::shipped();
    constexpr int opens = 9;
    constexpr int closes = 17;
    for (;;) {
        const QDateTime local = officeTime(next);
        if (local.time().hour() >= closes || !calendar.isWorkingDay(local.date()))
            next = next.addSecs(qint64(24 - local.time().hour() + opens) * 3600);
        else if (local.time().hour() < opens)
            next = next.addSecs(qint64(opens - local.time().hour()) * 3600);
        else
            break;
    }
    m_clock->setNow(std::max(m_clock->now(), std::min(next, m_end)));
    constexpr int changedAfterDays = 75;
    if (m_office && m_passwordsSince.daysTo(m_clock->now()) > changedAfterDays)
        changePasswords();
}

qint64 DemoCounty::make(const QString &name, const QString &type, const QJsonObject &payload,
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

void DemoCounty::decide(const QString &name, ActionKind kind, qint64 operation,
                        const QString &reason)
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

void DemoCounty::admitStaff()
{
    int place = 0;
    for (const Staff &who : staff) {
        if (place++ < signerCount)
            continue;
        const QString name = nameOf(who);
        const QString code = m_office->invite(as(QStringLiteral("sa")), name);
        m_office->admit(name, code, m_passwords.value(name));
        const QString key = m_office->slotFile().slot(name)->publicKey;
        const qint64 operation =
            make(QStringLiteral("sa"), QStringLiteral("system.operator_key"),
                 {{"action", "open"}, {"operator", operatorId(name)}, {"public_key", key}});
        decide(QStringLiteral("se"), ActionKind::Approve, operation);
        // The audit administrator has read all but the last few filings.
        constexpr int unread = 3;
        if (place <= int(std::size(staff)) - unread)
            decide(QStringLiteral("aa"), ActionKind::Acknowledge, operation);
        passTime(4);
    }
}

void DemoCounty::changePasswords()
{
    for (const Staff &who : staff) {
        const QString name = nameOf(who);
        const QString next = newPassword(name);
        m_office->changePassword(as(name), m_passwords.value(name), next);
        m_passwords.insert(name, next);
    }
    m_passwordsSince = m_clock->now();
}

void DemoCounty::writePasswords() const
{
    QJsonArray list;
    for (const Staff &who : staff)
        list.append(QJsonObject{{"name", who.name},
                                {"display_name", QString::fromUtf8(who.title)},
                                {"person", m_staffNumbers.value(nameOf(who))},
                                {"posts", QJsonArray{who.post}},
                                {"password", m_passwords.value(nameOf(who))}});
    QFile file(m_options.folder + QStringLiteral("/demo-passwords.json"));
    if (!file.open(QIODevice::WriteOnly))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, file.fileName());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(QJsonObject{{"operators", list}}).toJson());
}

int DemoCounty::build()
{
    QMap<QString, QString> signing;
    for (int place = 0; place < signerCount; ++place) {
        const QString name = QString::fromLatin1(staff[place].name);
        signing.insert(name, m_passwords.value(name));
    }
    passTime(0);
    m_passwordsSince = m_clock->now();
    m_office = Office::found(m_options.folder, plan(), signing,
                             {m_registry, m_clock, QStringLiteral("demo"), {}});
    admitStaff();
    takeOver();
    issueNumbers();
    adjustPowers();
    enterSubsidySplit();
    alterSome();
    liveThrough();
    reverseSome();
    leaveOpenWork();
    changePasswords();
    for (const std::shared_ptr<Session> &session : std::as_const(m_sessions))
        m_office->signOut(session);
    writePasswords();
    return int(std::size(staff));
}

int makeDemoOffice(const DemoOptions &options, std::shared_ptr<const TypeRegistry> registry)
{
    for (const char *file : {"office.jubao", "office.slots", "demo-passwords.json"}) {
        if (QFileInfo::exists(options.folder + u'/' + QLatin1String(file)))
            throw RefusedError({refusal(QStringLiteral("OFFICE_EXISTS"), options.folder)});
    }
    try {
        return DemoCounty(options, std::move(registry)).build();
    } catch (...) {
        for (const char *file :
             {"office.jubao", "office.jubao-wal", "office.jubao-shm", "office.slots"})
            QFile::remove(options.folder + u'/' + QLatin1String(file));
        throw;
    }
}

} // namespace jubao::ctl

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/types.h"
#include "demo_county.h"
#include <QFile>
#include <QFileInfo>

namespace jubao::ctl {

namespace {

constexpr int fenPerYuan = 100;

const QStringList registrationPapers{QStringLiteral("id_card"),
                                     QStringLiteral("household_register")};

} // namespace

/** A sheet through the import, as the section does it; the rows that are given back lie beside it.
 */
qint64 DemoCounty::importSheet(const QString &fileName, const QList<DemoPerson> &people)
{
    const QString path = m_options.folder + u'/' + fileName;
    const OperationType &type = *m_registry->find(QStringLiteral("enrollment.take_over"));
    writeOpeningSheet(type, path, people);
    SheetImport sheet(type, m_office->reader(), path);
    GivenBackSheet back(type,
                        m_options.folder + u'/' + QFileInfo(path).completeBaseName()
                            + QStringLiteral("-退回.xlsx"));
    MakeRequest request;
    request.type = type.id;
    request.payload = {{"source", QStringLiteral("原城乡居保信息系统")}};
    sheet.addFileTo(request.payload);
    request.rows = sheet.rows();
    request.givenBack = [&back](const BatchRow &row, const Findings &why) { back.add(row, why); };
    request.reason = QStringLiteral("个别人员历史数据以原系统为准，已与经办科室核对");
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        request.evidence.append({QStringLiteral("import_file"), fileName, file.readAll()});
    const qint64 operation = m_office->make(as(QStringLiteral("en2")), request).operation;
    back.finish();
    return operation;
}

void DemoCounty::takeOver()
{
    if (m_old.isEmpty())
        return;
    passTime(60);
    const qint64 operation = importSheet(QStringLiteral("期初导入.xlsx"), m_old);
    passTime(50);
    decide(QStringLiteral("en3"), ActionKind::Recheck, operation);
    passTime(30);
    decide(QStringLiteral("fh"), ActionKind::Review, operation);
    decide(QStringLiteral("au"), ActionKind::Joint, operation);
    passTime(90);
    decide(QStringLiteral("dir"), ActionKind::Approve, operation);
}

void DemoCounty::issueNumbers()
{
    const std::pair<const char *, const char *> holders[]{
        {"tc1", "A"}, {"tc2", "B"}, {"tc3", "F"}, {"co1", "C"}, {"co2", "D"}};
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

/** The township's checker up to five thousand yuan: filed with audit and information. */
void DemoCounty::adjustPowers()
{
    const qint64 operation =
        make(QStringLiteral("co1"), QStringLiteral("administration.change_powers"),
             {{"action", "set"},
              {"family", "contributions.collect"},
              {"post", "TR"},
              {"steps", "C"},
              {"amount_to", 5000 * fenPerYuan},
              {"basis", QStringLiteral("示居保〔%1〕7号").arg(officeDate(m_clock->now()).year())}},
             {QStringLiteral("power_sheet")});
    decide(QStringLiteral("dep"), ActionKind::Approve, operation);
    passTime(40);
}

const DemoTownship &DemoCounty::townshipOf(const QString &division) const
{
    for (const DemoTownship &township : m_people.townships()) {
        if (division.startsWith(township.code))
            return township;
    }
    throw std::logic_error("no township of " + division.toStdString());
}

QString DemoCounty::checkerOf(const DemoTownship &township, const QString &countyChecker) const
{
    return township.checker.isEmpty() ? countyChecker : township.checker;
}

qint64 DemoCounty::registerPerson(const DemoPerson &person, int steps)
{
    const DemoTownship &township = townshipOf(person.record[u"division"].toString());
    constexpr int benefitAge = 60;
    const bool old = person.birth.addYears(benefitAge) <= officeDate(m_clock->now());
    QJsonObject record = person.record;
    // Those who are being enrolled now name their tier on the form.
    if (steps < 3 && !old)
        record.insert(QStringLiteral("tier"), 200 * fenPerYuan);
    const qint64 operation =
        make(township.clerk, QStringLiteral("enrollment.register"), record, registrationPapers,
             old ? QStringLiteral("本人申请补缴后领取待遇") : QString());
    if (steps > 1)
        decide(checkerOf(township, QStringLiteral("en3")), ActionKind::Recheck, operation);
    if (steps > 2)
        decide(QStringLiteral("dep"), ActionKind::Approve, operation);
    return operation;
}

/** A collector closes the last day before taking money again; the township's checker signs,
 * the county's collector where it has none. */
void DemoCounty::closeDayBefore(const DemoTownship &township)
{
    const Reader reader = m_office->reader();
    const qint64 collector = operatorId(township.clerk);
    const QDate day = unclosedDayBefore(reader, collector, reader.today());
    if (!day.isValid())
        return;
    const DayFigures figures = figuresOfDay(reader, QStringLiteral("contribution"), collector, day);
    const qint64 operation = make(
        township.clerk, QStringLiteral("contributions.day_close"),
        {{"operator", collector},
         {"day", day.toString(Qt::ISODate)},
         {"counted", figures.due.fen()},
         {"deposit_slip", QStringLiteral("J%1").arg(day.toString(QStringLiteral("yyyyMMdd")))}});
    decide(checkerOf(township, QStringLiteral("co1")), ActionKind::Recheck, operation);
}

qint64 DemoCounty::collect(const QString &clerk, qint64 person, int yuan)
{
    static const QMap<QString, QChar> prefixes{{QStringLiteral("tc1"), u'A'},
                                               {QStringLiteral("tc2"), u'B'},
                                               {QStringLiteral("tc3"), u'F'},
                                               {QStringLiteral("co1"), u'C'},
                                               {QStringLiteral("co2"), u'D'}};
    const QString number =
        prefixes.value(clerk) + QString::number(++m_nextNumber[clerk]).rightJustified(8, u'0');
    return make(clerk, QStringLiteral("contributions.collect"),
                {{"person", person},
                 {"year", officeDate(m_clock->now()).year()},
                 {"amount", qint64(yuan) * fenPerYuan},
                 {"number", number},
                 {"payer", QStringLiteral("本人")}});
}

int DemoCounty::tierOf(qint64 person)
{
    // Whoever has paid keeps to the tier; the newly enrolled mostly begin with the lowest.
    constexpr int tiers[]{200, 200, 200, 300, 500, 1000};
    return tiers[person % qint64(std::size(tiers))];
}

void DemoCounty::collectAndCheck(qint64 person, const QString &division)
{
    const DemoTownship &township = townshipOf(division);
    closeDayBefore(township);
    const qint64 operation = collect(township.clerk, person, tierOf(person));
    passTime(6);
    decide(checkerOf(township, QStringLiteral("co2")), ActionKind::Recheck, operation);
}

/** Enrolments and collections alternate until the last day; about every third has not paid yet. */
void DemoCounty::liveThrough()
{
    constexpr int mostPaying = 240;
    struct Payer {
        qint64 person;
        QString division;
    };
    QList<Payer> payers;
    const auto addPayers = [&](qint64 after) {
        Query rows = m_office->database().prepare(QStringLiteral(
            "SELECT id, division FROM person WHERE id > ? AND birth > ? ORDER BY id"));
        constexpr int benefitAge = 60;
        rows.bindAll(after, officeDate(m_end).addYears(-benefitAge));
        while (rows.next()) {
            if (m_people.below(3) > 0 && payers.size() < mostPaying)
                payers.append({rows.integer(0), rows.text(1)});
        }
    };
    addPayers(0);
    // One new person, then a share of those who pay; spread evenly over what is left of the time.
    const qsizetype rounds = std::max<qsizetype>(1, m_new.size());
    const qsizetype share = 1 + payers.size() / rounds;
    const qint64 events = std::max<qint64>(1, rounds * (share + 1));
    const QDateTime from = m_clock->now();
    qint64 done = 0;
    const auto goOn = [&] { passUntil(from.addSecs(from.secsTo(m_end) * ++done / events)); };
    qsizetype taken = 0;
    for (qsizetype i = 0; i < rounds || taken < payers.size(); ++i) {
        if (i < m_new.size()) {
            Query last = m_office->database().prepare(QStringLiteral("SELECT max(id) FROM person"));
            const qint64 before = last.next() ? last.integer(0) : 0;
            registerPerson(m_new.at(i), 3);
            addPayers(before);
        }
        goOn();
        for (qsizetype n = 0; n < share && taken < payers.size(); ++n, ++taken) {
            collectAndCheck(payers.at(taken).person, payers.at(taken).division);
            goOn();
        }
    }
}

/** A receipt that was given to the wrong person, and a number that a printer spoilt. */
void DemoCounty::reverseSome()
{
    Query paid = m_office->database().prepare(QStringLiteral(
        "SELECT r.number, r.amount, p.name, p.bank_name, p.bank_card, p.division FROM receipt r "
        "JOIN person p ON p.id = r.person ORDER BY r.id LIMIT 1"));
    if (!paid.next())
        return;
    const DemoTownship &township = townshipOf(paid.text(5));
    const qint64 refund =
        make(township.clerk, QStringLiteral("contributions.refund"),
             {{"receipt", paid.text(0)},
              {"amount", paid.integer(1)},
              {"reason", QStringLiteral("本人已在户籍地参加职工养老保险，申请退回当年缴费")},
              {"payee", paid.text(2)},
              {"bank_name", paid.text(3)},
              {"bank_card", paid.text(4)}},
             {QStringLiteral("refund_application"), QStringLiteral("receipt_copies")});
    // Not by whoever checked the collection (SOD-37).
    decide(township.checker.isEmpty() ? QStringLiteral("co1") : QStringLiteral("co2"),
           ActionKind::Recheck, refund);
    decide(QStringLiteral("fh"), ActionKind::Review, refund);
    decide(QStringLiteral("dep"), ActionKind::Approve, refund);
}

} // namespace jubao::ctl

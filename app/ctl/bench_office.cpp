// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench_office.h"

#include "demo.h"
#include "enrollment/domain/person_search.h"
#include "hub/county_office.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace jubao::ctl {

BenchOffice::BenchOffice(std::shared_ptr<const TypeRegistry> registry, int persons)
    : m_registry(std::move(registry))
    , m_newcomers(4711, officeDate(SystemClock().now()))
{
    const QString original = m_folder.filePath(QStringLiteral("original"));
    DemoOptions demo;
    demo.folder = original;
    demo.persons = persons;
    makeDemoOffice(demo, m_registry);
    QFile file(original + QStringLiteral("/demo-passwords.json"));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(file.errorString().toStdString());
    const QJsonArray operators = QJsonDocument::fromJson(file.readAll())[u"operators"].toArray();
    for (const QJsonValue &each : operators)
        m_passwords.insert(each[u"name"].toString(), each[u"password"].toString());
}

Office::Options BenchOffice::options() const
{
    return {m_registry, std::make_shared<SystemClock>(), QStringLiteral("bench"),
            m_folder.filePath(QStringLiteral("witness"))};
}

Office &BenchOffice::openCopy()
{
    close();
    if (!m_copy.isEmpty())
        QDir(m_copy).removeRecursively();
    // Each copy has a witness of its own: otherwise the second would look like a roll-back.
    QDir(m_folder.filePath(QStringLiteral("witness"))).removeRecursively();
    m_copy = m_folder.filePath(QStringLiteral("copy-%1").arg(++m_copies));
    QDir().mkpath(m_copy);
    for (const char *name : {"office.jubao", "office.slots"})
        QFile::copy(m_folder.filePath(QStringLiteral("original/") + QLatin1String(name)),
                    m_copy + u'/' + QLatin1String(name));
    open();
    return *m_office;
}

void BenchOffice::close()
{
    m_sessions.clear();
    m_office.reset();
}

void BenchOffice::open()
{
    m_office = Office::open(m_copy, reachingBooks(m_copy, options()));
}

Session &BenchOffice::as(const QString &name)
{
    if (!m_sessions.contains(name))
        m_sessions.insert(name, m_office->signIn(name, m_passwords.value(name)));
    return *m_sessions.value(name);
}

qint64 BenchOffice::make(const QString &name, const MakeRequest &request)
{
    return m_office->make(as(name), request).operation;
}

void BenchOffice::decide(const QString &name, ActionKind kind, qint64 operation)
{
    decide(*m_office, as(name), kind, operation);
}

void BenchOffice::decide(Office &office, Session &session, ActionKind kind, qint64 operation)
{
    const OperationView view = office.view(session, operation);
    Action action;
    action.kind = kind;
    action.operation = operation;
    action.revision = view.revision;
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    action.seenDigest = view.digest;
    const ActResult result = office.act(session, action);
    if (result.state == OperationState::Conflict)
        throw std::runtime_error(result.findings.first().text.toStdString());
}

QString BenchOffice::openingFile(int persons) const
{
    QString path = m_folder.filePath(QStringLiteral("opening-%1.csv").arg(persons));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw std::runtime_error(file.errorString().toStdString());
    const QStringList names{
        "id_number",      "name",    "nation", "division",  "household", "household_relation",
        "household_kind", "address", "phone",  "bank_name", "bank_card"};
    file.write((names.join(u',')
                + QStringLiteral(",enrolled_on,paid_months,balance_personal,"
                                 "balance_subsidy,balance_collective\n"))
                   .toUtf8());
    // Another seed than the demo's, so that nobody is in the books already.
    constexpr quint32 seed = 20260101;
    DemoPeople people(seed, officeDate(SystemClock().now()));
    for (int i = 0; i < persons; ++i) {
        const DemoPerson person = people.next();
        QStringList cells;
        for (const QString &name : names)
            cells.append(person.record[name].toString());
        cells +=
            QStringList{person.enrolledOn.toString(Qt::ISODate),
                        QString::number(std::max(12, person.paidMonths)), person.own.toYuanText(),
                        person.subsidy.toYuanText(), person.collective.toYuanText()};
        file.write((cells.join(u',') + u'\n').toUtf8());
    }
    return path;
}

QJsonObject BenchOffice::newcomer(const QString &township)
{
    // Who has reached the benefit age brings a warning; the bench takes the others.
    constexpr int benefitAge = 60;
    const QDate today = officeDate(SystemClock().now());
    DemoPerson person = m_newcomers.next();
    while (person.birth.addYears(benefitAge) <= today
           || !person.record[u"division"].toString().startsWith(township))
        person = m_newcomers.next();
    person.record.insert(QStringLiteral("household"),
                         QStringLiteral("9%1").arg(m_households++, 8, 10, QLatin1Char('0')));
    person.record.insert(QStringLiteral("household_relation"), QStringLiteral("0"));
    return person.record;
}

void BenchOffice::takeOver(const QString &path)
{
    const OperationType &type = *m_registry->find(QStringLiteral("enrollment.take_over"));
    SheetImport sheet(type, m_office->reader(), path);
    MakeRequest request;
    request.type = type.id;
    sheet.addFileTo(request.payload);
    request.rows = sheet.rows();
    request.reason = QStringLiteral("bench");
    const qint64 operation = make(QStringLiteral("en2"), request);
    decide(QStringLiteral("en3"), ActionKind::Recheck, operation);
    decide(QStringLiteral("fh"), ActionKind::Review, operation);
    decide(QStringLiteral("au"), ActionKind::Joint, operation);
    decide(QStringLiteral("dir"), ActionKind::Approve, operation);
}

QList<Figure> searchFigures(const Reader &reader, const QMap<QString, QStringList> &texts,
                            const QString &prefix)
{
    constexpr qint64 keystroke = 10 * thousand;
    QList<Figure> figures;
    for (auto it = texts.constBegin(); it != texts.constEnd(); ++it) {
        QList<qint64> times;
        for (const QString &text : it.value()) {
            const Stopwatch watch;
            findPersons(reader, text, 20);
            times.append(watch.micros());
        }
        figures.append(
            {prefix + it.key() + QStringLiteral("_p99"), at(times, nearlyAll), keystroke, 1000});
    }
    return figures;
}

} // namespace jubao::ctl

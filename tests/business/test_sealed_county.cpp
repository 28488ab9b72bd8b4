// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/migrations.h"
#include "enrollment/domain/person_search.h"
#include "operations/sheet_import.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QByteArrayMatcher>
#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStringEncoder>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** A text in every form in which it could lie on a disk. */
QList<QByteArray> formsOf(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QList<QByteArray> forms{utf8, QStringEncoder(QStringEncoder::Utf16LE)(text),
                            QStringEncoder(QStringEncoder::Utf16BE)(text), utf8.toHex(),
                            utf8.toHex().toUpper()};
    // In base64 a text looks in three ways, by where it begins; its ends hang on what is beside.
    constexpr int bytesOfGroup = 3;
    for (int before = 0; before < bytesOfGroup; ++before) {
        const QByteArray padded = QByteArray(before, 'x') + utf8;
        const qsizetype whole = padded.size() / bytesOfGroup * bytesOfGroup;
        const QByteArray inside = padded.first(whole).toBase64().mid(before == 0 ? 0 : 4);
        forms.append(inside);
    }
    return forms;
}

/** Says which of some texts lie in a heap of bytes, in any form. */
class Finder {
public:
    explicit Finder(const QStringList &texts)
    {
        for (const QString &text : texts) {
            const QList<QByteArray> forms = formsOf(text);
            for (const QByteArray &form : forms)
                m_forms.append({text, QByteArrayMatcher(form)});
        }
    }
    void look(const QByteArray &heap)
    {
        for (const auto &[text, form] : m_forms) {
            if (form.indexIn(heap) >= 0)
                m_found.insert(text);
        }
    }
    QStringList found() const
    {
        QStringList list(m_found.begin(), m_found.end());
        list.sort();
        return list;
    }

private:
    QList<std::pair<QString, QByteArrayMatcher>> m_forms;
    QSet<QString> m_found;
};

/** A county whose people bear values that stand nowhere else on the server. */
struct County : TestOffice {
    County() : TestOffice(allRooms()) { }

    static QString number(int sequence) { return idNumber(QDate(1977, 9, 23), sequence); }
    const QString name = QStringLiteral("司马秋实");
    const QString card = QStringLiteral("6217997700923111118");
    const QString refundCard = QStringLiteral("6217997700923222224");
    const QString phone = QStringLiteral("13977092311");
    const QString newPhone = QStringLiteral("13977092322");
    const QString rosterPhone = QStringLiteral("13977092333");
    const QString address = QStringLiteral("封存镇密柜村九组七十七号");
    const QString newAddress = QStringLiteral("封存镇铁柜村八组六十六号");
    const QTemporaryDir folder;
    qint64 person = 0;

    QStringList sealed() const
    {
        QStringList list{card, refundCard, phone, newPhone, rosterPhone, address, newAddress};
        for (int i = 1; i <= 7; ++i)
            list.append(number(i));
        return list;
    }

    MakeRequest registration() const
    {
        MakeRequest request;
        request.type = QStringLiteral("enrollment.register");
        request.payload = newPerson(1);
        request.payload["name"] = name;
        request.payload["id_number"] = number(1);
        request.payload["phone"] = phone;
        request.payload["address"] = address;
        request.payload["bank_name"] = QStringLiteral("农村信用社");
        request.payload["bank_card"] = card;
        request.payload["beneficiary_name"] = QStringLiteral("司马春");
        request.payload["beneficiary_relation"] = QStringLiteral("子");
        request.payload["beneficiary_id_number"] = number(2);
        request.evidence = {
            {QStringLiteral("id_card"), number(1) + QStringLiteral(".jpg"),
             QByteArray("a scan that says ") + number(1).toUtf8() + ' ' + address.toUtf8()},
            {QStringLiteral("household_register"), {}, {}}};
        return request;
    }

    void enrolWithScan()
    {
        const qint64 operation = office->make(as("tc"), registration()).operation;
        act("tr", ActionKind::Return, operation,
            QStringLiteral("ring %1, the card of %2 is hard to read").arg(phone, number(1)));
        MakeRequest again = registration();
        again.resubmits = operation;
        again.reason = QStringLiteral("%1 read again").arg(number(1));
        office->make(as("tc"), again);
        act("tr", ActionKind::Recheck, operation);
        act("dep", ActionKind::Approve, operation);
        person = office->reader().row("person", "id_number", number(1)).value()["id"].toLongLong();
    }

    void changeKey()
    {
        const qint64 ordinary =
            make("tc", "enrollment.change",
                 {{"person", person}, {"phone", newPhone}, {"address", newAddress}}, {"id_card"},
                 "told by phone")
                .operation;
        act("tr", ActionKind::Recheck, ordinary);
        const qint64 key = make("tc", "enrollment.change_key",
                                {{"person", person},
                                 {"id_number", number(3)},
                                 {"reason", number(1) + " was a mistake of the police"}},
                                {"id_card", "change_proof"}, "instead of " + number(1))
                               .operation;
        act("tr", ActionKind::Recheck, key);
        act("en1", ActionKind::Review, key);
        act("dep", ActionKind::Approve, key);
    }

    void collectAndRefund()
    {
        issueNumbers("tc", "S");
        const qint64 collection = make("tc", "contributions.collect",
                                       {{"person", person},
                                        {"year", 2026},
                                        {"amount", 20000},
                                        {"number", "S00000001"},
                                        {"payer", ""}})
                                      .operation;
        act("tr", ActionKind::Recheck, collection);
        const qint64 refund = make("tc", "contributions.refund",
                                   {{"receipt", "S00000001"},
                                    {"reason", "paid for " + number(4)},
                                    {"bank_name", "Bank"},
                                    {"bank_card", refundCard}},
                                   {"receipt_copies", "refund_application"}, "asked for")
                                  .operation;
        act("co1", ActionKind::Recheck, refund);
        act("fh", ActionKind::Review, refund);
        act("dep", ActionKind::Approve, refund);
    }

    void takeOver()
    {
        const QString path = folder.filePath("old.csv");
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(
            "id_number,name,division,household_kind,enrolled_on,paid_months,balance_personal,"
            "balance_subsidy,balance_collective,phone\n");
        file.write(QStringLiteral("%1,欧阳丰收,Village,rural,2012-03-01,120,2400.50,360,,%2\n")
                       .arg(number(5), rosterPhone)
                       .toUtf8());
        file.close();
        SheetImport sheet(*registry->find("enrollment.take_over"), office->reader(), path);
        MakeRequest request;
        request.type = QStringLiteral("enrollment.take_over");
        sheet.addFileTo(request.payload);
        request.rows = sheet.rows();
        request.reason = QStringLiteral("as the old system has it");
        request.evidence = {{QStringLiteral("roster"), {}, {}}};
        const qint64 operation = office->make(as("en1"), request).operation;
        act("en2", ActionKind::Recheck, operation);
        act("fh", ActionKind::Review, operation);
        act("au", ActionKind::Joint, operation);
    }

    void avoidAndBeRefused()
    {
        const qint64 declared = make("of", "administration.declare_avoidance",
                                     {{"action", "declare"},
                                      {"operator", operatorId("tr")},
                                      {"other", number(6)},
                                      {"relation", "sibling"}},
                                     {"avoidance_declaration"}, "declared")
                                    .operation;
        act("dep", ActionKind::Recheck, declared);
        QJsonObject kin = newPerson(7);
        kin["id_number"] = number(6);
        const qint64 pending =
            make("tc", "enrollment.register", kin, {"id_card", "household_register"}, "seen")
                .operation;
        CHECK(refused([&] { act("tr", ActionKind::Recheck, pending); })
              == QStringList{"AVOIDANCE"});
        QJsonObject twice = newPerson(8);
        twice["id_number"] = number(3);
        CHECK_FALSE(refused([&] {
                        make("tc", "enrollment.register", twice, {"id_card", "household_register"},
                             "not " + number(7));
                    }).isEmpty());
    }

    void search() const
    {
        const Reader reader = office->reader();
        for (const QString &text : {number(3), newPhone, card, name, number(3).right(4)}) {
            CAPTURE(text.toStdString());
            const QList<FoundPerson> hits = findPersons(reader, text, 10);
            REQUIRE(hits.size() == 1);
            CHECK(hits.first().id == person);
            CHECK(hits.first().idNumber == number(3));
        }
        CHECK(findPersons(reader, number(1), 10).isEmpty());
    }

    QString asked(const QString &sql)
    {
        Query query = office->database().prepare(sql);
        return query.next() ? query.text(0) : QString();
    }

    /** Every row of every table of the office, as the server writes it. */
    void eachTable(const std::function<void(const QByteArray &)> &visit)
    {
        QStringList tables;
        Query names =
            office->database().prepare("SELECT relname::text FROM pg_class WHERE relnamespace = "
                                       "to_regnamespace(current_schema()) AND relkind = 'r'");
        while (names.next())
            tables.append(names.text(0));
        CHECK(tables.contains("person_history"));
        for (const QString &table : std::as_const(tables)) {
            Query rows = office->database().scan(
                QStringLiteral("SELECT CAST(r AS TEXT) FROM %1 r").arg(table));
            while (rows.next())
                visit(rows.bytes(0));
        }
    }

    QByteArray dump()
    {
        QProcess process;
        process.start(asked("SELECT setting FROM pg_config WHERE name = 'BINDIR'") + "/pg_dump",
                      {"-h",
                       asked("SELECT setting FROM pg_settings WHERE name = "
                             "'unix_socket_directories'"),
                       "-U", asked("SELECT current_user::text"), "-n",
                       asked("SELECT current_schema()::text"),
                       asked("SELECT current_database()::text")});
        REQUIRE(process.waitForFinished(60'000));
        CHECK(process.exitCode() == 0);
        return process.readAllStandardOutput();
    }
};

/** The files of the cluster below `part` that were written since then. */
void eachFile(const QString &part, const QDateTime &since,
              const std::function<void(const QByteArray &)> &visit)
{
    QDirIterator files(part, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (QFileInfo(file).lastModified() < since)
            continue;
        // Another test's file may go away between the two lines.
        if (file.open(QIODevice::ReadOnly))
            visit(file.readAll());
    }
}

/** Texts of a source file, those that stand beside each other as one. */
QStringList textsOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    static const QRegularExpression run(R"re("(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*)re");
    static const QRegularExpression seam(R"re("\s*")re");
    QStringList texts;
    auto each = run.globalMatch(QString::fromUtf8(file.readAll()));
    while (each.hasNext()) {
        QString text = each.next().captured().mid(1);
        text.chop(1);
        texts.append(text.replace(seam, QString()));
    }
    return texts;
}

} // namespace

TEST_CASE("Every statement that is written out whole is one that the server takes [SEC-16]",
          "[server]")
{
    TestOffice county(allRooms());
    static const QRegularExpression whole(
        "^(?:SELECT [^%{]* FROM|INSERT INTO|UPDATE|DELETE FROM) [^%{]*$");
    int taken = 0;
    for (const char *part : {"/modules", "/app"}) {
        QDirIterator files(QStringLiteral(JUBAO_SOURCE_DIR) + part, {"*.cpp"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.contains("/modules/database/") || path.contains("/modules/template/"))
                continue;
            const QStringList texts = textsOf(path);
            for (const QString &text : texts) {
                if (!whole.match(text).hasMatch())
                    continue;
                try {
                    county.office->database().prepare(text);
                    ++taken;
                } catch (const DatabaseError &error) {
                    // The beginning of a statement that is put together.
                    if (!error.detail().contains("(42601)"))
                        FAIL_CHECK(path.toStdString() << ": " << error.detail().toStdString());
                } catch (const std::logic_error &error) {
                    FAIL_CHECK(path.toStdString() << ": " << error.what());
                }
            }
        }
    }
    CHECK(taken > 150);
}

TEST_CASE("Text is sought in the forms in which it can lie on a disk")
{
    const QString text = QStringLiteral("封13977092311x");
    for (const QByteArray &before : {QByteArray(), QByteArray("a"), QByteArray("ab")}) {
        Finder finder({text});
        finder.look((before + text.toUtf8() + "zz").toBase64());
        CHECK(finder.found() == QStringList{text});
    }
    Finder none({text});
    none.look(QStringLiteral("封13977092311y").toUtf8());
    CHECK(none.found().isEmpty());
    none.look("zz" + QByteArray(QStringEncoder(QStringEncoder::Utf16LE)(text)));
    CHECK(none.found() == QStringList{text});
}

TEST_CASE(
    "No ID number, phone, card or address lies open on the server, in its log or in a dump [SEC-16]",
    "[server]")
{
    County county;
    const QDateTime since = QFileInfo(county.folder.path()).lastModified().addSecs(-1);
    county.enrolWithScan();
    county.changeKey();
    county.collectAndRefund();
    county.takeOver();
    county.avoidAndBeRefused();
    county.search();
    county.office->database().execute("CHECKPOINT");

    const QString data =
        county.asked("SELECT setting FROM pg_settings WHERE name = 'data_directory'");
    const QStringList names{county.name};
    const auto lookAt =
        [&](const char *place,
            const std::function<void(const std::function<void(const QByteArray &)> &)> &each) {
            CAPTURE(place);
            Finder sealed(county.sealed());
            Finder clear(names);
            each([&](const QByteArray &heap) {
                sealed.look(heap);
                clear.look(heap);
            });
            CHECK(sealed.found() == QStringList());
            // What stands in clear is found in the same way, so that the line above can fail.
            CHECK(clear.found() == names);
        };
    lookAt("tables", [&](const auto &visit) { county.eachTable(visit); });
    lookAt("dump", [&](const auto &visit) { visit(county.dump()); });
    lookAt("log", [&](const auto &visit) { eachFile(data + "/pg_wal", since, visit); });
    lookAt("files", [&](const auto &visit) { eachFile(data + "/base", since, visit); });

    const VerifyReport report = verifyOffice(county.office->database(), county.office->catalogue(),
                                             Migrations::shipped(), *county.registry, {});
    CHECK(report.whole());
}

TEST_CASE("Cells that were put into another row or column open, and verify names the rows [SEC-16]",
          "[server]")
{
    TestOffice county(allRooms());
    const qint64 one = county.enrol(1);
    const qint64 other = county.enrol(2);
    const QString change = GENERATE(
        as<QString>(),
        "UPDATE person SET phone = (SELECT p.phone FROM person p WHERE p.id = %2) "
        "WHERE id = %1",
        "UPDATE person SET bank_card = phone WHERE id = %1 AND id <> %2",
        "UPDATE person SET address = (SELECT p.address FROM person p WHERE p.id = %2) WHERE id = %1");
    county.tamper({change.arg(one).arg(other)});
    QStringList places;
    const VerifyReport report = verifyOffice(county.office->database(), county.office->catalogue(),
                                             Migrations::shipped(), *county.registry, {});
    for (const Violation &each : report.violations)
        places.append(each.code + u' ' + each.place);
    CHECK(places.contains(QStringLiteral("ROW_CHANGED person %1").arg(one)));
}

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "core/mask.h"
#include "database/error.h"
#include "database/placeholders.h"
#include "database/query.h"
#include "enrollment/domain/person_search.h"
#include "hub/reading_engine.h"
#include "hub/readings.h"
#include "operations/verify.h"
#include "support/sealed_county.h"
#include "support/source_texts.h"
#include "support/text_finder.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

using Cells = QList<QByteArrayList>;

/** A county that has worked, with its service; desks read by it, past the wire. */
class ReadCounty : public SealedCounty {
public:
    ReadCounty()
    {
        work();
        closeDay();
        serve();
        readings = std::make_unique<Readings>(*service, server().value());
    }

    std::unique_ptr<Database> booksFor(const QString &who)
    {
        return Database::over(
            std::make_unique<ReadingEngine>([this, who](const wire::Reading &reading) {
                return wire::rowsFrom(wire::toCbor(readings->read(who, reading)));
            }),
            who);
    }
    /** All rows; nothing where it is refused. */
    std::optional<Cells> rows(const QString &who, const QString &sql,
                              const QVariantList &values = {})
    {
        try {
            return readings->read(who, {sql, values}).cells;
        } catch (const DatabaseError &error) {
            refusal = error.detail();
            return std::nullopt;
        }
    }
    QString cell(const QString &who, const QString &sql, const QVariantList &values = {})
    {
        const std::optional<Cells> all = rows(who, sql, values);
        return !all          ? QStringLiteral("refused: ") + refusal
            : all->isEmpty() ? QStringLiteral("no row")
                             : QString::fromUtf8(all->first().first());
    }

    std::unique_ptr<Readings> readings;
    QString refusal;

private:
    void closeDay()
    {
        const ActResult made = make("tc", "contributions.day_close",
                                    {{"operator", operatorId("tc")},
                                     {"day", "2026-03-02"},
                                     {"counted", 20000},
                                     {"deposit_slip", "B-7"}},
                                    {}, "as counted");
        act("tr", ActionKind::Recheck, made.operation);
    }
};

/** The values of which nothing may come out whole; what people wrote into a reason is theirs. */
QStringList secretsOf(const ReadCounty &county)
{
    QStringList secrets = county.sealed();
    secrets.removeOne(county.phone);
    for (int i = 1; i <= 18; ++i)
        secrets.append(TestOffice::idNumber(QDate(1980, 1, 1), i));
    return secrets;
}

bool isMask(const QByteArray &shown, const QByteArray &whole)
{
    return shown == "****" || (shown.contains("**") && shown != whole);
}

/** Values for the parameters of a statement, by what the server says they are. */
QVariantList valuesFor(const QStringList &types, qint64 number, const QString &sealed)
{
    QVariantList values;
    for (const QString &type : types) {
        if (type == QLatin1String("sealed") || type == QLatin1String("bytea"))
            values.append(sealed);
        else if (type == QLatin1String("text"))
            values.append(QStringLiteral(""));
        else
            values.append(number);
    }
    return values;
}

} // namespace

TEST_CASE("A desk is shown words whole, numbers by their mask and payloads by their keys [SEC-16]",
          "[server]")
{
    ReadCounty county;
    const QString person = QStringLiteral(" FROM person WHERE id = %1").arg(county.person);
    const auto shown = [&](const QString &sql) { return county.cell("tc", sql); };
    const auto whole = [&](const QString &sql) {
        Query query = county.office->database().prepare(sql);
        return query.next() ? query.text(0) : QStringLiteral("no row");
    };
    CHECK(shown("SELECT id_number" + person) == maskIdNumber(county.number(3)));
    CHECK(shown("SELECT id_last_four" + person) == county.number(3).right(4));
    CHECK(shown("SELECT phone" + person) == "139****2322");
    CHECK(shown("SELECT bank_card" + person) == "****1118");
    CHECK(shown("SELECT address" + person) == "封存镇铁柜村****");
    CHECK(shown("SELECT p.phone AS name FROM (SELECT phone FROM person WHERE phone <> '') p")
              .contains("****"));
    CHECK(shown("SELECT beneficiary_id_number FROM person_declaration WHERE beneficiary_id_number "
                "IS NOT NULL AND person = "
                + QString::number(county.person))
          == maskIdNumber(county.number(2)));
    CHECK(shown("SELECT bank_card FROM contribution_refund") == "****2224");
    CHECK(county.cell("en1", "SELECT person FROM operator_account WHERE name = 'tc'")
          == maskIdNumber(whole("SELECT person FROM operator_account WHERE name = 'tc'")));
    CHECK(county.cell("en1", "SELECT other FROM avoidance") == maskIdNumber(county.number(6)));

    const QString collection = QStringLiteral(" FROM operation WHERE type = "
                                              "'contributions.collect'");
    CHECK_FALSE(whole("SELECT summary" + collection).isEmpty());
    CHECK(shown("SELECT summary" + collection) == whole("SELECT summary" + collection));
    CHECK(shown("SELECT payer FROM receipt") == whole("SELECT payer FROM receipt"));
    const QString returned =
        QStringLiteral("SELECT detail FROM journal WHERE kind = 'return' ORDER BY seq");
    const QString reason = parseCanonicalObject(shown(returned).toUtf8())[u"reason"].toString();
    CHECK(reason.contains(county.phone));
    CHECK(reason.contains(maskIdNumber(county.number(1))));
    CHECK(shown("SELECT file_name FROM operation_evidence WHERE file_name <> ''")
          == maskIdNumber(county.number(1)) + ".jpg");
    CHECK(shown("SELECT content FROM operation_evidence WHERE content IS NOT NULL") == "****");

    const QString registered =
        QStringLiteral("SELECT v.payload FROM operation_revision v JOIN operation o ON o.id = "
                       "v.operation WHERE o.type = '%1' ORDER BY o.id, v.revision");
    QJsonObject payload =
        parseCanonicalObject(whole(registered.arg("enrollment.register")).toUtf8());
    payload["id_number"] = maskIdNumber(county.number(1));
    payload["phone"] = "139****2311";
    payload["address"] = "封存镇密柜村****";
    payload["bank_card"] = "****1118";
    payload["beneficiary_id_number"] = maskIdNumber(county.number(2));
    CHECK(shown(registered.arg("enrollment.register"))
          == QString::fromUtf8(canonicalJson(payload)));
    const QString closed = registered.arg("contributions.day_close");
    CHECK(shown(closed) == whole(closed));
    const QJsonObject before =
        parseCanonicalObject(shown(registered.arg("enrollment.change")).toUtf8());
    CHECK(before["phone"].toString() == "139****2322");
    CHECK(county.cell("en1", "SELECT payload FROM staging_row").contains("139****2333"));
}

TEST_CASE(
    "A number that is typed whole, its last four, a phone and a card are found by the service "
    "[SEC-16]",
    "[server]")
{
    ReadCounty county;
    const auto books = county.booksFor("tc");
    const Reader embedded = county.office->reader();
    const Reader desk(*books, county.office->catalogue(), embedded.today());
    for (const QString &text : {county.number(3), county.newPhone, county.card, county.name,
                                county.number(3).right(4), QStringLiteral("19770923")}) {
        CAPTURE(text.toStdString());
        const QList<FoundPerson> hits = findPersons(desk, text, 10);
        const QList<FoundPerson> all = findPersons(embedded, text, 10);
        REQUIRE(hits.size() == all.size());
        for (qsizetype i = 0; i < hits.size(); ++i) {
            CHECK(hits.at(i).id == all.at(i).id);
            CHECK(hits.at(i).name == all.at(i).name);
            CHECK(hits.at(i).idNumber == maskIdNumber(all.at(i).idNumber));
        }
        CHECK(findPersons(*std::make_unique<Reader>(*county.booksFor("tc9"),
                                                    county.office->catalogue(), embedded.today()),
                          text, 10)
                  .isEmpty());
    }
    CHECK(findPersons(desk, county.number(1), 10).isEmpty());
}

TEST_CASE("Whatever the program's lists and rules ask of the books a desk reads too, masked "
          "[SEC-16]",
          "[server]")
{
    ReadCounty county;
    Database &whole = county.office->database();
    Finder secrets(secretsOf(county));
    int compared = 0;
    int withRows = 0;
    int masked = 0;
    QSet<QString> unopened;
    eachStatementInSources([&](const QString &path, const QString &sql) {
        if (!sql.startsWith(QLatin1String("SELECT")) || sql.contains(QLatin1String("access_trail")))
            return;
        INFO(path.toStdString() << ": " << sql.toStdString());
        const NumberedStatement numbered = numberPlaceholders(sql);
        QStringList types;
        try {
            // By the engine: of what is kept nothing is prepared before it is asked.
            const Query prepared(whole.engine().prepare(sql));
            Query described = whole.prepare(
                "SELECT format_type(p.type, NULL) FROM pg_prepared_statements s, unnest("
                "s.parameter_types::oid[]) WITH ORDINALITY AS p(type, place) WHERE s.statement = ? "
                "ORDER BY p.place");
            described.bindAll(QString::fromUtf8(numbered.sql));
            while (described.next())
                types.append(described.text(0));
        } catch (const DatabaseError &) {
            return; // The beginning of a statement that is put together.
        }
        types.resize(numbered.names.size());
        CHECK_FALSE(types.contains("integer")); // too small for an id
        for (const qint64 id : {county.person, qint64(1) << 52}) {
            const QVariantList values = valuesFor(types, id, county.number(3));
            Query query = whole.prepare(sql);
            for (qsizetype i = 0; i < values.size(); ++i)
                query.bind(int(i) + 1, values.at(i));
            const std::optional<Cells> shown = county.rows("en1", sql, values);
            if (!shown) {
                FAIL_CHECK(county.refusal.toStdString());
                return;
            }
            ++compared;
            qsizetype row = 0;
            while (query.next()) {
                if (row >= shown->size())
                    break;
                for (int column = 0; column < query.columnCount(); ++column) {
                    const QByteArray cell = shown->at(row).at(column);
                    secrets.look(cell);
                    if (cell == query.bytes(column))
                        continue;
                    ++masked;
                    if (cell == "****")
                        unopened.insert(query.columnName(column));
                    CAPTURE(query.columnName(column).toStdString(), cell.toStdString());
                    CHECK(isMask(cell, query.bytes(column)));
                }
                ++row;
            }
            CHECK(row == shown->size());
            withRows += row > 0 ? 1 : 0;
        }
    });
    CHECK(secrets.found() == QStringList());
    CHECK(compared > 200);
    CHECK(withRows > 40);
    CHECK(masked > 20);
    // Nothing that a list shows is made of a sealed column.
    for (const QString &each : std::as_const(unopened))
        CHECK(each.toStdString() == "content");
}

TEST_CASE("Nothing whole comes out of a reading, whatever a hostile desk asks [SEC-16] [CTL-02]",
          "[server]")
{
    ReadCounty county;
    QStringList tables;
    Query names = county.office->database().prepare(
        "SELECT relname::text FROM pg_class WHERE relnamespace = "
        "to_regnamespace(current_schema()) AND relkind = 'r' AND relname NOT LIKE 'access_trail%'");
    while (names.next())
        tables.append(names.text(0));
    QStringList hostile;
    for (const QString &table : std::as_const(tables))
        hostile << "SELECT * FROM " + table << "SELECT t FROM " + table + " t"
                << "SELECT (t).* FROM " + table + " t"
                << "SELECT row_to_json(t) FROM " + table + " t"
                << "SELECT array_agg(t) FROM " + table + " t"
                << "SELECT json_agg(t) FROM " + table + " t";
    hostile
        << "SELECT id_number AS summary FROM person"
        << "SELECT summary FROM operation UNION ALL SELECT address FROM person"
        << "SELECT s.summary FROM (SELECT summary FROM operation UNION ALL SELECT address FROM "
           "person) s"
        << "SELECT s.detail FROM (SELECT detail FROM journal WHERE false UNION ALL SELECT "
           "payload FROM operation_revision) s"
        << "WITH s(summary) AS (SELECT address FROM person) SELECT summary FROM s"
        << "WITH RECURSIVE s(x) AS (SELECT summary FROM operation UNION ALL SELECT address FROM "
           "person) SELECT x FROM s"
        << "SELECT coalesce(id_number, phone) FROM person"
        << "SELECT coalesce(o.summary, p.address) FROM person p LEFT JOIN operation o ON o.id = 0"
        << "SELECT CASE WHEN p.id > 0 THEN p.address ELSE o.summary END FROM person p, operation o"
        << "SELECT (SELECT address FROM person LIMIT 1)"
        << "SELECT (p).address FROM person p"
        << "SELECT (ROW(p.address, 1)).f1 FROM person p"
        << "SELECT r.a FROM person p, LATERAL (SELECT p.address AS a) r"
        << "SELECT v.x FROM person p, LATERAL (VALUES (p.address)) v(x)"
        << "SELECT unnest(array_agg(address)) FROM person"
        << "SELECT (array_agg(id_number))[1] FROM person"
        << "SELECT lag(address) OVER () FROM person"
        << "SELECT first_value(phone) OVER () FROM person"
        << "SELECT string_agg(encode(id_number, 'hex'), ',') FROM person"
        << "SELECT encode(address, 'hex') FROM person"
        << "SELECT encode(payload, 'base64') FROM operation_revision"
        << "SELECT id_number FROM person FULL JOIN operation_subject USING (id_number)"
        << "SELECT id_number FROM person NATURAL JOIN operation_subject"
        << "SELECT s.summary FROM operation o, LATERAL jsonb_populate_record(o, "
           "jsonb_build_object('summary', (SELECT address FROM person LIMIT 1))) s"
        << "SELECT (x).summary FROM (SELECT jsonb_populate_record(o, jsonb_build_object("
           "'summary', (SELECT address FROM person LIMIT 1))) AS x FROM operation o OFFSET 0) s"
        << "SELECT (jsonb_populate_record(NULL::operation, jsonb_build_object('summary', "
           "(SELECT address FROM person WHERE address <> ''::sealed_once LIMIT 1)))).summary"
        << "SELECT s.summary FROM json_to_recordset((SELECT json_agg(json_build_object("
           "'summary', address)) FROM person)) AS s(summary sealed_once)"
        << "SELECT s.summary FROM jsonb_populate_recordset(NULL::operation, (SELECT jsonb_agg("
           "jsonb_build_object('summary', address)) FROM person)) s"
        << "SELECT x FROM xmltable('/a' PASSING '<a/>' COLUMNS x text) t"
        << "SELECT query_to_xml('SELECT * FROM person', true, false, '')"
        << "SELECT table_to_xml('person', true, false, '')"
        << "SELECT jubao_key_check()"
        << "EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM person"
        << "SELECT max(address::bytea) FROM person"
        << "SELECT address::bytea FROM person"
        << "SELECT bytea(address) FROM person"
        << "SELECT convert_from(address, 'UTF8') FROM person"
        << "SELECT address FROM person TABLESAMPLE SYSTEM (100)"
        << "SELECT most_common_vals::text FROM pg_stats"
        << "SELECT query FROM pg_stat_activity"
        << "SELECT statement FROM pg_prepared_statements"
        << "SELECT name FROM pg_cursors"
        << "EXECUTE s1"
        << "FETCH ALL FROM c"
        << "SHOW search_path";
    Finder secrets(secretsOf(county) << county.phone);
    int answered = 0;
    for (const QString &name :
         {QStringLiteral("tc"), QStringLiteral("en1"), QStringLiteral("au")}) {
        for (const QString &sql : std::as_const(hostile)) {
            const std::optional<Cells> all = county.rows(name, sql);
            answered += all && !all->isEmpty() ? 1 : 0;
            for (const QByteArrayList &row : all.value_or(Cells())) {
                for (QByteArray cell : row) {
                    // What a colleague wrote into his reason for returning it.
                    cell.replace("ring " + county.phone.toUtf8(), "ring");
                    secrets.look(cell);
                }
            }
            CAPTURE(name.toStdString(), sql.toStdString());
            REQUIRE(secrets.found() == QStringList());
        }
    }
    CHECK(answered > 300);
    for (const char *sql :
         {"SELECT summary FROM operation UNION ALL SELECT address FROM person",
          "SELECT s.summary FROM operation o, LATERAL jsonb_populate_record(o, jsonb_build_object("
          "'summary', (SELECT address FROM person WHERE address IS NOT NULL LIMIT 1))) s",
          "SELECT jubao_key_check()"}) {
        INFO(sql);
        CHECK(county.cell("en1", QLatin1String(sql)) == "****");
    }
    // What stands in the trail is the auditors', but no number whole there either.
    for (const char *sql :
         {"SELECT subject FROM access_trail", "SELECT detail FROM access_trail"}) {
        const Cells all = county.rows("au", QLatin1String(sql)).value();
        CHECK_FALSE(all.isEmpty());
        for (const QByteArrayList &row : all) {
            for (int i = 1; i <= 7; ++i)
                CHECK_FALSE(row.first().contains(county.number(i).toUtf8()));
        }
    }

    // Another township gets nothing of it, shown or masked.
    for (const char *sql :
         {"SELECT summary FROM operation", "SELECT payload FROM operation_revision",
          "SELECT file_name FROM operation_evidence", "SELECT payer FROM receipt",
          "SELECT id_number FROM person", "SELECT phone FROM person_history",
          "SELECT id_number FROM operation_subject", "SELECT bank_card FROM contribution_refund",
          "SELECT payload FROM staging_row"}) {
        INFO(sql);
        CHECK(county.rows("tc9", QLatin1String(sql)).value().isEmpty());
    }
    CHECK(county.office->verify({}).violations.isEmpty());
}

TEST_CASE("A reading leaves nothing behind for the next one, nor can it change what that finds "
          "[SEC-16]",
          "[server]")
{
    ReadCounty county;
    const QString summaries = QStringLiteral("SELECT summary FROM operation ORDER BY id");
    const Cells all = county.rows("en1", summaries).value();
    CHECK(all.size() > 3);
    for (const char *sql :
         {"PREPARE s2 AS SELECT address FROM person",
          "DEALLOCATE ALL",
          "DEALLOCATE s2",
          "DISCARD ALL",
          "COMMIT",
          "ROLLBACK",
          "COMMIT AND CHAIN",
          "BEGIN",
          "SAVEPOINT x",
          "SET TRANSACTION READ WRITE",
          "SET search_path = pg_temp",
          "RESET ALL",
          "LISTEN x",
          "DECLARE c CURSOR WITH HOLD FOR SELECT 1",
          "DO $$BEGIN COMMIT; END$$",
          "CREATE TEMP TABLE operation AS SELECT * FROM person",
          "CREATE TEMP VIEW v AS SELECT address AS summary FROM person",
          "CREATE VIEW v AS SELECT address AS summary FROM person",
          "SELECT address AS summary INTO TEMP operation FROM person",
          "COPY (SELECT address FROM person) TO STDOUT",
          "COPY person TO STDOUT",
          "LOCK person",
          "UPDATE operation SET summary = (SELECT address FROM person LIMIT 1)",
          "SELECT pg_terminate_backend(pg_backend_pid())",
          "SELECT pg_cancel_backend(pg_backend_pid())",
          "UPDATE person SET name = 'x' RETURNING address",
          "INSERT INTO journal (detail) SELECT address FROM person RETURNING detail",
          "DELETE FROM person RETURNING id_number",
          "SELECT address FROM person FOR UPDATE"}) {
        INFO(sql);
        CHECK_FALSE(county.rows("en1", QLatin1String(sql)));
        CHECK(county.rows("en1", summaries) == all);
    }
    CHECK(county.rows("en1", "SELECT set_config('search_path', 'pg_temp', false)"));
    CHECK(county.rows("en1", summaries) == all);
    // The lock of the one writer.
    CHECK(county.rows("en1",
                      "SELECT CASE WHEN pg_try_advisory_lock(hashtextextended('"
                          + county.server()->schema + "', 457235915119)) THEN 1 ELSE 0 END"));
    CHECK(county
              .rows("en1",
                    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = "
                    "pg_backend_pid()")
              .value()
              .first()
              .first()
          == "0");
}

TEST_CASE("Who compares one value after another with sealed columns stands in the trail [SEC-16]",
          "[server]")
{
    ReadCounty county;
    const auto lines = [&county] {
        QStringList list;
        Query trail = county.office->database().prepare(
            "SELECT t.subject, a.name FROM access_trail t JOIN operator_account a ON a.id = "
            "t.operator WHERE t.kind = 'sealed_compared' ORDER BY t.seq");
        while (trail.next())
            list.append(trail.text(1) + ' ' + trail.text(0));
        return list;
    };
    const QString search = QStringLiteral("SELECT id FROM person WHERE phone = ?");
    CHECK(county.cell("tc", "SELECT name FROM person WHERE id = ?", {county.person})
          == county.name);
    CHECK(lines().isEmpty());
    CHECK(county.cell("tc", search, {county.newPhone}) == QString::number(county.person));
    CHECK(lines() == QStringList{"tc 1"});
    for (int i = 0; i < 9; ++i)
        CHECK(county.cell("tc", search, {QStringLiteral("1397709%1").arg(i, 4)}) == "no row");
    CHECK(lines() == QStringList{"tc 1", "tc 2", "tc 4", "tc 8"});
    county.cell("en1", "SELECT id FROM person WHERE phone = ? OR bank_card = ?", {"1", "2"});
    CHECK(lines().last() == "en1 2");
    // Not a thousand at once, and what is refused is counted too.
    QVariantList many;
    QString places;
    for (int i = 0; i < 40; ++i) {
        many.append(QStringLiteral("139770923%1").arg(i, 2));
        places += i == 0 ? "?" : ", ?";
    }
    CHECK_FALSE(county.rows("tc", "SELECT id FROM person WHERE phone IN (" + places + ")", many));
    CHECK(lines().last() == "tc 27");
    for (const char *sql :
         {"SELECT 1 FROM person WHERE phone = '13977092322'",
          "SELECT 1 FROM person WHERE phone LIKE '139%'", "SELECT 1 FROM person WHERE phone > ?",
          "SELECT id_number FROM person ORDER BY id_number",
          "SELECT substr(id_number, 7, 8) FROM person",
          "SELECT 1 FROM person p JOIN operation_revision v ON v.payload = p.id_number",
          "SELECT 1 FROM operation_revision WHERE payload = ?",
          "SELECT DISTINCT address FROM person"}) {
        INFO(sql);
        const QVariantList values =
            QByteArrayView(sql).contains('?') ? QVariantList{"x"} : QVariantList();
        CHECK_FALSE(county.rows("tc", QLatin1String(sql), values));
    }
    county.clock->advance(24 * 3600 * 1000);
    county.cell("tc", search, {county.newPhone});
    CHECK(lines().last() == "tc 1");
}

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/books.h"

#include "support/engine_choice.h"

namespace jubao::test {

Books::Books()
    : catalogue(Catalogue::fromJson(R"({"version":1,"tables":[
        {"name":"id_counter","room":"x","kind":"plain","key":["node"],"columns":["node:integer","next:integer"]},
        {"name":"person","room":"x","kind":"record","key":["id"],
         "columns":["id:id","name:text","phone:text?:sealed","amount:fen","op_seq:integer"]},
        {"name":"entry","room":"x","kind":"entry","key":["id"],
         "columns":["id:id","person:id","amount:fen","scan:bytes?","op_seq:integer"]}]})"))
    , migrations(Migrations::fromList(
          {{1, QStringLiteral("first"),
            QStringLiteral(
                "CREATE TABLE id_counter (node {integer} NOT NULL, next {integer} NOT NULL, PRIMARY KEY "
                "(node)){strict};CREATE TABLE person (id {primary_key}, name {text} NOT NULL, phone {text}, "
                "amount {fen} NOT NULL, op_seq {integer} NOT NULL){strict};"
                "CREATE TABLE entry (id {primary_key}, person {id} NOT NULL, amount {fen} NOT NULL, "
                "scan {bytes}, op_seq {integer} NOT NULL){strict};")}}))
    , server(chosenServer())
{
    database = Database::open(options(Database::Mode::Create));
    migrations.apply(*database, catalogue);
}

Database::Options Books::options(Database::Mode mode) const
{
    Database::Options result;
    result.path = path();
    result.server = server;
    result.key = key.clone();
    result.mode = mode;
    return result;
}

void Books::reopen()
{
    database.reset();
    database = Database::open(options());
}

qint64 Books::count(const QString &sql)
{
    Query query = database->prepare(sql);
    return query.next() ? query.integer(0) : -1;
}

} // namespace jubao::test

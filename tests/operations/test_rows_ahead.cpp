// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/crypto.h"
#include "operations/rows_ahead.h"
#include <catch2/catch.hpp>
#include <stdexcept>

using namespace jubao;

namespace {

/** Rows 1 … count; then its end, or what it throws. */
RowSource counting(qint64 count, bool fails = false)
{
    return {[count, fails, given = qint64(0)](BatchRow &row) mutable {
                if (given == count && fails)
                    throw std::runtime_error("the sheet ends in the middle");
                if (given == count)
                    return false;
                row = {};
                row.number = ++given;
                row.values.insert("amount", given * 100);
                return true;
            },
            [] { return 500; }};
}

} // namespace

TEST_CASE("Rows that are read ahead come whole and in their order [ENR-11]")
{
    const qint64 count = GENERATE(as<qint64>(), 0, 1, 255, 256, 257, 5000);
    CAPTURE(count);
    RowsAhead ahead(counting(count));
    qint64 taken = 0;
    for (BatchRow row; ahead.next(row);) {
        REQUIRE(row.number == ++taken);
        REQUIRE(row.values["amount"].toInteger() == taken * 100);
    }
    CHECK(taken == count);
    BatchRow row;
    CHECK_FALSE(ahead.next(row));
    CHECK(ahead.permille() == 500);
}

TEST_CASE("What a sheet throws reaches whoever takes its rows, behind the good ones [ENR-11]")
{
    RowsAhead ahead(counting(300, true));
    qint64 taken = 0;
    const auto takeAll = [&] {
        for (BatchRow row; ahead.next(row);)
            ++taken;
    };
    CHECK_THROWS_WITH(takeAll(), "the sheet ends in the middle");
    CHECK(taken == 256); // the part in which it failed is not handed on
}

TEST_CASE("Whoever stops taking rows does not wait for the rest of the sheet [ENR-11]")
{
    RowsAhead ahead(counting(10'000'000));
    BatchRow row;
    CHECK(ahead.next(row));
}

TEST_CASE("A long stream has the digest of the whole, and begins anew behind it [SEC-01]")
{
    Sm3Stream stream;
    QByteArray whole;
    for (int i = 0; i < 60'000; ++i) {
        const QByteArray line = "row " + QByteArray::number(i) + " of an entry that wrote many\n";
        whole += line;
        stream.add(line);
    }
    CHECK(stream.hex() == sm3Hex(whole));
    stream.add("abc");
    CHECK(stream.hex() == sm3Hex("abc"));
}

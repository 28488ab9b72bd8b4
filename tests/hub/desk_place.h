// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/database.h"
#include "database/error.h"
#include "database/request_channel.h"
#include "support/engine_choice.h"

namespace jubao::test {

/** An empty office's schema with a desk, and who may ask there. */
struct DeskPlace {
    ServerAddress service = chosenServer().value();
    std::unique_ptr<Database> books;
    std::unique_ptr<RequestDesk> desk;

    DeskPlace()
    {
        Database::Options options;
        options.server = service;
        options.key = Key::random();
        options.mode = Database::Mode::Create;
        books = Database::open(std::move(options));
        desk = std::make_unique<RequestDesk>(service);
        desk->admit("tc", "secret-tc", std::chrono::hours(1));
        desk->admit("tr", "secret-tr", std::chrono::hours(1));
    }
    ~DeskPlace()
    {
        desk->dismiss("tc");
        desk->dismiss("tr");
        desk.reset();
        books.reset();
        leaveServer(service);
    }
    ServerAddress as(const QString &name) const
    {
        ServerAddress address = service;
        address.role = RequestDesk::roleOf(service.schema, name);
        return address;
    }
    /** As somebody with psql; the words of the server's refusal, empty where it was done. */
    QString tries(const QString &name, const QString &sql) const
    {
        Database::Options options;
        options.server = as(name);
        try {
            const std::unique_ptr<Database> own = Database::open(std::move(options));
            own->execute(sql);
        } catch (const DatabaseError &error) {
            return error.detail();
        }
        return {};
    }
};

} // namespace jubao::test

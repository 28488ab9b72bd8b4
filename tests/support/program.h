// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QStringList>

namespace jubao::test {

struct ProgramResult {
    int status = -1;
    QJsonDocument json;
    QByteArray output;
    QByteArray errors;

    /** Code of the first refusal, empty where none was given. */
    QString code() const { return json["refusals"][0]["code"].toString(); }
};

/** Runs jubaoctl as a stranger would; witnesses lie in `stateFolder`, `input` is its file
 * descriptor 0. */
ProgramResult runJubaoctl(const QStringList &arguments, const QString &stateFolder,
                          const QByteArray &input = {});

} // namespace jubao::test

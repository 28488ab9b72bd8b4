// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/verify.h"
#include "support/test_office.h"

namespace jubao::test {

/** An office that has enrolled two people and collected once. */
class WorkedOffice : public TestOffice {
public:
    WorkedOffice();
    explicit WorkedOffice(std::shared_ptr<const TypeRegistry> types);

    VerifyReport verify(const VerifyOptions &options = {});
    /** Codes of what verify finds; each violation must name its place and say words. */
    QStringList codes(const VerifyOptions &options = {});

    /** The worst case: everybody's keys as well. After the edit all effects, hashes and signatures
     * are made anew, so that only the law itself can object. */
    void tamperAndSignAnew(const QStringList &statements);

    qint64 first = 0;
    qint64 collection = 0;

private:
    void work();
};

} // namespace jubao::test

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paper_text.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QRegularExpression>
#include <catch2/catch.hpp>

namespace jubao::test {

QString textOf(const Paper &paper)
{
    QByteArray copy = paper.pdf;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument pdf;
    pdf.load(&buffer);
    CHECK(pdf.pageCount() == paper.pages);
    QString text;
    for (int page = 0; page < pdf.pageCount(); ++page)
        text += pdf.getAllText(page).text();
    return text.remove(QRegularExpression(QStringLiteral("[\\s\\x{3000}]")));
}

Office::Printable printed(TestOffice &county, const QString &name, const QString &document,
                          qint64 id, int pages)
{
    int drawn = 0;
    const Office::Printable printable =
        county.office->giveOut(county.as(name), document, id, [&](const Office::Printable &paper) {
            drawn = renderPapers({drawnPaper(paper)}).pages;
        });
    CHECK(drawn == pages);
    return printable;
}

QString textOf(const Office::Printable &printable)
{
    return textOf(renderPapers({drawnPaper(printable)}));
}

} // namespace jubao::test

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/operation_pane.h"
#include "desk/record_form.h"
#include "desktop/services.h"
#include "support/desk_driver.h"
#include "template/template_office.h"
#include <QLabel>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

// A type declares its fields, and that is its form: nothing is drawn by hand.

TEST_CASE("Each field of each type has its editor, by the declaration alone [CTL-01]")
{
    dress(Theme::Face::Light);
    TemplateOffice county;
    for (const OperationType *type : county.registry->types()) {
        CAPTURE(type->id.toStdString());
        RecordForm form(*type, county.as("en1"), {*county.office, deskServices()});
        for (const Field &field : type->fields) {
            CAPTURE(field.name.toStdString());
            CHECK_FALSE(field.label.isEmpty());
            const bool shown = form.findChild<QWidget *>(field.name) != nullptr;
            CHECK(shown == field.shown);
        }
    }
}

TEST_CASE("The form of the type to copy keeps what was typed and shows what its rules find")
{
    dress(Theme::Face::Light);
    TemplateOffice county;
    RecordForm form(*county.registry->find("template.lend"), county.as("en1"),
                    {*county.office, deskServices()});
    const QJsonObject loan = county.loan();
    form.setPayload(loan);
    form.resize(720, 420);
    form.show();
    shot(form, "template_lend");
    const QJsonObject typed = form.payload();
    for (auto it = loan.begin(); it != loan.end(); ++it) {
        CAPTURE(it.key().toStdString());
        CHECK(typed[it.key()] == it.value());
    }
    QJsonObject late = loan;
    late.insert("back_on", "2026-03-01");
    form.setPayload(late);
    QList<Refusal> refusals;
    try {
        county.lent(form.payload());
    } catch (const RefusedError &error) {
        refusals = error.refusals;
    }
    REQUIRE(refusals.size() == 1);
    // Under its own field, so nothing is left for the head of the page; and nothing typed is lost.
    QStringList rest;
    form.showFindings(refusals, rest);
    CHECK(rest.isEmpty());
    CHECK(form.payload() == late);
}

TEST_CASE("Whoever decides reads who handed it down and what the maker objected [CTL-24]")
{
    dress(Theme::Face::Light);
    TemplateOffice county;
    MakeRequest request;
    request.type = "template.lend";
    request.payload = county.loan();
    request.evidence = {{"authorisation_letter", {}, {}}};
    const qint64 plain = county.office->make(county.as("en1"), request).operation;
    request.payload = county.loan("ladder");
    request.instructedBy = "DIR";
    request.objection = "no handover yet";
    const qint64 handedDown = county.office->make(county.as("en1"), request).operation;
    const auto shown = [&county](qint64 operation) {
        Session &checker = county.as("of");
        OperationPane pane(*county.office, checker, county.office->view(checker, operation), true);
        const auto *notice = pane.findChild<QLabel *>("instruction");
        return notice ? notice->text() : QString();
    };
    CHECK(shown(plain).isEmpty());
    CHECK(shown(handedDown).contains("DIR"));
    CHECK(shown(handedDown).contains("2026-03-02"));
    CHECK(shown(handedDown).contains("no handover yet"));
}

// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/calls.h"
#include "hub/fields.h"

/** The fields of what goes between a desk and the service; private to the room. */
namespace jubao::wire {

template <> inline constexpr Severity lastOf<Severity> = Severity::Note;
template <> inline constexpr ActionKind lastOf<ActionKind> = ActionKind::Lift;
template <> inline constexpr SignInWay lastOf<SignInWay> = SignInWay::NewPassword;
template <> inline constexpr OperationState lastOf<OperationState> = OperationState::Closed;

void fields(auto &on, PasswordCost &value)
{
    on("memory_kib", value.memoryKib);
    on("iterations", value.iterations);
    on("parallelism", value.parallelism);
}

void fields(auto &on, PasswordGround &value)
{
    on("salt", value.salt);
    on("cost", value.cost);
    on("stick", value.stick);
}

void fields(auto &on, SignInLimits &value)
{
    on("tries", value.tries);
    on("lock_minutes", value.lockMinutes);
    on("password_days", value.passwordDays);
    on("idle_minutes", value.idleMinutes);
}

void fields(auto &on, HeldPost &value)
{
    on("post", value.post);
    on("department", value.department);
    on("division", value.division);
    on("head", value.head);
    on("valid_from", value.validFrom);
    on("valid_to", value.validTo);
    on("delegated_by", value.delegatedBy);
    on("delegated_from", value.delegatedFrom);
    on("delegated_to", value.delegatedTo);
    on("delegated_families", value.delegatedFamilies);
    on("delegated_amount", value.delegatedAmountFen);
}

void fields(auto &on, PlaceFacts &value)
{
    on("version", value.version);
    on("schema", value.schema);
    on("catalogue", value.catalogue);
    on("public_addresses", value.publicAddresses);
}

void fields(auto &on, SignedIn &value)
{
    on("operator", value.operatorId);
    on("display_name", value.displayName);
    on("person", value.person);
    on("posts", value.posts);
    on("must_change", value.passwordMustChange);
    on("must_move", value.keyMustMove);
    on("stick", value.stick);
    on("due", value.passwordDue);
    on("days_left", value.passwordDaysLeft);
    on("last_sign_in", value.lastSignIn);
    on("failed_tries", value.failedTriesSince);
    on("limits", value.limits);
    on("alarms", value.alarms);
}

void fields(auto &on, JournalHead &value)
{
    on("seq", value.seq);
    on("hash", value.hash);
    on("accepted_at", value.acceptedAt);
}

void fields(auto &on, Finding &value)
{
    on("severity", value.severity);
    on("code", value.code);
    on("field", value.field);
    on("text", value.text);
    on("rule", value.rule);
}

void fields(auto &on, Refusal &value)
{
    on("code", value.code);
    on("field", value.field);
    on("text", value.text);
    on("rule", value.rule);
}

void fields(auto &on, ActResult &value)
{
    on("operation", value.operation);
    on("revision", value.revision);
    on("state", value.state);
    on("waits_for", value.waitsFor);
    on("findings", value.findings);
    on("rows_taken", value.rowsTaken);
    on("rows_given_back", value.rowsGivenBack);
    on("head", value.head);
}

void fields(auto &on, Evidence &value)
{
    on("kind", value.kind);
    on("file", value.fileName);
    on("content", value.content);
}

/** The rows of a batch go beside it. */
void fields(auto &on, MakeRequest &value)
{
    on("type", value.type);
    on("payload", value.payload);
    on("evidence", value.evidence);
    on("reason", value.reason);
    on("instructed_by", value.instructedBy);
    on("instructed_on", value.instructedOn);
    on("objection", value.objection);
    on("resubmits", value.resubmits);
    on("post", value.post);
    on("action_id", value.actionId);
}

void fields(auto &on, Action &value)
{
    on("kind", value.kind);
    on("operation", value.operation);
    on("revision", value.revision);
    on("post", value.post);
    on("action_id", value.actionId);
    on("reason", value.reason);
    on("evidence_true", value.evidenceTrue);
    on("evidence_complete", value.evidenceComplete);
    on("evidence_valid", value.evidenceValid);
    on("seen", value.seenDigest);
    on("alone", value.alone);
    on("papers", value.papers);
    on("late_reason", value.lateReason);
}

void fields(auto &on, Call &value)
{
    on("name", value.name);
    on("workstation", value.workstation);
    on("with", value.with);
}

void fields(auto &on, Change &value)
{
    on("field", value.field);
    on("label", value.label);
    on("before", value.before);
    on("after", value.after);
}

void fields(auto &on, OperationView::Act &value)
{
    on("seq", value.seq);
    on("operator", value.operatorName);
    on("display_name", value.displayName);
    on("post", value.post);
    on("step", value.step);
    on("at", value.at);
    on("reason", value.reason);
    on("revision", value.revision);
    on("papers", value.papers);
    on("late_papers", value.latePapers);
    on("late_reason", value.lateReason);
}

void fields(auto &on, OperationView &value)
{
    on("id", value.id);
    on("type", value.type);
    on("title", value.title);
    on("revision", value.revision);
    on("state", value.state);
    on("closed_by", value.closedBy);
    on("waits_for", value.waitsFor);
    on("waits_for_posts", value.waitsForPosts);
    on("waits_for_step", value.waitsForStep);
    on("summary", value.summary);
    on("division", value.division);
    on("maker", value.maker);
    on("made_on", value.madeOn);
    on("due_on", value.dueOn);
    on("waits_since", value.waitsSince);
    on("overdue", value.overdue);
    on("amount", value.amountFen);
    on("payload", value.payload);
    on("changes", value.changes);
    on("findings", value.findings);
    on("digest", value.digest);
    on("evidence", value.evidenceKinds);
    on("instructed_by", value.instructedBy);
    on("instructed_on", value.instructedOn);
    on("objection", value.objection);
    on("actions", value.actions);
}

void fields(auto &on, Responsible &value)
{
    on("seq", value.seq);
    on("step", value.step);
    on("operator", value.operatorName);
    on("display_name", value.displayName);
    on("post", value.post);
    on("at", value.at);
    on("delegated_by", value.delegatedBy);
    on("superior", value.superior);
    on("superior_post", value.superiorPost);
}

void fields(auto &on, EffectsPreview::Line &value)
{
    on("table", value.table);
    on("rows", value.rows);
    on("amount", value.amountFen);
    on("has_amount", value.hasAmount);
}

void fields(auto &on, EffectsPreview &value)
{
    on("lines", value.lines);
    on("refused", value.refused);
    on("batch", value.batch);
}

void fields(auto &on, BatchRow &value)
{
    on("number", value.number);
    on("values", value.values);
    on("cells", value.cells);
    on("unreadable", value.unreadable);
}

void fields(auto &on, BatchCount &value)
{
    on("rows", value.rows);
    on("good", value.good);
    on("bad", value.bad);
    on("warned", value.warned);
    on("first_warning", value.firstWarning);
    on("sums", value.sums);
    on("digest", value.digest);
    on("numbers", value.numbers);
}

void fields(auto &on, RowsLook &value)
{
    on("operation", value.operation);
    on("revision", value.revision);
    on("after", value.after);
    on("limit", value.limit);
    on("number", value.number);
    on("judged", value.judged);
    on("revealed", value.revealed);
}

void fields(auto &on, SeenRow &value)
{
    on("number", value.number);
    on("values", value.values);
    on("findings", value.findings);
    on("has_number", value.hasNumber);
}

void fields(auto &on, GivenBack &value)
{
    on("row", value.row);
    on("why", value.why);
}

void fields(auto &on, Checked &value)
{
    on("count", value.count);
    on("given_back", value.givenBack);
}

void fields(auto &on, DocumentData &value)
{
    on("template", value.templateId);
    on("title", value.title);
    on("number", value.number);
    on("values", value.values);
    on("version", value.templateVersion);
}

void fields(auto &on, Office::Printable &value)
{
    on("data", value.data);
    on("foot", value.foot);
    on("stamp", value.stamp);
    on("watermark", value.watermark);
}

void fields(auto &on, Office::PaperRun &value)
{
    on("document", value.document);
    on("division", value.division);
    on("year", value.year);
}

void fields(auto &on, PaperOrder &value)
{
    on("gives", value.gives);
    on("document", value.document);
    on("id", value.id);
    on("run", value.run);
    on("type", value.type);
    on("payload", value.payload);
    on("papers_seen", value.papersSeen);
    on("late_reason", value.lateReason);
}

void fields(auto &on, Asked &value)
{
    on("at", value.at);
    on("workstation", value.workstation);
    on("post", value.post);
    on("on_the_spot", value.onTheSpot);
    on("signature", value.signature);
}

inline QCborValue toValue(const Slot &value)
{
    return QCborMap::fromJsonObject(slotAsJson(value));
}
inline void fromValue(const QCborValue &from, Slot &value)
{
    value = slotFromJson(from.toMap().toJsonObject());
}

} // namespace jubao::wire

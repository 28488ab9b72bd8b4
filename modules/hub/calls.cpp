// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/calls.h"

#include "hub/wire_fields.h"
#include <QHash>
#include <QSet>
#include <algorithm>

namespace jubao::wire {

namespace {

const QString resultName = QStringLiteral("result");

/** The arguments of a call, by name. */
class Arguments {
public:
    explicit Arguments(const QCborMap &map) : m_map(map) { }

    template <typename T> T take(const char *name) const
    {
        T value{};
        fromValue(m_map[QString::fromLatin1(name)], value);
        return value;
    }
    QString text(const char *name) const { return take<QString>(name); }
    qint64 number(const char *name) const { return take<qint64>(name); }

private:
    const QCborMap &m_map;
};

QCborMap answered(const QCborValue &value)
{
    return {{resultName, value}};
}

QList<Office::Printable> papersOf(Office &office, Session &session, const PaperOrder &order)
{
    const auto nothing = [](const auto &) {};
    if (order.run)
        return order.gives ? office.giveOutRun(session, *order.run, nothing)
                           : office.prepareRun(session, *order.run);
    if (!order.type.isEmpty())
        return {order.gives
                    ? office.giveOutBeforeMaking(session, order.document, order.type, order.payload,
                                                 order.papersSeen, nothing, order.lateReason)
                    : office.prepareBeforeMaking(session, order.document, order.type, order.payload,
                                                 order.papersSeen, order.lateReason)};
    return {order.gives ? office.giveOut(session, order.document, order.id, nothing)
                        : office.prepareToPrint(session, order.document, order.id)};
}

/** What a form shows of a record is opened for whoever changes it; the trail keeps for which. */
QJsonObject prefilled(Office &office, const Session &session, const Arguments &with)
{
    const QString type = with.text("type");
    const auto payload = with.take<QJsonObject>("payload");
    if (isAboutPersons(type))
        office.requireRight(session, DataRight::Look, type);
    const QJsonObject filled = office.prefill(session, type, payload);
    if (filled.isEmpty())
        return filled;
    QStringList persons;
    const QList<qint64> concerned =
        office.personsOf(type, payload) + office.personsOf(type, filled);
    for (const qint64 person : concerned)
        persons.append(QString::number(person));
    persons.removeDuplicates();
    office.trace(session, QStringLiteral("prefill"), type, persons.join(u','));
    return filled;
}

Checked checkedRows(Office &office, const Session &session, const Arguments &with)
{
    Checked checked;
    const QString type = with.text("type");
    const auto parameters = with.take<QJsonObject>("parameters");
    office.requireMaker(session, type);
    if (isAboutPersons(type)) {
        office.requireRight(session, DataRight::Look, type);
        office.requireDivision(session, parameters[u"division"].toString(), type);
    }
    const qint64 resubmits = with.number("resubmits");
    RowSource rows;
    if (resubmits == 0) {
        rows = sourceOf(with.take<QList<BatchRow>>("rows"));
    } else {
        // What comes back of them comes whole: to whoever handed them in.
        const OperationView staged = office.view(session, resubmits);
        if (staged.maker != session.name())
            throw RefusedError({refusal(QStringLiteral("MAKER_ONLY"))});
        rows = office.rowsOf(resubmits, staged.revision);
    }
    checked.count = office.checkRows(session, type, parameters, rows,
                                     [&checked](const BatchRow &row, const Findings &why) {
                                         checked.givenBack.append({row, why});
                                     });
    // Who tries numbers by rows stands out like who compares them (`Readings`).
    office.trace(session, QStringLiteral("sealed_compared"), QString::number(checked.count.rows),
                 type);
    return checked;
}

PlaceFacts placeFrom(const Arguments &with)
{
    constexpr qsizetype mostAddresses = 16;
    auto place = with.take<PlaceFacts>("place");
    requireName(place.version);
    requireName(place.catalogue);
    if (place.publicAddresses.size() > mostAddresses)
        throw WireError("too many addresses");
    for (const QString &address : std::as_const(place.publicAddresses))
        requireName(address);
    return place;
}

using Answering = std::function<QCborValue(Office &, Session &, const Arguments &)>;

/** Calls in the name of who is signed in. */
const QHash<QString, Answering> &answers()
{
    static const QHash<QString, Answering> all{
        {QStringLiteral("note"),
         [](Office &office, Session &session, const Arguments &with) {
             office.noteFor(session, with.text("kind"), with.text("subject"), with.text("detail"));
             return QCborValue();
         }},
        {QStringLiteral("head"),
         [](Office &office, Session &, const Arguments &) {
             return toValue(office.journal().head());
         }},
        {QStringLiteral("hash_at"),
         [](Office &office, Session &, const Arguments &with) {
             return toValue(office.journal().hashAt(with.number("seq")));
         }},
        {QStringLiteral("prefill"),
         [](Office &office, Session &session, const Arguments &with) {
             return toValue(prefilled(office, session, with));
         }},
        {QStringLiteral("check"),
         [](Office &office, Session &session, const Arguments &with) {
             const QString type = with.text("type");
             office.requireMaker(session, type);
             return toValue(office.check(session, type, with.take<QJsonObject>("payload")));
         }},
        {QStringLiteral("check_rows"),
         [](Office &office, Session &session, const Arguments &with) {
             return toValue(checkedRows(office, session, with));
         }},
        {QStringLiteral("view"),
         [](Office &office, Session &session, const Arguments &with) {
             return toValue(office.view(session, with.number("operation")));
         }},
        {QStringLiteral("inbox"),
         [](Office &office, Session &session, const Arguments &) {
             return toValue(office.inbox(session));
         }},
        {QStringLiteral("filings"),
         [](Office &office, Session &session, const Arguments &) {
             return toValue(office.filings(session));
         }},
        {QStringLiteral("history"),
         [](Office &office, Session &session, const Arguments &with) {
             return toValue(office.historyOf(session, with.number("person")));
         }},
        {QStringLiteral("responsibility"),
         [](Office &office, Session &session, const Arguments &with) {
             return toValue(office.responsibility(session, with.number("operation")));
         }},
        {QStringLiteral("waits_for"),
         [](Office &office, Session &session, const Arguments &with) {
             return toValue(office.waitsFor(session, with.number("operation")));
         }},
        {QStringLiteral("effects"),
         [](Office &office, Session &session, const Arguments &with) {
             return toValue(office.effects(session, with.number("operation")));
         }},
        {QStringLiteral("evidence"),
         [](Office &office, Session &session, const Arguments &with) {
             return toValue(office.evidence(session, with.number("operation"),
                                            with.take<int>("revision"), with.text("kind"),
                                            with.text("file")));
         }},
        {QStringLiteral("reveal"),
         [](Office &office, Session &session, const Arguments &with) {
             return toValue(office.reveal(session, with.number("person")));
         }},
        {QStringLiteral("rows"),
         [](Office &office, Session &session, const Arguments &with) {
             return toValue(office.lookAtRows(session, with.take<RowsLook>("look")));
         }},
        {QStringLiteral("made_key"),
         [](Office &office, Session &session, const Arguments &with) {
             return toValue(office.keyMadeBy(session, with.text("operator")));
         }},
        {QStringLiteral("papers"),
         [](Office &office, Session &session, const Arguments &with) {
             return toValue(papersOf(office, session, with.take<PaperOrder>("order")));
         }},
        {QStringLiteral("not_given"),
         [](Office &office, Session &session, const Arguments &with) {
             office.notGiven(session, with.take<PaperOrder>("order"));
             return QCborValue();
         }},
    };
    return all;
}

} // namespace

bool onlyReads(const Question &question)
{
    static const QSet<QString> calls{
        QStringLiteral("head"),  QStringLiteral("hash_at"),   QStringLiteral("check"),
        QStringLiteral("inbox"), QStringLiteral("filings"),   QStringLiteral("history"),
        QStringLiteral("view"),  QStringLiteral("waits_for"), QStringLiteral("responsibility"),
        QStringLiteral("rows"),  QStringLiteral("made_key")};
    return !question.operatorName.isEmpty()
        && (question.read || (question.call && calls.contains(question.call->name)));
}

bool checksNumber(const Call &call)
{
    static const QStringList telling{QStringLiteral("id_number"), QStringLiteral("phone"),
                                     QStringLiteral("bank_card"), QStringLiteral("household"),
                                     QStringLiteral("other")};
    // As the rules get it, whatever it came as.
    const QJsonObject payload = call.with[QStringLiteral("payload")].toMap().toJsonObject();
    return call.name == QLatin1String("check")
        && std::any_of(telling.begin(), telling.end(), [&payload](const QString &field) {
               return payload.contains(field) && payload[field] != QJsonValue(QString());
           });
}

QList<BatchRow> listed(const RowSource &source)
{
    QList<BatchRow> rows;
    BatchRow row;
    while (source.next && source.next(row))
        rows.append(std::exchange(row, {}));
    return rows;
}

RowSource sourceOf(QList<BatchRow> rows)
{
    return {[rows = std::move(rows), place = qsizetype(0)](BatchRow &row) mutable {
                if (place == rows.size())
                    return false;
                row = rows.at(place++);
                return true;
            },
            {}};
}

bool changesPassword(const Call &call)
{
    return call.name == QLatin1String("change_slot");
}

QCborMap answerTo(Office &office, const QString &operatorName, const Call &call,
                  const std::function<void()> &beforeNewPassword)
{
    const Arguments with(call.with);
    if (call.name == QLatin1String("signed_in"))
        return answered(toValue(office.signedInFor(operatorName, call.workstation,
                                                   with.take<SignInWay>("way"), placeFrom(with))));
    if (changesPassword(call)) {
        office.changeSlotFor(operatorName, call.workstation, with.take<QByteArray>("proof"),
                             with.take<Slot>("slot"), beforeNewPassword);
        return answered({});
    }
    if (call.name == QLatin1String("invite"))
        return answered(office.inviteFor(operatorName, with.text("operator"), with.text("action"),
                                         with.take<Asked>("asked")));
    if (call.name == QLatin1String("enter"))
        return answered(toValue(office.enterFor(operatorName, with.text("kind"),
                                                with.take<QJsonObject>("detail"),
                                                with.text("action"), with.take<Asked>("asked"))));
    const Answering answering = answers().value(call.name);
    if (!answering)
        throw WireError("a call that is none");
    QCborValue result;
    office.inNameOf(operatorName, call.workstation,
                    [&](Session &session) { result = answering(office, session, with); });
    return answered(result);
}

QCborMap answerStranger(Office &office, const Call &call,
                        const std::function<void(const Slot &, const QByteArray &proof)> &letIn)
{
    const Arguments with(call.with);
    const QString name = with.text("name");
    requireName(name);
    if (call.name == QLatin1String("ground"))
        return answered(toValue(office.groundOf(name, with.take<bool>("invited"))));
    const QByteArray proof = with.take<QByteArray>("proof");
    if (call.name == QLatin1String("slot")) {
        const Slot slot = office.slotFor(name, call.workstation, proof);
        letIn(slot, proof);
        return answered(toValue(slot));
    }
    if (call.name == QLatin1String("admit")) {
        office.admitFor(name, call.workstation, proof, with.take<Slot>("slot"));
        return answered({});
    }
    throw WireError("a call that is none of a stranger's");
}

} // namespace jubao::wire

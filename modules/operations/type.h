// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/action.h"
#include "operations/reader_writer.h"
#include <functional>
#include <memory>
#include <optional>

namespace jubao {

/** The four parts of control (第二条, CTL-01). */
enum class ControlPart { Organisation, Business, Finance, Information };
QString controlPartTitle(ControlPart part);
/** "organisation", "business", "finance", "information". */
QString controlPartCode(ControlPart part);

/** How a field is typed, checked while typing and shown. Values in payloads: Money = integer fen;
 *  Date = "yyyy-MM-dd"; Year, Integer, Flag(0/1), Person, Division-less ids = integers; others
 * text. */
enum class FieldKind {
    Text,
    Integer,
    Money,
    Date,
    Year,
    IdNumber,
    Choice,
    Division,
    Person,
    Operator,
    Phone,
    BankCard,
    Flag,
    LongText,
    ReceiptNumber
};
QString fieldKindCode(FieldKind kind);
/** What a paper is called in words; the code itself where no words are known. */
QString evidenceTitle(const QString &kind);

struct Choice {
    QString code;
    QString label;
};

/** What a form fills in by itself: who makes it, or the present day (of a year field: year). */
enum class Preset { None, Maker, Today };

/** One field of a payload: the form, the list, the import template and the tests come from it. */
struct Field {
    QString name;
    FieldKind kind = FieldKind::Text;
    QString label;
    bool required = false;
    QList<Choice> choices = {};
    QString hint = {};
    bool sealed = false;   ///< masked until revealed (SEC-16)
    bool pinnable = false; ///< a clerk may carry it over to the next form
    bool shown = true;
    QString group = {}; ///< heading under which it stands on the form; empty = none
    bool key = false;   ///< key information (关键信息): marked where a change of it is decided
    /** The choice beside which it stands, and the answers for which it is not asked; none = always
     * asked. What is not asked is handed in empty. */
    QString besideChoice = {};
    QStringList notAskedFor = {};
    Preset preset = Preset::None;
    bool aside = false; ///< rarely answered: Enter passes it by while it is empty, Tab reaches it
};

/** What one document needs to be drawn: template and values, no layout (that is data in
 * resources/). */
struct DocumentData {
    QString templateId; ///< file below :/jubao/templates
    QString title;
    QString number; ///< receipt number where the paper is numbered, else the document's (CTL-12)
    QJsonObject values = {}; ///< text by key; lists of objects for tables
    int templateVersion = 0; ///< 0 = the newest
};

struct OperationType;

/** What a document of any operation is gathered from. */
struct DocumentSource {
    const OperationType &type;
    qint64 operation = 0; ///< 0 while it is not handed in
    QJsonObject payload = {};
    QStringList papersSeen = {}; ///< kinds of evidence on the form; empty for an operation
};

/** A document that a type prints: at which state it may be printed, and how its data is gathered.
 */
struct DocumentSpec {
    QString id; ///< "enrollment.registration_form"
    QString title;
    bool ofFact =
        false; ///< prints from `make` on; others only after posting, else marked draft (CTL-15)
    bool numbered = false;  ///< never printed twice (CON-09)
    bool ofDay = false;     ///< of no operation: each day's is a paper of its own
    QStringList posts = {}; ///< who may have it; empty = whoever may see what it is about
    std::function<DocumentData(qint64 operation, const QJsonObject &payload, const Reader &)>
        gather = {};
    std::optional<OperationState> onlyWhile = {}; ///< offered in this state alone
    /** Also of a form that is not handed in yet (Office::prepareBeforeMaking). */
    bool beforeMaking = false;
    /**
     * Each year's is a paper of its own, given to everybody of a division in one run (ACC-07): ids
     * in the order of the papers. `gather` finds the year as `year` in what it is given.
     */
    std::function<QList<qint64>(const QString &division, int year, const Reader &)> ofRun = {};
    /** A document that several types share, in place of `gather`: which types, and from what. */
    std::function<bool(const OperationType &)> serves = {};
    std::function<DocumentData(const DocumentSource &, const Reader &)> gatherFor = {};
};

/** A (record, aspect) that an open operation keeps others from changing: "person:123", "identity".
 */
struct Lock {
    QString subject;
    QString aspect;
};

/** A person whom an operation is about; `person` 0 while not yet enrolled. */
struct Subject {
    qint64 person = 0;
    QString idNumber;
};

/** Before and after of one field, as the approval dialog shows it. */
struct Change {
    QString field;
    QString label;
    QString before;
    QString after;
};

/** One row of a batch, as it was read or staged. */
struct BatchRow {
    qint64 number = 0;        ///< as the sheet counts; its number in staging too
    QJsonObject values = {};  ///< by field name, in the kinds of the payload
    QStringList cells = {};   ///< what stood in the sheet, by field: given back as it came
    Findings unreadable = {}; ///< what could not be made a value of its kind
};

/** Gives the rows of a batch one after another; `next` is false at the end. */
struct RowSource {
    std::function<bool(BatchRow &row)> next = {};
    std::function<int()> permille = {}; ///< how much of it has been read
};

/** Judges one row after another and remembers what came before (a number that comes twice). */
class RowCheck {
public:
    using Judge = std::function<Findings(const QJsonObject &row)>;
    /** Sees the rows that are judged next, so that one question about all of them can be asked. */
    using LookAhead = std::function<void(const QList<BatchRow> &rows)>;

    RowCheck() = default;
    template <typename Callable>
    RowCheck(Callable judge, LookAhead ahead = {}) // NOLINT: a judge alone is a check
        : m_judge(std::move(judge))
        , m_ahead(std::move(ahead))
    {
    }
    explicit operator bool() const { return bool(m_judge); }
    Findings operator()(const QJsonObject &row) const
    {
        if (m_ahead)
            m_ahead({BatchRow{0, row}});
        return m_judge(row);
    }
    bool looksAhead() const { return bool(m_ahead); }
    void lookAhead(const QList<BatchRow> &rows) const { m_ahead(rows); }
    /** One of those that were looked at. */
    Findings judgeSeen(const QJsonObject &row) const { return m_judge(row); }

private:
    Judge m_judge;
    LookAhead m_ahead;
};
/** Posts one row after another; gives the id of the record it made, 0 where it made none. */
using RowPoster = std::function<qint64(const QJsonObject &row)>;
/** What a hook does after a row was posted. */
using RowHook = std::function<void(const QJsonObject &row, qint64 record)>;

/**
 * What a type declares that is one operation over many rows (ENR-11). The payload holds parameters
 * and, added by *make*, `rows_count`, `rows_digest`, `rows_numbers`, `rows_given_back` and
 * `sum_FIELD` for every money field; the rows stand in `staging_row`. Checker and poster are made
 * once per pass, so that a million rows need neither a list in memory nor a statement prepared for
 * each.
 */
struct BatchSpec {
    QList<Field> rowFields;
    std::function<RowCheck(const QJsonObject &parameters, const Reader &, qint64 maker)> beginCheck;
    std::function<RowPoster(const QJsonObject &parameters, Writer &)> beginPosting;
    /** The single type whose hooks run for every row; "" = only hooks on the batch itself. */
    QString rowType = {};
    /** Rows that the template of these parameters is filled with beforehand (a village's persons);
     * none where the parameters do not say of whom. */
    std::function<RowSource(const QJsonObject &parameters, const Reader &)> templateRows = {};
};

/**
 * One kind of business operation: everything that the form, the inbox, the approval dialog, the
 * history, the import, `jubaoctl` and the registrar need to know of it (design §2). Pure data and
 * pure functions; `apply` and `stateFacts` are the only ones that write, and only through the
 * `Writer` they are given.
 */
struct OperationType {
    QString id; ///< "enrollment.register"
    int version = 1;
    QString room;   ///< whose rows it writes
    QString family; ///< row of the powers matrix: key of resources/policy/powers.json
    std::optional<ControlPart> part; ///< a type that names none is refused (CTL-01)
    QString legalBasis;
    QString title;
    QList<Field> fields;
    QStringList evidence =
        {}; ///< kinds of evidence that `make` must attach or mark as seen on paper (CTL-11)
    bool highRisk = false;    ///< always approved alone, never with "decide many"
    int limitDaysWorking = 0; ///< promised limit from the day of `make`; 0 = none
    QStringList reversedBy = {};
    /** Handed in by the work that it certifies, which knows its figures; no window offers its form.
     * What came back is corrected in one as always. */
    bool byProgram = false;

    /**
     * What the books know for this payload once it names its record: values by field that the form
     * shows and the clerk changes, and `before`, the values that the form was based on, which the
     * form hands on untouched. Empty while no record is named. Pure.
     */
    std::function<QJsonObject(const QJsonObject &payload, const Reader &)> prefill = {};
    /** Rules; pure, runs while typing. `actor` is the maker (0 while unknown). */
    std::function<Findings(const QJsonObject &payload, const Reader &, qint64 actor)> check;
    /** Key of the route row: defaults to `id`; another one for other conditions ("…#key"). */
    std::function<QString(const QJsonObject &payload, const Reader &)> routeKey = {};
    /** Division in which it happens (decides who may act); defaults to the payload's "division". */
    std::function<QString(const QJsonObject &payload, const Reader &)> division = {};
    std::function<QList<Subject>(const QJsonObject &payload, const Reader &)> subjects = {};
    std::function<QList<Lock>(const QJsonObject &payload, const Reader &)> locks = {};
    std::function<QString(const QJsonObject &payload, const Reader &)> summary;
    std::function<Money(const QJsonObject &payload)> amount = {};
    std::function<QList<Change>(const QJsonObject &payload, const Reader &)> changes = {};
    /** Operations that must be posted before this one is made and when it posts (CTL-08). */
    std::function<QList<qint64>(const QJsonObject &payload, const Reader &)> follows = {};
    /** A matter of importance passes only with a posted collective decision that names it, asked at
     * each `make` (CTL-27). */
    std::function<bool(const QJsonObject &payload, const Reader &)> isImportant = {};
    /** A recorded collective decision: the operations that it names (CTL-27). */
    std::function<QList<qint64>(const QJsonObject &payload)> decides = {};
    /** A line that notes what has happened (登记): it stands from `make`, is attested by a second
     * person, and can change no record, lock nothing and move no money (CTL-31). */
    bool registerLine = false;
    /** The operation that this one continues (its matter), 0 = a matter of its own. */
    std::function<qint64(const QJsonObject &payload, const Reader &)> matter = {};
    /** Types of the matter in whose operations every step counts for separation of duty, not the
     * making only (CTL-09, SOD-37): for what takes money back or sends it on. */
    QStringList dutyOver = {};
    /** Fact: rows that stand from the first `make` on, whatever the approvers say. */
    std::function<void(const QJsonObject &payload, Writer &)> stateFacts = {};
    /** Effect: what posting writes. A batch may leave it out: its rows are its effect. */
    std::function<void(const QJsonObject &payload, Writer &)> apply;
    std::optional<BatchSpec> batch = {};
    /** The batch type that takes many of this kind from a sheet; "" = none. */
    QString importedAs = {};
    /** Run instead of `apply` when the operation is rejected or withdrawn although it stated a
     * fact. */
    std::function<void(const QJsonObject &payload, Writer &)> applyRefused = {};
    QList<DocumentSpec> documents = {};
};

/** Everything that the rules say of a payload: what must have been posted before, then `check`. */
Findings rulesOf(const OperationType &type, const QJsonObject &payload, const Reader &,
                 qint64 actor);

/** The payload over what `prefill` knows: what was given stays, what is missing is added. */
QJsonObject completedPayload(const OperationType &type, const QJsonObject &payload, const Reader &);

/** "When type X is posted, in the same transaction, also do Y" – declared by the room that does Y.
 */
struct Hook {
    QString type;
    QString room;
    QString name;
    /** Once per operation; after all rows where X is a batch. */
    std::function<void(const QJsonObject &payload, Writer &)> run;
    bool onRefusal = false; ///< runs when a fact-stating operation is closed unposted
    /** Where X is a batch: made once per posting, called after each row. */
    std::function<RowHook(const QJsonObject &parameters, Writer &)> beginRows = {};
};

/** A place where the two sides of a tie differ, in words. */
struct TieBreak {
    QString place;
    QString text;
};

/** Sides of the books that must agree at any time (勾稽关系). Pure. */
struct Tie {
    QString id; ///< number of the requirement: "TIE-04"
    QString room;
    QString title;
    std::function<QList<TieBreak>(const Reader &)> breaks; ///< empty = it ties
};

/** All types and hooks of a program. The catalogue digest is written into the journal when it
 * changes. */
class TypeRegistry {
public:
    /** Throws std::logic_error for a second type of the same id and version or an incomplete one.
     */
    void add(OperationType type);
    void add(Hook hook);
    /** A document of no operation, whose `gather` gets the record's id and an empty payload; or one
     * that several types share. */
    void add(DocumentSpec document);
    void add(Tie tie);

    const OperationType *find(const QString &id) const; ///< newest version
    const OperationType *find(const QString &id,
                              int version) const; ///< the one an operation was made under
    QList<const OperationType *> types() const;   ///< newest versions, by id
    QList<const Hook *> hooks(const QString &type, bool onRefusal) const; ///< in running order
    /** The document and the type it belongs to; the type is null for documents of no operation. */
    std::pair<const DocumentSpec *, const OperationType *> findDocument(const QString &id) const;
    QStringList documentIds() const;
    /** Everything that an operation of this type can print, where a state is given in that state:
     * its own papers, then the shared. */
    QList<const DocumentSpec *> documentsOf(const OperationType &type,
                                            std::optional<OperationState> state = {}) const;
    /** Names under which payloads and rows of batches hold sealed values (SEC-16), of all versions.
     */
    QStringList sealedNames() const;
    /** All ties, by number and room. */
    QList<const Tie *> ties() const;
    QString digest() const;

private:
    QList<std::shared_ptr<OperationType>> m_types;
    QList<std::shared_ptr<Hook>> m_hooks;
    QList<std::shared_ptr<DocumentSpec>> m_documents;
    QList<std::shared_ptr<Tie>> m_ties;
};

} // namespace jubao

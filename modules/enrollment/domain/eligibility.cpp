// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/eligibility.h"

#include "core/id_number.h"
#include "core/mask.h"
#include "core/person_name.h"
#include "core/policy.h"
#include "enrollment/domain/households.h"
#include "enrollment/domain/person_fields.h"
#include <QRegularExpression>

namespace jubao::enrollment {

namespace {

const QString entryRule = QStringLiteral("ENR-08");
const QString eligibilityRule = QStringLiteral("国发〔2014〕8号");
const QString duplicateRule = QStringLiteral("人社厅发〔2021〕77号");

/** "张三 (东岗村, 411024********0019)"; without the name where another township keeps the person
 * (CTL-02). */
QString whoIs(const Query &row, const Reader &reader, qint64 actor)
{
    const QString where = divisionName(reader, row.text(1));
    const QString number = maskIdNumber(row.text(2));
    if (!mayHearOf(reader, actor, row.text(1)))
        return QStringLiteral("%1, %2").arg(where, number);
    return QStringLiteral("%1 (%2, %3)").arg(row.text(0), where, number);
}

class Rules {
public:
    Rules(const Candidate &candidate, const Reader &reader, qint64 actor)
        : m_candidate(candidate)
        , m_reader(reader)
        , m_actor(actor)
    {
    }

    void judge(const QString &field);
    Findings findings() const { return m_findings; }

private:
    QString text(const char *field) const
    {
        return m_candidate.values[QString::fromLatin1(field)].toString();
    }
    void refuse(const char *code, const QString &field, const QString &text,
                const QString &rule = entryRule)
    {
        m_findings.append(error(QString::fromLatin1(code), field, text, rule));
    }
    void warn(const char *code, const QString &field, const QString &text,
              const QString &rule = entryRule)
    {
        m_findings.append(warning(QString::fromLatin1(code), field, text, rule));
    }
    /** What was found last is about who is in the row (name, division, ID number). */
    void about(const Query &row)
    {
        Finding &found = m_findings.last();
        found.unnamed = found.text.arg(whoIs(row, m_reader, 0));
        found.text = found.text.arg(whoIs(row, m_reader, m_actor));
    }

    void judgeIdNumber();
    void judgeAge(const QDate &birth);
    void judgeName(const QString &field, bool latin);
    void judgeNamesakes();
    void judgeHousehold();
    void judgeDivision();
    void judgeScope(const QString &code);
    void judgePhone();
    void judgeBankCard();
    void judgeGroup();
    void judgeTier();
    void judgeOtherScheme();
    void judgeBeneficiary();
    void judgeChoice(const QString &field);
    void judgeRequired(const QString &field);

    const Candidate &m_candidate;
    const Reader &m_reader;
    const qint64 m_actor;
    Findings m_findings;
};

void Rules::judgeRequired(const QString &field)
{
    const QList<Field> declared = fieldsNamed({field});
    if (declared.isEmpty() || !declared.first().required
        || !m_candidate.values[field].toString().trimmed().isEmpty())
        return;
    // The ID number and the division say what is wrong in their own words.
    if (declared.first().kind != FieldKind::IdNumber
        && declared.first().kind != FieldKind::Division)
        refuse("FIELD_MISSING", field,
               words(QT_TRANSLATE_NOOP("Enrollment", "Enter: %1.")).arg(declared.first().label));
}

void Rules::judgeIdNumber()
{
    const QString field = QStringLiteral("id_number");
    const IdNumberResult id = IdNumber::parse(text("id_number"), m_reader.today(), field);
    m_findings.append(id.findings);
    if (!id.valid)
        return;
    if (id.normalized != text("id_number"))
        refuse("ID_NUMBER_OLD", field,
               words(QT_TRANSLATE_NOOP("Enrollment", "Enter the number with 18 characters: %1"))
                   .arg(id.normalized),
               QStringLiteral("GB 11643-1999"));
    judgeAge(id.birth);
    Query other = m_reader.query(QStringLiteral(
        "SELECT name, division, id_number FROM person WHERE id_number = ? AND id <> ?"));
    other.bindAll(id.normalized, m_candidate.person);
    if (!other.next())
        return;
    const bool elsewhere = m_candidate.person == 0 && !mayHearOf(m_reader, m_actor, other.text(1));
    refuse("ALREADY_ENROLLED", field,
           elsewhere ? words(QT_TRANSLATE_NOOP(
               "Enrollment",
               "A person with this ID number is enrolled already: %1. Whoever has moved here is "
               "taken in from the other township, not enrolled again."))
                     : words(QT_TRANSLATE_NOOP(
                         "Enrollment", "A person with this ID number is enrolled already: %1.")),
           duplicateRule);
    about(other);
}

void Rules::judgeAge(const QDate &birth)
{
    const QString field = QStringLiteral("id_number");
    const QString division = text("division");
    const std::optional<qint64> from =
        m_reader.policy().figure(QStringLiteral("enrolment.age_from"), division, m_reader.today());
    const std::optional<qint64> benefit =
        m_reader.policy().figure(QStringLiteral("benefit.age"), division, m_reader.today());
    const int age = ageInYears(birth, m_reader.today());
    if (!from || !benefit)
        refuse(
            "POLICY_MISSING", field,
            words(QT_TRANSLATE_NOOP("Enrollment", "The policy row “%1” is missing."))
                .arg(from ? QStringLiteral("benefit.age") : QStringLiteral("enrolment.age_from")));
    else if (age < *from)
        refuse("AGE_TOO_LOW", field,
               words(QT_TRANSLATE_NOOP("Enrollment",
                                       "The person is %1 years old; enrolment begins at %2."))
                   .arg(age)
                   .arg(*from),
               eligibilityRule);
    else if (age >= *benefit)
        warn("AGE_BENEFIT_REACHED", field,
             words(QT_TRANSLATE_NOOP("Enrollment",
                                     "The person is %1 years old and has reached the benefit age."))
                 .arg(age),
             eligibilityRule);
}

void Rules::judgeName(const QString &field, bool latin)
{
    m_findings.append(personNameFindings(m_candidate.values[field].toString(), field, latin));
}

/** The number on the cover of the household register; its length differs from province to province.
 */
void Rules::judgeHousehold()
{
    static const QRegularExpression allowed(QStringLiteral("^[0-9A-Za-z-]{1,20}$"));
    static const QRegularExpression usual(QStringLiteral("^\\d{6,18}$"));
    const QString field = QStringLiteral("household");
    const QString number = text("household");
    if (number.isEmpty())
        return;
    if (!allowed.match(number).hasMatch())
        refuse("HOUSEHOLD_MALFORMED", field,
               words(QT_TRANSLATE_NOOP("Enrollment",
                                       "A household register number is made of up to 20 digits, "
                                       "in some places with letters or hyphens.")));
    else if (!usual.match(number).hasMatch())
        m_findings.append(note(
            QStringLiteral("HOUSEHOLD_UNUSUAL"), field,
            words(QT_TRANSLATE_NOOP(
                "Enrollment",
                "A household register number mostly has 6 to 18 digits. Compare it once more.")),
            entryRule));
}

void Rules::judgeNamesakes()
{
    const IdNumberResult id = IdNumber::parse(text("id_number"), m_reader.today());
    if (!id.valid)
        return;
    Query other = m_reader.query(QStringLiteral(
        "SELECT name, division, id_number FROM person WHERE name = ? AND birth = ? AND id <> ? "
        "AND id_number <> ? ORDER BY id LIMIT 1"));
    other.bindAll(text("name"), id.birth.toString(Qt::ISODate), m_candidate.person, id.normalized);
    if (!other.next())
        return;
    warn(
        "SAME_NAME_AND_BIRTH", QStringLiteral("name"),
        words(QT_TRANSLATE_NOOP(
            "Enrollment",
            "Somebody with the same name and birth date is enrolled: %1. One person must not be enrolled twice.")),
        duplicateRule);
    about(other);
}

void Rules::judgeDivision()
{
    const QString field = QStringLiteral("division");
    const QString code = text("division");
    if (code.isEmpty())
        return refuse("DIVISION_UNKNOWN", field,
                      words(QT_TRANSLATE_NOOP("Enrollment", "Choose the village or community.")));
    const auto known = m_reader.row(QStringLiteral("division"), QStringLiteral("code"), code);
    if (!known)
        return refuse("DIVISION_UNKNOWN", field,
                      words(QT_TRANSLATE_NOOP("Enrollment",
                                              "This division code is not one of the county's.")));
    if (m_reader.row(QStringLiteral("division"), QStringLiteral("parent"), code))
        return refuse("DIVISION_NOT_VILLAGE", field,
                      words(QT_TRANSLATE_NOOP(
                          "Enrollment", "Choose the village or community, not the township.")));
    judgeScope(code);
}

void Rules::judgeScope(const QString &code)
{
    // Own posts and delegated ones of any time: this is asked again when it is posted, and a post
    // may have ended by then. Whether one is in force when it is made the registrar asks.
    Query scopes = m_reader.query(QStringLiteral(
        "SELECT division FROM post_assignment WHERE operator = ? AND post IN ('EN', 'TC') "
        "UNION SELECT p.division FROM delegation d JOIN post_assignment p "
        "ON p.operator = d.grantor AND p.post = d.post "
        "WHERE d.grantee = ? AND p.post IN ('EN', 'TC')"));
    scopes.bindAll(m_actor, m_actor);
    bool any = false;
    while (scopes.next()) {
        any = true;
        if (code.startsWith(scopes.text(0)))
            return;
    }
    if (any)
        refuse("DIVISION_OUTSIDE", QStringLiteral("division"),
               words(QT_TRANSLATE_NOOP("Enrollment", "This village is not one of yours.")),
               QStringLiteral("CTL-02"));
}

void Rules::judgePhone()
{
    static const QRegularExpression shape(QStringLiteral("^(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8})?$"));
    const QString field = QStringLiteral("phone");
    const QString phone = text("phone");
    if (!shape.match(phone).hasMatch())
        return refuse(
            "PHONE_MALFORMED", field,
            words(QT_TRANSLATE_NOOP(
                "Enrollment",
                "A mobile number has 11 digits; a fixed line begins with its area code.")));
    if (phone.isEmpty())
        return;
    // Families share a telephone; somebody of another household is worth a look.
    Query other = m_reader.query(
        QStringLiteral("SELECT name, division, id_number FROM person WHERE phone = ? AND id <> ? "
                       "AND household <> ? ORDER BY id LIMIT 1"));
    other.bindAll(phone, m_candidate.person, text("household"));
    if (!other.next())
        return;
    warn("SAME_PHONE", field,
         words(QT_TRANSLATE_NOOP("Enrollment",
                                 "Another household has the same telephone number: %1.")));
    about(other);
}

void Rules::judgeBankCard()
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{12,19})?$"));
    const QString field = QStringLiteral("bank_card");
    const QString card = text("bank_card");
    if (!shape.match(card).hasMatch())
        return refuse("BANK_CARD_MALFORMED", field,
                      words(QT_TRANSLATE_NOOP("Enrollment", "A bank card has 12 to 19 digits.")));
    if (card.isEmpty())
        return;
    Query other = m_reader.query(QStringLiteral(
        "SELECT name, division, id_number FROM person WHERE bank_card = ? AND id <> ? "
        "ORDER BY id LIMIT 1"));
    other.bindAll(card, m_candidate.person);
    if (other.next()) {
        warn("SAME_BANK_CARD", field,
             words(QT_TRANSLATE_NOOP("Enrollment", "Another person has the same bank card: %1.")));
        about(other);
    }
    const QString holder = text("account_holder");
    if (!holder.isEmpty() && holder != text("name"))
        warn("HOLDER_IS_ANOTHER", QStringLiteral("account_holder"),
             words(QT_TRANSLATE_NOOP("Enrollment", "The card belongs to another person: %1."))
                 .arg(holder));
}

void Rules::judgeGroup()
{
    const QString group = text("member_group");
    if (!group.isEmpty() && group != ordinaryGroup && text("group_certificate").isEmpty())
        refuse("GROUP_CERTIFICATE_MISSING", QStringLiteral("group_certificate"),
               words(QT_TRANSLATE_NOOP("Enrollment",
                                       "Enter the number of the certificate of this group.")),
               QStringLiteral("CON-08"));
}

/** A tier may be chosen with the registration (3.4): it is the declaration of the running year. */
void Rules::judgeTier()
{
    const QString field = QStringLiteral("tier");
    const Money tier = Money::fromFen(m_candidate.values[field].toInteger());
    if (tier == Money())
        return;
    const QList<Money> tiers =
        contributionTiers(m_reader.policy(), text("division"), m_reader.today());
    if (!tiers.contains(tier)) {
        QStringList known;
        for (const Money &each : tiers)
            known.append(each.toDisplay().section(u'.', 0, 0));
        return refuse("NOT_A_TIER", field,
                      words(QT_TRANSLATE_NOOP("Enrollment", "Tiers in force: %1 yuan."))
                          .arg(known.join(QStringLiteral(", "))),
                      QStringLiteral("CON-01"));
    }
    const std::optional<Subsidy> subsidy =
        contributionSubsidy(m_reader.policy(), tier, text("division"), m_reader.today());
    if (subsidy)
        m_findings.append(note(QStringLiteral("TIER_SUBSIDY"), field,
                               words(QT_TRANSLATE_NOOP("Enrollment", "Subsidy: %1 yuan a year"))
                                   .arg(subsidy->amount.toDisplay()),
                               QStringLiteral("CON-01")));
}

void Rules::judgeOtherScheme()
{
    const QString field = QStringLiteral("other_scheme");
    const QString scheme = text("other_scheme");
    if (scheme == QLatin1String("employee"))
        refuse("OTHER_SCHEME", field,
               words(QT_TRANSLATE_NOOP(
                   "Enrollment",
                   "Whoever is in the employee scheme cannot enrol here at the same time.")),
               eligibilityRule);
    else if (scheme == QLatin1String("public"))
        refuse("OTHER_SCHEME", field,
               words(QT_TRANSLATE_NOOP("Enrollment",
                                       "Staff of state organs and institutions cannot enrol.")),
               eligibilityRule);
    else if (scheme == QLatin1String("pension"))
        refuse("OTHER_PENSION", field,
               words(QT_TRANSLATE_NOOP("Enrollment",
                                       "Whoever draws another state pension cannot enrol.")),
               duplicateRule);
}

void Rules::judgeBeneficiary()
{
    const QString number = text("beneficiary_id_number");
    if (!number.isEmpty()) {
        m_findings.append(
            IdNumber::parse(number, m_reader.today(), QStringLiteral("beneficiary_id_number"))
                .findings);
        if (number == text("id_number"))
            refuse(
                "BENEFICIARY_IS_SELF", QStringLiteral("beneficiary_id_number"),
                words(QT_TRANSLATE_NOOP("Enrollment", "The beneficiary must be another person.")));
    }
    judgeName(QStringLiteral("beneficiary_name"), true);
    const bool any = !number.isEmpty() || !text("beneficiary_relation").isEmpty();
    if (any && text("beneficiary_name").isEmpty())
        refuse("FIELD_MISSING", QStringLiteral("beneficiary_name"),
               words(QT_TRANSLATE_NOOP("Enrollment", "Enter the name of the beneficiary.")));
}

void Rules::judgeChoice(const QString &field)
{
    const QList<Field> declared = fieldsNamed({field});
    const QString value = m_candidate.values[field].toString();
    if (declared.isEmpty() || declared.first().kind != FieldKind::Choice || value.isEmpty())
        return;
    QStringList codes;
    for (const Choice &choice : declared.first().choices)
        codes.append(choice.code);
    if (!codes.contains(value))
        refuse("CHOICE_UNKNOWN", field,
               words(QT_TRANSLATE_NOOP("Enrollment", "“%1” is none of the choices: %2."))
                   .arg(value, codes.join(QStringLiteral(", "))),
               QStringLiteral("SEC-08"));
}

void Rules::judge(const QString &field)
{
    static const QRegularExpression postCode(QStringLiteral("^(\\d{6})?$"));
    judgeRequired(field);
    judgeChoice(field);
    if (field == QLatin1String("id_number"))
        judgeIdNumber();
    else if (field == QLatin1String("name")) {
        judgeName(field, mayHaveLatinName(text("id_number")));
        judgeNamesakes();
    } else if (field == QLatin1String("household"))
        judgeHousehold();
    else if (field == QLatin1String("account_holder"))
        judgeName(field, true);
    else if (field == QLatin1String("division"))
        judgeDivision();
    else if (field == QLatin1String("phone"))
        judgePhone();
    else if (field == QLatin1String("bank_card"))
        judgeBankCard();
    else if (field == QLatin1String("member_group"))
        judgeGroup();
    else if (field == QLatin1String("tier"))
        judgeTier();
    else if (field == QLatin1String("other_scheme"))
        judgeOtherScheme();
    else if (field == QLatin1String("beneficiary_name"))
        judgeBeneficiary();
    else if (field == QLatin1String("household_relation"))
        m_findings.append(
            householdFindings(m_reader, m_candidate.values, m_candidate.person, m_actor));
    else if (field == QLatin1String("student") && m_candidate.values[field].toInteger() == 1)
        refuse("STUDENT", field,
               words(QT_TRANSLATE_NOOP("Enrollment", "Full-time students cannot enrol yet.")),
               eligibilityRule);
    else if (field == QLatin1String("post_code") && !postCode.match(text("post_code")).hasMatch())
        refuse("POST_CODE_MALFORMED", field,
               words(QT_TRANSLATE_NOOP("Enrollment", "A post code has six digits.")));
}

/** Rules that look at several fields run once, at the field that leads them. */
QStringList leadingFields(const QStringList &touched)
{
    static const QMap<QString, QString> leader{
        {QStringLiteral("id_number"), QStringLiteral("name")},
        {QStringLiteral("account_holder"), QStringLiteral("bank_card")},
        {QStringLiteral("group_certificate"), QStringLiteral("member_group")},
        {QStringLiteral("household"), QStringLiteral("household_relation")},
        {QStringLiteral("beneficiary_relation"), QStringLiteral("beneficiary_name")},
        {QStringLiteral("beneficiary_id_number"), QStringLiteral("beneficiary_name")}};
    QStringList fields = touched;
    for (const QString &field : touched) {
        const QString lead = leader.value(field);
        if (!lead.isEmpty() && !fields.contains(lead))
            fields.append(lead);
    }
    return fields;
}

} // namespace

Findings fieldFindings(const Candidate &candidate, const QStringList &touched, const Reader &reader,
                       qint64 actor)
{
    Rules rules(candidate, reader, actor);
    const QStringList fields = leadingFields(touched);
    for (const QString &field : fields)
        rules.judge(field);
    return rules.findings();
}

} // namespace jubao::enrollment

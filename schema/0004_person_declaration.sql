-- What a person declares on the registration form beyond the record that search and lists need: one row
-- per person, changed by the same operations.

CREATE TABLE person_declaration (
  id {primary_key},
  person {id} NOT NULL,
  village_group {text} NOT NULL,
  post_code {text} NOT NULL,
  group_certificate {text} NOT NULL,
  other_scheme {text} NOT NULL,
  land_lost {integer} NOT NULL,
  account_holder {text} NOT NULL,
  beneficiary_name {text} NOT NULL,
  beneficiary_relation {text} NOT NULL,
  beneficiary_id_number {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE UNIQUE INDEX person_declaration_person ON person_declaration (person);

-- The first schema: the books of operations, the people of the office, and the business of this release.
-- History tables, append-only triggers and the indexes on op_seq are generated from catalogue.json.
--
-- op_seq is the journal number of the entry that wrote the row: the `posted` entry of an operation, or
-- its `make` where the row is a fact. It answers "who did this" and is never a database sequence.

-- Operations ------------------------------------------------------------------------------------------

CREATE TABLE journal (
  seq {primary_key},
  node {integer} NOT NULL,
  accepted_at {text} NOT NULL,
  claimed_at {text} NOT NULL,
  operator {id} NOT NULL,
  post {text} NOT NULL,
  workstation {text} NOT NULL,
  kind {text} NOT NULL,
  operation {id} NOT NULL,
  revision {integer} NOT NULL,
  action {text} NOT NULL,
  payload_digest {text} NOT NULL,
  detail {text} NOT NULL,
  previous_hash {text} NOT NULL,
  hash {text} NOT NULL,
  signature {text} NOT NULL
){strict};
CREATE UNIQUE INDEX journal_action ON journal (action, kind);
CREATE INDEX journal_operation ON journal (operation, seq);
CREATE INDEX journal_operator ON journal (operator, seq);

-- The state of each operation as the journal makes it; `verify` folds the journal again and compares.
CREATE TABLE operation (
  id {primary_key},
  type {text} NOT NULL,
  type_version {integer} NOT NULL,
  revision {integer} NOT NULL,
  state {text} NOT NULL,
  closed_by {text} NOT NULL,
  step {integer} NOT NULL,
  route {text} NOT NULL,
  division {text} NOT NULL,
  maker {id} NOT NULL,
  maker_person {text} NOT NULL,
  matter {id} NOT NULL,
  summary {text} NOT NULL,
  amount {fen} NOT NULL,
  made_on {date} NOT NULL,
  due_on {date},
  posted_seq {integer}
){strict};
CREATE INDEX operation_state ON operation (state, type);
CREATE INDEX operation_maker ON operation (maker, state);
CREATE INDEX operation_matter ON operation (matter);

CREATE TABLE operation_revision (
  operation {id} NOT NULL,
  revision {integer} NOT NULL,
  payload {text} NOT NULL,
  digest {text} NOT NULL,
  findings {text} NOT NULL,
  PRIMARY KEY (operation, revision)
){strict};

CREATE TABLE operation_evidence (
  operation {id} NOT NULL,
  revision {integer} NOT NULL,
  kind {text} NOT NULL,
  file_name {text} NOT NULL,
  digest {text} NOT NULL,
  content {bytes},
  PRIMARY KEY (operation, revision, kind, digest)
){strict};

-- Which persons an operation is about: their history page, and avoidance.
CREATE TABLE operation_subject (
  operation {id} NOT NULL,
  revision {integer} NOT NULL,
  person {id} NOT NULL,
  id_number {text} NOT NULL,
  PRIMARY KEY (operation, revision, id_number)
){strict};
CREATE INDEX operation_subject_person ON operation_subject (person, operation);
CREATE INDEX operation_subject_id_number ON operation_subject (id_number, operation);

CREATE TABLE operation_lock (
  subject {text} NOT NULL,
  aspect {text} NOT NULL,
  operation {id} NOT NULL,
  PRIMARY KEY (subject, aspect)
){strict};
CREATE INDEX operation_lock_operation ON operation_lock (operation);

CREATE TABLE staging_row (
  operation {id} NOT NULL,
  revision {integer} NOT NULL,
  row_no {integer} NOT NULL,
  payload {text} NOT NULL,
  PRIMARY KEY (operation, revision, row_no)
){strict};

-- Filed with (备案): items to acknowledge, without power to stop.
CREATE TABLE filing (
  operation {id} NOT NULL,
  post {text} NOT NULL,
  filed_seq {integer} NOT NULL,
  acknowledged_seq {integer},
  PRIMARY KEY (operation, post)
){strict};

CREATE TABLE access_trail (
  seq {primary_key},
  at {text} NOT NULL,
  operator {id} NOT NULL,
  workstation {text} NOT NULL,
  kind {text} NOT NULL,
  subject {text} NOT NULL,
  detail {text} NOT NULL,
  previous_hash {text} NOT NULL,
  hash {text} NOT NULL
){strict};
CREATE INDEX access_trail_operator ON access_trail (operator, seq);

CREATE TABLE access_trail_head (
  seq {primary_key},
  at {text} NOT NULL,
  operator {id} NOT NULL,
  hash {text} NOT NULL,
  signature {text} NOT NULL
){strict};

CREATE TABLE id_counter (
  node {integer} NOT NULL,
  next {integer} NOT NULL,
  PRIMARY KEY (node)
){strict};

-- People of the office ---------------------------------------------------------------------------------

CREATE TABLE office (
  id {primary_key},
  name {text} NOT NULL,
  node {integer} NOT NULL,
  demo {integer} NOT NULL,
  identity {text} NOT NULL,
  founded_on {date} NOT NULL,
  op_seq {integer} NOT NULL
){strict};

CREATE TABLE division (
  id {primary_key},
  code {text} NOT NULL,
  name {text} NOT NULL,
  parent {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE UNIQUE INDEX division_code ON division (code);

CREATE TABLE department (
  id {primary_key},
  code {text} NOT NULL,
  name {text} NOT NULL,
  area {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};

CREATE TABLE operator_account (
  id {primary_key},
  name {text} NOT NULL,
  display_name {text} NOT NULL,
  person {text} NOT NULL,
  state {text} NOT NULL,
  created_on {date} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE UNIQUE INDEX operator_account_name ON operator_account (name);

-- Keys are opened and closed, never deleted; public_key is the raw point in hexadecimal.
CREATE TABLE operator_key (
  id {primary_key},
  operator {id} NOT NULL,
  public_key {text} NOT NULL,
  state {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX operator_key_operator ON operator_key (operator);

CREATE TABLE post_assignment (
  id {primary_key},
  operator {id} NOT NULL,
  post {text} NOT NULL,
  department {text} NOT NULL,
  division {text} NOT NULL,
  head {integer} NOT NULL,
  valid_from {date} NOT NULL,
  valid_to {date},
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX post_assignment_operator ON post_assignment (operator);

CREATE TABLE delegation (
  id {primary_key},
  grantor {id} NOT NULL,
  grantee {id} NOT NULL,
  post {text} NOT NULL,
  valid_from {text} NOT NULL,
  valid_to {text} NOT NULL,
  reason {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};

CREATE TABLE power (
  id {primary_key},
  family {text} NOT NULL,
  post {text} NOT NULL,
  steps {text} NOT NULL,
  amount_to {fen},
  division {text} NOT NULL,
  valid_from {date} NOT NULL,
  valid_to {date},
  basis {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};

CREATE TABLE route (
  id {primary_key},
  route_key {text} NOT NULL,
  division {text} NOT NULL,
  steps {text} NOT NULL,
  valid_from {date} NOT NULL,
  valid_to {date},
  basis {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};

CREATE TABLE incompatible_post (
  id {primary_key},
  post_a {text} NOT NULL,
  post_b {text} NOT NULL,
  rule {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};

CREATE TABLE avoidance (
  id {primary_key},
  person {text} NOT NULL,
  other {text} NOT NULL,
  relation {text} NOT NULL,
  valid_to {date},
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX avoidance_person ON avoidance (person, other);

CREATE TABLE policy_row (
  id {primary_key},
  policy_key {text} NOT NULL,
  division {text} NOT NULL,
  valid_from {date} NOT NULL,
  valid_to {date},
  value {text} NOT NULL,
  source {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX policy_row_key ON policy_row (policy_key, valid_from);

CREATE TABLE holiday (
  id {primary_key},
  day {date} NOT NULL,
  works {integer} NOT NULL,
  name {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE UNIQUE INDEX holiday_day ON holiday (day);

CREATE TABLE number_block (
  id {primary_key},
  kind {text} NOT NULL,
  prefix {text} NOT NULL,
  first_number {integer} NOT NULL,
  last_number {integer} NOT NULL,
  holder {id} NOT NULL,
  division {text} NOT NULL,
  state {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX number_block_holder ON number_block (holder, kind);

-- Enrolment ----------------------------------------------------------------------------------------------

CREATE TABLE person (
  id {primary_key},
  id_number {text} NOT NULL,
  id_last_four {text} NOT NULL,
  name {text} NOT NULL,
  pinyin {text} NOT NULL,
  sex {text} NOT NULL,
  birth {date} NOT NULL,
  nation {text} NOT NULL,
  division {text} NOT NULL,
  household {text} NOT NULL,
  household_relation {text} NOT NULL,
  household_kind {text} NOT NULL,
  address {text} NOT NULL,
  phone {text} NOT NULL,
  bank_name {text} NOT NULL,
  bank_card {text} NOT NULL,
  member_group {text} NOT NULL,
  status {text} NOT NULL,
  enrolled_on {date} NOT NULL,
  imported {integer} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE UNIQUE INDEX person_id_number ON person (id_number);
CREATE INDEX person_last_four ON person (id_last_four, id);
CREATE INDEX person_name ON person (name, id);
CREATE INDEX person_pinyin ON person (pinyin, id);
CREATE INDEX person_household ON person (household, id);
CREATE INDEX person_phone ON person (phone, id);
CREATE INDEX person_bank_card ON person (bank_card, id);
CREATE INDEX person_division ON person (division, id);
CREATE INDEX person_birth ON person (birth, id);

-- Contributions -------------------------------------------------------------------------------------------

CREATE TABLE contribution_due (
  id {primary_key},
  person {id} NOT NULL,
  year {integer} NOT NULL,
  amount {fen} NOT NULL,
  declared_on {date} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE UNIQUE INDEX contribution_due_person ON contribution_due (person, year);

-- A fact from the moment of `make`: the money was taken and the paper handed over.
CREATE TABLE receipt (
  id {primary_key},
  kind {text} NOT NULL,
  number {text} NOT NULL,
  person {id} NOT NULL,
  year {integer} NOT NULL,
  amount {fen} NOT NULL,
  payer {text} NOT NULL,
  channel {text} NOT NULL,
  collector {id} NOT NULL,
  taken_on {date} NOT NULL,
  operation {id} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE UNIQUE INDEX receipt_number ON receipt (kind, number);
CREATE INDEX receipt_person ON receipt (person, year);
CREATE INDEX receipt_collector ON receipt (collector, taken_on);
CREATE INDEX receipt_operation ON receipt (operation);

-- A number that will never be a receipt, or a receipt that is none any more.
CREATE TABLE number_void (
  id {primary_key},
  kind {text} NOT NULL,
  number {text} NOT NULL,
  reason {text} NOT NULL,
  collector {id} NOT NULL,
  voided_on {date} NOT NULL,
  receipt {id},
  op_seq {integer} NOT NULL
){strict};
CREATE UNIQUE INDEX number_void_number ON number_void (kind, number);

-- What became of a receipt's money: credited, refunded.
CREATE TABLE contribution_entry (
  id {primary_key},
  person {id} NOT NULL,
  year {integer} NOT NULL,
  amount {fen} NOT NULL,
  receipt {id},
  booked_on {date} NOT NULL,
  reverses {id},
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX contribution_entry_person ON contribution_entry (person, year);

CREATE TABLE day_close (
  id {primary_key},
  collector {id} NOT NULL,
  day {date} NOT NULL,
  kind {text} NOT NULL,
  first_number {text} NOT NULL,
  last_number {text} NOT NULL,
  used {integer} NOT NULL,
  voided {integer} NOT NULL,
  missing {integer} NOT NULL,
  due {fen} NOT NULL,
  counted {fen} NOT NULL,
  deposit_slip {text} NOT NULL,
  journal_head {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE UNIQUE INDEX day_close_day ON day_close (collector, day);

-- Accounts --------------------------------------------------------------------------------------------------

CREATE TABLE account (
  id {primary_key},
  person {id} NOT NULL,
  opened_on {date} NOT NULL,
  state {text} NOT NULL,
  opening_paid_months {integer} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE UNIQUE INDEX account_person ON account (person);

CREATE TABLE account_entry (
  id {primary_key},
  account {id} NOT NULL,
  kind {text} NOT NULL,
  sub_account {text} NOT NULL,
  amount {fen} NOT NULL,
  value_date {date} NOT NULL,
  booked_date {date} NOT NULL,
  for_year {integer} NOT NULL,
  reverses {id},
  caused_by {id} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX account_entry_account ON account_entry (account, value_date);

CREATE TABLE subsidy_entitlement (
  id {primary_key},
  account {id} NOT NULL,
  for_year {integer} NOT NULL,
  payer {text} NOT NULL,
  amount {fen} NOT NULL,
  policy {text} NOT NULL,
  reverses {id},
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX subsidy_entitlement_account ON subsidy_entitlement (account, for_year);

-- Finance -----------------------------------------------------------------------------------------------------

CREATE TABLE accounting_event (
  id {primary_key},
  kind {text} NOT NULL,
  amount {fen} NOT NULL,
  occurred_on {date} NOT NULL,
  operation {id} NOT NULL,
  source {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};

-- 暂收款: received, not credited. A positive row when money comes, a negative one when it is cleared.
CREATE TABLE suspense_money (
  id {primary_key},
  receipt {id} NOT NULL,
  amount {fen} NOT NULL,
  reason {text} NOT NULL,
  operation {id} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX suspense_money_receipt ON suspense_money (receipt);

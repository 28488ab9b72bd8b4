-- Money that goes back, and papers that stand for money which an earlier paper brought.

-- 'void' for a number that was a receipt, 'lost' for one that was reported lost; none for a spoilt blank one.
ALTER TABLE number_void ADD COLUMN state {text};
CREATE INDEX number_void_receipt ON number_void (receipt);

-- A paper that brought no money names the receipt whose money it stands for.
ALTER TABLE receipt ADD COLUMN money_of {id};

CREATE INDEX contribution_entry_receipt ON contribution_entry (receipt);
CREATE INDEX contribution_entry_reverses ON contribution_entry (reverses);

-- What is to be paid back, to which account; the payment itself is finance's.
CREATE TABLE contribution_refund (
  id {primary_key},
  receipt {id} NOT NULL,
  amount {fen} NOT NULL,
  payee {text} NOT NULL,
  bank_name {text} NOT NULL,
  bank_card {text} NOT NULL,
  decided_on {date} NOT NULL,
  operation {id} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX contribution_refund_receipt ON contribution_refund (receipt);

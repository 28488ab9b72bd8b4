-- USB sticks that hold operators' keys: registered and withdrawn, never deleted; an operator has at most one.
CREATE TABLE key_stick (
  id {primary_key},
  operator {id} NOT NULL,
  serial {text} NOT NULL,
  state {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX key_stick_operator ON key_stick (operator);

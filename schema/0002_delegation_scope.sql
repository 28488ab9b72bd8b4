-- What a delegation is limited to (ORG-04): one row per family of powers, all with the same bound of
-- the amount; an empty family stands for all powers of the post.
CREATE TABLE delegation_scope (
  id {primary_key},
  delegation {id} NOT NULL,
  family {text} NOT NULL,
  amount_to {fen},
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX delegation_scope_delegation ON delegation_scope (delegation);

-- Keys of the registrar as a service: opened and closed, never deleted; at most one is open.
CREATE TABLE registrar_key (
  id {primary_key},
  name {text} NOT NULL,
  public_key {text} NOT NULL,
  state {text} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE UNIQUE INDEX registrar_key_public_key ON registrar_key (public_key);

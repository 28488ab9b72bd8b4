-- The tables of the living template: things that are lent, and lines that note what happened. Numbered
-- above all shipped steps, because no office has them. A real room takes the next number in schema/.
CREATE TABLE template_thing (
  id {primary_key},
  name {text} NOT NULL,
  kept_apart {text} NOT NULL,
  holder {id} NOT NULL,
  state {text} NOT NULL,
  back_on {date} NOT NULL,
  loan {id} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE UNIQUE INDEX template_thing_name ON template_thing (name);

CREATE TABLE template_line (
  id {primary_key},
  kind {text} NOT NULL,
  noted {text} NOT NULL,
  happened_on {date} NOT NULL,
  corrects {id},
  operation {id} NOT NULL,
  op_seq {integer} NOT NULL
){strict};
CREATE INDEX template_line_operation ON template_line (operation);

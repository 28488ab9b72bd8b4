-- Surnames that families read in two ways are found by both; persons entered earlier get the second key
-- when their name is next changed.

ALTER TABLE person ADD COLUMN pinyin_other {text};
CREATE INDEX person_pinyin_other ON person (pinyin_other, id);

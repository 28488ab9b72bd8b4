-- Every print asks how often the same paper was printed before.

CREATE INDEX access_trail_subject ON access_trail (kind, subject);

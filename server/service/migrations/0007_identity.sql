-- Who proved who somebody is, and for whom they act.

ALTER TABLE person ADD COLUMN subject TEXT;      -- door and name at the provider; of representatives a keyed hash; NULL for residents
CREATE UNIQUE INDEX person_subject ON person (subject);

ALTER TABLE session ADD COLUMN door TEXT;        -- NULL: the demo
ALTER TABLE session ADD COLUMN acts_for TEXT REFERENCES resident (id); -- the only resident of this session
ALTER TABLE session ADD COLUMN sealed_hint BLOB; -- under a key of the session: lets the provider sign out without asking again

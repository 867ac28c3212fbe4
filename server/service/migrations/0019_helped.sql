-- Which answers of a draft helpers changed, and when; never what. It stays when the resident changes the answer afterwards, and
-- when the draft is sent or thrown away.
CREATE TABLE helped_change (
    draft TEXT NOT NULL,
    resident TEXT NOT NULL REFERENCES resident (id),
    step TEXT NOT NULL,
    helper TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    number BIGINT NOT NULL DEFAULT 0, -- which change of the draft by a helper it was
    passed BIGINT NOT NULL DEFAULT 1, -- whether the helper went on from there
    PRIMARY KEY (draft, step, helper)
);
INSERT INTO helped_change (draft, resident, step, helper, at)
SELECT s.draft, h.resident, h.step, h.helper, h.at FROM helped_answer h JOIN scan s ON s.id = h.scan;
INSERT INTO helped_change (draft, resident, step, helper, at)
SELECT d.id, d.resident, a.step, a.kept_by, a.kept_at
FROM draft d JOIN answer a ON a.draft = d.id JOIN person p ON p.id = a.kept_by
WHERE p.role = 'helper' AND d.by_staff = 0;
DROP TABLE helped_answer;
ALTER TABLE helped_change RENAME TO helped_answer;
CREATE INDEX helped_answer_resident ON helped_answer (resident);

-- What the resident tapped, of who looked (a day and what was done), and what the caseworker answered.
ALTER TABLE objection ADD COLUMN line TEXT;
ALTER TABLE objection ADD COLUMN sealed_answer BLOB;

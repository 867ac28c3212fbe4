-- Agreements that bind both sides (wederkerigheidsafspraken). Columns named sealed_* are ciphertext under the resident's
-- data key. The text of a version is written once and never again.

CREATE TABLE agreement_version (
    resident TEXT NOT NULL REFERENCES resident (id),
    number BIGINT NOT NULL,
    state TEXT NOT NULL,             -- proposed | agreed | replaced | withdrawn
    proposer TEXT NOT NULL,          -- resident | municipality
    proposed_by TEXT NOT NULL REFERENCES person (id),
    proposed_at BIGINT NOT NULL,
    think_until TEXT NOT NULL,
    based_on BIGINT NOT NULL,        -- the version that it changes; 0: the first
    sealed_text BLOB NOT NULL,
    sealed_answers BLOB NOT NULL,    -- what both sides said, and who confirmed which exact text
    revision BIGINT NOT NULL,        -- of the answers
    waits_resident BIGINT NOT NULL,  -- whether it is up to the resident
    waits_municipality BIGINT NOT NULL,
    could_not BIGINT NOT NULL,       -- whether a caseworker recorded that the resident cannot answer now
    settled_at BIGINT,               -- agreed, replaced or withdrawn at
    PRIMARY KEY (resident, number)
);
CREATE UNIQUE INDEX agreement_one_proposed ON agreement_version (resident) WHERE state = 'proposed';
CREATE UNIQUE INDEX agreement_one_agreed ON agreement_version (resident) WHERE state = 'agreed';
CREATE INDEX agreement_state ON agreement_version (state);

CREATE TABLE agreement_sheet (       -- what one side is still thinking about; the other sees nothing of it
    resident TEXT NOT NULL REFERENCES resident (id),
    side TEXT NOT NULL,
    sealed_sheet BLOB NOT NULL,
    revision BIGINT NOT NULL,
    kept_by TEXT NOT NULL REFERENCES person (id),
    kept_at BIGINT NOT NULL,
    PRIMARY KEY (resident, side)
);

CREATE TABLE agreement_line (        -- the lines of what is agreed now, and how far each is
    resident TEXT NOT NULL REFERENCES resident (id),
    line TEXT NOT NULL,
    doer TEXT NOT NULL,
    due_on TEXT NOT NULL,
    progress TEXT NOT NULL,
    need TEXT NOT NULL,              -- more_time | help | something_else | call; empty
    not_done TEXT NOT NULL,          -- the side that says it was not done; empty
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (resident, line)
);
CREATE INDEX agreement_line_doer ON agreement_line (doer, progress);

CREATE TABLE agreement_mark (        -- everything that was told about lines, with who and when
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    line TEXT NOT NULL,
    side TEXT NOT NULL,
    mark TEXT NOT NULL,
    need TEXT NOT NULL,
    sealed_words BLOB NOT NULL,
    by_person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL
);
CREATE INDEX agreement_mark_resident ON agreement_mark (resident, at);

CREATE TABLE agreement_order (       -- in which order and at what pace the resident wants to go
    resident TEXT PRIMARY KEY REFERENCES resident (id),
    sealed_order BLOB NOT NULL,
    kept_at BIGINT NOT NULL
);

CREATE TABLE agreement_look_back (   -- how each side looks back on a version
    resident TEXT NOT NULL REFERENCES resident (id),
    number BIGINT NOT NULL,
    side TEXT NOT NULL,
    sealed_evaluation BLOB NOT NULL,
    by_person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (resident, number, side)
);

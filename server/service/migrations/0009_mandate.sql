-- What helpers may see and prepare for a resident, and how that came about and ended.

CREATE TABLE mandate (
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    helper TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,              -- given; by law there are others, which open nothing yet
    scope TEXT NOT NULL,             -- JSON: which domains and parts, never an answer
    colour BIGINT NOT NULL,          -- on the helper's screens, to tell one resident from another
    way TEXT NOT NULL,               -- code | link | desk | proposal
    made_by TEXT NOT NULL REFERENCES person (id),
    promised_at BIGINT NOT NULL,     -- when the helper promised secrecy
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    withdrawn_by TEXT REFERENCES person (id)
);
CREATE UNIQUE INDEX mandate_one ON mandate (resident, helper) WHERE withdrawn_at IS NULL;
CREATE INDEX mandate_helper ON mandate (helper);

CREATE TABLE helper_invitation (     -- gives nothing: it becomes a mandate when both said yes
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    way TEXT NOT NULL,
    code_hash TEXT UNIQUE,           -- keyed hash; the code itself is derived from the resident's key and kept nowhere
    scope TEXT NOT NULL,
    days BIGINT NOT NULL,
    sealed_for BLOB,                 -- who it is for, as the resident wrote it
    sealed_agreement BLOB,           -- at the desk: how the resident agreed
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    helper TEXT REFERENCES person (id),
    sealed_said BLOB,                -- who the helper says they are
    promised_at BIGINT,
    settled_at BIGINT,
    outcome TEXT                     -- confirmed | refused | taken_back | declined
);
CREATE INDEX helper_invitation_resident ON helper_invitation (resident);
CREATE INDEX helper_invitation_helper ON helper_invitation (helper);

CREATE TABLE helper_left (           -- what a helper still typed when the mandate had just ended: for the resident
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    helper TEXT NOT NULL REFERENCES person (id),
    step TEXT NOT NULL,
    sealed_kept BLOB NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (resident, helper, step)
);

CREATE TABLE helped_answer (         -- which answers of a sent version a helper filled in; never what
    scan TEXT NOT NULL,
    resident TEXT NOT NULL REFERENCES resident (id),
    step TEXT NOT NULL,
    helper TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (scan, step)
);
CREATE INDEX helped_answer_resident ON helped_answer (resident);

CREATE TABLE together (              -- the resident fills in with somebody beside them, in their own session
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    sealed_with BLOB NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT                  -- NULL: still
);
CREATE INDEX together_resident ON together (resident);

CREATE TABLE objection (             -- the resident objects to what somebody did
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    about TEXT NOT NULL,             -- the person
    sealed_text BLOB NOT NULL,
    at BIGINT NOT NULL,
    settled_by TEXT REFERENCES person (id),
    settled_at BIGINT
);
CREATE INDEX objection_resident ON objection (resident);

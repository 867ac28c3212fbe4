-- The intake, its review and the people around it. One text for SQLite and PostgreSQL (BLOB becomes BYTEA there).
-- Every column named sealed_* is ciphertext under the resident's data key; no name, answer or number of a person
-- stands in the clear. Times are milliseconds since 1970 (UTC), dates ISO text, flags 0 or 1.

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    team TEXT,
    name TEXT NOT NULL,              -- staff and helpers; empty for residents, whose name is sealed
    created_at BIGINT NOT NULL
);

CREATE TABLE resident (
    id TEXT PRIMARY KEY REFERENCES person (id),
    master_key TEXT NOT NULL,        -- id of the master key that wraps the data key
    wrapped_key BLOB NOT NULL,
    sealed_profile BLOB NOT NULL,
    sealed_bsn BLOB,
    bsn_hash TEXT UNIQUE,            -- keyed hash, to find a resident without reading BSNs
    team TEXT,
    caseworker TEXT REFERENCES person (id),
    route TEXT NOT NULL,             -- whole | short
    invited_by TEXT REFERENCES person (id),
    invited_at BIGINT,               -- NULL: not invited
    profile_version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    active_at BIGINT NOT NULL
);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,     -- the token itself is only in the cookie
    person TEXT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    own_device BIGINT,               -- NULL: not asked yet
    language TEXT,                   -- as chosen in the menu or in the intake
    address TEXT                     -- the form of address of the resident's profile
);
CREATE INDEX session_seen ON session (seen_at);

CREATE TABLE typed (                 -- what was typed into a form and not taken, to show it again with what is wrong
    session TEXT NOT NULL REFERENCES session (token_hash) ON DELETE CASCADE,
    form TEXT NOT NULL,
    sealed_typed BLOB NOT NULL,      -- under a key of the session
    at BIGINT NOT NULL,
    PRIMARY KEY (session, form)
);

CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    by_staff BIGINT NOT NULL,        -- 0: the resident's own, never shown to staff; 1: at the desk, by phone, on paper
    channel TEXT NOT NULL,
    route TEXT NOT NULL,
    at_step TEXT NOT NULL,           -- the open screen
    ask TEXT,                        -- the request for a second look that this draft answers
    started_by TEXT NOT NULL REFERENCES person (id),
    revision BIGINT NOT NULL,        -- one more at each change: what is sent is what was read
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (resident, by_staff)      -- never a second draft by accident
);

CREATE TABLE answer (
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    version BIGINT NOT NULL,
    sealed_kept BLOB NOT NULL,
    kept_by TEXT NOT NULL REFERENCES person (id),
    kept_at BIGINT NOT NULL,
    sealed_other BLOB,               -- what somebody else filled in at the same time; the person chooses
    other_by TEXT REFERENCES person (id),
    other_at BIGINT,
    PRIMARY KEY (draft, step)
);

CREATE TABLE kept_key (              -- makes keeping the same change twice harmless
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (draft, key)
);

CREATE TABLE scan (
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    number BIGINT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    draft TEXT NOT NULL UNIQUE,      -- the draft it was sent from: sending twice finds this row
    ask TEXT,
    sealed_scan BLOB NOT NULL,
    channel TEXT NOT NULL,
    sent_by TEXT NOT NULL REFERENCES person (id),
    sent_at BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    UNIQUE (resident, number)
);

CREATE TABLE review (
    resident TEXT PRIMARY KEY REFERENCES resident (id),
    scan TEXT NOT NULL REFERENCES scan (id),
    state TEXT NOT NULL,
    signal BIGINT NOT NULL,          -- 2: contact the same day, 1: call this week, 0: none
    signal_settled_at BIGINT,
    group_number BIGINT,
    received_at BIGINT NOT NULL,
    state_at BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX review_state ON review (state, received_at);

CREATE TABLE request (
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    kind TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    form_key TEXT NOT NULL UNIQUE,   -- of the form it was sent from: a double tap finds this row
    sealed_content BLOB NOT NULL,
    sent_at BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    settled_by TEXT REFERENCES person (id),
    settled_at BIGINT
);
CREATE INDEX request_open ON request (resident, settled_at);

CREATE TABLE ask (                   -- a question about the answers (vraag over uw antwoorden)
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    scan TEXT NOT NULL REFERENCES scan (id),
    sealed_content BLOB NOT NULL,
    asked_by TEXT NOT NULL REFERENCES person (id),
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL,             -- open | answered | withdrawn
    closed_at BIGINT,
    answered_by TEXT REFERENCES scan (id)
);
CREATE UNIQUE INDEX ask_one_open ON ask (resident) WHERE state = 'open';

CREATE TABLE group_decision (
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    group_number BIGINT NOT NULL,
    sealed_reason BLOB NOT NULL,
    decided_by TEXT NOT NULL REFERENCES person (id),
    decided_at BIGINT NOT NULL,
    sealed_reply BLOB,
    replied_at BIGINT
);
CREATE INDEX group_decision_resident ON group_decision (resident, decided_at);

CREATE TABLE note (                  -- private to the municipality
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    sealed_text BLOB NOT NULL,
    written_by TEXT NOT NULL REFERENCES person (id),
    written_at BIGINT NOT NULL
);
CREATE INDEX note_resident ON note (resident, written_at);

CREATE TABLE event (                 -- everything with who and when; no content
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,            -- a reference, a team, a state: never an answer
    by_person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL
);
CREATE INDEX event_resident ON event (resident, at);

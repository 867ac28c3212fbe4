-- What a session that just ended still posted, kept until the same resident signs in.

CREATE TABLE ended_session (
    token_hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    acts_for TEXT REFERENCES resident (id),
    ended_at BIGINT NOT NULL,
    path TEXT,                       -- the server function
    sealed_post BLOB,                -- the form, under the resident's data key
    posted_at BIGINT
);
CREATE INDEX ended_session_person ON ended_session (person);

-- Who did what with whose data, when and from where: never content. Only added to; each line is chained to the one before.
CREATE TABLE access_log (
    chain TEXT NOT NULL,             -- day and process
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    activity TEXT NOT NULL,
    resident TEXT NOT NULL,          -- empty: about nobody
    outcome TEXT NOT NULL,           -- done | refused
    origin TEXT NOT NULL,            -- network address, or `portal` for what it does by itself
    before TEXT NOT NULL,            -- hash of the line before; of a first line that of a line of another chain
    hash TEXT NOT NULL,              -- keyed, so that who changes the database cannot make a new one
    PRIMARY KEY (chain, number)
);
CREATE INDEX access_log_resident ON access_log (resident, at);
CREATE INDEX access_log_at ON access_log (at);

CREATE TABLE look_reason (           -- why a caseworker looked at a colleague's resident
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    resident TEXT NOT NULL REFERENCES resident (id),
    sealed_reason BLOB NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX look_reason_resident ON look_reason (resident, at);

CREATE TABLE retention_notice (
    resident TEXT NOT NULL REFERENCES resident (id),
    kind TEXT NOT NULL,              -- draft | calculations | file
    noticed_at BIGINT,               -- since when the resident can read that it will be deleted
    extended_at BIGINT,              -- the resident keeps it: counted from here
    PRIMARY KEY (resident, kind)
);

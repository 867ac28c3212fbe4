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

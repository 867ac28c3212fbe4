-- Volunteers and their contact: when, how long, how. No table here has a place for what contact was about.

CREATE TABLE volunteer (
    person TEXT PRIMARY KEY REFERENCES person (id),
    about TEXT NOT NULL,             -- JSON: languages, neighbourhood, when, topics, peer
    since BIGINT NOT NULL,
    ended_at BIGINT
);

CREATE TABLE volunteer_training (
    id TEXT PRIMARY KEY,
    volunteer TEXT NOT NULL REFERENCES volunteer (person),
    course TEXT NOT NULL,
    done_on TEXT NOT NULL,
    UNIQUE (volunteer, course)
);

CREATE TABLE volunteer_thanks (
    id TEXT PRIMARY KEY,
    volunteer TEXT NOT NULL REFERENCES volunteer (person),
    words TEXT NOT NULL,             -- of the coordinator; empty from a resident, who only taps
    at BIGINT NOT NULL
);

CREATE TABLE helper_contact (
    id TEXT PRIMARY KEY,
    mandate TEXT NOT NULL REFERENCES mandate (id),
    on_day TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    way TEXT NOT NULL,
    written_at BIGINT NOT NULL
);
CREATE INDEX helper_contact_mandate ON helper_contact (mandate, on_day);

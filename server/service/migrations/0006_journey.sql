-- The journey: appointments, the calendar address, reminders, and how residents find each part (counts only).

CREATE TABLE feeling (               -- one tap each, never with who it was
    stage TEXT NOT NULL,
    month TEXT NOT NULL,             -- 2026-11
    feeling TEXT NOT NULL,           -- good | soso | bad
    number BIGINT NOT NULL,
    PRIMARY KEY (stage, month, feeling)
);

CREATE TABLE appointment (
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    way TEXT NOT NULL,               -- desk | phone | home
    starts_at BIGINT NOT NULL,
    minutes BIGINT NOT NULL,
    sealed_about BLOB NOT NULL,
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    cancelled_by TEXT REFERENCES person (id),
    cancelled_at BIGINT,
    version BIGINT NOT NULL          -- the SEQUENCE of its calendar entry
);
CREATE INDEX appointment_resident ON appointment (resident, starts_at);

CREATE TABLE calendar_address (      -- a subscription: whoever knows the address sees when, never what
    token_hash TEXT PRIMARY KEY,     -- the address itself is shown once
    resident TEXT NOT NULL REFERENCES resident (id),
    made_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX calendar_address_one ON calendar_address (resident);

CREATE TABLE reminder (              -- "there is something for you"; one for each occasion
    resident TEXT NOT NULL REFERENCES resident (id),
    occasion TEXT NOT NULL,          -- what it is about: ids and days, never words
    channel TEXT NOT NULL,           -- portal | email | sms
    due_at BIGINT NOT NULL,
    sent_at BIGINT,
    attempts BIGINT NOT NULL,
    code TEXT NOT NULL,              -- what stood in the way last: a code
    PRIMARY KEY (resident, occasion)
);
CREATE INDEX reminder_due ON reminder (sent_at, due_at);

-- Helpers who sign in by e-mail and with a passkey. Their address is kept nowhere: a person is found by its keyed hash.
CREATE TABLE mail_try (
    id TEXT PRIMARY KEY,             -- keyed hash of what the browser holds that asked
    subject TEXT NOT NULL,           -- keyed hash of the address
    code_hash TEXT NOT NULL,
    sealed_back BLOB NOT NULL,       -- the page to come back to: it can hold the code of an invitation
    tries BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX mail_try_subject ON mail_try (subject);

CREATE TABLE passkey (
    id TEXT PRIMARY KEY,             -- as the device calls it
    person TEXT NOT NULL REFERENCES person (id),
    credential TEXT NOT NULL,        -- JSON: its public key and how often it was used; the private key never leaves the device
    made_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX passkey_person ON passkey (person);

CREATE TABLE passkey_try (           -- a question to a device that waits for its answer; good for one
    id TEXT PRIMARY KEY,
    person TEXT REFERENCES person (id), -- who makes one; NULL: somebody signs in
    state TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

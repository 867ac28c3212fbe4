-- Calculations that residents kept, each shown to the caseworker or not.

CREATE TABLE calculation (
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    content_key TEXT NOT NULL,       -- keyed hash of the content: the same calculation is kept once
    shown BIGINT NOT NULL,           -- 1: the caseworker may see it
    sealed_calculation BLOB NOT NULL,
    saved_at BIGINT NOT NULL,
    UNIQUE (resident, content_key)
);

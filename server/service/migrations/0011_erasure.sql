-- Lines of the log of access that were kept long enough and taken out, as far as a later chain is tied to one.
CREATE TABLE access_log_cut (
    hash TEXT PRIMARY KEY,           -- of a line that is gone
    seal TEXT NOT NULL,              -- keyed: only the portal can say so
    at BIGINT NOT NULL
);

-- What was decided about a resident's request to be deleted. The row stays when everything else goes: it says that it was done.
CREATE TABLE erasure (
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL REFERENCES resident (id),
    request TEXT NOT NULL UNIQUE REFERENCES request (id),
    choice TEXT NOT NULL,            -- everything | part | nothing
    sealed_reason BLOB NOT NULL,     -- under the resident's data key: unreadable after `everything`
    decided_by TEXT NOT NULL REFERENCES person (id),
    decided_at BIGINT NOT NULL
);
CREATE INDEX erasure_resident ON erasure (resident);

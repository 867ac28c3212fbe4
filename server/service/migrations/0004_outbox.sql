-- What goes to the municipal backend (gemeentelijke systemen), and what came back.

CREATE TABLE delivery (              -- everything about one case (zaak), delivered in order by one worker at a time
    id TEXT PRIMARY KEY,             -- our id; the case carries it as kenmerk
    resident TEXT NOT NULL REFERENCES resident (id),
    identification TEXT NOT NULL UNIQUE,   -- the identificatie of the case: P- and 26 characters
    follows TEXT REFERENCES delivery (id), -- the earlier case that it goes on from
    state TEXT NOT NULL,             -- waiting | done | stopped | removed
    since BIGINT NOT NULL,           -- in this state since
    next_at BIGINT NOT NULL,         -- not before
    attempts BIGINT NOT NULL,        -- of this step, in a row
    step TEXT NOT NULL,              -- the step that is next; empty when all is done
    asked_at BIGINT,                 -- the call of this step left, and its outcome is not known
    code TEXT NOT NULL,              -- what stood in the way last: a code, never a value
    lease_until BIGINT NOT NULL,     -- one worker at a time
    fence BIGINT NOT NULL            -- one more at each lease: an old worker writes nothing
);
CREATE INDEX delivery_due ON delivery (state, next_at);
CREATE INDEX delivery_resident ON delivery (resident, id);

CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    delivery TEXT NOT NULL REFERENCES delivery (id),
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,              -- submission | correction | contact
    sealed_payload BLOB NOT NULL,    -- frozen with the change that it is about
    sealed_document BLOB,            -- made once, before it leaves for the first time
    created_at BIGINT NOT NULL,
    done_at BIGINT,
    UNIQUE (delivery, seq)
);

CREATE TABLE remote_ref (            -- what came of each step
    local_kind TEXT NOT NULL,        -- case | message
    local_id TEXT NOT NULL,
    step TEXT NOT NULL,
    url TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (local_kind, local_id, step)
);
CREATE INDEX remote_ref_url ON remote_ref (url);

CREATE TABLE case_status (           -- where the case stands there, as read last
    delivery TEXT PRIMARY KEY REFERENCES delivery (id),
    number BIGINT NOT NULL,          -- volgnummer of its status; 0 for none
    name TEXT NOT NULL,              -- the words of the case system
    set_at TEXT NOT NULL,            -- RFC 3339
    result TEXT NOT NULL,
    closed_on TEXT NOT NULL,         -- ISO date; empty while open
    read_at BIGINT NOT NULL
);

CREATE TABLE inbox_event (           -- one row for each notification, however often it comes
    dedupe_key TEXT PRIMARY KEY,
    case_url TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    done_at BIGINT
);

CREATE TABLE sync_alert (            -- codes and ids only
    delivery TEXT NOT NULL REFERENCES delivery (id),
    level BIGINT NOT NULL,           -- 1: waits for 15 minutes, 2: for 4 hours, 3: stopped
    code TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    cleared_at BIGINT,
    PRIMARY KEY (delivery, level, raised_at)
);

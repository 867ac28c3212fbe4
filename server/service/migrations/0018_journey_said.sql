-- What the municipality says when it is late, and feedback that counts somebody once.

ALTER TABLE agreement_mark ADD COLUMN new_day TEXT NOT NULL DEFAULT '';  -- the day that it is done instead; empty for none

CREATE TABLE feeling_mark (          -- the last answer about a stage, under a mark that nobody can turn back
    mark TEXT PRIMARY KEY,           -- derived with the data key of who said it: gone when that key is
    month TEXT NOT NULL,
    feeling TEXT NOT NULL
);

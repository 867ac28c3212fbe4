-- Whether the resident went on from `at_step`: then the screen after it is the open one. One write an answer instead of two.
ALTER TABLE draft ADD COLUMN passed BIGINT NOT NULL DEFAULT 0;

-- How often helpers changed something in a draft: the resident sends what was read, and nothing that was changed since.
ALTER TABLE draft ADD COLUMN helped BIGINT NOT NULL DEFAULT 0;

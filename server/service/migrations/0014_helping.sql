-- How often helpers changed something in a draft: the resident sends what was read, and nothing that was changed since.
ALTER TABLE draft ADD COLUMN helped BIGINT NOT NULL DEFAULT 0;

-- One more at each change, so that two changes at once are both kept.
ALTER TABLE agreement_order ADD COLUMN version BIGINT NOT NULL DEFAULT 0;

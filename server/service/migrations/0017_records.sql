-- Carries records only, and makes no case: the one that their objects belonged to was removed.
ALTER TABLE delivery ADD COLUMN records_only BIGINT NOT NULL DEFAULT 0;
-- Another case waited with it first: something newer may have been said since.
ALTER TABLE outbox ADD COLUMN passed_on BIGINT NOT NULL DEFAULT 0;

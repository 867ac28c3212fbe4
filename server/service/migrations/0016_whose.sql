-- Whose it is, so that it goes with everything else of the resident: an object of a record hangs on no message.
ALTER TABLE remote_ref ADD COLUMN resident TEXT REFERENCES resident (id);
UPDATE remote_ref SET resident = COALESCE(
    (SELECT d.resident FROM delivery d WHERE d.id = remote_ref.local_id),
    (SELECT d.resident FROM outbox o JOIN delivery d ON d.id = o.delivery WHERE o.id = remote_ref.local_id)
);
CREATE INDEX remote_ref_resident ON remote_ref (resident);

-- From where somebody asked for a code, as a keyed hash: nobody uses up the codes of somebody else.
ALTER TABLE mail_try ADD COLUMN origin TEXT NOT NULL DEFAULT '';

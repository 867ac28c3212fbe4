-- What was decided about a request to be deleted stays when everything else of the resident goes, so it hangs on nothing: the
-- resident's id is in the log of access too, the number is the one that the resident has.
CREATE TABLE erasure_kept (
    id TEXT PRIMARY KEY,
    resident TEXT NOT NULL,
    request TEXT NOT NULL UNIQUE,    -- the number (reference) of the request
    choice TEXT NOT NULL,            -- everything | part | nothing
    sealed_reason BLOB,              -- under the resident's data key; NULL when that is gone
    decided_by TEXT NOT NULL REFERENCES person (id),
    decided_at BIGINT NOT NULL
);
INSERT INTO erasure_kept (id, resident, request, choice, sealed_reason, decided_by, decided_at)
    SELECT e.id, e.resident, q.reference, e.choice, CASE WHEN r.master_key = 'erased' THEN NULL ELSE e.sealed_reason END, e.decided_by, e.decided_at
    FROM erasure e JOIN request q ON q.id = e.request JOIN resident r ON r.id = e.resident;
DROP TABLE erasure;
ALTER TABLE erasure_kept RENAME TO erasure;
CREATE INDEX erasure_resident ON erasure (resident);

-- Of a resident who was erased until now the rows were left, without their key. They go.
CREATE TABLE gone (resident TEXT PRIMARY KEY);
INSERT INTO gone SELECT id FROM resident WHERE master_key = 'erased';
DELETE FROM helper_contact WHERE mandate IN (SELECT id FROM mandate WHERE resident IN (SELECT resident FROM gone));
DELETE FROM mandate WHERE resident IN (SELECT resident FROM gone);
DELETE FROM helper_invitation WHERE resident IN (SELECT resident FROM gone);
DELETE FROM helper_left WHERE resident IN (SELECT resident FROM gone);
DELETE FROM helped_answer WHERE resident IN (SELECT resident FROM gone);
DELETE FROM together WHERE resident IN (SELECT resident FROM gone);
DELETE FROM objection WHERE resident IN (SELECT resident FROM gone);
DELETE FROM inbox_event WHERE case_url IN (SELECT f.url FROM remote_ref f JOIN delivery d ON d.id = f.local_id WHERE d.resident IN (SELECT resident FROM gone));
DELETE FROM remote_ref WHERE local_id IN (SELECT o.id FROM outbox o JOIN delivery d ON d.id = o.delivery WHERE d.resident IN (SELECT resident FROM gone));
DELETE FROM remote_ref WHERE local_id IN (SELECT id FROM delivery WHERE resident IN (SELECT resident FROM gone));
DELETE FROM sync_alert WHERE delivery IN (SELECT id FROM delivery WHERE resident IN (SELECT resident FROM gone));
DELETE FROM case_status WHERE delivery IN (SELECT id FROM delivery WHERE resident IN (SELECT resident FROM gone));
DELETE FROM outbox WHERE delivery IN (SELECT id FROM delivery WHERE resident IN (SELECT resident FROM gone));
DELETE FROM delivery WHERE resident IN (SELECT resident FROM gone);
DELETE FROM agreement_look_back WHERE resident IN (SELECT resident FROM gone);
DELETE FROM agreement_mark WHERE resident IN (SELECT resident FROM gone);
DELETE FROM agreement_line WHERE resident IN (SELECT resident FROM gone);
DELETE FROM agreement_order WHERE resident IN (SELECT resident FROM gone);
DELETE FROM agreement_sheet WHERE resident IN (SELECT resident FROM gone);
DELETE FROM agreement_version WHERE resident IN (SELECT resident FROM gone);
DELETE FROM appointment WHERE resident IN (SELECT resident FROM gone);
DELETE FROM calendar_address WHERE resident IN (SELECT resident FROM gone);
DELETE FROM reminder WHERE resident IN (SELECT resident FROM gone);
DELETE FROM retention_notice WHERE resident IN (SELECT resident FROM gone);
DELETE FROM look_reason WHERE resident IN (SELECT resident FROM gone);
DELETE FROM calculation WHERE resident IN (SELECT resident FROM gone);
DELETE FROM note WHERE resident IN (SELECT resident FROM gone);
DELETE FROM event WHERE resident IN (SELECT resident FROM gone);
DELETE FROM group_decision WHERE resident IN (SELECT resident FROM gone);
DELETE FROM ask WHERE resident IN (SELECT resident FROM gone);
DELETE FROM request WHERE resident IN (SELECT resident FROM gone);
DELETE FROM review WHERE resident IN (SELECT resident FROM gone);
DELETE FROM draft WHERE resident IN (SELECT resident FROM gone);
DELETE FROM scan WHERE resident IN (SELECT resident FROM gone);
DELETE FROM ended_session WHERE person IN (SELECT resident FROM gone) OR acts_for IN (SELECT resident FROM gone);
DELETE FROM session WHERE person IN (SELECT resident FROM gone) OR acts_for IN (SELECT resident FROM gone);
DELETE FROM resident WHERE id IN (SELECT resident FROM gone);
DELETE FROM person WHERE id IN (SELECT resident FROM gone);
DROP TABLE gone;

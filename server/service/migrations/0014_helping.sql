-- How often helpers changed something in a draft: the resident sends what was read, and nothing that was changed since.
ALTER TABLE draft ADD COLUMN helped BIGINT NOT NULL DEFAULT 0;

-- How a mandate came about, and whether the resident has seen one that was made at the desk.
ALTER TABLE mandate ADD COLUMN invitation TEXT;
ALTER TABLE mandate ADD COLUMN seen_at BIGINT;
UPDATE mandate SET invitation = (
    SELECT MAX(i.id) FROM helper_invitation i
    WHERE i.resident = mandate.resident AND i.helper = mandate.helper AND i.settled_at = mandate.from_at AND i.outcome = 'confirmed'
);

-- By which day the resident hears something about an objection.
ALTER TABLE objection ADD COLUMN due_on TEXT;

-- One proposal of a volunteer at a time.
UPDATE helper_invitation SET settled_at = expires_at, outcome = 'expired'
WHERE way = 'proposal' AND settled_at IS NULL AND EXISTS (
    SELECT 1 FROM helper_invitation n
    WHERE n.resident = helper_invitation.resident AND n.way = 'proposal' AND n.settled_at IS NULL AND n.id > helper_invitation.id
);
CREATE UNIQUE INDEX helper_invitation_proposal ON helper_invitation (resident) WHERE way = 'proposal' AND settled_at IS NULL;

-- One more at each change, so that two changes at once are both kept.
ALTER TABLE agreement_order ADD COLUMN version BIGINT NOT NULL DEFAULT 0;

//! Records: objects of ours about something that goes on after the self-scan (an agreement, a milestone of the journey, a mandate).
//! Each is one object that changes: there first, then made to say what it says now.

use super::message::rfc3339;
use super::outbox::Queued;
use super::types::{AGREEMENT, MANDATE, MILESTONE, ObjectType};
use crate::agreement::{VersionView, hash};
use crate::clock::local;
use crate::file::File;
use crate::journey::spoken_and_grouped;
use crate::keys::KeyRing;
use crate::{Result, Service};
use chrono::NaiveDate;
use domain::agreement::{Party, Side, Text};
use domain::journey::{Expected, Milestone};
use domain::mandate::Mandate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sqlx::AnyConnection;

/// What a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// A version that both sides signed (wederkerigheidsafspraak).
    Agreement,
    /// A milestone of the journey (mijlpaal).
    Milestone,
    /// What a helper may do for the resident (hulpmachtiging).
    Mandate,
}

impl RecordKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Agreement, Self::Milestone, Self::Mandate];

    /// The name in the database and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Milestone => "milestone",
            Self::Mandate => "mandate",
        }
    }

    /// Its object type.
    #[must_use]
    pub const fn object_type(self) -> ObjectType {
        match self {
            Self::Agreement => AGREEMENT,
            Self::Milestone => MILESTONE,
            Self::Mandate => MANDATE,
        }
    }
}

/// A record as it was when something changed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What it is about.
    pub of: RecordKind,
    /// Our id of it, the key of the object: always the same for the same thing.
    pub id: String,
    /// The day of the change, an ISO date.
    pub day: String,
    /// When it changed, RFC 3339: the time of the status that it gives.
    pub at: String,
    /// The time of the first status, where this begins a case.
    pub begun_at: String,
    /// The data of the object.
    pub data: Value,
    /// The version whose signed document goes along.
    #[serde(default)]
    pub document: Option<i64>,
}

/// How far back a time of a status lies, in milliseconds: a backend whose clock is behind refuses a time to come.
const BACK: i64 = 5_000;

/// An id that is always the same for the same thing and tells nothing about it: a keyed hash in the form of a random UUID.
fn id_of(keys: &KeyRing, kind: RecordKind, parts: &[&str]) -> String {
    let hash = keys.lookup_hash("record", &format!("{}/{}", kind.as_str(), parts.join("/")));
    let bytes = data_encoding::HEXLOWER.decode(hash.as_bytes()).unwrap_or_default();
    let mut id = [0; 16];
    id.iter_mut().zip(bytes).for_each(|(to, from)| *to = from);
    uuid::Builder::from_random_bytes(id).into_uuid().to_string()
}

fn day_of(millis: i64) -> String {
    local(millis).date_naive().to_string()
}

impl Service {
    fn record(&self, of: RecordKind, id: String, data: Value, document: Option<i64>) -> Record {
        let now = self.clock.now();
        Record { of, id, day: day_of(now), at: rfc3339(now - BACK), begun_at: rfc3339(now - 2 * BACK), data, document }
    }

    /// The messages that both sides agreed on `agreed`: the version that it replaces, and itself with its document.
    pub(crate) fn queue_agreement(&self, file: &File, replaced: Option<&VersionView>, agreed: &VersionView) -> Result<Vec<Queued>> {
        let now = self.clock.now();
        let versions = replaced.map(|view| (view, "vervangen", Some(now))).into_iter().chain([(agreed, "afgesproken", None)]);
        let mut queued = Vec::new();
        for (view, state, until) in versions {
            let number = view.version.number;
            let id = id_of(&self.keys, RecordKind::Agreement, &[file.resident(), &number.to_string()]);
            let data = agreement_data(&id, view, state, view.settled_at.unwrap_or(now), until);
            let document = until.is_none().then_some(number);
            queued.extend(self.queue_record(file, self.record(RecordKind::Agreement, id, data, document))?);
        }
        Ok(queued)
    }

    /// The message about a milestone.
    pub(crate) fn queue_milestone(&self, file: &File, milestone: Milestone, expected: Expected, by: Side) -> Result<Option<Queued>> {
        let id = id_of(&self.keys, RecordKind::Milestone, &[file.resident(), milestone.as_str()]);
        let journey = id_of(&self.keys, RecordKind::Milestone, &[file.resident()]);
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let data = json!({
            "schemaVersion": "1",
            "id": id,
            "journeyId": journey,
            "code": milestone.as_str(),
            "plannedOn": day(expected.planned),
            "reachedOn": day(expected.reached),
            "markedBy": by.as_str(),
        });
        self.queue_record(file, self.record(RecordKind::Milestone, id, data, None))
    }

    /// The message about a mandate.
    pub(crate) fn queue_mandate(&self, file: &File, mandate: &Mandate) -> Result<Option<Queued>> {
        let id = id_of(&self.keys, RecordKind::Mandate, &[&mandate.id]);
        let data = mandate_data(&self.keys, &id, mandate);
        self.queue_record(file, self.record(RecordKind::Mandate, id, data, None))
    }

    /// What a first case is told besides what begins it: the milestones that were reached and the mandates that hold, as
    /// they are in the transaction that begins it.
    pub(super) async fn queue_what_was_before(&self, tx: &mut AnyConnection, file: &File) -> Result<Vec<Queued>> {
        let mut queued = Vec::new();
        for (milestone, day) in spoken_and_grouped(tx, file.resident()).await? {
            let expected = Expected { planned: None, reached: Some(day) };
            queued.extend(self.queue_milestone(file, milestone, expected, Side::Municipality)?);
        }
        for mandate in self.mandates_now(tx, file).await? {
            queued.extend(self.queue_mandate(file, &mandate)?);
        }
        Ok(queued)
    }
}

/// What the object says of a mandate: which helper under a pseudonym, what, and until when; never an answer or a name.
fn mandate_data(keys: &KeyRing, id: &str, mandate: &Mandate) -> Value {
    let domains = mandate.scope.domains.iter().map(|(domain, right)| json!({ "domain": domain.as_str(), "right": right.as_str() }));
    let by = if mandate.made_by == mandate.resident { Side::Resident } else { Side::Municipality };
    json!({
        "schemaVersion": "1",
        "id": id,
        "helperId": id_of(keys, RecordKind::Mandate, &["helper", &mandate.helper]),
        "kind": mandate.kind.as_str(),
        "domains": domains.collect::<Vec<_>>(),
        "parts": mandate.scope.parts.iter().map(|part| part.as_str()).collect::<Vec<_>>(),
        "from": day_of(mandate.from),
        // The last day on which it holds: it ends at midnight.
        "until": day_of(mandate.until - 1),
        "withdrawnOn": mandate.withdrawn.map(day_of),
        "madeBy": by.as_str(),
    })
}

/// What the object says of an agreement: that there is one, until when, and how much each does; never the words.
fn agreement_data(id: &str, view: &VersionView, state: &str, agreed_at: i64, until: Option<i64>) -> Value {
    let (version, text) = (&view.version, &view.version.text);
    let confirmed = |side: Side| version.answers.confirmed.get(&side).map(|confirmation| rfc3339(confirmation.sign.at));
    let lines = |party: &[Party]| text.lines.iter().filter(|line| party.contains(&line.doer)).count();
    json!({
        "schemaVersion": "1",
        "id": id,
        "number": version.number,
        "state": state,
        "textHash": hash(text),
        "agreedOn": day_of(agreed_at),
        "until": until.map(day_of),
        "lookBackOn": text.look_back.map(|day| day.to_string()),
        "confirmedByResident": confirmed(Side::Resident),
        "confirmedByMunicipality": confirmed(Side::Municipality),
        "linesResident": lines(&[Party::Resident]),
        "linesMunicipality": lines(&[Party::Municipality]),
        "linesOthers": lines(&[Party::Helper, Party::Other]),
        "schemes": schemes(text),
    })
}

/// The schemes that the municipality promised to use, each once.
fn schemes(text: &Text) -> Vec<&str> {
    let mut all: Vec<&str> = text.lines.iter().map(|line| line.scheme.as_str()).filter(|scheme| !scheme.is_empty()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn the_id_of_a_record_is_the_same_each_time_and_a_random_uuid_to_others() {
        let keys = KeyRing::parse(&KeyRing::new_file("1").unwrap()).unwrap();
        let id = |parts: &[&str]| id_of(&keys, RecordKind::Milestone, parts);
        assert_eq!(id(&["anna", "spoken"]), id(&["anna", "spoken"]));
        let uuid = Uuid::parse_str(&id(&["anna", "spoken"])).unwrap();
        assert_eq!(uuid.get_version_num(), 4, "the Objects API takes versions 4 and 7");
        let others = [id(&["anna"]), id(&["anna", "grouped"]), id(&["ben", "spoken"]), id_of(&keys, RecordKind::Agreement, &["anna", "spoken"])];
        assert!(others.iter().all(|other| *other != uuid.to_string()));
    }
}

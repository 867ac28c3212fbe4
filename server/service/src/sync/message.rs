//! What goes to the municipal backend, frozen with the change that it is about.

use super::record::Record;
use crate::content::Content;
use crate::intake::SentView;
use domain::intake::{AnswerState, Choice, Domain, Facts, SelfScan, Signal, outcomes};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// One message.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Message {
    /// The first version of a case.
    Submission(Submission),
    /// A newer version, while the case is not concluded.
    Correction(Submission),
    /// What somebody wrote to the resident.
    Contact(Contact),
    /// Something that goes on says something new.
    Record(Record),
}

/// What is printed for a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper<'a> {
    /// The self-scan with this id.
    Scan(&'a str),
    /// The version of the agreement with this number.
    Agreement(i64),
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Message({})", self.kind())
    }
}

/// A sent self-scan.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Our id of what was sent.
    pub scan: String,
    /// The day it was sent, an ISO date.
    pub sent_on: String,
    /// The time of the first status, RFC 3339: fixed here, because the case and this time are the key of a status.
    pub status_at: String,
    /// The data of the object.
    pub data: Value,
}

/// What a caseworker wrote to the resident.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Our number, at most 10 digits: the key of a contact.
    pub number: i64,
    /// What it is about, in words of the portal.
    pub subject: String,
    /// What was written, at most 1000 characters.
    pub text: String,
    /// When, RFC 3339.
    pub at: String,
    /// The language of the resident as the standard names it (`nld`, `eng`).
    pub language: String,
}

impl Message {
    /// The name of its kind in the database.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Submission(_) => "submission",
            Self::Correction(_) => "correction",
            Self::Contact(_) => "contact",
            Self::Record(record) => record.of.as_str(),
        }
    }

    /// The self-scan that it is about.
    #[must_use]
    pub const fn submission(&self) -> Option<&Submission> {
        match self {
            Self::Submission(submission) | Self::Correction(submission) => Some(submission),
            Self::Contact(_) | Self::Record(_) => None,
        }
    }

    /// The record that it is about.
    #[must_use]
    pub const fn record(&self) -> Option<&Record> {
        match self {
            Self::Record(record) => Some(record),
            _ => None,
        }
    }

    /// The day of the change, an ISO date; the types of that day hold. None for a contact, which has no types.
    #[must_use]
    pub fn day(&self) -> Option<&str> {
        match self {
            Self::Submission(s) | Self::Correction(s) => Some(&s.sent_on),
            Self::Record(record) => Some(&record.day),
            Self::Contact(_) => None,
        }
    }

    /// The time of the first status, where this message begins a case, RFC 3339.
    #[must_use]
    pub fn begun_at(&self) -> Option<&str> {
        match self {
            Self::Submission(s) | Self::Correction(s) => Some(&s.status_at),
            Self::Record(record) => Some(&record.begun_at),
            Self::Contact(_) => None,
        }
    }

    /// Its document.
    #[must_use]
    pub fn paper(&self) -> Option<Paper<'_>> {
        match self {
            Self::Submission(s) | Self::Correction(s) => Some(Paper::Scan(&s.scan)),
            Self::Record(record) => record.document.map(Paper::Agreement),
            Self::Contact(_) => None,
        }
    }

    /// The same as a message of another kind, as the case asks for it.
    #[must_use]
    pub fn as_kind(self, kind: &str) -> Self {
        match (self, kind) {
            (Self::Submission(s) | Self::Correction(s), "submission") => Self::Submission(s),
            (Self::Submission(s) | Self::Correction(s), "correction") => Self::Correction(s),
            (other, _) => other,
        }
    }
}

/// Milliseconds as the standard writes a time: RFC 3339 in UTC.
#[must_use]
pub fn rfc3339(millis: i64) -> String {
    chrono::DateTime::from_timestamp_millis(millis).unwrap_or_default().to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

/// The language of a text as the standard names it.
#[must_use]
pub fn iso_639_2(language: &str) -> &'static str {
    match language {
        "en" => "eng",
        "ar" => "ara",
        "uk" => "ukr",
        "ti" => "tir",
        "tr" => "tur",
        "pl" => "pol",
        _ => "nld",
    }
}

/// What the object says of a self-scan: what handling needs, and nothing that anybody typed. What each field is for
/// stands in [`super::minimal`].
#[must_use]
pub fn object_data(content: &Content, id: &str, reference: &str, sent_on: &str, scan: &SelfScan) -> Value {
    let intake = &content.intake;
    let facts = Facts::of_all(intake, &scan.kept());
    let found = outcomes(intake, &facts, &scan.most_important);
    let signal = match found.iter().filter_map(|o| o.topic.signal).collect::<Vec<_>>().as_slice() {
        all if all.contains(&Signal::DirectContact) => "direct_contact",
        [] => "none",
        _ => "call_this_week",
    };
    let mut topics: Vec<&str> = found.iter().map(|o| o.topic.id.as_str()).collect();
    topics.dedup();
    let wishes: Vec<Value> = intake
        .questions()
        .filter(|q| q.choice == Some(Choice::Wish))
        .filter_map(|q| Some(json!({ "domain": q.domain?.as_str(), "wish": facts.choices(&q.id).first()? })))
        .collect();
    let names = |domains: &[Domain]| domains.iter().map(|d| d.as_str()).collect::<Vec<_>>();
    let counted = |state: AnswerState| scan.answers.iter().filter(|a| a.state == state).count();
    json!({
        "schemaVersion": "1",
        "submissionId": id,
        "reference": reference,
        "version": scan.number,
        "status": "ingediend",
        "sentOn": sent_on,
        "route": scan.route.as_str(),
        "channel": scan.channel.as_str(),
        "language": scan.language,
        "signal": signal,
        "mostImportant": names(&scan.most_important),
        "skippedDomains": names(&scan.skipped_domains),
        "wishes": wishes,
        "topics": topics,
        "answered": counted(AnswerState::Given) + counted(AnswerState::Unknown),
        "skipped": counted(AnswerState::Skipped),
        "open": counted(AnswerState::Open),
    })
}

impl Submission {
    /// The message about a version that is being sent. The time of the status lies a little back: a backend whose clock is
    /// behind refuses a time to come.
    #[must_use]
    pub fn new(content: &Content, sent: &SentView, today: &str) -> Self {
        let data = object_data(content, &sent.id, &sent.reference, today, &sent.scan);
        Self { scan: sent.id.clone(), sent_on: today.to_owned(), status_at: rfc3339(sent.sent_at - BACK), data }
    }
}

/// How far back the time of the first status lies, in milliseconds.
const BACK: i64 = 5_000;

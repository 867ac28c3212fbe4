//! What happened to a resident's intake and review: who and when, never content.

use crate::content::Words;
use crate::person::Person;
use crate::{Result, Service, new_id};
use sqlx::{Any, AnyConnection, Executor};
use std::collections::BTreeMap;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    /// Invited to the intake.
    Invited,
    /// A version was sent.
    Sent,
    /// A small request was sent.
    RequestSent,
    /// A small request or signal was settled: somebody spoke with the resident about it.
    RequestSettled,
    /// A small request is over without a talk: the resident has a buddy, or it was decided what is deleted.
    RequestClosed,
    /// A call about it was not answered.
    NoAnswer,
    /// It was settled by mistake.
    SettledUndone,
    /// A caseworker took the review.
    Taken,
    /// The review went to another caseworker or team.
    HandedOver,
    /// The resident was asked about answers.
    Asked,
    /// That was withdrawn.
    AskWithdrawn,
    /// The group was set.
    GroupSet,
    /// The resident answered the group.
    GroupReply,
    /// The review was concluded.
    Concluded,
    /// The review was opened again.
    Reopened,
    /// The resident showed a calculation.
    CalculationShown,
    /// A version of an agreement was put on the table.
    Proposed,
    /// Lines of it were answered.
    Answered,
    /// Both sides agreed.
    Agreed,
    /// It was taken from the table.
    ProposalWithdrawn,
    /// The resident could not answer, as a caseworker recorded.
    CouldNotAnswer,
    /// Somebody told how a line goes.
    Marked,
    /// A side looked back on what was agreed.
    LookedBack,
    /// Somebody of the municipality spoke with the resident.
    Spoken,
    /// An appointment was made.
    AppointmentMade,
    /// An appointment was cancelled.
    AppointmentCancelled,
    /// A helper was set up at the desk. What a resident arranges alone is no event, because staff see those; the
    /// municipality's systems hear of every mandate, without a name, and the resident is told so.
    HelperJoined,
    /// The resident fills in with somebody beside them.
    Together,
    /// The resident objected to what somebody did.
    Objected,
    /// The resident kept a calculation. It is told to nobody else, and so is no row of its own.
    CalculationSaved,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 30] = [
        Self::Invited,
        Self::Sent,
        Self::RequestSent,
        Self::RequestSettled,
        Self::RequestClosed,
        Self::NoAnswer,
        Self::SettledUndone,
        Self::Taken,
        Self::HandedOver,
        Self::Asked,
        Self::AskWithdrawn,
        Self::GroupSet,
        Self::GroupReply,
        Self::Concluded,
        Self::Reopened,
        Self::CalculationShown,
        Self::Proposed,
        Self::Answered,
        Self::Agreed,
        Self::ProposalWithdrawn,
        Self::CouldNotAnswer,
        Self::Marked,
        Self::LookedBack,
        Self::Spoken,
        Self::AppointmentMade,
        Self::AppointmentCancelled,
        Self::HelperJoined,
        Self::Together,
        Self::Objected,
        Self::CalculationSaved,
    ];

    /// The name in the database and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Sent => "sent",
            Self::RequestSent => "request_sent",
            Self::RequestSettled => "request_settled",
            Self::RequestClosed => "request_closed",
            Self::NoAnswer => "no_answer",
            Self::SettledUndone => "settled_undone",
            Self::Taken => "taken",
            Self::HandedOver => "handed_over",
            Self::Asked => "asked",
            Self::AskWithdrawn => "ask_withdrawn",
            Self::GroupSet => "group_set",
            Self::GroupReply => "group_reply",
            Self::Concluded => "concluded",
            Self::Reopened => "reopened",
            Self::CalculationShown => "calculation_shown",
            Self::Proposed => "proposed",
            Self::Answered => "answered",
            Self::Agreed => "agreed",
            Self::ProposalWithdrawn => "proposal_withdrawn",
            Self::CouldNotAnswer => "could_not_answer",
            Self::Marked => "marked",
            Self::LookedBack => "looked_back",
            Self::Spoken => "spoken",
            Self::AppointmentMade => "appointment_made",
            Self::AppointmentCancelled => "appointment_cancelled",
            Self::HelperJoined => "helper_joined",
            Self::Together => "together",
            Self::Objected => "objected",
            Self::CalculationSaved => "calculation_saved",
        }
    }
}

/// One event.
#[derive(Debug, Clone)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// A reference, a team or a group number.
    pub detail: String,
    /// Who.
    pub by: String,
    /// When, in milliseconds.
    pub at: i64,
}

/// Writes an event in the transaction of the change.
///
/// # Errors
/// When the store does not answer.
pub async fn record(tx: &mut AnyConnection, resident: &str, kind: EventKind, detail: &str, by: &str, at: i64) -> Result<()> {
    sqlx::query("INSERT INTO event (id, resident, kind, detail, by_person, at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(new_id())
        .bind(resident)
        .bind(kind.as_str())
        .bind(detail)
        .bind(by)
        .bind(at)
        .execute(tx)
        .await?;
    Ok(())
}

/// The events of a resident, newest first, at most `most`.
///
/// # Errors
/// When the store does not answer.
pub(crate) async fn latest<'e>(store: impl Executor<'e, Database = Any>, resident: &str, most: i64) -> Result<Vec<Event>> {
    let rows: Vec<(String, String, String, i64)> =
        sqlx::query_as("SELECT kind, detail, by_person, at FROM event WHERE resident = $1 ORDER BY at DESC, id DESC LIMIT $2")
            .bind(resident)
            .bind(most)
            .fetch_all(store)
            .await?;
    let event = |(kind, detail, by, at): (String, String, String, i64)| {
        let kind = EventKind::ALL.into_iter().find(|k| k.as_str() == kind)?;
        Some(Event { kind, detail, by, at })
    };
    Ok(rows.into_iter().filter_map(event).collect())
}

/// The events of a resident, as many as a screen takes, newest first.
///
/// # Errors
/// When the store does not answer.
pub(crate) async fn of<'e>(store: impl Executor<'e, Database = Any>, resident: &str) -> Result<Vec<Event>> {
    latest(store, resident, 200).await
}

impl Service {
    /// The latest events of a resident, as many as a screen takes, newest first. The caller has opened the file.
    pub(crate) async fn events(&self, resident: &str) -> Result<Vec<Event>> {
        of(self.db.read(), resident).await
    }

    /// The same, at most `most`.
    pub(crate) async fn latest_events(&self, resident: &str, most: i64) -> Result<Vec<Event>> {
        latest(self.db.read(), resident, most).await
    }
}

impl Service {
    /// What an event of `resident` says more, in words; `staff` by their ids.
    #[must_use]
    pub fn event_detail(&self, words: &Words, staff: &BTreeMap<String, Person>, resident: &str, event: &Event) -> String {
        match event.kind {
            EventKind::HandedOver | EventKind::Taken => {
                staff.get(&event.detail).map_or_else(|| self.settings.team_name(&event.detail).to_owned(), |person| person.name.clone())
            }
            EventKind::AppointmentMade | EventKind::AppointmentCancelled => words.t(&format!("appointment-way-{}", event.detail)),
            EventKind::Invited => words.t(&format!("route-{}", event.detail)),
            // Before the line was written beside it, the detail was the mark alone.
            EventKind::Marked => mark_words(words, event.detail.split('/').next().unwrap_or_default(), event.by == resident),
            _ => event.detail.clone(),
        }
    }
}

/// What was told about a line, by its name.
fn mark_words(words: &Words, mark: &str, by_resident: bool) -> String {
    let key = match (mark, by_resident) {
        ("not_done", true) => "mark-not-done-municipality".to_owned(),
        ("not_done", false) => "mark-not-done-resident".to_owned(),
        ("done_after_all", _) => "mark-done-after-all".to_owned(),
        (progress, _) => format!("going-{}", progress.replace('_', "-")),
    };
    words.find(&key, None, &[]).unwrap_or_default()
}

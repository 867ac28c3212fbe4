//! Everything a caseworker sees of one resident: only what was sent.

use super::ask::Ask;
use super::decide::{Decision, Note};
use crate::agreement::Agreement;
use crate::calculation::Saved;
use crate::event::Event;
use crate::file::File;
use crate::intake::SentView;
use crate::person::Person;
use crate::request::Request;
use crate::sync::queue::{CaseRow, Sent};
use crate::{Error, Result, Service};
use domain::access::{Action, Actor};
use domain::agreement::Side;
use domain::intake::Domain;
use domain::review::State;
use std::collections::{BTreeMap, BTreeSet};

/// Where the review stands.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Its state.
    pub state: State,
    /// Since when, in milliseconds.
    pub state_at: i64,
    /// When the newest version came in, in milliseconds.
    pub received_at: i64,
    /// ISO date by which the resident hears something.
    pub due_on: String,
    /// 2: contact the same day, 1: call this week, 0: none or settled.
    pub signal: i64,
    /// The group, if set.
    pub group: Option<i64>,
}

/// The review of one resident.
#[derive(Clone)]
pub struct ReviewPage {
    /// The resident's file.
    pub file: File,
    /// Where the review stands; `None` before anything was sent.
    pub standing: Option<Standing>,
    /// What was sent, newest first.
    pub sent: Vec<SentView>,
    /// Small requests, newest first.
    pub requests: Vec<Request>,
    /// Questions about answers, newest first.
    pub asks: Vec<Ask>,
    /// Decisions on the group, newest first.
    pub decisions: Vec<Decision>,
    /// Private notes, newest first.
    pub notes: Vec<Note>,
    /// Everything with who and when, newest first.
    pub events: Vec<Event>,
    /// Staff by id.
    pub staff: BTreeMap<String, Person>,
    /// Calculations that the resident shows, newest first.
    pub calculations: Vec<Saved>,
    /// The cases in the municipal backend with everything that went there, newest first.
    pub cases: Vec<(CaseRow, Vec<Sent>)>,
    /// Whether a draft at the desk is open.
    pub desk_draft: bool,
    /// Objections of the resident that nobody dealt with yet.
    pub objections: usize,
    /// For each sent version, by its id, what a helper filled something in about.
    pub helped: BTreeMap<String, BTreeSet<Domain>>,
    /// The agreement, as the municipality sees it.
    pub agreement: Agreement,
}

impl Service {
    /// The review of `resident`.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn review(&self, actor: &Actor, resident: &str) -> Result<ReviewPage> {
        let file = self.open_file(actor, Action::ReadSent, resident).await?;
        let sent = self.scans(&file, 20).await?.into_iter().map(SentView::for_staff).collect();
        Ok(ReviewPage {
            helped: self.helped_versions(resident).await?,
            standing: self.standing(resident).await?,
            sent,
            requests: self.requests(&file).await?,
            asks: self.asks(&file).await?,
            decisions: self.decisions(&file).await?,
            notes: self.notes(&file).await?,
            events: self.events(resident).await?,
            staff: self.staff().await?,
            calculations: self.calculations(&file).await?.into_iter().filter(|saved| saved.shown).collect(),
            cases: self.cases(resident).await?,
            objections: self.objections_of(&file).await?.iter().filter(|o| o.settled_at.is_none()).count(),
            desk_draft: self.has_desk_draft(resident).await?,
            agreement: self.agreement_of(file.clone(), Side::Municipality).await?,
            file,
        })
    }

    /// Whether somebody fills in with the resident: looking whether is no filling in, and is not told as that.
    async fn has_desk_draft(&self, resident: &str) -> Result<bool> {
        let found: Option<(String,)> =
            sqlx::query_as("SELECT id FROM draft WHERE resident = $1 AND by_staff = 1 LIMIT 1").bind(resident).fetch_optional(self.db.read()).await?;
        Ok(found.is_some())
    }

    /// In which domains a helper filled something in, by the id of the version that was sent.
    async fn helped_versions(&self, resident: &str) -> Result<BTreeMap<String, BTreeSet<Domain>>> {
        let rows: Vec<(String, String)> = sqlx::query_as("SELECT s.id, h.step FROM helped_answer h JOIN scan s ON s.draft = h.draft WHERE h.resident = $1")
            .bind(resident)
            .fetch_all(self.db.read())
            .await?;
        let mut helped: BTreeMap<String, BTreeSet<Domain>> = BTreeMap::new();
        for (scan, step) in rows {
            let domain = self.content.intake.step(&step).and_then(|(question, _)| question.domain).or_else(|| Domain::parse(&step));
            helped.entry(scan).or_default().extend(domain);
        }
        Ok(helped)
    }

    pub(crate) async fn standing(&self, resident: &str) -> Result<Option<Standing>> {
        type Row = (String, i64, i64, String, i64, Option<i64>, Option<i64>);
        let row: Option<Row> =
            sqlx::query_as("SELECT state, state_at, received_at, due_on, signal, signal_settled_at, group_number FROM review WHERE resident = $1")
                .bind(resident)
                .fetch_optional(self.db.read())
                .await?;
        row.map(|(state, state_at, received_at, due_on, signal, settled, group)| {
            let state = State::parse(&state).ok_or_else(|| Error::internal("a review has an unknown state"))?;
            Ok(Standing { state, state_at, received_at, due_on, signal: if settled.is_some() { 0 } else { signal }, group })
        })
        .transpose()
    }
}

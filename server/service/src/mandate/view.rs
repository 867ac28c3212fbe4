//! What a helper sees besides the questions: only what is shared, and nothing to decide.

use crate::appointment::Appointment;
use crate::calculation::Saved;
use crate::file::File;
use crate::intake::{DraftView, Way};
use crate::{Result, Service};
use domain::access::{Action, Actor};
use domain::agreement::{Goal, Line, Progress, Side};
use domain::intake::{AnswerState, ScanAnswer, Visibility};
use domain::journey::{At, Stage};
use domain::mandate::Part;

/// Whose data is open: for the banner on every screen of a helper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The resident's id.
    pub resident: String,
    /// How they are called.
    pub name: String,
    /// Their colour, from 1.
    pub colour: i64,
    /// The mandate with which it was opened: when that is over, so is the page.
    pub mandate: String,
}

/// The first page about one resident, for their helper.
#[derive(Clone)]
pub struct HelpedStart {
    /// The resident's file.
    pub file: File,
    /// What is filled in now, as far as it is shared.
    pub draft: Option<DraftView>,
    /// When the resident sent last, with the answers of that version that are shared to look at.
    pub sent: Option<(i64, Vec<ScanAnswer>)>,
    /// Whether the helper may begin the questions.
    pub begins: bool,
    /// Whether the coordinator brings these two together: until they spoke.
    pub proposed: bool,
}

/// What is agreed, as far as it is shared.
#[derive(Clone)]
pub struct HelpedAgreement {
    /// The resident's file.
    pub file: File,
    /// Each goal with its lines and how far they are.
    pub goals: Vec<(Goal, Vec<(Line, Progress)>)>,
    /// Whether there are goals about what is not shared.
    pub more: bool,
}

/// Where the resident is.
#[derive(Clone)]
pub struct HelpedJourney {
    /// The resident's file.
    pub file: File,
    /// The stages in order, each with where it stands.
    pub places: Vec<(Stage, At)>,
    /// Appointments that are still to come, the next one first; without what they are about.
    pub appointments: Vec<Appointment>,
}

impl File {
    /// Whose data a helper has open; `None` for whoever is no helper.
    #[must_use]
    pub fn mark(&self) -> Option<Mark> {
        let mandate = self.mandate.as_ref()?;
        Some(Mark { resident: self.resident().to_owned(), name: self.profile.greeting().to_owned(), colour: mandate.colour, mandate: mandate.id.clone() })
    }
}

impl Service {
    /// The first page of a helper about a resident. What was sent is the resident's own: only what may be looked at is shown of it,
    /// and a helper begins no new version.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn helped_start(&self, actor: &Actor, resident: &str) -> Result<HelpedStart> {
        let file = self.open_file(actor, Action::HelpContact, resident).await?;
        let scope = file.scope().cloned().unwrap_or_default();
        let mandate = file.mandate.as_ref().map(|m| m.id.clone()).unwrap_or_default();
        let sql = "SELECT id FROM mandate WHERE id = $1 AND way = 'proposal' AND NOT EXISTS (SELECT 1 FROM helper_contact c WHERE c.mandate = mandate.id)";
        let proposed: Option<(String,)> = sqlx::query_as(sql).bind(mandate).fetch_optional(self.db.read()).await?;
        let draft = if scope.covers(Part::Intake) { self.draft(actor, resident, Way::Help).await?.ok() } else { None };
        let latest = if scope.covers(Part::Intake) { self.latest_scan(&file).await? } else { None };
        let begins = draft.is_none() && latest.is_none() && self.takes_part(&file) && scope.fills_in_anything();
        let shown = |a: &ScanAnswer| a.visible == Visibility::M && a.state == AnswerState::Given && scope.shows(a.domain, a.visible);
        let sent = latest.filter(|_| draft.is_none()).map(|sent| (sent.sent_at, sent.scan.answers.into_iter().filter(shown).collect()));
        Ok(HelpedStart { file, draft, sent, begins, proposed: proposed.is_some() })
    }

    /// What is agreed, for a helper with whom that is shared: goals about a domain, and their lines, only where the domain is
    /// shared too, whoever does them.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn helped_agreement(&self, actor: &Actor, resident: &str) -> Result<HelpedAgreement> {
        let file = self.open_file(actor, Action::HelpSee(Part::Agreements), resident).await?;
        let agreement = self.agreement_of(file.clone(), Side::Resident).await?;
        let text = agreement.agreed().map(|view| view.version.text.clone()).unwrap_or_default();
        let shared = |goal: &Goal| goal.domain.is_none_or(|d| file.scope().is_some_and(|scope| scope.domains.contains_key(&d)));
        let progress = |line: &Line| agreement.lines.get(&line.id).map_or(Progress::NotStarted, |l| l.standing.progress);
        let mut goals = Vec::new();
        for goal in text.goals.iter().filter(|goal| shared(goal)) {
            let lines: Vec<(Line, Progress)> = text.lines_of(&goal.id).map(|line| (line.clone(), progress(line))).collect();
            if !lines.is_empty() {
                goals.push((goal.clone(), lines));
            }
        }
        let more = text.goals.iter().any(|goal| !shared(goal));
        Ok(HelpedAgreement { goals, more, file })
    }

    /// Where the resident is, for a helper with whom that is shared.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn helped_journey(&self, actor: &Actor, resident: &str) -> Result<HelpedJourney> {
        let file = self.open_file(actor, Action::HelpSee(Part::Journey), resident).await?;
        let places = self.places_of(&file).await?;
        let now = self.clock.now();
        let mut appointments: Vec<Appointment> = self.appointments_of(&file).await?.into_iter().filter(|a| a.comes(now)).collect();
        for appointment in &mut appointments {
            appointment.about.clear();
        }
        Ok(HelpedJourney { places, appointments, file })
    }

    /// The calculations that the resident kept, for a helper with whom they are shared.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn helped_calculations(&self, actor: &Actor, resident: &str) -> Result<(File, Vec<Saved>)> {
        let file = self.open_file(actor, Action::HelpSee(Part::Calculation), resident).await?;
        let saved = self.calculations(&file).await?;
        Ok((file, saved))
    }
}

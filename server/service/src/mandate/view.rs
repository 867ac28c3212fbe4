//! What a helper sees besides the questions: only what is shared, and nothing to decide.

use crate::appointment::Appointment;
use crate::calculation::Saved;
use crate::file::File;
use crate::{Result, Service};
use domain::access::{Action, Actor};
use domain::agreement::{Goal, Line, Progress, Side};
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
        Some(Mark { resident: self.resident().to_owned(), name: self.profile.greeting().to_owned(), colour: mandate.colour })
    }
}

impl Service {
    /// The file of a resident, for the first page of their helper.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn helped_file(&self, actor: &Actor, resident: &str) -> Result<File> {
        self.open_file(actor, Action::HelpContact, resident).await
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

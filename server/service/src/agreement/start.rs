//! Where an agreement starts from: what the resident ticked in the self-scan, what the answers suggest, and templates.

use crate::content::{Locale, Words};
use crate::intake::pair_text;
use crate::{Error, Result, Service, new_opaque_id};
use chrono::{Days, NaiveDate};
use domain::access::{Action, Actor};
use domain::agreement::{Goal, Line, Party, Pillar, Refusal, Side};
use domain::calendar::same_or_next_working_day;
use domain::intake::{Domain, Pair, pairs};
use domain::{Problem, ProblemCode};

/// The answer in which a resident says what they want to reach.
const OWN_GOAL: &str = "K1a";

/// Where a suggestion comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The resident ticked it before sending.
    Resident,
    /// The answers suggest it.
    Answers,
    /// A template.
    Template,
}

impl Origin {
    /// The name in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Answers => "answers",
            Self::Template => "template",
        }
    }
}

/// A pair of lines to start from.
#[derive(Clone)]
pub struct Suggestion {
    /// Its name in the form.
    pub key: String,
    /// Where it comes from.
    pub from: Origin,
    /// What it is about; becomes the goal.
    pub title: String,
    /// What the municipality does.
    pub municipality: String,
    /// What the resident does.
    pub resident: String,
    /// Its domain.
    pub domain: Option<Domain>,
    /// The date of its lines.
    pub due: NaiveDate,
    /// What the municipality's line supports.
    pub pillar: Option<Pillar>,
    /// The scheme that it uses.
    pub scheme: String,
}

impl Service {
    /// What an agreement can start from, in words of the resident's own language, and the goal in the resident's own
    /// words where the self-scan has one.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn suggestions(&self, actor: &Actor, resident: &str) -> Result<(Vec<Suggestion>, Option<String>)> {
        let file = self.open_file(actor, Action::MakeAgreement, resident).await?;
        let sent = self.latest_scan(&file).await?.map(crate::intake::SentView::for_staff);
        let form = self.settings.municipality.form;
        let words = self.content.texts.words(Locale::parse(&file.profile.language, form).unwrap_or(Locale::dutch(form)));
        let today = self.clock.today();
        let mut found: Vec<Suggestion> = Vec::new();
        let intake = &self.content.intake;
        let facts = sent.as_ref().map(|sent| sent.facts(intake));
        for (at, proposal) in sent.iter().flat_map(|sent| &sent.scan.proposals).enumerate() {
            let pair = intake.pairs.iter().find(|pair| pair.id == proposal.line.pair);
            let base = pair.map(|pair| suggestion(&words, pair, Origin::Resident, today));
            let title = pair.map_or_else(|| words.t("proposals-own"), |pair| words.t(&format!("pair-{}", pair.id)));
            found.push(Suggestion {
                key: format!("scan-{at}"),
                from: Origin::Resident,
                title,
                municipality: proposal.line.municipality.clone(),
                resident: proposal.line.resident.clone(),
                domain: proposal.domain,
                due: base.as_ref().map_or_else(|| in_weeks(today, 13), |b| b.due),
                pillar: base.as_ref().and_then(|b| b.pillar),
                scheme: base.map(|b| b.scheme).unwrap_or_default(),
            });
        }
        let ticked: Vec<&String> = sent.iter().flat_map(|sent| &sent.scan.proposals).map(|p| &p.line.pair).collect();
        let suggested: Vec<&Pair> = facts.as_ref().map(|facts| pairs(intake, facts)).unwrap_or_default();
        for pair in intake.pairs.iter().filter(|pair| !ticked.contains(&&pair.id)) {
            let from = if suggested.iter().any(|s| s.id == pair.id) { Origin::Answers } else { Origin::Template };
            found.push(suggestion(&words, pair, from, today));
        }
        found.sort_by_key(|s| s.from);
        let own = facts.as_ref().and_then(|facts| facts.value(OWN_GOAL)).and_then(|value| value.text.clone()).filter(|text| !text.is_empty());
        Ok((found, own))
    }

    /// Puts what was chosen into the own sheet: a goal with a line for each side. With `own_goal` all of it serves the
    /// goal in the resident's own words.
    ///
    /// # Errors
    /// [`Error::Invalid`] when nothing was chosen.
    pub async fn start_from(&self, actor: &Actor, resident: &str, chosen: &[String], own_goal: bool) -> Result<()> {
        let (all, own) = self.suggestions(actor, resident).await?;
        let chosen: Vec<&Suggestion> = all.iter().filter(|s| chosen.contains(&s.key)).collect();
        if chosen.is_empty() {
            return Err(Error::Invalid(vec![Problem::new("chosen", ProblemCode::Empty)]));
        }
        let own = own.filter(|_| own_goal);
        let ids: Vec<[String; 3]> = chosen.iter().map(|_| [new_opaque_id(), new_opaque_id(), new_opaque_id()]).collect();
        self.in_sheet(actor, resident, None, |agreement| {
            let text = &mut agreement.sheet.text;
            let mut shared: Option<String> = None;
            for (suggestion, [goal, we, they]) in chosen.iter().zip(&ids) {
                let goal = match (&own, &shared) {
                    (Some(_), Some(shared)) => shared.clone(),
                    _ => goal.clone(),
                };
                if text.goal(&goal).is_none() {
                    let title = own.clone().unwrap_or_else(|| suggestion.title.clone());
                    text.goals.push(Goal { id: goal.clone(), title, domain: suggestion.domain });
                    shared = Some(goal.clone());
                }
                for (id, doer, words) in [(we, Party::Municipality, &suggestion.municipality), (they, Party::Resident, &suggestion.resident)] {
                    if !words.is_empty() {
                        text.lines.push(line(id, &goal, doer, words, suggestion));
                    }
                }
            }
            if agreement.side == Side::Municipality { Ok(()) } else { Err(Refusal::NotYours.into()) }
        })
        .await
    }
}

fn line(id: &str, goal: &str, doer: Party, words: &str, suggestion: &Suggestion) -> Line {
    let ours = doer == Party::Municipality;
    Line {
        id: id.to_owned(),
        goal: goal.to_owned(),
        doer,
        text: words.to_owned(),
        due: suggestion.due,
        legal_basis: String::new(),
        note: String::new(),
        pillar: suggestion.pillar.filter(|_| ours),
        scheme: if ours { suggestion.scheme.clone() } else { String::new() },
        proposer: Side::Municipality,
    }
}

fn in_weeks(today: NaiveDate, weeks: u32) -> NaiveDate {
    // A day on which somebody of the municipality works.
    same_or_next_working_day(today.checked_add_days(Days::new(u64::from(weeks) * 7)).unwrap_or(today))
}

fn suggestion(words: &Words, pair: &Pair, from: Origin, today: NaiveDate) -> Suggestion {
    Suggestion {
        key: format!("pair-{}", pair.id),
        from,
        title: words.t(&format!("pair-{}", pair.id)),
        municipality: pair_text(words, pair, "municipality"),
        resident: pair_text(words, pair, "resident"),
        domain: Some(pair.domain),
        due: in_weeks(today, pair.weeks),
        pillar: pair.pillar,
        scheme: pair.scheme.clone(),
    }
}

//! The way of one resident through the intake: which screens, in which order, and where they are.
//!
//! Computed from content and answers in one pass, so it cannot loop and is never stored. A question that is
//! not on the way keeps its old answer, but that answer does not count.

use super::{Answers, Domain, DomainContent, Facts, Intake, Kept, Kind, Question, Route};
use std::collections::BTreeSet;

/// Step id of "This is what you told us" (Z1).
pub const CHECK: &str = "check";
/// Step id of "Not sent yet" (Z5).
pub const SEND: &str = "send";

/// One screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// The opening of a domain, where it can be skipped as a whole.
    Opening(&'a DomainContent),
    /// A question, or one part of it.
    Question(&'a Question, Option<&'a str>),
    /// Check your answers.
    Check,
    /// Send.
    Send,
}

impl Step<'_> {
    /// The id in addresses and in the database.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Opening(domain) => domain.id.as_str().to_owned(),
            Self::Question(question, None) => question.id.clone(),
            Self::Question(question, Some(part)) => format!("{}-{part}", question.id),
            Self::Check => CHECK.to_owned(),
            Self::Send => SEND.to_owned(),
        }
    }

    /// Whether it has an answer or a skip. Sharing nothing and proposing nothing are answers; an empty form is none.
    #[must_use]
    pub fn is_answered(&self, answers: &Answers) -> bool {
        match (self, answers.get(&self.id())) {
            (Self::Question(question, _), Some(Kept::Given(raw))) => question.kind != Kind::Ordinary || !raw.is_empty(),
            (_, kept) => kept.is_some(),
        }
    }

    /// The domain it belongs to.
    #[must_use]
    pub fn domain(&self) -> Option<Domain> {
        match self {
            Self::Opening(domain) => Some(domain.id),
            Self::Question(question, _) => question.domain,
            Self::Check | Self::Send => None,
        }
    }
}

/// What a municipality, a route or a request for a second look leaves out.
#[derive(Debug, Clone, Default)]
pub struct Switches {
    /// Questions that are off by default and switched on here.
    pub on: BTreeSet<String>,
    /// Only these questions and what follows from them: a caseworker asked about them.
    pub only: Option<BTreeSet<String>>,
}

/// How far a domain is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing filled in yet.
    NotStarted,
    /// This many of that many screens have an answer.
    Busy(usize, usize),
    /// Every screen has an answer or a skip.
    Done,
    /// Skipped as a whole.
    Skipped,
}

/// All screens of one resident in order, with the answers that count.
#[derive(Debug, Clone)]
pub struct Walk<'a> {
    /// The screens.
    pub steps: Vec<Step<'a>>,
    /// The answers that count.
    pub facts: Facts,
}

struct Builder<'a, 'b> {
    intake: &'a Intake,
    route: Route,
    switches: &'b Switches,
    answers: &'b Answers,
    facts: Facts,
    steps: Vec<Step<'a>>,
    placed: BTreeSet<&'a str>,
}

impl<'a> Walk<'a> {
    /// The way through `intake` on `route` with these answers.
    #[must_use]
    pub fn new(intake: &'a Intake, route: Route, switches: &Switches, answers: &Answers) -> Self {
        let mut builder = Builder { intake, route, switches, answers, facts: Facts::new(answers), steps: Vec::new(), placed: BTreeSet::new() };
        builder.questions(&intake.opening);
        builder.domains();
        let only = switches.only.is_some();
        if !only {
            builder.steps.push(Step::Check);
        }
        builder.questions(&intake.closing);
        builder.steps.push(if only { Step::Check } else { Step::Send });
        if only {
            builder.steps.push(Step::Send);
        }
        Self { steps: builder.steps, facts: builder.facts }
    }

    /// Without the questions for which `shows` does not hold.
    #[must_use]
    pub fn showing(mut self, shows: impl Fn(&Question) -> bool) -> Self {
        self.steps.retain(|step| !matches!(step, Step::Question(question, _) if !shows(question)));
        self
    }

    /// Only the questions for which `shows` holds, with the openings of their domains and the check page: for a helper, who
    /// never gets to the screen that sends. Made from the answers that the helper sees, so that a question which follows
    /// from another answer gives nothing away.
    #[must_use]
    pub fn within(mut self, shows: impl Fn(&Question) -> bool) -> Self {
        self = self.showing(shows);
        self.steps.retain(|step| !matches!(step, Step::Send));
        let asked: BTreeSet<Domain> = self.steps.iter().filter(|s| matches!(s, Step::Question(..))).filter_map(Step::domain).collect();
        let skipped = self.facts.skipped_domains().to_vec();
        self.steps.retain(|step| !matches!(step, Step::Opening(content) if !asked.contains(&content.id) && !skipped.contains(&content.id)));
        self
    }

    /// Where the step with this id stands; `None` when it is not on the way.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|s| s.id() == id)
    }

    /// The step with this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<Step<'a>> {
        self.position(id).and_then(|at| self.steps.get(at)).copied()
    }

    /// The step after the one with this id.
    #[must_use]
    pub fn after(&self, id: &str) -> Option<Step<'a>> {
        self.steps.get(self.position(id)? + 1).copied()
    }

    /// The step before the one with this id.
    #[must_use]
    pub fn before(&self, id: &str) -> Option<Step<'a>> {
        self.steps.get(self.position(id)?.checked_sub(1)?).copied()
    }

    /// The first question without an answer or a skip; a domain not begun is entered by its opening.
    #[must_use]
    pub fn first_open(&self, answers: &Answers) -> Step<'a> {
        let open = self.steps.iter().position(|s| matches!(s, Step::Question(..)) && !s.is_answered(answers));
        let Some(at) = open else { return Step::Check };
        // Z2 to Z4 come after the check page, which is never "answered".
        match at.checked_sub(1).and_then(|before| self.steps.get(before)) {
            Some(before @ (Step::Opening(_) | Step::Check)) => *before,
            _ => self.steps.get(at).copied().unwrap_or(Step::Check),
        }
    }

    /// The screens of a domain that can hold an answer, in order. Moved ones count with their own domain.
    pub fn of_domain(&self, domain: Domain) -> impl Iterator<Item = Step<'a>> + '_ {
        self.steps.iter().copied().filter(move |s| matches!(s, Step::Question(..)) && s.domain() == Some(domain))
    }

    /// How far a domain is.
    #[must_use]
    pub fn progress(&self, domain: Domain, answers: &Answers) -> Progress {
        if self.facts.skipped_domains().contains(&domain) {
            return Progress::Skipped;
        }
        let all = self.of_domain(domain).count();
        let done = self.of_domain(domain).filter(|s| s.is_answered(answers)).count();
        match done {
            0 => Progress::NotStarted,
            done if done == all => Progress::Done,
            done => Progress::Busy(done, all),
        }
    }

    /// The domains in the order of this resident.
    #[must_use]
    pub fn domains(&self) -> Vec<Domain> {
        self.steps.iter().filter_map(|s| if let Step::Opening(d) = s { Some(d.id) } else { None }).collect()
    }

    /// Which screen of how many a question is, among those of its domain (or of its opening or closing part).
    #[must_use]
    pub fn place(&self, id: &str) -> Option<(usize, usize)> {
        let step = self.step(id)?;
        let opens = |s: &Step<'a>| matches!(s, Step::Question(q, _) if q.domain.is_none() && self.opens(&q.id));
        let same = |s: &&Step<'a>| matches!(s, Step::Question(..)) && s.domain() == step.domain() && (s.domain().is_some() || opens(s) == opens(&step));
        let at = self.steps.iter().filter(same).position(|s| s.id() == id)?;
        Some((at + 1, self.steps.iter().filter(same).count()))
    }

    fn opens(&self, question: &str) -> bool {
        let check = self.steps.iter().position(|s| matches!(s, Step::Check)).unwrap_or(usize::MAX);
        self.position(question).is_some_and(|at| at < check)
    }
}

impl<'a> Builder<'a, '_> {
    fn domains(&mut self) {
        let chosen = self.facts.choices(&self.intake.start_with).first().and_then(|id| Domain::parse(id));
        let mut left: Vec<&'a (DomainContent, Vec<Question>)> = self.intake.domains.iter().collect();
        let mut next = chosen;
        while !left.is_empty() {
            let at = next.and_then(|d| left.iter().position(|(content, _)| content.id == d)).unwrap_or(0);
            let (content, questions) = left.remove(at);
            self.domain(content, questions);
            let rule = self.intake.next_domains.iter().find(|n| n.after == content.id && self.facts.all_hold(&n.when));
            next = rule.map(|n| n.domain);
        }
    }

    fn domain(&mut self, content: &'a DomainContent, questions: &'a [Question]) {
        let before = self.steps.len();
        if self.switches.only.is_none() {
            self.steps.push(Step::Opening(content));
        }
        if !self.facts.skipped_domains().contains(&content.id) {
            self.questions(questions);
        }
        // A domain whose every question moved elsewhere or is out of the route has no opening either.
        let asks_nothing = !questions.iter().any(|q| self.in_route(q));
        if asks_nothing {
            self.steps.truncate(before);
        }
    }

    fn questions(&mut self, questions: &'a [Question]) {
        for question in questions {
            self.place(question);
        }
    }

    fn place(&mut self, question: &'a Question) {
        if self.placed.contains(question.id.as_str()) || !self.is_asked(question) {
            return;
        }
        self.placed.insert(&question.id);
        if question.parts.is_empty() {
            self.steps.push(Step::Question(question, None));
        }
        self.steps.extend(question.parts.iter().map(|part| Step::Question(question, Some(part))));
        self.facts.count(question, self.answers);
        self.bring_forward(&question.id);
    }

    /// Places the questions that an answer at `anchor` moves to here, with their follow-ups.
    fn bring_forward(&mut self, anchor: &str) {
        let intake = self.intake;
        for rule in intake.moves.iter().filter(|m| m.after == anchor) {
            if !self.facts.all_hold(&rule.when) {
                continue;
            }
            let mut family = vec![rule.question.as_str()];
            for question in intake.questions() {
                let follows = question.when.iter().filter_map(super::Condition::question).any(|parent| family.contains(&parent));
                if question.id == rule.question || follows {
                    family.push(&question.id);
                    self.place(question);
                }
            }
        }
    }

    fn is_asked(&self, question: &Question) -> bool {
        let skipped = question.domain.is_some_and(|d| self.facts.skipped_domains().contains(&d));
        let on = !question.off || self.switches.on.contains(&question.id);
        on && !skipped && self.in_route(question) && self.facts.all_hold(&question.when)
    }

    fn in_route(&self, question: &Question) -> bool {
        let intake = self.intake;
        if let Some(only) = &self.switches.only {
            return belongs(intake, question, &|id| only.contains(id));
        }
        let closing = intake.closing.iter().any(|q| q.id == question.id);
        let short = &intake.short;
        self.route == Route::Whole
            || closing
            || (!short.without.contains(&question.id) && belongs(intake, question, &|id| short.questions.iter().any(|q| q == id)))
    }
}

/// Whether `question` is one of the chosen, or follows from one of them.
fn belongs(intake: &Intake, question: &Question, chosen: &impl Fn(&str) -> bool) -> bool {
    chosen(&question.id)
        || question.when.iter().any(|condition| {
            let parent = condition.question().and_then(|id| intake.question(id));
            !matches!(condition, super::Condition::None { .. }) && parent.is_some_and(|p| belongs(intake, p, chosen))
        })
}

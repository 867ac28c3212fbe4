//! Sending: one transaction makes the version, opens the review and ends the draft. Sending twice finds the first.

use super::DraftView;
use super::draft::Way;
use super::scan::{Receipt, SentView, scan_place};
use super::store::{Sending, store};
use super::wording::{answer_text, pair_text, question_text};
use crate::content::Locale;
use crate::file::profile_place;
use crate::{Error, Result, Service, new_id};
use domain::access::{Action, Actor};
use domain::calendar::add_working_days;
use domain::intake::{
    AnswerState, Asked, Domain, Facts, Kept, Kind, Line, Preference, Proposal, ScanAnswer, SelfScan, Signal, Step, Switches, Walk, check, outcomes, preferences,
};
use domain::profile::{Contact, Profile};
use domain::{Problem, ProblemCode};
use std::collections::BTreeMap;

/// How often sending is tried when something of the same resident comes in between.
const TRIES: usize = 3;

impl Service {
    /// Sends the draft of `resident`. `agreement` is how the resident agreed, for a draft that staff filled in. `read` is
    /// [`Draft::helped`](super::Draft::helped) as it was when the resident read through what helpers changed.
    ///
    /// # Errors
    /// [`Error::Invalid`] with a problem per answer that is not valid yet, or for a missing agreement;
    /// [`Error::Conflict`] when the draft changed meanwhile, two answers wait for a choice, or a helper filled in something
    /// that the resident has not read.
    pub async fn send(&self, actor: &Actor, resident: &str, way: Way, draft: &str, agreement: Option<&str>, read: i64, language: &str) -> Result<Receipt> {
        let action = if way == Way::Desk { Action::FillInAtDesk } else { Action::Send };
        let file = self.open_file(actor, action, resident).await?;
        let agreement = agreement.map(str::trim).filter(|a| !a.is_empty());
        for _ in 0..TRIES {
            let view = self.whole_draft(file.clone(), way).await?.ok().filter(|view| view.draft.id == draft);
            // The draft is gone: sent by another tap, or thrown away.
            let Some(view) = view else { return self.receipt(resident, draft).await?.ok_or(Error::Conflict("draft")) };
            if way == Way::Desk && agreement.is_none() {
                return Err(Error::Invalid(vec![Problem::new("agreement", ProblemCode::NotAgreed)]));
            }
            sendable(&view)?;
            if way == Way::Own && view.draft.helped != read {
                return Err(Error::Conflict("helped"));
            }
            let number = self.latest_scan(&file).await?.map_or(1, |s| s.scan.number + 1);
            let sending = self.prepare(actor, &view, number, agreement, language)?;
            match self.db.write(move |tx| Box::pin(async move { store(tx, sending).await })).await {
                // Meanwhile an answer was kept, or another version came in: once more with what is there now.
                Err(Error::Conflict("draft" | "exists")) => {}
                done => return done,
            }
        }
        Err(Error::Busy)
    }

    async fn receipt(&self, resident: &str, draft: &str) -> Result<Option<Receipt>> {
        let row: Option<(String, i64)> = sqlx::query_as("SELECT reference, number FROM scan WHERE draft = $1 AND resident = $2")
            .bind(draft)
            .bind(resident)
            .fetch_optional(self.db.read())
            .await?;
        Ok(row.map(|(reference, number)| Receipt { reference, number }))
    }

    fn prepare(&self, actor: &Actor, view: &DraftView, number: i64, agreement: Option<&str>, language: &str) -> Result<Sending> {
        // A second look shows a few questions only; what was not shown is sent again unchanged.
        let all = Switches { on: view.switches.on.clone(), only: None };
        let walk = Walk::new(&view.content.intake, view.draft.route, &all, &view.answers);
        let scan = self.scan(view, &walk, number, agreement, language);
        let (now, today) = (self.clock.now(), self.clock.today());
        let sent = SentView {
            id: new_id(),
            reference: new_reference("MD")?,
            sent_at: now,
            sent_by: actor.person.clone(),
            due_on: add_working_days(today, self.settings.intake.answer_days).to_string(),
            ask: view.draft.ask.clone(),
            scan,
        };
        let signal = signal(view, &walk.facts);
        let profile = self.profile_after(view, &walk.facts);
        let sealed_profile = match profile {
            Some(profile) => Some((view.file.key.seal_json(&profile_place(view.file.resident()), &profile)?, view.file.profile_version)),
            None => None,
        };
        Ok(Sending {
            resident: view.file.resident().to_owned(),
            draft: view.draft.id.clone(),
            revision: view.draft.revision,
            message: self.queue_submission(&view.file, &sent)?,
            channel: view.draft.channel.as_str(),
            sealed_scan: view.file.key.seal_json(&scan_place(&sent.id), &sent.scan)?,
            reference: sent.reference,
            ask: sent.ask,
            scan_id: sent.id,
            number,
            by: sent.sent_by,
            now,
            due_on: sent.due_on,
            signal,
            profile: sealed_profile,
        })
    }

    fn scan(&self, view: &DraftView, whole: &Walk<'_>, number: i64, agreement: Option<&str>, language: &str) -> SelfScan {
        let closing = |kind: Kind| view.content.intake.closing.iter().find(|q| q.kind == kind);
        let domains = |kind: Kind| {
            let chosen = closing(kind).map(|q| whole.facts.choices(&q.id)).unwrap_or_default();
            chosen.iter().filter_map(|d| Domain::parse(d)).collect::<Vec<_>>()
        };
        SelfScan {
            number,
            route: view.draft.route,
            channel: view.draft.channel,
            agreement: agreement.map(str::to_owned),
            language: language.to_owned(),
            skipped_domains: whole.facts.skipped_domains().to_vec(),
            answers: self.answers(view, whole, language),
            most_important: domains(Kind::Ordinary),
            proposals: closing(Kind::Proposals).map(|q| self.proposals(view, &q.id, language)).unwrap_or_default(),
            shared: domains(Kind::Sharing),
        }
    }

    fn answers(&self, view: &DraftView, walk: &Walk<'_>, language: &str) -> Vec<ScanAnswer> {
        let form = self.settings.municipality.form;
        let locales = [Some(Locale::dutch(form)), Locale::parse(language, form)];
        let mut words: Vec<_> = locales.into_iter().flatten().map(|l| self.content.texts.words(l)).collect();
        words.dedup_by_key(|w| w.locale.language);
        let questions = walk.steps.iter().filter_map(|s| if let Step::Question(q, part) = s { Some((s, *q, *part)) } else { None });
        questions
            .map(|(step, question, part)| {
                let id = step.id();
                let kept = view.answers.get(&id).cloned();
                let state = match &kept {
                    None => AnswerState::Open,
                    Some(Kept::Given(_)) if !step.is_answered(&view.answers) => AnswerState::Open,
                    Some(Kept::Skipped) => AnswerState::Skipped,
                    Some(Kept::Given(raw)) if check(question, raw).is_ok_and(|v| v.choices.iter().any(|c| question.is_unknown(c))) => AnswerState::Unknown,
                    Some(Kept::Given(_)) => AnswerState::Given,
                };
                let asked = |w: &crate::content::Words| Asked {
                    question: question_text(w, question, part),
                    answer: kept.as_ref().map(|k| answer_text(w, question, k)).unwrap_or_default(),
                };
                let asked: BTreeMap<String, Asked> = words.iter().map(|w| (w.locale.language.to_owned(), asked(w))).collect();
                ScanAnswer { step: id, domain: question.domain, visible: question.visible, state, kept, asked }
            })
            .collect()
    }

    /// The proposals that the resident wants; a line left as it was gets the words that stood on the screen.
    fn proposals(&self, view: &DraftView, step: &str, language: &str) -> Vec<Proposal> {
        let Some(Kept::Given(raw)) = view.answers.get(step) else { return Vec::new() };
        let form = self.settings.municipality.form;
        let words = self.content.texts.words(Locale::parse(language, form).unwrap_or(Locale::dutch(form)));
        let pair_of = |id: &str| view.content.intake.pairs.iter().find(|p| p.id == id);
        let proposal = |line: &Line| {
            let pair = pair_of(&line.pair);
            let mut line = line.clone();
            if let Some(pair) = pair.filter(|_| line.municipality.is_empty() && line.resident.is_empty()) {
                line.municipality = pair_text(&words, pair, "municipality");
                line.resident = pair_text(&words, pair, "resident");
            }
            Proposal { line, domain: pair.map(|p| p.domain) }
        };
        raw.lines.iter().filter(|l| l.wanted).map(proposal).collect()
    }

    /// The profile with the preferences of the answers, if they change it.
    fn profile_after(&self, view: &DraftView, facts: &Facts) -> Option<Profile> {
        let after = with_preferences(&view.file.profile, &preferences(&view.content.intake, facts), &self.settings.municipality.languages);
        (after != view.file.profile).then_some(after)
    }
}

/// A profile with preferences from answers. A channel is taken only when the number or address for it is known.
#[must_use]
pub(crate) fn with_preferences(profile: &Profile, set: &[(Preference, String)], languages: &[String]) -> Profile {
    let mut after = profile.clone();
    for (preference, to) in set {
        match preference {
            Preference::ReadAloud => after.read_aloud = true,
            Preference::ShortMessages => after.short_messages = true,
            Preference::SmallSteps => after.small_steps = true,
            Preference::Paper => after.paper = true,
            Preference::Pictures => after.pictures = true,
            Preference::Companion => after.companion = true,
            Preference::QuietPlace => after.quiet_place = true,
            Preference::Language if languages.contains(to) => after.language.clone_from(to),
            Preference::Language => {}
            Preference::Reminder | Preference::Channel => match to.as_str() {
                "sms" if !profile.phone.is_empty() => after.contact = Contact::Sms,
                "call" | "phone" if !profile.phone.is_empty() => after.contact = Contact::Phone,
                "email" if !profile.email.is_empty() => after.contact = Contact::Email,
                _ => {}
            },
        }
    }
    after
}

/// Refuses a draft with an answer that is not valid yet, or with two answers to choose between.
fn sendable(view: &DraftView) -> Result<()> {
    let walk = view.walk();
    let on_the_way = |step: &str| walk.position(step).is_some();
    if view.draft.kept.iter().any(|(step, a)| a.other.is_some() && on_the_way(step)) {
        return Err(Error::Conflict("answer"));
    }
    let invalid = walk.steps.iter().any(|step| match (step, view.answers.get(&step.id())) {
        (Step::Question(question, _), Some(Kept::Given(raw))) => step.is_answered(&view.answers) && check(question, raw).is_err(),
        _ => false,
    });
    if invalid { Err(Error::Invalid(vec![Problem::new("answers", ProblemCode::Empty)])) } else { Ok(()) }
}

/// 2: contact the same day, 1: call this week, 0: none.
fn signal(view: &DraftView, facts: &Facts) -> i64 {
    let all = outcomes(&view.content.intake, facts, &[]);
    all.iter().filter_map(|o| o.topic.signal).map(|s| if s == Signal::DirectContact { 2 } else { 1 }).max().unwrap_or(0)
}

/// A reference that can be read out over the phone: no 0, O, 1, I or U.
pub(crate) fn new_reference(prefix: &str) -> Result<String> {
    const LETTERS: &[u8; 31] = b"23456789ABCDEFGHJKLMNPQRSTVWXYZ";
    let mut bytes = [0u8; 8];
    getrandom::fill(&mut bytes).map_err(|e| Error::internal(format_args!("randomness: {e}")))?;
    let code: String = bytes.iter().filter_map(|b| LETTERS.get(usize::from(*b) % LETTERS.len())).map(|b| char::from(*b)).collect();
    let (left, right) = code.split_at(4);
    Ok(format!("{prefix}-{left}-{right}"))
}

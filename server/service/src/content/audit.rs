//! `portal content check`: everything that a compiler would refuse, said with file, line and reason.

use super::load::SCHEMES;
use super::{Finding, Locale, MunicipalityFacts, Source, Texts};
use crate::settings::Form;
use domain::agreement::Supports;
use domain::intake::{Condition, Domain, Intake, Kind, Question};
use domain::journey::Route;
use rules::local::Schemes;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Longest sentence of a text for residents, in words.
const LONGEST_SENTENCE: usize = 18;

struct Audit<'a> {
    intake: &'a Intake,
    source: &'a Source,
    texts: &'a Arc<Texts>,
    languages: &'a [String],
    findings: Vec<Finding>,
}

pub(super) fn audit(
    intake: &Intake,
    municipality: &MunicipalityFacts,
    schemes: &Schemes,
    supports: &Supports,
    journey: &Route,
    texts: &Arc<Texts>,
    source: &Source,
    languages: &[String],
) -> Vec<Finding> {
    let mut audit = Audit { intake, source, texts, languages, findings: Vec::new() };
    audit.ids();
    audit.questions();
    audit.routes();
    audit.rules();
    audit.blocks(municipality);
    audit.schemes(schemes);
    audit.supports(supports);
    audit.journey(journey);
    audit.sentences();
    audit.findings.sort();
    audit.findings.dedup();
    audit.findings
}

impl Audit<'_> {
    fn found(&mut self, file: &str, needle: &str, reason: String) {
        let line = self.source.text(file).map_or(0, |text| line_of(text, needle));
        self.findings.push(Finding::new(file, line, reason));
    }

    fn ids(&mut self) {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for question in self.intake.questions() {
            *seen.entry(&question.id).or_default() += 1;
        }
        let reserved = |id: &str| Domain::parse(id).is_some() || matches!(id, "check" | "send");
        for (id, times) in seen {
            let well_formed = !id.is_empty() && id.len() <= 12 && id.bytes().all(|b| b.is_ascii_alphanumeric());
            if times > 1 {
                self.found(&self.file_of(id), &format!("id = \"{id}\""), format!("the question `{id}` stands here {times} times"));
            }
            if reserved(id) || !well_formed {
                self.found(&self.file_of(id), &format!("id = \"{id}\""), format!("`{id}` cannot be the id of a question"));
            }
        }
        let missing: Vec<Domain> = Domain::ALL.into_iter().filter(|d| !self.intake.domains.iter().any(|(c, _)| c.id == *d)).collect();
        for domain in missing {
            self.found("intake/route.toml", "domains", format!("the domain `{}` is missing", domain.as_str()));
        }
    }

    fn file_of(&self, question: &str) -> String {
        let domain = self.intake.domains.iter().find(|(_, questions)| questions.iter().any(|q| q.id == question));
        match domain {
            Some((content, _)) => format!("intake/{}.toml", content.id.as_str()),
            None if self.intake.closing.iter().any(|q| q.id == question) => "intake/closing.toml".into(),
            None => "intake/start.toml".into(),
        }
    }

    fn questions(&mut self) {
        let mut earlier: BTreeSet<&str> = BTreeSet::new();
        let groups = [&self.intake.opening].into_iter().chain(self.intake.domains.iter().map(|(_, q)| q)).chain([&self.intake.closing]);
        for group in groups {
            // A question reads the opening and what stands before it in its own file: so nothing can loop.
            let mut known = earlier.clone();
            for question in group {
                self.question(question, &known);
                known.insert(&question.id);
            }
            if std::ptr::eq(group, &raw const self.intake.opening) {
                earlier = known;
            }
        }
    }

    fn question(&mut self, question: &Question, known: &BTreeSet<&str>) {
        let file = self.file_of(&question.id);
        let at = format!("id = \"{}\"", question.id);
        for condition in &question.when {
            self.condition(condition, &file, &at);
            let parent = condition.question().unwrap_or_default();
            if self.intake.question(parent).is_some() && !known.contains(parent) {
                self.found(&file, &at, format!("`{}` waits for `{parent}`, which is asked later: a loop", question.id));
            }
        }
        if contradicts(&question.when) || self.parent_unreachable(question) {
            self.found(&file, &at, format!("`{}` can never be reached: its conditions exclude each other", question.id));
        }
        let lists = question.blocks.iter().map(|b| &b.any).chain(question.requests.iter().map(|r| &r.any)).chain(question.preferences.iter().map(|p| &p.any));
        let unknown: Vec<String> =
            lists.flatten().chain(question.known.iter().map(|k| &k.choice)).filter(|o| !question.choices().any(|(id, _)| id == o.as_str())).cloned().collect();
        for option in unknown {
            self.found(&file, &at, format!("`{}` has no option `{option}`", question.id));
        }
        let needs_options = matches!(question.choice, Some(domain::intake::Choice::One | domain::intake::Choice::Many));
        if needs_options == question.options.is_empty() && question.kind != Kind::Proposals {
            self.found(&file, &at, format!("`{}`: a list needs options, a scale has its own", question.id));
        }
        if question.axis && !question.choices().any(|(_, score)| score.is_some()) {
            self.found(&file, &at, format!("`{}` is an axis of the picture, but its options have no score", question.id));
        }
        for rule in &question.blocks {
            if !self.intake.blocks.iter().any(|b| b.id == rule.block) {
                self.found(&file, &at, format!("the help block `{}` does not exist", rule.block));
            }
        }
        self.question_texts(question, &file, &at);
    }

    fn parent_unreachable(&self, question: &Question) -> bool {
        // An option of a parent that does not exist is reported by itself; here: a parent that is off while the child is on.
        question.when.iter().any(|c| {
            let needs = !matches!(c, Condition::None { .. });
            needs && c.question().and_then(|id| self.intake.question(id)).is_some_and(|parent| parent.off && !question.off)
        })
    }

    fn condition(&mut self, condition: &Condition, file: &str, at: &str) {
        let Some(id) = condition.question() else { return };
        let Some(question) = self.intake.question(id) else {
            self.found(file, at, format!("the question `{id}` does not exist"));
            return;
        };
        let unknown: Vec<&String> = condition.options().iter().filter(|o| !question.choices().any(|(known, _)| known == o.as_str())).collect();
        let reasons: Vec<String> = unknown.into_iter().map(|o| format!("`{id}` has no option `{o}`")).collect();
        for reason in reasons {
            self.found(file, at, reason);
        }
        let scores: Vec<i32> = question.choices().filter_map(|(_, s)| s).collect();
        let reachable = match condition {
            Condition::AtMost { at_most, .. } => scores.iter().any(|s| s <= at_most),
            Condition::AtLeast { at_least, .. } => scores.iter().any(|s| s >= at_least),
            _ => true,
        };
        if !reachable {
            self.found(file, at, format!("no option of `{id}` has such a score"));
        }
    }

    fn question_texts(&mut self, question: &Question, file: &str, at: &str) {
        let mut wanted: Vec<(String, Option<String>)> = vec![(question.id.clone(), None), (question.id.clone(), Some("why".into()))];
        wanted.extend(question.options.iter().map(|o| (question.id.clone(), Some(option_key(&o.id)))));
        wanted.extend(question.parts.iter().map(|p| (question.id.clone(), Some(format!("p-{}", p.replace('_', "-"))))));
        if let Some(scale) = question.choice.and_then(domain::intake::Choice::scale_key) {
            wanted.extend(question.choices().map(|(id, _)| (scale.to_owned(), Some(option_key(id)))));
        }
        if question.text.is_some() && question.choice.is_some() {
            wanted.push((question.id.clone(), Some("text".into())));
        }
        if question.number.is_some() && question.text.is_some() {
            wanted.push((question.id.clone(), Some("number".into())));
        }
        self.texts(&wanted, file, at);
    }

    fn texts(&mut self, wanted: &[(String, Option<String>)], file: &str, at: &str) {
        for code in self.languages {
            for form in [Form::U, Form::Je] {
                let Some(locale) = Locale::parse(code, form) else { continue };
                let words = self.texts.words(locale);
                let args = [("n", 1_i64.into()), ("domain", "".into()), ("name", "".into())]
                    .into_iter()
                    .chain(NUMBERS.iter().map(|n| (*n, "0".into())))
                    .collect::<Vec<(&str, super::Arg<'_>)>>();
                let absent: Vec<String> = wanted
                    .iter()
                    .filter(|(key, attribute)| words.find(key, attribute.as_deref(), &args).is_none())
                    .map(|(key, attribute)| attribute.as_ref().map_or_else(|| key.clone(), |a| format!("{key}.{a}")))
                    .collect();
                for key in absent {
                    self.found(file, at, format!("the text `{key}` is missing in `{}`", locale.folder()));
                }
            }
        }
    }

    fn routes(&mut self) {
        let file = "intake/route.toml";
        let intake = self.intake;
        let named = [&intake.start_with].into_iter().chain(intake.short.questions.iter()).chain(&intake.short.without);
        let named = named.chain(intake.moves.iter().flat_map(|m| [&m.question, &m.after]));
        for id in named {
            if intake.question(id).is_none() {
                self.found(file, &format!("\"{id}\""), format!("the question `{id}` does not exist"));
            }
        }
        for condition in intake.moves.iter().flat_map(|m| &m.when).chain(intake.next_domains.iter().flat_map(|n| &n.when)) {
            self.condition(condition, file, condition.question().unwrap_or_default());
        }
    }

    fn rules(&mut self) {
        let intake = self.intake;
        let mut ids = BTreeSet::new();
        for topic in &intake.topics {
            let (file, at) = ("intake/topics.toml", format!("id = \"{}\"", topic.id));
            for condition in topic.any.iter().flatten() {
                self.condition(condition, file, &at);
            }
            if !ids.insert(&topic.id) {
                self.found(file, &at, format!("the rule `{}` stands here twice", topic.id));
            }
            let key = format!("topic-{}", topic.id);
            self.texts(&[(key.clone(), None), (key, Some("why".into()))], file, &at);
        }
        for pair in &intake.pairs {
            let (file, at) = ("intake/pairs.toml", format!("id = \"{}\"", pair.id));
            for condition in pair.any.iter().flatten() {
                self.condition(condition, file, &at);
            }
            let key = format!("pair-{}", pair.id);
            self.texts(&[(key.clone(), None), (key.clone(), Some("municipality".into())), (key, Some("resident".into()))], file, &at);
        }
        for (content, _) in &intake.domains {
            let (file, key) = (format!("intake/{}.toml", content.id.as_str()), format!("domain-{}", content.id.as_str()));
            self.texts(&[(key.clone(), None), (key, Some("intro".into()))], &file, "[domain]");
        }
    }

    fn blocks(&mut self, municipality: &MunicipalityFacts) {
        for block in &self.intake.blocks {
            let (file, at) = ("intake/blocks.toml", format!("id = \"{}\"", block.id));
            for line in &block.lines {
                if !municipality.phone.contains_key(&line.phone) {
                    self.found(file, &at, format!("municipality.toml has no number `{}`", line.phone));
                }
            }
            let key = format!("block-{}", block.id);
            self.texts(&[(key.clone(), None), (key, Some("text".into()))], file, &at);
        }
    }

    fn schemes(&mut self, schemes: &Schemes) {
        for scheme in schemes.on(rules::Day::LAST) {
            let key = format!("scheme-{}", scheme.id);
            self.texts(&[(key.clone(), None), (key, Some("text".into()))], SCHEMES, &format!(".{}", scheme.id));
        }
    }

    fn supports(&mut self, supports: &Supports) {
        for scheme in &supports.schemes {
            self.texts(&[(format!("support-{}", scheme.id), None)], super::load::SUPPORTS, &format!("id = \"{}\"", scheme.id));
        }
        for pair in self.intake.pairs.iter().filter(|pair| !pair.scheme.is_empty()) {
            if !supports.schemes.iter().any(|scheme| scheme.id == pair.scheme) {
                self.found("intake/pairs.toml", &format!("scheme = \"{}\"", pair.scheme), format!("agreement.toml has no scheme `{}`", pair.scheme));
            }
        }
    }

    fn journey(&mut self, journey: &Route) {
        let mut ids = BTreeSet::new();
        for stage in &journey.stages {
            let at = format!("id = \"{}\"", stage.id);
            if !ids.insert(&stage.id) {
                self.found(super::load::JOURNEY, &at, format!("the stage `{}` stands here twice", stage.id));
            }
            if stage.groups.iter().any(|group| !(1..=3).contains(group)) {
                self.found(super::load::JOURNEY, &at, format!("the stage `{}` is for a group that does not exist", stage.id));
            }
            let key = format!("stage-{}", stage.id.replace('_', "-"));
            self.texts(&[(key.clone(), None), (key, Some("text".into()))], super::load::JOURNEY, &at);
        }
        for activity in &journey.activities {
            let key = format!("activity-{}", activity.id.replace('_', "-"));
            self.texts(&[(key.clone(), None), (key, Some("text".into()))], super::load::JOURNEY, &format!("id = \"{}\"", activity.id));
        }
    }

    /// Sentences of the residents' Dutch texts that are too long to take in.
    fn sentences(&mut self) {
        for folder in ["nl", "nl-je"] {
            let mut long = Vec::new();
            for (name, text) in self.source.layers(folder).filter(|(name, _)| !name.ends_with("/staff.ftl")) {
                for (number, line) in text.lines().enumerate().filter(|(_, l)| !l.starts_with('#')) {
                    let said = line.split_once('=').map_or(line, |(_, said)| said);
                    let longest = said.split(['.', '?', '!', ':']).map(|s| s.split_whitespace().count()).max().unwrap_or(0);
                    if longest > LONGEST_SENTENCE {
                        long.push(Finding::new(name, number + 1, format!("a sentence of {longest} words; {LONGEST_SENTENCE} at most")));
                    }
                }
            }
            self.findings.extend(long);
        }
    }
}

/// Names of numbers that help blocks may show.
const NUMBERS: &[&str] = &["municipality", "geldfit", "suicide", "suicide_short", "safe", "emergency"];

/// The attribute that holds the word of an option.
pub(super) fn option_key(option: &str) -> String {
    format!("o-{}", option.replace('_', "-"))
}

/// Whether conditions on one question can never hold together.
fn contradicts(when: &[Condition]) -> bool {
    when.iter().enumerate().any(|(at, one)| {
        when.iter().skip(at + 1).any(|other| match (one, other) {
            (Condition::Any { question: a, any }, Condition::None { question: b, none })
            | (Condition::None { question: b, none }, Condition::Any { question: a, any }) => a == b && any.iter().all(|o| none.contains(o)),
            (Condition::AtMost { question: a, at_most }, Condition::AtLeast { question: b, at_least })
            | (Condition::AtLeast { question: b, at_least }, Condition::AtMost { question: a, at_most }) => a == b && at_least > at_most,
            _ => false,
        })
    })
}

/// The first line of `text` that holds `needle`, from 1; 0 when none does.
fn line_of(text: &str, needle: &str) -> usize {
    text.lines().position(|line| line.contains(needle)).map_or(0, |at| at + 1)
}

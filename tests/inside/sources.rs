//! The sources of the pages against the texts and icons: whatever code asks for is there, in every language, with
//! every variable; and nobody draws a text area of their own.

use crate::content;
use app::format::unit_key;
use domain::intake::{Channel, Domain};
use domain::profile::{Address, Contact};
use domain::request::RequestKind;
use domain::review::{Group, State};
use regex::Regex;
use rules::Subject;
use rules::parameter::PARAMETERS;
use service::content::{Arg, Content, Locale, Source, Words};
use service::demo::featured;
use service::event::EventKind;
use service::review::{Filter, REASONS};
use service::settings::Form;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Everything under a folder of the repository with this ending: path inside the repository and text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let (mut found, mut open) = (Vec::new(), vec![root.join(folder)]);
    while let Some(at) = open.pop() {
        for path in std::fs::read_dir(&at).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                let name: PathBuf = path.strip_prefix(root).unwrap().to_owned();
                found.push((name.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The sources of pages, without their tests.
fn pages() -> Vec<(String, String)> {
    let without_tests = |text: String| text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
    files("app/src", "rs").into_iter().map(|(name, text)| (name, without_tests(text))).collect()
}

/// The words of every locale: Dutch in both forms of address, English.
fn locales(content: &Content) -> Vec<Words> {
    let all = [("nl", Form::U), ("nl", Form::Je), ("en", Form::U)];
    all.into_iter().map(|(code, form)| content.texts.words(Locale::parse(code, form).unwrap())).collect()
}

fn dashes(name: &str) -> String {
    name.replace('_', "-")
}

/// What can stand behind a key that is put together, by what stands in front.
fn family(start: &str) -> Option<Vec<String>> {
    let many = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect();
    Some(match start {
        "month" => (1..=12).map(|n| n.to_string()).collect(),
        "state" => State::ALL.iter().map(|s| dashes(s.as_str())).collect(),
        "request" => RequestKind::ALL.iter().map(|k| dashes(k.as_str())).collect(),
        "channel" => Channel::BY_STAFF.iter().map(|c| c.as_str().to_owned()).chain(["own".to_owned()]).collect(),
        "contact" => Contact::ALL.iter().map(|c| c.as_str().to_owned()).collect(),
        "review" => service::review::Contact::ALL.iter().map(|c| dashes(c.as_str())).collect(),
        "address" => Address::ALL.iter().map(|a| dashes(a.as_str())).collect(),
        "domain" => Domain::ALL.iter().map(|d| d.as_str().to_owned()).collect(),
        // What the resident kept is told to nobody else.
        "event" => EventKind::ALL.iter().filter(|e| **e != EventKind::CalculationSaved).map(|e| dashes(e.as_str())).collect(),
        "happened" => EventKind::ALL.iter().map(|e| dashes(e.as_str())).collect(),
        "work-show" => Filter::ALL.iter().map(|f| f.as_str().to_owned()).collect(),
        "work-empty" => Filter::ALL.iter().chain([&Filter::Found]).map(|f| f.as_str().to_owned()).collect(),
        "ask-reason" => many(&REASONS),
        "group" | "group-staff" | "group-means" => Group::ALL.iter().map(|g| g.number().to_string()).collect(),
        "route" => many(&["whole", "short"]),
        "language" => many(&["nl", "en", "ar", "uk", "ti", "tr", "pl"]),
        "held" => many(&["profile", "draft", "sent", "letters", "agreements", "appointments", "calculations", "helpers", "events", "notes"]),
        "held-invitation" => many(&["open", "expired", "confirmed", "refused", "taken-back", "declined"]),
        "soon" => service::rights::Kind::ALL.iter().map(|k| k.as_str().to_owned()).collect(),
        "erasure-held" => many(&[
            "draft",
            "agreement-own",
            "calculations",
            "calendar",
            "helper-notes",
            "sent",
            "letters",
            "agreements",
            "appointments",
            "helpers",
            "notes",
            "profile",
            "log",
            "backend",
        ]),
        "erasure-in-the-way" => many(&["review", "request", "delivery", "proposal", "agreement", "appointment", "helper", "objection"]),
        "erasure-why" => many(&["log", "backend", "record"]),
        "erasure" => many(&["choice", "why", "sure"]),
        "manage-kept" => service::rights::Kind::ALL.iter().map(|k| k.as_str()).chain(["log"]).map(ToOwned::to_owned).collect(),
        "manage-retention" => many(&["what", "term", "told", "waiting", "deleted"]),
        "door" => service::auth::Door::ALL.iter().map(|d| d.as_str().to_owned()).collect(),
        "not-signed-in" => service::auth::Refusal::SHOWN.iter().map(|r| r.page().to_owned()).collect(),
        "demo-person" => featured().iter().map(|p| p.story.to_owned()).collect(),
        "ask" => many(&["reason", "questions", "message"]),
        "invite" => many(&["first-name", "last-name", "bsn", "phone", "language", "route", "team"]),
        "profile" => many(&[
            "called",
            "phone",
            "email",
            "language",
            "contact",
            "address",
            "helps",
            "short-messages",
            "small-steps",
            "paper",
            "pictures",
            "read-aloud",
            "companion",
            "quiet-place",
        ]),
        "parameters-subject" => Subject::ALL.iter().map(|s| s.as_str().to_owned()).collect(),
        "parameters-confidence" => many(&["verified-primary", "verified-secondary", "derived", "projected", "unchecked", "unknown"]),
        "step" => service::sync::Step::ALL.iter().map(|s| dashes(s.as_str())).collect(),
        "queue" => {
            many(&["submission", "correction", "contact"]).into_iter().chain(service::sync::record::RecordKind::ALL.map(|k| k.as_str().to_owned())).collect()
        }
        "queue-code" => many(&["permission-denied", "authentication-failed", "jwt-expired", "connect", "time-out", "not-ours", "no-bsn", "catalogue"]),
        "queue-why" => many(&["waiting", "stopped", "removed"]),
        "calculator-part" => many(&["wage", "assistance", "healthcare", "rent", "child-budget", "child-benefit", "childcare", "childcare-cost", "settlement"]),
        "scheme" => content().schemes.on(rules::Day::LAST).into_iter().map(|scheme| scheme.id).collect(),
        "unit" => PARAMETERS.iter().map(|row| unit_key(row.unit)).collect(),
        "agreement-state" => domain::agreement::State::ALL.iter().map(|s| s.as_str().to_owned()).collect(),
        "agreement-doer" => domain::agreement::Party::ALL.iter().map(|p| p.as_str().to_owned()).collect(),
        "agreement-side" | "late-not-done" => domain::agreement::Side::ALL.iter().map(|s| s.as_str().to_owned()).collect(),
        "agreement" | "agreement-said" => domain::agreement::Answer::ALL.iter().map(|a| a.as_str().to_owned()).collect(),
        "pillar" => domain::agreement::Pillar::ALL.iter().map(|p| dashes(p.as_str())).collect(),
        "going" => domain::agreement::Progress::ALL.iter().map(|p| dashes(p.as_str())).collect(),
        "need" => domain::agreement::Need::ALL.iter().map(|n| dashes(n.as_str())).collect(),
        "helped" => domain::agreement::Helped::ALL.iter().map(|h| dashes(h.as_str())).collect(),
        "line-due" => domain::agreement::Due::ALL.iter().map(|d| d.as_str().to_owned()).collect(),
        "line" => many(&["doer", "text", "goal-title", "due", "due-own", "legal-basis", "note", "scheme"]),
        "pace" => service::agreement::Pace::ALL.iter().map(|p| p.as_str().to_owned()).collect(),
        "goal-pace" => many(&["slow", "later"]),
        "start-from" => many(&["resident", "answers", "template"]),
        "promises-show" => service::agreement::Show::ALL.iter().map(|s| s.as_str().to_owned()).collect(),
        "task" => domain::task::Task::ALL.iter().map(|t| t.as_str().to_owned()).collect(),
        "caseload-waits" | "journey-turn" => domain::task::Turn::ALL.iter().map(|t| t.as_str().to_owned()).collect(),
        "weekday" => (1..=7).map(|n| n.to_string()).collect(),
        "stage" => content().journey.stages.iter().map(|s| dashes(&s.id)).collect(),
        "activity" => content().journey.activities.iter().map(|a| dashes(&a.id)).collect(),
        "feeling" => domain::journey::Feeling::ALL.iter().map(|f| f.as_str().to_owned()).collect(),
        "appointment-way" => domain::appointment::Way::ALL.iter().map(|w| w.as_str().to_owned()).collect(),
        "appointment" => many(&["way", "day", "time", "minutes", "about"]),
        "talk" => domain::appointment::Way::ALL.iter().map(|t| t.as_str().to_owned()).collect(),
        "caseload-by" => service::journey::By::ALL.iter().map(|b| b.as_str().to_owned()).collect(),
        "history-show" => many(&["all", "answers", "agreement", "contact"]),
        "support" => content().agreement.schemes.iter().map(|s| s.id.clone()).collect(),
        "scope" => many(&["see", "fill-in"]),
        "part" => domain::mandate::Part::WHOLE.iter().map(|p| p.as_str().to_owned()).collect(),
        "helper-days" => domain::mandate::OFFERED_DAYS.iter().map(ToString::to_string).collect(),
        "contact-way" => domain::volunteer::ContactWay::ALL.iter().map(|w| w.as_str().to_owned()).collect(),
        "available" => domain::volunteer::Available::ALL.iter().map(|a| a.as_str().to_owned()).collect(),
        "volunteer" => many(&["languages", "neighbourhood", "course", "day", "words"]),
        "pair" => content().intake.pairs.iter().map(|p| p.id.clone()).collect(),
        _ => return None,
    })
}

/// The arguments of a call, up to its closing bracket; `text` begins behind the opening one.
fn arguments(text: &str) -> &str {
    let (mut depth, mut quoted, mut before) = (0, false, ' ');
    for (at, c) in text.char_indices() {
        match c {
            '"' if before != '\\' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' if !quoted && depth == 0 => return &text[..at],
            ')' | ']' | '}' if !quoted => depth -= 1,
            _ => {}
        }
        before = c;
    }
    text
}

#[test]
fn every_text_that_code_asks_for_is_there_with_its_variables() {
    let content = content();
    let locales = locales(&content);
    let call = Regex::new(r"\.(t|with|attr|attr_with)\(").unwrap();
    let (literal, variable) = (Regex::new(r#"^"([A-Za-z0-9-]+)"(?:,\s*"([a-z0-9-]+)")?"#).unwrap(), Regex::new(r#"\(\s*"([a-z_]+)"\s*,"#).unwrap());
    let either = Regex::new(r#"^if [^"]*\{\s*"([a-z0-9-]+)"\s*\} else \{\s*"([a-z0-9-]+)"\s*\}"#).unwrap();
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for (file, text) in pages() {
        for found in call.captures_iter(&text) {
            let (kind, all) = (&found[1], arguments(&text[found.get(0).unwrap().end()..]));
            let keys: Vec<(String, Option<String>)> = match (literal.captures(all), either.captures(all)) {
                (Some(c), _) => vec![(c[1].to_owned(), c.get(2).filter(|_| kind.starts_with("attr")).map(|a| a.as_str().to_owned()))],
                (_, Some(c)) => vec![(c[1].to_owned(), None), (c[2].to_owned(), None)],
                _ => continue,
            };
            let given: Vec<(&str, Arg<'_>)> = variable.captures_iter(all).map(|c| (c.get(1).unwrap().as_str(), 1_i64.into())).collect();
            if kind.ends_with("with") && given.is_empty() {
                continue; // The variables are put together elsewhere; pages that show it are visited in `pages`.
            }
            for (key, attribute) in keys {
                asked += 1;
                let missing = locales.iter().filter(|words| words.find(&key, attribute.as_deref(), &given).is_none());
                wrong.extend(missing.map(|words| format!("{file}: {key} {attribute:?} in {:?} with {given:?}", words.locale)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(asked > 250, "{asked} texts");
}

#[test]
fn every_text_that_is_put_together_is_there() {
    let content = content();
    let built = Regex::new(r#"\.(?:t|with|attr|attr_with)\(\s*&format!\(\s*"([a-z-]+)-\{"#).unwrap();
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for (file, text) in pages() {
        for found in built.captures_iter(&text) {
            let start = &found[1];
            let Some(ends) = family(start) else {
                wrong.push(format!("{file}: say in `family` what can stand behind `{start}-`"));
                continue;
            };
            seen.insert(start.to_owned());
            // `find` gives nothing for a text that needs variables: then the sources say the key with an attribute or all of them.
            let names = ["name", "detail", "date", "n", "at", "step", "code", "left"].map(|n| (n, Arg::from(1_i64)));
            let keys = ends.iter().map(|end| format!("{start}-{end}"));
            wrong.extend(keys.flat_map(|key| {
                locales(&content)
                    .into_iter()
                    .filter(|w| w.find(&key, None, &names).is_none())
                    .map(|w| format!("{file}: {key} in {:?}", w.locale))
                    .collect::<Vec<_>>()
            }));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(seen.len() > 14, "{seen:?}");
}

/// Keys and attributes of the texts in a folder.
fn texts(folder: &str) -> BTreeSet<String> {
    let (key, attribute) = (Regex::new(r"^([A-Za-z][A-Za-z0-9_-]*) =").unwrap(), Regex::new(r"^\s+\.([A-Za-z0-9-]+) =").unwrap());
    let (source, mut found, mut at) = (Source::built_in(), BTreeSet::new(), String::new());
    for line in source.layers(folder).flat_map(|(_, text)| text.lines()) {
        if let Some(c) = key.captures(line) {
            c[1].clone_into(&mut at);
            assert!(found.insert(at.clone()), "{folder}: {at} stands there twice");
        } else if let Some(c) = attribute.captures(line) {
            assert!(found.insert(format!("{at}.{}", &c[1])), "{folder}: {at}.{} stands there twice", &c[1]);
        }
    }
    found
}

#[test]
fn every_language_has_the_same_texts() {
    let (dutch, english, familiar) = (texts("nl"), texts("en"), texts("nl-je"));
    assert!(dutch.len() > 800, "{}", dutch.len());
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| one.difference(other).cloned().collect::<Vec<_>>();
    assert_eq!((only(&dutch, &english), only(&english, &dutch)), (vec![], vec![]), "texts in Dutch only, in English only");
    assert_eq!(only(&familiar, &dutch), Vec::<String>::new(), "texts in the familiar form only");
}

#[test]
fn who_is_said_je_to_is_never_said_u_to() {
    // What only staff read, or names the form itself.
    let staff = ["start-lead", "appointment-way", "erasure-lead", "erasure-choice", "notice-erasure-decided", "problem-empty-choice"];
    let staff: BTreeSet<&str> = staff.into_iter().chain(["look-why-lead", "look-why-label", "notice-talk-kept", "address-formal"]).collect();
    let (key, attribute) = (Regex::new(r"^([A-Za-z][A-Za-z0-9_-]*) =").unwrap(), Regex::new(r"^\s+\.([A-Za-z0-9-]+) =").unwrap());
    let (formal, familiar) = (Regex::new(r"\b(?:[Uu]w?|uzelf)\b").unwrap(), texts("nl-je"));
    let mut missing = BTreeSet::new();
    for (file, text) in Source::built_in().layers("nl").filter(|(file, _)| !file.ends_with("staff.ftl")) {
        let (mut at, mut said) = (String::new(), String::new());
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(c) = key.captures(line) {
                c[1].clone_into(&mut at);
                said.clone_from(&at);
            } else if let Some(c) = attribute.captures(line) {
                said = format!("{at}.{}", &c[1]);
            }
            let theirs = staff.contains(at.as_str()) || said.ends_with(".desk");
            if formal.is_match(line) && !theirs && !familiar.contains(&said) {
                missing.insert(format!("{file}: {said}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn words_that_look_like_a_key_are_one() {
    let keys: BTreeSet<String> = texts("nl");
    let starts: BTreeSet<&str> = keys.iter().filter_map(|k| k.split_once('-')).map(|(start, _)| start).collect();
    let looks = Regex::new(r#"([a-z_-]+=)?"([a-z]+(?:-[a-z0-9]+)+)""#).unwrap();
    // What names an element of the page is no text.
    let names = ["id=", "for=", "aria-labelledby=", "aria-describedby=", "described_by=", "state="];
    let mut wrong = Vec::new();
    for (file, text) in pages() {
        for found in looks.captures_iter(&text) {
            let word = &found[2];
            // So does what ends as the id of a message beside a field.
            let known = keys.contains(word)
                || word.ends_with("-error")
                || word == "not-checked"
                || app::components::icon_exists(word)
                || found.get(1).is_some_and(|n| names.contains(&n.as_str()));
            if starts.contains(word.split('-').next().unwrap()) && !known {
                wrong.push(format!("{file}: {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "these are no texts: {wrong:#?}");
}

#[test]
fn every_icon_is_there() {
    let content = content();
    let named = Regex::new(r#"(?:<Icon name=|icon=)"([a-z0-9-]+)""#).unwrap();
    let mut used: BTreeSet<String> = content.intake.questions().flat_map(|q| q.options.iter().filter_map(|o| o.icon.clone())).collect();
    used.extend(content.intake.domains.iter().map(|(domain, _)| domain.icon.clone()));
    used.extend(pages().iter().flat_map(|(_, text)| named.captures_iter(text).map(|c| c[1].to_owned()).collect::<Vec<_>>()));
    let missing: Vec<&String> = used.iter().filter(|icon| !app::components::icon_exists(icon)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(used.len() > 70, "{}", used.len());
}

#[test]
fn nobody_draws_a_text_area_or_raw_html() {
    for (file, text) in files("app", "rs") {
        if file.ends_with("components/textarea.rs") {
            continue;
        }
        let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        assert!(!code.contains("<textarea"), "{file}: use components::Textarea, which escapes");
        // The calculator draws itself, on the server and on the phone; its writer escapes all that is not its own markup.
        let drawn = ["app/src/pages/calculator.rs", "app/islands/calculator/src/screen.rs", "app/islands/calculator/src/share.rs"];
        assert!(!code.contains("inner_html") || drawn.contains(&file.as_str()), "{file}: nothing is put in unescaped");
        assert!(!code.contains(" style=\""), "{file}: the policy refuses inline styles");
    }
}

/// The words that the screens of the calculator ask for: by name, or by the beginning of a family.
#[test]
fn the_calculator_has_exactly_its_texts() {
    let keys: BTreeSet<String> = texts("nl").into_iter().filter_map(|k| k.strip_prefix("calculator-").map(ToOwned::to_owned)).collect();
    assert!(keys.len() > 300, "{}", keys.len());
    let sources: String = files("app/calculator", "rs").into_iter().map(|(_, text)| text).collect();
    let literal = Regex::new(r#""([a-z0-9]+(?:-[a-z0-9]+)*)""#).unwrap();
    let family = Regex::new(r#"format!\(\s*"([a-z0-9{}-]*\{[a-z_.()]*\}[a-z0-9-]*)""#).unwrap();
    let said: BTreeSet<&str> = literal.captures_iter(&sources).map(|c| c.get(1).unwrap().as_str()).collect();
    let place = Regex::new(r"\\\{[a-z_.()]*\\\}").unwrap();
    let families: Vec<Regex> =
        family.captures_iter(&sources).map(|c| Regex::new(&format!("^{}$", place.replace_all(&regex::escape(&c[1]), "[a-z0-9-]+"))).unwrap()).collect();
    assert!(families.len() > 15, "{}", families.len());
    // Shown on the server's pages around the calculator.
    let around = ["sub", "come-back"];
    let unused: Vec<&String> =
        keys.iter().filter(|k| !said.contains(k.as_str()) && !around.contains(&k.as_str()) && !families.iter().any(|f| f.is_match(k))).collect();
    assert!(unused.is_empty(), "texts that nothing asks for: {unused:#?}");
    let asked = Regex::new(r#"words\s*\.(?:t|with)\(\s*"([a-z0-9-]+)""#).unwrap();
    let missing: Vec<&str> = asked.captures_iter(&sources).map(|c| c.get(1).unwrap().as_str()).filter(|k| k.len() > 1 && !keys.contains(*k)).collect();
    assert!(missing.is_empty(), "texts that are not there: {missing:#?}");
}

//! What operators write and what visitors type, as anything at all: content files, settings, key files, the calculator's form,
//! addresses to come back to. Read, or refused with a reason; never a panic.

use calculator::{Form, Screen, turn};
use proptest::prelude::*;
use service::content::{Content, Source};
use service::keys::KeyRing;
use service::settings::Settings;
use std::collections::BTreeMap;
use tests::times;

/// One change to a text: where, what is put there, and how much is taken away.
type Change = (prop::sample::Index, String, usize);

/// Pieces of which content files are made, and anything else.
fn changes() -> impl Strategy<Value = Vec<Change>> {
    let piece = "[\\[\\]{}\"'=,.:#$<>\\n -]{0,3}|id = \"W1\"|\\[domain\\]|\\[\\[question\\]\\]|\\{ \\$x \\}|-term = |[0-9]{1,20}|\\PC{0,6}|[\\s\\S]{0,4}";
    prop::collection::vec((any::<prop::sample::Index>(), piece, 0_usize..30), 1..4)
}

fn changed(text: &str, changes: &[Change]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (at, piece, gone) in changes {
        let from = at.index(chars.len() + 1);
        let to = (from + gone).min(chars.len());
        chars.splice(from..to, piece.chars());
    }
    chars.into_iter().collect()
}

fn cases(sample: u32) -> ProptestConfig {
    ProptestConfig::with_cases(u32::try_from(times("CASES", sample as usize)).unwrap_or(sample))
}

/// Content files that stand alone.
const SINGLE: [&str; 4] = ["municipality.toml", "agreement.toml", "journey.toml", "schemes.csv"];

proptest! {
    #![proptest_config(cases(150))]

    /// A finding names the file; what loads has every question that it had, or says less on purpose.
    #[test]
    fn content_that_was_changed_loads_or_says_what_is_wrong(file in any::<prop::sample::Index>(), changes in changes()) {
        let built_in = Source::built_in();
        let mut files: Vec<(&str, &str)> = ["intake", "nl", "en", "nl-je"].into_iter().flat_map(|folder| built_in.layers(folder)).collect();
        files.extend(SINGLE.map(|name| (name, built_in.text(name).unwrap())));
        let (name, text) = files[file.index(files.len())];
        let mut source = built_in.clone();
        source.put(name, changed(text, &changes));
        match Content::from_source(&source, &Settings::default().municipality.languages) {
            Ok(content) => prop_assert!(content.intake.questions().count() > 0),
            Err(findings) => prop_assert!(!findings.is_empty() && findings.iter().all(|finding| !finding.to_string().is_empty())),
        }
    }
}

/// A whole set of settings, to be changed.
const SETTINGS: &str = include_str!("../../server/demo.toml");

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn settings_that_were_changed_are_read_or_refused(changes in changes(), name in "(MEEDOEN_)?[A-Z_]{0,20}", value in "\\PC{0,12}") {
        let told = server::config::parse(&changed(SETTINGS, &changes), &[(name, value)]);
        let reason = told.err().map(|error| format!("{error:#}"));
        prop_assert!(reason.is_none_or(|reason| !reason.is_empty()));
    }

    #[test]
    fn a_key_file_that_was_changed_is_read_or_refused_and_told_without_the_key(changes in changes()) {
        let file = KeyRing::new_file("first").unwrap();
        let secret: String = file.split('"').filter(|part| part.len() > 30).max_by_key(|part| part.len()).unwrap().to_owned();
        let text = changed(&file, &changes);
        match KeyRing::parse(&text) {
            Ok(keys) => {
                let told = format!("{keys:?}");
                prop_assert!(!told.contains(&secret[..16]));
            }
            Err(error) => {
                let told = format!("{error} {error:?}");
                prop_assert!(!(0..secret.len() - 12).any(|at| told.contains(&secret[at..at + 12])), "the error tells of the key");
            }
        }
    }

    /// Any posted form, taken any number of steps further, is a screen again; nothing is in it that cannot be shown.
    #[test]
    fn any_form_of_the_calculator_leads_to_a_screen(
        fields in prop::collection::btree_map("step|go|back|household|age|partner_age|hours|wage|plan|plan_2|plan_wage|rent|child_[0-9]{1,3}|[a-z_]{1,12}", "next|back|answer|show|more|less|change-[a-z]{1,9}|alone|couple|own|rent|yes|no|[0-9,.-]{0,12}|[\\s\\S]{0,90}", 0..14),
        taps in prop::collection::vec("next|back|answer|more|less|change-household|begin|example|\\PC{0,4}", 0..6),
    ) {
        let fields: BTreeMap<String, String> = fields;
        let mut form = Form::of(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        for tap in taps {
            form.set("go", &tap);
            if let Screen::Question { step, .. } = turn(&mut form) {
                form.set("step", step.as_str());
            }
        }
        prop_assert!(form.filled().all(|(_, value)| !value.is_empty() && !value.chars().any(char::is_control)));
    }

    /// Only our own pages are gone back to, however an address is written.
    #[test]
    fn no_address_of_somebody_else_is_gone_back_to(path in "(/|//|\\\\|https?:|%2f|@|\\.|[a-z?#&=-]){1,12}|\\PC{0,20}|[\\s\\S]{0,12}") {
        if app::address::is_own_path(&path) {
            let base = url::Url::parse("https://meedoen.example/here").unwrap();
            let led = base.join(&path).unwrap();
            prop_assert_eq!((led.host_str(), led.scheme()), (Some("meedoen.example"), "https"), "{}", path);
            prop_assert!(http::HeaderValue::from_str(&path).is_ok());
        }
    }
}

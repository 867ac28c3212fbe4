//! What is inside, without HTTP: the store on both databases, the real content and every way through it, and the
//! sources against the texts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

mod broken;
mod outcomes;
mod parsers;
mod random;
mod smtp;
mod sources;
mod startup;
mod store;
mod walk;

use domain::intake::{Answers, Intake, Kept, Raw};
use service::content::Content;
use service::settings::Settings;

/// The real content.
fn content() -> Content {
    Content::load(&Settings::default()).unwrap_or_else(|findings| panic!("{findings:#?}"))
}

/// An answer with these choices.
fn chosen(options: &[&str]) -> Kept {
    Kept::Given(Raw { choices: options.iter().map(|o| (*o).to_owned()).collect(), ..Raw::default() })
}

/// Answers written as `W1=paid,volunteer G1=short S3=-`: a dash is a skip, a domain with a dash is skipped as a whole.
fn answers(intake: &Intake, text: &str) -> Answers {
    let one = |part: &str| {
        let (step, options) = part.split_once('=').unwrap();
        let known = intake.step(step).is_some() || domain::intake::Domain::parse(step).is_some();
        assert!(known, "{step} is no step");
        let kept = if options == "-" { Kept::Skipped } else { chosen(&options.split(',').collect::<Vec<_>>()) };
        (step.to_owned(), kept)
    };
    text.split_whitespace().map(one).collect()
}

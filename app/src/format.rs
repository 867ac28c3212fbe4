//! Dates, times and numbers as people read them, and the words of problems.

use chrono::{Datelike, NaiveDate, Timelike};
use domain::{Problem, ProblemCode};
use service::clock::local;
use service::content::Words;

/// A date in words: "23 november".
#[must_use]
pub fn day(words: &Words, date: NaiveDate) -> String {
    words.with("date-day", &[("day", i64::from(date.day()).into()), ("month", words.t(&format!("month-{}", date.month())).into())])
}

/// A date in words with its year: "23 november 2026".
#[must_use]
pub fn full_day(words: &Words, date: NaiveDate) -> String {
    let args = [("day", i64::from(date.day()).into()), ("month", words.t(&format!("month-{}", date.month())).into()), ("year", date.year().to_string().into())];
    words.with("date-full", &args)
}

/// The date of a moment in words.
#[must_use]
pub fn moment_day(words: &Words, millis: i64) -> String {
    day(words, local(millis).date_naive())
}

/// The time of a moment: "14:03".
#[must_use]
pub fn time(millis: i64) -> String {
    let at = local(millis);
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// A moment in words: "21 november om 14:03".
#[must_use]
pub fn moment(words: &Words, millis: i64) -> String {
    words.with("date-moment", &[("date", moment_day(words, millis).into()), ("time", time(millis).into())])
}

/// "Kept at 14:03", with the date when that was not today.
#[must_use]
pub fn kept_words(words: &Words, millis: i64) -> String {
    let today = crate::visitor::service().clock.today();
    if local(millis).date_naive() == today {
        return words.with("status-kept", &[("time", time(millis).into())]);
    }
    words.with("status-kept-before", &[("at", moment(words, millis).into())])
}

/// A moment for `datetime=`: local time with its offset.
#[must_use]
pub fn machine(millis: i64) -> String {
    local(millis).to_rfc3339()
}

/// An ISO date in words; as it is when it is none.
#[must_use]
pub fn iso_day(words: &Words, iso: &str) -> String {
    iso.parse::<NaiveDate>().map_or_else(|_| iso.to_owned(), |date| day(words, date))
}

/// A telephone number in groups, easier to read and to copy.
#[must_use]
pub fn telephone(digits: &str) -> String {
    let (head, rest) = digits.split_at(digits.len().min(2));
    let pairs: Vec<&str> = (0..rest.len()).step_by(2).filter_map(|at| rest.get(at..(at + 2).min(rest.len()))).collect();
    format!("{head} {}", pairs.join(" ")).trim().to_owned()
}

/// The address that dials a number.
#[must_use]
pub fn dial(number: &str) -> String {
    format!("tel:{}", number.chars().filter(char::is_ascii_digit).collect::<String>())
}

/// What is wrong, in words that say what to do. `what` is the label of the field where the message names it.
#[must_use]
pub fn problem(words: &Words, problem: &Problem, what: &str) -> String {
    let label = ("what", what.into());
    let with = |key: &str, name: &'static str, n: i64| words.with(key, &[(name, n.into()), ("what", what.into())]);
    match problem.code {
        ProblemCode::Empty => {
            let own = format!("problem-empty-{}", problem.field.replace('_', "-"));
            words.find(&own, None, std::slice::from_ref(&label)).unwrap_or_else(|| words.with("problem-empty", &[label]))
        }
        ProblemCode::TooManyChoices { max } => with("problem-too-many", "max", i64::try_from(max).unwrap_or(i64::MAX)),
        ProblemCode::StandsAlone => words.t("problem-stands-alone"),
        ProblemCode::UnknownChoice => words.t("problem-unknown-choice"),
        ProblemCode::NotANumber if problem.field.as_ref() == "bsn" => words.t("problem-bsn"),
        ProblemCode::NotANumber => words.t("problem-not-a-number"),
        ProblemCode::TooLow { min } => with("problem-too-low", "min", i64::from(min)),
        ProblemCode::TooHigh { max } => with("problem-too-high", "max", i64::from(max)),
        ProblemCode::TooLong { max } => with("problem-too-long", "max", i64::try_from(max).unwrap_or(i64::MAX)),
        ProblemCode::NotAPhone => words.t("problem-phone"),
        ProblemCode::NotAnEmail => words.t("problem-email"),
        ProblemCode::PhoneNeeded => words.t("problem-phone-needed"),
        ProblemCode::EmailNeeded => words.t("problem-email-needed"),
        ProblemCode::NotAgreed => words.t("problem-not-agreed"),
    }
}

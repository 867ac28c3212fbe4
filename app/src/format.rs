//! Dates, times and numbers as people read them, and the words of problems.

use chrono::{Datelike, NaiveDate, Timelike};
use domain::{Problem, ProblemCode};
use rules::Day;
use rules::parameter::Decimal;
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

/// A date in words with the day of the week: "maandag 23 november 2026".
#[must_use]
pub fn week_day(words: &Words, date: NaiveDate) -> String {
    let name = words.t(&format!("weekday-{}", date.weekday().number_from_monday()));
    words.with("date-week", &[("weekday", name.into()), ("date", full_day(words, date).into())])
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

/// A day of the law in words, with its year.
#[must_use]
pub fn law_day(words: &Words, day: Day) -> String {
    day.to_string().parse::<NaiveDate>().map_or_else(|_| day.to_string(), |date| full_day(words, date))
}

/// A day as people type it: "1-7-2026".
#[must_use]
pub fn day_as_typed(day: Day) -> String {
    format!("{}-{}-{}", day.day_of_month(), day.month(), day.year())
}

/// Reads a day as people type it, `1-7-2026` or `01/07/2026`, or as addresses have it, `2026-07-01`.
#[must_use]
pub fn typed_day(text: &str) -> Option<Day> {
    let text = text.trim();
    Day::parse(text).or_else(|| {
        let [day, month, year] = <[&str; 3]>::try_from(text.split(['-', '/', '.']).collect::<Vec<_>>()).ok()?;
        let two = |part: &str| (1..=2).contains(&part.len()).then(|| format!("{part:0>2}"));
        Day::parse(&format!("{year}-{}-{}", two(month)?, two(day)?))
    })
}

/// The value of a parameter with its unit: "€ 1.401,50 per maand"; in words when it is unknown.
#[must_use]
pub fn law_value(words: &Words, value: Option<Decimal>, unit: &str) -> String {
    let Some(value) = value else { return words.t("parameters-no-value") };
    let number = decimal(words, value);
    let minus = if value.mantissa < 0 { "\u{2212}" } else { "" };
    let text = match unit.as_bytes() {
        [b'E', b'U', b'R', ..] => format!("{minus}€\u{a0}{number}"),
        [b'%', ..] => format!("{minus}{number}%"),
        _ => format!("{minus}{number}"),
    };
    // A municipality may write a unit of its own.
    words.find(&format!("unit-{}", unit_key(unit)), None, &[("n", text.as_str().into())]).unwrap_or_else(|| format!("{text} {unit}"))
}

/// The end of the key of a unit's text: `EUR/12 months` is `eur-12-months`, no unit is `none`.
#[must_use]
pub fn unit_key(unit: &str) -> String {
    let unit = unit.to_lowercase().replace('%', "pct");
    let parts: Vec<&str> = unit.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "none".to_owned() } else { parts.join("-") }
}

/// A number without its sign, in groups of three and with all its decimals, with the marks of the language.
fn decimal(words: &Words, value: Decimal) -> String {
    let text = Decimal { mantissa: value.mantissa.saturating_abs(), ..value }.to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, fraction)| (whole, Some(fraction)));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push_str(&words.t("digits-group"));
        }
        grouped.push(digit);
    }
    fraction.map_or_else(|| grouped.clone(), |fraction| format!("{grouped}{}{fraction}", words.t("digits-decimal")))
}

/// An amount to the cent: "€ 1.234,56".
#[must_use]
pub fn cents(words: &Words, cents: i64) -> String {
    calculator::Words::new(words.locale.language, Vec::new()).money(rules::Cents(cents))
}

/// A number in hundredths, without zeros at the end: "16,5".
#[must_use]
pub fn hundredths(words: &Words, number: i64) -> String {
    calculator::Words::new(words.locale.language, Vec::new()).decimal(number)
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
        ProblemCode::NotATime => words.t("problem-not-a-time"),
        ProblemCode::NotADate => words.t("problem-not-a-date"),
        ProblemCode::Past => words.t("problem-past"),
        ProblemCode::ToCome => words.t("problem-to-come"),
        ProblemCode::TooLongAgo => words.t("problem-too-long-ago"),
        ProblemCode::TooFar { years } => with("problem-too-far", "years", i64::from(years)),
        ProblemCode::OneSided => words.t("problem-one-sided"),
        ProblemCode::CodeUnknown => words.t("problem-code"),
        ProblemCode::TooOften { minutes } => with("problem-too-often", "minutes", minutes),
        ProblemCode::NotSent => words.t("problem-not-sent"),
    }
}

#[cfg(test)]
mod tests {
    use super::{day_as_typed, typed_day, unit_key};

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in ["2026-07-01", "1-7-2026", "01-07-2026", " 1/7/2026 ", "1.7.2026"] {
            assert_eq!(typed_day(text).map(day_as_typed).as_deref(), Some("1-7-2026"), "{text}");
        }
        for text in ["", "2026", "31-6-2026", "2026-7-1", "1-7-26", "001-7-2026", "1-7-2026-1", "één-7-2026", "1--2026"] {
            assert_eq!(typed_day(text), None, "{text}");
        }
    }

    #[test]
    fn units_have_keys() {
        for (unit, key) in
            [("EUR/month incl. 5% holiday allowance", "eur-month-incl-5pct-holiday-allowance"), ("%", "pct"), ("-", "none"), ("see name", "see-name")]
        {
            assert_eq!(unit_key(unit), key);
        }
    }
}

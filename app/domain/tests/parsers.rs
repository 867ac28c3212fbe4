//! Everything that people type into a form, as anything at all: read or refused, never half read.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime, Timelike as _};
use domain::agreement::Due;
use domain::appointment::{self, MINUTES, typed_time};
use domain::calendar::typed_date;
use domain::profile::{Contact, Profile, is_email, phone};
use proptest::prelude::*;

/// Letters of which dates, times, numbers and addresses are made, and any text.
const ANYTHING: &str = "[0-9+()./: @-]{0,24}|\\PC{0,40}|[\\s\\S]{0,20}";

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn numbers(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map(|part| part.parse().unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_day_is_read_however_it_is_written(days in 0_u64..800_000, separator in "[-/. ]") {
        let day = NaiveDate::from_ymd_opt(1000, 1, 1).unwrap() + Days::new(days);
        let (d, m, y) = (day.day(), day.month(), day.year());
        let one = [d.to_string(), m.to_string(), format!("{y:04}")].join(&separator);
        prop_assert_eq!(typed_date(&one), Some(day), "{}", one);
        let other = [format!("{y:04}"), format!("{m:02}"), format!("{d:02}")].join(&separator);
        prop_assert_eq!(typed_date(&other), Some(day), "{}", other);
    }

    #[test]
    fn what_is_read_as_a_day_says_that_day(text in ANYTHING) {
        if let Some(day) = typed_date(&text) {
            let mut said = numbers(&text);
            let mut read = vec![day.day(), day.month(), day.year().unsigned_abs()];
            said.sort_unstable();
            read.sort_unstable();
            prop_assert_eq!(said, read);
        }
    }

    #[test]
    fn what_is_read_as_a_time_says_that_time(text in ANYTHING, hour in 0_u32..24, minute in 0_u32..60) {
        if let Some(time) = typed_time(&text) {
            prop_assert_eq!(numbers(&text)[0], time.hour());
        }
        prop_assert_eq!(typed_time(&format!(" {hour:02}:{minute:02}")), NaiveTime::from_hms_opt(hour, minute, 0));
    }

    #[test]
    fn an_appointment_that_can_be_made_is_within_its_bounds(way in "desk|phone|home|\\PC{0,6}", day in ANYTHING, near in 0_u64..900, time in ANYTHING, minutes in "15|30|45|60|[0-9-]{0,20}", about in "\\PC{0,250}") {
        for day in [day, (today() + Days::new(near)).to_string()] {
            let typed = appointment::Typed { way: way.clone(), day, time: time.clone(), minutes: minutes.clone(), about: about.clone(), ..appointment::Typed::default() };
            match typed.slot(today()) {
                Ok(slot) => prop_assert!(slot.day >= today() && slot.day <= today() + Days::new(731) && MINUTES.contains(&slot.minutes) && about.trim().chars().count() <= 200),
                Err(problems) => {
                    prop_assert!(!problems.is_empty());
                    prop_assert!(problems.iter().all(|problem| ["way", "day", "time", "minutes", "about", "sure"].contains(&&*problem.field)));
                }
            }
        }
    }

    #[test]
    fn a_chosen_day_lies_ahead(choice in "1|3|6|12|own|\\PC{0,4}", own in ANYTHING) {
        if let Ok(day) = Due::day(&choice, &own, today()) {
            prop_assert!(day >= today() && day.year() < 2046);
        }
    }

    #[test]
    fn a_telephone_number_is_ten_digits_and_stays_the_same(text in ANYTHING, rest in "[1-9][0-9]{8}", between in "[ .()-]{0,2}") {
        if let Some(number) = phone(&text) {
            prop_assert!(number.len() == 10 && number.starts_with('0') && !number.starts_with("00") && number.bytes().all(|b| b.is_ascii_digit()));
            prop_assert_eq!(phone(&number), Some(number.clone()));
        }
        let (start, end) = rest.split_at(2);
        for prefix in ["0", "+31", "0031", "+31 (0)"] {
            prop_assert_eq!(phone(&format!("{prefix}{start}{between}{end}")), Some(format!("0{rest}")));
        }
    }

    #[test]
    fn an_address_of_mail_makes_no_header(text in ANYTHING, name in "[a-z0-9.+_-]{1,20}", host in "[a-z0-9-]{1,20}") {
        if is_email(&text) {
            prop_assert_eq!(text.matches('@').count(), 1);
            prop_assert!(!text.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"')));
        }
        let good = format!("{name}@{host}.example");
        prop_assert!(is_email(&good));
        let forged = good + "\r\nBcc: all@x.example";
        prop_assert!(!is_email(&forged));
    }

    #[test]
    fn a_profile_without_problems_can_be_reached_as_it_says(called in "\\PC{0,60}", number in ANYTHING, email in ANYTHING, contact in 0_usize..5) {
        let profile = Profile { called, phone: number, email, contact: Contact::ALL[contact], ..Profile::default() };
        if profile.problems().is_empty() {
            prop_assert!(profile.contact != Contact::Sms && profile.contact != Contact::Phone || phone(&profile.phone).is_some());
            prop_assert!(profile.contact != Contact::Email || is_email(profile.email.trim()));
            prop_assert!(profile.called.chars().count() <= 40);
        }
    }
}

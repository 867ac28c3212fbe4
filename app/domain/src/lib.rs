//! What Meedoen is about, as types and legal transitions: the intake, the review, who may do what.
//!
//! This crate knows no database, no HTML, no clock and no language: it takes content and values and gives
//! values. Texts are named by key, dates are passed in, problems are closed enums.
//!
//! ```
//! use domain::calendar::add_working_days;
//! use chrono::NaiveDate;
//! // Good Friday is a working day in Dutch public service, Easter Monday is not.
//! let friday = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
//! assert_eq!(add_working_days(friday, 1), NaiveDate::from_ymd_opt(2026, 4, 7).unwrap());
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

pub mod access;
pub mod agreement;
pub mod appointment;
pub mod calculation;
pub mod calendar;
pub mod intake;
pub mod journey;
pub mod mandate;
pub mod profile;
pub mod request;
pub mod review;
pub mod task;
pub mod volunteer;

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Something wrong with one field of a form, without words: the page finds the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Name of the field in the form.
    pub field: Cow<'static, str>,
    /// What is wrong with it.
    pub code: ProblemCode,
}

impl Problem {
    /// A problem `code` with the field named `field`.
    #[must_use]
    pub const fn new(field: &'static str, code: ProblemCode) -> Self {
        Self { field: Cow::Borrowed(field), code }
    }
}

/// All that can be wrong with what a person filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProblemCode {
    /// Nothing was chosen or filled in.
    Empty,
    /// More choices than the question takes.
    TooManyChoices {
        /// The most that may be chosen.
        max: usize,
    },
    /// An answer such as "None" together with another answer.
    StandsAlone,
    /// A choice that the question does not offer.
    UnknownChoice,
    /// Not a whole number.
    NotANumber,
    /// A number below the lowest.
    TooLow {
        /// The lowest number allowed.
        min: i32,
    },
    /// A number above the highest.
    TooHigh {
        /// The highest number allowed.
        max: i32,
    },
    /// More characters than fit.
    TooLong {
        /// The most characters that fit.
        max: usize,
    },
    /// Not a Dutch telephone number.
    NotAPhone,
    /// Not an e-mail address.
    NotAnEmail,
    /// A telephone number is needed for the chosen channel.
    PhoneNeeded,
    /// An e-mail address is needed for the chosen channel.
    EmailNeeded,
    /// A box that must be ticked was not.
    NotAgreed,
    /// Not a day.
    NotADate,
    /// Not a time of the day, or one that has passed.
    NotATime,
    /// A day in the past.
    Past,
    /// A day that has yet to come.
    ToCome,
    /// A day too long ago.
    TooLongAgo,
    /// A day too far away.
    TooFar {
        /// The most years ahead.
        years: u32,
    },
    /// Only one side would do something.
    OneSided,
    /// A code that is wrong, used, or too old: which of these is not told.
    CodeUnknown,
    /// Asked for too often.
    TooOften {
        /// After how many minutes it works again.
        minutes: i64,
    },
    /// A message that did not leave.
    NotSent,
}

//! The questions, in their order, and when each is asked.

use crate::form::{Form, MOST_CHILDREN, child};
use crate::number::{hundredths, whole};

/// One question, one screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Alone or with a partner.
    Household,
    /// How old.
    Age,
    /// How old the partner is.
    PartnerAge,
    /// How many children.
    Children,
    /// How old each is.
    Ages,
    /// What kind of home, and the rent.
    Home,
    /// Hours of work now.
    Hours,
    /// Hours of work wanted.
    Plan,
    /// Wage per hour.
    Wage,
    /// The partner's hours.
    PartnerHours,
    /// The partner's wage.
    PartnerWage,
    /// Housemates who share the costs (kostendelers).
    Housemates,
    /// Months of the first disregard used (vrijlating, letter n).
    Months,
    /// The same for the partner.
    PartnerMonths,
    /// Full care for a young child, and its months (letter r).
    Care,
    /// A letter about limited hours or wage subsidy (letters y, z).
    Letter,
    /// Registered childcare.
    Childcare,
    /// Savings.
    Savings,
}

/// How a number is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// Hours a week.
    Hours,
    /// Cents an hour.
    Wage,
    /// Cents a month.
    Rent,
    /// A whole number up to this.
    Count(i64),
    /// The age of a child.
    ChildAge,
    /// Hours of childcare a month.
    CareHours,
    /// Cents for an hour of childcare.
    CarePrice,
}

impl Number {
    /// The least and the most, in what it is read in (hundredths or whole).
    #[must_use]
    pub const fn limits(self) -> (i64, i64) {
        match self {
            Self::Hours => (0, 6_000),
            Self::Wage => (100, 20_000),
            Self::Rent => (0, 500_000),
            Self::Count(most) => (0, most),
            Self::ChildAge => (0, 17),
            Self::CareHours => (0, 40_000),
            Self::CarePrice => (0, 5_000),
        }
    }

    /// Reads what was typed; `None` when it is no such number.
    #[must_use]
    pub fn read(self, typed: &str) -> Option<i64> {
        match self {
            Self::Count(_) | Self::ChildAge => whole(typed),
            _ => hundredths(typed),
        }
    }

    /// Whether it is an amount of money.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Wage | Self::Rent | Self::CarePrice)
    }
}

/// One field of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// One of a few.
    Choice {
        /// Its name.
        name: &'static str,
        /// The values, `unknown` the last.
        options: &'static [&'static str],
    },
    /// A number.
    Number {
        /// Its name.
        name: String,
        /// How it is read.
        number: Number,
        /// The value of the choice before it with which it belongs; empty when it stands by itself.
        with: &'static str,
    },
    /// "I don't know" for the numbers before it.
    Unknown {
        /// Its name.
        name: &'static str,
    },
}

const MONTHS: &[&str] = &["none", "some", "all", "unknown"];

impl Step {
    /// Every question, in the order of the screens.
    pub const ALL: [Self; 18] = [
        Self::Household,
        Self::Age,
        Self::PartnerAge,
        Self::Children,
        Self::Ages,
        Self::Home,
        Self::Hours,
        Self::Plan,
        Self::Wage,
        Self::PartnerHours,
        Self::PartnerWage,
        Self::Housemates,
        Self::Months,
        Self::PartnerMonths,
        Self::Care,
        Self::Letter,
        Self::Childcare,
        Self::Savings,
    ];

    /// The name in forms and texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Household => "household",
            Self::Age => "age",
            Self::PartnerAge => "partner-age",
            Self::Children => "children",
            Self::Ages => "ages",
            Self::Home => "home",
            Self::Hours => "hours",
            Self::Plan => "plan",
            Self::Wage => "wage",
            Self::PartnerHours => "partner-hours",
            Self::PartnerWage => "partner-wage",
            Self::Housemates => "housemates",
            Self::Months => "months",
            Self::PartnerMonths => "partner-months",
            Self::Care => "care",
            Self::Letter => "letter",
            Self::Childcare => "childcare",
            Self::Savings => "savings",
        }
    }

    /// The question with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == name)
    }

    /// Whether the answer can be shown without the questions from here on: these make it more precise.
    #[must_use]
    pub fn refines(self) -> bool {
        self > Self::PartnerWage
    }

    /// Whether this household is asked it, by the answers before it.
    #[must_use]
    pub fn asked(self, form: &Form) -> bool {
        let with_partner = form.get("household") == "partner";
        let adult = |age: &str| matches!(form.get(age), "" | "27" | "unknown");
        let works = |hours: &str| hundredths(form.get(hours)).is_some_and(|h| h > 0);
        match self {
            Self::PartnerAge | Self::PartnerHours => with_partner,
            Self::PartnerWage => with_partner && works("partner_hours"),
            Self::PartnerMonths => with_partner && works("partner_hours") && adult("partner_age"),
            Self::Ages => children(form) > 0,
            Self::Months => adult("age"),
            Self::Care => !with_partner && adult("age") && matches!(form.get("months"), "all" | "unknown") && youngest(form).is_some_and(|age| age < 12),
            Self::Childcare => youngest(form).is_some_and(|age| age <= 12),
            _ => true,
        }
    }

    /// The fields on its screen.
    #[must_use]
    pub fn fields(self, form: &Form) -> Vec<Field> {
        let choice = |name, options| Field::Choice { name, options };
        let number = |name: &str, number| Field::Number { name: name.to_owned(), number, with: "" };
        let part = |name: &str, number, with| Field::Number { name: name.to_owned(), number, with };
        let unknown = |name| Field::Unknown { name };
        match self {
            Self::Household => vec![choice("household", &["alone", "partner", "unknown"])],
            Self::Age => vec![choice("age", AGES)],
            Self::PartnerAge => vec![choice("partner_age", AGES)],
            Self::Children => vec![number("children", Number::Count(10)), unknown("children_unknown")],
            Self::Ages => (0..children(form)).map(|at| number(&child(at), Number::ChildAge)).chain([unknown("ages_unknown")]).collect(),
            Self::Home => vec![choice("home", &["rent", "other", "unknown"]), part("rent", Number::Rent, "rent")],
            Self::Hours => vec![number("hours", Number::Hours), unknown("hours_unknown")],
            Self::Plan => vec![number("plan", Number::Hours), unknown("plan_unknown")],
            Self::Wage => vec![number("wage", Number::Wage), unknown("wage_unknown")],
            Self::PartnerHours => vec![number("partner_hours", Number::Hours), unknown("partner_hours_unknown")],
            Self::PartnerWage => vec![number("partner_wage", Number::Wage), unknown("partner_wage_unknown")],
            Self::Housemates => vec![number("housemates", Number::Count(10)), unknown("housemates_unknown")],
            Self::Months => vec![choice("months", MONTHS), part("months_used", Number::Count(6), "some")],
            Self::PartnerMonths => vec![choice("partner_months", MONTHS), part("partner_months_used", Number::Count(6), "some")],
            Self::Care => vec![choice("care", &["yes", "no", "unknown"]), part("care_months", Number::Count(30), "yes")],
            Self::Letter => vec![choice("letter", &["none", "limited", "subsidy", "unknown"])],
            Self::Childcare => vec![
                choice("childcare", &["none", "day_care", "after_school", "childminder", "unknown"]),
                part("care_children", Number::Count(10), CARE),
                part("care_hours", Number::CareHours, CARE),
                part("care_price", Number::CarePrice, CARE),
            ],
            Self::Savings => vec![choice("savings", &["under", "assistance", "rent", "healthcare", "unknown"])],
        }
    }

    /// The question after this one.
    #[must_use]
    pub fn after(self, form: &Form) -> Option<Self> {
        Self::ALL.into_iter().find(|step| *step > self && step.asked(form))
    }

    /// The question before this one.
    #[must_use]
    pub fn before(self, form: &Form) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|step| *step < self && step.asked(form))
    }
}

const AGES: &[&str] = &["18", "21", "27", "pension", "unknown"];

/// Numbers about childcare belong to every kind of it.
pub const CARE: &str = "any";

/// Whether a number that belongs to `with` counts when `chosen` was chosen.
#[must_use]
pub fn belongs(with: &str, chosen: &str) -> bool {
    if with == CARE { !matches!(chosen, "" | "none" | "unknown") } else { with == chosen }
}

/// How many children were told, at most as many as there are fields for.
#[must_use]
pub fn children(form: &Form) -> usize {
    whole(form.get("children")).and_then(|n| usize::try_from(n).ok()).unwrap_or(0).min(MOST_CHILDREN)
}

/// The age of the youngest child; a child of unknown age counts as young, so that its questions are asked.
fn youngest(form: &Form) -> Option<i64> {
    (0..children(form)).map(|at| whole(form.get(&child(at))).unwrap_or(0)).min()
}

//! What was typed, read and checked, field by field.

use crate::form::Form;
use crate::step::{Field, Number, Step, belongs};

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was chosen or typed.
    Empty,
    /// Not a number, or not one of the choices.
    NotUnderstood,
    /// Less than the least, in the unit of the field.
    TooLow(i64),
    /// More than the most.
    TooHigh(i64),
    /// A child of 18 or older.
    GrownUp,
    /// An adult of pension age, whom the law treats elsewhere.
    Pension,
}

impl Fault {
    /// The name in texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotUnderstood => "not-understood",
            Self::TooLow(_) => "too-low",
            Self::TooHigh(_) => "too-high",
            Self::GrownUp => "grown-up",
            Self::Pension => "pension",
        }
    }
}

/// One field and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the field.
    pub field: String,
    /// How its number is read, for the words of its limits.
    pub number: Option<Number>,
    /// What is wrong.
    pub fault: Fault,
}

/// Everything wrong on the screen of `step`; "I don't know" is never wrong.
#[must_use]
pub fn problems(step: Step, form: &Form) -> Vec<Problem> {
    let fields = step.fields(form);
    let unknown = fields.iter().any(|field| matches!(field, Field::Unknown { name } if !form.get(name).is_empty()));
    let chosen = fields.iter().find_map(|field| match field {
        Field::Choice { name, .. } => Some(form.get(name)),
        _ => None,
    });
    let mut problems = Vec::new();
    for field in &fields {
        let (name, number, fault) = match field {
            Field::Choice { name, options } => ((*name).to_owned(), None, choice(form.get(name), options)),
            Field::Number { name, number, with } => {
                let typed = form.get(name);
                // A number beside a choice may be left open: it is not known then.
                let open = typed.is_empty() && (unknown || !with.is_empty() && step != Step::Home);
                let elsewhere = chosen.is_some_and(|chosen| !belongs(with, chosen));
                (name.clone(), Some(*number), if open || elsewhere { None } else { amount(typed, *number) })
            }
            Field::Unknown { .. } => continue,
        };
        problems.extend(fault.map(|fault| Problem { field: name, number, fault }));
    }
    problems
}

fn choice(typed: &str, options: &[&str]) -> Option<Fault> {
    match typed {
        "" => Some(Fault::Empty),
        "pension" => Some(Fault::Pension),
        typed if options.contains(&typed) => None,
        _ => Some(Fault::NotUnderstood),
    }
}

/// What is wrong with a number as it was typed.
#[must_use]
pub fn amount(typed: &str, number: Number) -> Option<Fault> {
    if typed.is_empty() {
        return Some(Fault::Empty);
    }
    let (least, most) = number.limits();
    match number.read(typed) {
        None => Some(Fault::NotUnderstood),
        Some(value) if value < least => Some(Fault::TooLow(least)),
        Some(value) if value > most && number == Number::ChildAge => Some(Fault::GrownUp),
        Some(value) if value > most => Some(Fault::TooHigh(most)),
        Some(_) => None,
    }
}

/// A number that is right; `None` when it is open or wrong.
#[must_use]
pub fn read(form: &Form, name: &str, number: Number) -> Option<i64> {
    let typed = form.get(name);
    if amount(typed, number).is_some() { None } else { number.read(typed) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(step: Step, fields: &[(&str, &str)]) -> Vec<(String, Fault)> {
        problems(step, &Form::of(fields.iter().copied())).into_iter().map(|p| (p.field, p.fault)).collect()
    }

    #[test]
    fn each_field_says_what_is_wrong_with_it() {
        assert_eq!(faults(Step::Household, &[]), [("household".to_owned(), Fault::Empty)]);
        assert_eq!(faults(Step::Age, &[("age", "pension")]), [("age".to_owned(), Fault::Pension)]);
        assert_eq!(faults(Step::Age, &[("age", "19")]), [("age".to_owned(), Fault::NotUnderstood)]);
        assert_eq!(faults(Step::Hours, &[("hours", "-1")]), [("hours".to_owned(), Fault::TooLow(0))]);
        assert_eq!(faults(Step::Plan, &[("plan", "60,01")]), [("plan".to_owned(), Fault::TooHigh(6_000))]);
        assert_eq!(faults(Step::Wage, &[("wage", "twaalf")]), [("wage".to_owned(), Fault::NotUnderstood)]);
        assert_eq!(faults(Step::Wage, &[("wage", "250")]), [("wage".to_owned(), Fault::TooHigh(20_000))]);
        let ages = faults(Step::Ages, &[("children", "3"), ("child_1", "18"), ("child_3", "7,5")]);
        assert_eq!(ages, [("child_1".to_owned(), Fault::GrownUp), ("child_2".to_owned(), Fault::Empty), ("child_3".to_owned(), Fault::NotUnderstood)]);
    }

    #[test]
    fn what_is_not_known_is_never_wrong() {
        assert_eq!(faults(Step::Wage, &[("wage_unknown", "yes")]), []);
        assert_eq!(faults(Step::Months, &[("months", "some")]), []);
        assert_eq!(faults(Step::Months, &[("months", "none"), ("months_used", "99")]), [], "a number of another choice does not count");
        assert_eq!(faults(Step::Home, &[("home", "rent")]), [("rent".to_owned(), Fault::Empty)], "there is a choice for not knowing the rent");
        assert_eq!(faults(Step::Home, &[("home", "unknown")]), []);
        assert_eq!(faults(Step::Childcare, &[("childcare", "day_care"), ("care_hours", "401")]), [("care_hours".to_owned(), Fault::TooHigh(40_000))]);
        for step in Step::ALL {
            let form = Form::of([("household", "partner"), ("children", "2"), ("age", "27")]);
            let unknown: Vec<(String, String)> = step
                .fields(&form)
                .into_iter()
                .filter_map(|field| match field {
                    Field::Choice { name, .. } => Some((name.to_owned(), "unknown".to_owned())),
                    Field::Unknown { name } => Some((name.to_owned(), "yes".to_owned())),
                    Field::Number { .. } => None,
                })
                .collect();
            let mut form = form;
            for (name, value) in &unknown {
                form.set(name, value);
            }
            assert_eq!((unknown.len(), problems(step, &form)), (1, vec![]), "{step:?}");
        }
    }
}

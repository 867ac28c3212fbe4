//! What was typed, exactly. It is the only state there is: it goes with every step and is kept nowhere.

/// The fields of the form with what was typed into them.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Form {
    values: Vec<(String, String)>,
}

/// The most characters of one field; more is cut off. No number or choice is longer.
const LONGEST: usize = 24;

/// Every field that there is; others are ignored.
const NAMES: &[&str] = &[
    "step",
    "go",
    "household",
    "age",
    "partner_age",
    "children",
    "children_unknown",
    "ages_unknown",
    "housemates",
    "housemates_unknown",
    "home",
    "rent",
    "hours",
    "hours_unknown",
    "plan",
    "plan_unknown",
    "plan_2",
    "plan_3",
    "wage",
    "wage_unknown",
    "plan_wage",
    "partner_hours",
    "partner_hours_unknown",
    "partner_wage",
    "partner_wage_unknown",
    "months",
    "months_used",
    "partner_months",
    "partner_months_used",
    "care",
    "care_months",
    "letter",
    "childcare",
    "care_hours",
    "care_price",
    "care_children",
    "savings",
    "back",
    "example",
];

/// The most children.
pub const MOST_CHILDREN: usize = 10;

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Form(…)")
    }
}

/// The name of the field with the age of a child, counted from 0.
#[must_use]
pub fn child(at: usize) -> String {
    format!("child_{}", at + 1)
}

fn known(name: &str) -> bool {
    let is_child = || name.strip_prefix("child_").and_then(|n| n.parse::<usize>().ok()).is_some_and(|n| (1..=MOST_CHILDREN).contains(&n));
    NAMES.contains(&name) || is_child()
}

impl Form {
    /// The form out of posted fields; the last of fields with one name counts.
    pub fn of<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut form = Self::default();
        for (name, value) in fields {
            form.set(name, value);
        }
        form
    }

    /// What was typed into a field, without spaces around it; empty when nothing.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.values.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// Changes a field; a field that does not exist is ignored.
    pub fn set(&mut self, name: &str, value: &str) {
        if !known(name) {
            return;
        }
        let value: String = value.trim().chars().filter(|c| !c.is_control()).take(LONGEST).collect();
        self.values.retain(|(other, _)| other != name);
        if !value.is_empty() {
            self.values.push((name.to_owned(), value));
        }
    }

    /// All fields with something in them, but for where the resident is.
    pub fn filled(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().filter(|(name, _)| name != "step" && name != "go").map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fields_that_exist_are_taken_and_long_ones_are_cut() {
        let long = "9".repeat(99);
        let form = Form::of([("age", " 27 "), ("name", "Samira"), ("rent", &long), ("child_1", "8"), ("child_11", "3"), ("age", "21"), ("care", "")]);
        assert_eq!((form.get("age"), form.get("name"), form.get("rent").len(), form.get("child_1"), form.get("child_11")), ("21", "", LONGEST, "8", ""));
        assert_eq!(form.filled().map(|(name, _)| name).collect::<Vec<_>>(), ["rent", "child_1", "age"]);
    }
}

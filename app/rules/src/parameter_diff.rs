//! What changes between two days: for whoever checks a new half-year.

use crate::day::Day;
use crate::parameter::{PARAMETERS, Parameter, standing};

/// One parameter that is not the same on two days; a side is absent where nothing stands.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// The parameter.
    pub id: &'static str,
    /// On the first day.
    pub before: Option<&'static Parameter>,
    /// On the second day.
    pub after: Option<&'static Parameter>,
}

impl Change {
    /// The newest of both sides: for what does not change, such as the name.
    #[must_use]
    pub fn newest(&self) -> Option<&'static Parameter> {
        self.after.or(self.before)
    }
}

/// The parameters that stand on a day, by id; also those of which the value is unknown.
pub fn standing_on(day: Day) -> impl Iterator<Item = &'static Parameter> {
    PARAMETERS.iter().filter(move |row| row.valid_from <= day && day <= row.valid_until)
}

/// The parameters whose value, unit or confidence differs between two days, by id.
#[must_use]
pub fn changes(before: Day, after: Day) -> Vec<Change> {
    let mut ids: Vec<&'static str> = PARAMETERS.iter().map(|row| row.id).collect();
    ids.dedup();
    ids.into_iter()
        .map(|id| Change { id, before: standing(id, before), after: standing(id, after) })
        .filter(|change| {
            let shown = |row: Option<&Parameter>| row.map(|row| (row.value, row.unit, row.confidence));
            shown(change.before) != shown(change.after)
        })
        .collect()
}

/// The newest day from which a parameter stands. Plans that are no law yet do not count.
#[must_use]
pub fn newest_day() -> Option<Day> {
    PARAMETERS.iter().filter(|row| !row.id.ends_with("_planned")).map(|row| row.valid_from).max()
}

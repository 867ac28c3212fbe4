//! What differs between two versions, line by line.

use super::{Goal, Line, Text};
use chrono::NaiveDate;

/// One difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference<'a> {
    /// A line that was not there.
    Added(&'a Line),
    /// A line that is not there any more.
    Removed(&'a Line),
    /// A line that says something else: before, now.
    Changed(&'a Line, &'a Line),
    /// A goal in other words: before, now.
    Goal(&'a Goal, &'a Goal),
    /// Another day to look back.
    LookBack(Option<NaiveDate>),
}

/// Every difference from `before` to `now`, in the order of `now`, then what disappeared.
#[must_use]
pub fn differences<'a>(before: &'a Text, now: &'a Text) -> Vec<Difference<'a>> {
    let mut found: Vec<Difference<'a>> =
        now.goals.iter().filter_map(|goal| before.goal(&goal.id).filter(|old| *old != goal).map(|old| Difference::Goal(old, goal))).collect();
    for line in &now.lines {
        match before.line(&line.id) {
            None => found.push(Difference::Added(line)),
            Some(old) if !old.says_the_same(line) => found.push(Difference::Changed(old, line)),
            Some(_) => {}
        }
    }
    found.extend(before.lines.iter().filter(|old| now.line(&old.id).is_none()).map(Difference::Removed));
    if before.look_back != now.look_back {
        found.push(Difference::LookBack(now.look_back));
    }
    found
}

//! What changed between two sent versions, question by question.

use super::{AnswerState, ScanAnswer, SelfScan};

/// What happened to one question since the version before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<'a> {
    /// Has an answer now, had none.
    Added(&'a ScanAnswer),
    /// Had an answer, is not asked or not answered any more.
    Removed(&'a ScanAnswer),
    /// Answered otherwise: before, now.
    Changed(&'a ScanAnswer, &'a ScanAnswer),
}

/// Every change from `before` to `now`, in the order of `now`, then what disappeared.
#[must_use]
pub fn difference<'a>(before: &'a SelfScan, now: &'a SelfScan) -> Vec<Change<'a>> {
    let said = |a: &ScanAnswer| a.state != AnswerState::Open;
    let mut changes: Vec<Change<'a>> = now
        .answers
        .iter()
        .filter_map(|new| match before.answer(&new.step).filter(|old| said(old)) {
            None => said(new).then_some(Change::Added(new)),
            Some(old) if !said(new) => Some(Change::Removed(old)),
            Some(old) => (old.kept != new.kept).then_some(Change::Changed(old, new)),
        })
        .collect();
    changes.extend(before.answers.iter().filter(|old| said(old) && now.answer(&old.step).is_none()).map(Change::Removed));
    changes
}

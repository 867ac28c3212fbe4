//! All promises of the municipality over all residents of a caseworker, late ones first; and what else waits for whom.

use super::mark::LineView;
use super::waits::{CaseRow, Show};
use crate::review::PAGE;
use crate::{Result, Service};
use chrono::NaiveDate;
use domain::access::Actor;
use domain::agreement::{Line, Side};
use std::collections::BTreeMap;

/// What was promised.
#[derive(Clone)]
pub enum Promised {
    /// A line of what is agreed, what it is for, and how it goes.
    Line {
        /// The words.
        line: Line,
        /// What it is for.
        goal: String,
        /// How it goes.
        view: LineView,
    },
    /// Something that the resident reads on the journey: the key of its text.
    Else(&'static str),
}

/// One promise of the municipality that is not over.
#[derive(Clone)]
pub struct Promise {
    /// The resident's id.
    pub resident: String,
    /// Full name.
    pub name: String,
    /// The language of the resident, in which lines are written.
    pub language: String,
    /// What was promised.
    pub what: Promised,
    /// By when.
    pub by: NaiveDate,
    /// Whether that day has passed.
    pub late: bool,
}

impl Promise {
    /// Whether the resident says that it was not done.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        matches!(&self.what, Promised::Line { view, .. } if view.standing.not_done == Some(Side::Resident))
    }
}

/// The list.
#[derive(Clone, Default)]
pub struct Promises {
    /// Promises of the page, late ones first.
    pub promises: Vec<Promise>,
    /// Which page it is, from 0; the last one when there are fewer.
    pub page: usize,
    /// How many there are in all.
    pub total: usize,
    /// How many of them are late.
    pub late: usize,
    /// What waits, what cannot wait first.
    pub cases: Vec<CaseRow>,
    /// How often each scheme stands in what is agreed.
    pub schemes: BTreeMap<String, usize>,
    /// How many residents have an agreement.
    pub agreed: usize,
}

impl Service {
    /// What the actor's residents were promised, a page of it, and what waits.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor has no residents.
    pub async fn promises(&self, actor: &Actor, show: Show, page: usize) -> Result<Promises> {
        let mut found = Promises::default();
        for mut waiter in self.waiting(actor, show).await? {
            found.promises.append(&mut waiter.promises);
            if !waiter.case.tasks.is_empty() {
                found.cases.push(waiter.case);
            }
            if let Some(schemes) = waiter.schemes {
                found.agreed += 1;
                for scheme in schemes {
                    *found.schemes.entry(scheme).or_default() += 1;
                }
            }
        }
        found.promises.sort_by_cached_key(|p| (!p.is_disputed(), !p.late, p.by, p.name.clone()));
        (found.total, found.late) = (found.promises.len(), found.promises.iter().filter(|p| p.late).count());
        found.page = page.min(found.total.saturating_sub(1) / PAGE);
        found.promises = found.promises.drain(..).skip(found.page * PAGE).take(PAGE).collect();
        found.cases.sort_by_key(|case| (case.tasks.first().copied(), case.think_until, case.name.clone()));
        Ok(found)
    }
}

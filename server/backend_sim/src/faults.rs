//! The faults that are switched on, and which call each of them hits (section 11.4).

use crate::fault::{Fault, FaultRule};
use serde::Serialize;
use tokio::time::{Duration, Instant};

/// A rule that is switched on, with what it has done.
#[derive(Debug, Clone, Serialize)]
pub struct ActiveFault {
    /// Its number.
    pub id: u64,
    /// The rule.
    #[serde(flatten)]
    pub rule: FaultRule,
    /// How many calls matched.
    pub seen: u32,
    /// How many calls went wrong.
    pub applied: u32,
    #[serde(skip)]
    until: Option<Instant>,
}

/// All faults that are switched on.
#[derive(Debug, Default)]
pub struct Faults {
    active: Vec<ActiveFault>,
    last: u64,
}

impl Faults {
    /// Switches one on and gives its number.
    pub fn add(&mut self, rule: FaultRule) -> u64 {
        self.last += 1;
        self.active.push(ActiveFault { id: self.last, rule, seen: 0, applied: 0, until: None });
        self.last
    }

    /// What is switched on.
    #[must_use]
    pub fn active(&self) -> &[ActiveFault] {
        &self.active
    }

    /// Switches all off, or one.
    pub fn lift(&mut self, id: Option<u64>) {
        self.active.retain(|fault| id.is_some_and(|id| fault.id != id));
    }

    /// Counts a call and says what goes wrong with it. `about` tells whether it is about an aggregate; `scale` is the time scale.
    pub fn pick(&mut self, method: &str, step: &str, about: impl Fn(&str) -> bool, scale: f64) -> Option<Fault> {
        let (mut picked, now) = (None, Instant::now());
        for active in &mut self.active {
            let matching = &active.rule.matching;
            let fits = matching.method.as_deref().is_none_or(|m| m.eq_ignore_ascii_case(method))
                && matching.route.as_deref().is_none_or(|pattern| glob(pattern, step))
                && matching.aggregate.as_deref().is_none_or(&about);
            if !fits {
                continue;
            }
            active.seen += 1;
            let times = active.rule.times.or(matching.nth.map(|_| 1));
            let begun = active.seen >= matching.nth.unwrap_or(1);
            if picked.is_some() || !begun || times.is_some_and(|times| active.applied >= times) {
                continue;
            }
            if let Fault::StaleFind { seconds } = active.rule.fault {
                let until = *active.until.get_or_insert_with(|| now + Duration::try_from_secs_f64(seconds * scale).unwrap_or_default());
                if now >= until {
                    continue;
                }
            }
            active.applied += 1;
            picked = Some(active.rule.fault.clone());
        }
        picked
    }
}

/// Whether `pattern` fits `step`; `*` at its begin or end stands for anything.
pub(crate) fn glob(pattern: &str, step: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), _) if step.ends_with(end) => true,
        (_, Some(begin)) => step.starts_with(begin),
        _ => pattern == step,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nth_matching_call_goes_wrong_once() {
        let mut faults = Faults::default();
        faults.add(FaultRule::on("*.create", Fault::DropBefore).nth(2).about("P-1"));
        let mut call = |step: &str, about: bool| faults.pick("POST", step, |_| about, 1.0).is_some();
        assert!(!call("zaak.create", true) && !call("zaak.find", true) && !call("rol.create", false));
        assert!(call("rol.create", true));
        assert!(!call("rol.create", true));
    }

    #[test]
    fn a_fault_stays_until_it_is_lifted() {
        let mut faults = Faults::default();
        let id = faults.add(FaultRule::on("*", Fault::Revoked));
        assert!((0..3).all(|_| faults.pick("GET", "zaak.find", |_| false, 1.0) == Some(Fault::Revoked)));
        faults.lift(Some(id));
        assert_eq!(faults.pick("GET", "zaak.find", |_| false, 1.0), None);
    }
}

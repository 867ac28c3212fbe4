//! What comes with a result: the limits of the law that were passed, and how sure it is.

use super::home::Allowances;
use crate::confidence::Confidence;
use crate::money::Cents;
use crate::outcome::{AdultOutcome, HouseholdOutcome};
use crate::pair::Pair;
use crate::rule::Rule;
use crate::rule_set::RuleSet;
use crate::situation::Situation;
use crate::threshold::{Passed, Threshold};
use crate::trace::{Entry, Sink};

/// Collects the limits that were passed, and names them in the trace.
pub(super) fn thresholds(situation: &Situation, ended_by: Option<Threshold>, allowances: &Allowances, sink: &mut impl Sink) -> Passed {
    let assets = situation.assets_above_allowance_limit;
    let rent_assets = situation.rent.is_some() && (assets || situation.assets_above_rent_allowance_limit);
    let single = [
        ended_by,
        allowances.healthcare.threshold,
        allowances.rent.threshold,
        allowances.budget.threshold,
        assets.then_some(Threshold::AllowanceAssets),
        rent_assets.then_some(Threshold::RentAllowanceAssets),
    ];
    let mut passed = Passed::default();
    for threshold in single.into_iter().flatten().chain(allowances.childcare.thresholds()) {
        passed.add(threshold);
        sink.record(|| Entry { threshold: Some(threshold), ..Entry::new(Rule::Threshold, threshold.article(), Cents(0)) });
    }
    passed
}

/// The least sure parameter among the rules that gave an amount.
pub(super) fn confidence(rules: &RuleSet, adults: &Pair<AdultOutcome>, result: &HouseholdOutcome) -> Confidence {
    let used = [
        (result.assistance, rules.norms.confidence),
        (result.healthcare_allowance, rules.healthcare.confidence),
        (result.rent_allowance, rules.rent.confidence),
        (result.child_budget, rules.child_budget.confidence),
        (result.child_benefit, rules.child_benefit.confidence),
        (result.childcare_cost, rules.childcare.confidence),
    ];
    let household = used.into_iter().filter(|(amount, _)| amount.0 != 0).fold(rules.confidence(), |weakest, (_, confidence)| weakest.weakest(confidence));
    adults.iter().fold(household, |weakest, adult| weakest.weakest(adult.disregard.confidence))
}

//! What is about one adult: wage, disregard, tax of the year.

use crate::law::annual_tax::{AnnualTax, annual_tax};
use crate::law::combination_credit::{self, combination_credit};
use crate::law::disregard::{Kind, Terms, disregard};
use crate::law::gross_wage::gross_wage;
use crate::law::holiday_entitlement::holiday_entitlement;
use crate::law::net_wage::net_wage;
use crate::law::payroll_tax::payroll_tax;
use crate::money::{Euros, Hours};
use crate::outcome::AdultOutcome;
use crate::pair::Pair;
use crate::rule_set::{Disregards, RuleSet};
use crate::situation::{Adult, Household, Situation};
use crate::trace::{OfAdult, Sink};

/// The disregard that each adult has with a wage.
#[must_use]
pub fn disregard_kinds(household: &Household) -> Pair<Kind> {
    let (rules, situation) = (household.rules(), household.situation());
    situation.adults.as_ref().map(|_, adult| terms(rules, situation, adult).kind)
}

/// Steps 1 to 5 for each adult.
pub(super) fn wages_of_all(rules: &RuleSet, situation: &Situation, hours: Pair<Hours>, sink: &mut impl Sink) -> Pair<AdultOutcome> {
    situation.adults.as_ref().zip(hours).map(|place, (adult, hours)| wages(rules, situation, adult, hours, &mut OfAdult { sink, adult: place.index() }))
}

/// Steps 1 to 5: from hours to disregard.
fn wages(rules: &RuleSet, situation: &Situation, adult: &Adult, hours: Hours, sink: &mut impl Sink) -> AdultOutcome {
    let gross = gross_wage(hours, adult.hourly_wage, sink);
    let tax = payroll_tax(&rules.tax, gross, sink);
    let net = net_wage(gross, tax, sink);
    let entitlement = holiday_entitlement(&rules.entitlement, net, sink);
    let disregard = disregard(terms(rules, situation, adult), net + entitlement, sink);
    AdultOutcome { gross_wage: gross, payroll_tax: tax, net_wage: net, holiday_entitlement: entitlement, disregard }
}

/// The disregard of an adult who has a wage.
fn terms(rules: &RuleSet, situation: &Situation, adult: &Adult) -> Terms {
    match &rules.disregards {
        Disregards::Article31(amounts) => {
            let single = situation.adults.second.is_none();
            let youngest = situation.children.iter().map(|child| child.age).min().filter(|_| single);
            amounts.terms(amounts.which(adult, youngest))
        }
        Disregards::Article34a(amounts) => amounts.terms(amounts.which(adult)),
    }
}

/// The tax of the year of each adult, with the combination credit for the one who may have it.
pub(super) fn year_taxes(rules: &RuleSet, situation: &Situation, wages: Pair<Euros>, sink: &mut impl Sink) -> Pair<AnnualTax> {
    let limit = rules.combination_child.younger_than.0;
    let with_young_child = situation.children.iter().any(|child| child.age < limit);
    let who = with_young_child.then(|| combination_credit::who(wages));
    wages.map(|place, wage| {
        let credit = if who == Some(place) { combination_credit(&rules.combination, wage) } else { Euros(0) };
        annual_tax(&rules.tax, wage, credit, &mut OfAdult { sink, adult: place.index() })
    })
}

//! What is about the household: norm, means, allowances, settlement.

use crate::law::annual_tax::AnnualTax;
use crate::law::assistance::Means;
use crate::law::assistance_norm::{Composition, assistance_norm};
use crate::law::child_budget::{ChildBudget, child_budget};
use crate::law::childcare::{ChildcareResult, childcare};
use crate::law::healthcare_allowance::{HealthcareAllowance, healthcare_allowance};
use crate::law::rent_allowance::{RentAllowance, Tenancy, rent_allowance};
use crate::law::tax_settlement::{Paid, tax_settlement};
use crate::money::{Cents, Euros};
use crate::outcome::AdultOutcome;
use crate::pair::Pair;
use crate::rule_set::RuleSet;
use crate::situation::Situation;
use crate::trace::Sink;

/// The allowances of a month, before they become amounts.
pub(super) struct Allowances {
    pub healthcare: HealthcareAllowance,
    pub rent: RentAllowance,
    pub budget: ChildBudget,
    pub childcare: ChildcareResult,
}

pub(super) fn norm(rules: &RuleSet, situation: &Situation, sink: &mut impl Sink) -> Cents {
    let who = Composition {
        ages: situation.adults.as_ref().map(|_, adult| adult.age),
        with_child: !situation.children.is_empty(),
        housemates: u32::try_from(situation.cost_sharing_housemates).unwrap_or(0),
    };
    assistance_norm(&rules.norms, &rules.sharing, who, sink)
}

pub(super) fn means(situation: &Situation, norm: Cents, adults: &Pair<AdultOutcome>, taxes: &Pair<AnnualTax>) -> Means {
    Means {
        norm,
        income: adults.iter().map(|adult| adult.net_wage + adult.holiday_entitlement).sum(),
        disregarded: adults.iter().map(|adult| adult.disregard.amount).sum(),
        assets_above_limit: situation.assets_above_assistance_limit,
        combination_credit: taxes.iter().map(|tax| tax.combination_used).sum(),
    }
}

/// Steps 13 to 16 and 18.
pub(super) fn allowances(rules: &RuleSet, situation: &Situation, income: Euros, all_work: bool, sink: &mut impl Sink) -> Allowances {
    let with_partner = situation.adults.second.is_some();
    let assets = situation.assets_above_allowance_limit;
    let ages = || situation.children.iter().map(|child| child.age);
    let children = i64::try_from(situation.children.len()).unwrap_or(i64::MAX);
    let tenancy = Tenancy {
        rent: situation.rent,
        persons: situation.adults.count() + children,
        oldest: situation.adults.iter().map(|adult| adult.age).max().unwrap_or_default(),
        with_child: children > 0,
        income,
        assets_above_limit: assets || situation.assets_above_rent_allowance_limit,
    };
    let minimum = &rules.minimum;
    Allowances {
        healthcare: healthcare_allowance(&rules.healthcare, minimum, with_partner, income, assets, sink),
        rent: rent_allowance(&rules.rent, minimum, tenancy, sink),
        budget: child_budget(&rules.child_budget, minimum, ages(), with_partner, income, assets, sink),
        childcare: childcare(&rules.childcare, minimum, &situation.children, all_work, income, sink),
    }
}

pub(super) fn settlement(rules: &RuleSet, assistance: Cents, adults: &Pair<AdultOutcome>, taxes: &Pair<AnnualTax>, sink: &mut impl Sink) -> Cents {
    let adults = adults.as_ref().zip(taxes.as_ref()).map(|_, (adult, tax)| Paid {
        gross: adult.gross_wage,
        net_with_entitlement: adult.net_wage + adult.holiday_entitlement,
        due: tax.due,
    });
    tax_settlement(&rules.holiday_pay, assistance, adults, sink)
}

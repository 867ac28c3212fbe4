//! Examples about allowances and child benefit.

use super::inputs::{Inputs, to_cent};
use super::{Answer, Reason};
use crate::law::child_budget::{self, ChildBudget, child_budget};
use crate::law::childcare::{self, childcare};
use crate::law::healthcare_allowance::{self, HealthcareAllowance, healthcare_allowance};
use crate::law::minimum_award::{self, awarded};
use crate::law::rent_allowance::{self, Tenancy, rent_allowance};
use crate::law::{assets, child_benefit};
use crate::machine::number::Exact;
use crate::money::{Cents, Euros, Fraction};
use crate::situation::{Child, Childcare, ChildcareKind};
use crate::trace::NoTrace;

/// `zorgtoeslag`
pub fn healthcare(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let source = inputs.source();
    let amounts = healthcare_allowance::Amounts::read(source)?;
    let minimum = minimum_award::Amounts::read(source)?;
    let partner = inputs.flag_or("partner", false)?;
    let income = inputs.income("toetsingsinkomen_gezamenlijk")?;
    let too_rich = match inputs.money_of(&["vermogen"])? {
        Some(owned) => {
            let limits = assets::Healthcare::read(source)?;
            owned > if partner { limits.couple } else { limits.single }.cents()
        }
        None => !inputs.flag_or("vermogen_onder_grens", true)?,
    };
    let at = |income| healthcare_allowance(&amounts, &minimum, partner, income, too_rich, &mut NoTrace);
    let year = |one: &HealthcareAllowance| awarded(&minimum, Fraction::whole(one.year.0), one.year).amount;
    let has_right = |one: &HealthcareAllowance| year(one) > Euros(0) && !too_rich;
    match key {
        "zorgtoeslag_maand" => Ok(at(income).month.into()),
        "recht" => Ok(has_right(&at(income)).into()),
        "recht_bij_inkomen_plus_1" => Ok(has_right(&at(income + Euros(1))).into()),
        "zorgtoeslag_jaar_onafgerond" => Ok(to_cent(at(income).exact_year).into()),
        "peer_output_jaar" | "correct_jaar" => Ok(year(&at(income)).into()),
        _ => Err(Reason::UnknownKey),
    }
}

/// `huurtoeslag`, the system from 2026.
pub fn rent(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let source = inputs.source();
    let amounts = rent_allowance::Amounts::read(source)?;
    let minimum = minimum_award::Amounts::read(source)?;
    let limits = assets::Rent::read(source)?;
    let adults = inputs.whole_or("volwassenen", 1)?;
    let children = inputs.whole_or("kinderen", 0)?;
    let owned = inputs.money_of(&["vermogen"])?.unwrap_or_default();
    let limit = if adults >= 2 { limits.couple } else { limits.single };
    let rent = inputs.money_of(&["kale_huur", "rekenhuur"])?.ok_or(Reason::Input("kale_huur"))?;
    const GROWN_UP: i64 = 21;
    let tenancy = Tenancy {
        rent: Some(rent),
        persons: inputs.whole_or("personen", adults + children)?,
        oldest: if inputs.flag_or("aow", false)? { GROWN_UP } else { inputs.whole_or("leeftijd", GROWN_UP)? },
        with_child: children > 0,
        income: inputs.income("rekeninkomen")?,
        assets_above_limit: owned > limit.cents(),
    };
    let allowance = rent_allowance(&amounts, &minimum, tenancy, &mut NoTrace);
    match key {
        "huurtoeslag_maand" | "peer_output_maand" => Ok(allowance.month.into()),
        "huurtoeslag_jaar" => Ok(Euros(allowance.month.0 * 12).into()),
        "inkomenscorrectie_maand" => Ok(Cents(allowance.reduction.half_up()).into()),
        "recht" => Ok((allowance.month > Euros(0)).into()),
        _ => Err(Reason::UnknownKey),
    }
}

/// `kindgebonden_budget`
pub fn budget(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let amounts = child_budget::Amounts::read(inputs.source())?;
    let minimum = minimum_award::Amounts::read(inputs.source())?;
    let ages = inputs.ages("kinderen")?;
    let partner = inputs.flag_or("partner", false)?;
    let at = |income| child_budget(&amounts, &minimum, ages.iter().copied(), partner, income, false, &mut NoTrace);
    let year = |one: &ChildBudget| {
        if awarded(&minimum, one.year, Euros(1)).amount == Euros(0) { Cents(0) } else { to_cent(one.year) }
    };
    match key {
        "leeftijdsverhoging" => Ok(at(Euros(0)).for_age.into()),
        "kgb_jaar" | "peer_output_jaar" | "correct_jaar" => Ok(year(&at(inputs.income("toetsingsinkomen")?)).into()),
        "kgb_maand" => Ok(at(inputs.income("toetsingsinkomen")?).month.into()),
        _ => Err(Reason::UnknownKey),
    }
}

/// One child of a childcare example.
fn care_of(child: &Inputs<'_, '_>) -> Result<Childcare, Reason> {
    let kind = match child.word_or("soort", "")? {
        "dagopvang" => ChildcareKind::DayCare,
        "bso" => ChildcareKind::AfterSchool,
        "gastouder" => ChildcareKind::Childminder,
        _ => return Err(Reason::Input("soort")),
    };
    Ok(Childcare { kind, hours_per_month: child.hours("uren_maand")?, hourly_price: child.money("uurprijs")? })
}

/// `kinderopvangtoeslag`
pub fn care(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let amounts = childcare::Amounts::read(inputs.source())?;
    let band = || inputs.income("toetsingsinkomen").map(|income| amounts.band(income).1);
    let all = || {
        let children = inputs.list("kinderen")?;
        children.into_iter().map(|child| care_of(&inputs.inside(child))).collect::<Result<Vec<_>, _>>()
    };
    match key {
        "percentage_eerste" | "peer_output_pct_first" => Ok(band()?.first.into()),
        "percentage_volgende" => Ok(band()?.next.into()),
        "uren_meegeteld" => {
            let children = inputs.list("kinderen")?;
            let first = children.first().ok_or(Reason::Input("kinderen"))?;
            let hours = amounts.hours_counted(inputs.inside(*first).hours("uren_maand")?);
            Ok(super::Got::Number(Exact::cents(hours.0)))
        }
        "subsidiabele_kosten_maand" => {
            let cost = all()?.iter().map(|care| amounts.eligible(care)).fold(Fraction::whole(0), |a, b| a + b);
            Ok(Cents(cost.half_up()).into())
        }
        "kot_maand" => {
            let minimum = minimum_award::Amounts::read(inputs.source())?;
            let children: Vec<Child> = all()?.into_iter().map(|care| Child { age: 0, childcare: Some(care) }).collect();
            let income = inputs.income("toetsingsinkomen")?;
            Ok(childcare(&amounts, &minimum, &children, true, income, &mut NoTrace).allowance.into())
        }
        _ => Err(Reason::UnknownKey),
    }
}

/// `kinderbijslag`
pub fn benefit(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let amounts = child_benefit::Amounts::read(inputs.source())?;
    let quarter = child_benefit::per_quarter(&amounts, inputs.ages("kinderen")?.into_iter());
    match key {
        "kwartaal" => Ok(quarter.into()),
        "jaar_afgerond_beneden" => Ok(Euros((quarter.0 * 4).div_euclid(100)).into()),
        _ => Err(Reason::UnknownKey),
    }
}

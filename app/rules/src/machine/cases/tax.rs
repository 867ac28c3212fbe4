//! Examples about wages and tax.

use super::inputs::Inputs;
use super::{Answer, Reason};
use crate::law::combination_credit::{self, combination_credit};
use crate::law::general_credit::{self, general_credit};
use crate::law::labour_credit::{self, labour_credit};
use crate::law::minimum_wage::{self, minimum_wage};
use crate::law::net_minimum_wage::couple_norm;
use crate::law::pension_age::{self, elderly_credit};
use crate::law::{payroll_tax, wage_subsidy, year_wage};
use crate::money::Euros;

/// `loonheffing_maand`: the official month tables, also from pension age.
pub fn payroll(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let gross = inputs.money("bruto_maandloon")?;
    if !inputs.flag_or("geboren_na_1945", true)? {
        return Err(Reason::Input("geboren_na_1945"));
    }
    let (amounts, elderly) = if inputs.flag_or("aow", false)? {
        let (own, amounts) = pension_age::Amounts::payroll(inputs.source())?;
        (amounts, elderly_credit(&own, amounts.table_year(gross)))
    } else {
        (payroll_tax::Amounts::read(inputs.source())?, Euros(0))
    };
    let year = amounts.year(amounts.table_year(gross));
    let after_general = year.tax.above(year.general + elderly);
    let month = match key {
        "loonheffing_met_korting" | "peer_output" | "correct" => after_general.above(year.labour),
        "loonheffing_zonder_korting" => year.tax,
        "verrekende_arbeidskorting" => Euros(year.labour.0.min(after_general.0)),
        _ => return Err(Reason::UnknownKey),
    };
    Ok(month.month_half_up().into())
}

/// Only below pension age: the examples have no others.
fn working_age(inputs: &Inputs<'_, '_>) -> Result<(), Reason> {
    if inputs.flag_or("aow", false)? { Err(Reason::Input("aow")) } else { Ok(()) }
}

/// `ahk`: the general credit.
pub fn general(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    working_age(inputs)?;
    let amounts = general_credit::Amounts::read(inputs.source())?;
    match key {
        "ahk" => Ok(general_credit(&amounts, inputs.income("inkomen")?).into()),
        _ => Err(Reason::UnknownKey),
    }
}

/// `arbeidskorting`: the labour credit.
pub fn labour(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    working_age(inputs)?;
    let amounts = labour_credit::Amounts::read(inputs.source())?;
    match key {
        "arbeidskorting" => Ok(labour_credit(&amounts, inputs.income("inkomen")?).into()),
        _ => Err(Reason::UnknownKey),
    }
}

/// `iack`: the combination credit.
pub fn combination(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    working_age(inputs)?;
    let amounts = combination_credit::Amounts::read(inputs.source())?;
    let name = if inputs.has("arbeidsinkomen") { "arbeidsinkomen" } else { "inkomen" };
    match key {
        "iack" => Ok(combination_credit(&amounts, inputs.income(name)?).into()),
        _ => Err(Reason::UnknownKey),
    }
}

/// `netto_minimumloon`: the couple norm that follows from the minimum wage.
pub fn net_minimum_wage(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let tax = payroll_tax::Amounts::read(inputs.source())?;
    let holiday = year_wage::Amounts::read(inputs.source())?;
    let (wage, share) = (inputs.money("referentiemaandloon")?, inputs.rate("ahk_percentage")?);
    match key {
        "norm_gehuwden" => Ok(couple_norm(&tax, &holiday, wage, share).into()),
        _ => Err(Reason::UnknownKey),
    }
}

/// `wml`: the minimum wage per hour.
pub fn minimum(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let amounts = minimum_wage::Amounts::read(inputs.source())?;
    match (key, minimum_wage(&amounts, inputs.whole("leeftijd")?)) {
        ("uurloon", Some(wage)) => Ok(wage.into()),
        ("uurloon", None) => Err(Reason::Input("leeftijd")),
        _ => Err(Reason::UnknownKey),
    }
}

/// `loonkostensubsidie`: the wage subsidy.
pub fn subsidy(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let share = wage_subsidy::Amounts::read(inputs.source())?.maximum;
    let wage = inputs.money("wml_plus_vb")?;
    match key {
        "maximum" => Ok(wage_subsidy::maximum(share, wage).into()),
        "lks" => Ok(wage_subsidy::wage_subsidy(share, wage, inputs.money("loonwaarde")?).into()),
        _ => Err(Reason::UnknownKey),
    }
}

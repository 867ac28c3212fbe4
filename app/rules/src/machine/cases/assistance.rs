//! Examples about the benefit.

use std::num::NonZeroU32;

use super::inputs::Inputs;
use super::{Answer, Reason};
use crate::law::assistance_norm::{self, Composition, assistance_norm};
use crate::law::cost_sharing::{self, cost_sharing_norm};
use crate::law::disregard::{self, Kind, Terms};
use crate::law::gross_assistance::gross_assistance;
use crate::law::income_supplement::{has_right, income_supplement};
use crate::law::{advance as advance_rule, assets, other_norms, payroll_tax};
use crate::local::{Recipient, Schemes};
use crate::money::{Cents, Euros};
use crate::pair::Pair;
use crate::trace::NoTrace;

/// The kind of household of an example.
fn recipient(inputs: &Inputs<'_, '_>) -> Result<Recipient, Reason> {
    match inputs.word_or("huishouden", "alleenstaande")? {
        "alleenstaande" => Ok(Recipient::Single),
        "alleenstaande_ouder" => Ok(Recipient::SingleParent),
        "gehuwden" => Ok(Recipient::Couple),
        _ => Err(Reason::Input("huishouden")),
    }
}

/// Where an example says nothing, the adults are this old.
const USUAL_AGE: i64 = 35;

/// The norm that is given, or that of the table without cost sharers.
fn norm(inputs: &Inputs<'_, '_>) -> Result<Cents, Reason> {
    if let Some(given) = inputs.money_of(&["norm"])? {
        return Ok(given);
    }
    let source = inputs.source();
    let couple = recipient(inputs)? == Recipient::Couple;
    if inputs.flag_or("inrichting", false)? {
        let amounts = other_norms::Institution::read(source)?;
        return Ok(if couple { amounts.couple } else { amounts.single });
    }
    if inputs.flag_or("aow", false)? {
        let amounts = other_norms::PensionAge::read(source)?;
        return Ok(if couple { amounts.couple } else { amounts.single });
    }
    let who = Composition {
        ages: Pair {
            first: inputs.whole_or("leeftijd", USUAL_AGE)?,
            second: if couple { Some(inputs.whole_or("leeftijd_partner", USUAL_AGE)?) } else { None },
        },
        with_child: inputs.whole_or("kinderen", 0)? > 0,
        housemates: 0,
    };
    let sharing = cost_sharing::Amounts::read(source)?;
    match assistance_norm::Amounts::read(source) {
        Ok(amounts) => Ok(assistance_norm(&amounts, &sharing, who, &mut NoTrace)),
        // Before 2025 only the two full norms are known.
        Err(missing) => {
            let full = assistance_norm::FullNorms::read(source).map_err(|_| missing)?;
            match (assistance_norm::is_full(who.ages.first), who.ages.second.map(assistance_norm::is_full)) {
                (true, None) => Ok(full.single),
                (true, Some(true)) => Ok(full.couple),
                _ => Err(missing.into()),
            }
        }
    }
}

/// The terms of the disregard that an example names.
fn terms(inputs: &Inputs<'_, '_>) -> Result<Terms, Reason> {
    let kind = match inputs.word_or("vrijlating", "geen")? {
        "geen" => Kind::None,
        "n" => Kind::N,
        "r" => Kind::R,
        "y" => Kind::Y,
        "z" => Kind::Z,
        "aa" => Kind::Aa,
        _ => return Err(Reason::Input("vrijlating")),
    };
    let terms = Terms::read(kind, inputs.source())?;
    if matches!(kind, Kind::N | Kind::R) {
        let limit = disregard::Conditions::read(inputs.source())?.minimum_age;
        if inputs.whole_or("leeftijd", USUAL_AGE)? < limit.0 {
            return Ok(Terms::NONE);
        }
    }
    Ok(terms)
}

/// The income that is deducted, and the part of a wage that is not.
struct Deducted {
    deducted: Cents,
    disregarded: Cents,
}

fn deducted(inputs: &Inputs<'_, '_>) -> Result<Deducted, Reason> {
    if let Some(wage) = inputs.money_of(&["netto_loon", "netto_loon_incl_vt"])? {
        let disregarded = terms(inputs)?.amount(wage);
        return Ok(Deducted { deducted: wage - disregarded, disregarded });
    }
    let income = inputs.money_of(&["netto_inkomen", "netto_inkomen_incl_vt"])?.unwrap_or_default();
    Ok(Deducted { deducted: income, disregarded: Cents(0) })
}

/// Whether the assets of an example are above the limit.
fn too_rich(inputs: &Inputs<'_, '_>) -> Result<bool, Reason> {
    let Some(owned) = inputs.money_of(&["vermogen"])? else {
        return Ok(false);
    };
    let limit = match inputs.money_of(&["vermogensgrens"])? {
        Some(limit) => limit,
        None => {
            let limits = assets::Assistance::read(inputs.source())?;
            let single = recipient(inputs)? == Recipient::Single;
            if single { limits.single } else { limits.other }.cents()
        }
    };
    Ok(owned > limit)
}

/// `bijstand`
pub fn assistance(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let amount = || -> Result<Cents, Reason> {
        let left = (norm(inputs)? - deducted(inputs)?.deducted).or_zero();
        Ok(if too_rich(inputs)? { Cents(0) } else { left })
    };
    match key {
        "norm" | "peer_output" | "correct" => Ok(norm(inputs)?.into()),
        "vrijlating" => Ok(deducted(inputs)?.disregarded.into()),
        "gekort" => Ok(deducted(inputs)?.deducted.into()),
        "bijstand" => Ok(amount()?.into()),
        "recht" => Ok((amount()? > Cents(0)).into()),
        "met_ouderverhoging" => {
            let top_up = other_norms::ParentsCannotPay::read(inputs.source())?;
            let full = assistance_norm::FullNorms::read(inputs.source())?;
            Ok((norm(inputs)? + top_up.amount).at_most(full.single).into())
        }
        _ => Err(Reason::UnknownKey),
    }
}

/// `kostendelersnorm`
pub fn sharing(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    match key {
        "norm_per_persoon" => {
            let sharers = if inputs.has("A") { inputs.whole("A")? } else { inputs.whole("medebewoners")? + 1 };
            let sharers = u32::try_from(sharers).ok().filter(|number| *number <= 1_000).and_then(NonZeroU32::new);
            let formula = cost_sharing::Amounts::read(inputs.source())?;
            let couple = assistance_norm::FullNorms::read(inputs.source())?.couple;
            Ok(cost_sharing_norm(&formula, couple, sharers.ok_or(Reason::Input("A"))?).into())
        }
        "kostendelersnorm_van_toepassing" => {
            let grown_up = assistance_norm::is_full(inputs.whole("leeftijd")?);
            let others = inputs.whole("medebewoners")? > 0;
            let not_counted = inputs.flag_or("alleen_commercieel", false)? || inputs.flag_or("alleen_studerend", false)?;
            Ok((grown_up && others && !not_counted).into())
        }
        _ => Err(Reason::UnknownKey),
    }
}

/// `bijstand_voorschot`
pub fn advance(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let amounts = advance_rule::Amounts::read(inputs.source())?;
    match key {
        "voorschot" => Ok(advance_rule::advance(&amounts, inputs.money("norm")?).into()),
        _ => Err(Reason::UnknownKey),
    }
}

/// `bijstand_bruto`: benefit all year and no wages.
pub fn gross(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let tax = payroll_tax::Amounts::read(inputs.source())?;
    if !inputs.flag_or("volledige_bijstand_heel_jaar", true)? {
        return Err(Reason::Input("volledige_bijstand_heel_jaar"));
    }
    let couple = recipient(inputs)? == Recipient::Couple;
    match (key, couple) {
        ("belastbaar_jaarinkomen", false) | ("belastbaar_jaarinkomen_per_partner", true) => {
            let year = tax.year(Euros(0));
            let years = Pair { first: year, second: couple.then_some(year) };
            Ok(gross_assistance(&tax, inputs.money("norm_1jan")?, years, &mut NoTrace).first.into())
        }
        _ => Err(Reason::UnknownKey),
    }
}

/// `iit_hilversum`: the yearly supplement, from the local schemes.
pub fn supplement(inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    let no_parameters = || Reason::NoParameters(format!("no parameters: iit on {}", inputs.day()));
    let schemes = Schemes::built_in("hvs").on(inputs.day());
    let scheme = schemes.into_iter().find(|scheme| scheme.id == "iit").ok_or_else(no_parameters)?;
    let terms = scheme.terms().ok_or_else(no_parameters)?;
    let (years, share) = (inputs.whole("jaren_laag_inkomen")?, inputs.rate("inkomen_pct_norm")?);
    let amount = scheme.amount(recipient(inputs)?).ok_or_else(no_parameters)?;
    match key {
        "recht" => Ok(has_right(terms, years, share).into()),
        "bedrag" => Ok(income_supplement(terms, amount, years, share).into()),
        _ => Err(Reason::UnknownKey),
    }
}

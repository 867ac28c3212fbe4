//! The childcare percentages: from rows per band and column to one table per day.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::{Day, Parameter, Result, day};

/// A band of the childcare table: upper income limit, and the rates for the first and the next children.
type Bands = BTreeMap<i64, (Option<i64>, Option<i64>, Option<i64>)>;

/// The childcare percentages by income (`kotNN.first.FROM-TO` and `kotNN.next.FROM-TO`), one table per day.
pub fn tables(code: &mut String, parameters: &[Parameter]) -> Result<()> {
    let mut tables: BTreeMap<(Day, Day), (&str, Bands)> = BTreeMap::new();
    for parameter in parameters.iter().filter(|parameter| parameter.id.starts_with("kot")) {
        let mut parts = parameter.id.split('.');
        let (_, Some(column), Some((from, to)), None) = (parts.next(), parts.next(), parts.next().and_then(|band| band.split_once('-')), parts.next()) else {
            continue;
        };
        let from: i64 = from.parse().map_err(|_| format!("{}: band", parameter.id))?;
        let rate = parameter.value.and_then(thousandths);
        let table = tables.entry((parameter.valid_from, parameter.valid_until));
        let (confidence, bands) = table.or_insert((parameter.confidence, Bands::new()));
        if *confidence != parameter.confidence {
            return Err(format!("{}: one table, one confidence", parameter.id));
        }
        let band = bands.entry(from).or_default();
        band.0 = to.parse().ok();
        *(if column == "first" { &mut band.1 } else { &mut band.2 }) = rate;
    }
    let _ = writeln!(code, "pub(crate) static CHILDCARE_TABLES: [ChildcareTable; {}] = [", tables.len());
    for ((from, until), (confidence, bands)) in &tables {
        let rows = bands_code(bands).ok_or_else(|| format!("childcare table of {}: a gap between bands", from.0))?;
        let _ = writeln!(
            code,
            "ChildcareTable {{ valid_from: {}, valid_until: {}, confidence: Confidence::{confidence}, bands: &[{rows}] }},",
            day(*from),
            day(*until),
        );
    }
    code.push_str("];\n");
    Ok(())
}

fn bands_code(bands: &Bands) -> Option<String> {
    let mut code = String::new();
    let mut expected = Some(0);
    for (from, (to, first, next)) in bands {
        if expected != Some(*from) {
            return None;
        }
        expected = to.map(|to| to + 1);
        let (first, next) = ((*first)?, (*next)?);
        let _ = write!(code, "Band {{ from: Euros({from}), first: Rate({first}), next: Rate({next}) }}, ");
    }
    expected.is_none().then_some(code)
}

/// A percentage in thousandths of a percent.
fn thousandths((mantissa, decimals): (i64, u32)) -> Option<i64> {
    Some(mantissa * 10_i64.pow(3_u32.checked_sub(decimals)?))
}

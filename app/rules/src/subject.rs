//! What a parameter is about, for whoever lists them: the groups of the page with all amounts.

/// A group of parameters. The order is that of a list: first what everybody has to do with, the long table of childcare
/// near the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Benefit norms, cost sharing and what else decides the benefit.
    Norms,
    /// What is left out of the deduction (vrijlatingen, bijverdiengrens, bufferbudget).
    Disregards,
    /// Minimum wage and wage subsidy.
    MinimumWage,
    /// Wage tax, income tax and the grossing up of the benefit.
    WageTax,
    /// Tax credits (heffingskortingen).
    TaxCredits,
    /// Holiday entitlement over net wages (Regeling art. 11 and 13).
    HolidayPay,
    /// Healthcare allowance (zorgtoeslag) and the smallest allowance.
    Healthcare,
    /// Rent allowance (huurtoeslag).
    Rent,
    /// Child budget (kindgebonden budget) and child benefit (kinderbijslag).
    Children,
    /// Limits of assets (vermogen).
    Assets,
    /// Childcare allowance (kinderopvangtoeslag).
    Childcare,
    /// Schemes of a municipality.
    Local,
}

/// The starts of the national ids; the first that fits counts. Within a subject the order is that of a list.
const STARTS: [(&str, Subject); 31] = [
    ("pw.vermogen.", Subject::Assets),
    ("zt.vermogen_", Subject::Assets),
    ("ht26.vermogen_", Subject::Assets),
    ("pw.vrijl.", Subject::Disregards),
    ("pw.vrijw.", Subject::Disregards),
    ("pw.premie_arbeid", Subject::Disregards),
    ("pw.giften", Subject::Disregards),
    ("pw27.", Subject::Disregards),
    ("pw.norm.", Subject::Norms),
    ("pw.kd.", Subject::Norms),
    ("pw.", Subject::Norms),
    ("pw37.", Subject::Norms),
    ("aow.", Subject::Norms),
    ("wml.", Subject::MinimumWage),
    ("lks.", Subject::MinimumWage),
    ("ib.", Subject::WageTax),
    ("lb.", Subject::WageTax),
    ("brut.", Subject::WageTax),
    ("ahk", Subject::TaxCredits),
    ("ak", Subject::TaxCredits),
    ("iack.", Subject::TaxCredits),
    ("ok.", Subject::TaxCredits),
    ("aok", Subject::TaxCredits),
    ("jgk", Subject::TaxCredits),
    ("reg1", Subject::HolidayPay),
    ("zt.", Subject::Healthcare),
    ("toeslag.", Subject::Healthcare),
    ("ht2", Subject::Rent),
    ("kgb.", Subject::Children),
    ("kb.", Subject::Children),
    ("kot", Subject::Childcare),
];

impl Subject {
    /// All, in their order.
    pub const ALL: [Self; 12] = [
        Self::Norms,
        Self::Disregards,
        Self::MinimumWage,
        Self::WageTax,
        Self::TaxCredits,
        Self::HolidayPay,
        Self::Healthcare,
        Self::Rent,
        Self::Children,
        Self::Assets,
        Self::Childcare,
        Self::Local,
    ];

    /// What the parameter with this id is about. An id that no national law uses is a municipality's.
    #[must_use]
    pub fn of(id: &str) -> Self {
        STARTS.get(Self::start(id)).map_or(Self::Local, |(_, subject)| *subject)
    }

    /// Where a parameter comes in a list, by subject and within it: the smaller, the earlier.
    #[must_use]
    pub fn place(id: &str) -> (Self, usize) {
        (Self::of(id), Self::start(id))
    }

    fn start(id: &str) -> usize {
        STARTS.iter().position(|(start, _)| id.starts_with(start)).unwrap_or(STARTS.len())
    }

    /// Its name in addresses and keys of texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Norms => "norms",
            Self::Disregards => "disregards",
            Self::MinimumWage => "minimum-wage",
            Self::WageTax => "wage-tax",
            Self::TaxCredits => "tax-credits",
            Self::HolidayPay => "holiday-pay",
            Self::Healthcare => "healthcare",
            Self::Rent => "rent",
            Self::Children => "children",
            Self::Childcare => "childcare",
            Self::Assets => "assets",
            Self::Local => "local",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameter::PARAMETERS;

    #[test]
    fn every_national_parameter_has_its_subject() {
        for row in &PARAMETERS {
            assert_eq!(Subject::of(row.id) == Subject::Local, row.id.starts_with("hvs."), "{}", row.id);
        }
        for (id, subject) in [
            ("pw.norm.single_21_aow", Subject::Norms),
            ("pw.vrijl.n.max", Subject::Disregards),
            ("pw.vermogen.single", Subject::Assets),
            ("ht26.vermogen_pp", Subject::Assets),
            ("ht26.kkg", Subject::Rent),
            ("aok", Subject::TaxCredits),
            ("aow.age", Subject::Norms),
            ("kot26.first.235698-up", Subject::Childcare),
            ("houten.iit.couple", Subject::Local),
        ] {
            assert_eq!(Subject::of(id), subject, "{id}");
        }
        let listed = ["pw.norm.single_aow", "pw.kd.min_age", "aow.age", "pw.vrijl.n.max", "zt.sp", "pw.vermogen.single", "kot.max_bso", "hvs.activering"];
        assert!(listed.is_sorted_by_key(|id| Subject::place(id)) && Subject::ALL.is_sorted());
        assert!(STARTS.iter().all(|(start, _)| PARAMETERS.iter().any(|row| row.id.starts_with(start))), "no start without a parameter");
    }
}

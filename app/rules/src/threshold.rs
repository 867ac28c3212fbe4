//! The limits of the law at which an amount may jump when somebody works a little more.
//!
//! Everything else is a slope, apart from roundings. Two results on the same side of every limit
//! lie close together; the property tests hold the crate to that.

/// A limit that was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Threshold {
    /// Income has reached the norm: no benefit (Participatiewet art. 19).
    AssistanceEndsByIncome,
    /// The combination credit is at least the benefit: no benefit (Participatiewet art. 31, 32).
    AssistanceEndsByCombinationCredit,
    /// Assets above the limit: no benefit (Participatiewet art. 34).
    AssistanceAssets,
    /// Not every adult works, so childcare does not count (Wet kinderopvang art. 1.6).
    ChildcareWithoutWork,
    /// Income is in a later band of the childcare table, counted from 0.
    ChildcareBand(u8),
    /// Below the smallest amount that is awarded (Awir).
    HealthcareBelowMinimum,
    /// The same for rent allowance.
    RentBelowMinimum,
    /// The same for child budget.
    ChildBudgetBelowMinimum,
    /// The same for childcare allowance.
    ChildcareBelowMinimum,
    /// Assets above the limit of healthcare allowance and child budget.
    AllowanceAssets,
    /// Assets above the limit of rent allowance.
    RentAllowanceAssets,
}

impl Threshold {
    /// The name on the machine interface.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AssistanceEndsByIncome => "assistance_ends_by_income",
            Self::AssistanceEndsByCombinationCredit => "assistance_ends_by_combination_credit",
            Self::AssistanceAssets => "assistance_assets",
            Self::ChildcareWithoutWork => "childcare_without_work",
            Self::ChildcareBand(_) => "childcare_band",
            Self::HealthcareBelowMinimum => "healthcare_below_minimum",
            Self::RentBelowMinimum => "rent_below_minimum",
            Self::ChildBudgetBelowMinimum => "child_budget_below_minimum",
            Self::ChildcareBelowMinimum => "childcare_below_minimum",
            Self::AllowanceAssets => "allowance_assets",
            Self::RentAllowanceAssets => "rent_allowance_assets",
        }
    }

    /// The article of law that sets the limit.
    #[must_use]
    pub const fn article(self) -> &'static str {
        match self {
            Self::AssistanceEndsByIncome => "Participatiewet art. 19 lid 1-2",
            Self::AssistanceEndsByCombinationCredit => "Participatiewet art. 31 lid 1, 32 lid 1 sub a",
            Self::AssistanceAssets => "Participatiewet art. 34 lid 3",
            Self::ChildcareWithoutWork => "Wet kinderopvang art. 1.6",
            Self::ChildcareBand(_) => "Besluit kinderopvangtoeslag, tabel bij art. 6",
            Self::HealthcareBelowMinimum | Self::RentBelowMinimum | Self::ChildBudgetBelowMinimum | Self::ChildcareBelowMinimum => "Awir (BWBR0018472)",
            Self::AllowanceAssets => "Wet op de zorgtoeslag art. 3; Wet op het kindgebonden budget art. 1 lid 4",
            Self::RentAllowanceAssets => "Awir art. 7",
        }
    }

    /// Its place in a [`Passed`] set, and the band for the childcare table.
    const fn bit(self) -> (u16, u8) {
        match self {
            Self::AssistanceEndsByIncome => (1, 0),
            Self::AssistanceEndsByCombinationCredit => (1 << 1, 0),
            Self::AssistanceAssets => (1 << 2, 0),
            Self::ChildcareWithoutWork => (1 << 3, 0),
            Self::ChildcareBand(band) => (0, band),
            Self::HealthcareBelowMinimum => (1 << 4, 0),
            Self::RentBelowMinimum => (1 << 5, 0),
            Self::ChildBudgetBelowMinimum => (1 << 6, 0),
            Self::ChildcareBelowMinimum => (1 << 7, 0),
            Self::AllowanceAssets => (1 << 8, 0),
            Self::RentAllowanceAssets => (1 << 9, 0),
        }
    }

    /// All limits without the bands.
    const PLAIN: [Self; 10] = [
        Self::AssistanceEndsByIncome,
        Self::AssistanceEndsByCombinationCredit,
        Self::AssistanceAssets,
        Self::ChildcareWithoutWork,
        Self::HealthcareBelowMinimum,
        Self::RentBelowMinimum,
        Self::ChildBudgetBelowMinimum,
        Self::ChildcareBelowMinimum,
        Self::AllowanceAssets,
        Self::RentAllowanceAssets,
    ];
}

/// The limits that a result has passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Passed {
    plain: u16,
    band: u8,
}

impl Passed {
    /// Adds a limit.
    pub(crate) const fn add(&mut self, threshold: Threshold) {
        let (plain, band) = threshold.bit();
        self.plain |= plain;
        if band > self.band {
            self.band = band;
        }
    }

    /// Whether a limit was passed.
    #[must_use]
    pub const fn contains(self, threshold: Threshold) -> bool {
        let (plain, band) = threshold.bit();
        if plain == 0 { self.band >= band } else { self.plain & plain != 0 }
    }

    /// The limits passed here and not in `other`, or the other way around.
    pub fn different_from(self, other: Self) -> impl Iterator<Item = Threshold> {
        let plain = Threshold::PLAIN.into_iter().filter(move |one| self.contains(*one) != other.contains(*one));
        let highest = self.band.max(other.band);
        plain.chain((self.band != other.band).then_some(Threshold::ChildcareBand(highest)))
    }
}

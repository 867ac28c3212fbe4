//! Participatiewet art. 34 lid 3, Wet op de zorgtoeslag art. 3, Awir art. 7: how much one may own (vermogensgrens).

use crate::money::Euros;
use crate::parameter::amounts;

amounts! {
    /// Limits for the benefit.
    Assistance {
        /// Single person without children.
        single: Euros = "pw.vermogen.single",
        /// Single parent or couple.
        other: Euros = "pw.vermogen.other",
    }
}
amounts! {
    /// Limits for healthcare allowance and child budget.
    Healthcare {
        /// One adult.
        single: Euros = "zt.vermogen_single",
        /// Two adults together.
        couple: Euros = "zt.vermogen_couple",
    }
}
amounts! {
    /// Limits for rent allowance.
    Rent {
        /// One adult.
        single: Euros = "ht26.vermogen_pp",
        /// Two adults together.
        couple: Euros = "ht26.vermogen_couple",
    }
}

/// The limits a form must ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// For the benefit.
    pub assistance: Assistance,
    /// For healthcare allowance and child budget.
    pub healthcare: Healthcare,
    /// For rent allowance.
    pub rent: Rent,
}

/// The three limits of one household, in whole euros; right ends above them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For the benefit.
    pub assistance: Euros,
    /// For healthcare allowance and child budget.
    pub healthcare: Euros,
    /// For rent allowance.
    pub rent: Euros,
}

impl Amounts {
    /// The limits of a household.
    #[must_use]
    pub const fn limits(&self, with_partner: bool, with_child: bool) -> Limits {
        let assistance = if with_partner || with_child { self.assistance.other } else { self.assistance.single };
        if with_partner {
            Limits { assistance, healthcare: self.healthcare.couple, rent: self.rent.couple }
        } else {
            Limits { assistance, healthcare: self.healthcare.single, rent: self.rent.single }
        }
    }
}

//! Regeling Participatiewet, IOAW en IOAZ art. 11: holiday pay over a net wage (vakantieaanspraak).

use crate::money::{Cents, Fraction};
use crate::parameter::amounts;
use crate::rule::Rule;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Participatiewet art. 31 lid 4; Regeling Participatiewet, IOAW en IOAZ art. 11";

amounts! {
    /// The four brackets for income from work below pension age.
    Amounts {
        /// Share in bracket 1.
        share1: Rate = "reg11.1.pct",
        /// Taken off in bracket 1.
        minus1: Cents = "reg11.1.minus",
        /// Net wage at which bracket 2 starts.
        from2: Cents = "reg11.2.from",
        /// Share in bracket 2.
        share2: Rate = "reg11.2.pct",
        /// Taken off in bracket 2.
        minus2: Cents = "reg11.2.minus",
        /// Net wage at which bracket 3 starts.
        from3: Cents = "reg11.3.from",
        /// Share in bracket 3.
        share3: Rate = "reg11.3.pct",
        /// Taken off in bracket 3.
        minus3: Cents = "reg11.3.minus",
        /// Net wage at which bracket 4 starts.
        from4: Cents = "reg11.4.from",
        /// Share in bracket 4.
        share4: Rate = "reg11.4.pct",
        /// Taken off in bracket 4.
        minus4: Cents = "reg11.4.minus",
    }
}

/// The holiday pay that counts with a net month wage, in cents, rounded half up.
pub fn holiday_entitlement(amounts: &Amounts, net_wage: Cents, sink: &mut impl Sink) -> Cents {
    let (share, minus) = if net_wage < amounts.from2 {
        (amounts.share1, amounts.minus1)
    } else if net_wage < amounts.from3 {
        (amounts.share2, amounts.minus2)
    } else if net_wage < amounts.from4 {
        (amounts.share3, amounts.minus3)
    } else {
        (amounts.share4, amounts.minus4)
    };
    let amount = Cents((share.of(net_wage.0) - Fraction::whole(minus.0)).half_up());
    sink.record(|| {
        Entry::new(Rule::HolidayEntitlement, ARTICLE, amount)
            .input("net_wage_cents", net_wage)
            .input("share_pct", share)
            .input("minus_cents", minus)
            .uses(Amounts::PARAMETERS, amounts.confidence)
            .rounded(Rounding::HalfUpToCent)
    });
    amount
}

//! Wet inkomstenbelasting 2001 art. 8.11: labour tax credit (arbeidskorting).

use crate::money::{Euros, Fraction, Rate};
use crate::parameter::amounts;

amounts! {
    /// The four parts below pension age.
    Amounts {
        /// Rate of part 1, from the first euro.
        rate1: Rate = "ak.1.rate",
        /// Most that part 1 gives.
        cap1: Euros = "ak.1.cap",
        /// Start of part 2.
        from2: Euros = "ak.2.from",
        /// Rate of part 2.
        rate2: Rate = "ak.2.rate",
        /// Most that parts 1 and 2 give.
        cap2: Euros = "ak.2.cap",
        /// Start of part 3.
        from3: Euros = "ak.3.from",
        /// Rate of part 3.
        rate3: Rate = "ak.3.rate",
        /// Most that parts 1 to 3 give.
        cap3: Euros = "ak.3.cap",
        /// Start of part 4.
        from4: Euros = "ak.4.from",
        /// Rate of part 4, below zero.
        rate4: Rate = "ak.4.rate",
    }
}

/// Labour tax credit of the year in whole euros, rounded up, never below zero.
///
/// Each part starts at the most the parts before it give, and ends at its own most.
#[must_use]
pub fn labour_credit(amounts: &Amounts, wage: Euros) -> Euros {
    let part = |base: Euros, rate: Rate, from: Euros| Fraction::whole(base.0) + rate.of(wage.0 - from.0);
    let credit = if wage > amounts.from4 {
        part(amounts.cap3, amounts.rate4, amounts.from4)
    } else if wage > amounts.from3 {
        part(amounts.cap2, amounts.rate3, amounts.from3).at_most(amounts.cap3.0)
    } else if wage > amounts.from2 {
        part(amounts.cap1, amounts.rate2, amounts.from2).at_most(amounts.cap2.0)
    } else {
        part(Euros(0), amounts.rate1, Euros(0)).at_most(amounts.cap1.0)
    };
    Euros(credit.ceil()).or_zero()
}

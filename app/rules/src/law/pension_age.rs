//! Wet IB 2001 art. 2.10a, 8.10, 8.11, 8.17 and Wet LB art. 22-22b: tax from pension age (AOW-leeftijd).
//!
//! Only the official tables ask for it: adults of pension age are outside `calculate`.

use crate::law::{general_credit, income_tax, labour_credit, payroll_tax};
use crate::money::{Euros, Fraction};
use crate::parameter::{Missing, Source, amounts};

amounts! {
    /// What differs from pension age.
    Amounts {
        /// First rate, without the premium for the pension itself.
        rate1: Rate = "ib.rate1_aow",
        /// Maximum of the general credit.
        general_maximum: Euros = "ahk_aow.max",
        /// Its taper; the start is that of everybody.
        general_taper: Rate = "ahk_aow.taper",
        /// Labour credit, rate of part 1.
        labour_rate1: Rate = "ak_aow.1",
        /// Labour credit, rate of part 2.
        labour_rate2: Rate = "ak_aow.2",
        /// Labour credit, rate of part 3.
        labour_rate3: Rate = "ak_aow.3",
        /// Labour credit, rate of part 4.
        labour_rate4: Rate = "ak_aow.4",
        /// Most that part 1 gives.
        labour_cap1: Euros = "ak_aow.1.cap",
        /// Most that parts 1 and 2 give.
        labour_cap2: Euros = "ak_aow.2.cap",
        /// Most that parts 1 to 3 give.
        labour_cap3: Euros = "ak_aow.3.cap",
        /// Maximum of the credit for the elderly (ouderenkorting).
        elderly_maximum: Euros = "ok.max",
        /// Its taper.
        elderly_taper: Rate = "ok.taper",
        /// Income from which it becomes less.
        elderly_from: Euros = "ok.from",
    }
}

impl Amounts {
    /// The payroll amounts from pension age: those below it with what differs put in.
    ///
    /// # Errors
    /// [`Missing`] when the source has no amounts for the day.
    pub fn payroll(source: Source) -> Result<(Self, payroll_tax::Amounts), Missing> {
        let own = Self::read(source)?;
        let base = payroll_tax::Amounts::read(source)?;
        let payroll = payroll_tax::Amounts {
            brackets: income_tax::Brackets { rate1: own.rate1, ..base.brackets },
            general: general_credit::Amounts { maximum: own.general_maximum, taper: own.general_taper, ..base.general },
            labour: labour_credit::Amounts {
                rate1: own.labour_rate1,
                rate2: own.labour_rate2,
                rate3: own.labour_rate3,
                rate4: own.labour_rate4,
                cap1: own.labour_cap1,
                cap2: own.labour_cap2,
                cap3: own.labour_cap3,
                ..base.labour
            },
            table: base.table,
        };
        Ok((own, payroll))
    }
}

/// Credit for the elderly of the year in whole euros, rounded up, never below zero.
#[must_use]
pub fn elderly_credit(amounts: &Amounts, income: Euros) -> Euros {
    let taper = amounts.elderly_taper.of(income.above(amounts.elderly_from).0);
    Euros((Fraction::whole(amounts.elderly_maximum.0) - taper).ceil()).or_zero()
}

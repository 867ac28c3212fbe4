//! Participatiewet art. 20-22a: benefit norm per month, 5% holiday allowance included (bijstandsnorm).

use std::num::NonZeroU32;

use crate::law::cost_sharing::{self, cost_sharing_norm};
use crate::money::Cents;
use crate::pair::Pair;
use crate::parameter::amounts;
use crate::rule::Rule;
use crate::trace::{Entry, Sink};

/// From this age the full norms stand (art. 21).
const FULL_NORM_AGE: i64 = 21;

amounts! {
    /// The norms below pension age, outside an institution.
    Amounts {
        /// Single or single parent, 21 or older.
        single: Cents = "pw.norm.single_21_aow",
        /// Couple, both 21 or older.
        couple: Cents = "pw.norm.couple_21_aow",
        /// Single, 18 to 20.
        single_young: Cents = "pw.norm.single_18_20",
        /// Couple, both 18 to 20.
        couple_young: Cents = "pw.norm.couple_18_20",
        /// The same with a child.
        couple_young_child: Cents = "pw.norm.couple_18_20_kids",
        /// Couple, one 18 to 20, the other older.
        couple_mixed: Cents = "pw.norm.couple_18_20_mixed",
        /// The same with a child.
        couple_mixed_child: Cents = "pw.norm.couple_18_20_mixed_kids",
        /// Part of the younger partner in a shared home.
        sharing_mixed: Cents = "pw.norm.kd_mixed_nokids",
        /// The same with a child.
        sharing_mixed_child: Cents = "pw.norm.kd_mixed_kids",
    }
}

amounts! {
    /// The two full norms, for tables of which the others are not known.
    FullNorms {
        /// Single or single parent, 21 or older.
        single: Cents = "pw.norm.single_21_aow",
        /// Couple, both 21 or older.
        couple: Cents = "pw.norm.couple_21_aow",
    }
}

/// Whether the full norm stands for somebody of this age (art. 21).
#[must_use]
pub const fn is_full(age: i64) -> bool {
    age >= FULL_NORM_AGE
}

/// Who the norm is for.
#[derive(Clone, Copy, Debug)]
pub struct Composition {
    /// Ages of the adults.
    pub ages: Pair<i64>,
    /// Whether there is a child.
    pub with_child: bool,
    /// Housemates of 27 or older who share the costs.
    pub housemates: u32,
}

/// The norm of a household in cents per month.
pub fn assistance_norm(amounts: &Amounts, sharing: &cost_sharing::Amounts, who: Composition, sink: &mut impl Sink) -> Cents {
    let kd = |others: u32| cost_sharing_norm(sharing, amounts.couple, NonZeroU32::MIN.saturating_add(others));
    let choose = |with_child: Cents, without: Cents| if who.with_child { with_child } else { without };
    let shared = who.housemates > 0;
    let (article, amount) = match (is_full(who.ages.first), who.ages.second.map(is_full)) {
        (false, None) => ("Participatiewet art. 20 lid 1a, 2a", amounts.single_young),
        (true, None) if shared => ("Participatiewet art. 22a lid 1", kd(who.housemates)),
        (true, None) => ("Participatiewet art. 21 sub a", amounts.single),
        (false, Some(false)) => ("Participatiewet art. 20 lid 1b, 2b", choose(amounts.couple_young_child, amounts.couple_young)),
        (true, Some(true)) if shared => {
            let one = kd(who.housemates + 1);
            ("Participatiewet art. 22a lid 2", one + one)
        }
        (true, Some(true)) => ("Participatiewet art. 21 sub b", amounts.couple),
        _ if shared => {
            let younger = choose(amounts.sharing_mixed_child, amounts.sharing_mixed);
            ("Participatiewet art. 22a lid 3", kd(who.housemates) + younger)
        }
        _ => ("Participatiewet art. 20 lid 1c, 2c", choose(amounts.couple_mixed_child, amounts.couple_mixed)),
    };
    sink.record(|| {
        Entry::new(Rule::AssistanceNorm, article, amount)
            .input("adults", who.ages.count())
            .input("with_child", who.with_child)
            .input("cost_sharing_housemates", i64::from(who.housemates))
            .uses(Amounts::PARAMETERS, amounts.confidence.weakest(sharing.confidence))
            .note("includes 5% holiday allowance")
    });
    amount
}

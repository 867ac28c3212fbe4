//! Participatiewet art. 31 lid 2 sub n, r, y, z, aa and lid 5: the part of a wage that is not deducted (vrijlating), until 2027.

use crate::confidence::Confidence;
use crate::money::{Cents, Rate};
use crate::parameter::{Missing, Source, amounts};
use crate::rule::Rule;
use crate::situation::Adult;
use crate::trace::{Entry, Rounding, Sink};

amounts! {
    /// Letter n: 27 or older, at most six months.
    N {
        /// Share of the wage.
        share: Rate = "pw.vrijl.n.pct",
        /// Most per month.
        maximum: Cents = "pw.vrijl.n.max",
    }
}
amounts! {
    /// Letter r: single parent with a young child, after n.
    R {
        /// Share of the wage.
        share: Rate = "pw.vrijl.r.pct",
        /// Most per month.
        maximum: Cents = "pw.vrijl.r.max",
    }
}
amounts! {
    /// Letter y: medically limited in hours.
    Y {
        /// Share of the wage.
        share: Rate = "pw.vrijl.y.pct",
        /// Most per month.
        maximum: Cents = "pw.vrijl.y.max",
    }
}
amounts! {
    /// Letters z and aa: target group of the wage subsidy.
    Z {
        /// Share of the wage.
        share: Rate = "pw.vrijl.z.pct",
        /// Most per month.
        maximum: Cents = "pw.vrijl.z.max",
    }
}
amounts! {
    /// Ages and months.
    Conditions {
        /// Months that n lasts.
        n_months: Count = "pw.vrijl.n.months",
        /// Months that r lasts.
        r_months: Count = "pw.vrijl.r.months",
        /// Months that z lasts.
        z_months: Count = "pw.vrijl.z.months",
        /// Not for persons younger than this: n and r.
        minimum_age: Count = "pw.vrijl.min_age",
        /// r: a child younger than this.
        child_younger_than: Count = "pw.vrijl.r.child_age",
    }
}

/// The terms of all letters and their conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// Letter n.
    pub n: Terms,
    /// Letter r.
    pub r: Terms,
    /// Letter y.
    pub y: Terms,
    /// Letter z; aa has the same.
    pub z: Terms,
    /// Ages and months.
    pub conditions: Conditions,
}

/// Which disregard applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// None.
    #[default]
    None,
    /// Sub n: 25%, six months.
    N,
    /// Sub r: 12.5%, single parent, thirty months.
    R,
    /// Sub y: 15%, medically limited in hours.
    Y,
    /// Sub z: 15%, wage subsidy, twelve months.
    Z,
    /// Sub aa: z goes on because more hours are not possible.
    Aa,
    /// From 2027, art. 34a lid 1 sub a: 15%, twelve months.
    Months2027,
    /// From 2027, art. 34a lid 1 sub b: 15%, medically limited in hours.
    Medical2027,
    /// From 2027, art. 34a lid 2: goes on because more hours are not possible.
    Extended2027,
}

impl Kind {
    /// The name on the machine interface.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::N => "n",
            Self::R => "r",
            Self::Y => "y",
            Self::Z => "z",
            Self::Aa => "aa",
            Self::Months2027 => "34a-1a",
            Self::Medical2027 => "34a-1b",
            Self::Extended2027 => "34a-2",
        }
    }

    /// The article that gives it.
    #[must_use]
    pub const fn article(self) -> &'static str {
        match self {
            Self::None => "Participatiewet art. 31 lid 2, 34a",
            Self::N => "Participatiewet art. 31 lid 2 sub n",
            Self::R => "Participatiewet art. 31 lid 2 sub r",
            Self::Y => "Participatiewet art. 31 lid 2 sub y",
            Self::Z => "Participatiewet art. 31 lid 2 sub z",
            Self::Aa => "Participatiewet art. 31 lid 2 sub aa",
            Self::Months2027 => "Participatiewet art. 34a lid 1 sub a",
            Self::Medical2027 => "Participatiewet art. 34a lid 1 sub b",
            Self::Extended2027 => "Participatiewet art. 34a lid 2",
        }
    }
}

/// What a kind gives: the share, the most per month if there is one, and where these come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Which disregard.
    pub kind: Kind,
    /// Share of the net wage with holiday entitlement.
    pub share: Rate,
    /// Most per month; from 2027 there is none.
    pub maximum: Option<Cents>,
    /// The parameters.
    pub parameters: &'static [&'static str],
    /// How sure they are.
    pub confidence: Confidence,
}

impl Terms {
    /// No disregard.
    pub const NONE: Self = Self { kind: Kind::None, share: Rate(0), maximum: Some(Cents(0)), parameters: &[], confidence: Confidence::VerifiedPrimary };

    /// The terms of a letter of art. 31 on the day of `source`; of every other kind there are none.
    ///
    /// # Errors
    /// [`Missing`] when a parameter of that letter has no value.
    pub const fn read(kind: Kind, source: Source) -> Result<Self, Missing> {
        macro_rules! letter {
            ($amounts:ident) => {
                match $amounts::read(source) {
                    Ok(one) => Ok(Self { kind, share: one.share, maximum: Some(one.maximum), parameters: $amounts::PARAMETERS, confidence: one.confidence }),
                    Err(missing) => Err(missing),
                }
            };
        }
        match kind {
            Kind::N => letter!(N),
            Kind::R => letter!(R),
            Kind::Y => letter!(Y),
            Kind::Z | Kind::Aa => letter!(Z),
            _ => Ok(Self::NONE),
        }
    }

    /// The amount over `base`, in cents, rounded half up, not more than the maximum.
    #[must_use]
    pub fn amount(&self, base: Cents) -> Cents {
        let amount = Cents(self.share.of(base.0).half_up());
        self.maximum.map_or(amount, |maximum| amount.at_most(maximum))
    }
}

impl Amounts {
    /// The terms of one letter.
    #[must_use]
    pub const fn terms(&self, kind: Kind) -> Terms {
        match kind {
            Kind::N => self.n,
            Kind::R => self.r,
            Kind::Y => self.y,
            Kind::Z | Kind::Aa => Terms { kind, ..self.z },
            _ => Terms::NONE,
        }
    }

    /// The first letter that applies to somebody with a wage, in the order n, y, z, aa, r.
    ///
    /// `single_with_child_of` is the age of the youngest child of a single parent, who is taken to
    /// have the full care.
    #[must_use]
    pub fn which(&self, adult: &Adult, single_with_child_of: Option<i64>) -> Kind {
        let limits = &self.conditions;
        let old_enough = adult.age >= limits.minimum_age.0;
        let n_used_up = adult.disregard_months_used >= limits.n_months.0;
        let z_used_up = adult.wage_subsidy_months_used >= limits.z_months.0;
        if old_enough && adult.work_helps_activation && !n_used_up {
            Kind::N
        } else if adult.medically_limited_hours {
            Kind::Y
        } else if adult.wage_subsidy_target_group && !z_used_up && (!old_enough || n_used_up) {
            // Nobody below 27 has months of n, so z starts at once.
            Kind::Z
        } else if adult.wage_subsidy_target_group && z_used_up && adult.more_hours_not_possible {
            Kind::Aa
        } else if single_with_child_of.is_some_and(|age| age < limits.child_younger_than.0)
            && old_enough
            && adult.work_helps_activation
            && n_used_up
            && adult.single_parent_disregard_months_used < limits.r_months.0
        {
            Kind::R
        } else {
            Kind::None
        }
    }
}

/// What is not deducted from the benefit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disregard {
    /// Which disregard.
    pub kind: Kind,
    /// Cents per month.
    pub amount: Cents,
    /// Whether the maximum cut the share off.
    pub at_maximum: bool,
    /// How sure the share and the maximum are.
    pub confidence: Confidence,
}

/// The disregard over a net wage with its holiday entitlement; none without a wage.
///
/// Municipalities differ about the base (with or without holiday entitlement); here it is with.
pub fn disregard(terms: Terms, base: Cents, sink: &mut impl Sink) -> Disregard {
    let terms = if base.0 == 0 { Terms::NONE } else { terms };
    let amount = terms.amount(base);
    let at_maximum = terms.kind != Kind::None && terms.maximum == Some(amount);
    sink.record(|| {
        let entry = Entry::new(Rule::Disregard, terms.kind.article(), amount)
            .input("net_wage_with_entitlement_cents", base)
            .input("share_pct", terms.share)
            .uses(terms.parameters, terms.confidence)
            .rounded(Rounding::HalfUpToCent)
            .note("the municipality decides whether it applies; base with holiday entitlement");
        match terms.maximum {
            Some(maximum) => entry.input("maximum_cents", maximum),
            None => entry,
        }
    });
    Disregard { kind: terms.kind, amount, at_maximum, confidence: terms.confidence }
}

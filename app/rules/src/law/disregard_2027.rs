//! Participatiewet art. 34a (in force on 2027-01-01): the part of a wage that is not deducted (bijverdiengrens).

use crate::law::disregard::{Kind, Terms};
use crate::parameter::amounts;
use crate::situation::Adult;

amounts! {
    /// Lid 1 sub a and lid 2.
    Months {
        /// Share of the wage; there is no maximum.
        share: Rate = "pw27.34a.pct",
        /// Months it lasts.
        months: Count = "pw27.34a.months",
    }
}
amounts! {
    /// Lid 1 sub b: medically limited in hours.
    Medical {
        /// Share of the wage; no maximum and no end.
        share: Rate = "pw27.34a.med_pct",
    }
}

/// The amounts of art. 34a.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// Lid 1 sub a and lid 2.
    pub months: Months,
    /// Lid 1 sub b.
    pub medical: Medical,
}

impl Amounts {
    /// The terms of one part of the article.
    #[must_use]
    pub const fn terms(&self, kind: Kind) -> Terms {
        let (share, parameters, confidence) = match kind {
            Kind::Medical2027 => (self.medical.share, Medical::PARAMETERS, self.medical.confidence),
            Kind::Months2027 | Kind::Extended2027 => (self.months.share, Months::PARAMETERS, self.months.confidence),
            _ => return Terms::NONE,
        };
        Terms { kind, share, maximum: None, parameters, confidence }
    }

    /// The first part that applies to somebody with a wage: medical, the months, the extension.
    #[must_use]
    pub fn which(&self, adult: &Adult) -> Kind {
        let used_up = adult.disregard_2027_months_used >= self.months.months.0;
        if adult.medically_limited_hours {
            Kind::Medical2027
        } else if adult.work_helps_activation && !used_up {
            Kind::Months2027
        } else if used_up && adult.more_hours_not_possible {
            Kind::Extended2027
        } else {
            Kind::None
        }
    }
}

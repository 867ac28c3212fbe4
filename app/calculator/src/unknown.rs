//! What is not known: which questions were left open, and the value that is taken instead.

use crate::form::{Form, child};
use crate::step::{Number, Step, children};
use crate::told::read;

/// Something that decides about money and is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// Own age: between 21 and 27 is less favourable.
    Age,
    /// The partner's age.
    PartnerAge,
    /// The ages of the children.
    ChildAges,
    /// Housemates.
    Housemates,
    /// Whether the months of the first disregard are used.
    Months,
    /// The same for the partner.
    PartnerMonths,
    /// Whether the resident has the full care for a young child.
    Care,
    /// A letter about limited hours.
    Letter,
}

impl Unknown {
    /// Every one.
    pub const ALL: [Self; 8] = [Self::Age, Self::PartnerAge, Self::ChildAges, Self::Housemates, Self::Months, Self::PartnerMonths, Self::Care, Self::Letter];

    /// The question it is about.
    #[must_use]
    pub const fn step(self) -> Step {
        match self {
            Self::Age => Step::Age,
            Self::PartnerAge => Step::PartnerAge,
            Self::ChildAges => Step::Ages,
            Self::Housemates => Step::Housemates,
            Self::Months => Step::Months,
            Self::PartnerMonths => Step::PartnerMonths,
            Self::Care => Step::Care,
            Self::Letter => Step::Letter,
        }
    }

    /// Whether it is open in `form`. A question that is not asked is not open.
    pub fn is_open(self, form: &Form) -> bool {
        let step = self.step();
        let choice = |name: &str| matches!(form.get(name), "" | "unknown");
        step.asked(form)
            && match self {
                Self::Age => choice("age"),
                Self::PartnerAge => choice("partner_age"),
                Self::ChildAges => (0..children(form)).any(|at| read(form, &child(at), Number::ChildAge).is_none()),
                Self::Housemates => read(form, "housemates", Number::Count(10)).is_none(),
                Self::Months => choice("months"),
                Self::PartnerMonths => choice("partner_months"),
                Self::Care => choice("care"),
                Self::Letter => choice("letter"),
            }
    }
}

/// One value for each unknown, as bits: set is the one that usually leaves more.
#[derive(Clone, Copy)]
pub struct Guess(u8);

impl Guess {
    /// Everything as it usually leaves more.
    pub const BEST: Self = Self(u8::MAX);

    /// The value for `unknown`.
    pub const fn of(self, unknown: Unknown) -> bool {
        self.0 & (1 << unknown as u8) != 0
    }

    /// With another value for `unknown`.
    pub const fn with(self, unknown: Unknown, value: bool) -> Self {
        let bit = 1 << unknown as u8;
        Self(if value { self.0 | bit } else { self.0 & !bit })
    }
}

//! Whom to tell what, and by when.

use crate::answer::Side;
use crate::part::Part;
use rules::Cents;

/// Something to report or arrange. The words and the terms are content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Report {
    /// The municipality: other hours or another wage (art. 17 Participatiewet).
    Municipality,
    /// The municipality: a payslip each month.
    Payslip,
    /// The municipality: no benefit is left.
    BenefitEnds,
    /// Belastingdienst/Toeslagen: another income.
    Allowances,
    /// Belastingdienst/Toeslagen: childcare or its hours.
    Childcare,
    /// The employer: apply the tax credits once.
    TaxCredit,
    /// Belastingdienst: a provisional refund of the combination credit.
    Refund,
}

impl Report {
    /// The name in texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Payslip => "payslip",
            Self::BenefitEnds => "benefit-ends",
            Self::Allowances => "allowances",
            Self::Childcare => "childcare",
            Self::TaxCredit => "tax-credit",
            Self::Refund => "refund",
        }
    }
}

/// A settlement of more than this a month is worth asking for in advance.
const WORTH_ASKING: Cents = Cents(25_00);

/// What there is to report when somebody goes from `now` to `plan`; the most urgent first.
#[must_use]
pub fn reports(now: &Side, plan: &Side) -> Vec<Report> {
    let has = |side: &Side, parts: &[Part]| parts.iter().any(|part| side.amount(*part).0 != 0);
    let either = |parts: &[Part]| has(now, parts) || has(plan, parts);
    let works = plan.hours().0 > 0;
    let benefit = (has(now, &[Part::Assistance]), has(plan, &[Part::Assistance]));
    let allowances = [Part::Healthcare, Part::Rent, Part::ChildBudget];
    [
        (benefit.0, Report::Municipality),
        (benefit.0 && !benefit.1, Report::BenefitEnds),
        (either(&allowances), Report::Allowances),
        (either(&[Part::Childcare, Part::ChildcareCost]), Report::Childcare),
        (works && benefit.1, Report::Payslip),
        (works, Report::TaxCredit),
        (plan.amount(Part::Settlement) > WORTH_ASKING, Report::Refund),
    ]
    .into_iter()
    .filter_map(|(holds, report)| holds.then_some(report))
    .collect()
}

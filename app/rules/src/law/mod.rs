//! The law: one rule, one file, the article in its first line.
//!
//! A rule is a function of its amounts (dated data, apart) and its inputs. It rounds once, by name,
//! and leaves its explanation in a [`Sink`](crate::trace::Sink).

pub mod advance;
pub mod annual_tax;
pub mod assessment_income;
pub mod assets;
pub mod assistance;
pub mod assistance_norm;
pub mod child_benefit;
pub mod child_budget;
pub mod childcare;
pub mod combination_credit;
pub mod cost_sharing;
pub mod disposable_income;
pub mod disregard;
pub mod disregard_2027;
pub mod general_credit;
pub mod gross_assistance;
pub mod gross_wage;
pub mod healthcare_allowance;
pub mod holiday_entitlement;
pub mod holiday_reserve;
pub mod income_supplement;
pub mod income_tax;
pub mod labour_credit;
pub mod minimum_award;
pub mod minimum_wage;
pub mod net_minimum_wage;
pub mod net_wage;
pub mod other_norms;
pub mod payroll_tax;
pub mod pension_age;
pub mod rent_allowance;
pub mod tax_settlement;
pub mod wage_subsidy;
pub mod year_wage;

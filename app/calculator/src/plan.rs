//! From what was typed to households: now, and up to three plans. What is not known takes the less favourable value.

use crate::form::{Form, child};
use crate::step::{Number, children};
use crate::told::read;
use crate::unknown::{Guess, Unknown};
use rules::law::minimum_wage::minimum_wage;
use rules::{Adult, Cents, Child, Childcare, ChildcareKind, Day, Hours, Household, Pair, Problem, Situation, calculate};

/// A question that was left open, and what a better answer may bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assumed {
    /// What is not known.
    pub unknown: Unknown,
    /// How much more may be left at the first plan, cents per month; above zero when the other answer helps.
    pub more: Cents,
}

/// The households to compare.
#[derive(Debug, Clone)]
pub struct Plans {
    /// As it is.
    pub now: Household,
    /// With other hours; one to three.
    pub plans: Vec<Household>,
    /// What was not known.
    pub assumed: Vec<Assumed>,
    /// The minimum wage per hour of the resident on that day, cents, when a wage that was typed is below it.
    pub below_minimum: Option<Cents>,
}

/// Hours of a plan when no plan was told: half a day more.
const USUAL_STEP: Hours = Hours::whole(4);
/// Hours of a first job when no plan was told.
const USUAL_START: Hours = Hours::whole(8);
/// The ages with which an age group is calculated. Within a group the law makes no difference, but for the
/// minimum wage of the youngest: the lowest is taken.
const AGE_18: i64 = 18;
const AGE_21: i64 = 23;
const AGE_27: i64 = 40;
/// A child whose age is not known: young, or old enough to end the rules for young children.
const YOUNG: i64 = 5;
const OLDER: i64 = 12;

impl Plans {
    /// Reads a form; `today` is a day in the month it is about.
    ///
    /// # Errors
    /// When there are no parameters for the day. Fields that are wrong count as not known: the page names them.
    pub fn of(form: &Form, today: Day) -> Result<Self, Problem> {
        let rules = rules::rule_set::on(today).ok_or_else(|| Problem::new(rules::Code::NoParameters, "date"))?;
        let open: Vec<Unknown> = Unknown::ALL.into_iter().filter(|unknown| unknown.is_open(form)).collect();
        let told = Told { form, today, rules };
        let left = |guess: Guess| -> Result<Cents, Problem> {
            let household = told.situation(guess, told.plan_hours(0).unwrap_or_default(), true).check()?;
            Ok(calculate(&household).household.disposable_income)
        };
        let mut guess = Guess::BEST;
        for unknown in &open {
            let (low, high) = (left(guess.with(*unknown, false))?, left(guess.with(*unknown, true))?);
            guess = guess.with(*unknown, high < low);
        }
        let least = left(guess)?;
        let assumed = open
            .into_iter()
            .map(|unknown| Ok(Assumed { unknown, more: left(guess.with(unknown, !guess.of(unknown)))? - least }))
            .collect::<Result<Vec<_>, Problem>>()?;
        let now = told.situation(guess, told.hours_now(), false).check()?;
        let hours = (0..3).filter_map(|at| told.plan_hours(at));
        let plans = hours.map(|hours| told.situation(guess, hours, true).check()).collect::<Result<Vec<_>, _>>()?;
        let minimum = minimum_wage(&rules.minimum_wage, now.situation().adults.first.age).unwrap_or(rules.minimum_wage.adult);
        let below = ["wage", "plan_wage"].iter().any(|name| read(form, name, Number::Wage).is_some_and(|wage| wage < minimum.0));
        Ok(Self { now, plans, assumed, below_minimum: below.then_some(minimum) })
    }
}

/// What was told, for making situations of it.
struct Told<'a> {
    form: &'a Form,
    today: Day,
    rules: &'static rules::RuleSet,
}

impl Told<'_> {
    fn choice(&self, name: &str) -> &str {
        self.form.get(name)
    }

    fn number(&self, name: &str, number: Number) -> Option<i64> {
        read(self.form, name, number)
    }

    fn hours_now(&self) -> Hours {
        Hours(self.number("hours", Number::Hours).unwrap_or(0))
    }

    /// The hours of a plan, counted from 0; there is always a first.
    fn plan_hours(&self, at: usize) -> Option<Hours> {
        let names = ["plan", "plan_2", "plan_3"];
        let told = names.get(at).and_then(|name| self.number(name, Number::Hours)).map(Hours);
        let usual = || match self.hours_now() {
            Hours(0) => USUAL_START,
            Hours(now) => Hours((now + USUAL_STEP.0).min(6_000)),
        };
        told.or_else(|| (at == 0).then(usual))
    }

    fn with_partner(&self) -> bool {
        self.choice("household") == "partner"
    }

    fn age(&self, name: &str, older: bool) -> i64 {
        match self.choice(name) {
            "18" => AGE_18,
            "21" => AGE_21,
            "27" => AGE_27,
            _ if older => AGE_27,
            _ => AGE_21,
        }
    }

    fn wage(&self, name: &str, age: i64) -> Cents {
        let minimum = || minimum_wage(&self.rules.minimum_wage, age).unwrap_or(self.rules.minimum_wage.adult);
        self.number(name, Number::Wage).map_or_else(minimum, Cents)
    }

    /// Months of letter n that are used.
    fn months(&self, choice: &str, number: &str, favourable: bool) -> i64 {
        match self.choice(choice) {
            "none" => 0,
            "some" => self.number(number, Number::Count(6)).unwrap_or(0),
            "all" => rules::situation::MONTHS_N,
            _ if favourable => 0,
            _ => rules::situation::MONTHS_N,
        }
    }

    fn situation(&self, guess: Guess, hours: Hours, is_plan: bool) -> Situation {
        let age = self.age("age", guess.of(Unknown::Age));
        let wage = match self.number("plan_wage", Number::Wage) {
            Some(wage) if is_plan => Cents(wage),
            _ => self.wage("wage", age),
        };
        let mut first = Adult::new(age, hours, wage);
        first.disregard_months_used = self.months("months", "months_used", guess.of(Unknown::Months));
        first.single_parent_disregard_months_used = match self.choice("care") {
            "yes" => self.number("care_months", Number::Count(30)).unwrap_or(0),
            "no" => rules::situation::MONTHS_R,
            _ if guess.of(Unknown::Care) => 0,
            _ => rules::situation::MONTHS_R,
        };
        first.medically_limited_hours = match self.choice("letter") {
            "limited" => true,
            "none" | "subsidy" => false,
            _ => guess.of(Unknown::Letter),
        };
        first.wage_subsidy_target_group = self.choice("letter") == "subsidy";
        let second = self.with_partner().then(|| {
            let age = self.age("partner_age", guess.of(Unknown::PartnerAge));
            let hours = Hours(self.number("partner_hours", Number::Hours).unwrap_or(0));
            let mut partner = Adult::new(age, hours, self.wage("partner_wage", age));
            partner.disregard_months_used = self.months("partner_months", "partner_months_used", guess.of(Unknown::PartnerMonths));
            partner
        });
        let savings = self.choice("savings");
        Situation {
            date: self.today,
            adults: Pair { first, second },
            children: self.children(guess),
            cost_sharing_housemates: self.number("housemates", Number::Count(10)).unwrap_or(i64::from(!guess.of(Unknown::Housemates))),
            rent: self.number("rent", Number::Rent).filter(|_| self.choice("home") == "rent").map(Cents),
            assets_above_assistance_limit: matches!(savings, "assistance" | "rent" | "healthcare"),
            assets_above_allowance_limit: savings == "healthcare",
            assets_above_rent_allowance_limit: matches!(savings, "rent" | "healthcare"),
        }
    }

    fn children(&self, guess: Guess) -> Vec<Child> {
        let guessed = if guess.of(Unknown::ChildAges) { YOUNG } else { OLDER };
        let ages = (0..children(self.form)).map(|at| self.number(&child(at), Number::ChildAge).unwrap_or(guessed));
        let mut all: Vec<Child> = ages.map(|age| Child { age, childcare: None }).collect();
        let kind = match self.choice("childcare") {
            "day_care" => ChildcareKind::DayCare,
            "after_school" => ChildcareKind::AfterSchool,
            "childminder" => ChildcareKind::Childminder,
            _ => return all,
        };
        let care = Childcare {
            kind,
            hours_per_month: Hours(self.number("care_hours", Number::CareHours).unwrap_or(0)),
            hourly_price: Cents(self.number("care_price", Number::CarePrice).unwrap_or_else(|| self.usual_price(kind))),
        };
        // The youngest go to childcare.
        for _ in 0..self.number("care_children", Number::Count(10)).unwrap_or(1) {
            if let Some(child) = all.iter_mut().filter(|child| child.childcare.is_none()).min_by_key(|child| child.age) {
                child.childcare = Some(care.clone());
            }
        }
        all
    }

    /// The price per hour when it is not known: the most for which there is allowance.
    fn usual_price(&self, kind: ChildcareKind) -> i64 {
        let maxima = &self.rules.childcare.maxima;
        match kind {
            ChildcareKind::DayCare => maxima.day_care.0,
            ChildcareKind::AfterSchool => maxima.after_school.0,
            ChildcareKind::Childminder => maxima.childminder.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plans(fields: &[(&str, &str)]) -> Plans {
        Plans::of(&Form::of(fields.iter().copied()), Day::parse("2026-11-22").unwrap()).unwrap()
    }

    #[test]
    fn what_was_told_becomes_the_household() {
        let told = [
            ("household", "alone"),
            ("age", "27"),
            ("children", "2"),
            ("child_1", "4"),
            ("child_2", "8"),
            ("home", "rent"),
            ("rent", "650,50"),
            ("hours", "12"),
            ("plan", "16,5"),
            ("wage", "15,20"),
            ("housemates", "0"),
            ("months", "some"),
            ("months_used", "2"),
            ("letter", "none"),
            ("childcare", "after_school"),
            ("care_hours", "40"),
            ("care_price", "9,50"),
            ("care_children", "1"),
            ("savings", "under"),
        ];
        let plans = plans(&told);
        let now = plans.now.situation();
        assert_eq!((now.adults.first.hours_per_week, now.adults.first.hourly_wage), (Hours(1200), Cents(1520)));
        assert_eq!((now.adults.first.disregard_months_used, now.rent, now.cost_sharing_housemates), (2, Some(Cents(65_050)), 0));
        assert_eq!(now.children.iter().map(|c| (c.age, c.childcare.is_some())).collect::<Vec<_>>(), [(4, true), (8, false)]);
        assert_eq!(plans.plans.len(), 1);
        assert_eq!(plans.plans[0].situation().adults.first.hours_per_week, Hours(1650));
        assert!(plans.assumed.is_empty(), "{:?}", plans.assumed);
    }

    #[test]
    fn what_is_not_known_takes_the_less_favourable_value_and_says_what_more_there_may_be() {
        let told = [
            ("household", "alone"),
            ("age", "27"),
            ("children", "0"),
            ("home", "other"),
            ("hours", "0"),
            ("plan", "12"),
            ("housemates", "0"),
            ("letter", "none"),
        ];
        let open = plans(&told);
        assert_eq!(open.assumed.len(), 1);
        assert_eq!(open.assumed[0].unknown, Unknown::Months);
        assert_eq!(open.plans[0].situation().adults.first.disregard_months_used, 6);
        let mut known = told.to_vec();
        known.push(("months", "none"));
        let left = |plans: &Plans| calculate(&plans.plans[0]).household.disposable_income;
        let known = plans(&known);
        assert_eq!(open.assumed[0].more, left(&known) - left(&open));
        assert!(open.assumed[0].more > Cents(10_000));
        // Nothing told at all still gives an answer.
        let nothing = plans(&[]);
        assert!(nothing.assumed.len() >= 4 && nothing.plans[0].situation().adults.first.hours_per_week == USUAL_START);
        assert!(nothing.assumed.iter().all(|a| a.more >= Cents(0)));
    }

    #[test]
    fn a_wage_below_the_minimum_is_seen_and_used() {
        let low = plans(&[("age", "27"), ("wage", "12")]);
        assert_eq!((low.below_minimum, low.now.situation().adults.first.hourly_wage), (Some(Cents(14_99)), Cents(1200)));
        let open = plans(&[("age", "27")]);
        assert_eq!((open.below_minimum, open.now.situation().adults.first.hourly_wage), (None, Cents(14_99)));
        assert_eq!(plans(&[("age", "18"), ("wage", "7,49")]).below_minimum, Some(Cents(7_50)), "half of it at 18");
    }

    #[test]
    fn a_day_without_amounts_is_refused() {
        let refused = Plans::of(&Form::default(), Day::parse("2028-01-01").unwrap()).unwrap_err();
        assert_eq!((refused.code, refused.field.as_str()), (rules::Code::NoParameters, "date"));
    }
}

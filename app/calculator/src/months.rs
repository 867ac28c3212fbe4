//! Month by month: what comes in, what changes when, and what to set aside. After the last month with parameters
//! there are only dated events.

use crate::set_aside::{SetAside, set_aside};
use rules::calculate::disregard_kinds;
use rules::law::disregard::Kind;
use rules::{Cents, Day, Household, Outcome, RuleSet, Situation, calculate, rule_set};

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The calendar year.
    pub year: u32,
    /// 1 to 12.
    pub month: u32,
}

impl Moment {
    const fn of(day: Day) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// The next month.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.month == 12 { Self { year: self.year + 1, month: 1 } } else { Self { year: self.year, month: self.month + 1 } }
    }

    fn first_day(self) -> Option<Day> {
        Day::parse(&format!("{:04}-{:02}-01", self.year, self.month))
    }
}

/// Something that changes in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The new hours begin.
    Start,
    /// A disregard has run out; another one follows.
    OtherDisregard,
    /// A disregard has run out, and none follows.
    NoDisregard,
    /// The half-yearly amounts are new.
    NewAmounts,
    /// Another law on disregards; its amounts are not known yet.
    NewLaw,
    /// The holiday allowance of the benefit is paid.
    BenefitHoliday,
    /// The holiday pay of the wage is paid.
    WageHoliday,
}

impl Event {
    /// The name in texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::OtherDisregard => "other-disregard",
            Self::NoDisregard => "no-disregard",
            Self::NewAmounts => "new-amounts",
            Self::NewLaw => "new-law",
            Self::BenefitHoliday => "benefit-holiday",
            Self::WageHoliday => "wage-holiday",
        }
    }
}

/// What comes in, in cents: money in the month itself, not what is saved up for later.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Money {
    /// Net wages without holiday pay.
    pub wage: Cents,
    /// Benefit as it is paid.
    pub assistance: Cents,
    /// Healthcare, rent and childcare allowance.
    pub allowances: Cents,
    /// Child budget and child benefit.
    pub children: Cents,
    /// Cost of childcare.
    pub childcare_cost: Cents,
    /// Holiday money, of benefit or wage.
    pub holiday: Cents,
}

impl Money {
    /// All together.
    #[must_use]
    pub fn sum(self) -> Cents {
        self.wage + self.assistance + self.allowances + self.children + self.holiday - self.childcare_cost
    }
}

/// Months after each other in which the same comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The first month.
    pub from: Moment,
    /// The last month.
    pub to: Moment,
    /// What comes in each month.
    pub money: Money,
    /// What changes in the first of them.
    pub events: Vec<Event>,
    /// How much more is left in each of them than with the hours of now; below zero is less. Holiday pay counts in the
    /// month in which it is earned, as it does in the answer.
    pub change: Cents,
    /// The amounts of these months are not known yet.
    pub projection: bool,
}

/// The months ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The months in which things change, and those between.
    pub runs: Vec<Run>,
    /// What to set aside when the change is not reported.
    pub set_aside: Vec<SetAside>,
    /// The years after which allowances and tax are settled.
    pub settled: Vec<u32>,
    /// The first month without amounts.
    pub unknown_from: Moment,
}

/// One month as it was calculated.
pub struct Month {
    /// When.
    pub at: Moment,
    rules: &'static RuleSet,
    /// The month.
    pub outcome: Outcome,
    kinds: Vec<Kind>,
}

/// The line of a plan that starts in the month after that of `now`.
#[must_use]
pub fn line(now: &Household, plan: &Household) -> Line {
    let (months, as_now) = (months(plan), months(now));
    let unknown_from = months.last().map_or_else(|| Moment::of(now.situation().date).next(), |last| last.at.next());
    let mut years: Vec<u32> = months.iter().map(|month| month.at.year).collect();
    years.dedup();
    Line {
        runs: runs(&months, &as_now),
        set_aside: years.iter().filter_map(|year| set_aside(now, plan, &months, *year)).collect(),
        settled: years,
        unknown_from,
    }
}

/// Every month with parameters, each with its own day and counters.
fn months(plan: &Household) -> Vec<Month> {
    let mut situation = plan.situation().clone();
    let mut at = Moment::of(situation.date).next();
    let mut months: Vec<Month> = Vec::new();
    while let Some(rules) = at.first_day().and_then(rule_set::on) {
        situation.date = at.first_day().unwrap_or(situation.date);
        let Ok(household) = situation.clone().check() else { break };
        let kinds: Vec<Kind> = disregard_kinds(&household).iter().copied().collect();
        // Only the rules and the disregards differ from month to month; with the same of both it is the same month again.
        let outcome = match months.last() {
            Some(last) if std::ptr::eq(last.rules, rules) && last.kinds == kinds => last.outcome,
            _ => calculate(&household),
        };
        count(&mut situation, &outcome);
        months.push(Month { at, rules, outcome, kinds });
        at = at.next();
    }
    months
}

/// A month in which a disregard left something is a month used. Without benefit there is nothing to leave.
fn count(situation: &mut Situation, outcome: &Outcome) {
    if outcome.household.assistance == Cents(0) {
        return;
    }
    for (adult, month) in situation.adults.iter_mut().zip(outcome.adults.iter()) {
        let (used, most) = match month.disregard.kind {
            Kind::N => (&mut adult.disregard_months_used, rules::situation::MONTHS_N),
            Kind::R => (&mut adult.single_parent_disregard_months_used, rules::situation::MONTHS_R),
            Kind::Z => (&mut adult.wage_subsidy_months_used, rules::situation::MONTHS_Z),
            Kind::Months2027 => (&mut adult.disregard_2027_months_used, rules::situation::MONTHS_2027),
            _ => continue,
        };
        *used = (*used + 1).min(most);
    }
}

/// Month of the holiday allowance of the benefit, and of the holiday pay of a wage.
const BENEFIT_HOLIDAY: u32 = 6;
const WAGE_HOLIDAY: u32 = 5;

fn runs(months: &[Month], as_now: &[Month]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut saved_benefit, mut saved_wage) = (Cents(0), Cents(0));
    for (place, month) in months.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|at| months.get(at));
        let household = &month.outcome.household;
        let mut events = changes(before, month);
        // Saved up from the month after the last payment, so paid before this month's own share.
        let mut holiday = Cents(0);
        if month.at.month == BENEFIT_HOLIDAY && saved_benefit > Cents(0) {
            holiday = holiday + std::mem::take(&mut saved_benefit);
            events.push(Event::BenefitHoliday);
        }
        if month.at.month == WAGE_HOLIDAY && saved_wage > Cents(0) {
            holiday = holiday + std::mem::take(&mut saved_wage);
            events.push(Event::WageHoliday);
        }
        saved_benefit = saved_benefit + household.assistance - household.assistance_paid_monthly;
        saved_wage = saved_wage + month.outcome.adults.iter().map(|adult| adult.holiday_entitlement).sum();
        let money = Money {
            wage: month.outcome.adults.iter().map(|adult| adult.net_wage).sum(),
            assistance: household.assistance_paid_monthly,
            allowances: household.healthcare_allowance + household.rent_allowance + household.childcare_allowance,
            children: household.child_budget + household.child_benefit,
            childcare_cost: household.childcare_cost,
            holiday,
        };
        let left = |month: &Month| month.outcome.household.disposable_income;
        let change = left(month) - as_now.get(place).map_or(left(month), left);
        match runs.last_mut() {
            Some(last) if last.money == money && last.change == change && events.is_empty() && last.projection == month.rules.projection => last.to = month.at,
            _ => runs.push(Run { from: month.at, to: month.at, money, events, change, projection: month.rules.projection }),
        }
    }
    runs
}

fn changes(before: Option<&Month>, month: &Month) -> Vec<Event> {
    let Some(before) = before else { return vec![Event::Start] };
    let mut events = Vec::new();
    if before.rules.disregards.regime() != month.rules.disregards.regime() {
        events.push(Event::NewLaw);
    } else if before.rules.name != month.rules.name {
        events.push(Event::NewAmounts);
    }
    if before.kinds != month.kinds && before.outcome.household.assistance > Cents(0) {
        let ended = month.kinds.iter().all(|kind| *kind == Kind::None);
        // A new law says by itself that something else comes.
        match (ended, events.contains(&Event::NewLaw)) {
            (true, _) => events.push(Event::NoDisregard),
            (false, false) => events.push(Event::OtherDisregard),
            (false, true) => {}
        }
    }
    events
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{Form, Plans};

    pub(crate) fn line_of(fields: &[(&str, &str)], today: &str) -> Line {
        let plans = Plans::of(&Form::of(fields.iter().copied()), Day::parse(today).unwrap()).unwrap();
        line(&plans.now, &plans.plans[0])
    }

    pub(crate) const SINGLE: &[(&str, &str)] = &[
        ("household", "alone"),
        ("age", "27"),
        ("children", "0"),
        ("home", "rent"),
        ("rent", "650"),
        ("hours", "0"),
        ("plan", "12"),
        ("housemates", "0"),
        ("months", "none"),
        ("letter", "none"),
        ("savings", "under"),
    ];

    fn at(year: u32, month: u32) -> Moment {
        Moment { year, month }
    }

    fn run(line: &Line, moment: Moment) -> &Run {
        line.runs.iter().find(|run| run.from <= moment && moment <= run.to).unwrap()
    }

    #[test]
    fn the_disregard_runs_out_and_new_amounts_come() {
        let line = line_of(SINGLE, "2026-02-10");
        assert_eq!(line.runs[0].events, [Event::Start]);
        assert_eq!(line.runs[0].from, at(2026, 3));
        assert_eq!(run(&line, at(2026, 7)).events, [Event::NewAmounts]);
        // March to August: six months of letter n.
        let after = run(&line, at(2026, 9));
        assert_eq!((after.from, &after.events[..]), (at(2026, 9), &[Event::NoDisregard][..]));
        assert!(run(&line, at(2026, 8)).money.assistance > after.money.assistance);
        // From nothing to twelve hours: what is left of them shrinks when the disregard has run out.
        assert!(after.change < run(&line, at(2026, 8)).change && line.runs[0].change > Cents(0));
        let law = run(&line, at(2027, 1));
        assert!(law.projection && law.events == [Event::NewLaw], "{:?}", law.events);
        assert_eq!((line.unknown_from, line.settled.as_slice()), (at(2028, 1), &[2026, 2027][..]));
    }

    #[test]
    fn a_month_like_the_one_before_is_not_calculated_again_and_is_the_same() {
        let letters: [&[(&str, &str)]; 3] =
            [&[], &[("letter", "subsidy")], &[("children", "1"), ("child_1", "6"), ("care", "yes"), ("months", "some"), ("months_used", "3")]];
        for more in letters {
            let told = SINGLE.iter().filter(|(name, _)| !more.iter().any(|(other, _)| name == other)).chain(more).copied();
            let plans = Plans::of(&Form::of(told), Day::parse("2026-02-10").unwrap()).unwrap();
            let mut situation = plans.plans[0].situation().clone();
            let months = months(&plans.plans[0]);
            assert!(months.len() > 12);
            for month in months {
                situation.date = month.at.first_day().unwrap();
                let outcome = calculate(&situation.clone().check().unwrap());
                assert_eq!(month.outcome, outcome, "{:?} {more:?}", month.at);
                count(&mut situation, &outcome);
            }
        }
    }

    #[test]
    fn holiday_money_is_what_was_saved_up() {
        let line = line_of(SINGLE, "2026-11-22");
        let (benefit, wage) = (run(&line, at(2027, 6)), run(&line, at(2027, 5)));
        assert_eq!((&benefit.events[..], &wage.events[..]), (&[Event::BenefitHoliday][..], &[Event::WageHoliday][..]));
        let plans = Plans::of(&Form::of(SINGLE.iter().copied()), Day::parse("2026-12-01").unwrap()).unwrap();
        let december = calculate(&plans.plans[0]);
        let later = |month| run(&line, at(2027, month)).money;
        // December and January to April for the wage: its share does not change.
        assert_eq!(wage.money.holiday, Cents(december.adults.first.holiday_entitlement.0 * 5));
        assert_eq!(wage.money.sum() - wage.money.holiday, later(4).sum());
        assert!(benefit.money.holiday > december.household.assistance - december.household.assistance_paid_monthly);
        assert_eq!(later(7).holiday, Cents(0));
    }
}

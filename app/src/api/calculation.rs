//! Calculations that residents keep.

use super::go::{Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use calculator::answer::{Answer as Figures, Side};
use calculator::part::Part;
use calculator::{Plans, turn};
use domain::calculation::{Calculation, Month};
use leptos::prelude::*;
use rules::Day;
use service::Error;
use std::collections::BTreeMap;

/// The form of the calculator, in what is kept of typed forms.
pub const CALCULATOR: &str = "calculator";

/// Keeps what stands in the calculator's form; what is wrong with it is said there.
#[server(prefix = "/api", endpoint = "calculation/save")]
pub async fn save_calculation(
    #[server(default)] resident: String,
    #[server(default)] shown: String,
    #[server(flatten)] fields: BTreeMap<String, String>,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let mut told = calculator::Form::of(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    told.set("go", "show");
    let faulty = turn(&mut told).is_faulty();
    let form = told.filled().fold(Form::new(CALCULATOR, address::CALCULATOR), |form, (name, value)| form.field(name, value));
    let calculation = calculated(&told, &service.clock.today().to_string()).filter(|_| !faulty);
    let saved = async {
        let actor = visitor.actor()?;
        let calculation = calculation.ok_or_else(|| Error::Invalid(Vec::new()))?;
        service.save_calculation(actor, &resident, &calculation, !shown.is_empty()).await
    };
    let form = form.told_on(format!("calculations/{resident}"));
    form.done(&visitor, saved.await, |()| address::calculations(&resident), "notice-calculation-saved").await
}

/// Shows a calculation to the caseworker, or no more.
#[server(prefix = "/api", endpoint = "calculation/show")]
pub async fn show_calculation(#[server(default)] resident: String, #[server(default)] calculation: String, #[server(default)] shown: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = Form::new(format!("calculations/{resident}"), address::calculations(&resident));
    let shown = shown == "yes";
    let outcome = async { service.show_calculation(visitor.actor()?, &resident, &calculation, shown).await };
    let notice = if shown { "notice-calculation-shown" } else { "notice-calculation-hidden" };
    form.done(&visitor, outcome.await, |()| address::calculations(&resident), notice).await
}

/// Throws a calculation away.
#[server(prefix = "/api", endpoint = "calculation/discard")]
pub async fn discard_calculation(#[server(default)] resident: String, #[server(default)] calculation: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = Form::new(format!("calculations/{resident}"), address::calculations(&resident));
    let outcome = async { service.discard_calculation(visitor.actor()?, &resident, &calculation).await };
    form.done(&visitor, outcome.await, |()| address::calculations(&resident), "notice-calculation-discarded").await
}

/// What comes out of a form on a day, to keep; `None` when there are no amounts for that day.
fn calculated(told: &calculator::Form, day: &str) -> Option<Calculation> {
    let figures = Figures::of(&Plans::of(told, Day::parse(day)?).ok()?)?;
    let month = |side: &Side| Month {
        hours: side.hours().0,
        left: side.left().0,
        parts: Part::ALL.into_iter().map(|part| (part.as_str().to_owned(), side.amount(part).0)).filter(|(_, cents)| *cents != 0).collect(),
    };
    let fields = told.filled().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    Some(Calculation { rules: rules::version(), day: day.to_owned(), now: month(&figures.now), plan: month(&figures.plan.side), fields })
}

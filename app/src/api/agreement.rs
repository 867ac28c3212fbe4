//! What both sides do with their agreement. The resident and the caseworker call the same functions: the service knows
//! on which side somebody stands.

use super::go::{self, Answer, Form};
use crate::address;
use crate::visitor::{Visitor, service, visitor};
use domain::access::Role;
use domain::agreement::{Evaluation, Helped, Mark, Side};
use domain::{Problem, ProblemCode};
use leptos::prelude::*;
use service::Error;
use service::agreement::{Added, Pace};

/// The side that the visitor stands on, as far as addresses are concerned.
pub(super) fn side(visitor: &Visitor) -> Side {
    if visitor.actor().is_ok_and(|a| a.role == Role::Caseworker) { Side::Municipality } else { Side::Resident }
}

/// What was chosen for each of many, written as `id:choice`; more than a page shows is left out.
fn by_id(chosen: &[String]) -> impl Iterator<Item = (String, &str)> {
    chosen.iter().take(100).filter_map(|both| both.split_once(':')).map(|(id, choice)| (id.to_owned(), choice))
}

pub(super) fn form(visitor: &Visitor, resident: &str) -> Form {
    Form::new(format!("agreement/{resident}"), address::agreement(resident, side(visitor)))
}

/// Takes the own proposal from the table.
#[server(prefix = "/api", endpoint = "agreement/withdraw")]
pub async fn withdraw_agreement(#[server(default)] resident: String, #[server(default)] number: i64) -> Answer {
    let (visitor, service) = (visitor(), service());
    let withdrawn = async { service.withdraw_proposal(visitor.actor()?, &resident, number).await };
    let at = address::agreement(&resident, side(&visitor));
    form(&visitor, &resident).done(&visitor, withdrawn.await, |()| at, "notice-withdrawn").await
}

/// Throws the own sheet away.
#[server(prefix = "/api", endpoint = "agreement/discard")]
pub async fn discard_sheet(#[server(default)] resident: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let discarded = async { service.discard_sheet(visitor.actor()?, &resident).await };
    let at = address::agreement(&resident, side(&visitor));
    form(&visitor, &resident).done(&visitor, discarded.await, |()| at, "notice-discarded").await
}

/// Tells how a line goes. What is needed when it cannot be done now is asked on a page of its own, which sends `told`.
#[server(prefix = "/api", endpoint = "agreement/mark")]
pub async fn mark_line(
    #[server(default)] resident: String,
    #[server(default)] line: String,
    #[server(default)] mark: String,
    #[server(default)] told: String,
    #[server(default)] need: String,
    #[server(default)] words: String,
    #[server(default)] new_day: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let side = side(&visitor);
    let cannot = mark == Mark::Cannot(domain::agreement::Need::Help).as_str();
    if cannot && told.is_empty() && need.is_empty() && visitor.session.is_some() {
        go::to(&address::agreement_tell(&resident, side, &line));
        return Ok(());
    }
    let form = [("words", &words), ("need", &need), ("new_day", &new_day)]
        .into_iter()
        .fold(Form::new(format!("agreement-tell/{resident}/{line}"), address::agreement_tell(&resident, side, &line)), |form, (name, value)| {
            form.field(name, value)
        });
    let marked = async {
        if cannot && need.is_empty() {
            // Who may not is told nothing of what is missing.
            service.agreement(visitor.actor()?, &resident).await?;
            return Err(Error::Invalid(vec![Problem::new("need", ProblemCode::Empty)]));
        }
        let mark = Mark::parse(&mark, &need).ok_or(Error::NotFound)?;
        service.mark_line(visitor.actor()?, &resident, &line, mark, Added { words: &words, new_day: &new_day }).await.map(|_| mark)
    };
    let outcome = marked.await;
    // A conflict is told where all lines stand.
    let form = if matches!(outcome, Err(Error::Conflict(_))) { self::form(&visitor, &resident) } else { form };
    let done = matches!(outcome, Ok(Mark::Done));
    let next = if done { address::agreement_done(&resident, side, &line) } else { address::agreement_going_at(&resident, side, &line) };
    let notice = if done { "" } else { "notice-marked" };
    form.told_on(format!("agreement/{resident}")).done(&visitor, outcome, |_| next, notice).await
}

/// Keeps the order and the pace of the goals.
#[server(prefix = "/api", endpoint = "agreement/order")]
pub async fn keep_order(#[server(default)] resident: String, #[server(default)] place: Vec<String>, #[server(default)] pace: Vec<String>) -> Answer {
    let (visitor, service) = (visitor(), service());
    let places: Vec<(String, usize)> = by_id(&place).filter_map(|(goal, place)| Some((goal, place.parse().ok()?))).collect();
    let pace = by_id(&pace).filter_map(|(goal, pace)| Some((goal, Pace::parse(pace)?))).collect();
    let kept = async { service.keep_goal_order(visitor.actor()?, &resident, &places, pace).await };
    let at = address::agreement(&resident, Side::Resident);
    form(&visitor, &resident).done(&visitor, kept.await, |()| at, "notice-order-kept").await
}

/// Keeps the small steps of an own line.
#[server(prefix = "/api", endpoint = "agreement/steps")]
pub async fn keep_small_steps(
    #[server(default)] resident: String,
    #[server(default)] line: String,
    #[server(default)] step_1: String,
    #[server(default)] step_2: String,
    #[server(default)] step_3: String,
    #[server(default)] step_4: String,
    #[server(default)] step_5: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let texts = [step_1, step_2, step_3, step_4, step_5];
    let mut form = Form::new(format!("small-steps/{resident}/{line}"), address::small_steps(&resident, &line));
    for (at, text) in texts.iter().enumerate() {
        form = form.field(&format!("step_{}", at + 1), text);
    }
    let kept = async { service.keep_small_steps(visitor.actor()?, &resident, &line, &texts).await };
    let at = address::agreement_going_at(&resident, Side::Resident, &line);
    form.told_on(format!("agreement/{resident}")).done(&visitor, kept.await, |()| at, "notice-steps-kept").await
}

/// Says that a small step is done, or with nothing in `done` that it is not.
#[server(prefix = "/api", endpoint = "agreement/step")]
pub async fn tick_small_step(
    #[server(default)] resident: String,
    #[server(default)] line: String,
    #[server(default)] small: String,
    #[server(default)] done: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let ticked = async { service.tick_small_step(visitor.actor()?, &resident, &line, &small, !done.is_empty()).await };
    let to = address::agreement_going_at(&resident, Side::Resident, &line);
    form(&visitor, &resident).done(&visitor, ticked.await, |()| to, "").await
}

/// Keeps how this side looks back.
#[server(prefix = "/api", endpoint = "agreement/look-back")]
pub async fn look_back(
    #[server(default)] resident: String,
    #[server(default)] number: i64,
    #[server(default)] helped: Vec<String>,
    #[server(default)] words: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let side = side(&visitor);
    let mut form = Form::new(format!("look-back/{resident}"), address::agreement_look_back(&resident, side)).field("words", &words);
    for (line, said) in by_id(&helped) {
        form = form.field(&format!("helped-{line}"), said);
    }
    let lines = by_id(&helped).filter_map(|(line, said)| Some((line, Helped::parse(said)?))).collect();
    let kept = async { service.keep_look_back(visitor.actor()?, &resident, number, Evaluation { lines, words: words.trim().to_owned() }).await };
    form.done(&visitor, kept.await, |()| address::agreement_look_back(&resident, side), "notice-looked-back").await
}

/// Begins the next version from what both said.
#[server(prefix = "/api", endpoint = "agreement/next")]
pub async fn next_version(#[server(default)] resident: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let begun = async { service.start_next_version(visitor.actor()?, &resident).await };
    let at = address::agreement(&resident, side(&visitor));
    form(&visitor, &resident).done(&visitor, begun.await, |()| at, "notice-next-begun").await
}

/// Starts from suggestions and templates.
#[server(prefix = "/api", endpoint = "agreement/start")]
pub async fn start_agreement(#[server(default)] resident: String, #[server(default)] chosen: Vec<String>, #[server(default)] own_goal: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = Form::new(format!("agreement-start/{resident}"), address::agreement_start(&resident)).list("chosen", &chosen).field("own_goal", &own_goal);
    let started = async { service.start_from(visitor.actor()?, &resident, &chosen, !own_goal.is_empty()).await };
    let at = address::agreement(&resident, Side::Municipality);
    form.told_on(format!("agreement/{resident}")).done(&visitor, started.await, |()| at, "notice-line-kept").await
}

/// Records that the resident cannot answer now.
#[server(prefix = "/api", endpoint = "agreement/could-not")]
pub async fn could_not_answer(#[server(default)] resident: String, #[server(default)] number: i64, #[server(default)] could_not: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = form(&visitor, &resident).field("could_not", &could_not);
    let kept = async { service.could_not_answer(visitor.actor()?, &resident, number, &could_not).await };
    let at = address::agreement(&resident, Side::Municipality);
    form.done(&visitor, kept.await, |()| at, "notice-could-not").await
}

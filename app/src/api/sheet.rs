//! The page of a proposal: answers, own words and sending. Whatever button is used, what stands typed goes along.

use super::agreement::{form, side};
use super::go::{Answer, Form};
use crate::address;
use crate::visitor::{Visitor, service, visitor};
use domain::agreement::{Answer as Said, Typed as TypedLine};
use leptos::prelude::*;
use service::Error;
use service::agreement::{Scribbled, Sending, Sent};
use std::collections::BTreeMap;

/// What stands typed on the page of a proposal, whichever button sent it.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
pub struct TypedSheet {
    /// What is added to answers, by `line-` and its id: a name in a form cannot begin with a digit.
    #[serde(default)]
    remarks: BTreeMap<String, String>,
    /// The day to look back.
    #[serde(default)]
    look_back: String,
    /// Not empty where that day was asked.
    #[serde(default)]
    asks_day: String,
    /// How many days the resident gets to think; empty where that was not asked.
    #[serde(default)]
    think: String,
}

impl TypedSheet {
    fn remarks(&self) -> impl Iterator<Item = (&str, &str)> {
        self.remarks.iter().take(100).filter_map(|(name, words)| Some((name.strip_prefix("line-")?, words.as_str())))
    }

    fn scribbled(&self, number: i64) -> Scribbled {
        let remarks = self.remarks().map(|(line, words)| (line.to_owned(), words.to_owned())).collect();
        Scribbled { number, remarks, look_back: (!self.asks_day.is_empty()).then(|| self.look_back.clone()), think: self.think.parse().ok() }
    }

    /// The form of the page with what was typed, so that nothing of it is lost.
    fn form(&self, visitor: &Visitor, resident: &str) -> Form {
        let all = self.remarks().fold(form(visitor, resident).field("think", &self.think), |form, (line, words)| form.field(&format!("remark-{line}"), words));
        if self.asks_day.is_empty() { all } else { all.field("look_back", &self.look_back) }
    }
}

/// Keeps an answer to a line (`line:answer`); sends nothing.
#[server(prefix = "/api", endpoint = "agreement/answer")]
pub async fn answer_line(
    #[server(default)] resident: String,
    #[server(default)] number: i64,
    #[server(default)] answer: String,
    #[server(default)] typed: TypedSheet,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let (line, said) = answer.split_once(':').unwrap_or_default();
    let kept = async {
        let said = Said::parse(said).ok_or(Error::NotFound)?;
        service.answer_line(visitor.actor()?, &resident, line, said, &typed.scribbled(number)).await
    };
    let at = address::agreement_at(&resident, side(&visitor), line);
    typed.form(&visitor, &resident).done(&visitor, kept.await, |()| at, "").await
}

/// Keeps what stands typed on the page of a proposal, and goes on: `go` is empty, `new`, `start`, `line:…` or `at:…`.
#[server(prefix = "/api", endpoint = "agreement/keep")]
pub async fn keep_sheet(
    #[server(default)] resident: String,
    #[server(default)] number: i64,
    #[server(default)] go: String,
    #[server(default)] typed: TypedSheet,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let kept = async { service.keep_scribbled(visitor.actor()?, &resident, &typed.scribbled(number)).await };
    let side = side(&visitor);
    let (next, notice) = match go.split_once(':') {
        Some(("line", line)) => (address::agreement_line(&resident, side, line), ""),
        Some((_, line)) => (address::agreement_at(&resident, side, line), ""),
        None if go == "new" => (address::agreement_line(&resident, side, "new"), ""),
        None if go == "start" => (address::agreement_start(&resident), ""),
        None => (address::agreement(&resident, side), "notice-line-kept"),
    };
    typed.form(&visitor, &resident).done(&visitor, kept.await, |()| next, notice).await
}

/// Writes a line in the own sheet: a new one when `line` is empty.
#[server(prefix = "/api", endpoint = "agreement/line")]
pub async fn write_line(
    #[server(default)] resident: String,
    #[server(default)] revision: i64,
    #[server(default)] line: String,
    #[server(default)] doer: String,
    #[server(default)] text: String,
    #[server(default)] goal: String,
    #[server(default)] goal_title: String,
    #[server(default)] domain: String,
    #[server(default)] due: String,
    #[server(default)] due_own: String,
    #[server(default)] legal_basis: String,
    #[server(default)] note: String,
    #[server(default)] pillar: String,
    #[server(default)] scheme: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let side = side(&visitor);
    let named = if line.is_empty() { "new" } else { &line };
    let here = address::agreement_line(&resident, side, named);
    let typed = TypedLine { doer, text, goal, goal_title, domain, due, due_own, legal_basis, note, pillar, scheme };
    let form = [
        ("doer", &typed.doer),
        ("text", &typed.text),
        ("goal", &typed.goal),
        ("goal_title", &typed.goal_title),
        ("domain", &typed.domain),
        ("due", &typed.due),
        ("due_own", &typed.due_own),
        ("legal_basis", &typed.legal_basis),
        ("note", &typed.note),
        ("pillar", &typed.pillar),
        ("scheme", &typed.scheme),
    ]
    .into_iter()
    .fold(Form::new(format!("agreement-line/{resident}/{named}"), here), |form, (name, value)| form.field(name, value));
    let written = async { service.write_line(visitor.actor()?, &resident, revision, &line, typed).await };
    let next = address::agreement(&resident, side);
    form.told_on(format!("agreement/{resident}")).done(&visitor, written.await, |()| next, "notice-line-kept").await
}

/// Takes a line out of the own sheet.
#[server(prefix = "/api", endpoint = "agreement/remove")]
pub async fn remove_line(
    #[server(default)] resident: String,
    #[server(default)] number: i64,
    #[server(default)] revision: i64,
    #[server(default)] line: String,
    #[server(default)] typed: TypedSheet,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let removed = async { service.remove_line(visitor.actor()?, &resident, revision, &line, &typed.scribbled(number)).await };
    let at = address::agreement(&resident, side(&visitor));
    typed.form(&visitor, &resident).done(&visitor, removed.await, |()| at, "notice-line-kept").await
}

/// Takes back what this side changed about a line.
#[server(prefix = "/api", endpoint = "agreement/restore")]
pub async fn restore_line(
    #[server(default)] resident: String,
    #[server(default)] number: i64,
    #[server(default)] line: String,
    #[server(default)] typed: TypedSheet,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let restored = async { service.restore_line(visitor.actor()?, &resident, &line, &typed.scribbled(number)).await };
    let at = address::agreement_at(&resident, side(&visitor), &line);
    typed.form(&visitor, &resident).done(&visitor, restored.await, |()| at, "").await
}

/// Sends the own sheet with what stands typed beside it: answers, a proposal, or the yes that makes the agreement.
#[server(prefix = "/api", endpoint = "agreement/send")]
pub async fn send_agreement(
    #[server(default)] resident: String,
    #[server(default)] number: i64,
    #[server(default)] revision: i64,
    #[server(default)] sure: String,
    #[server(default)] typed: TypedSheet,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = typed.form(&visitor, &resident);
    let sending = Sending { typed: typed.scribbled(number), revision, sure: sure.parse().ok() };
    let sent = async { service.send_sheet(visitor.actor()?, &resident, &sending).await };
    let outcome = sent.await;
    let notice = match outcome {
        Ok(Sent::Agreed(_)) => "notice-agreed",
        Ok(Sent::Proposed(_)) => "notice-proposed",
        _ => "notice-answers-sent",
    };
    let at = address::agreement(&resident, side(&visitor));
    form.done(&visitor, outcome, |_| at, notice).await
}

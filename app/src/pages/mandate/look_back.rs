//! Who filled in what, with whom the resident filled in, and what they objected to: part of "who looked".

use crate::format::{self, moment_day};
use crate::visitor::service;
use chrono::NaiveDate;
use domain::intake::Domain;
use leptos::prelude::*;
use service::clock::local;
use service::content::Words;
use service::intake::{domain_text, question_text};
use service::mandate::LookingBack;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Who filled in what; nothing where nobody did.
pub fn filled_in(words: &Words, helped: &LookingBack) -> AnyView {
    let name = |id: &str| helped.people.get(id).map(|p| p.name.clone()).unwrap_or_default();
    let service = service();
    let mut by: BTreeMap<(Reverse<NaiveDate>, String), Vec<String>> = BTreeMap::new();
    for one in &helped.prepared {
        let question = service.content.intake.step(&one.step).map(|(q, part)| question_text(words, q, part));
        // A domain that was skipped or taken up again; what is asked no more has no words.
        let Some(about) = question.or_else(|| Domain::parse(&one.step).map(|d| domain_text(words, d))) else { continue };
        by.entry((Reverse(local(one.at).date_naive()), one.helper.clone())).or_default().push(about);
    }
    let filled = by.iter().map(|((day, helper), questions)| {
        let head = words.with("filled-in-by", &[("name", name(helper).into()), ("date", format::day(words, day.0).into())]);
        view! {
            <li class="md-bond__line">
                <p class="md-bond__text">{head}</p>
                <ul class="md-scope">{questions.iter().map(|q| view! { <li>{q.clone()}</li> }).collect_view()}</ul>
            </li>
        }
    });
    let together = helped.together.iter().map(|t| {
        view! { <li class="md-bond__line">{words.with("together-was", &[("name", t.with.clone().into()), ("date", moment_day(words, t.from).into())])}</li> }
    });
    let objected = helped.objections.iter().map(|o| {
        let key = if o.settled_at.is_some() { "objected-settled" } else { "objected-open" };
        let due = o.due_on.as_ref().filter(|_| o.settled_at.is_none());
        let due = due.map(|due| words.with("objected-due", &[("date", format::iso_day(words, due).into())]));
        view! { <li class="md-bond__line">{words.with(key, &[("name", name(&o.about).into()), ("date", moment_day(words, o.at).into())])} " " {due}</li> }
    });
    let (filled, together, objected) = (filled.collect_view(), together.collect_view(), objected.collect_view());
    let list = |title: &'static str, rows: AnyView| {
        view! { <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t(title)}</h2> <ul class="md-bond__lines">{rows}</ul> }
    };
    view! {
        {(!helped.prepared.is_empty()).then(|| list("filled-in-title", filled.into_any()))}
        {(!helped.together.is_empty()).then(|| list("together-title", together.into_any()))}
        {(!helped.objections.is_empty()).then(|| list("objected-title", objected.into_any()))}
    }
    .into_any()
}

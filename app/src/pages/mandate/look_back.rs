//! Who filled in what, with whom the resident filled in, and what they objected to: part of "who looked".

use crate::api;
use crate::components::{Icon, QuietButton};
use crate::format::{self, moment, moment_day};
use crate::pages::access::line_words;
use crate::visitor::service;
use domain::intake::Domain;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::intake::{domain_text, question_text};
use service::mandate::{LookingBack, Objection, Prepared};
use std::collections::BTreeMap;

/// Who filled in what; nothing where nobody did.
pub fn filled_in(words: &Words, resident: &str, helped: &LookingBack) -> AnyView {
    let together = helped.together.iter().map(|t| {
        view! { <li class="md-bond__line">{words.with("together-was", &[("name", t.with.clone().into()), ("date", moment_day(words, t.from).into())])}</li> }
    });
    let together = together.collect_view();
    let objected = helped.objections.iter().map(|o| objected(words, resident, helped, o)).collect_view();
    let title = |key: &'static str| view! { <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t(key)}</h2> };
    view! {
        {(!helped.changed.is_empty()).then(|| view! { {title("filled-in-title")} {changes(words, helped)} })}
        {(!helped.together.is_empty()).then(|| view! { {title("together-title")} <ul class="md-bond__lines">{together}</ul> })}
        {(!helped.objections.is_empty()).then(|| view! { <div id="objected">{title("objected-title")} <ul class="md-bond__lines">{objected}</ul></div> })}
    }
    .into_any()
}

fn name(helped: &LookingBack, id: &str) -> String {
    helped.people.get(id).map(|p| p.name.clone()).unwrap_or_default()
}

/// Every change of a helper with who and when, by topic, each topic folded.
fn changes(words: &Words, helped: &LookingBack) -> AnyView {
    let service = service();
    let intake = &service.content.intake;
    let mut topics: BTreeMap<Option<Domain>, Vec<(String, &Prepared)>> = BTreeMap::new();
    for one in &helped.changed {
        // A topic that was skipped or taken up again; what is asked no more has no words.
        let (domain, about) = match (intake.step(&one.step), Domain::parse(&one.step)) {
            (Some((question, part)), _) => (question.domain, question_text(words, question, part)),
            (None, Some(domain)) => (Some(domain), words.t("filled-in-topic")),
            (None, None) => continue,
        };
        topics.entry(domain).or_default().push((about, one));
    }
    let line = |(about, one): (String, &Prepared)| {
        let by = words.with("filled-in-by", &[("name", name(helped, &one.helper).into()), ("at", moment(words, one.at).into())]);
        view! { <li class="md-bond__line"><p class="md-bond__who">{about}</p> <p class="md-bond__text">{by}</p></li> }
    };
    let topic = |(domain, all): (Option<Domain>, Vec<(String, &Prepared)>)| {
        let title = domain.map_or_else(|| words.t("part-start"), |domain| domain_text(words, domain));
        let head = words.with("filled-in-of", &[("name", title.into()), ("n", all.len().into())]);
        view! {
            <details class="md-quiet">
                <summary class="md-quiet-summary"><Icon name="pencil" size="sm" /><span>{head}</span></summary>
                <ul class="md-bond__lines">{all.into_iter().map(line).collect_view()}</ul>
            </details>
        }
    };
    topics.into_iter().map(topic).collect_view().into_any()
}

/// One objection: what was tapped, the resident's own words, what was answered, and ending the help in one tap.
fn objected(words: &Words, resident: &str, helped: &LookingBack, o: &Objection) -> AnyView {
    let about = name(helped, &o.about);
    let key = if o.settled_at.is_some() { "objected-settled" } else { "objected-open" };
    let head = words.with(key, &[("name", about.as_str().into()), ("date", moment_day(words, o.at).into())]);
    let due = o.due_on.as_ref().filter(|_| o.settled_at.is_none());
    let due = due.map(|due| words.with("objected-due", &[("date", format::iso_day(words, due).into())]));
    let mandate = helped.now.iter().find(|h| h.mandate.helper == o.about && o.settled_at.is_none()).map(|h| h.mandate.id.clone());
    let stop = mandate.map(|mandate| {
        view! {
            <form class="md-actions md-actions--start" method="post" action=api::EndMandate::url()>
                <input type="hidden" name="resident" value=resident.to_owned() />
                <input type="hidden" name="mandate" value=mandate />
                <p class="nl-paragraph">{words.with("objected-stop", &[("name", about.as_str().into())])}</p>
                <QuietButton label=words.with("helper-end", &[("name", about.as_str().into())]) kind="secondary" />
            </form>
        }
    });
    let quote = |text: &str| (!text.is_empty()).then(|| view! { <blockquote class="md-request__quote" dir="auto">{text.to_owned()}</blockquote> });
    let answer = (!o.answer.is_empty()).then(|| view! { <p class="md-bond__who">{words.t("objected-answer")}</p> {quote(&o.answer)} });
    view! {
        <li class="md-bond__line">
            <p class="md-bond__text">{head} " " {due}</p>
            {o.line.as_ref().map(|line| view! { <p class="md-bond__who">{line_words(words, line)}</p> })}
            {quote(&o.text)}
            {answer}
            {stop}
        </li>
    }
    .into_any()
}

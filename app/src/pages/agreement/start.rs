//! What an agreement can start from: the resident's own wishes first, then what the answers suggest, then templates.

use super::parts::Top;
use super::{other_language, words_for};
use crate::api;
use crate::components::{FieldError, MainButton, frame};
use crate::format::full_day;
use crate::pages::load::{load, param};
use domain::agreement::Side;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::agreement::{Origin, Suggestion};
use service::content::Words;
use service::typed::Typed;

/// What an agreement can start from.
#[component]
pub fn StartAgreement() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let (found, own) = service.suggestions(visitor.actor()?, &resident).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("agreement-start/{resident}")).await?,
                None => Typed::default(),
            };
            let language = service.agreement(visitor.actor()?, &resident).await?.file.profile.language;
            Ok((resident, found, own, typed, language))
        },
        |(resident, found, own, typed, language): (String, Vec<Suggestion>, Option<String>, Typed, String)| {
            let words = words_for(Side::Municipality);
            let wrong = typed.problem("chosen").map(|_| words.t("start-choose"));
            let first = found.first().map(|s| s.key.clone()).unwrap_or_default();
            let summary: Vec<(String, String)> = wrong.clone().map(|t| (first, t)).into_iter().collect();
            let groups = [Origin::Resident, Origin::Answers, Origin::Template].map(|from| group(&words, from, &found, &typed, &language));
            frame(words.t("agreement-start")).faulty(wrong.is_some()).show(view! {
                <Top resident=resident.clone() side=Side::Municipality title=words.t("agreement-start") lead=words.t("start-lead") problems=summary />
                {other_language(&words, &language, Side::Municipality)}
                <form class="md-form" method="post" action=api::StartAgreement::url()>
                    <input type="hidden" name="resident" value=resident.clone() />
                    <FieldError id="chosen-error" text=wrong />
                    {own.map(|own| {
                        view! {
                            <label class="md-option">
                                <input class="utrecht-checkbox utrecht-checkbox--html-input md-option__input" type="checkbox" id="own_goal" name="own_goal" value="yes" checked=true />
                                <span class="md-option__text">
                                    <span class="md-option__label">{words.t("start-own-goal")}</span>
                                    <q class="md-option__description" dir="auto">{own}</q>
                                </span>
                            </label>
                        }
                    })}
                    {groups}
                    <div class="md-actions md-actions--sticky"><MainButton label=words.t("start-take") /></div>
                </form>
            })
        },
    )
}

fn group(words: &Words, from: Origin, all: &[Suggestion], typed: &Typed, language: &str) -> AnyView {
    let found: Vec<&Suggestion> = all.iter().filter(|s| s.from == from).collect();
    if found.is_empty() {
        return ().into_any();
    }
    let lang = (!language.is_empty()).then(|| language.to_owned());
    let side = |label: String, text: &str| {
        (!text.is_empty()).then(
            || view! { <p class="md-pair__side"><span class="md-pair__who">{label}</span> " " <span dir="auto" lang=lang.clone()>{text.to_owned()}</span></p> },
        )
    };
    let card = |s: &Suggestion| {
        view! {
            <li class="md-proposal md-pair">
                <label class="md-option md-proposal__choice">
                    <input class="utrecht-checkbox utrecht-checkbox--html-input md-option__input" type="checkbox" id=s.key.clone() name="chosen[]" value=s.key.clone() checked=typed.list("chosen").contains(&s.key) />
                    <span class="md-option__text">
                        <span class="md-option__label" dir="auto" lang=lang.clone()>{s.title.clone()}</span>
                        <span class="md-option__description">{words.with("agreement-by", &[("date", full_day(words, s.due).into())])}</span>
                    </span>
                </label>
                <div class="md-pair__sides">{side(words.t("proposals-we"), &s.municipality)} {side(words.t("proposals-me"), &s.resident)}</div>
            </li>
        }
    };
    view! {
        <section aria-labelledby=format!("from-{}", from.as_str())>
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id=format!("from-{}", from.as_str())>{words.t(&format!("start-from-{}", from.as_str()))}</h2>
            <ul class="md-proposals">{found.into_iter().map(card).collect_view()}</ul>
        </section>
    }
    .into_any()
}

//! A question about the resident's answers: who asks, why, and exactly those questions.

use super::load::{load, param};
use crate::components::{Back, Icon, MainButton, frame};
use crate::format::{dial, moment_day};
use crate::visitor::{service, visitor};
use crate::{address, api};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::file::File;
use service::intake::SentView;
use service::review::Ask;

/// The open question about answers.
#[component]
pub fn AskedPage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let home = service.home(visitor.actor()?, &resident).await?;
            let ask = home.asks.into_iter().find(Ask::is_open).ok_or(Error::NotFound)?;
            let name = service.person(&ask.by).await?.name;
            Ok((home.file, ask, name, home.sent.into_iter().next()))
        },
        |(file, ask, name, sent): (File, Ask, String, Option<SentView>)| {
            let (words, service) = (visitor().words, service());
            let id = file.resident().to_owned();
            let title = words.with("asked-title", &[("name", name.as_str().into())]);
            let number = service.content.municipality.telephone().to_owned();
            let question = |step: &String| {
                let question = service.content.intake.question(step);
                let text = question.map_or_else(|| step.clone(), |q| words.t(&q.id));
                let said = sent.as_ref().and_then(|s| s.scan.answer(step)).map(|a| a.in_language(words.locale.language).1.answer);
                let said = said.filter(|a| !a.is_empty()).map(|a| words.with("asked-you-said", &[("answer", a.into())]));
                view! {
                    <li class="md-asked">
                        <span class="md-asked__question">{text}</span>
                        {said.map(|text| view! { <span class="md-asked__said" dir="auto">{text}</span> })}
                    </li>
                }
            };
            frame(words.t("home-asked")).show(view! {
                    <div class="md-topline"><Back href=address::home(&id) label=words.t("to-overview") /></div>
                    <h1 class="nl-heading nl-heading--level-1">{title}</h1>
                    <div class="md-letter">
                        <p class="md-letter__from">
                            <Icon name="user" size="lg" />
                            <span><strong translate="no">{name.clone()}</strong><br />{words.with("asked-from", &[("date", moment_day(&words, ask.at).into())])}</span>
                        </p>
                        <p class="nl-paragraph">{words.t(&format!("ask-reason-{}", ask.content.reason))}</p>
                        <p class="nl-paragraph" dir="auto">{ask.content.message.clone()}</p>
                    </div>
                    <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="qs">{words.t("asked-questions")}</h2>
                    <ul class="md-asked__list" aria-labelledby="qs">{ask.content.questions.iter().map(question).collect_view()}</ul>
                    <form class="md-actions md-actions--start" method="post" action=api::StartAnswering::url()>
                        <input type="hidden" name="resident" value=id.clone() />
                        <MainButton label=words.t("asked-start") />
                        <a class="nl-button nl-button--secondary" href=dial(&number)>
                            <span class="nl-button__icon-start"><Icon name="phone" /></span>
                            <span class="nl-button__label">{words.t("asked-call")}</span>
                        </a>
                    </form>
                })
        },
    )
}

//! Contact of a helper with a resident: when, how long, how. There is no field for what it was about.

use crate::components::{Back, MainButton, Notice, ProblemSummary, Select, TextInput, frame};
use crate::format::{self, full_day};
use crate::pages::load::{load, param};
use crate::visitor::{service, speak_to_helper, visitor};
use crate::{address, api};
use domain::volunteer::ContactWay;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::file::File;
use service::typed::Typed;
use service::volunteer::Spoken;

/// Write down contact.
#[component]
pub fn ContactPage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let (file, spoken) = service.own_contacts(visitor.actor()?, &resident).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("contact/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((file, spoken, typed))
        },
        |(file, spoken, typed): (File, Vec<Spoken>, Typed)| {
            speak_to_helper(&file);
            let words = visitor().words;
            let label = |field: &str| words.t(&format!("contact-{field}"));
            let error = |field: &str| typed.problem(field).map(|p| format::problem(&words, p, &label(field)));
            let problems = typed.problems.iter().map(|p| (p.field.to_string(), format::problem(&words, p, &label(&p.field)))).collect();
            let today = service().clock.today().format("%-d-%-m-%Y").to_string();
            let day = typed.field("day").map_or(today, ToOwned::to_owned);
            let ways = ContactWay::ALL.iter().map(|way| (way.as_str().to_owned(), words.t(&format!("contact-way-{}", way.as_str()))));
            let ways = std::iter::once((String::new(), words.t("contact-choose"))).chain(ways).collect();
            let none = spoken.is_empty();
            let row = |one: &Spoken| {
                let minutes = words.with("contact-minutes-n", &[("n", i64::from(one.contact.minutes).into())]);
                let said = format!("{} · {minutes} · {}", full_day(&words, one.contact.day), words.t(&format!("contact-way-{}", one.contact.way.as_str())));
                view! {
                    <li class="md-bond__line">
                        <p class="md-bond__text">{said.clone()}</p>
                        <form method="post" action=api::RemoveContact::url()>
                            <input type="hidden" name="resident" value=file.resident().to_owned() />
                            <input type="hidden" name="contact" value=one.id.clone() />
                            <button class="nl-button nl-button--subtle" type="submit"><span class="nl-button__label">{words.t("contact-remove")}<span class="md-visually-hidden">": " {said}</span></span></button>
                        </form>
                    </li>
                }
            };
            frame(words.t("contact-title")).faulty(!typed.problems.is_empty()).helping(file.mark()).show(view! {
                <div class="md-topline"><Back href=address::helping(file.resident()) label=words.t("helped-back") /></div>
                <Notice key=typed.notice.clone() />
                <ProblemSummary problems=problems />
                <h1 class="nl-heading nl-heading--level-1">{words.t("contact-title")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.t("contact-lead")}</p>
                <p class="nl-paragraph">{words.with("contact-seen", &[("name", file.profile.greeting().into())])}</p>
                <form class="md-form" method="post" action=api::LogContact::url() novalidate autocomplete="off">
                    <input type="hidden" name="resident" value=file.resident().to_owned() />
                    <TextInput id="day" label=label("day") help=words.t("contact-day-help") value=day error=error("day") />
                    <TextInput id="minutes" label=label("minutes") value=typed.field("minutes").unwrap_or_default().to_owned() error=error("minutes") inputmode="numeric" />
                    <Select id="way" label=label("way") options=ways chosen=typed.field("way").unwrap_or_default().to_owned() error=error("way") />
                    <div class="md-actions"><MainButton label=words.t("keep") /></div>
                </form>
                {(!none).then(|| view! {
                    <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("contact-list")}</h2>
                    <ul class="md-bond__lines">{spoken.iter().map(row).collect_view()}</ul>
                })}
            })
        },
    )
}

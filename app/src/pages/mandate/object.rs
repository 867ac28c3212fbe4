//! Objecting to what somebody did: one tap, words if one wants.

use crate::components::{Back, FieldError, Icon, MainButton, ProblemSummary, Textarea, frame};
use crate::format;
use crate::pages::access::line_words;
use crate::pages::load::{load, param};
use crate::visitor::visitor;
use crate::{address, api};
use domain::access::{Action, Role};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use service::Error;
use service::person::Person;
use service::typed::Typed;

/// Object to what somebody did with my data.
#[component]
pub fn ObjectPage() -> impl IntoView {
    let (resident, about) = (param("resident"), param("person"));
    let line = use_query_map().with_untracked(|query| query.get("line")).unwrap_or_default();
    load(
        |visitor, service| async move {
            service.open_file(visitor.actor()?, Action::KeepHelpers, &resident).await?;
            let about = service.person(&about).await?;
            if about.id == resident {
                return Err(Error::NotFound);
            }
            // Only a line that is really there.
            let looks = service.looks(visitor.actor()?, &resident).await?;
            let tapped = looks.iter().find(|look| look.line() == line && look.by.as_ref().is_some_and(|by| by.id == about.id));
            let line = tapped.map(service::access::Look::line);
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("object/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((resident, about, line, typed))
        },
        |(resident, about, line, typed): (String, Person, Option<String>, Typed)| {
            let words = visitor().words;
            let label = words.t("object-words");
            let error = typed.problem("objection").map(|p| format::problem(&words, p, &label));
            let summary: Vec<(String, String)> = error.clone().map(|text| ("objection".to_owned(), text)).into_iter().collect();
            frame(words.t("object-title")).faulty(error.is_some()).show(view! {
                <div class="md-topline"><Back href=address::access(&resident) label=words.t("access-title") /></div>
                <ProblemSummary problems=summary />
                <h1 class="nl-heading nl-heading--level-1">{words.t("object-title")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.with("object-lead", &[("name", about.name.clone().into())])}</p>
                {line.as_ref().map(|line| view! { <blockquote class="md-request__quote">{line_words(&words, line)}</blockquote> })}
                {(about.role == Role::Helper).then(|| view! { <p class="md-note md-note--plain"><Icon name="info-circle" /><span>{words.t("object-named")}</span></p> })}
                <form class="md-form" method="post" action=api::Object::url() novalidate>
                    <input type="hidden" name="resident" value=resident />
                    <input type="hidden" name="about" value=about.id />
                    <input type="hidden" name="line" value=line.unwrap_or_default() />
                    <div class="utrecht-form-field md-field" class:utrecht-form-field--invalid=error.is_some()>
                        <label class="utrecht-form-label utrecht-form-field__label" for="objection">{label}</label>
                        <FieldError id="objection-error" text=error.clone() />
                        <Textarea id="objection" name="objection" value=typed.field("objection").unwrap_or_default().to_owned() rows=3 invalid=error.is_some() described_by=if error.is_some() { "objection-error" } else { "" } />
                    </div>
                    <div class="md-actions"><MainButton label=words.t("object-send") icon="send" /></div>
                </form>
            })
        },
    )
}

//! Objecting to what somebody did: one tap, words if one wants.

use crate::components::{Back, FieldError, MainButton, ProblemSummary, Textarea, frame};
use crate::format;
use crate::pages::load::{load, param};
use crate::visitor::visitor;
use crate::{address, api};
use domain::access::Action;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::person::Person;
use service::typed::Typed;

/// Object to what somebody did with my data.
#[component]
pub fn ObjectPage() -> impl IntoView {
    let (resident, about) = (param("resident"), param("person"));
    load(
        |visitor, service| async move {
            service.open_file(visitor.actor()?, Action::KeepHelpers, &resident).await?;
            let about = service.person(&about).await?;
            if about.id == resident {
                return Err(Error::NotFound);
            }
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("object/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((resident, about, typed))
        },
        |(resident, about, typed): (String, Person, Typed)| {
            let words = visitor().words;
            let label = words.t("object-words");
            let error = typed.problem("objection").map(|p| format::problem(&words, p, &label));
            let summary: Vec<(String, String)> = error.clone().map(|text| ("objection".to_owned(), text)).into_iter().collect();
            frame(words.t("object-title")).faulty(error.is_some()).show(view! {
                <div class="md-topline"><Back href=address::access(&resident) label=words.t("access-title") /></div>
                <ProblemSummary problems=summary />
                <h1 class="nl-heading nl-heading--level-1">{words.t("object-title")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.with("object-lead", &[("name", about.name.clone().into())])}</p>
                <form class="md-form" method="post" action=api::Object::url() novalidate>
                    <input type="hidden" name="resident" value=resident />
                    <input type="hidden" name="about" value=about.id />
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

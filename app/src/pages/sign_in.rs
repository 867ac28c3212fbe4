//! Sign-in. In the demo: choose one of the invented people.

use super::doors::{Doors, back};
use super::home::row;
use super::load::load;
use crate::components::{Icon, frame};
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::access::Role;
use leptos::prelude::*;
use service::Error;
use service::demo::Featured;

/// The doors of the providers; without one, in the demo, the people to choose from.
#[component]
pub fn SignIn() -> impl IntoView {
    if service().settings.sign_in.open().next().is_some() { view! { <Doors /> }.into_any() } else { view! { <People /> }.into_any() }
}

/// The people of the demo, by role.
#[component]
fn People() -> impl IntoView {
    let back = back();
    load(
        |_, service| async move { if service.settings.demo_sign_in() { service.demo_people().await } else { Err(Error::NotFound) } },
        move |(featured, invited): (Vec<Featured>, Vec<(String, String)>)| {
            let words = visitor().words;
            let group = |key: &'static str, roles: &'static [Role]| {
                let people: Vec<Featured> = featured.iter().copied().filter(|p| roles.contains(&p.role)).collect();
                view! {
                    <section aria-labelledby=key>
                        <h2 class="nl-heading nl-heading--level-2 md-section__heading" id=key>{words.t(key)}</h2>
                        <ul class="md-people__list">
                            {people
                                .into_iter()
                                .map(|p| view! { <Person id=p.id.to_owned() name=p.name.to_owned() about=words.t(&format!("demo-person-{}", p.story)) staff=p.role.is_staff() /> })
                                .collect_view()}
                            {(key == "demo-residents")
                                .then(|| {
                                    invited
                                        .iter()
                                        .map(|(id, name)| view! { <Person id=id.clone() name=name.clone() about=words.t("demo-person-invited") staff=false /> })
                                        .collect_view()
                                })}
                        </ul>
                    </section>
                }
            };
            frame(words.t("demo-title")).show(view! {
                <h1 class="nl-heading nl-heading--level-1">{words.t("demo-title")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.t("demo-text")}</p>
                <form class="md-people" method="post" action=api::DEMO_SIGN_IN>
                    <input type="hidden" name="back" value=back.clone() />
                    {group("demo-residents", &[Role::Resident])}
                    {group("demo-helpers", &[Role::Helper])}
                    {group("demo-staff", &[Role::Caseworker, Role::Coordinator, Role::ApplicationManager])}
                </form>
                {service()
                    .settings
                    .sign_in
                    .helpers_by_mail
                    .then(|| view! { <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("doors-others")}</h2><ul class="md-tasks">{row("heart", words.t("door-helpers"), words.t("door-helpers-by-mail"), None, address::by_mail(&back))}</ul> })}
            })
        },
    )
}

#[component]
fn Person(id: String, name: String, about: String, staff: bool) -> impl IntoView {
    view! {
        <li>
            <button class="md-person" type="submit" name="person" value=id>
                <Icon name=if staff { "briefcase" } else { "user" } size="lg" />
                <span class="md-person__text">
                    <span class="md-person__name" translate="no">{name}</span>
                    <span class="md-person__about">{about}</span>
                </span>
                <Icon name="chevron-right" size="sm" />
            </button>
        </li>
    }
}

//! Signing in at a provider: the doors that are open, and why somebody was not signed in.

use super::home::row;
use super::load::param;
use super::not_found::{CallInstead, NotFound};
use crate::address;
use crate::components::{LinkButton, frame};
use crate::visitor::{service, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use service::auth::{Door, Refusal};

/// The page where somebody was before signing in; empty for none.
pub fn back() -> String {
    use_query_map().with_untracked(|query| query.get("back")).filter(|path| address::is_own_path(path)).unwrap_or_default()
}

/// The doors: DigiD first, the others below.
#[component]
pub fn Doors() -> impl IntoView {
    let (words, service, back) = (visitor().words, service(), back());
    let open = |door: Door| service.settings.sign_in.provider(door).is_open();
    let by_mail = service.settings.sign_in.helpers_by_mail;
    let others: Vec<Door> = [Door::Acting, Door::Helpers, Door::Staff].into_iter().filter(|door| open(*door) || (by_mail && *door == Door::Helpers)).collect();
    let icon = |door: Door| match door {
        Door::Residents | Door::Acting => "users",
        Door::Helpers => "heart",
        Door::Staff => "briefcase",
    };
    let other = |door: Door| {
        let name = door.as_str();
        let (sub, to) = if by_mail && door == Door::Helpers {
            (words.t("door-helpers-by-mail"), address::by_mail(&back))
        } else {
            (words.attr(&format!("door-{name}"), "sub"), address::sign_in_at(door, &back))
        };
        row(icon(door), words.t(&format!("door-{name}")), sub, None, to)
    };
    frame(words.t("doors-title")).show(view! {
        <h1 class="nl-heading nl-heading--level-1">{words.t("doors-title")}</h1>
        {open(Door::Residents)
            .then(|| {
                view! {
                    <p class="nl-paragraph nl-paragraph--lead">{words.t("doors-lead")}</p>
                    <div class="md-actions md-actions--start">
                        <LinkButton label=words.t("door-residents") href=address::sign_in_at(Door::Residents, &back) />
                    </div>
                }
            })}
        {(!others.is_empty())
            .then(|| {
                view! {
                    <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="others">{words.t("doors-others")}</h2>
                    <ul class="md-tasks" aria-labelledby="others">{others.iter().map(|door| other(*door)).collect_view()}</ul>
                }
            })}
        <CallInstead />
    })
}

/// Why somebody was not signed in: nothing was changed, and there is a way on.
#[component]
pub fn NotSignedIn() -> impl IntoView {
    let words = visitor().words;
    let reason = param("reason");
    if !Refusal::SHOWN.iter().any(|refusal| refusal.page() == reason) {
        return view! { <NotFound /> }.into_any();
    }
    let key = format!("not-signed-in-{reason}");
    // Trying again changes nothing for who is not known or has no access.
    let again = !matches!(reason.as_str(), "unknown" | "no-access");
    let title = words.attr(&key, "title");
    frame(words.t("doors-title")).show(view! {
        <h1 class="nl-heading nl-heading--level-1">{title}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{words.t(&key)}</p>
        <div class="md-actions md-actions--start">
            {if again {
                view! { <LinkButton label=words.t("sign-in-again") href=address::SIGN_IN /> }
            } else {
                view! { <LinkButton label=words.t("to-start") href=address::FRONT /> }
            }}
        </div>
        <CallInstead />
    })
}

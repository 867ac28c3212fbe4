//! Answering a code or a link: who one is, and that one tells nobody. What stands behind the code is not shown.

use crate::components::{FieldError, Icon, LinkButton, MainButton, OptionRow, ProblemSummary, TextInput, frame};
use crate::format;
use crate::pages::load::{load, param};
use crate::visitor::visitor;
use crate::{address, api};
use domain::access::Role;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::typed::Typed;

/// The most characters of a code that somebody types, with spaces and dashes.
const TYPED_MAX: usize = 16;

/// Type a code.
#[component]
pub fn JoinPage() -> impl IntoView {
    join(String::new())
}

/// The end of a link, or of the picture of a code.
#[component]
pub fn JoinWithCode() -> impl IntoView {
    join(param("code"))
}

/// Who looks: nobody signed in, a helper with the name of their account, or somebody who is something else.
enum Who {
    Stranger,
    Helper(String, Typed),
    Other(Role),
}

fn join(code: String) -> impl IntoView {
    load(
        |visitor, service| async move {
            Ok(match &visitor.session {
                None => Who::Stranger,
                Some(session) if session.actor.role == Role::Helper => Who::Helper(session.name.clone(), service.typed(session, "join").await?),
                Some(session) => Who::Other(session.actor.role),
            })
        },
        move |who: Who| match who {
            Who::Stranger => stranger(&code),
            Who::Helper(name, typed) => helper(&code, name, &typed),
            Who::Other(role) => other(role),
        },
    )
}

fn stranger(code: &str) -> AnyView {
    let words = visitor().words;
    let back = if code.is_empty() { address::JOIN.to_owned() } else { address::join(code) };
    frame(words.t("join-title")).show(view! {
        <h1 class="nl-heading nl-heading--level-1">{words.t("join-title")}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{words.t("join-stranger")}</p>
        <div class="md-actions md-actions--start"><LinkButton label=words.t("sign-in") href=address::sign_in_back(&back) /></div>
    })
}

fn other(role: Role) -> AnyView {
    let words = visitor().words;
    let own = matches!(role, Role::Resident | Role::Representative);
    frame(words.t("join-title")).show(view! {
        <h1 class="nl-heading nl-heading--level-1">{words.t("join-title")}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{words.t(if own { "join-resident" } else { "join-staff" })}</p>
    })
}

fn helper(code: &str, account: String, typed: &Typed) -> AnyView {
    let words = visitor().words;
    let label = |field: &str| match field {
        "code" => words.t("join-code"),
        "name" => words.t("join-name"),
        _ => words.t("join-promise"),
    };
    let error = |field: &str| typed.problem(field).map(|p| format::problem(&words, p, &label(field)));
    let problems = typed.problems.iter().map(|p| (p.field.to_string(), format::problem(&words, p, &label(&p.field)))).collect();
    // What was typed last goes before what stands in the address.
    let code = typed.field("code").filter(|c| !c.is_empty()).unwrap_or(code).to_owned();
    let name = typed.field("name").map_or(account, ToOwned::to_owned);
    let promise_error = error("promise");
    // Nobody types the end of a link: it comes along unseen, unless something is wrong with it.
    let by_link = code.len() > TYPED_MAX && typed.problem("code").is_none();
    let lead = words.t(if by_link { "join-lead-link" } else { "join-lead" });
    frame(words.t("join-title")).faulty(!typed.problems.is_empty()).show(view! {
        <ProblemSummary problems=problems />
        <h1 class="nl-heading nl-heading--level-1">{words.t("join-title")}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{lead}</p>
        <form class="md-form" method="post" action=api::JoinAsHelper::url() novalidate autocomplete="off">
            {if by_link {
                view! { <input type="hidden" name="code" value=code /> }.into_any()
            } else {
                view! { <TextInput id="code" label=label("code") help=words.t("join-code-help") value=code error=error("code") /> }.into_any()
            }}
            <TextInput id="name" label=label("name") help=words.t("join-name-help") value=name error=error("name") />
            <fieldset class="md-side md-field" aria-describedby=promise_error.as_ref().map(|_| "promise-error")>
                <legend class="utrecht-form-label">{words.t("join-promise")}</legend>
                <FieldError id="promise-error" text=promise_error.clone() />
                <ul class="md-facts">
                    <li><Icon name="lock" /><span>{words.t("promise-secret")}</span></li>
                    <li><Icon name="user" /><span>{words.t("promise-own-words")}</span></li>
                </ul>
                <div class="md-options"><OptionRow id="promise" name="promise" value="yes" label=words.t("promise-yes") checked=typed.field("promise") == Some("yes") many=true invalid=promise_error.is_some() /></div>
            </fieldset>
            <div class="md-actions"><MainButton label=words.t("join-go") /></div>
        </form>
    })
}

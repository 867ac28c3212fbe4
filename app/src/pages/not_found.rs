//! What is not there, what broke, and who is not signed in.

use crate::address;
use crate::components::{Icon, LinkButton, frame};
use crate::format::dial;
use crate::visitor::{service, visitor};
use domain::access::Role;
use http::StatusCode;
use http::request::Parts;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use service::mandate::Stopped;

/// A page for an address that leads nowhere.
#[component]
pub fn NotFound() -> impl IntoView {
    if let Some(options) = use_context::<ResponseOptions>() {
        options.set_status(StatusCode::NOT_FOUND);
    }
    view! { <NotFoundBody /> }
}

/// The same, inside a page that found nothing. Who just helped the resident of this address reads that it stopped; to everybody
/// else it looks like an address that leads nowhere.
#[component]
pub fn NotFoundBody() -> impl IntoView {
    let (visitor, service) = (visitor(), service());
    let helper = visitor.session.as_ref().map(|session| session.actor.clone()).filter(|actor| actor.role == Role::Helper);
    match helper.zip(resident_here()) {
        Some((helper, resident)) => Suspend::new(async move {
            let lately = service.stopped_lately(&helper).await.unwrap_or_default();
            let just = |one: &Stopped| one.resident == resident && service.clock.now() - one.at < DAY;
            match lately.iter().find(|one| just(one)) {
                Some(stopped) => help_stopped(stopped.left),
                None => nowhere(),
            }
        })
        .into_any(),
        None => nowhere(),
    }
}

/// A day, in milliseconds.
const DAY: i64 = 24 * 60 * 60_000;

/// The resident in the address of this page, or of the page from which it was posted.
fn resident_here() -> Option<String> {
    let parts = use_context::<Parts>()?;
    let of = |path: &str| path.split('/').skip_while(|part| *part != "r").nth(1).map(ToOwned::to_owned);
    let from = || of(parts.headers.get(http::header::REFERER)?.to_str().ok()?);
    if parts.uri.path().starts_with("/refused/") { from() } else { of(parts.uri.path()) }
}

/// The help stopped while a page of it was open.
fn help_stopped(left: bool) -> AnyView {
    let words = visitor().words;
    frame(words.t("help-stopped-title")).show(view! {
        <h1 class="nl-heading nl-heading--level-1">{words.t("help-stopped-title")}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{words.t("help-stopped-text")} " " {left.then(|| words.t("help-stopped-left"))}</p>
        <div class="md-actions md-actions--start">
            <LinkButton label=words.t("helping-title") href=address::HELPING />
        </div>
        <CallInstead />
    })
}

fn nowhere() -> AnyView {
    let words = visitor().words;
    frame(words.t("not-found-title")).show(view! {
        <h1 class="nl-heading nl-heading--level-1">{words.t("not-found-title")}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{words.t("not-found-text")}</p>
        <div class="md-actions md-actions--start">
            <LinkButton label=words.t("to-start") href=address::FRONT />
        </div>
        <CallInstead />
    })
}

/// Something broke. The number finds it in the log.
#[component]
pub fn Broken(number: String) -> impl IntoView {
    let words = visitor().words;
    frame(words.t("broken-title")).show(view! {
        <h1 class="nl-heading nl-heading--level-1">{words.t("broken-title")}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{words.t("broken-text")}</p>
        {(!number.is_empty())
            .then(|| {
                view! {
                    <dl class="md-reference">
                        <dt>{words.t("broken-number")}</dt>
                        <dd><bdi dir="ltr" translate="no">{number}</bdi></dd>
                    </dl>
                }
            })}
        <CallInstead />
    })
}

/// Signed out: nothing is lost, sign in again.
#[component]
pub fn SignedOutBody(
    /// Whether what was just posted is kept for when the same person is back.
    #[prop(optional)]
    kept: bool,
) -> impl IntoView {
    let visitor = visitor();
    let words = visitor.words.clone();
    // After a post there is no page to come back to: what was posted leads on by itself.
    let back = if visitor.path.starts_with("/refused/") { address::SIGN_IN.to_owned() } else { address::sign_in_back(&visitor.path) };
    frame(words.t("signed-out-title")).show(view! {
        <h1 class="nl-heading nl-heading--level-1">{words.t("signed-out-title")}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{words.t(if kept { "signed-out-kept" } else { "signed-out-text" })}</p>
        <div class="md-actions md-actions--start">
            <LinkButton label=words.t("sign-in") href=back />
        </div>
        <CallInstead />
    })
}

/// Another way is always there.
#[component]
pub fn CallInstead() -> impl IntoView {
    let (words, service) = (visitor().words, service());
    let number = service.content.municipality.telephone().to_owned();
    view! {
        <p class="md-foot md-foot--line">
            <a class="nl-link md-link" href=dial(&number)>
                <Icon name="phone" />
                <span>{words.t("call-instead")} " " <bdi dir="ltr">{number.clone()}</bdi></span>
            </a>
        </p>
    }
}

/// What was posted was refused: the page that the server puts around the bare status.
#[component]
pub fn Refused() -> impl IntoView {
    let words = visitor().words;
    let status: u16 = super::load::param("status").parse().unwrap_or(404);
    let number = super::load::param("number");
    if let Some(options) = use_context::<ResponseOptions>() {
        options.set_status(StatusCode::from_u16(status).unwrap_or(StatusCode::NOT_FOUND));
    }
    match status {
        401 => view! { <SignedOutBody kept=number == "kept" /> }.into_any(),
        404 => view! { <NotFoundBody /> }.into_any(),
        500..=599 => view! { <Broken number=if number == "0" { String::new() } else { number } /> }.into_any(),
        _ => {
            let key = match status {
                403 => "refused-cross-site",
                413 => "refused-too-large",
                408 => "refused-too-slow",
                429 => "refused-too-often",
                _ => "refused-form",
            };
            frame(words.t("refused-title")).show(view! {
                <h1 class="nl-heading nl-heading--level-1">{words.t("refused-title")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.t(key)}</p>
                <div class="md-actions md-actions--start"><LinkButton label=words.t("to-start") href=address::FRONT /></div>
                <CallInstead />
            })
        }
    }
}

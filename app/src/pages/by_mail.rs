//! Helpers without an account anywhere sign in: with a passkey where the device has one, else with a code by e-mail.

use super::load::load;
use super::not_found::NotFound;
use crate::components::{Icon, LinkButton, MainButton, ProblemSummary, TextInput, frame, island};
use crate::visitor::{assets, service, visitor};
use crate::{address, api, format};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use service::Error;
use service::typed::Typed;

/// What the script needs to ask a device, and what it says. It shows itself only where the browser can do it.
#[component]
pub fn PasskeyButton(
    /// `get` to sign in, `create` to make one.
    kind: &'static str,
    begin: &'static str,
    finish: &'static str,
    /// Where to go on; where the answer says, when this is empty.
    #[prop(into)]
    next: String,
    label: String,
) -> impl IntoView {
    let (visitor, assets) = (visitor(), assets());
    let words = &visitor.words;
    let script = island(&assets.path("passkey.js"), &assets.path("passkey_bg.wasm"));
    view! {
        <div
            id="passkey"
            class="md-form"
            hidden
            data-kind=kind
            data-begin=begin
            data-finish=finish
            data-next=next
            data-busy=words.t("passkey-busy")
            data-stopped=words.t("passkey-stopped")
            data-failed=words.t("passkey-failed")
        >
            <div class="md-actions md-actions--start">
                <button class="nl-button nl-button--secondary" type="button">
                    <span class="nl-button__icon-start"><Icon name="lock" /></span>
                    <span class="nl-button__label">{label}</span>
                </button>
            </div>
            <p class="nl-paragraph" role="status"></p>
        </div>
        <script type="module" nonce=visitor.nonce.clone()>{script}</script>
    }
}

/// What was typed, when the form came back, and what is wrong with it.
fn typed() -> Typed {
    use_context::<Typed>().unwrap_or_default()
}

/// The address for the code.
#[component]
pub fn ByMail() -> impl IntoView {
    let (visitor, service, typed) = (visitor(), service(), typed());
    if !service.settings.sign_in.helpers_by_mail {
        return view! { <NotFound /> }.into_any();
    }
    let words = visitor.words;
    let back = use_query_map().with_untracked(|query| query.get("back")).filter(|path| address::is_own_path(path)).unwrap_or_default();
    let label = words.t("by-mail-email");
    let error = typed.problem("email").map(|p| format::problem(&words, p, &label));
    let problems = error.iter().map(|text| ("email".to_owned(), text.clone())).collect();
    frame(words.t("by-mail-title"))
        .faulty(error.is_some())
        .show(view! {
            <ProblemSummary problems=problems />
            <h1 class="nl-heading nl-heading--level-1">{words.t("by-mail-title")}</h1>
            <p class="nl-paragraph nl-paragraph--lead">{words.t("by-mail-lead")}</p>
            <form class="md-form" method="post" action=address::by_mail(&back) novalidate>
                <TextInput id="email" label=label value=typed.field("email").unwrap_or_default() inputmode="email" autocomplete="email" error=error />
                <div class="md-actions"><MainButton label=words.t("by-mail-send") /></div>
            </form>
            {service
                .takes_passkeys()
                .then(|| {
                    view! { <PasskeyButton kind="get" begin=api::PASSKEY_ASKED finish=api::PASSKEY_SHOWN next=back label=words.t("passkey-use") /> }
                })}
            <p class="md-field-note">{words.t("by-mail-kept")}</p>
        })
        .into_any()
}

/// The code of the mail.
#[component]
pub fn MailCode() -> impl IntoView {
    load(
        |visitor, service| async move {
            if !service.settings.sign_in.helpers_by_mail {
                return Err(Error::NotFound);
            }
            service.waits_for_code(visitor.mail_try.as_deref()).await
        },
        |waits: bool| {
            let (words, typed) = (visitor().words, typed());
            if !waits {
                return frame(words.t("mail-code-over"))
                    .show(view! {
                        <h1 class="nl-heading nl-heading--level-1">{words.t("mail-code-over")}</h1>
                        <p class="nl-paragraph nl-paragraph--lead">{words.t("mail-code-over-text")}</p>
                        <div class="md-actions md-actions--start"><LinkButton label=words.t("mail-code-again") href=address::BY_MAIL /></div>
                    })
                    .into_any();
            }
            let label = words.t("mail-code");
            let error = typed.problem("code").map(|p| format::problem(&words, p, &label));
            let problems = error.iter().map(|text| ("code".to_owned(), text.clone())).collect();
            frame(words.t("mail-code-title"))
                .faulty(error.is_some())
                .show(view! {
                    <ProblemSummary problems=problems />
                    <h1 class="nl-heading nl-heading--level-1">{words.t("mail-code-title")}</h1>
                    <p class="nl-paragraph nl-paragraph--lead">{words.t("mail-code-lead")}</p>
                    <form class="md-form" method="post" action=address::MAIL_CODE novalidate>
                        <TextInput id="code" label=label help=words.t("join-code-help") value=typed.field("code").unwrap_or_default() autocomplete="one-time-code" error=error />
                        <div class="md-actions"><MainButton label=words.t("sign-in") /></div>
                    </form>
                    <details class="md-why">
                        <summary class="md-why__summary"><Icon name="help" size="sm" /><span>{words.t("mail-code-none")}</span></summary>
                        <p class="nl-paragraph">{words.t("mail-code-none-text")}</p>
                        <div class="md-actions md-actions--start"><LinkButton label=words.t("mail-code-again") href=address::BY_MAIL kind="secondary" /></div>
                    </details>
                })
                .into_any()
        },
    )
}

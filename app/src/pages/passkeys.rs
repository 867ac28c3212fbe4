//! The passkeys of a helper: make one on this device, see which there are, take one away.

use super::by_mail::PasskeyButton;
use super::load::load;
use crate::components::{Back, Icon, Notice, QuietButton, frame};
use crate::format::moment_day;
use crate::visitor::visitor;
use crate::{address, api};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::auth::{MOST_PASSKEYS, PasskeyView};
use service::typed::Typed;

/// The passkeys of who is signed in.
#[component]
pub fn Passkeys() -> impl IntoView {
    load(
        |visitor, service| async move {
            let session = visitor.session.clone().ok_or(Error::SignedOut)?;
            Ok((service.passkeys(&session).await?, service.makes_passkey(&session), service.typed(&session, "passkeys").await?))
        },
        |(passkeys, fresh, typed): (Vec<PasskeyView>, bool, Typed)| {
            let words = visitor().words;
            let (none, many) = (passkeys.is_empty(), passkeys.len() >= MOST_PASSKEYS);
            frame(words.t("passkeys-title")).show(view! {
                <div class="md-topline"><Back href=address::HELPING label=words.t("to-overview") /></div>
                <Notice key=typed.notice />
                <h1 class="nl-heading nl-heading--level-1">{words.t("passkeys-title")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.t("passkeys-lead")}</p>
                <ul class="md-facts">
                    <li><Icon name="lock" /><span>{words.t("passkeys-fact-device")}</span></li>
                    <li><Icon name="mail" /><span>{words.t("passkeys-fact-mail")}</span></li>
                </ul>
                {if many {
                    view! { <p class="nl-paragraph">{words.t("passkeys-many")}</p> }.into_any()
                } else if !fresh {
                    view! {
                        <p class="nl-paragraph">{words.t("passkeys-again")}</p>
                        <p><a class="nl-link" href=address::by_mail(address::PASSKEYS)>{words.t("passkeys-again-link")}</a></p>
                    }
                        .into_any()
                } else {
                    view! {
                        <PasskeyButton kind="create" begin="/api/passkey/begin" finish="/api/passkey/finish" next=address::PASSKEYS label=words.t("passkey-make") />
                        <noscript><p class="nl-paragraph">{words.t("passkey-no-script")}</p></noscript>
                    }
                        .into_any()
                }}
                <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("passkeys-have")}</h2>
                {none.then(|| view! { <p class="nl-paragraph">{words.t("passkeys-none")}</p> })}
                <ul class="md-bond__lines">{passkeys.into_iter().map(|one| view! { <Row one=one /> }).collect_view()}</ul>
            })
        },
    )
}

#[component]
fn Row(one: PasskeyView) -> impl IntoView {
    let words = visitor().words;
    let made = words.with("passkey-made", &[("date", moment_day(&words, one.made_at).into())]);
    let used = one.used_at.map(|at| words.with("passkey-used", &[("date", moment_day(&words, at).into())]));
    view! {
        <li class="md-bond__line">
            <p class="nl-paragraph">{made} {used.map(|used| format!(" · {used}"))}</p>
            <form method="post" action=api::RemovePasskey::url()>
                <input type="hidden" name="passkey" value=one.id />
                <QuietButton label=words.t("passkey-remove") kind="secondary" icon="trash" />
            </form>
        </li>
    }
}

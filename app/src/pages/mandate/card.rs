//! A helper as the resident and the desk see them: who it is before the yes, and what was agreed after it.

use super::scope::ScopeList;
use super::until_words;
use crate::api;
use crate::components::{Icon, QuietButton};
use crate::format::moment_day;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::mandate::{Helper, Helpers, Invitation, Way, same_name};

/// What whoever confirms a helper has to know beside the name that was typed: whose account it is, and a name that is the
/// resident's own.
pub fn account_notes(words: &Words, helpers: &Helpers, invitation: &Invitation) -> Option<AnyView> {
    let (helper, said) = invitation.answered.as_ref()?;
    let (account, resident) = (account_name(helpers, helper), helpers.file.profile.full_name());
    let unproven = (account.is_empty() || helpers.by_mail.contains(helper)).then(|| words.t("confirm-account-none"));
    let other = (!account.is_empty() && !same_name(said, account)).then(|| words.with("confirm-says", &[("name", said.as_str().into())]));
    let same = (same_name(said, &resident) || same_name(account, &resident)).then(|| words.t("confirm-same-name"));
    let note = |text: String| view! { <div class="md-note"><Icon name="alert-triangle" /><p>{text}</p></div> };
    let helps = helpers.now.iter().find(|h| h.mandate.helper == *helper);
    let again = helps.map(|h| view! { <div class="md-note"><Icon name="info-circle" /><div><p>{words.t("confirm-again")}</p> <ScopeList scope=h.mandate.scope.clone() /></div></div> });
    Some(view! { {unproven.into_iter().chain(other).chain(same).map(note).collect_view()} {again} }.into_any())
}

fn account_name<'a>(helpers: &'a Helpers, helper: &str) -> &'a str {
    helpers.people.get(helper).map(|p| p.name.trim()).unwrap_or_default()
}

/// Who wants to help: the name of the account, which somebody proved or at least keeps; what was typed where there is none.
pub fn who_asks(helpers: &Helpers, invitation: &Invitation) -> String {
    let Some((helper, said)) = &invitation.answered else { return String::new() };
    let account = account_name(helpers, helper);
    if account.is_empty() { said.clone() } else { account.to_owned() }
}

/// Somebody who helps now: until when, how it came about, what they see, and ending it in one tap.
pub fn helper_card(words: &Words, helpers: &Helpers, helper: &Helper, desk: bool) -> AnyView {
    let name = helper.name.clone();
    let hidden = || {
        view! {
            <input type="hidden" name="resident" value=helpers.file.resident().to_owned() />
            <input type="hidden" name="mandate" value=helper.mandate.id.clone() />
        }
    };
    let head = view! { <Icon name="user" /><span translate="no">{name.clone()}</span> };
    let head = if desk { view! { <h2 class="md-bond__goal">{head}</h2> }.into_any() } else { view! { <h3 class="md-bond__goal">{head}</h3> }.into_any() };
    let seen = (!desk && helper.is_new()).then(
        || view! { <form class="md-actions md-actions--start" method="post" action=api::SeeDeskHelper::url()>{hidden()} <QuietButton label=words.t("helper-desk-seen") kind="secondary" /></form> },
    );
    let thank = (!desk && helper.way == Way::Proposal)
        .then(|| view! { <form method="post" action=api::ThankHelper::url()>{hidden()} <QuietButton label=words.t("helper-thank") icon="heart" /></form> });
    view! {
        <section class="md-bond">
            {head}
            <p class="md-bond__status">{until_words(words, helper.mandate.until)}</p>
            {by_desk(words, helpers, helper)}
            <ScopeList scope=helper.mandate.scope.clone() />
            {seen}
            <form class="md-actions md-actions--start" method="post" action=api::EndMandate::url()>
                {hidden()} <QuietButton label=words.with("helper-end", &[("name", name.into())]) kind="secondary" />
            </form>
            {thank}
        </section>
    }
    .into_any()
}

/// How a helper of the desk came about: by whom, when, and how the resident agreed.
fn by_desk(words: &Words, helpers: &Helpers, helper: &Helper) -> Option<AnyView> {
    let desk = helper.desk.as_ref()?;
    let by = helpers.people.get(&desk.by).map(|p| p.name.clone()).unwrap_or_default();
    let head = words.with("helper-by-desk", &[("name", by.into()), ("date", moment_day(words, desk.at).into())]);
    let said = (!desk.agreement.is_empty()).then(|| {
        view! {
            <p class="md-bond__who">{words.t("helper-desk-said")}</p>
            <blockquote class="md-request__quote" dir="auto">{desk.agreement.clone()}</blockquote>
        }
    });
    Some(view! { <p class="nl-paragraph">{head}</p> {said} }.into_any())
}

//! Who helps me: who wants to, who does, who did; and going on together on one phone.

use super::card::{account_notes, helper_card, who_asks};
use super::code::Code;
use super::scope::{ScopeFields, ScopeList};
use crate::components::{Back, Foot, Icon, LinkButton, Notice, ProblemSummary, QuietButton, TextInput, frame};
use crate::format::{self, moment, moment_day};
use crate::pages::load::{load, param};
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::volunteer::Volunteer;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::intake::{Way as Filling, answer_text, question_text};
use service::mandate::{Asks, Doing, Helper, Helpers, Invitation, Left, Way};
use service::typed::Typed;

/// The helpers of a resident, for the resident.
#[component]
pub fn HelpersPage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let helpers = service.helpers(visitor.actor()?, &resident, false).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("helpers/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((helpers, typed))
        },
        |(helpers, typed): (Helpers, Typed)| {
            let words = visitor().words;
            let id = helpers.file.resident().to_owned();
            let problems = typed.problems.iter().map(|p| (p.field.to_string(), format::problem(&words, p, &words.t("together-with")))).collect();
            let confirm: Vec<Invitation> = helpers.to_confirm().cloned().collect();
            let open: Vec<Invitation> = helpers.invitations.iter().filter(|i| i.answered.is_none() && i.way != Way::Proposal).cloned().collect();
            // While somebody waits for a yes or a no, that is what this page is for.
            let quiet = if confirm.is_empty() { "primary" } else { "secondary" };
            frame(words.t("helpers-title")).faulty(!typed.problems.is_empty()).show(view! {
                <div class="md-topline"><Back href=address::home(&id) label=words.t("to-overview") /></div>
                <Notice key=typed.notice.clone() />
                <ProblemSummary problems=problems />
                <h1 class="nl-heading nl-heading--level-1">{words.t("helpers-title")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.t("helpers-lead")}</p>
                {confirm.into_iter().map(|i| view! { <Confirm helpers=helpers.clone() invitation=i typed=typed.clone() /> }).collect_view()}
                {prepared(&words, &id, &helpers.doing())}
                {helpers.left.iter().map(|left| left_card(&words, &id, &helpers, left)).collect_view()}
                {(!helpers.now.is_empty())
                    .then(|| view! { <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("helpers-now")}</h2> })}
                {helpers.now.iter().map(|h| helper_card(&words, &helpers, h, false)).collect_view()}
                {open.into_iter().map(|i| view! { <Open id=id.clone() invitation=i /> }).collect_view()}
                <div class="md-actions md-actions--start">
                    <LinkButton label=words.t("helpers-invite") href=address::invite_helper(&id) kind=quiet icon="user-plus" />
                </div>
                <TogetherForm id=id.clone() helpers=helpers.clone() typed=typed.clone() quiet=quiet />
                {before(&words, &helpers)}
                <p class="md-foot"><Foot href=address::access(&id) label=words.t("access-title") icon="eye" /></p>
            })
        },
    )
}

/// What helpers filled in and waits to be read through and sent, each by name.
fn prepared(words: &Words, id: &str, doing: &[Doing]) -> Option<AnyView> {
    let text = |one: &Doing| {
        let name = if one.name.is_empty() { words.t("prepared-somebody") } else { one.name.clone() };
        let said = |key: &'static str, n: usize| (n > 0).then(|| words.with(key, &[("name", name.as_str().into()), ("n", n.into())]));
        said("prepared-note", one.answers).into_iter().chain(said("prepared-topics", one.topics)).collect::<Vec<_>>().join(" ")
    };
    let text = doing.iter().map(text).collect::<Vec<_>>().join(" ");
    let to = address::step(id, Filling::Own, domain::intake::SEND);
    (!text.is_empty()).then(|| {
        view! { <div class="md-note" role="status"><Icon name="eye" /><p>{text} " " <a class="nl-link" href=to>{words.t("prepared-read")}</a></p></div> }
            .into_any()
    })
}

/// What helpers ask of the resident now, on their home: to say yes, to read through what was filled in; and who is beside.
#[component]
pub fn HelpersAsk(id: String, asks: Asks) -> impl IntoView {
    let words = visitor().words;
    let note = |icon: &'static str, text: String, href: String, cue: String| {
        view! { <div class="md-note" role="status"><Icon name=icon /><p>{text} " " <a class="nl-link" href=href>{cue}</a></p></div> }
    };
    view! {
        {(asks.to_confirm > 0).then(|| note("user-plus", words.with("asks-confirm", &[("n", asks.to_confirm.into())]), address::helpers(&id), words.t("asks-look")))}
        {(asks.desk > 0).then(|| note("user-plus", words.with("asks-desk", &[("n", asks.desk.into())]), address::helpers(&id), words.t("asks-look")))}
        {prepared(&words, &id, &asks.prepared)}
        {(asks.left > 0).then(|| note("pencil", words.with("asks-left", &[("n", asks.left.into())]), address::helpers(&id), words.t("asks-look")))}
        {asks.together.map(|with| note("users", words.with("together-now", &[("name", with.into())]), address::helpers(&id), words.t("together-end")))}
    }
}

/// Somebody answered: the resident sees the name and says yes or no.
#[component]
fn Confirm(helpers: Helpers, invitation: Invitation, typed: Typed) -> impl IntoView {
    let words = visitor().words;
    let said = who_asks(&helpers, &invitation);
    let proposal = invitation.way == Way::Proposal;
    let typed = if typed.field("invitation") == Some(invitation.id.as_str()) { typed } else { Typed::default() };
    // A yes and a no weigh the same.
    let button = |answer: &'static str, label: String| {
        view! {
            <button class="nl-button nl-button--secondary" type="submit" name="answer" value=answer><span class="nl-button__label">{label}</span></button>
        }
    };
    let volunteer = invitation.answered.as_ref().and_then(|(helper, _)| helpers.volunteers.get(helper)).filter(|_| proposal).cloned();
    view! {
        <section class="md-bond" aria-labelledby=format!("c-{}", invitation.id)>
            <h2 class="nl-heading nl-heading--level-2" id=format!("c-{}", invitation.id)>
                {words.with(if proposal { "confirm-proposal" } else { "confirm-title" }, &[("name", said.as_str().into())])}
            </h2>
            {(!invitation.for_name.is_empty()).then(|| view! { <p class="nl-paragraph">{words.with("confirm-for", &[("name", invitation.for_name.clone().into())])}</p> })}
            {account_notes(&words, &helpers, &invitation)}
            {if proposal { view! { <Proposed name=said volunteer=volunteer.unwrap_or_default() /> }.into_any() } else { view! { <p class="nl-paragraph">{words.t("confirm-know")}</p> }.into_any() }}
            <form class="md-form" method="post" action=api::ConfirmHelper::url() novalidate>
                <input type="hidden" name="resident" value=helpers.file.resident().to_owned() />
                <input type="hidden" name="invitation" value=invitation.id.clone() />
                {if proposal {
                    view! { <p class="nl-paragraph">{words.t("proposal-share")}</p> <ScopeFields typed=typed /> }.into_any()
                } else {
                    view! {
                        <p class="nl-paragraph">{words.t("confirm-sees")}</p>
                        <ScopeList scope=invitation.scope.clone() />
                        <p class="nl-paragraph">{words.with("confirm-days", &[("n", invitation.days.into())])}</p>
                    }
                        .into_any()
                }}
                <div class="md-actions md-actions--start">{button("yes", words.t("confirm-yes"))} {button("no", words.t("confirm-no"))}</div>
            </form>
        </section>
    }
}

/// Whom the coordinator proposes, and how these two meet.
#[component]
fn Proposed(name: String, volunteer: Volunteer) -> impl IntoView {
    let words = visitor().words;
    let languages: Vec<String> = volunteer.languages.iter().map(|code| words.t(&format!("language-{code}"))).collect();
    let near = (!volunteer.neighbourhood.is_empty()).then(|| words.with("proposal-near", &[("name", volunteer.neighbourhood.clone().into())]));
    let speaks = (!languages.is_empty()).then(|| words.with("proposal-speaks", &[("languages", languages.join(", ").into())]));
    let facts = [("message", speaks), ("home", near), ("phone", Some(words.with("proposal-first", &[("name", name.into())])))];
    let facts = facts.into_iter().filter_map(|(icon, text)| text.map(|text| view! { <li><Icon name=icon /><span>{text}</span></li> }));
    view! { <ul class="md-facts">{facts.collect_view()}</ul> }
}

/// A code or link that nobody has answered yet.
#[component]
fn Open(id: String, invitation: Invitation) -> impl IntoView {
    let words = visitor().words;
    let invitation_id = invitation.id.clone();
    view! {
        <section class="md-bond" id=format!("i-{invitation_id}")>
            <Code invitation=invitation.clone() />
            <ScopeList scope=invitation.scope.clone() />
            <p class="md-actions md-actions--start"><a class="nl-button nl-button--secondary" href=address::helpers(&id)><span class="nl-button__label">{words.t("code-look-again")}</span></a></p>
            <form method="post" action=api::TakeBackInvitation::url()>
                <input type="hidden" name="resident" value=id.clone() />
                <input type="hidden" name="invitation" value=invitation_id.clone() />
                <QuietButton label=words.t("code-take-back") />
            </form>
        </section>
    }
}

/// What a helper still typed when it had just ended: for the resident to keep or to throw away.
fn left_card(words: &Words, id: &str, helpers: &Helpers, left: &Left) -> AnyView {
    let name = helpers.people.get(&left.helper).map(|p| p.name.clone()).unwrap_or_default();
    let service = service();
    let said = service.content.intake.step(&left.step).map(|(q, part)| (question_text(words, q, part), answer_text(words, q, &left.kept)));
    let (question, answer) = said.unwrap_or_default();
    view! {
        <section class="md-bond">
            <p class="nl-paragraph">{words.with("left-text", &[("name", name.into()), ("at", moment(words, left.at).into())])}</p>
            <p class="md-bond__who">{question}</p>
            <blockquote class="md-request__quote" dir="auto">{answer}</blockquote>
            <form class="md-actions md-actions--start" method="post" action=api::SettleLeft::url()>
                <input type="hidden" name="resident" value=id.to_owned() />
                <input type="hidden" name="left" value=left.id.clone() />
                <QuietButton label=words.t("left-take-over") go="take_over" kind="secondary" />
                <QuietButton label=words.t("left-throw-away") go="throw_away" kind="secondary" />
            </form>
        </section>
    }
    .into_any()
}

/// On one phone with somebody beside the resident: with whom, and going on alone again.
#[component]
fn TogetherForm(
    id: String,
    helpers: Helpers,
    typed: Typed,
    /// The kind of its button.
    quiet: &'static str,
) -> impl IntoView {
    let words = visitor().words;
    let label = words.t("together-with");
    let error = typed.problem("with").map(|p| format::problem(&words, p, &label));
    let takes_part = helpers.has_draft || service().takes_part(&helpers.file);
    let questions = if helpers.has_draft { address::overview(&id, Filling::Own) } else { address::start(&id) };
    view! {
        <section aria-labelledby="together">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="together">{words.t("together-title")}</h2>
            {match &helpers.together {
                Some(now) => {
                    view! {
                        <p class="nl-paragraph">{words.with("together-now", &[("name", now.with.clone().into())])}</p>
                        <form class="md-actions md-actions--start" method="post" action=api::FillInTogether::url()>
                            <input type="hidden" name="resident" value=id.clone() />
                            {takes_part.then(|| view! { <LinkButton label=words.t("together-questions") href=questions kind=quiet /> })}
                            <QuietButton label=words.t("together-end") go="end" kind="secondary" />
                        </form>
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <p class="nl-paragraph">{words.t("together-text")}</p>
                        <form class="md-form" method="post" action=api::FillInTogether::url() novalidate>
                            <input type="hidden" name="resident" value=id />
                            <TextInput id="with" label=label value=typed.field("with").unwrap_or_default().to_owned() error=error />
                            <div class="md-actions md-actions--start"><QuietButton label=words.t("together-begin") go="begin" kind=quiet /></div>
                        </form>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

fn before(words: &Words, helpers: &Helpers) -> Option<AnyView> {
    let row = |helper: &Helper| {
        let ended = moment_day(words, helper.ended.unwrap_or(helper.mandate.until));
        view! { <li class="md-bond__line"><span translate="no">{helper.name.clone()}</span> " · " {words.with("helper-ended", &[("date", ended.into())])}</li> }
    };
    (!helpers.before.is_empty()).then(|| {
        view! {
            <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("helpers-before")}</h2>
            <ul class="md-bond__lines">{helpers.before.iter().map(row).collect_view()}</ul>
        }
        .into_any()
    })
}

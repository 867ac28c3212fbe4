//! The home of helpers: whom they help, each in a colour of their own, and what waits.

use super::until_words;
use crate::components::{FieldError, Icon, LinkButton, MainButton, Notice, OptionRow, ProblemSummary, TextInput, frame};
use crate::format::{self, full_day, moment_day};
use crate::pages::load::load;
use crate::visitor::{service, visitor};
use crate::{address, api};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::clock::days_between;
use service::content::Words;
use service::mandate::{Helped, Stopped, Waiting};
use service::typed::Typed;
use service::volunteer::Feedback;

/// The home of helpers.
#[component]
pub fn Helping() -> impl IntoView {
    load(
        |visitor, service| async move {
            let session = visitor.session.clone().ok_or(Error::SignedOut)?;
            let (helped, waiting) = service.helped(&session.actor).await?;
            let over = Over { stopped: service.stopped_lately(&session.actor).await?, said_no: service.said_no_lately(&session.actor).await? };
            let feedback = service.feedback(&session.actor).await?;
            let typed = service.typed(&session, "helping").await?;
            let passkeys = service.takes_passkeys();
            Ok((session.name, Mine { helped, waiting, over, feedback }, typed, passkeys))
        },
        |(name, Mine { helped, waiting, over, feedback }, typed, passkeys): (String, Mine, Typed, bool)| {
            let words = visitor().words;
            if name.is_empty() && service().settings.sign_in.helpers_by_mail {
                return welcome(&words, &typed).into_any();
            }
            let first = name.split(' ').next().unwrap_or_default().to_owned();
            let none = helped.is_empty() && waiting.is_empty() && over.stopped.is_empty() && over.said_no.is_none();
            let nobody = helped.is_empty() && waiting.is_empty();
            let some = !helped.is_empty();
            let problems = typed.problems.iter().map(|p| (p.field.to_string(), format::problem(&words, p, ""))).collect();
            let to_confirm = waiting.iter().filter(|w| !w.asked).count();
            frame(words.t("helping-title")).faulty(!typed.problems.is_empty()).show(view! {
                <Notice key=typed.notice.clone() />
                <ProblemSummary problems=problems />
                <h1 class="nl-heading nl-heading--level-1">{words.with("home-greeting", &[("name", first.into())])}</h1>
                {(to_confirm > 0).then(|| view! {
                    <p class="md-note"><Icon name="hourglass" /><span>{words.with("helping-waits", &[("n", to_confirm.into())])}</span></p>
                    <div class="md-actions md-actions--start"><LinkButton label=words.t("code-look-again") href=address::HELPING kind="secondary" icon="refresh" /></div>
                })}
                {over.lines(&words)}
                {(nobody && !none).then(|| view! { <p class="nl-paragraph nl-paragraph--lead">{words.t("helping-nobody")}</p> })}
                {if none {
                    view! {
                        <p class="nl-paragraph nl-paragraph--lead">{words.t("helping-none")}</p>
                        <ul class="md-facts">
                            <li><Icon name="lock" /><span>{words.t("helping-fact-invite")}</span></li>
                            <li><Icon name="eye" /><span>{words.t("helping-fact-see")}</span></li>
                            <li><Icon name="send" /><span>{words.t("helping-fact-send")}</span></li>
                        </ul>
                    }
                        .into_any()
                } else {
                    view! {
                        {waiting.iter().filter(|w| w.asked).map(|w| view! { <Proposal waiting=w.clone() typed=typed.clone() /> }).collect_view()}
                        {some.then(|| view! {
                            <p class="nl-paragraph nl-paragraph--lead">{words.t("helping-whom")}</p>
                            <ul class="md-tasks">{helped.iter().map(|one| row(&words, one)).collect_view()}</ul>
                        })}
                    }
                        .into_any()
                }}
                <div class="md-actions md-actions--start">
                    <LinkButton label=words.t("helping-code") href=address::JOIN kind="secondary" icon="user-plus" />
                    {passkeys.then(|| view! { <LinkButton label=words.t("passkeys-title") href=address::PASSKEYS kind="subtle" icon="lock" /> })}
                </div>
                {feedback.volunteer.then(|| view! { <Seen feedback=feedback /> })}
            })
            .into_any()
        },
    )
}

/// Everything on this page about one helper.
struct Mine {
    helped: Vec<Helped>,
    waiting: Vec<Waiting>,
    over: Over,
    feedback: Feedback,
}

/// What came to an end lately.
struct Over {
    stopped: Vec<Stopped>,
    said_no: Option<(i64, bool)>,
}

impl Over {
    /// Each in a line; of who said no without a name.
    fn lines(&self, words: &Words) -> Vec<AnyView> {
        let note = |icon: &'static str, text: String| view! { <p class="md-note md-note--plain"><Icon name=icon /><span>{text}</span></p> }.into_any();
        let stopped = self.stopped.iter().map(|one| {
            let args = [("name", one.name.as_str().into()), ("date", moment_day(words, one.at).into())];
            let text = words.with("helping-stopped", &args);
            note("hand-stop", if one.left { format!("{text} {}", words.with("helping-stopped-left", &args)) } else { text })
        });
        let no = self.said_no.map(|(at, withdrawn)| {
            let key = if withdrawn { "helping-withdrawn" } else { "helping-said-no" };
            note("user", words.with(key, &[("date", moment_day(words, at).into())]))
        });
        stopped.chain(no).collect()
    }
}

/// The first time, for who signed in by e-mail: the portal knows no name yet.
fn welcome(words: &Words, typed: &Typed) -> impl IntoView {
    let label = words.t("welcome-name");
    let error = typed.problem("name").map(|p| format::problem(words, p, &label));
    let problems = error.iter().map(|text| ("name".to_owned(), text.clone())).collect();
    frame(words.t("welcome-title")).faulty(error.is_some()).show(view! {
        <ProblemSummary problems=problems />
        <h1 class="nl-heading nl-heading--level-1">{words.t("welcome-title")}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{words.t("welcome-lead")}</p>
        <form class="md-form" method="post" action=api::KeepHelperName::url() novalidate>
            <TextInput id="name" label=label help=words.t("join-name-help") value=typed.field("name").unwrap_or_default() autocomplete="name" error=error />
            <div class="md-actions"><MainButton label=words.t("join-go") /></div>
        </form>
    })
}

fn row(words: &Words, one: &Helped) -> AnyView {
    let mandate = &one.mandate;
    // Who waited for a yes reads that it was said.
    let fresh = days_between(mandate.from, service().clock.now()) < 1;
    let yes = fresh.then(|| format!("{} ", words.with("helping-said-yes", &[("name", one.name.as_str().into())])));
    view! {
        <li class="md-task">
            <a class=format!("md-task__link md-helped md-helped--{}", mandate.colour) href=address::helping(&mandate.resident)>
                <Icon name="user" size="lg" />
                <span class="md-task__text">
                    <span class="md-task__title" translate="no">{one.name.clone()}</span>
                    <span class="md-task__sub">{yes} {until_words(words, mandate.until)}</span>
                </span>
                <Icon name="chevron-right" size="sm" />
            </a>
        </li>
    }
    .into_any()
}

/// The coordinator asks a volunteer: what they would speak, and nothing else of the resident.
#[component]
fn Proposal(waiting: Waiting, typed: Typed) -> impl IntoView {
    let words = visitor().words;
    let language = if waiting.language.is_empty() { String::new() } else { words.t(&format!("language-{}", waiting.language)) };
    let error = typed.problem("promise").map(|p| format::problem(&words, p, ""));
    let button = |answer: &'static str, label: String| {
        view! { <button class="nl-button nl-button--secondary" type="submit" name="answer" value=answer><span class="nl-button__label">{label}</span></button> }
    };
    view! {
        <section class="md-bond">
            <h2 class="nl-heading nl-heading--level-2">{words.t("proposal-title")}</h2>
            <p class="nl-paragraph">{words.t("proposal-text")}</p>
            {(!language.is_empty()).then(|| view! { <p class="nl-paragraph">{words.with("proposal-language", &[("name", language.into())])}</p> })}
            <form class="md-form" method="post" action=api::AnswerProposal::url() novalidate>
                <input type="hidden" name="invitation" value=waiting.id />
                <ul class="md-facts"><li><Icon name="lock" /><span>{words.t("promise-secret")}</span></li></ul>
                <fieldset class="md-side md-field" aria-describedby=error.as_ref().map(|_| "promise-error")>
                    <legend class="md-visually-hidden">{words.t("join-promise")}</legend>
                    <FieldError id="promise-error" text=error.clone() />
                    <div class="md-options"><OptionRow id="promise" name="promise" value="yes" label=words.t("promise-yes") checked=false many=true invalid=error.is_some() /></div>
                </fieldset>
                <div class="md-actions md-actions--start">{button("yes", words.t("proposal-yes"))} {button("no", words.t("proposal-no"))}</div>
            </form>
        </section>
    }
}

/// What a volunteer hears back: thanks, and what they learned.
#[component]
fn Seen(feedback: Feedback) -> impl IntoView {
    let words = visitor().words;
    let thanks = feedback.thanks.iter().map(|(text, at)| {
        let day = moment_day(&words, *at);
        if text.is_empty() {
            return view! { <li class="md-bond__line"><Icon name="heart" size="sm" /> " " {words.with("thanks-resident", &[("date", day.into())])}</li> }.into_any();
        }
        view! { <li class="md-bond__line"><Icon name="heart" size="sm" /> " " <q dir="auto">{text.clone()}</q> " " {words.with("thanks-from", &[("date", day.into())])}</li> }.into_any()
    });
    let training = feedback.training.iter().map(|(course, day)| {
        view! { <li class="md-bond__line">{course.clone()} " · " {words.with("training-done", &[("date", full_day(&words, *day).into())])}</li> }.into_any()
    });
    let list = |title: &'static str, rows: Vec<AnyView>| {
        (!rows.is_empty())
            .then(|| view! { <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t(title)}</h2> <ul class="md-bond__lines">{rows}</ul> })
    };
    let (thanks, training) = (thanks.collect::<Vec<_>>(), training.collect::<Vec<_>>());
    view! { {list("thanks-title", thanks)} {list("training-title", training)} }
}

//! One question a screen.

use super::question_fields::{Errors, Fields};
use super::step::Screen;
use crate::components::{Back, Foot, Icon, MainButton, ProblemSummary, QuietButton, StatusLine, frame};
use crate::visitor::{assets, service, visitor};
use crate::{address, api, format};
use domain::intake::{Kept, Kind, Raw, Step, Walk, check};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::intake::{DraftView, Way, question_text};
use std::sync::Arc;

/// A question with everything around it.
pub fn question_body(screen: &Screen, walk: &Walk<'_>) -> AnyView {
    let visitor = visitor();
    let words = visitor.words.clone();
    let view = Arc::clone(&screen.view);
    let Some(Step::Question(question, part)) = walk.step(&screen.step) else { return view! { <super::not_found::NotFound /> }.into_any() };
    let kept = view.draft.kept.get(&screen.step);
    let raw = match kept.map(|k| &k.kept) {
        Some(Kept::Given(raw)) => raw.clone(),
        _ => Raw::default(),
    };
    let problems = match kept.map(|k| &k.kept) {
        Some(Kept::Given(raw)) => check(question, raw).err().unwrap_or_default(),
        _ => Vec::new(),
    };
    let title = question_text(&words, question, part);
    let messages: Vec<(String, String)> = problems.iter().map(|p| (format!("{}-1", p.field), format::problem(&words, p, &title))).collect();
    let skipped = matches!(kept.map(|k| &k.kept), Some(Kept::Skipped));
    let talk = question.domain.and_then(|d| view.content.intake.domains.iter().find(|(c, _)| c.id == d)).is_some_and(|(c, _)| c.talk);
    let by = kept.filter(|k| visitor.actor().is_ok_and(|a| a.person != k.by)).and_then(|k| screen.names.get(&k.by)).cloned();
    let faulty = !messages.is_empty();
    let errors = Errors(problems.iter().map(|p| (p.field.to_string(), format::problem(&words, p, &title))).collect());
    let helping = screen.way == Way::Help;
    // What a buddy may see later is another thing than what somebody sees who helps now.
    let shared = question.kind == Kind::Sharing && !screen.helping.is_empty();
    let two = helping && kept.is_some_and(|k| k.other.is_some());
    frame(screen.place.clone())
        .faulty(faulty)
        .helping(view.file.mark())
        .together(screen.resident(), screen.beside.as_ref())
        .show(view! {
            {question.quick_exit.then(|| view! { <QuickExit /> })}
            <div class="md-topline">
                <Back href=screen.before.clone() label=words.t("back") />
                <StatusLine kept_at=kept.map(|k| k.at) earlier=!view.draft.kept.is_empty() />
            </div>
            <ProblemSummary problems=messages />
            <p class="md-step">{screen.place.clone()}</p>
            {desk_mark(screen.way, &view)}
            {two.then(|| view! { <p class="md-note"><Icon name="info-circle" /><span>{words.t("helped-two-answers")}</span></p> })}
            {view.draft.asked.as_ref().filter(|_| !helping).map(|asked| {
                let name = screen.names.get(&asked.by).cloned().unwrap_or_default();
                view! {
                    <div class="md-note">
                        <Icon name="message" />
                        <p>{words.with("asked-by", &[("name", name.into())])} " " <q dir="auto">{asked.content.message.clone()}</q></p>
                    </div>
                }
            })}
            <form class="md-question" method="post" action=api::KeepAnswer::url() novalidate autocomplete=helping.then_some("off") data-draft="">
                {question.number.is_some().then(|| view! { <DefaultSubmit label=words.t("next") /> })}
                {screen.hidden()}
                {(question.kind == Kind::Sharing).then(|| super::mandate::who_sees(&words, screen.resident(), &screen.helping))}
                <Fields question=question.clone() part=part.map(ToOwned::to_owned) raw=raw errors=errors words=words.clone() shared=shared />
                {skipped.then(|| view! { <p class="md-note md-note--plain">{words.t("question-skipped")}</p> })}
                {by.map(|name| view! { <p class="md-note md-note--plain">{words.with("question-filled-by", &[("name", name.into())])}</p> })}
                <details class="md-why">
                    <summary class="md-why__summary">
                        <Icon name="info-circle" size="sm" />
                        <span>{words.t("why")}</span>
                    </summary>
                    <p class="md-why__text">{words.attr(&question.id, "why")}</p>
                </details>
                <div class="md-actions md-actions--sticky">
                    <MainButton label=words.t("next") go="next" />
                    {(question.kind == Kind::Ordinary).then(|| view! { <QuietButton label=words.t("skip") go="skip" /> })}
                </div>
            </form>
            <p class="md-foot">
                {talk.then(|| view! { <a class="nl-link md-link md-talk" href=address::talk(&address::step(screen.resident(), screen.way, &screen.step))><Icon name="message" /><span>{words.t("talk-now")}</span></a> })}
                <Foot href=address::stopped(screen.resident(), screen.way) label=words.t("stop") icon="door" />
            </p>
            <Keeper screen=screen.clone() />
        })
        .into_any()
}

/// Says on every screen at the desk that a caseworker fills this in, for whom and how.
pub fn desk_mark(way: Way, view: &DraftView) -> Option<impl IntoView + use<>> {
    let words = visitor().words;
    let channel = words.t(&format!("channel-{}", view.draft.channel.as_str()));
    let mark = words.with("desk-mark", &[("name", view.file.profile.full_name().into()), ("channel", channel.into())]);
    (way == Way::Desk).then(|| view! { <p class="md-note md-note--plain"><Icon name="users" /><span>{mark}</span></p> })
}

/// A way out in one tap: the page is gone and the browser shows another site.
#[component]
fn QuickExit() -> impl IntoView {
    let (words, service) = (visitor().words, service());
    view! {
        <nav class="md-exit" aria-label=words.t("exit-label")>
            <a class="nl-button nl-button--secondary md-exit__button" href=service.content.municipality.website.clone() rel="noreferrer">
                <span class="nl-button__icon-start"><Icon name="x" /></span>
                <span class="nl-button__label">{words.t("exit")}</span>
            </a>
        </nav>
    }
}

/// Enter presses the first button of a form: this one, not "less".
#[component]
pub fn DefaultSubmit(label: String) -> impl IntoView {
    view! { <button class="md-default-submit" type="submit" name="go" value="next" tabindex="-1" aria-hidden="true">{label}</button> }
}

/// The small script of the question pages, with what it needs to say.
#[component]
pub fn Keeper(screen: Screen) -> impl IntoView {
    let (visitor, assets) = (visitor(), assets());
    let words = &visitor.words;
    // Nothing of a resident stays on a helper's phone, whosever it is.
    let own = screen.way == Way::Own && visitor.session.as_ref().and_then(|s| s.own_device).unwrap_or(false);
    let key = if own { screen.view.copy_key().unwrap_or_default() } else { String::new() };
    let entry = assets.path("draft.js");
    let wasm = assets.path("draft_bg.wasm");
    let script = crate::components::island(&entry, &wasm);
    view! {
        <div
            id="keeper"
            hidden
            data-copy-key=key
            data-keeping=words.t("status-keeping")
            data-offline=words.t(if own { "status-offline-own" } else { "status-offline" })
            data-conflict=words.t("status-conflict")
            data-failed=words.t("status-failed")
            data-left=words.with("text-left", &[("n", "{n}".into()), ("max", "{max}".into())])
        ></div>
        <script type="module" nonce=visitor.nonce.clone()>{script}</script>
    }
}

//! One question a screen.

use super::step::Screen;
use crate::components::{Back, FieldError, Foot, Icon, MainButton, OptionRow, ProblemSummary, QuietButton, StatusLine, Textarea, frame};
use crate::visitor::{assets, service, visitor};
use crate::{address, api, format};
use domain::intake::{Choice, Kept, Kind, Question, Raw, Step, Walk, check};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::intake::{Way, option_text, question_text};
use std::sync::Arc;

/// Faces from very good to very bad: the icons of the scale.
const FACES: [(&str, &str); 5] = [("very_bad", "mood-cry"), ("bad", "mood-sad"), ("fair", "mood-empty"), ("good", "mood-smile"), ("very_good", "mood-happy")];

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
    frame(screen.place.clone())
        .faulty(faulty)
        .show(view! {
            {question.quick_exit.then(|| view! { <QuickExit /> })}
            <div class="md-topline">
                <Back href=screen.before.clone() label=words.t("back") />
                <StatusLine kept_at=kept.map(|k| k.at) earlier=!view.draft.kept.is_empty() />
            </div>
            <ProblemSummary problems=messages />
            <p class="md-step">{screen.place.clone()}</p>
            {(screen.way == Way::Desk).then(|| view! { <DeskMark screen=screen.clone() /> })}
            <form class="md-question" method="post" action=api::KeepAnswer::url() novalidate data-draft="">
                {question.number.is_some().then(|| view! { <DefaultSubmit label=words.t("next") /> })}
                {screen.hidden()}
                <Fields question=question.clone() part=part.map(ToOwned::to_owned) raw=raw errors=errors words=words.clone() />
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

/// Says on every screen that a caseworker fills this in, with or for the resident.
#[component]
pub fn DeskMark(screen: Screen) -> impl IntoView {
    let words = visitor().words;
    let channel = words.t(&format!("channel-{}", screen.view.draft.channel.as_str()));
    let name = screen.view.file.profile.full_name();
    view! {
        <p class="md-note md-note--plain">
            <Icon name="users" />
            <span>{words.with("desk-mark", &[("name", name.into()), ("channel", channel.into())])}</span>
        </p>
    }
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
    let own = visitor.session.as_ref().and_then(|s| s.own_device).unwrap_or(false);
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

/// What is wrong with the fields of a question: the field and the words.
#[derive(Clone)]
struct Errors(Vec<(String, String)>);

impl Errors {
    fn of(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, text)| text.clone())
    }
}

#[component]
fn Fields(question: Question, part: Option<String>, raw: Raw, errors: Errors, words: Words) -> impl IntoView {
    let invalid = !errors.0.is_empty();
    let wrong_choice = errors.of("choices");
    let many = question.choice == Some(Choice::Many);
    let help = match (words.find(&question.id, Some("help"), &[]), many && question.max.is_none()) {
        (Some(help), true) => Some(format!("{help} {}", words.t("question-many"))),
        (None, true) => Some(words.t("question-many")),
        (help, false) => help,
    };
    let described = [help.as_ref().map(|_| "help"), wrong_choice.as_ref().map(|_| "choices-error")].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let class = if invalid {
        "utrecht-form-fieldset md-question__field utrecht-form-fieldset--invalid md-question__field--invalid"
    } else {
        "utrecht-form-fieldset md-question__field"
    };
    let main = words.t(&question.id);
    let part = part.map(|p| words.attr(&question.id, &format!("p-{}", p.replace('_', "-"))));
    let lines = (1..9).filter_map(|n| words.find(&question.id, Some(&format!("p{n}")), &[])).collect::<Vec<_>>();
    view! {
        <div class=class>
            <fieldset class="utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset" aria-describedby=(!described.is_empty()).then(|| described.clone())>
                <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend md-question__legend">
                    <h1 class="nl-heading nl-heading--level-1 md-question__title">
                        {main} {part.map(|text| view! { " " <span class="md-question__part">{text}</span> })}
                    </h1>
                </legend>
                {lines.into_iter().map(|line| view! { <p class="nl-paragraph">{line}</p> }).collect_view()}
                {help.map(|text| view! { <p class="utrecht-form-field-description md-question__help" id="help">{text}</p> })}
                <FieldError id="choices-error" text=wrong_choice.clone() />
                {question.choice.is_some().then(|| view! { <Options question=question.clone() raw=raw.clone() invalid=wrong_choice.is_some() error=errors.of("text") words=words.clone() /> })}
                {question.number.is_some().then(|| view! { <NumberField question=question.clone() value=raw.number.clone() error=errors.of("number") words=words.clone() /> })}
                {(question.text.is_some() && !question.text_is_other())
                    .then(|| view! { <TextField question=question.clone() value=raw.text.clone() error=errors.of("text") words=words.clone() /> })}
            </fieldset>
        </div>
    }
}

#[component]
fn Options(question: Question, raw: Raw, invalid: bool, error: Option<String>, words: Words) -> impl IntoView {
    let many = matches!(question.choice, Some(Choice::Many));
    let faces = question.choice == Some(Choice::Faces);
    let mut ids: Vec<String> = question.choices().map(|(id, _)| id.to_owned()).collect();
    if faces {
        ids.reverse();
    }
    let with_icons = question.options.iter().any(|o| o.icon.is_some());
    let class = match (faces, with_icons && many && question.options.len() > 6) {
        (true, _) => "md-options md-options--faces",
        (_, true) => "md-options md-options--grid",
        _ => "md-options",
    };
    let domains = question.kind != Kind::Ordinary || ids.iter().all(|id| domain::intake::Domain::parse(id).is_some());
    let service = service();
    let row = move |(at, id): (usize, String)| {
        let option = question.option(&id).cloned().unwrap_or_default();
        let icon = if faces { FACES.iter().find(|(f, _)| *f == id).map(|(_, icon)| (*icon).to_owned()) } else { option.icon.clone() };
        let icon = icon.or_else(|| domains.then(|| domain_icon(&service, &id)).flatten());
        let alone = many && at > 0 && question.stands_alone(&id);
        let first_alone = alone && !question.options.iter().take(at).any(|o| question.stands_alone(&o.id));
        let other = option.other;
        let label = option_text(&words, &question, &id);
        let text_label = words.find(&question.id, Some("text"), &[]).unwrap_or_else(|| words.t("other-what"));
        view! {
            {first_alone.then(|| view! { <p class="md-options__or">{words.t("or")}</p> })}
            <OptionRow
                id=format!("choices-{}", at + 1)
                name="choices[]"
                value=id.clone()
                label=label
                checked=raw.choices.contains(&id)
                many=many
                icon=icon
                invalid=invalid
                other=other
                alone=question.stands_alone(&id)
            />
            {other
                .then(|| {
                    let (wrong, error) = (error.is_some(), error.clone());
                    view! {
                        <div class="md-other">
                            <label class="utrecht-form-label" for="text-1">{text_label}</label>
                            <FieldError id="text-error" text=error />
                            <input class="utrecht-textbox utrecht-textbox--html-input" type="text" id="text-1" name="text" value=raw.text.clone() autocomplete="off" dir="auto" aria-invalid=wrong.then_some("true") aria-describedby=wrong.then_some("text-error") />
                        </div>
                    }
                })}
        }
    };
    view! { <div class=class>{ids.into_iter().enumerate().map(row).collect_view()}</div> }
}

fn domain_icon(service: &service::Service, id: &str) -> Option<String> {
    let domain = domain::intake::Domain::parse(id)?;
    service.content.intake.domains.iter().find(|(c, _)| c.id == domain).map(|(c, _)| c.icon.clone())
}

#[component]
fn NumberField(question: Question, value: String, error: Option<String>, words: Words) -> impl IntoView {
    let invalid = error.is_some();
    let label = words.find(&question.id, Some("number"), &[]).unwrap_or_else(|| words.t("your-answer"));
    let unit = words.find(&question.id, Some("unit"), &[]).unwrap_or_default();
    let step = |value: &'static str, icon: &'static str, label: String| {
        view! {
            <button class="nl-button nl-button--secondary md-stepper__button" type="submit" name="bump" value=value>
                <span class="nl-button__icon-start"><Icon name=icon /></span>
                <span class="nl-button__label">{label}</span>
            </button>
        }
    };
    let alone = question.text.is_none();
    view! {
        {(!alone).then(|| view! { <p class="utrecht-form-label md-stepper__label">{label.clone()}</p> })}
        <FieldError id="number-error" text=error />
        <div class="md-stepper" data-stepper="">
            {step("-1", "minus", words.t("less"))}
            <div class="md-stepper__field">
                <label class="md-visually-hidden" for="number-1">{label}</label>
                <input
                    class="utrecht-textbox utrecht-textbox--html-input md-stepper__input"
                    class:utrecht-textbox--invalid=invalid
                    id="number-1"
                    name="number"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    value=value
                    dir="ltr"
                    aria-describedby=invalid.then_some("number-error")
                    aria-invalid=invalid.then_some("true")
                />
                <span class="md-stepper__unit" aria-hidden="true">{unit}</span>
            </div>
            {step("1", "plus", words.t("more"))}
        </div>
    }
}

#[component]
fn TextField(question: Question, value: String, error: Option<String>, words: Words) -> impl IntoView {
    let invalid = error.is_some();
    let own = words.find(&question.id, Some("text"), &[]);
    let shown = own.is_some() && (question.choice.is_some() || question.number.is_some());
    let label = own.unwrap_or_else(|| words.t("your-answer"));
    let field = question.text.unwrap_or(domain::intake::TextField { max: 300, short: false });
    let example = words.find(&question.id, Some("example"), &[]);
    let left = field.max.saturating_sub(value.chars().count());
    let class = if shown { "utrecht-form-label" } else { "md-visually-hidden" };
    view! {
        <div class="utrecht-form-field md-field">
            <label class=class for="text-1">{label}</label>
            <FieldError id="text-error" text=error />
            {if field.short {
                view! { <input class="utrecht-textbox utrecht-textbox--html-input" type="text" id="text-1" name="text" value=value autocomplete="off" dir="auto" aria-invalid=invalid.then_some("true") aria-describedby=invalid.then_some("text-error") /> }
                    .into_any()
            } else {
                let described = if invalid { "text-error count" } else { "count" };
                let count = words.with("text-left", &[("n", left.into()), ("max", field.max.into())]);
                view! {
                    <Textarea id="text-1" name="text" value=value rows=4 described_by=described invalid=invalid />
                    <p class="md-counter" id="count" data-max=field.max.to_string()>{count}</p>
                }
                    .into_any()
            }}
        </div>
        {example
            .map(|text| {
                view! {
                    <p class="md-example">
                        <span class="md-example__label">{words.t("for-example")}</span>
                        " "
                        <q>{text}</q>
                    </p>
                }
            })}
    }
}

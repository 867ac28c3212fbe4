//! What can you do yourself, what must the municipality do (Z3): proposals from the answers, changeable, nothing agreed.

use super::question::{DefaultSubmit, Keeper, desk_mark};
use super::step::Screen;
use crate::components::{Back, FieldError, Foot, Icon, MainButton, ProblemSummary, QuietButton, StatusLine, Textarea, frame};
use crate::visitor::visitor;
use crate::{address, api, format};
use domain::intake::{Kept, LINE_MAX, Line, Step, Walk, pairs, too_long};
use domain::{Problem, ProblemCode};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::intake::pair_text;
use std::sync::Arc;

/// One line of the screen.
struct Shown {
    line: Line,
    title: String,
    /// The words as content has them, to leave out what was not changed.
    own: bool,
}

fn lines(screen: &Screen, walk: &Walk<'_>, words: &Words) -> Vec<Shown> {
    let kept = match screen.view.draft.kept.get(&screen.step).map(|k| &k.kept) {
        Some(Kept::Given(raw)) => raw.lines.clone(),
        _ => Vec::new(),
    };
    let suggested = pairs(&screen.view.content.intake, &walk.facts);
    let mut shown: Vec<Shown> = suggested
        .iter()
        .map(|pair| {
            let old = kept.iter().find(|l| l.pair == pair.id);
            let word = |side: &str, old: Option<&String>| old.filter(|t| !t.is_empty()).cloned().unwrap_or_else(|| pair_text(words, pair, side));
            Shown {
                line: Line {
                    pair: pair.id.clone(),
                    wanted: old.is_some_and(|l| l.wanted),
                    municipality: word("municipality", old.map(|l| &l.municipality)),
                    resident: word("resident", old.map(|l| &l.resident)),
                },
                title: words.t(&format!("pair-{}", pair.id)),
                own: false,
            }
        })
        .collect();
    let own = kept.into_iter().filter(|l| l.pair == "own");
    shown.extend(own.map(|line| Shown { line, title: words.t("proposals-own"), own: true }));
    shown
}

/// Proposals for both sides, side by side in each card.
pub fn proposals_body(screen: &Screen, walk: &Walk<'_>) -> AnyView {
    let words = visitor().words;
    let view = Arc::clone(&screen.view);
    let Some(Step::Question(question, _)) = walk.step(&screen.step) else { return view! { <super::not_found::NotFound /> }.into_any() };
    let kept = view.draft.kept.get(&screen.step);
    let shown = lines(screen, walk, &words);
    let problem = Problem::new("lines", ProblemCode::TooLong { max: LINE_MAX });
    let side =
        |at: usize, name: &str, text: &str, label: &str| too_long(text).then(|| (format!("lines-{at}-{name}"), format::problem(&words, &problem, label)));
    let messages: Vec<(String, String)> = shown
        .iter()
        .enumerate()
        .flat_map(|(at, s)| {
            [side(at, "municipality", &s.line.municipality, &words.t("proposals-we")), side(at, "resident", &s.line.resident, &words.t("proposals-me"))]
        })
        .flatten()
        .collect();
    let next_own = shown.len();
    let nothing = shown.is_empty();
    let title = words.t(&question.id);
    frame(title.clone()).faulty(!messages.is_empty()).together(screen.resident(), screen.beside.as_ref()).show(view! {
            <div class="md-topline">
                <Back href=screen.before.clone() label=words.t("back") />
                <StatusLine kept_at=kept.map(|k| k.at) earlier=!view.draft.kept.is_empty() />
            </div>
            <ProblemSummary problems=messages.clone() />
            <p class="md-step">{screen.place.clone()}</p>
            {desk_mark(screen.way, &view)}
            <h1 class="nl-heading nl-heading--level-1">{title}</h1>
            <p class="nl-paragraph nl-paragraph--lead">{words.t("proposals-lead")}</p>
            <form class="md-question" method="post" action=api::KeepAnswer::url() novalidate data-draft="">
                <DefaultSubmit label=words.t("next") />
                {screen.hidden()}
                {nothing.then(|| view! { <p class="md-note md-note--plain">{words.t("proposals-none")}</p> })}
                <ul class="md-proposals">
                    {shown.into_iter().enumerate().map(|(at, shown)| view! { <ProposalCard at=at shown=shown errors=messages.clone() words=words.clone() /> }).collect_view()}
                </ul>
                <fieldset class="md-side md-side--own" id="own">
                    <legend class="md-side__legend">
                        <h2 class="nl-heading nl-heading--level-2 md-side__title"><Icon name="plus" size="lg" /><span>{words.t("proposals-add")}</span></h2>
                    </legend>
                    <input type="hidden" name=format!("lines[{next_own}][pair]") value="own" />
                    <input type="hidden" name=format!("lines[{next_own}][wanted]") value="yes" />
                    <div class="md-add">
                        <label class="utrecht-form-label" for="own-municipality">{words.t("proposals-add-municipality")}</label>
                        <input class="utrecht-textbox utrecht-textbox--html-input" type="text" id="own-municipality" name=format!("lines[{next_own}][municipality]") autocomplete="off" dir="auto" />
                    </div>
                    <div class="md-add">
                        <label class="utrecht-form-label" for="own-resident">{words.t("proposals-add-resident")}</label>
                        <input class="utrecht-textbox utrecht-textbox--html-input" type="text" id="own-resident" name=format!("lines[{next_own}][resident]") autocomplete="off" dir="auto" />
                    </div>
                    <QuietButton label=words.t("proposals-add-button") go="stay" kind="secondary" icon="plus" />
                </fieldset>
                <div class="md-actions md-actions--sticky">
                    <MainButton label=words.t("next") go="next" />
                    <QuietButton label=words.t("skip") go="skip" />
                </div>
            </form>
            <p class="md-foot"><Foot href=address::stopped(screen.resident(), screen.way) label=words.t("stop") icon="door" /></p>
            <Keeper screen=screen.clone() />
        })
    .into_any()
}

#[component]
fn ProposalCard(at: usize, shown: Shown, errors: Vec<(String, String)>, words: Words) -> impl IntoView {
    let Shown { line, title, own } = shown;
    let field = |name: &str| format!("lines[{at}][{name}]");
    let side = |name: &'static str, label: String, text: String| {
        (!text.is_empty()).then(|| view! { <p class="md-pair__side"><span class="md-pair__who">{label}</span>" "<span class=format!("md-pair__text md-pair__text--{name}") dir="auto">{text}</span></p> })
    };
    let (we, me) = (words.t("proposals-we"), words.t("proposals-me"));
    let error_of = |id: &str| errors.iter().find(|(field, _)| field == id).map(|(_, text)| text.clone());
    let wrong = [format!("lines-{at}-municipality"), format!("lines-{at}-resident")].iter().any(|id| error_of(id).is_some());
    let edit = |name: &str, label: String, value: String| {
        let id = format!("lines-{at}-{name}");
        let (error, error_id) = (error_of(&id), format!("{id}-error"));
        view! {
            <label class="utrecht-form-label" for=id.clone()>{label}</label>
            <FieldError id=error_id.clone() text=error.clone() />
            <Textarea id=id name=field(name) value=value rows=2 invalid=error.is_some() described_by=if error.is_some() { error_id } else { String::new() } />
        }
    };
    view! {
        <li class="md-proposal md-pair">
            <input type="hidden" name=field("pair") value=line.pair.clone() />
            <label class="md-option md-proposal__choice">
                <input class="utrecht-checkbox utrecht-checkbox--html-input md-option__input" type="checkbox" id=format!("lines-{at}-wanted") name=field("wanted") value="yes" checked=line.wanted />
                <span class="md-option__text"><span class="md-option__label">{if own { words.t("proposals-own") } else { title.clone() }}</span></span>
            </label>
            <div class="md-pair__sides">{side("municipality", we.clone(), line.municipality.clone())} {side("resident", me.clone(), line.resident.clone())}</div>
            <details class="md-proposal__edit" open=wrong>
                <summary class="md-quiet-summary">
                    <Icon name="pencil" size="sm" />
                    <span>{words.t("proposals-edit")} <span class="md-visually-hidden">": " {title}</span></span>
                </summary>
                {edit("municipality", we, line.municipality)}
                {edit("resident", me, line.resident)}
            </details>
        </li>
    }
}

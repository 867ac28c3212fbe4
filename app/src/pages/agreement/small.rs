//! Small steps of an own line: the resident's alone.

use super::parts::Top;
use super::{with_agreement, words_for};
use crate::components::{Icon, MainButton, TextInput, frame};
use crate::{address, api, format};
use domain::agreement::{Line, Party, Side};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::agreement::{Agreement, STEPS_MAX};
use service::content::Words;
use service::typed::Typed;

/// The steps of a line, to write and to change.
#[component]
pub fn SmallStepsPage() -> impl IntoView {
    let named = crate::pages::load::param("line");
    let form = named.clone();
    with_agreement(Side::Resident, move |resident| format!("small-steps/{resident}/{form}"), move |agreement, typed| body(&agreement, &typed, &named))
}

fn body(agreement: &Agreement, typed: &Typed, named: &str) -> AnyView {
    let words = words_for(Side::Resident);
    let line = agreement.agreed().and_then(|v| v.version.text.line(named)).filter(|line| line.doer == Party::Resident).cloned();
    let Some(line) = line else { return view! { <crate::pages::NotFound /> }.into_any() };
    let id = agreement.file.resident().to_owned();
    let kept = agreement.order.steps.get(named).cloned().unwrap_or_default();
    let label = |at: usize| words.with("steps-one", &[("n", at.into())]);
    let fields = (1..=STEPS_MAX).map(|at| {
        let name = format!("step_{at}");
        let value = typed.field(&name).map(ToOwned::to_owned).or_else(|| kept.get(at - 1).map(|step| step.text.clone())).unwrap_or_default();
        let error = typed.problem(&name).map(|problem| format::problem(&words, problem, &label(at)));
        let help = if at == 1 { words.t("steps-help") } else { String::new() };
        view! { <TextInput id=name label=label(at) value=value help=help error=error /> }
    });
    let fields = fields.collect_view();
    let problems: Vec<(String, String)> = typed
        .problems
        .iter()
        .map(|p| {
            let at = p.field.trim_start_matches("step_").parse().unwrap_or(1);
            (p.field.to_string(), format::problem(&words, p, &label(at)))
        })
        .collect();
    frame(words.t("steps-title"))
        .faulty(!problems.is_empty())
        .show(view! {
            <Top resident=id.clone() side=Side::Resident title=words.t("steps-title") lead=words.t("steps-lead") problems=problems notice=typed.notice.clone() />
            <p class="md-note md-note--plain"><Icon name="target" /><span dir="auto">{line.text.clone()}</span></p>
            <form class="md-form" method="post" action=api::KeepSmallSteps::url() novalidate>
                <input type="hidden" name="resident" value=id />
                <input type="hidden" name="line" value=line.id />
                {fields}
                <div class="md-actions"><MainButton label=words.t("steps-keep") /></div>
            </form>
        })
        .into_any()
}

/// The steps under an own line, each with one tap.
pub fn small_steps(words: &Words, agreement: &Agreement, line: &Line) -> AnyView {
    let id = agreement.file.resident();
    let steps = agreement.order.steps.get(&line.id).cloned().unwrap_or_default();
    let row = |step: &service::agreement::SmallStep| {
        let label = words.t(if step.done { "steps-undo" } else { "steps-done" });
        view! {
            <li class="md-small__one">
                <Icon name=if step.done { "circle-check" } else { "circle-dashed" } size="sm" />
                <span class="md-small__text" dir="auto">{step.text.clone()} {step.done.then(|| view! { <span class="md-visually-hidden">" (" {words.t("steps-done")} ")"</span> })}</span>
                <form class="md-no-print" method="post" action=api::TickSmallStep::url()>
                    <input type="hidden" name="resident" value=id.to_owned() />
                    <input type="hidden" name="line" value=line.id.clone() />
                    <input type="hidden" name="small" value=step.text.clone() />
                    <input type="hidden" name="done" value=if step.done { "" } else { "yes" } />
                    <button class="nl-button nl-button--subtle" type="submit">
                        <span class="nl-button__label">{label} <span class="md-visually-hidden" dir="auto">": " {step.text.clone()}</span></span>
                    </button>
                </form>
            </li>
        }
    };
    (!steps.is_empty()).then(|| view! { <ul class="md-small" aria-label=words.t("steps-title")>{steps.iter().map(row).collect_view()}</ul> }).into_any()
}

/// Where the steps of an own line are written and changed.
pub fn steps_link(words: &Words, agreement: &Agreement, line: &Line) -> AnyView {
    let key = if agreement.order.steps.contains_key(&line.id) { "steps-change" } else { "steps-make" };
    view! {
        <p class="md-bond__own">
            <a class="nl-link md-link" href=address::small_steps(agreement.file.resident(), &line.id)>
                <Icon name="list-check" size="sm" />
                <span>{words.t(key)} <span class="md-visually-hidden" dir="auto">": " {line.text.clone()}</span></span>
            </a>
        </p>
    }
    .into_any()
}

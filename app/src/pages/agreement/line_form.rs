//! One line to write: a new one, or other words for one that is there.

use super::parts::{Top, doer_words};
use super::{with_agreement, words_for};
use crate::components::{FieldError, MainButton, OptionRow, Select, TextInput, Textarea, frame};
use crate::visitor::service;
use crate::{api, format};
use domain::ProblemCode;
use domain::agreement::{Due, Line, Party, Pillar, Side};
use domain::intake::Domain;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::agreement::Agreement;
use service::content::Words;
use service::intake::domain_text;
use service::typed::Typed;

/// A line, for the resident.
#[component]
pub fn LinePage() -> impl IntoView {
    page(Side::Resident)
}

/// A line, for the caseworker.
#[component]
pub fn WorkLinePage() -> impl IntoView {
    page(Side::Municipality)
}

fn page(side: Side) -> impl IntoView {
    let named = crate::pages::load::param("line");
    let form = named.clone();
    with_agreement(side, move |resident| format!("agreement-line/{resident}/{form}"), move |agreement, typed| body(agreement, typed, named))
}

/// The line that is changed: as this side has it, or as it stands in what is on the table or agreed.
fn found(agreement: &Agreement, named: &str) -> Option<Line> {
    let current = agreement.current().map(|v| &v.version.text);
    agreement.sheet.text.line(named).or_else(|| current?.line(named)).cloned()
}

fn body(agreement: Agreement, typed: Typed, named: String) -> AnyView {
    let side = agreement.side;
    let words = words_for(side);
    let line = found(&agreement, &named);
    if line.is_none() && named != "new" {
        return view! { <crate::pages::NotFound /> }.into_any();
    }
    let id = agreement.file.resident().to_owned();
    let title = words.t(if line.is_some() { "line-change-title" } else { "line-new-title" });
    let problems: Vec<(String, String)> = typed
        .problems
        .iter()
        .map(|p| (if p.field == "doer" || p.field == "due" { format!("{}-1", p.field) } else { p.field.to_string() }, wrong(&words, p)))
        .collect();
    frame(title.clone())
        .faulty(!problems.is_empty())
        .show(view! {
            <Top resident=id.clone() side=side title=title lead=words.t("line-lead") problems=problems notice=typed.notice.clone() />
            <Fields agreement=agreement typed=typed line=line />
        })
        .into_any()
}

fn wrong(words: &Words, problem: &domain::Problem) -> String {
    let label = words.t(&format!("line-{}", problem.field.replace('_', "-")));
    match problem.code {
        // `text` is the name of the field of a question too, which may be skipped.
        ProblemCode::Empty => words.with("problem-empty", &[("what", label.into())]),
        _ => format::problem(words, problem, &label),
    }
}

/// What stands in a field: what was typed and not taken, else what the line says.
fn value(typed: &Typed, field: &str, of: Option<String>) -> String {
    if typed.problems.is_empty() && typed.notice.is_empty() { of.unwrap_or_default() } else { typed.field(field).unwrap_or_default().to_owned() }
}

#[component]
fn Fields(agreement: Agreement, typed: Typed, line: Option<Line>) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let error = |field: &str| typed.problem(field).map(|p| wrong(&words, p));
    let text = value(&typed, "text", line.as_ref().map(|l| l.text.clone()));
    let text_error = error("text");
    // What was remarked about the words on the table goes along with other words.
    let remark = line.as_ref().and_then(|l| agreement.sheet.answers.get(&l.id)).map(|kept| kept.words.clone());
    let note = value(&typed, "note", line.as_ref().map(|l| l.note.clone()).filter(|note| !note.is_empty()).or(remark));
    let note_error = error("note");
    let more = !note.is_empty() || note_error.is_some() || error("legal_basis").is_some();
    view! {
        <form class="md-form" method="post" action=api::WriteLine::url() novalidate>
            <input type="hidden" name="resident" value=agreement.file.resident().to_owned() />
            <input type="hidden" name="revision" value=agreement.revision />
            <input type="hidden" name="line" value=line.as_ref().map(|l| l.id.clone()).unwrap_or_default() />
            <Who words=words.clone() chosen=value(&typed, "doer", line.as_ref().map(|l| l.doer.as_str().to_owned())) error=error("doer") side=side />
            <div class="utrecht-form-field md-field" class:utrecht-form-field--invalid=text_error.is_some()>
                <label class="utrecht-form-label utrecht-form-field__label" for="text">{words.t("line-text")}</label>
                <p class="utrecht-form-field-description" id="described-text">{words.t("line-text-help")}</p>
                <FieldError id="text-error" text=text_error.clone() />
                <Textarea id="text" name="text" value=text rows=3 invalid=text_error.is_some() described_by=if text_error.is_some() { "described-text text-error" } else { "described-text" } />
            </div>
            <GoalFields agreement=agreement.clone() typed=typed.clone() line=line.clone() />
            <When words=words.clone() chosen=value(&typed, "due", line.as_ref().map(|_| "own".to_owned())) own=value(&typed, "due_own", line.as_ref().map(|l| l.due.format("%-d-%-m-%Y").to_string())) error=error("due") own_error=error("due_own") />
            <details class="md-field" open=more>
                <summary class="md-quiet-summary"><span>{words.t("line-more")}</span></summary>
                <div>
                    <label class="utrecht-form-label" for="note">{words.t("line-note")}</label>
                    <FieldError id="note-error" text=note_error.clone() />
                    <Textarea id="note" name="note" value=note rows=2 invalid=note_error.is_some() described_by=if note_error.is_some() { "note-error" } else { "" } />
                    {(side == Side::Municipality).then(|| view! { <StaffFields typed=typed.clone() line=line.clone() words=words.clone() /> })}
                </div>
            </details>
            <div class="md-actions"><MainButton label=words.t("line-keep") /></div>
            <p class="md-note md-note--plain">{words.t("line-not-sent")}</p>
        </form>
    }
}

#[component]
fn Who(words: Words, chosen: String, error: Option<String>, side: Side) -> impl IntoView {
    // Each side stands first on its own page.
    let first = Party::from(side);
    let order = [first, Party::from(side.other()), Party::Helper, Party::Other];
    let invalid = error.is_some();
    view! {
        <fieldset class="md-side md-field" aria-describedby=invalid.then_some("doer-error")>
            <legend class="utrecht-form-label">{words.t("line-doer")}</legend>
            <FieldError id="doer-error" text=error />
            <div class="md-options">
                {order
                    .into_iter()
                    .enumerate()
                    .map(|(at, party)| view! { <OptionRow id=format!("doer-{}", at + 1) name="doer" value=party.as_str() label=doer_words(&words, party) checked=chosen == party.as_str() invalid=invalid /> })
                    .collect_view()}
            </div>
        </fieldset>
    }
}

#[component]
fn When(words: Words, chosen: String, own: String, error: Option<String>, own_error: Option<String>) -> impl IntoView {
    let invalid = error.is_some();
    view! {
        <fieldset class="md-side md-field" aria-describedby=invalid.then_some("due-error")>
            <legend class="utrecht-form-label">{words.t("line-due")}</legend>
            <FieldError id="due-error" text=error />
            <div class="md-options">
                {Due::ALL
                    .into_iter()
                    .enumerate()
                    .map(|(at, due)| view! { <OptionRow id=format!("due-{}", at + 1) name="due" value=due.as_str() label=words.t(&format!("line-due-{}", due.as_str())) checked=chosen == due.as_str() invalid=invalid /> })
                    .collect_view()}
            </div>
            <div class="md-below"><TextInput id="due_own" label=words.t("line-due-own-day") value=own help=words.t("line-due-help") error=own_error inputmode="numeric" /></div>
        </fieldset>
    }
}

/// The goal: one that is there, or a new one in own words.
#[component]
fn GoalFields(agreement: Agreement, typed: Typed, line: Option<Line>) -> impl IntoView {
    let words = words_for(agreement.side);
    let goals = agreement.sheet.text.goals.clone();
    let error = typed.problem("goal_title").map(|p| wrong(&words, p));
    let chosen = value(&typed, "goal", line.as_ref().map(|l| l.goal.clone()));
    let chosen = if chosen.is_empty() { goals.first().map_or_else(|| "new".to_owned(), |g| g.id.clone()) } else { chosen };
    let new_title = value(&typed, "goal_title", None);
    let mut options: Vec<(String, String)> = goals.iter().map(|g| (g.id.clone(), g.title.clone())).collect();
    options.push(("new".to_owned(), words.t("line-goal-new")));
    let domains: Vec<(String, String)> = std::iter::once((String::new(), words.t("line-domain-none")))
        .chain(Domain::ALL.into_iter().map(|d| (d.as_str().to_owned(), domain_text(&words, d))))
        .collect();
    let only_new = goals.is_empty();
    let open = only_new || error.is_some();
    view! {
        {if only_new {
            view! { <input type="hidden" name="goal" value="new" /> }.into_any()
        } else {
            view! { <Select id="goal" label=words.t("line-goal") options=options chosen=chosen error=None /> }.into_any()
        }}
        <details class="md-field" open=open>
            <summary class="md-quiet-summary"><span>{words.t("line-goal-new")}</span></summary>
            <div>
                <TextInput id="goal_title" label=words.t("line-goal-title") value=new_title help=words.t("line-goal-help") error=error />
                <Select id="domain" label=words.t("line-domain") options=domains chosen=value(&typed, "domain", None) error=None />
            </div>
        </details>
    }
}

/// What only staff fill in: the article, and what the municipality's line uses.
#[component]
fn StaffFields(typed: Typed, line: Option<Line>, words: Words) -> impl IntoView {
    let service = service();
    let none = || (String::new(), words.t("line-support-none"));
    let pillars = std::iter::once(none())
        .chain(Pillar::ALL.into_iter().map(|p| (p.as_str().to_owned(), words.t(&format!("pillar-{}", p.as_str().replace('_', "-"))))))
        .collect();
    let schemes = std::iter::once(none())
        .chain(
            service
                .content
                .agreement
                .schemes
                .iter()
                .map(|s| (s.id.clone(), words.find(&format!("support-{}", s.id), None, &[]).unwrap_or_else(|| s.id.clone()))),
        )
        .collect();
    let legal_error = typed.problem("legal_basis").map(|p| wrong(&words, p));
    view! {
        <TextInput id="legal_basis" label=words.t("line-legal-basis") value=value(&typed, "legal_basis", line.as_ref().map(|l| l.legal_basis.clone())) help=words.t("line-legal-help") error=legal_error />
        <Select id="pillar" label=words.t("line-pillar") options=pillars chosen=value(&typed, "pillar", line.as_ref().and_then(|l| l.pillar).map(|p| p.as_str().to_owned())) error=None />
        <Select id="scheme" label=words.t("line-scheme") options=schemes chosen=value(&typed, "scheme", line.as_ref().map(|l| l.scheme.clone())) error=None />
    }
}

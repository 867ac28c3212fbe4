//! What a caseworker does beside the reading: take, hand over, ask, group, conclude, notes, history.

use crate::components::{FieldError, Icon, LinkButton, RadioList, Textarea};
use crate::format::{self, moment, moment_day};
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::access::Role;
use domain::agreement::Side;
use domain::intake::Channel;
use domain::review::{Group, State};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::intake::Way;
use service::review::{Ask, ReviewPage};
use service::typed::Typed;

/// Everything that can be done with this review now.
#[component]
pub fn Actions(page: ReviewPage, typed: Typed) -> impl IntoView {
    let words = visitor().words;
    let state = page.standing.as_ref().map(|s| s.state);
    view! {
        <aside class="md-review__actions" aria-label=words.t("review-actions")>
            <p class="md-actions md-actions--start">
                <LinkButton label=words.t("agreement-title") href=address::agreement(page.file.resident(), Side::Municipality) kind="secondary" icon="heart-handshake" />
                <LinkButton label=words.t("caseload-journey") href=address::journey(page.file.resident(), Side::Municipality) kind="secondary" icon="walk" />
            </p>
            <Assign page=page.clone() typed=typed.clone() />
            {state.is_some().then(|| view! { <Asking page=page.clone() /> })}
            {state.is_some().then(|| view! { <GroupForm page=page.clone() typed=typed.clone() /> })}
            {state.map(|state| view! { <Concluding page=page.clone() state=state /> })}
            <Notes page=page.clone() typed=typed />
            <Desk page=page.clone() />
            <History page=page />
        </aside>
    }
}

/// The label of a field of these forms.
pub fn label_of(field: &str, words: &Words) -> String {
    words.t(match field {
        "group" => "review-group",
        "group_reason" => "review-group-reason",
        "to" => "review-to-whom",
        _ => "review-note-label",
    })
}

fn act(icon: &'static str, title: String, open: bool, body: impl IntoView + 'static) -> AnyView {
    view! {
        <details class="md-act" open=open>
            <summary class="md-act__summary"><Icon name=icon /><span>{title}</span><Icon name="chevron-down" size="sm" /></summary>
            <div class="md-act__body">{body}</div>
        </details>
    }
    .into_any()
}

fn who(page: &ReviewPage, id: &str, words: &Words) -> String {
    if id == page.file.resident() {
        return words.t("review-resident");
    }
    page.staff.get(id).map_or_else(|| id.to_owned(), |p| p.name.clone())
}

/// Who has it; take it, or hand it over.
#[component]
fn Assign(page: ReviewPage, typed: Typed) -> impl IntoView {
    let (visitor, service) = (visitor(), service());
    let words = visitor.words.clone();
    let me = visitor.actor().map(|a| a.person.clone()).unwrap_or_default();
    let current = page.file.subject.caseworker.clone();
    let team = page.file.subject.team.as_ref().map_or_else(|| words.t("review-no-team"), |t| service.settings.team_name(t).to_owned());
    let text = match &current {
        Some(id) if *id == me => words.with("review-yours", &[("team", team.into())]),
        Some(id) => words.with("review-theirs", &[("name", who(&page, id, &words).into()), ("team", team.into())]),
        None => words.with("review-nobodys", &[("team", team.into())]),
    };
    let resident = page.file.resident().to_owned();
    let seen = current.clone().unwrap_or_default();
    let mine = current.as_ref() == Some(&me);
    let wrong = typed.problem("to").map(|p| format::problem(&words, p, &label_of("to", &words)));
    let targets: Vec<(String, String)> = page
        .staff
        .values()
        .filter(|p| p.role == Role::Caseworker && p.id != me)
        .map(|p| (format!("person:{}", p.id), p.name.clone()))
        .chain(service.settings.teams.iter().map(|t| (format!("team:{}", t.id), words.with("review-team", &[("team", t.name.as_str().into())]))))
        .collect();
    view! {
        <div class="md-assign">
            <p class="md-assign__who">{text}</p>
            {(!mine)
                .then(|| {
                    view! {
                        <form method="post" action=api::TakeReview::url()>
                            <input type="hidden" name="resident" value=resident.clone() />
                            <input type="hidden" name="seen_caseworker" value=seen.clone() />
                            <button class="nl-button nl-button--primary" type="submit">
                                <span class="nl-button__icon-start"><Icon name="hand-stop" /></span>
                                <span class="nl-button__label">{words.t("review-take")}</span>
                            </button>
                        </form>
                    }
                })}
        </div>
        {act("arrows-exchange", words.t("review-hand-over"), wrong.is_some(), view! {
            <form method="post" action=api::HandOverReview::url() class="md-form--dense">
                <input type="hidden" name="resident" value=resident.clone() />
                <input type="hidden" name="seen_caseworker" value=seen.clone() />
                <div class="md-filter">
                    <label class="utrecht-form-label" for="to">{words.t("review-to-whom")}</label>
                    <FieldError id="to-error" text=wrong.clone() />
                    <select class="utrecht-select utrecht-select--html-select" id="to" name="to" aria-invalid=wrong.is_some().then_some("true") aria-describedby=wrong.is_some().then_some("to-error")>
                        <option value="">{words.t("review-choose")}</option>
                        {targets.into_iter().map(|(value, text)| view! { <option value=value>{text}</option> }).collect_view()}
                    </select>
                </div>
                <button class="nl-button nl-button--secondary" type="submit"><span class="nl-button__label">{words.t("review-hand-over")}</span></button>
            </form>
        })}
    }
}

/// The question about answers: the open one, or a way to ask.
#[component]
fn Asking(page: ReviewPage) -> impl IntoView {
    let words = visitor().words;
    let resident = page.file.resident().to_owned();
    let open = page.asks.iter().find(|a| a.is_open()).cloned();
    let can = page.standing.as_ref().is_some_and(|s| s.state == State::InReview);
    let title = words.t("review-ask");
    act(
        "message",
        title,
        open.is_some(),
        view! {
            {match open {
                Some(ask) => {
                    view! {
                        <p class="md-block__note">{words.with("review-asked", &[("name", who(&page, &ask.by, &words).into()), ("date", moment_day(&words, ask.at).into())])}</p>
                        <p dir="auto">{ask.content.message.clone()}</p>
                        <p class="md-block__note">{asked_questions(&ask, &words)}</p>
                        <form method="post" action=api::WithdrawAsk::url()>
                            <input type="hidden" name="resident" value=resident />
                            <button class="nl-button nl-button--secondary" type="submit"><span class="nl-button__label">{words.t("review-withdraw")}</span></button>
                        </form>
                    }
                        .into_any()
                }
                None if can => view! { <p><a class="nl-link" href=address::pick_questions(&resident)>{words.t("review-pick")}</a></p> }.into_any(),
                None => view! { <p class="md-block__note">{words.t("review-take-first")}</p> }.into_any(),
            }}
        },
    )
}

fn asked_questions(ask: &Ask, words: &Words) -> String {
    ask.content.questions.iter().map(|id| words.t(id)).collect::<Vec<_>>().join(" · ")
}

/// The group with a reason, and what the resident said about it.
#[component]
fn GroupForm(page: ReviewPage, typed: Typed) -> impl IntoView {
    let words = visitor().words;
    let label = label_of("group_reason", &words);
    let error = |field: &str| typed.problem(field).map(|p| format::problem(&words, p, &label_of(field, &words)));
    let (wrong_group, wrong_reason) = (error("group"), error("group_reason"));
    let last = page.decisions.first().cloned();
    let options = Group::ALL.map(|g| (g.number().to_string(), words.t(&format!("group-staff-{}", g.number())), String::new())).to_vec();
    let chosen = typed.field("group").map_or_else(|| last.as_ref().map(|d| d.group.to_string()).unwrap_or_default(), ToOwned::to_owned);
    let wrong = wrong_group.is_some() || wrong_reason.is_some();
    act(
        "users",
        words.t("review-group"),
        wrong,
        view! {
            {last
                .as_ref()
                .map(|d| {
                    let text = words.with("review-group-set", &[("n", d.group.into()), ("name", who(&page, &d.by, &words).into()), ("date", moment_day(&words, d.at).into())]);
                    let reply = d.reply.clone().map(|(reply, at)| view! { <blockquote class="md-request__quote" dir="auto">{reply}</blockquote><p class="md-block__note">{words.with("review-group-replied", &[("date", moment_day(&words, at).into())])}</p> });
                    view! { <p class="md-block__note">{text}</p><p dir="auto">{d.reason.clone()}</p>{reply} }
                })}
            <form method="post" action=api::SetGroup::url() class="md-form--dense" novalidate>
                <input type="hidden" name="resident" value=page.file.resident().to_owned() />
                <RadioList name="group" label=words.t("review-group-which") options=options chosen=chosen error=wrong_group />
                <div class="utrecht-form-field" class:utrecht-form-field--invalid=wrong_reason.is_some()>
                    <label class="utrecht-form-label" for="group_reason">{label}</label>
                    <FieldError id="group_reason-error" text=wrong_reason.clone() />
                    <Textarea id="group_reason" name="group_reason" value=typed.field("group_reason").unwrap_or_default().to_owned() rows=3 invalid=wrong_reason.is_some() described_by=if wrong_reason.is_some() { "group_reason-error" } else { "" } />
                </div>
                <button class="nl-button nl-button--secondary" type="submit"><span class="nl-button__label">{words.t("review-group-button")}</span></button>
            </form>
        },
    )
}

#[component]
fn Concluding(page: ReviewPage, state: State) -> impl IntoView {
    let words = visitor().words;
    let done = state == State::Concluded;
    let possible = matches!(state, State::InReview | State::Concluded);
    let label = words.t(if done { "review-reopen" } else { "review-conclude" });
    act(
        "check",
        label.clone(),
        false,
        view! {
            {if possible {
                view! {
                    <form method="post" action=api::Conclude::url()>
                        <input type="hidden" name="resident" value=page.file.resident().to_owned() />
                        <input type="hidden" name="again" value=if done { "yes" } else { "" } />
                        <p class="md-block__note">{words.t(if done { "review-reopen-text" } else { "review-conclude-text" })}</p>
                        <button class="nl-button nl-button--secondary" type="submit"><span class="nl-button__label">{label}</span></button>
                    </form>
                }
                    .into_any()
            } else {
                view! { <p class="md-block__note">{words.t(if state == State::New { "review-take-first" } else { "review-waits" })}</p> }.into_any()
            }}
        },
    )
}

#[component]
fn Notes(page: ReviewPage, typed: Typed) -> impl IntoView {
    let words = visitor().words;
    let label = label_of("note", &words);
    let error = typed.problem("note").map(|p| format::problem(&words, p, &label));
    let wrong = error.is_some();
    let list = page.notes.iter().map(|n| {
        let by = words.with("review-note-by", &[("name", who(&page, &n.by, &words).into()), ("at", moment(&words, n.at).into())]);
        view! { <li class="md-notes__item"><p dir="auto">{n.text.clone()}</p><p class="md-block__note">{by}</p></li> }
    });
    let count = page.notes.len();
    act(
        "note",
        words.with("review-notes", &[("n", count.into())]),
        wrong || count > 0,
        view! {
            <form method="post" action=api::WriteNote::url() class="md-form--dense" novalidate>
                <input type="hidden" name="resident" value=page.file.resident().to_owned() />
                <div class="utrecht-form-field" class:utrecht-form-field--invalid=wrong>
                    <label class="utrecht-form-label" for="note">{label}</label>
                    <FieldError id="note-error" text=error />
                    <Textarea id="note" name="note" value=typed.field("note").unwrap_or_default().to_owned() rows=3 invalid=wrong described_by=if wrong { "note-error" } else { "" } />
                </div>
                <button class="nl-button nl-button--secondary" type="submit"><span class="nl-button__label">{words.t("review-note-button")}</span></button>
            </form>
            <ul class="md-notes">{list.collect_view()}</ul>
        },
    )
}

/// The intake with the resident at the desk, by phone or from paper.
#[component]
fn Desk(page: ReviewPage) -> impl IntoView {
    let words = visitor().words;
    let resident = page.file.resident().to_owned();
    act(
        "file-text",
        words.t("desk-title"),
        page.desk_draft,
        view! {
            <p><a class="nl-link" href=address::desk_helpers(&resident)>{words.t("desk-helpers-title")}</a></p>
            {if page.desk_draft {
                view! { <p><a class="nl-link" href=address::overview(&resident, Way::Desk)>{words.t("desk-go-on")}</a></p> }.into_any()
            } else {
                let options = Channel::BY_STAFF
                    .into_iter()
                    .map(|c| {
                        view! {
                            <label class="md-check">
                                <input class="utrecht-radio-button utrecht-radio-button--html-input" type="radio" name="channel" value=c.as_str() checked=c == Channel::Desk />
                                <span>{words.t(&format!("channel-{}", c.as_str()))}</span>
                            </label>
                        }
                    })
                    .collect_view();
                view! {
                    <form method="post" action=api::StartAtDesk::url() class="md-form--dense">
                        <input type="hidden" name="resident" value=resident.clone() />
                        <p class="md-block__note">{words.t("desk-text")}</p>
                        <fieldset class="md-mini"><legend class="utrecht-form-label">{words.t("desk-how")}</legend>{options}</fieldset>
                        <button class="nl-button nl-button--secondary" type="submit"><span class="nl-button__label">{words.t("desk-start")}</span></button>
                    </form>
                }
                    .into_any()
            }}
        },
    )
}

#[component]
fn History(page: ReviewPage) -> impl IntoView {
    let words = visitor().words;
    let item = |e: &service::event::Event| {
        let detail = service().event_detail(&words, &page.staff, page.file.resident(), e);
        let text =
            words.with(&format!("event-{}", e.kind.as_str().replace('_', "-")), &[("name", who(&page, &e.by, &words).into()), ("detail", detail.into())]);
        view! { <li><time datetime=format::machine(e.at)>{moment(&words, e.at)}</time> " " {text}</li> }
    };
    act("history", words.t("review-history"), false, view! {<ol class="md-history">{page.events.iter().map(item).collect_view()}</ol>})
}

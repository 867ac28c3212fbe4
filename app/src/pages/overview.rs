//! All domains and how far they are; go on, or choose where to go on.

use super::load::{load, param};
use crate::components::{Back, Foot, Icon, LinkButton, QuietButton, StatusLine, frame};
use crate::visitor::visitor;
use crate::{address, api};
use domain::intake::{CHECK, Domain, Progress, SEND, Step, Walk};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::content::Words;
use service::intake::{DraftView, Way, domain_text, question_text};

/// The overview of a draft.
#[component]
pub fn Overview() -> impl IntoView {
    let (resident, way) = (param("resident"), param("way"));
    load(
        |visitor, service| async move {
            let way = Way::parse(&way).ok_or(Error::NotFound)?;
            let actor = visitor.actor()?;
            let view = service.draft(actor, &resident, way).await?.map_err(|_| Error::NotFound)?;
            let beside = if way == Way::Own { service.beside_now(&view.file).await? } else { None };
            Ok((view, way, beside))
        },
        |(view, way, beside): (DraftView, Way, Option<String>)| {
            let visitor = visitor();
            let words = visitor.words.clone();
            let ask_phone = visitor.session.as_ref().is_some_and(|s| s.own_device.is_none());
            let resident = view.file.resident().to_owned();
            let resume = view.resume_at();
            let walk = view.walk();
            let go_on = match walk.step(&resume) {
                Some(step) => words.with("overview-go-on", &[("where", place_name(&words, &step).into())]),
                None => words.t("home-cue-go-on"),
            };
            let (back, label) =
                if way == Way::Own { (address::home(&resident), words.t("to-overview")) } else { (address::review(&resident), words.t("to-review")) };
            let latest = view.draft.kept.values().map(|k| k.at).max();
            let whole = view.draft.asked.is_none();
            frame(words.t("overview-title")).together(&resident, beside.as_ref()).show(view! {
                <div class="md-topline"><Back href=back label=label /><StatusLine kept_at=latest /></div>
                {super::question::desk_mark(way, &view)}
                <h1 class="nl-heading nl-heading--level-1">{words.t("overview-title")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.t("overview-lead")}</p>
                <div class="md-actions md-actions--start"><LinkButton label=go_on href=address::step(&resident, way, &resume) /></div>
                {whole
                    .then(|| {
                        let rows = walk.domains().into_iter().map(|d| domain_row(&view, &walk, &words, way, d)).collect_view();
                        view! {
                            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="domains">{words.t("overview-domains")}</h2>
                            <ul class="md-tasks" aria-labelledby="domains">{rows}</ul>
                        }
                    })}
                <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="after">{words.t("overview-after")}</h2>
                <ul class="md-tasks" aria-labelledby="after">
                    {super::home::row("eye", words.t("overview-check"), String::new(), None, address::step(&resident, way, CHECK))}
                    {super::home::row("send", words.t("overview-send"), words.t("overview-send-sub"), None, address::step(&resident, way, SEND))}
                </ul>
                <p class="md-foot"><Foot href=address::stopped(&resident, way) label=words.t("stop") icon="door" /></p>
                {(way == Way::Own && ask_phone).then(|| view! { <OwnPhone resident=resident.clone() /> })}
                <details class="md-quiet">
                    <summary class="md-quiet-summary"><Icon name="trash" size="sm" /><span>{words.t("discard-title")}</span></summary>
                    <p class="nl-paragraph">{words.t("discard-text")}</p>
                    <form method="post" action=api::DiscardDraft::url()>
                        <input type="hidden" name="resident" value=resident.clone() />
                        <input type="hidden" name="way" value=way.as_str() />
                        <input type="hidden" name="draft" value=view.draft.id.clone() />
                        <QuietButton label=words.t("discard-button") kind="secondary" />
                    </form>
                </details>
            })
        },
    )
}

/// Is this your own phone? Asked once a session; no answer means no.
#[component]
fn OwnPhone(resident: String) -> impl IntoView {
    let words = visitor().words;
    let button = |value: &'static str, label: String| {
        view! {
            <button class="nl-button nl-button--secondary" type="submit" name="own_phone" value=value>
                <span class="nl-button__label">{label}</span>
            </button>
        }
    };
    view! {
        <form class="md-quiet" method="post" action=api::OwnPhone::url() aria-labelledby="own-phone">
            <input type="hidden" name="resident" value=resident />
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="own-phone">{words.t("own-phone")}</h2>
            <p class="nl-paragraph">{words.t("own-phone-help")}</p>
            <div class="md-actions md-actions--start">{button("no", words.t("own-phone-no"))} {button("yes", words.t("own-phone-yes"))}</div>
        </form>
    }
}

fn place_name(words: &Words, step: &Step<'_>) -> String {
    match step {
        Step::Opening(content) => domain_text(words, content.id),
        Step::Question(question, part) => question.domain.map_or_else(|| question_text(words, question, *part), |d| domain_text(words, d)),
        Step::Check => words.t("check-title"),
        Step::Send => words.t("send-short"),
    }
}

fn domain_row(view: &DraftView, walk: &Walk<'_>, words: &Words, way: Way, domain: Domain) -> AnyView {
    let icon = view.content.intake.domains.iter().find(|(c, _)| c.id == domain).map_or_else(String::new, |(c, _)| c.icon.clone());
    let open = walk.of_domain(domain).find(|s| !s.is_answered(&view.answers)).map(|s| s.id());
    let progress = walk.progress(domain, &view.answers);
    let faulty = walk.of_domain(domain).find(|s| view.is_faulty(s)).map(|s| s.id());
    let (class, status, sub) = match progress {
        _ if faulty.is_some() => ("busy", words.t("progress-faulty"), String::new()),
        Progress::Done => ("done", words.t("progress-done"), String::new()),
        Progress::Busy(done, all) => ("busy", words.t("progress-busy"), words.with("progress-of", &[("done", done.into()), ("all", all.into())])),
        Progress::Skipped => ("skipped", words.t("answer-skipped"), String::new()),
        Progress::NotStarted => ("todo", words.t("progress-todo"), String::new()),
    };
    let to = match (progress, open) {
        _ if faulty.is_some() => faulty.unwrap_or_default(),
        (Progress::Busy(..), Some(open)) => open,
        _ => domain.as_str().to_owned(),
    };
    view! {
        <li class="md-task">
            <a class="md-task__link" href=address::step(view.file.resident(), way, &to)>
                <Icon name=icon size="lg" />
                <span class="md-task__text">
                    <span class="md-task__title">{domain_text(words, domain)}</span>
                    {(!sub.is_empty()).then(|| view! { <span class="md-task__sub">{sub}</span> })}
                </span>
                <span class=format!("md-task__status md-task__status--{class}")>
                    {(class == "done").then(|| view! { <Icon name="check" size="sm" /> })}
                    <span>{status}</span>
                </span>
                <Icon name="chevron-right" size="sm" />
            </a>
        </li>
    }
    .into_any()
}

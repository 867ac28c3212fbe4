//! What a helper finds about one resident: what is shared, and how to help.

use super::until_words;
use crate::components::{Back, Icon, MainButton, Notice, QuietButton, frame};
use crate::pages::home::row;
use crate::pages::load::{load, param};
use crate::visitor::visitor;
use crate::{address, api};
use domain::intake::{CHECK, Progress};
use domain::mandate::{Part, Scope};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::file::File;
use service::intake::{DraftView, Way, domain_text};
use service::typed::Typed;

/// One resident, as their helper sees them.
#[component]
pub fn HelpedPage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let actor = visitor.actor()?;
            let file = service.helped_file(actor, &resident).await?;
            let shared = file.scope().is_some_and(|scope| scope.covers(Part::Intake));
            let draft = if shared { service.draft(actor, &resident, Way::Help).await?.ok() } else { None };
            let begins = draft.is_none() && service.takes_part(&file) && file.scope().is_some_and(Scope::fills_in_anything);
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("helping/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((file, draft, begins, typed))
        },
        |(file, draft, begins, typed): (File, Option<DraftView>, bool, Typed)| {
            let words = visitor().words;
            let name = file.profile.greeting().to_owned();
            let id = file.resident().to_owned();
            let scope = file.scope().cloned().unwrap_or_default();
            let rule = |key: &'static str| words.with(key, &[("name", name.clone().into())]);
            let parts: Vec<AnyView> = Part::WHOLE.into_iter().filter(|part| scope.covers(*part)).map(|part| part_row(&words, &id, part)).collect();
            frame(words.t("helping-title")).helping(file.mark()).show(view! {
                <div class="md-topline"><Back href=address::HELPING label=words.t("helping-title") /></div>
                <Notice key=typed.notice />
                <h1 class="nl-heading nl-heading--level-1">{rule("helped-title")}</h1>
                <ul class="md-facts">
                    <li><Icon name="volume" /><span>{rule("helped-rule-read")}</span></li>
                    <li><Icon name="user" /><span>{rule("helped-rule-choose")}</span></li>
                    <li><Icon name="lock" /><span>{words.t("promise-secret")}</span></li>
                </ul>
                {match draft {
                    Some(view) => questions(&words, &view, &scope),
                    None if begins => {
                        view! {
                            <form class="md-actions md-actions--start" method="post" action=api::BeginHelping::url()>
                                <input type="hidden" name="resident" value=id.clone() />
                                <MainButton label=words.t("helped-begin") />
                            </form>
                        }
                            .into_any()
                    }
                    None if scope.covers(Part::Intake) => view! { <p class="md-empty">{rule("helped-nothing-yet")}</p> }.into_any(),
                    None => ().into_any(),
                }}
                <ul class="md-tasks">{parts} {row("calendar", words.t("contact-title"), words.t("contact-sub"), None, address::helping_contact(&id))}</ul>
                <p class="nl-paragraph">{file.mandate.as_ref().map(|mandate| until_words(&words, mandate.until))}</p>
                <details class="md-quiet">
                    <summary class="md-quiet-summary"><Icon name="hand-stop" size="sm" /><span>{words.t("helped-stop")}</span></summary>
                    <p class="nl-paragraph">{rule("helped-stop-text")}</p>
                    <form method="post" action=api::StopHelping::url()>
                        <input type="hidden" name="resident" value=id.clone() />
                        <QuietButton label=words.t("helped-stop-button") kind="secondary" />
                    </form>
                </details>
            })
        },
    )
}

/// The domains that may be filled in with how far they are, and the answers that may be looked at.
fn questions(words: &Words, view: &DraftView, scope: &Scope) -> AnyView {
    let (walk, id) = (view.walk(), view.file.resident().to_owned());
    let rows = walk.domains().into_iter().filter(|d| scope.domains.contains_key(d)).map(|domain| {
        let icon = view.content.intake.domains.iter().find(|(c, _)| c.id == domain).map_or_else(String::new, |(c, _)| c.icon.clone());
        let (status, to) = match walk.progress(domain, &view.answers) {
            Progress::Done => (words.t("progress-done"), domain.as_str().to_owned()),
            Progress::Skipped => (words.t("answer-skipped"), domain.as_str().to_owned()),
            Progress::NotStarted => (words.t("progress-todo"), domain.as_str().to_owned()),
            Progress::Busy(done, all) => {
                let open = walk.of_domain(domain).find(|s| !s.is_answered(&view.answers)).map_or_else(|| domain.as_str().to_owned(), |s| s.id());
                (words.with("progress-of", &[("done", done.into()), ("all", all.into())]), open)
            }
        };
        row(&icon, domain_text(words, domain), status, None, address::step(&id, Way::Help, &to))
    });
    let rows = rows.collect_view();
    let see = row("eye", words.t("helped-answers"), words.t("helped-answers-sub"), None, address::step(&id, Way::Help, CHECK));
    view! {
        <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="domains">{words.t("helped-questions")}</h2>
        <ul class="md-tasks" aria-labelledby="domains">{rows} {see}</ul>
    }
    .into_any()
}

fn part_row(words: &Words, id: &str, part: Part) -> AnyView {
    let icon = match part {
        Part::Agreements => "heart-handshake",
        Part::Journey => "walk",
        _ => "calculator",
    };
    row(icon, words.t(&format!("part-{}", part.as_str())), String::new(), None, address::helping_part(id, part))
}

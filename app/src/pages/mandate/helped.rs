//! What a helper finds about one resident: what is shared, and how to help.

use super::until_words;
use crate::components::{AnswerList, Back, Icon, LinkButton, MainButton, Notice, QuietButton, Row, frame};
use crate::format::moment_day;
use crate::pages::home::row;
use crate::pages::load::{load, param};
use crate::visitor::{speak_to_helper, visitor};
use crate::{address, api};
use domain::intake::{CHECK, Domain, Progress, ScanAnswer};
use domain::mandate::{Part, Scope};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::intake::{DraftView, Way, domain_text};
use service::mandate::HelpedStart;
use service::typed::Typed;

/// One resident, as their helper sees them.
#[component]
pub fn HelpedPage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let start = service.helped_start(visitor.actor()?, &resident).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("helping/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((start, typed))
        },
        |(start, typed): (HelpedStart, Typed)| {
            speak_to_helper(&start.file);
            let words = visitor().words;
            let file = start.file.clone();
            let name = file.profile.greeting().to_owned();
            let id = file.resident().to_owned();
            let scope = file.scope().cloned().unwrap_or_default();
            let named = |key: &'static str| words.with(key, &[("name", name.clone().into())]);
            let parts: Vec<AnyView> = Part::WHOLE.into_iter().filter(|part| scope.covers(*part)).map(|part| part_row(&words, &id, part)).collect();
            let fills_in = scope.fills_in_anything() && (start.draft.is_some() || start.begins);
            frame(words.t("helping-title")).helping(file.mark()).show(view! {
                <div class="md-topline"><Back href=address::HELPING label=words.t("helping-title") /></div>
                <Notice key=typed.notice />
                <h1 class="nl-heading nl-heading--level-1">{named("helped-title")}</h1>
                {start.proposed.then(|| view! { <p class="nl-paragraph">{named("helped-first")}</p> })}
                <ul class="md-facts">
                    {fills_in.then(|| view! {
                        <li><Icon name="volume" /><span>{named("helped-rule-read")}</span></li>
                        <li><Icon name="user" /><span>{named("helped-rule-choose")}</span></li>
                    })}
                    <li><Icon name="lock" /><span>{words.t("promise-secret")}</span></li>
                </ul>
                {match (start.draft, start.sent) {
                    (Some(view), _) => questions(&words, &view, &scope),
                    (None, Some((at, answers))) => sent(&words, &name, at, answers),
                    (None, None) if start.begins => {
                        view! {
                            <form class="md-actions md-actions--start" method="post" action=api::BeginHelping::url()>
                                <input type="hidden" name="resident" value=id.clone() />
                                <MainButton label=words.t("helped-begin") />
                            </form>
                        }
                            .into_any()
                    }
                    (None, None) if scope.covers(Part::Intake) => view! { <p class="md-empty">{named("helped-nothing-yet")}</p> }.into_any(),
                    (None, None) => ().into_any(),
                }}
                <ul class="md-tasks">{parts} {row("calendar", words.t("contact-title"), words.t("contact-sub"), None, address::helping_contact(&id))}</ul>
                <p class="nl-paragraph">{file.mandate.as_ref().map(|mandate| until_words(&words, mandate.until))}</p>
                <details class="md-quiet">
                    <summary class="md-quiet-summary"><Icon name="hand-stop" size="sm" /><span>{words.t("helped-stop")}</span></summary>
                    <p class="nl-paragraph">{named("helped-stop-text")}</p>
                    <form method="post" action=api::StopHelping::url()>
                        <input type="hidden" name="resident" value=id.clone() />
                        <QuietButton label=words.t("helped-stop-button") kind="secondary" />
                    </form>
                </details>
            })
        },
    )
}

/// What the resident sent, and of it what may be looked at, by topic and folded.
fn sent(words: &Words, name: &str, at: i64, answers: Vec<ScanAnswer>) -> AnyView {
    let language = words.locale.language;
    let row_of = |answer: ScanAnswer| {
        let (lang, asked) = answer.in_language(language);
        Row { question: asked.question, answer: asked.answer, lang: (lang != language).then(|| lang.to_owned()), state: answer.state, ..Row::default() }
    };
    let topic = |domain: Domain| {
        let rows: Vec<Row> = answers.iter().filter(|a| a.domain == Some(domain)).cloned().map(row_of).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <details class="md-quiet">
                    <summary class="md-quiet-summary"><Icon name="eye" size="sm" /><span>{domain_text(words, domain)}</span></summary>
                    <AnswerList rows=rows />
                </details>
            }
        })
    };
    let head = words.with("helped-sent", &[("name", name.into()), ("date", moment_day(words, at).into())]);
    let title = (!answers.is_empty()).then(|| view! { <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("helped-answers-sub")}</h2> });
    view! { <p class="md-note"><Icon name="send" /><span>{head}</span></p> {title} {Domain::ALL.map(topic).collect_view()} }.into_any()
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
    // Where this helper was: the place of that question, or the topic before it begins.
    let resume = view.resume_at();
    let at = match (crate::pages::step::place(words, view, &walk, &resume), Domain::parse(&resume)) {
        (place, _) if !place.is_empty() => place,
        (_, Some(domain)) => domain_text(words, domain),
        (_, None) => String::new(),
    };
    let begun = !view.draft.at_step.is_empty() && !at.is_empty();
    let go_on = begun.then(|| {
        let label = words.with("overview-go-on", &[("where", at.into())]);
        view! { <div class="md-actions md-actions--start"><LinkButton label=label href=address::step(&id, Way::Help, &resume) /></div> }
    });
    let see = row("eye", words.t("helped-answers"), words.t("helped-answers-sub"), None, address::step(&id, Way::Help, CHECK));
    view! {
        {go_on}
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

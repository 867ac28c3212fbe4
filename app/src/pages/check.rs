//! "This is what you told us" (Z1): per domain strengths first, then every answer with a link to change it.

use super::step::Screen;
use crate::components::{AnswerList, Back, Foot, Icon, LinkButton, Notice, Row, StatusLine, Strengths, frame};
use crate::visitor::visitor;
use crate::{address, format};
use domain::intake::{AnswerState, Domain, Kept, Progress, Step, Walk, check, strengths};
use domain::mandate::Right;
use leptos::prelude::*;
use service::content::Words;
use service::intake::{Way, answer_text, domain_text, question_text, strong_words};

/// Check your answers.
pub fn check_body(screen: &Screen, walk: &Walk<'_>) -> AnyView {
    let visitor = visitor();
    let words = visitor.words.clone();
    let view = std::sync::Arc::clone(&screen.view);
    let next = walk.after(domain::intake::CHECK).map_or_else(|| domain::intake::SEND.to_owned(), |s| s.id());
    let me = visitor.actor().map(|a| a.person.clone()).unwrap_or_default();
    let opening = rows(walk, screen, &words, &me, None);
    let mut domains: Vec<Domain> = walk.domains();
    if domains.is_empty() {
        domains = Domain::ALL.into_iter().filter(|d| walk.of_domain(*d).next().is_some()).collect();
    }
    let strong = strengths(walk);
    let asked = view.draft.asked.is_some();
    let latest = view.draft.kept.values().map(|k| k.at).max();
    let helping = screen.way == Way::Help;
    let lead = if helping {
        "check-lead-helping"
    } else if asked {
        "check-lead-asked"
    } else {
        "check-lead"
    };
    let (to, label) =
        if helping { (address::helping(screen.resident()), "check-done-helping") } else { (address::step(screen.resident(), screen.way, &next), "check-next") };
    let partly = helping && view.file.scope().is_some_and(|scope| scope.domains.values().any(|right| *right == Right::See));
    frame(words.t(if helping { "helping-title" } else { "check-title" })).helping(view.file.mark()).together(screen.resident(), screen.beside.as_ref()).show(view! {
            <div class="md-topline">
                <Back href=address::overview(screen.resident(), screen.way) label=words.t("overview-title") />
                <StatusLine kept_at=latest />
            </div>
            {super::question::desk_mark(screen.way, &view)}
            <h1 class="nl-heading nl-heading--level-1">{words.t("check-title")}</h1>
            <Notice key=screen.typed.notice.clone() />
            <p class="nl-paragraph nl-paragraph--lead">{words.t(lead)}</p>
            {partly.then(|| view! { <p class="md-note md-note--plain"><Icon name="info-circle" /><span>{words.t("check-partly-helping")}</span></p> })}
            {(!opening.is_empty())
                .then(|| view! { <section class="md-section" aria-labelledby="c-start"><h2 class="nl-heading nl-heading--level-2 md-section__title" id="c-start">{words.t("part-start")}</h2><AnswerList rows=opening /></section> })}
            {domains.into_iter().map(|domain| section(walk, screen, &words, &me, domain, &strong)).collect_view()}
            <div class="md-actions md-actions--sticky">
                <LinkButton label=words.t(label) href=to />
            </div>
            <p class="md-foot"><Foot href=address::stopped(screen.resident(), screen.way) label=words.t("stop") icon="door" /></p>
        })
}

fn section(walk: &Walk<'_>, screen: &Screen, words: &Words, me: &str, domain: Domain, strong: &[(Step<'_>, Vec<String>)]) -> AnyView {
    let icon = screen.view.content.intake.domains.iter().find(|(c, _)| c.id == domain).map_or_else(String::new, |(c, _)| c.icon.clone());
    let id = format!("c-{}", domain.as_str());
    let skipped = walk.progress(domain, &screen.view.answers) == Progress::Skipped;
    let strong = strong.iter().filter(|(s, _)| s.domain() == Some(domain)).flat_map(|(s, chosen)| strong_words(words, s, chosen, walk)).collect();
    let rows = rows(walk, screen, words, me, Some(domain));
    let skipped_by = screen.view.draft.kept.get(domain.as_str()).filter(|k| k.by != me).and_then(|k| filled_by(screen, words, &k.by));
    let skipped_by = skipped_by.map(|by| view! { <span class="md-answer__by">{by}</span> });
    let take_up = screen.view.file.scope().is_none_or(|scope| scope.domains.get(&domain) == Some(&Right::FillIn));
    view! {
        <section class="md-section" aria-labelledby=id>
            <h2 class="nl-heading nl-heading--level-2 md-section__title" id=id.clone()>
                <Icon name=icon size="lg" />
                <span>{domain_text(words, domain)}</span>
            </h2>
            {if skipped {
                view! {
                    <p class="md-section__skipped">
                        {words.t("check-domain-skipped")} " " {skipped_by} " "
                        {take_up.then(|| view! { <a class="nl-link" href=address::step(screen.resident(), screen.way, domain.as_str())>{words.t("check-domain-take-up")}</a> })}
                    </p>
                }
                    .into_any()
            } else {
                view! { <Strengths list=strong /> <AnswerList rows=rows /> }.into_any()
            }}
        </section>
    }
    .into_any()
}

/// What helpers filled in, skipped and took up again, by topic, each with its name and a link to change it: for the resident to
/// read through.
pub fn helped_rows(walk: &Walk<'_>, screen: &Screen, words: &Words) -> Vec<(String, Vec<Row>)> {
    let by_helper =
        |step: &&Step<'_>| matches!(step, Step::Question(..)) && screen.view.draft.kept.get(&step.id()).is_some_and(|k| screen.helpers.contains(&k.by));
    let change = |step: &Step<'_>| address::change(screen.resident(), screen.way, &step.id(), domain::intake::SEND);
    let answers = |domain: Option<Domain>| {
        let of = walk.steps.iter().filter(by_helper).filter(move |step| step.domain() == domain);
        of.map(|step| Row { id: None, change: Some(change(step)), ..row(step, screen, words, "") })
    };
    let whole = |domain: Domain| {
        let kept = screen.view.draft.kept.get(domain.as_str()).filter(|k| screen.helpers.contains(&k.by))?;
        let told = if kept.kept == Kept::Skipped { "send-helped-skipped" } else { "send-helped-taken-up" };
        Some(Row {
            question: domain_text(words, domain),
            answer: words.t(told),
            state: AnswerState::Given,
            change: Some(address::change(screen.resident(), screen.way, domain.as_str(), domain::intake::SEND)),
            by: filled_by(screen, words, &kept.by),
            ..Row::default()
        })
    };
    let topic = |domain: Domain| (domain_text(words, domain), whole(domain).into_iter().chain(answers(Some(domain))).collect());
    let start = (words.t("part-start"), answers(None).collect());
    std::iter::once(start).chain(Domain::ALL.into_iter().map(topic)).filter(|(_, rows): &(String, Vec<Row>)| !rows.is_empty()).collect()
}

fn filled_by(screen: &Screen, words: &Words, by: &str) -> Option<String> {
    screen.names.get(by).map(|name| words.with("question-filled-by", &[("name", name.as_str().into())]))
}

fn rows(walk: &Walk<'_>, screen: &Screen, words: &Words, me: &str, domain: Option<Domain>) -> Vec<Row> {
    let closing = |s: &Step<'_>| matches!(s, Step::Question(q, _) if screen.view.content.intake.closing.iter().any(|c| c.id == q.id));
    let steps = walk.steps.iter().filter(|s| matches!(s, Step::Question(..)) && s.domain() == domain && !closing(s));
    steps.map(|step| row(step, screen, words, me)).collect()
}

fn row(step: &Step<'_>, screen: &Screen, words: &Words, me: &str) -> Row {
    let Step::Question(question, part) = step else { unreachable!("only questions are listed") };
    let id = step.id();
    let kept = screen.view.draft.kept.get(&id);
    let question_words = question_text(words, question, *part);
    let (state, answer) = match kept.map(|k| &k.kept) {
        Some(Kept::Skipped) => (AnswerState::Skipped, String::new()),
        Some(given) if step.is_answered(&screen.view.answers) => (AnswerState::Given, answer_text(words, question, given)),
        _ => (AnswerState::Open, String::new()),
    };
    let problem = match kept.map(|k| &k.kept) {
        Some(Kept::Given(raw)) if state == AnswerState::Given => {
            check(question, raw).err().and_then(|p| p.first().map(|p| format::problem(words, p, &question_words)))
        }
        _ => None,
    };
    let problem = problem.or_else(|| kept.is_some_and(|k| k.other.is_some()).then(|| words.t("conflict-title")));
    let by = kept.filter(|k| k.by != me).and_then(|k| filled_by(screen, words, &k.by));
    let changeable = screen.view.file.scope().is_none_or(|scope| scope.fills_in(question.domain, question.visible));
    Row {
        id: Some(format!("a-{id}")),
        question: question_words,
        answer,
        lang: None,
        state,
        change: changeable.then(|| address::change(screen.resident(), screen.way, &id, domain::intake::CHECK)),
        by,
        problem,
    }
}

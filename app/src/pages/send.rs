//! "Not sent yet" (Z5): one large button. Nothing has left the portal before it is pressed.

use super::question::desk_mark;
use super::step::Screen;
use crate::components::{AnswerList, Back, Foot, Icon, MainButton, Notice, ProblemSummary, StatusLine, TextInput, frame};
use crate::visitor::{service, visitor};
use crate::{address, api, format};
use domain::intake::{CHECK, Domain, Kept, Kind, Progress, SEND, Step, Walk, check};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::intake::{Way, domain_text, question_text};

/// What stands in the way of sending: the change link and the question, per answer.
fn in_the_way(walk: &Walk<'_>, screen: &Screen, words: &Words) -> Vec<(String, String)> {
    let asked = walk.steps.iter().filter_map(|s| if let Step::Question(q, part) = s { Some((s, q, part)) } else { None });
    asked
        .filter_map(|(step, question, part)| {
            let kept = screen.view.draft.kept.get(&step.id())?;
            let invalid = matches!(&kept.kept, Kept::Given(raw) if step.is_answered(&screen.view.answers) && check(question, raw).is_err());
            (invalid || kept.other.is_some()).then(|| (address::change(screen.resident(), screen.way, &step.id(), SEND), question_text(words, question, *part)))
        })
        .collect()
}

/// The send page.
pub fn send_body(screen: &Screen, walk: &Walk<'_>) -> AnyView {
    let (words, service) = (visitor().words, service());
    let view = std::sync::Arc::clone(&screen.view);
    let obstacles = in_the_way(walk, screen, &words);
    let days = i64::from(service.settings.intake.answer_days);
    let desk = screen.way == Way::Desk;
    let problems: Vec<(String, String)> =
        screen.typed.problems.iter().filter(|p| p.field == "agreement").map(|p| ("agreement".to_owned(), format::problem(&words, p, ""))).collect();
    let error = problems.first().map(|(_, t)| t.clone());
    let facts = facts(walk, screen, &words);
    let helped = super::check::helped_rows(walk, screen, &words);
    let helped = helped.into_iter().map(|(topic, rows)| view! { <h3 class="md-strengths__title">{topic}</h3> <AnswerList rows=rows /> }).collect::<Vec<_>>();
    frame(words.t("send-title")).faulty(error.is_some()).together(screen.resident(), screen.beside.as_ref()).show(view! {
        <div class="md-topline">
            <Back href=screen.before.clone() label=words.t("back") />
            <StatusLine kept_at=view.draft.kept.values().map(|k| k.at).max() />
        </div>
        {desk_mark(screen.way, &view)}
        <div class="md-send">
            <h1 class="nl-heading nl-heading--level-1">{words.t("send-title")}</h1>
            <Notice key=screen.typed.notice.clone() />
            {if obstacles.is_empty() {
                view! {
                    <ProblemSummary problems=problems />
                    <p class="nl-paragraph nl-paragraph--lead">{words.with("send-lead", &[("n", days.into())])}</p>
                    <ul class="md-facts">{facts}</ul>
                    {super::mandate::who_sees(&words, screen.resident(), &screen.helping)}
                    {(!helped.is_empty()).then(|| {
                        view! {
                            <section class="md-section" aria-labelledby="helped">
                                <h2 class="nl-heading nl-heading--level-2 md-section__title" id="helped">{words.t("send-helped")}</h2>
                                <p class="nl-paragraph">{words.t("send-helped-text")}</p>
                                {helped}
                            </section>
                        }
                    })}
                    <form class="md-form" method="post" action=api::SendDraft::url() novalidate>
                        <input type="hidden" name="resident" value=screen.resident().to_owned() />
                        <input type="hidden" name="way" value=screen.way.as_str() />
                        <input type="hidden" name="draft" value=view.draft.id.clone() />
                        <input type="hidden" name="read" value=view.draft.helped />
                        {desk.then(|| {
                            view! {
                                <TextInput
                                    id="agreement"
                                    label=words.t("send-agreement")
                                    help=words.t("send-agreement-help")
                                    value=screen.typed.field("agreement").unwrap_or_default().to_owned()
                                    error=error.clone()
                                />
                            }
                        })}
                        <div class="md-actions md-actions--start"><MainButton label=words.t("send-button") icon="send" big=true /></div>
                    </form>
                }
                    .into_any()
            } else {
                view! { <Obstacles list=obstacles words=words.clone() /> }.into_any()
            }}
            <p class="md-foot">
                <Foot href=address::step(screen.resident(), screen.way, CHECK) label=words.t("send-check-first") icon="eye" />
                <Foot href=address::stopped(screen.resident(), screen.way) label=words.t("stop") icon="door" />
            </p>
        </div>
    })
}

#[component]
fn Obstacles(list: Vec<(String, String)>, words: Words) -> impl IntoView {
    view! {
        <div class="utrecht-alert utrecht-alert--error md-error-summary" role="group" aria-labelledby="error-title">
            <div class="utrecht-alert__content">
                <div class="utrecht-alert__message">
                    <h2 class="nl-heading nl-heading--level-2 md-error-summary__title" id="error-title" tabindex="-1">
                        <Icon name="alert-triangle" />
                        <span>{words.t("send-obstacles")}</span>
                    </h2>
                    <ul class="md-error-summary__list">{list.into_iter().map(|(href, text)| view! { <li><a class="nl-link" href=href>{text}</a></li> }).collect_view()}</ul>
                </div>
            </div>
        </div>
    }
}

fn facts(walk: &Walk<'_>, screen: &Screen, words: &Words) -> Vec<AnyView> {
    let domains = walk.domains();
    let skipped = domains.iter().filter(|d| walk.progress(**d, &screen.view.answers) == Progress::Skipped).count();
    let begun = domains.iter().filter(|d| matches!(walk.progress(**d, &screen.view.answers), Progress::Busy(..) | Progress::Done)).count();
    let sharing = screen.view.content.intake.closing.iter().find(|q| q.kind == Kind::Sharing);
    let shared: Vec<String> =
        sharing.map(|q| walk.facts.choices(&q.id)).unwrap_or_default().iter().filter_map(|d| Domain::parse(d)).map(|d| domain_text(words, d)).collect();
    let fact = |icon: &'static str, text: String| view! { <li><Icon name=icon /><span>{text}</span></li> }.into_any();
    if screen.view.draft.asked.is_some() {
        let n = walk.steps.iter().filter(|s| matches!(s, Step::Question(..))).count();
        return vec![fact("check", words.with("send-fact-asked", &[("n", n.into())]))];
    }
    let mut list = vec![fact("check", words.with("send-fact-filled", &[("n", begun.into())]))];
    if skipped > 0 {
        list.push(fact("player-skip-forward", words.with("send-fact-skipped", &[("n", skipped.into())])));
    }
    // R9: no remark about motivation, only an offer.
    if skipped >= 3 && screen.way == Way::Own {
        list.push(fact("users", words.t("send-fact-together")));
    }
    // Whoever is helped now decided that apart from what a buddy may see later: it stands below.
    let helped = !screen.helping.is_empty() || screen.view.draft.kept.values().any(|k| screen.helpers.contains(&k.by));
    if helped {
        return list;
    }
    let text = if shared.is_empty() { words.t("send-fact-not-shared") } else { words.with("send-fact-shared", &[("domains", shared.join(", ").into())]) };
    list.push(fact("eye", text));
    list
}

//! A small request of its own: beside an answer, or from the home. Sent by its own tap, with its own reference.

use super::erasure::Decisions;
use super::help::HelpBlock;
use super::load::{load, param};
use crate::components::{Back, Foot, Icon, LinkButton, MainButton, ProblemSummary, Select, TextInput, frame};
use crate::format::{self, iso_day, moment, telephone};
use crate::visitor::{service, speak_to_helper, visitor};
use crate::{address, api};
use domain::access::Action;
use domain::intake::Question;
use domain::request::RequestKind;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::intake::{DraftView, Way, answer_text, question_text};
use service::request::Request;
use service::rights::erasure::Decided;
use service::typed::Typed;

fn form_name(resident: &str, kind: RequestKind) -> String {
    format!("request/{resident}/{}", kind.as_str())
}

fn text_key(kind: RequestKind) -> String {
    format!("request-{}", kind.as_str().replace('_', "-"))
}

/// Beside an answer: the help block, the small request, the calculator; and on with the questions. At the desk the
/// caseworker gets the block: the resident sits there.
#[component]
pub fn StepHelp() -> impl IntoView {
    let (resident, way, step) = (param("resident"), param("way"), param("step"));
    load(
        |visitor, service| async move {
            let way = Way::parse(&way).ok_or(Error::NotFound)?;
            let view = service.draft(visitor.actor()?, &resident, way).await?.map_err(|_| Error::NotFound)?;
            let (question, _) = view.content.intake.step(&step).ok_or(Error::NotFound)?;
            let help = Beside::of(question, view.walk().facts.choices(&step), way);
            let typed = match (&visitor.session, help.request) {
                (Some(session), Some(kind)) => service.typed(session, &form_name(&resident, kind)).await?,
                _ => Typed::default(),
            };
            if help.is_empty() {
                return Err(Error::NotFound);
            }
            let beside = if way == Way::Own { service.beside_now(&view.file).await? } else { None };
            Ok((view, way, step, help, typed, beside))
        },
        |(view, way, step, help, typed, beside): (DraftView, Way, String, Beside, Typed, Option<String>)| {
            speak_to_helper(&view.file);
            let words = visitor().words;
            let resident = view.file.resident().to_owned();
            let next = view.after(&step);
            let said = view.content.intake.step(&step).zip(view.answers.get(&step));
            let said = said.map(|((q, part), kept)| format!("{} {}", question_text(&words, q, part), answer_text(&words, q, kept))).unwrap_or_default();
            let first = usize::from(!help.blocks.is_empty());
            let title = match (first, help.request) {
                (0, Some(kind)) => words.t(&text_key(kind)),
                (0, None) => words.t("calculator-title"),
                _ => words.t("help-now-title"),
            };
            frame(title.clone()).faulty(!typed.problems.is_empty()).helping(view.file.mark()).together(&resident, beside.as_ref()).show(view! {
                    <div class="md-topline"><Back href=address::step(&resident, way, &step) label=words.t("back") /></div>
                    {(way == Way::Desk).then(|| view! { <p class="md-note">{words.t("help-at-desk")}</p> })}
                    {help.blocks.into_iter().enumerate().map(|(at, id)| view! { <HelpBlock id=id level=if at == 0 { 1 } else { 2 } /> }).collect_view()}
                    {help
                        .request
                        .map(|kind| {
                            view! { <RequestForm resident=resident.clone() kind=kind about=step.clone() said=said phone=view.file.profile.phone.clone() typed=typed.clone() level=if first == 0 { 1 } else { 2 } /> }
                        })}
                    {help.calculator.then(|| view! { <ToCalculator /> })}
                    <p class="md-foot md-foot--line">
                        <a class="nl-link md-link" href=address::step(&resident, way, &next)>
                            <span>{words.t("request-go-on")}</span>
                            <Icon name="arrow-right" />
                        </a>
                    </p>
                })
        },
    )
}

#[component]
fn ToCalculator() -> impl IntoView {
    let words = visitor().words;
    view! {
        <h1 class="nl-heading nl-heading--level-1">{words.t("calculator-title")}</h1>
        <p class="nl-paragraph">{words.t("calculator-start-lead")}</p>
        <p class="nl-paragraph">{words.t("calculator-come-back")}</p>
        <div class="md-actions md-actions--start"><LinkButton label=words.t("calculator-show") href=address::CALCULATOR icon="calculator" /></div>
    }
}

/// What stands beside an answer.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    blocks: Vec<String>,
    request: Option<RequestKind>,
    calculator: bool,
}

impl Beside {
    /// What these choices show. At the desk the caseworker is there to be asked, so there is no request.
    #[must_use]
    pub fn of(question: &Question, choices: &[String], way: Way) -> Self {
        let chose = |any: &[String]| choices.iter().any(|c| any.contains(c));
        let own = way == Way::Own;
        Self {
            blocks: question.blocks.iter().filter(|b| chose(&b.any)).map(|b| b.block.clone()).collect(),
            request: question.requests.iter().find(|r| own && chose(&r.any)).map(|r| r.request),
            calculator: own && question.calculator && question.options.first().is_some_and(|first| choices.contains(&first.id)),
        }
    }

    /// Whether there is nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.request.is_none() && !self.calculator
    }
}

/// A request from the home: an appointment, a buddy, or a call.
#[component]
pub fn RequestPage() -> impl IntoView {
    let (resident, kind) = (param("resident"), param("kind"));
    load(
        |visitor, service| async move {
            let kind = RequestKind::parse(&kind).ok_or(Error::NotFound)?;
            let file = service.open_file(visitor.actor()?, Action::SendRequest, &resident).await?;
            if kind == RequestKind::Erasure && !file.own {
                return Err(Error::NotFound);
            }
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &form_name(&resident, kind)).await?,
                None => Typed::default(),
            };
            Ok((file, kind, typed))
        },
        |(file, kind, typed): (service::file::File, RequestKind, Typed)| {
            let words = visitor().words;
            let resident = file.resident().to_owned();
            frame(words.t(&text_key(kind))).faulty(!typed.problems.is_empty()).show(view! {
                <div class="md-topline"><Back href=address::home(&resident) label=words.t("to-overview") /></div>
                <RequestForm resident=resident.clone() kind=kind about=String::new() said=String::new() phone=file.profile.phone.clone() typed=typed level=1 />
            })
        },
    )
}

#[component]
fn RequestForm(resident: String, kind: RequestKind, about: String, said: String, phone: String, typed: Typed, level: u8) -> impl IntoView {
    let words = visitor().words;
    let key = text_key(kind);
    let label = words.t(if kind.needs_phone() { "request-phone" } else { "request-phone-optional" });
    let error = typed.problem("phone").map(|p| format::problem(&words, p, &label));
    let summary = error.clone().map(|text| ("phone".to_owned(), text)).into_iter().collect();
    let value = typed.field("phone").map_or_else(|| telephone(&phone), ToOwned::to_owned);
    let only = if about.is_empty() { words.t("request-only-phone") } else { words.t("request-only-this") };
    view! {
        <section class="md-request" aria-labelledby="request-title">
            {if level == 1 {
                view! { <h1 class="nl-heading nl-heading--level-1" id="request-title">{words.t(&key)}</h1> }.into_any()
            } else {
                view! { <h2 class="nl-heading nl-heading--level-2" id="request-title">{words.t(&key)}</h2> }.into_any()
            }}
            <ProblemSummary problems=summary />
            <p class="nl-paragraph">{words.attr(&key, "text")}</p>
            {(!said.is_empty()).then(|| view! { <blockquote class="md-request__quote" dir="auto">{said}</blockquote> })}
            <p class="nl-paragraph">{only}</p>
            <form method="post" action=api::SendRequest::url() novalidate>
                <input type="hidden" name="resident" value=resident />
                <input type="hidden" name="kind" value=kind.as_str() />
                <input type="hidden" name="about" value=about />
                <input type="hidden" name="form_key" value=service::form_key() />
                <TextInput id="phone" label=label value=value error=error inputmode="tel" autocomplete="tel" />
                {(kind == RequestKind::Buddy).then(|| {
                    let near: Vec<(String, String)> = service().content.volunteers.neighbourhoods.iter().map(|n| (n.clone(), n.clone())).collect();
                    let options = std::iter::once((String::new(), words.t("neighbourhood-none"))).chain(near).collect();
                    view! { <Select id="neighbourhood" label=words.t("neighbourhood") options=options chosen=typed.field("neighbourhood").unwrap_or_default().to_owned() /> }
                })}
                <MainButton label=words.attr(&key, "button") icon="send" />
            </form>
        </section>
    }
}

/// After sending: what happens and by when.
#[component]
pub fn RequestSent() -> impl IntoView {
    let (resident, reference) = (param("resident"), param("reference"));
    load(
        |visitor, service| async move {
            let home = service.home(visitor.actor()?, &resident).await?;
            let request = home.requests.into_iter().find(|r| r.reference == reference).ok_or(Error::NotFound)?;
            let mut decided = if home.file.own { service.erasures(visitor.actor()?, &resident).await? } else { Vec::new() };
            decided.retain(|decided| decided.request == reference);
            Ok((home.file, request, home.draft.is_some(), decided))
        },
        |(file, request, draft, decided): (service::file::File, Request, bool, Vec<Decided>)| {
            let words = visitor().words;
            let resident = file.resident().to_owned();
            let key = text_key(request.kind);
            let phone = request.content.phone.clone();
            let over = if request.kind.needs_no_talk() { "request-closed" } else { "request-settled" };
            let today = service().clock.today().to_string() == request.due_on;
            let by = if today { words.t("today") } else { words.with("by-date", &[("date", iso_day(&words, &request.due_on).into())]) };
            let (to, label) = if draft {
                (address::overview(&resident, Way::Own), words.t("request-go-on"))
            } else {
                (address::home(&resident), words.t("to-overview-button"))
            };
            frame(words.t("request-sent")).show(view! {
                    <div class="md-done">
                        <span class="md-done__mark"><Icon name="check" size="xl" /></span>
                        <h1 class="nl-heading nl-heading--level-1">
                            {if request.settled.is_some() { words.t("request-over") } else { words.attr_with(&key, "sent", &[("by", by.into())]) }}
                        </h1>
                        <p class="nl-paragraph nl-paragraph--lead">
                            {words.with("request-sent-at", &[("at", moment(&words, request.sent_at).into())])} " "
                            {(!phone.is_empty()).then(|| view! { {words.t("request-sent-phone")} " " <bdi dir="ltr">{telephone(&phone)}</bdi> "." })}
                        </p>
                        {request.settled.as_ref().map(|(_, at)| view! { <p class="md-note md-note--ok"><Icon name="check" /><span>{words.with(over, &[("at", moment(&words, *at).into())])}</span></p> })}
                        <dl class="md-reference">
                            <dt>{words.t("reference")}</dt>
                            <dd><bdi dir="ltr" translate="no">{request.reference}</bdi></dd>
                        </dl>
                    </div>
                    <Decisions decided=decided />
                    <div class="md-actions md-actions--start"><LinkButton label=label href=to /></div>
                    <p class="md-foot"><Foot href=address::HELP label=words.t("help-title") icon="help-circle" /></p>
                })
        },
    )
}

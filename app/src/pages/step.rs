//! One screen of the intake: finds out which, and shows it. Between two answers it asks which one is right.

use super::check::check_body;
use super::load::{load, param};
use super::proposals::proposals_body;
use super::question::{desk_mark, question_body};
use super::send::send_body;
use crate::components::{Back, Foot, Icon, MainButton, OptionRow, QuietButton, StatusLine, frame};
use crate::format::moment;
use crate::visitor::{Visitor, speak_to_helper, visitor};
use crate::{address, api};
use domain::access::Role;
use domain::intake::{DomainContent, Kind, Progress, Step, Walk};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use service::content::Words;
use service::intake::{DraftView, Way, answer_text, domain_text, question_text};
use service::mandate::Helper;
use service::typed::Typed;
use service::{Error, Service};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A draft as one screen needs it.
#[derive(Clone)]
pub struct Screen {
    /// The draft.
    pub view: Arc<DraftView>,
    /// Whose.
    pub way: Way,
    /// The screen.
    pub step: String,
    /// Where to go back to afterwards: one of [`address::BACK`], or empty.
    pub back: String,
    /// What was typed into the form of sending.
    pub typed: Typed,
    /// Names of staff and helpers by id; nobody's for a helper.
    pub names: BTreeMap<String, String>,
    /// Which of them are helpers.
    pub helpers: BTreeSet<String>,
    /// Who helps now, on the screens that say what they see.
    pub helping: Vec<Helper>,
    /// Who sits beside the resident.
    pub beside: Option<String>,
    /// "Work, question 3 of 12" in words.
    pub place: String,
    /// Where the link back leads.
    pub before: String,
}

impl Screen {
    /// The resident's id.
    #[must_use]
    pub fn resident(&self) -> &str {
        self.view.file.resident()
    }

    /// Finds out where this screen stands on the way.
    fn on(mut self, walk: &Walk<'_>) -> Self {
        self.before = self.before(walk);
        self.place = self.place(walk);
        self
    }

    fn before(&self, walk: &Walk<'_>) -> String {
        if !self.back.is_empty() {
            return address::changed(self.resident(), self.way, &self.step, &self.back);
        }
        let before = walk.before(&self.step).map(|s| s.id());
        before.map_or_else(|| address::overview(self.resident(), self.way), |id| address::step(self.resident(), self.way, &id))
    }

    /// Fields that every form of a screen carries.
    #[must_use]
    pub fn hidden(&self) -> impl IntoView + use<> {
        let kept = self.view.draft.kept.get(&self.step);
        let fields = [
            ("resident", self.resident().to_owned()),
            ("way", self.way.as_str().to_owned()),
            ("draft", self.view.draft.id.clone()),
            ("step", self.step.clone()),
            ("base", kept.map_or(0, |k| k.version).to_string()),
            ("back", self.back.clone()),
        ];
        fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view()
    }

    fn place(&self, walk: &Walk<'_>) -> String {
        place(&visitor().words, &self.view, walk, &self.step)
    }
}

/// "Work, question 3 of 12" in words; empty for a screen that is no question.
pub fn place(words: &Words, view: &DraftView, walk: &Walk<'_>, step: &str) -> String {
    let Some((at, all)) = walk.place(step) else { return String::new() };
    let part = match walk.step(step).and_then(|s| s.domain()) {
        Some(domain) => domain_text(words, domain),
        None if view.content.intake.closing.iter().any(|q| q.id == step) => words.t("part-closing"),
        None => words.t("part-start"),
    };
    words.with("place", &[("part", part.into()), ("at", at.into()), ("all", all.into())])
}

async fn open(visitor: Visitor, service: Service, resident: String, way: String, step: String, back: String) -> Result<Screen, Error> {
    let actor = visitor.actor()?;
    let way = Way::parse(&way).ok_or(Error::NotFound)?;
    let view = service.draft(actor, &resident, way).await?.map_err(|_| Error::NotFound)?;
    let typed = match &visitor.session {
        Some(session) if matches!(step.as_str(), domain::intake::SEND | domain::intake::CHECK) => {
            service.typed(session, &format!("send/{resident}/{}", way.as_str())).await?
        }
        _ => Typed::default(),
    };
    let others = view.draft.asked.is_some() || view.draft.kept.values().any(|k| k.by != actor.person || k.other.is_some());
    let people = if others && way != Way::Help { service.staff().await? } else { BTreeMap::new() };
    let helpers = people.values().filter(|p| p.role == Role::Helper).map(|p| p.id.clone()).collect();
    let names = people.into_iter().map(|(id, p)| (id, p.name)).collect();
    let own = way == Way::Own;
    let shares = step == domain::intake::SEND || view.content.intake.step(&step).is_some_and(|(question, _)| question.kind == Kind::Sharing);
    let helping = if own && shares { service.helpers_now(&view.file).await? } else { Vec::new() };
    let beside = if own { service.beside_now(&view.file).await? } else { None };
    Ok(Screen { view: Arc::new(view), way, step, back, typed, names, helpers, helping, beside, place: String::new(), before: String::new() })
}

/// Any screen of the intake.
#[component]
pub fn StepPage() -> impl IntoView {
    let (resident, way, step) = (param("resident"), param("way"), param("step"));
    let back = use_query_map().with_untracked(|q| q.get("back")).filter(|back| address::BACK.contains(&back.as_str())).unwrap_or_default();
    load(
        move |visitor, service| open(visitor, service, resident, way, step, back),
        |screen: Screen| {
            let view = Arc::clone(&screen.view);
            speak_to_helper(&view.file);
            let walk = view.walk();
            let screen = screen.on(&walk);
            // Which of two answers is right is for the resident to say.
            let conflict = screen.way != Way::Help && view.draft.kept.get(&screen.step).is_some_and(|k| k.other.is_some());
            match walk.step(&screen.step) {
                Some(Step::Question(..)) if conflict => conflict_body(&screen, &walk),
                Some(Step::Question(question, _)) if question.kind == Kind::Proposals => proposals_body(&screen, &walk),
                Some(Step::Question(..)) => question_body(&screen, &walk),
                Some(Step::Opening(content)) => opening_body(content, &screen, &walk),
                Some(Step::Check) => check_body(&screen, &view.shown()),
                Some(Step::Send) => send_body(&screen, &walk),
                None if screen.way == Way::Help => view! { <super::not_found::NotFound /> }.into_any(),
                None => elsewhere(&screen, &walk),
            }
        },
    )
}

/// The opening of a domain: what it is about, begin, or skip it as a whole.
fn opening_body(content: &DomainContent, screen: &Screen, walk: &Walk<'_>) -> AnyView {
    let words = visitor().words;
    let domain = content.id;
    let place = walk.domains().iter().position(|d| *d == domain).map_or(1, |at| at + 1);
    let title = domain_text(&words, domain);
    let skipped = walk.progress(domain, &screen.view.answers) == Progress::Skipped;
    let first = walk.after(&screen.step).map_or_else(|| domain::intake::CHECK.to_owned(), |s| s.id());
    let questions = walk.of_domain(domain).count();
    let action = api::KeepAnswer::url();
    let helping = screen.way == Way::Help;
    frame(title.clone()).helping(screen.view.file.mark()).together(screen.resident(), screen.beside.as_ref()).show(view! {
        <div class="md-topline"><Back href=address::overview(screen.resident(), screen.way) label=words.t("overview-title") /></div>
        {desk_mark(screen.way, &screen.view)}
        <div class="md-opening">
            <span class="md-opening__icon"><Icon name=content.icon.clone() size="xl" /></span>
            <p class="md-step">{words.with("opening-place", &[("at", place.into()), ("all", walk.domains().len().into())])}</p>
            <h1 class="nl-heading nl-heading--level-1">{title}</h1>
            {helping.then(|| view! { <p class="nl-paragraph">{words.t("opening-read-aloud")}</p> })}
            <p class="nl-paragraph nl-paragraph--lead">{words.attr(&format!("domain-{}", domain.as_str()), "intro")}</p>
            {if skipped {
                view! { <p class="md-note md-note--plain">{words.t("opening-skipped")}</p> }.into_any()
            } else {
                view! {
                    <ul class="md-facts">
                        <li><Icon name="list" /><span>{words.with("opening-questions", &[("n", questions.into())])}</span></li>
                        <li><Icon name="player-skip-forward" /><span>{words.t("start-fact-skip")}</span></li>
                        {(!helping).then(|| view! { <li><Icon name="device-floppy" /><span>{words.t("opening-kept")}</span></li> })}
                    </ul>
                }
                    .into_any()
            }}
            <form class="md-actions" method="post" action=action>
                {screen.hidden()}
                {if skipped {
                    view! {
                        <MainButton label=words.t("opening-take-up") go="take_up" />
                        <QuietButton label=words.t("next") go="begin" />
                    }
                        .into_any()
                } else {
                    view! {
                        <a class="nl-button nl-button--primary md-actions__main" href=address::step(screen.resident(), screen.way, &first)>
                            <span class="nl-button__label">{words.t("begin")}</span>
                            <span class="nl-button__icon-end"><Icon name="arrow-right" /></span>
                        </a>
                        {if helping {
                            view! {
                                <details class="md-quiet">
                                    <summary class="md-quiet-summary"><Icon name="player-skip-forward" size="sm" /><span>{words.t("opening-skip")}</span></summary>
                                    <p class="nl-paragraph">{words.with("opening-skip-sure", &[("name", screen.view.file.profile.greeting().into())])}</p>
                                    <QuietButton label=words.t("opening-skip-yes") go="skip_domain" kind="secondary" />
                                </details>
                            }
                                .into_any()
                        } else {
                            view! { <QuietButton label=words.t("opening-skip") go="skip_domain" /> }.into_any()
                        }}
                    }
                        .into_any()
                }}
            </form>
        </div>
    })
}

/// A question that is not asked any more: what was filled in is kept, and here is where to go on.
fn elsewhere(screen: &Screen, walk: &Walk<'_>) -> AnyView {
    let words = visitor().words;
    if screen.view.content.intake.step(&screen.step).is_none() && domain::intake::Domain::parse(&screen.step).is_none() {
        return view! { <super::not_found::NotFound /> }.into_any();
    }
    let open = walk.first_open(&screen.view.answers).id();
    frame(words.t("elsewhere-title"))
        .together(screen.resident(), screen.beside.as_ref())
        .show(view! {
            <h1 class="nl-heading nl-heading--level-1">{words.t("elsewhere-title")}</h1>
            <p class="nl-paragraph nl-paragraph--lead">{words.t("elsewhere-text")}</p>
            <div class="md-actions md-actions--start">
                <a class="nl-button nl-button--primary md-actions__main" href=address::step(screen.resident(), screen.way, &open)>
                    <span class="nl-button__label">{words.t("home-cue-go-on")}</span>
                </a>
            </div>
        })
        .into_any()
}

/// Two answers to one question: both are kept until the person chooses.
fn conflict_body(screen: &Screen, walk: &Walk<'_>) -> AnyView {
    let visitor = visitor();
    let words = visitor.words.clone();
    let view = Arc::clone(&screen.view);
    let (Some(Step::Question(question, part)), Some(kept)) = (walk.step(&screen.step), view.draft.kept.get(&screen.step)) else {
        return view! { <super::not_found::NotFound /> }.into_any();
    };
    let me = visitor.actor().map(|a| a.person.clone()).unwrap_or_default();
    let who = |by: &str, at: i64| {
        let at = moment(&words, at);
        match screen.names.get(by) {
            _ if by == me => words.with("conflict-you", &[("at", at.into())]),
            Some(name) if !name.is_empty() => words.with("conflict-other", &[("name", name.as_str().into()), ("at", at.into())]),
            _ => words.with("conflict-resident", &[("at", at.into())]),
        }
    };
    let said = |kept: &domain::intake::Kept| match kept {
        domain::intake::Kept::Skipped => words.t("answer-skipped"),
        given @ domain::intake::Kept::Given(_) => answer_text(&words, question, given),
    };
    let other = kept.other.as_ref().map(|o| (said(&o.kept), who(&o.by, o.at)));
    let (other_text, other_who) = other.unwrap_or_default();
    frame(words.t("conflict-title"))
        .together(screen.resident(), screen.beside.as_ref())
        .show(view! {
            <div class="md-topline">
                <Back href=screen.before.clone() label=words.t("back") />
                <StatusLine kept_at=Some(kept.at) conflict=true />
            </div>
            <p class="md-step">{screen.place.clone()}</p>
            {desk_mark(screen.way, &view)}
            <form class="md-question" method="post" action=api::PickAnswer::url() novalidate>
                {screen.hidden()}
                <input type="hidden" name="version" value=kept.version.to_string() />
                <div class="utrecht-form-fieldset md-question__field">
                    <fieldset class="utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset">
                        <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend md-question__legend">
                            <h1 class="nl-heading nl-heading--level-1 md-question__title">{words.t("conflict-title")}</h1>
                        </legend>
                        <p class="md-question__part">{question_text(&words, question, part)}</p>
                        <div class="md-options">
                            <OptionRow id="pick-kept" name="pick" value="kept" label=said(&kept.kept) description=who(&kept.by, kept.at) checked=true />
                            <OptionRow id="pick-other" name="pick" value="other" label=other_text description=other_who checked=false />
                        </div>
                    </fieldset>
                </div>
                <div class="md-actions md-actions--sticky"><MainButton label=words.t("conflict-choose") /></div>
            </form>
            <p class="md-foot"><Foot href=address::stopped(screen.resident(), screen.way) label=words.t("stop") icon="door" /></p>
        })
        .into_any()
}

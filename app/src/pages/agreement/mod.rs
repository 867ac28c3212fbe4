//! The agreement: what is on the table, what is agreed, and how it goes. The same page for both sides: each sees what
//! both do, and has the same buttons.

mod answering;
mod done;
mod going;
mod line_form;
mod look_back;
mod order;
mod parts;
mod proposal;
mod sending;
mod small;
mod start;
mod version;

pub use done::{DonePage, TellPage, WorkDonePage, WorkTellPage};
pub use line_form::{LinePage, WorkLinePage};
pub use look_back::{LookBackPage, WorkLookBackPage};
pub use order::OrderPage;
pub use parts::doer_words;
pub use small::SmallStepsPage;
pub use start::StartAgreement;
pub use version::{AgreementVersion, WorkAgreementVersion};

use super::load::{load, param};
use crate::address;
use crate::components::{Back, Foot, Icon, LinkButton, Notice, ProblemSummary, frame};
use crate::format;
use crate::visitor::visitor;
use domain::agreement::Side;
use going::Going;
use leptos::prelude::*;
use proposal::Proposal;
use service::Error;
use service::agreement::Agreement;
use service::content::Words;
use service::typed::Typed;

/// The words of a page for this side: a caseworker reads them as at the desk, with the resident beside them.
pub fn words_for(side: Side) -> Words {
    let words = visitor().words;
    if side == Side::Municipality { words.at_desk() } else { words }
}

/// Loads the agreement for one side, with what was typed into `form`.
fn with_agreement<V: IntoView + 'static>(
    side: Side,
    form: impl FnOnce(&str) -> String + Send + 'static,
    show: impl FnOnce(Agreement, Typed) -> V + Send + 'static,
) -> impl IntoView {
    let resident = param("resident");
    load(
        move |visitor, service| async move {
            let agreement = service.agreement(visitor.actor()?, &resident).await?;
            // Each side has its own address.
            if agreement.side != side {
                return Err(Error::NotFound);
            }
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &form(&resident)).await?,
                None => Typed::default(),
            };
            Ok((agreement, typed))
        },
        |(agreement, typed): (Agreement, Typed)| show(agreement, typed),
    )
}

/// The agreement of a resident, for the resident.
#[component]
pub fn AgreementPage() -> impl IntoView {
    with_agreement(Side::Resident, |resident| format!("agreement/{resident}"), page)
}

/// The agreement of a resident, for the caseworker.
#[component]
pub fn WorkAgreementPage() -> impl IntoView {
    with_agreement(Side::Municipality, |resident| format!("agreement/{resident}"), page)
}

fn page(agreement: Agreement, typed: Typed) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let id = agreement.file.resident().to_owned();
    let (home, label) = match side {
        Side::Resident => (address::home(&id), words.t("to-overview")),
        Side::Municipality => (address::review(&id), words.t("review-title")),
    };
    let title = words.t("agreement-title");
    let problem = |p: &domain::Problem| {
        let field = p.field.as_ref();
        let text = match field {
            "sure" => words.t("sure-needed"),
            remark if remark.starts_with("remark-") => format::problem(&words, p, &words.t("agreement-words")),
            _ => format::problem(&words, p, &words.t("agreement-title")),
        };
        let at = match field {
            "think" => "think-1".to_owned(),
            remark if remark.starts_with("remark-") => remark.to_owned(),
            field => format!("agreement-{field}"),
        };
        (at, text)
    };
    let problems: Vec<(String, String)> = typed.problems.iter().map(problem).collect();
    let name = (side == Side::Municipality).then(|| agreement.file.profile.full_name());
    let table = agreement.proposed().is_some() || agreement.has_sheet();
    let empty = !table && agreement.agreed().is_none();
    let show = frame(title.clone()).faulty(!problems.is_empty());
    show.show(view! {
        <div class="md-topline"><Back href=home label=label /></div>
        <ProblemSummary problems=problems />
        <Notice key=typed.notice.clone() desk=side == Side::Municipality />
        <h1 class="nl-heading nl-heading--level-1">{title} {name.map(|name| view! { ": " <span translate="no">{name}</span> })}</h1>
        {(!empty).then(|| other_language(&words, &agreement.file.profile.language, side))}
        {empty.then(|| view! { <Empty id=id.clone() side=side /> })}
        {table.then(|| view! { <Proposal agreement=agreement.clone() typed=typed.clone() /> })}
        {agreement.agreed().is_some().then(|| view! { <Going agreement=agreement.clone() /> })}
        <Versions agreement=agreement.clone() />
        <p class="md-foot md-foot--line md-no-print">
            {(side == Side::Resident).then(|| view! { <Foot href=address::HELP label=words.t("help-title") icon="help-circle" /> })}
        </p>
    })
}

/// Tells a caseworker that what stands here is written in the language of the resident, where that is another one.
pub fn other_language(words: &Words, language: &str, side: Side) -> Option<AnyView> {
    let other = side == Side::Municipality && !language.is_empty() && language != words.locale.language;
    other.then(|| view! { <p class="md-note md-note--plain">{words.t("resident-language")}</p> }.into_any())
}

/// Nothing is there yet: what an agreement is, and how to begin one.
#[component]
fn Empty(id: String, side: Side) -> impl IntoView {
    let words = words_for(side);
    view! {
        <p class="nl-paragraph nl-paragraph--lead">{words.t("agreement-empty")}</p>
        <p class="nl-paragraph">{words.t("agreement-empty-text")}</p>
        <div class="md-actions md-actions--start">
            {(side == Side::Municipality).then(|| view! { <LinkButton label=words.t("agreement-start") href=address::agreement_start(&id) icon="list-check" /> })}
            <LinkButton label=words.t("agreement-propose-own") href=address::agreement_line(&id, side, "new") kind="secondary" icon="plus" />
        </div>
    }
}

/// Every version, to read again as it was.
#[component]
fn Versions(agreement: Agreement) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let id = agreement.file.resident().to_owned();
    let row = |view: &service::agreement::VersionView| {
        let number = view.version.number;
        let state = words.t(&format!("agreement-state-{}", view.version.state.as_str()));
        let at = format::moment_day(&words, view.settled_at.unwrap_or(view.sign.at));
        view! {
            <li class="md-task">
                <a class="md-task__link" href=address::agreement_version(&id, side, number)>
                    <Icon name="file-text" size="lg" />
                    <span class="md-task__text">
                        <span class="md-task__title">{words.with("agreement-version", &[("n", number.into())])}</span>
                        <span class="md-task__sub">{state} " · " {at}</span>
                    </span>
                    <Icon name="chevron-right" size="sm" />
                </a>
            </li>
        }
    };
    (!agreement.versions.is_empty()).then(|| {
        view! {
            <section class="md-no-print" aria-labelledby="versions">
                <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="versions">{words.t("agreement-versions")}</h2>
                <ul class="md-tasks">{agreement.versions.iter().map(row).collect_view()}</ul>
            </section>
        }
    })
}

//! What was sent, whole and unchanged: to read, to print, to keep. For the resident and for the caseworker.

use super::load::{load, param};
use crate::address;
use crate::components::{AnswerList, Back, Icon, Picture, Row, Strengths, frame};
use crate::format::moment;
use crate::visitor::{service, visitor};
use domain::intake::{AnswerState, Domain, Line, SelfScan, Visibility, picture};
use leptos::prelude::*;
use service::Error;
use service::content::Words;
use service::file::File;
use service::intake::{SentView, domain_text, strengths_of};
use service::mandate::Helper;
use std::collections::BTreeSet;

/// A scan in the words of a page, domain by domain. An answer that only the resident sees is in no copy: somebody
/// else may open it.
pub fn scan_rows(scan: &SelfScan, words: &Words, domain: Option<Domain>) -> Vec<Row> {
    let language = words.locale.language;
    let row = |a: &domain::intake::ScanAnswer| {
        let (lang, asked) = a.in_language(language);
        Row { question: asked.question, answer: asked.answer, lang: (lang != language).then(|| lang.to_owned()), state: a.state, ..Row::default() }
    };
    scan.answers.iter().filter(|a| a.domain == domain && a.visible != Visibility::I && !is_closing(a)).map(row).collect()
}

/// Closing questions have a section of their own.
fn is_closing(answer: &domain::intake::ScanAnswer) -> bool {
    service().content.intake.closing.iter().any(|q| q.id == answer.step)
}

/// The printable copy of what the resident sent.
#[component]
pub fn CopyPage() -> impl IntoView {
    let (resident, number) = (param("resident"), param("number"));
    load(
        |visitor, service| async move {
            let number = number.parse().map_err(|_| Error::NotFound)?;
            let (file, sent, before) = service.own_scan(visitor.actor()?, &resident, number).await?;
            let helpers = service.helpers_now(&file).await?;
            Ok((file, sent, before, helpers))
        },
        |(file, sent, before, helpers): (File, SentView, Option<SentView>, Vec<Helper>)| {
            let back = address::sent(file.resident(), sent.scan.number);
            view! { <CopyBody file=file sent=sent before=before back=back helpers=helpers helped=None /> }
        },
    )
}

/// One version as the caseworker reads and prints it.
#[component]
pub fn ReviewVersion() -> impl IntoView {
    let (resident, number) = (param("resident"), param("number"));
    load(
        |visitor, service| async move {
            let number: i64 = number.parse().map_err(|_| Error::NotFound)?;
            let page = service.review(visitor.actor()?, &resident).await?;
            let at = page.sent.iter().position(|s| s.scan.number == number).ok_or(Error::NotFound)?;
            let mut from = page.sent.into_iter().skip(at);
            let sent = from.next().ok_or(Error::NotFound)?;
            let helped = page.helped.get(&sent.id).cloned();
            Ok((page.file, sent, from.next(), helped))
        },
        |(file, sent, before, helped): (File, SentView, Option<SentView>, Option<BTreeSet<Domain>>)| {
            let back = address::review(file.resident());
            view! { <CopyBody file=file sent=sent before=before back=back helpers=Vec::new() helped=helped /> }
        },
    )
}

/// How a version was filled in: by whom, or at the desk, by phone or from paper; and in which domains a helper did.
pub fn how_filled_in(words: &Words, sent: &SentView, helped: Option<&BTreeSet<Domain>>) -> String {
    match helped.filter(|_| sent.scan.channel == domain::intake::Channel::Own) {
        Some(domains) => {
            let names: Vec<String> = domains.iter().map(|d| domain_text(words, *d)).collect();
            words.with("channel-helped", &[("domains", names.join(", ").into())])
        }
        None => words.t(&format!("channel-{}", sent.scan.channel.as_str())),
    }
}

#[component]
fn CopyBody(
    file: File,
    sent: SentView,
    before: Option<SentView>,
    back: String,
    /// Who helps the resident now, for the resident.
    helpers: Vec<Helper>,
    /// In which domains a helper filled in, for the caseworker.
    helped: Option<BTreeSet<Domain>>,
) -> impl IntoView {
    let (visitor, service) = (visitor(), service());
    let words = visitor.words.clone();
    let intake = &service.content.intake;
    let staff = visitor.actor().is_ok_and(|a| a.role.is_staff());
    let title = words.t(if staff { "copy-title-staff" } else { "copy-title" });
    let strong = strengths_of(intake, &sent, &words);
    let axes = |s: &SentView| picture(intake, &s.facts(intake));
    let domains: Vec<Domain> =
        Domain::ALL.into_iter().filter(|d| sent.scan.skipped_domains.contains(d) || sent.scan.answers.iter().any(|a| a.domain == Some(*d))).collect();
    let section = |domain: Domain| {
        let icon = intake.domains.iter().find(|(c, _)| c.id == domain).map_or_else(String::new, |(c, _)| c.icon.clone());
        let id = format!("s-{}", domain.as_str());
        let list = strong.iter().find(|(d, _)| *d == domain).map(|(_, l)| l.clone()).unwrap_or_default();
        let rows = scan_rows(&sent.scan, &words, Some(domain));
        let skipped = sent.scan.skipped_domains.contains(&domain);
        view! {
            <section class="md-section" aria-labelledby=id>
                <h2 class="nl-heading nl-heading--level-2 md-section__title" id=id.clone()><Icon name=icon size="lg" /><span>{domain_text(&words, domain)}</span></h2>
                {if skipped {
                    view! { <p class="md-section__skipped">{words.t("check-domain-skipped")}</p> }.into_any()
                } else {
                    view! { <Strengths list=list /> <AnswerList rows=rows /> }.into_any()
                }}
            </section>
        }
    };
    let opening = scan_rows(&sent.scan, &words, None);
    let channel = sent.scan.channel != domain::intake::Channel::Own || helped.is_some();
    let channel = channel.then(|| how_filled_in(&words, &sent, helped.as_ref()));
    frame(title.clone()).show(view! {
            <div class="md-print-only md-letterhead"><p>{words.t("portal-name")} " " {service.content.municipality.place.clone()}</p></div>
            <div class="md-no-print"><div class="md-topline"><Back href=back label=words.t("back") /></div></div>
            <h1 class="nl-heading nl-heading--level-1">{title}</h1>
            <dl class="md-reference">
                <dt>{words.t("reference-short")}</dt>
                <dd><bdi dir="ltr" translate="no">{sent.reference.clone()}</bdi></dd>
                <dt>{words.t("copy-sent")}</dt>
                <dd>{moment(&words, sent.sent_at)}</dd>
                <dt>{words.t("copy-name")}</dt>
                <dd translate="no">{file.profile.full_name()}</dd>
                {channel.map(|c| view! { <dt>{words.t("copy-channel")}</dt><dd>{c}</dd> })}
                {sent.scan.agreement.clone().map(|a| view! { <dt>{words.t("copy-agreement")}</dt><dd dir="auto">{a}</dd> })}
            </dl>
            <p class="md-print-hint md-no-print"><Icon name="printer" /><span>{words.t("copy-hint")}</span></p>
            {(!opening.is_empty())
                .then(|| view! { <section class="md-section" aria-labelledby="s-start"><h2 class="nl-heading nl-heading--level-2 md-section__title" id="s-start">{words.t("part-start")}</h2><AnswerList rows=opening /></section> })}
            {domains.into_iter().map(section).collect_view()}
            <Closing scan=sent.scan.clone() words=words.clone() staff=staff shown=helpers.is_empty() && helped.is_none() />
            <div class="md-no-print">{super::mandate::who_sees(&words, file.resident(), &helpers)}</div>
            <section class="md-section" aria-labelledby="s-picture">
                <h2 class="nl-heading nl-heading--level-2 md-section__title" id="s-picture">{words.t(if staff { "review-picture" } else { "picture-heading" })}</h2>
                <Picture now=axes(&sent) now_at=sent.sent_at before=before.as_ref().map(|b| (axes(b), b.sent_at)) />
            </section>
        })
}

/// What matters most, what both sides propose, and what a buddy may see.
#[component]
pub fn Closing(
    scan: SelfScan,
    words: Words,
    staff: bool,
    /// Whether to say it too when a buddy may see nothing: not where somebody helps who does.
    #[prop(default = true)]
    shown: bool,
) -> impl IntoView {
    let names = |domains: &[Domain]| domains.iter().map(|d| domain_text(&words, *d)).collect::<Vec<_>>().join(", ");
    let important =
        Row { question: words.t("copy-important"), answer: names(&scan.most_important), state: given(!scan.most_important.is_empty()), ..Row::default() };
    let shown = shown || !scan.shared.is_empty();
    let shared = if scan.shared.is_empty() { words.t("copy-not-shared") } else { names(&scan.shared) };
    let shared = Row { question: words.t("copy-shared"), answer: shared, state: AnswerState::Given, ..Row::default() };
    let list = scan.proposals.iter().map(|p| pair_item(&words, &p.line, staff)).collect_view();
    view! {
        <section class="md-section" aria-labelledby="s-closing">
            <h2 class="nl-heading nl-heading--level-2 md-section__title" id="s-closing">{words.t("part-closing")}</h2>
            <AnswerList rows=std::iter::once(important).chain(shown.then_some(shared)).collect() />
            {(!scan.proposals.is_empty()).then(|| view! { <h3 class="md-strengths__title">{words.t("copy-proposals")}</h3><ul class="md-proposals">{list}</ul> })}
        </section>
    }
}

/// A proposal: what it is about, and who would do what.
pub fn pair_item(words: &Words, line: &Line, staff: bool) -> AnyView {
    let known = service().content.intake.pairs.iter().any(|pair| pair.id == line.pair);
    let title = if known { words.t(&format!("pair-{}", line.pair)) } else { words.t("proposals-own") };
    let side = |who: &str, text: &str| {
        let (who, text) = (words.t(who), text.to_owned());
        (!text.is_empty()).then(|| view! { <p class="md-pair__side"><span class="md-pair__who">{who}</span> " " <span dir="auto">{text}</span></p> })
    };
    view! {
        <li class="md-pair">
            <p class="md-pair__title">{title}</p>
            {side("proposals-we", &line.municipality)}
            {side(if staff { "review-resident" } else { "proposals-me" }, &line.resident)}
        </li>
    }
    .into_any()
}

const fn given(yes: bool) -> AnswerState {
    if yes { AnswerState::Given } else { AnswerState::Open }
}

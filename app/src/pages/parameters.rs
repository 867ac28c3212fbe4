//! Every amount that the calculator uses on a day, and what changed since an earlier day. For everybody.

use super::parameters_list::{Changes, Groups, national};
use crate::address;
use crate::components::{Back, Icon, ProblemSummary, QuietButton, TextInput, frame};
use crate::format::{day_as_typed, law_day, typed_day};
use crate::visitor::{service, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use rules::parameter_diff::newest_day;
use rules::rule_set::{self, RULE_SETS};
use rules::{Confidence, Day, RuleSet};
use service::content::Words;

/// From sure to unknown, as the page explains them.
const CONFIDENCES: [Confidence; 6] =
    [Confidence::VerifiedPrimary, Confidence::VerifiedSecondary, Confidence::Derived, Confidence::Projected, Confidence::Unchecked, Confidence::Unknown];

/// A field as it was typed, and the day that it means: none when it is empty, or why it is no such day.
struct Field {
    typed: String,
    day: Result<Option<Day>, String>,
}

impl Field {
    fn read(words: &Words, typed: String) -> Self {
        let day = match typed.trim() {
            "" => Ok(None),
            text => typed_day(text).map(Some).ok_or_else(|| {
                let start: String = text.chars().take(20).collect();
                words.with("parameters-day-wrong", &[("typed", start.into())])
            }),
        };
        // A day of an address is shown as people write it; what is no day stays as it was typed.
        let typed = if let Ok(Some(day)) = day { day_as_typed(day) } else { typed };
        Self { typed, day }
    }

    fn error(&self) -> Option<String> {
        self.day.as_ref().err().cloned()
    }
}

/// The amounts of a day.
#[component]
pub fn Parameters() -> impl IntoView {
    let words = visitor().words;
    let query = use_query_map();
    let typed = |name: &str| Field::read(&words, query.with_untracked(|q| q.get(name)).unwrap_or_default());
    let (mut date, mut before) = (typed("date"), typed("before"));
    let today = Day::parse(&service().clock.today().to_string());
    let on = date.day.as_ref().ok().and_then(|day| day.or(today));
    if date.typed.is_empty() {
        date.typed = on.map(day_as_typed).unwrap_or_default();
    }
    if let (Ok(Some(earlier)), Some(on)) = (&before.day, on)
        && *earlier >= on
    {
        before.day = Err(words.with("parameters-before-late", &[("date", law_day(&words, on).into())]));
    }
    let problems: Vec<(String, String)> =
        [("date", date.error()), ("before", before.error())].into_iter().filter_map(|(id, text)| Some((id.to_owned(), text?))).collect();
    let shown = on.filter(|_| problems.is_empty());
    let earlier = before.day.as_ref().ok().copied().flatten();
    let title = words.t("parameters-title");
    frame(title.clone()).wide().faulty(!problems.is_empty()).show(view! {
        <div class="md-topline"><Back href=address::CALCULATOR label=words.t("calculator-title") /></div>
        <ProblemSummary problems=problems />
        <h1 class="nl-heading nl-heading--level-1">{title}</h1>
        <p class="nl-paragraph nl-paragraph--lead md-days__lead">{words.t("parameters-lead")}</p>
        <form class="md-days" method="get" action=address::PARAMETERS>
            <TextInput id="date" label=words.t("parameters-date") help=words.t("parameters-date-help") value=date.typed.clone() error=date.error() />
            <TextInput id="before" label=words.t("parameters-before") help=words.t("parameters-before-help") value=before.typed.clone() error=before.error() />
            <QuietButton label=words.t("parameters-show") kind="secondary" />
        </form>
        {shown.map(|day| view! { <OnDay day=day before=earlier /> })}
    })
}

/// What stands on a day, or that nothing does. Without rules for both days nothing was used, so nothing is compared.
#[component]
fn OnDay(day: Day, before: Option<Day>) -> impl IntoView {
    let unknown = before.into_iter().chain([day]).find(|day| rule_set::on(*day).is_none());
    match (unknown, rule_set::on(day)) {
        (None, Some(rules)) => view! {
            <Summary day=day rules=rules />
            <HalfYears />
            {before.map(|before| view! { <Changes before=before after=day /> })}
            <Groups day=day />
        }
        .into_any(),
        _ => view! {
            <NoAmounts day=unknown.unwrap_or(day) />
            <HalfYears />
        }
        .into_any(),
    }
}

/// How many amounts there are, how sure they are, and whether the newest known are used instead.
#[component]
fn Summary(day: Day, rules: &'static RuleSet) -> impl IntoView {
    let words = visitor().words;
    let date = |day| ("date", law_day(&words, day).into());
    let own = service();
    let rows: Vec<Confidence> = national(day).map(|row| row.confidence).chain(own.content.schemes.standing_on(day).map(|row| row.confidence)).collect();
    let line = |confidence: Confidence| {
        let n = rows.iter().filter(|one| **one == confidence).count();
        let key = format!("parameters-confidence-{}", confidence.as_str());
        (n > 0).then(|| {
            view! {
                <dt>{words.t(&key)}</dt>
                <dd class="md-days__line">
                    <span class="md-days__n">{n}</span>
                    " "
                    <span class="md-days__why">{words.attr(&key, "text")}</span>
                </dd>
            }
        })
    };
    let newest = newest_day().map(|day| words.with("parameters-newest", &[date(day)]));
    view! {
        <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.with("parameters-on", &[date(day)])}</h2>
        {rules.projection.then(|| view! {
            <p class="md-note">
                <Icon name="info-circle" />
                <span>
                    {words.with("parameters-projection", &[date(rules.amounts_on)])} " "
                    <a class="nl-link" href=address::parameters(rules.amounts_on, None)>{words.with("parameters-on", &[date(rules.amounts_on)])}</a>
                </span>
            </p>
        })}
        <p class="nl-paragraph">{words.with("parameters-count", &[("n", rows.len().into())])} " " {newest}</p>
        <dl class="md-reference">{CONFIDENCES.into_iter().map(line).collect_view()}</dl>
    }
}

/// Links to what changed from one set of rules to the next.
#[component]
fn HalfYears() -> impl IntoView {
    let words = visitor().words;
    let link = |pair: &[RuleSet]| {
        let [before, after] = pair else { return None };
        let args = [("before", law_day(&words, before.first_day).into()), ("after", law_day(&words, after.first_day).into())];
        let href = address::parameters(after.first_day, Some(before.first_day));
        Some(view! { <li><a class="nl-link" href=href>{words.with("parameters-from-to", &args)}</a></li> })
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("parameters-what-changed")}</h2>
        <ul class="md-jump">{RULE_SETS.windows(2).filter_map(link).collect_view()}</ul>
    }
}

/// Says plainly that a day has no amounts, and which days do.
#[component]
fn NoAmounts(day: Day) -> impl IntoView {
    let words = visitor().words;
    let (first, last) = (RULE_SETS.first().map_or(day, |set| set.first_day), RULE_SETS.last().map_or(day, |set| set.last_day));
    let period = [("from", law_day(&words, first).into()), ("to", law_day(&words, last).into())];
    view! {
        <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.with("parameters-none", &[("date", law_day(&words, day).into())])}</h2>
        <p class="nl-paragraph">{words.with("parameters-none-text", &period)}</p>
    }
}

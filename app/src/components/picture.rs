//! The six-axis picture and its equal list. No total, no norm: how the resident sees it.

use super::Icon;
use crate::format::full_day;
use crate::visitor::{service, visitor};
use domain::intake::{Axis, Domain, Intake};
use leptos::prelude::*;
use service::clock::local;
use service::content::Words;
use service::intake::{axis_text, domain_text};

const CENTRE: (f64, f64) = (180.0, 172.0);
const RADIUS: f64 = 130.0;

fn point(axis: usize, value: i32) -> (f64, f64) {
    let angle = std::f64::consts::FRAC_PI_3 * axis as f64;
    let length = RADIUS * f64::from(value) / 5.0;
    (CENTRE.0 + length * angle.sin(), CENTRE.1 - length * angle.cos())
}

fn path(points: &[(f64, f64)], closed: bool) -> String {
    let mut text = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        text.push_str(&format!("{}{x:.1} {y:.1}", if at == 0 { "M" } else { "L" }));
    }
    if closed {
        text.push('Z');
    }
    text
}

/// The line through the axes that have a value; an axis without one is a gap.
fn line(axes: &[Axis]) -> String {
    let known: Vec<Option<(f64, f64)>> = axes.iter().enumerate().map(|(at, a)| a.value.map(|v| point(at, v))).collect();
    if known.iter().all(Option::is_some) {
        return path(&known.into_iter().flatten().collect::<Vec<_>>(), true);
    }
    // Walking once around from a gap keeps runs that cross the first axis in one piece.
    let gap = known.iter().position(Option::is_none).unwrap_or(0);
    let around: Vec<Option<(f64, f64)>> = known.iter().cycle().skip(gap + 1).take(known.len()).copied().collect();
    around.split(Option::is_none).filter(|run| run.len() > 1).map(|run| path(&run.iter().copied().flatten().collect::<Vec<_>>(), false)).collect()
}

/// The picture of `now`, with the version before as a second line, and the same as a list.
#[component]
pub fn Picture(
    now: Vec<Axis>,
    /// When it was sent, in milliseconds.
    now_at: i64,
    before: Option<(Vec<Axis>, i64)>,
) -> impl IntoView {
    let (words, intake) = (visitor().words, service());
    let date = |millis: i64| full_day(&words, local(millis).date_naive());
    let legend_now = words.with("picture-now", &[("date", date(now_at).into())]);
    let legend_before = before.as_ref().map(|(_, at)| words.with("picture-before", &[("date", date(*at).into())]));
    let before_axes = before.map(|(axes, _)| axes);
    let rows = rows(&words, &intake.content.intake, &now, before_axes.as_deref());
    view! {
        <figure class="md-picture" dir="ltr">
            <Radar now=now.clone() before=before_axes.clone() />
            <figcaption class="md-legend">
                <span class="md-legend__item">
                    <svg class="md-legend__key" viewBox="0 0 36 12" aria-hidden="true">
                        <path class="md-radar__line md-radar__line--now" d="M0 6H36"></path>
                        <circle class="md-radar__dot md-radar__dot--now" cx="18" cy="6" r="5"></circle>
                    </svg>
                    {legend_now}
                </span>
                {legend_before
                    .map(|text| {
                        view! {
                            <span class="md-legend__item">
                                <svg class="md-legend__key" viewBox="0 0 36 12" aria-hidden="true">
                                    <path class="md-radar__line md-radar__line--before" d="M0 6H36"></path>
                                    <rect class="md-radar__dot md-radar__dot--before" x="14" y="2" width="8" height="8"></rect>
                                </svg>
                                {text}
                            </span>
                        }
                    })}
            </figcaption>
        </figure>
        <ul class="md-scores">{rows}</ul>
    }
}

fn rows(words: &Words, intake: &Intake, now: &[Axis], before: Option<&[Axis]>) -> impl IntoView + use<> {
    let icon = |domain: Domain| intake.domains.iter().find(|(c, _)| c.id == domain).map_or_else(String::new, |(c, _)| c.icon.clone());
    let row = |axis: &Axis| {
        let word = axis_text(words, intake, *axis);
        let number = axis.value.map(|v| words.with("picture-of-five", &[("n", i64::from(v).into())]));
        let value = word.unwrap_or_else(|| words.t(if axis.skipped { "answer-skipped" } else { "answer-open" }));
        let old = before.and_then(|b| b.iter().find(|o| o.domain == axis.domain)).and_then(|o| axis_text(words, intake, *o));
        let old = old.map(|word| words.with("picture-was", &[("value", word.to_lowercase().into())]));
        let bar = axis.value.map_or_else(|| "md-bar md-bar--none".to_owned(), |v| format!("md-bar md-bar--{v} md-bar--now"));
        view! {
            <li class="md-score">
                <span class="md-score__label">
                    <Icon name=icon(axis.domain) />
                    <span>{domain_text(words, axis.domain)}</span>
                </span>
                <span class=bar aria-hidden="true"></span>
                <span class="md-score__value">{value} " " {number.map(|n| view! { <span class="md-score__number">{n}</span> })}</span>
                {old.map(|text| view! { <span class="md-score__before">{text}</span> })}
            </li>
        }
    };
    now.iter().map(row).collect_view()
}

#[component]
fn Radar(now: Vec<Axis>, before: Option<Vec<Axis>>) -> impl IntoView {
    let words = visitor().words;
    let grid = (1..=5).map(|ring| path(&(0..6).map(|axis| point(axis, ring)).collect::<Vec<_>>(), true));
    let spokes = (0..6).map(|axis| path(&[CENTRE, point(axis, 5)], false));
    let dots = |axes: &[Axis]| axes.iter().enumerate().filter_map(|(at, a)| a.value.map(|v| point(at, v))).collect::<Vec<_>>();
    let labels = now.iter().enumerate().map(|(at, axis)| label(at, &domain_text(&words, axis.domain))).collect_view();
    view! {
        <svg class="md-radar" viewBox="0 0 360 336" role="img" aria-labelledby="radar-title radar-desc">
            <title id="radar-title">{words.t("picture-title")}</title>
            <desc id="radar-desc">{words.t("picture-desc")}</desc>
            <g aria-hidden="true">
                <g class="md-radar__grid">{grid.chain(spokes).map(|d| view! { <path d=d></path> }).collect_view()}</g>
                {before.as_ref().map(|axes| view! { <path class="md-radar__line md-radar__line--before" d=line(axes)></path> })}
                <path class="md-radar__line md-radar__line--now" d=line(&now)></path>
                {before
                    .map(|axes| {
                        dots(&axes)
                            .into_iter()
                            .map(|(x, y)| {
                                view! { <rect class="md-radar__dot md-radar__dot--before" x=format!("{:.1}", x - 4.0) y=format!("{:.1}", y - 4.0) width="8" height="8"></rect> }
                            })
                            .collect_view()
                    })}
                {dots(&now)
                    .into_iter()
                    .map(|(x, y)| view! { <circle class="md-radar__dot md-radar__dot--now" cx=format!("{x:.1}") cy=format!("{y:.1}") r="5"></circle> })
                    .collect_view()}
                <g class="md-radar__labels">{labels}</g>
            </g>
        </svg>
    }
}

/// A domain's name at its axis, on two lines at the sides.
fn label(at: usize, text: &str) -> impl IntoView + use<> {
    let (x, y, anchor) = match at {
        0 => (180, 30, "middle"),
        1 => (358, 78, "end"),
        2 => (358, 262, "end"),
        3 => (180, 326, "middle"),
        4 => (2, 262, "start"),
        _ => (2, 78, "start"),
    };
    let upright = at.is_multiple_of(3);
    let (first, rest) = match text.split_once(' ') {
        Some((first, rest)) if !upright => (first.to_owned(), Some(rest.to_owned())),
        _ => (text.to_owned(), None),
    };
    view! {
        <text x=x y=y text-anchor=anchor>
            {first}
            {rest.map(|rest| view! { <tspan x=x dy="18">{rest}</tspan> })}
        </text>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axes(values: [Option<i32>; 6]) -> Vec<Axis> {
        Domain::ALL.into_iter().zip(values).map(|(domain, value)| Axis { domain, value, skipped: false }).collect()
    }

    #[test]
    fn a_gap_breaks_the_line_and_is_never_zero() {
        assert!(line(&axes([Some(5); 6])).ends_with('Z'));
        let broken = line(&axes([Some(5), None, Some(3), Some(3), None, Some(2)]));
        assert_eq!(broken.matches('M').count(), 2, "{broken}");
        assert!(!broken.contains(&path(&[CENTRE], false)), "{broken}");
        assert_eq!(line(&axes([None, Some(4), None, None, None, None])), "", "one lone value has a dot, no line");
    }
}

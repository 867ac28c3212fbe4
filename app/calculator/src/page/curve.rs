//! What is left at 0 to 40 hours, as lines, words and a table.

use crate::answer::Answer;
use crate::html::Html;
use crate::words::{Words, to_five};
use rules::curve::{Cause, Curve, LAST_HOUR, Scenario, Shape, Stretch};
use rules::{Cents, Rule, Threshold};

const WIDTH: i64 = 360;
const HEIGHT: i64 = 250;
const LEFT: i64 = 46;
const RIGHT: i64 = 348;
const TOP: i64 = 16;
const FOOT: i64 = 212;

/// The name of a scenario in texts and classes.
const fn name(scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::Now => "now",
        Scenario::AfterFirstMonths => "after-first",
        Scenario::AfterAllMonths => "after-all",
        Scenario::NextLaw => "next-law",
    }
}

/// From amounts to places in the drawing. The foot is zero: nothing looks steeper than it is.
struct Scale {
    most: i64,
}

impl Scale {
    fn of(answer: &Answer) -> Self {
        let points = answer.curves.iter().flat_map(Curve::points).map(|point| point.outcome.household.disposable_income.0);
        let highest = points.chain([answer.now.left().0]).max().unwrap_or(0).max(100_000);
        // Whole thousands of euros, so that the lines of the grid have round numbers.
        Self { most: (highest + 99_999) / 100_000 * 100_000 }
    }

    const fn x(hundredths: i64) -> i64 {
        LEFT + (RIGHT - LEFT) * hundredths / (LAST_HOUR * 100)
    }

    /// In tenths of a pixel, so that a slope stays a slope.
    fn y(&self, amount: Cents) -> String {
        let tenths = FOOT * 10 - (FOOT - TOP) * 10 * amount.0.max(0) / self.most;
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

/// The drawing, its legend, what it says in words, and the table.
pub fn curve(html: &mut Html, answer: &Answer, words: &Words) {
    drawing(html, answer, words);
    legend(html, answer, words);
    in_words(html, answer, words);
    table(html, answer, words);
}

fn drawing(html: &mut Html, answer: &Answer, words: &Words) {
    let scale = Scale::of(answer);
    html.put("<svg class=\"md-chart\" viewBox=\"0 0 ", &WIDTH.to_string(), " ").number(HEIGHT).put(
        "\" role=\"img\" aria-labelledby=\"curve-title curve-desc\"><title id=\"curve-title\">",
        &title(answer, words),
        "</title>",
    );
    html.put("<desc id=\"curve-desc\">", words.t("curve-desc"), "</desc><g aria-hidden=\"true\">");
    let step = if scale.most > 400_000 { 200_000 } else { 100_000 };
    let mut amount = 0;
    while amount <= scale.most {
        let y = scale.y(Cents(amount));
        html.raw("<path class=\"md-chart__grid\" d=\"M").number(LEFT).put(" ", &y, "H").number(RIGHT).raw("\"></path>");
        html.raw("<text class=\"md-chart__tick md-chart__tick--end\" x=\"").number(LEFT - 6).put("\" y=\"", &y, "\" dy=\"5\">");
        html.text(&words.whole(amount / 100)).raw("</text>");
        amount += step;
    }
    for hours in [0, 8, 16, 24, 32, 40] {
        html.raw("<text class=\"md-chart__tick md-chart__tick--middle\" x=\"")
            .number(Scale::x(hours * 100))
            .raw("\" y=\"")
            .number(FOOT + 18)
            .raw("\">")
            .number(hours)
            .raw("</text>");
    }
    html.raw("<text class=\"md-chart__tick md-chart__tick--middle\" x=\"").number((LEFT + RIGHT) / 2).raw("\" y=\"").number(HEIGHT - 4);
    html.put("\">", words.t("unit-hours-a-week"), "</text>");
    flats(html, answer, &scale);
    for curve in answer.curves.iter().rev() {
        html.put("<path class=\"md-curve md-curve--", name(curve.scenario), "\" d=\"");
        for point in curve.points() {
            html.raw(if point.hours == 0 { "M" } else { "L" }).number(Scale::x(point.hours * 100)).put(
                " ",
                &scale.y(point.outcome.household.disposable_income),
                "",
            );
        }
        html.raw("\"></path>");
    }
    drops(html, answer, &scale);
    for (side, kind) in [(&answer.now, "now"), (&answer.plan.side, "plan")] {
        let x = Scale::x(side.hours().0.min(LAST_HOUR * 100));
        html.put("<circle class=\"md-curve-dot md-curve-dot--", kind, "\" cx=\"").number(x).put("\" cy=\"", &scale.y(side.left()), "\" r=\"7\"></circle>");
    }
    html.raw("</g></svg>");
}

/// A pale band under the parts where more hours leave hardly anything.
fn flats(html: &mut Html, answer: &Answer, scale: &Scale) {
    for stretch in answer.stretches.iter().filter(|stretch| stretch.shape == Shape::Flat) {
        let (from, to) = (Scale::x(stretch.kept.from * 100), Scale::x(stretch.kept.to * 100));
        html.raw("<rect class=\"md-curve-flat\" x=\"")
            .number(from)
            .put("\" y=\"", &scale.y(Cents(scale.most)), "\" width=\"")
            .number(to - from)
            .raw("\" height=\"")
            .number(FOOT - TOP)
            .raw("\"></rect>");
    }
}

/// A sign where the line goes down.
fn drops(html: &mut Html, answer: &Answer, scale: &Scale) {
    let Some(now) = answer.curves.first() else { return };
    for stretch in answer.stretches.iter().filter(|stretch| stretch.shape == Shape::Drop) {
        if let Some(outcome) = now.at(stretch.kept.from) {
            html.raw("<path class=\"md-curve-drop\" transform=\"translate(").number(Scale::x(stretch.kept.from * 100)).put(
                " ",
                &scale.y(outcome.household.disposable_income),
                ")\" d=\"M-6 -18h12l-6 10z\"></path>",
            );
        }
    }
}

/// The finding, for the drawing's title.
fn title(answer: &Answer, words: &Words) -> String {
    let at = |hours: i64| answer.curves.first().and_then(|curve| curve.at(hours)).map_or(Cents(0), |outcome| outcome.household.disposable_income);
    words.with("curve-title", &[("none", &words.about(at(0))), ("all", &words.about(at(LAST_HOUR)))])
}

fn legend(html: &mut Html, answer: &Answer, words: &Words) {
    html.raw("<ul class=\"md-legend\">");
    for (kind, key, side) in [("now", "curve-dot-now", &answer.now), ("plan", "curve-dot-plan", &answer.plan.side)] {
        html.put("<li class=\"md-legend__item\"><svg class=\"md-legend__key\" viewBox=\"0 0 36 16\" aria-hidden=\"true\"><circle class=\"md-curve-dot md-curve-dot--", kind, "\" cx=\"18\" cy=\"8\" r=\"6\"></circle></svg>")
            .text(&words.with(key, &[("n", &words.hours(side.hours()))]))
            .raw("</li>");
    }
    for curve in &answer.curves {
        let kind = name(curve.scenario);
        html.put(
            "<li class=\"md-legend__item\"><svg class=\"md-legend__key\" viewBox=\"0 0 36 16\" aria-hidden=\"true\"><path class=\"md-curve md-curve--",
            kind,
            "\" d=\"M1 8H35\"></path></svg>",
        )
        .text(words.t(&format!("curve-{kind}")))
        .raw("</li>");
    }
    html.raw("</ul>");
}

fn in_words(html: &mut Html, answer: &Answer, words: &Words) {
    html.raw("<ul class=\"md-stretches\">");
    for stretch in &answer.stretches {
        html.put(
            "<li class=\"md-stretch md-stretch--",
            match stretch.shape {
                Shape::Rise => "rise",
                Shape::Flat => "flat",
                Shape::Drop => "drop",
            },
            "\">",
        );
        html.text(&stretch_text(stretch, words)).raw("</li>");
    }
    html.raw("</ul>");
}

/// A stretch of hours in a sentence, with why little or nothing is kept.
pub fn stretch_text(stretch: &Stretch, words: &Words) -> String {
    let key = match stretch.shape {
        Shape::Rise => "stretch-rise",
        Shape::Flat => "stretch-flat",
        Shape::Drop => "stretch-drop",
    };
    let kept = stretch.kept.cents_per_euro().unwrap_or(0);
    let (from, to, amount, cents) = (words.whole(stretch.kept.from), words.whole(stretch.kept.to), words.about(stretch.kept.change), words.whole(kept));
    let mut text = words.with(key, &[("from", &from), ("to", &to), ("amount", &amount), ("cents", &cents)]);
    if stretch.shape != Shape::Rise {
        for cause in stretch.causes.iter().take(2) {
            let why = cause_text(cause, words);
            if !why.is_empty() {
                text.push(' ');
                text.push_str(&why);
            }
        }
    }
    text
}

/// Why little or nothing is kept.
fn cause_text(cause: &Cause, words: &Words) -> String {
    match cause {
        Cause::Falls(Rule::ChildcareCost, amount) => words.with("cause-childcare-cost", &[("amount", &words.about(*amount))]),
        Cause::Falls(rule, amount) if to_five(*amount) > 0 => {
            words.with("cause-falls", &[("what", words.t(&format!("cause-{}", rule.as_str().replace('_', "-")))), ("amount", &words.about(*amount))])
        }
        Cause::Falls(..) => String::new(),
        Cause::NothingDisregarded => words.t("cause-nothing-disregarded").to_owned(),
        Cause::DisregardAtMaximum => words.t("cause-disregard-at-maximum").to_owned(),
        Cause::Passes(threshold) => match threshold {
            Threshold::AssistanceEndsByIncome | Threshold::AssistanceEndsByCombinationCredit => words.t("cause-benefit-ends").to_owned(),
            Threshold::ChildcareBand(_) => words.t("cause-childcare-band").to_owned(),
            _ => String::new(),
        },
    }
}

fn table(html: &mut Html, answer: &Answer, words: &Words) {
    html.put(
        "<details class=\"md-quiet\"><summary class=\"md-quiet-summary\"><span>",
        words.t("curve-table"),
        "</span></summary><section class=\"md-sums-scroll\" tabindex=\"0\" aria-labelledby=\"c-hours\"><table class=\"md-sums\"><caption id=\"c-hours\">",
    )
    .text(words.t("curve-caption"))
    .raw("</caption><thead><tr><th scope=\"col\">");
    html.text(words.t("curve-hours")).raw("</th>");
    for curve in &answer.curves {
        html.put("<th scope=\"col\" class=\"md-num\">", words.t(&format!("curve-{}", name(curve.scenario))), "</th>");
    }
    html.raw("</tr></thead><tbody>");
    for hours in 0..=LAST_HOUR {
        html.raw("<tr><th scope=\"row\">").number(hours).raw("</th>");
        for curve in &answer.curves {
            let left = curve.at(hours).map_or(Cents(0), |outcome| outcome.household.disposable_income);
            html.put("<td class=\"md-num\">", &words.money(left), "</td>");
        }
        html.raw("</tr>");
    }
    html.raw("</tbody></table></section></details>");
}

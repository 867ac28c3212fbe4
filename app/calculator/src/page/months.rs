//! Month by month, what to set aside, and what comes after.

use crate::answer::Answer;
use crate::html::Html;
use crate::months::{Line, Moment, Money, Run};
use crate::set_aside::SetAside;
use crate::words::{Words, to_five};
use rules::Cents;

/// The months ahead, as a list.
pub fn months(html: &mut Html, answer: &Answer, words: &Words) {
    let line = &answer.line;
    html.put("<p class=\"nl-paragraph\">", words.t("months-lead"), "</p><ol class=\"md-months\">");
    for run in &line.runs {
        one(html, run, words);
    }
    html.raw("</ol>");
    for aside in &line.set_aside {
        set_aside(html, aside, words);
    }
    later(html, line, words);
}

fn span(from: Moment, to: Moment, words: &Words) -> String {
    let first = words.month(from.year, from.month);
    if from == to {
        return first;
    }
    let first = if from.year == to.year { words.t(&format!("month-{}", from.month)).to_owned() } else { first };
    words.with("months-from-to", &[("from", &first), ("to", &words.month(to.year, to.month))])
}

fn one(html: &mut Html, run: &Run, words: &Words) {
    html.put("<li class=\"md-month\"><span class=\"md-month__when\">", &span(run.from, run.to, words), "</span><span class=\"md-month__sum\">€ ").put(
        "",
        &words.whole(to_five(run.money.sum())),
        "</span>",
    );
    let key = match to_five(run.change) {
        0 => "months-same",
        1.. => "months-more",
        _ => "months-less",
    };
    html.put("<span class=\"md-month__change\">", &words.with(key, &[("amount", &words.about(run.change))]), "</span>");
    for event in &run.events {
        html.put("<span class=\"md-month__event\">", words.t(&format!("event-{}", event.as_str())), "</span>");
    }
    if run.projection {
        html.put("<span class=\"md-mark\">", words.t("confidence-projected"), "</span>");
    }
    html.put("<span class=\"md-month__parts\">", &parts(run.money, words), "</span></li>");
}

/// "loon € 640 · uitkering € 600", leaving out what is not there.
fn parts(money: Money, words: &Words) -> String {
    let all = [
        ("money-wage", money.wage),
        ("money-assistance", money.assistance),
        ("money-allowances", money.allowances),
        ("money-children", money.children),
        ("money-holiday", money.holiday),
        ("money-childcare-cost", Cents(-money.childcare_cost.0)),
    ];
    all.into_iter().filter(|(_, amount)| amount.0 != 0).map(|(key, amount)| format!("{} {}", words.t(key), words.money(amount))).collect::<Vec<_>>().join(" · ")
}

fn set_aside(html: &mut Html, aside: &SetAside, words: &Words) {
    let values = [
        ("year", aside.year.to_string()),
        ("amount", words.whole(aside.per_month.0)),
        ("months", words.whole(aside.months)),
        ("advance", words.money(aside.advance)),
        ("right", words.money(aside.right)),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    html.put("<div class=\"md-note\"><p><strong>", &words.with("set-aside", &values), "</strong> ")
        .text(&words.with("set-aside-why", &values))
        .raw("</p></div>");
}

/// Dated events after which amounts follow that nobody knows yet.
fn later(html: &mut Html, line: &Line, words: &Words) {
    html.raw("<ul class=\"md-later\">");
    for year in &line.settled {
        let (year, next) = (year.to_string(), (year + 1).to_string());
        html.put("<li>", &words.with("later-settled", &[("year", &year), ("next", &next)]), "</li>");
    }
    html.put("<li>", &words.with("later-unknown", &[("month", &words.month(line.unknown_from.year, line.unknown_from.month))]), "</li></ul>");
}

//! Why each amount is what it is: rule, inputs, article, rounding, and how sure it is.

use super::Place;
use crate::answer::Answer;
use crate::html::Html;
use crate::part::Part;
use crate::words::Words;
use rules::Cents;
use rules::trace::{Entry, Rounding, Value};

/// Every part as a line of the table: now, with the plan, and the difference.
pub fn table(html: &mut Html, answer: &Answer, words: &Words) {
    let hours = |side: &crate::answer::Side| words.with("hours-n", &[("n", &words.hours(side.hours()))]);
    html.put(
        "<div class=\"md-sums-scroll\"><table class=\"md-sums\"><caption>",
        words.t("table-caption"),
        "</caption><thead><tr><td></td><th scope=\"col\" class=\"md-num\">",
    )
    .put("", words.t("now"), " <span class=\"md-sums__sub\">")
    .text(&hours(&answer.now))
    .put("</span></th><th scope=\"col\" class=\"md-num\">", words.t("then"), " <span class=\"md-sums__sub\">")
    .text(&hours(&answer.plan.side))
    .raw("</span></th></tr></thead><tbody>");
    for part in shown(answer) {
        let (now, then) = (answer.now.amount(part), answer.plan.side.amount(part));
        html.put(
            "<tr><th scope=\"row\"><span class=\"md-swatch md-swatch--",
            part.band().as_str(),
            "\" aria-hidden=\"true\"></span><a class=\"nl-link\" href=\"#why-",
        )
        .put("", part.as_str(), "\">")
        .text(words.t(&format!("part-{}", part.as_str())))
        .put("</a></th><td class=\"md-num\">", &words.money(now), "</td><td class=\"md-num\">")
        .text(&words.money(then))
        .raw("</td></tr>");
    }
    html.put("</tbody><tfoot><tr><th scope=\"row\">", words.t("left"), "</th><td class=\"md-num\">")
        .put("", &words.money(answer.now.left()), "</td><td class=\"md-num\">")
        .text(&words.money(answer.plan.side.left()))
        .raw("</td></tr></tfoot></table></div>");
}

/// The parts in which there is something, now or later.
fn shown(answer: &Answer) -> impl Iterator<Item = Part> + '_ {
    Part::ALL.into_iter().filter(|part| answer.now.amount(*part).0 != 0 || answer.plan.side.amount(*part).0 != 0)
}

/// The explanation of every part.
pub fn reasons(html: &mut Html, answer: &Answer, words: &Words, place: &Place) {
    let adults = answer.plan.side.household.situation().adults.second.is_some();
    for part in shown(answer) {
        let name = part.as_str();
        html.put("<details class=\"md-reason\" id=\"reason-", name, "\"><summary class=\"md-reason__summary\"><span>")
            .text(words.t(&format!("part-{name}")))
            .put(
                "</span><span class=\"md-reason__amount\">",
                &words.money(answer.plan.side.amount(part)),
                "</span></summary><div class=\"md-reason__body\" id=\"why-",
            )
            .put("", name, "\"><p class=\"nl-paragraph\">")
            .text(words.t(&format!("part-{name}-text")))
            .raw("</p>");
        changed(html, answer, part, words);
        for (now, entry) in answer.explained(part) {
            one(html, now, entry, adults, words);
        }
        html.raw("</div></details>");
    }
    html.put("<p class=\"nl-paragraph\"><a class=\"nl-link\" target=\"_blank\" href=\"", &place.parameters, "\">")
        .text(words.t("all-parameters"))
        .raw("</a></p>");
}

/// "Dit wordt 184,54 euro lager": what the plan does to this part.
fn changed(html: &mut Html, answer: &Answer, part: Part, words: &Words) {
    let change = answer.plan.side.amount(part) - answer.now.amount(part);
    let key = match change.0 {
        0 => "change-none",
        1.. => "change-up",
        _ => "change-down",
    };
    let amount = words.money(Cents(change.0.abs()));
    html.put("<p class=\"nl-paragraph\"><strong>", &words.with(key, &[("amount", &amount)]), "</strong></p>");
}

fn one(html: &mut Html, now: Option<&Entry>, entry: &Entry, adults: bool, words: &Words) {
    let rule = entry.rule.as_str().replace('_', "-");
    html.put("<section class=\"md-rule\"><h3 class=\"md-rule__title\">", words.t(&format!("rule-{rule}")), "");
    if let (true, Some(adult)) = (adults, entry.adult) {
        html.put(" (", words.t(if adult == 0 { "you" } else { "partner" }), ")");
    }
    html.raw("</h3><table class=\"md-rule__table\"><thead><tr><td></td>");
    html.put("<th scope=\"col\">", words.t("now"), "</th>").put("<th scope=\"col\">", words.t("then"), "</th></tr></thead><tbody>");
    let then_inputs = entry.inputs.iter();
    for (name, value) in then_inputs {
        let before = now.and_then(|now| now.inputs.iter().find(|(known, _)| known == name)).map(|(_, value)| show(*value, words)).unwrap_or_default();
        line(html, words.t(&format!("in-{}", name.replace('_', "-"))), &before, &show(*value, words), "");
    }
    let yearly = entry.rule.as_str().ends_with("_year") || entry.rule == rules::Rule::AnnualTax;
    let result = words.t(if yearly { "result-a-year" } else { "result-a-month" });
    line(html, result, &now.map(|now| words.money(now.amount)).unwrap_or_default(), &words.money(entry.amount), " class=\"md-rule__result\"");
    html.raw("</tbody></table><p class=\"md-rule__source\">");
    if entry.article != "-" {
        html.put("<span lang=\"nl\" translate=\"no\">", entry.article, ".</span> ");
    }
    html.text(rounding(entry.rounding, words));
    if entry.confidence.needs_a_mark() {
        html.put(" <strong class=\"md-mark\">", words.t(&format!("confidence-{}", entry.confidence.as_str())), "</strong>");
    }
    html.raw("</p></section>");
}

fn line(html: &mut Html, name: &str, now: &str, then: &str, class: &str) {
    html.raw("<tr").raw(class).put("><th scope=\"row\">", name, "</th><td>").put("", now, "</td><td>").put("", then, "</td></tr>");
}

fn show(value: Value, words: &Words) -> String {
    match value {
        Value::Cents(amount) => words.money(amount),
        Value::Euros(amount) => words.money(Cents(amount.0 * 100)),
        Value::Rate(rate) => words.rate(rate),
        Value::Hours(hours) => words.hours(hours),
        Value::Number(number) => words.whole(number),
        Value::Flag(flag) => words.t(if flag { "yes" } else { "no" }).to_owned(),
    }
}

fn rounding(rounding: Rounding, words: &Words) -> &str {
    words.t(match rounding {
        Rounding::None => "rounding-none",
        Rounding::HalfUpToCent => "rounding-cent",
        Rounding::PayrollTable => "rounding-payroll",
        Rounding::YearTax => "rounding-year-tax",
        Rounding::DownToEuro => "rounding-down",
        Rounding::UpToEuro => "rounding-up",
        Rounding::YearHalfUpMonthDown => "rounding-year-month",
        Rounding::MonthDownToEuro => "rounding-month-down",
    })
}

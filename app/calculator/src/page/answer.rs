//! The answer, in the order in which people ask: one sentence, now and then, the line, what to do, why.

use super::parts::{NumberField, hidden, icon, summary};
use super::question::{answered, button, call};
use super::{Figures, Place, bars, curve, explain, months, schemes};
use crate::answer::{Answer, Plan};
use crate::form::Form;
use crate::html::Html;
use crate::plan::Plans;
use crate::step::{Number, Step};
use crate::told::Problem;
use crate::unknown::Unknown;
use crate::words::{Words, to_five};
use rules::curve::Shape;

/// The whole screen.
pub fn answer(html: &mut Html, problems: &[Problem], form: &Form, words: &Words, place: &Place) {
    summary(html, words, problems);
    let found = figures(form, words, place, &|_| true);
    html.raw("<div id=\"answer-lead\">");
    match &found {
        Some(figures) if problems.is_empty() => html.raw(&figures.lead),
        Some(_) => html.put("<h1 class=\"nl-heading nl-heading--level-1\" tabindex=\"-1\">", words.t("title"), "</h1>"),
        None => html
            .put("<h1 class=\"nl-heading nl-heading--level-1\" tabindex=\"-1\">", words.t("title"), "</h1><p class=\"md-note md-note--plain\">")
            .text(words.t("no-parameters"))
            .raw("</p>"),
    };
    html.raw("</div><p class=\"md-visually-hidden\" role=\"status\" id=\"answer-said\"></p>");
    control(html, problems, form, words, place);
    html.raw("<div id=\"answer-rest\">");
    if let Some(figures) = found.filter(|_| problems.is_empty()) {
        html.raw(&figures.rest);
    }
    html.raw("</div>");
    told(html, form, words, place);
}

/// Hours, wage and more plans: the fields of the answer.
fn control(html: &mut Html, problems: &[Problem], form: &Form, words: &Words, place: &Place) {
    html.put("<form class=\"md-question md-plan\" method=\"post\" action=\"", &place.action, "\" id=\"").put(
        "",
        &place.form,
        "\" novalidate data-calculator=\"answer\">",
    );
    hidden(html, form, "answer", &["plan", "plan_2", "plan_3", "plan_wage"]);
    html.put(
        "<button class=\"md-default-submit\" type=\"submit\" name=\"go\" value=\"show\" tabindex=\"-1\" aria-hidden=\"true\">",
        words.t("show"),
        "</button>",
    );
    let field = |name, label, help, number, stepper| NumberField { name, label, help, unit: "", number, quiet: false, stepper };
    field("plan", words.t("plan-hours"), "", Number::Hours, true).draw(html, words, form, problems);
    html.put("<input class=\"md-slider\" type=\"range\" min=\"0\" max=\"40\" step=\"1\" id=\"slider\" aria-label=\"", words.t("plan-hours"), "\" hidden>");
    let open = ["plan_2", "plan_3", "plan_wage"].iter().any(|name| !form.get(name).is_empty());
    html.raw("<details class=\"md-quiet\" id=\"compare\"").raw(if open { " open>" } else { ">" });
    html.put("<summary class=\"md-quiet-summary\"><span>", words.t("compare"), "</span></summary><div class=\"md-compare\">");
    field("plan_2", words.t("plan-2"), "", Number::Hours, false).draw(html, words, form, problems);
    field("plan_3", words.t("plan-3"), "", Number::Hours, false).draw(html, words, form, problems);
    field("plan_wage", words.t("plan-wage"), words.t("plan-wage-help"), Number::Wage, false).draw(html, words, form, problems);
    html.raw("</div></details><div class=\"md-actions md-actions--start\">");
    button(html, "secondary", "show", words.t("show"));
    html.raw("</div></form>");
}

/// What changes with the hours; `None` without amounts for today.
pub fn figures(form: &Form, words: &Words, place: &Place, open: &dyn Fn(&str) -> bool) -> Option<Figures> {
    let answer = Plans::of(form, place.today).ok().as_ref().and_then(Answer::of)?;
    let mut html = Html::default();
    lead(&mut html, &answer, form, words);
    let lead = html.done();
    let mut html = Html::default();
    rest(&mut html, &answer, form, words, place, open);
    Some(Figures { lead, said: sentence(&answer.plan, &answer, words), rest: html.done() })
}

/// "Werkt u 16 uur? Dan houdt u ongeveer 70 euro per maand meer over."
fn sentence(plan: &Plan, answer: &Answer, words: &Words) -> String {
    let change = to_five(plan.change);
    let same = plan.side.hours() == answer.now.hours() && plan.change.0 == 0;
    let key = match change {
        _ if same => "sentence-now",
        0 => "sentence-same",
        1.. => "sentence-more",
        _ => "sentence-less",
    };
    words.with(key, &[("hours", &words.hours(plan.side.hours())), ("amount", &words.about(plan.change)), ("left", &words.about(plan.side.left()))])
}

/// "Van elke euro extra loon houdt u ongeveer 25 cent.", in steps of five cents.
fn of_euro(plan: &Plan, words: &Words) -> Option<String> {
    let fives = (plan.cents_per_euro?.max(0) * 2 + 5).div_euclid(10);
    Some(words.with("of-euro", &[("cents", &words.whole(fives * 5))])).filter(|_| fives > 0)
}

fn lead(html: &mut Html, answer: &Answer, form: &Form, words: &Words) {
    if !form.get("example").is_empty() {
        html.put("<p class=\"md-note\"><span><strong>", words.t("example-mark"), "</strong> ").text(words.t("example-text")).raw("</span></p>");
    }
    html.put("<h1 class=\"nl-heading nl-heading--level-1 md-sentence\" tabindex=\"-1\">", &sentence(&answer.plan, answer, words), "</h1>");
    if let Some(text) = of_euro(&answer.plan, words) {
        html.put("<p class=\"nl-paragraph nl-paragraph--lead\">", &text, "</p>");
    }
    if answer.plan.side.hours() > answer.now.hours() && to_five(answer.plan.change) <= 0 {
        // Where work does not pay, say so first, and what else changes.
        html.put("<p class=\"md-note md-note--plain\">", words.t("does-not-pay"), "</p>");
    }
    if answer.plan.side.household.rules().projection {
        html.put("<p class=\"md-mark\">", words.t("confidence-projected"), "</p>");
    }
}

fn rest(html: &mut Html, answer: &Answer, form: &Form, words: &Words, place: &Place, open: &dyn Fn(&str) -> bool) {
    if let Some(minimum) = answer.below_minimum {
        html.put("<p class=\"md-note md-note--plain\">", &words.with("below-minimum", &[("minimum", &words.money(minimum))]), "</p>");
    }
    if let Some(best) = &answer.best {
        let (from, to, cents) = (words.whole(best.from), words.whole(best.to), words.whole(best.cents_per_euro().unwrap_or(0)));
        html.put("<p class=\"nl-paragraph md-best\">", &words.with("best", &[("from", &from), ("to", &to), ("cents", &cents)]), "</p>");
    }
    // Where more hours bring nothing is said at once, not only in the drawing.
    for stretch in answer.stretches.iter().filter(|stretch| stretch.shape != Shape::Rise && stretch.kept.to > answer.now.hours().0 / 100) {
        html.put("<p class=\"nl-paragraph\">", &curve::stretch_text(stretch, words), "</p>");
    }
    section(html, "now-then", words, |html| {
        bars::bars(html, &answer.now, &answer.plan.side, words);
        explain::table(html, answer, words);
    });
    if !answer.others.is_empty() {
        section(html, "plans", words, |html| compared(html, answer, words));
    }
    folded(html, "all-hours", words, open, |html| curve::curve(html, answer, words));
    folded(html, "months", words, open, |html| months::months(html, answer, words));
    section(html, "reports", words, |html| reports(html, answer, words));
    folded(html, "reasons", words, open, |html| explain::reasons(html, answer, words, place));
    if !place.schemes.is_empty() {
        folded(html, "schemes", words, open, |html| schemes::schemes(html, answer, words, place));
    }
    folded(html, "assumed", words, open, |html| assumed(html, answer, form, words));
    html.put("<div class=\"md-note md-note--plain\"><p><strong>", words.t("estimate"), "</strong> ").put(
        "",
        &words.with("estimate-date", &[("day", &words.day(answer.now.household.rules().amounts_on))]),
        " ",
    );
    call(html, words, place);
    html.raw("</p></div><div class=\"md-actions md-actions--start\" data-share hidden>");
    for (act, sign) in [("share", "share"), ("print", "printer")] {
        html.put("<button class=\"nl-button nl-button--secondary\" type=\"button\" data-act=\"", act, "\"><span class=\"nl-button__icon-start\">");
        icon(html, words, sign, "");
        html.put("</span><span class=\"nl-button__label\">", words.t(act), "</span></button>");
    }
    html.raw("</div>");
}

fn section(html: &mut Html, key: &str, words: &Words, body: impl FnOnce(&mut Html)) {
    html.put("<section class=\"md-section\" aria-labelledby=\"h-", key, "\"><h2 class=\"nl-heading nl-heading--level-2 md-section__heading\" id=\"h-")
        .put("", key, "\">")
        .put("", words.t(&format!("section-{key}")), "</h2>");
    body(html);
    html.raw("</section>");
}

/// A part that opens on demand.
fn folded(html: &mut Html, key: &str, words: &Words, open: &dyn Fn(&str) -> bool, body: impl FnOnce(&mut Html)) {
    html.put("<details class=\"md-fold\" id=\"fold-", key, "\"><summary class=\"md-fold__summary\"><h2 class=\"md-fold__title\">").put(
        "",
        words.t(&format!("section-{key}")),
        "</h2>",
    );
    icon(html, words, "chevron-down", "");
    html.raw("</summary><div class=\"md-fold__body\">");
    if open(&format!("fold-{key}")) {
        body(html);
    }
    html.raw("</div></details>");
}

/// Two or three plans beside each other.
fn compared(html: &mut Html, answer: &Answer, words: &Words) {
    let plans: Vec<&Plan> = std::iter::once(&answer.plan).chain(&answer.others).collect();
    html.put(
        "<section class=\"md-sums-scroll\" tabindex=\"0\" aria-labelledby=\"c-plans\"><table class=\"md-sums\"><caption id=\"c-plans\">",
        words.t("plans-caption"),
        "</caption><thead><tr><td></td>",
    );
    for plan in &plans {
        html.put("<th scope=\"col\" class=\"md-num\">", &words.with("hours-n", &[("n", &words.hours(plan.side.hours()))]), "</th>");
    }
    html.raw("</tr></thead><tbody>");
    let mut row = |key: &str, cell: &dyn Fn(&Plan) -> String| {
        html.put("<tr><th scope=\"row\">", words.t(key), "</th>");
        for plan in &plans {
            html.put("<td class=\"md-num\">", &cell(plan), "</td>");
        }
        html.raw("</tr>");
    };
    row("plans-left", &|plan| words.money(plan.side.left()));
    row("plans-change", &|plan| words.money(plan.change));
    row("plans-of-euro", &|plan| plan.cents_per_euro.map_or_else(|| "–".to_owned(), |cents| words.with("cents", &[("n", &words.whole(cents))])));
    row("plans-benefit", &|plan| words.money(plan.side.amount(crate::part::Part::Assistance)));
    html.raw("</tbody></table></section>");
}

fn reports(html: &mut Html, answer: &Answer, words: &Words) {
    html.raw("<ul class=\"md-reports\">");
    for report in &answer.reports {
        let name = report.as_str();
        html.put(
            "<li class=\"md-report\"><strong class=\"md-report__what\">",
            words.t(&format!("report-{name}")),
            "</strong> <span class=\"md-report__when\">",
        )
        .put("", words.t(&format!("report-{name}-when")), "</span> ")
        .text(words.t(&format!("report-{name}-text")))
        .raw("</li>");
    }
    html.raw("</ul>");
}

/// What was taken for granted, and what is not in it.
fn assumed(html: &mut Html, answer: &Answer, form: &Form, words: &Words) {
    if !answer.assumed.is_empty() {
        html.put("<h3 class=\"nl-heading nl-heading--level-3\">", words.t("not-known"), "</h3><ul class=\"md-later\">");
        for one in &answer.assumed {
            html.put("<li>", words.t(&format!("assumed-{}", name(one.unknown))), "");
            if to_five(one.more) > 0 {
                html.put(" ", &words.with("maybe-more", &[("amount", &words.about(one.more))]), "");
            }
            html.raw("</li>");
        }
        html.raw("</ul>");
    }
    html.put("<h3 class=\"nl-heading nl-heading--level-3\">", words.t("how-calculated"), "</h3><ul class=\"md-later\">");
    for key in ["year", "pension", "premium", "credit", "partner", "housemates", "ages", "disregard"] {
        if key == "partner" && form.get("household") != "partner" {
            continue;
        }
        html.put("<li>", words.t(&format!("simple-{key}")), "</li>");
    }
    html.put("</ul><h3 class=\"nl-heading nl-heading--level-3\">", words.t("not-covered"), "</h3><ul class=\"md-later\">");
    for key in ["second-job", "pension-age", "debts", "local", "other"] {
        html.put("<li>", words.t(&format!("left-out-{key}")), "</li>");
    }
    html.raw("</ul>");
    if matches!(form.get("savings"), "" | "unknown") {
        html.put("<p class=\"nl-paragraph\">", words.t("assumed-savings"), "</p>");
    }
}

const fn name(unknown: Unknown) -> &'static str {
    match unknown {
        Unknown::Age => "age",
        Unknown::PartnerAge => "partner-age",
        Unknown::ChildAges => "ages",
        Unknown::Housemates => "housemates",
        Unknown::Months => "months",
        Unknown::PartnerMonths => "partner-months",
        Unknown::Care => "care",
        Unknown::Letter => "letter",
    }
}

/// Everything that was answered, each with a button to change it: a button of the form above, so that the hours in it go along.
fn told(html: &mut Html, form: &Form, words: &Words, place: &Place) {
    html.put(
        "<section class=\"md-section\" aria-labelledby=\"h-told\"><h2 class=\"nl-heading nl-heading--level-2 md-section__heading\" id=\"h-told\">",
        words.t("told"),
        "</h2>",
    );
    html.raw("<dl class=\"utrecht-data-list utrecht-data-list--rows md-answers\">");
    for step in Step::ALL.into_iter().filter(|step| step.asked(form) && *step != Step::Plan) {
        let key = step.as_str();
        let said = answered(step, form, words, place);
        html.put("<div class=\"utrecht-data-list__item md-answer", if said.is_none() { " md-answer--open" } else { "" }, "\"><dt class=\"utrecht-data-list__item-key md-answer__question\">")
            .put("", words.t(key), "</dt><dd class=\"utrecht-data-list__item-value utrecht-data-list__item-value--html-dd md-answer__value\">")
            .text(said.as_deref().unwrap_or_else(|| words.t("unknown-short")))
            .put("</dd><dd class=\"utrecht-data-list__actions utrecht-data-list__actions--html-dd md-answer__action\"><button class=\"nl-link md-link-button\" type=\"submit\" form=\"", &place.form, "\" name=\"go\" value=\"change-")
            .put("", key, "\">")
            .put("", words.t("change"), "<span class=\"md-visually-hidden\">: ")
            .put("", words.t(key), "</span></button></dd></div>");
    }
    html.raw("</dl></section>");
}

//! The opening and the questions: one a screen.

use super::Place;
use super::parts::{NumberField, error, hidden, icon, summary};
use crate::form::Form;
use crate::html::Html;
use crate::step::{Field, Number, Step, belongs};
use crate::told::{Fault, Problem, read};
use crate::words::Words;
use rules::law::minimum_wage::minimum_wage;
use rules::{Cents, rule_set};

/// Opens the form with what is not on this screen.
fn open(html: &mut Html, form: &Form, place: &Place, step: &str, here: &[&str]) {
    html.put("<form class=\"md-question\" method=\"post\" action=\"", &place.action, "\" id=\"").put("", &place.form, "\" novalidate data-calculator>");
    hidden(html, form, step, here);
}

/// A button that takes the form further.
pub fn button(html: &mut Html, kind: &str, go: &str, label: &str) {
    html.put("<button class=\"nl-button nl-button--", kind, "\" type=\"submit\" name=\"go\" value=\"").text(go).put(
        "\"><span class=\"nl-button__label\">",
        label,
        "</span></button>",
    );
}

/// What it is, what it is not, and two ways to begin.
pub fn start(html: &mut Html, form: &Form, words: &Words, place: &Place) {
    html.put("<h1 class=\"nl-heading nl-heading--level-1\">", words.t("title"), "</h1>").put(
        "<p class=\"nl-paragraph nl-paragraph--lead\">",
        words.t("start-lead"),
        "</p>",
    );
    html.raw("<ul class=\"md-facts\">");
    for (sign, key) in [("clock", "start-time"), ("lock", "start-private"), ("info-circle", "start-estimate")] {
        html.raw("<li>");
        icon(html, words, sign, "");
        html.put("<span>", words.t(key), "</span></li>");
    }
    html.raw("</ul>");
    open(html, form, place, "start", &[]);
    html.raw("<div class=\"md-actions md-actions--start\">");
    button(html, "primary md-actions__main", "begin", words.t("begin"));
    button(html, "secondary", "example", words.t("example"));
    html.raw("</div></form>");
    html.put("<p class=\"nl-paragraph\">", words.t("start-not"), " ");
    call(html, words, place);
    html.raw("</p>");
}

/// "Bel 14 035", as a link.
pub fn call(html: &mut Html, words: &Words, place: &Place) {
    html.put("<a class=\"nl-link\" href=\"", &place.dial, "\">").put("", words.t("call"), " ").put("<bdi dir=\"ltr\">", &place.phone, "</bdi></a>");
}

/// One question.
pub fn question(html: &mut Html, step: Step, problems: &[Problem], form: &Form, words: &Words, place: &Place) {
    let fields = step.fields(form);
    let here: Vec<&str> = fields
        .iter()
        .map(|field| match field {
            Field::Choice { name, .. } | Field::Unknown { name } => *name,
            Field::Number { name, .. } => name.as_str(),
        })
        .collect();
    let key = step.as_str();
    summary(html, words, problems);
    let (done, all) = progress(step, form);
    html.put("<p class=\"md-step\">", &words.with("progress", &[("n", &words.whole(done)), ("all", &words.whole(all))]), "</p>");
    open(html, form, place, key, &here);
    // Enter presses the first button of a form: this one.
    html.put(
        "<button class=\"md-default-submit\" type=\"submit\" name=\"go\" value=\"next\" tabindex=\"-1\" aria-hidden=\"true\">",
        words.t("next"),
        "</button>",
    );
    let wrong_choice = problems.iter().any(|problem| problem.number.is_none());
    let help = format!("{key}-help");
    html.raw(if problems.is_empty() {
        "<div class=\"utrecht-form-fieldset md-question__field\">"
    } else {
        "<div class=\"utrecht-form-fieldset md-question__field utrecht-form-fieldset--invalid md-question__field--invalid\">"
    })
    .raw("<fieldset class=\"utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset\"");
    let choice_error = fields.iter().find_map(|field| match field {
        Field::Choice { name, .. } if wrong_choice => Some(format!("{name}-error")),
        _ => None,
    });
    let described: Vec<&str> = [words.has(&help).then_some("help"), choice_error.as_deref()].into_iter().flatten().collect();
    if !described.is_empty() {
        html.put(" aria-describedby=\"", &described.join(" "), "\"");
    }
    html.put("><legend class=\"utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend md-question__legend\"><h1 class=\"nl-heading nl-heading--level-1 md-question__title\" tabindex=\"-1\">", words.t(key), "</h1></legend>");
    if words.has(&help) {
        html.put("<p class=\"utrecht-form-field-description md-question__help\" id=\"help\">", &help_text(step, form, words, place), "</p>");
    }
    let alone = fields.iter().filter(|field| matches!(field, Field::Number { .. })).count() == 1;
    for field in &fields {
        match field {
            Field::Choice { name, options } => choices(html, step, name, options, &fields, form, problems, words, place),
            // Drawn under the choice it belongs to.
            Field::Number { with, .. } if !with.is_empty() => {}
            Field::Number { name, number, .. } => number_field(html, name, *number, alone, form, problems, words),
            Field::Unknown { name } => unknown(html, name, form, words),
        }
    }
    html.raw("</fieldset></div>");
    let why = format!("{key}-why");
    if words.has(&why) {
        html.raw("<details class=\"md-why\"><summary class=\"md-why__summary\">");
        icon(html, words, "info-circle", " md-icon--sm");
        html.put("<span>", words.t("why"), "</span></summary><p class=\"md-why__text\">").text(words.t(&why)).raw("</p></details>");
    }
    html.raw("<div class=\"md-actions md-actions--sticky\">");
    button(html, "primary md-actions__main", "next", words.t("next"));
    if form.get("back").is_empty() {
        button(html, "subtle", "back", words.t("back"));
    }
    if step.refines() || !form.get("back").is_empty() {
        button(html, "subtle", "answer", words.t("show-now"));
    }
    html.raw("</div></form>");
    if problems.iter().any(|problem| problem.fault == Fault::Pension) || matches!(step, Step::Hours | Step::PartnerHours) {
        html.put("<p class=\"nl-paragraph\">", words.t("ask-us"), " ");
        call(html, words, place);
        html.raw("</p>");
    }
}

/// Which question it is, of how many that this household is asked.
fn progress(step: Step, form: &Form) -> (i64, i64) {
    let asked = |up_to: Option<Step>| Step::ALL.into_iter().filter(|one| one.asked(form) && up_to.is_none_or(|last| *one <= last)).count();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    (count(asked(Some(step))), count(asked(None)))
}

/// The help of a question, with the amounts it names.
fn help_text(step: Step, form: &Form, words: &Words, place: &Place) -> String {
    let key = format!("{}-help", step.as_str());
    let Some(rules) = rule_set::on(place.today) else { return words.t(&key).to_owned() };
    let age = match form.get(if step == Step::PartnerWage { "partner_age" } else { "age" }) {
        "18" => 18,
        _ => 27,
    };
    let minimum = minimum_wage(&rules.minimum_wage, age).unwrap_or(rules.minimum_wage.adult);
    words.with(&key, &[("minimum", &words.money(minimum))])
}

#[allow(clippy::too_many_arguments, reason = "the parts of one screen")]
fn choices(html: &mut Html, step: Step, name: &str, options: &[&str], fields: &[Field], form: &Form, problems: &[Problem], words: &Words, place: &Place) {
    let wrong = error(html, words, problems, name);
    html.raw("<div class=\"md-options\">");
    for (at, value) in options.iter().enumerate() {
        let id = if at == 0 { name.to_owned() } else { format!("{name}-{}", at + 1) };
        let checked = form.get(name) == *value;
        html.put(
            "<label class=\"md-option\"><input class=\"utrecht-radio-button utrecht-radio-button--html-input md-option__input\" type=\"radio\" id=\"",
            &id,
            "\" name=\"",
        )
        .text(name)
        .put("\" value=\"", value, "\"")
        .raw(if checked { " checked" } else { "" })
        .raw(if wrong { " aria-invalid=\"true\">" } else { ">" })
        .put(
            "<span class=\"md-option__text\"><span class=\"md-option__label\">",
            &option_text(step, name, value, form, words, place),
            "</span></span></label>",
        );
        let numbers: Vec<(&String, Number)> = fields
            .iter()
            .filter_map(|field| match field {
                Field::Number { name, number, with } if !with.is_empty() && *with == *value => Some((name, *number)),
                _ => None,
            })
            .collect();
        under(html, &numbers, form, problems, words);
    }
    html.raw("</div>");
    let of_any: Vec<(&String, Number)> = fields
        .iter()
        .filter_map(|field| match field {
            Field::Number { name, number, with } if *with == crate::step::CARE => Some((name, *number)),
            _ => None,
        })
        .collect();
    under(html, &of_any, form, problems, words);
}

/// Numbers that belong to a choice; shown by the style sheet when it is chosen, and always without one that can.
fn under(html: &mut Html, numbers: &[(&String, Number)], form: &Form, problems: &[Problem], words: &Words) {
    if numbers.is_empty() {
        return;
    }
    html.raw("<div class=\"md-other\">");
    for (name, number) in numbers {
        number_field(html, name, *number, false, form, problems, words);
    }
    html.raw("</div>");
}

fn number_field(html: &mut Html, name: &str, number: Number, quiet: bool, form: &Form, problems: &[Problem], words: &Words) {
    let at = name.strip_prefix("child_").and_then(|n| n.parse::<i64>().ok());
    let label = match at {
        Some(n) => words.with("label-child", &[("n", &words.whole(n))]),
        None => words.t(&format!("label-{}", name.replace('_', "-"))).to_owned(),
    };
    let unit = match number {
        Number::Hours => words.t("unit-hours-a-week"),
        Number::Wage | Number::CarePrice => words.t("unit-an-hour"),
        Number::Rent => words.t("unit-a-month"),
        Number::ChildAge => words.t("unit-years"),
        Number::CareHours => words.t("unit-hours-a-month"),
        Number::Count(_) => "",
    };
    let field = NumberField { name, label: &label, help: "", unit, number, quiet, stepper: false };
    field.draw(html, words, form, problems);
}

fn unknown(html: &mut Html, name: &str, form: &Form, words: &Words) {
    html.put(
        "<p class=\"md-options__or\">",
        words.t("or"),
        "</p><label class=\"md-option\"><input class=\"utrecht-checkbox utrecht-checkbox--html-input md-option__input\" type=\"checkbox\" value=\"yes\" id=\"",
    )
    .text(name)
    .put("\" name=\"", name, "\"")
    .raw(if form.get(name).is_empty() { ">" } else { " checked>" })
    .put("<span class=\"md-option__text\"><span class=\"md-option__label\">", words.t("unknown"), "</span></span></label>");
}

/// The words of an option; savings name the limits of this household.
fn option_text(step: Step, name: &str, value: &str, form: &Form, words: &Words, place: &Place) -> String {
    if value == "unknown" {
        return words.t("unknown").to_owned();
    }
    let name = name.strip_prefix("partner_").unwrap_or(name);
    let key = format!("{name}-{}", value.replace('_', "-"));
    let Some(rules) = rule_set::on(place.today).filter(|_| step == Step::Savings) else { return words.t(&key).to_owned() };
    let limits = rules.assets.limits(form.get("household") == "partner", read(form, "children", Number::Count(10)).is_some_and(|n| n > 0));
    let euros = |euros: rules::Euros| words.whole(euros.0);
    words.with(&key, &[("assistance", &euros(limits.assistance)), ("rent", &euros(limits.rent)), ("healthcare", &euros(limits.healthcare))])
}

/// What was answered to a question, in a few words; for the list of answers. `None` when it was left open.
pub fn answered(step: Step, form: &Form, words: &Words, place: &Place) -> Option<String> {
    let number = |name: &str, number: Number| {
        read(form, name, number).map(|value| match number {
            number if number.is_money() => words.money(Cents(value)),
            Number::Count(_) | Number::ChildAge => words.whole(value),
            _ => words.decimal(value),
        })
    };
    let parts: Vec<String> = step
        .fields(form)
        .into_iter()
        .filter_map(|field| match field {
            Field::Choice { name, .. } => {
                Some(form.get(name)).filter(|value| !matches!(*value, "" | "unknown")).map(|value| option_text(step, name, value, form, words, place))
            }
            Field::Number { name, number: kind, with } => {
                let chosen = step.fields(form).iter().find_map(|field| match field {
                    Field::Choice { name, .. } => Some(form.get(name)),
                    _ => None,
                });
                number(&name, kind).filter(|_| chosen.is_none_or(|chosen| belongs(with, chosen))).map(|value| labelled(&name, kind, &value, words))
            }
            Field::Unknown { .. } => None,
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn labelled(name: &str, number: Number, value: &str, words: &Words) -> String {
    let key = match number {
        Number::Hours => "said-hours",
        Number::Wage | Number::CarePrice => "said-an-hour",
        Number::Rent => "said-a-month",
        Number::ChildAge => "said-years",
        Number::CareHours => "said-hours-a-month",
        Number::Count(_) if name.contains("months") => "said-months",
        Number::Count(_) => "said-number",
    };
    words.with(key, &[("n", value)])
}

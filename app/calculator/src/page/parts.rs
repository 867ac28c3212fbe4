//! What several screens have: icons, messages, hidden fields, number fields.

use crate::form::Form;
use crate::html::Html;
use crate::step::Number;
use crate::told::{Fault, Problem};
use crate::words::Words;
use rules::Cents;

/// A line icon, hidden from screen readers; content gives its outline.
pub fn icon(html: &mut Html, words: &Words, name: &str, size: &str) {
    html.put("<svg class=\"md-icon", size, "\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" ")
        .raw("stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"><path d=\"")
        .text(words.t(&format!("icon-{name}")))
        .raw("\"></path></svg>");
}

/// Everything typed elsewhere goes with this screen; `here` are the names of its own fields.
pub fn hidden(html: &mut Html, form: &Form, step: &str, here: &[&str]) {
    let mut field = |name: &str, value: &str| {
        html.put("<input type=\"hidden\" name=\"", name, "\" value=\"").text(value).raw("\">");
    };
    field("step", step);
    for (name, value) in form.filled().filter(|(name, _)| !here.contains(name)) {
        field(name, value);
    }
}

/// What is wrong with a field, in words.
pub fn message(words: &Words, problem: &Problem) -> String {
    let limit = |limit: i64| match problem.number {
        Some(number) if number.is_money() => words.money(Cents(limit)),
        Some(Number::Count(_) | Number::ChildAge) => words.whole(limit),
        _ => words.decimal(limit),
    };
    let kind = problem.number.map_or("choice", |number| if number.is_money() { "money" } else { "number" });
    let key = format!("problem-{}", problem.fault.as_str());
    let own = format!("{key}-{kind}");
    let key = if words.has(&own) { own } else { key };
    match problem.fault {
        Fault::TooLow(least) => words.with(&key, &[("limit", &limit(least))]),
        Fault::TooHigh(most) => words.with(&key, &[("limit", &limit(most))]),
        _ => words.t(&key).to_owned(),
    }
}

/// The summary of everything that is wrong, on top, with focus.
pub fn summary(html: &mut Html, words: &Words, problems: &[Problem]) {
    if problems.is_empty() {
        return;
    }
    html.raw("<div class=\"utrecht-alert utrecht-alert--error md-error-summary\" role=\"group\" aria-labelledby=\"error-title\"><div class=\"utrecht-alert__content\"><div class=\"utrecht-alert__message\">")
        .raw("<h2 class=\"nl-heading nl-heading--level-2 md-error-summary__title\" id=\"error-title\" tabindex=\"-1\" autofocus>");
    icon(html, words, "alert-triangle", "");
    html.put("<span>", words.t("problem-title"), "</span></h2><ul class=\"md-error-summary__list\">");
    for problem in problems {
        html.put("<li><a class=\"nl-link\" href=\"#", &problem.field, "\">").text(&message(words, problem)).raw("</a></li>");
    }
    html.raw("</ul></div></div></div>");
}

/// The message beside a field; gives whether there is one.
pub fn error(html: &mut Html, words: &Words, problems: &[Problem], field: &str) -> bool {
    let Some(problem) = problems.iter().find(|problem| problem.field == field) else { return false };
    html.put("<p class=\"utrecht-form-field-error-message md-error\" id=\"", field, "-error\">");
    icon(html, words, "alert-triangle", " md-icon--sm");
    html.put("<span>", &message(words, problem), "</span></p>");
    true
}

/// A number field.
pub struct NumberField<'a> {
    /// Its name and id.
    pub name: &'a str,
    /// The words above it.
    pub label: &'a str,
    /// A sentence under the label; may be empty.
    pub help: &'a str,
    /// The word after it; may be empty.
    pub unit: &'a str,
    /// How it is read.
    pub number: Number,
    /// Whether the label is only for screen readers: the question above says the same.
    pub quiet: bool,
    /// Buttons for less and more beside it.
    pub stepper: bool,
}

impl NumberField<'_> {
    /// Draws it with what was typed.
    pub fn draw(&self, html: &mut Html, words: &Words, form: &Form, problems: &[Problem]) {
        let wrong = problems.iter().any(|problem| problem.field == self.name);
        html.raw(if wrong { "<div class=\"utrecht-form-field md-field utrecht-form-field--invalid\">" } else { "<div class=\"utrecht-form-field md-field\">" })
            .put("<label class=\"", if self.quiet { "md-visually-hidden" } else { "utrecht-form-label" }, "\" for=\"")
            .text(self.name)
            .put("\">", self.label, "</label>");
        if !self.help.is_empty() {
            html.put("<p class=\"utrecht-form-field-description\" id=\"", self.name, "-help\">").text(self.help).raw("</p>");
        }
        error(html, words, problems, self.name);
        html.raw(if self.stepper { "<div class=\"md-stepper\">" } else { "<div class=\"md-amount\">" });
        if self.stepper {
            button(html, words, "less", "minus");
        }
        if self.number.is_money() {
            html.raw("<span class=\"md-amount__sign\" aria-hidden=\"true\">€</span>");
        }
        html.raw(if self.stepper { "<div class=\"md-stepper__field\">" } else { "" })
            .put(
                "<input class=\"utrecht-textbox utrecht-textbox--html-input md-stepper__input",
                if wrong { " utrecht-textbox--invalid" } else { "" },
                "\" type=\"text\" inputmode=\"",
            )
            .raw(if matches!(self.number, Number::Count(_) | Number::ChildAge) { "numeric" } else { "decimal" })
            .put("\" autocomplete=\"off\" dir=\"ltr\" id=\"", self.name, "\" name=\"")
            .text(self.name)
            .put("\" value=\"", form.get(self.name), "\"");
        let described = match (self.help.is_empty(), wrong) {
            (true, false) => String::new(),
            (false, false) => format!("{}-help", self.name),
            (true, true) => format!("{}-error", self.name),
            (false, true) => format!("{0}-help {0}-error", self.name),
        };
        if !described.is_empty() {
            html.put(" aria-describedby=\"", &described, "\"");
        }
        html.raw(if wrong { " aria-invalid=\"true\">" } else { ">" });
        if !self.unit.is_empty() {
            html.put("<span class=\"md-stepper__unit\" aria-hidden=\"true\">", self.unit, "</span>");
        }
        html.raw(if self.stepper { "</div>" } else { "" });
        if self.stepper {
            button(html, words, "more", "plus");
        }
        html.raw("</div></div>");
    }
}

fn button(html: &mut Html, words: &Words, go: &str, sign: &str) {
    html.put(
        "<button class=\"nl-button nl-button--secondary md-stepper__button\" type=\"submit\" name=\"go\" value=\"",
        go,
        "\"><span class=\"nl-button__icon-start\">",
    );
    icon(html, words, sign, "");
    html.put("</span><span class=\"nl-button__label\">", words.t(go), "</span></button>");
}

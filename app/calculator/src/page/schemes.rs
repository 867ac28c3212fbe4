//! Schemes of the municipality beside the answer: what this household could get, and whether the plan is within the limit.
//!
//! They are no part of what is left: whoever grants them looks at more than this page knows.

use super::Place;
use crate::answer::Answer;
use crate::html::Html;
use crate::words::Words;
use rules::Rate;
use rules::local::{Recipient, Scheme, Standing, income, standing};

const RECIPIENTS: [Recipient; 3] = [Recipient::Single, Recipient::SingleParent, Recipient::Couple];

/// One scheme as one line of text, for [`Place::schemes`]: its name and what it is for, the limit, and the amount for
/// each kind of household, ready to be read.
#[must_use]
pub fn scheme_line(scheme: &Scheme, name: &str, text: &str, words: &Words) -> String {
    let limit = scheme.income_limit.map(|Rate(limit)| limit.to_string()).unwrap_or_default();
    let amount = |recipient: Recipient| {
        let key = if scheme.unit.contains("month") && !scheme.unit.contains("12 months") { "scheme-month" } else { "scheme-year" };
        scheme.amount(recipient).map(|amount| words.with(key, &[("amount", &words.money(amount))])).unwrap_or_default()
    };
    let fields = [name.to_owned(), text.to_owned(), limit].into_iter().chain(RECIPIENTS.map(amount));
    fields.map(|field| field.replace(['\t', '\n'], " ")).collect::<Vec<_>>().join("\t")
}

/// The list; nothing when the municipality has named no schemes.
pub fn schemes(html: &mut Html, answer: &Answer, words: &Words, place: &Place) {
    let plan = &answer.plan.side;
    let situation = plan.household.situation();
    let recipient = Recipient::of(&situation.adults, !situation.children.is_empty());
    html.put("<p class=\"nl-paragraph\">", words.t("schemes-lead"), "</p><ul class=\"md-reports\">");
    for line in place.schemes.lines() {
        let mut fields = line.split('\t');
        let mut field = || fields.next().unwrap_or_default();
        let (name, text, limit) = (field(), field(), field().parse().ok().map(Rate));
        let amount = RECIPIENTS.into_iter().map(|one| (one, field())).find(|(one, _)| *one == recipient).map_or("", |(_, amount)| amount);
        let key = match standing(limit, income(&plan.outcome), plan.outcome.household.assistance_norm) {
            Standing::Within => "scheme-within",
            Standing::Above => "scheme-above",
            Standing::MayChange => "scheme-may-change",
        };
        html.raw("<li class=\"md-report\"><strong class=\"md-report__what\">").text(name).raw("</strong> <span class=\"md-report__when\">");
        html.text(if amount.is_empty() { words.t("scheme-unknown") } else { amount }).raw("</span> ").text(text).raw(" ").text(words.t(key)).raw("</li>");
    }
    html.raw("</ul>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Form;
    use crate::plan::Plans;
    use crate::turn::EXAMPLE;
    use rules::Day;
    use rules::local::Schemes;

    const FILE: &str = "id,name,legal_ref,valid_from,value,unit,source,confidence
town.supplement.single_parent,x,y,2026-01-01,640,EUR/12 months,z,verified-primary
town.supplement.pct,x,y,2026-01-01,130,% of norm,z,verified-primary
town.waiver.amounts,x,y,2026-01-01,,EUR/year,z,unknown
";

    fn drawn(hours: &str) -> String {
        let today = Day::parse("2026-11-22").unwrap();
        let words = Words::new(
            "nl",
            ["scheme-above", "scheme-may-change", "scheme-unknown", "scheme-within", "scheme-year={amount} per jaar"]
                .map(|word| word.split_once('=').unwrap_or((word, word)))
                .map(|(key, text)| (key.to_owned(), text.to_owned()))
                .to_vec(),
        );
        let lines: Vec<String> = Schemes::parse(FILE).unwrap().on(today).iter().map(|scheme| scheme_line(scheme, &scheme.id, "What\tit is", &words)).collect();
        let nothing = String::new;
        let (action, form, phone, dial, parameters) = (nothing(), nothing(), nothing(), nothing(), nothing());
        let place = Place { today, action, form, phone, dial, parameters, schemes: lines.join("\n") };
        let mut form = Form::of(EXAMPLE);
        form.set("plan", hours);
        let answer = Answer::of(&Plans::of(&form, today).unwrap()).unwrap();
        let mut html = Html::default();
        schemes(&mut html, &answer, &words, &place);
        html.done()
    }

    #[test]
    fn a_scheme_says_its_amount_for_this_household_and_where_the_plan_stands() {
        let few = drawn("16");
        assert!(few.contains("supplement</strong> <span class=\"md-report__when\">€\u{a0}640,00 per jaar</span> What it is scheme-within"), "{few}");
        assert!(few.contains("waiver</strong> <span class=\"md-report__when\">scheme-unknown</span> What it is scheme-may-change"), "{few}");
        let many = drawn("40");
        assert!(many.contains("What it is scheme-above"), "{many}");
    }
}

//! What is shared: as fields to choose, and in words.

use crate::components::{FieldError, Icon, OptionRow, Select};
use crate::visitor::{service, visitor};
use crate::{address, format};
use domain::intake::{Domain, Visibility};
use domain::mandate::{DAYS, OFFERED_DAYS, Part, Right, Scope};
use leptos::prelude::*;
use service::content::Words;
use service::intake::domain_text;
use service::mandate::Helper;
use service::typed::Typed;
use std::collections::BTreeSet;

/// What is shared, in words: a line for each domain and part.
pub fn lines(words: &Words, scope: &Scope) -> Vec<String> {
    let domain = |(domain, right): (&Domain, &Right)| {
        words.with(&format!("scope-{}", right.as_str().replace('_', "-")), &[("name", domain_text(words, *domain).into())])
    };
    let domains = scope.domains.iter().map(domain);
    domains.chain(scope.parts.iter().map(|part| words.t(&format!("part-{}", part.as_str())))).collect()
}

/// Who sees which domains now, with the way to change it; nothing where nobody does.
pub fn who_sees(words: &Words, resident: &str, helpers: &[Helper]) -> Vec<AnyView> {
    let sees = |helper: &Helper| {
        let domains: Vec<String> = helper.mandate.scope.domains.keys().map(|domain| domain_text(words, *domain)).collect();
        let text = words.with("helper-sees", &[("name", helper.name.as_str().into()), ("domains", domains.join(", ").into())]);
        let change = address::helpers(resident);
        let link =
            view! { <a class="nl-link" href=change>{words.t("answer-change")}<span class="md-visually-hidden">": " {words.t("helpers-title")}</span></a> };
        (!domains.is_empty()).then(|| view! { <div class="md-note"><Icon name="eye" /><p>{text} " " {link}</p></div> }.into_any())
    };
    helpers.iter().filter_map(sees).collect()
}

/// What is shared, as a list.
#[component]
pub fn ScopeList(scope: Scope) -> impl IntoView {
    let words = visitor().words;
    view! { <ul class="md-scope">{lines(&words, &scope).into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }
}

/// Whether a domain has anything that may be looked at without filling in.
fn has_something_to_see(domain: Domain) -> bool {
    service().content.intake.questions().any(|q| q.domain == Some(domain) && q.visible == Visibility::M)
}

/// The fields: each domain, the other parts, until when. It says what the resident `wanted` to share with a buddy when asked before;
/// nothing of it is chosen for them.
#[component]
pub fn ScopeFields(
    typed: Typed,
    #[prop(optional)] wanted: BTreeSet<Domain>,
    /// A caseworker fills it in, with the resident beside them.
    #[prop(optional)]
    desk: bool,
) -> impl IntoView {
    let words = if desk { visitor().words.at_desk() } else { visitor().words };
    let error = typed.problem("scope").map(|p| format::problem(&words, p, ""));
    let wrong = error.is_some();
    let label = words.t("helper-days");
    let days_error = typed.problem("days").map(|p| format::problem(&words, p, &label));
    let domain = |domain: Domain| {
        let mut options = vec![(String::new(), words.t("scope-choose-no"))];
        options.extend(has_something_to_see(domain).then(|| (Right::See.as_str().to_owned(), words.t("scope-choose-see"))));
        options.push((Right::FillIn.as_str().to_owned(), words.t("scope-choose-fill-in")));
        let chosen = typed.field(domain.as_str()).unwrap_or_default().to_owned();
        let why = if has_something_to_see(domain) { String::new() } else { words.t("scope-no-see") };
        view! { <Select id=domain.as_str() label=domain_text(&words, domain) help=why options=options chosen=chosen wrong=wrong /> }
    };
    let names: Vec<String> = wanted.iter().map(|domain| domain_text(&words, *domain)).collect();
    let before = (!names.is_empty()).then(|| words.with("scope-wanted", &[("domains", names.join(", ").into())]));
    let part = |part: Part| {
        let checked = typed.list("parts").iter().any(|p| p == part.as_str());
        view! { <OptionRow id=format!("part-{}", part.as_str()) name="parts[]" value=part.as_str() label=words.t(&format!("part-{}", part.as_str())) checked=checked many=true /> }
    };
    let chosen = typed.field("days").filter(|d| !d.is_empty()).map_or_else(|| DAYS.to_string(), ToOwned::to_owned);
    let days = OFFERED_DAYS.map(|days| (days.to_string(), words.t(&format!("helper-days-{days}")))).to_vec();
    view! {
        <fieldset class="md-side md-field" id="scope" tabindex="-1" aria-describedby=error.as_ref().map(|_| "scope-error")>
            <legend class="utrecht-form-label">{words.t("scope-title")}</legend>
            <p class="utrecht-form-field-description">{words.t("scope-help")}</p>
            <p class="utrecht-form-field-description">{words.t("scope-help-see")}</p>
            {before.map(|text| view! { <p class="utrecht-form-field-description">{text}</p> })}
            <FieldError id="scope-error" text=error.clone() />
            <div class="md-scope__domains">{Domain::ALL.map(domain).collect_view()}</div>
        </fieldset>
        <fieldset class="md-side md-field">
            <legend class="utrecht-form-label">{words.t("scope-parts")}</legend>
            <div class="md-options">{Part::WHOLE.map(part).collect_view()}</div>
        </fieldset>
        <Select id="days" label=label options=days chosen=chosen error=days_error />
    }
}

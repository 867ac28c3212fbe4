//! Does working extra hours pay off? Drawn by the crate `calculator`, here and in the browser alike.

use crate::components::{frame, icon_outline};
use crate::visitor::{Posted, assets, service, visitor};
use crate::{address, format};
use calculator::page::{Place, html, scheme_line};
use calculator::{Form, Words, turn};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use rules::Day;
use rules::local::Scheme;
use service::content::{Content, Locale};
use std::collections::BTreeMap;

/// The id of the form that another language takes along; the screens give it to theirs.
const FORM: &str = "calculation";
/// Icons of the screens.
const ICONS: [&str; 10] = ["alert-triangle", "check", "chevron-down", "clock", "info-circle", "lock", "minus", "plus", "printer", "share"];

/// The words of the calculator in one language, with the icons.
fn words(texts: &service::content::Words) -> Words {
    let icons = ICONS.iter().map(|name| (format!("icon-{name}"), icon_outline(name).to_owned()));
    let Locale { language, .. } = texts.locale;
    let all: BTreeMap<String, String> = texts.of_calculator().into_iter().chain(icons).collect();
    Words::new(language, all.into_iter().collect())
}

/// The municipality's schemes of a day, in the words of the page.
fn schemes(content: &Content, day: Day, texts: &service::content::Words, words: &Words) -> String {
    let line = |scheme: &Scheme| {
        let key = format!("scheme-{}", scheme.id);
        scheme_line(scheme, &texts.t(&key), &texts.attr(&key, "text"), words)
    };
    content.schemes.on(day).iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The opening, a question or the answer: whatever the posted form leads to.
#[component]
pub fn CalculatorPage() -> impl IntoView {
    let (visitor, service, assets) = (visitor(), service(), assets());
    let mut form = match use_context::<Posted>() {
        Some(Posted(fields)) => Form::of(fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))),
        None => {
            // Only the hours may stand in a link.
            let hours = use_query_map().read().get("hours").unwrap_or_default();
            Form::of([("plan", hours.as_str())])
        }
    };
    let screen = turn(&mut form);
    let words = words(&visitor.words);
    let number = service.content.municipality.telephone().to_owned();
    let today = service.clock.today().to_string();
    let day = Day::parse(&today).unwrap_or(Day::LAST);
    let place = Place {
        today: day,
        action: address::CALCULATOR.to_owned(),
        form: FORM.to_owned(),
        dial: format::dial(&number),
        phone: number.clone(),
        parameters: address::PARAMETERS.to_owned(),
        schemes: schemes(&service.content, day, &visitor.words, &words),
    };
    let drawn = html(&screen, &form, &words, &place);
    let (entry, wasm) = (assets.path("calculator.js"), assets.path("calculator_bg.wasm"));
    let script = crate::components::island(&entry, &wasm);
    let faulty = screen.is_faulty();
    frame(visitor.words.t("calculator-title")).faulty(faulty).language_by(FORM, address::CALCULATOR).show(view! {
        <div
            id="calculator"
            data-language=words.language().to_owned()
            data-today=today
            data-action=address::CALCULATOR
            data-form=FORM
            data-phone=place.phone
            data-dial=place.dial
            data-parameters=address::PARAMETERS
            data-schemes=place.schemes
            inner_html=drawn
        ></div>
        <template id="calculator-words">{words.lines()}</template>
        <script type="module" nonce=visitor.nonce.clone()>{script}</script>
    })
}

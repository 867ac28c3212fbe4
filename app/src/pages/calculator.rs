//! Does working extra hours pay off? Drawn by the crate `calculator`, here and in the browser alike.

use super::load::load;
use crate::components::{Notice, QuietButton, frame, icon_outline};
use crate::visitor::{Posted, Visitor, assets, service, visitor};
use crate::{address, api, format};
use calculator::page::{Place, html, scheme_line};
use calculator::{Form, Words, turn};
use domain::intake::{Answers, Kept};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use rules::Day;
use rules::local::Scheme;
use server_fn::ServerFn;
use service::content::{Content, Locale};
use service::typed::Typed;
use service::{Error, Service};
use std::collections::BTreeMap;

/// The id of the form that another language takes along; the screens give it to theirs.
const FORM: &str = "calculation";
/// The field that asks to begin with what was told in the intake.
const FROM_INTAKE: &str = "from_intake";
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

/// What a signed-in resident has here that nobody else has.
#[derive(Default)]
struct Own {
    /// Whose; empty for everybody else.
    resident: String,
    /// What the intake can fill in.
    intake: Vec<(&'static str, String)>,
    /// What was typed when keeping it did not work out, and a word about it.
    typed: Typed,
}

async fn own(visitor: Visitor, service: Service) -> Result<Own, Error> {
    let Some((session, resident)) = visitor.session.as_ref().and_then(|session| Some((session, session.actor.resident()?.to_owned()))) else {
        return Ok(Own::default());
    };
    let answers = service.told_in_intake(&session.actor, &resident).await?;
    Ok(Own { intake: from_intake(&answers), typed: service.typed(session, api::CALCULATOR).await?, resident })
}

/// The fields that answers of the intake can fill: with whom (S1), and hours of paid work (W1, W1a).
fn from_intake(answers: &Answers) -> Vec<(&'static str, String)> {
    let given = |step: &str| answers.get(step).and_then(|kept| if let Kept::Given(raw) = kept { Some(raw) } else { None });
    let chosen = |step: &str, option: &str| given(step).is_some_and(|raw| raw.choices.iter().any(|choice| choice == option));
    let mut fields = Vec::new();
    if ["partner", "partner_children"].iter().any(|option| chosen("S1", option)) {
        fields.push(("household", "partner".to_owned()));
    } else if ["alone", "children"].iter().any(|option| chosen("S1", option)) {
        fields.push(("household", "alone".to_owned()));
    }
    if ["alone", "partner"].iter().any(|option| chosen("S1", option)) {
        fields.extend([("children", "0".to_owned()), ("housemates", "0".to_owned())]);
    }
    match given("W1a") {
        Some(raw) if chosen("W1", "paid") => fields.push(("hours", raw.number.clone())),
        None if given("W1").is_some() && !chosen("W1", "paid") => fields.push(("hours", "0".to_owned())),
        _ => {}
    }
    fields
}

/// What the form holds: what was posted, what was typed before, or the hours of a link.
fn posted(own: &Own) -> Form {
    match use_context::<Posted>() {
        Some(Posted(fields)) if fields.iter().any(|(name, _)| name == FROM_INTAKE) => {
            let mut form = Form::of(own.intake.iter().map(|(name, value)| (*name, value.as_str())));
            form.set("go", "begin");
            form
        }
        Some(Posted(fields)) => Form::of(fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))),
        None if !own.typed.fields.is_empty() => {
            let mut form = Form::of(own.typed.fields.iter().filter_map(|(name, values)| Some((name.as_str(), values.first()?.as_str()))));
            form.set("go", "show");
            form
        }
        None => {
            // Only the hours may stand in a link.
            let hours = use_query_map().with_untracked(|query| query.get("hours")).unwrap_or_default();
            Form::of([("plan", hours.as_str())])
        }
    }
}

/// The opening, a question or the answer: whatever the posted form leads to.
#[component]
pub fn CalculatorPage() -> impl IntoView {
    load(own, |own: Own| {
        let (visitor, service, assets) = (visitor(), service(), assets());
        let mut form = posted(&own);
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
            <Notice key=own.typed.notice.clone() />
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
            {(!own.intake.is_empty()).then(|| view! { <Begin /> })}
            {(!own.resident.is_empty()).then(|| view! { <Keep resident=own.resident.clone() /> })}
            <template id="calculator-words">{words.lines()}</template>
            <script type="module" nonce=visitor.nonce.clone()>{script}</script>
        })
    })
}

/// Begins with what the intake knows, when the resident wants that. Seen beside the opening only (the style sheet).
#[component]
fn Begin() -> impl IntoView {
    let words = visitor().words;
    view! {
        <form class="md-beside md-beside--start" method="post" action=address::CALCULATOR>
            <input type="hidden" name=FROM_INTAKE value="yes" />
            <p class="nl-paragraph">{words.t("calculation-begin-text")}</p>
            <QuietButton label=words.t("calculation-begin") kind="secondary" />
        </form>
    }
}

/// Keeps the calculation in the resident's file: the button takes the form on the screen along. Seen beside an answer only.
#[component]
fn Keep(resident: String) -> impl IntoView {
    let words = visitor().words;
    view! {
        <section class="md-beside md-beside--answer" aria-labelledby="keep">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="keep">{words.t("calculation-keep")}</h2>
            <p class="nl-paragraph">{words.t("calculation-keep-text")}</p>
            <input type="hidden" form=FORM name="resident" value=resident />
            <label class="md-option">
                <input class="utrecht-checkbox utrecht-checkbox--html-input md-option__input" type="checkbox" form=FORM name="shown" value="yes" />
                <span class="md-option__text"><span class="md-option__label">{words.t("calculation-keep-show")}</span></span>
            </label>
            <div class="md-actions md-actions--start">
                <button class="nl-button nl-button--secondary" type="submit" form=FORM formaction=api::SaveCalculation::url()>
                    <span class="nl-button__label">{words.t("keep")}</span>
                </button>
            </div>
        </section>
    }
}

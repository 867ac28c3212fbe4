//! What the resident keeps about how to be reached and addressed.

use super::load::{load, param};
use crate::components::{Back, MainButton, Notice, OptionRow, ProblemSummary, Select, TextInput, frame};
use crate::format::{self, telephone};
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::access::Action;
use domain::profile::{Address, Contact, Profile};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Locale;
use service::file::File;
use service::typed::Typed;

/// Switches of the profile: field and icon.
const SWITCHES: [(&str, &str); 7] = [
    ("short_messages", "message"),
    ("small_steps", "list"),
    ("paper", "printer"),
    ("pictures", "photo"),
    ("read_aloud", "volume"),
    ("companion", "users"),
    ("quiet_place", "home"),
];

const fn contact_icon(contact: Contact) -> &'static str {
    match contact {
        Contact::Portal => "bell",
        Contact::Sms => "device-mobile-message",
        Contact::Email => "mail",
        Contact::Phone => "phone",
        Contact::Letter => "file-text",
    }
}

fn is_on(profile: &Profile, field: &str) -> bool {
    match field {
        "short_messages" => profile.short_messages,
        "small_steps" => profile.small_steps,
        "paper" => profile.paper,
        "pictures" => profile.pictures,
        "read_aloud" => profile.read_aloud,
        "companion" => profile.companion,
        "quiet_place" => profile.quiet_place,
        _ => false,
    }
}

/// The profile page.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let file = service.open_file(visitor.actor()?, Action::KeepProfile, &resident).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("profile/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((file, typed))
        },
        |(file, typed): (File, Typed)| view! { <ProfileBody file=file typed=typed /> },
    )
}

#[component]
fn ProfileBody(file: File, typed: Typed) -> impl IntoView {
    let (words, service) = (visitor().words, service());
    let profile = file.profile.clone();
    let faulty = !typed.problems.is_empty();
    let value = |field: &str, kept: &str| typed.field(field).filter(|_| !typed.fields.is_empty()).unwrap_or(kept).to_owned();
    let label = |field: &str| words.t(&format!("profile-{field}"));
    let error = |field: &str| typed.problem(field).map(|p| format::problem(&words, p, &label(field)));
    let summary: Vec<(String, String)> = typed.problems.iter().map(|p| (p.field.to_string(), format::problem(&words, p, &label(&p.field)))).collect();
    let form = service.settings.municipality.form;
    let languages: Vec<(String, String)> = service
        .settings
        .municipality
        .languages
        .iter()
        .filter_map(|c| Locale::parse(c, form))
        .map(|l| (l.language.to_owned(), l.own_name().to_owned()))
        .collect();
    let language = value("language", if profile.language.is_empty() { visitor().locale().language } else { &profile.language });
    let (contact, address_form) = (value("contact", profile.contact.as_str()), value("address", profile.address.as_str()));
    let on = |field: &str| if typed.fields.is_empty() { is_on(&profile, field) } else { typed.list("ticked").iter().any(|t| t == field) };
    let switches = SWITCHES
        .iter()
        .map(|(field, icon)| {
            let label = words.t(&format!("profile-{}", field.replace('_', "-")));
            view! { <OptionRow id=format!("ticked-{field}") name="ticked[]" value=*field label=label checked=on(field) many=true icon=(*icon).to_owned() /> }
        })
        .collect_view();
    frame(words.t("profile-title")).faulty(faulty).show(view! {
            <div class="md-topline"><Back href=address::home(file.resident()) label=words.t("to-overview") /></div>
            <ProblemSummary problems=summary />
            <h1 class="nl-heading nl-heading--level-1">{words.t("profile-title")}</h1>
            <Notice key=typed.notice.clone() />
            <p class="md-form-intro">{words.t("profile-intro")}</p>
            <form class="md-form" method="post" action=api::KeepProfile::url() novalidate>
                <input type="hidden" name="resident" value=file.resident().to_owned() />
                <input type="hidden" name="base" value=file.profile_version.to_string() />
                <TextInput id="called" label=label("called") help=words.with("profile-called-help", &[("name", profile.first_name.as_str().into())]) value=value("called", &profile.called) error=error("called") autocomplete="given-name" />
                <TextInput id="phone" label=label("phone") help=words.t("profile-phone-help") value=value("phone", &telephone(&profile.phone)) error=error("phone") inputmode="tel" autocomplete="tel" />
                <TextInput id="email" label=label("email") value=value("email", &profile.email) error=error("email") inputmode="email" autocomplete="email" />
                <Select id="language" label=label("language") options=languages chosen=language error=error("language") languages=true />
                {group(label("contact"), view! {
                    <div class="md-options md-options--compact">
                        {Contact::ALL
                            .into_iter()
                            .map(|c| {
                                let label = words.t(&format!("contact-{}", c.as_str()));
                                view! { <OptionRow id=format!("contact-{}", c.as_str()) name="contact" value=c.as_str() label=label checked=contact == c.as_str() icon=contact_icon(c).to_owned() /> }
                            })
                            .collect_view()}
                    </div>
                })}
                {group(label("address"), view! {
                    <div class="md-options md-options--inline">
                        {Address::ALL
                            .into_iter()
                            .map(|a| {
                                let label = words.t(&format!("address-{}", a.as_str().replace('_', "-")));
                                view! { <OptionRow id=format!("address-{}", a.as_str()) name="address" value=a.as_str() label=label checked=address_form == a.as_str() /> }
                            })
                            .collect_view()}
                    </div>
                })}
                {group(label("helps"), view! {<div class="md-options md-options--compact">{switches}</div>})}
                <div class="md-actions"><MainButton label=words.t("keep") /></div>
            </form>
        })
}

fn group(legend: String, body: impl IntoView + 'static) -> AnyView {
    view! {
        <div class="utrecht-form-fieldset md-field">
            <fieldset class="utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset">
                <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend md-legend-small">{legend}</legend>
                {body}
            </fieldset>
        </div>
    }
    .into_any()
}

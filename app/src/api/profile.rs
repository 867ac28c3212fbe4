//! The resident's own profile.

use super::go::{Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use domain::profile::{Address, Contact};
use leptos::prelude::*;
use service::content::Locale;
use service::resident::ProfileForm;

/// Keeps the profile.
#[server(prefix = "/api", endpoint = "profile/keep")]
pub async fn keep_profile(
    #[server(default)] resident: String,
    #[server(default)] base: String,
    #[server(default)] called: String,
    #[server(default)] phone: String,
    #[server(default)] email: String,
    #[server(default)] language: String,
    #[server(default)] contact: String,
    #[server(default)] address: String,
    #[server(default)] ticked: Vec<String>,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = Form::new(format!("profile/{resident}"), address::profile(&resident))
        .field("called", &called)
        .field("phone", &phone)
        .field("email", &email)
        .field("language", &language)
        .field("contact", &contact)
        .field("address", &address)
        .list("ticked", &ticked);
    let address_form = Address::parse(&address).unwrap_or_default();
    let typed =
        ProfileForm { called, phone, email, language: language.clone(), contact: Contact::parse(&contact).unwrap_or_default(), address: address_form, ticked };
    let kept = async {
        service.keep_profile(visitor.actor()?, &resident, base.parse().unwrap_or(0), typed).await?;
        if let (Some(session), Some(locale)) = (&visitor.session, Locale::parse(&language, service.settings.municipality.form)) {
            service.set_language(session, locale.language).await?;
            service.set_address(session, address_form).await?;
        }
        Ok(())
    };
    form.done(&visitor, kept.await, |()| address::profile(&resident), "notice-profile-kept").await
}

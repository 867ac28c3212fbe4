//! Appointments, and the address of a calendar subscription.

use super::go::{self, Answer, Form};
use crate::address;
use crate::visitor::{Visitor, service, visitor};
use domain::access::Role;
use domain::agreement::Side;
use domain::appointment::Typed as TypedAppointment;
use leptos::prelude::*;
use service::Error;
use service::typed::Typed;

fn side(visitor: &Visitor) -> Side {
    if visitor.actor().is_ok_and(|a| a.role == Role::Caseworker) { Side::Municipality } else { Side::Resident }
}

fn form(visitor: &Visitor, resident: &str) -> Form {
    Form::new(format!("appointments/{resident}"), address::appointments(resident, side(visitor)))
}

/// Makes an appointment.
#[server(prefix = "/api", endpoint = "appointment/make")]
pub async fn make_appointment(
    #[server(default)] resident: String,
    #[server(default)] way: String,
    #[server(default)] day: String,
    #[server(default)] time: String,
    #[server(default)] minutes: String,
    #[server(default)] about: String,
    #[server(default)] sure: String,
    #[server(default)] form_key: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let typed = TypedAppointment { way, day, time, minutes, about, sure };
    let fields = [("way", &typed.way), ("day", &typed.day), ("time", &typed.time), ("minutes", &typed.minutes), ("about", &typed.about)];
    let form = fields.into_iter().fold(form(&visitor, &resident), |form, (name, value)| form.field(name, value));
    let made = async { service.make_appointment(visitor.actor()?, &resident, &typed, &form_key).await };
    let here = address::appointments(&resident, side(&visitor));
    form.done(&visitor, made.await, |()| here, "notice-appointment-made").await
}

/// Cancels an appointment.
#[server(prefix = "/api", endpoint = "appointment/cancel")]
pub async fn cancel_appointment(#[server(default)] resident: String, #[server(default)] appointment: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let cancelled = async { service.cancel_appointment(visitor.actor()?, &resident, &appointment).await };
    let here = address::appointments(&resident, side(&visitor));
    form(&visitor, &resident).done(&visitor, cancelled.await, |()| here, "notice-appointment-cancelled").await
}

/// Makes a calendar address; it is shown once.
#[server(prefix = "/api", endpoint = "calendar/make")]
pub async fn make_calendar_address(#[server(default)] resident: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let Some(session) = visitor.session.clone() else {
        go::refuse(&Error::SignedOut);
        return Ok(());
    };
    let made = async {
        let token = service.make_calendar_address(visitor.actor()?, &resident).await?;
        let mut typed = Typed::notice("notice-calendar-made");
        typed.fields.insert("calendar".to_owned(), vec![address::calendar(&token)]);
        service.keep_typed(&session, &format!("appointments/{resident}"), &typed).await
    };
    match made.await {
        Ok(()) => go::to(&address::appointments(&resident, Side::Resident)),
        Err(error) => go::refuse(&error),
    }
    Ok(())
}

/// Stops the calendar address.
#[server(prefix = "/api", endpoint = "calendar/revoke")]
pub async fn revoke_calendar_address(#[server(default)] resident: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let revoked = async { service.revoke_calendar_address(visitor.actor()?, &resident).await };
    let here = address::appointments(&resident, Side::Resident);
    form(&visitor, &resident).done(&visitor, revoked.await, |()| here, "notice-calendar-revoked").await
}

//! The journey: that somebody was spoken to, and how residents find each part.

use super::go::{Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use domain::agreement::Side;
use domain::appointment::Way;
use domain::journey::Feeling;
use leptos::prelude::*;
use service::Error;

/// Records that the caseworker spoke with the resident.
#[server(prefix = "/api", endpoint = "journey/spoken")]
pub async fn record_talk(#[server(default)] resident: String, #[server(default)] way: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let kept = async {
        let way = Way::parse(&way).ok_or(Error::NotFound)?;
        service.record_talk(visitor.actor()?, &resident, way).await
    };
    let here = address::journey(&resident, Side::Municipality);
    Form::new(format!("journey/{resident}"), here.clone()).done(&visitor, kept.await, |()| here, "notice-talk-kept").await
}

/// Counts how a resident finds this part of the journey: anonymous.
#[server(prefix = "/api", endpoint = "journey/feeling")]
pub async fn count_feeling(#[server(default)] resident: String, #[server(default)] stage: String, #[server(default)] feeling: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let counted = async {
        let feeling = Feeling::parse(&feeling).ok_or(Error::NotFound)?;
        service.count_feeling(visitor.actor()?, &resident, &stage, feeling).await
    };
    let here = address::journey(&resident, Side::Resident);
    Form::new(format!("journey/{resident}"), here.clone()).done(&visitor, counted.await, |()| here, "notice-feeling").await
}

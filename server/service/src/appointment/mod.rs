//! Appointments: made by a caseworker, seen and cancelled by both sides, as a calendar file and in a subscription.

mod calendar;
mod subscribe;

pub use calendar::{Entry, calendar};

use crate::clock::at_local;
use crate::event::{self, EventKind};
use crate::file::File;
use crate::keys::Context;
use crate::request::Request;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor, Role};
use domain::appointment::{Typed, Way};
use domain::request::RequestKind;
use domain::{Problem, ProblemCode};

/// An appointment.
#[derive(Clone)]
pub struct Appointment {
    /// Row id.
    pub id: String,
    /// How they meet.
    pub way: Way,
    /// When it begins, in milliseconds.
    pub starts_at: i64,
    /// How long, in minutes.
    pub minutes: i64,
    /// What it is about; empty for nothing said.
    pub about: String,
    /// With whom.
    pub made_by: String,
    /// Who cancelled it and when.
    pub cancelled: Option<(String, i64)>,
    /// One more at each change.
    pub version: i64,
}

impl Appointment {
    /// Whether it is still to come.
    #[must_use]
    pub const fn comes(&self, now: i64) -> bool {
        self.cancelled.is_none() && self.starts_at + self.minutes * 60_000 > now
    }
}

fn place(id: &str) -> Context {
    Context::new("appointment", &[id])
}

type Row = (String, String, i64, i64, Vec<u8>, String, Option<String>, Option<i64>, i64);

impl Service {
    /// The appointments of a resident, the next one first, then those that were. The caller has opened the file.
    pub(crate) async fn appointments_of(&self, file: &File) -> Result<Vec<Appointment>> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, way, starts_at, minutes, sealed_about, made_by, cancelled_by, cancelled_at, version FROM appointment WHERE resident = $1 \
             ORDER BY starts_at DESC",
        )
        .bind(file.resident())
        .fetch_all(self.db.read())
        .await?;
        let open = |(id, way, starts_at, minutes, sealed, made_by, by, at, version): Row| {
            let way = Way::parse(&way).ok_or_else(|| Error::internal("an appointment has an unknown way"))?;
            let about = String::from_utf8_lossy(&file.key.open(&place(&id), &sealed)?).into_owned();
            Ok(Appointment { id, way, starts_at, minutes, about, made_by, cancelled: by.zip(at), version })
        };
        let mut all = rows.into_iter().map(open).collect::<Result<Vec<_>>>()?;
        let now = self.clock.now();
        all.sort_by_key(|a| if a.comes(now) { (0, a.starts_at) } else { (1, -a.starts_at) });
        Ok(all)
    }

    /// The appointments of a resident, for the resident or a caseworker, whether there is a calendar address, and what the
    /// resident asked for that is not planned yet.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn appointments(&self, actor: &Actor, resident: &str) -> Result<(File, Vec<Appointment>, bool, Option<Request>)> {
        let file = self.open_file(actor, reading(actor), resident).await?;
        let all = self.appointments_of(&file).await?;
        let address: Option<(i64,)> =
            sqlx::query_as("SELECT made_at FROM calendar_address WHERE resident = $1").bind(resident).fetch_optional(self.db.read()).await?;
        let asked = self.requests(&file).await?.into_iter().find(|r| r.kind == RequestKind::Appointment && r.settled.is_none());
        Ok((file, all, address.is_some(), asked))
    }

    /// Makes an appointment. A second tap on the same form (`form_key`) makes no second one. A resident who asked for a
    /// talk has it by that: the request is over.
    ///
    /// # Errors
    /// [`Error::Invalid`] field by field.
    pub async fn make_appointment(&self, actor: &Actor, resident: &str, typed: &Typed, form_key: &str) -> Result<()> {
        let file = self.open_file(actor, Action::Review, resident).await?;
        let slot = typed.slot(self.clock.today()).map_err(Error::Invalid)?;
        let not_there = || Error::Invalid(vec![Problem::new("time", ProblemCode::NotATime)]);
        // An hour that the clock skips in spring, or one that has passed today.
        let starts_at = at_local(slot.day, slot.time).filter(|at| *at > self.clock.now()).ok_or_else(not_there)?;
        if !crate::is_form_key(form_key) {
            return Err(Error::NotFound);
        }
        let id = format!("{resident}-{form_key}");
        let sealed = file.key.seal(&place(&id), typed.about.trim().as_bytes())?;
        let (resident, by, now) = (resident.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let done = sqlx::query(
                        "INSERT INTO appointment (id, resident, way, starts_at, minutes, sealed_about, made_by, made_at, version) \
                         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0) ON CONFLICT (id) DO NOTHING",
                    );
                    let done = done.bind(id).bind(&resident).bind(slot.way.as_str()).bind(starts_at).bind(slot.minutes).bind(sealed).bind(&by).bind(now);
                    if done.execute(&mut *tx).await?.rows_affected() == 0 {
                        return Ok(());
                    }
                    event::record(&mut *tx, &resident, EventKind::AppointmentMade, slot.way.as_str(), &by, now).await?;
                    let asked: Vec<(String,)> = sqlx::query_as(
                        "UPDATE request SET settled_by = $1, settled_at = $2 WHERE resident = $3 AND kind = 'appointment' AND settled_at IS NULL RETURNING reference",
                    )
                    .bind(&by)
                    .bind(now)
                    .bind(&resident)
                    .fetch_all(&mut *tx)
                    .await?;
                    for (reference,) in asked {
                        event::record(&mut *tx, &resident, EventKind::RequestClosed, &reference, &by, now).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// Cancels an appointment that is still to come; either side may.
    ///
    /// # Errors
    /// [`Error::Conflict`] when it was, or was cancelled already.
    pub async fn cancel_appointment(&self, actor: &Actor, resident: &str, id: &str) -> Result<()> {
        let action = if actor.role == Role::Resident { Action::SendRequest } else { Action::Review };
        self.open_file(actor, action, resident).await?;
        let (resident, id, by, now) = (resident.to_owned(), id.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let row: Option<(String,)> = sqlx::query_as(
                        "UPDATE appointment SET cancelled_by = $1, cancelled_at = $2, version = version + 1 \
                         WHERE id = $3 AND resident = $4 AND cancelled_at IS NULL AND starts_at > $2 RETURNING way",
                    )
                    .bind(&by)
                    .bind(now)
                    .bind(&id)
                    .bind(&resident)
                    .fetch_optional(&mut *tx)
                    .await?;
                    let Some((way,)) = row else { return Err(Error::Conflict("appointment")) };
                    event::record(tx, &resident, EventKind::AppointmentCancelled, &way, &by, now).await
                })
            })
            .await
    }

    /// One appointment as a calendar file.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none or the actor may not.
    pub async fn appointment_file(&self, actor: &Actor, resident: &str, id: &str) -> Result<String> {
        let file = self.open_file(actor, reading(actor), resident).await?;
        let found = self.appointments_of(&file).await?.into_iter().find(|a| a.id == id).ok_or(Error::NotFound)?;
        Ok(calendar(&[self.entry(&file, &found)], self.clock.now()))
    }

    /// What a calendar shows of an appointment: when and where, never with whom or what about.
    fn entry(&self, file: &File, a: &Appointment) -> Entry {
        let form = self.settings.municipality.form;
        let locale = crate::content::Locale::parse(&file.profile.language, form).unwrap_or(crate::content::Locale::dutch(form));
        let words = self.content.texts.words(locale);
        let place = match a.way {
            Way::Desk => self.content.municipality.address.visit.join(", "),
            Way::Phone | Way::Home => words.t(&format!("appointment-way-{}", a.way.as_str())),
        };
        Entry {
            // Our id holds the resident's: the calendar gets a hash of it.
            uid: subscribe::hashed(&a.id),
            starts_at: a.starts_at,
            minutes: a.minutes,
            title: words.with("appointment-calendar-title", &[("place", self.content.municipality.place.as_str().into())]),
            place,
            cancelled: a.cancelled.is_some(),
            version: a.version,
        }
    }
}

fn reading(actor: &Actor) -> Action {
    if actor.role == Role::Resident { Action::ReadOwn } else { Action::ReadSent }
}

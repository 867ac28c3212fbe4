//! What a caseworker or coordinator does with a review: take, hand over, settle, conclude.

use crate::event::{self, EventKind};
use crate::{Error, Result, Service};
use domain::access::{Action, Actor, Role};
use domain::review::{Event, State, next};
use domain::{Problem, ProblemCode};
use sqlx::AnyConnection;

/// To whom a review goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandOver {
    /// To this caseworker, and so to their team.
    Caseworker(String),
    /// To this team, to be taken by somebody.
    Team(String),
}

/// Moves the review of `resident` to the state after `event`.
///
/// # Errors
/// [`Error::Conflict`] when the event cannot happen now.
pub(super) async fn transition(tx: &mut AnyConnection, resident: &str, event: Event, now: i64) -> Result<State> {
    let row: Option<(String, Option<String>)> =
        sqlx::query_as("SELECT v.state, r.caseworker FROM review v JOIN resident r ON r.id = v.resident WHERE v.resident = $1")
            .bind(resident)
            .fetch_optional(&mut *tx)
            .await?;
    let Some((state, caseworker)) = row else { return Err(Error::Conflict("review")) };
    let before = State::parse(&state).ok_or_else(|| Error::internal("a review has an unknown state"))?;
    let after = next(before, event, caseworker.is_some()).ok_or(Error::Conflict("review"))?;
    let done = sqlx::query(
        "UPDATE review SET state = $1, state_at = CASE WHEN state = $1 THEN state_at ELSE $2 END, version = version + 1 WHERE resident = $3 AND state = $4",
    )
    .bind(after.as_str())
    .bind(now)
    .bind(resident)
    .bind(before.as_str())
    .execute(tx)
    .await?;
    if done.rows_affected() == 0 { Err(Error::Conflict("review")) } else { Ok(after) }
}

impl Service {
    /// Takes the review of a resident.
    ///
    /// # Errors
    /// [`Error::Conflict`] when somebody else took it since the actor saw it (`seen` is whom they saw).
    pub async fn take(&self, actor: &Actor, resident: &str, seen: Option<&str>) -> Result<()> {
        self.open_file(actor, Action::Review, resident).await?;
        self.assign(actor, resident, seen.map(str::to_owned), HandOver::Caseworker(actor.person.clone()), actor.team.clone(), EventKind::Taken).await
    }

    /// Hands the review over.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown caseworker or team; [`Error::Invalid`] for none; [`Error::Conflict`] as for [`Service::take`].
    pub async fn hand_over(&self, actor: &Actor, resident: &str, seen: Option<&str>, to: Option<HandOver>) -> Result<()> {
        let action = if actor.role == Role::Coordinator { Action::DivideWork } else { Action::HandOver };
        self.open_file(actor, action, resident).await?;
        let to = to.ok_or_else(|| Error::Invalid(vec![Problem::new("to", ProblemCode::Empty)]))?;
        let team = match &to {
            HandOver::Team(team) => self.settings.team(team).ok_or(Error::NotFound)?.id.clone(),
            HandOver::Caseworker(id) => {
                let person = self.person(id).await?;
                if person.role != Role::Caseworker {
                    return Err(Error::NotFound);
                }
                person.team.ok_or(Error::NotFound)?
            }
        };
        self.assign(actor, resident, seen.map(str::to_owned), to, Some(team), EventKind::HandedOver).await
    }

    async fn assign(&self, actor: &Actor, resident: &str, seen: Option<String>, to: HandOver, team: Option<String>, kind: EventKind) -> Result<()> {
        let (resident, by, now) = (resident.to_owned(), actor.person.clone(), self.clock.now());
        let (caseworker, detail) = match to {
            HandOver::Caseworker(id) => (Some(id.clone()), id),
            HandOver::Team(id) => (None, id),
        };
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let done = sqlx::query("UPDATE resident SET caseworker = $1, team = $2 WHERE id = $3 AND COALESCE(caseworker, '') = $4")
                        .bind(caseworker)
                        .bind(team)
                        .bind(&resident)
                        .bind(seen.unwrap_or_default())
                        .execute(&mut *tx)
                        .await?;
                    if done.rows_affected() == 0 {
                        return Err(Error::Conflict("caseworker"));
                    }
                    let happened = if kind == EventKind::Taken { Event::Taken } else { Event::HandedOver };
                    match transition(tx, &resident, happened, now).await {
                        // A concluded or not yet sent intake can change hands too.
                        Ok(_) | Err(Error::Conflict(_)) => {}
                        Err(error) => return Err(error),
                    }
                    event::record(tx, &resident, kind, &detail, &by, now).await
                })
            })
            .await
    }

    /// Concludes the review, or opens it again.
    ///
    /// # Errors
    /// [`Error::Conflict`] when it is in no state for it.
    pub async fn conclude(&self, actor: &Actor, resident: &str, again: bool) -> Result<()> {
        self.open_file(actor, Action::Review, resident).await?;
        let (resident, by, now) = (resident.to_owned(), actor.person.clone(), self.clock.now());
        let (happened, kind) = if again { (Event::Reopened, EventKind::Reopened) } else { (Event::Concluded, EventKind::Concluded) };
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    transition(tx, &resident, happened, now).await?;
                    event::record(tx, &resident, kind, "", &by, now).await
                })
            })
            .await
    }
}

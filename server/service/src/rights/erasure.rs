//! A resident asks to be deleted (GDPR art. 17). The caseworker sees what can go and what stays, why and until when, decides, and
//! it is carried out at once. Everything goes only when nothing is going on any more ([`going_on`]): the municipality's own copy of
//! what was sent, and the end of every mandate, is then in its case system, which has its own term.

use super::delete::{erase, giving_way, hold};
use super::record::{HELD, HeldKind, PART};
use super::retention::{Kind, delete, going_on};
use crate::access::Outcome;
use crate::event::{self, EventKind};
use crate::file::File;
use crate::keys::Context;
use crate::request::Request;
use crate::{Error, Result, Service, new_id};
use domain::access::{Action, Actor, Role};
use domain::request::RequestKind;
use domain::{Problem, ProblemCode};
use sqlx::AnyConnection;

/// The longest reason, in characters.
const REASON_MAX: usize = 1000;

/// What a caseworker decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Everything in the portal goes, for good.
    Everything,
    /// What the municipality need not keep goes.
    Part,
    /// Nothing goes.
    Nothing,
}

impl Choice {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Everything, Self::Part, Self::Nothing];

    /// The name in the store, in forms and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Part => "part",
            Self::Nothing => "nothing",
        }
    }

    /// The choice with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.as_str() == name)
    }
}

/// What stands in the way of deleting everything, of the resident `$2` at `$1`.
const IN_THE_WAY: &str = going_on!("$1", "$2");

/// What a caseworker decides about.
#[derive(Clone)]
pub struct Asked {
    /// Whose.
    pub file: File,
    /// The request.
    pub request: Request,
    /// What is held.
    pub held: Vec<HeldKind>,
    /// What stands in the way of deleting everything; empty when nothing does.
    pub in_the_way: Vec<String>,
    /// Until when the record stays, in milliseconds; `None` while something is going on.
    pub until: Option<i64>,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The number of the request.
    pub request: String,
    /// What.
    pub choice: Choice,
    /// When, in milliseconds.
    pub at: i64,
    /// Why, in words for the resident.
    pub reason: String,
    /// Until when the record stays, in milliseconds; `None` while something is going on.
    pub until: Option<i64>,
}

/// A decision as it was typed.
#[derive(Default)]
pub struct Typed<'a> {
    /// The request.
    pub request: &'a str,
    /// One of [`Choice::ALL`].
    pub choice: &'a str,
    /// Why.
    pub reason: &'a str,
    /// Whether the caseworker says that it cannot be undone.
    pub sure: bool,
}

impl Service {
    /// The open request of a resident to be deleted, with everything that a caseworker needs to decide.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or the actor may not.
    pub async fn erasure_asked(&self, actor: &Actor, resident: &str) -> Result<Asked> {
        let file = self.open_file(actor, Action::Review, resident).await?;
        let request = self.requests(&file).await?.into_iter().find(|r| r.kind == RequestKind::Erasure && r.settled.is_none()).ok_or(Error::NotFound)?;
        let mut held = Vec::new();
        for (kind, may_go, sql) in HELD {
            held.push(HeldKind { kind, count: self.counted(sql, resident).await?, may_go });
        }
        let in_the_way: Vec<(String,)> = sqlx::query_as(IN_THE_WAY).bind(self.clock.now()).bind(resident).fetch_all(self.db.read()).await?;
        let mut in_the_way: Vec<String> = in_the_way.into_iter().map(|(what,)| what).collect();
        in_the_way.sort();
        // Deciding is something that happens: the time begins anew.
        let until = self.kept_until(resident).await?.map(|until| until.max(self.kept_from(self.clock.now())));
        Ok(Asked { until, file, request, held, in_the_way })
    }

    async fn counted(&self, sql: &'static str, resident: &str) -> Result<i64> {
        let (count,): (i64,) = sqlx::query_as(sql).bind(resident).fetch_one(self.db.read()).await?;
        Ok(count)
    }

    /// Decides and carries out. Gives what was decided.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is nothing to decide; [`Error::Invalid`] field by field; [`Error::Conflict`] when something came
    /// up meanwhile that stands in the way.
    pub async fn decide_erasure(&self, actor: &Actor, resident: &str, typed: &Typed<'_>) -> Result<Choice> {
        let asked = self.erasure_asked(actor, resident).await?;
        if asked.request.id != typed.request {
            return Err(Error::NotFound);
        }
        let reason = typed.reason.trim();
        let choice = check(typed, reason).map_err(Error::Invalid)?;
        let (id, now) = (new_id(), self.clock.now());
        let sealed = asked.file.key.seal(&place(&id), reason.as_bytes())?;
        // Before it: what is not written down does not happen.
        self.log_access(actor, "Erase", resident, Outcome::Done).await?;
        let decision = Decision { id, resident: resident.to_owned(), request: asked.request, choice, sealed, by: actor.person.clone(), now };
        giving_way(|| {
            let decision = decision.clone();
            self.db.write(move |tx| Box::pin(async move { decide(tx, &decision).await }))
        })
        .await?;
        Ok(choice)
    }

    /// Deletes everything of a resident once more, for who runs the portal: a backup that is older than the decision brought it back.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such resident.
    pub async fn erase_again(&self, resident: &str) -> Result<()> {
        let operator = Actor { person: String::new(), role: Role::ApplicationManager, team: None, acts_for: None };
        self.log_access(&operator, "Erase", resident, Outcome::Done).await?;
        giving_way(|| {
            let resident = resident.to_owned();
            self.db.write(move |tx| {
                Box::pin(async move {
                    hold(tx, &resident).await?;
                    erase(tx, &resident).await
                })
            })
        })
        .await
    }

    /// What was decided about the resident's requests to be deleted, newest first, for the resident.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident.
    pub async fn erasures(&self, actor: &Actor, resident: &str) -> Result<Vec<Decided>> {
        let file = self.open_file(actor, Action::KeepProfile, resident).await?;
        let until = self.kept_until(resident).await?;
        let rows: Vec<(String, String, String, Vec<u8>, i64)> = sqlx::query_as(
            "SELECT id, request, choice, sealed_reason, decided_at FROM erasure WHERE resident = $1 AND sealed_reason IS NOT NULL ORDER BY decided_at DESC, id DESC",
        )
        .bind(resident)
        .fetch_all(self.db.read())
        .await?;
        let open = |(id, request, choice, sealed, at): (String, String, String, Vec<u8>, i64)| {
            let choice = Choice::parse(&choice).ok_or_else(|| Error::internal("a decision on deletion is unknown"))?;
            let reason = file.key.open(&place(&id), &sealed)?;
            Ok(Decided { request, choice, at, reason: String::from_utf8_lossy(&reason).into_owned(), until })
        };
        rows.into_iter().map(open).collect()
    }
}

/// A decision that is ready to be written.
#[derive(Clone)]
struct Decision {
    id: String,
    resident: String,
    request: Request,
    choice: Choice,
    sealed: Vec<u8>,
    by: String,
    now: i64,
}

async fn decide(tx: &mut AnyConnection, decision: &Decision) -> Result<()> {
    let Decision { id, resident, request, choice, sealed, by, now } = decision;
    if *choice == Choice::Everything {
        hold(tx, resident).await?;
        nothing_in_the_way(tx, resident, *now).await?;
    }
    settle(tx, resident, request, by, *now).await?;
    sqlx::query("INSERT INTO erasure (id, resident, request, choice, sealed_reason, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(id)
        .bind(resident)
        .bind(&request.reference)
        .bind(choice.as_str())
        .bind(sealed.as_slice())
        .bind(by)
        .bind(*now)
        .execute(&mut *tx)
        .await?;
    carry_out(tx, resident, *choice).await
}

fn place(id: &str) -> Context {
    Context::new("erasure", &[id])
}

/// The choice; a reason where something stays, and a tick where something goes.
fn check(typed: &Typed<'_>, reason: &str) -> Result<Choice, Vec<Problem>> {
    let choice = Choice::parse(typed.choice);
    let mut problems = Vec::new();
    if choice.is_none() {
        problems.push(Problem::new("choice", ProblemCode::Empty));
    }
    if reason.chars().count() > REASON_MAX {
        problems.push(Problem::new("why", ProblemCode::TooLong { max: REASON_MAX }));
    } else if reason.is_empty() && choice.is_some_and(|choice| choice != Choice::Everything) {
        problems.push(Problem::new("why", ProblemCode::Empty));
    }
    if !typed.sure && choice.is_some_and(|choice| choice != Choice::Nothing) {
        problems.push(Problem::new("sure", ProblemCode::Empty));
    }
    match choice {
        Some(choice) if problems.is_empty() => Ok(choice),
        _ => Err(problems),
    }
}

/// Of two who decide at once the second finds nothing to decide.
async fn settle(tx: &mut AnyConnection, resident: &str, request: &Request, by: &str, now: i64) -> Result<()> {
    let done = sqlx::query("UPDATE request SET settled_by = $1, settled_at = $2 WHERE id = $3 AND resident = $4 AND settled_at IS NULL")
        .bind(by)
        .bind(now)
        .bind(&request.id)
        .bind(resident)
        .execute(&mut *tx)
        .await?;
    if done.rows_affected() == 0 {
        return Err(Error::NotFound);
    }
    event::record(tx, resident, EventKind::RequestClosed, &request.reference, by, now).await
}

async fn nothing_in_the_way(tx: &mut AnyConnection, resident: &str, now: i64) -> Result<()> {
    let there: Option<(String,)> = sqlx::query_as(IN_THE_WAY).bind(now).bind(resident).fetch_optional(tx).await?;
    if there.is_none() { Ok(()) } else { Err(Error::Conflict("erasure")) }
}

async fn carry_out(tx: &mut AnyConnection, resident: &str, choice: Choice) -> Result<()> {
    match choice {
        Choice::Everything => erase(tx, resident).await,
        Choice::Part => {
            for kind in [Kind::Draft, Kind::Calculations] {
                delete(tx, resident, kind).await?;
            }
            for sql in PART {
                sqlx::query(sql).bind(resident).execute(&mut *tx).await?;
            }
            Ok(())
        }
        Choice::Nothing => Ok(()),
    }
}

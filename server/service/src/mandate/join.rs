//! Becoming a helper: the helper says who they are and promises secrecy, the resident sees the name and confirms.

use super::invite::place;
use super::{Row, Way, columns, keeps, scope_of};
use crate::access::Outcome;
use crate::code::normal;
use crate::event::{self, EventKind};
use crate::file::File;
use crate::{Error, Result, Service, new_opaque_id};
use domain::access::{Action, Actor, Role};
use domain::mandate::{COLOURS, Kind, Scope};
use domain::{Problem, ProblemCode};
use sqlx::AnyConnection;

/// The most characters of a name.
const NAME_MAX: usize = 80;

/// Whether a code still works at the moment of this parameter.
macro_rules! works {
    ($now:literal) => {
        concat!("helper IS NULL AND settled_at IS NULL AND made_at <= ", $now, " AND expires_at > ", $now)
    };
}

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// There is a mandate now; whether one between the same two people made room for it.
    Confirmed {
        /// There was one before.
        replaced: bool,
    },
    /// The resident said no.
    Refused,
}

/// Everything that a confirmed invitation becomes.
struct Confirming {
    resident: String,
    invitation: String,
    scope: Option<Scope>,
    days: Option<u32>,
    made_by: String,
    by_desk: bool,
    until: [i64; 2],
    now: i64,
}

/// What is wrong with the name of a helper.
fn name_problem(name: &str) -> Option<Problem> {
    match name.chars().count() {
        0 => Some(Problem::new("name", ProblemCode::Empty)),
        n if n > NAME_MAX => Some(Problem::new("name", ProblemCode::TooLong { max: NAME_MAX })),
        _ => None,
    }
}

impl Service {
    /// A helper without a name, who signed in by e-mail, says what they are called. Whoever has one keeps it: residents said yes
    /// to that name.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no helper; [`Error::Invalid`] without a name or with too long a one.
    pub async fn keep_helper_name(&self, actor: &Actor, name: &str) -> Result<()> {
        self.allow(actor, Action::Help)?;
        let name = name.trim();
        if let Some(problem) = name_problem(name) {
            return Err(Error::Invalid(vec![problem]));
        }
        let update = sqlx::query("UPDATE person SET name = $1 WHERE id = $2 AND name = '' AND subject LIKE 'mail:%'");
        self.db.run(update.bind(name.to_owned()).bind(actor.person.clone())).await
    }

    /// A helper answers a code or a link: who they are, and that they tell nobody. Nothing is shown to them before the
    /// resident confirms; whose code it was neither.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no helper; [`Error::Invalid`] for a code that does not work (wrong, used and too
    /// old look the same, whatever the name), a name that is missing, or a promise that is not made.
    pub async fn join(&self, actor: &Actor, typed: &str, name: &str, promised: bool) -> Result<()> {
        self.allow(actor, Action::Help)?;
        let (name, code) = (name.trim().to_owned(), normal(typed));
        let mut problems = Vec::new();
        if code.is_empty() {
            problems.push(Problem::new("code", ProblemCode::Empty));
        }
        problems.extend(name_problem(&name));
        if !promised {
            problems.push(Problem::new("promise", ProblemCode::Empty));
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let unknown = || Error::Invalid(vec![Problem::new("code", ProblemCode::CodeUnknown)]);
        let hash = self.keys.lookup_hash("helper-code", &code);
        let row: Option<(String, String)> = sqlx::query_as(concat!("SELECT id, resident FROM helper_invitation WHERE code_hash = $1 AND ", works!("$2")))
            .bind(&hash)
            .bind(self.clock.now())
            .fetch_optional(self.db.read())
            .await?;
        let Some((id, resident)) = row else {
            self.log_access(actor, "JoinAsHelper", "", Outcome::Refused).await?;
            return Err(unknown());
        };
        let file = self.file_of(&resident).await?;
        let sealed = file.key.seal(&place(&id, "said"), name.as_bytes())?;
        let (helper, now, until) = (actor.person.clone(), self.clock.now(), self.confirm_until());
        let answered = self.db.write(move |tx| {
            Box::pin(async move {
                let sql = concat!(
                    "UPDATE helper_invitation SET helper = $1, sealed_said = $2, promised_at = $3, expires_at = $4 WHERE code_hash = $5 AND ",
                    works!("$3")
                );
                let answered = sqlx::query(sql).bind(&helper).bind(sealed).bind(now).bind(until).bind(hash).execute(&mut *tx).await?.rows_affected();
                if answered > 0 {
                    sqlx::query("UPDATE person SET name = $1 WHERE id = $2 AND name = '' AND subject LIKE 'mail:%'")
                        .bind(name)
                        .bind(helper)
                        .execute(tx)
                        .await?;
                }
                Ok(answered)
            })
        });
        if answered.await? == 0 {
            self.log_access(actor, "JoinAsHelper", "", Outcome::Refused).await?;
            return Err(unknown());
        }
        self.log_access(actor, "JoinAsHelper", &resident, Outcome::Done).await
    }

    /// The resident, or a caseworker at the desk with them, says whether the helper who answered is who they meant. `scope`
    /// and `days` are chosen now for a proposal of the coordinator; else they are those of the invitation.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not; [`Error::Conflict`] when there is nothing to confirm any more, or
    /// the helper is the caseworker at the desk; [`Error::Invalid`] for a choice that is not offered. A yes to a proposal may share
    /// nothing yet.
    pub async fn confirm_helper(
        &self,
        actor: &Actor,
        resident: &str,
        invitation: &str,
        yes: bool,
        chosen: Option<(std::result::Result<Scope, Problem>, std::result::Result<u32, Problem>)>,
    ) -> Result<Joined> {
        let file = self.open_file(actor, keeps(actor), resident).await?;
        let open = self.open_invitations(&file).await?;
        let desk = actor.role == Role::Caseworker;
        let found = open.into_iter().find(|i| i.id == invitation && i.answered.is_some()).filter(|i| !desk || i.way == Way::Desk);
        let Some(found) = found else { return Err(Error::Conflict("invitation")) };
        if desk && yes {
            self.no_helper_of_their_own(actor, &found).await?;
        }
        let (scope, days) = match chosen.filter(|_| yes && found.way == Way::Proposal) {
            Some((scope, days)) => {
                let scope = scope.or_else(|problem| if problem.code == ProblemCode::Empty { Ok(Scope::default()) } else { Err(problem) });
                let problems: Vec<Problem> = [scope.as_ref().err(), days.as_ref().err()].into_iter().flatten().cloned().collect();
                match (scope, days) {
                    (Ok(scope), Ok(days)) => (Some(scope), Some(days)),
                    _ => return Err(Error::Invalid(problems)),
                }
            }
            None => (None, None),
        };
        let until = [self.end_after(found.days)?, self.end_after(days.map_or(found.days, i64::from))?];
        let confirming = Confirming {
            resident: resident.to_owned(),
            invitation: invitation.to_owned(),
            scope,
            days,
            made_by: actor.person.clone(),
            by_desk: desk,
            until,
            now: self.clock.now(),
        };
        let service = self.clone();
        self.db.write(move |tx| Box::pin(async move { service.settle_invitation(tx, &file, confirming, yes).await })).await
    }

    /// Everything that a yes or a no changes, in one transaction.
    async fn settle_invitation(&self, tx: &mut AnyConnection, file: &File, c: Confirming, yes: bool) -> Result<Joined> {
        // Settling first: of two taps at the same moment the second finds nothing.
        let row: Option<(String, String, String, Option<i64>)> = sqlx::query_as(
            "UPDATE helper_invitation SET settled_at = $1, outcome = $2 WHERE id = $3 AND resident = $4 AND settled_at IS NULL AND expires_at > $1 \
             AND helper IS NOT NULL AND promised_at IS NOT NULL RETURNING helper, way, scope, promised_at",
        )
        .bind(c.now)
        .bind(if yes { "confirmed" } else { "refused" })
        .bind(&c.invitation)
        .bind(&c.resident)
        .fetch_optional(&mut *tx)
        .await?;
        let Some((helper, way, scope, Some(promised_at))) = row else { return Err(Error::Conflict("invitation")) };
        if !yes {
            return Ok(Joined::Refused);
        }
        let scope = c.scope.clone().map_or_else(|| scope_of(&scope), Ok)?;
        let sql = concat!(
            "UPDATE mandate SET withdrawn_at = $1, withdrawn_by = $2 WHERE resident = $3 AND helper = $4 AND withdrawn_at IS NULL RETURNING ",
            columns!()
        );
        let mut replaced: Vec<Row> = Vec::new();
        let made = loop {
            replaced.extend(sqlx::query_as::<_, Row>(sql).bind(c.now).bind(&c.made_by).bind(&c.resident).bind(&helper).fetch_all(&mut *tx).await?);
            // A yes to another invitation of these two, at this moment, came first: this one makes room in the same way.
            if let Some(made) = insert(tx, &c, &helper, &way, &scope, promised_at).await? {
                break made;
            }
        };
        let room = replaced.iter().any(|row| row.8 > c.now);
        let told: Vec<Row> = replaced.into_iter().chain([made]).collect();
        self.tell_mandates(tx, std::slice::from_ref(file), told).await?;
        if way == "proposal" {
            // The wish for a buddy is fulfilled.
            let sql = "UPDATE request SET settled_at = $1, settled_by = $2 WHERE resident = $3 AND kind = 'buddy' AND settled_at IS NULL RETURNING reference";
            let wishes: Vec<(String,)> = sqlx::query_as(sql).bind(c.now).bind(&c.made_by).bind(&c.resident).fetch_all(&mut *tx).await?;
            for (reference,) in wishes {
                event::record(tx, &c.resident, EventKind::RequestClosed, &reference, &c.made_by, c.now).await?;
            }
        }
        if c.by_desk {
            event::record(tx, &c.resident, EventKind::HelperJoined, "", &c.made_by, c.now).await?;
        }
        Ok(Joined::Confirmed { replaced: room })
    }
}

/// Writes the mandate; gives nothing while another one between these two holds.
async fn insert(tx: &mut AnyConnection, c: &Confirming, helper: &str, way: &str, scope: &Scope, promised_at: i64) -> Result<Option<Row>> {
    let colour = free_colour(tx, helper, c.now).await?;
    let made = sqlx::query_as(concat!(
        "INSERT INTO mandate (id, resident, helper, kind, scope, colour, way, made_by, promised_at, from_at, until_at, invitation) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING ",
        columns!()
    ))
    .bind(new_opaque_id())
    .bind(&c.resident)
    .bind(helper)
    .bind(Kind::Given.as_str())
    .bind(serde_json::to_string(scope)?)
    .bind(colour)
    .bind(way)
    .bind(&c.made_by)
    .bind(promised_at)
    .bind(c.now)
    .bind(if c.days.is_some() { c.until[1] } else { c.until[0] })
    .bind(&c.invitation)
    .fetch_optional(tx)
    .await?;
    Ok(made)
}

/// Two names that a person would call the same.
#[must_use]
pub fn same_name(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    !other.trim().is_empty() && plain(one) == plain(other)
}

/// The colour that this helper sees least, so that two residents seldom share one.
async fn free_colour(tx: &mut AnyConnection, helper: &str, now: i64) -> Result<i64> {
    let sql = "SELECT colour FROM mandate WHERE helper = $1 AND withdrawn_at IS NULL AND until_at > $2";
    let used: Vec<(i64,)> = sqlx::query_as(sql).bind(helper).bind(now).fetch_all(tx).await?;
    let times = |colour: i64| used.iter().filter(|(u,)| *u == colour).count();
    Ok((1..=COLOURS).min_by_key(|colour| times(*colour)).unwrap_or(1))
}

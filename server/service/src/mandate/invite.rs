//! Inviting: a code that is spoken or shown, a link for one named person. Neither gives anything by itself.

use super::{keeps, scope_of};
use crate::code::spell;
use crate::file::File;
use crate::keys::Context;
use crate::{Error, Result, Service, new_opaque_id};
use domain::access::{Actor, Role};
use domain::mandate::Scope;
use domain::{Problem, ProblemCode};

const MINUTE: i64 = 60_000;
/// How long a code works: somebody sits next to the resident.
const CODE_FOR: i64 = 60 * MINUTE;
/// How long a link works.
const LINK_FOR: i64 = 7 * 24 * 60 * MINUTE;
/// How long a proposal of the coordinator stands.
pub(crate) const PROPOSAL_FOR: i64 = 28 * 24 * 60 * MINUTE;
/// How long the resident has to confirm somebody who answered.
const CONFIRM_FOR: i64 = 14 * 24 * 60 * MINUTE;
/// The most invitations that are open at a time.
const MOST: i64 = 10;
/// The most characters of a name or a word of agreement.
const NAME_MAX: usize = 80;
const AGREEMENT_MAX: usize = 300;

/// How somebody is invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A short code, spoken or shown.
    Code,
    /// A link for one named person.
    Link,
    /// A code at the desk, with the resident there.
    Desk,
    /// Proposed by the coordinator.
    Proposal,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::Code, Self::Link, Self::Desk, Self::Proposal];

    /// The name in the store, forms and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Link => "link",
            Self::Desk => "desk",
            Self::Proposal => "proposal",
        }
    }

    /// The way with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.as_str() == name)
    }

    const fn lasts(self) -> i64 {
        match self {
            Self::Code | Self::Desk => CODE_FOR,
            Self::Link => LINK_FOR,
            Self::Proposal => PROPOSAL_FOR,
        }
    }
}

/// What a resident, or a caseworker with them, chose.
pub struct NewInvitation {
    /// How.
    pub way: Way,
    /// For whom, in the resident's words; needed for a link.
    pub name: String,
    /// What is shared.
    pub scope: std::result::Result<Scope, Problem>,
    /// For how many days.
    pub days: std::result::Result<u32, Problem>,
    /// At the desk: how the resident agreed.
    pub agreement: String,
}

/// An invitation as who made it sees it.
#[derive(Clone)]
pub struct Invitation {
    /// Its id.
    pub id: String,
    /// How.
    pub way: Way,
    /// The code or the end of the link; empty when it is used, too old, or a proposal.
    pub code: String,
    /// For whom, as the resident wrote it.
    pub for_name: String,
    /// What is shared.
    pub scope: Scope,
    /// For how many days.
    pub days: i64,
    /// Until when it can be answered, or confirmed when it was.
    pub expires_at: i64,
    /// The helper who answered: id of the person, and who they say they are.
    pub answered: Option<(String, String)>,
    /// Who made it.
    pub made_by: String,
}

/// Id, way, scope, days, for, made by, expires, helper, said, promised.
type Row = (String, String, String, i64, Option<Vec<u8>>, String, i64, Option<String>, Option<Vec<u8>>, Option<i64>);

pub(crate) fn place(id: &str, what: &'static str) -> Context {
    Context::new("helper-invitation", &[id, what])
}

/// The code of an invitation: derived from the resident's key, so that it is nowhere in the store and can be shown again.
fn code(file: &File, id: &str, way: Way) -> Result<String> {
    let bytes = file.key.derive(&format!("helper-code/{id}"))?;
    // Eight letters are 10^11 possibilities for an hour, behind a rate limit; a link is long because nobody types it.
    Ok(spell(&bytes, if way == Way::Link { 26 } else { 8 }))
}

impl NewInvitation {
    fn check(&self, desk: bool) -> Result<(&Scope, u32)> {
        let mut problems = Vec::new();
        let scope = self.scope.as_ref().map_err(|p| problems.push(p.clone())).ok();
        let days = self.days.as_ref().map_err(|p| problems.push(p.clone())).ok();
        let (name, agreement) = (self.name.trim(), self.agreement.trim());
        if self.way == Way::Link && name.is_empty() {
            problems.push(Problem::new("name", ProblemCode::Empty));
        }
        if name.chars().count() > NAME_MAX {
            problems.push(Problem::new("name", ProblemCode::TooLong { max: NAME_MAX }));
        }
        if desk && agreement.is_empty() {
            problems.push(Problem::new("agreement", ProblemCode::NotAgreed));
        }
        if agreement.chars().count() > AGREEMENT_MAX {
            problems.push(Problem::new("agreement", ProblemCode::TooLong { max: AGREEMENT_MAX }));
        }
        match (scope, days, problems.is_empty()) {
            (Some(scope), Some(days), true) => Ok((scope, *days)),
            _ => Err(Error::Invalid(problems)),
        }
    }
}

impl Service {
    /// Makes an invitation: by the resident, or by a caseworker at the desk with them. Gives its id.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not; [`Error::Invalid`] with what is missing; [`Error::Conflict`] when there
    /// are too many.
    pub async fn invite_helper(&self, actor: &Actor, resident: &str, new: &NewInvitation) -> Result<String> {
        let file = self.open_file(actor, keeps(actor), resident).await?;
        let desk = actor.role == Role::Caseworker;
        let way = if desk { Way::Desk } else { new.way };
        if way == Way::Proposal || (way == Way::Desk) != desk {
            return Err(Error::NotFound);
        }
        let (scope, days) = new.check(desk)?;
        let (id, now) = (new_opaque_id(), self.clock.now());
        let hash = self.keys.lookup_hash("helper-code", &code(&file, &id, way)?);
        let seal = |what: &'static str, text: &str| if text.is_empty() { Ok(None) } else { file.key.seal(&place(&id, what), text.as_bytes()).map(Some) };
        let (sealed_for, sealed_agreement) = (seal("for", new.name.trim())?, seal("agreement", new.agreement.trim())?);
        let (scope, resident, by) = (serde_json::to_string(scope)?, resident.to_owned(), actor.person.clone());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "SELECT COUNT(*) FROM helper_invitation WHERE resident = $1 AND settled_at IS NULL AND expires_at > $2";
                    let (open,): (i64,) = sqlx::query_as(sql).bind(&resident).bind(now).fetch_one(&mut *tx).await?;
                    if open >= MOST {
                        return Err(Error::Conflict("invitations"));
                    }
                    sqlx::query(
                        "INSERT INTO helper_invitation (id, resident, way, code_hash, scope, days, sealed_for, sealed_agreement, made_by, made_at, expires_at) \
                         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                    )
                    .bind(&id)
                    .bind(resident)
                    .bind(way.as_str())
                    .bind(hash)
                    .bind(scope)
                    .bind(i64::from(days))
                    .bind(sealed_for)
                    .bind(sealed_agreement)
                    .bind(by)
                    .bind(now)
                    .bind(now + way.lasts())
                    .execute(tx)
                    .await?;
                    Ok(id)
                })
            })
            .await
    }

    /// Takes an invitation back before it became anything. One that is gone already is no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn take_back_invitation(&self, actor: &Actor, resident: &str, invitation: &str) -> Result<()> {
        self.open_file(actor, keeps(actor), resident).await?;
        let (by_desk, by, now) = (i64::from(actor.role == Role::Caseworker), actor.person.clone(), self.clock.now());
        let (resident, invitation) = (resident.to_owned(), invitation.to_owned());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    // A caseworker takes back what was made at the desk, and nothing that the resident made alone.
                    let sql = "UPDATE helper_invitation SET settled_at = $1, outcome = 'taken_back' WHERE id = $2 AND resident = $3 AND settled_at IS NULL \
                               AND ($4 = 0 OR (way = 'desk' AND made_by = $5))";
                    sqlx::query(sql).bind(now).bind(invitation).bind(resident).bind(by_desk).bind(by).execute(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Invitations that can still become something, newest first. The caller has opened the file.
    pub(super) async fn open_invitations(&self, file: &File) -> Result<Vec<Invitation>> {
        self.invitations(file, true).await
    }

    async fn invitations(&self, file: &File, open: bool) -> Result<Vec<Invitation>> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, way, scope, days, sealed_for, made_by, expires_at, helper, sealed_said, promised_at FROM helper_invitation \
             WHERE resident = $1 AND ($3 = 0 OR (settled_at IS NULL AND expires_at > $2)) ORDER BY made_at DESC, id DESC",
        )
        .bind(file.resident())
        .bind(self.clock.now())
        .bind(i64::from(open))
        .fetch_all(self.db.read())
        .await?;
        rows.into_iter().map(|row| opened(file, row)).collect()
    }

    /// Every invitation that is held, newest first, with what came of it: `open` and `expired` besides what is stored. The caller
    /// has opened the file.
    pub(super) async fn invitations_of(&self, file: &File) -> Result<Vec<(Invitation, String, i64)>> {
        let sql = "SELECT id, COALESCE(settled_at, expires_at), COALESCE(outcome, CASE WHEN expires_at > $2 THEN 'open' ELSE 'expired' END) FROM helper_invitation WHERE resident = $1";
        let outcomes: Vec<(String, i64, String)> = sqlx::query_as(sql).bind(file.resident()).bind(self.clock.now()).fetch_all(self.db.read()).await?;
        let came = |invitation: Invitation| {
            let outcome = outcomes.iter().find(|(id, ..)| *id == invitation.id).map(|(_, at, outcome)| (*at, outcome.clone()));
            let (at, outcome) = outcome.unwrap_or_default();
            (invitation, outcome, at)
        };
        Ok(self.invitations(file, false).await?.into_iter().map(came).collect())
    }

    /// Until when an answer of a helper can be confirmed.
    pub(crate) fn confirm_until(&self) -> i64 {
        self.clock.now() + CONFIRM_FOR
    }
}

fn opened(file: &File, (id, way, scope, days, sealed_for, made_by, expires_at, helper, said, promised): Row) -> Result<Invitation> {
    let way = Way::parse(&way).ok_or_else(|| Error::internal("an invitation has an unknown way"))?;
    let text = |what: &'static str, sealed: Option<Vec<u8>>| match sealed {
        Some(sealed) => file.key.open(&place(&id, what), &sealed).map(|text| String::from_utf8_lossy(&text).into_owned()),
        None => Ok(String::new()),
    };
    let (for_name, said) = (text("for", sealed_for)?, text("said", said)?);
    let answered = helper.filter(|_| promised.is_some()).map(|helper| (helper, said));
    let code = if answered.is_some() || way == Way::Proposal { String::new() } else { code(file, &id, way)? };
    Ok(Invitation { way, code, for_name, scope: scope_of(&scope)?, days, expires_at, answered, made_by, id })
}

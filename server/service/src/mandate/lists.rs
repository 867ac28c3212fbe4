//! Who helps a resident, for the resident; and whom a helper helps, for the helper.

use super::{AtDesk, Invitation, Left, Prepared, Together, Way, mandate};
use crate::file::File;
use crate::person::Person;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor, Role};
use domain::intake::Domain;
use domain::mandate::Mandate;
use domain::volunteer::Volunteer;
use std::collections::{BTreeMap, BTreeSet};

/// Days for which what is over is still listed.
const LISTED: i64 = 365 * 24 * 60 * 60_000;

/// A mandate with its helper.
#[derive(Clone)]
pub struct Helper {
    /// The mandate.
    pub mandate: Mandate,
    /// The name of the helper's account.
    pub name: String,
    /// How it came about.
    pub way: Way,
    /// When it stopped, if it did.
    pub ended: Option<i64>,
    /// What was arranged at the desk, for one that was made there.
    pub desk: Option<AtDesk>,
    /// Whether the resident has seen that.
    pub seen: bool,
}

/// Everything about the helpers of one resident.
#[derive(Clone)]
pub struct Helpers {
    /// The resident's file.
    pub file: File,
    /// Invitations that can still become something.
    pub invitations: Vec<Invitation>,
    /// Those who help now.
    pub now: Vec<Helper>,
    /// Those who helped before.
    pub before: Vec<Helper>,
    /// Everybody with an account, for names.
    pub people: BTreeMap<String, Person>,
    /// Who signs in by e-mail: nobody but they themselves says what they are called.
    pub by_mail: BTreeSet<String>,
    /// What a helper still typed when it had just ended.
    pub left: Vec<Left>,
    /// What helpers filled in and was not sent yet.
    pub prepared: Vec<Prepared>,
    /// Who fills in together with the resident now.
    pub together: Option<Together>,
    /// What is known of those who are volunteers.
    pub volunteers: BTreeMap<String, Volunteer>,
    /// Whether the resident is filling in.
    pub has_draft: bool,
}

/// A resident, as the helper's home shows them.
#[derive(Clone)]
pub struct Helped {
    /// The mandate.
    pub mandate: Mandate,
    /// How the resident is called.
    pub name: String,
}

/// An invitation that waits, as the helper sees it: nothing of the resident but what a match is made on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its id.
    pub id: String,
    /// Whether the helper has to answer (a proposal of the coordinator); else the resident has to confirm.
    pub asked: bool,
    /// The code of the language that the resident speaks with; empty unless it is a proposal.
    pub language: String,
}

type Row = (String, String, String, String, String, i64, String, i64, i64, Option<i64>, String, Option<String>, Option<i64>);

impl Service {
    /// Who helps `resident`: for the resident, or at the `desk` for a caseworker, who sees only what was made there.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn helpers(&self, actor: &Actor, resident: &str, desk: bool) -> Result<Helpers> {
        let file = self.open_file(actor, if desk { Action::MakeMandate } else { Action::KeepHelpers }, resident).await?;
        let own = !desk;
        let mut invitations = self.open_invitations(&file).await?;
        let (mut now, mut before) = self.mandates_of(&file, self.clock.now() - LISTED).await?;
        // Who helps again is no helper of before, and who helped twice stands there once.
        let mut seen: BTreeSet<String> = now.iter().map(|h| h.mandate.helper.clone()).collect();
        before.retain(|h| seen.insert(h.mandate.helper.clone()));
        if !own {
            invitations.retain(|i| i.way == Way::Desk);
            now.retain(|h| h.way == Way::Desk);
            before.clear();
        }
        let (left, prepared, together) = if own {
            (self.left_by_helpers(&file).await?, self.prepared_by_helpers(&file).await?, self.together_now(&file).await?)
        } else {
            (Vec::new(), Vec::new(), None)
        };
        let volunteers = self.known_volunteers().await?;
        let draft: Option<(String,)> =
            sqlx::query_as("SELECT id FROM draft WHERE resident = $1 AND by_staff = 0").bind(resident).fetch_optional(self.db.read()).await?;
        let (people, by_mail) = (self.staff().await?, self.by_mail().await?);
        Ok(Helpers { invitations, now, before, people, by_mail, left, prepared, together, volunteers, has_draft: draft.is_some(), file })
    }

    /// The mandates of a resident that hold now, and those that ended after `since`. The caller has opened the file.
    pub(crate) async fn mandates_of(&self, file: &File, since: i64) -> Result<(Vec<Helper>, Vec<Helper>)> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT m.id, m.resident, m.helper, m.kind, m.scope, m.colour, m.made_by, m.from_at, m.until_at, m.withdrawn_at, m.way, m.invitation, m.seen_at FROM mandate m \
             WHERE m.resident = $1 AND m.until_at > $2 ORDER BY m.from_at DESC, m.id DESC",
        )
        .bind(file.resident())
        .bind(since)
        .fetch_all(self.db.read())
        .await?;
        if rows.is_empty() {
            return Ok(Default::default());
        }
        let (people, now, arranged) = (self.staff().await?, self.clock.now(), self.arranged_at_desk(file).await?);
        let (mut hold, mut over) = (Vec::new(), Vec::new());
        for (id, resident, helper, kind, scope, colour, made_by, from, until, withdrawn, way, invitation, seen_at) in rows {
            let mandate = mandate((id, resident, helper, kind, scope, colour, made_by, from, until, withdrawn))?;
            let name = people.get(&mandate.helper).map(|p| p.name.clone()).unwrap_or_default();
            let way = Way::parse(&way).ok_or_else(|| Error::internal("a mandate came about in an unknown way"))?;
            let desk = arranged.iter().find(|a| invitation.as_ref() == Some(&a.invitation)).cloned();
            let one = Helper { ended: mandate.ended(now), name, way, mandate, desk, seen: seen_at.is_some() };
            if one.mandate.holds(now) { hold.push(one) } else { over.push(one) }
        }
        Ok((hold, over))
    }

    /// The residents whom a helper helps now, and what waits.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no helper.
    pub async fn helped(&self, actor: &Actor) -> Result<(Vec<Helped>, Vec<Waiting>)> {
        self.allow(actor, Action::Help)?;
        let now = self.clock.now();
        let rows: Vec<super::Row> = sqlx::query_as(
            "SELECT id, resident, helper, kind, scope, colour, made_by, from_at, until_at, withdrawn_at FROM mandate \
             WHERE helper = $1 AND withdrawn_at IS NULL AND until_at > $2 ORDER BY from_at, id",
        )
        .bind(&actor.person)
        .bind(now)
        .fetch_all(self.db.read())
        .await?;
        let mut helped = Vec::new();
        for row in rows {
            let mandate = mandate(row)?;
            if mandate.scope_for(&actor.person, &mandate.resident, now).is_none() {
                continue;
            }
            // Somebody who was erased has no name any more.
            let Ok(file) = self.file_of(&mandate.resident).await else { continue };
            helped.push(Helped { name: file.profile.greeting().to_owned(), mandate });
        }
        Ok((helped, self.waiting_for(actor).await?))
    }

    async fn waiting_for(&self, actor: &Actor) -> Result<Vec<Waiting>> {
        let rows: Vec<(String, String, Option<i64>)> = sqlx::query_as(
            "SELECT id, resident, promised_at FROM helper_invitation WHERE helper = $1 AND settled_at IS NULL AND expires_at > $2 ORDER BY made_at, id",
        )
        .bind(&actor.person)
        .bind(self.clock.now())
        .fetch_all(self.db.read())
        .await?;
        let mut waiting = Vec::new();
        for (id, resident, promised) in rows {
            let asked = promised.is_none();
            let language = if asked { self.file_of(&resident).await?.profile.language } else { String::new() };
            waiting.push(Waiting { id, asked, language });
        }
        Ok(waiting)
    }
}

/// What one helper filled in, in the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doing {
    /// The name of the helper's account.
    pub name: String,
    /// How many answers.
    pub answers: usize,
    /// How many topics were skipped as a whole, or taken up again.
    pub topics: usize,
}

/// What helpers ask of a resident now.
#[derive(Clone, Default)]
pub struct Asks {
    /// Who answered and waits for a yes.
    pub to_confirm: usize,
    /// Helpers of the desk that the resident has not seen yet.
    pub desk: usize,
    /// What helpers filled in, in the draft.
    pub prepared: Vec<Doing>,
    /// Texts of helpers whose mandate ended while they typed.
    pub left: usize,
    /// Who sits beside the resident.
    pub together: Option<String>,
}

impl Service {
    /// What helpers ask of the resident now; nothing for who acts for the resident, whose helpers these are not.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn helpers_ask(&self, actor: &Actor, resident: &str) -> Result<Asks> {
        if actor.role != Role::Resident {
            return Ok(Asks::default());
        }
        let helpers = self.helpers(actor, resident, false).await?;
        Ok(Asks {
            to_confirm: helpers.to_confirm().count(),
            desk: helpers.now.iter().filter(|h| h.is_new()).count(),
            prepared: helpers.doing(),
            left: helpers.left.len(),
            together: helpers.together.map(|t| t.with),
        })
    }
}

impl Helper {
    /// Whether it was made at the desk and the resident has not seen that yet.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.way == Way::Desk && !self.seen
    }
}

impl Helpers {
    /// What each helper filled in and was not sent yet.
    #[must_use]
    pub fn doing(&self) -> Vec<Doing> {
        let mut by: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for one in &self.prepared {
            let (answers, topics) = by.entry(&one.helper).or_default();
            *(if Domain::parse(&one.step).is_some() { topics } else { answers }) += 1;
        }
        let name = |id: &str| self.people.get(id).map(|p| p.name.clone()).unwrap_or_default();
        by.into_iter().map(|(helper, (answers, topics))| Doing { name: name(helper), answers, topics }).collect()
    }

    /// Those who answered and wait for a yes.
    pub fn to_confirm(&self) -> impl Iterator<Item = &Invitation> {
        self.invitations.iter().filter(|i| i.answered.is_some())
    }
}

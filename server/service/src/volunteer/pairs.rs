//! Who could help whom, and who does. What a match is made on stays here: a volunteer never sees why.

use super::VolunteerView;
use crate::access::Outcome;
use crate::clock::local;
use crate::mandate::{PROPOSAL_FOR, invitation_place};
use crate::{Error, Result, Service, new_opaque_id};
use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::mandate::{DAYS, Scope};
use domain::volunteer::{Available, Fit, Wish, is_silent};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A volunteer who could help.
#[derive(Debug, Clone)]
pub struct Suggested {
    /// The volunteer.
    pub person: String,
    /// Their name.
    pub name: String,
    /// How they fit.
    pub fit: Fit,
    /// When they can.
    pub available: BTreeSet<Available>,
    /// How many they help now.
    pub helps: usize,
}

/// A proposal that is open.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// Its id.
    pub invitation: String,
    /// The volunteer's name.
    pub name: String,
    /// Whether the volunteer said yes, so that the resident chooses now.
    pub answered: bool,
}

/// A resident who would like a buddy.
#[derive(Debug, Clone)]
pub struct Match {
    /// The resident.
    pub resident: String,
    /// Their name.
    pub name: String,
    /// When they asked, in milliseconds.
    pub asked_at: i64,
    /// The volunteer who was proposed and has to answer, or who answered and waits for the resident.
    pub proposed: Option<Proposed>,
    /// Who could help, best fit first.
    pub suggested: Vec<Suggested>,
}

/// A volunteer and a resident who were brought together.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The volunteer's name.
    pub volunteer: String,
    /// The resident's name.
    pub resident: String,
    /// Since when.
    pub since: NaiveDate,
    /// The last contact, if there was any.
    pub last: Option<NaiveDate>,
    /// How often there was contact.
    pub times: i64,
    /// Whether it has been silent for too long.
    pub silent: bool,
}

impl Service {
    pub(super) async fn matches(&self, volunteers: &[VolunteerView]) -> Result<Vec<Match>> {
        let rows: Vec<(String, i64)> = sqlx::query_as(
            "SELECT resident, MIN(sent_at) FROM request WHERE kind = 'buddy' AND settled_at IS NULL GROUP BY resident ORDER BY MIN(sent_at), resident",
        )
        .fetch_all(self.db.read())
        .await?;
        let busy: Vec<(String, i64)> = sqlx::query_as("SELECT helper, COUNT(*) FROM mandate WHERE withdrawn_at IS NULL AND until_at > $1 GROUP BY helper")
            .bind(self.clock.now())
            .fetch_all(self.db.read())
            .await?;
        let helps = |person: &str| busy.iter().find(|(p, _)| p == person).and_then(|(_, n)| usize::try_from(*n).ok()).unwrap_or_default();
        let open: Vec<(String, String, String, Option<i64>)> = sqlx::query_as(
            "SELECT i.resident, i.id, p.name, i.promised_at FROM helper_invitation i JOIN person p ON p.id = i.helper \
             WHERE i.way = 'proposal' AND i.settled_at IS NULL AND i.expires_at > $1",
        )
        .bind(self.clock.now())
        .fetch_all(self.db.read())
        .await?;
        let mut matches = Vec::new();
        for (resident, asked_at) in rows {
            // Somebody who was erased asks for nothing any more.
            let Ok(file) = self.file_of(&resident).await else { continue };
            let wish = self.wish(&file).await?;
            let suggested = |v: &VolunteerView| Suggested {
                person: v.person.clone(),
                name: v.name.clone(),
                fit: v.about.fit(&wish),
                available: v.about.available.clone(),
                helps: helps(&v.person),
            };
            let mut suggested: Vec<Suggested> = volunteers.iter().filter(|v| v.ended_at.is_none()).map(suggested).collect();
            suggested.sort_by_key(|c| (Reverse(c.fit), c.helps, c.name.clone()));
            let proposed = open.iter().find(|(r, ..)| *r == resident);
            let proposed = proposed.map(|(_, id, name, promised)| Proposed { invitation: id.clone(), name: name.clone(), answered: promised.is_some() });
            matches.push(Match { name: file.profile.full_name(), resident, asked_at, proposed, suggested });
        }
        Ok(matches)
    }

    /// What a match is made on: the language of the profile, the neighbourhood said with the wish, what mattered most in what
    /// was sent.
    async fn wish(&self, file: &crate::file::File) -> Result<Wish> {
        let requests = self.requests(file).await?;
        let asked = requests.into_iter().find(|r| r.kind == domain::request::RequestKind::Buddy && r.settled.is_none());
        let topics = self.latest_scan(file).await?.map(|sent| sent.scan.most_important).unwrap_or_default();
        let language = if file.profile.language.is_empty() { "nl".to_owned() } else { file.profile.language.clone() };
        Ok(Wish { language, neighbourhood: asked.map(|r| r.content.neighbourhood).unwrap_or_default(), topics: topics.into_iter().collect() })
    }

    pub(super) async fn pairs(&self) -> Result<Vec<Pair>> {
        let rows: Vec<(String, String, i64, Option<String>, i64)> = sqlx::query_as(
            "SELECT m.resident, p.name, m.from_at, MAX(c.on_day), COUNT(c.id) FROM mandate m JOIN person p ON p.id = m.helper \
             LEFT JOIN helper_contact c ON c.mandate = m.id WHERE m.way = 'proposal' AND m.withdrawn_at IS NULL AND m.until_at > $1 \
             GROUP BY m.id, m.resident, p.name, m.from_at ORDER BY m.from_at",
        )
        .bind(self.clock.now())
        .fetch_all(self.db.read())
        .await?;
        let mut pairs = Vec::new();
        for (resident, volunteer, from, last, times) in rows {
            let Ok(file) = self.file_of(&resident).await else { continue };
            let since = local(from).date_naive();
            let last: Option<NaiveDate> = last.and_then(|day| day.parse().ok());
            let silent = is_silent(last.unwrap_or(since).max(since), self.clock.today(), self.content.volunteers.silent_days);
            pairs.push(Pair { volunteer, resident: file.profile.full_name(), since, last, times, silent });
        }
        pairs.sort_by_key(|p| !p.silent);
        Ok(pairs)
    }

    /// The coordinator proposes a volunteer to a resident who would like a buddy. The volunteer answers first.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no coordinator, or when there is no such volunteer; [`Error::Conflict`] when the
    /// resident no longer asks or somebody was proposed already.
    pub async fn propose_volunteer(&self, actor: &Actor, resident: &str, person: &str) -> Result<()> {
        let volunteer = self.volunteer(actor, person).await?;
        if volunteer.ended_at.is_some() || !self.all_volunteers().await?.iter().any(|v| v.person == person) {
            return Err(Error::NotFound);
        }
        let file = self.file_of(resident).await?;
        self.log_access(actor, "ProposeHelper", resident, Outcome::Done).await?;
        let (id, now, by) = (new_opaque_id(), self.clock.now(), actor.person.clone());
        let said = file.key.seal(&invitation_place(&id, "said"), volunteer.name.as_bytes())?;
        let (resident, person, scope) = (resident.to_owned(), person.to_owned(), serde_json::to_string(&Scope::default())?);
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "SELECT COUNT(*) FROM request WHERE resident = $1 AND kind = 'buddy' AND settled_at IS NULL";
                    let (asks,): (i64,) = sqlx::query_as(sql).bind(&resident).fetch_one(&mut *tx).await?;
                    if asks == 0 {
                        return Err(Error::Conflict("proposal"));
                    }
                    let sql = "UPDATE helper_invitation SET settled_at = $1, outcome = 'expired' \
                               WHERE resident = $2 AND way = 'proposal' AND settled_at IS NULL AND expires_at <= $1";
                    sqlx::query(sql).bind(now).bind(&resident).execute(&mut *tx).await?;
                    // One that is open keeps a second one out, also when two coordinators propose at this moment.
                    let made = sqlx::query(
                        "INSERT INTO helper_invitation (id, resident, way, scope, days, made_by, made_at, expires_at, helper, sealed_said) \
                         VALUES ($1, $2, 'proposal', $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
                    )
                    .bind(id)
                    .bind(resident)
                    .bind(scope)
                    .bind(i64::from(DAYS))
                    .bind(by)
                    .bind(now)
                    .bind(now + PROPOSAL_FOR)
                    .bind(person)
                    .bind(said)
                    .execute(tx)
                    .await?;
                    if made.rows_affected() == 0 { Err(Error::Conflict("proposal")) } else { Ok(()) }
                })
            })
            .await
    }

    /// The coordinator takes a proposal back, before the resident said yes. One that is gone already is no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no coordinator.
    pub async fn withdraw_volunteer(&self, actor: &Actor, invitation: &str) -> Result<()> {
        self.allow(actor, Action::KeepVolunteers)?;
        let sql = "UPDATE helper_invitation SET settled_at = $1, outcome = 'withdrawn' WHERE id = $2 AND way = 'proposal' AND settled_at IS NULL";
        self.db.run(sqlx::query(sql).bind(self.clock.now()).bind(invitation.to_owned())).await
    }

    /// A volunteer answers a proposal: yes with the promise of secrecy, or no. They see nothing of the resident by it, and the
    /// resident has as long to confirm as for any other helper.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no helper; [`Error::Invalid`] for a yes without the promise; [`Error::Conflict`] when
    /// the proposal is gone.
    pub async fn answer_proposal(&self, actor: &Actor, invitation: &str, yes: bool, promised: bool) -> Result<()> {
        self.allow(actor, Action::Help)?;
        if yes && !promised {
            return Err(Error::Invalid(vec![domain::Problem::new("promise", domain::ProblemCode::Empty)]));
        }
        let (invitation, helper, now, until) = (invitation.to_owned(), actor.person.clone(), self.clock.now(), self.confirm_until());
        let sql = if yes {
            "UPDATE helper_invitation SET promised_at = $1, expires_at = $4 WHERE id = $2 AND helper = $3 AND way = 'proposal' AND promised_at IS NULL AND settled_at IS NULL AND expires_at > $1"
        } else {
            "UPDATE helper_invitation SET settled_at = $1, outcome = 'declined' WHERE id = $2 AND helper = $3 AND way = 'proposal' AND settled_at IS NULL"
        };
        let done = self.db.write(move |tx| {
            Box::pin(async move {
                let query = sqlx::query(sql).bind(now).bind(invitation).bind(helper);
                let query = if yes { query.bind(until) } else { query };
                Ok(query.execute(tx).await?.rows_affected())
            })
        });
        if done.await? == 0 { Err(Error::Conflict("invitation")) } else { Ok(()) }
    }
}

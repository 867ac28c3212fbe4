//! What runs now and what stopped lately: for the pages around helping, and for pages of helpers that are still open.

use super::{Helper, Row, mandate};
use crate::file::File;
use crate::{Result, Service};
use domain::access::{Action, Actor};
use domain::intake::{Domain, Kept, Kind};
use domain::mandate::Mandate;
use std::collections::BTreeSet;

/// For how long a helper reads that it stopped, or that somebody said no.
const TOLD_FOR: i64 = 7 * 24 * 60 * 60_000;

/// Help that stopped lately, as the helper reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// The resident.
    pub resident: String,
    /// How they are called; the helper knew that.
    pub name: String,
    /// When, in milliseconds.
    pub at: i64,
    /// Whether something that the helper still typed waits for the resident.
    pub left: bool,
}

/// The columns of a mandate, and who ended it.
type EndedRow = (String, String, String, String, String, i64, String, i64, i64, Option<i64>, Option<String>);

impl Service {
    /// Who helps now, for the resident who opened `file`; nobody for anybody else, whose helpers these are not.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn helpers_now(&self, file: &File) -> Result<Vec<Helper>> {
        Ok(if file.own { self.mandates_of(file, self.clock.now()).await?.0 } else { Vec::new() })
    }

    /// Who sits beside the resident who opened `file`; nobody for anybody else.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn beside_now(&self, file: &File) -> Result<Option<String>> {
        Ok(if file.own { self.together_now(file).await?.map(|t| t.with) } else { None })
    }

    /// The domains that the resident said a buddy may see, in what is filled in or else in what was sent: to begin an invitation
    /// with.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor is not that resident.
    pub async fn wants_to_share(&self, actor: &Actor, resident: &str) -> Result<BTreeSet<Domain>> {
        let file = self.open_file(actor, Action::KeepHelpers, resident).await?;
        let sharing = self.content.intake.closing.iter().find(|q| q.kind == Kind::Sharing);
        let draft = self.draft(actor, resident, crate::intake::Way::Own).await?.ok();
        let said = draft.as_ref().zip(sharing).and_then(|(view, question)| view.answers.get(&question.id));
        match said {
            Some(Kept::Given(raw)) => Ok(raw.choices.iter().filter_map(|choice| Domain::parse(choice)).collect()),
            _ => Ok(self.latest_scan(&file).await?.map(|sent| sent.scan.shared.into_iter().collect()).unwrap_or_default()),
        }
    }

    /// Whether `mandate` is of this person and holds. It tells nothing else: one of another looks like one that is over.
    pub(crate) async fn still_helps(&self, person: &str, mandate_id: &str) -> Result<bool> {
        let sql = concat!("SELECT ", super::columns!(), " FROM mandate WHERE id = $1 AND helper = $2");
        let row: Option<Row> = sqlx::query_as(sql).bind(mandate_id).bind(person).fetch_optional(self.db.read()).await?;
        let found = row.map(mandate).transpose()?;
        Ok(found.is_some_and(|m| m.scope_for(person, &m.resident, self.clock.now()).is_some()))
    }

    /// Whose help by this helper stopped lately, without the helper wanting it: ended by the resident, or by itself.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for whoever is no helper.
    pub async fn stopped_lately(&self, actor: &Actor) -> Result<Vec<Stopped>> {
        self.allow(actor, Action::Help)?;
        let now = self.clock.now();
        let sql = concat!("SELECT ", super::columns!(), ", withdrawn_by FROM mandate WHERE helper = $1 AND until_at > $2 ORDER BY from_at DESC, id DESC");
        let rows: Vec<EndedRow> = sqlx::query_as(sql).bind(&actor.person).bind(now - TOLD_FOR).fetch_all(self.db.read()).await?;
        let mut newest: Vec<(Mandate, Option<String>)> = Vec::new();
        for (id, resident, helper, kind, scope, colour, made_by, from, until, withdrawn, by) in rows {
            // What was made later between the same two takes the place of what was there.
            if !newest.iter().any(|(m, _)| m.resident == resident) {
                newest.push((mandate((id, resident, helper, kind, scope, colour, made_by, from, until, withdrawn))?, by));
            }
        }
        let left: Vec<(String,)> =
            sqlx::query_as("SELECT DISTINCT resident FROM helper_left WHERE helper = $1").bind(&actor.person).fetch_all(self.db.read()).await?;
        let mut stopped = Vec::new();
        for (mandate, by) in newest {
            let theirs = by.as_ref().is_none_or(|by| *by == mandate.resident || *by == mandate.made_by);
            let Some(at) = mandate.ended(now).filter(|at| theirs && *at <= now && now - at < TOLD_FOR) else { continue };
            let Ok(file) = self.file_of(&mandate.resident).await else { continue };
            let left = left.iter().any(|(resident,)| *resident == mandate.resident);
            stopped.push(Stopped { name: file.profile.greeting().to_owned(), resident: mandate.resident, at, left });
        }
        Ok(stopped)
    }

    /// When it lately came to nothing with this helper, in milliseconds, and whether the municipality withdrew it; else somebody
    /// said no or took the question back. Who is not told.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for whoever is no helper.
    pub async fn said_no_lately(&self, actor: &Actor) -> Result<Option<(i64, bool)>> {
        self.allow(actor, Action::Help)?;
        let sql = "SELECT settled_at, outcome FROM helper_invitation WHERE helper = $1 AND promised_at IS NOT NULL \
                   AND outcome IN ('refused', 'taken_back', 'withdrawn') AND settled_at > $2 ORDER BY settled_at DESC LIMIT 1";
        let row: Option<(i64, String)> = sqlx::query_as(sql).bind(&actor.person).bind(self.clock.now() - TOLD_FOR).fetch_optional(self.db.read()).await?;
        Ok(row.map(|(at, outcome)| (at, outcome == "withdrawn")))
    }
}

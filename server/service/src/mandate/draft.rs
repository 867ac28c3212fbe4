//! What helpers fill in: in the resident's own draft, marked as theirs, and never what is not shared.

use super::{Row, mandate};
use crate::file::File;
use crate::intake::{KeepChange, Way};
use crate::keys::Context;
use crate::{Error, Result, Service, new_id};
use domain::access::{Action, Actor, Role};
use domain::intake::{Domain, Kept, Kind, Question, Visibility};
use sqlx::{AnyConnection, AnyExecutor};
use std::collections::BTreeMap;

/// How long after the end what a form still sends is kept for the resident: the form was open.
const STILL_OPEN: i64 = 15 * 60_000;
/// The most texts of one helper that are kept so.
const MOST: i64 = 20;

/// An answer, or a domain as a whole, that a helper changed: that it was, never what it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// The step or the domain.
    pub step: String,
    /// The helper.
    pub helper: String,
    /// The last time, in milliseconds.
    pub at: i64,
}

/// A change of a helper that is kept now.
pub(crate) struct Help<'a> {
    pub(crate) draft: &'a str,
    pub(crate) resident: &'a str,
    pub(crate) step: &'a str,
    pub(crate) helper: &'a str,
    pub(crate) at: i64,
    /// Whether the helper went on from there.
    pub(crate) passed: bool,
}

impl Help<'_> {
    /// Writes down who and when, never what; where nothing was changed only whether the helper went on.
    pub(crate) async fn record(self, tx: &mut AnyConnection, changed: bool) -> Result<()> {
        let passed = i64::from(self.passed);
        if !changed {
            let sql = "UPDATE helped_answer SET passed = $1 WHERE draft = $2 AND step = $3 AND helper = $4";
            sqlx::query(sql).bind(passed).bind(self.draft).bind(self.step).bind(self.helper).execute(tx).await?;
            return Ok(());
        }
        // Counted and not timed: the resident reads through as many changes as there are, whichever clock stamped them.
        let sql = "UPDATE draft SET helped = helped + 1 WHERE id = $1 RETURNING helped";
        let (number,): (i64,) = sqlx::query_as(sql).bind(self.draft).fetch_one(&mut *tx).await?;
        sqlx::query(
            "INSERT INTO helped_answer (draft, resident, step, helper, at, number, passed) VALUES ($1, $2, $3, $4, $5, $6, $7) \
             ON CONFLICT (draft, step, helper) DO UPDATE SET at = excluded.at, number = excluded.number, passed = excluded.passed",
        )
        .bind(self.draft)
        .bind(self.resident)
        .bind(self.step)
        .bind(self.helper)
        .bind(self.at)
        .bind(number)
        .bind(passed)
        .execute(tx)
        .await?;
        Ok(())
    }
}

/// Where a helper was in a draft, and whether they went on from there; nowhere before they changed anything.
pub(crate) async fn stood<'e>(executor: impl AnyExecutor<'e>, draft: &str, helper: &str) -> Result<(String, bool)> {
    let row: Option<(String, i64)> =
        sqlx::query_as("SELECT step, passed FROM helped_answer WHERE draft = $1 AND helper = $2 ORDER BY number DESC, at DESC, step LIMIT 1")
            .bind(draft)
            .bind(helper)
            .fetch_optional(executor)
            .await?;
    Ok(row.map(|(step, passed)| (step, passed != 0)).unwrap_or_default())
}

/// What a helper still typed when the mandate had just ended.
#[derive(Clone)]
pub struct Left {
    /// Its id.
    pub id: String,
    /// The step.
    pub step: String,
    /// The helper.
    pub helper: String,
    /// What was typed.
    pub kept: Kept,
    /// When, in milliseconds.
    pub at: i64,
}

fn place(id: &str) -> Context {
    Context::new("helper-left", &[id])
}

impl Service {
    /// Opens the file of a resident for a helper to change the answer to `step`. When the mandate ended a moment ago, what
    /// was typed is kept for the resident; the helper is refused all the same.
    pub(crate) async fn open_to_fill_in(&self, actor: &Actor, resident: &str, change: &KeepChange) -> Result<File> {
        let (domain, visible) = match (self.content.intake.step(&change.step), Domain::parse(&change.step)) {
            (Some((question, _)), _) => (question.domain, question.visible),
            (None, domain) => (domain, Visibility::M),
        };
        // What belongs to no domain is the resident's own: refused and logged like everything of theirs.
        let action = domain.map_or(Action::FillIn, |domain| Action::HelpFillIn(domain, visible));
        match self.open_file(actor, action, resident).await {
            Err(Error::NotFound) => {
                self.keep_for_the_resident(actor, resident, change, (domain, visible)).await?;
                Err(Error::NotFound)
            }
            opened => opened,
        }
    }

    async fn keep_for_the_resident(&self, actor: &Actor, resident: &str, change: &KeepChange, what: (Option<Domain>, Visibility)) -> Result<()> {
        let typed = Some(&change.kept).filter(|kept| matches!(kept, Kept::Given(raw) if !raw.is_empty()));
        let (Some(kept), Some((question, _)), Role::Helper) = (typed, self.content.intake.step(&change.step), actor.role) else { return Ok(()) };
        let now = self.clock.now();
        // Also one that another with less took the place of.
        let sql = concat!("SELECT ", super::columns!(), " FROM mandate WHERE resident = $1 AND helper = $2 AND until_at > $3");
        let rows: Vec<Row> = sqlx::query_as(sql).bind(resident).bind(&actor.person).bind(now - STILL_OPEN).fetch_all(self.db.read()).await?;
        let mut covered = false;
        for row in rows {
            let mandate = mandate(row)?;
            let just_ended = mandate.ended(now).is_some_and(|ended| now - ended < STILL_OPEN && ended <= now);
            covered |= just_ended && mandate.scope.fills_in(what.0, what.1);
        }
        if !covered || question.kind != Kind::Ordinary {
            return Ok(());
        }
        let file = self.file_of(resident).await?;
        let id = new_id();
        let sealed = file.key.seal_json(&place(&id), kept)?;
        let (resident, helper, step) = (resident.to_owned(), actor.person.clone(), change.step.clone());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "SELECT COUNT(*) FROM helper_left WHERE resident = $1 AND helper = $2 AND step <> $3";
                    let (there,): (i64,) = sqlx::query_as(sql).bind(&resident).bind(&helper).bind(&step).fetch_one(&mut *tx).await?;
                    if there >= MOST {
                        return Ok(());
                    }
                    sqlx::query(
                        "INSERT INTO helper_left (id, resident, helper, step, sealed_kept, at) VALUES ($1, $2, $3, $4, $5, $6) \
                         ON CONFLICT (resident, helper, step) DO UPDATE SET id = excluded.id, sealed_kept = excluded.sealed_kept, at = excluded.at",
                    )
                    .bind(id)
                    .bind(resident)
                    .bind(helper)
                    .bind(step)
                    .bind(sealed)
                    .bind(now)
                    .execute(tx)
                    .await?;
                    Ok(())
                })
            })
            .await
    }

    /// What helpers still typed when it had ended. The caller has opened the file as the resident.
    pub(crate) async fn left_by_helpers(&self, file: &File) -> Result<Vec<Left>> {
        let rows: Vec<(String, String, String, Vec<u8>, i64)> =
            sqlx::query_as("SELECT id, helper, step, sealed_kept, at FROM helper_left WHERE resident = $1 ORDER BY at DESC, id DESC")
                .bind(file.resident())
                .fetch_all(self.db.read())
                .await?;
        rows.into_iter().map(|(id, helper, step, sealed, at)| Ok(Left { kept: file.key.open_json(&place(&id), &sealed)?, helper, step, at, id })).collect()
    }

    /// The resident throws away, or takes over as an answer of their own, what a helper still typed. What is gone already is
    /// no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident; [`Error::Conflict`] when there is no draft to
    /// take it over in.
    pub async fn settle_left(&self, actor: &Actor, resident: &str, left: &str, take_over: bool) -> Result<()> {
        let file = self.open_file(actor, Action::KeepHelpers, resident).await?;
        let Some(left) = self.left_by_helpers(&file).await?.into_iter().find(|l| l.id == left) else { return Ok(()) };
        if take_over {
            let view = self.draft(actor, resident, Way::Own).await?.map_err(|_| Error::Conflict("draft"))?;
            let base = view.draft.kept.get(&left.step).map_or(0, |k| k.version);
            let (draft, stand) = (view.draft.id, crate::intake::Stand::Elsewhere);
            let change = KeepChange { step: left.step, draft, base, key: String::new(), kept: left.kept, stand };
            self.keep(actor, resident, Way::Own, change).await?;
        }
        let (id, resident) = (left.id, resident.to_owned());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    sqlx::query("DELETE FROM helper_left WHERE id = $1 AND resident = $2").bind(id).bind(resident).execute(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    /// What helpers filled in and still stands in the open draft, newest first. The caller has opened the file.
    pub(crate) async fn prepared_by_helpers(&self, file: &File) -> Result<Vec<Prepared>> {
        let rows: Vec<(String, String, i64)> = sqlx::query_as(
            "SELECT a.step, a.kept_by, a.kept_at FROM draft d JOIN answer a ON a.draft = d.id JOIN person p ON p.id = a.kept_by \
             WHERE d.resident = $1 AND d.by_staff = 0 AND p.role = 'helper' ORDER BY a.kept_at DESC, a.step",
        )
        .bind(file.resident())
        .fetch_all(self.db.read())
        .await?;
        Ok(rows.into_iter().map(|(step, helper, at)| Prepared { step, helper, at }).collect())
    }

    /// Everything that helpers ever changed, newest first, whatever became of it. The caller has opened the file.
    pub(crate) async fn changed_by_helpers(&self, file: &File) -> Result<Vec<Prepared>> {
        let rows: Vec<(String, String, i64)> = sqlx::query_as("SELECT step, helper, at FROM helped_answer WHERE resident = $1 ORDER BY at DESC, step")
            .bind(file.resident())
            .fetch_all(self.db.read())
            .await?;
        Ok(rows.into_iter().map(|(step, helper, at)| Prepared { step, helper, at }).collect())
    }
}

/// Only what a helper may see of a draft: their own answers would tell nothing more. What somebody else filled in at the
/// same time is for the resident to choose, and so is what they are asked about by a caseworker.
pub(crate) fn within(file: &File, draft: &mut crate::intake::Draft, question_of: impl Fn(&str) -> Option<Question>) {
    let Some(scope) = file.scope() else { return };
    let shown = |step: &str| match (question_of(step), Domain::parse(step)) {
        (Some(question), _) => scope.shows(question.domain, question.visible),
        (None, Some(domain)) => scope.domains.contains_key(&domain),
        (None, None) => false,
    };
    draft.kept = std::mem::take(&mut draft.kept).into_iter().filter(|(step, _)| shown(step)).collect::<BTreeMap<_, _>>();
    if let Some(asked) = &mut draft.asked {
        asked.content.message.clear();
        asked.by.clear();
    }
}

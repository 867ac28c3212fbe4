//! Keeping an answer: at once, exactly once, and never over somebody else's.

use super::draft::{Way, answer_place};
use crate::file::File;
use crate::mandate::Help;
use crate::{Error, Result, Service};
use domain::access::Actor;
use domain::intake::{Domain, Kept, Raw};
use sqlx::AnyConnection;

/// One change to keep.
#[derive(Clone)]
pub struct KeepChange {
    /// Step id, or a domain id to skip the domain as a whole.
    pub step: String,
    /// The draft that the form was shown for.
    pub draft: String,
    /// The version that the person saw; 0 when there was no answer.
    pub base: i64,
    /// The same for each try of the same change; empty for a form without scripts.
    pub key: String,
    /// The answer; an empty one takes it back (a domain is taken up again).
    pub kept: Kept,
    /// Where the resident is after it.
    pub stand: Stand,
}

/// Where a resident is after a change, to come back to on any device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Still on this screen.
    Here,
    /// Gone on from this screen.
    Passed,
    /// Elsewhere: this was only a change from the check page.
    Elsewhere,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptReply {
    /// The version now.
    pub version: i64,
    /// When it was kept, in milliseconds.
    pub at: i64,
    /// Somebody else changed the same answer: both are kept and the person chooses.
    pub conflict: bool,
}

/// Which of two answers is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// The one that was there.
    Kept,
    /// The other one.
    Other,
}

/// Version and answer, since when another one stands beside it, the version that this very change made before, and what is
/// asked when the draft answers a question about a few answers.
type Current = (Option<i64>, Option<Vec<u8>>, Option<i64>, Option<i64>, Option<String>);

impl Service {
    /// Keeps one change. It is on disk when this returns.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown step or when the actor may not; [`Error::Conflict`] when the draft was
    /// sent or discarded meanwhile.
    pub async fn keep(&self, actor: &Actor, resident: &str, way: Way, change: KeepChange) -> Result<KeptReply> {
        if self.content.intake.step(&change.step).is_none() && Domain::parse(&change.step).is_none() {
            return Err(Error::NotFound);
        }
        if !change.key.is_empty() && !crate::is_form_key(&change.key) {
            return Err(Error::NotFound);
        }
        let file = if way == Way::Help { self.open_to_fill_in(actor, resident, &change).await? } else { self.open_file(actor, way.action(), resident).await? };
        if self.content.intake.step(&change.step).is_some_and(|(question, _)| !file.shows(question.visible)) {
            return Err(Error::NotFound);
        }
        let (by, now) = (actor.person.clone(), self.clock.now());
        self.db.write(move |tx| Box::pin(async move { keep(tx, &file, way, change, &by, now).await })).await
    }

    /// Chooses between two answers to one question.
    ///
    /// # Errors
    /// As for [`Service::keep`].
    pub async fn pick(&self, actor: &Actor, resident: &str, way: Way, step: &str, version: i64, pick: Pick) -> Result<()> {
        let file = self.open_file(actor, way.deciding(), resident).await?;
        let (by, now, step) = (actor.person.clone(), self.clock.now(), step.to_owned());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let chosen = match pick {
                        Pick::Kept => "UPDATE answer SET version = version + 1, sealed_other = NULL, other_by = NULL, other_at = NULL, kept_by = $1, kept_at = $2 \
                                       WHERE step = $3 AND version = $4 AND draft = (SELECT id FROM draft WHERE resident = $5 AND by_staff = $6)",
                        Pick::Other => "UPDATE answer SET version = version + 1, sealed_kept = sealed_other, sealed_other = NULL, other_by = NULL, other_at = NULL, kept_by = $1, kept_at = $2 \
                                        WHERE sealed_other IS NOT NULL AND step = $3 AND version = $4 AND draft = (SELECT id FROM draft WHERE resident = $5 AND by_staff = $6)",
                    };
                    let done = sqlx::query(chosen).bind(by).bind(now).bind(step).bind(version).bind(file.resident()).bind(way.by_staff()).execute(&mut *tx).await?;
                    if done.rows_affected() == 0 {
                        return Err(Error::Conflict("answer"));
                    }
                    sqlx::query("UPDATE draft SET revision = revision + 1, updated_at = $1 WHERE resident = $2 AND by_staff = $3")
                        .bind(now)
                        .bind(file.resident())
                        .bind(way.by_staff())
                        .execute(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }

    /// Remembers where the resident is, without an answer.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn stand_at(&self, draft: &str, step: &str, stand: Stand) -> Result<()> {
        let (draft, step, passed) = (draft.to_owned(), step.to_owned(), i64::from(stand == Stand::Passed));
        self.db.run(sqlx::query("UPDATE draft SET at_step = $1, passed = $2 WHERE id = $3").bind(step).bind(passed).bind(draft)).await
    }
}

async fn keep(tx: &mut AnyConnection, file: &File, way: Way, change: KeepChange, by: &str, now: i64) -> Result<KeptReply> {
    let KeepChange { step, draft, base, key, kept, stand } = change;
    // Where the resident goes on is not for a helper to say.
    stamp(tx, (&draft, &step, if way == Way::Help { Stand::Elsewhere } else { stand }), file, way, now).await?;
    let (version, sealed, other_at, seen, ask): Current = sqlx::query_as(
        "SELECT a.version, a.sealed_kept, a.other_at, k.version, d.ask FROM draft d \
         LEFT JOIN answer a ON a.draft = d.id AND a.step = $1 LEFT JOIN kept_key k ON k.draft = d.id AND k.key = $2 WHERE d.id = $3",
    )
    .bind(&step)
    .bind(&key)
    .bind(&draft)
    .fetch_one(&mut *tx)
    .await?;
    if let Some(version) = seen {
        return Ok(KeptReply { version, at: now, conflict: other_at.is_some() });
    }
    let current = version.unwrap_or(0);
    let whole_domain = Domain::parse(&step).is_some();
    if whole_domain && ask.is_some() {
        // Where only a few answers are asked again, nobody sees that a domain is skipped.
        return Err(Error::NotFound);
    }
    // A domain is skipped or taken up: what was typed beside it is no answer to anything.
    let kept = if whole_domain && kept != Kept::Skipped { Kept::Given(Raw::default()) } else { kept };
    let place = answer_place(&draft, &step);
    let same = match &sealed {
        Some(sealed) => file.key.open_json::<Kept>(&place, sealed)? == kept,
        None => false,
    };
    let conflict = !same && current != base && current > 0 && !whole_domain;
    let version = if same || conflict { current } else { current + 1 };
    if !same {
        let sealed = file.key.seal_json(&place, &kept)?;
        let statement = if conflict {
            "UPDATE answer SET sealed_other = $1, other_by = $2, other_at = $3 WHERE draft = $4 AND step = $5"
        } else {
            "INSERT INTO answer (sealed_kept, kept_by, kept_at, draft, step, version) VALUES ($1, $2, $3, $4, $5, 1) \
             ON CONFLICT (draft, step) DO UPDATE SET sealed_kept = excluded.sealed_kept, kept_by = excluded.kept_by, kept_at = excluded.kept_at, version = answer.version + 1"
        };
        sqlx::query(statement).bind(sealed).bind(by).bind(now).bind(&draft).bind(&step).execute(&mut *tx).await?;
    }
    if way == Way::Help {
        let help = Help { draft: &draft, resident: file.resident(), step: &step, helper: by, at: now, passed: stand != Stand::Here };
        help.record(tx, !same).await?;
    }
    if !key.is_empty() {
        sqlx::query("INSERT INTO kept_key (draft, key, version) VALUES ($1, $2, $3)").bind(&draft).bind(&key).bind(version).execute(&mut *tx).await?;
    }
    Ok(KeptReply { version, at: now, conflict })
}

/// Counts the change. This comes first: whoever changes the same draft at this moment waits for its row, and then reads
/// what is there by then.
async fn stamp(tx: &mut AnyConnection, (draft, step, stand): (&str, &str, Stand), file: &File, way: Way, now: i64) -> Result<()> {
    let statement = match stand {
        Stand::Elsewhere => "UPDATE draft SET revision = revision + 1, updated_at = $1 WHERE id = $2 AND resident = $3 AND by_staff = $4",
        Stand::Here => "UPDATE draft SET revision = revision + 1, updated_at = $1, at_step = $5, passed = 0 WHERE id = $2 AND resident = $3 AND by_staff = $4",
        Stand::Passed => {
            "UPDATE draft SET revision = revision + 1, updated_at = $1, at_step = $5, passed = 1 WHERE id = $2 AND resident = $3 AND by_staff = $4"
        }
    };
    let query = sqlx::query(statement).bind(now).bind(draft).bind(file.resident()).bind(way.by_staff());
    let done = if stand == Stand::Elsewhere { query.execute(tx).await? } else { query.bind(step).execute(tx).await? };
    if done.rows_affected() == 0 { Err(Error::Conflict("draft")) } else { Ok(()) }
}

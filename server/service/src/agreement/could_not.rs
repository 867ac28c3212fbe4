//! That a resident cannot answer now, as a caseworker recorded it.

use super::store::answers_place;
use super::{VersionView, side_of};
use crate::event::{self, EventKind};
use crate::{Error, Result, Service};
use domain::access::Actor;
use domain::agreement::{Answers, Refusal, Side, Sign};

impl Service {
    /// Records that the resident cannot answer now, with the reason: it becomes a task to talk about at the next contact.
    ///
    /// # Errors
    /// [`Error::Invalid`] without a reason, [`Error::Conflict`] when nothing waits for the resident.
    pub async fn could_not_answer(&self, actor: &Actor, resident: &str, number: i64, reason: &str) -> Result<()> {
        if side_of(actor)?.0 != Side::Municipality {
            return Err(Error::NotFound);
        }
        let agreement = self.agreement(actor, resident).await?;
        let reason = crate::review::checked("could_not", reason)?;
        let waiting = |v: &&VersionView| v.version.number == number && v.version.waits_for(Side::Resident);
        let view = agreement.proposed().filter(waiting).ok_or(Refusal::OldVersion)?;
        let mut answers: Answers = view.version.answers.clone();
        let now = self.clock.now();
        answers.could_not.push((reason, Sign { by: actor.person.clone(), at: now }));
        let sealed = agreement.file.key.seal_json(&answers_place(resident, number), &answers)?;
        let (resident, by, revision) = (resident.to_owned(), actor.person.clone(), view.revision);
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let done = sqlx::query(
                        "UPDATE agreement_version SET sealed_answers = $1, could_not = 1, revision = revision + 1 \
                         WHERE resident = $2 AND number = $3 AND state = 'proposed' AND revision = $4",
                    );
                    if done.bind(sealed).bind(&resident).bind(number).bind(revision).execute(&mut *tx).await?.rows_affected() == 0 {
                        return Err(Refusal::OldVersion.into());
                    }
                    event::record(tx, &resident, EventKind::CouldNotAnswer, &number.to_string(), &by, now).await
                })
            })
            .await
    }
}

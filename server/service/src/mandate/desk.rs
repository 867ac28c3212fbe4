//! What is arranged at the desk: how the resident agreed, whose helper it cannot be, and that the resident sees it.

use super::invite::place;
use super::join::same_name;
use super::{Invitation, Way};
use crate::file::File;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor};

/// How an invitation of the desk came about: the resident can read it.
#[derive(Clone)]
pub struct AtDesk {
    /// The invitation.
    pub invitation: String,
    /// The caseworker.
    pub by: String,
    /// When, in milliseconds.
    pub at: i64,
    /// How the resident agreed, in the caseworker's words.
    pub agreement: String,
}

impl Service {
    /// Everything that was arranged at the desk for a resident, oldest first. The caller has opened the file.
    pub(super) async fn arranged_at_desk(&self, file: &File) -> Result<Vec<AtDesk>> {
        let rows: Vec<(String, String, i64, Option<Vec<u8>>)> =
            sqlx::query_as("SELECT id, made_by, made_at, sealed_agreement FROM helper_invitation WHERE resident = $1 AND way = $2 ORDER BY made_at, id")
                .bind(file.resident())
                .bind(Way::Desk.as_str())
                .fetch_all(self.db.read())
                .await?;
        let open = |(id, by, at, sealed): (String, String, i64, Option<Vec<u8>>)| {
            let text = sealed.map(|sealed| file.key.open(&place(&id, "agreement"), &sealed)).transpose()?;
            Ok(AtDesk { agreement: text.map(|text| String::from_utf8_lossy(&text).into_owned()).unwrap_or_default(), invitation: id, by, at })
        };
        rows.into_iter().map(open).collect()
    }

    /// Refuses a helper who is the caseworker at the desk, as far as a name can tell.
    pub(super) async fn no_helper_of_their_own(&self, actor: &Actor, invitation: &Invitation) -> Result<()> {
        let people = self.staff().await?;
        let name = |id: &str| people.get(id).map(|p| p.name.as_str()).unwrap_or_default();
        let Some((helper, said)) = &invitation.answered else { return Ok(()) };
        let own = |staff: &str| same_name(said, staff) || same_name(name(helper), staff);
        if own(name(&actor.person)) || own(name(&invitation.made_by)) { Err(Error::Conflict("yourself")) } else { Ok(()) }
    }

    /// The resident has read what was arranged at the desk. Doing so twice is no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident.
    pub async fn see_desk_helper(&self, actor: &Actor, resident: &str, mandate: &str) -> Result<()> {
        self.open_file(actor, Action::KeepHelpers, resident).await?;
        let query = sqlx::query("UPDATE mandate SET seen_at = $1 WHERE id = $2 AND resident = $3 AND seen_at IS NULL");
        self.db.run(query.bind(self.clock.now()).bind(mandate.to_owned()).bind(resident.to_owned())).await
    }
}

//! The one door to a resident's data: whoever opens a file has been allowed to.

use crate::access::Outcome;
use crate::keys::{Context, DataKey};
use crate::{Error, Result, Service};
use domain::access::{Action, Actor, Role, Subject, may};
use domain::intake::{Route, Visibility};
use domain::mandate::{Mandate, Scope};
use domain::profile::Profile;

/// A resident's file, opened by somebody who may.
#[derive(Debug, Clone)]
pub struct File {
    /// Whose, and what access depends on.
    pub subject: Subject,
    /// What the resident keeps about themselves.
    pub profile: Profile,
    /// The version of the profile.
    pub profile_version: i64,
    /// Which questions the resident gets.
    pub route: Route,
    /// When invited, in milliseconds.
    pub invited_at: Option<i64>,
    /// For a helper: the mandate with which they opened it. Whatever is shown of the file stays within its scope.
    pub mandate: Option<Mandate>,
    /// Whether the resident opened it: nobody else sees what only the resident sees ([`Visibility::I`]).
    pub own: bool,
    pub(crate) key: DataKey,
}

impl File {
    /// The resident's id.
    #[must_use]
    pub fn resident(&self) -> &str {
        &self.subject.resident
    }

    /// Whether who opened it may see a question of this kind.
    #[must_use]
    pub fn shows(&self, visible: Visibility) -> bool {
        self.own || visible != Visibility::I
    }

    /// What is shared with the helper who opened it; `None` for everybody else.
    #[must_use]
    pub fn scope(&self) -> Option<&Scope> {
        self.mandate.as_ref().map(|mandate| &mandate.scope)
    }
}

/// Master key, wrapped key, profile and its version, route, invited at.
type Sealed = (String, Vec<u8>, Vec<u8>, i64, String, Option<i64>);
type Row = (Option<String>, Option<String>, String, Vec<u8>, Vec<u8>, i64, String, Option<i64>);

impl Service {
    /// Opens the file of `resident` for `actor` to do `action`.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such resident or the actor may not: both look the same.
    pub async fn open_file(&self, actor: &Actor, action: Action, resident: &str) -> Result<File> {
        match self.sealed_row(resident, Some(actor)).await? {
            Some((subject, row)) if may(actor, action, Some(&subject)) => {
                if self.needs_reason(actor, &subject).await? {
                    return Err(Error::NeedsReason);
                }
                let mut file = self.opened(subject, row)?;
                file.mandate = file.subject.mandate.clone().filter(|_| file.subject.shared_with(actor).is_some());
                file.own = actor.role == Role::Resident && actor.person == resident;
                // What is not written down is not seen.
                self.log_action(actor, action, resident, Outcome::Done).await?;
                Ok(file)
            }
            _ => {
                refused(actor, action);
                self.log_action(actor, action, resident, Outcome::Refused).await?;
                Err(Error::NotFound)
            }
        }
    }

    /// The file of a resident for the portal itself, when it delivers what the resident sent. Nobody sees it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such resident.
    pub(crate) async fn file_of(&self, resident: &str) -> Result<File> {
        let (subject, row) = self.sealed_row(resident, None).await?.ok_or(Error::NotFound)?;
        self.opened(subject, row)
    }

    async fn sealed_row(&self, resident: &str, actor: Option<&Actor>) -> Result<Option<(Subject, Sealed)>> {
        // Looked up on every request, so that ending a mandate works on the next one.
        let mandate = match actor.filter(|actor| actor.role == Role::Helper) {
            Some(helper) => crate::mandate::between(self.db.read(), resident, &helper.person).await?,
            None => None,
        };
        let now = self.clock.now();
        let row: Option<Row> =
            sqlx::query_as("SELECT team, caseworker, master_key, wrapped_key, sealed_profile, profile_version, route, invited_at FROM resident WHERE id = $1")
                .bind(resident)
                .fetch_optional(self.db.read())
                .await?;
        let split = move |(team, caseworker, master_key, wrapped, profile, profile_version, route, invited_at): Row| {
            (Subject { resident: resident.to_owned(), team, caseworker, mandate, now }, (master_key, wrapped, profile, profile_version, route, invited_at))
        };
        Ok(row.map(split))
    }

    fn opened(&self, subject: Subject, (master_key, wrapped, sealed_profile, profile_version, route, invited_at): Sealed) -> Result<File> {
        let key = self.keys.unwrap(&subject.resident, &master_key, &wrapped)?;
        let profile = key.open_json(&profile_place(&subject.resident), &sealed_profile)?;
        let route = Route::parse(&route).ok_or_else(|| Error::internal("a resident has an unknown route"))?;
        Ok(File { subject, profile, profile_version, route, invited_at, mandate: None, own: false, key })
    }

    /// The data key and profile of one resident in a list of many: one key that does not open does not take the work on
    /// everybody else away. It is logged (`portal keys status` tells more).
    ///
    /// # Errors
    /// When a profile is not what was sealed.
    pub(crate) fn listed(&self, resident: &str, master_key: &str, wrapped: &[u8], sealed_profile: &[u8]) -> Result<Option<(DataKey, Profile)>> {
        match self.keys.try_unwrap(resident, master_key, wrapped) {
            Ok(key) => {
                let profile = key.open_json(&profile_place(resident), sealed_profile)?;
                Ok(Some((key, profile)))
            }
            Err(_) => {
                tracing::error!(resident, "a data key does not open");
                Ok(None)
            }
        }
    }

    /// Allows `actor` to do an `action` that is about no resident.
    ///
    /// # Errors
    /// [`Error::NotFound`] when they may not.
    pub fn allow(&self, actor: &Actor, action: Action) -> Result<()> {
        if may(actor, action, None) {
            return Ok(());
        }
        refused(actor, action);
        Err(Error::NotFound)
    }
}

/// Where a profile is sealed for.
pub(crate) fn profile_place(resident: &str) -> Context {
    Context::new("profile", &[resident])
}

fn refused(actor: &Actor, action: Action) {
    tracing::warn!(person = %actor.person, role = actor.role.as_str(), ?action, "refused");
}

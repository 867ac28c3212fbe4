//! Looking for a resident by name or number. What is looked for stays sealed with the session, never in an address.

use super::worklist::WorkRow;
use crate::session::Session;
use crate::typed::Typed;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor, Role};

/// The form in which a caseworker looks for residents.
pub const SOUGHT: &str = "work-find";
/// The most characters that are looked for.
pub const LONGEST_FIND: usize = 100;

impl Service {
    /// Who sent the version or the request with this reference.
    pub(super) async fn with_number(&self, reference: &str) -> Result<Option<String>> {
        let found = sqlx::query_as("SELECT resident FROM scan WHERE reference = $1 UNION SELECT resident FROM request WHERE reference = $1");
        let found: Option<(String,)> = found.bind(reference.trim().to_uppercase()).fetch_optional(self.db.read()).await?;
        Ok(found.map(|(resident,)| resident))
    }

    /// Keeps what `actor` looks for on the worklist; with nothing it is forgotten.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor has no worklist.
    pub async fn keep_sought(&self, session: &Session, actor: &Actor, find: &str) -> Result<()> {
        self.allow(actor, Action::ReadWorklist)?;
        // A coordinator divides work and has no list of residents to look in.
        if actor.role == Role::Coordinator {
            return Err(Error::NotFound);
        }
        if find.is_empty() {
            return self.forget_typed(session, SOUGHT).await;
        }
        let fields = [("find".to_owned(), vec![find.to_owned()])].into();
        self.keep_typed(session, SOUGHT, &Typed { fields, ..Typed::default() }).await
    }
}

/// Whether all words are in the name, in any order.
pub(super) fn has_name(row: &WorkRow, find: &str) -> bool {
    let (name, mut words) = (row.name.to_lowercase(), find.split_whitespace().peekable());
    words.peek().is_some() && words.all(|word| name.contains(word))
}

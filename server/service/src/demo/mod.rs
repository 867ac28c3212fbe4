//! Invented people for the demo: a believable small town, made through the same use cases as the real thing.
//! Names, numbers and stories are made up; BSNs come from the test range 9999xxxxx.

mod answers;
mod bond;
mod helpers;
mod people;
mod town;

pub use people::{Featured, featured};

use crate::file::profile_place;
use crate::{Result, Service};
use domain::profile::Profile;

impl Service {
    /// The people of the sign-in page, and the residents that were invited since: id and name.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn demo_people(&self) -> Result<(Vec<Featured>, Vec<(String, String)>)> {
        let rows: Vec<(String, String, Vec<u8>, Vec<u8>)> = sqlx::query_as(
            "SELECT r.id, r.master_key, r.wrapped_key, r.sealed_profile FROM resident r \
             WHERE r.created_at > (SELECT MAX(created_at) FROM person WHERE role = 'application_manager') ORDER BY r.created_at DESC LIMIT 10",
        )
        .fetch_all(self.db.read())
        .await?;
        let open = |(id, master, wrapped, sealed): (String, String, Vec<u8>, Vec<u8>)| {
            let profile: Profile = self.keys.unwrap(&id, &master, &wrapped)?.open_json(&profile_place(&id), &sealed)?;
            Ok((id, profile.full_name()))
        };
        Ok((featured().to_vec(), rows.into_iter().map(open).collect::<Result<_>>()?))
    }
}

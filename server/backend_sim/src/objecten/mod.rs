//! Objects and object types (objecten, objecttypen, S60 to S67).

pub mod object;
pub mod schema;
pub mod search;
pub mod types;

use crate::kind::Kind;
use crate::store::Row;
use crate::tx::Tx;
use serde_json::Value;

/// The version of an object type that `url` points at.
#[must_use]
pub fn object_type_version<'t>(tx: &'t Tx<'_>, url: &str) -> Option<&'t Row> {
    tx.store.all(Kind::ObjectTypeVersion).find(|row| row.url() == url)
}

/// The version of the object type `of` with this number.
fn version_number<'t>(tx: &'t Tx<'_>, of: &Row, number: &Value) -> Option<&'t Row> {
    tx.store.parts(Kind::ObjectTypeVersion, of.uuid).find(|row| row.body.get("version") == Some(number))
}

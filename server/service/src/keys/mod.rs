//! Encryption at rest: a data key per resident, wrapped by a master key from the configuration.
//!
//! XChaCha20-Poly1305 with a random nonce of 24 bytes and the place of the value as associated data, so that
//! a ciphertext cannot be moved to another row, column or resident.

mod ring;
mod rotate;
mod seal;

pub use ring::{KeyRing, KeyRingError, Locked};
pub use rotate::{InUse, Rotation};
pub use seal::{Context, DataKey};

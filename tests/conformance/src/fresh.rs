//! Fresh identifiers, so that no test meets the rows of another.

use data_encoding::BASE32;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// The number of a case or a document: `P-` and 26 letters.
#[must_use]
pub fn number() -> String {
    format!("P-{}", BASE32.encode(Uuid::new_v4().as_bytes()).trim_end_matches('='))
}

/// The number of a contact: nine digits.
#[must_use]
pub fn reference() -> String {
    static LAST: AtomicU64 = AtomicU64::new(0);
    let start = 100_000_000 + fastrand::u64(..800_000_000);
    (start + LAST.fetch_add(1, Ordering::SeqCst)).to_string()
}

/// A test BSN that passes the eleven-test and begins with 9999.
#[must_use]
pub fn bsn() -> String {
    loop {
        let candidate = format!("9999{:05}", fastrand::u32(..100_000));
        if backend_sim::number::is_test_bsn(&candidate) {
            return candidate;
        }
    }
}

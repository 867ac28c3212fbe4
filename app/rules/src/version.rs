//! Which rules a result was calculated with, to keep beside it.

/// The amounts as they were compiled in.
const DATA: [&[u8]; 3] = [include_bytes!("../data/params.csv"), include_bytes!("../data/params-own.csv"), include_bytes!("../data/rule-sets.csv")];
const FINGERPRINT: u32 = fingerprint();

/// FNV-1a over all amounts: another amount gives another version.
const fn fingerprint() -> u32 {
    let (mut hash, mut file) = (0x811c_9dc5_u32, 0);
    while file < DATA.len() {
        #[expect(clippy::indexing_slicing, reason = "the loops end at the lengths; there is no other way in a constant")]
        let bytes = DATA[file];
        let mut at = 0;
        while at < bytes.len() {
            #[expect(clippy::indexing_slicing, reason = "see above")]
            let byte = bytes[at];
            hash = (hash ^ byte as u32).wrapping_mul(0x0100_0193);
            at += 1;
        }
        file += 1;
    }
    hash
}

/// The version of the formulas and of the amounts, for instance `0.1.0-1f3a90c2`.
#[must_use]
pub fn version() -> String {
    format!("{}-{FINGERPRINT:08x}", env!("CARGO_PKG_VERSION"))
}

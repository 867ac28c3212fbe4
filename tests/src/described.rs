//! Every body that the portal sends to the simulated backend, held against the descriptions of the APIs.

use backend_sim::{Seen, Watch};
use conformance::openapi::{Api, description};
use std::sync::{Mutex, PoisonError};

static FAULTS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Looks at every body; what is wrong with it is among the [`faults`].
#[must_use]
pub fn watch() -> Watch {
    Watch::new(|seen| {
        let found = look(seen);
        FAULTS.lock().unwrap_or_else(PoisonError::into_inner).extend(found);
    })
}

/// What was wrong with any body that was sent in this process.
#[must_use]
pub fn faults() -> Vec<String> {
    FAULTS.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

fn look(seen: Seen<'_>) -> Vec<String> {
    let api = match seen.root {
        "/zaken/api/v1" => Api::Zaken,
        "/documenten/api/v1" => Api::Documenten,
        "/catalogi/api/v1" => Api::Catalogi,
        "/objecten/api/v2" => Api::Objecten,
        "/notificaties/api/v1" => Api::Notificaties,
        "/klantinteracties/api/v1" => Api::Klant,
        other => return vec![format!("{other} is no API that is described")],
    };
    description(api).request_faults(seen.method, seen.path, seen.body)
}

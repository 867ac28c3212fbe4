//! The headers of the coordinate system (S07, S08).

use crate::problem::Problem;
use crate::route::{Crs, Route};
use axum::http::HeaderMap;

/// The only coordinate system there is.
pub const CRS: &str = "EPSG:4326";

/// Refuses a call without the headers that its route asks for.
///
/// # Errors
/// 412 for a missing header, 406 for another coordinate system.
pub fn check(route: &Route, headers: &HeaderMap) -> Result<(), Problem> {
    let content = route.has_body() && route.crs != Crs::No;
    let accept = route.method != "DELETE" && route.crs == Crs::Both;
    for (name, asked) in [("content-crs", content), ("accept-crs", accept)] {
        match headers.get(name).filter(|_| asked) {
            None if asked => return Err(Problem::no_crs()),
            Some(value) if value != CRS => return Err(Problem::wrong_crs()),
            _ => {}
        }
    }
    Ok(())
}

//! Tokens and moments of requests.

use chrono::Utc;
use jsonwebtoken::{EncodingKey, Header, encode};
use serde_json::{Value, json};

/// A signed token of a client, made and ending so many seconds from now.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "tokens need the time of the machine; this is the one home of it in the suite")]
pub fn signed(client: &(String, String), made: i64, ends: i64) -> String {
    let now = Utc::now().timestamp();
    let claims = json!({
        "iss": client.0, "iat": now + made, "exp": now + ends, "client_id": client.0, "user_id": "conformance", "user_representation": "Conformance",
    });
    signed_claims(client, &claims)
}

/// A token with any claims.
#[must_use]
pub fn signed_claims(client: &(String, String), claims: &Value) -> String {
    encode(&Header::default(), claims, &EncodingKey::from_secret(client.1.as_bytes())).unwrap()
}

/// A moment so many milliseconds from now, as requests write it.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "a status needs the time of the machine")]
pub fn moment(millis: i64) -> String {
    (Utc::now() + chrono::Duration::milliseconds(millis)).to_rfc3339_opts(chrono::SecondsFormat::Micros, false)
}

/// Today, as requests write it.
#[must_use]
pub fn today() -> String {
    moment(0)[..10].to_owned()
}

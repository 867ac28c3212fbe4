//! Who calls: signed tokens of the ZGW APIs, fixed keys of the others (S02 to S05).

use crate::api::Api;
use crate::call::Caller;
use crate::clock::Moment;
use crate::credentials::Credentials;
use crate::problem::Problem;
use data_encoding::BASE64URL_NOPAD;
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde_json::{Map, Value};
use subtle::ConstantTimeEq as _;

/// How old a token may be, in seconds (section 3).
const OLDEST: i64 = 3600;

/// Reads the `Authorization` header of a call.
///
/// # Errors
/// 403 for the faults of signed tokens, 401 for wrong keys.
pub fn caller(api: Api, header: Option<&str>, credentials: &Credentials, now: Moment) -> Result<Caller, Problem> {
    if api.signed() {
        let token = header.and_then(|h| h.strip_prefix("Bearer ")).ok_or(Problem::denied())?;
        return signed(token.trim(), credentials, now);
    }
    let key = header.ok_or_else(Problem::no_key)?.strip_prefix("Token ").ok_or_else(Problem::wrong_key)?.trim();
    if api == Api::Objecten {
        let found = credentials.object_keys.iter().find(|known| same(&known.key, key));
        return found.cloned().map(Caller::Objects).ok_or_else(Problem::wrong_key);
    }
    let known = credentials.contact_keys.iter().any(|known| same(known, key));
    if known { Ok(Caller::Contacts) } else { Err(Problem::wrong_key()) }
}

fn same(known: &str, given: &str) -> bool {
    known.as_bytes().ct_eq(given.as_bytes()).into()
}

fn signed(token: &str, credentials: &Credentials, now: Moment) -> Result<Caller, Problem> {
    let broken = || Problem::forbidden("jwt-decode-error");
    let header = decode_header(token).map_err(|_| broken())?;
    let claims = unverified(token).ok_or_else(broken)?;
    let id = claims.get("client_id").and_then(Value::as_str).unwrap_or_default();
    if id.is_empty() {
        return Err(Problem::forbidden("missing-client-identifier"));
    }
    let client = credentials.clients.iter().find(|client| client.id == id).ok_or(Problem::forbidden("invalid-client-identifier"))?;
    if header.alg != Algorithm::HS256 {
        return Err(Problem::forbidden("jwt-invalidalgorithmerror"));
    }
    let mut validation = Validation::new(Algorithm::HS256);
    // The times are checked below, against the clock of the backend.
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    decode::<Map<String, Value>>(token, &DecodingKey::from_secret(client.secret.as_bytes()), &validation).map_err(|error| match error.kind() {
        ErrorKind::InvalidSignature => Problem::forbidden("invalid-jwt-signature"),
        _ => broken(),
    })?;
    check_times(&claims, now.timestamp())?;
    Ok(Caller::Client(client.clone()))
}

/// The claims, before the signature is checked: they say whose secret it is.
fn unverified(token: &str) -> Option<Map<String, Value>> {
    let claims = token.split('.').nth(1)?;
    serde_json::from_slice(&BASE64URL_NOPAD.decode(claims.as_bytes()).ok()?).ok()
}

/// Leeway 0; a token from the future is taken (S02).
fn check_times(claims: &Map<String, Value>, now: i64) -> Result<(), Problem> {
    let seconds = |name: &str| claims.get(name).and_then(Value::as_f64).map(|s| s as i64);
    if seconds("exp").is_some_and(|end| end <= now) {
        return Err(Problem::forbidden("jwt-expiredsignatureerror"));
    }
    let made = seconds("iat").ok_or(Problem::forbidden("jwt-missing-iat-claim"))?;
    if now - made > OLDEST { Err(Problem::forbidden("jwt-expired")) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::moment;
    use jsonwebtoken::{EncodingKey, Header, encode};
    use serde_json::json;

    const NOW: &str = "2026-11-21T12:00:00Z";

    fn code(claims: &Value, secret: &str) -> &'static str {
        let token = encode(&Header::default(), claims, &EncodingKey::from_secret(secret.as_bytes())).unwrap();
        answer(&token)
    }

    fn answer(token: &str) -> &'static str {
        let result = caller(Api::Zaken, Some(&format!("Bearer {token}")), &Credentials::demo(), moment(NOW).unwrap());
        result.map_or_else(|problem| problem.code, |_| "accepted")
    }

    #[test]
    fn s02_each_fault_of_a_token_has_its_code() {
        let now = moment(NOW).unwrap().timestamp();
        let secret = "demo-signing-secret";
        let claims = |made: i64, end: i64| json!({ "iat": made, "exp": end, "client_id": "portal" });
        assert_eq!(code(&claims(now, now + 300), secret), "accepted");
        assert_eq!(code(&claims(now + 30, now + 300), secret), "accepted");
        assert_eq!(code(&claims(now - 3600, now + 300), secret), "accepted");
        assert_eq!(code(&claims(now - 3601, now + 300), secret), "jwt-expired");
        assert_eq!(code(&claims(now - 300, now), secret), "jwt-expiredsignatureerror");
        assert_eq!(code(&claims(now, now + 300), "other"), "invalid-jwt-signature");
        assert_eq!(code(&json!({ "exp": now + 300, "client_id": "portal" }), secret), "jwt-missing-iat-claim");
        assert_eq!(code(&json!({ "iat": now }), secret), "missing-client-identifier");
        assert_eq!(code(&json!({ "iat": now, "client_id": "nobody" }), secret), "invalid-client-identifier");
        assert_eq!(answer("x.y.z"), "jwt-decode-error");
    }

    #[test]
    fn s04_s05_keys_are_compared_whole() {
        let ask = |api, header: Option<&str>| caller(api, header, &Credentials::demo(), moment(NOW).unwrap()).map(|_| ()).map_err(|p| (p.status, p.code));
        assert_eq!(ask(Api::Objecten, Some("Token demo-objects-key")), Ok(()));
        assert_eq!(ask(Api::Objecten, Some("Token demo-objects")), Err((401, "authentication_failed")));
        assert_eq!(ask(Api::Klant, Some("Token demo-contacts-key")), Ok(()));
        assert_eq!(ask(Api::Klant, None), Err((401, "not_authenticated")));
        assert_eq!(ask(Api::Zaken, None), Err((403, "permission_denied")));
    }
}

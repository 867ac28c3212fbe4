//! What the backend answers when it refuses (foutmelding): one shape for all APIs, with their differences (S10, S11).

use crate::api::Api;
use serde_json::{Value, json};
use uuid::Uuid;

/// One wrong field of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    /// The field, with dots where it lies deeper.
    pub name: String,
    /// The code that callers decide on.
    pub code: &'static str,
    /// The words; these repeat values of the request where real programs do (S12).
    pub reason: String,
}

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// The code that callers decide on.
    pub code: &'static str,
    /// The last part of `type`.
    pub class: &'static str,
    /// The words in Dutch and in English.
    pub words: &'static (&'static str, &'static str),
    /// The wrong fields of a 400.
    pub params: Vec<Param>,
    /// A header that belongs to it, such as `Retry-After`.
    pub header: Option<(&'static str, String)>,
}

impl Problem {
    const fn new(status: u16, code: &'static str, class: &'static str, words: &'static (&'static str, &'static str)) -> Self {
        Self { status, code, class, words, params: Vec::new(), header: None }
    }

    /// 400 with one wrong field.
    #[must_use]
    pub fn field(name: &str, code: &'static str, reason: impl Into<String>) -> Self {
        Self::fields(vec![Param { name: name.to_owned(), code, reason: reason.into() }])
    }

    /// 400 with wrong fields (S10).
    #[must_use]
    pub fn fields(params: Vec<Param>) -> Self {
        Self { params, ..Self::new(400, "invalid", "ValidationError", &("Ongeldige invoer.", "Invalid input.")) }
    }

    /// 400 on the request as a whole (`nonFieldErrors`).
    #[must_use]
    pub fn whole(code: &'static str, reason: impl Into<String>) -> Self {
        Self::field("nonFieldErrors", code, reason)
    }

    /// 400 for a body that is no JSON (S14).
    #[must_use]
    pub const fn broken_json() -> Self {
        Self::new(400, "parse_error", "ParseError", &("Ongeldig samengestelde aanvraag.", "Malformed request."))
    }

    /// 401 for a wrong key of the Objects API or of Open Klant (S04, S05).
    #[must_use]
    pub fn wrong_key() -> Self {
        let header = Some(("www-authenticate", "Token".to_owned()));
        let words = &("Ongeldige authenticatiegegevens.", "Incorrect authentication credentials.");
        Self { header, ..Self::new(401, "authentication_failed", "AuthenticationFailed", words) }
    }

    /// 401 without any key (S05).
    #[must_use]
    pub fn no_key() -> Self {
        Self { code: "not_authenticated", class: "NotAuthenticated", ..Self::wrong_key() }
    }

    /// 403 (S02, S03, S06, S46).
    #[must_use]
    pub const fn forbidden(code: &'static str) -> Self {
        let words = &("Je hebt geen toestemming om deze actie uit te voeren.", "You do not have permission to perform this action.");
        Self::new(403, code, "PermissionDenied", words)
    }

    /// 403 for a missing right or a closed case.
    #[must_use]
    pub const fn denied() -> Self {
        Self::forbidden("permission_denied")
    }

    /// 404 (S14).
    #[must_use]
    pub const fn not_found() -> Self {
        Self::new(404, "not_found", "NotFound", &("Niet gevonden.", "Not found."))
    }

    /// 405, with the methods that are allowed (S14).
    #[must_use]
    pub fn wrong_method(allowed: &[&str]) -> Self {
        let words = &("Methode niet toegestaan.", "Method not allowed.");
        Self { header: Some(("allow", allowed.join(", "))), ..Self::new(405, "method_not_allowed", "MethodNotAllowed", words) }
    }

    /// 406 for another coordinate system (S07).
    #[must_use]
    pub const fn wrong_crs() -> Self {
        Self::new(406, "not_acceptable", "NotAcceptable", &("Het gevraagde CRS wordt niet ondersteund.", "The CRS is not supported."))
    }

    /// 412 without a header of the coordinate system (S07).
    #[must_use]
    pub const fn no_crs() -> Self {
        Self::new(412, "precondition_failed", "PreconditionFailed", &("Voorwaarde is niet vervuld", "Precondition failed"))
    }

    /// 413 above the limit that was set (S52).
    #[must_use]
    pub const fn too_large() -> Self {
        Self::new(413, "request_entity_too_large", "RequestEntityTooLarge", &("De aanvraag is te groot.", "The request is too large."))
    }

    /// 415 (S14).
    #[must_use]
    pub const fn wrong_media_type() -> Self {
        let words = &("Ongeldige media type in de aanvraag.", "Unsupported media type in request.");
        Self::new(415, "unsupported_media_type", "UnsupportedMediaType", words)
    }

    /// 429 with `Retry-After` (section 11.4).
    #[must_use]
    pub fn too_many(retry_after: String) -> Self {
        let words = &("De aanvraag is gesmoord.", "Request was throttled.");
        Self { header: Some(("retry-after", retry_after)), ..Self::new(429, "throttled", "Throttled", words) }
    }

    /// 503 with `Retry-After` (section 11.4).
    #[must_use]
    pub fn unavailable(retry_after: String) -> Self {
        let words = &("De dienst is tijdelijk niet beschikbaar.", "Service temporarily unavailable.");
        Self { header: Some(("retry-after", retry_after)), ..Self::new(503, "service_unavailable", "ServiceUnavailable", words) }
    }

    /// 500 (S17, S85, section 11.4).
    #[must_use]
    pub const fn server_error() -> Self {
        Self::new(500, "error", "APIException", &("Er is een serverfout opgetreden.", "A server error occurred."))
    }

    /// The same with `prefix.` before each field, for a part of a larger request (S48).
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        for param in &mut self.params {
            param.name = format!("{prefix}.{}", param.name);
        }
        self
    }

    /// The body as `api` spells it (S10). `host` is the root of the host, `instance` the number of this occurrence.
    #[must_use]
    pub fn body(&self, api: Api, host: &str, instance: Uuid) -> Value {
        let words = if api == Api::Objecten { self.words.1 } else { self.words.0 };
        let mut body = json!({
            "type": format!("{host}/ref/fouten/{}/", self.class),
            "code": self.code,
            "title": words,
            "status": self.status,
            "detail": words,
            "instance": format!("urn:uuid:{instance}"),
        });
        if !self.params.is_empty() {
            let list: Vec<Value> = self.params.iter().map(|p| json!({ "name": p.name, "code": p.code, "reason": p.reason })).collect();
            crate::tx::set(&mut body, api.params_name(), Value::Array(list));
        }
        body
    }
}

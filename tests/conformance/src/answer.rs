//! What came back, and what tests ask of it: status, `code`, `name`.

use reqwest::header::HeaderMap;
use serde_json::Value;

/// An answer of the backend.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The bytes of the body.
    pub bytes: Vec<u8>,
    /// The body as JSON; null when it is none.
    pub body: Value,
}

impl Answer {
    /// Reads an answer to its end.
    ///
    /// # Errors
    /// When the connection breaks off.
    pub async fn read(response: reqwest::Response) -> reqwest::Result<Self> {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await?.to_vec();
        let body = serde_json::from_slice(&bytes).unwrap_or_default();
        Ok(Self { status, headers, bytes, body })
    }

    /// The body, after the status was checked.
    #[track_caller]
    pub fn ok(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        self.body
    }

    /// Refused with this status and code.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) {
        assert_eq!((self.status, self.code()), (status, code), "{}", self.body);
    }

    /// Refused with 400 and this code on this field, among others perhaps.
    #[track_caller]
    pub fn wrong(&self, name: &str, code: &str) {
        assert_eq!(self.status, 400, "{}", self.body);
        assert!(self.params().contains(&(name.to_owned(), code.to_owned())), "{name}: {code} is not in {:?}", self.params());
    }

    /// The `code` of an error.
    #[must_use]
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    /// The wrong fields of an error, in either spelling: name and code.
    #[must_use]
    pub fn params(&self) -> Vec<(String, String)> {
        let list = self.body["invalidParams"].as_array().or_else(|| self.body["invalid_params"].as_array());
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        list.into_iter().flatten().map(|p| (text(&p["name"]), text(&p["code"]))).collect()
    }

    /// A header, empty when it is not there.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }
}

/// The rows of a list, paged or plain.
#[must_use]
pub fn rows(list: &Value) -> Vec<Value> {
    list.as_array().or_else(|| list["results"].as_array()).cloned().unwrap_or_default()
}

/// A text field.
#[track_caller]
#[must_use]
pub fn text<'v>(body: &'v Value, name: &str) -> &'v str {
    body[name].as_str().unwrap_or_else(|| panic!("no text {name} in {body}"))
}

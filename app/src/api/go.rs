//! Where a server function sends the browser: always one of our own pages, always with 303.

use crate::address;
use crate::visitor::{Visitor, service};
use http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use service::Error;
use service::typed::Typed;

/// What every server function answers.
pub type Answer<T = ()> = Result<T, ServerFnError>;

/// Header that carries the number of an internal error to the page that shows it.
pub const ERROR_NUMBER: &str = "x-error-number";

/// Goes on to one of our own pages.
pub fn to(path: &str) {
    let options = expect_context::<ResponseOptions>();
    let own = if address::is_own_path(path) { path } else { address::FRONT };
    options.set_status(StatusCode::SEE_OTHER);
    if let Ok(value) = HeaderValue::from_str(own) {
        options.insert_header(header::LOCATION, value);
    }
}

/// Answers with the status of an error and nothing else; the server puts the page around it.
pub fn refuse(error: &Error) {
    let options = expect_context::<ResponseOptions>();
    options.set_status(match error {
        Error::SignedOut => StatusCode::UNAUTHORIZED,
        Error::NotFound | Error::NeedsReason => StatusCode::NOT_FOUND,
        Error::Conflict(_) => StatusCode::CONFLICT,
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    });
    if let Error::Internal(number) = error
        && let Ok(value) = HeaderValue::from_str(number)
    {
        options.insert_header(header::HeaderName::from_static(ERROR_NUMBER), value);
    }
}

/// One form: its name in the store, its page, and what was typed into it.
pub struct Form {
    name: String,
    here: String,
    typed: Typed,
    /// The form whose page tells what happened.
    told_on: Option<String>,
}

impl Form {
    /// The form `name` on the page `here`.
    pub fn new(name: impl Into<String>, here: impl Into<String>) -> Self {
        Self { name: name.into(), here: here.into(), typed: Typed::default(), told_on: None }
    }

    /// With what was typed into a field.
    #[must_use]
    pub fn field(mut self, name: &str, value: &str) -> Self {
        self.typed.fields.insert(name.to_owned(), vec![value.to_owned()]);
        self
    }

    /// With what was chosen in a list.
    #[must_use]
    pub fn list(mut self, name: &str, values: &[String]) -> Self {
        self.typed.fields.insert(name.to_owned(), values.to_vec());
        self
    }

    /// What happened is told on the page of another form.
    #[must_use]
    pub fn told_on(mut self, name: impl Into<String>) -> Self {
        self.told_on = Some(name.into());
        self
    }

    /// After the use case: goes on to `next` with a word about what happened, or back to the form with what is wrong.
    pub async fn done<T>(mut self, visitor: &Visitor, outcome: Result<T, Error>, next: impl FnOnce(T) -> String, notice: &str) -> Answer {
        let Some(session) = &visitor.session else {
            refuse(&Error::SignedOut);
            return Ok(());
        };
        let (kept, path) = match outcome {
            Ok(value) => {
                self.typed = Typed::notice(notice);
                let elsewhere = self.told_on.filter(|name| *name != self.name);
                let mut kept = if notice.is_empty() || elsewhere.is_some() { service().forget_typed(session, &self.name).await } else { Ok(()) };
                if let (Ok(()), false) = (&kept, notice.is_empty()) {
                    kept = service().keep_typed(session, elsewhere.as_ref().unwrap_or(&self.name), &self.typed).await;
                }
                (kept, next(value))
            }
            Err(Error::Invalid(problems)) => {
                self.typed.problems = problems;
                (service().keep_typed(session, &self.name, &self.typed).await, self.here)
            }
            Err(Error::Conflict(what)) => {
                self.typed.notice = format!("notice-conflict-{what}");
                (service().keep_typed(session, &self.name, &self.typed).await, self.here)
            }
            Err(error) => {
                refuse(&error);
                return Ok(());
            }
        };
        match kept {
            Ok(()) => to(&path),
            Err(error) => refuse(&error),
        }
        Ok(())
    }
}

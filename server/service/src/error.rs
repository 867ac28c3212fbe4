//! The one error of this crate. What happened inside is logged once, with a number that the person sees.

/// A result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a use case did not happen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It does not exist, or this person may not know that it does.
    #[error("not found")]
    NotFound,
    /// Signed out, or never signed in.
    #[error("not signed in")]
    SignedOut,
    /// A caseworker who looks at a colleague's resident says why first.
    #[error("needs a reason")]
    NeedsReason,
    /// Somebody else changed it first, or it is not in a state for this.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// Something in the form is not right.
    #[error("invalid")]
    Invalid(Vec<domain::Problem>),
    /// The store is busy; trying again helps.
    #[error("busy")]
    Busy,
    /// Our fault. The number finds it in the log.
    #[error("internal error {0}")]
    Internal(String),
}

impl Error {
    /// An internal error: logs `what` (which must hold no personal data) and hands out its number.
    pub fn internal(what: impl std::fmt::Display) -> Self {
        let mut bytes = [0u8; 5];
        // Without randomness the number is all zeros, which still says that it happened.
        let _ = getrandom::fill(&mut bytes);
        let number = data_encoding::BASE32_NOPAD.encode(&bytes);
        tracing::error!(number, "{what}");
        Self::Internal(number)
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::Database(db) if matches!(db.code().as_deref(), Some("5" | "6" | "40001" | "40P01" | "55P03")) => Self::Busy,
            // A text with a NUL, which PostgreSQL does not take: none of our ids has one, so nothing is found by it.
            sqlx::Error::Database(db) if db.code().as_deref() == Some("22021") => Self::NotFound,
            // What it is about, or whom, was deleted meanwhile.
            sqlx::Error::Database(db) if db.is_foreign_key_violation() => Self::NotFound,
            sqlx::Error::Database(db) if db.is_unique_violation() => Self::Conflict("exists"),
            sqlx::Error::Database(db) => Self::internal(format_args!("database: code {:?} {:?}", db.code(), db.kind())),
            sqlx::Error::ColumnDecode { index, .. } => Self::internal(format_args!("database: column {index}")),
            other => Self::internal(format_args!("database: {}", kind(other))),
        }
    }
}

/// The kind of an error, without the values that its text may repeat.
fn kind(error: &sqlx::Error) -> String {
    let text = format!("{error:?}");
    text.split(['(', '{']).next().unwrap_or_default().trim().to_owned()
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::internal(format_args!("json: {:?} at {}:{}", error.classify(), error.line(), error.column()))
    }
}

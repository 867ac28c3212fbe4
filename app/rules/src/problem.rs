//! Why a situation cannot be calculated: a code and the field it is about, never a text for residents.

use std::fmt;

/// The error codes of the machine interface; pages choose their own words for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// Not JSON, or not an object.
    InvalidJson,
    /// A required field is absent.
    MissingField,
    /// A field that does not exist.
    UnknownField,
    /// Another type than the field has.
    WrongType,
    /// The right type, outside the allowed range.
    OutOfRange,
    /// Not one of the allowed words, or not a day.
    InvalidValue,
    /// An adult of an age the law treats elsewhere.
    UnsupportedAge,
    /// A date for which there are no parameters.
    NoParameters,
}

impl Code {
    /// The name on the machine interface.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidJson => "invalid_json",
            Self::MissingField => "missing_field",
            Self::UnknownField => "unknown_field",
            Self::WrongType => "wrong_type",
            Self::OutOfRange => "out_of_range",
            Self::InvalidValue => "invalid_value",
            Self::UnsupportedAge => "unsupported_age",
            Self::NoParameters => "no_parameters",
        }
    }

    /// An English sentence for whoever reads the machine interface.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::InvalidJson => "the line is not one JSON object with each key once",
            Self::MissingField => "this field is required",
            Self::UnknownField => "this field does not exist here",
            Self::WrongType => "this value has another type than the field",
            Self::OutOfRange => "this value is outside the allowed range",
            Self::InvalidValue => "this is not one of the allowed values",
            Self::UnsupportedAge => "adults younger than 18 or of pension age are not calculated",
            Self::NoParameters => "there are no parameters for this date",
        }
    }
}

/// A code and the path of the field, for instance `children[1].age`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub code: Code,
    /// Where; empty for the whole line.
    pub field: String,
}

impl Problem {
    /// A problem with a field.
    #[must_use]
    pub fn new(code: Code, field: impl Into<String>) -> Self {
        Self { code, field: field.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.code.as_str(), self.field, self.code.message())
    }
}

impl std::error::Error for Problem {}

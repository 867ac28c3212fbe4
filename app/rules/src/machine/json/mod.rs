//! A strict JSON reader: keeps numbers as they were written and refuses a key that stands twice.
//!
//! The interface needs both: `35.0` is no integer, `12.500` is twelve and a half hours, and a key that
//! stands twice is an error. A document is a flat list of tokens, so deep nesting does no harm.

mod reader;

use std::borrow::Cow;

/// One token; a container knows where the token after it stands.
#[derive(Clone, Debug)]
enum Token<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    Text(Cow<'a, str>),
    Key(Cow<'a, str>),
    Array { end: usize },
    Object { end: usize },
}

/// A JSON text that was read.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    tokens: Vec<Token<'a>>,
}

/// A value in a document.
#[derive(Clone, Copy, Debug)]
pub struct Node<'d, 'a> {
    tokens: &'d [Token<'a>],
    at: usize,
}

/// A value by its type.
#[derive(Clone, Debug)]
pub enum Kind<'d, 'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it was written.
    Number(&'a str),
    /// A string, unescaped.
    Text(&'d str),
    /// An array.
    Array,
    /// An object.
    Object,
}

impl<'a> Document<'a> {
    /// Reads one JSON value; `None` when the text is anything else, or an object has a key twice.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        Some(Self { tokens: reader::tokens(text)? })
    }

    /// The outermost value.
    #[must_use]
    pub fn root(&self) -> Node<'_, 'a> {
        Node { tokens: &self.tokens, at: 0 }
    }
}

impl<'d, 'a> Node<'d, 'a> {
    /// The type and value.
    #[must_use]
    pub fn kind(self) -> Kind<'d, 'a> {
        match self.tokens.get(self.at) {
            Some(Token::Bool(value)) => Kind::Bool(*value),
            Some(Token::Number(text)) => Kind::Number(text),
            Some(Token::Text(text) | Token::Key(text)) => Kind::Text(text),
            Some(Token::Array { .. }) => Kind::Array,
            Some(Token::Object { .. }) => Kind::Object,
            Some(Token::Null) | None => Kind::Null,
        }
    }

    /// The string, if it is one.
    #[must_use]
    pub fn text(self) -> Option<&'d str> {
        match self.kind() {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of an array; none of anything else.
    pub fn items(self) -> impl Iterator<Item = Self> {
        let end = match self.tokens.get(self.at) {
            Some(Token::Array { end }) => *end,
            _ => self.at,
        };
        let mut at = self.at + 1;
        std::iter::from_fn(move || {
            let item = Self { at, ..self };
            at = item.after();
            (item.at < end).then_some(item)
        })
    }

    /// The keys and values of an object; none of anything else.
    pub fn entries(self) -> impl Iterator<Item = (&'d str, Self)> {
        let end = match self.tokens.get(self.at) {
            Some(Token::Object { end }) => *end,
            _ => self.at,
        };
        let mut at = self.at + 1;
        std::iter::from_fn(move || {
            let key = Self { at, ..self };
            let value = Self { at: at + 1, ..self };
            at = value.after();
            if key.at < end { key.text().map(|key| (key, value)) } else { None }
        })
    }

    /// The value of a key of an object.
    #[must_use]
    pub fn get(self, key: &str) -> Option<Self> {
        self.entries().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// The place after this value.
    fn after(self) -> usize {
        match self.tokens.get(self.at) {
            Some(Token::Array { end } | Token::Object { end }) => *end,
            _ => self.at + 1,
        }
    }
}

//! Reads JSON text into the flat list of tokens, in a loop: no nesting can exhaust the stack.

use std::borrow::Cow;

use super::{Node, Token};
use crate::machine::escape::unescape;

/// Reads one JSON value; `None` when the text is anything else, or an object has a key twice.
pub(super) fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, tokens: Vec::with_capacity(64), open: Vec::new() };
    reader.document()?;
    Some(reader.tokens)
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    tokens: Vec<Token<'a>>,
    /// Places of the containers that are not closed yet.
    open: Vec<usize>,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.peek() {
            self.at += 1;
        }
    }

    /// Takes the next byte after white space.
    fn take(&mut self) -> Option<u8> {
        self.skip_space();
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn document(&mut self) -> Option<()> {
        loop {
            let opened = self.value()?;
            if !opened && self.close_and_separate()? {
                self.skip_space();
                return self.peek().is_none().then_some(());
            }
        }
    }

    /// Reads a value; for a container with something in it, only its start. Whether it was that.
    fn value(&mut self) -> Option<bool> {
        let byte = self.take()?;
        let token = match byte {
            b'{' | b'[' => return self.open(byte == b'{'),
            b'"' => Token::Text(self.string()?),
            b't' => self.word("rue", Token::Bool(true))?,
            b'f' => self.word("alse", Token::Bool(false))?,
            b'n' => self.word("ull", Token::Null)?,
            b'-' | b'0'..=b'9' => Token::Number(self.number()?),
            _ => return None,
        };
        self.tokens.push(token);
        Some(false)
    }

    fn open(&mut self, is_object: bool) -> Option<bool> {
        self.open.push(self.tokens.len());
        self.tokens.push(if is_object { Token::Object { end: 0 } } else { Token::Array { end: 0 } });
        self.skip_space();
        if self.peek()? == if is_object { b'}' } else { b']' } {
            return Some(false);
        }
        if is_object {
            self.key()?;
        }
        Some(true)
    }

    /// After a value: closes what ends here, up to a comma. Whether the outermost value is complete.
    fn close_and_separate(&mut self) -> Option<bool> {
        while let Some(&start) = self.open.last() {
            let is_object = matches!(self.tokens.get(start), Some(Token::Object { .. }));
            match (self.take()?, is_object) {
                (b',', true) => return self.key().map(|()| false),
                (b',', false) => return Some(false),
                (b'}', true) => {
                    self.close(start, |end| Token::Object { end });
                    self.keys_once(start).then_some(())?;
                }
                (b']', false) => self.close(start, |end| Token::Array { end }),
                _ => return None,
            }
        }
        Some(true)
    }

    fn close(&mut self, start: usize, token: impl FnOnce(usize) -> Token<'a>) {
        let end = self.tokens.len();
        if let Some(place) = self.tokens.get_mut(start) {
            *place = token(end);
        }
        self.open.pop();
    }

    fn keys_once(&self, start: usize) -> bool {
        let object = Node { tokens: &self.tokens, at: start };
        let keys = || object.entries().map(|(key, _)| key);
        let number = keys().count();
        if number <= 16 {
            return keys().enumerate().all(|(place, key)| keys().take(place).all(|earlier| earlier != key));
        }
        let mut sorted: Vec<&str> = keys().collect();
        sorted.sort_unstable();
        sorted.dedup();
        sorted.len() == number
    }

    fn key(&mut self) -> Option<()> {
        if self.take()? != b'"' {
            return None;
        }
        let key = self.string()?;
        self.tokens.push(Token::Key(key));
        (self.take()? == b':').then_some(())
    }

    fn word(&mut self, rest: &str, token: Token<'a>) -> Option<Token<'a>> {
        let end = self.at + rest.len();
        let found = self.bytes.get(self.at..end)? == rest.as_bytes();
        self.at = end;
        found.then_some(token)
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    /// The rest of a number of which the first byte was taken.
    fn number(&mut self) -> Option<&'a str> {
        let start = self.at - 1;
        if self.bytes.get(start) == Some(&b'-') {
            self.at += 1;
        }
        match self.bytes.get(self.at - 1)? {
            b'0' => {}
            b'1'..=b'9' => {
                self.at -= 1;
                self.digits()?;
            }
            _ => return None,
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        self.text.get(start..self.at)
    }

    /// The rest of a string of which the quote was taken.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let start = self.at;
        loop {
            match self.peek()? {
                b'"' => {
                    let text = self.text.get(start..self.at)?;
                    self.at += 1;
                    return Some(Cow::Borrowed(text));
                }
                b'\\' => break,
                0..=0x1f => return None,
                _ => self.at += 1,
            }
        }
        unescape(self.text, start, &mut self.at).map(Cow::Owned)
    }
}

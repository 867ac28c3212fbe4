//! The inputs of a worked example, by name and type.

use super::{Got, Reason};
use crate::day::Day;
use crate::machine::json::{Kind, Node};
use crate::machine::number::{self, Exact};
use crate::money::{CENTS, Cents, Euros, Fraction, Hours, Rate};
use crate::parameter::Source;

/// More euros than this are refused, so that no amount can leave the range of the formulas.
const MOST: i64 = 1_000_000_000_000;

/// The inputs of one example and its day.
#[derive(Clone, Copy)]
pub struct Inputs<'d, 'a> {
    node: Node<'d, 'a>,
    day: Day,
}

impl<'d, 'a> Inputs<'d, 'a> {
    pub fn new(node: Node<'d, 'a>, day: Day) -> Self {
        Self { node, day }
    }

    /// The same day with the inputs of an object inside, for instance one child.
    pub fn inside(&self, node: Node<'d, 'a>) -> Self {
        Self { node, ..*self }
    }

    pub fn day(&self) -> Day {
        self.day
    }

    /// The parameters of the day, with those that only examples may use.
    pub fn source(&self) -> Source {
        Source::with_history(self.day)
    }

    pub fn has(&self, name: &str) -> bool {
        self.node.get(name).is_some()
    }

    fn exact(&self, name: &'static str) -> Result<Exact, Reason> {
        match self.node.get(name).map(Node::kind) {
            Some(Kind::Number(text)) => Exact::parse(text).ok_or(Reason::Input(name)),
            _ => Err(Reason::Input(name)),
        }
    }

    fn scaled(&self, name: &'static str, decimals: u32) -> Result<i64, Reason> {
        let scaled = self.exact(name)?.scaled(decimals);
        scaled.filter(|number| number.abs() <= MOST).ok_or(Reason::Input(name))
    }

    /// An amount in euros with at most two decimals.
    pub fn money(&self, name: &'static str) -> Result<Cents, Reason> {
        self.scaled(name, 2).map(Cents)
    }

    /// The first of these amounts that is given.
    pub fn money_of(&self, names: &[&'static str]) -> Result<Option<Cents>, Reason> {
        names.iter().find(|name| self.has(name)).map(|name| self.money(name)).transpose()
    }

    /// A yearly income, rounded down to the euro.
    pub fn income(&self, name: &'static str) -> Result<Euros, Reason> {
        let euros = self.exact(name)?.floor();
        euros.filter(|number| number.abs() <= MOST).map(Euros).ok_or(Reason::Input(name))
    }

    /// A percentage.
    pub fn rate(&self, name: &'static str) -> Result<Rate, Reason> {
        self.scaled(name, 3).map(Rate)
    }

    /// Hours with at most two decimals.
    pub fn hours(&self, name: &'static str) -> Result<Hours, Reason> {
        self.scaled(name, 2).map(Hours)
    }

    /// A whole number.
    pub fn whole(&self, name: &'static str) -> Result<i64, Reason> {
        self.scaled(name, 0)
    }

    /// A whole number, or the default when it is not given.
    pub fn whole_or(&self, name: &'static str, default: i64) -> Result<i64, Reason> {
        if self.has(name) { self.whole(name) } else { Ok(default) }
    }

    /// A boolean, or the default when it is not given.
    pub fn flag_or(&self, name: &'static str, default: bool) -> Result<bool, Reason> {
        match self.node.get(name).map(Node::kind) {
            None => Ok(default),
            Some(Kind::Bool(value)) => Ok(value),
            Some(_) => Err(Reason::Input(name)),
        }
    }

    /// A word, or the default when it is not given.
    pub fn word_or(&self, name: &'static str, default: &'d str) -> Result<&'d str, Reason> {
        match self.node.get(name) {
            None => Ok(default),
            Some(node) => node.text().ok_or(Reason::Input(name)),
        }
    }

    /// The items of a list.
    pub fn list(&self, name: &'static str) -> Result<Vec<Node<'d, 'a>>, Reason> {
        match self.node.get(name) {
            Some(node) if matches!(node.kind(), Kind::Array) => Ok(node.items().collect()),
            _ => Err(Reason::Input(name)),
        }
    }

    /// A list of ages.
    pub fn ages(&self, name: &'static str) -> Result<Vec<i64>, Reason> {
        self.list(name)?
            .into_iter()
            .map(|node| match node.kind() {
                Kind::Number(text) => number::integer(text).map_err(|_| Reason::Input(name)),
                _ => Err(Reason::Input(name)),
            })
            .collect()
    }
}

impl From<Cents> for Got {
    fn from(amount: Cents) -> Self {
        Self::Number(Exact::cents(amount.0))
    }
}

impl From<Euros> for Got {
    fn from(amount: Euros) -> Self {
        Self::Number(Exact::whole(amount.0))
    }
}

impl From<Rate> for Got {
    fn from(rate: Rate) -> Self {
        Self::Number(Exact::thousandths(rate.0))
    }
}

impl From<bool> for Got {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

/// An exact amount in euros, to the nearest cent.
pub fn to_cent(euros: Fraction) -> Cents {
    Cents(euros.times(i64::from(CENTS.get())).half_up())
}

//! One adult or two: the household of every rule in this crate.

use std::num::NonZeroU32;

use crate::money::nonzero;

/// One value per adult.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair<T> {
    /// Of the first adult.
    pub first: T,
    /// Of the partner, if there is one.
    pub second: Option<T>,
}

/// The first adult or the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first adult.
    First,
    /// The partner.
    Second,
}

impl<T> Pair<T> {
    /// One value per adult, made from the value of that adult.
    pub fn map<U>(self, mut make: impl FnMut(Place, T) -> U) -> Pair<U> {
        Pair { first: make(Place::First, self.first), second: self.second.map(|second| make(Place::Second, second)) }
    }

    /// The values of two pairs side by side; the second only where both have one.
    pub fn zip<U>(self, other: Pair<U>) -> Pair<(T, U)> {
        Pair { first: (self.first, other.first), second: self.second.zip(other.second) }
    }

    /// The same with references.
    pub const fn as_ref(&self) -> Pair<&T> {
        Pair { first: &self.first, second: self.second.as_ref() }
    }

    /// The values in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.first).chain(self.second.as_ref())
    }

    /// The values in order, to change.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        std::iter::once(&mut self.first).chain(self.second.as_mut())
    }

    /// 1 or 2.
    #[must_use]
    pub const fn count(&self) -> i64 {
        if self.second.is_some() { 2 } else { 1 }
    }

    /// 1 or 2, to divide by.
    #[must_use]
    pub const fn size(&self) -> NonZeroU32 {
        if self.second.is_some() { nonzero(2) } else { NonZeroU32::MIN }
    }
}

impl Place {
    /// The place in a list: 0 or 1.
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::First => 0,
            Self::Second => 1,
        }
    }
}

//! Sizes in points and the few colours. Contrast with white is at least 7 to 1 for every colour of text.

use crate::font::Weight;
use krilla::color::rgb;

/// A4.
pub const PAGE: (f32, f32) = (595.28, 841.89);
/// From each side of the page to the text.
pub const MARGIN: f32 = 62.0;
/// From the top of the page to the text.
pub const TOP: f32 = 60.0;
/// From the text to the bottom of the page.
pub const BOTTOM: f32 = 78.0;
/// The base line of the footer, from the top of the page.
pub const FOOT: f32 = PAGE.1 - 42.0;
/// Between two columns.
pub const GUTTER: f32 = 22.0;
/// From the side to the text of a list.
pub const INDENT: f32 = 17.0;
/// What each more digit of a number needs.
pub const DIGIT: f32 = 6.5;
/// From the lines of a table's cell to its words: across and down.
pub const PADDING: (f32, f32) = (7.0, 5.5);
/// As thin as a rule can be on any printer.
pub const HAIRLINE: f32 = 0.6;
/// A row of a table stays on one page up to so many lines.
pub const WHOLE_ROW: usize = 14;

/// The width of the text.
pub const TEXT_WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink(u8, u8, u8);

impl Ink {
    /// Text.
    pub const TEXT: Self = Self(0x22, 0x22, 0x20);
    /// What matters less.
    pub const QUIET: Self = Self(0x52, 0x50, 0x4c);
    /// The one accent: petrol.
    pub const ACCENT: Self = Self(0x0b, 0x5a, 0x73);
    /// The accent as a background.
    pub const TINT: Self = Self(0xec, 0xf4, 0xf6);
    /// Rules between rows.
    pub const RULE: Self = Self(0xcf, 0xd9, 0xdc);

    /// For drawing.
    pub fn paint(self) -> rgb::Color {
        rgb::Color::new(self.0, self.1, self.2)
    }
}

/// How words are set.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Size of the letters.
    pub size: f32,
    /// From one base line to the next.
    pub leading: f32,
    /// Regular or bold.
    pub weight: Weight,
    /// Colour.
    pub ink: Ink,
}

const fn style(size: f32, leading: f32, weight: Weight, ink: Ink) -> Style {
    Style { size, leading, weight, ink }
}

impl Style {
    /// Running text.
    pub const BODY: Self = style(10.5, 15.5, Weight::Regular, Ink::TEXT);
    /// Questions, headers of tables.
    pub const STRONG: Self = style(10.5, 15.5, Weight::Bold, Ink::TEXT);
    /// The state of an answer.
    pub const QUIET: Self = style(10.5, 15.5, Weight::Regular, Ink::QUIET);
    /// The number or bullet of a list.
    pub const LABEL: Self = style(10.5, 15.5, Weight::Bold, Ink::ACCENT);
    /// The municipality on the first page.
    pub const SENDER: Self = style(10.5, 15.5, Weight::Bold, Ink::ACCENT);
    /// The foot of a page.
    pub const FOOT: Self = style(8.5, 12.0, Weight::Regular, Ink::QUIET);
    /// Headings of level one, two and three.
    pub const ONE: Self = style(22.0, 29.0, Weight::Bold, Ink::TEXT);
    /// See [`Style::ONE`].
    pub const TWO: Self = style(15.0, 21.0, Weight::Bold, Ink::ACCENT);
    /// See [`Style::ONE`].
    pub const THREE: Self = style(11.5, 17.0, Weight::Bold, Ink::TEXT);
}

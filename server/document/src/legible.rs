//! What somebody typed, made into what can be drawn: nothing that is there goes unseen, whatever it is.
//!
//! A character that no font has becomes the replacement sign, which keeps the character itself for whoever listens
//! (`original`). A combining mark without a letter stands on a dotted circle. What only steers other characters has
//! no glyph of its own.

use crate::font::{Family, Fonts};
use std::ops::Range;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;

/// Stands for a character that no font has.
const REPLACEMENT: char = '\u{FFFD}';
/// Carries a combining mark that has no letter.
const CIRCLE: char = '\u{25CC}';
/// More marks on one letter would run into the line above.
const MARKS: usize = 4;
/// More bytes than any emoji has.
const ORIGINAL: usize = 64;
/// The longest title in an outline.
const TITLE: usize = 150;

/// A part of a text that one font draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Where in the text.
    pub range: Range<usize>,
    /// With which font.
    pub family: Family,
    /// What stood here, when it is drawn as the replacement sign.
    pub original: Option<String>,
}

/// A text that can be drawn.
#[derive(Debug, Default)]
pub struct Legible {
    /// The text; `\n` is a line break.
    pub text: String,
    /// Who draws what, in the order of the text. What lies between two spans is not drawn.
    pub spans: Vec<Span>,
}

impl Legible {
    /// Makes a text legible.
    pub fn new(text: &str, fonts: &Fonts) -> Self {
        let mut this = Self::default();
        for cluster in text.trim().graphemes(true) {
            match cluster {
                "\n" | "\r\n" | "\r" | "\u{B}" | "\u{C}" | "\u{85}" | "\u{2028}" | "\u{2029}" => this.line_break(),
                "\u{A0}" | "\u{202F}" => this.cluster(cluster, fonts),
                _ if cluster.trim().is_empty() => this.space(),
                _ => this.cluster(cluster, fonts),
            }
        }
        this
    }

    /// A space at the end, for when more follows.
    pub fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            let family = self.family();
            self.push(' ', family);
        }
    }

    /// The space is for who listens: without it two lines would be one word. More than one empty line is one.
    fn line_break(&mut self) {
        self.space();
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn cluster(&mut self, cluster: &str, fonts: &Fonts) {
        let mut marks = 0;
        let mut first = true;
        for c in cluster.chars().filter(|c| !is_ignored(*c)) {
            if steers(c) {
                self.text.push(c);
                continue;
            }
            match fonts.family(c, self.family()) {
                None if first => return self.replaced(cluster),
                None => self.replaced(c.encode_utf8(&mut [0; 4])),
                Some(family) if joins(c) => {
                    if !first && family == Family::Arabic && self.family() == family {
                        self.push(c, family);
                    }
                }
                Some(family) if is_mark(c) => {
                    marks += 1;
                    if first || marks > MARKS || family != self.family() {
                        marks = 1;
                        self.push(CIRCLE, family);
                    }
                    self.push(c, family);
                }
                Some(family) => {
                    marks = 0;
                    self.push(c, family);
                }
            }
            first = false;
        }
    }

    fn family(&self) -> Family {
        self.spans.last().map_or(Family::Sans, |s| s.family)
    }

    fn push(&mut self, c: char, family: Family) {
        let start = self.text.len();
        self.text.push(c);
        let end = self.text.len();
        match self.spans.last_mut() {
            Some(span) if span.family == family && span.range.end == start && span.original.is_none() => span.range.end = end,
            _ => self.spans.push(Span { range: start..end, family, original: None }),
        }
    }

    fn replaced(&mut self, cluster: &str) {
        let start = self.text.len();
        self.text.push(REPLACEMENT);
        let known = cluster.len() <= ORIGINAL && cluster.chars().all(is_known);
        let original = known.then(|| cluster.to_owned());
        self.spans.push(Span { range: start..self.text.len(), family: Family::Sans, original });
    }
}

/// Whether nothing is to be seen of a text.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_ignored(c) || steers(c) || joins(c))
}

/// What is seen of a text, on one line.
pub fn plain(text: &str, fonts: &Fonts) -> String {
    Legible::new(text, fonts).text.replace(|c| c == '\n' || steers(c), "")
}

/// A text on one line that an outline can show.
pub fn shortened(text: &str, fonts: &Fonts) -> String {
    let text = plain(text, fonts);
    match text.char_indices().nth(TITLE) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text,
    }
}

/// Whether a reader can know what this is: no control, no private use, nothing unassigned.
fn is_known(c: char) -> bool {
    joins(c) || is_ignored(c) || c.general_category_group() != GeneralCategoryGroup::Other
}

fn is_mark(c: char) -> bool {
    c.general_category_group() == GeneralCategoryGroup::Mark
}

/// Joins or parts the letters beside it; only the Arabic font shows it.
const fn joins(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Has no glyph but steers direction or line breaks: isolates, direction marks, the space without width.
const fn steers(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{2066}'..='\u{2069}')
}

/// Says nothing here. Overrides of direction are not among them: who makes a text read otherwise than it stands does
/// so in sight.
fn is_ignored(c: char) -> bool {
    let format =
        matches!(c, '\u{AD}' | '\u{34F}' | '\u{180B}'..='\u{180F}' | '\u{202A}'..='\u{202C}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}');
    format || (matches!(c, '\u{E0000}'..='\u{E0FFF}') && c.general_category() != GeneralCategory::Unassigned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::Weight;

    fn shown(text: &str) -> String {
        Legible::new(text, &Fonts::new().unwrap()).text
    }

    #[test]
    fn what_no_font_has_is_a_sign_that_keeps_its_meaning() {
        let legible = Legible::new("ja 😀", &Fonts::new().unwrap());
        assert_eq!(legible.text, "ja \u{FFFD}");
        assert_eq!(legible.spans.last().unwrap().original.as_deref(), Some("😀"));
        assert_eq!(shown("👩‍👩‍👧 🇳🇱 漢字"), "\u{FFFD} \u{FFFD} \u{FFFD}\u{FFFD}");
    }

    #[test]
    fn what_has_no_meaning_is_a_sign_only() {
        for text in ["\u{0}", "\u{1B}", "\u{E000}", "\u{F8FF}", "\u{378}", "\u{10FFFF}", "\u{FFFE}", "\u{202E}"] {
            let legible = Legible::new(&format!("a{text}b"), &Fonts::new().unwrap());
            assert_eq!(legible.text, "a\u{FFFD}b", "{text:?}");
            assert!(legible.spans.iter().all(|s| s.original.is_none()), "{text:?}");
        }
    }

    #[test]
    fn a_mark_without_a_letter_stands_on_a_circle() {
        assert_eq!(shown("\u{301}"), "\u{25CC}\u{301}");
        assert_eq!(shown("a\u{64E}"), "a\u{25CC}\u{64E}");
        assert_eq!(shown("e\u{301}"), "e\u{301}");
        assert_eq!(shown(&format!("a{}", "\u{301}".repeat(6))).matches('\u{25CC}').count(), 1);
    }

    #[test]
    fn what_steers_direction_is_kept_and_not_drawn() {
        let legible = Legible::new("Hallo \u{2068}Samira\u{2069}!", &Fonts::new().unwrap());
        assert_eq!(legible.text, "Hallo \u{2068}Samira\u{2069}!");
        let drawn: Vec<&str> = legible.spans.iter().map(|s| &legible.text[s.range.clone()]).collect();
        assert_eq!(drawn, ["Hallo ", "Samira", "!"]);
        assert!(is_blank(" \n\u{2068}\u{200D}\u{AD}\u{A0}") && !is_blank("\u{0}"));
    }

    #[test]
    fn spaces_and_lines_are_calm() {
        assert_eq!(shown("  a \t  b\r\n\r\n\r\n\r\nc\n"), "a b \n\nc");
        assert_eq!(shown("\n\n"), "");
    }

    #[test]
    fn every_character_of_unicode_is_drawn_by_a_font_that_has_it() {
        let fonts = Fonts::new().unwrap();
        let characters: Vec<char> = (0..0x2_0000).chain(0xE_0000..0xE_0200).chain(0x10_FF00..=0x10_FFFF).filter_map(char::from_u32).collect();
        for some in characters.chunks(64) {
            let text: String = some.iter().flat_map(|c| ['a', *c, 'ب', *c]).collect();
            let legible = Legible::new(&text, &fonts);
            for span in legible.spans.iter().filter(|s| legible.text[s.range.clone()] != *"\u{FFFD}") {
                let glyphs = fonts.face(span.family, Weight::Regular).shape(&legible.text[span.range.clone()], span.family == Family::Arabic);
                assert!(glyphs.iter().all(|g| g.glyph_id.to_u32() != 0), "{text:?}");
            }
        }
    }
}

//! Lines: where a text is broken, and its glyphs from left to right.

use crate::font::{Family, Fonts};
use crate::legible::{Legible, Span};
use crate::model::{Language, Text};
use crate::style::Style;
use krilla::text::KrillaGlyph;
use std::ops::Range;
use unicode_bidi::{BidiInfo, Level, ParagraphInfo};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

/// Glyphs of one font in one direction.
#[derive(Debug)]
pub struct Run {
    /// From the start of the line.
    pub x: f32,
    /// The font.
    pub family: Family,
    /// Whether it is read from right to left: then it is one word at most.
    pub right_to_left: bool,
    /// The text that the glyphs are of, in reading order.
    pub text: String,
    /// What stood here, when the glyph is only a sign for it.
    pub original: Option<String>,
    /// The glyphs, from left to right.
    pub glyphs: Vec<KrillaGlyph>,
}

/// One line of text.
#[derive(Debug)]
pub struct Line {
    /// How it is set.
    pub style: Style,
    /// In reading order, wherever they stand.
    pub runs: Vec<Run>,
    /// How wide it is, with the space at its end.
    pub width: f32,
    /// Whether it begins at the right.
    pub right_to_left: bool,
    /// From the base line before to the one after.
    pub height: f32,
}

/// A text that is being set.
struct Setting<'a> {
    fonts: &'a Fonts,
    style: Style,
    legible: &'a Legible,
    bidi: BidiInfo<'a>,
    /// How wide the text is up to each byte, in parts of the size.
    widths: Vec<f64>,
}

/// Sets a text in lines of at most `width`. With `more` a space ends the last line, because other words follow.
pub fn lines(fonts: &Fonts, text: &Text, document: &Language, style: Style, width: f32, more: bool) -> Vec<Line> {
    let mut legible = Legible::new(&text.text, fonts);
    if more {
        legible.space();
    }
    let setting = Setting::new(fonts, style, &legible, base(&legible, text.language.as_ref().unwrap_or(document)));
    let mut lines = Vec::new();
    for paragraph in &setting.bidi.paragraphs {
        for range in setting.broken(paragraph.range.clone(), width) {
            lines.push(setting.line(paragraph, range));
        }
    }
    lines
}

/// The width of a text on one line.
pub fn natural_width(fonts: &Fonts, text: &Text, document: &Language, style: Style) -> f32 {
    let legible = Legible::new(&text.text, fonts);
    let setting = Setting::new(fonts, style, &legible, base(&legible, text.language.as_ref().unwrap_or(document)));
    setting.width(0..legible.text.len())
}

/// Where a text begins: at the right when its language does and any of it is written so, else as its first letter.
fn base(legible: &Legible, language: &Language) -> Option<Level> {
    let arabic = legible.spans.iter().any(|s| s.family == Family::Arabic);
    (arabic && language.is_right_to_left()).then(Level::rtl)
}

impl<'a> Setting<'a> {
    fn new(fonts: &'a Fonts, style: Style, legible: &'a Legible, base: Option<Level>) -> Self {
        let mut this = Self { fonts, style, legible, bidi: BidiInfo::new(&legible.text, base), widths: Vec::new() };
        this.measure();
        this
    }

    /// Shapes the text as a whole, to know how wide each part is.
    fn measure(&mut self) {
        let mut own = vec![0.0_f64; self.legible.text.len() + 1];
        let parts = self.legible.spans.iter().flat_map(|s| self.levels(s.range.clone()).into_iter().map(move |(level, range)| (s, level, range)));
        for (span, level, range) in parts {
            let Some(text) = self.legible.text.get(range.clone()) else { continue };
            for glyph in self.fonts.face(span.family, self.style.weight).shape(text, level.is_rtl()) {
                if let Some(place) = own.get_mut(range.start + glyph.text_range.end) {
                    *place += f64::from(glyph.x_advance);
                }
            }
        }
        let sum = |sum: &mut f64, width: f64| {
            *sum += width;
            Some(*sum)
        };
        self.widths = own.into_iter().scan(0.0, sum).collect();
    }

    /// A range in parts of one level each: even levels run from left to right, odd ones from right to left.
    fn levels(&self, range: Range<usize>) -> Vec<(Level, Range<usize>)> {
        let mut parts = Vec::new();
        let mut at = range.start;
        for same in self.bidi.levels.get(range).unwrap_or_default().chunk_by(|a, b| a == b) {
            parts.extend(same.first().map(|level| (*level, at..at + same.len())));
            at += same.len();
        }
        parts
    }

    /// The parts of a line from left to right: rules L1 and L2 of the bidirectional algorithm.
    fn visual(&self, line: &Range<usize>, base: Level) -> Vec<(Level, Range<usize>)> {
        let end = self.seen(line).end;
        let mut parts = self.levels(line.start..end);
        match parts.last_mut() {
            Some((level, last)) if *level == base => last.end = line.end,
            _ => parts.push((base, end..line.end)),
        }
        let highest = parts.iter().map(|(level, _)| level.number()).max().unwrap_or_default();
        for level in (1..=highest).rev() {
            let within = |part: &(Level, Range<usize>)| part.0.number() >= level;
            for same in parts.chunk_by_mut(|a, b| within(a) == within(b)).filter(|same| same.first().is_some_and(within)) {
                same.reverse();
            }
        }
        parts
    }

    #[expect(clippy::cast_possible_truncation, reason = "a width in points needs no more")]
    fn width(&self, range: Range<usize>) -> f32 {
        let at = |byte: usize| self.widths.get(byte).copied().unwrap_or_default();
        ((at(range.end) - at(range.start)) * f64::from(self.style.size)) as f32
    }

    /// A line without the space at its end.
    fn seen(&self, line: &Range<usize>) -> Range<usize> {
        let text = self.legible.text.get(line.clone()).unwrap_or_default().trim_end_matches([' ', '\n']);
        line.start..line.start + text.len()
    }

    fn broken(&self, paragraph: Range<usize>, width: f32) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut line = paragraph.start..paragraph.start;
        let text = self.legible.text.get(paragraph.clone()).unwrap_or_default();
        for (end, kind) in linebreaks(text).map(|(at, kind)| (paragraph.start + at, kind)) {
            while self.width(self.seen(&(line.start..end))) > width {
                if line.is_empty() {
                    line.end = self.cut(line.start..end, width);
                    if line.end == end {
                        break;
                    }
                }
                lines.push(line.clone());
                line = line.end..line.end;
            }
            line.end = end;
            if kind == BreakOpportunity::Mandatory {
                lines.push(line.clone());
                line = end..end;
            }
        }
        lines
    }

    /// Where a word that is too long is broken: after the last character that fits, and after one at least. The last
    /// letter of an Arabic line is drawn wider than within a word.
    fn cut(&self, word: Range<usize>, width: f32) -> usize {
        let text = self.legible.text.get(word.clone()).unwrap_or_default();
        let ends = text.grapheme_indices(true).map(|(at, g)| word.start + at + g.len());
        let wider = if self.bidi.levels.get(word.start).is_some_and(Level::is_rtl) { self.style.size } else { 0.0 };
        let mut fits = word.start;
        for end in ends {
            if fits > word.start && self.width(word.start..end) + wider > width {
                break;
            }
            fits = end;
        }
        fits
    }

    fn line(&self, paragraph: &ParagraphInfo, range: Range<usize>) -> Line {
        let mut runs = Vec::new();
        let mut x = 0.0;
        let mut height = self.style.leading;
        for (level, part) in self.visual(&range, paragraph.level) {
            let right_to_left = level.is_rtl();
            for (span, word) in self.words(&part, right_to_left) {
                let Some(text) = self.legible.text.get(word.clone()) else { continue };
                let glyphs = self.fonts.face(span.family, self.style.weight).shape(text, right_to_left);
                let advance: f32 = glyphs.iter().map(|g| g.x_advance).sum();
                let (text, original) = (text.to_owned(), span.original.clone());
                runs.push((word.start, Run { x, family: span.family, right_to_left, text, original, glyphs }));
                x += advance * self.style.size;
                height = height.max(self.style.leading * span.family.tall());
            }
        }
        runs.sort_by_key(|(start, _)| *start);
        let runs = runs.into_iter().map(|(_, run)| run).collect();
        Line { style: self.style, runs, width: x, right_to_left: paragraph.level.is_rtl(), height }
    }

    /// What is drawn of a range, from left to right. What runs from right to left comes word by word, so that the words
    /// can be written in the order in which they are read.
    fn words(&self, range: &Range<usize>, right_to_left: bool) -> Vec<(&'a Span, Range<usize>)> {
        let spans = self.spans(range);
        if !right_to_left {
            return spans;
        }
        let mut words = Vec::new();
        for (span, part) in spans {
            let mut start = part.start;
            for word in self.legible.text.get(part).unwrap_or_default().split_inclusive(' ') {
                words.push((span, start..start + word.len()));
                start += word.len();
            }
        }
        words.reverse();
        words
    }

    /// The spans within a range, in the order of the text.
    fn spans(&self, range: &Range<usize>) -> Vec<(&'a Span, Range<usize>)> {
        let first = self.legible.spans.partition_point(|s| s.range.end <= range.start);
        let within = self.legible.spans.iter().skip(first).take_while(|s| s.range.start < range.end);
        within.map(|s| (s, s.range.start.max(range.start)..s.range.end.min(range.end))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, width: f32) -> Vec<Line> {
        let dutch = Language::parse("nl").unwrap();
        lines(&Fonts::new().unwrap(), &Text::from(text), &dutch, Style::BODY, width, false)
    }

    fn read(lines: &[Line]) -> Vec<String> {
        lines.iter().map(|l| l.runs.iter().map(|r| r.text.as_str()).collect()).collect()
    }

    #[test]
    fn a_line_is_broken_between_words() {
        assert_eq!(read(&set("een twee drie vier", 50.0)), ["een twee ", "drie vier"]);
        assert!(set("een twee drie vier", 50.0).iter().all(|l| l.width < 54.0));
    }

    #[test]
    fn a_word_that_is_too_long_is_broken_anywhere() {
        let lines = set(&"a".repeat(100_000), 200.0);
        assert!(lines.iter().all(|l| l.width <= 200.0));
        assert_eq!(read(&lines).concat().len(), 100_000);
    }

    #[test]
    fn each_character_gets_room_even_where_none_fits() {
        assert_eq!(set("mmm", 1.0).len(), 3);
        assert!(set("", 100.0).is_empty());
    }

    #[test]
    fn arabic_is_written_in_reading_order_and_stands_at_the_right() {
        let lines = set("أهلا وسهلا 112 hallo", 400.0);
        assert!(lines[0].right_to_left);
        assert_eq!(read(&lines), ["أهلا وسهلا 112 hallo"]);
        assert!(lines[0].runs.windows(2).all(|pair| pair[0].x > pair[1].x));
    }

    #[test]
    fn a_line_break_is_kept() {
        assert_eq!(read(&set("een\ntwee", 400.0)), ["een ", "twee"]);
    }
}

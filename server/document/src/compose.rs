//! Blocks made into strips, and into elements of the structure.

use crate::Fault;
use crate::font::Fonts;
use crate::legible::{is_blank, shortened};
use crate::line::{Line, lines};
use crate::model::{Block, Document, Level, Text, Words};
use crate::strip::{Area, Column, Mark, Strip, keep_ends, side_by_side};
use crate::style::{DIGIT, GUTTER, INDENT, Ink, MARGIN, Style, TEXT_WIDTH};
use crate::tree::{Node, Tree};
use krilla::tagging::{ListNumbering, Tag};
use std::num::NonZeroU16;

/// The whole width of the text.
pub const WHOLE: Area = Area { x: MARGIN, width: TEXT_WIDTH };

/// A heading, for the outline.
#[derive(Debug)]
pub struct Heading {
    /// How deep.
    pub level: Level,
    /// Its words.
    pub title: String,
    /// Where it is.
    pub node: Node,
}

/// A document on its way to pages.
pub struct Composer<'a> {
    /// The fonts.
    pub fonts: &'a Fonts,
    /// The structure so far.
    pub tree: Tree,
    /// The strips so far.
    pub strips: Vec<Strip>,
    /// The headings so far.
    pub headings: Vec<Heading>,
}

impl<'a> Composer<'a> {
    /// Composes a document.
    ///
    /// # Errors
    /// [`Fault::Heading`] and [`Fault::Table`].
    pub fn compose(fonts: &'a Fonts, document: &Document) -> Result<Self, Fault> {
        let tree = Tree::new(document.language.clone());
        let mut this = Self { fonts, tree, strips: Vec::new(), headings: Vec::new() };
        this.sender(&document.author);
        for block in &document.blocks {
            match block {
                Block::Heading(level, words) => this.heading(*level, words)?,
                Block::Paragraph(words) => this.paragraph(words),
                Block::Bullets(items) => this.list(items, ListNumbering::Disc),
                Block::Numbered(items) => this.list(items, ListNumbering::Decimal),
                Block::Pairs(pairs) => this.pairs(pairs),
                Block::Table(table) => this.table(table, None)?,
                Block::Sides(sides) => this.sides(sides)?,
            }
        }
        Ok(this)
    }

    /// Puts strips under those that are there.
    pub fn place(&mut self, mut strips: Vec<Strip>, space: f32) {
        if let Some(first) = strips.first_mut() {
            first.space += space;
        }
        self.strips.append(&mut strips);
    }

    /// The lines of a text that belong to an element.
    pub fn set(&mut self, node: Node, text: &Text, style: Style, width: f32, more: bool) -> Vec<(Node, Line)> {
        self.tree.speak(node, text.language.as_ref());
        lines(self.fonts, text, self.tree.language(), style, width, more).into_iter().map(|l| (node, l)).collect()
    }

    /// Words as the content of an element: a column, or two side by side.
    pub fn columns(&mut self, node: Node, words: &Words, style: Style, area: Area) -> Vec<Column> {
        let Some(beside) = words.beside.as_ref().filter(|t| !is_blank(&t.text)) else {
            return vec![Column { lines: self.set(node, &words.text, style, area.width, false), area }];
        };
        let width = (area.width - GUTTER) / 2.0;
        let (left, right) = (Area { x: area.x, width }, Area { x: area.x + width + GUTTER, width });
        let first = Column { lines: self.set(node, &words.text, style, width, true), area: left };
        let span = self.tree.add(Some(node), Tag::Span);
        vec![first, Column { lines: self.set(span, beside, style, width, false), area: right }]
    }

    fn sender(&mut self, author: &str) {
        if is_blank(author) {
            return;
        }
        let node = self.tree.add(None, Tag::P);
        let lines = self.set(node, &author.into(), Style::SENDER, TEXT_WIDTH, false);
        let mut strips = side_by_side(vec![Column { area: WHOLE, lines }]);
        if let Some(last) = strips.last_mut() {
            let y = last.height + 7.0;
            last.marks.push(Mark::Fill { area: WHOLE, y, height: 1.6, ink: Ink::ACCENT });
            last.pad(0.0, 16.0);
        }
        self.place(strips, 0.0);
    }

    fn heading(&mut self, level: Level, words: &Words) -> Result<(), Fault> {
        let before = self.headings.last().map_or(0, |h| h.level as u16);
        let title = shortened(&words.text.text, self.fonts);
        if level as u16 > before + 1 || title.is_empty() {
            return Err(Fault::Heading(self.headings.len() + 1));
        }
        let (style, above, below) = match level {
            Level::One => (Style::ONE, 10.0, 8.0),
            Level::Two => (Style::TWO, 24.0, 3.0),
            Level::Three => (Style::THREE, 13.0, 0.0),
        };
        let number = NonZeroU16::new(level as u16).unwrap_or(NonZeroU16::MIN);
        let node = self.tree.add(None, Tag::Hn(number, Some(title.clone())));
        let columns = self.columns(node, words, style, WHOLE);
        let mut strips = side_by_side(columns);
        if let Some(last) = strips.last_mut() {
            last.pad(0.0, below);
        }
        strips.iter_mut().for_each(|s| s.keep = true);
        self.place(strips, above);
        self.headings.push(Heading { level, title, node });
        Ok(())
    }

    fn paragraph(&mut self, words: &Words) {
        if is_empty(words) {
            return;
        }
        let node = self.tree.add(None, Tag::P);
        let columns = self.columns(node, words, Style::BODY, WHOLE);
        let mut strips = side_by_side(columns);
        keep_ends(&mut strips);
        self.place(strips, 9.0);
    }

    fn list(&mut self, items: &[Words], numbering: ListNumbering) {
        let items: Vec<&Words> = items.iter().filter(|i| !is_empty(i)).collect();
        if items.is_empty() {
            return;
        }
        let list = self.tree.add(None, Tag::L(numbering));
        let digits = if numbering == ListNumbering::Decimal { items.len().to_string().len() } else { 1 };
        let indent = INDENT + DIGIT * (digits - 1) as f32;
        for (at, words) in items.into_iter().enumerate() {
            let item = self.tree.add(Some(list), Tag::LI);
            let label = self.tree.add(Some(item), Tag::Lbl);
            let body = self.tree.add(Some(item), Tag::LBody);
            let number = if numbering == ListNumbering::Decimal { format!("{}.", at + 1) } else { "•".to_owned() };
            let mut columns = self.columns(body, words, Style::BODY, Area { x: MARGIN + indent, width: TEXT_WIDTH - indent });
            let lines = self.set(label, &number.into(), Style::LABEL, indent, true);
            let mut area = Area { x: MARGIN, width: indent };
            if columns.iter().flat_map(|c| &c.lines).next().is_some_and(|(_, line)| line.right_to_left) {
                columns.iter_mut().for_each(|c| c.area.x -= indent);
                area.x += TEXT_WIDTH - lines.first().map_or(indent, |(_, line)| line.width);
            }
            columns.insert(0, Column { lines, area });
            let mut strips = side_by_side(columns);
            keep_ends(&mut strips);
            self.place(strips, if at == 0 { 7.0 } else { 3.0 });
        }
    }
}

/// Whether nothing is to be seen of words, in either language.
pub fn is_empty(words: &Words) -> bool {
    [Some(&words.text), words.beside.as_ref()].into_iter().flatten().all(|t| is_blank(&t.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Footer, Language, Pair, Sides, Table};
    use crate::style::{BOTTOM, PAGE, TOP};
    use chrono::DateTime;

    #[test]
    fn nothing_is_cut_off() {
        let fonts = Fonts::new().unwrap();
        for text in ["x".repeat(600), "س".repeat(600), "ሰላም ".repeat(100), "m\n".repeat(60), "W\u{301}".repeat(100), "😀".repeat(100)] {
            let words = || Words::from(text.as_str()).beside(Text::of(Language::parse("ar").unwrap(), text.as_str()));
            let table =
                Table { caption: words(), columns: vec![words(); Table::MAX_COLUMNS], rows: vec![vec![words(); Table::MAX_COLUMNS]; 2], row_headers: true };
            let document = Document {
                title: "Titel".into(),
                language: Language::parse("nl").unwrap(),
                author: text.clone(),
                subject: String::new(),
                created: DateTime::default(),
                blocks: vec![
                    Block::Heading(Level::One, words()),
                    Block::Paragraph(words()),
                    Block::Bullets(vec![words(), text.as_str().into()]),
                    Block::Numbered(vec![text.as_str().into(); 12]),
                    Block::Pairs(vec![Pair { question: words(), answer: Some(words()), state: Some(words()) }]),
                    Block::Pairs(vec![Pair { question: "Kort".into(), answer: Some(text.as_str().into()), state: None }]),
                    Block::Table(table),
                    Block::Sides(Sides { caption: words(), municipality: words(), resident: words(), rows: vec![(words(), words())] }),
                ],
                footer: Footer::default(),
            };
            let composed = Composer::compose(&fonts, &document).unwrap();
            for strip in &composed.strips {
                assert!(strip.height < PAGE.1 - TOP - BOTTOM);
                for mark in &strip.marks {
                    let (from, to) = match mark {
                        Mark::Line { x, line, .. } => (*x, x + line.width),
                        Mark::Fill { area, .. } => (area.x, area.x + area.width),
                    };
                    let space = 4.0;
                    assert!(from > MARGIN - space && to < MARGIN + TEXT_WIDTH + space, "{from} to {to}");
                }
            }
        }
    }
}

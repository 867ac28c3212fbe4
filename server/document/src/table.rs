//! Tables: columns as wide as their words ask, rows whole where they can be, the header again on each page.

use crate::Fault;
use crate::compose::{Composer, WHOLE, is_empty};
use crate::legible::is_blank;
use crate::line::natural_width;
use crate::model::{Sides, Table, Text, Words};
use crate::strip::{Area, Column, Mark, Strip, keep_all, keep_ends, side_by_side};
use crate::style::{HAIRLINE, Ink, PADDING, PAGE, Style, TEXT_WIDTH, WHOLE_ROW};
use crate::tree::Node;
use krilla::tagging::{TableHeaderScope, Tag, TagKind};
use std::ops::Range;

/// A column grows to this for a word that would be broken otherwise.
const LONGEST_WORD: f32 = 150.0;
/// A column does not ask for more than this.
const WIDEST: f32 = 260.0;
/// Room under a table.
const BELOW: f32 = 6.0;

impl Composer<'_> {
    /// Who does what, as a table of two equal columns.
    pub fn sides(&mut self, sides: &Sides) -> Result<(), Fault> {
        let rows = sides.rows.iter().map(|(municipality, resident)| vec![municipality.clone(), resident.clone()]).collect();
        let columns = vec![sides.municipality.clone(), sides.resident.clone()];
        let half = TEXT_WIDTH / 2.0;
        self.table(&Table { caption: sides.caption.clone(), columns, rows, row_headers: false }, Some(vec![half, half]))
    }

    /// A table; without `widths` its columns are as wide as their words ask.
    pub fn table(&mut self, table: &Table, widths: Option<Vec<f32>>) -> Result<(), Fault> {
        if table.columns.is_empty() || table.columns.len() > Table::MAX_COLUMNS || table.rows.iter().any(|r| r.len() != table.columns.len()) {
            return Err(Fault::Table);
        }
        let widths = widths.unwrap_or_else(|| self.asked(table));
        let root = self.tree.add(None, Tag::Table);
        let mut space = 16.0;
        if !is_empty(&table.caption) {
            let caption = self.tree.add(Some(root), Tag::Caption);
            let mut strips = side_by_side(self.columns(caption, &table.caption, Style::STRONG, WHOLE));
            if let Some(last) = strips.last_mut() {
                last.pad(0.0, 5.0);
            }
            strips.iter_mut().for_each(|s| s.keep = true);
            self.place(strips, space);
            space = 0.0;
        }
        let head = self.tree.add(Some(root), Tag::THead);
        let header = self.row(head, &table.columns, &widths, |_| (Tag::TH(TableHeaderScope::Column).into(), Style::STRONG));
        let header = self.header(header, space);
        let body = (!table.rows.is_empty()).then(|| self.tree.add(Some(root), Tag::TBody));
        for row in &table.rows {
            let mut strips = self.row(body.unwrap_or(root), row, &widths, |at| match at {
                0 if table.row_headers => (Tag::TH(TableHeaderScope::Row).into(), Style::STRONG),
                _ => (Tag::TD.into(), Style::BODY),
            });
            if let Some(last) = strips.last_mut() {
                last.marks.push(Mark::Fill { area: WHOLE, y: last.height - HAIRLINE, height: HAIRLINE, ink: Ink::RULE });
            }
            strips.iter_mut().for_each(|s| s.header = header.clone());
            self.place(strips, 0.0);
        }
        self.strips.last_mut().into_iter().for_each(|s| s.pad(0.0, BELOW));
        Ok(())
    }

    /// Places the header of a table, and says where it is when it is small enough to be repeated.
    fn header(&mut self, mut strips: Vec<Strip>, space: f32) -> Option<Range<usize>> {
        for strip in &mut strips {
            strip.keep = true;
            strip.marks.insert(0, Mark::Fill { area: WHOLE, y: 0.0, height: strip.height, ink: Ink::TINT });
        }
        let height: f32 = strips.iter().map(|s| s.height).sum();
        let start = self.strips.len();
        self.place(strips, space);
        (height < PAGE.1 / 4.0).then_some(start..self.strips.len())
    }

    /// One row: each cell with its element and its style by its column.
    fn row(&mut self, parent: Node, cells: &[Words], widths: &[f32], kind: impl Fn(usize) -> (TagKind, Style)) -> Vec<Strip> {
        let row = self.tree.add(Some(parent), Tag::TR);
        let mut x = WHOLE.x;
        let mut columns = Vec::new();
        for (at, (words, width)) in cells.iter().zip(widths).enumerate() {
            let (tag, style) = kind(at);
            let cell = self.tree.add(Some(row), tag);
            let area = Area { x: x + PADDING.0, width: width - 2.0 * PADDING.0 };
            x += width;
            let beside = words.beside.as_ref().filter(|t| !is_blank(&t.text));
            let mut lines = self.set(cell, &words.text, style, area.width, beside.is_some());
            if let Some(beside) = beside {
                let span = self.tree.add(Some(cell), Tag::Span);
                lines.extend(self.set(span, beside, style, area.width, false));
            }
            columns.push(Column { area, lines });
        }
        let mut strips = side_by_side(columns);
        if strips.is_empty() {
            strips.push(Strip { height: Style::BODY.leading, ..Strip::default() });
        }
        let keep = if strips.len() <= WHOLE_ROW { keep_all } else { keep_ends };
        keep(&mut strips);
        strips.first_mut().into_iter().for_each(|s| s.pad(PADDING.1, 0.0));
        strips.last_mut().into_iter().for_each(|s| s.pad(0.0, PADDING.1));
        strips
    }

    /// Widths that fill the page: first each column gets its longest word, then what its words ask for, as far as it goes.
    fn asked(&self, table: &Table) -> Vec<f32> {
        let mut asked = vec![(0.0_f32, 0.0_f32); table.columns.len()];
        let rows = table.rows.iter().map(|r| (r, Style::BODY)).chain([(&table.columns, Style::STRONG)]);
        for (row, style) in rows {
            for ((least, most), words) in asked.iter_mut().zip(row) {
                for text in [Some(&words.text), words.beside.as_ref()].into_iter().flatten() {
                    let word = text.text.split_whitespace().max_by_key(|word| word.len()).unwrap_or_default();
                    let width = |text: &Text| natural_width(self.fonts, text, self.tree.language(), style) + 2.0 * PADDING.0 + 1.0;
                    *least = least.max(width(&word.into()).min(LONGEST_WORD));
                    *most = most.max(width(text).min(WIDEST));
                }
            }
        }
        let (least, most) = asked.iter().fold((0.0, 0.0), |sum, (least, most)| (sum.0 + least, sum.1 + most));
        let share = ((TEXT_WIDTH - least) / (most - least).max(1.0)).clamp(0.0, 1.0);
        let given = |(least, most): (f32, f32)| least + (most - least) * share;
        let total: f32 = asked.iter().copied().map(given).sum();
        asked.into_iter().map(|column| given(column) * TEXT_WIDTH / total).collect()
    }
}

//! What runs from right to left, in pieces that can be written in the order in which they are read.
//!
//! Glyphs stand from left to right, so the letters of a piece are written backwards, and marked as such. What cannot be
//! part of that is a piece of its own: a mark that stands higher, letters that are drawn with more than one glyph, and a
//! glyph that stood for another letter before, which has to say so.

use crate::font::{Family, Weight};
use crate::line::Run;
use crate::style::Style;
use krilla::text::KrillaGlyph;
use std::collections::BTreeMap;

/// Which text each glyph stood for first.
#[derive(Default)]
pub struct Letters(BTreeMap<(Family, Weight, u32), String>);

/// Glyphs that are written at once.
pub struct Piece {
    /// From the start of the line.
    pub x: f32,
    /// From left to right.
    pub glyphs: Vec<KrillaGlyph>,
    alone: bool,
}

impl Letters {
    /// The pieces of a run in reading order.
    pub fn pieces(&mut self, run: &Run, style: &Style) -> Vec<Piece> {
        if !run.right_to_left {
            run.glyphs.iter().for_each(|g| _ = self.stood_for_another(g, run, style.weight));
            return vec![Piece { x: run.x, glyphs: run.glyphs.clone(), alone: false }];
        }
        let width = |glyphs: &[KrillaGlyph]| glyphs.iter().map(|g| g.x_advance).sum::<f32>() * style.size;
        let height = |glyphs: &[KrillaGlyph]| glyphs.first().map(|g| g.y_offset);
        let mut pieces: Vec<Piece> = Vec::new();
        let mut x = run.x + width(&run.glyphs);
        for cluster in run.glyphs.chunk_by(|a, b| a.text_range == b.text_range).rev() {
            x -= width(cluster);
            let others = cluster.iter().filter(|g| self.stood_for_another(g, run, style.weight)).count();
            let alone = cluster.len() > 1 || others > 0;
            match pieces.last_mut() {
                Some(last) if !alone && !last.alone && height(&last.glyphs) == height(cluster) => {
                    last.glyphs.splice(..0, cluster.iter().cloned());
                    last.x = x;
                }
                _ => pieces.push(Piece { x, glyphs: cluster.to_vec(), alone }),
            }
        }
        pieces
    }

    fn stood_for_another(&mut self, glyph: &KrillaGlyph, run: &Run, weight: Weight) -> bool {
        let text = run.text.get(glyph.text_range.clone()).unwrap_or_default();
        self.0.entry((run.family, weight, glyph.glyph_id.to_u32())).or_insert_with(|| text.to_owned()) != text
    }
}

//! Strips: what lies side by side at one height and is never cut. A page is a pile of strips.

use crate::line::Line;
use crate::style::Ink;
use crate::tree::Node;
use std::ops::Range;

/// A place from left to right.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    /// Its left side.
    pub x: f32,
    /// Its width.
    pub width: f32,
}

/// Lines one under the other in one column.
#[derive(Debug)]
pub struct Column {
    /// Where they stand.
    pub area: Area,
    /// Each with the element that it is part of.
    pub lines: Vec<(Node, Line)>,
}

/// Something on a strip; heights count from the top of the strip.
#[derive(Debug)]
pub enum Mark {
    /// A line of text.
    Line {
        /// The element that it is part of.
        node: Node,
        /// Its left side.
        x: f32,
        /// Its base line.
        y: f32,
        /// The line.
        line: Line,
    },
    /// A filled rectangle, for the eye only.
    Fill {
        /// Where, from left to right.
        area: Area,
        /// Its top.
        y: f32,
        /// Its height.
        height: f32,
        /// Its colour.
        ink: Ink,
    },
}

/// What is never cut by the end of a page.
#[derive(Debug, Default)]
pub struct Strip {
    /// Room above, that is left out on top of a page.
    pub space: f32,
    /// Its height.
    pub height: f32,
    /// What is on it.
    pub marks: Vec<Mark>,
    /// Whether it stays on one page with the next.
    pub keep: bool,
    /// Which strips are repeated above it when it is the first on a page: the header of its table.
    pub header: Option<Range<usize>>,
}

/// Puts columns side by side: the first lines of all on the first strip, and so on.
pub fn side_by_side(columns: Vec<Column>) -> Vec<Strip> {
    let mut strips = Vec::new();
    let mut columns: Vec<_> = columns.into_iter().map(|c| (c.area, c.lines.into_iter())).collect();
    loop {
        let mut strip = Strip::default();
        for (area, lines) in &mut columns {
            let Some((node, line)) = lines.next() else { continue };
            let x = if line.right_to_left { area.x + area.width - line.width } else { area.x };
            strip.height = strip.height.max(line.height);
            strip.marks.push(Mark::Line { node, x, y: 0.0, line });
        }
        if strip.marks.is_empty() {
            return strips;
        }
        strip.settle();
        strips.push(strip);
    }
}

impl Strip {
    /// Puts all lines on one base line.
    fn settle(&mut self) {
        let base = |line: &Line| (self.height - line.style.size) / 2.0 + line.style.size * 0.86;
        let lowest = self.marks.iter().filter_map(|m| if let Mark::Line { line, .. } = m { Some(base(line)) } else { None }).fold(0.0, f32::max);
        for mark in &mut self.marks {
            if let Mark::Line { y, .. } = mark {
                *y = lowest;
            }
        }
    }

    /// Makes room above and below what is on it.
    pub fn pad(&mut self, above: f32, below: f32) {
        self.height += above + below;
        for mark in &mut self.marks {
            match mark {
                Mark::Line { y, .. } | Mark::Fill { y, .. } => *y += above,
            }
        }
    }
}

/// Keeps the first two lines together, and the last two.
pub fn keep_ends(strips: &mut [Strip]) {
    if let [first, _, ..] = strips {
        first.keep = true;
    }
    if let [.., last, _] = strips {
        last.keep = true;
    }
}

/// Keeps all strips together.
pub fn keep_all(strips: &mut [Strip]) {
    if let [most @ .., _] = strips {
        most.iter_mut().for_each(|s| s.keep = true);
    }
}

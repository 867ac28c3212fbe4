//! The fonts that come with the crate, and turning text into their glyphs.

use crate::Fault;
use krilla::Data;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{BufferClusterLevel, Direction, Script, ShapePlan, UnicodeBuffer, shape_with_plan};
use std::cell::RefCell;
use std::collections::HashMap;

/// A font by the scripts it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Latin, Greek, Cyrillic, and the sign for what no font has.
    Sans,
    /// Arabic, also as Persian, Urdu and Kurdish write it.
    Arabic,
    /// Ethiopic: Tigrinya, Amharic.
    Ethiopic,
}

impl Family {
    /// How much more room its lines need than those of Latin letters.
    pub const fn tall(self) -> f32 {
        match self {
            Self::Sans => 1.0,
            Self::Arabic => 1.16,
            Self::Ethiopic => 1.06,
        }
    }
}

/// How heavy the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// For running text.
    Regular,
    /// For headings and questions.
    Bold,
}

/// One font file, read twice: to find glyphs and to draw them.
pub struct Face {
    shapes: rustybuzz::Face<'static>,
    /// What shaping takes for each script and direction: making it anew takes as long as shaping a page.
    plans: RefCell<HashMap<(Script, bool), ShapePlan>>,
    /// The font to draw with.
    pub font: Font,
}

struct Weights {
    regular: Face,
    bold: Face,
}

/// All fonts.
pub struct Fonts {
    sans: Weights,
    arabic: Weights,
    ethiopic: Weights,
}

macro_rules! weights {
    ($name:literal) => {
        Weights {
            regular: face(include_bytes!(concat!("../fonts/", $name, "-Regular.ttf")))?,
            bold: face(include_bytes!(concat!("../fonts/", $name, "-Bold.ttf")))?,
        }
    };
}

fn face(file: &'static [u8]) -> Result<Face, Fault> {
    let shapes = rustybuzz::Face::from_slice(file, 0).ok_or(Fault::Font)?;
    let font = Font::new(Data::from(file), 0).ok_or(Fault::Font)?;
    Ok(Face { shapes, plans: RefCell::default(), font })
}

impl Fonts {
    /// Reads the fonts.
    ///
    /// # Errors
    /// [`Fault::Font`] when a font file of the crate is damaged.
    pub fn new() -> Result<Self, Fault> {
        Ok(Self { sans: weights!("NotoSans"), arabic: weights!("NotoSansArabic"), ethiopic: weights!("NotoSansEthiopic") })
    }

    /// The face of a family.
    pub const fn face(&self, family: Family, weight: Weight) -> &Face {
        let weights = match family {
            Family::Sans => &self.sans,
            Family::Arabic => &self.arabic,
            Family::Ethiopic => &self.ethiopic,
        };
        match weight {
            Weight::Regular => &weights.regular,
            Weight::Bold => &weights.bold,
        }
    }

    /// Whether both weights of the family have this character.
    pub fn has(&self, family: Family, c: char) -> bool {
        [Weight::Regular, Weight::Bold].into_iter().all(|w| self.face(family, w).shapes.glyph_index(c).is_some_and(|g| g.0 != 0))
    }

    /// The family for a character: the one in use when it can, so that a space or a digit does not change fonts.
    pub fn family(&self, c: char, in_use: Family) -> Option<Family> {
        [in_use, Family::Sans, Family::Arabic, Family::Ethiopic].into_iter().find(|f| self.has(*f, c))
    }
}

impl Face {
    /// The glyphs of a text in one direction, from left to right as they are drawn. Measures are parts of the size.
    pub fn shape(&self, text: &str, right_to_left: bool) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let direction = if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        buffer.set_direction(direction);
        let script = buffer.script();
        let mut plans = self.plans.borrow_mut();
        let plan = plans.entry((script, right_to_left)).or_insert_with(|| ShapePlan::new(&self.shapes, direction, Some(script), None, &[]));
        let shaped = shape_with_plan(&self.shapes, plan, buffer);
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|i| i.cluster as usize).collect();
        let ends = ends(&starts, text.len(), right_to_left);
        let em = self.font.units_per_em();
        #[expect(clippy::cast_precision_loss, reason = "font units are far below 2^24")]
        let part = |units: i32| units as f32 / em;
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).zip(starts.into_iter().zip(ends));
        glyphs
            .map(|((info, p), (start, end))| {
                let id = GlyphId::new(info.glyph_id);
                KrillaGlyph::new(id, part(p.x_advance), part(p.x_offset), part(p.y_offset), part(p.y_advance), start..end, None)
            })
            .collect()
    }
}

/// Where the text of each glyph ends: where the next one in reading order begins.
fn ends(starts: &[usize], length: usize, right_to_left: bool) -> Vec<usize> {
    let mut ends = Vec::with_capacity(starts.len());
    let (mut start, mut end) = (length, length);
    let mut step = |at: &usize| {
        if *at != start {
            (end, start) = (start, *at);
        }
        ends.push(end);
    };
    if right_to_left {
        starts.iter().for_each(&mut step);
    } else {
        starts.iter().rev().for_each(&mut step);
        ends.reverse();
    }
    ends
}

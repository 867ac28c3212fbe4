//! Strips laid on pages from top to bottom.

use crate::strip::Strip;
use crate::style::{BOTTOM, PAGE, TOP};

/// A strip on a page.
#[derive(Debug)]
pub struct Placed<'a> {
    /// Its top.
    pub y: f32,
    /// The strip.
    pub strip: &'a Strip,
    /// Whether it only repeats what is read on an earlier page.
    pub repeated: bool,
}

/// What is on each page, at least one.
pub struct Pages<'a> {
    strips: &'a [Strip],
    pages: Vec<Vec<Placed<'a>>>,
    page: Vec<Placed<'a>>,
    y: f32,
}

const END: f32 = PAGE.1 - BOTTOM;

/// Lays strips on pages. Strips that stay together begin a new page when they do not fit on this one; only where they
/// fit on no page at all are they parted.
pub fn paginate(strips: &[Strip]) -> Vec<Vec<Placed<'_>>> {
    let mut pages = Pages { strips, pages: Vec::new(), page: Vec::new(), y: TOP };
    for group in strips.chunk_by(|before, _| before.keep) {
        pages.place(group);
    }
    pages.pages.push(pages.page);
    pages.pages
}

impl<'a> Pages<'a> {
    fn place(&mut self, group: &'a [Strip]) {
        let height: f32 = group.iter().map(|s| s.space + s.height).sum();
        let header = group.first().map_or(0.0, |s| self.header(s).iter().map(|h| h.height).sum());
        if self.y + height > END && height + header <= END - TOP {
            self.turn();
        }
        for strip in group {
            if self.y + strip.space + strip.height > END {
                self.turn();
            }
            if self.page.is_empty() {
                for header in self.header(strip) {
                    self.page.push(Placed { y: self.y, strip: header, repeated: true });
                    self.y += header.height;
                }
            } else {
                self.y += strip.space;
            }
            self.page.push(Placed { y: self.y, strip, repeated: false });
            self.y += strip.height;
        }
    }

    fn header(&self, strip: &Strip) -> &'a [Strip] {
        strip.header.clone().and_then(|range| self.strips.get(range)).unwrap_or_default()
    }

    fn turn(&mut self) {
        if !self.page.is_empty() {
            self.pages.push(std::mem::take(&mut self.page));
            self.y = TOP;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(height: f32, keep: bool) -> Strip {
        Strip { height, keep, ..Strip::default() }
    }

    fn counts(strips: &[Strip]) -> Vec<usize> {
        paginate(strips).iter().map(Vec::len).collect()
    }

    #[test]
    fn a_document_has_one_page_at_least() {
        assert_eq!(counts(&[]), [0]);
    }

    #[test]
    fn a_heading_goes_with_what_follows() {
        let strips = [strip(600.0, false), strip(30.0, true), strip(100.0, false)];
        assert_eq!(counts(&strips), [1, 2]);
    }

    #[test]
    fn what_fits_on_no_page_is_parted() {
        let strips: Vec<Strip> = (0..100).map(|_| strip(100.0, true)).collect();
        assert_eq!(counts(&strips), vec![7; 14].into_iter().chain([2]).collect::<Vec<_>>());
    }

    #[test]
    fn the_header_of_a_table_is_repeated() {
        let row = || Strip { header: Some(0..1), ..strip(300.0, false) };
        let strips = [strip(50.0, true), row(), row(), row()];
        let pages = paginate(&strips);
        assert_eq!(pages.len(), 2);
        assert!(pages[1][0].repeated && !pages[1][1].repeated);
    }
}

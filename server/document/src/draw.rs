//! Pages drawn into a PDF, with its structure, outline and metadata.

use crate::Fault;
use crate::compose::{Composer, Heading};
use crate::font::Fonts;
use crate::legible::plain;
use crate::line::{Line, lines};
use crate::model::{Document, Footer, Level, Text};
use crate::page::{Placed, paginate};
use crate::piece::Letters;
use crate::strip::Mark;
use crate::style::{FOOT, HAIRLINE, Ink, MARGIN, PAGE, Style, TEXT_WIDTH};
use crate::tree::Node;
use chrono::{Datelike, Timelike};
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use std::collections::BTreeMap;

/// What was drawn of each element, and where each begins.
#[derive(Default)]
struct Drawn {
    content: BTreeMap<Node, Vec<Identifier>>,
    places: BTreeMap<Node, (usize, f32)>,
}

/// Draws a composed document.
///
/// # Errors
/// [`Fault::Date`] and [`Fault::Invalid`].
pub fn draw(document: &Document, composed: Composer) -> Result<Vec<u8>, Fault> {
    let Composer { fonts, tree, strips, headings } = composed;
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| Fault::Invalid(Vec::new()))?;
    let mut pdf = krilla::Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let metadata = metadata(document, fonts)?;
    let title = plain(&document.title, fonts);
    pdf.set_metadata(metadata);
    let pages = paginate(&strips);
    let (mut drawn, mut letters) = (Drawn::default(), Letters::default());
    for (at, page) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).unwrap_or_default();
        let mut sheet = pdf.start_page_with(settings);
        let mut surface = sheet.surface();
        let mut brush = Brush { fonts, letters: &mut letters, surface: &mut surface };
        brush.fills(page);
        brush.words(page, at, &mut drawn);
        brush.footer(document, at + 1, pages.len());
        surface.finish();
        sheet.finish();
    }
    pdf.set_outline(outline(&headings, &drawn, title));
    pdf.set_tag_tree(tree.finish(drawn.content));
    pdf.finish().map_err(|error| Fault::from_krilla(&error))
}

fn metadata(document: &Document, fonts: &Fonts) -> Result<Metadata, Fault> {
    let at = document.created;
    let number = |n: u32| u8::try_from(n).map_err(|_| Fault::Date);
    let created = DateTime::new(u16::try_from(at.year()).map_err(|_| Fault::Date)?)
        .month(number(at.month())?)
        .day(number(at.day())?)
        .hour(number(at.hour())?)
        .minute(number(at.minute())?)
        .second(number(at.second())?)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let title = plain(&document.title, fonts);
    if title.is_empty() {
        return Err(Fault::Title);
    }
    Ok(Metadata::new()
        .title(title)
        .language(document.language.as_str().to_owned())
        .authors(vec![plain(&document.author, fonts)])
        .description(plain(&document.subject, fonts))
        .creator("Meedoen".to_owned())
        .creation_date(created))
}

/// The headings as a tree; a document without any has its title.
fn outline(headings: &[Heading], drawn: &Drawn, title: String) -> Outline {
    let mut outline = Outline::new();
    let node = |heading: &Heading| {
        let (page, y) = drawn.places.get(&heading.node).copied().unwrap_or_default();
        destination(heading.title.clone(), page, y)
    };
    if headings.is_empty() {
        outline.push_child(destination(title, 0, 0.0));
    }
    for one in headings.chunk_by(|_, next| next.level > Level::One) {
        let Some((first, rest)) = one.split_first() else { continue };
        let mut top = node(first).with_open(true);
        for two in rest.chunk_by(|_, next| next.level > Level::Two) {
            let Some((second, thirds)) = two.split_first() else { continue };
            let mut middle = node(second);
            thirds.iter().for_each(|third| middle.push_child(node(third)));
            top.push_child(middle);
        }
        outline.push_child(top);
    }
    outline
}

fn destination(title: String, page: usize, y: f32) -> OutlineNode {
    OutlineNode::new(title, krilla::destination::XyzDestination::new(page, Point::from_xy(0.0, y)))
}

/// Draws on one page.
struct Brush<'a, 's> {
    fonts: &'a Fonts,
    letters: &'a mut Letters,
    surface: &'a mut Surface<'s>,
}

impl Brush<'_, '_> {
    fn ink(&mut self, ink: Ink) {
        self.surface.set_fill(Some(Fill { paint: ink.paint().into(), ..Fill::default() }));
    }

    fn artifact(&mut self, kind: ArtifactType) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    }

    /// Rules and backgrounds, behind the words.
    fn fills(&mut self, page: &[Placed]) {
        self.artifact(ArtifactType::Layout);
        for placed in page {
            for mark in &placed.strip.marks {
                if let Mark::Fill { area, y, height, ink } = mark {
                    self.fill(area.x, placed.y + y, area.width, *height, *ink);
                }
            }
        }
        self.surface.end_tagged();
    }

    fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        let mut path = PathBuilder::new();
        let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
        path.push_rect(rect);
        if let Some(path) = path.finish() {
            self.ink(ink);
            self.surface.draw_path(&path);
        }
    }

    /// The words of a page in the order in which they are read, whatever stands beside them.
    fn words(&mut self, page: &[Placed], at: usize, drawn: &mut Drawn) {
        let mut words: Vec<(Option<Node>, f32, f32, &Line)> = Vec::new();
        for placed in page {
            for mark in &placed.strip.marks {
                if let Mark::Line { node, x, y, line } = mark {
                    words.push(((!placed.repeated).then_some(*node), *x, placed.y + y, line));
                }
            }
        }
        words.sort_by_key(|(node, ..)| *node);
        for same in words.chunk_by(|(a, ..), (b, ..)| a == b) {
            let Some((node, _, y, line)) = same.first() else { continue };
            let Some(node) = node else {
                self.artifact(ArtifactType::PaginationOther);
                same.iter().for_each(|(_, x, y, line)| self.line(*x, *y, line, None));
                self.surface.end_tagged();
                continue;
            };
            drawn.places.entry(*node).or_insert((at, y - line.height));
            let content = drawn.content.entry(*node).or_default();
            content.push(self.surface.start_tagged(ContentTag::Other));
            same.iter().for_each(|(_, x, y, line)| self.line(*x, *y, line, Some(&mut *content)));
            self.surface.end_tagged();
        }
    }

    /// Draws a line. A sign that stands for something else is content of its own, which says for what.
    fn line(&mut self, x: f32, y: f32, line: &Line, mut content: Option<&mut Vec<Identifier>>) {
        self.ink(line.style.ink);
        for run in &line.runs {
            let original = run.original.as_deref().zip(content.as_deref_mut());
            let apart = original.is_some();
            if let Some((original, content)) = original {
                self.surface.end_tagged();
                content.push(self.surface.start_tagged(ContentTag::Span(SpanTag::empty().with_actual_text(Some(original)))));
            }
            let font = &self.fonts.face(run.family, line.style.weight).font;
            for piece in self.letters.pieces(run, &line.style) {
                self.surface.draw_glyphs(Point::from_xy(x + piece.x, y), &piece.glyphs, font.clone(), &run.text, line.style.size, false);
            }
            if let Some(content) = content.as_deref_mut().filter(|_| apart) {
                self.surface.end_tagged();
                content.push(self.surface.start_tagged(ContentTag::Other));
            }
        }
    }

    /// The foot of a page, which is not read aloud.
    fn footer(&mut self, document: &Document, page: usize, pages: usize) {
        let Footer { reference, page: words } = &document.footer;
        let words = words.text.replace("{page}", &page.to_string()).replace("{pages}", &pages.to_string());
        let number = Text { text: words, language: document.footer.page.language.clone() };
        self.artifact(ArtifactType::Footer);
        self.fill(MARGIN, FOOT - 17.0, TEXT_WIDTH, HAIRLINE, Ink::RULE);
        let left = self.foot(reference, document);
        let right = self.foot(&number, document);
        if let Some(line) = left {
            self.line(MARGIN, FOOT, &line, None);
        }
        if let Some(line) = right {
            self.line(MARGIN + TEXT_WIDTH - line.width, FOOT, &line, None);
        }
        self.surface.end_tagged();
    }

    /// One line of half the width: what is longer is no reference.
    fn foot(&self, text: &Text, document: &Document) -> Option<Line> {
        lines(self.fonts, text, &document.language, Style::FOOT, TEXT_WIDTH / 2.0, false).into_iter().next()
    }
}

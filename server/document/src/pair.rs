//! Questions and answers: a list of labels and what is said of each, tagged as a glossary is.

use crate::compose::{Composer, WHOLE, is_empty};
use crate::line::natural_width;
use crate::model::{Pair, Words};
use crate::strip::{Area, Column, Mark, Strip, keep_ends, side_by_side};
use crate::style::{GUTTER, HAIRLINE, Ink, Style};
use crate::tree::Node;
use krilla::tagging::{ListNumbering, Tag};

/// From an answer to the rule under it, and from there to the next question.
const BETWEEN: f32 = 7.0;
/// Labels as short as this stand beside what is said of them; questions stand above.
const SHORT: f32 = 110.0;

impl Composer<'_> {
    /// Places questions and answers.
    pub fn pairs(&mut self, pairs: &[Pair]) {
        let pairs: Vec<&Pair> = pairs.iter().filter(|p| !is_empty(&p.question) || !said(p).is_empty()).collect();
        let Some(last) = pairs.len().checked_sub(1) else { return };
        let list = self.tree.add(None, Tag::L(ListNumbering::None));
        let short = pairs.iter().all(|p| self.is_short(p));
        for (at, pair) in pairs.into_iter().enumerate() {
            let item = self.tree.add(Some(list), Tag::LI);
            if short {
                let strips = self.fact(item, pair);
                self.place(strips, if at == 0 { 8.0 } else { 2.0 });
                continue;
            }
            let mut strips = self.question(item, pair);
            if let Some(end) = strips.last_mut() {
                end.keep = false;
                end.pad(0.0, BETWEEN);
                let rule = Mark::Fill { area: WHOLE, y: end.height - HAIRLINE, height: HAIRLINE, ink: Ink::RULE };
                end.marks.extend((at < last).then_some(rule));
            }
            self.place(strips, BETWEEN);
        }
    }

    fn is_short(&self, pair: &Pair) -> bool {
        let alone = [Some(&pair.question), pair.answer.as_ref(), pair.state.as_ref()].into_iter().flatten().all(|w| w.beside.is_none());
        alone && !is_empty(&pair.question) && natural_width(self.fonts, &pair.question.text, self.tree.language(), Style::STRONG) <= SHORT
    }

    /// A label with what is said of it beside it.
    fn fact(&mut self, item: Node, pair: &Pair) -> Vec<Strip> {
        let label = self.tree.add(Some(item), Tag::Lbl);
        let narrow = Area { width: SHORT, ..WHOLE };
        let wide = Area { x: WHOLE.x + SHORT + GUTTER, width: WHOLE.width - SHORT - GUTTER };
        let question = Column { area: narrow, lines: self.set(label, &pair.question.text, Style::STRONG, SHORT, true) };
        let mut answer = Column { area: wide, lines: Vec::new() };
        let said = said(pair);
        let body = (!said.is_empty()).then(|| self.tree.add(Some(item), Tag::LBody));
        for (words, style) in said {
            let node = self.tree.add(body, Tag::P);
            answer.lines.extend(self.set(node, &words.text, style, wide.width, false));
        }
        let mut strips = side_by_side(vec![question, answer]);
        keep_ends(&mut strips);
        strips
    }

    /// A question with its answer under it.
    fn question(&mut self, item: Node, pair: &Pair) -> Vec<Strip> {
        let mut strips = Vec::new();
        if !is_empty(&pair.question) {
            let label = self.tree.add(Some(item), Tag::Lbl);
            strips = side_by_side(self.columns(label, &pair.question, Style::STRONG, WHOLE));
        }
        strips.iter_mut().for_each(|s| s.keep = true);
        let said = said(pair);
        let body = (!said.is_empty()).then(|| self.tree.add(Some(item), Tag::LBody));
        for (words, style) in said {
            let node = self.tree.add(body, Tag::P);
            let mut answer = side_by_side(self.columns(node, words, style, WHOLE));
            keep_ends(&mut answer);
            strips.append(&mut answer);
        }
        strips
    }
}

/// The answer and how it stands with it.
fn said(pair: &Pair) -> Vec<(&Words, Style)> {
    let said = [(&pair.answer, Style::BODY), (&pair.state, Style::QUIET)];
    said.into_iter().filter_map(|(words, style)| Some((words.as_ref().filter(|w| !is_empty(w))?, style))).collect()
}

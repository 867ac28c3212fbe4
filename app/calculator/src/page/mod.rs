//! How the screens look. One function for the server and the browser; drawings included.

mod answer;
mod bars;
mod curve;
mod explain;
mod months;
mod parts;
mod question;
mod schemes;

use crate::form::Form;
use crate::html::Html;
use crate::turn::Screen;
use crate::words::Words;
use rules::Day;
pub use schemes::scheme_line;

/// What the portal knows and the page needs.
#[derive(Debug, Clone)]
pub struct Place {
    /// Today.
    pub today: Day,
    /// Where the form is posted.
    pub action: String,
    /// The id of the form that holds everything typed.
    pub form: String,
    /// The telephone number of the municipality, as people write it.
    pub phone: String,
    /// The same as an address (`tel:`).
    pub dial: String,
    /// Where all amounts are listed.
    pub parameters: String,
    /// Schemes of the municipality, a line each: see [`scheme_line`].
    pub schemes: String,
}

/// The screen as HTML: everything inside the main part of the page.
#[must_use]
pub fn html(screen: &Screen, form: &Form, words: &Words, place: &Place) -> String {
    let mut html = Html::default();
    match screen {
        Screen::Start => question::start(&mut html, form, words, place),
        Screen::Question { step, problems } => question::question(&mut html, *step, problems, form, words, place),
        Screen::Answer { problems } => answer::answer(&mut html, problems, form, words, place),
    }
    html.done()
}

/// What changes with the hours, for a page that stays where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The sentence on top, as HTML.
    pub lead: String,
    /// The sentence alone, to be said.
    pub said: String,
    /// Everything below the fields, as HTML.
    pub rest: String,
}

/// Only what changes with the hours; `None` when there are no amounts for today. `open` tells which folded parts are
/// open: the others are left empty, to be drawn when they are opened.
#[must_use]
pub fn figures(form: &Form, words: &Words, place: &Place, open: &dyn Fn(&str) -> bool) -> Option<Figures> {
    answer::figures(form, words, place, open)
}

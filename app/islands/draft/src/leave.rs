//! Leaving the page by its links and its other forms: first what was typed is kept.

use crate::keeper::Keeper;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlFormElement, MouseEvent, SubmitEvent};

impl Keeper {
    /// A link of this page: first keep what was typed, so that the next page shows it.
    pub fn followed(self: &Rc<Self>, event: &Event) {
        let link = event.target().and_then(|t| t.dyn_into::<Element>().ok()).and_then(|e| e.closest("a[href]").ok().flatten());
        let Some(link) = link.and_then(|l| l.dyn_into::<HtmlAnchorElement>().ok()) else { return };
        let elsewhere = event.dyn_ref::<MouseEvent>().is_some_and(|m| m.ctrl_key() || m.meta_key() || m.shift_key());
        let here = web_sys::window().and_then(|w| w.location().origin().ok());
        if elsewhere || !link.target().is_empty() || here != Some(link.origin()) || link.get_attribute("href").is_some_and(|h| h.starts_with('#')) {
            return;
        }
        self.leave(event, move || link.click());
    }

    /// Another form of this page, such as signing out or another language.
    pub fn left(self: &Rc<Self>, event: &Event) {
        let Some(form) = event.target().and_then(|t| t.dyn_into::<HtmlFormElement>().ok()) else { return };
        if form == self.form.element {
            return;
        }
        let button = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
        self.leave(event, move || {
            let _ = form.request_submit_with_submitter(button.as_ref());
        });
    }

    /// Holds on to `event` until everything is kept, then does it. A second time it is let through: without a
    /// connection somebody may still want to leave.
    fn leave(self: &Rc<Self>, event: &Event, go: impl FnOnce() + 'static) {
        let waiting = self.dirty.get() || !self.queue.borrow().is_empty();
        if !waiting || event.default_prevented() || self.away.take().is_some() {
            return;
        }
        event.prevent_default();
        self.away.replace(Some(Box::new(go)));
        self.keep_now();
        self.try_now();
    }
}

//! Keeps what is typed: one change at a time, in order, each with its own key.

use crate::copy::{Copies, change_key};
use crate::form::{Form, document};
use crate::post::{Reply, post};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlButtonElement, HtmlInputElement, HtmlTextAreaElement, SubmitEvent, UrlSearchParams, VisibilityState};

/// How long nothing is typed before it is kept, in milliseconds.
const PAUSE: u32 = 700;
/// The first and the longest time between two tries, in milliseconds.
const RETRY: (u32, u32) = (2_000, 30_000);

/// One change to keep.
pub struct Change {
    key: String,
    fields: UrlSearchParams,
    /// The resident pressed a button: go on when it is kept.
    leave: bool,
}

/// Keeps the answers of the form on this page.
pub struct Keeper {
    /// The form with the words of its page.
    pub form: Form,
    /// Changes that the portal has not confirmed, oldest first.
    pub queue: RefCell<VecDeque<Change>>,
    running: Cell<bool>,
    /// The next try, while there is no connection.
    retry: RefCell<Option<Timeout>>,
    wait: Cell<u32>,
    /// Where the resident is going, once everything is kept.
    pub away: RefCell<Option<Box<dyn FnOnce()>>>,
    pause: RefCell<Option<Timeout>>,
    /// Something was typed that is not yet in the queue.
    pub dirty: Cell<bool>,
    copies: RefCell<Option<Rc<Copies>>>,
}

impl Keeper {
    /// The keeper of the form on this page, if there is one.
    pub fn find() -> Option<Rc<Self>> {
        let form = Form::find()?;
        Some(Rc::new(Self {
            form,
            queue: RefCell::default(),
            // Until what an earlier page could not send is sent: changes go in order.
            running: Cell::new(true),
            retry: RefCell::default(),
            wait: Cell::new(RETRY.0),
            away: RefCell::default(),
            pause: RefCell::default(),
            dirty: Cell::new(false),
            copies: RefCell::default(),
        }))
    }

    /// Listens, and sends what an earlier page could not.
    pub fn start(self: Rc<Self>) {
        let form = self.form.element.clone();
        self.listen(&form, "input", Self::changed);
        self.listen(&form, "change", Self::changed);
        self.listen(&form, "click", Self::clicked);
        self.listen(&form, "submit", Self::submitted);
        if let (Some(window), Some(document)) = (web_sys::window(), document()) {
            self.listen(&window, "online", |keeper, _| keeper.try_now());
            self.listen(&window, "pagehide", |keeper, _| keeper.keep_now());
            self.listen(&document, "visibilitychange", |keeper, _| keeper.looked_away());
            self.listen(&document, "click", Self::followed);
            self.listen(&document, "submit", Self::left);
        }
        spawn_local(async move {
            let copies = Copies::open(&self.form.value("draft"), &self.form.word("copyKey")).await.map(Rc::new);
            self.copies.replace(copies.clone());
            if let Some(copies) = copies {
                self.send_again(&copies).await;
            }
            self.running.set(false);
            self.pump();
        });
    }

    fn listen(self: &Rc<Self>, target: &web_sys::EventTarget, name: &'static str, act: impl Fn(&Rc<Self>, &Event) + 'static) {
        let keeper = Rc::clone(self);
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(target, name, options, move |event| act(&keeper, event)).forget();
    }

    fn changed(self: &Rc<Self>, event: &Event) {
        if let Some(target) = event.target() {
            if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
                self.form.untick(input);
            }
            if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
                self.form.count(area);
            }
        }
        self.touch();
    }

    /// Something changed: keep it when the typing pauses.
    fn touch(self: &Rc<Self>) {
        self.dirty.set(true);
        self.form.say("keeping", &self.form.word("keeping"));
        let keeper = Rc::clone(self);
        self.pause.replace(Some(Timeout::new(PAUSE, move || keeper.keep_now())));
    }

    /// The buttons beside a number work without loading the page again.
    fn clicked(self: &Rc<Self>, event: &Event) {
        let button = event.target().and_then(|t| t.dyn_into::<Element>().ok()).and_then(|e| e.closest("button[name=bump]").ok().flatten());
        let Some(button) = button.and_then(|b| b.dyn_into::<HtmlButtonElement>().ok()) else { return };
        if self.form.bump(if button.value() == "1" { 1 } else { -1 }) {
            event.prevent_default();
            self.touch();
        }
    }

    fn submitted(self: &Rc<Self>, event: &Event) {
        let button = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter).and_then(|b| b.dyn_into::<HtmlButtonElement>().ok());
        let button = button.map_or(("go".to_owned(), "next".to_owned()), |b| (b.name(), b.value()));
        if button.0.is_empty() {
            return;
        }
        let Ok(fields) = self.form.fields(Some(&button)) else { return };
        event.prevent_default();
        self.pause.take();
        self.dirty.set(false);
        self.form.say("keeping", &self.form.word("keeping"));
        self.push(fields, true);
        self.try_now();
    }

    fn looked_away(self: &Rc<Self>) {
        match document().map(|d| d.visibility_state()) {
            Some(VisibilityState::Hidden) => self.keep_now(),
            _ => self.try_now(),
        }
    }

    /// Keeps what is on the page now, if it changed.
    pub fn keep_now(self: &Rc<Self>) {
        self.pause.take();
        if !self.dirty.replace(false) {
            return;
        }
        if let Ok(fields) = self.form.fields(None) {
            self.push(fields, false);
        }
    }

    fn push(self: &Rc<Self>, fields: UrlSearchParams, leave: bool) {
        let key = change_key();
        fields.set("key", &key);
        if let Some(copies) = self.copies.borrow().clone() {
            let (key, text) = (key.clone(), String::from(fields.to_string()));
            spawn_local(async move {
                copies.keep(&key, &text).await;
            });
        }
        self.drop_older();
        self.queue.borrow_mut().push_back(Change { key, fields, leave });
        self.pump();
    }

    /// A change that was never tried is replaced by the next one. The first may have been tried, and have arrived.
    fn drop_older(&self) {
        let mut queue = self.queue.borrow_mut();
        while queue.len() > 1 && queue.back().is_some_and(|last| !last.leave) {
            if let (Some(older), Some(copies)) = (queue.pop_back(), self.copies.borrow().as_ref()) {
                copies.forget(&older.key);
            }
        }
    }

    /// Does not wait for the next try.
    pub fn try_now(self: &Rc<Self>) {
        if self.retry.take().is_some() {
            self.wait.set(RETRY.0);
            self.running.set(false);
        }
        self.pump();
    }

    /// Sends the waiting changes one after another, and tries again while there is no connection.
    fn pump(self: &Rc<Self>) {
        if self.running.replace(true) {
            return;
        }
        let keeper = Rc::clone(self);
        spawn_local(async move {
            while let Some((key, fields, leave)) = keeper.first() {
                fields.set("base", &keeper.form.value("base"));
                match post(&keeper.form.element.action(), &fields).await {
                    Reply::Kept { version, status, conflict, next } => {
                        keeper.wait.set(RETRY.0);
                        keeper.kept(&key, &version, &status, conflict);
                        if leave || conflict {
                            keeper.away.take();
                            keeper.go(&next);
                        }
                    }
                    Reply::Refused(gone) => {
                        keeper.queue.borrow_mut().clear();
                        keeper.refused(leave, gone);
                        break;
                    }
                    Reply::Unreachable => return keeper.later(),
                }
            }
            keeper.running.set(false);
            if let Some(go) = keeper.away.take() {
                go();
            }
        });
    }

    /// No connection: says so, and tries again after a while that grows.
    fn later(self: &Rc<Self>) {
        self.form.say("offline", &self.form.word("offline"));
        let wait = self.wait.get();
        self.wait.set((wait * 2).min(RETRY.1));
        let keeper = Rc::clone(self);
        let again = Timeout::new(wait, move || {
            keeper.retry.take();
            keeper.running.set(false);
            keeper.pump();
        });
        self.retry.replace(Some(again));
    }

    fn first(&self) -> Option<(String, UrlSearchParams, bool)> {
        self.queue.borrow().front().map(|c| (c.key.clone(), c.fields.clone(), c.leave))
    }

    fn kept(&self, key: &str, version: &str, status: &str, conflict: bool) {
        self.queue.borrow_mut().pop_front();
        if let Some(copies) = self.copies.borrow().as_ref() {
            copies.forget(key);
        }
        if version != "0" {
            self.form.set_value("base", version);
        }
        match (conflict, self.dirty.get()) {
            (true, _) => self.form.say("conflict", &self.form.word("conflict")),
            (false, false) => self.form.say("kept", status),
            (false, true) => {}
        }
    }

    fn go(&self, next: &str) {
        let Some(location) = web_sys::window().map(|window| window.location()) else { return };
        let here = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
        let _ = location.assign(next);
        // Another place on the same page is no new page by itself.
        if next.split_once('#').is_some_and(|(page, _)| page == here) {
            let _ = location.reload();
        }
    }

    /// The portal refused: post the form as a page, which says why and loses nothing. A helper whose help is over sees nothing any
    /// more: what was typed is with the resident, and this page goes.
    fn refused(&self, leave: bool, gone: bool) {
        if gone && self.form.value("way") == "helping" {
            if let Some(window) = web_sys::window() {
                let _ = window.location().reload();
            }
        } else if leave {
            let _ = self.form.element.submit();
        } else {
            self.form.say("offline", &self.form.word("failed"));
        }
    }

    /// Sends what an earlier page of this draft could not, then shows this page with it.
    async fn send_again(&self, copies: &Copies) {
        let step = self.form.value("step");
        let mut here = false;
        // Changes of one step follow each other: the next one is based on what the one before became.
        let mut became: Vec<(String, String)> = Vec::new();
        for (key, text) in copies.waiting().await {
            let Ok(fields) = UrlSearchParams::new_with_str(&text) else { continue };
            let of = fields.get("step").unwrap_or_default();
            fields.set("go", "stay");
            if let Some((_, version)) = became.iter().find(|(step, _)| *step == of) {
                fields.set("base", version);
            }
            match post(&self.form.element.action(), &fields).await {
                Reply::Kept { version, conflict, .. } => {
                    copies.forget(&key);
                    here |= of == step;
                    became.retain(|(step, _)| *step != of);
                    if !conflict {
                        became.push((of, version));
                    }
                }
                Reply::Refused(_) => copies.forget(&key),
                Reply::Unreachable => return,
            }
        }
        if let (true, false, Some(window)) = (here, self.dirty.get(), web_sys::window()) {
            let _ = window.location().reload();
        }
    }
}

//! What happens on the screen: a button leads on, typing changes the answer, back goes back.

use crate::share;
use calculator::page::{Place, figures, html};
use calculator::{Form, Screen, Words, turn};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use rules::Day;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element, Event, EventTarget, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTemplateElement, SubmitEvent};

/// How long nothing changes before the new answer is said, in milliseconds.
const SAY: u32 = 900;

/// The document of this page.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The calculator of this page.
pub struct Calculator {
    root: HtmlElement,
    words: Words,
    place: Place,
    /// Every screen so far, for going back: what was typed, and nothing of it in the address.
    past: RefCell<Vec<Form>>,
    here: Cell<usize>,
    say: RefCell<Option<Timeout>>,
}

impl Calculator {
    /// The calculator on this page, if there is one.
    pub fn find() -> Option<Rc<Self>> {
        let document = document()?;
        let root: HtmlElement = document.get_element_by_id("calculator")?.dyn_into().ok()?;
        let template: HtmlTemplateElement = document.get_element_by_id("calculator-words")?.dyn_into().ok()?;
        let data = root.dataset();
        let given = |name: &str| data.get(name).unwrap_or_default();
        let words = Words::parse(&given("language"), &template.content().text_content()?);
        let place = Place {
            today: Day::parse(&given("today"))?,
            action: given("action"),
            form: given("form"),
            phone: given("phone"),
            dial: given("dial"),
            parameters: given("parameters"),
            schemes: given("schemes"),
        };
        Some(Rc::new(Self { root, words, place, past: RefCell::default(), here: Cell::new(0), say: RefCell::default() }))
    }

    /// Listens.
    pub fn start(self: Rc<Self>) {
        let root = self.root.clone();
        self.listen(&root, "submit", Self::submitted);
        self.listen(&root, "input", Self::typed);
        self.listen(&root, "click", Self::clicked);
        self.listen(&root, "toggle", Self::toggled);
        if let Some(window) = web_sys::window() {
            self.listen(&window, "popstate", Self::went_back);
        }
        self.past.borrow_mut().push(self.form(None));
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            let _ = history.replace_state(&JsValue::from_f64(0.0), "");
        }
        self.ready();
    }

    fn listen(self: &Rc<Self>, target: &EventTarget, name: &'static str, act: impl Fn(&Rc<Self>, &Event) + 'static) {
        let calculator = Rc::clone(self);
        // Opening a part is not told to what stands around it, unless it listens first.
        let phase = if name == "toggle" { EventListenerPhase::Capture } else { EventListenerPhase::Bubble };
        let options = EventListenerOptions { phase, passive: false };
        EventListener::new_with_options(target, name, options, move |event| act(&calculator, event)).forget();
    }

    /// The form as it stands on the screen, with the button that was pressed.
    fn form(&self, button: Option<(&HtmlFormElement, &Element)>) -> Form {
        let element = button.map(|(form, _)| form.clone()).or_else(|| document()?.get_element_by_id(&self.place.form)?.dyn_into().ok());
        let mut form = Form::default();
        let Some(data) = element.and_then(|element| FormData::new_with_form(&element).ok()) else { return form };
        for entry in js_sys::try_iter(&data).ok().flatten().into_iter().flatten().flatten() {
            let pair: js_sys::Array = entry.into();
            if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
                form.set(&name, &value);
            }
        }
        if let Some((_, button)) = button {
            form.set("go", &button.get_attribute("value").unwrap_or_default());
        }
        form
    }

    /// A button of the calculator: the next screen, here. Another language is the server's.
    fn submitted(self: &Rc<Self>, event: &Event) {
        let Some(form) = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok()) else { return };
        let Some(button) = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter) else { return };
        if button.get_attribute("name").as_deref() != Some("go") {
            return;
        }
        event.prevent_default();
        let mut form = self.form(Some((&form, &button)));
        let stays = matches!(form.get("go"), "more" | "less" | "show");
        let screen = turn(&mut form);
        if stays && !screen.is_faulty() {
            self.set_hours(form.get("plan"));
            return self.calculate();
        }
        self.remember(&form, &screen);
        self.show(&screen, &form);
    }

    /// Keeps the screen for going back; the address stays the same.
    fn remember(&self, form: &Form, screen: &Screen) {
        let mut form = form.clone();
        form.set(
            "step",
            match screen {
                Screen::Start => "",
                Screen::Question { step, .. } => step.as_str(),
                Screen::Answer { .. } => "answer",
            },
        );
        let at = self.here.get() + 1;
        self.here.set(at);
        let mut past = self.past.borrow_mut();
        past.truncate(at);
        past.push(form);
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            let _ = history.push_state(&JsValue::from_f64(at as f64), "");
        }
    }

    fn went_back(self: &Rc<Self>, _: &Event) {
        let state = web_sys::window().and_then(|window| window.history().ok()).and_then(|history| history.state().ok());
        // A place on the page, such as a field that is wrong, is no screen of ours.
        let Some(at) = state.and_then(|state| state.as_f64()).map(|at| at as usize) else { return };
        let Some(mut form) = self.past.borrow().get(at).cloned() else { return };
        self.here.set(at);
        let screen = turn(&mut form);
        self.show(&screen, &form);
    }

    /// Draws a screen and puts the focus where reading begins.
    fn show(&self, screen: &Screen, form: &Form) {
        self.root.set_inner_html(&html(screen, form, &self.words, &self.place));
        self.ready();
        let begin = if screen.is_faulty() { "#error-title" } else { "h1" };
        if let Some(element) = self.root.query_selector(begin).ok().flatten().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Shows what only works with a script.
    fn ready(&self) {
        for what in ["#slider", "[data-share]"] {
            if let Ok(Some(element)) = self.root.query_selector(what) {
                let _ = element.remove_attribute("hidden");
            }
        }
        if let Some(plan) = self.field("plan") {
            self.set_slider(&plan.value());
        }
    }

    fn field(&self, id: &str) -> Option<HtmlInputElement> {
        self.root.query_selector(&(String::from("[data-calculator=answer] #") + id)).ok()??.dyn_into().ok()
    }

    fn set_hours(&self, hours: &str) {
        if let Some(field) = self.field("plan") {
            field.set_value(hours);
        }
        self.set_slider(hours);
    }

    fn set_slider(&self, hours: &str) {
        if let Some(slider) = self.field("slider") {
            slider.set_value(&hours.replace(',', "."));
        }
    }

    fn typed(self: &Rc<Self>, event: &Event) {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        if self.field("plan").is_none() {
            return;
        }
        match input.id().as_str() {
            "slider" => self.set_hours(&input.value()),
            "plan" => self.set_slider(&input.value()),
            _ => {}
        }
        self.calculate();
    }

    /// The answer to what is in the fields now. What cannot be read leaves the last answer standing; the button says why.
    fn calculate(self: &Rc<Self>) {
        let mut form = self.form(None);
        form.set("go", "show");
        if turn(&mut form).is_faulty() || form.get("plan").is_empty() {
            return;
        }
        let open = self.open_parts();
        let is_open = |part: &str| open.iter().any(|id| id == part);
        let Some(figures) = figures(&form, &self.words, &self.place, &is_open) else { return };
        self.fill("#answer-lead", &figures.lead);
        self.fill("#answer-rest", &figures.rest);
        for part in open {
            if let Ok(Some(details)) = self.root.query_selector(&(String::from("#") + &part)) {
                let _ = details.set_attribute("open", "");
            }
        }
        self.ready();
        if let Some(slider) = self.field("slider") {
            let _ = slider.set_attribute("aria-valuetext", &figures.said);
        }
        if let Some(past) = self.past.borrow_mut().get_mut(self.here.get()) {
            form.set("step", "answer");
            *past = form;
        }
        let (calculator, said) = (Rc::clone(self), figures.said);
        self.say.replace(Some(Timeout::new(SAY, move || {
            if let Ok(Some(status)) = calculator.root.query_selector("#answer-said") {
                status.set_text_content(Some(&said));
            }
        })));
    }

    fn fill(&self, what: &str, html: &str) {
        if let Ok(Some(element)) = self.root.query_selector(what) {
            element.set_inner_html(html);
        }
    }

    /// The parts that are open, to be open again after drawing.
    fn open_parts(&self) -> Vec<String> {
        let Ok(all) = self.root.query_selector_all("#answer-rest details[open][id]") else { return Vec::new() };
        (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<Element>().ok()).map(|element| element.id()).collect()
    }

    /// A part that was not drawn while it was closed.
    fn toggled(self: &Rc<Self>, event: &Event) {
        let part = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let empty = part.and_then(|part| part.query_selector(".md-fold__body:empty").ok().flatten());
        if empty.is_some() {
            self.calculate();
        }
    }

    /// Opens every part, drawn.
    fn open_all(self: &Rc<Self>) {
        let Ok(all) = self.root.query_selector_all("#answer-rest details") else { return };
        for at in 0..all.length() {
            if let Some(details) = all.get(at).and_then(|node| node.dyn_into::<Element>().ok()) {
                let _ = details.set_attribute("open", "");
            }
        }
        self.calculate();
    }

    /// Goes to a place on this screen. No step in the history: back means the screen before.
    fn go_to(self: &Rc<Self>, id: &str) {
        if id.starts_with("why-") {
            if let Ok(Some(fold)) = self.root.query_selector("#fold-reasons") {
                let _ = fold.set_attribute("open", "");
            }
            self.calculate();
        }
        let Some(place) = document().and_then(|document| document.get_element_by_id(id)) else { return };
        let details = place.closest("details").ok().flatten();
        if let Some(details) = &details {
            let _ = details.set_attribute("open", "");
        }
        let summary = details.and_then(|details| details.query_selector("summary").ok().flatten()).filter(|_| !place.has_attribute("name"));
        if let Ok(focus) = summary.unwrap_or(place).dyn_into::<HtmlElement>() {
            focus.scroll_into_view();
            let _ = focus.focus();
        }
    }

    fn clicked(self: &Rc<Self>, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let closest = |what: &str| target.as_ref().and_then(|element| element.closest(what).ok().flatten());
        if let Some(to) = closest("a[href^='#']").and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            return self.go_to(to.trim_start_matches('#'));
        }
        let button = closest("[data-act]");
        let act = button.and_then(|button| button.get_attribute("data-act"));
        if act.is_some() {
            self.open_all();
        }
        match act.as_deref() {
            Some("print") => share::print(),
            Some("share") => share::file(&self.words),
            _ => {}
        }
    }
}

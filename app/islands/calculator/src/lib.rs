//! The calculator on the phone itself: the same screens, drawn without asking the server. Nothing leaves the phone.
//!
//! It is a second layer: every screen works without it, by the same form posted to the same address. It must not
//! know questions, rules or how a screen looks: that is the crate `calculator`.

mod screen;
mod share;

use wasm_bindgen::prelude::*;

/// Takes over the calculator on this page.
#[wasm_bindgen(start)]
pub fn start() {
    if let Some(screen) = screen::Calculator::find() {
        screen.start();
    }
}

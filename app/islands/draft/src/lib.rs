//! Keeps answers while typing, survives a lost connection and a killed tab, and never sends twice.
//!
//! It is a second layer: every page works without it, by the same form posted to the same address. It must not
//! know questions or rules; it reads the form that is on the page and the words that the page gives it.

mod copy;
mod form;
mod keeper;
mod leave;
mod post;

use wasm_bindgen::prelude::*;

/// Starts on the question that is on this page.
#[wasm_bindgen(start)]
pub fn start() {
    if let Some(keeper) = keeper::Keeper::find() {
        keeper.start();
    }
}

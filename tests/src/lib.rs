//! The portal as its visitors meet it: the real router on a port of its own, a fresh database of either kind, a
//! clock that tests set, and a client with cookies that runs no scripts.
//!
//! It knows no more of the product than its public functions, and the tests that use it ask everything over HTTP
//! unless they look at what is on disk.
//!
//! ```
//! use tests::page::Page;
//! let page = Page::of("<input type=\"hidden\" name=\"base\" value=\"3\"><p>Tom &amp; Jerry</p>");
//! assert_eq!(page.field("base"), "3");
//! assert!(page.shows("Tom & Jerry"));
//! ```
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::disallowed_methods, reason = "a test that cannot go on stops")]

pub mod app;
pub mod bond;
pub mod client;
pub mod database;
pub mod described;
pub mod device;
mod entered;
pub mod helping;
pub mod log;
pub mod page;
pub mod provider;
pub mod site;
pub mod verbs;

pub use app::TestApp;
pub use bond::Bond;
pub use client::Client;
pub use database::Engine;
pub use helping::Helping;
pub use page::Page;
pub use provider::Provider;
pub use verbs::Filling;

/// How often a test does something: a sample, or as often as the environment says for the long run on demand.
#[must_use]
pub fn times(name: &str, sample: usize) -> usize {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(sample)
}

/// Runs each of these tests, `async fn name(engine: Engine)`, on SQLite: those that never come as far as the database.
#[macro_export]
macro_rules! on_sqlite {
    ($($name:ident),* $(,)?) => {
        $(mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$name($crate::Engine::Sqlite).await;
            }
        })*
    };
}

/// Runs each of these tests, `async fn name(engine: Engine)`, on SQLite and on PostgreSQL.
#[macro_export]
macro_rules! on_both_engines {
    ($($name:ident),* $(,)?) => {
        $(mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$name($crate::Engine::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if $crate::database::has_postgres() {
                    super::$name($crate::Engine::Postgres).await;
                }
            }
        })*
    };
}

//! The simulated municipal backend (nagebootste gemeentelijke backend): cases, documents, catalogues, objects, notifications and
//! contacts as the programs of `contract.md` answer them, with their errors, and with faults that can be switched on.
//!
//! It is the target of the tests and of the demo. It knows the open standards and nothing of the portal: no crate of ours
//! stands to its left. It refuses real people: every BSN must begin with 9999.
//!
//! The APIs lie under the public URL: `/zaken/api/v1`, `/documenten/api/v1`, `/catalogi/api/v1`, `/objecten/api/v2`,
//! `/notificaties/api/v1` and `/klantinteracties/api/v1`. Under `/_sim` lies what tests and people need of it:
//!
//! | path | what |
//! |---|---|
//! | `staff` | the cases, and what staff do: a page, or JSON (an [`Act`]) |
//! | `faults`, `faults/lift` | faults per call: a page, or JSON (a [`FaultRule`]) |
//! | `switches` | switches of the backend as a whole (JSON, [`Switches`]); what is not named stays |
//! | `log`, `urls`, `count?portaal=`, `deliveries` | evidence: calls, URLs, what is stored for a submission, notifications |
//! | `clock`, `reset`, `seed` | the time, a fresh start, a [`Variant`] or a [`seed::Seed`] on top |
//!
//! A call goes through one pipeline: its line in the table of routes, its fault, token, rights, headers, JSON, the rule, the
//! commit, the notification. To change what an endpoint does, open the module of its API; to add one, add a line to the table.
//!
//! ```
//! # tokio::runtime::Runtime::new().unwrap().block_on(async {
//! use backend_sim::{Config, Fault, FaultRule, start};
//!
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
//! let sim = start(Config { time_scale: 0.0, ..Config::default() }, listener)?;
//! sim.add_fault(FaultRule::on("zaak.create", Fault::DropAfter).times(1));
//! assert!(sim.url().starts_with("http://127.0.0.1:"));
//! assert_eq!(sim.count("P-1").cases, 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # }).unwrap();
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

mod api;
mod call;
mod catalogi;
pub mod clock;
pub mod config;
mod connection;
mod control;
pub mod credentials;
mod crs;
mod documenten;
pub mod evidence;
pub mod fault;
mod faults;
mod field;
mod future;
mod handle;
pub mod ids;
mod kind;
mod klant;
pub mod level;
mod listing;
mod notificaties;
pub mod number;
mod objecten;
mod period;
mod pipeline;
pub mod problem;
mod reply;
mod rights;
mod route;
pub mod seed;
mod server;
mod shared;
mod shown;
mod snapshot;
mod staff;
mod store;
mod switches;
mod token;
mod turn;
mod tx;
mod watch;
mod zaken;

pub use config::{Config, ObjectType, SeedFrom, Shape, StartError, StateIn};
pub use credentials::Credentials;
pub use evidence::{Count, LogEntry};
pub use fault::{BadBody, Fault, FaultRule, HangEnd, Match};
pub use faults::ActiveFault;
pub use handle::SimHandle;
pub use ids::Ids;
pub use notificaties::deliver::Tally;
pub use notificaties::switches::NotificationSwitches;
pub use seed::variant::Variant;
pub use server::{Sim, serve, start};
pub use staff::Act;
pub use switches::Switches;
pub use watch::{Seen, Watch};

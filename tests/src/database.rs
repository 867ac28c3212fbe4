//! A database of its own for each test, and what is in it for tests that look on disk.

pub use service::db::Engine;

use sqlx::{AnyConnection, AssertSqlSafe, Connection as _};
use std::path::Path;

/// Where a PostgreSQL for tests is, set by `cargo verify` and `cargo xtask postgres`.
fn postgres() -> Option<String> {
    std::env::var("TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

/// Whether tests run on PostgreSQL too. Says so when they do not.
#[must_use]
pub fn has_postgres() -> bool {
    let there = postgres().is_some();
    if !there {
        eprintln!("TEST_POSTGRES is not set: this test ran on SQLite only");
    }
    there
}

/// The address of a new, empty database; for SQLite a file in `folder`.
pub async fn fresh(engine: Engine, folder: &Path) -> String {
    sqlx::any::install_default_drivers();
    match engine {
        Engine::Sqlite => format!("sqlite://{}", folder.join("portal.db").display()),
        Engine::Postgres => {
            let server = postgres().expect("TEST_POSTGRES");
            let name = format!("t{:016x}", fastrand::u64(..));
            let mut connection = AnyConnection::connect(&server).await.expect("TEST_POSTGRES answers");
            sqlx::raw_sql(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut connection).await.expect("a new database");
            let _ = connection.close().await;
            server.rsplit_once('/').map(|(host, _)| format!("{host}/{name}")).expect("an address with a database")
        }
    }
}

/// Every table of the portal, in an order that says nothing.
const TABLES: [&str; 51] = [
    "person",
    "resident",
    "session",
    "typed",
    "draft",
    "answer",
    "kept_key",
    "scan",
    "review",
    "request",
    "ask",
    "group_decision",
    "note",
    "event",
    "calculation",
    "delivery",
    "outbox",
    "remote_ref",
    "case_status",
    "inbox_event",
    "sync_alert",
    "ended_session",
    "access_log",
    "look_reason",
    "access_log_cut",
    "erasure",
    "agreement_version",
    "agreement_sheet",
    "agreement_line",
    "agreement_mark",
    "agreement_order",
    "agreement_look_back",
    "feeling",
    "feeling_mark",
    "appointment",
    "calendar_address",
    "reminder",
    "retention_notice",
    "mandate",
    "helper_invitation",
    "helper_left",
    "helped_answer",
    "together",
    "objection",
    "volunteer",
    "volunteer_training",
    "volunteer_thanks",
    "helper_contact",
    "mail_try",
    "passkey",
    "passkey_try",
];

/// The rows of one table as text, sorted; ciphertext as hexadecimal digits.
async fn rows(connection: &mut AnyConnection, engine: Engine, table: &str) -> Vec<String> {
    let sql = match engine {
        Engine::Postgres => format!("SELECT t::text FROM {table} t ORDER BY 1"),
        Engine::Sqlite => {
            let columns: Vec<(String,)> =
                sqlx::query_as(AssertSqlSafe(format!("SELECT name FROM pragma_table_info('{table}')"))).fetch_all(&mut *connection).await.unwrap();
            let quoted: Vec<String> = columns.iter().map(|(name,)| format!("quote({name})")).collect();
            format!("SELECT {} FROM {table} ORDER BY 1", quoted.join(" || '|' || "))
        }
    };
    let rows: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(sql)).fetch_all(connection).await.unwrap();
    rows.into_iter().map(|(row,)| row).collect()
}

/// Everything in the database as text, but for the tables in `without`.
pub async fn contents(url: &str, engine: Engine, without: &[&str]) -> String {
    let mut connection = AnyConnection::connect(url).await.unwrap();
    let mut all = String::new();
    for table in TABLES.into_iter().filter(|t| !without.contains(t)) {
        for row in rows(&mut connection, engine, table).await {
            all.push_str(table);
            all.push(' ');
            all.push_str(&row);
            all.push('\n');
        }
    }
    let _ = connection.close().await;
    all
}

/// One number that a question to the database gives.
pub async fn number(url: &str, sql: &str) -> i64 {
    let mut connection = AnyConnection::connect(url).await.unwrap();
    let (n,): (i64,) = sqlx::query_as(AssertSqlSafe(sql.to_owned())).fetch_one(&mut connection).await.unwrap();
    let _ = connection.close().await;
    n
}

/// The texts that a question to the database gives.
pub async fn texts(url: &str, sql: &str) -> Vec<String> {
    let mut connection = AnyConnection::connect(url).await.unwrap();
    let rows: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(sql.to_owned())).fetch_all(&mut connection).await.unwrap();
    let _ = connection.close().await;
    rows.into_iter().map(|(text,)| text).collect()
}

/// The tables that the migrations make, so that a new one is not forgotten here.
#[must_use]
pub fn tables() -> &'static [&'static str] {
    &TABLES
}

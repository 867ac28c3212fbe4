//! The store on both databases: what was confirmed is there, what failed is not, and nothing stops the rest.

use service::db::Db;
use service::person::{self, Person};
use service::{Error, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tests::{Engine, database, on_both_engines};
use tokio::task::JoinSet;

on_both_engines!(
    many_writes_at_once_are_all_there,
    a_job_that_fails_is_undone_alone,
    a_job_that_panics_stops_nobody,
    a_job_that_breaks_its_transaction_stops_nobody,
    what_was_confirmed_is_seen_by_everybody,
    closing_waits_for_what_runs,
    whoever_gives_up_waiting_breaks_nothing,
    every_connection_is_safe,
    opening_again_changes_nothing,
    who_was_erased_before_goes_for_good,
    the_tables_of_the_tests_are_those_of_the_store,
);

struct Store {
    db: Db,
    url: String,
    engine: Engine,
    _folder: tempfile::TempDir,
}

async fn store(engine: Engine) -> Store {
    let folder = tempfile::tempdir().unwrap();
    let url = database::fresh(engine, folder.path()).await;
    Store { db: Db::open(&url).await.unwrap(), url, engine, _folder: folder }
}

impl Store {
    /// How many people with a name like this are in the store, asked by somebody else.
    async fn people(&self, like: &str) -> i64 {
        database::number(&self.url, &format!("SELECT COUNT(*) FROM person WHERE name LIKE '{like}'")).await
    }
}

fn somebody(id: &str, name: &str) -> Person {
    Person { id: id.into(), role: domain::access::Role::Helper, team: None, name: name.into() }
}

/// Writes one person.
async fn add(db: &Db, id: String, name: &'static str) -> Result<()> {
    db.write(move |tx| Box::pin(async move { person::insert(tx, &somebody(&id, name), 0).await })).await
}

async fn many_writes_at_once_are_all_there(engine: Engine) {
    let store = store(engine).await;
    let mut writes = JoinSet::new();
    for n in 0..1_000 {
        let db = store.db.clone();
        writes.spawn(async move { add(&db, format!("p{n}"), "kept").await });
    }
    let results = writes.join_all().await;
    assert!(results.iter().all(Result::is_ok), "{:?}", results.iter().find(|r| r.is_err()));
    assert_eq!(store.people("kept").await, 1_000);
}

async fn a_job_that_fails_is_undone_alone(engine: Engine) {
    let store = store(engine).await;
    let mut writes = JoinSet::new();
    for n in 0..300 {
        let db = store.db.clone();
        writes.spawn(async move {
            let done = db
                .write(move |tx| {
                    Box::pin(async move {
                        let fails = n % 3 == 0;
                        person::insert(&mut *tx, &somebody(&format!("p{n}"), if fails { "undone" } else { "kept" }), 0).await?;
                        // A statement that the database refuses, and a refusal of our own.
                        if n % 6 == 0 {
                            person::insert(&mut *tx, &somebody(&format!("p{n}"), "undone"), 0).await?;
                        }
                        if fails { Err(Error::Conflict("draft")) } else { Ok(n) }
                    })
                })
                .await;
            (n, done)
        });
    }
    for (n, done) in writes.join_all().await {
        assert_eq!(done.is_ok(), n % 3 != 0, "{n}: {done:?}");
        assert!(n % 6 != 3 || done == Err(Error::Conflict("draft")), "the error is the job's own");
    }
    assert_eq!((store.people("kept").await, store.people("undone").await), (200, 0));
}

async fn a_job_that_panics_stops_nobody(engine: Engine) {
    let store = store(engine).await;
    let mut writes = JoinSet::new();
    for n in 0..60 {
        let db = store.db.clone();
        writes.spawn(async move {
            let job = tokio::spawn(async move {
                db.write(move |tx| {
                    Box::pin(async move {
                        person::insert(&mut *tx, &somebody(&format!("p{n}"), if n % 10 == 0 { "undone" } else { "kept" }), 0).await?;
                        assert!(n % 10 != 0, "a mistake of ours");
                        Ok(())
                    })
                })
                .await
            });
            (n, job.await.is_ok_and(|done| done.is_ok()))
        });
    }
    for (n, kept) in writes.join_all().await {
        assert_eq!(kept, n % 10 != 0, "{n}");
    }
    add(&store.db, "after".into(), "kept").await.unwrap();
    assert_eq!((store.people("kept").await, store.people("undone").await), (55, 0));
}

async fn a_job_that_breaks_its_transaction_stops_nobody(engine: Engine) {
    let store = store(engine).await;
    let broken = store
        .db
        .write(|tx| {
            Box::pin(async move {
                person::insert(&mut *tx, &somebody("broken", "undone"), 0).await?;
                sqlx::raw_sql("ROLLBACK").execute(&mut *tx).await?;
                Ok(())
            })
        })
        .await;
    if engine == Engine::Sqlite {
        assert!(broken.is_err(), "what is not on disk is not confirmed");
    }
    for n in 0..20 {
        add(&store.db, format!("after{n}"), "kept").await.unwrap();
    }
    assert_eq!((store.people("kept").await, store.people("undone").await), (20, 0));
}

async fn what_was_confirmed_is_seen_by_everybody(engine: Engine) {
    let store = store(engine).await;
    for n in 0..50 {
        add(&store.db, format!("p{n}"), "kept").await.unwrap();
        let (seen,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM person").fetch_one(store.db.read()).await.unwrap();
        assert_eq!(seen, n + 1, "one's own pool sees it");
    }
    assert_eq!(store.people("kept").await, 50);
}

async fn closing_waits_for_what_runs(engine: Engine) {
    let store = store(engine).await;
    let confirmed = Arc::new(AtomicUsize::new(0));
    let mut writes = JoinSet::new();
    for n in 0..200 {
        let (db, confirmed) = (store.db.clone(), Arc::clone(&confirmed));
        writes.spawn(async move {
            if add(&db, format!("p{n}"), "kept").await.is_ok() {
                confirmed.fetch_add(1, Ordering::SeqCst);
            }
        });
    }
    tokio::time::sleep(Duration::from_millis(3)).await;
    tokio::time::timeout(Duration::from_secs(30), store.db.close()).await.expect("closing comes to an end");
    writes.join_all().await;
    let confirmed = i64::try_from(confirmed.load(Ordering::SeqCst)).unwrap();
    assert_eq!(store.people("kept").await, confirmed, "neither more nor less than was confirmed");
    assert!(add(&store.db, "late".into(), "late").await.is_err(), "a closed store takes nothing");
    assert_eq!(store.people("late").await, 0);
}

async fn whoever_gives_up_waiting_breaks_nothing(engine: Engine) {
    let store = store(engine).await;
    let mut writes = JoinSet::new();
    for n in 0..200_u64 {
        let db = store.db.clone();
        writes.spawn(async move {
            let patience = Duration::from_micros(n % 7 * 300);
            tokio::time::timeout(patience, add(&db, format!("p{n}"), "kept")).await.is_ok_and(|done| done.is_ok())
        });
    }
    let confirmed = writes.join_all().await.into_iter().filter(|done| *done).count();
    add(&store.db, "after".into(), "kept").await.unwrap();
    assert!(store.people("kept").await > i64::try_from(confirmed).unwrap(), "all that was confirmed is there");
}

async fn every_connection_is_safe(engine: Engine) {
    let store = store(engine).await;
    if store.engine == Engine::Postgres {
        let (commit,): (String,) = sqlx::query_as("SELECT current_setting('synchronous_commit')").fetch_one(store.db.read()).await.unwrap();
        assert_eq!(commit, "on");
        return;
    }
    let settings =
        "SELECT (SELECT synchronous FROM pragma_synchronous), (SELECT foreign_keys FROM pragma_foreign_keys), (SELECT journal_mode FROM pragma_journal_mode)";
    let expected = (2_i64, 1_i64, "wal".to_owned());
    let reading: (i64, i64, String) = sqlx::query_as(settings).fetch_one(store.db.read()).await.unwrap();
    let writing: (i64, i64, String) = store.db.write(move |tx| Box::pin(async move { Ok(sqlx::query_as(settings).fetch_one(tx).await?) })).await.unwrap();
    assert_eq!((reading, writing), (expected.clone(), expected), "synchronous=FULL, foreign keys, WAL");
    let orphan = store.db.write(|tx| {
        Box::pin(async move {
            Ok(sqlx::query("INSERT INTO session (token_hash, person, created_at, seen_at) VALUES ('t', 'nobody', 0, 0)").execute(tx).await?.rows_affected())
        })
    });
    assert!(orphan.await.is_err(), "nothing hangs loose");
}

async fn opening_again_changes_nothing(engine: Engine) {
    let store = store(engine).await;
    add(&store.db, "p".into(), "kept").await.unwrap();
    let before = database::contents(&store.url, engine, &[]).await;
    store.db.close().await;
    let again = Db::open(&store.url).await.unwrap();
    again.ping().await.unwrap();
    assert_eq!(before, database::contents(&store.url, engine, &[]).await);
    assert!(Db::open("sqlite:///nowhere/at/all/portal.db").await.is_err());
}

async fn the_tables_of_the_tests_are_those_of_the_store(engine: Engine) {
    let store = store(engine).await;
    let sql = match engine {
        Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table'",
        Engine::Postgres => "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'",
    };
    let rows: Vec<(String,)> = sqlx::query_as(sql).fetch_all(store.db.read()).await.unwrap();
    let mut there: Vec<String> = rows.into_iter().map(|(name,)| name).filter(|n| !n.starts_with("_sqlx") && !n.starts_with("sqlite_")).collect();
    let mut known: Vec<&str> = database::tables().to_vec();
    there.sort();
    known.sort_unstable();
    assert_eq!(there, known, "tests/src/database.rs knows every table");
}

/// Until migration 15 a resident who was erased left rows behind.
async fn who_was_erased_before_goes_for_good(engine: Engine) {
    let store = store(engine).await;
    let blob = if engine == Engine::Sqlite { "X'00'" } else { "'\\x00'::bytea" };
    let bytes = if engine == Engine::Sqlite { "BLOB" } else { "BYTEA" };
    let resident = |id: &str, key: &str| {
        format!(
            "INSERT INTO person (id, role, name, created_at) VALUES ('{id}', 'resident', '', 1); \
             INSERT INTO resident (id, master_key, wrapped_key, sealed_profile, route, profile_version, created_at, active_at) \
             VALUES ('{id}', '{key}', {blob}, {blob}, 'whole', 1, 1, 1); \
             INSERT INTO request (id, resident, kind, reference, form_key, sealed_content, sent_at, due_on) \
             VALUES ('r{id}', '{id}', 'erasure', 'V-{id}', 'k{id}', {blob}, 1, '2026-01-01'); \
             INSERT INTO event (id, resident, kind, detail, by_person, at) VALUES ('e{id}', '{id}', 'sent', '', '{id}', 1); \
             INSERT INTO erasure (id, resident, request, choice, sealed_reason, decided_by, decided_at) VALUES ('d{id}', '{id}', 'r{id}', 'part', {blob}, 'here', 1); "
        )
    };
    let before = format!(
        "DROP TABLE erasure; DELETE FROM _sqlx_migrations WHERE version = 15; \
         CREATE TABLE erasure (id TEXT PRIMARY KEY, resident TEXT NOT NULL REFERENCES resident (id), request TEXT NOT NULL UNIQUE REFERENCES request (id), \
         choice TEXT NOT NULL, sealed_reason {bytes} NOT NULL, decided_by TEXT NOT NULL REFERENCES person (id), decided_at BIGINT NOT NULL); {}{}",
        resident("here", "key"),
        resident("gone", "erased"),
    );
    store
        .db
        .write(move |tx| {
            Box::pin(async move {
                sqlx::raw_sql(sqlx::AssertSqlSafe(before)).execute(tx).await?;
                Ok(())
            })
        })
        .await
        .unwrap();
    store.db.close().await;
    Db::open(&store.url).await.unwrap().close().await;
    let contents = database::contents(&store.url, engine, &[]).await;
    let gone: Vec<&str> = contents.lines().filter(|line| line.contains("gone")).collect();
    assert_eq!(gone.len(), 1, "{gone:#?}");
    assert!(gone[0].starts_with("erasure ") && gone[0].contains("V-gone"), "{gone:#?}");
    assert_eq!(contents.lines().filter(|line| line.contains("here")).count(), 6, "the others stay: {contents}");
}

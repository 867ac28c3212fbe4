//! The store: SQLite or PostgreSQL, with one SQL text for both.
//!
//! Reads go to a pool. Writes go through [`Db::write`], which runs a job in a transaction and answers only
//! after the commit. On SQLite one writer takes the waiting jobs of many residents into one transaction, so
//! that one flush to disk serves them all; on PostgreSQL each job has its own transaction.

mod migrate;
mod writer;

use crate::{Error, Result};
use sqlx::AnyConnection;
use sqlx::AnyPool;
use sqlx::any::AnyPoolOptions;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// A future that borrows the connection it works on.
pub type Work<'c, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'c>>;

/// A statement with all that is bound to it.
pub type Statement = sqlx::query::Query<'static, sqlx::Any, sqlx::any::AnyArguments>;

/// Which database it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The embedded default.
    Sqlite,
    /// By configuration.
    Postgres,
}

/// The open store. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    pool: AnyPool,
    writer: Option<writer::Writer>,
}

impl Db {
    /// Opens the database at `url` (`sqlite://…` or `postgres://…`) and brings it to the newest version.
    ///
    /// # Errors
    /// When it cannot be reached or a migration fails.
    pub async fn open(url: &str) -> sqlx::Result<Self> {
        sqlx::any::install_default_drivers();
        let engine = if url.starts_with("postgres") { Engine::Postgres } else { Engine::Sqlite };
        let url = match engine {
            Engine::Sqlite if !url.contains('?') => format!("{url}?mode=rwc"),
            _ => url.to_owned(),
        };
        let pool = options(engine).connect(&url).await?;
        migrate::run(&pool, engine).await?;
        let writer = match engine {
            Engine::Sqlite => Some(writer::Writer::start(&url).await?),
            Engine::Postgres => None,
        };
        Ok(Self { engine, pool, writer })
    }

    /// Which database it is.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// Where reads go.
    #[must_use]
    pub const fn read(&self) -> &AnyPool {
        &self.pool
    }

    /// Runs `job` in a transaction and answers after the commit: what it gave is then on disk.
    ///
    /// # Errors
    /// The job's own error (then nothing of it is kept), or that the commit failed.
    pub async fn write<T, F>(&self, job: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut AnyConnection) -> Work<'c, T> + Send + 'static,
    {
        if let Some(writer) = &self.writer {
            return writer.run(job).await;
        }
        let mut transaction = self.pool.begin().await?;
        let value = job(&mut transaction).await?;
        transaction.commit().await?;
        Ok(value)
    }

    /// Runs one statement and answers after the commit.
    ///
    /// # Errors
    /// When it failed or was not committed.
    pub async fn run(&self, statement: Statement) -> Result<()> {
        self.write(move |tx| {
            Box::pin(async move {
                statement.execute(tx).await?;
                Ok(())
            })
        })
        .await
    }

    /// Whether the store answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<()> {
        sqlx::query("SELECT 1").execute(&self.pool).await.map(|_| ()).map_err(Error::from)
    }

    /// Waits for running jobs and closes all connections.
    pub async fn close(&self) {
        if let Some(writer) = &self.writer {
            writer.stop().await;
        }
        self.pool.close().await;
    }
}

fn options(engine: Engine) -> AnyPoolOptions {
    let options = AnyPoolOptions::new().acquire_timeout(Duration::from_secs(10));
    match engine {
        Engine::Postgres => options.max_connections(16),
        Engine::Sqlite => options.max_connections(4).after_connect(|connection, _| Box::pin(async move { set_up(connection).await })),
    }
}

/// Durable against power loss (synchronous=FULL), readers beside the writer (WAL).
async fn set_up(connection: &mut AnyConnection) -> sqlx::Result<()> {
    sqlx::raw_sql("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA cache_size=-8000")
        .execute(&mut *connection)
        .await
        .map(|_| ())
}

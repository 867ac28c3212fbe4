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
use sqlx::postgres::{PgConnectOptions, PgSslMode};
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
        let (engine, url, pool) = connect(url, "rwc").await?;
        migrate::run(&pool, engine).await?;
        Self::with(engine, &url, pool).await
    }

    /// Opens the database at `url` as it is; nothing when it is not at the newest version.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub async fn open_as_it_is(url: &str) -> sqlx::Result<Option<Self>> {
        let (engine, url, pool) = connect(url, "rw").await?;
        if !migrate::is_newest(&pool).await {
            return Ok(None);
        }
        Self::with(engine, &url, pool).await.map(Some)
    }

    async fn with(engine: Engine, url: &str, pool: AnyPool) -> sqlx::Result<Self> {
        let writer = match engine {
            Engine::Sqlite => Some(writer::Writer::start(url).await?),
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

/// Whether nobody can stand between us and the database at `url`: it is on this machine, or proves who it is.
#[must_use]
pub fn is_private(url: &str) -> bool {
    if engine_of(url) == Engine::Sqlite {
        return true;
    }
    // As the driver reads it, for that is where the connection goes.
    url.parse::<PgConnectOptions>().is_ok_and(|options| {
        options.get_socket().is_some()
            || matches!(options.get_ssl_mode(), PgSslMode::VerifyFull)
            || options.get_host().starts_with('/')
            || matches!(options.get_host(), "localhost" | "127.0.0.1" | "::1" | "[::1]")
    })
}

fn engine_of(url: &str) -> Engine {
    if url.starts_with("postgres") { Engine::Postgres } else { Engine::Sqlite }
}

/// A pool for `url`; an SQLite file is opened in `mode` where the address names none.
async fn connect(url: &str, mode: &str) -> sqlx::Result<(Engine, String, AnyPool)> {
    sqlx::any::install_default_drivers();
    let engine = engine_of(url);
    let url = match engine {
        Engine::Sqlite if !url.contains('?') => format!("{url}?mode={mode}"),
        _ => url.to_owned(),
    };
    let pool = options(engine).connect(&url).await?;
    Ok((engine, url, pool))
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

#[cfg(test)]
mod tests {
    use super::is_private;

    #[test]
    fn a_database_elsewhere_proves_who_it_is() {
        for url in [
            "sqlite://a.db",
            "postgres://u:p@localhost/m",
            "postgres://u@[::1]/m",
            "postgres:///m?host=/run/postgresql",
            "postgres://u@%2Frun%2Fpostgresql/m",
            "postgres://u@db.example/m?sslmode=verify-full",
        ] {
            assert!(is_private(url), "{url}");
        }
        for url in [
            "postgres://u:p@db.example/m",
            "postgres://u@10.0.0.2:5432/m?sslmode=require",
            "postgres://u@db.example/m?sslmode=verify-ca",
            "postgresql:///m?host=db.example",
            "postgres://u@localhost/m?hostaddr=10.0.0.2",
            "postgres://u@db.example/m?sslmode=verify-full&sslmode=disable",
            "postgres://u@db.example/sslmode=verify-full",
        ] {
            assert!(!is_private(url), "{url}");
        }
    }
}

//! Brings the database to the newest version at start. Migrations are plain SQL files, compiled in.

use super::Engine;
use sqlx::AnyPool;
use sqlx::SqlSafeStr as _;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use std::borrow::Cow;

/// Every migration in order: version, name, SQL.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "intake", include_str!("../../migrations/0001_intake.sql")),
    (2, "passed", include_str!("../../migrations/0002_passed.sql")),
    (3, "calculation", include_str!("../../migrations/0003_calculation.sql")),
    (4, "outbox", include_str!("../../migrations/0004_outbox.sql")),
    (5, "agreement", include_str!("../../migrations/0005_agreement.sql")),
    (6, "journey", include_str!("../../migrations/0006_journey.sql")),
    (7, "identity", include_str!("../../migrations/0007_identity.sql")),
    (8, "safekeeping", include_str!("../../migrations/0008_safekeeping.sql")),
    (9, "mandate", include_str!("../../migrations/0009_mandate.sql")),
    (10, "volunteer", include_str!("../../migrations/0010_volunteer.sql")),
    (11, "erasure", include_str!("../../migrations/0011_erasure.sql")),
    (12, "mail", include_str!("../../migrations/0012_mail.sql")),
    (14, "helping", include_str!("../../migrations/0014_helping.sql")),
    (15, "erased", include_str!("../../migrations/0015_erased.sql")),
    (16, "whose", include_str!("../../migrations/0016_whose.sql")),
    (17, "records", include_str!("../../migrations/0017_records.sql")),
    (18, "journey_said", include_str!("../../migrations/0018_journey_said.sql")),
    (19, "helped", include_str!("../../migrations/0019_helped.sql")),
];

pub(super) async fn run(pool: &AnyPool, engine: Engine) -> sqlx::Result<()> {
    let migrations = MIGRATIONS.iter().map(|(version, name, sql)| migration(*version, name, sql, engine)).collect();
    let migrator = Migrator { migrations: Cow::Owned(migrations), ..Migrator::DEFAULT };
    migrator.run(pool).await.map_err(|e| sqlx::Error::Migrate(Box::new(e)))
}

/// Whether every migration was done.
pub(super) async fn is_newest(pool: &AnyPool) -> bool {
    let newest = MIGRATIONS.iter().map(|(version, ..)| *version).max();
    let done: Option<(Option<i64>,)> = sqlx::query_as("SELECT MAX(version) FROM _sqlx_migrations WHERE success").fetch_optional(pool).await.ok().flatten();
    done.and_then(|(version,)| version) == newest
}

fn migration(version: i64, name: &'static str, sql: &'static str, engine: Engine) -> Migration {
    let sql = match engine {
        Engine::Sqlite => Cow::Borrowed(sql),
        Engine::Postgres => Cow::Owned(sql.replace(" BLOB", " BYTEA")),
    };
    Migration::new(version, Cow::Borrowed(name), MigrationType::Simple, sqlx::AssertSqlSafe(sql.into_owned()).into_sql_str(), false)
}

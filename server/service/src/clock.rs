//! What time it is: the one home of the clock.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Europe::Amsterdam;

/// Tells the time; tests bring their own.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970 (UTC).
    fn now(&self) -> i64;

    /// Today in the Netherlands.
    fn today(&self) -> NaiveDate {
        local(self.now()).date_naive()
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one home of the clock")]
    fn now(&self) -> i64 {
        Utc::now().timestamp_millis()
    }
}

/// A clock that tests set.
#[derive(Debug)]
pub struct FixedClock(std::sync::atomic::AtomicI64);

impl FixedClock {
    /// A clock that stands at `now` milliseconds.
    #[must_use]
    pub const fn at(now: i64) -> Self {
        Self(std::sync::atomic::AtomicI64::new(now))
    }

    /// Moves it `millis` further.
    pub fn advance(&self, millis: i64) {
        self.0.fetch_add(millis, std::sync::atomic::Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> i64 {
        self.0.load(std::sync::atomic::Ordering::SeqCst)
    }
}

/// A moment as Dutch local time, for the screen.
#[must_use]
pub fn local(millis: i64) -> DateTime<chrono_tz::Tz> {
    Amsterdam.timestamp_millis_opt(millis).single().unwrap_or_else(|| DateTime::UNIX_EPOCH.with_timezone(&Amsterdam))
}

/// A local time in the Netherlands as a moment in milliseconds; the first of two when the clock goes back, none for an
/// hour that it skips.
#[must_use]
pub fn at_local(day: NaiveDate, time: NaiveTime) -> Option<i64> {
    Amsterdam.from_local_datetime(&day.and_time(time)).earliest().map(|at| at.timestamp_millis())
}

/// The days from `since` to `now`, counted in calendar days of the Netherlands.
#[must_use]
pub fn days_between(since: i64, now: i64) -> i64 {
    (local(now).date_naive() - local(since).date_naive()).num_days()
}

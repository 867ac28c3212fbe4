//! What time it is in the backend: the one home of the clock.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, SecondsFormat, Utc};
use std::sync::atomic::{AtomicI64, Ordering};

/// A moment to the microsecond.
pub type Moment = DateTime<Utc>;

/// The machine's clock with an offset, or a clock that stands still.
#[derive(Debug, Default)]
pub struct Clock {
    /// Microseconds that are added to the machine's time.
    offset: AtomicI64,
    /// Microseconds since 1970 at which it stands still; 0 when it runs.
    standing: AtomicI64,
}

impl Clock {
    /// A running clock, `seconds` ahead of the machine (behind, when negative).
    #[must_use]
    pub const fn ahead(seconds: i64) -> Self {
        Self { offset: AtomicI64::new(seconds.saturating_mul(1_000_000)), standing: AtomicI64::new(0) }
    }

    /// Now, cut to microseconds.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one home of the clock of the simulation")]
    pub fn now(&self) -> Moment {
        let micros = match self.standing.load(Ordering::SeqCst) {
            0 => Utc::now().timestamp_micros().saturating_add(self.offset.load(Ordering::SeqCst)),
            standing => standing,
        };
        DateTime::from_timestamp_micros(micros).unwrap_or_default()
    }

    /// Sets how many seconds it is ahead of the machine, and lets it run.
    pub fn set_ahead(&self, seconds: i64) {
        self.standing.store(0, Ordering::SeqCst);
        self.offset.store(seconds.saturating_mul(1_000_000), Ordering::SeqCst);
    }

    /// Moves it `seconds` further, running or standing.
    pub fn advance(&self, seconds: i64) {
        let micros = seconds.saturating_mul(1_000_000);
        if self.standing.load(Ordering::SeqCst) == 0 {
            self.offset.fetch_add(micros, Ordering::SeqCst);
        } else {
            self.standing.fetch_add(micros, Ordering::SeqCst);
        }
    }

    /// Makes it stand still at `at`.
    pub fn stand_at(&self, at: Moment) {
        self.standing.store(at.timestamp_micros(), Ordering::SeqCst);
    }
}

/// A moment as answers write it: UTC with `Z`, microseconds only when there are any (S15).
#[must_use]
pub fn written(at: Moment) -> String {
    let format = if at.timestamp_subsec_micros() == 0 { SecondsFormat::Secs } else { SecondsFormat::Micros };
    at.to_rfc3339_opts(format, true)
}

/// The moment that an RFC 3339 text means, cut to microseconds.
#[must_use]
pub fn moment(text: &str) -> Option<Moment> {
    let parsed: DateTime<FixedOffset> = DateTime::parse_from_rfc3339(text).ok()?;
    DateTime::from_timestamp_micros(parsed.timestamp_micros())
}

/// The date of a moment, as answers write it. The backend counts days in UTC.
#[must_use]
pub fn day(at: Moment) -> String {
    at.date_naive().to_string()
}

/// The date that a text such as `2026-11-21` means.
#[must_use]
pub fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10)
}

/// A moment as an HTTP header writes it, `seconds` later.
#[must_use]
pub fn http_date(at: Moment, seconds: u64) -> String {
    let later = i64::try_from(seconds).ok().and_then(Duration::try_seconds).and_then(|d| at.checked_add_signed(d)).unwrap_or(at);
    later.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s15_times_come_back_in_utc_with_their_microseconds() {
        assert_eq!(written(moment("2026-11-21T20:46:05.787319+01:00").unwrap()), "2026-11-21T19:46:05.787319Z");
        assert_eq!(written(moment("2026-11-21T19:46:05+00:00").unwrap()), "2026-11-21T19:46:05Z");
        assert_eq!(moment("yesterday"), None);
    }

    #[test]
    fn it_can_be_set_and_moved() {
        let clock = Clock::ahead(0);
        clock.stand_at(moment("2026-11-21T10:00:00Z").unwrap());
        clock.advance(60);
        assert_eq!(written(clock.now()), "2026-11-21T10:01:00Z");
        clock.set_ahead(3600);
        assert_ne!(written(clock.now()), "2026-11-21T10:01:00Z");
        assert_eq!(http_date(moment("2026-11-21T10:00:00Z").unwrap(), 90), "Sat, 21 Nov 2026 10:01:30 GMT");
    }
}

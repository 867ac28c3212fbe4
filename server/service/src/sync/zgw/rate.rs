//! At most so many calls a second, however much waits.

use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::Instant;

/// Lets callers through one after another, each a little later than the one before.
#[derive(Debug)]
pub struct Rate {
    between: Duration,
    next: Mutex<Option<Instant>>,
}

impl Rate {
    /// At most `per_second` calls a second; 0 is no limit.
    #[must_use]
    pub fn new(per_second: u32) -> Self {
        let between = if per_second == 0 { Duration::ZERO } else { Duration::from_secs(1) / per_second };
        Self { between, next: Mutex::new(None) }
    }

    /// Waits for this caller's turn.
    pub async fn turn(&self) {
        if self.between.is_zero() {
            return;
        }
        let mine = {
            let mut next = self.next.lock().await;
            let mine = next.map_or_else(Instant::now, |next| next.max(Instant::now()));
            *next = Some(mine + self.between);
            mine
        };
        tokio::time::sleep_until(mine).await;
    }
}

//! What the portal wrote to its log while the tests of this process ran.

use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use tracing_subscriber::filter::dynamic_filter_fn;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};

static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static EVERYTHING: AtomicBool = AtomicBool::new(false);
static START: Once = Once::new();

struct Memory;

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Memory {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        Self
    }
}

/// Starts listening: to warnings and errors, and to every word once somebody asked for [`everything`].
pub fn listen() {
    START.call_once(|| {
        let wanted = dynamic_filter_fn(|meta, _| *meta.level() <= tracing::Level::WARN || EVERYTHING.load(Ordering::Relaxed));
        let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(Memory).with_filter(wanted);
        let _ = tracing::subscriber::set_global_default(tracing_subscriber::registry().with(layer));
    });
}

/// From here on the log holds every word of every part, down to the smallest.
pub fn everything() {
    listen();
    EVERYTHING.store(true, Ordering::Relaxed);
}

/// All that was logged.
#[must_use]
pub fn text() -> String {
    String::from_utf8_lossy(&LOG.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
}

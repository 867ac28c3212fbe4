//! What a target cannot offer is skipped by name and counted.

use std::sync::atomic::{AtomicUsize, Ordering};

static SKIPPED: AtomicUsize = AtomicUsize::new(0);

/// Says that a test is skipped, and why; the number counts those until now.
pub fn skip(test: &str, why: &str) {
    let count = SKIPPED.fetch_add(1, Ordering::SeqCst) + 1;
    println!("skipped ({count}): {test}: {why}");
}

/// The target for a rule that holds for both targets; returns from the test when the target cannot offer `$need`.
#[macro_export]
macro_rules! target {
    ($test:literal) => {
        $crate::Target::open().await
    };
    ($test:literal, $($need:ident),+) => {{
        let target = $crate::Target::open().await;
        $(
            if let Err(why) = target.offers($crate::target::Need::$need) {
                $crate::skip::skip($test, why);
                return;
            }
        )+
        target
    }};
}

/// The simulation with its handle, for a rule that holds for it alone; returns from the test on a real target.
#[macro_export]
macro_rules! simulation {
    ($test:literal) => {
        $crate::simulation!($test, $crate::target::config())
    };
    ($test:literal, $config:expr) => {{
        if $crate::target::is_real() {
            $crate::skip::skip($test, "only against the simulation");
            return;
        }
        $crate::Target::simulated($config).await
    }};
}

//! The machine's own clock and source of chance.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff::{SignedDuration, Timestamp};

use crate::ports::Clock;

/// The system's time, and random bytes of the crypto library.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock adapter")]
    fn now(&self) -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        SignedDuration::try_from(since)
            .ok()
            .and_then(|since| Timestamp::UNIX_EPOCH.checked_add(since).ok())
            .unwrap_or(Timestamp::MAX)
    }

    #[cfg(target_os = "linux")]
    fn elapsed(&self) -> SignedDuration {
        let since = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
        SignedDuration::new(since.tv_sec, i32::try_from(since.tv_nsec).unwrap_or_default())
    }

    /// Where the system has no clock that goes on while it sleeps, this one stands still meanwhile.
    #[cfg(not(target_os = "linux"))]
    fn elapsed(&self) -> SignedDuration {
        static BEGAN: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
        SignedDuration::try_from(BEGAN.get_or_init(std::time::Instant::now).elapsed()).unwrap_or(SignedDuration::MAX)
    }

    /// # Panics
    /// When the operating system gives no random bytes: no id or nonce could be trusted then.
    fn fill(&self, bytes: &mut [u8]) {
        aws_lc_rs::rand::fill(bytes).expect("the operating system gives random bytes");
    }
}

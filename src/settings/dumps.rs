//! What every program that takes card numbers does first.

/// Nobody shall find a number in the memory that a crash leaves behind.
pub fn no_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        // Where a program collects dumps, only this keeps them from it.
        #[cfg(target_os = "linux")]
        if rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable).is_err() {
            tracing::warn!("core dumps could not be turned off");
        }
        if setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).is_err() {
            tracing::warn!("core dumps could not be turned off");
        }
    }
}

/// Lets the process have as many files open as it may: connections are files, and so is whatever asks the gateway. Says how many,
/// where there is a limit.
#[cfg(unix)]
#[must_use]
pub fn raise_file_limit() -> Option<u64> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).is_ok() { maximum } else { current }
}

/// As on Unix, where there is such a limit.
#[cfg(not(unix))]
#[must_use]
pub fn raise_file_limit() -> Option<u64> {
    None
}

/// What a panic says may hold a piece of a customer's text (a slice that went wrong prints it): only where it happened,
/// and what was written in the source, is told.
pub fn hush_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let said = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("a value was not as expected");
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        eprintln!("payment-smart-bot: panicked at {at}: {said}");
    }));
}

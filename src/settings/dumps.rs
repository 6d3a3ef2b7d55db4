//! What every program that takes card numbers does first.

/// Nobody shall find a number in the memory that a crash leaves behind.
pub fn no_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        if setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).is_err() {
            tracing::warn!("core dumps could not be turned off");
        }
    }
}

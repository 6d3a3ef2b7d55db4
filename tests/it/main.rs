//! All integration tests in one binary: each further one would link everything again.

mod architecture;
mod killed;
mod leaks;
mod sessions;
mod support;
mod turns;

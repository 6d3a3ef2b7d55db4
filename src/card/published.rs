//! Card numbers that payment processors publish for tests: the only ones that a demonstration takes.

use std::sync::LazyLock;

use super::CardNumber;

static PUBLISHED: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut numbers: Vec<&str> = include_str!("published.txt")
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|number| !number.is_empty())
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
});

/// Every published test number.
#[must_use]
pub fn published() -> &'static [&'static str] {
    &PUBLISHED
}

/// Whether this is a published test number.
#[must_use]
pub fn is_published(number: &CardNumber) -> bool {
    PUBLISHED.binary_search(&number.expose()).is_ok()
}

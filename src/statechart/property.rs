//! A claim about the driven machine, and how it fared.

/// A property, and how it fared.
#[derive(Clone, Debug)]
pub struct Property {
    /// What holds.
    pub claim: &'static str,
    /// On how many runs it was put to the test.
    pub checked: usize,
    /// Runs on which it did not hold, by their labels.
    pub broken: Vec<String>,
}

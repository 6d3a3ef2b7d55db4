//! How far words are looked for: a setting of every build, with or without a model.

/// Where the words of a reply may come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Every sentence is said as the catalog has it.
    Catalog,
    /// In wordings that people approved, where there are some.
    Reviewed,
    /// The same, opened by a model's courtesy, where one fits and comes in time.
    Live,
    /// As `Reviewed`; and a model is asked for candidates after each reply, for people to approve.
    Harvest,
}

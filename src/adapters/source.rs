//! How far a wording is looked for: a setting of every build, with or without a model.

/// How far a wording may be looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Reviewed ones, then the process's cache, then a model.
    Live,
    /// Reviewed ones only.
    Reviewed,
    /// None: every sentence is said as the catalog has it.
    Catalog,
}

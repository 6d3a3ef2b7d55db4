//! The command line of Payment Smart Bot.
fn main() {}

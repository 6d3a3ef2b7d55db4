//! Payment Smart Bot.

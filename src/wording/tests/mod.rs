//! What holds of every catalog, and of how it is used.

mod acts;
mod complete;
mod contract;
mod files;
mod filling;
mod formats;
mod frames;
mod sample;
mod stories;
mod voices;

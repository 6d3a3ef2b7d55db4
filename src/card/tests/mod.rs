//! Card values through their public face.

mod brand;
mod cvv;
mod expiry;
mod name;
mod number;
mod properties;
mod published;

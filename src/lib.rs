//! scratch
pub mod calendar;
pub mod check;
pub mod diagnostic;
pub mod error;
pub mod model;
pub mod read;
pub mod source;
#[cfg(test)]
mod testing;
pub mod text;

//! T: what the responsibility table says about tasks, measures and offices.

pub mod measure_without_office;
pub mod requirement_unprinted;
pub mod unknown_office;

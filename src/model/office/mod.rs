//! 机构名录: offices, their aliases and collective names, and how they are named in a table.

mod owner;
mod register;
mod tokens;

pub use owner::{Owner, Party};
pub use register::{Collective, CollectiveId, Found, Office, OfficeId, Register};

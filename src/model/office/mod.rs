//! 机构名录: offices, their aliases and collective names, and how they are named in a table.

mod names;
mod owner;
mod register;
mod tokens;

pub use names::{Collective, CollectiveId, Found, Office, OfficeId};
pub use owner::{Owner, Party};
pub use register::Register;

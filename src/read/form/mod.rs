//! The file format: one struct per kind of file, its fields named as in the form.
//!
//! Every field may be missing or wrong without the others being lost; what has to be there is asked for in
//! [`lower`](crate::read::lower), and is named here once more, as `required`, for editors: a test holds both to
//! the same. A struct knows its keys; an [`Open`](crate::read::yaml::field::Open) record takes any. The comments are in
//! Chinese because editors show them to whoever fills in the form: [`schema`](mod@crate::read::form::schema) makes a
//! JSON Schema of each file.

pub mod note;
pub mod notice;
pub mod offices;
pub mod page;
pub mod progress;
pub mod roster;
pub mod schema;
pub mod section;
pub mod site;
pub mod standard;
pub mod summary;
pub mod table;
pub mod wording;
mod words;

//! The model: a bureau's site, offices, notices and their tables, typed and immutable.
//!
//! All texts of people are [`Located`](crate::source::Located) and kept word for word; parsed values (days, offices) are stored beside them.
//! Independent of file formats, rules and output.

pub mod attached;
pub mod attachment;
pub mod browse;
pub mod cadence;
pub mod catalogue;
pub mod cell;
pub mod column_kind;
pub mod deadline;
pub mod disclosure;
pub mod entry;
pub mod example;
pub mod fixed_place;
pub mod flat;
pub mod grid;
pub mod handout;
pub mod imprint;
pub mod index;
pub mod item;
pub mod item_key;
pub mod item_words;
pub mod joined;
pub mod lead;
pub mod ledger;
pub mod ledger_pages;
pub mod long;
pub mod metadata;
pub mod metadata_block;
pub mod notice;
pub mod office;
pub mod overview;
pub mod owed;
pub mod paper;
pub mod part;
pub mod progress;
pub mod project;
pub mod public;
pub mod reference;
pub mod related;
pub mod repeat;
pub mod roster;
pub mod section;
pub mod share;
pub mod shown_progress;
pub mod site;
pub mod standard;
pub mod status;
pub mod stored;
pub mod summary;
pub mod table;
pub mod table_column;
pub mod tables;
pub mod title;
pub mod validity;
pub mod withdrawal;
pub mod wording;

pub use project::{Following, PROGRESS, Project, SUMMARY};

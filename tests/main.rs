//! All tests of what users see, in one binary: the content that ships, the command line, the files that come out.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::format_push_string,
    clippy::match_bool,
    clippy::redundant_closure_for_method_calls,
    clippy::similar_names,
    reason = "tests are read once, from the top"
)]
#![allow(
    clippy::format_collect,
    clippy::type_complexity,
    reason = "tables of cases and their texts read best where they stand, and their speed does not matter"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::too_many_lines,
    reason = "a test fails by panicking, works on real files, and shows what is printed whole"
)]

mod accessible;
mod atomic;
mod attached;
mod browse;
mod catalogue;
mod characters;
mod cli;
mod comfort;
mod commit;
mod correct;
mod days;
mod defects;
mod desk;
mod desk_guard;
mod document;
mod drafts;
mod empty_papers;
mod examples;
mod explain;
mod forms;
mod golden;
mod guard;
mod handout;
mod header_cells;
mod hidden;
mod house;
mod import;
mod import_rows;
mod internal;
mod join;
mod ledger;
mod linear;
mod lists;
mod long;
mod machines;
mod mend;
mod metadata;
mod moved_tasks;
mod new;
mod notice;
mod open_data;
mod outside;
mod outside_papers;
mod pack;
mod papers;
mod pdf;
mod placed;
mod planted;
mod portal;
mod privacy;
mod progress;
mod publish;
mod readers;
mod reading;
mod rebuilt;
mod reference;
mod release;
mod same;
mod schema;
mod seal;
mod serve;
mod status;
mod stored;
mod support;
mod texts;
mod withdrawn;
mod workbook;
mod yaml_slips;
mod year;

//! Damage campaigns: inputs by the hundred thousand, none of which may crash, starve or slow the program; and notices that
//! have to come back from their Word documents.
//!
//! ```text
//! cargo test --profile campaign --test campaign -- projects --seed 1 --count 1000000
//! cargo test --profile campaign --test campaign -- projects --seconds 80
//! cargo test --profile campaign --test campaign -- replay projects 1000000042
//! ```
//!
//! CI runs them without `--profile campaign`, by the library of its tests.
//!
//! Cases run in child processes of a thousand each, two at a time. A case that panics, aborts, takes too long or too
//! much memory, or whose result is wrong is reported with its number, and its input is written to
//! `target/campaign/KIND-NUMBER`.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::format_push_string,
    clippy::match_bool,
    clippy::redundant_closure_for_method_calls,
    clippy::similar_names,
    clippy::too_many_lines,
    reason = "tests are read once, from the top"
)]
#![allow(
    clippy::cast_precision_loss,
    clippy::format_collect,
    clippy::type_complexity,
    clippy::unnecessary_wraps,
    dead_code,
    missing_docs,
    unused_imports,
    unused_macros,
    reason = "cases of all kinds run by one signature, and some helpers are used by the other tests only"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test fails by panicking, works on real files, and tells how far it has come"
)]

mod child;
mod papers;
mod parent;
mod projects;
#[path = "../support/mod.rs"]
mod support;
mod texts;
mod workbooks;

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

/// A kind of input.
pub struct Kind {
    pub name: &'static str,
    /// Cases that a child runs.
    pub batch: u64,
    /// How long one case may take.
    pub time: Duration,
    /// The most memory that a child may take, in KiB.
    pub memory: u64,
    /// How many there are, where that is fixed.
    pub count: Option<fn() -> u64>,
    /// Runs a case; an error is a wrong result.
    pub run: fn(u64) -> Result<(), String>,
    /// Writes a case's input into a folder.
    pub write: fn(u64, &Path),
}

/// The longest time of a paper: many times what it takes, for machines that have much else to do.
const PAPER: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 5 });

const KINDS: &[Kind] = &[
    Kind {
        name: "projects",
        batch: 1_000,
        time: Duration::from_secs(5),
        memory: 512 << 10,
        count: None,
        run: projects::run,
        write: projects::write,
    },
    Kind {
        name: "workbooks",
        batch: 1_000,
        time: Duration::from_secs(5),
        memory: 512 << 10,
        count: None,
        run: run_workbook,
        write: write_workbook,
    },
    Kind {
        name: "papers",
        batch: 1_000,
        time: PAPER,
        memory: 512 << 10,
        count: None,
        run: |seed| {
            let (bytes, name) = papers::case(seed);
            papers::run(&bytes, &name)
        },
        write: |seed, folder| {
            let (bytes, name) = papers::case(seed);
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(folder.join(name), bytes).unwrap();
        },
    },
    Kind {
        name: "notices",
        batch: 100,
        time: PAPER,
        memory: 512 << 10,
        count: None,
        run: |seed| support::notices::compared(&support::notices::case(seed)),
        write: support::notices::write,
    },
    Kind {
        name: "texts",
        batch: 1,
        // Ten times what is promised of an optimised program, and six times that of one that is not: the times
        // themselves are printed, to be read on a quiet machine.
        time: Duration::from_secs(if cfg!(debug_assertions) { 120 } else { 20 }),
        memory: 256 << 10,
        count: Some(texts::count),
        run: texts::run,
        write: texts::write,
    },
];

fn run_workbook(seed: u64) -> Result<(), String> {
    let (bytes, name) = workbooks::case(seed);
    workbooks::run(&bytes, &name);
    Ok(())
}

fn write_workbook(seed: u64, folder: &Path) {
    let (bytes, name) = workbooks::case(seed);
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join(name), bytes).unwrap();
}

/// Cases of one seed; those of the next follow them.
const CASES_OF_A_SEED: u64 = 1_000_000_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let kind = |name: &str| {
        KINDS.iter().find(|kind| kind.name == name).unwrap_or_else(|| panic!("{name} is no kind of case"))
    };
    let number = |word: &str| word.parse::<u64>().unwrap_or_else(|_| panic!("{word} is no number"));
    match words.as_slice() {
        ["child", name, first, count] => child::run(kind(name), number(first), number(count)),
        ["replay", name, case] => child::replay(kind(name), number(case)),
        [name, options @ ..] => {
            let kind = kind(name);
            let (mut seed, mut count, mut seconds) = (1, kind.count.map(|count| count()), None);
            for option in options.chunks(2) {
                match option {
                    ["--seed", value] => seed = number(value),
                    ["--count", value] => count = Some(number(value)),
                    ["--seconds", value] => seconds = Some(Duration::from_secs(number(value))),
                    other => panic!("{other:?} is no option with its value"),
                }
            }
            let first = if kind.count.is_some() { 0 } else { seed * CASES_OF_A_SEED };
            let most = if seconds.is_some() { CASES_OF_A_SEED } else { 100_000 };
            parent::run(kind, first, count.unwrap_or(most), seconds)
        }
        [] => panic!("one of {:?}, or replay", KINDS.iter().map(|kind| kind.name).collect::<Vec<_>>()),
    }
}

//! The process in which cases run. It tells its parent on a line each: `begin N` before a case, `wrong N …` of one
//! with a wrong result or a panic, and at its end `done KIB`.

use std::io::Write;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use crate::Kind;
use crate::support::memory::peak;

/// The stack of a program's main thread on Windows, the smallest of those that we run on.
const STACK: usize = 1 << 20;

/// Where the last panic was, and what it said.
static PANIC: Mutex<String> = Mutex::new(String::new());

/// Runs cases; ends early with one that took too much memory.
pub fn run(kind: &'static Kind, first: u64, count: u64) -> ExitCode {
    panic::set_hook(Box::new(|panic| {
        *PANIC.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
    }));
    for case in first..first + count {
        tell(&format!("begin {case}"));
        if let Err(wrong) = tried(kind, case) {
            tell(&format!("wrong {case} {}", wrong.replace('\n', " ")));
        }
        if memory().is_some_and(|memory| memory > kind.memory) {
            tell(&format!("wrong {case} took {} MiB", memory().unwrap_or_default() >> 10));
            break;
        }
    }
    tell(&format!("done {}", memory().unwrap_or_default()));
    ExitCode::SUCCESS
}

/// Runs a case again and writes its input.
pub fn replay(kind: &'static Kind, case: u64) -> ExitCode {
    let folder = folder(kind, case);
    (kind.write)(case, &folder);
    println!("{} {case} is in {}", kind.name, folder.display());
    let begun = Instant::now();
    let result = tried(kind, case);
    println!("{result:?} in {:?}, {} MiB", begun.elapsed(), memory().unwrap_or_default() >> 10);
    if result.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Where the input of a case is written.
pub fn folder(kind: &Kind, case: u64) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/campaign/{}-{case}", kind.name))
}

/// The result of a case, run with the smallest stack that a program has anywhere.
fn tried(kind: &'static Kind, case: u64) -> Result<(), String> {
    let run = move || panic::catch_unwind(AssertUnwindSafe(|| (kind.run)(case)));
    let result = thread::Builder::new().stack_size(STACK).spawn(run).unwrap().join().unwrap();
    result.unwrap_or_else(|_| Err(PANIC.lock().unwrap_or_else(PoisonError::into_inner).clone()))
}

fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    // A parent that went away needs no answer.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

fn memory() -> Option<u64> {
    peak("self")
}

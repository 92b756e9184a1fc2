//! The program: runs the command line and hands its exit code to the system.

use std::process::ExitCode;

use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    gongkai::cli::run(std::env::args_os().collect())
}

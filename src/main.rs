//! The program: runs the command line and hands its exit code to the system.

use std::process::ExitCode;

fn main() -> ExitCode {
    gongkai::cli::run(std::env::args_os().collect())
}

//! `gongkai completions`: the completion script of a shell.

use std::process::ExitCode;

use clap::Command;

use crate::cli::print_line;

/// Options of `gongkai completions`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The shell: bash, zsh, fish, powershell or elvish
    #[arg(value_name = "SHELL")]
    shell: clap_complete::Shell,
}

/// Prints the script for a whole command.
pub fn run(mut command: Command, options: &Options) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command, "gongkai", &mut script);
    print_line(String::from_utf8_lossy(&script).trim_end());
    ExitCode::SUCCESS
}

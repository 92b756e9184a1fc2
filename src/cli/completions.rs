//! `gongkai completions`: the completion script of a shell.

use std::process::ExitCode;

use clap::CommandFactory;

use crate::cli::{Arguments, language, print_line};
use crate::text::message::Lang;

/// Options of `gongkai completions`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The shell: bash, zsh, fish, powershell or elvish
    #[arg(value_name = "SHELL")]
    shell: clap_complete::Shell,
}

/// Runs the command.
pub fn run(lang: Lang, options: &Options) -> ExitCode {
    let mut command = language::speak(Arguments::command(), lang);
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command, "gongkai", &mut script);
    print_line(String::from_utf8_lossy(&script).trim_end());
    ExitCode::SUCCESS
}

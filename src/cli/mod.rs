//! The command line: one file for each subcommand. The only place that prints, and that reads the clock, the language
//! and the environment.

mod arguments;
mod build;
mod check;
mod click;
mod collect;
mod completions;
mod deny;
mod desk;
mod explain;
mod folders;
mod import;
mod join;
mod language;
mod local_server;
mod manual;
mod mend;
mod named;
mod new;
mod pack;
mod pdf;
mod print;
mod progress;
mod publish;
mod recovery;
mod schema;
mod serve;
mod size;
mod stages;
mod status;
mod summary;
mod surroundings;
mod undo;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use crate::error::Error;
use crate::text::message::Lang;

use arguments::{Arguments, Command};
use deny::{Deny, stopping, stops};
use print::{print_bytes, print_error_line, print_line};

/// The common options of all subcommands, resolved.
#[derive(Clone)]
struct Session {
    root: PathBuf,
    lang: Lang,
    today: jiff::civil::Date,
    verbose: bool,
}

/// Input folders of a project.
const INPUT: [&str; 2] = ["content", "templates"];

/// Default output folder of a project.
const OUTPUT: &str = "output";

/// Runs the program on its arguments, including the program's name.
///
/// Without a subcommand it prints its help, or opens the desk after a double click.
///
/// Exit codes: 0 done · 1 findings of level error · 2 an error of the environment, or wrong usage.
#[must_use]
pub fn run(mut arguments: Vec<OsString>) -> ExitCode {
    let lang = surroundings::language(&arguments);
    let is_click = arguments.len() == 1 && click::is_double_click();
    if is_click {
        arguments.push("desk".into());
    }
    let code = obey(arguments, lang);
    if is_click {
        click::keep_open(code, lang);
    }
    code
}

fn obey(arguments: Vec<OsString>, lang: Lang) -> ExitCode {
    let arguments = with_help_option(arguments);
    let command = language::speak(Arguments::command(), lang);
    let parsed =
        command.try_get_matches_from(arguments).and_then(|found| Arguments::from_arg_matches(&found));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return language::explain(&error, lang),
    };
    match dispatch(arguments, lang) {
        Ok(code) => code,
        Err(error) => {
            let (name, message) = (lang.pick("错误", "error"), error.message());
            print_error_line(&format!("{name}: {}", message.get(lang)));
            ExitCode::from(2)
        }
    }
}

/// Arguments in which `gongkai help build` is `gongkai build --help`, which is printed in the user's language.
fn with_help_option(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|first| first == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

fn dispatch(arguments: Arguments, lang: Lang) -> Result<ExitCode, Error> {
    let today = surroundings::today(arguments.today.as_deref())?;
    let asked_day = arguments.today;
    let session = Session { root: arguments.root, lang, today, verbose: arguments.verbose };
    if let Some(output) = arguments.command.output_folder(&session.root) {
        recovery::run(&session, &output)?;
    }
    match arguments.command {
        Command::Build(options) => build::run(&session, &options),
        Command::Check(options) => check::run(&session, &options),
        Command::Collect(options) => collect::run(&session, &options),
        Command::Desk(options) => desk::run(&session, &options, asked_day.as_deref()),
        Command::Import(options) => import::run(&session, &options),
        Command::Join(options) => join::run(&session, &options),
        Command::New(options) => new::run(&session, &options),
        Command::Pack(options) => pack::run(&session, &options),
        Command::Pdf(options) => pdf::run(&session, &options),
        Command::Publish(options) => publish::run(&session, &options),
        Command::Schema(options) => schema::run(session.lang, &options),
        Command::Serve(options) => serve::run(&session, &options),
        Command::Explain(options) => explain::run(session.lang, &options),
        Command::Status(options) => status::run(&session, &options),
        Command::Summary(options) => summary::run(&session, &options),
        Command::Undo(options) => undo::run(&session, &options),
        Command::Completions(options) => {
            Ok(completions::run(language::speak(Arguments::command(), session.lang), &options))
        }
        Command::Manual => Ok(manual::run(session.lang)),
    }
}

//! The command line: one file for each subcommand. The only place that prints, and that reads the clock, the language
//! and the environment.

mod build;
mod check;
mod click;
mod collect;
mod completions;
mod desk;
mod explain;
mod import;
mod join;
mod language;
mod manual;
mod mend;
mod named;
mod new;
mod pack;
mod pdf;
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
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::LazyLock;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::diagnostic::Report;
use crate::diagnostic::Severity;
use crate::error::Error;
use crate::text::message::Lang;

/// The version; in a program that is handed out, with the commit and its day, which `packaging/release.sh` names.
fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let version = env!("CARGO_PKG_VERSION");
        option_env!("GONGKAI_COMMIT")
            .map_or_else(|| version.to_owned(), |commit| format!("{version} ({commit})"))
    });
    &VERSION
}

/// Builds the disclosure site and the 责任分解表 from what a bureau writes down once, and finds the mistakes first.
#[derive(Debug, Parser)]
#[command(name = "gongkai", bin_name = "gongkai", version = version(), disable_help_subcommand = true)]
struct Arguments {
    /// The project's folder, the one with content/ in it
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The language of findings and help: zh or en
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<Speech>,
    /// The day as of which to judge and build, such as 2024-08-01
    #[arg(long, global = true, value_name = "DATE")]
    today: Option<String>,
    /// Prints how long each stage took
    #[arg(short, long, global = true)]
    verbose: bool,
    #[command(subcommand)]
    command: Command,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
enum Command {
    /// Checks the content, then writes the site and the workbooks
    Build(build::Options),
    /// Checks the content and shows every mistake at its place
    Check(check::Options),
    /// Reads the handouts that came back and writes a progress note for each row that was filled in
    Collect(collect::Options),
    /// Turns a paper (docx, html, txt) into a notice, a table in a workbook into a tasks.yaml, or a list into a roster or register
    Import(import::Options),
    /// Joins the published sites of many bureaus: one overview, one catalogue, one search
    Join(join::Options),
    /// Prints what a shell needs to complete commands and options
    Completions(completions::Options),
    /// Opens the desk in the browser: the site beside what is to be done, with buttons for corrections, imports, reports, building
    Desk(desk::Options),
    /// Explains a finding: what it is, why it matters, how to mend it
    Explain(explain::Options),
    /// Prints the manual page, for man
    Manual,
    /// Makes a project to begin with: a worked example, comments, settings for editors, recipes for CI
    New(new::Options),
    /// Builds, and packs what changed since the last package, with a list of the files to remove from the website
    Pack(pack::Options),
    /// Prints papers into PDF by a browser or an office program of this computer, and says what only the print shows
    Pdf(pdf::Options),
    /// Makes reports and summaries public in one step, with the time of their publication, or takes them back
    Publish(publish::Options),
    /// Prints what a kind of file may say, as JSON Schema for editors
    Schema(schema::Options),
    /// Shows what each office owes: what is overdue or due soon, reports, names, summaries
    Status(status::Options),
    /// Drafts an office's summary of its year from its progress notes, to be edited and signed
    Summary(summary::Options),
    /// Takes the last change of the project's files back, such as corrections or collected notes
    Undo(undo::Options),
    /// Shows the site in a browser while it is written, and reloads it after every save
    Serve(serve::Options),
}

/// The value of `--lang`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Speech {
    Zh,
    En,
}

/// The value of `--deny`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Deny {
    Warnings,
}

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
        Command::Completions(options) => Ok(completions::run(session.lang, &options)),
        Command::Manual => Ok(manual::run(session.lang)),
    }
}

impl Command {
    /// The output folder, to be recovered after a killed build, if the command writes anything.
    fn output_folder(&self, root: &Path) -> Option<PathBuf> {
        let writes = match self {
            Self::Build(options) => return options.output_folder(root),
            Self::Check(options) => options.writes(),
            Self::Collect(options) => options.writes(),
            Self::Import(options) => options.writes(),
            Self::Join(options) => return Some(options.output_folder().to_owned()),
            Self::Publish(options) => options.writes(),
            Self::Status(options) => options.writes(),
            Self::Summary(options) => options.writes(),
            Self::Undo(options) => options.writes(),
            Self::New(_) | Self::Pack(_) | Self::Pdf(_) => true,
            // The desk recovers by itself, once it has a project.
            Self::Completions(_)
            | Self::Desk(_)
            | Self::Explain(_)
            | Self::Manual
            | Self::Schema(_)
            | Self::Serve(_) => false,
        };
        writes.then(|| root.join(OUTPUT))
    }
}

/// The lowest level that stops the work.
fn stopping(deny: Option<Deny>) -> Severity {
    match deny {
        Some(Deny::Warnings) => Severity::Warning,
        None => Severity::Error,
    }
}

/// Whether a report stops the work.
fn stops(report: &Report, deny: Option<Deny>) -> bool {
    report.stops(stopping(deny))
}

/// Prints a line to standard output. A closed pipe is not an error.
fn print_line(text: &str) {
    let _ = writeln!(anstream::stdout(), "{text}");
}

/// Prints a file to standard output. A closed pipe is not an error.
fn print_bytes(bytes: &[u8]) {
    let _ = std::io::stdout().write_all(bytes);
}

/// Prints a line to standard error.
fn print_error_line(text: &str) {
    let _ = writeln!(anstream::stderr(), "{text}");
}
